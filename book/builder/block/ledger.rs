//! The whole ledger as a page: every claim by chapter, to be filtered by verdict and chapter.

use super::claim::{badge, contents};
use crate::data::{Claim, Verdict};
use crate::desk::Desk;
use crate::html::escape;

pub fn write(desk: &mut Desk) -> String {
    let data = desk.data;
    let mut claims: Vec<&Claim> = data.claims.iter().collect();
    claims.sort_by_key(|claim| (claim.chapter, claim.order()));
    let mut out = filter(desk, &claims);
    for chapter in claims.chunk_by(|one, next| one.chapter == next.chapter) {
        let number = chapter[0].chapter;
        // Before the first heading of the page nothing else has this address.
        out.push_str(&format!(
            "<h2 id=\"chapter-{number}\" data-chapter=\"{number}\">{}</h2>\n",
            escape(&name(desk, number))
        ));
        for claim in chapter {
            out.push_str(&entry(desk, claim));
        }
    }
    out
}

fn entry(desk: &mut Desk, claim: &Claim) -> String {
    let (id, verdict) = (&claim.id, claim.verdict.name());
    let body = contents(desk, claim);
    format!(
        "<section class=\"claim {verdict}\" id=\"{id}\" aria-label=\"Claim {id}\" \
         data-verdict=\"{verdict}\" data-chapter=\"{chapter}\">\n\
         <p class=\"label\">Claim <b class=\"id\">{id}</b> <span class=\"where\">{}</span></p>\n\
         {body}\n</section>\n",
        treated(desk, claim),
        chapter = claim.chapter,
    )
}

/// Links to the chapter that the claim belongs to, and to every other page that has a box of it.
fn treated(desk: &Desk, claim: &Claim) -> String {
    let home = desk.chapters.0.get(&claim.chapter).and_then(|chapter| chapter.page.as_deref());
    let mut links: Vec<String> = Vec::new();
    if home.is_none() {
        links.push(format!("chapter {}", claim.chapter));
    }
    let elsewhere = desk.atlas.pages_of(&claim.id).filter(|page| Some(*page) != home);
    for page in home.into_iter().chain(elsewhere) {
        let address = desk.to_claim(page, &claim.id);
        links.push(format!("<a href=\"{address}\">{}</a>", escape(&desk.page_name(page))));
    }
    links.join(", ")
}

fn name(desk: &Desk, number: u32) -> String {
    match desk.chapters.0.get(&number) {
        Some(chapter) => format!("{number} {}", chapter.name),
        None => format!("Chapter {number}"),
    }
}

/// The form that the page's script makes work; without it every claim is shown.
fn filter(desk: &Desk, claims: &[&Claim]) -> String {
    let verdicts: String = Verdict::ALL
        .iter()
        .map(|verdict| {
            let name = verdict.name();
            let count = claims.iter().filter(|claim| claim.verdict == *verdict).count();
            format!(
                "<label><input type=\"checkbox\" name=\"verdict\" value=\"{name}\" checked> {} {count}</label>\n",
                badge(*verdict)
            )
        })
        .collect();
    let chapters: String = claims
        .chunk_by(|one, next| one.chapter == next.chapter)
        .map(|chapter| {
            let number = chapter[0].chapter;
            let name = escape(&name(desk, number));
            format!("<option value=\"{number}\">{name}</option>\n")
        })
        .collect();
    format!(
        "<form class=\"filter\" data-filter aria-label=\"Filter the claims\" hidden>\n\
         <fieldset>\n<legend>The usual statement is</legend>\n{verdicts}</fieldset>\n\
         <label>Chapter <select name=\"chapter\">\n<option value=\"\">all</option>\n{chapters}</select></label>\n\
         <button type=\"reset\">Show all</button>\n\
         <p role=\"status\" aria-live=\"polite\"></p>\n</form>\n"
    )
}
