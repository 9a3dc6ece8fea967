//! What a chart is drawn into: its size, and its axes.

use std::ops::Range;

/// The size that a figure is drawn for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    width: u32,
    height: u32,
}

impl Frame {
    /// For a column of text.
    pub const WIDE: Self = Self { width: 640, height: 360 };
    /// For a phone.
    pub const NARROW: Self = Self { width: 340, height: 300 };

    pub fn size(self) -> (u32, u32) {
        (self.width, self.height)
    }

    pub fn is_narrow(self) -> bool {
        self.width < 500
    }

    /// One of two values: for a desk, for a phone.
    pub fn choose<T>(self, wide: T, narrow: T) -> T {
        if self.is_narrow() { narrow } else { wide }
    }

    /// The same width with another height.
    pub fn tall(self, height: u32) -> Self {
        Self { height, ..self }
    }
}

/// An axis: its range, its ticks with their words, and what it measures.
pub struct Axis {
    pub range: Range<f64>,
    pub ticks: Vec<(f64, String)>,
    pub name: &'static str,
}

impl Axis {
    /// Ticks at the given values, written with so many places.
    pub fn new(range: Range<f64>, ticks: &[f64], places: usize, name: &'static str) -> Self {
        let write = |value: f64| format!("{value:.places$}").replace('-', "−");
        Self { range, ticks: ticks.iter().map(|&t| (t, write(t))).collect(), name }
    }
}
