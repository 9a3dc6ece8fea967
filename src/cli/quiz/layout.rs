//! What a question, its answer and a result look like.

use std::collections::BTreeSet;
use std::fmt::Write;

use ntk_checker::quiz::{Answer, Judged, Question};
use ntk_checker::report::{Diagnosis, Report, Verdict};

use super::super::text;
use super::sitting::Sitting;

/// What is chosen and not yet answered.
#[derive(Default)]
pub struct Draft {
    /// The row that the keys are at.
    pub cursor: usize,
    /// Options by their place in the file.
    pub picked: BTreeSet<usize>,
    /// The number so far.
    pub typed: String,
}

/// The name of the option in a row: `a` for the first.
pub fn letter(row: usize) -> char {
    u8::try_from(row).ok().filter(|&row| row < 26).map_or('?', |row| char::from(b'a' + row))
}

/// The present question; `draft` where keys choose among its options.
pub fn question(sitting: &Sitting, draft: Option<&Draft>) -> String {
    let Some((number, question)) = sitting.question() else { return String::new() };
    let answer = sitting.answer();
    let judged = answer.map(|answer| question.judge(answer));
    let head = format!("{number} of {}", sitting.len());
    let mut out = format!(
        "{}  {}\n\n{}\n",
        text::strong(head),
        text::faint(format!("chapter {}", question.chapter)),
        text::paragraphs(&plain(&question.ask), "")
    );
    if question.several && answer.is_none() {
        let _ = writeln!(out, "\n{}", text::faint("Several may be right: pick all that are."));
    }
    for (row, place) in sitting.order().into_iter().enumerate() {
        out.push('\n');
        out.push_str(&option(question, row, place, draft, answer, judged.as_ref()));
    }
    if question.number.is_some() {
        out.push_str(&number_line(draft, answer));
    }
    if let Some(judged) = &judged {
        out.push_str(&ending(question, judged));
    }
    out
}

fn option(
    question: &Question,
    row: usize,
    place: usize,
    draft: Option<&Draft>,
    answer: Option<&Answer>,
    judged: Option<&Judged>,
) -> String {
    let Some(option) = question.options.get(place) else { return String::new() };
    let picked = match answer {
        Some(Answer::Options(picked)) => picked.contains(&place),
        _ => draft.is_some_and(|draft| draft.picked.contains(&place)),
    };
    let at = answer.is_none() && draft.is_some_and(|draft| draft.cursor == row);
    let pointer = if at { "›" } else { " " };
    let mark = match (answer.is_some(), question.several, picked) {
        (false, false, _) => "",
        (false, true, false) => "[ ] ",
        (false, true, true) => "[x] ",
        (true, _, true) => "● ",
        (true, _, false) => "  ",
    };
    let lead = format!("{pointer} {}  {mark}", letter(row));
    let rest = " ".repeat(textwrap::core::display_width(&lead));
    let options =
        textwrap::Options::new(text::width()).initial_indent(&lead).subsequent_indent(&rest);
    let written = textwrap::fill(&plain(&option.text), options);
    let written = match (answer.is_some(), option.right, picked) {
        (true, true, _) => text::good(written),
        (true, false, true) => text::bad(written),
        _ if at => text::strong(written),
        _ => written,
    };
    let said =
        judged.and_then(|judged| judged.says.iter().find(|(about, _)| *about == Some(place)));
    match said {
        Some((_, sentence)) => {
            format!("{written}\n{}\n", text::paragraphs(&plain(sentence), &rest))
        }
        None => format!("{written}\n"),
    }
}

fn number_line(draft: Option<&Draft>, answer: Option<&Answer>) -> String {
    match (answer, draft) {
        (Some(Answer::Number(number)), _) => format!("\n  {number}\n"),
        (_, Some(draft)) => format!("\n› {}_\n", draft.typed),
        _ => String::new(),
    }
}

/// Right or not, what was said of no option alone, and where to read.
fn ending(question: &Question, judged: &Judged) -> String {
    let mut out = String::from("\n");
    let verdict = if judged.right { text::good("Right.") } else { text::bad("Not so.") };
    let _ = writeln!(out, "{verdict}");
    for (about, sentence) in &judged.says {
        if about.is_none() {
            let _ = writeln!(out, "{}", text::paragraphs(&plain(sentence), ""));
        }
    }
    let _ = writeln!(out, "{}", text::faint(where_to_read(question)));
    out
}

fn where_to_read(question: &Question) -> String {
    format!("Chapter {}, \"{}\"", question.chapter, question.read)
}

/// The end of a sitting: how many, and what to look at again.
pub fn summary(sitting: &Sitting) -> String {
    let (mut right, mut answered) = (0, 0);
    for (_, standing) in sitting.standing() {
        answered += usize::from(standing.is_some());
        right += usize::from(standing == Some(true));
    }
    let mut out = format!(
        "{}  {right} of {} right{}\n",
        text::strong("The quiz"),
        sitting.len(),
        match sitting.len() - answered {
            0 => String::new(),
            open => format!(", {open} not answered"),
        }
    );
    let wrong: Vec<_> = sitting.standing().filter(|(_, right)| *right == Some(false)).collect();
    if !wrong.is_empty() {
        out.push_str("\nTo look at again:\n");
    }
    for (question, _) in wrong {
        let ask = plain(&question.ask).split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(out, "  {}", text::shortened(&ask, text::width().saturating_sub(2)));
        let _ = writeln!(out, "  {}", text::faint(where_to_read(question)));
    }
    out
}

/// One line to take leave with.
pub fn farewell(sitting: &Sitting) -> String {
    let standing: Vec<_> = sitting.standing().map(|(_, right)| right).collect();
    let right = standing.iter().filter(|right| **right == Some(true)).count();
    let wrong = standing.iter().filter(|right| **right == Some(false)).count();
    let open = standing.len() - right - wrong;
    format!("quiz  {right} of {} right · {}", standing.len(), next_step(open, wrong))
}

/// What to do with so many questions open and so many wrong.
fn next_step(open: usize, wrong: usize) -> &'static str {
    match (open, wrong) {
        (0, 0) => "all is right",
        (0, _) => "the wrong ones anew: cargo run -- quiz --review",
        _ => "go on: cargo run -- quiz",
    }
}

/// `check quiz`: the questions that are not right, and the first wrong one in full.
pub fn verdict(report: &Report) -> String {
    let (got, of) = report.points();
    let count = |wanted| report.functions.iter().filter(|f| f.verdict == wanted).count();
    let (wrong, open) = (count(Verdict::Wrong), count(Verdict::Todo));
    let mut out = format!("{}  {}\n\n", text::strong("quiz"), report.title);
    let width = report.functions.iter().map(|f| f.name.chars().count()).max().unwrap_or(0);
    for function in report.functions.iter().filter(|f| f.verdict == Verdict::Wrong) {
        let _ = writeln!(out, "  {:<width$}  {}", function.name, text::bad("wrong"));
    }
    if open > 0 {
        let _ = writeln!(
            out,
            "  {} not answered",
            if wrong == 0 && got == 0 { "all".into() } else { open.to_string() }
        );
    }
    if let Some(Diagnosis::Mistake { tag, message }) =
        report.first_that_matters().and_then(|function| function.diagnosis.as_ref())
    {
        let (says, page) = message.rsplit_once('\n').unwrap_or((message, ""));
        let _ = write!(
            out,
            "\n{}\n  {}\n",
            text::paragraphs(&plain(says), "  "),
            text::faint(format!("{tag} · {page}"))
        );
    }
    let _ = write!(out, "\n{got} of {of} points · {}", next_step(open, wrong));
    out
}

/// Formulas without the marks around them.
fn plain(text: &str) -> String {
    text.split('`')
        .enumerate()
        .map(|(at, part)| if at % 2 == 1 { unbroken(part) } else { part.to_owned() })
        .collect()
}

/// A short formula stays on one line; a long one may break.
fn unbroken(formula: &str) -> String {
    if formula.chars().count() > 30 { formula.to_owned() } else { formula.replace(' ', "\u{a0}") }
}
