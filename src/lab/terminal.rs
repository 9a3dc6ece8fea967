//! The figure for the terminal: characters alone, no colour, 80 columns. Measured, theory and what is
//! usually written are three characters, which the crates for this (textplots, ratatui) cannot tell
//! apart without colour: they draw with the dots of braille.

use super::axis::Axis;
use super::plot::MARKS;
use super::{Figure, Kind, Series};

const ROWS: usize = 15;
const COLUMNS: usize = 46;
/// Room for the numbers on the left.
const LEFT: usize = 10;

impl Figure {
    /// The picture in lines of text.
    pub fn text(&self) -> String {
        let (x, y) = self.sides((0.0, COLUMNS as f64 - 1.0), (ROWS as f64 - 1.0, 0.0));
        let mut canvas = Canvas { x, y, cells: vec![vec![' '; COLUMNS]; ROWS] };
        let mut labels = vec![None; ROWS];
        for kind in [Kind::Common, Kind::Theory, Kind::Measured] {
            let of_kind = self.series.iter().filter(|series| series.kind == kind);
            for (series, dot) in of_kind.zip(MARKS.into_iter().cycle()) {
                canvas.draw(series, dot);
                canvas.label(series, dot, &mut labels);
            }
        }
        let mut text = format!("  {}\n", self.y_label);
        let ticks = canvas.row_ticks();
        for (row, cells) in canvas.cells.iter().enumerate() {
            let tick = ticks[row].as_deref().unwrap_or("");
            let edge = if tick.is_empty() { '│' } else { '┤' };
            let line: String = cells.iter().collect();
            let label = labels[row].as_deref().unwrap_or("");
            let line = format!("{tick:>LEFT$} {edge}{line} {label}");
            text += &format!("{}\n", line.trim_end());
        }
        let indent = " ".repeat(LEFT + 1);
        let (edge, numbers) = canvas.foot();
        let middle = COLUMNS / 2 + self.x_label.chars().count() / 2;
        text += &format!("{indent}└{edge}\n{indent} {numbers}\n");
        text += &format!("{indent} {:>middle$}\n", self.x_label);
        text
    }
}

struct Canvas {
    x: Axis,
    y: Axis,
    cells: Vec<Vec<char>>,
}

impl Canvas {
    /// Column and row of a point, as fractions.
    fn place(&self, x: f64, y: f64) -> Option<(f64, f64)> {
        (self.x.shows(x) && self.y.shows(y)).then(|| (self.x.place(x), self.y.place(y)))
    }

    fn put(&mut self, column: f64, row: f64, character: char) {
        if column < -0.5 || row < -0.5 {
            return;
        }
        let cell = self.cells.get_mut(row.round() as usize);
        if let Some(cell) = cell.and_then(|row| row.get_mut(column.round() as usize)) {
            *cell = character;
        }
    }

    fn draw(&mut self, series: &Series, dot: char) {
        let places: Vec<_> =
            series.points.iter().filter_map(|&(x, y, _)| self.place(x, y)).collect();
        match series.kind {
            Kind::Measured => self.dots(series, dot),
            Kind::Theory => self.line(&places, '·', 1),
            Kind::Common => self.line(&places, '-', 2),
        }
    }

    fn dots(&mut self, series: &Series, dot: char) {
        for &(x, y, se) in &series.points {
            let low = self.y.floor(y - se);
            let ends = self.place(x, low).zip(self.place(x, y + se));
            if let Some(((column, bottom), (_, top))) = ends {
                for row in top.round() as i64..=bottom.round() as i64 {
                    self.put(column, row as f64, '│');
                }
            }
            if let Some((column, row)) = self.place(x, y) {
                self.put(column, row, dot);
            }
        }
    }

    /// A line in which every so-manieth character is drawn.
    fn line(&mut self, places: &[(f64, f64)], character: char, every: usize) {
        let mut drawn = 0;
        for pair in places.windows(2) {
            let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
            let steps = (x1 - x0).abs().max((y1 - y0).abs()).ceil().max(1.0);
            for k in 0..=steps as usize {
                let share = k as f64 / steps;
                if drawn % every == 0 {
                    self.put(x0 + share * (x1 - x0), y0 + share * (y1 - y0), character);
                }
                drawn += 1;
            }
        }
    }

    /// Its name in the row of its last point, or the nearest that is free.
    fn label(&self, series: &Series, dot: char, labels: &mut [Option<String>]) {
        let last = series.points.iter().rev().find_map(|&(x, y, _)| self.place(x, y));
        let Some((_, row)) = last else { return };
        if series.label.is_empty() {
            return;
        }
        let row = (row.round().max(0.0) as usize).min(ROWS - 1);
        let near = (0..ROWS).flat_map(|k| [row + k, row.wrapping_sub(k)]);
        if let Some(free) = near.into_iter().find(|&r| labels.get(r).is_some_and(Option::is_none)) {
            let mark = match series.kind {
                Kind::Measured => dot,
                Kind::Theory => '·',
                Kind::Common => '-',
            };
            labels[free] = Some(format!("{mark} {}", series.label));
        }
    }

    fn row_ticks(&self) -> Vec<Option<String>> {
        let mut rows = vec![None; ROWS];
        for (value, text) in self.y.ticks() {
            if let Some(row) = rows.get_mut(self.y.place(value).round() as usize) {
                *row = Some(text);
            }
        }
        rows
    }

    /// The axis below, and its numbers where there is room.
    fn foot(&self) -> (String, String) {
        let (mut edge, mut numbers) = (vec!['─'; COLUMNS], vec![' '; COLUMNS + LEFT]);
        let mut free = 0;
        for (value, text) in self.x.ticks() {
            let (column, length) = (self.x.place(value).round() as usize, text.chars().count());
            let start = column.saturating_sub(length / 2);
            if start < free || start + length > numbers.len() || column >= COLUMNS {
                continue;
            }
            edge[column] = '┬';
            numbers.splice(start..start + length, text.chars());
            free = start + length + 1;
        }
        let numbers: String = numbers.iter().collect();
        (edge.iter().collect(), numbers.trim_end().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn falling() -> Figure {
        let dots: Vec<(f64, f64, f64)> = (6..=13)
            .map(|k| f64::from(1 << k))
            .map(|n| (n, 0.6 / n.sqrt(), 0.06 / n.sqrt()))
            .collect();
        Figure {
            caption: String::new(),
            x_label: "width n".to_owned(),
            y_label: "‖Θ̂₀ − Θ‖ / m".to_owned(),
            log_x: true,
            log_y: true,
            series: vec![
                Series::power(Kind::Theory, "theory: 1/√n", -0.5, &dots),
                Series::power(Kind::Common, "written: 1/n", -1.0, &dots),
                Series::new(Kind::Measured, "measured", dots),
            ],
        }
    }

    #[test]
    fn the_three_kinds_are_told_apart_in_80_columns() {
        let text = falling().text();
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
        insta::assert_snapshot!(text);
    }

    #[test]
    fn an_empty_figure_is_an_empty_frame() {
        let empty = Figure { series: Vec::new(), ..falling() };
        assert!(empty.text().contains('└'));
    }
}
