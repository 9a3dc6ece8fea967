//! Where the book goes on.

use ntk_checker::frozen::Exercise;

/// `chapter 6 of the book`, with the page's file where it is built.
pub fn of(exercise: &Exercise) -> String {
    let chapter = format!("chapter {} of the book", exercise.definition.chapter);
    match &exercise.definition.page {
        Some(page) => format!("{chapter} ({page})"),
        None => chapter,
    }
}
