use std::fmt;

use super::{Estimate, Measured, Outcome};

/// A small table for the terminal; the first column is aligned left, the others right.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these columns and no rows.
    pub fn new<S: Into<String>>(head: impl IntoIterator<Item = S>) -> Self {
        Self { head: head.into_iter().map(Into::into).collect(), rows: Vec::new() }
    }

    /// Adds a row.
    pub fn row<S: Into<String>>(&mut self, cells: impl IntoIterator<Item = S>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = || std::iter::once(&self.head).chain(&self.rows);
        let width = |column: usize| {
            lines().filter_map(|row| row.get(column)).map(|c| c.chars().count()).max().unwrap_or(0)
        };
        for row in lines() {
            let mut line = String::from(" ");
            for (column, cell) in row.iter().enumerate() {
                let room = width(column);
                line += &if column == 0 {
                    format!(" {cell:<room$}")
                } else {
                    format!("  {cell:>room$}")
                };
            }
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

/// Four significant digits; a true minus sign.
pub fn number(value: f64) -> String {
    let text = match value.abs() {
        0.0 => "0".to_owned(),
        size if !(1e-4..1e6).contains(&size) => format!("{value:.3e}"),
        size => {
            let decimals = (3 - size.log10().floor() as i32).max(0) as usize;
            format!("{value:.decimals$}")
        }
    };
    text.replace('-', "−")
}

/// `0.0712 ± 0.0021`: the error to two digits, the value as far as the error.
pub fn with_error(measured: Measured) -> String {
    let Measured { value, se } = measured;
    if !se.is_finite() || se == 0.0 || !value.is_finite() {
        return number(value);
    }
    let decimals = (1 - se.log10().floor() as i32).max(0) as usize;
    if decimals > 9 {
        return number(value); // what spreads is rounding
    }
    format!("{value:.decimals$} ± {se:.decimals$}").replace('-', "−")
}

/// `theory −1/2 (0.3 SE)`.
fn beside(says: &str, errors: f64) -> String {
    let errors = match errors {
        0.0 => "inside".to_owned(),
        e if e < 10.0 => format!("{e:.1} SE"),
        e if e < 1e4 => format!("{e:.0} SE"),
        _ => "> 10⁴ SE".to_owned(),
    };
    format!("{says} ({errors})")
}

/// What was found, number by number, between its predictions.
pub fn of_estimates(estimates: &[Estimate]) -> Table {
    let mut table = Table::new(["", "measured", "theory", "usually written", ""]);
    for estimate in estimates {
        let common = estimate.common.as_ref().zip(estimate.from_common());
        table.row([
            estimate.name.clone(),
            with_error(estimate.measured),
            beside(&estimate.theory.says, estimate.from_theory()),
            common.map_or_else(String::new, |(band, errors)| beside(&band.says, errors)),
            match estimate.outcome() {
                Outcome::Confirmed | Outcome::Corrected => String::new(),
                Outcome::Inconclusive { .. } => "cannot tell".to_owned(),
                Outcome::Refuted => "outside".to_owned(),
            },
        ]);
    }
    table
}
