//! The NPY format, versions 1 to 3: <https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html>.

use nalgebra::DMatrix;

use super::Problem;

const MAGIC: &[u8] = b"\x93NUMPY";

/// Version 1, little-endian f8, Fortran order, which is how nalgebra keeps a matrix.
pub(super) fn format(matrix: &DMatrix<f64>) -> Vec<u8> {
    let (rows, columns) = matrix.shape();
    let mut header =
        format!("{{'descr': '<f8', 'fortran_order': True, 'shape': ({rows}, {columns}), }}");
    // Data start at a multiple of 64 bytes; a line end closes the header.
    let unpadded = MAGIC.len() + 4 + header.len() + 1;
    header.push_str(&" ".repeat(unpadded.next_multiple_of(64) - unpadded));
    header.push('\n');
    let length = u16::try_from(header.len()).expect("two numbers fit in a header of 128 bytes");
    let mut bytes = [MAGIC, &[1, 0], &length.to_le_bytes(), header.as_bytes()].concat();
    bytes.extend(matrix.iter().flat_map(|value| value.to_le_bytes()));
    bytes
}

/// Two dimensions, or one, which is read as a column.
pub(super) fn parse(bytes: &[u8]) -> Result<DMatrix<f64>, Problem> {
    let (header, data) = split(bytes)?;
    let header = String::from_utf8_lossy(header);
    let shape = field(&header, "shape")?;
    let lengths: Option<Vec<usize>> = shape
        .trim_matches(['(', ')'])
        .split(',')
        .map(str::trim)
        .filter(|length| !length.is_empty())
        .map(|length| length.parse().ok())
        .collect();
    let (rows, columns) = match lengths.as_deref() {
        Some([rows]) => (*rows, 1),
        Some([rows, columns]) => (*rows, *columns),
        _ => return refuse(format!("shape {shape} is neither a matrix nor a vector")),
    };
    let numbers = numbers(field(&header, "descr")?.trim_matches(['\'', '"']), data)?;
    if Some(numbers.len()) != rows.checked_mul(columns) {
        let found = numbers.len();
        return refuse(format!("{found} numbers for a shape of {rows} by {columns}"));
    }
    if numbers.is_empty() {
        return Err(Problem::Empty);
    }
    let matrix = match field(&header, "fortran_order")? {
        "True" => DMatrix::from_column_slice(rows, columns, &numbers),
        _ => DMatrix::from_row_slice(rows, columns, &numbers),
    };
    for (row, values) in matrix.row_iter().enumerate() {
        if let Some(column) = values.iter().position(|value| !value.is_finite()) {
            let (line, value) = (row + 1, values[column]);
            return Err(Problem::NotFinite { line, column: column + 1, value });
        }
    }
    Ok(matrix)
}

/// Header and data.
fn split(bytes: &[u8]) -> Result<(&[u8], &[u8]), Problem> {
    let Some(rest) = bytes.strip_prefix(MAGIC) else {
        return refuse("not an NPY file".to_string());
    };
    let parts = match rest {
        [1, _, a, b, rest @ ..] => Some((usize::from(u16::from_le_bytes([*a, *b])), rest)),
        [2 | 3, _, a, b, c, d, rest @ ..] => {
            Some((u32::from_le_bytes([*a, *b, *c, *d]) as usize, rest))
        }
        _ => None,
    };
    match parts.and_then(|(length, rest)| rest.split_at_checked(length)) {
        Some(parts) => Ok(parts),
        None => refuse("NPY header of an unknown version, or cut short".to_string()),
    }
}

/// The value of one key of the header, a Python dictionary of known form.
fn field<'a>(header: &'a str, key: &str) -> Result<&'a str, Problem> {
    let value = [format!("'{key}':"), format!("\"{key}\":")]
        .iter()
        .find_map(|quoted| header.split_once(quoted.as_str()))
        .map(|(_, after)| after.trim_start());
    let Some(value) = value else {
        return refuse(format!("NPY header without '{key}'"));
    };
    let end = if value.starts_with('(') {
        value.find(')').map(|end| end + 1)
    } else {
        value.find([',', '}'])
    };
    Ok(value[..end.unwrap_or(value.len())].trim())
}

fn numbers(kind: &str, data: &[u8]) -> Result<Vec<f64>, Problem> {
    macro_rules! read {
        ($number:ty, $from:ident) => {{
            const SIZE: usize = size_of::<$number>();
            let (items, rest) = data.as_chunks::<SIZE>();
            if !rest.is_empty() {
                return refuse(format!("{} bytes left over after the last number", rest.len()));
            }
            Ok(items.iter().map(|item| <$number>::$from(*item) as f64).collect())
        }};
    }
    match kind {
        "<f8" => read!(f64, from_le_bytes),
        ">f8" => read!(f64, from_be_bytes),
        "<f4" => read!(f32, from_le_bytes),
        ">f4" => read!(f32, from_be_bytes),
        "<i8" => read!(i64, from_le_bytes),
        "<i4" => read!(i32, from_le_bytes),
        "<i2" => read!(i16, from_le_bytes),
        "<u8" => read!(u64, from_le_bytes),
        "<u4" => read!(u32, from_le_bytes),
        "<u2" => read!(u16, from_le_bytes),
        "|i1" => read!(i8, from_le_bytes),
        "|u1" => read!(u8, from_le_bytes),
        _ => refuse(format!("numbers of type '{kind}'; save them as float64")),
    }
}

fn refuse<T>(what: String) -> Result<T, Problem> {
    Err(Problem::Npy { what })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(header: &str, data: &[u8]) -> Vec<u8> {
        let length = (header.len() as u16).to_le_bytes();
        [MAGIC, &[1, 0], &length, header.as_bytes(), data].concat()
    }

    #[test]
    fn what_is_written_reads_back() {
        let matrix = DMatrix::from_fn(3, 2, |i, j| i as f64 + 0.1 * j as f64);
        let bytes = format(&matrix);
        assert_eq!(parse(&bytes).unwrap(), matrix);
        assert_eq!((bytes.len() - 48) % 64, 0);
    }

    #[test]
    fn numpys_own_header_is_read_in_c_order_with_other_types() {
        let header = "{'descr': '<i4', 'fortran_order': False, 'shape': (2, 2), }  \n";
        let data: Vec<u8> = [1i32, 2, 3, -4].iter().flat_map(|v| v.to_le_bytes()).collect();
        assert_eq!(
            parse(&file(header, &data)).unwrap(),
            DMatrix::from_row_slice(2, 2, &[1.0, 2.0, 3.0, -4.0])
        );
        let header = "{'descr': '|u1', 'fortran_order': False, 'shape': (3,), }\n";
        assert_eq!(parse(&file(header, &[7, 8, 9])).unwrap().shape(), (3, 1));
    }

    #[test]
    fn broken_files_are_refused_and_never_panic() {
        let good = format(&DMatrix::from_element(2, 2, 0.5));
        for length in 0..good.len() {
            assert!(parse(&good[..length]).is_err(), "{length} bytes");
        }
        let header = "{'descr': '<c16', 'fortran_order': False, 'shape': (1, 1), }\n";
        assert!(parse(&file(header, &[0; 16])).is_err());
        let header = "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 1, 1), }\n";
        assert!(parse(&file(header, &[0; 8])).is_err());
        let header = "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 1), }\n";
        assert!(parse(&file(header, &f64::NAN.to_le_bytes())).is_err());
    }
}
