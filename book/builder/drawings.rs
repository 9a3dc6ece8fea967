//! Figures, drawn while the book is built, in two widths: one for a desk, one for a phone.
//!
//! Like a formula, a figure stands in the page as an empty element until mdBook is done: mdBook would
//! write an SVG's attributes in small letters.

use std::collections::BTreeMap;

use ntk_figure::{Figure, Frame};

#[derive(Default)]
pub struct Drawings {
    drawn: BTreeMap<String, String>,
}

impl Drawings {
    /// Draws the figure `id` and returns it with its place-holder.
    pub fn place(&mut self, id: &str) -> Result<(&'static Figure, String), String> {
        let figure = ntk_figure::find(id).ok_or_else(|| format!("unknown figure `{id}`"))?;
        if !self.drawn.contains_key(id) {
            let both = [("wide", Frame::WIDE), ("narrow", Frame::NARROW)].map(|(name, frame)| {
                figure.inline(frame).map(|svg| format!("<div class=\"{name}\">{svg}</div>"))
            });
            let [wide, narrow] = both;
            self.drawn.insert(id.to_owned(), wide? + &narrow?);
        }
        Ok((figure, format!("<div class=\"drawing\" data-figure=\"{id}\"></div>")))
    }

    /// Puts every figure in its place.
    pub fn fill(&self, page: &str) -> String {
        let mut out = page.to_owned();
        for (id, svg) in &self.drawn {
            let empty = format!("data-figure=\"{id}\"></div>");
            out = out.replace(&empty, &format!("data-figure=\"{id}\">{svg}</div>"));
        }
        out
    }
}
