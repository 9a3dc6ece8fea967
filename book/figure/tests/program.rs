//! The program as it is typed.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn draw(arguments: &[&OsStr]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ntk-figure"));
    command.args(arguments).output().expect("the program starts")
}

/// A second name of the file that stood there shows what was done to it.
#[test]
fn a_figure_is_exchanged_and_not_written_over() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exchanged");
    let (file, old) = (folder.join("a.svg"), folder.join("old.svg"));
    // Left over from an earlier run, or not there.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("may write");
    fs::write(&file, "the old one").expect("may write");
    fs::hard_link(&file, &old).expect("may link");
    let drawn = draw(&["relu-kernels".as_ref(), "--out".as_ref(), file.as_ref()]);
    assert!(drawn.status.success(), "{}", String::from_utf8_lossy(&drawn.stderr));
    assert!(fs::read_to_string(&file).expect("is there").starts_with("<svg"));
    assert_eq!(fs::read_to_string(&old).expect("is there"), "the old one");
    assert_eq!(fs::read_dir(&folder).expect("is there").count(), 2, "something is left over");
}

#[cfg(unix)]
#[test]
fn a_word_that_is_no_text_is_a_failure_and_no_panic() {
    use std::os::unix::ffi::OsStrExt;
    let refused = draw(&[OsStr::from_bytes(b"\xff")]);
    let said = String::from_utf8_lossy(&refused.stderr);
    assert!(refused.status.code() == Some(1) && said.contains("unknown figure"), "{said}");
}
