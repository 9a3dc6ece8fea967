//! A claim of the ledger: the usual statement, what holds, and what the lab measured.

use super::{argument, write as write_pieces};
use crate::blocks::Block;
use crate::data::{Claim, Lab, Verdict, nearest};
use crate::desk::Desk;
use crate::html::escape;
use crate::prose;

pub fn write(desk: &mut Desk, block: &Block) -> String {
    let Some(id) = argument(desk, block, "the claim's id, `C12`") else { return String::new() };
    let Some(claim) = desk.data.claim(id) else {
        unknown(desk, block.line, id);
        return String::new();
    };
    let ledger = desk.path_to("ledger.html");
    let body = write_pieces(desk, &block.body);
    format!(
        "<section class=\"claim {}\" aria-label=\"Claim {id}\">\n<p class=\"label\">Claim \
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
    format!("<dl>\n{rows}{}{}</dl>", measured(desk, claim), sources(desk, claim))
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

/// The lab's rows: numbers from the data, never from the page.
fn measured(desk: &mut Desk, claim: &Claim) -> String {
    let data = desk.data;
    let place = claim.place();
    let findings = data.findings(&claim.id);
    if findings.is_empty() {
        let why = match claim.unmeasured.as_str() {
            "" => format!("Not yet measured; it will be experiment {}.", escape(&claim.experiment)),
            why => prose::inline(desk, &place, why),
        };
        return format!("<dt>Lab</dt>\n<dd class=\"unmeasured\">{why}</dd>\n");
    }
    let mut rows = String::new();
    for (run, finding) in findings {
        let quantity = prose::inline(desk, &place, &finding.quantity);
        let predicted = prose::inline(desk, &place, &finding.predicted);
        rows.push_str(&format!(
            "<dt>Lab {}</dt>\n<dd>{quantity}: predicted {predicted}, measured <b>{}</b>. \
             <code>{}</code></dd>\n",
            lab_badge(finding.verdict),
            finding.value(),
            escape(&run.command)
        ));
    }
    rows
}

fn sources(desk: &mut Desk, claim: &Claim) -> String {
    if claim.sources.is_empty() {
        return String::new();
    }
    let links: Vec<String> = claim.sources.iter().map(|key| format!("[](cite:{key})")).collect();
    let links = prose::inline(desk, &claim.place(), &links.join("; "));
    format!("<dt>Sources</dt>\n<dd>{links}</dd>\n")
}
