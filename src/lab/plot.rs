//! Figures as SVG: measured as dots with error bars, theory as a solid line, what is usually written as
//! a dashed one, each labelled where it ends, on linear or logarithmic axes. Where several things were
//! measured, each has a mark of its own.
//!
//! Written by hand and not with a plotting crate, because a figure must follow the page's light or dark
//! theme by CSS, which the crates' own colours cannot.

use std::fmt::Write;

use serde_json::{Value, json};

use super::axis::Axis;

/// What a series is; the three look alike in every figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Measured,
    Theory,
    Common,
}

/// One curve.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    pub kind: Kind,
    /// Stands at its last point; empty, where another curve's label says it.
    pub label: String,
    /// x, y, standard error of y (0 for a theory).
    pub points: Vec<(f64, f64, f64)>,
}

impl Series {
    /// A curve through these points.
    pub fn new(kind: Kind, label: impl Into<String>, points: Vec<(f64, f64, f64)>) -> Self {
        Self { kind, label: label.into(), points }
    }

    /// A power law over the span of the dots, through their centre on logarithmic axes.
    pub fn power(kind: Kind, label: &str, exponent: f64, dots: &[(f64, f64, f64)]) -> Self {
        let centre = |of: fn(&(f64, f64, f64)) -> f64| {
            (dots.iter().map(|dot| of(dot).ln()).sum::<f64>() / dots.len() as f64).exp()
        };
        let (x0, y0) = (centre(|dot| dot.0), centre(|dot| dot.1));
        let at = |x: f64| (x, y0 * (x / x0).powf(exponent), 0.0);
        let ends = [dots.first(), dots.last()];
        Self::new(kind, label, ends.into_iter().flatten().map(|dot| at(dot.0)).collect())
    }
}

/// One idea.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What was found, in one sentence.
    pub caption: String,
    pub x_label: String,
    pub y_label: String,
    pub log_x: bool,
    pub log_y: bool,
    pub series: Vec<Series>,
}

/// The marks of what was measured, in the order of the series.
pub(super) const MARKS: [char; 4] = ['●', '○', '■', '□'];

const WIDTH: f64 = 560.0;
const HEIGHT: f64 = 380.0;
/// Left, top, right, bottom: room for tick labels and for the labels at the lines' ends.
const MARGIN: (f64, f64, f64, f64) = (64.0, 34.0, 148.0, 48.0);

/// Okabe & Ito's palette, which colour-blind readers can tell apart; ink and paper follow the theme.
const STYLE: &str = "\
svg{--ink:#1a1a1a;--faint:#d8d8d8;--paper:#fff;--measured:#0072b2;--theory:#1a1a1a;--common:#b34700}\
@media(prefers-color-scheme:dark){svg{--ink:#e6e6e6;--faint:#444;--paper:#16181c;--measured:#56b4e9;\
--theory:#e6e6e6;--common:#e69f00}}\
text{font:13px system-ui,sans-serif;fill:var(--ink)}.paper{fill:var(--paper)}\
.grid{stroke:var(--faint)}.axis{stroke:var(--ink)}\
.theory{stroke:var(--theory);stroke-width:2;fill:none}text.theory{stroke:none;fill:var(--theory)}\
.common{stroke:var(--common);stroke-width:2;stroke-dasharray:6 5;fill:none}\
text.common{stroke:none;fill:var(--common)}\
.measured{stroke:var(--measured);stroke-width:1.5;fill:var(--measured)}\
text.measured{stroke:none;fill:var(--measured)}.hollow{fill:var(--paper)}";

impl Figure {
    /// The same as data.
    pub fn json(&self) -> Value {
        let series: Vec<Value> = self
            .series
            .iter()
            .map(|series| {
                let kind = class(series.kind);
                json!({ "kind": kind, "label": series.label, "points": series.points })
            })
            .collect();
        json!({
            "x_label": self.x_label,
            "y_label": self.y_label,
            "log_x": self.log_x,
            "log_y": self.log_y,
            "series": series,
        })
    }

    /// The picture.
    pub fn svg(&self) -> String {
        let (x, y) = self.sides((MARGIN.0, WIDTH - MARGIN.2), (HEIGHT - MARGIN.3, MARGIN.1));
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\">\n\
             <title>{}</title>\n<style>{STYLE}</style>\n\
             <rect class=\"paper\" width=\"{WIDTH}\" height=\"{HEIGHT}\"/>\n",
            escaped(&self.caption)
        );
        self.axes(&mut svg, &x, &y);
        let named = |series: &&Series| series.kind == Kind::Measured && !series.label.is_empty();
        let marked = self.series.iter().filter(named).count() > 1;
        let mut labels = Labels { taken: Vec::new(), dots: self.dots(&x, &y), marked };
        for kind in [Kind::Common, Kind::Theory, Kind::Measured] {
            let of_kind = self.series.iter().filter(|series| series.kind == kind);
            for (series, mark) in of_kind.zip(MARKS.into_iter().cycle()) {
                draw(&mut svg, series, mark, &x, &y);
                labels.put(&mut svg, series, mark, &x, &y);
            }
        }
        svg + "</svg>\n"
    }

    /// Where everything measured stands.
    fn dots(&self, x: &Axis, y: &Axis) -> Vec<(f64, f64)> {
        let measured = self.series.iter().filter(|series| series.kind == Kind::Measured);
        let shown = measured
            .flat_map(|series| &series.points)
            .filter(|point| x.shows(point.0) && y.shows(point.1));
        shown.map(|point| (x.place(point.0), y.place(point.1))).collect()
    }

    /// Axes that have all in view: every point that they can show, with its error.
    pub(super) fn sides(&self, across: (f64, f64), up: (f64, f64)) -> (Axis, Axis) {
        let shows = |value: f64, log: bool| value.is_finite() && !(log && value <= 0.0);
        let (mut xs, mut ys) = (Vec::new(), Vec::new());
        for &(x, y, se) in self.series.iter().flat_map(|series| &series.points) {
            if shows(x, self.log_x) && shows(y, self.log_y) {
                xs.push(x);
                ys.extend([y, y - se, y + se].into_iter().filter(|&end| shows(end, self.log_y)));
            }
        }
        (Axis::over(xs, self.log_x, across), Axis::over(ys, self.log_y, up))
    }

    fn axes(&self, svg: &mut String, x: &Axis, y: &Axis) {
        let (left, right) = (MARGIN.0, WIDTH - MARGIN.2);
        let (top, bottom) = (MARGIN.1, HEIGHT - MARGIN.3);
        for (value, text) in y.ticks() {
            let at = y.place(value);
            let _ = writeln!(
                svg,
                "<path class=\"grid\" d=\"M{left} {at:.1}H{right}\"/>\
                 <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{text}</text>",
                left - 6.0,
                at + 4.0
            );
        }
        for (value, text) in x.ticks() {
            let at = x.place(value);
            let _ = writeln!(
                svg,
                "<path class=\"axis\" d=\"M{at:.1} {bottom}v5\"/>\
                 <text x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{text}</text>",
                bottom + 19.0
            );
        }
        let _ = writeln!(
            svg,
            "<path class=\"axis\" d=\"M{left} {bottom}H{right}\"/>\
             <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>\
             <text x=\"8\" y=\"{:.1}\">{}</text>",
            (left + right) / 2.0,
            HEIGHT - 10.0,
            escaped(&self.x_label),
            top - 16.0,
            escaped(&self.y_label)
        );
    }
}

fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Measured => "measured",
        Kind::Theory => "theory",
        Kind::Common => "common",
    }
}

fn draw(svg: &mut String, series: &Series, mark: char, x: &Axis, y: &Axis) {
    let class = class(series.kind);
    let mut line = String::new();
    for &(px, py, se) in series.points.iter().filter(|p| x.shows(p.0) && y.shows(p.1)) {
        let (cx, cy) = (x.place(px), y.place(py));
        if series.kind == Kind::Measured {
            let (low, high) = (y.place(y.floor(py - se)), y.place(py + se));
            if se > 0.0 {
                let _ = writeln!(
                    svg,
                    "<path class=\"{class}\" d=\"M{cx:.1} {low:.1}V{high:.1}m-3 0h6M{:.1} {low:.1}h6\"/>",
                    cx - 3.0
                );
            }
            svg.push_str(&dot(mark, cx, cy));
        } else {
            let _ = write!(line, "{}{cx:.1} {cy:.1}", if line.is_empty() { 'M' } else { 'L' });
        }
    }
    if !line.is_empty() {
        let _ = writeln!(svg, "<path class=\"{class}\" d=\"{line}\"/>");
    }
}

fn dot(mark: char, x: f64, y: f64) -> String {
    let hollow = if matches!(mark, '○' | '□') { " hollow" } else { "" };
    if matches!(mark, '●' | '○') {
        return format!(
            "<circle class=\"measured{hollow}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\"/>\n"
        );
    }
    let (left, top) = (x - 3.0, y - 3.0);
    format!("<path class=\"measured{hollow}\" d=\"M{left:.1} {top:.1}h6v6h-6z\"/>\n")
}

/// Room for a mark before a label.
const MARK: f64 = 10.0;

/// The names of the series, each beside its last point or as near as there is room.
struct Labels {
    /// Heights of those that stand.
    taken: Vec<f64>,
    dots: Vec<(f64, f64)>,
    /// Do those that had to move show the marks of their series?
    marked: bool,
}

impl Labels {
    fn put(&mut self, svg: &mut String, series: &Series, mark: char, x: &Axis, y: &Axis) {
        let shown = |p: &&(f64, f64, f64)| x.shows(p.0) && y.shows(p.1);
        let Some(&(px, py, _)) = series.points.iter().rfind(shown) else { return };
        if series.label.is_empty() {
            return;
        }
        let (left, beside) = (x.place(px) + 9.0, y.place(py) + 4.0);
        let right = left + MARK + 7.0 * series.label.chars().count() as f64;
        let free = |at: &f64| {
            let on =
                |&(x, y): &(f64, f64)| x > left - 5.0 && x < right && y > at - 14.0 && y < at + 5.0;
            *at < HEIGHT - MARGIN.3
                && self.taken.iter().all(|other| (other - at).abs() >= 15.0)
                && !self.dots.iter().any(on)
        };
        // Below before above.
        let steps = (0..200).map(f64::from).flat_map(|k| [beside + k, beside - k]);
        let at = steps.into_iter().find(free).unwrap_or(beside);
        self.taken.push(at);
        // Beside its own last dot a label needs no mark, which would look like another dot.
        let moved = (at - beside).abs() > 6.0;
        let shows_mark = moved && self.marked && series.kind == Kind::Measured;
        let indent = if shows_mark { MARK } else { 0.0 };
        if shows_mark {
            svg.push_str(&dot(mark, left + 3.0, at - 4.0));
        }
        let _ = writeln!(
            svg,
            "<text class=\"{}\" x=\"{:.1}\" y=\"{at:.1}\">{}</text>",
            class(series.kind),
            left + indent,
            escaped(&series.label)
        );
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
