//! The book's figures. Each takes its numbers from the library `ntk` and draws them as SVG, in the
//! book's palette, in two widths.
//!
//! A figure is one file in [`figures`] and one line in its list; it knows nothing of pages.

pub mod chart;
pub mod figures;
mod lab;
pub mod palette;

pub use chart::Frame;

/// A figure that can be drawn.
pub struct Figure {
    /// The same in text, command line and file name.
    pub id: &'static str,
    /// What it shows, for the list of figures.
    pub title: &'static str,
    /// The library calls that its numbers come from.
    pub library: &'static [&'static str],
    pub(crate) draw: fn(Frame) -> Result<String, String>,
}

impl Figure {
    /// SVG for a page: colours are the page's, so that they follow its theme.
    pub fn inline(&self, frame: Frame) -> Result<String, String> {
        (self.draw)(frame).map(|svg| palette::themed(&svg))
    }

    /// SVG for a file of its own: on white.
    pub fn standalone(&self, frame: Frame) -> Result<String, String> {
        (self.draw)(frame).map(|svg| palette::on_white(&svg, frame))
    }
}

/// The figure with this id.
pub fn find(id: &str) -> Option<&'static Figure> {
    figures::ALL.iter().find(|figure| figure.id == id)
}
