use std::{error, fmt};

use super::{Estimate, Figure, Points, Table, Values};
use ntk::dynamics::DynamicsError;
use ntk::kernel::KernelError;
use ntk_network::{Design, Network, NetworkError};

/// One experiment, whole: what it is about, which networks, what is measured, and what follows.
pub trait Experiment: Sync {
    fn about(&self) -> About;

    /// The independent parts of the sweep. A cell must mean the same in every size.
    fn cells(&self, size: Size) -> Vec<Cell>;

    /// Draws, trains and measures the network of one cell.
    ///
    /// # Errors
    /// Training that explodes, or a set-up that the mathematics refuses.
    fn measure(&self, trial: &Trial) -> Result<Values, LabError>;

    /// From all cells to estimates, tables and the figure.
    ///
    /// # Errors
    /// A set-up that the mathematics refuses.
    fn judge(&self, points: &Points) -> Result<Findings, LabError>;

    /// How long a cell takes, in any unit: the long ones go first, and the time left is told from it.
    fn cost(&self, cell: &Cell) -> f64 {
        cell.width as f64
    }
}

/// What stands in `lab list` and above the results.
#[derive(Debug, Clone, Copy)]
pub struct About {
    /// `E08`.
    pub id: &'static str,
    /// The question, in a few words.
    pub title: &'static str,
    /// Ids of the claims that it decides.
    pub claims: &'static [&'static str],
    /// The networks and the data, in one line.
    pub setup: &'static str,
    /// Seconds of the default size, measured on two threads.
    pub seconds: f64,
}

/// How much is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// What continuous integration runs; it decides too.
    Quick,
    /// What the book shows.
    Default,
    Full,
}

impl Size {
    /// `quick`, `default` or `full`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Quick => "quick",
            Self::Default => "default",
            Self::Full => "full",
        }
    }

    /// One of three, for this size.
    pub fn of<T>(self, quick: T, default: T, full: T) -> T {
        match self {
            Self::Quick => quick,
            Self::Default => default,
            Self::Full => full,
        }
    }
}

/// One network of a sweep.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// What else is varied: the activation, the depth.
    pub variant: String,
    pub width: usize,
    /// Index among networks of this variant and width, from 0.
    pub index: u64,
}

impl Cell {
    /// `seeds` cells of this variant for each width.
    pub fn sweep(variant: &str, widths: &[usize], seeds: u64) -> Vec<Self> {
        let cell = |width, index| Self { variant: variant.to_owned(), width, index };
        widths.iter().flat_map(|&w| (0..seeds).map(move |index| cell(w, index))).collect()
    }

    /// The seed of this cell's network: all of its name and the base seed, mixed (FNV-1a, then the
    /// finaliser of splitmix64), so that no two cells share a stream.
    pub fn seed(&self, experiment: &str, base: u64) -> u64 {
        let name = format!("{experiment}/{}/{}/{}/{base}", self.variant, self.width, self.index);
        let folded = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        let mixed = (folded ^ (folded >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

/// Where experiments get their networks. The honest one builds what is asked for; tests put another in
/// its place and watch the verdict turn.
#[derive(Debug, Clone, Copy)]
pub struct Subject {
    alter: fn(Design) -> Design,
}

impl Subject {
    /// Builds what is asked for.
    pub fn honest() -> Self {
        Self { alter: |design| design }
    }

    /// Builds something else.
    pub fn altered(alter: fn(Design) -> Design) -> Self {
        Self { alter }
    }
}

/// A cell that is being measured.
#[derive(Debug, Clone, Copy)]
pub struct Trial<'a> {
    pub cell: &'a Cell,
    pub seed: u64,
    pub(crate) subject: Subject,
}

impl Trial<'_> {
    /// Draws the network of this cell.
    ///
    /// # Errors
    /// As for [`Network::draw`].
    pub fn network(&self, design: Design) -> Result<Network<f64>, LabError> {
        Ok(Network::draw((self.subject.alter)(design), self.seed)?)
    }
}

/// What an experiment has found.
#[derive(Debug, Clone)]
pub struct Findings {
    pub estimates: Vec<Estimate>,
    pub tables: Vec<Table>,
    pub figure: Figure,
}

/// Why an experiment could not be carried out.
#[derive(Debug)]
pub enum LabError {
    Network(NetworkError),
    Kernel(KernelError),
    Dynamics(DynamicsError),
    /// A cell failed; which one, and why.
    Cell {
        experiment: String,
        cell: Cell,
        error: Box<LabError>,
    },
    /// A sweep lists the same network twice.
    Twice {
        experiment: String,
        cell: Cell,
    },
    /// So many base seeds from `first` on do not exist.
    Seeds {
        first: u64,
        count: u64,
    },
    /// A file could not be read or written.
    File {
        path: String,
        error: std::io::Error,
    },
    /// Anything else, in words for the person at the terminal.
    Told(String),
}

impl fmt::Display for LabError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Network(error) => write!(f, "{error}"),
            Self::Kernel(error) => write!(f, "{error}"),
            Self::Dynamics(error) => write!(f, "{error}"),
            Self::Cell { experiment, cell, error } => write!(
                f,
                "{experiment}, {}, width {}, network {}: {error}",
                cell.variant, cell.width, cell.index
            ),
            Self::Twice { experiment, cell } => write!(
                f,
                "{experiment} lists {}, width {}, network {} twice; each network counts once, \
                 or errors come out too small",
                cell.variant, cell.width, cell.index
            ),
            Self::Seeds { first, count } => write!(
                f,
                "{count} base seeds from {first} on go beyond the last one, {}; begin lower: --seed {}",
                u64::MAX,
                u64::MAX - count.saturating_sub(1)
            ),
            Self::File { path, error } => write!(f, "{path}: {error}"),
            Self::Told(what) => write!(f, "{what}"),
        }
    }
}

impl error::Error for LabError {}

impl From<NetworkError> for LabError {
    fn from(error: NetworkError) -> Self {
        Self::Network(error)
    }
}

impl From<KernelError> for LabError {
    fn from(error: KernelError) -> Self {
        Self::Kernel(error)
    }
}

impl From<DynamicsError> for LabError {
    fn from(error: DynamicsError) -> Self {
        Self::Dynamics(error)
    }
}
