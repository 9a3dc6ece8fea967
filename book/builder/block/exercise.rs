//! The card of an exercise, from the exercise's own `exercise.toml`.

use super::argument;
use crate::blocks::Block;
use crate::data::nearest;
use crate::desk::Desk;
use crate::html::escape;

pub fn write(desk: &mut Desk, block: &Block) -> String {
    let Some(id) = argument(desk, block, "the exercise's id, `ex06`") else { return String::new() };
    let data = desk.data;
    let Some(exercise) = data.exercise(id) else {
        let hint = nearest(id, data.exercises.iter().map(|exercise| &*exercise.id));
        desk.wrong(
            block.line,
            format!("unknown exercise `{id}`{hint}"),
            "an exercise is a folder `exercises/exNN-name` with an exercise.toml",
        );
        return String::new();
    };
    let functions: Vec<String> = exercise
        .functions
        .iter()
        .map(|function| format!("<code>{}</code>", escape(&function.name)))
        .collect();
    let before = before(desk, block.line, &exercise.prerequisites);
    let body = super::write(desk, &block.body);
    format!(
        "<section class=\"exercise\" id=\"{id}\" aria-label=\"Exercise {number}\">\n\
         <p class=\"label\">Exercise {number}</p>\n\
         <p class=\"title\">{title}</p>\n\
         <p class=\"facts\"><span role=\"img\" aria-label=\"difficulty {stars} of 3\">{drawn}</span> \
         <span>{minutes} minutes</span> <span>{points} points</span>{before}</p>\n\n{body}\n\n\
         <p class=\"what\">You write {functions} in <code>exercises/{folder}/{id}.rs</code>, then run</p>\n\
         {command}\n</section>",
        number = id.trim_start_matches("ex"),
        title = escape(&exercise.title),
        stars = exercise.stars,
        drawn = stars(exercise.stars),
        minutes = exercise.minutes,
        points = exercise.points(),
        functions = join(&functions),
        folder = escape(&exercise.folder),
        command = command(&format!("{} check {id}", data.command)),
    )
}

/// A command on a line of its own, with a button that copies it.
pub fn command(line: &str) -> String {
    format!("<div class=\"command\" data-copy><code>{}</code></div>", escape(line))
}

fn stars(count: u32) -> String {
    (0..3).map(|star| if star < count { '★' } else { '☆' }).collect()
}

fn join(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}

/// Prerequisites; one that has no page yet is named without a link.
fn before(desk: &mut Desk, line: usize, ids: &[String]) -> String {
    let links: Vec<String> = ids
        .iter()
        .map(|id| {
            let number = id.trim_start_matches("ex");
            let exercise = desk.data.exercise(id);
            match exercise.and_then(|exercise| desk.card_page(line, exercise)) {
                Some(page) => format!("<a href=\"{}\">{number}</a>", desk.page_link(&page, id)),
                None => number.to_owned(),
            }
        })
        .collect();
    match links.as_slice() {
        [] => String::new(),
        links => format!(" <span>after {}</span>", join(links)),
    }
}
