use std::collections::BTreeMap;

use super::{Cell, Measured, mean};

/// What one cell measured, by name.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Values(pub BTreeMap<String, f64>);

impl Values {
    /// ```
    /// let values = ntk_lab::Values::default().with("drift", 0.5).with("steps", 12.0);
    /// assert_eq!(values.0["drift"], 0.5);
    /// ```
    pub fn with(mut self, name: &str, value: f64) -> Self {
        self.0.insert(name.to_owned(), value);
        self
    }

    /// A list, as `name[0]`, `name[1]`, …
    pub fn with_all(mut self, name: &str, values: impl IntoIterator<Item = f64>) -> Self {
        for (k, value) in values.into_iter().enumerate() {
            self.0.insert(format!("{name}[{k}]"), value);
        }
        self
    }
}

/// All finished cells of an experiment, in the order of the sweep.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Points(pub Vec<(Cell, Values)>);

impl Points {
    /// The widths at which a variant was measured, ascending.
    pub fn widths(&self, variant: &str) -> Vec<usize> {
        let mut widths: Vec<usize> =
            self.0.iter().filter(|(c, _)| c.variant == variant).map(|(c, _)| c.width).collect();
        widths.sort_unstable();
        widths.dedup();
        widths
    }

    /// The number of networks of a variant at its largest width.
    pub fn seeds(&self, variant: &str) -> usize {
        let widths = self.widths(variant);
        widths.last().map_or(0, |&width| self.rows(variant, width).len())
    }

    /// One named number of every network of this variant and width; a cell without it is left out.
    pub fn values(&self, variant: &str, width: usize, name: &str) -> Vec<f64> {
        let rows = self.rows(variant, width);
        rows.iter().filter_map(|values| values.0.get(name).copied()).collect()
    }

    /// Its mean, with standard error.
    pub fn mean(&self, variant: &str, width: usize, name: &str) -> Measured {
        mean(&self.values(variant, width, name))
    }

    fn rows(&self, variant: &str, width: usize) -> Vec<&Values> {
        let here = |cell: &Cell| cell.variant == variant && cell.width == width;
        self.0.iter().filter(|(cell, _)| here(cell)).map(|(_, values)| values).collect()
    }
}
