use nalgebra::DMatrix;

use super::pass::Pass;
use super::{Network, NetworkError, Scalar};

impl<T: Scalar> Network<T> {
    /// J itself, Cm×P, for small networks: row i of the first m is ∇f₁(xᵢ). Parameters stand layer by
    /// layer, weights column by column and then biases (where the design has them), of the trained
    /// layers; of a doubled network the second half follows the first.
    ///
    /// # Errors
    /// Inputs of another dimension than the design's, or not finite.
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk_network::{Activation, Design, Network};
    /// let network = Network::<f64>::draw(Design::new(2, 1, 5, Activation::Tanh), 1)?;
    /// let xs = DMatrix::identity(2, 2);
    /// let j = network.jacobian(&xs)?;
    /// assert_eq!(j.shape(), (2, 15));
    /// assert!((&j * j.transpose() - network.tangents(&xs)?.ntk()).amax() < 1e-14);
    /// # Ok::<(), ntk_network::NetworkError>(())
    /// ```
    pub fn jacobian(&self, xs: &DMatrix<f64>) -> Result<DMatrix<f64>, NetworkError> {
        let design = &self.design;
        let (bias_factor, _) = design.bias_factor_and_deviation();
        let mut rows = vec![Vec::new(); xs.nrows() * design.outputs];
        for (stack, factor) in self.stacks.iter().zip(design.output_factors()) {
            let mut pass = Pass::<T>::new(design, xs)?;
            pass.forward(design, stack);
            for output in 0..design.outputs {
                pass.deltas[design.depth].fill(T::zero());
                pass.deltas[design.depth].row_mut(output).fill(T::of(factor));
                pass.backward(design, stack, 0);
                for sample in 0..xs.nrows() {
                    let row: &mut Vec<f64> = &mut rows[output * xs.nrows() + sample];
                    for layer in (0..=design.depth).filter(|&layer| design.trains(layer)) {
                        let delta = pass.deltas[layer].column(sample);
                        for a in pass.entering[layer].column(sample).iter() {
                            let scale = design.factor(layer) * a.wide();
                            row.extend(delta.iter().map(|d| scale * d.wide()));
                        }
                        if design.bias != 0.0 {
                            row.extend(delta.iter().map(|d| bias_factor * d.wide()));
                        }
                    }
                }
            }
        }
        let columns = rows.first().map_or(0, Vec::len);
        Ok(DMatrix::from_fn(rows.len(), columns, |i, j| rows[i][j]))
    }

    /// θ, in the order of the Jacobian's columns.
    pub fn parameters(&self) -> Vec<f64> {
        let mut flat = Vec::new();
        for stack in &self.stacks {
            for layer in (0..=self.design.depth).filter(|&layer| self.design.trains(layer)) {
                flat.extend(stack.weights[layer].iter().map(|w| w.wide()));
                if self.design.bias != 0.0 {
                    flat.extend(stack.biases[layer].iter().map(|b| b.wide()));
                }
            }
        }
        flat
    }

    /// The same network with these parameters, in the order of the Jacobian's columns.
    ///
    /// # Errors
    /// Another number of parameters, or one that is not finite.
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk_network::{Activation, Design, Network};
    /// let network = Network::<f64>::draw(Design::new(2, 0, 1, Activation::Linear), 1)?;
    /// let set = network.with_parameters(&[2.0, 3.0])?;
    /// assert_eq!(set.outputs(&DMatrix::identity(2, 2))?.as_slice(), [2.0, 3.0]);
    /// # Ok::<(), ntk_network::NetworkError>(())
    /// ```
    pub fn with_parameters(&self, parameters: &[f64]) -> Result<Self, NetworkError> {
        let count = self.parameters().len();
        if parameters.len() != count {
            let (got, expected) = ((parameters.len(), 1), (count, 1));
            return Err(NetworkError::Shape { what: "parameters", got, expected });
        }
        if let Some(row) = parameters.iter().position(|value| !value.is_finite()) {
            return Err(NetworkError::NotFinite { what: "parameters", row, column: 0 });
        }
        let mut network = self.clone();
        let mut values = parameters.iter().map(|&value| T::of(value));
        let mut fill = |entries: &mut [T]| {
            entries.iter_mut().zip(&mut values).for_each(|(entry, value)| *entry = value);
        };
        for stack in &mut network.stacks {
            for layer in (0..=self.design.depth).filter(|&layer| self.design.trains(layer)) {
                fill(stack.weights[layer].as_mut_slice());
                if self.design.bias != 0.0 {
                    fill(stack.biases[layer].as_mut_slice());
                }
            }
        }
        Ok(network)
    }
}
