//! A definition in the text, tied to the list of terms.

use super::argument;
use crate::blocks::Block;
use crate::data::nearest;
use crate::desk::Desk;
use crate::prose;

pub fn write(desk: &mut Desk, block: &Block) -> String {
    let Some(id) = argument(desk, block, "the term's id") else { return String::new() };
    let data = desk.data;
    let Some(term) = data.term(id) else {
        let hint = nearest(id, data.terms.iter().map(|term| &*term.id));
        desk.wrong(
            block.line,
            format!("unknown term `{id}`{hint}"),
            "the terms are in book/data/terms.toml",
        );
        return String::new();
    };
    let name = prose::inline(desk, &term.place(), &term.term);
    let terms = desk.path_to("terms.html");
    desk.mentioned(id);
    let body = super::write(desk, &block.body);
    format!(
        "<div class=\"definition\" id=\"def-{id}\">\n<p class=\"label\">Definition \
         <a href=\"{terms}#{id}\">{name}</a></p>\n\n{body}\n\n</div>"
    )
}
