//! Folded text: a derivation's steps, a hint, a solution.

use super::write as write_pieces;
use crate::blocks::Block;
use crate::desk::Desk;
use crate::html::escape;
use crate::prose;

pub fn write(desk: &mut Desk, block: &Block) -> String {
    let kind = block.kind.as_str();
    let label = match kind {
        "derivation" => "Derivation",
        "hint" => "Hint",
        _ => "Solution",
    };
    let place = desk.here(block.line);
    let title = match block.argument.as_str() {
        "" => String::new(),
        title => format!(" <span class=\"title\">{}</span>", prose::inline(desk, &place, title)),
    };
    let body = desk.fold(|desk| write_pieces(desk, &block.body));
    if body.trim().is_empty() {
        desk.wrong(block.line, format!("an empty `::: {kind}`"), "write what it unfolds to");
    }
    format!(
        "<details class=\"fold {kind}\">\n<summary><span class=\"label\">{}</span>{title}</summary>\n\n\
         {body}\n\n</details>",
        escape(label)
    )
}
