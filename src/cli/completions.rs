//! `ntk completions`

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::{Ending, Ntk, Outcome};

const ABOUT: &str = "\
For a session:  source <(target/debug/ntk completions bash)
For good:       target/debug/ntk completions fish > ~/.config/fish/completions/ntk.fish";

#[derive(Args)]
#[command(after_help = ABOUT)]
pub struct Arguments {
    /// Which shell
    shell: Shell,
}

pub fn run(arguments: &Arguments) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Ntk::command(), "ntk", &mut script);
    say!("{}", String::from_utf8_lossy(&script).trim_end());
    Ok(Ending::Well)
}
