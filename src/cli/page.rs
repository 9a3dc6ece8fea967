//! Where the book goes on.

use ntk_checker::definition::Definition;

/// `chapter 6 of the book`, with the page's file where it is built.
pub fn of(definition: &Definition) -> String {
    let chapter = format!("chapter {} of the book", definition.chapter);
    match &definition.page {
        Some(page) => format!("{chapter} ({page})"),
        None => chapter,
    }
}
