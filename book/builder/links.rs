//! Follows every link of the built site: to a page, to a place on it, to a file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::desk::LinkUse;
use crate::html::{Token, attribute, tokens, unescape};
use crate::problem::{Place, Problems};
use crate::site::{Page, resolve};

/// Checks what authors wrote, at its line, then what the builder and the template made of it.
pub fn check(pages: &[Page], folder: &Path, written: &[LinkUse], problems: &mut Problems) {
    let site =
        Site { ids: pages.iter().map(|p| (p.path.as_str(), ids(&p.html))).collect(), folder };
    let mut reported = BTreeSet::new();
    for link in written {
        let from = link.page.replace(".md", ".html");
        let to = link.to.replacen(".md", ".html", 1);
        if let Some(fault) = site.fault(&from, &to) {
            problems.add(&link.place, format!("the link `{}` {fault}", link.to), NEXT);
            reported.insert((from, to));
        }
    }
    for page in pages {
        for (line, to) in built(&page.html) {
            if reported.contains(&(page.path.clone(), to.clone())) {
                continue;
            }
            if let Some(fault) = site.fault(&page.path, &to) {
                let place = Place::new(format!("built page {}", page.path), line);
                problems.add(&place, format!("the link `{to}` {fault}"), NEXT);
            }
        }
    }
    for page in pages {
        for id in repeated_ids(&page.html) {
            let place = Place::new(format!("built page {}", page.path), 0);
            problems.add(&place, format!("two elements have the id `{id}`"), "give one another id");
        }
    }
}

const NEXT: &str =
    "mend the link; headings get their address from their words, or from `{#address}`";

struct Site<'a> {
    ids: BTreeMap<&'a str, BTreeSet<String>>,
    folder: &'a Path,
}

impl Site<'_> {
    /// What is wrong with a link, as the end of a sentence.
    fn fault(&self, from: &str, to: &str) -> Option<String> {
        if to.starts_with("http://") {
            return Some("is not safe: use https".to_owned());
        }
        if ["https://", "mailto:", "data:"].iter().any(|kind| to.starts_with(kind)) {
            return None;
        }
        if to.starts_with('/') {
            return Some("is absolute: the book must work under any path".to_owned());
        }
        let file = resolve(from, to);
        let Some(ids) = self.ids.get(file.as_str()) else {
            let exists = self.folder.join(&file).is_file();
            return (!exists).then(|| format!("leads nowhere: the site has no {file}"));
        };
        let anchor = to.split_once('#').map_or("", |(_, anchor)| anchor);
        (!anchor.is_empty() && !ids.contains(anchor))
            .then(|| format!("leads to no place: {file} has no `#{anchor}`"))
    }
}

fn ids(html: &str) -> BTreeSet<String> {
    all_ids(html).collect()
}

fn all_ids(html: &str) -> impl Iterator<Item = String> {
    tokens(html).filter_map(|token| match token {
        Token::Tag(tag) if !tag.starts_with('/') => attribute(tag, "id").map(unescape),
        _ => None,
    })
}

fn repeated_ids(html: &str) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    all_ids(html).filter(|id| !seen.insert(id.clone())).collect()
}

/// The links of a built page with the lines they stand on.
fn built(html: &str) -> Vec<(usize, String)> {
    let mut line = 1;
    let mut out = Vec::new();
    for token in tokens(html) {
        let text = match token {
            Token::Text(text) => text,
            Token::Tag(tag) => {
                let to = attribute(tag, "href").or_else(|| attribute(tag, "src"));
                out.extend(to.map(|to| (line, unescape(to))));
                tag
            }
        };
        line += text.matches('\n').count();
    }
    out
}
