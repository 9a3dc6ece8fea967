//! From an answer to what is said about it.

use super::{Answer, Answers, Number, Question, Quiz};
use crate::course::{Course, Folder};
use crate::process::Printed;
use crate::report::{Diagnosis, FunctionReport, Report, Verdict};

/// What an answer is worth, and what to say.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged<'a> {
    pub right: bool,
    /// The option that it is about, where it is about one; and the sentences.
    pub says: Vec<(Option<usize>, &'a str)>,
    /// The misconception it shows, `a` for the first option: part of the tag in `--json`.
    shows: String,
}

impl Question {
    /// Is this an answer to this question at all?
    pub fn takes(&self, answer: &Answer) -> bool {
        match (answer, &self.number) {
            (Answer::Number(number), Some(_)) => number.is_finite(),
            (Answer::Options(picked), None) => {
                let known = picked.iter().all(|&place| place < self.options.len());
                known && (self.several || picked.len() == 1)
            }
            _ => false,
        }
    }

    /// What to say to an answer that the question [takes](Self::takes).
    pub fn judge(&self, answer: &Answer) -> Judged<'_> {
        match (answer, &self.number) {
            (Answer::Number(given), Some(number)) => number.judge(*given),
            (Answer::Options(picked), _) => self.judge_options(picked),
            (Answer::Number(_), None) => {
                Judged { right: false, says: Vec::new(), shows: String::new() }
            }
        }
    }

    fn judge_options(&self, picked: &[usize]) -> Judged<'_> {
        let options = || self.options.iter().enumerate();
        let wrong: Vec<usize> = options()
            .filter(|(place, option)| picked.contains(place) != option.right)
            // Where one is right, its being missed is no news beside the one that was picked.
            .filter(|(place, _)| self.several || picked.contains(place))
            .map(|(place, _)| place)
            .collect();
        let right = wrong.is_empty();
        let about: Vec<usize> = if right {
            options().filter(|(_, option)| option.right).map(|(place, _)| place).collect()
        } else {
            wrong
        };
        let shows = about.iter().filter_map(|&place| letter(place)).collect();
        let says = about
            .into_iter()
            .filter_map(|place| Some((Some(place), self.options.get(place)?.says.trim())))
            .collect();
        Judged { right, says, shows }
    }
}

impl Number {
    pub fn is_right(&self, given: f64) -> bool {
        (given - self.value).abs() <= self.tolerance
    }

    fn judge(&self, given: f64) -> Judged<'_> {
        if self.is_right(given) {
            let says = vec![(None, self.says.trim())];
            return Judged { right: true, says, shows: String::new() };
        }
        let known = self
            .mistakes
            .iter()
            .position(|mistake| (given - mistake.value).abs() <= self.tolerance);
        let says = known.and_then(|at| self.mistakes.get(at)).map_or(&self.otherwise, |m| &m.says);
        let shows = known.and_then(letter).map(String::from).unwrap_or_default();
        Judged { right: false, says: vec![(None, says.trim())], shows }
    }
}

/// `a` for the first.
fn letter(place: usize) -> Option<char> {
    u8::try_from(place).ok().filter(|&place| place < 26).map(|place| char::from(b'a' + place))
}

/// The saved answers, graded in the form of an exercise: a question is a function of one point.
pub fn report(course: &Course, quiz: &Quiz, answers: &Answers) -> Report {
    let functions = quiz.questions.iter().map(|question| {
        let judged = answers.to(question).map(|answer| question.judge(answer));
        FunctionReport {
            name: question.id().to_owned(),
            verdict: match &judged {
                None => Verdict::Todo,
                Some(judged) if judged.right => Verdict::Pass,
                Some(_) => Verdict::Wrong,
            },
            points: 1,
            passed: judged.as_ref().is_some_and(|judged| judged.right).into(),
            total: 1,
            failure: None,
            waits_for: None,
            diagnosis: judged
                .filter(|judged| !judged.right)
                .map(|judged| judged.diagnosis(question)),
            properties: Vec::new(),
            printed: Printed::default(),
            signature: None,
        }
    });
    Report {
        folder: Folder { id: "quiz".into(), name: "quiz".into(), path: Quiz::path(course) },
        title: "Questions on why".into(),
        chapter: 0,
        takeaway: String::new(),
        compile_messages: Vec::new(),
        functions: functions.collect(),
    }
}

impl Judged<'_> {
    fn diagnosis(&self, question: &Question) -> Diagnosis {
        let sentences: Vec<&str> = self.says.iter().map(|(_, sentence)| *sentence).collect();
        let message = format!(
            "{}\nChapter {}, \"{}\"",
            sentences.join("\n"),
            question.chapter,
            question.read
        );
        let shows = if self.shows.is_empty() { "other" } else { &self.shows };
        Diagnosis::Mistake { tag: format!("quiz/{}/{shows}", question.id()), message }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quiz() -> Quiz {
        let text = r#"
            [[question]]
            id = "one"
            chapter = 1
            read = "R"
            ask = "?"
            option = [
              { text = "x", says = "no" },
              { text = "y", says = "yes", right = true },
            ]
            [[question]]
            id = "several"
            chapter = 1
            read = "R"
            ask = "?"
            several = true
            option = [
              { text = "x", says = "x is", right = true },
              { text = "y", says = "y is", right = true },
              { text = "z", says = "z is not" },
            ]
            [[question]]
            id = "number"
            chapter = 1
            read = "R"
            ask = "?"
            number = { value = 0.5, tolerance = 0.01, says = "half", otherwise = "neither", mistake = [{ value = 2.0, says = "upside down" }] }
        "#;
        Quiz::parse(text, std::path::Path::new("quiz.toml")).unwrap()
    }

    fn question<'q>(quiz: &'q Quiz, id: &str) -> &'q Question {
        quiz.questions.iter().find(|question| question.id() == id).unwrap()
    }

    fn said(id: &str, answer: Answer) -> (bool, Vec<String>) {
        let quiz = quiz();
        let judged = question(&quiz, id).judge(&answer);
        (judged.right, judged.says.iter().map(|(_, text)| (*text).to_owned()).collect())
    }

    #[test]
    fn each_answer_has_its_own_feedback() {
        let said_of = |picked: &[usize]| said("one", Answer::Options(picked.to_vec()));
        assert_eq!(said_of(&[0]), (false, vec!["no".into()]));
        assert_eq!(said_of(&[1]), (true, vec!["yes".into()]));
    }

    #[test]
    fn of_several_all_have_to_be_picked_and_no_other() {
        let said_of = |picked: &[usize]| said("several", Answer::Options(picked.to_vec()));
        assert_eq!(said_of(&[0, 1]), (true, vec!["x is".into(), "y is".into()]));
        assert_eq!(said_of(&[0]), (false, vec!["y is".into()]));
        assert_eq!(said_of(&[0, 1, 2]), (false, vec!["z is not".into()]));
        assert!(!said_of(&[]).0);
    }

    #[test]
    fn a_number_is_right_within_its_tolerance_and_known_mistakes_are_named() {
        let said_of = |number: f64| said("number", Answer::Number(number));
        assert_eq!(said_of(0.509), (true, vec!["half".into()]));
        assert_eq!(said_of(2.0), (false, vec!["upside down".into()]));
        assert_eq!(said_of(0.52), (false, vec!["neither".into()]));
    }

    #[test]
    fn what_is_no_answer_is_not_taken() {
        let quiz = quiz();
        let [one, several, number] = ["one", "several", "number"].map(|id| question(&quiz, id));
        assert!(!one.takes(&Answer::Options(vec![])) && !one.takes(&Answer::Options(vec![0, 1])));
        assert!(!one.takes(&Answer::Options(vec![2])) && !one.takes(&Answer::Number(1.0)));
        assert!(several.takes(&Answer::Options(vec![])));
        assert!(
            !number.takes(&Answer::Number(f64::NAN)) && !number.takes(&Answer::Options(vec![0]))
        );
    }

    #[test]
    fn an_order_is_the_seeds_and_the_questions_own() {
        let quiz = quiz();
        let several = question(&quiz, "several");
        assert_eq!(several.order(3), several.order(3));
        let orders: std::collections::BTreeSet<_> =
            (0..40).map(|seed| several.order(seed)).collect();
        assert_eq!(orders.len(), 6, "every order of three is drawn by some seed");
    }
}
