//! A chart with nothing superfluous: two axes, lines, dots, and words beside what they name.
//!
//! Everything is drawn ten times as large as it is shown, since plotters rounds to whole pixels.

use std::ops::Range;

use plotters::coord::types::RangedCoordf64;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::palette::{FAINT, INK, Role};

mod frame;

pub use frame::{Axis, Frame};

/// How many drawn pixels make one that is shown.
const SCALE: u32 = 10;

/// How a line is drawn. Width and dashes tell lines apart where colour cannot.
#[derive(Clone, Copy)]
pub enum Stroke {
    Bold,
    Thin,
    Hair,
    Dashed,
    Dotted,
}

/// Where a word stands, seen from its point.
#[derive(Clone, Copy)]
pub enum Side {
    Left,
    Right,
    Above,
    Below,
}

type Area<'a> = DrawingArea<SVGBackend<'a>, plotters::coord::Shift>;
type Context<'a> = ChartContext<'a, SVGBackend<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// A chart being drawn.
pub struct Chart<'a> {
    area: Area<'a>,
    context: Context<'a>,
    x: Range<f64>,
    y: Range<f64>,
}

/// Draws a chart with `x` and `y` for axes and returns its SVG.
pub fn draw(
    frame: Frame,
    x: Axis,
    y: Axis,
    content: impl FnOnce(&mut Chart<'_>) -> Result<(), String>,
) -> Result<String, String> {
    let mut svg = String::new();
    {
        let size = (frame.size().0 * SCALE, frame.size().1 * SCALE);
        let area = SVGBackend::with_string(&mut svg, size).into_drawing_area();
        let context = ChartBuilder::on(&area)
            .margin_top(26 * SCALE)
            .margin_right(14 * SCALE)
            .margin_left(4 * SCALE)
            .margin_bottom(2 * SCALE)
            .x_label_area_size(46 * SCALE)
            .y_label_area_size(42 * SCALE)
            .build_cartesian_2d(x.range.clone(), y.range.clone())
            .map_err(text)?;
        let mut chart = Chart { area, context, x: x.range.clone(), y: y.range.clone() };
        chart.axes(&x, &y)?;
        content(&mut chart)?;
        chart.area.present().map_err(text)?;
    }
    let (width, height) = frame.size();
    let head = format!("width=\"{}\" height=\"{}\"", width * SCALE, height * SCALE);
    Ok(svg.replacen(&head, &format!("width=\"{width}\" height=\"{height}\""), 1))
}

impl<'a> Chart<'a> {
    /// A line through points; where it leaves the chart it is cut.
    pub fn line(
        &mut self,
        role: &Role,
        stroke: Stroke,
        points: Vec<(f64, f64)>,
    ) -> Result<(), String> {
        let (x, y) = (self.x.clone(), self.y.clone());
        let inside =
            |p: &(f64, f64)| (x.start..=x.end).contains(&p.0) && (y.start..=y.end).contains(&p.1);
        let parts = points.split(|point| !inside(point)).filter(|part| part.len() > 1);
        parts.into_iter().try_for_each(|part| self.stroke(role, stroke, part.to_vec()))
    }

    fn stroke(
        &mut self,
        role: &Role,
        stroke: Stroke,
        points: Vec<(f64, f64)>,
    ) -> Result<(), String> {
        let (width, dash) = match stroke {
            Stroke::Bold => (26, None),
            Stroke::Thin => (12, None),
            Stroke::Hair => (7, None),
            Stroke::Dashed => (20, Some((80, 60))),
            Stroke::Dotted => (16, Some((20, 45))),
        };
        let style = role.marker.stroke_width(width);
        match dash {
            None => self.context.draw_series(LineSeries::new(points, style)).map(drop),
            Some((on, off)) => {
                let series = DashedLineSeries::new(points, on, off, style);
                self.context.draw_series(series).map(drop)
            }
        }
        .map_err(text)
    }

    /// A filled dot.
    pub fn dot(&mut self, role: &Role, at: (f64, f64)) -> Result<(), String> {
        self.circle(at, 45, role.marker.filled())
    }

    /// A ring: an open dot, for what is usually written.
    pub fn ring(&mut self, role: &Role, at: (f64, f64)) -> Result<(), String> {
        self.circle(at, 45, role.marker.stroke_width(18))
    }

    /// A small dot along a path.
    pub fn tick(&mut self, role: &Role, at: (f64, f64)) -> Result<(), String> {
        self.circle(at, 28, role.marker.filled())
    }

    fn circle(&mut self, at: (f64, f64), radius: u32, style: ShapeStyle) -> Result<(), String> {
        self.context.draw_series([Circle::new(at, radius, style)]).map(drop).map_err(text)
    }

    /// Words beside a point.
    pub fn label(
        &mut self,
        role: &Role,
        at: (f64, f64),
        side: Side,
        words: &str,
    ) -> Result<(), String> {
        let (h, v, dx, dy) = match side {
            Side::Left => (HPos::Right, VPos::Center, -80, 0),
            Side::Right => (HPos::Left, VPos::Center, 80, 0),
            Side::Above => (HPos::Center, VPos::Bottom, 0, -60),
            Side::Below => (HPos::Center, VPos::Top, 0, 70),
        };
        let (x, y) = self.context.backend_coord(&at);
        let style = font(14.5, role).pos(Pos::new(h, v));
        let word = Text::new(words.to_owned(), (x + dx, y + dy), style);
        self.area.draw(&word).map_err(text)
    }

    /// A fine line from a point to the words for it.
    pub fn leader(&mut self, from: (f64, f64), to: (f64, f64)) -> Result<(), String> {
        self.line(&INK, Stroke::Hair, vec![from, to])
    }

    /// A straight help line across the whole chart, at this height.
    pub fn level(&mut self, y: f64) -> Result<(), String> {
        let ends = vec![(self.x.start, y), (self.x.end, y)];
        self.line(&FAINT, Stroke::Thin, ends)
    }

    fn axes(&mut self, x: &Axis, y: &Axis) -> Result<(), String> {
        let (left, bottom) = self.context.backend_coord(&(self.x.start, self.y.start));
        let (right, top) = self.context.backend_coord(&(self.x.end, self.y.end));
        let pen = INK.marker.stroke_width(10);
        self.path(vec![(left, bottom), (right, bottom)], pen)?;
        self.path(vec![(left, bottom), (left, top)], pen)?;
        for (value, words) in &x.ticks {
            let (at, _) = self.context.backend_coord(&(*value, self.y.start));
            self.path(vec![(at, bottom), (at, bottom + 50)], pen)?;
            self.words(words, (at, bottom + 80), HPos::Center, VPos::Top, 13.0)?;
        }
        for (value, words) in &y.ticks {
            let (_, at) = self.context.backend_coord(&(self.x.start, *value));
            self.path(vec![(left - 50, at), (left, at)], pen)?;
            self.words(words, (left - 80, at), HPos::Right, VPos::Center, 13.0)?;
        }
        // The names stand where the eye arrives: at the right end, and above the upright axis.
        self.words(x.name, (right, bottom + 270), HPos::Right, VPos::Top, 14.0)?;
        self.words(y.name, (left - 300, top - 120), HPos::Left, VPos::Bottom, 14.0)
    }

    fn path(&self, points: Vec<(i32, i32)>, style: ShapeStyle) -> Result<(), String> {
        self.area.draw(&PathElement::new(points, style)).map_err(text)
    }

    fn words(
        &self,
        words: &str,
        at: (i32, i32),
        h: HPos,
        v: VPos,
        size: f64,
    ) -> Result<(), String> {
        let style = font(size, &INK).pos(Pos::new(h, v));
        self.area.draw(&Text::new(words.to_owned(), at, style)).map_err(text)
    }
}

/// Plotters writes a font's size divided by 1.24.
fn font(size: f64, role: &Role) -> TextStyle<'static> {
    ("sans-serif", size * 1.24 * f64::from(SCALE)).into_font().color(&role.marker)
}

fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}

/// `count + 1` points of a function over a range.
pub fn curve(
    range: Range<f64>,
    count: usize,
    f: impl Fn(f64) -> Result<f64, String>,
) -> Result<Vec<(f64, f64)>, String> {
    let step = (range.end - range.start) / count as f64;
    (0..=count)
        .map(|i| {
            let x = range.start + step * i as f64;
            f(x).map(|y| (x, y))
        })
        .collect()
}
