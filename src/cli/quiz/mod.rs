//! `ntk quiz`

mod layout;
mod number;
mod prompts;
mod sitting;
mod terminal;

use std::io::IsTerminal;

use clap::Args;

use ntk_checker::Error;
use ntk_checker::course::Course;
use ntk_checker::quiz::{Answers, Quiz};

use super::{Ending, Outcome, notice};
pub use layout::verdict;
use sitting::{Sitting, Which};

const ABOUT: &str = "\
Keys: ↑ and ↓ choose, space picks where several are right, Enter answers and goes on, ← and → go
to the other questions, q quits. Every answer is kept at once: the next `quiz` goes on where you
stopped. Where there is no terminal, questions and answers are plain lines: b, or a c, or 0.25.

Grade what is kept:  cargo run -- check quiz";

#[derive(Args)]
#[command(after_help = ABOUT)]
pub struct Arguments {
    /// Only the questions of this chapter
    #[arg(long, value_name = "N")]
    chapter: Option<u32>,
    /// Only the questions that you answered wrong, anew
    #[arg(long)]
    review: bool,
    /// From the beginning; the answers so far are set aside, not deleted
    #[arg(long, conflicts_with = "review")]
    again: bool,
    /// The order in which options stand [default: drawn once, then kept]
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
}

pub fn run(course: &Course, arguments: &Arguments) -> Outcome {
    let quiz = read(course)?;
    if arguments.again {
        Answers::begin_again(course)?;
    }
    let saved = Answers::read(course);
    if let Some(trouble) = &saved.trouble {
        notice(&format!("{trouble}; it will be kept beside a new one"));
    }
    let mut answers = saved.answers;
    answers.seed = arguments.seed.or(answers.seed).or_else(|| Some(drawn()));
    let which = if arguments.review { Which::Wrong } else { Which::All };
    let mut sitting = Sitting::new(course, &quiz, answers, which, arguments.chapter);
    if sitting.is_empty() {
        say!("{}", nothing(arguments, &quiz));
        return Ok(Ending::Well);
    }
    if std::io::stdout().is_terminal() && std::io::stdin().is_terminal() {
        terminal::run(&mut sitting)?;
    } else {
        prompts::run(&mut sitting)?;
    }
    say!("{}", layout::farewell(&sitting));
    Ok(Ending::Well)
}

/// The quiz, where there is one.
pub fn read(course: &Course) -> ntk_checker::Result<Quiz> {
    Quiz::read(course)?.ok_or_else(|| Error::Usage {
        problem: "this course has no quiz".into(),
        remedy: format!("It would be in {}", course.relative(&Quiz::path(course))),
    })
}

fn nothing(arguments: &Arguments, quiz: &Quiz) -> String {
    let Some(chapter) = arguments.chapter else {
        return "No answer of yours is wrong. Grade them: cargo run -- check quiz".into();
    };
    let mut chapters: Vec<u32> = quiz.questions.iter().map(|question| question.chapter).collect();
    chapters.sort_unstable();
    chapters.dedup();
    if chapters.contains(&chapter) {
        return format!("No answer of yours in chapter {chapter} is wrong.");
    }
    let chapters: Vec<String> = chapters.iter().map(u32::to_string).collect();
    format!("No question is about chapter {chapter}. There are some about {}.", chapters.join(", "))
}

/// Another order for everybody who begins.
fn drawn() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |time| u64::from(time.subsec_nanos()))
}
