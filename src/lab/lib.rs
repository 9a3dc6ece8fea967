//! The lab: a claim of the book is put before networks that really train, and decided.
//!
//! An [`Experiment`] lists cells (variant, width, index of a seed), measures each on a network of its
//! own, and judges all of them together: every [`Estimate`] stands between what theory predicts and
//! what is usually written, each with its distance in standard errors. The verdict follows from these
//! numbers; nobody writes it down.
//!
//! Adding an experiment is one file here, its `mod` line, and its line in [`experiments`]. Its claims name
//! it in `book/data/claims.toml`, and `cargo run -- lab run E27 --out book/data/lab` writes the results
//! that the book shows and the tests compare with.
//!
//! What a cell returns depends on its name and the base seed alone, so a sweep may be split over
//! threads, shards and days and still give the same bits.

mod arguments;
mod axis;
pub mod command;
mod coverage;
mod crossings;
mod d0;
mod e01_gradient;
mod e02_variance;
mod e03_gaussian;
mod e04_two_layers;
mod e05_rank;
mod e06_layers;
mod e07_deep_linear;
mod e08_initial_kernel;
mod e09_drift;
mod e09r_gates;
mod e10_harmonics;
mod e11_movement;
mod e12_ensemble;
mod e14_modes;
mod e15_natural_gradient;
mod e16_decay;
mod e16_survivors;
mod e17_cross_entropy;
mod e18_spectra;
mod e19_noise;
mod e20_scale;
mod e21_samples;
mod e22_two_points;
mod e23_readout;
mod e24_edge;
mod e25_depth;
mod e26_mean_value;
mod edge;
mod estimate;
mod experiment;
mod flow;
mod keep;
mod merge;
mod output;
mod plot;
mod points;
mod repeat;
mod run;
mod sphere;
mod statistics;
mod table;
mod terminal;
mod verdict;
mod x1_bands;
mod x2_catapult;
mod x4_threshold;
mod x5_one_sample;
mod x6_paths;
mod x9_sharpening;

pub use coverage::{Covered, coverage};
pub use estimate::{Band, Estimate, Outcome};
pub use experiment::{About, Cell, Experiment, Findings, LabError, Size, Subject, Trial};
pub use output::{Finished, document};
pub use plot::{Figure, Kind, Series};
pub use points::{Points, Values};
pub use run::{Plan, judge, run};
pub use statistics::{Measured, along, geometric_mean, mean, root_mean_square, slope};
pub use table::Table;
pub use verdict::{Verdict, verdict};

/// All experiments, in the order of their ids.
pub fn experiments() -> Vec<Box<dyn Experiment>> {
    vec![
        Box::new(e01_gradient::Gradient),
        Box::new(e02_variance::Variance),
        Box::new(e03_gaussian::Gaussian),
        Box::new(e04_two_layers::TwoLayers),
        Box::new(e05_rank::Rank),
        Box::new(e06_layers::Layers),
        Box::new(e07_deep_linear::DeepLinear),
        Box::new(e08_initial_kernel::InitialKernel),
        Box::new(e09_drift::KernelDrift),
        Box::new(e09r_gates::Gates),
        Box::new(e10_harmonics::Harmonics),
        Box::new(e11_movement::Movement),
        Box::new(e12_ensemble::Ensemble),
        Box::new(e14_modes::Modes),
        Box::new(e15_natural_gradient::NaturalGradient),
        Box::new(e16_decay::WeightDecay),
        Box::new(e17_cross_entropy::CrossEntropy),
        Box::new(e18_spectra::Spectra),
        Box::new(e19_noise::Noise),
        Box::new(e20_scale::Scale),
        Box::new(e21_samples::Samples),
        Box::new(e22_two_points::TwoPoints),
        Box::new(e23_readout::ReadoutAlone),
        Box::new(e24_edge::Edge),
        Box::new(e25_depth::Depth),
        Box::new(e26_mean_value::MeanValue),
        Box::new(x1_bands::Bands),
        Box::new(x2_catapult::Catapult),
        Box::new(x4_threshold::Threshold),
        Box::new(x5_one_sample::OneSampleLaw),
        Box::new(x6_paths::Paths),
        Box::new(x9_sharpening::Sharpening),
    ]
}
