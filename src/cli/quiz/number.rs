//! Numbers as people write them.

/// `0.25`, `-1e-3`, `1/3`, `−0,5`.
pub fn read(text: &str) -> Option<f64> {
    let plain = text.trim().replace('−', "-").replace(',', ".");
    let number = match plain.split_once('/') {
        Some((over, under)) => one(over)? / one(under)?,
        None => one(&plain)?,
    };
    number.is_finite().then_some(number)
}

fn one(text: &str) -> Option<f64> {
    text.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_people_write_it() {
        for (text, number) in
            [("0.25", 0.25), (" 1/4 ", 0.25), ("-1e-3", -0.001), ("−0,5", -0.5), ("- 3", f64::NAN)]
        {
            assert_eq!(read(text), Some(number).filter(|number| number.is_finite()), "{text}");
        }
        for text in ["", "a", "1/0", "1//2", "nan", "inf", "1/2/3"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
