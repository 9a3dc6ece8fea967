//! Values as a person reads them.

use ntk_harness::Value;

/// How much of a value is shown.
#[derive(Clone, Copy)]
struct Detail {
    /// Significant digits; `None` for as many as read back as the same number.
    digits: Option<usize>,
    /// Entries of a vector, rows and columns of a matrix.
    most: usize,
}

/// From all there is to what fits a narrow terminal.
const DETAILS: [Detail; 5] = [
    Detail { digits: None, most: 8 },
    Detail { digits: Some(6), most: 8 },
    Detail { digits: Some(4), most: 8 },
    Detail { digits: Some(4), most: 5 },
    Detail { digits: Some(3), most: 3 },
];

/// A value in one or several lines of at most `width` columns: with all digits where they fit,
/// else with fewer, shortened at its end where it is large.
pub fn value(value: &Value, width: usize) -> String {
    let fits = |text: &String| text.lines().all(|line| line.chars().count() <= width);
    let mut texts = DETAILS.iter().map(|detail| detail.value(value));
    let last = DETAILS[DETAILS.len() - 1].value(value);
    texts.find(fits).unwrap_or(last)
}

/// A value with every entry and every digit.
pub fn in_full(value: &Value) -> String {
    Detail { digits: None, most: usize::MAX }.value(value)
}

impl Detail {
    fn value(self, value: &Value) -> String {
        match value {
            Value::Float(float) => self.number(*float),
            Value::Integer(integer) => integer.to_string(),
            Value::Bool(bool) => bool.to_string(),
            Value::Text(text) => format!("\"{}\"", printable(text)),
            Value::Function(name) => name.clone(),
            Value::Vector(entries) => self.row(entries),
            Value::Matrix(matrix) if matrix.entries.is_empty() => {
                format!("({} × {} matrix)", matrix.rows, matrix.columns)
            }
            Value::Matrix(matrix) => {
                let shown = 0..matrix.rows.min(self.most);
                let mut lines: Vec<String> =
                    shown.map(|index| self.row(matrix.row(index))).collect();
                if matrix.rows > self.most {
                    lines.push(format!("… ({} × {})", matrix.rows, matrix.columns));
                }
                lines.join("\n")
            }
            Value::List(values) => format!("[{}]", self.list(values)),
            Value::Tuple(values) => format!("({})", self.list(values)),
            Value::Option(None) => "None".into(),
            Value::Option(Some(inner)) => format!("Some({})", self.value(inner)),
        }
    }

    fn number(self, float: f64) -> String {
        match self.digits {
            Some(digits) if float.is_finite() => {
                // Through the scientific form, which rounds to significant digits.
                let rounded = format!("{float:.*e}", digits - 1).parse().unwrap_or(float);
                number(rounded)
            }
            _ => number(float),
        }
    }

    fn row(self, entries: &[f64]) -> String {
        let shown: Vec<String> =
            entries.iter().take(self.most).map(|entry| self.number(*entry)).collect();
        format!("({}{})", shown.join(", "), self.rest(entries.len()))
    }

    fn list(self, values: &[Value]) -> String {
        let shown: Vec<String> =
            values.iter().take(self.most).map(|value| self.value(value)).collect();
        shown.join(", ") + &self.rest(values.len())
    }

    fn rest(self, count: usize) -> String {
        if count > self.most { format!(", … {count} in all") } else { String::new() }
    }
}

/// The shortest text that reads back as the same number; far exponents in scientific notation.
pub fn number(float: f64) -> String {
    if float != 0.0 && float.is_finite() && !(1e-4..1e12).contains(&float.abs()) {
        format!("{float:e}")
    } else {
        float.to_string()
    }
}

/// Where an entry stands: `[0, 1]`.
pub fn place(place: &[usize]) -> String {
    format!("[{}]", place.iter().map(usize::to_string).collect::<Vec<_>>().join(", "))
}

/// A number to two digits: for errors and allowances.
pub fn rough(float: f64) -> String {
    if float == 0.0 {
        "0".into()
    } else if (0.1..1000.0).contains(&float.abs()) {
        let digits = if float.abs() < 1.0 { 2 } else { 1 };
        format!("{float:.digits$}")
    } else {
        format!("{float:.1e}")
    }
}

/// A learner's text with control characters made visible: nothing that they print can move the
/// cursor or clear the verdict.
pub fn printable(text: &str) -> String {
    text.chars()
        .flat_map(|character| -> Box<dyn Iterator<Item = char>> {
            if character == '\n' || character == '\t' || !is_control(character) {
                Box::new(std::iter::once(character))
            } else {
                Box::new(character.escape_unicode())
            }
        })
        .collect()
}

/// Control characters proper, and those that reorder or hide text.
fn is_control(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_back_as_the_same_number() {
        for float in [0.1 + 0.2, 1e-7, -3.25e150, 1234.5, 0.0, 1e12] {
            assert_eq!(number(float).parse::<f64>().unwrap().to_bits(), float.to_bits());
        }
        assert_eq!(number(f64::NAN), "NaN");
    }

    #[test]
    fn a_wide_matrix_is_shown_with_fewer_digits() {
        let matrix = Value::Matrix(ntk_harness::Matrix {
            rows: 2,
            columns: 6,
            entries: (1..=12).map(|k| 1.0 / f64::from(k)).collect(),
        });
        for width in [78, 60, 36] {
            let text = value(&matrix, width);
            assert!(text.lines().all(|line| line.chars().count() <= width), "{text}");
        }
        assert!(value(&matrix, 78).contains("0.333333, 0.25, 0.2"));
    }

    #[test]
    fn an_escape_sequence_is_shown_not_obeyed() {
        assert_eq!(printable("a\u{1b}[2Jb\r"), "a\\u{1b}[2Jb\\u{d}");
        assert_eq!(printable("two\nlines"), "two\nlines");
    }
}
