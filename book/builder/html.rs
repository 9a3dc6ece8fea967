//! Small pieces of HTML, written and read.

/// Text made safe between tags and inside quoted attributes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
    out
}

/// The five entities that our own tools write, read back.
pub fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&nbsp;", "\u{a0}")
        .replace("&amp;", "&")
}

/// A token of an HTML text: a tag as written between `<` and `>`, or what stands between two tags.
#[derive(Debug, PartialEq)]
pub enum Token<'a> {
    Tag(&'a str),
    Text(&'a str),
}

/// Splits HTML into tags and text. Comments and doctypes count as tags; `>` inside a quoted
/// attribute does not end one.
pub fn tokens(html: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if !rest.starts_with('<') {
            let end = rest.find('<').unwrap_or(rest.len());
            let (text, after) = rest.split_at(end);
            rest = after;
            return Some(Token::Text(text));
        }
        let end = tag_end(rest);
        let tag = &rest[1..end];
        rest = rest.get(end + 1..).unwrap_or("");
        Some(Token::Tag(tag))
    })
}

/// Where the `>` of the tag at the start of `html` stands.
fn tag_end(html: &str) -> usize {
    if html.starts_with("<!--") {
        return html.find("-->").map_or(html.len(), |at| at + 2);
    }
    let mut quote = None;
    for (at, c) in html.char_indices() {
        match (quote, c) {
            (None, '>') => return at,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    html.len()
}

/// The name of a tag, without its slash: `a` for `a href="x"` and for `/a`.
pub fn tag_name(tag: &str) -> &str {
    let tag = tag.trim_start_matches('/');
    &tag[..tag.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(tag.len())]
}

/// The value of an attribute of a tag, as written (still escaped).
pub fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let mut from = 0;
    while let Some(found) = tag[from..].find(name) {
        let start = from + found;
        let after = &tag[start + name.len()..];
        let own_word = tag[..start].ends_with(|c: char| c.is_whitespace());
        if own_word && let Some(value) = after.strip_prefix("=\"") {
            return value.split('"').next();
        }
        from = start + name.len();
    }
    None
}

/// A tag's attributes in the order of their names: katex-rs writes them in any order, and a page
/// should be the same bytes each time it is built.
pub fn sort_attributes(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    for token in tokens(html) {
        match token {
            Token::Text(text) => out.push_str(text),
            Token::Tag(tag) => {
                out.push('<');
                out.push_str(&sorted_tag(tag));
                out.push('>');
            }
        }
    }
    out
}

fn sorted_tag(tag: &str) -> String {
    let name = &tag[..tag.find(char::is_whitespace).unwrap_or(tag.len())];
    let mut rest = tag[name.len()..].trim();
    let closes = rest.ends_with('/');
    rest = rest.trim_end_matches('/').trim_end();
    let mut attributes = Vec::new();
    while let Some(quote) = rest.find("=\"") {
        let Some(length) = rest[quote + 2..].find('"') else { return tag.to_owned() };
        let end = quote + 2 + length + 1;
        attributes.push(sorted_style(rest[..end].trim()));
        rest = &rest[end..];
    }
    attributes.sort();
    let mut out = name.to_owned();
    for attribute in attributes {
        out.push(' ');
        out.push_str(&attribute);
    }
    if closes {
        out.push('/');
    }
    out
}

fn sorted_style(attribute: &str) -> String {
    let Some(style) = attribute.strip_prefix("style=\"").and_then(|s| s.strip_suffix('"')) else {
        return attribute.to_owned();
    };
    let mut rules: Vec<&str> = style.split(';').map(str::trim).filter(|r| !r.is_empty()).collect();
    rules.sort_unstable();
    format!("style=\"{};\"", rules.join(";"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_sorted_and_kept() {
        let html = r#"<span style="top:1em;left:0;" class="a b">x</span><path d="M0 > 1"/>"#;
        assert_eq!(
            sort_attributes(html),
            r#"<span class="a b" style="left:0;top:1em;">x</span><path d="M0 > 1"/>"#
        );
    }

    #[test]
    fn an_attribute_is_found_by_its_whole_name() {
        assert_eq!(attribute(r#"a data-id="1" id="2""#, "id"), Some("2"));
        assert_eq!(attribute(r#"a data-id="1""#, "id"), None);
    }
}
