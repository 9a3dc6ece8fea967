use super::Covariance;

/// What one hidden layer makes of a pair, before gain and bias.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dual {
    /// The 2×2 matrix of E\[φφ\] on the pair.
    pub nngp: Covariance,
    /// E\[φ′(u)φ′(v)\].
    pub kdot: f64,
}

/// An activation φ, known by its dual: two expectations over a Gaussian pair (Daniely et al. 2016).
///
/// An implementation may not return NaN for finite `lambda`, and owes the accuracy that its
/// documentation states, in ρ, 1 − ρ and 1 + ρ alike.
pub trait Activation: Sync {
    /// E\[φ(u)φ(v)\] and E\[φ′(u)φ′(v)\] for (u, v) ~ N(0, Λ).
    ///
    /// ```
    /// use ntk::kernel::{Activation, Covariance, Relu};
    ///
    /// let orthogonal = Covariance::new(1.0, 1.0, 0.0);
    /// let dual = Relu.dual(&orthogonal);
    /// assert_eq!(dual.kdot, 0.25);                                   // both gates open
    /// assert!((dual.nngp.value() - 1.0 / std::f64::consts::TAU).abs() < 1e-16);
    /// ```
    fn dual(&self, lambda: &Covariance) -> Dual;

    /// √E\[φ(u)²\] and E\[φ′(u)²\] for u ~ N(0, `std`²): the dual of a variable with itself, of which a
    /// matrix asks at every layer of every point.
    ///
    /// ```
    /// use ntk::kernel::{Activation, Relu};
    /// let (std, kdot) = Relu.diagonal(2f64.sqrt());
    /// assert!((std - 1.0).abs() < 1e-15);
    /// assert_eq!(kdot, 0.5);
    /// ```
    fn diagonal(&self, std: f64) -> (f64, f64) {
        let dual = self.dual(&Covariance::diagonal(std));
        (dual.nngp.std_x, dual.kdot)
    }

    /// Which formula a Gram matrix may use for many pairs at a time; `None` for one pair after another.
    ///
    /// ```
    /// use ntk::kernel::{Activation, ClosedForm, LeakyRelu};
    /// let form = LeakyRelu { slope: 0.1 }.closed_form();
    /// assert_eq!(form, Some(ClosedForm::Rectifier { slope: 0.1 }));
    /// ```
    fn closed_form(&self) -> Option<ClosedForm> {
        None
    }
}

/// The activations whose recursion the library can run over blocks of pairs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ClosedForm {
    /// z for z > 0 and `slope`·z elsewhere.
    Rectifier { slope: f64 },
    /// erf(z/√2).
    Erf,
}

impl<A: Activation + ?Sized> Activation for &A {
    fn dual(&self, lambda: &Covariance) -> Dual {
        (**self).dual(lambda)
    }

    fn diagonal(&self, std: f64) -> (f64, f64) {
        (**self).diagonal(std)
    }

    fn closed_form(&self) -> Option<ClosedForm> {
        (**self).closed_form()
    }
}

impl<A: Activation + ?Sized> Activation for Box<A>
where
    Box<A>: Sync,
{
    fn dual(&self, lambda: &Covariance) -> Dual {
        (**self).dual(lambda)
    }

    fn diagonal(&self, std: f64) -> (f64, f64) {
        (**self).diagonal(std)
    }

    fn closed_form(&self) -> Option<ClosedForm> {
        (**self).closed_form()
    }
}
