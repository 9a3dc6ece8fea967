//! One sitting: which question is before the learner, what was answered, what is kept.

use ntk_checker::course::Course;
use ntk_checker::quiz::{Answer, Answers, Question, Quiz};

/// Which questions a sitting is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Which {
    All,
    /// Those answered wrong, and they are asked anew.
    Wrong,
}

pub struct Sitting<'a> {
    course: &'a Course,
    answers: Answers,
    /// The questions of this sitting, and whether each is asked anew although it has been answered.
    asked: Vec<(&'a Question, bool)>,
    at: usize,
}

impl<'a> Sitting<'a> {
    pub fn new(
        course: &'a Course,
        quiz: &'a Quiz,
        answers: Answers,
        which: Which,
        chapter: Option<u32>,
    ) -> Sitting<'a> {
        let asked = quiz
            .questions
            .iter()
            .filter(|question| chapter.is_none_or(|chapter| question.chapter == chapter))
            .filter(|question| which == Which::All || right(&answers, question) == Some(false))
            .map(|question| (question, which == Which::Wrong))
            .collect();
        let mut sitting = Sitting { course, answers, asked, at: 0 };
        sitting.at = sitting.next_open(0).unwrap_or(sitting.asked.len());
        sitting
    }

    pub fn is_empty(&self) -> bool {
        self.asked.is_empty()
    }

    pub fn len(&self) -> usize {
        self.asked.len()
    }

    /// The question that is open before the learner, and its number from 1; `None` at the end.
    pub fn question(&self) -> Option<(usize, &'a Question)> {
        self.asked.get(self.at).map(|(question, _)| (self.at + 1, *question))
    }

    /// What was answered to the present question, unless it is asked anew.
    pub fn answer(&self) -> Option<&Answer> {
        let (question, anew) = self.asked.get(self.at)?;
        if *anew { None } else { self.answers.to(question) }
    }

    /// The present question's options in the order to show them.
    pub fn order(&self) -> Vec<usize> {
        self.question().map_or_else(Vec::new, |(_, question)| {
            question.order(self.answers.seed.unwrap_or_default())
        })
    }

    /// Takes an answer and keeps it.
    pub fn give(&mut self, answer: Answer) -> ntk_checker::Result<()> {
        let Some((question, anew)) = self.asked.get_mut(self.at) else { return Ok(()) };
        *anew = false;
        self.answers.give(self.course, question, answer)
    }

    /// One question on or back; behind the last is the end.
    pub fn step(&mut self, by: isize) {
        self.at = self.at.saturating_add_signed(by).min(self.asked.len());
    }

    /// The next question that is not answered, else the end.
    pub fn go_on(&mut self) {
        self.at = self.next_open(self.at + 1).unwrap_or(self.asked.len());
    }

    fn next_open(&self, from: usize) -> Option<usize> {
        (from..self.asked.len()).find(|&place| {
            let (question, anew) = self.asked[place];
            anew || self.answers.to(question).is_none()
        })
    }

    /// Asks anew what is wrong; false if nothing is.
    pub fn review(&mut self) -> bool {
        let answers = &self.answers;
        let is_wrong = |(question, _): &&(&Question, bool)| right(answers, question) == Some(false);
        let wrong = self.asked.iter().filter(is_wrong).map(|(question, _)| (*question, true));
        let wrong: Vec<_> = wrong.collect();
        if wrong.is_empty() {
            return false;
        }
        self.asked = wrong;
        self.at = 0;
        true
    }

    /// The questions of this sitting and how they stand: right, wrong, or not answered.
    pub fn standing(&self) -> impl Iterator<Item = (&'a Question, Option<bool>)> {
        self.asked.iter().map(|(question, _)| (*question, right(&self.answers, question)))
    }
}

fn right(answers: &Answers, question: &Question) -> Option<bool> {
    answers.to(question).map(|answer| question.judge(answer).right)
}
