//! `ntk author`

mod freeze;
mod scaffold;
mod stats;
mod validate;

use clap::{Args, Subcommand};

use ntk_checker::course::{Course, Folder};

use super::Outcome;

const ORDER: &str = "\
From nothing to an exercise:
  cargo run -- author new leaky-relu     a folder and a solution that build at once
  cargo run -- author validate ex22      what is still to write, file by file
  cargo run -- author freeze ex22        the expected values, from your solution
  cargo run -- author validate ex22      sound: starter, solution, mistakes, cases, pages

The guide is the page \"For instructors\" of the book.";

#[derive(Args)]
#[command(after_help = ORDER)]
pub struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// A new exercise with its solution: it builds, and says what is still to write
    New {
        /// leaky-relu, or ex22-leaky-relu for a number of your choice
        #[arg(value_name = "NAME")]
        name: String,
        /// The book's chapter [default: the exercise's number]
        #[arg(long, value_name = "N")]
        chapter: Option<u32>,
    },
    /// Write frozen.json from the solution and its mistakes, and show what changed
    Freeze {
        /// Which exercises [default: all]
        #[arg(value_name = "EX")]
        exercises: Vec<String>,
    },
    /// Prove that exercises are sound: starter, solution, mistakes, frozen values, hints, pages
    Validate {
        /// Which exercises, or `quiz` [default: all of it]
        #[arg(value_name = "EX")]
        exercises: Vec<String>,
        /// Also what nobody has to mend: cases that no known mistake needs
        #[arg(long)]
        notes: bool,
        /// Print one JSON object on standard output, and nothing else
        #[arg(long)]
        json: bool,
    },
    /// How much there is of everything, and what no exercise, page or question speaks of
    Stats {
        /// Print one JSON object on standard output, and nothing else
        #[arg(long)]
        json: bool,
    },
}

pub fn run(course: &Course, arguments: &Arguments) -> Outcome {
    match &arguments.verb {
        Verb::New { name, chapter } => scaffold::run(course, name, *chapter),
        Verb::Freeze { exercises } => freeze::run(course, exercises),
        Verb::Validate { exercises, notes, json } => {
            validate::run(course, exercises, *notes, *json)
        }
        Verb::Stats { json } => stats::run(course, *json),
    }
}

fn wanted(course: &Course, names: &[String]) -> ntk_checker::Result<Vec<Folder>> {
    if names.is_empty() {
        return course.exercises();
    }
    names.iter().map(|name| course.exercise(name)).collect()
}
