//! Printing, for a reader who may go away in the middle (`ntk list | head -1`).

use std::io::Write;

/// Prints a line on standard output; colour only where a terminal wants it.
macro_rules! say {
    () => { $crate::say::line(&mut anstream::stdout(), format_args!("")) };
    ($($text:tt)*) => { $crate::say::line(&mut anstream::stdout(), format_args!($($text)*)) };
}

/// Prints a line on standard error.
macro_rules! complain {
    ($($text:tt)*) => { $crate::say::line(&mut anstream::stderr(), format_args!($($text)*)) };
}

/// A reader that has gone wants no more lines, and the verdict stands without them.
pub fn line(to: &mut impl Write, text: std::fmt::Arguments<'_>) {
    let _ = writeln!(to, "{text}");
}

/// Writes data on standard output. A reader that has gone has what it wanted; any other failure
/// means that what was written is not whole.
pub fn whole(data: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(data.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}
