//! The whole ledger as a page: every claim, filtered by verdict and chapter.

use super::claim::{badge, contents};
use crate::data::Verdict;
use crate::desk::Desk;

pub fn write(desk: &mut Desk) -> String {
    let data = desk.data;
    let mut claims: Vec<_> = data.claims.iter().collect();
    claims.sort_by_key(|claim| (claim.chapter, &claim.id));
    let mut chapters: Vec<u32> = claims.iter().map(|claim| claim.chapter).collect();
    chapters.dedup();
    let mut out = filter(&chapters);
    for claim in claims {
        let chapter = desk.chapter_link(claim.chapter);
        let body = contents(desk, claim);
        out.push_str(&format!(
            "<section class=\"claim {v}\" id=\"{id}\" data-verdict=\"{v}\" data-chapter=\"{c}\">\n\
             <p class=\"label\">Claim <b class=\"id\">{id}</b> <span class=\"where\">{chapter}</span></p>\n\
             {body}\n</section>\n",
            v = claim.verdict.name(),
            id = claim.id,
            c = claim.chapter,
        ));
    }
    out
}

/// The form that the page's script makes work; without it every claim is shown.
fn filter(chapters: &[u32]) -> String {
    let verdicts: String = Verdict::ALL
        .iter()
        .map(|verdict| {
            let name = verdict.name();
            format!(
                "<label><input type=\"checkbox\" name=\"verdict\" value=\"{name}\" checked> {}</label>\n",
                badge(*verdict)
            )
        })
        .collect();
    let chapters: String = chapters
        .iter()
        .map(|chapter| format!("<option value=\"{chapter}\">chapter {chapter}</option>\n"))
        .collect();
    format!(
        "<form class=\"filter\" data-filter hidden>\n<fieldset>\n<legend>Usual statement</legend>\n\
         {verdicts}</fieldset>\n<label>Chapter <select name=\"chapter\">\n\
         <option value=\"\">all</option>\n{chapters}</select></label>\n\
         <p role=\"status\" aria-live=\"polite\"></p>\n</form>\n"
    )
}
