//! The search index: for each section its words, without markup and without formulas.
//!
//! It is a script that sets one variable, since a page opened from disk may load a script but not
//! fetch a file.

use crate::html::{Token, attribute, tag_name, tokens, unescape};
use crate::site::Page;

/// The index, from the site's root.
pub const FILE: &str = "search-index.js";

/// Elements whose words belong to the page's furniture, not to its text.
const SKIPPED: [&str; 5] = ["nav", "script", "button", "svg", "form"];

struct Section {
    address: String,
    title: String,
    words: String,
}

/// The whole index. Expects pages whose formulas are still place-holders.
pub fn index(pages: &[Page]) -> String {
    let mut entries = Vec::new();
    for page in pages.iter().filter(|page| page.path != "index.html" || only_index(pages)) {
        let sections = sections(page);
        let title = sections.first().map(|first| first.title.clone()).unwrap_or_default();
        entries.extend(sections.into_iter().map(|section| {
            let heading = if section.title == title { String::new() } else { section.title };
            [section.address, title.clone(), heading, section.words]
        }));
    }
    // Serialising strings cannot fail.
    let json = serde_json::to_string(&entries).unwrap_or_default();
    // A script may not contain the end of a script.
    format!("window.searchIndex={};\n", json.replace("</", "<\\/"))
}

/// Whether `index.html` is the only page that shows the front page.
fn only_index(pages: &[Page]) -> bool {
    let Some(index) = pages.iter().find(|page| page.path == "index.html") else { return false };
    !pages.iter().any(|page| page.path != "index.html" && page.html == index.html)
}

fn sections(page: &Page) -> Vec<Section> {
    let mut out: Vec<Section> = Vec::new();
    let mut depth_skipped = 0usize;
    let (mut in_main, mut in_heading) = (false, false);
    for token in tokens(&page.html) {
        match token {
            Token::Tag(tag) => {
                let (name, closes) = (tag_name(tag), tag.starts_with('/'));
                if name == "main" {
                    in_main = !closes;
                } else if SKIPPED.contains(&name) && in_main {
                    depth_skipped =
                        if closes { depth_skipped.saturating_sub(1) } else { depth_skipped + 1 };
                } else if in_main && matches!(name, "h1" | "h2" | "h3") {
                    in_heading = !closes;
                    if !closes {
                        out.push(open(page, tag));
                    }
                } else if let (Some(plain), Some(section)) =
                    (attribute(tag, "data-plain"), out.last_mut())
                {
                    section.title.push_str(&unescape(plain));
                } else if in_main
                    && is_block(name)
                    && let Some(section) = out.last_mut()
                {
                    section.words.push(' ');
                }
            }
            Token::Text(text) if in_main && depth_skipped == 0 => {
                let Some(section) = out.last_mut() else { continue };
                let to = if in_heading { &mut section.title } else { &mut section.words };
                to.push_str(&unescape(text));
            }
            Token::Text(_) => {}
        }
    }
    for section in &mut out {
        section.words = section.words.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    out
}

fn open(page: &Page, tag: &str) -> Section {
    let address = match attribute(tag, "id") {
        Some(id) if tag_name(tag) != "h1" => format!("{}#{id}", page.path),
        _ => page.path.clone(),
    };
    Section { address, title: String::new(), words: String::new() }
}

/// Elements after which a new word begins.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "li" | "td" | "th" | "dt" | "dd" | "div" | "section" | "summary" | "br" | "pre"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_and_markup_is_not() {
        let html = "<nav>menu</nav><main><h1 id=\"a\">One &amp; all</h1><p>the <em>kernel</em></p>\
                    <svg><text>axis</text></svg><h2 id=\"b\">Two</h2><p>flow <span data-tex=\"0\">\
                    </span></p></main>";
        let page = Page { path: "p.html".into(), html: html.into() };
        let index = index(&[page]);
        assert_eq!(
            index,
            "window.searchIndex=[[\"p.html\",\"One & all\",\"\",\"the kernel\"],\
             [\"p.html#b\",\"One & all\",\"Two\",\"flow\"]];\n"
        );
    }
}
