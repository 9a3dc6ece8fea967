//! What the lab measured about a claim: the numbers that say most, and the others folded.

use super::claim::lab_badge;
use crate::data::{Claim, Finding, Lab, Measured};
use crate::desk::Desk;
use crate::html::escape;
use crate::problem::Place;
use crate::prose;

/// A box shows as many numbers of an experiment, or one where more than two experiments have a say; what
/// disagrees with theory is never folded.
const SHOWN: usize = 2;

/// A row for each experiment that measured the claim, or one that says why there is none.
pub fn write(desk: &mut Desk, claim: &Claim) -> String {
    let data = desk.data;
    let runs: Vec<(&Measured, Vec<&Finding>)> = data
        .measured
        .iter()
        .map(|run| (run, run.findings.iter().filter(|f| f.claim == claim.id).collect()))
        .filter(|(_, findings): &(_, Vec<_>)| !findings.is_empty())
        .collect();
    if runs.is_empty() {
        let why = match claim.unmeasured.as_str() {
            "" => format!("Not yet measured; it will be experiment {}.", escape(&claim.experiment)),
            why => prose::inline(desk, &claim.place(), why),
        };
        return format!("<dt>Lab</dt>\n<dd class=\"unmeasured\">{why}</dd>\n");
    }
    let (place, most) = (claim.place(), if runs.len() > 2 { 1 } else { SHOWN });
    runs.into_iter().map(|(run, findings)| one_run(desk, &place, run, &findings, most)).collect()
}

fn one_run(
    desk: &mut Desk,
    place: &Place,
    run: &Measured,
    findings: &[&Finding],
    most: usize,
) -> String {
    let id = escape(&run.experiment);
    let gallery = desk.path_to("lab.html");
    let (shown, folded) = parted(findings, most);
    let mut dd = list(desk, place, &shown);
    if !folded.is_empty() {
        let number = match folded.len() {
            1 => "One more number".to_owned(),
            more => format!("{more} more numbers"),
        };
        dd.push_str(&format!(
            "<details class=\"more\"><summary>{number} of {id}</summary>\n{}</details>\n",
            list(desk, place, &folded)
        ));
    }
    format!(
        "<dt>Lab, <a href=\"{gallery}#{id}\" aria-label=\"{id} in the gallery\">{id}</a></dt>\n\
         <dd class=\"numbers\">{dd}<code>{}</code></dd>\n",
        escape(&run.command)
    )
}

/// Which numbers to show and which to fold, both in the experiment's order. What theory does not explain
/// comes first, then what decides against the usual statement, then what agrees with it.
fn parted<'f>(findings: &[&'f Finding], most: usize) -> (Vec<&'f Finding>, Vec<&'f Finding>) {
    let rank = |finding: &Finding| match finding.verdict {
        Lab::Refuted | Lab::Inconclusive => 0,
        Lab::Corrected => 1,
        Lab::Confirmed => 2,
    };
    let mut order: Vec<usize> = (0..findings.len()).collect();
    order.sort_by_key(|&at| rank(findings[at]));
    let open = findings.iter().filter(|finding| rank(finding) == 0).count();
    // A fold that hides a single number costs a line and saves none.
    let shown = if findings.len() <= most + 1 { findings.len() } else { open.max(most) };
    let (mut first, mut rest) = (order[..shown].to_vec(), order[shown..].to_vec());
    first.sort_unstable();
    rest.sort_unstable();
    let pick = |places: Vec<usize>| places.into_iter().map(|at| findings[at]).collect();
    (pick(first), pick(rest))
}

fn list(desk: &mut Desk, place: &Place, findings: &[&Finding]) -> String {
    let items: String = findings
        .iter()
        .map(|finding| {
            let quantity = prose::inline(desk, place, &finding.name);
            let predicted = prose::inline(desk, place, &finding.predicted);
            format!(
                "<li>{quantity}: predicted {predicted}, measured <b>{}</b> {}</li>\n",
                finding.value(),
                lab_badge(finding.verdict)
            )
        })
        .collect();
    format!("<ul>\n{items}</ul>\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(name: &str, verdict: Lab) -> Finding {
        let (claim, name) = ("C01".to_owned(), name.to_owned());
        Finding { claim, name, predicted: String::new(), measured: 1.0, error: None, verdict }
    }

    fn names(findings: &[Finding]) -> (Vec<&str>, Vec<&str>) {
        let all: Vec<&Finding> = findings.iter().collect();
        let (shown, folded) = parted(&all, SHOWN);
        let names = |part: Vec<&'_ Finding>| {
            part.iter()
                .filter_map(|f| findings.iter().find(|g| g.name == f.name))
                .map(|f| f.name.as_str())
                .collect()
        };
        (names(shown), names(folded))
    }

    #[test]
    fn what_decides_is_shown_in_the_order_of_the_run() {
        use Lab::{Confirmed, Corrected};
        let run = [
            finding("a", Confirmed),
            finding("b", Corrected),
            finding("c", Confirmed),
            finding("d", Corrected),
        ];
        assert_eq!(names(&run), (vec!["b", "d"], vec!["a", "c"]));
        assert_eq!(names(&run[..3]), (vec!["a", "b", "c"], vec![]));
    }

    #[test]
    fn what_theory_does_not_explain_is_never_folded() {
        use Lab::{Confirmed, Corrected, Inconclusive, Refuted};
        let run = [
            finding("a", Confirmed),
            finding("b", Corrected),
            finding("c", Refuted),
            finding("d", Inconclusive),
            finding("e", Refuted),
        ];
        assert_eq!(names(&run), (vec!["c", "d", "e"], vec!["a", "b"]));
    }
}
