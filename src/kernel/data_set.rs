use std::ops::Range;
use std::sync::OnceLock;

use nalgebra::DMatrix;

use super::angle::{Length, Point, check_norm};
use super::block::SIDE;
use super::closed_form::{ErfDiagonal, PerLayer};
use super::covariance::{scaled, with_bias};
use super::strips::{Norms, Strips};
use super::transpose::transposed;
use super::{Activation, Architecture, ClosedForm, KernelError, erf, simd};

/// The rows of a data set, checked, with what the recursion needs of each. Lists of a number per point are
/// padded to a whole strip with the last point's.
pub(crate) struct DataSet<'a> {
    xs: &'a DMatrix<f64>,
    one_by_one: OnceLock<Points>,
    /// xᵢ, scaled by a power of two.
    pub(super) strips: Strips,
    pub(super) norms: Norms,
    /// √Kᴸ(xᵢ, xᵢ), Θᴸ(xᵢ, xᵢ) and its root.
    pub(crate) root_nngp: Vec<f64>,
    pub(crate) ntk: Vec<f64>,
    pub(crate) root_ntk: Vec<f64>,
    /// What the closed form reads of each point at each layer.
    pub(crate) layers: PerLayer,
}

/// The points for those pairs whose cosine is too inaccurate, which are computed one by one.
struct Points {
    /// Column i is xᵢ, scaled as [`Point`] wants it.
    scaled: DMatrix<f64>,
    lengths: Vec<Length>,
}

impl Points {
    fn of(xs: &DMatrix<f64>) -> Self {
        let mut scaled = transposed(xs);
        let points = scaled.as_mut_slice().chunks_mut(xs.ncols());
        let lengths = points.map(Length::of).collect();
        Self { scaled, lengths }
    }
}

impl<'a> DataSet<'a> {
    /// `data` names the set in errors.
    pub(crate) fn new<A: Activation>(
        architecture: &Architecture<A>,
        xs: &'a DMatrix<f64>,
        data: &'static str,
    ) -> Result<Self, KernelError> {
        if xs.is_empty() {
            return Err(KernelError::Empty { data });
        }
        let mut strips = Strips::new(xs);
        let norms = strips.scale();
        for (row, norm) in norms.norms[..xs.nrows()].iter().enumerate() {
            check_norm(*norm, xs.row(row).iter().copied(), data, row)?;
        }
        let Diagonal { root_nngp, ntk, layers } = Diagonal::of(architecture, &norms.norms);
        // By Cauchy–Schwarz no kernel of two points exceeds the larger of their own; the factor 2 leaves room for
        // rounding.
        if let Some(row) = ntk.iter().position(|ntk| !(0.0..f64::MAX / 2.0).contains(ntk)) {
            return Err(KernelError::TooLarge { data, row });
        }
        let root_ntk = ntk.iter().map(|ntk| ntk.sqrt()).collect();
        let one_by_one = OnceLock::new();
        Ok(Self { xs, one_by_one, strips, norms, root_nngp, ntk, root_ntk, layers })
    }

    /// Most sets never ask: all points are made ready when the first is wanted.
    pub(crate) fn point(&self, i: usize) -> Point<'_> {
        let Points { scaled, lengths } = self.one_by_one.get_or_init(|| Points::of(self.xs));
        let dimension = scaled.nrows();
        Point { scaled: &scaled.as_slice()[i * dimension..][..dimension], length: lengths[i] }
    }

    pub(crate) fn len(&self) -> usize {
        self.xs.nrows()
    }

    pub(crate) fn blocks(&self) -> usize {
        self.len().div_ceil(SIDE)
    }

    /// The points of a block.
    pub(crate) fn range(&self, block: usize) -> Range<usize> {
        block * SIDE..((block + 1) * SIDE).min(self.len())
    }
}

/// The kernels of points with themselves, through all layers.
struct Diagonal {
    root_nngp: Vec<f64>,
    ntk: Vec<f64>,
    layers: PerLayer,
}

impl Diagonal {
    fn of<A: Activation>(architecture: &Architecture<A>, norms: &[f64]) -> Self {
        let Architecture { gain, bias, depth, ref activation } = *architecture;
        let form = activation.closed_form();
        let mut before_bias = norms.to_vec();
        let mut stds: Vec<f64> = norms.iter().map(|&norm| with_bias(norm, bias)).collect();
        let mut ntk: Vec<f64> = stds.iter().map(|std| std * std).collect();
        let (mut kdot, mut layers) = (vec![0.0; norms.len()], PerLayer::new());
        for layer in 0..=depth {
            let last = layer == depth;
            layers.extend(form.and_then(|form| needed(form, last, bias, &before_bias, &stds)));
            if last {
                break;
            }
            let (stds_before, next) = (&stds, &mut before_bias);
            if form == Some(ClosedForm::Erf) {
                simd::run(ErfDiagonal { stds: stds_before, next, kdot: &mut kdot });
            } else {
                for ((std, next), kdot) in stds_before.iter().zip(next).zip(&mut kdot) {
                    (*next, *kdot) = activation.diagonal(*std);
                }
            }
            let kernels = stds.iter_mut().zip(&mut ntk).zip(&kdot);
            for (before, ((std, ntk), kdot)) in before_bias.iter_mut().zip(kernels) {
                *before = scaled(*before, gain);
                *std = with_bias(*before, bias);
                *ntk = *std * *std + *ntk * (kdot * gain * gain);
            }
        }
        Self { root_nngp: stds, ntk, layers }
    }
}

/// The two numbers of each point at this layer that `closed_form` asks for.
fn needed(
    form: ClosedForm,
    last: bool,
    bias: f64,
    before_bias: &[f64],
    stds: &[f64],
) -> Option<[Vec<f64>; 2]> {
    match form {
        ClosedForm::Rectifier { .. } if bias != 0.0 => {
            let shares = before_bias.iter().zip(stds).map(|(before, std)| before / std).collect();
            Some([shares, stds.iter().map(|std| bias.abs() / std).collect()])
        }
        ClosedForm::Erf if !last => {
            Some([stds.iter().map(|std| erf::root_inverse(*std)).collect(), Vec::new()])
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Linear;

    #[test]
    fn a_kernel_that_rounding_could_take_out_of_range_is_refused() {
        let of_square = |square: f64| {
            let xs = DMatrix::from_element(2, 1, square.sqrt());
            Architecture::new(0, Linear).ntk_gram(&xs)
        };
        assert!(of_square(0.4 * f64::MAX).is_ok());
        let refused = Err(KernelError::TooLarge { data: "x", row: 0 });
        assert_eq!(of_square(0.75 * f64::MAX), refused);
    }
}
