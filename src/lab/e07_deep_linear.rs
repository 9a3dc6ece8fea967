//! E07: the kernel of a deep linear network is bilinear, H x·x′ with H layers of weights.
//!
//! f is linear in x, so Θ̂(x, x′) is bilinear at any width, and in the mean it is H x·x′ exactly: the
//! layers above and below a layer are independent, and each preserves squared lengths in the mean.
//!
//! Its relative variance is known exactly too. Write Θ̂ = Σ_ℓ ‖b_ℓ‖²‖a_ℓ‖², with b_ℓ a product of the
//! matrices above layer ℓ and a_ℓ of those below. For ℓ < k the layers below ℓ and above k enter squared,
//! each with E[(χ²ₙ/n)²] = 1 + 2/n, and the j = k − ℓ − 1 matrices between enter as E[(tr MMᵀ)²]/n², which
//! the recursion A′ = A + 2B/n, B′ = A/n + (1 + 1/n)B gives, from A = n², B = n (B is E tr (MMᵀ)²).

use nalgebra::DMatrix;

use super::table::with_error;
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Measured, Points,
    Series, Size, Table, Trial, Values, mean,
};
use ntk_network::{Activation, Design};

pub struct DeepLinear;

/// Layers of weights.
const LAYERS: [usize; 6] = [1, 2, 3, 4, 6, 8];
/// Of these the variance is judged.
const JUDGED: [usize; 2] = [4, 8];
/// x·x′ of the two unit vectors.
const INNER: f64 = 0.5;

fn variant(layers: usize) -> String {
    format!("H = {layers}")
}

impl Experiment for DeepLinear {
    fn about(&self) -> About {
        About {
            id: "E07",
            title: "What does depth do to a linear network's kernel?",
            claims: &["C51", "C53", "C89"],
            setup: "linear networks of width 64, 1 to 8 layers of weights, x·x′ = 1/2, no training",
            seconds: 1.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let seeds = size.of(400, 1000, 10000);
        LAYERS.iter().flat_map(|&l| Cell::sweep(&variant(l), &[64], seeds)).collect()
    }

    fn cost(&self, cell: &Cell) -> f64 {
        cell.variant.split(' ').next_back().and_then(|l| l.parse().ok()).unwrap_or(1.0)
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        let layers = LAYERS.into_iter().find(|&l| variant(l) == trial.cell.variant).unwrap_or(1);
        // x, x′ and 2x.
        let xs = DMatrix::from_row_slice(3, 2, &[1.0, 0.0, INNER, 0.75f64.sqrt(), 2.0, 0.0]);
        let design = Design::new(2, layers - 1, trial.cell.width, Activation::Linear);
        let ntk = trial.network(design)?.tangents(&xs)?.ntk();
        Ok(Values::default()
            .with("self", ntk[(0, 0)])
            .with("cross", ntk[(0, 1)])
            .with("ratio", ntk[(0, 2)] / ntk[(0, 0)]))
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let mut estimates = Vec::new();
        let head = ["H", "Θ̂(x, x′)", "Θ̂(x, 2x)/Θ̂(x, x)", "rel. variance of Θ̂(x, x)"];
        let mut table = Table::new(head);
        let (mut measured, mut theory, mut common) = (Vec::new(), Vec::new(), Vec::new());
        for layers in LAYERS {
            let (name, h) = (variant(layers), layers as f64);
            let width = points.widths(&name).first().copied().unwrap_or(1);
            let cross = points.mean(&name, width, "cross");
            let ratio = points.mean(&name, width, "ratio");
            let relative = relative_variance(points, &name, width, h);
            let row = [cross, ratio, relative].map(with_error);
            table.row(std::iter::once(layers.to_string()).chain(row));
            let (right, wrong) = (h * INNER, h * INNER.powi(layers as i32));
            estimates.push(product(layers, cross, right, wrong));
            if layers > 1 {
                estimates.push(bilinearity(layers, ratio));
            }
            if JUDGED.contains(&layers) {
                estimates.push(fluctuation(layers, relative, width as f64));
            }
            if Some(&layers) == LAYERS.last() {
                estimates.push(each(layers, cross, INNER));
            }
            measured.push((h, cross.value, cross.se));
            theory.push((h, right, 0.0));
            common.push((h, wrong, 0.0));
        }
        let series = vec![
            Series::new(Kind::Theory, "theory: H x·x′", theory),
            Series::new(Kind::Common, "written: H (x·x′)ᴴ", common),
            Series::new(Kind::Measured, "measured", measured),
        ];
        Ok(Findings { estimates, tables: vec![table], figure: figure(series) })
    }
}

fn product(layers: usize, measured: Measured, right: f64, wrong: f64) -> Estimate {
    Estimate {
        name: format!("{}: Θ̂(x, x′)", variant(layers)),
        claim: "C51",
        measured,
        theory: Band::around(right, 1e-12, format!("{right}")),
        why: "exact in the mean, at every width",
        // With one layer the two agree.
        common: (layers > 1).then(|| Band::around(wrong, 0.0, format!("{wrong}"))),
        resolution: 0.1 * right,
    }
}

/// What one of the layers adds, on average.
fn each(layers: usize, whole: Measured, inner: f64) -> Estimate {
    let amplified = inner.powi(layers as i32);
    Estimate {
        name: format!("{}: what each layer adds to Θ̂(x, x′)", variant(layers)),
        claim: "C89",
        measured: whole.times(1.0 / layers as f64),
        theory: Band::around(inner, 1e-12, format!("{inner}: x·x′")),
        why: "exact in the mean, at every width",
        common: Some(Band::around(amplified, 0.0, format!("{amplified:.4}: (x·x′)ᴴ"))),
        resolution: 0.0,
    }
}

fn bilinearity(layers: usize, ratio: Measured) -> Estimate {
    let power = 2f64.powi(layers as i32);
    Estimate {
        name: format!("{}: Θ̂(x, 2x)/Θ̂(x, x)", variant(layers)),
        claim: "C51",
        // It is 2 in every single network, so what spreads is rounding.
        measured: Measured { se: ratio.se.max(1e-13), ..ratio },
        theory: Band::around(2.0, 1e-9, "2"),
        why: "exact in every network; the interval is rounding",
        common: Some(Band::around(power, 0.0, format!("{power}"))),
        resolution: 0.0,
    }
}

fn fluctuation(layers: usize, measured: Measured, width: f64) -> Estimate {
    let exact = exact_relative_variance(width, layers);
    Estimate {
        name: format!("{}: relative variance", variant(layers)),
        claim: "C53",
        measured,
        theory: Band::around(exact, 0.0, format!("{exact:.4}")),
        why: "exact at every width and depth",
        common: Some(Band::around(0.0, 0.0, "0: a sum of equal terms")),
        resolution: 0.0,
    }
}

fn figure(series: Vec<Series>) -> Figure {
    Figure {
        caption: "The kernel of a linear network grows in proportion to its layers of weights and \
                  stays bilinear."
            .to_owned(),
        x_label: "layers of weights H".to_owned(),
        y_label: "Θ̂₀(x, x′) with x·x′ = 1/2".to_owned(),
        log_x: false,
        log_y: false,
        series,
    }
}

/// E[(Θ̂/H − 1)²]: the mean is known to be 1, so it need not be estimated.
fn relative_variance(points: &Points, name: &str, width: usize, h: f64) -> Measured {
    let squares: Vec<f64> =
        points.values(name, width, "self").iter().map(|t| (t / h - 1.0).powi(2)).collect();
    mean(&squares)
}

/// The module's formula. It begins with (2/n)(H − 1 − (H² − 1)/3H).
fn exact_relative_variance(n: f64, layers: usize) -> f64 {
    let squared = 1.0 + 2.0 / n;
    let mut second = layers as f64 * squared.powi(layers as i32 - 1);
    let (mut a, mut b) = (n * n, n);
    for between in 0..layers.saturating_sub(1) {
        let outside = (layers - between) as i32 - 2;
        let pairs = (layers - between - 1) as f64;
        second += 2.0 * pairs * squared.powi(outside) * a / (n * n);
        (a, b) = (a + 2.0 * b / n, a / n + (1.0 + 1.0 / n) * b);
    }
    second / (layers * layers) as f64 - 1.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exact_variance_begins_with_the_leading_order() {
        let (n, h) = (1e6, 8.0f64);
        let leading = 2.0 / n * (h - 1.0 - (h * h - 1.0) / (3.0 * h));
        assert!((exact_relative_variance(n, 8) / leading - 1.0).abs() < 1e-4);
        assert_eq!(exact_relative_variance(n, 1), 0.0);
        // Two layers: Θ̂ = ‖w‖²/n + ‖Wx‖²/n, two independent χ²ₙ/n.
        assert!((exact_relative_variance(100.0, 2) - 0.01).abs() < 1e-15);
    }
}
