//! `ntk kernel` and `ntk predict`: from files of points to files of kernels and predictions.
//!
//! The command line fills in a request; what it prints, if no file is named, is what `run` returns.

use std::path::{Path, PathBuf};
use std::{error, fmt};

use nalgebra::DMatrix;

use crate::dataset::{self, DatasetError, Numbered, csv};
use crate::dynamics::{DynamicsError, Ridge, Spectrum, TestPoints, Training, trained_variances};
use crate::kernel::{Activation, ActivationName, Architecture, KernelError};

/// The network that both verbs speak of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Network {
    pub activation: ActivationName,
    pub depth: usize,
    pub gain: f64,
    pub bias: f64,
}

/// Which kernel is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    Ntk,
    Nngp,
}

/// `ntk kernel XS [YS] …`
#[derive(Debug, Clone, PartialEq)]
pub struct KernelRequest {
    pub xs: PathBuf,
    /// With `ys`, the rectangular matrix of `xs` against `ys`; without, the symmetric one.
    pub ys: Option<PathBuf>,
    pub network: Network,
    pub wanted: Wanted,
    pub out: Option<PathBuf>,
}

/// `ntk predict --train XS --targets YS --test ZS …`
#[derive(Debug, Clone, PartialEq)]
pub struct PredictRequest {
    pub train: PathBuf,
    /// One row per training point, one column per output.
    pub targets: PathBuf,
    pub test: PathBuf,
    pub network: Network,
    /// Training time under gradient flow on the summed loss; may be infinite.
    pub time: f64,
    /// Weight decay towards θ₀: at infinite time, kernel ridge regression.
    pub ridge: f64,
    /// Add a column with the variance over initialisations, which all outputs share.
    pub ensemble: bool,
    pub out: Option<PathBuf>,
}

/// Why a request failed.
#[derive(Debug)]
pub enum ShellError {
    Dataset(DatasetError),
    /// `path` is the file whose points the kernel refused, `line` the one (from 1) of the point it names.
    Kernel {
        path: PathBuf,
        line: Option<usize>,
        error: KernelError,
    },
    Dynamics(DynamicsError),
    /// Files that do not belong together.
    Mismatch {
        left: PathBuf,
        right: PathBuf,
        what: &'static str,
        lengths: (usize, usize),
    },
}

impl KernelRequest {
    /// Computes, writes to `out`, and returns the CSV text for standard output if there is no `out`.
    ///
    /// # Errors
    /// A file that cannot be read or written, or points that have no kernel.
    ///
    /// ```
    /// use ntk::kernel::ActivationName;
    /// use ntk::shell::{KernelRequest, Network, Wanted};
    ///
    /// let xs = std::env::temp_dir().join("ntk-doc-kernel.csv");
    /// std::fs::write(&xs, "1,0\n-1,0\n")?;
    /// let network = Network { activation: ActivationName::Relu, depth: 1, gain: 1.0, bias: 0.0 };
    /// let request = KernelRequest { xs, ys: None, network, wanted: Wanted::Ntk, out: None };
    /// assert_eq!(request.run()?, Some("1,0\n0,1\n".to_string()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn run(&self) -> Result<Option<String>, ShellError> {
        let xs = Points::read(&self.xs)?;
        let ys = self.ys.as_deref().map(Points::read).transpose()?;
        let architecture = self.network.architecture();
        if let Some(ys) = &ys {
            same("columns", (&self.xs, xs.matrix().ncols()), (ys.path, ys.matrix().ncols()))?;
        }
        let kernel = match (self.wanted, &ys) {
            (Wanted::Ntk, None) => architecture.ntk_gram(xs.matrix()),
            (Wanted::Nngp, None) => architecture.nngp_gram(xs.matrix()),
            (Wanted::Ntk, Some(ys)) => architecture.ntk_cross(xs.matrix(), ys.matrix()),
            (Wanted::Nngp, Some(ys)) => architecture.nngp_cross(xs.matrix(), ys.matrix()),
        };
        let kernel = kernel.map_err(|error| refused(error, &xs, ys.as_ref().unwrap_or(&xs)))?;
        deliver(&kernel, self.out.as_ref())
    }
}

impl PredictRequest {
    /// Computes, writes to `out`, and returns the CSV text for standard output if there is no `out`: one
    /// row per test point, one column per output, and the variance if asked for.
    ///
    /// # Errors
    /// A file that cannot be read or written, files that do not fit together, or numbers out of range.
    ///
    /// ```
    /// use ntk::kernel::ActivationName;
    /// use ntk::shell::{Network, PredictRequest};
    ///
    /// let file = |name: &str, text: &str| {
    ///     let path = std::env::temp_dir().join(name);
    ///     std::fs::write(&path, text).map(|()| path)
    /// };
    /// let request = PredictRequest {
    ///     train: file("ntk-doc-train.csv", "1,0\n0,1\n")?,
    ///     targets: file("ntk-doc-targets.csv", "1\n0\n")?,
    ///     test: file("ntk-doc-test.csv", "1,0\n")?,
    ///     network: Network { activation: ActivationName::Relu, depth: 1, gain: 1.0, bias: 0.0 },
    ///     time: f64::INFINITY,
    ///     ridge: 0.0,
    ///     ensemble: false,
    ///     out: None,
    /// };
    /// let printed: f64 = request.run()?.unwrap().trim().parse()?;
    /// assert!((printed - 1.0).abs() < 1e-15);                       // it interpolates
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn run(&self) -> Result<Option<String>, ShellError> {
        let train = Points::read(&self.train)?;
        let targets = dataset::read(&self.targets)?;
        let test = Points::read(&self.test)?;
        let (rows, columns) = train.matrix().shape();
        same("rows", (&self.train, rows), (&self.targets, targets.nrows()))?;
        same("columns", (&self.train, columns), (&self.test, test.matrix().ncols()))?;
        let predicted = self.predict(&train, &targets, &test)?;
        deliver(&predicted, self.out.as_ref())
    }

    fn predict(
        &self,
        train: &Points,
        targets: &DMatrix<f64>,
        test: &Points,
    ) -> Result<DMatrix<f64>, ShellError> {
        let architecture = self.network.architecture();
        let in_train = |error| refused(error, train, train);
        let in_test = |error| refused(error, test, train);
        let (train, test) = (train.matrix(), test.matrix());
        let theta_train = architecture.ntk_gram(train).map_err(in_train)?;
        let theta_test_train = architecture.ntk_cross(test, train).map_err(in_test)?;
        let smoother = match self.cholesky(&theta_train) {
            Some(ridge) if !self.ensemble => return Ok(ridge.at_test(&theta_test_train, targets)?),
            Some(ridge) => ridge.smoother(&theta_test_train)?,
            None => {
                let spectrum = Spectrum::of(&theta_train)?;
                let training = Training::DecayToInit { decay: self.ridge, time: self.time };
                TestPoints::from_zero(&spectrum, &theta_test_train)?
                    .smoother(&spectrum, training)?
            }
        };
        let mean = all_finite(&smoother * targets)?;
        if !self.ensemble {
            return Ok(mean);
        }
        let nngp_train = architecture.nngp_gram(train).map_err(in_train)?;
        let nngp_test_train = architecture.nngp_cross(test, train).map_err(in_test)?;
        let before = architecture.nngp_diagonal(test).map_err(in_test)?;
        let after = trained_variances(&smoother, &nngp_train, &nngp_test_train, &before)?;
        let outputs = mean.ncols();
        let mut with_variance = mean.insert_column(outputs, 0.0);
        with_variance.set_column(outputs, &after);
        Ok(with_variance)
    }

    /// Where training ends, and Θ has no null space to be found first, a factor takes the place of the
    /// spectrum in a tenth of its time.
    fn cholesky(&self, theta_train: &DMatrix<f64>) -> Option<Ridge> {
        let ends = self.time == f64::INFINITY;
        if ends { Ridge::well_conditioned(theta_train, self.ridge).ok() } else { None }
    }
}

impl Network {
    fn architecture(&self) -> Architecture<Box<dyn Activation>> {
        Architecture::new(self.depth, self.activation.activation())
            .with_gain(self.gain)
            .with_bias(self.bias)
    }
}

/// Points with the file that they come from.
struct Points<'a> {
    path: &'a Path,
    read: Numbered,
}

impl<'a> Points<'a> {
    fn read(path: &'a Path) -> Result<Self, DatasetError> {
        Ok(Self { path, read: dataset::read_numbered(path)? })
    }

    fn matrix(&self) -> &DMatrix<f64> {
        &self.read.matrix
    }
}

/// Whose point a kernel refused: the kernel calls its two sets x and y.
fn refused(error: KernelError, xs: &Points, ys: &Points) -> ShellError {
    let (points, row) = match error {
        KernelError::NotFinite { data, row, .. } | KernelError::TooLarge { data, row } => {
            (if data == "y" { ys } else { xs }, Some(row))
        }
        _ => (xs, None),
    };
    let line = row.and_then(|row| points.read.lines.get(row)).copied();
    ShellError::Kernel { path: points.path.to_path_buf(), line, error }
}

/// Targets are finite, and weights; their product may not be.
fn all_finite(predictions: DMatrix<f64>) -> Result<DMatrix<f64>, DynamicsError> {
    if predictions.iter().all(|value| value.is_finite()) {
        return Ok(predictions);
    }
    Err(DynamicsError::Overflow { what: "predictions" })
}

fn deliver(matrix: &DMatrix<f64>, out: Option<&PathBuf>) -> Result<Option<String>, ShellError> {
    match out {
        Some(path) => {
            dataset::write(path, matrix)?;
            Ok(None)
        }
        None => Ok(Some(csv(matrix))),
    }
}

fn same(what: &'static str, left: (&Path, usize), right: (&Path, usize)) -> Result<(), ShellError> {
    if left.1 == right.1 {
        return Ok(());
    }
    let lengths = (left.1, right.1);
    Err(ShellError::Mismatch { left: left.0.into(), right: right.0.into(), what, lengths })
}

impl fmt::Display for ShellError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dataset(error) => write!(f, "{error}"),
            Self::Kernel { error: KernelError::Parameter { name, value, allowed }, .. } => {
                write!(f, "--{name} is {value:?}; it must be {allowed}")
            }
            Self::Kernel { path, line: Some(line), error: KernelError::TooLarge { .. } } => {
                let path = path.display();
                write!(f, "{path}: line {line}: its squared norm, or its kernel, overflows")
            }
            Self::Kernel { path, error, .. } => write!(f, "{}: {error}", path.display()),
            Self::Dynamics(DynamicsError::Parameter { name, value, allowed }) => {
                // What the program calls a ridge is a decay of the weights.
                let flag = if *name == "decay" { "ridge" } else { name };
                write!(f, "--{flag} is {value:?}; it must be {allowed}")
            }
            Self::Dynamics(error) => write!(f, "{error}"),
            Self::Mismatch { left, right, what, lengths } => {
                let (left, right) = (left.display(), right.display());
                write!(f, "{left} has {} {what}, {right} has {}", lengths.0, lengths.1)
            }
        }
    }
}

impl error::Error for ShellError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Dataset(error) => Some(error),
            Self::Kernel { error, .. } => Some(error),
            Self::Dynamics(error) => Some(error),
            Self::Mismatch { .. } => None,
        }
    }
}

impl From<DatasetError> for ShellError {
    fn from(error: DatasetError) -> Self {
        Self::Dataset(error)
    }
}

impl From<DynamicsError> for ShellError {
    fn from(error: DynamicsError) -> Self {
        Self::Dynamics(error)
    }
}
