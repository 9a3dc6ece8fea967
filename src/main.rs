//! The program `ntk`: the command line of `src/cli`, with this package's mathematics behind it.

use std::process::ExitCode;

use ntk::kernel::{ActivationName, UnknownActivation};
use ntk::shell::{KernelRequest, Network, PredictRequest, Wanted};
use ntk_cli::numerics::{KernelArguments, NetworkArguments, Numerics, PredictArguments};

fn main() -> ExitCode {
    ntk_cli::main(&Mathematics)
}

struct Mathematics;

impl Numerics for Mathematics {
    fn kernel(&self, arguments: &KernelArguments) -> Result<Option<String>, String> {
        let request = KernelRequest {
            xs: arguments.xs.clone(),
            ys: arguments.ys.clone(),
            network: network(&arguments.network)?,
            wanted: if arguments.get == "nngp" { Wanted::Nngp } else { Wanted::Ntk },
            out: arguments.out.clone(),
        };
        request.run().map_err(|error| error.to_string())
    }

    fn predict(&self, arguments: &PredictArguments) -> Result<Option<String>, String> {
        let request = PredictRequest {
            train: arguments.train.clone(),
            targets: arguments.targets.clone(),
            test: arguments.test.clone(),
            network: network(&arguments.network)?,
            time: arguments.time,
            ridge: arguments.ridge,
            ensemble: arguments.ensemble,
            out: arguments.out.clone(),
        };
        request.run().map_err(|error| error.to_string())
    }
}

fn network(arguments: &NetworkArguments) -> Result<Network, String> {
    let activation: ActivationName =
        arguments.activation.parse().map_err(|error: UnknownActivation| error.to_string())?;
    let NetworkArguments { depth, gain, bias, .. } = *arguments;
    Ok(Network { activation, depth, gain, bias })
}
