//! `ntk author new`

use ntk_checker::author::scaffold::scaffold;
use ntk_checker::course::Course;

use super::super::{Ending, Outcome, text};

pub fn run(course: &Course, name: &str, chapter: Option<u32>) -> Outcome {
    let made = scaffold(course, name, chapter)?;
    say!("{}  written:", text::strong(&made.id));
    for file in &made.files {
        say!("  {}", course.relative(file));
    }
    say!("\nWhat to fill, in order: cargo run -- author validate {}", made.id);
    Ok(Ending::Well)
}
