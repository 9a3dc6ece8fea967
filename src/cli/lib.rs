//! The command line: definitions for clap, and what is printed. All else is in the library.

#[macro_use]
mod say;
mod author;
mod check;
mod completions;
mod elsewhere;
mod hint;
mod json;
mod list;
pub mod numerics;
mod open;
mod page;
mod quiz;
mod reset;
mod screen;
mod show;
mod solution;
mod status;
mod text;
mod try_case;
mod verdict;
mod watch;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use ntk_checker::course::Course;
use ntk_checker::orphans;

use numerics::Numerics;

const EXIT_CODES: &str = "\
Exit codes: 0 all is well, 1 something failed or is not done, 2 it could not run.

Begin:  cargo run -- check ex03           what is to do, and in which file
        cargo run -- check ex03 --solution   what a pass looks like";

/// Learn the Neural Tangent Kernel by computing it.
///
/// Each exercise is one Rust file. Edit it, then `check` it: the verdict names what is wrong, and
/// which mistake it was where the mistake is a known one. Without a verb: where you are, and what
/// comes next.
#[derive(Parser)]
#[command(name = "ntk", version, after_help = EXIT_CODES)]
struct Ntk {
    /// The course's folder [default: the one around the current folder]
    #[arg(long, global = true, value_name = "FOLDER")]
    root: Option<PathBuf>,
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Subcommand)]
enum Verb {
    /// Grade exercises: build them, run them, say what is wrong and why
    Check(check::Arguments),
    /// A verdict at every save; hints, the list and the next exercise under a key
    Watch(watch::Arguments),
    /// All exercises and how far you are
    List(list::Arguments),
    /// The task of an exercise, with its signatures and formulas
    Show(show::Arguments),
    /// The next hint on the function that you are at
    Hint(hint::Arguments),
    /// One case in full: inputs, your answer, the expected one; or inputs of your own
    Try(try_case::Arguments),
    /// The reference beside yours, after a pass
    Solution(solution::Arguments),
    /// Back to the pristine text; yours is kept
    Reset(reset::Arguments),
    /// Your file in your editor
    Open(open::Arguments),
    /// Questions on why, one at a time; every answer has its own feedback
    Quiz(quiz::Arguments),
    /// Completions for a shell
    Completions(completions::Arguments),
    /// Kernels of infinite networks over your own points, from file to file
    Kernel(numerics::KernelArguments),
    /// What an infinitely wide network predicts after training on your own points
    Predict(numerics::PredictArguments),
    /// Experiments in which real networks of finite width decide a claim (`lab --help`)
    Lab(numerics::PassedOn),
    /// A figure of the book, drawn anew (`figure --help`)
    Figure(numerics::PassedOn),
    /// The book: build it, serve it, check it (`book --help`)
    Book(numerics::PassedOn),
    /// For instructors: freeze expected values, prove that an exercise is sound
    Author(author::Arguments),
}

/// How a verb ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    Well,
    Failed,
    /// It could not run, and has said why.
    CouldNot,
}

type Outcome = ntk_checker::Result<Ending>;

/// The whole program; `numerics` does what needs the mathematics.
pub fn main(numerics: &dyn Numerics) -> ExitCode {
    let arguments = Ntk::parse();
    orphans::collect();
    let ended = match &arguments.verb {
        // Files in and out: no course is needed.
        Some(Verb::Kernel(arguments)) => return computed(numerics.kernel(arguments)),
        Some(Verb::Predict(arguments)) => return computed(numerics.predict(arguments)),
        Some(Verb::Completions(arguments)) => completions::run(arguments).map(ExitCode::from),
        verb => course(arguments.root.as_deref()).and_then(|course| run(&course, verb.as_ref())),
    };
    ended.unwrap_or_else(|error| {
        complain!("{}", text::problem(&error));
        ExitCode::from(2)
    })
}

fn computed(result: std::result::Result<Option<String>, String>) -> ExitCode {
    match result {
        Ok(printed) => {
            let written = printed.map_or(Ok(()), |printed| say::whole(&printed));
            if let Err(error) = written {
                complain!("{} standard output: {error}", text::bad("error:"));
                return ExitCode::from(2);
            }
            ExitCode::SUCCESS
        }
        Err(problem) => {
            complain!("{} {problem}", text::bad("error:"));
            ExitCode::from(2)
        }
    }
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> ExitCode {
        match ending {
            Ending::Well => ExitCode::SUCCESS,
            Ending::Failed => ExitCode::from(1),
            Ending::CouldNot => ExitCode::from(2),
        }
    }
}

fn run(course: &Course, verb: Option<&Verb>) -> ntk_checker::Result<ExitCode> {
    let ending = match verb {
        None => status::run(course),
        Some(Verb::Check(arguments)) => check::run(course, arguments),
        Some(Verb::Watch(arguments)) => watch::run(course, arguments),
        Some(Verb::List(arguments)) => list::run(course, arguments),
        Some(Verb::Show(arguments)) => show::run(course, arguments),
        Some(Verb::Hint(arguments)) => hint::run(course, arguments),
        Some(Verb::Try(arguments)) => try_case::run(course, arguments),
        Some(Verb::Solution(arguments)) => solution::run(course, arguments),
        Some(Verb::Reset(arguments)) => reset::run(course, arguments),
        Some(Verb::Open(arguments)) => open::run(course, arguments),
        Some(Verb::Quiz(arguments)) => quiz::run(course, arguments),
        Some(Verb::Author(arguments)) => author::run(course, arguments),
        Some(Verb::Lab(arguments)) => return elsewhere::run(course, "ntk-lab", arguments),
        Some(Verb::Figure(arguments)) => return elsewhere::run(course, "ntk-figure", arguments),
        Some(Verb::Book(arguments)) => return elsewhere::run(course, "ntk-book", arguments),
        Some(Verb::Kernel(_) | Verb::Predict(_) | Verb::Completions(_)) => {
            unreachable!("answered in main, without a course")
        }
    };
    ending.map(ExitCode::from)
}

/// The course that is named, or the one around the current folder, or the one whose `cargo run`
/// this is.
fn course(named: Option<&std::path::Path>) -> ntk_checker::Result<Course> {
    if let Some(folder) = named {
        return Course::around(folder);
    }
    let here = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
    Course::around(&here).or_else(|error| match std::env::var_os("CARGO_MANIFEST_DIR") {
        Some(manifest) => Course::around(manifest.as_ref()).map_err(|_| error),
        None => Err(error),
    })
}

/// Says on standard error what the person at the terminal is waiting for.
fn notice(sentence: &str) {
    complain!("{}", text::faint(sentence));
}
