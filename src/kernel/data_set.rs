use std::ops::Range;

use nalgebra::DMatrix;

use super::angle::Point;
use super::closed_form::{PerLayer, Run};
use super::rectifier::Rectifier;
use super::{Activation, Architecture, ClosedForm, Covariance, KernelError};

/// Rows and columns of a block: 128 kB of numbers.
pub(crate) const SIDE: usize = 128;

/// The rows of a data set, checked, with what the recursion needs of each.
pub(crate) struct DataSet {
    pub(crate) points: Vec<Point>,
    /// ‖xᵢ‖.
    pub(crate) norms: Vec<f64>,
    /// Column i is xᵢ/‖xᵢ‖.
    pub(crate) directions: DMatrix<f64>,
    /// Row i is xᵢ/‖xᵢ‖.
    pub(crate) directions_by_row: DMatrix<f64>,
    /// √Kᴸ(xᵢ, xᵢ) and √Θᴸ(xᵢ, xᵢ).
    pub(crate) root_nngp: Vec<f64>,
    pub(crate) root_ntk: Vec<f64>,
    /// What the closed form reads at each layer: point by point, and gathered by block.
    pub(crate) layers: Vec<PerLayer>,
    pub(crate) runs: Vec<Run>,
}

impl DataSet {
    /// `data` names the set in errors.
    pub(crate) fn new<A: Activation>(
        architecture: &Architecture<A>,
        xs: &DMatrix<f64>,
        data: &'static str,
    ) -> Result<Self, KernelError> {
        if xs.is_empty() {
            return Err(KernelError::Empty { data });
        }
        let points = (0..xs.nrows())
            .map(|i| Point::new(xs.row(i).iter().copied(), data, i))
            .collect::<Result<Vec<_>, _>>()?;
        let (mut layers, mut root_nngp, mut root_ntk) = (Vec::new(), Vec::new(), Vec::new());
        for (row, x) in points.iter().enumerate() {
            let (stds, ntk) = diagonal(architecture, x);
            // All other kernels of x are bounded by this one and its like (Cauchy–Schwarz).
            if !ntk.is_finite() {
                return Err(KernelError::TooLarge { data, row });
            }
            layers.push(per_layer(architecture, x, &stds));
            root_nngp.extend(stds.last());
            root_ntk.push(ntk.sqrt());
        }
        let entries = points.iter().flat_map(Point::direction);
        let directions = DMatrix::from_iterator(xs.ncols(), xs.nrows(), entries);
        Ok(Self {
            norms: points.iter().map(Point::norm).collect(),
            directions_by_row: directions.transpose(),
            runs: layers.chunks(SIDE).map(Run::of).collect(),
            points,
            directions,
            root_nngp,
            root_ntk,
            layers,
        })
    }

    pub(crate) fn len(&self) -> usize {
        self.points.len()
    }

    pub(crate) fn blocks(&self) -> usize {
        self.len().div_ceil(SIDE)
    }

    /// The points of a block.
    pub(crate) fn range(&self, block: usize) -> Range<usize> {
        block * SIDE..((block + 1) * SIDE).min(self.len())
    }
}

/// √Kˡ(x, x) for ℓ = 0 … L, and Θᴸ(x, x).
fn diagonal<A: Activation>(architecture: &Architecture<A>, x: &Point) -> (Vec<f64>, f64) {
    let mut nngp = Covariance::diagonal(x.norm()).with_bias(architecture.bias);
    let (mut stds, mut ntk) = (vec![nngp.std_x], nngp.value());
    for _ in 0..architecture.depth {
        let layer = architecture.layer(&nngp);
        ntk = layer.nngp.value() + ntk * layer.kdot;
        nngp = layer.nngp;
        stds.push(nngp.std_x);
    }
    (stds, ntk)
}

/// The two numbers of each layer that `closed_form` asks for.
fn per_layer<A: Activation>(architecture: &Architecture<A>, x: &Point, stds: &[f64]) -> PerLayer {
    let Architecture { gain, bias, depth, .. } = *architecture;
    match architecture.activation.closed_form() {
        Some(ClosedForm::Rectifier { slope }) if bias != 0.0 => {
            let scale = Rectifier::with_slope(slope).scale * gain.abs();
            let before_bias = std::iter::once(x.norm()).chain(stds.iter().map(|std| std * scale));
            stds.iter()
                .zip(before_bias)
                .map(|(std, before)| [before / std, bias.abs() / std])
                .collect()
        }
        Some(ClosedForm::Erf) => {
            stds[..depth].iter().map(|std| [1.0 / std.hypot(1.0), 0.0]).collect()
        }
        _ => PerLayer::new(),
    }
}
