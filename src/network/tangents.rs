//! The empirical NTK without the Jacobian. A layer's gradient is the outer product s δ aᵀ, so the inner
//! product of two of them is s² (δ·δ′)(a·a′): Θ̂ = Σ_ℓ s² (ΔᵀΔ) ∘ (AᵀA), with columns as samples.

use nalgebra::DMatrix;

use super::pass::Pass;
use super::product::backward;
use super::stack::Stack;
use super::{Design, Network, NetworkError, Scalar};

/// The tangent features ∇f of a network on m samples, as factors. Gram matrices over them are Cm×Cm:
/// the first m rows are the first output's.
#[derive(Debug, Clone)]
pub struct Tangents<T> {
    design: Design,
    samples: usize,
    stacks: Vec<Factors<T>>,
}

/// Of one stack, layer by layer.
#[derive(Debug, Clone)]
struct Factors<T> {
    /// What enters the layer, n×m.
    entering: Vec<DMatrix<T>>,
    /// ∂f/∂h for one output after the other, n×Cm.
    deltas: Vec<DMatrix<T>>,
}

impl<T: Scalar> Network<T> {
    /// The tangent features on the m rows of `xs` (m×d), at the present parameters.
    ///
    /// # Errors
    /// Inputs of another dimension than the design's, or not finite.
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk_network::{Activation, Design, Network};
    /// let network = Network::<f64>::draw(Design::new(2, 0, 1, Activation::Linear), 1)?;
    /// let xs = DMatrix::from_row_slice(2, 2, &[1.0, 2.0, 0.0, 1.0]);
    /// assert_eq!(network.tangents(&xs)?.ntk(), &xs * xs.transpose());        // f = w·x
    /// # Ok::<(), ntk_network::NetworkError>(())
    /// ```
    pub fn tangents(&self, xs: &DMatrix<f64>) -> Result<Tangents<T>, NetworkError> {
        let stacks = self.stacks.iter().zip(self.design.output_factors());
        let stacks = stacks.map(|(stack, factor)| self.factors(xs, stack, T::of(factor)));
        Ok(Tangents {
            design: self.design.clone(),
            samples: xs.nrows(),
            stacks: stacks.collect::<Result<_, _>>()?,
        })
    }

    fn factors(
        &self,
        xs: &DMatrix<f64>,
        stack: &Stack<T>,
        factor: T,
    ) -> Result<Factors<T>, NetworkError> {
        let design = &self.design;
        let (samples, depth) = (xs.nrows(), design.depth);
        let mut pass = Pass::new(design, xs)?;
        pass.forward(design, stack);
        let mut deltas: Vec<DMatrix<T>> = (0..=depth)
            .map(|layer| DMatrix::zeros(design.shape(layer).0, samples * design.outputs))
            .collect();
        for output in 0..design.outputs {
            pass.deltas[depth].fill(T::zero());
            pass.deltas[depth].row_mut(output).fill(factor);
            pass.backward(design, stack, 0);
            for (all, delta) in deltas.iter_mut().zip(&pass.deltas) {
                all.columns_mut(output * samples, samples).copy_from(delta);
            }
        }
        Ok(Factors { entering: pass.entering, deltas })
    }
}

impl<T: Scalar> Tangents<T> {
    /// Θ̂(X, X) over the trained layers, Cm×Cm.
    pub fn ntk(&self) -> DMatrix<f64> {
        self.cross(self)
    }

    /// Θ̂(X, X′) over the trained layers, Cm×Cm′. Both must be of one network.
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk_network::{Activation, Design, Network};
    /// let network = Network::<f64>::draw(Design::new(2, 2, 30, Activation::Erf), 1)?;
    /// let (all, one) = (DMatrix::identity(2, 2), DMatrix::from_row_slice(1, 2, &[0.0, 1.0]));
    /// let (gram, cross) = (network.tangents(&all)?.ntk(), network.tangents(&one)?);
    /// assert!((cross.cross(&network.tangents(&all)?)[(0, 1)] - gram[(1, 1)]).abs() < 1e-14);
    /// # Ok::<(), ntk_network::NetworkError>(())
    /// ```
    pub fn cross(&self, other: &Self) -> DMatrix<f64> {
        let shape = (self.outputs_times_samples(), other.outputs_times_samples());
        self.blocks(other).iter().fold(DMatrix::zeros(shape.0, shape.1), |sum, block| sum + block)
    }

    /// What each layer of weights, with its biases, contributes to Θ̂(X, X), from the input upwards. A
    /// layer that is not trained contributes 0.
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk_network::{Activation, Design, Network};
    /// let network = Network::<f64>::draw(Design::new(2, 3, 30, Activation::Relu), 1)?;
    /// assert_eq!(network.tangents(&DMatrix::identity(2, 2))?.layers().len(), 4);
    /// # Ok::<(), ntk_network::NetworkError>(())
    /// ```
    pub fn layers(&self) -> Vec<DMatrix<f64>> {
        self.blocks(self)
    }

    /// ‖∇f − ∇f′‖/‖∇f′‖ over all samples and trained layers: how far the tangent features have moved from
    /// those of another state of the same network on the same samples.
    ///
    /// It is a difference of inner products: below about 1e-7 (f64) it is rounding.
    pub fn moved(&self, from: &Self) -> f64 {
        let (mut square, mut norm) = (0.0, 0.0);
        for layer in 0..=self.design.depth {
            let now = self.block(self, layer).trace();
            let then = from.block(from, layer).trace();
            square += now + then - 2.0 * self.block(from, layer).trace();
            norm += then;
        }
        (square.max(0.0) / norm).sqrt()
    }

    fn outputs_times_samples(&self) -> usize {
        self.design.outputs * self.samples
    }

    fn blocks(&self, other: &Self) -> Vec<DMatrix<f64>> {
        (0..=self.design.depth).map(|layer| self.block(other, layer)).collect()
    }

    fn block(&self, other: &Self, layer: usize) -> DMatrix<f64> {
        let shape = (self.outputs_times_samples(), other.outputs_times_samples());
        let mut sum = DMatrix::zeros(shape.0, shape.1);
        if !self.design.trains(layer) {
            return sum;
        }
        let weight = self.design.factor(layer).powi(2);
        let (bias_factor, _) = self.design.bias_factor_and_deviation();
        let bias = if self.design.bias == 0.0 { 0.0 } else { bias_factor.powi(2) };
        for (left, right) in self.stacks.iter().zip(&other.stacks) {
            let mut deltas = DMatrix::zeros(shape.0, shape.1);
            backward(&mut deltas, T::one(), &left.deltas[layer], &right.deltas[layer]);
            let mut inner = DMatrix::zeros(self.samples, other.samples);
            backward(&mut inner, T::one(), &left.entering[layer], &right.entering[layer]);
            for (j, mut column) in sum.column_iter_mut().enumerate() {
                for (i, entry) in column.iter_mut().enumerate() {
                    let a = inner[(i % self.samples, j % other.samples)].wide();
                    *entry += deltas[(i, j)].wide() * (weight * a + bias);
                }
            }
        }
        sum
    }

    /// J v for v a state of the parameters: how fast each output (Cm of them, the first m the first
    /// output's) grows along v, over the trained layers.
    pub(crate) fn along(&self, parameters: &Network<T>) -> Vec<f64> {
        let (bias_factor, _) = self.design.bias_factor_and_deviation();
        let mut speeds = vec![0.0; self.outputs_times_samples()];
        for (factors, stack) in self.stacks.iter().zip(&parameters.stacks) {
            for layer in (0..=self.design.depth).filter(|&layer| self.design.trains(layer)) {
                let pushed = &stack.weights[layer] * &factors.entering[layer];
                let scale = self.design.factor(layer);
                for (k, speed) in speeds.iter_mut().enumerate() {
                    let delta = factors.deltas[layer].column(k);
                    let weights = delta.dot(&pushed.column(k % self.samples)).wide();
                    let biases = delta.dot(&stack.biases[layer]).wide();
                    *speed += scale * weights + bias_factor * biases;
                }
            }
        }
        speeds
    }
}
