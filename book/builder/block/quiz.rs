//! Questions of the quiz: those of one chapter, or all.
//!
//! Their texts are plain Unicode, as the terminal shows them, with formulas between backticks.

use ntk_checker::quiz::{Number, Question};

use crate::blocks::Block;
use crate::desk::Desk;
use crate::html::escape;

/// Options stand in this order on every page: the author's would give the right ones away.
const SEED: u64 = 1;

pub fn write(desk: &mut Desk, block: &Block) -> String {
    let chapter = match block.argument.as_str() {
        "" => None,
        number => match number.parse::<u32>() {
            Ok(number) => Some(number),
            Err(_) => {
                let what = format!("`{number}` is no chapter");
                desk.wrong(block.line, what, "`::: quiz 6`, or `::: quiz` for all questions");
                return String::new();
            }
        },
    };
    let data = desk.data;
    let of_chapter =
        |question: &&Question| chapter.is_none_or(|chapter| chapter == question.chapter);
    let questions: Vec<&Question> = data.questions.iter().filter(of_chapter).collect();
    if questions.is_empty() {
        desk.wrong(
            block.line,
            "no question is about this chapter",
            "questions are in exercises/quiz.toml",
        );
    }
    questions.into_iter().map(|question| section(desk, question, chapter.is_none())).collect()
}

fn section(desk: &mut Desk, question: &Question, all: bool) -> String {
    let chapter = desk.chapter_link(question.chapter);
    let read = escape(&question.read);
    // In the chapter itself there is no way to go.
    let after = if all {
        format!("<p class=\"read\">Read on: {chapter}, “{read}”.</p>\n")
    } else {
        String::new()
    };
    let form = match &question.number {
        Some(number) => number_form(question, number),
        None => options_form(question),
    };
    format!(
        "<section class=\"question\" id=\"quiz-{id}\" aria-label=\"Quiz\">\n<p class=\"label\">Quiz</p>\n\
         <form{kind}>\n<fieldset>\n<legend>{ask}</legend>\n{form}</fieldset>\n\
         <button type=\"submit\">Check</button>\n\
         <p class=\"verdict\" role=\"status\" aria-live=\"polite\"></p>\n{after}</form>\n</section>\n",
        id = question.id(),
        kind = match (question.several, &question.number) {
            (true, _) => " data-several",
            (_, Some(_)) => " data-number",
            _ => "",
        },
        ask = text(&question.ask),
    )
}

fn options_form(question: &Question) -> String {
    let kind = if question.several { "checkbox" } else { "radio" };
    let name = question.id();
    let rows = question.order(SEED).into_iter().filter_map(|place| {
        let option = question.options.get(place)?;
        Some(format!(
            "<div class=\"choice\"{right}>\n<label><input type=\"{kind}\" name=\"{name}\" value=\"{place}\"> \
             <span>{text}</span></label>\n<div class=\"feedback\" hidden>{says}</div>\n</div>\n",
            right = if option.right { " data-right" } else { "" },
            text = text(&option.text),
            says = text(&option.says),
        ))
    });
    rows.collect()
}

fn number_form(question: &Question, number: &Number) -> String {
    let row = |attributes: String, says: &str| {
        format!("<div class=\"feedback\" hidden{attributes}>{}</div>\n", text(says))
    };
    let mut out = format!(
        "<label class=\"number\">A number: <input type=\"text\" inputmode=\"decimal\" name=\"{}\" \
         autocomplete=\"off\" size=\"10\"></label>\n",
        question.id()
    );
    let (value, tolerance) = (number.value, number.tolerance);
    out += &row(
        format!(" data-value=\"{value}\" data-tolerance=\"{tolerance}\" data-right"),
        &number.says,
    );
    for mistake in &number.mistakes {
        let value = mistake.value;
        out +=
            &row(format!(" data-value=\"{value}\" data-tolerance=\"{tolerance}\""), &mistake.says);
    }
    out + &row(String::new(), &number.otherwise)
}

/// Plain text with its formulas marked.
fn text(plain: &str) -> String {
    let joined = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    joined
        .split('`')
        .enumerate()
        .map(|(at, part)| match at % 2 {
            1 => format!("<span class=\"formula\">{}</span>", escape(part)),
            _ => emphasised(&escape(part)),
        })
        .collect()
}

/// `*word*` becomes emphasis.
fn emphasised(text: &str) -> String {
    let parts: Vec<&str> = text.split('*').collect();
    if parts.len().is_multiple_of(2) {
        return text.to_owned();
    }
    parts
        .iter()
        .enumerate()
        .map(|(at, part)| if at % 2 == 1 { format!("<em>{part}</em>") } else { (*part).to_owned() })
        .collect()
}
