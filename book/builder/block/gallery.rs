//! Everything that the lab has measured, experiment by experiment.

use super::claim::lab_badge;
use super::exercise::command;
use crate::data::Measured;
use crate::desk::Desk;
use crate::html::escape;
use crate::problem::Place;
use crate::prose;

pub fn write(desk: &mut Desk) -> String {
    let data = desk.data;
    if data.measured.is_empty() {
        return "<p class=\"unmeasured\">The lab has not run yet.</p>".to_owned();
    }
    let ledger = desk.path_to("ledger.html");
    let mut out = String::new();
    for run in &data.measured {
        let id = escape(&run.experiment);
        let place = Place::new(&run.file, 0);
        let mut rows = String::new();
        for finding in &run.findings {
            let quantity = prose::inline(desk, &place, &finding.name);
            let predicted = prose::inline(desk, &place, &finding.predicted);
            let claim = escape(&finding.claim);
            rows.push_str(&format!(
                "<dt>{quantity} {} <a class=\"id\" href=\"{ledger}#{claim}\">{claim}</a></dt>\n\
                 <dd>predicted {predicted}, measured <b>{}</b></dd>\n",
                lab_badge(finding.verdict),
                finding.value()
            ));
        }
        out.push_str(&format!(
            "<section class=\"claim\" id=\"{id}\" aria-label=\"Experiment {id}\">\n\
             <p class=\"label\">Experiment <b class=\"id\">{id}</b> {}</p>\n{}<dl>\n{rows}</dl>\n{}\n</section>\n",
            escape(&run.title),
            picture(desk, run),
            command(&run.command)
        ));
    }
    out
}

/// The SVG beside a result's JSON. Its own colours, which follow the system, are left out: on a page the
/// colours are the page's (`.lab` in blocks.css), whatever theme a reader has chosen.
fn picture(desk: &Desk, run: &Measured) -> String {
    let file = desk.data.root.join(&run.file).with_extension("svg");
    let Ok(svg) = std::fs::read_to_string(file) else { return String::new() };
    let between = |open: &str, close: &str| {
        let rest = svg.split_once(open)?.1;
        Some(rest.split_once(close)?.0.to_owned())
    };
    let caption = between("<title>", "</title>").unwrap_or_default();
    let style = between("<style>", "</style>").unwrap_or_default();
    let bare = svg.replace(&format!("<style>{style}</style>"), "").replace("\n\n", "\n");
    format!(
        "<figure class=\"lab\">\n<div class=\"plot\" tabindex=\"0\" role=\"group\" \
         aria-label=\"Figure of {}\">\n{}\n</div>\n<figcaption>{caption}</figcaption>\n</figure>\n",
        escape(&run.experiment),
        bare.trim()
    )
}
