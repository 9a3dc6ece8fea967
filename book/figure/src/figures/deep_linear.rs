//! Worked example 3: the kernel of a deep linear network against its depth, and what is often written.

use ntk::kernel::{Architecture, Linear};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, draw};
use crate::palette::{THEORY, USUAL};

pub const FIGURE: Figure = Figure {
    id: "deep-linear",
    title: "The kernel of a deep linear network at x·x′ = ½, against its number of layers",
    library: &["ntk::kernel::Architecture::ntk"],
    draw: picture,
};

const LAYERS: usize = 6;

/// Θ at infinite width for two unit vectors at 60°, whose inner product is ½.
fn kernel(layers: usize) -> Result<f64, String> {
    let network = Architecture::new(layers - 1, Linear);
    network.ntk(&[1.0, 0.0], &[0.5, 0.75_f64.sqrt()]).map_err(show)
}

fn usual(layers: usize) -> f64 {
    layers as f64 * 0.5_f64.powi(i32::try_from(layers).unwrap_or(i32::MAX))
}

fn picture(frame: Frame) -> Result<String, String> {
    let x = Axis::new(0.6..6.4, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0], 0, "layers of weights L");
    let y = Axis::new(0.0..3.2, &[0.0, 1.0, 2.0, 3.0], 0, "kernel at x·x′ = ½");
    let ours =
        (1..=LAYERS).map(|l| Ok((l as f64, kernel(l)?))).collect::<Result<Vec<_>, String>>()?;
    let theirs: Vec<_> = (1..=LAYERS).map(|l| (l as f64, usual(l))).collect();
    draw(frame, x, y, |chart| {
        chart.line(&USUAL, Stroke::Dashed, theirs.clone())?;
        chart.line(&THEORY, Stroke::Bold, ours.clone())?;
        for place in &theirs {
            chart.ring(&USUAL, *place)?;
        }
        for place in &ours {
            chart.dot(&THEORY, *place)?;
        }
        chart.label(&THEORY, (4.0, 2.38), Side::Left, "L x·x′")?;
        chart.label(&USUAL, (4.2, 0.5), Side::Right, "L (x·x′)ᴸ")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_the_chapter() {
        assert!((kernel(3).expect("finite") - 1.5).abs() < 1e-14);
        assert!((usual(3) - 0.375).abs() < 1e-14);
    }
}
