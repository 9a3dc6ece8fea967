//! A terminal taken whole: one text that can be scrolled, and a line of keys below it.

use std::io::{self, Write};

use crossterm::style::Print;
use crossterm::terminal::{self, Clear, ClearType};
use crossterm::{cursor, execute, queue};

/// The terminal in raw mode on its alternate screen; as it was again when this is dropped.
pub struct Screen {
    colour: bool,
    top: usize,
    height: usize,
    length: usize,
}

impl Screen {
    /// # Errors
    ///
    /// The terminal refuses raw mode.
    pub fn open() -> io::Result<Screen> {
        terminal::enable_raw_mode()?;
        execute!(io::stdout(), terminal::EnterAlternateScreen, cursor::Hide)?;
        let choice = anstream::AutoStream::choice(&io::stdout());
        Ok(Screen { colour: choice != anstream::ColorChoice::Never, top: 0, height: 0, length: 0 })
    }

    /// Back to the text's beginning, for a new text.
    pub fn scroll_to_top(&mut self) {
        self.top = 0;
    }

    /// Scrolls by so many lines; negative is up.
    pub fn scroll(&mut self, lines: isize) {
        let last = self.length.saturating_sub(self.height);
        self.top = self.top.saturating_add_signed(lines).min(last);
    }

    /// How far a page key scrolls.
    pub fn page(&self) -> isize {
        isize::try_from(self.height.saturating_sub(1).max(1)).unwrap_or(1)
    }

    /// Draws the whole screen anew, without a blink in between.
    ///
    /// # Errors
    ///
    /// The terminal is gone.
    pub fn draw(&mut self, text: &str, keys: &str) -> io::Result<()> {
        let (columns, rows) = terminal::size().unwrap_or((80, 24));
        let (columns, rows) = (usize::from(columns), usize::from(rows));
        let lines: Vec<&str> = text.trim_end().lines().collect();
        self.height = rows.saturating_sub(2).max(1);
        self.length = lines.len();
        self.scroll(0);
        let mut out = io::stdout().lock();
        queue!(out, cursor::MoveTo(0, 0))?;
        for row in 0..self.height {
            let line = lines.get(self.top + row).copied().unwrap_or_default();
            queue!(out, Print(self.fitted(line, columns)), Clear(ClearType::UntilNewLine))?;
            queue!(out, cursor::MoveToNextLine(1))?;
        }
        queue!(out, Print(self.fitted(&self.more(), columns)), Clear(ClearType::UntilNewLine))?;
        queue!(out, cursor::MoveToNextLine(1))?;
        queue!(out, Print(self.fitted(keys, columns)), Clear(ClearType::FromCursorDown))?;
        out.flush()
    }

    /// What is out of sight.
    fn more(&self) -> String {
        let below = self.length.saturating_sub(self.top + self.height);
        match (self.top, below) {
            (0, 0) => String::new(),
            (above, 0) => format!("↑ {above} more"),
            (0, below) => format!("↓ {below} more"),
            (above, below) => format!("↑ {above}  ↓ {below} more"),
        }
    }

    fn fitted(&self, line: &str, columns: usize) -> String {
        let line = cut(line, columns);
        if self.colour { line } else { anstream::adapter::strip_str(&line).to_string() }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // Whether or not the terminal is still there.
        let _ = execute!(io::stdout(), cursor::Show, terminal::LeaveAlternateScreen);
        let _ = terminal::disable_raw_mode();
    }
}

/// Cuts a line to so many columns; colour sequences take none and are kept.
fn cut(line: &str, columns: usize) -> String {
    if textwrap::core::display_width(line) <= columns {
        return line.to_owned();
    }
    let mut out = String::new();
    let mut used = 0;
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        if character == '\u{1b}' {
            out.push(character);
            for inner in characters.by_ref() {
                out.push(inner);
                if inner.is_ascii_alphabetic() {
                    break;
                }
            }
            continue;
        }
        let width = textwrap::core::display_width(character.encode_utf8(&mut [0; 4]));
        if used + width < columns {
            used += width;
            out.push(character);
        } else if used < columns {
            used = columns;
            out.push('…');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_cut_and_its_colours_end() {
        assert_eq!(cut("short", 10), "short");
        assert_eq!(cut("0123456789", 5), "0123…");
        assert_eq!(cut("\u{1b}[1m0123456789\u{1b}[0m", 5), "\u{1b}[1m0123…\u{1b}[0m");
    }
}
