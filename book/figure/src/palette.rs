//! One palette for every figure: what is measured, what theory says, what is usually written, each
//! with a colour that stays apart for colour-blind eyes, on light and on dark.
//!
//! A drawing is made in marker colours; they are exchanged for the page's variables, or for fixed
//! colours where a file must stand alone.

use plotters::style::RGBColor;

use crate::chart::Frame;

/// What a stroke or a word in a figure stands for.
pub struct Role {
    pub marker: RGBColor,
    variable: &'static str,
    light: &'static str,
}

/// Axes, ticks, labels.
pub const INK: Role = role(1, "--fig-ink", "#3d4149");
/// Help lines that may be overlooked.
pub const FAINT: Role = role(2, "--fig-faint", "#c9c6bd");
/// What theory says; the figure's main line.
pub const THEORY: Role = role(3, "--fig-theory", "#0b62a4");
/// What is usually written, or would happen otherwise.
pub const USUAL: Role = role(4, "--fig-usual", "#b4470f");
/// What was measured.
pub const MEASURED: Role = role(5, "--fig-measured", "#1d1f24");
/// A second line of theory.
pub const SECOND: Role = role(6, "--fig-second", "#00765a");
/// A third one.
pub const THIRD: Role = role(7, "--fig-third", "#7b4a9e");

const ALL: [&Role; 7] = [&INK, &FAINT, &THEORY, &USUAL, &MEASURED, &SECOND, &THIRD];

const fn role(number: u8, variable: &'static str, light: &'static str) -> Role {
    Role { marker: RGBColor(1, 2, number), variable, light }
}

impl Role {
    /// The marker as plotters writes it.
    fn written(&self) -> String {
        let RGBColor(r, g, b) = self.marker;
        format!("#{r:02X}{g:02X}{b:02X}")
    }
}

/// The drawing in the page's colours.
pub fn themed(svg: &str) -> String {
    let coloured = ALL.iter().fold(svg.to_owned(), |svg, role| {
        svg.replace(&role.written(), &format!("var({})", role.variable))
    });
    // The page decides how wide a drawing is; its viewBox keeps the proportions.
    let (head, rest) = coloured.split_once('>').unwrap_or((&coloured, ""));
    let head: Vec<&str> = head
        .split_whitespace()
        .filter(|part| !part.starts_with("width=") && !part.starts_with("height="))
        .collect();
    format!("{} aria-hidden=\"true\">{}", head.join(" "), compact(rest))
}

/// The drawing in fixed colours on white.
pub fn on_white(svg: &str, frame: Frame) -> String {
    let coloured =
        ALL.iter().fold(svg.to_owned(), |svg, role| svg.replace(&role.written(), role.light));
    let (head, rest) = coloured.split_once('>').unwrap_or((&coloured, ""));
    let (width, height) = frame.size();
    let paper = format!("<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>");
    format!("{head}>{paper}{}\n", compact(rest))
}

/// Plotters puts every element and every text on lines of its own; one line is enough.
fn compact(svg: &str) -> String {
    svg.lines().map(str::trim).collect()
}
