//! Saves of one file, however the editor saves: by writing, by renaming over it, by deleting first.

use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::{RecommendedWatcher, RecursiveMode, Watcher};

/// A save is over when nothing has happened for this long.
const QUIET: Duration = Duration::from_millis(15);
/// It is taken as over after this long in any case.
const PATIENCE: Duration = Duration::from_millis(90);
/// How often to look where events work: network drives and containers lose some.
const SAFETY: Duration = Duration::from_millis(500);
/// How often to look where they do not.
const POLLING: Duration = Duration::from_millis(40);

/// Watches a file for as long as it lives.
pub struct Watched {
    _watcher: Option<RecommendedWatcher>,
    /// Dropped with this value, which ends the thread.
    _alive: Sender<()>,
    pub polling: bool,
}

/// Calls `saved` after each save that changed the file's content.
pub fn watch(file: &Path, saved: impl Fn() + Send + 'static) -> Watched {
    let (events, happened) = channel();
    let alive = events.clone();
    let watcher = watcher(file, events);
    let polling = watcher.is_none();
    let file = file.to_owned();
    let interval = if polling { POLLING } else { SAFETY };
    // Looked at before the thread begins, or a save in between would be none.
    let first = Content::of(&file);
    std::thread::spawn(move || follow(first, &file, &happened, interval, &saved));
    Watched { _watcher: watcher, _alive: alive, polling }
}

/// The folder is watched, not the file: a save by rename puts another file into its place.
fn watcher(file: &Path, events: Sender<()>) -> Option<RecommendedWatcher> {
    let name = file.file_name()?.to_owned();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let concerns = event.is_ok_and(|event| {
            let ours = event.paths.iter().any(|path| path.file_name() == Some(&name));
            ours && !event.kind.is_access()
        });
        if concerns {
            // The other end is gone when the watch is over.
            let _ = events.send(());
        }
    })
    .ok()?;
    watcher.watch(file.parent()?, RecursiveMode::NonRecursive).ok()?;
    Some(watcher)
}

fn follow(
    mut last: Content,
    file: &Path,
    happened: &Receiver<()>,
    interval: Duration,
    saved: &impl Fn(),
) {
    loop {
        match happened.recv_timeout(interval) {
            Ok(()) => wait_for_quiet(happened),
            Err(RecvTimeoutError::Timeout) if last.stamp == Stamp::of(file) => continue,
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        let now = Content::of(file);
        // A file that has vanished comes back, or is none to check.
        if now.bytes.is_some() && now.bytes != last.bytes {
            last = now;
            saved();
        } else if now.bytes.is_some() {
            last.stamp = now.stamp;
        }
    }
}

fn wait_for_quiet(happened: &Receiver<()>) {
    let limit = Instant::now() + PATIENCE;
    while Instant::now() < limit && happened.recv_timeout(QUIET).is_ok() {}
}

/// A file as it was when last looked at.
struct Content {
    stamp: Stamp,
    bytes: Option<Vec<u8>>,
}

/// What says, without reading, that a file may have changed.
#[derive(PartialEq, Eq)]
struct Stamp(Option<(std::time::SystemTime, u64)>);

impl Content {
    fn of(file: &Path) -> Content {
        Content { stamp: Stamp::of(file), bytes: std::fs::read(file).ok() }
    }
}

impl Stamp {
    fn of(file: &Path) -> Stamp {
        let metadata = std::fs::metadata(file).ok();
        Stamp(metadata.and_then(|metadata| Some((metadata.modified().ok()?, metadata.len()))))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// Each way of saving reports once; touching the file reports nothing.
    #[test]
    fn every_way_of_saving_is_one_save() {
        let folder = std::env::temp_dir().join(format!("ntk-watch-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join("ex.rs");
        fs::write(&file, "0").unwrap();
        let (saves, saved) = channel();
        let _watched = watch(&file, move || saves.send(()).unwrap());
        let one_save = |what: &str| {
            saved
                .recv_timeout(Duration::from_secs(5))
                .unwrap_or_else(|_| panic!("{what}: no save"));
            assert!(saved.recv_timeout(Duration::from_millis(700)).is_err(), "{what}: two saves");
        };
        fs::write(&file, "1").unwrap();
        one_save("written");
        fs::write(folder.join("ex.rs.new"), "2").unwrap();
        fs::rename(folder.join("ex.rs.new"), &file).unwrap();
        one_save("renamed over");
        fs::remove_file(&file).unwrap();
        std::thread::sleep(Duration::from_millis(150));
        fs::write(&file, "3").unwrap();
        one_save("deleted and written anew");
        fs::write(&file, "3").unwrap();
        assert!(saved.recv_timeout(Duration::from_millis(700)).is_err(), "nothing has changed");
        fs::remove_dir_all(&folder).unwrap();
    }
}
