//! Builds the book: Markdown with a few blocks of its own becomes a site that needs no server, no
//! network and hardly any script.
//!
//! A build runs in four steps, one module each:
//! 1. [`data`] reads what pages refer to by id: claims, results, terms, sources, exercises;
//! 2. [`pages`] turns the book's blocks, formulas and links into what mdBook understands;
//! 3. [`site`] lets mdBook render the result and finishes its pages: formulas, figures, contents;
//! 4. [`links`] follows every link, and [`search`] writes the index of words.
//!
//! A build that finds anything wrong writes no site and lists every problem with file and line.

pub mod atlas;
pub mod block;
pub mod blocks;
pub mod data;
pub mod desk;
pub mod drawings;
pub mod highlight;
pub mod html;
pub mod links;
pub mod maths;
pub mod pages;
pub mod problem;
pub mod prose;
pub mod search;
pub mod serve;
pub mod site;
pub mod warnings;

use std::path::{Path, PathBuf};

use data::Data;
use drawings::Drawings;
use maths::Maths;
use problem::{Failure, Problems};

/// What to build, and where to.
pub struct Job {
    /// The root of the repository.
    pub root: PathBuf,
    /// Where the site goes.
    pub out: PathBuf,
    /// Whether pages reload themselves when the book changes.
    pub live: bool,
}

/// What a build made.
pub struct Built {
    pub pages: usize,
    /// Files that were not there before, or differ from before.
    pub changed: usize,
    /// What an author may have forgotten, a line each.
    pub notes: Vec<String>,
}

/// Builds the whole site into a folder beside `job.out`, and moves over what changed.
///
/// A folder that holds anything else is refused: what a site does not have is removed from it.
pub fn build(job: &Job) -> Result<Built, Failure> {
    if !site::may_replace(&job.out) {
        let folder = job.out.display();
        return Err(Failure::Other(format!(
            "{folder} holds files that are no book of ours; name an empty or a new folder with --out"
        )));
    }
    let scratch = scratch(&job.out);
    let built = build_into(job, &scratch)?;
    let changed = site::replace(&scratch, &job.out)
        .map_err(|error| Failure::other(job.out.display(), error))?;
    Ok(Built { changed, ..built })
}

/// Builds into a throw-away folder: whether the book could be built.
pub fn check(job: &Job) -> Result<Built, Failure> {
    let scratch = scratch(&job.out);
    let built = build_into(job, &scratch);
    // A check leaves nothing behind; that it could not be removed harms nobody.
    let _ = std::fs::remove_dir_all(&scratch);
    built
}

/// Beside the site; under a name that nobody else uses.
fn scratch(out: &Path) -> PathBuf {
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    out.with_file_name(format!(".{name}.ntk-book-scratch"))
}

fn build_into(job: &Job, folder: &Path) -> Result<Built, Failure> {
    let mut problems = Problems::default();
    let data = Data::load(&job.root, &mut problems);
    let mut maths = Maths::new(data.macros.clone());
    let mut drawings = Drawings::default();
    let mut book = site::load(&job.root, folder, job.live)?;
    let written = pages::write(&mut book, &data, &mut maths, &mut drawings, &mut problems);
    if !problems.is_empty() {
        return Err(Failure::Book(problems.sorted()));
    }
    site::render(&book)?;
    let pages = site::finish(&book, folder, &maths, &drawings)?;
    links::check(&pages, folder, &written.links, &mut problems);
    if !problems.is_empty() {
        return Err(Failure::Book(problems.sorted()));
    }
    Ok(Built { pages: pages.len(), changed: 0, notes: written.notes })
}
