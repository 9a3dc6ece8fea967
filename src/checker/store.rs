//! Writing a file so that it is either the old one or the new one, whenever the power goes.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use super::{Error, Result};

/// Replaces the file's content in one step: temporary, flush, rename.
///
/// # Errors
///
/// [`Error::File`] with the path; the old file is then still whole.
pub fn write(path: &Path, content: &str) -> Result<()> {
    let failed = |error: std::io::Error| Error::file(path, error);
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("file");
    let temporary = path.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let written = File::create(&temporary)
        .and_then(|mut file| file.write_all(content.as_bytes()).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&temporary, path));
    if written.is_err() {
        // The temporary is of no use to anyone; that it cannot be removed either changes nothing.
        let _ = fs::remove_file(&temporary);
    }
    written.map_err(failed)
}
