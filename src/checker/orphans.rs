//! Nothing that a learner's program started may outlive it, also what left its process group.
//!
//! On Linux the checker becomes the one to whom orphans of its descendants fall ("subreaper"). So
//! when a program has been stopped, every child of the checker that it did not start itself is
//! something that escaped. Other systems have the process group (or job) alone.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// The programs that the checker itself has started; `None` as long as it does not collect orphans.
static OWN: Mutex<Option<BTreeSet<u32>>> = Mutex::new(None);

fn own<R>(act: impl FnOnce(&mut Option<BTreeSet<u32>>) -> R) -> R {
    act(&mut OWN.lock().unwrap_or_else(PoisonError::into_inner))
}

/// From now on orphans fall to this process, and [`end_all`] ends them. For a program whose every
/// child is started through the checker; a library's user may have other children.
pub fn collect() {
    #[cfg(target_os = "linux")]
    if rustix::process::set_child_subreaper(Some(rustix::process::getpid())).is_ok() {
        own(|own| *own = Some(BTreeSet::new()));
    }
}

/// Starts a child of the checker's own, which is no orphan. Nobody looks for orphans between its
/// start and its being known: another thread would take it for one.
///
/// # Errors
///
/// Those of `spawn`.
pub fn start<C>(
    spawn: impl FnOnce() -> std::io::Result<C>,
    id: impl FnOnce(&C) -> u32,
) -> std::io::Result<C> {
    own(|own| {
        let child = spawn()?;
        own.as_mut().map(|own| own.insert(id(&child)));
        Ok(child)
    })
}

/// `pid` has ended.
pub fn forget(pid: u32) {
    own(|own| own.as_mut().map(|own| own.remove(&pid)));
}

/// Ends every orphan, and what it has started in turn.
pub fn end_all() {
    #[cfg(target_os = "linux")]
    own(|own| {
        if let Some(own) = own {
            linux::end_all_but(own);
        }
    });
}

#[cfg(target_os = "linux")]
mod linux {
    use std::collections::BTreeSet;
    use std::time::{Duration, Instant};

    use rustix::process::{
        Pid, Signal, WaitId, WaitIdOptions, WaitOptions, getpid, kill_process, waitid, waitpid,
    };

    pub fn end_all_but(own: &BTreeSet<u32>) {
        let deadline = Instant::now() + Duration::from_secs(2);
        // One look kills what it sees; what was being started meanwhile is seen by the next.
        while any_child_is_left() && Instant::now() < deadline {
            let strangers = descendants_but(own);
            if strangers.is_empty() {
                return;
            }
            for pid in strangers {
                // It may be gone already, or not yet be our child to wait for.
                let _ = kill_process(pid, Signal::KILL);
                let _ = waitpid(Some(pid), WaitOptions::NOHANG);
            }
        }
    }

    /// Asks without a look at /proc; nearly always the answer is no.
    fn any_child_is_left() -> bool {
        let options = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
        waitid(WaitId::All, options).is_ok()
    }

    /// All processes below this one, less those in `own` and what is below them.
    fn descendants_but(own: &BTreeSet<u32>) -> Vec<Pid> {
        let parents = parents();
        let myself = getpid().as_raw_pid();
        let is_stranger = |mut pid: i32| loop {
            if u32::try_from(pid).is_ok_and(|pid| own.contains(&pid)) {
                return false;
            }
            match parents.iter().find(|(child, _)| *child == pid) {
                Some((_, parent)) if *parent == myself => return true,
                Some((_, parent)) => pid = *parent,
                None => return false,
            }
        };
        parents
            .iter()
            .filter(|(pid, _)| is_stranger(*pid))
            .filter_map(|(pid, _)| Pid::from_raw(*pid))
            .collect()
    }

    /// Every process with its parent.
    fn parents() -> Vec<(i32, i32)> {
        let Ok(entries) = std::fs::read_dir("/proc") else { return Vec::new() };
        entries
            .filter_map(|entry| {
                let entry = entry.ok()?;
                let pid: i32 = entry.file_name().to_str()?.parse().ok()?;
                let stat = std::fs::read_to_string(entry.path().join("stat")).ok()?;
                // `pid (name) state parent …`; the name may hold anything, brackets too.
                let after_name = &stat[stat.rfind(')')? + 1..];
                Some((pid, after_name.split_whitespace().nth(1)?.parse().ok()?))
            })
            .collect()
    }
}
