//! What a panic says, and the learner's own line where it came from.

use std::any::Any;
use std::backtrace::Backtrace;
use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe, Location, PanicHookInfo};

use crate::protocol::Panic;

thread_local! {
    static LAST: RefCell<Option<Panic>> = const { RefCell::new(None) };
}

/// Keeps each panic's message and place instead of printing them.
///
/// `source` is a file of the exercise, as `file!()` gives it; a panic inside a library is blamed on
/// the line of that file's folder which called it.
pub fn remember(source: &'static str) {
    panic::set_hook(Box::new(move |info| {
        let panic = Panic { message: message(info), at: own_line(info.location(), folder(source)) };
        LAST.with(|last| *last.borrow_mut() = Some(panic));
    }));
}

/// Calls `function` and returns its value, or the panic that ended it.
pub fn catch<T>(function: impl FnOnce() -> T) -> Result<T, Panic> {
    panic::catch_unwind(AssertUnwindSafe(function)).map_err(|payload| {
        // The learner's code may have set a hook of its own: then the payload has to do.
        let panic = LAST.with(|last| last.borrow_mut().take());
        let panic = panic.unwrap_or_else(|| Panic { message: text(&*payload), at: None });
        // Its destructor may be the learner's, and panic in its turn.
        std::mem::forget(payload);
        panic
    })
}

fn message(info: &PanicHookInfo<'_>) -> String {
    text(info.payload())
}

fn text(payload: &(dyn Any + Send)) -> String {
    payload
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "a panic without text".to_owned())
}

fn folder(source: &str) -> String {
    let source = source.replace('\\', "/");
    source.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"))
}

fn own_line(location: Option<&Location<'_>>, folder: String) -> Option<String> {
    let location = location?;
    let file = location.file().replace('\\', "/");
    if file.contains(&folder) {
        return Some(format!("{file}:{}", location.line()));
    }
    first_frame_in(&Backtrace::force_capture().to_string(), &folder)
}

/// The first `at FILE:LINE:COLUMN` of a printed backtrace whose file lies in `folder`.
fn first_frame_in(backtrace: &str, folder: &str) -> Option<String> {
    backtrace
        .lines()
        .filter_map(|line| line.trim().strip_prefix("at "))
        .map(|place| place.replace('\\', "/"))
        .filter(|place| place.contains(folder) && !place.contains("/signatures.rs:"))
        .find_map(|place| {
            let start = place.find(folder)?;
            let (file_and_line, _column) = place[start..].rsplit_once(':')?;
            Some(file_and_line.to_owned())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_learners_own_frame_is_found_below_the_librarys() {
        let backtrace = "   3: nalgebra::base::ops\n             at /registry/nalgebra/ops.rs:80:9\n   \
                         4: ex06::ntk_gram\n             at ./exercises/ex06-relu/ex06.rs:31:5\n";
        assert_eq!(
            first_frame_in(backtrace, "exercises/ex06-relu/").as_deref(),
            Some("exercises/ex06-relu/ex06.rs:31")
        );
        assert_eq!(first_frame_in(backtrace, "exercises/ex07-erf/"), None);
    }
}
