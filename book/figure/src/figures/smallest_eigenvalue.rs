//! Practice problem 1: how the smallest eigenvalue falls as points are added, in three dimensions.

use nalgebra::DMatrix;
use ntk::dynamics::Spectrum;
use ntk::kernel::{Architecture, Relu};

use super::draws::normals;
use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, draw};
use crate::palette::{SECOND, THEORY, THIRD, USUAL};

pub const FIGURE: Figure = Figure {
    id: "smallest-eigenvalue",
    title: "The smallest eigenvalue of a Gram matrix of random points, against their number",
    library: &["ntk::kernel::Architecture::ntk_gram", "ntk::dynamics::Spectrum::of"],
    draw: picture,
};

const SIZES: [usize; 5] = [16, 32, 64, 128, 192];
const DRAWS: u64 = 16;

/// The mean of log₁₀ λ_min over draws of `points` random unit vectors.
fn smallest(dimension: usize, points: usize) -> Result<f64, String> {
    let network = Architecture::new(1, Relu);
    let mut sum = 0.0;
    for draw in 0..DRAWS {
        let numbers = normals(97 * draw + points as u64, points * dimension);
        let mut xs = DMatrix::from_row_slice(points, dimension, &numbers);
        xs.row_iter_mut().for_each(|mut row| row /= row.norm());
        let theta = network.ntk_gram(&xs).map_err(show)?;
        sum += Spectrum::of(&theta).map_err(show)?.eigenvalues().min().log10();
    }
    Ok(sum / DRAWS as f64)
}

fn picture(frame: Frame) -> Result<String, String> {
    let ticks = [16, 32, 64, 128].map(|m: u32| (f64::from(m).log10(), m.to_string()));
    let x = Axis { range: 1.15..2.35, ticks: ticks.to_vec(), name: "points m" };
    let y =
        Axis::new(-5.5..0.0, &[-5.0, -4.0, -3.0, -2.0, -1.0, 0.0], 0, "log₁₀ of the smallest λ");
    draw(frame, x, y, |chart| {
        let ends = [1.2, 2.3];
        chart.line(&USUAL, Stroke::Dashed, ends.map(|m| (m, -m)).to_vec())?;
        let mut last = Vec::new();
        for (role, dimension) in [(&SECOND, 2), (&THEORY, 3), (&THIRD, 5)] {
            let slope = -2.0 / (dimension as f64 - 1.0);
            let dots = SIZES.map(|m| Ok(((m as f64).log10(), smallest(dimension, m)?)));
            let dots = dots.into_iter().collect::<Result<Vec<_>, String>>()?;
            let anchor = dots[SIZES.len() - 1];
            let line = ends.map(|m| (m, anchor.1 + slope * (m - anchor.0)));
            chart.line(role, Stroke::Thin, line.to_vec())?;
            for &dot in &dots {
                chart.dot(role, dot)?;
            }
            last.push(dots[2].1);
        }
        let words = frame.choose("d = 5: slope −1/2", "d = 5: −1/2");
        chart.label(&THIRD, (1.84, last[2] + 0.35), Side::Right, words)?;
        let words = frame.choose("1/m, as usually written", "1/m");
        chart.label(&USUAL, (1.25, -1.05), Side::Right, words)?;
        let words = frame.choose("d = 3: slope −1", "d = 3: −1");
        chart.label(&THEORY, (1.7, last[1] - 0.55), Side::Left, words)?;
        let words = frame.choose("d = 2: slope −2", "d = 2: −2");
        chart.label(&SECOND, (1.7, last[0] - 0.2), Side::Left, words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_falls_as_the_chapter_says() {
        for (dimension, slope) in [(2, -2.0), (3, -1.0), (5, -0.5)] {
            let (few, many) = (smallest(dimension, 32), smallest(dimension, 128));
            let fall = (many.unwrap() - few.unwrap()) / 4_f64.log10();
            assert!((fall - slope).abs() < 0.35, "{dimension}: {fall}");
        }
    }
}
