//! Kernels against high-precision goldens (tests/goldens/closed_forms.py): to depth 10 within 1e-13 and
//! to depth 50 within 1e-12, relative to max(|value|, 1e-3 √(value at (x, x) · value at (x′, x′))).

use nalgebra::DMatrix;
use ntk::kernel::{
    Absolute, Activation, Architecture, Erf, KernelError, LeakyRelu, Linear, Relu, Sine,
};

struct Golden {
    activation: String,
    architecture: Architecture<Box<dyn Activation>>,
    pair: usize,
    /// ntk, nngp, kdot and their scales.
    values: [f64; 3],
    scales: [f64; 3],
}

fn activation(name: &str) -> Box<dyn Activation> {
    match name {
        "relu" => Box::new(Relu),
        "leaky-relu:0.125" => Box::new(LeakyRelu { slope: 0.125 }),
        "abs" => Box::new(Absolute),
        "linear" => Box::new(Linear),
        "erf" => Box::new(Erf),
        "sin" => Box::new(Sine),
        _ => panic!("no activation {name}"),
    }
}

fn pairs() -> Vec<(Vec<f64>, Vec<f64>)> {
    let lines = include_str!("goldens/pairs.csv").lines();
    lines
        .map(|line| {
            let numbers: Vec<f64> = line.split(',').map(|field| field.parse().unwrap()).collect();
            (numbers[..3].to_vec(), numbers[3..].to_vec())
        })
        .collect()
}

fn goldens() -> Vec<Golden> {
    let lines = include_str!("goldens/closed_forms.csv").lines();
    lines
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let fields: Vec<&str> = line.split(',').collect();
            let number = |i: usize| fields[i].parse::<f64>().unwrap();
            let depth = fields[3].parse().unwrap();
            Golden {
                activation: fields[0].to_string(),
                architecture: Architecture::new(depth, activation(fields[0]))
                    .with_gain(number(1))
                    .with_bias(number(2)),
                pair: fields[4].parse().unwrap(),
                values: [number(5), number(6), number(7)],
                scales: [number(8), number(9), number(10)],
            }
        })
        .collect()
}

fn tolerance(depth: usize) -> f64 {
    match depth {
        0..=10 => 1e-13,
        11..=50 => 1e-12,
        _ => 1e-11,
    }
}

/// Overflow is an error of the library's, and an infinity in the goldens.
fn or_overflow(found: Result<f64, KernelError>) -> f64 {
    match found {
        Err(KernelError::TooLarge { .. }) => f64::INFINITY,
        found => found.unwrap(),
    }
}

fn error(found: f64, golden: f64, scale: f64) -> f64 {
    if found == golden || (found.is_infinite() && golden.is_infinite()) {
        return 0.0;
    }
    // Below 1e-300 f64 itself has no digits to compare.
    (found - golden).abs() / golden.abs().max(1e-3 * scale).max(1e-300)
}

/// The worst error of each (activation, depth), printed as the table of the documentation, and every
/// case beyond its tolerance.
#[derive(Default)]
struct Table {
    worst: std::collections::BTreeMap<(String, usize), f64>,
    failures: Vec<String>,
}

impl Table {
    fn add(&mut self, golden: &Golden, what: &str, error: f64) {
        let depth = golden.architecture.depth;
        let worst = self.worst.entry((golden.activation.clone(), depth)).or_default();
        *worst = worst.max(error);
        if error > tolerance(depth) || error.is_nan() {
            let Architecture { gain, bias, .. } = golden.architecture;
            let Golden { activation, pair, .. } = golden;
            self.failures.push(format!(
                "{what} {activation} depth {depth} gain {gain} bias {bias} pair {pair}: {error:.1e}"
            ));
        }
    }

    fn check(&self) {
        for ((activation, depth), worst) in &self.worst {
            println!("{activation:18} depth {depth:5}  {worst:.1e}");
        }
        let count = self.failures.len();
        assert!(count == 0, "{count} beyond tolerance:\n{}", self.failures.join("\n"));
    }
}

#[test]
fn pairs_are_accurate_at_every_angle_norm_depth_and_bias() {
    let pairs = pairs();
    let mut table = Table::default();
    for golden in goldens() {
        let (x, y) = &pairs[golden.pair];
        let found = [
            or_overflow(golden.architecture.ntk(x, y)),
            or_overflow(golden.architecture.nngp(x, y)),
            golden.architecture.kdot(x, y).unwrap(),
        ];
        for (k, what) in ["ntk", "nngp", "kdot"].into_iter().enumerate() {
            table.add(&golden, what, error(found[k], golden.values[k], golden.scales[k]));
        }
    }
    table.check();
}

#[test]
fn gram_and_cross_gram_are_as_accurate_as_pairs() {
    let pairs = pairs();
    let rows = |points: Vec<&Vec<f64>>| DMatrix::from_fn(points.len(), 3, |i, j| points[i][j]);
    let left = rows(pairs.iter().map(|pair| &pair.0).collect());
    let right = rows(pairs.iter().map(|pair| &pair.1).collect());
    let both = rows(pairs.iter().flat_map(|pair| [&pair.0, &pair.1]).collect());
    let (mut table, mut goldens) = (Table::default(), goldens());
    // The deep ones take long here, and differ from pairs in nothing that the others do not show.
    goldens.retain(|golden| golden.architecture.depth <= 10 || golden.architecture.bias == 0.25);
    goldens.sort_by_key(architecture_key);
    for chunk in goldens.chunk_by(|a, b| architecture_key(a) == architecture_key(b)) {
        let architecture = &chunk[0].architecture;
        if let Err(KernelError::TooLarge { .. }) = architecture.ntk_gram(&both) {
            // One row that overflows is an error for the whole matrix. (At depth 1000 the goldens leave out
            // the norms that do.)
            let overflows = chunk.iter().any(|golden| golden.scales[0].is_infinite());
            assert!(overflows || architecture.depth == 1000);
            continue;
        }
        let ntk = architecture.ntk_gram(&both).unwrap();
        let nngp = architecture.nngp_gram(&both).unwrap();
        let ntk_cross = architecture.ntk_cross(&left, &right).unwrap();
        let nngp_cross = architecture.nngp_cross(&left, &right).unwrap();
        for golden in chunk {
            let i = golden.pair;
            let errors = [
                ("ntk gram", error(ntk[(2 * i, 2 * i + 1)], golden.values[0], golden.scales[0])),
                ("ntk cross", error(ntk_cross[(i, i)], golden.values[0], golden.scales[0])),
                ("nngp gram", error(nngp[(2 * i + 1, 2 * i)], golden.values[1], golden.scales[1])),
                ("nngp cross", error(nngp_cross[(i, i)], golden.values[1], golden.scales[1])),
            ];
            for (what, error) in errors {
                table.add(golden, what, error);
            }
        }
    }
    table.check();
}

#[test]
fn every_entry_of_a_gram_matrix_is_the_kernel_of_its_pair() {
    for (dimension, rows) in [(1, 40), (2, 150), (5, 140), (64, 130)] {
        let xs = random(rows, dimension, 1.0);
        let ys = random(30, dimension, 3.0);
        for (gain, bias, depth) in [(1.0, 0.0, 1), (2f64.sqrt(), 0.0, 3), (1.2, 0.3, 2)] {
            let names = ["relu", "leaky-relu:0.125", "abs", "linear", "erf", "sin"];
            for name in names {
                let architecture =
                    Architecture::new(depth, activation(name)).with_gain(gain).with_bias(bias);
                let what = format!("{name} dimension {dimension} depth {depth} bias {bias}");
                let kernels = [
                    (
                        architecture.ntk_gram(&xs).unwrap(),
                        architecture.ntk_cross(&xs, &ys).unwrap(),
                    ),
                    (
                        architecture.nngp_gram(&xs).unwrap(),
                        architecture.nngp_cross(&xs, &ys).unwrap(),
                    ),
                ];
                let pair = |x: &[f64], y: &[f64]| {
                    [architecture.ntk(x, y).unwrap(), architecture.nngp(x, y).unwrap()]
                };
                for (kind, (gram, cross)) in kernels.iter().enumerate() {
                    assert_eq!(gram, &gram.transpose(), "{what} is not symmetric");
                    assert_pairs(gram, &xs, &xs, |x, y| pair(x, y)[kind], &what);
                    assert_pairs(cross, &xs, &ys, |x, y| pair(x, y)[kind], &what);
                }
            }
        }
    }
}

/// Products whose terms cancel in the end only, where a long chain of sums would have rounded most.
#[test]
fn long_points_at_right_angles_keep_their_digits() {
    for (dimension, rows) in [(2, 300), (64, 200), (128, 60), (3000, 20)] {
        let half_flipped =
            |i: usize, k: usize| if i % 2 == 1 && k >= dimension / 2 { -1.0 } else { 1.0 };
        let spread = random(rows, dimension, 0.01);
        let xs =
            DMatrix::from_fn(rows, dimension, |i, k| (1.0 + spread[(i, k)]) * half_flipped(i, k));
        for depth in [0, 1] {
            let erf = Architecture::new(depth, Erf);
            let gram = erf.nngp_gram(&xs).unwrap();
            let row = |i: usize| xs.row(i).iter().copied().collect::<Vec<f64>>();
            for i in 1..rows {
                let exact = erf.nngp(&row(i), &row(i - 1)).unwrap();
                let scale = (gram[(i, i)] * gram[(i - 1, i - 1)]).sqrt();
                let error = error(gram[(i, i - 1)], exact, scale);
                assert!(error < 2e-13, "d = {dimension}, depth {depth}, row {i}: {error:.1e}");
            }
        }
    }
}

fn assert_pairs(
    matrix: &DMatrix<f64>,
    xs: &DMatrix<f64>,
    ys: &DMatrix<f64>,
    pair: impl Fn(&[f64], &[f64]) -> f64,
    what: &str,
) {
    let row = |xs: &DMatrix<f64>, i: usize| xs.row(i).iter().copied().collect::<Vec<f64>>();
    for i in 0..xs.nrows() {
        let x = row(xs, i);
        for j in (0..ys.nrows()).step_by(7) {
            let y = row(ys, j);
            let scale = (pair(&x, &x) * pair(&y, &y)).sqrt();
            let error = error(matrix[(i, j)], pair(&x, &y), scale);
            assert!(error < 1e-13, "{what} entry ({i}, {j}): {error:.1e}");
        }
    }
}

/// Normal entries, by a recipe that needs no crate: sums of twelve uniform numbers of a Weyl sequence.
fn random(rows: usize, columns: usize, scale: f64) -> DMatrix<f64> {
    let mut state = 0.5_f64;
    let mut uniform = || {
        state = (state + 0.754_877_666_246_692_8).fract();
        (state * 7919.0).fract()
    };
    DMatrix::from_fn(rows, columns, |_, _| scale * ((0..12).map(|_| uniform()).sum::<f64>() - 6.0))
}

fn architecture_key(golden: &Golden) -> (String, usize, u64, u64) {
    let Architecture { depth, gain, bias, .. } = golden.architecture;
    (golden.activation.clone(), depth, gain.to_bits(), bias.to_bits())
}
