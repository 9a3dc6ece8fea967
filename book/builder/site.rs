//! mdBook's part: it renders the pages; we finish them and keep what they use.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::{fs, io};

use mdbook_driver::MDBook;
use mdbook_driver::config::Config;

use crate::drawings::Drawings;
use crate::html::{Token, attribute, tokens};
use crate::maths::Maths;
use crate::problem::Failure;
use crate::{search, warnings};

mod contents;

/// A finished page.
pub struct Page {
    /// From the site's root, `06-two-layer-relu.html`.
    pub path: String,
    pub html: String,
}

/// Reads `book.toml`, `SUMMARY.md` and the chapters; the site will go to `folder`.
pub fn load(root: &Path, folder: &Path, live: bool) -> Result<MDBook, Failure> {
    let file = root.join("book/book.toml");
    let text = fs::read_to_string(&file).map_err(|error| Failure::other(file.display(), error))?;
    let config = config(&text, folder, live).map_err(|e| Failure::other("book/book.toml", e))?;
    MDBook::load_with_config(root.join("book"), config)
        .map_err(|error| Failure::Other(format!("{error:#}")))
}

fn config(text: &str, folder: &Path, live: bool) -> Result<Config, String> {
    let mut table: toml::Table = text.parse().map_err(|error| format!("{error}"))?;
    // This entry is for readers who type `mdbook build book`: it would start us again.
    table.remove("preprocessor");
    let mut config = Config::from_str(&table.to_string()).map_err(|error| format!("{error:#}"))?;
    config.build.build_dir = folder.to_owned();
    config.build.use_default_preprocessors = false;
    if live {
        let set = config.set("output.html.live-reload-endpoint", "~version");
        set.map_err(|error| format!("{error:#}"))?;
    }
    Ok(config)
}

/// Lets mdBook write its pages; a warning of its is an error of ours.
pub fn render(book: &MDBook) -> Result<(), Failure> {
    let (result, warnings) = warnings::collect(|| book.build());
    result.map_err(|error| Failure::Other(format!("mdBook: {error:#}")))?;
    match warnings.as_slice() {
        [] => Ok(()),
        all => Err(Failure::Other(format!("mdBook warns:\n{}", all.join("\n")))),
    }
}

/// Fills in formulas, figures and contents, writes the search index, drops what no page uses.
pub fn finish(
    book: &MDBook,
    folder: &Path,
    maths: &Maths,
    drawings: &Drawings,
) -> Result<Vec<Page>, Failure> {
    let mut pages = Vec::new();
    for path in contents::page_paths(book) {
        let html = read(&folder.join(&path))?;
        pages.push(Page { path, html });
    }
    write(&folder.join(search::FILE), &search::index(&pages))?;
    for page in &mut pages {
        let html = contents::insert(book, &page.path, &page.html);
        page.html = drawings.fill(&maths.fill(&html));
        write(&folder.join(&page.path), &page.html)?;
    }
    drop_unused(folder, &pages).map_err(|error| Failure::other(folder.display(), error))?;
    Ok(pages)
}

/// mdBook writes its stock styles, scripts and fonts beside ours. Only what a page or a style sheet
/// names stays, with the licences of the fonts.
fn drop_unused(folder: &Path, pages: &[Page]) -> io::Result<()> {
    let mut used: BTreeSet<String> = pages.iter().map(|page| page.path.clone()).collect();
    used.extend([search::FILE.to_owned(), ".nojekyll".to_owned()]);
    for page in pages {
        for token in tokens(&page.html) {
            let Token::Tag(tag) = token else { continue };
            let names =
                [attribute(tag, "href"), attribute(tag, "src"), attribute(tag, "data-search")];
            used.extend(names.into_iter().flatten().map(|name| resolve(&page.path, name)));
        }
    }
    let sheets: Vec<String> = used.iter().filter(|name| name.ends_with(".css")).cloned().collect();
    for sheet in sheets {
        let css = fs::read_to_string(folder.join(&sheet)).unwrap_or_default();
        for part in css.split("url(").skip(1) {
            let name = part.split(')').next().unwrap_or("").trim_matches(['"', '\'']);
            used.insert(resolve(&sheet, name));
        }
    }
    for file in files(folder)? {
        let name = relative(folder, &file);
        if !used.contains(&name) && !name.contains("LICENSE") {
            fs::remove_file(file)?;
        }
    }
    remove_empty_folders(folder)
}

/// The file that a link on the page `from` names, as a path from the site's root.
pub fn resolve(from: &str, link: &str) -> String {
    let link = link.split(['#', '?']).next().unwrap_or("");
    if link.is_empty() {
        return from.to_owned();
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Whether `out` is empty, not there yet, or a site that an earlier build wrote.
pub fn may_replace(out: &Path) -> bool {
    let empty = fs::read_dir(out).map_or(true, |mut entries| entries.next().is_none());
    empty || (out.join(search::FILE).is_file() && out.join(".nojekyll").is_file())
}

/// Makes `out` equal to `new`, touching only what differs, and removes `new`. Returns the number of
/// files that changed.
pub fn replace(new: &Path, out: &Path) -> io::Result<usize> {
    let mut changed = 0;
    let mut kept = BTreeSet::new();
    for file in files(new)? {
        let name = relative(new, &file);
        let (bytes, target) = (fs::read(&file)?, out.join(&name));
        if fs::read(&target).ok().as_ref() != Some(&bytes) {
            if let Some(parent) = target.parent() {
                fs::create_dir_all(parent)?;
            }
            overwrite(&target, &bytes)?;
            changed += 1;
        }
        kept.insert(name);
    }
    for file in files(out)? {
        if !kept.contains(&relative(out, &file)) {
            fs::remove_file(file)?;
            changed += 1;
        }
    }
    remove_empty_folders(out)?;
    fs::remove_dir_all(new)?;
    Ok(changed)
}

/// A file in one step: who reads it has the old page or the new one, and never half of one.
fn overwrite(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let unfinished = target.with_file_name(format!(".{name}.unfinished"));
    fs::write(&unfinished, bytes)?;
    fs::rename(&unfinished, target)
}

/// Every file below a folder.
pub fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut out = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            out.extend(files(&path)?);
        } else {
            out.push(path);
        }
    }
    out.sort();
    Ok(out)
}

fn remove_empty_folders(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            remove_empty_folders(&path)?;
            if fs::read_dir(&path)?.next().is_none() {
                fs::remove_dir(&path)?;
            }
        }
    }
    Ok(())
}

fn relative(folder: &Path, file: &Path) -> String {
    let path = file.strip_prefix(folder).unwrap_or(file);
    path.to_string_lossy().replace('\\', "/")
}

fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::other(path.display(), error))
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(|error| Failure::other(path.display(), error))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A second name of the file that stood there shows what was done to it.
    #[test]
    fn a_page_is_exchanged_and_not_written_over() -> io::Result<()> {
        let root = std::env::temp_dir().join(format!("ntk-book-replace-{}", std::process::id()));
        let (new, out) = (root.join("new"), root.join("out"));
        fs::create_dir_all(&new)?;
        fs::create_dir_all(&out)?;
        fs::write(new.join("a.html"), "the new page")?;
        fs::write(out.join("a.html"), "the old page")?;
        fs::hard_link(out.join("a.html"), root.join("old.html"))?;
        let changed = replace(&new, &out)?;
        let read = |file: PathBuf| fs::read_to_string(file);
        assert_eq!((changed, files(&out)?.len()), (1, 1));
        assert_eq!(read(out.join("a.html"))?, "the new page");
        assert_eq!(read(root.join("old.html"))?, "the old page");
        fs::remove_dir_all(root)
    }
}
