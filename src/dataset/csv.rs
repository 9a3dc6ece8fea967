use nalgebra::DMatrix;

use super::{Numbered, Problem};

/// A matrix as CSV: one line per row, each number in the fewest digits that read back as the same f64.
///
/// ```
/// let matrix = nalgebra::DMatrix::from_row_slice(2, 2, &[1.0, 0.1, -1e-300, 1.0 / 3.0]);
/// assert_eq!(ntk::dataset::csv(&matrix), "1,0.1\n-1e-300,0.3333333333333333\n");
/// ```
pub fn csv(matrix: &DMatrix<f64>) -> String {
    let mut text = String::new();
    for row in matrix.row_iter() {
        for (column, value) in row.iter().enumerate() {
            if column > 0 {
                text.push(',');
            }
            let (plain, scientific) = (format!("{value}"), format!("{value:e}"));
            text.push_str(if scientific.len() < plain.len() { &scientific } else { &plain });
        }
        text.push('\n');
    }
    text
}

/// Blank lines are skipped, spaces around a number are not minded, and neither are Windows line ends or a
/// byte-order mark.
pub(super) fn parse(bytes: &[u8]) -> Result<Numbered, Problem> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    let (mut numbers, mut columns, mut numbering) = (Vec::new(), 0, Vec::new());
    let lines = text.lines().enumerate().filter(|(_, text)| !text.trim().is_empty());
    for (index, text) in lines {
        let line = index + 1;
        let before = numbers.len();
        for (index, field) in text.split(',').enumerate() {
            numbers.push(number(field.trim(), line, index + 1)?);
        }
        let fields = numbers.len() - before;
        if numbering.is_empty() {
            columns = fields;
        } else if fields != columns {
            return Err(Problem::Ragged { line, fields, expected: columns });
        }
        numbering.push(line);
    }
    if numbering.is_empty() {
        return Err(Problem::Empty);
    }
    let matrix = DMatrix::from_row_slice(numbering.len(), columns, &numbers);
    Ok(Numbered { matrix, lines: numbering })
}

fn number(text: &str, line: usize, column: usize) -> Result<f64, Problem> {
    let value: f64 =
        text.parse().map_err(|_| Problem::NotANumber { line, column, text: text.to_string() })?;
    if !value.is_finite() {
        return Err(Problem::NotFinite { line, column, value });
    }
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaint(text: &str) -> String {
        let path = "x.csv".into();
        let problem = parse(text.as_bytes()).unwrap_err();
        super::super::DatasetError { path, problem }.to_string()
    }

    #[test]
    fn what_is_written_reads_back_to_the_bit() {
        let values = [0.1, -0.0, 1e-310, f64::MAX, f64::MIN_POSITIVE, 1.0 / 3.0];
        let matrix = DMatrix::from_row_slice(3, 2, &values);
        let read = parse(csv(&matrix).as_bytes()).unwrap().matrix;
        assert!(matrix.iter().zip(&read).all(|(a, b)| a.to_bits() == b.to_bits()));
    }

    #[test]
    fn windows_files_and_blank_lines_are_read() {
        let read = parse("\u{feff}1, 2\r\n\r\n3,4\r\n".as_bytes()).unwrap();
        assert_eq!(read.matrix, DMatrix::from_row_slice(2, 2, &[1.0, 2.0, 3.0, 4.0]));
        assert_eq!(read.lines, [1, 3]);
    }

    #[test]
    fn bad_files_are_refused_by_line_and_column() {
        assert_eq!(complaint("a,b\n1,2\n"), "x.csv: line 1, column 1: 'a' is not a number");
        assert_eq!(complaint("1,2\n\n1,\n"), "x.csv: line 3, column 2: '' is not a number");
        assert_eq!(complaint("1,inf\n"), "x.csv: line 1, column 2: inf is not a finite number");
        assert_eq!(complaint("1,2\n3\n"), "x.csv: line 2: 1 fields where the first line has 2");
        assert_eq!(complaint("\n"), "x.csv: no numbers in it");
    }
}
