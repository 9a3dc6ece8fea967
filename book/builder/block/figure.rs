//! A figure: drawn by `ntk-figure`, with words for who cannot see it, a caption that says what to
//! see, and the way to make it at home.

use super::{argument, body_text, exercise::command};
use crate::blocks::Block;
use crate::desk::Desk;
use crate::html::escape;
use crate::prose;

pub fn write(desk: &mut Desk, block: &Block) -> String {
    let Some(id) = argument(desk, block, "the figure's id") else { return String::new() };
    let Some((line, text)) = body_text(desk, block) else { return String::new() };
    let (alt, caption) = split(&text);
    if alt.is_empty() || caption.is_empty() {
        desk.wrong(
            block.line,
            format!("figure `{id}` lacks {}", if alt.is_empty() { "`alt:`" } else { "a caption" }),
            "first a paragraph `alt: what the figure shows`, then the caption: what to see in it",
        );
        return String::new();
    }
    let (figure, drawing) = match desk.drawings.place(id) {
        Ok(found) => found,
        Err(what) => {
            let next = "`cargo run -p ntk-figure` lists the known ones";
            desk.wrong(block.line, what, next);
            return String::new();
        }
    };
    let place = desk.here(line + text[..text.len() - caption.len()].matches('\n').count());
    let caption = prose::inline(desk, &place, caption);
    let alt = prose::words(alt);
    let library: Vec<String> =
        figure.library.iter().map(|call| format!("<code>{}</code>", escape(call))).collect();
    let drawing = drawing.replacen("<div", &format!("<div role=\"img\" aria-label=\"{alt}\""), 1);
    format!(
        "<figure id=\"fig-{id}\">\n{drawing}\n<figcaption>\n<div class=\"caption\">{caption}</div>\n\
         <details class=\"home\">\n<summary>Take it home</summary>\n\
         <p>This command draws it again:</p>\n{}\n<p>The numbers come from {}.</p>\n\
         </details>\n</figcaption>\n</figure>",
        command(&format!("{} figure {id}", desk.data.command)),
        library.join(" and ")
    )
}

/// The paragraph after `alt:`, and the rest.
fn split(text: &str) -> (&str, &str) {
    let Some(rest) = text.trim_start().strip_prefix("alt:") else { return ("", text.trim()) };
    let (alt, caption) = rest.split_once("\n\n").unwrap_or((rest, ""));
    (alt.trim(), caption.trim_start())
}
