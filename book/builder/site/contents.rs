//! The list of contents on every page, and the list of the page's own sections.

use mdbook_driver::MDBook;
use mdbook_driver::book::{BookItem, Chapter};

use crate::html::{Token, attribute, escape, tag_name, tokens};

/// Where the template wants them.
const CONTENTS: &str = "<!--contents-->";
const SECTIONS: &str = "<!--sections-->";
const NUMBER: &str = "<!--number-->";

/// Every page that mdBook writes, from the site's root.
pub fn page_paths(book: &MDBook) -> Vec<String> {
    let mut paths: Vec<String> = book
        .iter()
        .filter_map(|item| match item {
            BookItem::Chapter(chapter) => address(chapter),
            _ => None,
        })
        .collect();
    // mdBook repeats the first page as index.html, unless it has that name already.
    if !paths.iter().any(|path| path == "index.html") {
        paths.push("index.html".to_owned());
    }
    paths
}

/// The page with its lists, and with its chapter's number as readers write it.
pub fn insert(book: &MDBook, page: &str, html: &str) -> String {
    let number = book.iter().find_map(|item| match item {
        BookItem::Chapter(chapter) if address(chapter).as_deref() == Some(page) => number(chapter),
        _ => None,
    });
    html.replace(CONTENTS, &contents(book, page))
        .replace(SECTIONS, &sections(html))
        .replace(NUMBER, &number.unwrap_or_default())
}

/// `6`, where mdBook says `6.`.
fn number(chapter: &Chapter) -> Option<String> {
    let number = chapter.number.as_ref()?.to_string();
    Some(number.trim_end_matches('.').to_owned())
}

fn address(chapter: &Chapter) -> Option<String> {
    let path = chapter.path.as_ref()?.with_extension("html");
    Some(path.to_str()?.replace('\\', "/"))
}

fn contents(book: &MDBook, page: &str) -> String {
    let up = "../".repeat(page.matches('/').count());
    let mut out = String::from("<ol class=\"chapters\">\n");
    for item in book.iter() {
        match item {
            BookItem::PartTitle(title) => {
                out.push_str(&format!(
                    "</ol>\n<p class=\"part\">{}</p>\n<ol class=\"chapters\">\n",
                    escape(title)
                ));
            }
            BookItem::Separator => out.push_str("</ol>\n<ol class=\"chapters\">\n"),
            BookItem::Chapter(chapter) => out.push_str(&entry(chapter, page, &up)),
        }
    }
    out.push_str("</ol>");
    out.replace("<ol class=\"chapters\">\n</ol>\n", "")
}

fn entry(chapter: &Chapter, page: &str, up: &str) -> String {
    let number = number(chapter)
        .map(|number| format!("<span class=\"number\">{number}</span>"))
        .unwrap_or_default();
    let name = format!("{number}<span>{}</span>", escape(&chapter.name));
    match address(chapter) {
        Some(to) if to == page => {
            format!("<li><a href=\"{up}{to}\" aria-current=\"page\">{name}</a></li>\n")
        }
        Some(to) => format!("<li><a href=\"{up}{to}\">{name}</a></li>\n"),
        None => format!("<li class=\"draft\"><span>{name}</span></li>\n"),
    }
}

/// The second-level headings of the page; nothing where there are fewer than two.
fn sections(html: &str) -> String {
    let found = headings(html);
    if found.len() < 2 {
        return String::new();
    }
    let items: String = found
        .iter()
        .map(|(id, title)| format!("<li><a href=\"#{id}\">{title}</a></li>\n"))
        .collect();
    format!(
        "<nav class=\"sections\" aria-label=\"On this page\">\n<p class=\"label\">On this page</p>\n\
             <ol>\n{items}</ol>\n</nav>"
    )
}

/// Address and text of each `<h2>`.
fn headings(html: &str) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = Vec::new();
    let mut inside = false;
    for token in tokens(html) {
        match token {
            Token::Tag(tag) if tag_name(tag) == "h2" => {
                inside = !tag.starts_with('/');
                if inside && let Some(id) = attribute(tag, "id") {
                    out.push((id.to_owned(), String::new()));
                }
            }
            Token::Tag(tag) if inside => {
                if let (Some(plain), Some((_, title))) =
                    (attribute(tag, "data-plain"), out.last_mut())
                {
                    title.push_str(plain);
                }
            }
            Token::Text(text) if inside => {
                if let Some((_, title)) = out.last_mut() {
                    title.push_str(text);
                }
            }
            _ => {}
        }
    }
    out
}
