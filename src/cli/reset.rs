//! `ntk reset`: back to the pristine text. What was there is kept.

use clap::Args;
use serde_json::json;

use ntk_checker::course::Course;
use ntk_checker::{Error, progress, store};

use super::{Ending, Outcome, json, notice};

#[derive(Args)]
pub struct Arguments {
    /// Which exercise
    #[arg(value_name = "EX")]
    exercise: String,
    /// Print one JSON object on standard output, and nothing else
    #[arg(long)]
    json: bool,
}

pub fn run(course: &Course, arguments: &Arguments) -> Outcome {
    let folder = course.exercise(&arguments.exercise)?;
    let (file, starter) = (folder.learners_file(), folder.path.join("starter.rs"));
    let read = |path: &std::path::Path| {
        std::fs::read_to_string(path)
            .map_err(|error| Error::File { path: path.to_owned(), problem: error.to_string() })
    };
    let pristine = read(&starter)?;
    let shown = course.relative(&file);
    // A file that is gone, or not text, is replaced all the same.
    let before = std::fs::read(&file).ok();
    let mut kept = None;
    if before.as_deref().is_some_and(|bytes| bytes != pristine.as_bytes()) {
        let backups = progress::folder(course).join("backups");
        std::fs::create_dir_all(&backups)
            .map_err(|error| Error::File { path: backups.clone(), problem: error.to_string() })?;
        let to = store::free_name(&backups.join(format!("{}.rs", folder.id)), "kept");
        std::fs::copy(&file, &to)
            .map_err(|error| Error::File { path: to.clone(), problem: error.to_string() })?;
        kept = Some(course.relative(&to));
    }
    let same = before.as_deref() == Some(pristine.as_bytes());
    if !same {
        store::write(&file, &pristine)?;
    }
    if let Err(error) =
        progress::change(course, &folder, |record| *record = progress::Record::default())
    {
        notice(&format!("the progress could not be changed: {error}"));
    }
    if arguments.json {
        say!(
            "{:#}",
            json!({"version": json::VERSION, "file": shown, "kept": kept, "changed": !same})
        );
    } else if same {
        say!("{shown} is the pristine text already.");
    } else {
        say!("{shown} is the pristine text again.");
        if let Some(kept) = kept {
            say!("Yours is kept as {kept}");
        }
    }
    Ok(Ending::Well)
}
