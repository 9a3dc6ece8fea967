use nalgebra::{DMatrix, DVector};

use super::pass::Pass;
use super::{Design, NetworkError, Scalar, draw};

/// The parameters of one plain network: weights n′×n and biases n′, layer by layer.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Stack<T> {
    pub(crate) weights: Vec<DMatrix<T>>,
    pub(crate) biases: Vec<DVector<T>>,
}

impl<T: Scalar> Stack<T> {
    fn draw(design: &Design, seed: u64) -> Self {
        let (_, bias_deviation) = design.bias_factor_and_deviation();
        let mut stack = Self { weights: Vec::new(), biases: Vec::new() };
        for layer in 0..=design.depth {
            let (rows, columns) = design.shape(layer);
            let stream = 2 * layer as u64;
            let deviation = design.deviation(layer);
            stack.weights.push(draw::normals(rows, columns, deviation, seed, stream));
            let biases = if design.bias == 0.0 {
                DVector::zeros(rows)
            } else {
                draw::normals(rows, 1, bias_deviation, seed, stream + 1).column(0).into_owned()
            };
            stack.biases.push(biases);
        }
        stack
    }
}

/// A network with its parameters. A doubled one has two stacks, which start alike.
#[derive(Debug, Clone)]
pub struct Network<T> {
    pub(crate) design: Design,
    pub(crate) stacks: Vec<Stack<T>>,
}

impl<T: Scalar> Network<T> {
    /// Draws all parameters; each layer from its own stream of the seed.
    ///
    /// # Errors
    /// A size that is 0, a factor that is not finite, or a trained layer that does not exist.
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk_network::{Activation, Design, Network};
    /// let design = Design { doubled: true, ..Design::new(3, 2, 50, Activation::Erf) };
    /// let network = Network::<f64>::draw(design, 1)?;
    /// assert_eq!(network.outputs(&DMatrix::identity(3, 3))?, DMatrix::zeros(3, 1));
    /// # Ok::<(), ntk_network::NetworkError>(())
    /// ```
    pub fn draw(design: Design, seed: u64) -> Result<Self, NetworkError> {
        design.check()?;
        let stack = Stack::draw(&design, seed);
        let stacks = vec![stack; if design.doubled { 2 } else { 1 }];
        Ok(Self { design, stacks })
    }

    /// What was drawn.
    pub fn design(&self) -> &Design {
        &self.design
    }

    /// f on the m rows of `xs` (m×d): an m×C matrix.
    ///
    /// # Errors
    /// Inputs of another dimension than the design's, or not finite.
    pub fn outputs(&self, xs: &DMatrix<f64>) -> Result<DMatrix<f64>, NetworkError> {
        let mut sum = DMatrix::zeros(xs.nrows(), self.design.outputs);
        for (stack, factor) in self.stacks.iter().zip(self.design.output_factors()) {
            let mut pass = Pass::new(&self.design, xs)?;
            pass.forward(&self.design, stack);
            sum += pass.outputs.transpose().map(|value| factor * value.wide());
        }
        Ok(sum)
    }

    /// ‖Wˡ − W′ˡ‖ for each layer of weights, biases included: how far two states of one network are
    /// apart. A doubled network counts both halves.
    ///
    /// ```
    /// use ntk_network::{Activation, Design, Network};
    /// let network = Network::<f64>::draw(Design::new(3, 2, 8, Activation::Relu), 1)?;
    /// assert_eq!(network.movement(&network.clone()), vec![0.0; 3]);
    /// # Ok::<(), ntk_network::NetworkError>(())
    /// ```
    pub fn movement(&self, from: &Self) -> Vec<f64> {
        (0..=self.design.depth)
            .map(|layer| {
                let squares = self.stacks.iter().zip(&from.stacks).map(|(now, then)| {
                    let weights = now.weights[layer].iter().zip(&then.weights[layer]);
                    let biases = now.biases[layer].iter().zip(&then.biases[layer]);
                    weights.chain(biases).map(|(a, b)| (*a - *b).wide().powi(2)).sum::<f64>()
                });
                squares.sum::<f64>().sqrt()
            })
            .collect()
    }

    /// ‖Wˡ‖ for each layer of weights, biases included.
    pub fn norms(&self) -> Vec<f64> {
        let mut zero = self.clone();
        for stack in &mut zero.stacks {
            stack.weights.iter_mut().for_each(|w| w.fill(T::zero()));
            stack.biases.iter_mut().for_each(|b| b.fill(T::zero()));
        }
        self.movement(&zero)
    }
}
