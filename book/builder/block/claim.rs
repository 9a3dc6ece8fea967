//! A claim of the ledger: the usual statement, what holds, and what the lab measured.

use super::{argument, numbers, write as write_pieces};
use crate::blocks::Block;
use crate::data::{Claim, Lab, Verdict, nearest};
use crate::desk::Desk;
use crate::prose;

pub fn write(desk: &mut Desk, block: &Block) -> String {
    let Some(id) = argument(desk, block, "the claim's id, `C12`") else { return String::new() };
    let Some(claim) = desk.data.claim(id) else {
        unknown(desk, block.line, id);
        return String::new();
    };
    let ledger = desk.path_to("ledger.html");
    let address = desk.box_id(id);
    let body = write_pieces(desk, &block.body);
    format!(
        "<section class=\"claim {}\"{address} aria-label=\"Claim {id}\">\n<p class=\"label\">Claim \
         <a class=\"id\" href=\"{ledger}#{id}\">{id}</a></p>\n{}\n\n{body}\n\n</section>",
        claim.verdict.name(),
        contents(desk, claim)
    )
}

/// What box and ledger both show of a claim.
pub fn contents(desk: &mut Desk, claim: &Claim) -> String {
    let place = claim.place();
    let statement = prose::inline(desk, &place, &claim.statement);
    let right = prose::inline(desk, &place, &claim.right);
    let mut rows = format!(
        "<dt>Usual statement {}</dt>\n<dd>{statement}</dd>\n<dt>What holds</dt>\n<dd>{right}</dd>\n",
        badge(claim.verdict)
    );
    if !claim.conditions.is_empty() {
        let conditions = prose::inline(desk, &place, &claim.conditions);
        rows.push_str(&format!("<dt>Conditions</dt>\n<dd>{conditions}</dd>\n"));
    }
    format!("<dl>\n{rows}{}{}</dl>", numbers::write(desk, claim), sources(desk, claim))
}

pub fn unknown(desk: &mut Desk, line: usize, id: &str) {
    let hint = nearest(id, desk.data.claims.iter().map(|claim| &*claim.id));
    desk.wrong(
        line,
        format!("unknown claim `{id}`{hint}"),
        "the claims are in book/data/claims.toml",
    );
}

pub fn badge(verdict: Verdict) -> String {
    let name = verdict.name();
    format!("<span class=\"badge {name}\">{name}</span>")
}

/// What the lab says of the usual statement.
pub fn lab_badge(verdict: Lab) -> String {
    let name = verdict.name();
    format!("<span class=\"badge lab {name}\">{name}</span>")
}

fn sources(desk: &mut Desk, claim: &Claim) -> String {
    if claim.sources.is_empty() {
        return String::new();
    }
    let links: Vec<String> = claim.sources.iter().map(|key| format!("[](cite:{key})")).collect();
    let links = prose::inline(desk, &claim.place(), &links.join("; "));
    format!("<dt>Sources</dt>\n<dd>{links}</dd>\n")
}
