//! An output of six networks along the straight way that their linearisations take to the targets.

use libm::erf;
use nalgebra::{DMatrix, DVector};
use ntk::dynamics::tangent_gram;

use super::{draws::normals, show};
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, curve, draw};
use crate::palette::{INK, SECOND, THEORY};

pub const FIGURE: Figure = Figure {
    id: "straight-or-bent",
    title: "An output along the way of the linearised network, for two widths",
    library: &["ntk::dynamics::tangent_gram"],
    draw: picture,
};

/// Points on the unit circle, in degrees, and their targets.
const DATA: [(f64, f64); 3] = [(10.0, 1.0), (70.0, -1.0), (130.0, -1.0)];

const SEEDS: [u64; 3] = [1, 2, 3];

/// A two-layer erf network on the plane: each neuron's readout and two weights.
struct Network(Vec<[f64; 3]>);

impl Network {
    fn draw(width: usize, seed: u64) -> Self {
        Self(normals(seed, 3 * width).chunks_exact(3).map(|c| [c[0], c[1], c[2]]).collect())
    }

    fn output(&self, x: [f64; 2]) -> f64 {
        let neuron = |[a, w, v]: &[f64; 3]| a * phi(w * x[0] + v * x[1]);
        self.0.iter().map(neuron).sum::<f64>() / (self.0.len() as f64).sqrt()
    }

    /// ∇f(x), with the derivatives written out.
    fn gradient(&self, x: [f64; 2]) -> DVector<f64> {
        let root = (self.0.len() as f64).sqrt();
        let neuron = |&[a, w, v]: &[f64; 3]| {
            let h = w * x[0] + v * x[1];
            [phi(h) / root, a * slope(h) * x[0] / root, a * slope(h) * x[1] / root]
        };
        DVector::from_iterator(3 * self.0.len(), self.0.iter().flat_map(neuron))
    }

    /// The network at θ₀ + s (θ_∞ − θ₀), with θ_∞ the linearisation's own.
    fn along(&self, step: &DVector<f64>, s: f64) -> Self {
        let moved = |(i, p): (usize, &[f64; 3])| [0, 1, 2].map(|j| p[j] + s * step[3 * i + j]);
        Self(self.0.iter().enumerate().map(moved).collect())
    }
}

fn phi(z: f64) -> f64 {
    erf(z * std::f64::consts::FRAC_1_SQRT_2)
}

fn slope(z: f64) -> f64 {
    std::f64::consts::FRAC_2_PI.sqrt() * (-z * z / 2.0).exp()
}

fn point(degrees: f64) -> [f64; 2] {
    [degrees.to_radians().cos(), degrees.to_radians().sin()]
}

/// The first output's way, as a share of what it has to go.
fn way(width: usize, seed: u64) -> Result<impl Fn(f64) -> Result<f64, String>, String> {
    let network = Network::draw(width, seed);
    let rows: Vec<_> = DATA.map(|(at, _)| network.gradient(point(at)).transpose()).to_vec();
    let jacobian = DMatrix::from_rows(&rows);
    let gap = DVector::from_iterator(3, DATA.iter().map(|&(at, y)| y - network.output(point(at))));
    let theta = tangent_gram(&jacobian).map_err(show)?;
    let weights = theta.lu().solve(&gap).ok_or("the kernel is singular")?;
    let step = jacobian.tr_mul(&weights);
    let (first, start) = (point(DATA[0].0), network.output(point(DATA[0].0)));
    Ok(move |s| Ok((network.along(&step, s).output(first) - start) / gap[0]))
}

fn picture(frame: Frame) -> Result<String, String> {
    let x = Axis::new(0.0..1.5, &[0.0, 0.5, 1.0, 1.5], 1, "the parameters’ way, as a share");
    let y = Axis::new(0.0..1.62, &[0.0, 0.5, 1.0, 1.5], 1, "one output’s way, as a share");
    draw(frame, x, y, |chart| {
        let widths = [(30, &SECOND, Stroke::Dashed), (10_000, &THEORY, Stroke::Bold)];
        for (width, role, stroke) in widths {
            for seed in SEEDS {
                chart.line(role, stroke, curve(0.0..1.5, 150, way(width, seed)?)?)?;
            }
        }
        chart.label(&THEORY, (1.1, 1.28), Side::Left, "width 10 000")?;
        chart.label(&SECOND, (0.9, 0.5), Side::Below, "width 30")?;
        chart.dot(&INK, (1.0, 1.0))
    })
}
