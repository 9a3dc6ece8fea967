//! Colours for Rust, given while the book is built: a page needs no script for them.

use crate::html::escape;

const KEYWORDS: [&str; 31] = [
    "as", "break", "const", "continue", "crate", "else", "enum", "fn", "for", "if", "impl", "in",
    "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "Self", "static",
    "struct", "super", "trait", "type", "use", "where", "while",
];

/// Rust as HTML: comments, strings, numbers, keywords and types each in a span of its class.
pub fn rust(code: &str) -> String {
    let mut out = String::with_capacity(code.len() * 2);
    let mut rest = code;
    while let Some(c) = rest.chars().next() {
        let (class, length) = token(rest, c);
        let (piece, after) = rest.split_at(length);
        match class {
            "" => out.push_str(&escape(piece)),
            class => out.push_str(&format!("<span class=\"{class}\">{}</span>", escape(piece))),
        }
        rest = after;
    }
    out
}

/// The class and length in bytes of the token that `rest` begins with.
fn token(rest: &str, first: char) -> (&'static str, usize) {
    let run = |keep: fn(char) -> bool| rest.find(|c| !keep(c)).unwrap_or(rest.len());
    if rest.starts_with("//") {
        return ("comment", rest.find('\n').unwrap_or(rest.len()));
    }
    if first == '"' {
        return ("string", string_length(rest));
    }
    if first.is_ascii_digit() {
        return ("number", number_length(rest));
    }
    if first.is_alphabetic() || first == '_' {
        let length = run(|c| c.is_alphanumeric() || c == '_');
        let word = &rest[..length];
        let class = match word {
            word if KEYWORDS.contains(&word) => "keyword",
            _ if first.is_uppercase() => "type",
            _ if rest[length..].starts_with('(') => "call",
            _ => "",
        };
        return (class, length);
    }
    ("", first.len_utf8())
}

fn string_length(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            '"' if !escaped => return at + 1,
            '\\' if !escaped => escaped = true,
            _ => escaped = false,
        }
    }
    rest.len()
}

/// Digits, `_`, exponents and suffixes; a dot belongs to the number only if a digit follows.
fn number_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    while let Some(&c) = bytes.get(at) {
        let part = c.is_ascii_alphanumeric() || c == b'_' || (c == b'.' && digit(at + 1));
        let sign = (c == b'-' || c == b'+') && at > 0 && matches!(bytes[at - 1], b'e' | b'E');
        if !(part || sign && digit(at + 1)) {
            break;
        }
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::rust;

    #[test]
    fn tokens_get_their_classes_and_text_is_escaped() {
        assert_eq!(
            rust("let x = 1.5e-3 < 2; // a & b"),
            "<span class=\"keyword\">let</span> x = <span class=\"number\">1.5e-3</span> &lt; \
             <span class=\"number\">2</span>; <span class=\"comment\">// a &amp; b</span>"
        );
        assert_eq!(rust("0..n"), "<span class=\"number\">0</span>..n");
    }
}
