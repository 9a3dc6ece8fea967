//! One-choice questions: the quick question with feedback for each option, and *predict first*.
//!
//! ```text
//! ::: question
//! Which layer gives $K$?
//!
//! - [ ] the first
//!   > The first layer's gradients carry σ′.
//! - [x] the readout
//!   > Its gradient is the hidden layer itself.
//! :::
//! ```
//! A prediction has the same form; its feedback may be left out, and the answer stands in a block
//! `::: reveal` inside, which opens once the reader has chosen.

use crate::blocks::{Block, Piece};
use crate::desk::Desk;
use crate::problem::Place;
use crate::prose;

struct Choice {
    line: usize,
    right: bool,
    text: String,
    feedback: String,
}

pub fn write_question(desk: &mut Desk, block: &Block) -> String {
    let Some((line, text)) = super::body_text(desk, block) else { return String::new() };
    let (stem, choices) = parse(&text);
    for choice in choices.iter().filter(|choice| choice.feedback.is_empty()) {
        desk.wrong(
            line + choice.line,
            "an option without feedback",
            "below it, indented: `  > why someone picks this, and what is so`",
        );
    }
    if !sound(desk, block, &choices) {
        return String::new();
    }
    let form = form(desk, line, &stem, &choices, "Check");
    format!(
        "<section class=\"question\" aria-label=\"Quick question\">\n\
             <p class=\"label\">Quick question</p>\n{form}\n</section>"
    )
}

pub fn write_predict(desk: &mut Desk, block: &Block) -> String {
    let (Some(Piece::Text { line, text }), Some(Piece::Block(reveal))) =
        (block.body.first(), block.body.get(1))
    else {
        desk.wrong(block.line, "a prediction without its answer", PREDICT_FORM);
        return String::new();
    };
    if reveal.kind != "reveal" {
        desk.wrong(reveal.line, "the block inside a prediction is `::: reveal`", PREDICT_FORM);
        return String::new();
    }
    let (stem, choices) = parse(text);
    if !sound(desk, block, &choices) {
        return String::new();
    }
    let form = form(desk, *line, &stem, &choices, "Look");
    let answer = desk.fold(|desk| super::write(desk, &reveal.body));
    format!(
        "<section class=\"predict\" aria-label=\"Predict first\">\n<p class=\"label\">Predict first</p>\n\
         {form}\n<details class=\"reveal\">\n<summary>What happens</summary>\n\n{answer}\n\n</details>\n\
         </section>"
    )
}

const PREDICT_FORM: &str =
    "first the question and its options, then `::: reveal`, the answer, and `:::` twice";

/// At least two options, exactly one of them right.
fn sound(desk: &mut Desk, block: &Block, choices: &[Choice]) -> bool {
    let right = choices.iter().filter(|choice| choice.right).count();
    let sound = choices.len() >= 2 && right == 1;
    if !sound {
        desk.wrong(
            block.line,
            format!("{} options, {right} of them right", choices.len()),
            "write two or more, `- [ ] wrong` and exactly one `- [x] right`",
        );
    }
    sound
}

fn form(desk: &mut Desk, line: usize, stem: &str, choices: &[Choice], button: &str) -> String {
    desk.questions += 1;
    let name = format!("q{}", desk.questions);
    let place = Place::new(desk.file(), line);
    let stem = prose::inline(desk, &place, stem);
    let mut rows = String::new();
    for (number, choice) in choices.iter().enumerate() {
        let place = Place::new(desk.file(), line + choice.line);
        let text = prose::inline(desk, &place, &choice.text);
        if ["<ol", "<ul", "<h", "<pre"].iter().any(|block| text.starts_with(block)) {
            let what =
                format!("Markdown takes the option `{}` for a list or a heading", choice.text);
            desk.wrong(line + choice.line, what, "put it another way: `23` in place of `23.`");
        }
        let feedback = match choice.feedback.as_str() {
            "" => String::new(),
            feedback => format!(
                "<div class=\"feedback\" hidden>{}</div>\n",
                prose::inline(desk, &place, feedback)
            ),
        };
        rows.push_str(&format!(
            "<div class=\"choice\"{}>\n<label><input type=\"radio\" name=\"{name}\" value=\"{number}\"{}> \
             <span>{text}</span></label>\n{feedback}</div>\n",
            if choice.right { " data-right" } else { "" },
            spoken(&choice.text)
        ));
    }
    format!(
        "<form>\n<fieldset>\n<legend>{stem}</legend>\n{rows}</fieldset>\n\
         <button type=\"submit\">{button}</button>\n\
         <p class=\"verdict\" role=\"status\" aria-live=\"polite\"></p>\n</form>"
    )
}

/// A name for an option that is a formula and nothing else: some readers pass over its MathML.
fn spoken(text: &str) -> String {
    let formula = text.strip_prefix('$').and_then(|text| text.strip_suffix('$'));
    match formula {
        Some(tex) if !tex.contains('$') => format!(" aria-label=\"{}\"", prose::words(text)),
        _ => String::new(),
    }
}

/// The question, and its options with the lines they stand on.
fn parse(text: &str) -> (String, Vec<Choice>) {
    let mut stem = String::new();
    let mut choices: Vec<Choice> = Vec::new();
    for (line, written) in text.lines().enumerate() {
        let option = written.strip_prefix("- [ ] ").map(|rest| (false, rest));
        let option = option.or_else(|| written.strip_prefix("- [x] ").map(|rest| (true, rest)));
        match (option, choices.last_mut()) {
            (Some((right, rest)), _) => {
                choices.push(Choice {
                    line,
                    right,
                    text: rest.to_owned(),
                    feedback: String::new(),
                });
            }
            (None, None) => {
                stem.push_str(written);
                stem.push('\n');
            }
            (None, Some(choice)) => {
                let written = written.trim();
                let (to, rest) = match written.strip_prefix('>') {
                    Some(rest) => (&mut choice.feedback, rest.trim()),
                    None => (&mut choice.text, written),
                };
                to.push('\n');
                to.push_str(rest);
            }
        }
    }
    for choice in &mut choices {
        choice.text = choice.text.trim().to_owned();
        choice.feedback = choice.feedback.trim().to_owned();
    }
    (stem.trim().to_owned(), choices)
}
