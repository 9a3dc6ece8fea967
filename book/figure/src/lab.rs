//! What the lab measured, read from its own files in `book/data/lab`: a figure of measured numbers
//! shows these and no others.

use std::collections::BTreeMap;

use serde_json::Value;

/// A measured or predicted number with its standard error, at a place on the axis.
#[derive(Clone, Copy)]
pub struct Point {
    pub x: f64,
    pub y: f64,
    pub error: f64,
}

/// A series of the figure that belongs to an experiment: the first whose label begins so.
///
/// # Errors
///
/// The file is not the lab's, or has no such series: it was measured anew, and means something else.
pub fn series(file: &str, label: &str) -> Result<Vec<Point>, String> {
    let results: Value = serde_json::from_str(file).map_err(|error| error.to_string())?;
    let all = results["figure"]["series"].as_array().ok_or("no figure in the lab's file")?;
    let found = all.iter().find(|s| s["label"].as_str().is_some_and(|l| l.starts_with(label)));
    let found = found.ok_or_else(|| format!("{} has no series '{label}'", results["id"]))?;
    let points = found["points"].as_array().ok_or("a series without points")?;
    let number = |value: &Value| value.as_f64().ok_or("a point that is no number");
    let read =
        |p: &Value| Ok(Point { x: number(&p[0])?, y: number(&p[1])?, error: number(&p[2])? });
    points.iter().map(read).collect()
}

/// An experiment's estimate of that name, with its standard error.
///
/// # Errors
///
/// As for [`series`].
pub fn estimate(file: &str, name: &str) -> Result<(f64, f64), String> {
    let results: Value = serde_json::from_str(file).map_err(|error| error.to_string())?;
    let all = results["estimates"].as_array().ok_or("no estimates in the lab's file")?;
    let found = all.iter().find(|estimate| estimate["name"] == name);
    let found = found.ok_or_else(|| format!("{} has no estimate '{name}'", results["id"]))?;
    let number = |key: &str| found[key].as_f64().ok_or_else(|| format!("{key} is no number"));
    Ok((number("value")?, number("standard_error")?))
}

/// The root mean square over seeds of what was measured under that name, at each width.
///
/// # Errors
///
/// As for [`series`].
pub fn over_seeds(file: &str, variant: &str, name: &str) -> Result<Vec<Point>, String> {
    let root = |(width, values): (u64, Vec<f64>)| {
        let (mean, error) = mean(values.into_iter().map(|value| value * value));
        Point { x: width as f64, y: mean.sqrt(), error: error / (2.0 * mean.sqrt()) }
    };
    Ok(by_width(file, variant, name)?.into_iter().map(root).collect())
}

/// The mean over seeds of what was measured under that name, at each width.
///
/// # Errors
///
/// As for [`series`].
pub fn means(file: &str, variant: &str, name: &str) -> Result<Vec<Point>, String> {
    let average = |(width, values): (u64, Vec<f64>)| {
        let (y, error) = mean(values.into_iter());
        Point { x: width as f64, y, error }
    };
    Ok(by_width(file, variant, name)?.into_iter().map(average).collect())
}

/// The relative variance over seeds about a mean that is known, at each width.
///
/// # Errors
///
/// As for [`series`].
pub fn scatter(file: &str, variant: &str, name: &str, known: f64) -> Result<Vec<Point>, String> {
    let square = |(width, values): (u64, Vec<f64>)| {
        let (y, error) = mean(values.into_iter().map(|value| (value / known - 1.0).powi(2)));
        Point { x: width as f64, y, error }
    };
    Ok(by_width(file, variant, name)?.into_iter().map(square).collect())
}

/// What every seed measured under that name, by width.
fn by_width(file: &str, variant: &str, name: &str) -> Result<BTreeMap<u64, Vec<f64>>, String> {
    let results: Value = serde_json::from_str(file).map_err(|error| error.to_string())?;
    let all = results["points"].as_array().ok_or("no points in the lab's file")?;
    let mut widths: BTreeMap<u64, Vec<f64>> = BTreeMap::new();
    for point in all.iter().filter(|point| point["variant"] == variant) {
        let width = point["width"].as_u64().ok_or("a point without a width")?;
        let value = point["values"][name].as_f64();
        let value = value.ok_or_else(|| format!("{} measures no '{name}'", results["id"]))?;
        widths.entry(width).or_default().push(value);
    }
    if widths.is_empty() {
        return Err(format!("{} has no variant '{variant}'", results["id"]));
    }
    Ok(widths)
}

/// A mean and its standard error.
fn mean(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let values: Vec<f64> = values.collect();
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let variance = values.iter().map(|q| (q - mean).powi(2)).sum::<f64>() / (count - 1.0);
    (mean, (variance / count).sqrt())
}
