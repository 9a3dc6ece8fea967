//! What may be typed after `ntk lab`.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, value_parser};

const EXAMPLES: &str = "\
Examples:
  ntk lab run E08                            the book's own numbers
  ntk lab run --all --quick --seeds 20       how often an honest run fails
  ntk lab run E12 --full --shard 3/8         the third of eight parts; `merge` joins them

Interrupted, a run goes on where it stopped: finished networks are kept.

Exit codes: 0 every verdict is confirmed or corrected (of --seeds, all but one in 20), 1 one is not,
2 it could not run.";

/// All verbs of the lab.
pub(super) fn definition() -> Command {
    let ids =
        Arg::new("id").value_name("ID").num_args(0..).help("Experiments, as `lab list` names them");
    let json = Arg::new("json")
        .long("json")
        .action(ArgAction::SetTrue)
        .help("Print one JSON object on standard output, and nothing else");
    let flag = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
    };
    let out = Arg::new("out")
        .long("out")
        .value_name("FOLDER")
        .value_parser(value_parser!(PathBuf))
        .help("Where results and finished cells are kept [default: the course's target/lab]");
    let run = Command::new("run")
        .about("Measure, judge, save")
        .arg(ids)
        .arg(flag("all", "All experiments"))
        .arg(flag("quick", "What continuous integration runs").conflicts_with("full"))
        .arg(flag("full", "More and wider networks than the book shows"))
        .arg(number("seed", "1").help("The base seed: another seed, other networks"))
        .arg(number("threads", "0").help("Networks measured at a time [0: one for each processor]"))
        .arg(out.clone())
        .arg(json.clone())
        .arg(
            Arg::new("shard")
                .long("shard")
                .value_name("I/N")
                .value_parser(part)
                .help("Measure the I-th of N parts and judge nothing; `lab merge` joins them"),
        )
        .arg(
            number("seeds", "1")
                .value_parser(value_parser!(u64).range(1..))
                .conflicts_with("shard")
                .help("Run it from N base seeds, save nothing, and count the verdicts that stand"),
        );
    let merge = Command::new("merge")
        .about("Join the parts of a sweep and judge it")
        .arg(
            Arg::new("file")
                .value_name("FILE")
                .num_args(1..)
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help("What `lab run --shard` has left"),
        )
        .arg(out)
        .arg(json.clone());
    Command::new("ntk lab")
        .about("Put the book's claims before networks that really train")
        .after_help(EXAMPLES)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(Command::new("list").about("All experiments").arg(json.clone()))
        .subcommand(run)
        .subcommand(merge)
        .subcommand(
            Command::new("coverage")
                .about("Which claim is decided by which experiment, and which is words only")
                .arg(json),
        )
}

fn number(name: &'static str, default: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name("N")
        .value_parser(value_parser!(u64))
        .default_value(default)
}

/// `3/8`.
fn part(text: &str) -> Result<(usize, usize), String> {
    let (part, parts) = text.split_once('/').ok_or("it must be I/N, as in 3/8")?;
    match (part.parse(), parts.parse()) {
        (Ok(part), Ok(parts)) if (1..=parts).contains(&part) => Ok((part, parts)),
        _ => Err("I must be from 1 to N".to_owned()),
    }
}
