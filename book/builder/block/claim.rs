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

/// What box and ledger both show of a claim. Both its sentences are folded where the page has just told them
/// in words of its own, as the common version.
pub fn contents(desk: &mut Desk, claim: &Claim) -> String {
    let place = claim.place();
    let verdict = badge(claim.verdict);
    let mut rows = if desk.told.contains(&claim.id) {
        let (statement, right) = desk.fold(|desk| sentences(desk, claim));
        format!(
            "<dt>The common version {verdict}</dt>\n<dd>As told above. <details class=\"more\">\
             <summary>The ledger’s words</summary>\n<p>Usual statement: {statement}</p>\n\
             <p>What holds: {right}</p>\n</details></dd>\n"
        )
    } else {
        let (statement, right) = sentences(desk, claim);
        format!(
            "<dt>Usual statement {verdict}</dt>\n<dd>{statement}</dd>\n\
             <dt>What holds</dt>\n<dd>{right}</dd>\n"
        )
    };
    if !claim.conditions.is_empty() {
        let conditions = prose::inline(desk, &place, &claim.conditions);
        rows.push_str(&format!("<dt>Conditions</dt>\n<dd>{conditions}</dd>\n"));
    }
    format!("<dl>\n{rows}{}{}</dl>", numbers::write(desk, claim), sources(desk, claim))
}

fn sentences(desk: &mut Desk, claim: &Claim) -> (String, String) {
    let place = claim.place();
    let [statement, right] =
        [&claim.statement, &claim.right].map(|text| prose::inline(desk, &place, text));
    (statement, right)
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
