//! A report as a person reads it: one mistake at a time, in the learner's words.

use std::fmt::Write;

use ntk_checker::compare::{self, Allowance, Difference, Entry};
use ntk_checker::course::Course;
use ntk_checker::process::{End, Printed};
use ntk_checker::report::{
    Called, Diagnosis, ExerciseVerdict, Failure, FunctionReport, Report, Verdict, What,
};
use ntk_checker::show;
use ntk_harness::{Outcome, Panic, Value};

use super::text;

const INDENT: &str = "  ";
/// Lines of a learner's own output that are shown.
const PRINTED: usize = 12;
/// Compile errors that are shown: the first ones cause the others.
const MESSAGES: usize = 3;

/// The whole report, without the line on what comes next.
pub fn render(course: &Course, report: &Report) -> String {
    let mut out = heading(report);
    if report.functions.iter().all(|function| function.verdict == Verdict::CompileError)
        || !report.compile_messages.is_empty()
    {
        out.push_str(&not_compiling(course, report));
    } else {
        out.push_str(&table(report));
    }
    if let Some(function) = report.first_that_matters() {
        out.push_str(&explain(course, report, function));
    }
    out.push_str(&score(course, report));
    out
}

fn heading(report: &Report) -> String {
    let left = format!("{}  {}", report.folder.id, report.title);
    let right = format!("book, chapter {}", report.chapter);
    let used = left.chars().count() + right.chars().count();
    let title = format!("{}  {}", text::strong(&report.folder.id), report.title);
    if used + 2 > text::width() {
        return format!("{title}\n\n");
    }
    let gap = " ".repeat(text::width() - used);
    format!("{title}{gap}{}\n\n", text::faint(right))
}

fn table(report: &Report) -> String {
    let widest = report.functions.iter().map(|f| f.name.chars().count()).max().unwrap_or(0);
    let mut out = String::new();
    for function in &report.functions {
        let counts = match function.verdict {
            Verdict::Signature | Verdict::CompileError => false,
            Verdict::Todo => function.passed > 0,
            _ => true,
        };
        let word = match (counts, word(function)) {
            (true, word) => format!("{word:<10}"),
            (false, word) => word.to_owned(),
        };
        let word = match function.verdict {
            Verdict::Pass => text::good(word),
            Verdict::Todo => text::open(word),
            _ => text::bad(word),
        };
        let count = match counts {
            false => String::new(),
            true if text::width() < 60 => format!("{:>3} of {}", function.passed, function.total),
            true => format!("{:>3} of {} cases", function.passed, function.total),
        };
        let line = format!("{INDENT}{:<widest$}  {word} {count}", function.name);
        let _ = writeln!(out, "{}", line.trim_end());
        if let Some(note) = note(function) {
            let _ =
                writeln!(out, "{}", text::faint(text::paragraphs(&note, &" ".repeat(widest + 4))));
        }
    }
    out
}

/// Which other function comes first.
fn note(function: &FunctionReport) -> Option<String> {
    if let Some(other) = &function.waits_for {
        return Some(format!("it came to the todo! of {other}: write that first"));
    }
    match &function.diagnosis {
        Some(Diagnosis::Given { functions }) => {
            Some(format!("right given your {}: mend that first", functions.join(" and ")))
        }
        _ => None,
    }
}

fn word(function: &FunctionReport) -> &'static str {
    match function.verdict {
        Verdict::Pass => "pass",
        Verdict::Wrong => "wrong",
        Verdict::Todo if function.waits_for.is_some() => "waits",
        Verdict::Todo if function.passed > 0 => "begun",
        Verdict::Todo => "not done",
        Verdict::CompileError => "not built",
        Verdict::Signature => "signature",
        Verdict::Panic => "panics",
        Verdict::Timeout => "too slow",
        Verdict::Stack => "stack",
        Verdict::Memory => "memory",
        Verdict::Flood => "floods",
        Verdict::Crash => "crashes",
        Verdict::Exit => "exits",
        Verdict::NotFinite => "not finite",
        Verdict::Shape => "shape",
    }
}

fn not_compiling(course: &Course, report: &Report) -> String {
    let file = course.relative(&report.folder.learners_file());
    let mut out = String::new();
    let sentence = format!("{file} does not compile, so nothing in it was called.");
    let _ = writeln!(out, "{}\n", text::paragraphs(&sentence, INDENT));
    for message in report.compile_messages.iter().take(MESSAGES) {
        let message = show::printable(message.trim().trim_end_matches('|').trim_end());
        let _ = writeln!(out, "{}\n", text::indented(&message, INDENT));
    }
    if report.compile_messages.len() > MESSAGES {
        let rest = report.compile_messages.len() - MESSAGES;
        let _ =
            writeln!(out, "{INDENT}… and {rest} more. Mend the first; others often go with it.\n");
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// What there is to say about one function that fails.
fn explain(course: &Course, report: &Report, function: &FunctionReport) -> String {
    if function.verdict == Verdict::CompileError {
        return String::new();
    }
    let mut out = String::from("\n");
    if let Some(signature) = &function.signature {
        out.push_str(&other_signature(course, report, &signature.wanted, &function.name));
        return out;
    }
    if let Some(failure) = &function.failure {
        out.push_str(&case(function, failure));
    }
    out.push_str(&broken_properties(function));
    out.push_str(&diagnosis(report, function));
    out.push_str(&printed(&function.printed));
    out
}

fn other_signature(course: &Course, report: &Report, wanted: &str, name: &str) -> String {
    let file = course.relative(&report.folder.learners_file());
    let sentence = format!(
        "{name} is missing from {file}, or it has other types than the exercise asks for. \
         What the checker calls is:"
    );
    format!(
        "{}\n\n{INDENT}    pub {wanted}\n\n{}\n",
        text::paragraphs(&sentence, INDENT),
        text::paragraphs(
            "Name, argument types and result type have to be these; the body is yours. \
             A file that does not compile as a whole cannot be graded in part.",
            INDENT
        )
    )
}

fn case(function: &FunctionReport, failure: &Failure) -> String {
    let title = format!("{}, case \"{}\": {}", function.name, failure.call, failure.why);
    let mut out = String::new();
    let _ = writeln!(out, "{}", text::strong(textwrap::fill(&title, text::width())));
    let labels = failure.arguments.iter().map(|(name, _)| name.as_str()).chain(["expected"]);
    let widest = labels.map(|label| label.chars().count()).max().unwrap_or(0);
    let room = text::width().saturating_sub(INDENT.len() + widest + 3);
    for (name, value) in &failure.arguments {
        out.push_str(&labelled(name, &show::value(value, room), widest, " = "));
    }
    match &failure.what {
        What::Different { yours, difference } => {
            out.push_str(&labelled("yours", &show::value(yours, room), widest, "   "));
            out.push_str(&labelled(
                "expected",
                &show::value(&failure.expected, room),
                widest,
                "   ",
            ));
            out.push_str(&distance(difference, widest));
        }
        What::Panicked(panic) => {
            let _ = writeln!(out, "\n{}", panicked(panic, function.waits_for.as_deref()));
        }
        What::Ended(end) => {
            let _ = writeln!(out, "\n{}", text::paragraphs(&ended(end), INDENT));
        }
    }
    out
}

fn panicked(panic: &Panic, waits_for: Option<&str>) -> String {
    let at = panic.at.as_ref().map(|at| format!(" at {at}")).unwrap_or_default();
    if panic.is_todo() {
        let sentence = match waits_for {
            Some(name) => format!("It came to the todo! of {name}{at}: write that first."),
            None => format!("Not done yet: it came to the todo!{at}."),
        };
        return text::paragraphs(&sentence, INDENT);
    }
    let sentence = format!("It panicked{at}: {}", show::printable(panic.message.trim()));
    text::paragraphs(&sentence, INDENT)
}

/// Why no value came back, in words.
pub fn no_value(called: &Called, waits_for: Option<&str>) -> String {
    match called {
        Called::Outcome(Outcome::Panic(panic)) => panicked(panic, waits_for),
        Called::Ended(end) => text::paragraphs(&ended(end), INDENT),
        Called::Outcome(Outcome::Value(_)) | Called::NotCalled => String::new(),
    }
}

/// What sets an outcome apart from the expected value; nothing where that is not known.
pub fn what(called: &Called, expected: Option<&Value>, allowance: Allowance) -> Option<What> {
    match called {
        Called::Outcome(Outcome::Value(yours)) => {
            let difference = compare::difference(yours, expected?, allowance)?;
            Some(What::Different { yours: yours.clone(), difference })
        }
        Called::Outcome(Outcome::Panic(panic)) => Some(What::Panicked(panic.clone())),
        Called::Ended(end) => Some(What::Ended(end.clone())),
        Called::NotCalled => None,
    }
}

/// `label = value`, a value of several lines aligned.
pub fn labelled(label: &str, value: &str, widest: usize, between: &str) -> String {
    let pad = " ".repeat(INDENT.len() + widest + between.chars().count());
    let mut out = String::new();
    for (index, line) in value.lines().enumerate() {
        if index == 0 {
            let _ = writeln!(out, "{INDENT}{label:<widest$}{between}{line}");
        } else {
            let _ = writeln!(out, "{pad}{line}");
        }
    }
    out
}

pub fn distance(difference: &Difference, widest: usize) -> String {
    let line = |label: &str, value: String| labelled(label, &value, widest, "   ");
    match difference {
        Difference::Shape { yours, expected } => {
            line("shape", format!("yours is {yours}, expected is {expected}"))
        }
        Difference::NotFinite(entry) if entry.place.is_empty() => {
            line("", "a finite number belongs there".into())
        }
        Difference::NotFinite(entry) => line(
            "first",
            format!(
                "at {}: yours {}, expected {}",
                show::place(&entry.place),
                show::number(entry.yours),
                show::number(entry.expected)
            ),
        ),
        Difference::Entries { worst, of: 1, .. } if worst.expected.is_infinite() => {
            line("", infinite(worst))
        }
        Difference::Entries { worst, of: 1, .. } => line("off by", off_by(worst)),
        Difference::Entries { first, worst, wrong, of } => {
            let mut out = line("differ", format!("{wrong} of {of} entries"));
            out.push_str(&line("first", entry(first)));
            if first.place != worst.place {
                out.push_str(&line("worst", entry(worst)));
            }
            out
        }
        Difference::Plain => {
            line("", "text, whole numbers and truth values have to agree exactly".into())
        }
    }
}

fn entry(entry: &Entry) -> String {
    let distance = if entry.expected.is_infinite() {
        infinite(entry)
    } else {
        format!("off by {}", off_by(entry))
    };
    format!(
        "at {}: yours {}, expected {}\n{distance}",
        show::place(&entry.place),
        show::number(entry.yours),
        show::number(entry.expected),
    )
}

/// No distance from infinity says anything.
fn infinite(entry: &Entry) -> String {
    let sign = if entry.yours.is_infinite() { ", with the other sign" } else { "" };
    format!("the expected value is infinite{sign}")
}

fn off_by(entry: &Entry) -> String {
    format!("{}, allowed {}", show::rough(entry.error), show::rough(entry.allowed))
}

fn ended(end: &End) -> String {
    match end {
        End::Timeout { seconds } => format!(
            "No answer within {seconds} s for all cases together, so the program was stopped. An \
             endless loop, or far more work than the task needs."
        ),
        End::Stack => "The stack ran over: a recursion that does not come to its end.".into(),
        End::Memory { mib } => format!(
            "It asked for more than {mib} MiB of memory, and was refused. Look at the sizes that \
             you allocate, and at what grows in a loop."
        ),
        End::Flood { bytes } => format!(
            "It printed more than {} KiB, and was stopped. Print less, or nothing.",
            (bytes >> 10).min(1024)
        ),
        End::TooLong { mib } => format!(
            "It returned more than {mib} MiB of text, and was stopped. Look at the size of what \
             you return."
        ),
        End::Crash { how } => format!("The program went down: {how}."),
        End::Exit { code } => format!(
            "The function ended the whole program (exit code {code}) instead of returning. Return \
             a value; the checker calls `exit` itself."
        ),
    }
}

/// What does not hold, apart from the values.
fn broken_properties(function: &FunctionReport) -> String {
    let mut out = String::new();
    if function.verdict != Verdict::Wrong {
        return out;
    }
    if function.failure.is_none() {
        let _ =
            writeln!(out, "{}", text::strong(format!("{}: every value is right", function.name)));
    }
    for property in function.properties.iter().filter(|property| property.holds == Some(false)) {
        let place = property.call.as_deref();
        let place = place.map(|call| format!(", first in \"{call}\"")).unwrap_or_default();
        let note = format!("Does not hold: {}{place}.", property.says);
        let _ = writeln!(out, "{}", text::paragraphs(&note, INDENT));
        // A wrong value has its numbers above.
        if function.failure.is_some() {
            continue;
        }
        let widest = property.seen.iter().map(|seen| seen.of.chars().count()).max().unwrap_or(0);
        let room = text::width().saturating_sub(INDENT.len() + widest + 3);
        for seen in &property.seen {
            out.push_str(&labelled(&seen.of, &show::value(&seen.value, room), widest, "   "));
        }
    }
    if out.is_empty() || function.failure.is_none() { out } else { format!("\n{out}") }
}

fn diagnosis(report: &Report, function: &FunctionReport) -> String {
    let chapter = report.chapter;
    match &function.diagnosis {
        Some(Diagnosis::Mistake { tag, message }) => {
            format!("\n{}\n{INDENT}{}\n", text::paragraphs(message, INDENT), text::faint(tag))
        }
        Some(Diagnosis::Given { functions }) => format!(
            "\n{}\n",
            text::paragraphs(
                &format!("Right given your {}: mend that first.", functions.join(" and ")),
                INDENT
            )
        ),
        Some(Diagnosis::Pattern(sentence)) => format!("\n{}\n", text::paragraphs(sentence, INDENT)),
        None if function.verdict == Verdict::Wrong && function.failure.is_some() => format!(
            "\n{}\n",
            text::faint(text::paragraphs(
                &format!("None of the known mistakes. Chapter {chapter} derives the formula."),
                INDENT
            ))
        ),
        None => String::new(),
    }
}

pub fn printed(printed: &Printed) -> String {
    let mut out = String::new();
    for (what, content) in [("printed", &printed.output), ("printed to stderr", &printed.errors)] {
        let content = show::printable(content.trim_end());
        if content.is_empty() {
            continue;
        }
        let _ = writeln!(out, "\n{INDENT}{}", text::faint(format!("your function {what}:")));
        for line in content.lines().take(PRINTED) {
            let short: String = line.chars().take(text::width().saturating_sub(4)).collect();
            let _ = writeln!(out, "{INDENT}{}", text::faint(format!("| {short}")));
        }
        let more = content.lines().count().saturating_sub(PRINTED);
        if more > 0 {
            let _ = writeln!(out, "{INDENT}{}", text::faint(format!("| … {more} more lines")));
        }
    }
    out
}

/// Points, and what to do next.
fn score(course: &Course, report: &Report) -> String {
    let (got, of) = report.points();
    let points = format!("{got} of {of} points");
    let (id, file) = (&report.folder.id, course.relative(&report.folder.learners_file()));
    match report.verdict() {
        ExerciseVerdict::Pass => format!("\n{}\n", text::good(points)),
        ExerciseVerdict::Fail => {
            format!("\n{points}\nedit     {file}\nhint     cargo run -- hint {id}\n")
        }
        ExerciseVerdict::Todo => {
            let todo = || report.functions.iter().filter(|f| f.verdict == Verdict::Todo);
            let open = todo().find(|function| function.waits_for.is_none()).or(todo().next());
            let name = open.map_or("", |f| f.waits_for.as_ref().unwrap_or(&f.name));
            // A function that is written but for a branch hides its todo!.
            let begun = open.filter(|function| function.passed > 0).and_then(|f| f.todo());
            let place = begun.and_then(|panic| panic.at.clone()).unwrap_or(file);
            format!("\n{points}\nwrite    {name}\nin       {place}\n")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_distance_from_infinity_is_given() {
        let said = |yours: Value, expected: Value| {
            let allowance = Allowance { relative: 1e-9, absolute: 0.0 };
            distance(&compare::difference(&yours, &expected, allowance).unwrap(), 0)
        };
        let number = Value::Float;
        let never = said(number(7.5), number(f64::INFINITY));
        assert_eq!(never.trim(), "the expected value is infinite");
        let other = said(number(f64::NEG_INFINITY), number(f64::INFINITY));
        assert_eq!(other.trim(), "the expected value is infinite, with the other sign");
        let entry = said(Value::Vector(vec![1.0, 2.0]), Value::Vector(vec![1.0, f64::INFINITY]));
        assert!(entry.contains("at [1]: yours 2, expected inf\n"), "{entry}");
        assert!(!entry.contains("off by"), "{entry}");
    }
}
