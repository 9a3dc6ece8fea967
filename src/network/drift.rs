use nalgebra::DMatrix;

use super::{Network, NetworkError, Scalar, Tangents};

/// Records how far a network's tangent kernel moves while the network is trained.
///
/// ```
/// use nalgebra::DMatrix;
/// use ntk_network::{Activation, Descent, Design, Drift, Network, Settings};
/// let (xs, y) = (DMatrix::identity(2, 2), DMatrix::from_row_slice(2, 1, &[1.0, -1.0]));
/// let mut network = Network::<f64>::draw(Design::new(2, 1, 64, Activation::Erf), 3)?;
/// let mut drift = Drift::from(&network, &xs)?;
/// let mut descent = Descent::new(&mut network, &xs, &y, Settings::new(0.5))?;
/// for _ in 0..3 {
///     descent.run(10)?;
///     drift.record(descent.steps(), descent.network())?;
/// }
/// let moved = drift.records().last().map(|moved| (moved.step, moved.kernel));
/// assert!(matches!(moved, Some((30, kernel)) if 0.0 < kernel && kernel < 0.1));
/// # Ok::<(), ntk_network::NetworkError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Drift<T> {
    xs: DMatrix<f64>,
    start: Tangents<T>,
    kernel: DMatrix<f64>,
    layers: Vec<DMatrix<f64>>,
    records: Vec<Moved>,
}

/// How far a tangent kernel is from where it began. Every number is relative, and 0 at first.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// After how many steps.
    pub step: usize,
    /// ‖Θ̂ − Θ̂₀‖/‖Θ̂₀‖, the norm being Frobenius's.
    pub kernel: f64,
    /// The same for what each layer of weights contributes, from the input upwards; 0 for a layer that
    /// is not trained, since it contributes nothing.
    pub layers: Vec<f64>,
    /// ‖∇f − ∇f₀‖/‖∇f₀‖, as [`Tangents::moved`].
    pub features: f64,
}

impl<T: Scalar> Drift<T> {
    /// Begins where the network is now; the kernel is looked at on the m rows of `xs` (m×d).
    ///
    /// # Errors
    /// Inputs of another dimension than the design's, or not finite.
    pub fn from(network: &Network<T>, xs: &DMatrix<f64>) -> Result<Self, NetworkError> {
        let start = network.tangents(xs)?;
        let layers = start.layers();
        let kernel = sum(&layers);
        Ok(Self { xs: xs.clone(), start, kernel, layers, records: Vec::new() })
    }

    /// Looks at the network as it is after `step` steps, and keeps what it sees.
    ///
    /// # Errors
    /// As for [`from`](Self::from).
    pub fn record(&mut self, step: usize, network: &Network<T>) -> Result<&Moved, NetworkError> {
        let tangents = network.tangents(&self.xs)?;
        let layers = tangents.layers();
        let each = layers.iter().zip(&self.layers).map(|(now, then)| relative(now, then));
        self.records.push(Moved {
            step,
            kernel: relative(&sum(&layers), &self.kernel),
            layers: each.collect(),
            features: tangents.moved(&self.start),
        });
        Ok(&self.records[self.records.len() - 1])
    }

    /// Everything seen so far, in the order in which it was.
    pub fn records(&self) -> &[Moved] {
        &self.records
    }

    /// Θ̂₀ on the samples.
    pub fn initial(&self) -> &DMatrix<f64> {
        &self.kernel
    }
}

fn sum(layers: &[DMatrix<f64>]) -> DMatrix<f64> {
    let zero = DMatrix::zeros(layers[0].nrows(), layers[0].ncols());
    layers.iter().fold(zero, |sum, layer| sum + layer)
}

fn relative(now: &DMatrix<f64>, then: &DMatrix<f64>) -> f64 {
    let norm = then.norm();
    if norm == 0.0 { 0.0 } else { (now - then).norm() / norm }
}
