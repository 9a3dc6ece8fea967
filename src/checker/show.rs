//! Values as a person reads them.

use ntk_harness::Value;

/// What is shown of a long vector, or of a matrix's rows and columns.
const MOST: usize = 8;

/// A value in one or several lines, shortened in the middle where it is large.
pub fn value(value: &Value) -> String {
    match value {
        Value::Float(float) => number(*float),
        Value::Integer(integer) => integer.to_string(),
        Value::Bool(bool) => bool.to_string(),
        Value::Text(text) => format!("\"{}\"", printable(text)),
        Value::Function(name) => name.clone(),
        Value::Vector(entries) => row(entries),
        Value::Matrix(matrix) if matrix.entries.is_empty() => {
            format!("({} × {} matrix)", matrix.rows, matrix.columns)
        }
        Value::Matrix(matrix) => {
            let mut lines: Vec<String> =
                (0..matrix.rows.min(MOST)).map(|index| row(matrix.row(index))).collect();
            if matrix.rows > MOST {
                lines.push(format!("… ({} × {})", matrix.rows, matrix.columns));
            }
            lines.join("\n")
        }
        Value::List(values) => format!("[{}]", list(values)),
        Value::Tuple(values) => format!("({})", list(values)),
        Value::Option(None) => "None".into(),
        Value::Option(Some(inner)) => format!("Some({})", self::value(inner)),
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

/// A number to two digits: for errors and allowances.
pub fn rough(float: f64) -> String {
    if float == 0.0 { "0".into() } else { format!("{float:.1e}") }
}

fn row(entries: &[f64]) -> String {
    let shown: Vec<String> = entries.iter().take(MOST).map(|entry| number(*entry)).collect();
    let rest = if entries.len() > MOST {
        format!(", … {} in all", entries.len())
    } else {
        String::new()
    };
    format!("({}{rest})", shown.join(", "))
}

fn list(values: &[Value]) -> String {
    let shown: Vec<String> = values.iter().take(MOST).map(value).collect();
    let rest =
        if values.len() > MOST { format!(", … {} in all", values.len()) } else { String::new() };
    shown.join(", ") + &rest
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
    fn an_escape_sequence_is_shown_not_obeyed() {
        assert_eq!(printable("a\u{1b}[2Jb\r"), "a\\u{1b}[2Jb\\u{d}");
        assert_eq!(printable("two\nlines"), "two\nlines");
    }
}
