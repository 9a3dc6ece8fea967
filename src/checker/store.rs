//! Writing a file so that it is either the old one or the new one, whenever the power goes.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use super::{Error, Result};

/// Replaces the file's content in one step: temporary, flush, rename.
///
/// # Errors
///
/// [`Error::File`] with the path; the old file is then still whole.
pub fn write(path: &Path, content: &str) -> Result<()> {
    replace(path, content, File::sync_all)
}

/// As [`write()`], without waiting for the disk: for what can be made again.
///
/// # Errors
///
/// As [`write()`].
pub fn write_quickly(path: &Path, content: &str) -> Result<()> {
    replace(path, content, |_| Ok(()))
}

fn replace(path: &Path, content: &str, flush: fn(&File) -> std::io::Result<()>) -> Result<()> {
    let failed = |error: std::io::Error| Error::file(path, error);
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("file");
    let temporary = path.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    remove_leftovers(path, name);
    let written = File::create(&temporary)
        .and_then(|mut file| file.write_all(content.as_bytes()).and_then(|()| flush(&file)))
        .and_then(|()| fs::rename(&temporary, path));
    if written.is_err() {
        // The temporary is of no use to anyone; that it cannot be removed either changes nothing.
        let _ = fs::remove_file(&temporary);
    }
    written.map_err(failed)
}

/// A name beside `path` that nothing has: `progress.kept-1.toml`, `progress.kept-2.toml`, …
pub fn free_name(path: &Path, word: &str) -> PathBuf {
    let part = |part: Option<&std::ffi::OsStr>| {
        part.and_then(|name| name.to_str()).unwrap_or_default().to_owned()
    };
    let (stem, extension) = (part(path.file_stem()), part(path.extension()));
    let mut number = 1_u32;
    loop {
        let candidate = path.with_file_name(format!("{stem}.{word}-{number}.{extension}"));
        if !candidate.exists() {
            return candidate;
        }
        number += 1;
    }
}

/// Gives a file another name, if it is there: one that this checker cannot read is somebody's work
/// all the same.
///
/// # Errors
///
/// [`Error::File`].
pub fn set_aside(path: &Path) -> Result<()> {
    if !path.exists() {
        return Ok(());
    }
    let kept = free_name(path, "kept");
    fs::rename(path, kept).map_err(|error| Error::file(path, error))
}

/// Does something while no other program that asks for the same turn does.
///
/// # Errors
///
/// [`Error::File`], and whatever `work` fails with.
pub fn in_turn<T>(folder: &Path, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let turn = folder.join("lock");
    let failed = |error: std::io::Error| Error::file(&turn, error);
    fs::create_dir_all(folder).map_err(failed)?;
    let lock = File::create(&turn).map_err(failed)?;
    lock.lock().map_err(failed)?;
    work()
}

/// What writers that were killed have left behind, once it is an hour old.
fn remove_leftovers(path: &Path, name: &str) {
    let Some(entries) = path.parent().and_then(|folder| fs::read_dir(folder).ok()) else { return };
    let prefix = format!(".{name}.");
    for entry in entries.flatten() {
        let is_leftover = entry
            .file_name()
            .to_str()
            .is_some_and(|name| name.starts_with(&prefix) && name.ends_with(".tmp"));
        let is_old = entry
            .metadata()
            .and_then(|metadata| metadata.modified())
            .is_ok_and(|time| time.elapsed().is_ok_and(|age| age.as_secs() > 3600));
        if is_leftover && is_old {
            // Whoever removes it first has removed it.
            let _ = fs::remove_file(entry.path());
        }
    }
}
