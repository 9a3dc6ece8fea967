//! A step of training asks for no memory. matrixmultiply, which makes the larger products, packs blocks of
//! its factors into one scratch buffer for each product and gives it back; below nalgebra's bound for
//! calling it, nothing at all is allocated, whatever is switched on.

use allocation_counter::{AllocationInfo, measure};
use nalgebra::DMatrix;
use ntk_network::{Activation, Decay, Descent, Design, Loss, Network, Settings, normals};

const STEPS: u64 = 10;

fn of_steps(design: Design, samples: usize, settings: Settings) -> AllocationInfo {
    let xs: DMatrix<f64> = normals(samples, design.inputs, 1.0, 1, 0);
    let targets = DMatrix::from_element(samples, design.outputs, 1.0 / design.outputs as f64);
    let mut network = Network::<f64>::draw(design, 1).unwrap();
    let mut descent = Descent::new(&mut network, &xs, &targets, settings).unwrap();
    measure(|| descent.run(STEPS as usize).unwrap())
}

#[test]
fn a_step_of_a_small_network_allocates_nothing() {
    for loss in [Loss::Squared, Loss::CrossEntropy] {
        for decay in [Decay::None, Decay::ToZero(0.1), Decay::ToInit(0.1)] {
            for (doubled, outputs) in [(false, 1), (true, 3)] {
                let design = Design {
                    bias: 0.3,
                    doubled,
                    outputs,
                    ..Design::new(3, 2, 5, Activation::Tanh)
                };
                let settings = Settings { loss, decay, ..Settings::new(0.01) };
                let found = of_steps(design, 4, settings);
                assert_eq!(found.count_total, 0, "{loss:?}, {decay:?}, {outputs} outputs");
            }
        }
    }
}

/// Two products forwards, one backwards, two in the update; the readout of one row needs none.
#[test]
fn a_step_of_a_large_network_allocates_one_scratch_buffer_for_each_product() {
    let design = Design::new(8, 2, 64, Activation::Relu);
    let found = of_steps(design, 16, Settings::new(0.01));
    assert_eq!(found.count_total, 5 * STEPS);
    assert_eq!((found.count_max, found.count_current), (1, 0), "one at a time, and given back");
}
