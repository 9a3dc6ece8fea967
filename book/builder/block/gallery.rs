//! Everything that the lab has measured, experiment by experiment.

use super::claim::lab_badge;
use super::exercise::command;
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
            let quantity = prose::inline(desk, &place, &finding.quantity);
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
             <p class=\"label\">Experiment <b class=\"id\">{id}</b></p>\n<dl>\n{rows}</dl>\n{}\n</section>\n",
            command(&run.command)
        ));
    }
    out
}
