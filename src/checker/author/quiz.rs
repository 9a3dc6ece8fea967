//! `author validate quiz`: whether every question can be asked, answered and looked up.

use std::collections::BTreeSet;

use super::book::Book;
use super::validate::{Problem, Validated};
use crate::course::Course;
use crate::quiz::{Number, Question, Quiz};
use crate::{Error, Result};

/// All rules on the quiz; `None` where the course has none.
///
/// # Errors
///
/// The file cannot be read.
pub fn validate(course: &Course) -> Result<Option<Validated>> {
    let path = Quiz::path(course);
    let mut found =
        Found { file: course.relative(&path), text: String::new(), problems: Vec::new() };
    let quiz = match Quiz::read(course) {
        Ok(None) => return Ok(None),
        Ok(Some(quiz)) => quiz,
        Err(Error::Content { problem, remedy, .. }) => {
            found.at(None, "readable", problem, &remedy);
            return Ok(Some(found.into()));
        }
        Err(other) => return Err(other),
    };
    found.text = std::fs::read_to_string(&path).map_err(|error| Error::file(&path, error))?;
    let book = Book::of(course);
    let mut ids = BTreeSet::new();
    for question in &quiz.questions {
        if !ids.insert(question.id()) {
            found.on(
                question,
                "one-id",
                "another question has this id".into(),
                "Answers are kept by it: give each its own.",
            );
        }
        found.question(question, &book);
    }
    Ok(Some(found.into()))
}

struct Found {
    file: String,
    text: String,
    problems: Vec<Problem>,
}

impl From<Found> for Validated {
    fn from(found: Found) -> Validated {
        Validated { problems: found.problems, notes: Vec::new() }
    }
}

impl Found {
    fn at(&mut self, line: Option<usize>, rule: &'static str, problem: String, remedy: &str) {
        let file = line.map_or(self.file.clone(), |line| format!("{}:{line}", self.file));
        self.problems.push(Problem { rule, file, problem, remedy: remedy.to_owned() });
    }

    fn on(&mut self, question: &Question, rule: &'static str, problem: String, remedy: &str) {
        let before = self.text.get(..question.id.span().start).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        self.at(Some(line), rule, format!("{}: {problem}", question.id()), remedy);
    }

    fn question(&mut self, question: &Question, book: &Book) {
        let plain = |id: &str| {
            id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        if question.id().is_empty() || !plain(question.id()) {
            self.on(
                question,
                "one-id",
                "not an id".into(),
                "Small letters, digits and hyphens: `which-side`.",
            );
        }
        if let Some(problem) = book.wrong_reference(question.chapter, &question.read) {
            self.on(
                question,
                "pages",
                problem,
                "`read` is a heading of that chapter, letter by letter.",
            );
        }
        for claim in question.claims.iter().filter(|claim| !book.knows_claim(claim)) {
            self.on(
                question,
                "claims",
                format!("no claim {claim}"),
                "Claims are listed in book/data/claims.toml.",
            );
        }
        for text in texts(question) {
            if text.trim().is_empty() {
                self.on(
                    question,
                    "texts",
                    "an empty text".into(),
                    "Every answer says something, and is told something.",
                );
            } else if text.matches('`').count() % 2 == 1 {
                self.on(
                    question,
                    "texts",
                    "a formula is not closed".into(),
                    "Formulas stand between two `backticks`.",
                );
            }
        }
        match &question.number {
            Some(number) => self.number(question, number),
            None => self.options(question),
        }
    }

    fn options(&mut self, question: &Question) {
        let right = question.options.iter().filter(|option| option.right).count();
        let remedy =
            "Two options or more, one of them `right = true`; with `several = true` one or more.";
        if question.options.len() < 2 || right == 0 || (right > 1 && !question.several) {
            let count = question.options.len();
            self.on(question, "options", format!("{count} options, {right} of them right"), remedy);
        }
        let texts: BTreeSet<&str> =
            question.options.iter().map(|option| option.text.trim()).collect();
        if texts.len() < question.options.len() {
            self.on(
                question,
                "options",
                "two options read alike".into(),
                "Each says something of its own.",
            );
        }
    }

    fn number(&mut self, question: &Question, number: &Number) {
        if !question.options.is_empty() || question.several || question.ordered {
            self.on(
                question,
                "options",
                "options and a number".into(),
                "A question has the one or the other.",
            );
        }
        let sound =
            number.tolerance > 0.0 && number.tolerance.is_finite() && number.value.is_finite();
        if !sound {
            self.on(
                question,
                "number",
                format!("{} ± {}", number.value, number.tolerance),
                "A finite number, and a tolerance above zero.",
            );
        }
        for mistake in number.mistakes.iter().filter(|mistake| number.is_right(mistake.value)) {
            let problem = format!("{} would be taken for right", mistake.value);
            self.on(question, "number", problem, "A narrower tolerance, or another mistake.");
        }
        let near = |one: f64, other: f64| (one - other).abs() <= number.tolerance;
        let values: Vec<f64> = number.mistakes.iter().map(|mistake| mistake.value).collect();
        for (at, value) in values.iter().enumerate() {
            if values[at + 1..].iter().any(|other| near(*value, *other)) {
                let problem = format!("two mistakes near {value} cannot be told apart");
                self.on(question, "number", problem, "Make them one.");
            }
        }
    }
}

/// Everything that is shown.
fn texts(question: &Question) -> Vec<&str> {
    let mut texts = vec![question.ask.as_str(), question.read.as_str()];
    texts.extend(question.options.iter().flat_map(|option| [option.text.as_str(), &option.says]));
    if let Some(number) = &question.number {
        texts.extend([number.says.as_str(), &number.otherwise]);
        texts.extend(number.mistakes.iter().map(|mistake| mistake.says.as_str()));
    }
    texts
}
