//! The quiz's questions, from the same file as the terminal's.

use std::path::Path;

use ntk_checker::quiz::{Question, Quiz};

use crate::problem::{Place, Problems};

pub const FILE: &str = "exercises/quiz.toml";

/// All questions; none where there is no quiz.
pub fn load(root: &Path, problems: &mut Problems) -> Vec<Question> {
    let Ok(text) = std::fs::read_to_string(root.join(FILE)) else { return Vec::new() };
    match Quiz::parse(&text, Path::new(FILE)) {
        Ok(quiz) => quiz.questions,
        Err(error) => {
            problems.add(
                &Place::new(FILE, 0),
                error.to_string(),
                "`author validate quiz` says more",
            );
            Vec::new()
        }
    }
}
