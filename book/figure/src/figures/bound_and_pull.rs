//! What the mean-value bound allows one training point to do to the kernel, and what it does.

use ntk::kernel::{Architecture, Quadrature};

use super::{draws::normals, show};
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, draw};
use crate::palette::{SECOND, THEORY};

pub const FIGURE: Figure = Figure {
    id: "bound-and-pull",
    title: "The bound on the kernel's velocity and the velocity, against the width",
    library: &["ntk::kernel::Architecture::ntk"],
    draw: picture,
};

const POWERS: std::ops::RangeInclusive<i32> = 2..=12;
const NETWORKS: usize = 20;

type Point = [f64; 2];

fn dot(x: Point, y: Point) -> f64 {
    x[0] * y[0] + x[1] * y[1]
}

/// φ, φ′ and φ″ of tanh.
fn tanh(z: f64) -> [f64; 3] {
    let value = z.tanh();
    let slope = 1.0 - value * value;
    [value, slope, -2.0 * value * slope]
}

/// |∇Θ̂(x, y)·∇f(z)| and ‖∇Θ̂(x, y)‖ ‖∇f(z)‖ of one random network.
fn pull(seed: u64, width: usize, [x, y, z]: [Point; 3]) -> (f64, f64) {
    let (n, both) = (width as f64, dot(x, y));
    let (mut pull, mut kernel, mut output) = (0.0, 0.0, 0.0);
    for neuron in normals(seed, 3 * width).chunks_exact(3) {
        let (a, w) = (neuron[0], [neuron[1], neuron[2]]);
        let ([p, p1, p2], [q, q1, q2]) = (tanh(dot(w, x)), tanh(dot(w, y)));
        let [h, h1, _] = tanh(dot(w, z));
        let by_x = p1 * q + a * a * both * p2 * q1;
        let by_y = p * q1 + a * a * both * p1 * q2;
        let of_kernel = [by_x * x[0] + by_y * y[0], by_x * x[1] + by_y * y[1]];
        let of_output = [a * h1 * z[0], a * h1 * z[1]];
        let readout = 2.0 * a * both * p1 * q1;
        pull += dot(of_kernel, of_output) + readout * h;
        kernel += dot(of_kernel, of_kernel) + readout * readout;
        output += dot(of_output, of_output) + h * h;
    }
    (pull.abs() / n.powf(1.5), kernel.sqrt() / n * (output / n).sqrt())
}

/// Root mean squares over the networks, in units of the infinite network's kernel.
fn typical(width: usize) -> Result<(f64, f64), String> {
    let at = |degrees: f64| [degrees.to_radians().cos(), degrees.to_radians().sin()];
    let points @ [x, y, _] = [at(0.0), at(40.0), at(70.0)];
    let unit = Architecture::new(1, Quadrature::tanh()).ntk(&x, &y).map_err(show)?;
    let (mut pulls, mut bounds) = (0.0, 0.0);
    for seed in 1..=NETWORKS {
        let (by, at_most) = pull((1000 * seed + width) as u64, width, points);
        pulls += by * by;
        bounds += at_most * at_most;
    }
    let root = |sum: f64| (sum / NETWORKS as f64).sqrt() / unit;
    Ok((root(pulls), root(bounds)))
}

fn picture(frame: Frame) -> Result<String, String> {
    let ticks = [4, 16, 64, 256, 1024, 4096].map(|n: u32| (f64::from(n).log2(), n.to_string()));
    let x = Axis { range: 1.5..12.5, ticks: ticks.to_vec(), name: "width" };
    let powers = [("1", 0.0), ("0.1", -1.0), ("0.01", -2.0), ("0.001", -3.0), ("0.0001", -4.0)];
    let ticks = powers.map(|(words, at)| (at, words.to_owned())).to_vec();
    let y = Axis { range: -4.2..0.4, ticks, name: "velocity of the kernel, over the kernel" };
    draw(frame, x, y, |chart| {
        let mut measured = Vec::new();
        for power in POWERS {
            let (by, at_most) = typical(1 << power)?;
            measured.push((f64::from(power), by.log10(), at_most.log10()));
        }
        // The two laws, each through the mean of its dots.
        let law = |slope: f64, value: fn(&(f64, f64, f64)) -> f64| {
            let distance = |dot: &(f64, f64, f64)| value(dot) - slope * dot.0 * 2.0_f64.log10();
            let height = measured.iter().map(distance).sum::<f64>() / measured.len() as f64;
            move |power: f64| height + slope * power * 2.0_f64.log10()
        };
        let (bound, real) = (law(-0.5, |dot| dot.2), law(-1.0, |dot| dot.1));
        chart.line(&SECOND, Stroke::Thin, vec![(2.0, bound(2.0)), (12.0, bound(12.0))])?;
        chart.line(&THEORY, Stroke::Bold, vec![(2.0, real(2.0)), (12.0, real(12.0))])?;
        for (power, by, at_most) in &measured {
            chart.ring(&SECOND, (*power, *at_most))?;
            chart.dot(&THEORY, (*power, *by))?;
        }
        let words = frame.choose("the bound falls as 1/√n", "bound, 1/√n");
        chart.label(&SECOND, (7.0, bound(7.0) + 0.35), Side::Right, words)?;
        let words = frame.choose("the kernel's real velocity, as 1/n", "real, 1/n");
        chart.label(&THEORY, (6.6, real(6.6) - 0.55), Side::Left, words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bound_holds_and_the_two_have_different_powers() {
        let narrow = typical(64).expect("a kernel");
        let wide = typical(4096).expect("a kernel");
        assert!(narrow.0 < narrow.1 && wide.0 < wide.1);
        let power = |from: f64, to: f64| (to / from).log2() / 6.0;
        assert!((power(narrow.1, wide.1) + 0.5).abs() < 0.05, "{}", power(narrow.1, wide.1));
        assert!((power(narrow.0, wide.0) + 1.0).abs() < 0.15, "{}", power(narrow.0, wide.0));
    }
}
