//! The verbs that compute: their arguments here, their work in the root package, which the command
//! line does not know. It is handed over as a [`Numerics`].

use std::ffi::OsString;
use std::path::PathBuf;

use clap::Args;

/// What the root package does for the command line.
pub trait Numerics {
    /// A kernel's text for standard output; `None` where a file was written.
    ///
    /// # Errors
    ///
    /// In a person's words: which file, which row, what is wrong with it.
    fn kernel(&self, arguments: &KernelArguments) -> Result<Option<String>, String>;

    /// Predictions, likewise.
    ///
    /// # Errors
    ///
    /// As [`kernel`](Self::kernel).
    fn predict(&self, arguments: &PredictArguments) -> Result<Option<String>, String>;
}

/// The network whose kernel is meant.
#[derive(Args, Debug)]
pub struct NetworkArguments {
    /// relu, leaky-relu:SLOPE, abs, erf (erf(z/√2)), linear, tanh, gelu (z Φ(z)) or sin
    #[arg(long, default_value = "relu", value_name = "NAME")]
    pub activation: String,
    /// Hidden layers; 1 is the two-layer network
    #[arg(long, default_value_t = 1, value_name = "L")]
    pub depth: usize,
    /// Factor of every layer after the first, in the forward pass; √2 is He scaling
    #[arg(long, allow_negative_numbers = true, default_value_t = 1.0, value_name = "C")]
    pub gain: f64,
    /// Standard deviation of every layer's bias: K⁰ = x·x′ + B²
    #[arg(long, allow_negative_numbers = true, default_value_t = 0.0, value_name = "B")]
    pub bias: f64,
}

const KERNEL_EXAMPLES: &str = "\
Files are CSV (a sample a row, no header) or NPY, by their ending; fully-connected networks only.

Examples:
  ntk kernel X.csv --activation erf --depth 3 > gram.csv
  ntk kernel X.npy Y.npy --get nngp --out cross.npy";

#[derive(Args, Debug)]
#[command(after_help = KERNEL_EXAMPLES)]
pub struct KernelArguments {
    /// The points
    #[arg(value_name = "X")]
    pub xs: PathBuf,
    /// Other points: the kernel between the two sets
    #[arg(value_name = "Y")]
    pub ys: Option<PathBuf>,
    #[command(flatten)]
    pub network: NetworkArguments,
    /// Which kernel
    #[arg(long, default_value = "ntk", value_parser = ["ntk", "nngp"])]
    pub get: String,
    /// Where to [default: standard output, as CSV]
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

const PREDICT_EXAMPLES: &str = "\
Prints a row for each test point, a column for each output.

Examples:
  ntk predict --train X.csv --targets Y.csv --test Z.csv
  ntk predict --train X.csv --targets Y.csv --test Z.csv --time 10 --ensemble";

#[derive(Args, Debug)]
#[command(after_help = PREDICT_EXAMPLES)]
pub struct PredictArguments {
    /// The training points
    #[arg(long, value_name = "X")]
    pub train: PathBuf,
    /// Their targets, a row for each
    #[arg(long, value_name = "Y")]
    pub targets: PathBuf,
    /// The points to predict at
    #[arg(long, value_name = "Z")]
    pub test: PathBuf,
    #[command(flatten)]
    pub network: NetworkArguments,
    /// Training time under gradient flow on ½Σ(f − y)²
    #[arg(long, allow_negative_numbers = true, default_value = "inf", value_name = "T")]
    pub time: f64,
    /// Decay towards the initial weights: kernel ridge regression at infinite time
    #[arg(long, allow_negative_numbers = true, default_value_t = 0.0, value_name = "R")]
    pub ridge: f64,
    /// Mean and variance over random networks: one more column
    #[arg(long)]
    pub ensemble: bool,
    /// Where to [default: standard output, as CSV]
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Arguments that another program reads.
#[derive(Args, Debug)]
#[command(disable_help_flag = true)]
pub struct PassedOn {
    #[arg(value_name = "ARGUMENTS", trailing_var_arg = true, allow_hyphen_values = true)]
    pub rest: Vec<OsString>,
}
