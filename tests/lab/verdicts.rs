//! Verdicts: honest networks make them stand, wrong ones make them fall, and the book shows what this
//! program finds.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use ntk_lab::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Finished, LabError, Plan, Points,
    Size, Subject, Trial, Values, Verdict, coverage, experiments, judge, run,
};
use ntk_network::{Activation, Design, Scaling, Trained};
use serde_json::Value;

fn experiment(id: &str) -> Box<dyn Experiment> {
    experiments().into_iter().find(|experiment| experiment.about().id == id).unwrap()
}

fn quick() -> Plan {
    Plan { threads: 2, ..Plan::new(Size::Quick, 1) }
}

fn verdict_of(id: &str, subject: Subject) -> Verdict {
    let experiment = experiment(id);
    let points = run(experiment.as_ref(), &Plan { subject, ..quick() }).unwrap();
    judge(experiment.as_ref(), Size::Quick, 1, points).unwrap().verdict
}

#[test]
fn every_quick_experiment_stands_and_agrees_with_the_book() {
    for experiment in experiments() {
        let points = run(experiment.as_ref(), &quick()).unwrap();
        let finished = judge(experiment.as_ref(), Size::Quick, 1, points).unwrap();
        assert!(finished.verdict.stands(), "{}", finished.page());
        agrees_with_the_book(&finished);
        for estimate in &finished.findings.estimates {
            assert!(finished.about.claims.contains(&estimate.claim), "{}", estimate.name);
        }
    }
}

/// What is committed of an experiment.
fn book(id: &str) -> Value {
    committed(id).unwrap_or_else(|told| panic!("{told}"))
}

/// The same, or which file is missing or broken, and the command that writes it.
fn committed(id: &str) -> Result<Value, String> {
    let file = format!("book/data/lab/{id}.json");
    let remedy = format!("cargo run -- lab run {id} --out book/data/lab");
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(&file));
    let text = text.map_err(|error| format!("{file}: {error}: {remedy}"))?;
    serde_json::from_str(&text).map_err(|error| format!("{file}: {error}: {remedy}"))
}

#[test]
fn an_experiment_that_was_never_run_is_named_with_file_and_command() {
    let told = committed("E99").unwrap_err();
    assert!(told.starts_with("book/data/lab/E99.json: "), "{told}");
    assert!(told.ends_with(": cargo run -- lab run E99 --out book/data/lab"), "{told}");
}

/// Results, kept cells and seeds go by it; a command takes it in either case.
#[test]
fn no_two_experiments_have_the_same_id() {
    let mut seen = BTreeSet::new();
    for experiment in experiments() {
        let id = experiment.about().id;
        assert!(seen.insert(id.to_ascii_lowercase()), "{id} is there twice");
    }
}

/// An experiment of one made-up number, to be broken.
struct MadeUp {
    widths: &'static [usize],
    common: f64,
}

impl Experiment for MadeUp {
    fn about(&self) -> About {
        About { id: "E00", title: "", claims: &["C00"], setup: "", seconds: 0.0 }
    }

    fn cells(&self, _: Size) -> Vec<Cell> {
        Cell::sweep("any", self.widths, 4)
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        Ok(Values::default().with("number", 1.0 + 1e-3 * trial.cell.index as f64))
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let estimate = Estimate {
            name: "number".into(),
            claim: "C00",
            measured: points.mean("any", 64, "number"),
            theory: Band::around(1.0, 0.01, "1"),
            why: "",
            common: Some(Band::around(self.common, 0.0, "x")),
            resolution: 0.1,
        };
        let figure = Figure {
            caption: String::new(),
            x_label: String::new(),
            y_label: String::new(),
            log_x: false,
            log_y: false,
            series: Vec::new(),
        };
        Ok(Findings { estimates: vec![estimate], tables: Vec::new(), figure })
    }
}

#[test]
fn a_sweep_that_lists_a_network_twice_is_refused() {
    let twice = MadeUp { widths: &[64, 128, 64], common: 2.0 };
    let refused = run(&twice, &quick()).unwrap_err();
    assert!(matches!(refused, LabError::Twice { .. }), "{refused}");
    assert!(refused.to_string().contains("any, width 64, network 0 twice"), "{refused}");
    for experiment in experiments() {
        for size in [Size::Quick, Size::Default, Size::Full] {
            let cells = experiment.cells(size);
            let different: BTreeSet<&Cell> = cells.iter().collect();
            assert_eq!(different.len(), cells.len(), "{} {}", experiment.about().id, size.name());
        }
    }
}

#[test]
fn a_common_version_that_is_theory_itself_is_what_decides_nothing() {
    let page = |common| {
        let experiment = MadeUp { widths: &[64], common };
        let points = run(&experiment, &quick()).unwrap();
        judge(&experiment, Size::Quick, 1, points).unwrap().page()
    };
    assert!(page(2.0).contains("corrected"), "{}", page(2.0));
    let told = page(1.0);
    assert!(told.contains("number: what is usually written overlaps with what theory"), "{told}");
    assert!(!told.contains("too few"), "{told}");
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

/// Each number lies as far from its theory as the committed one, within both errors and what the theory
/// itself leaves open (for the sizes differ, and with them what is of higher order in 1/n).
fn agrees_with_the_book(quick: &Finished) {
    let id = quick.about.id;
    let book = book(id);
    assert_eq!(book["verdict"], quick.verdict.name());
    let command = format!("cargo run -- lab run {id} --seed 1");
    assert_eq!((&book["command"], &book["seed"]), (&command.into(), &1.into()));
    let estimates = book["estimates"].as_array().unwrap();
    assert_eq!(estimates.len(), quick.findings.estimates.len());
    for (theirs, ours) in estimates.iter().zip(&quick.findings.estimates) {
        assert_eq!(theirs["name"], ours.name.as_str());
        let (low, high) = (number(&theirs["theory"]["low"]), number(&theirs["theory"]["high"]));
        let their_deviation = number(&theirs["value"]) - (low + high) / 2.0;
        let our_deviation = ours.measured.value - (ours.theory.low + ours.theory.high) / 2.0;
        let error = number(&theirs["standard_error"]).hypot(ours.measured.se);
        let open = (high - low) / 2.0 + (ours.theory.high - ours.theory.low) / 2.0;
        let apart = (their_deviation - our_deviation).abs();
        assert!(apart <= 4.0 * error + open, "{id}, {}: apart by {apart}", ours.name);
    }
}

fn committed_points(book: &Value) -> Points {
    let cell = |point: &Value| {
        let count = |key: &str| point[key].as_u64().unwrap();
        let cell = Cell {
            variant: point["variant"].as_str().unwrap().to_owned(),
            width: usize::try_from(count("width")).unwrap(),
            index: count("index"),
        };
        let values = point["values"].as_object().unwrap().iter();
        (cell, Values(values.map(|(name, value)| (name.clone(), number(value))).collect()))
    };
    Points(book["points"].as_array().unwrap().iter().map(cell).collect())
}

/// The book's points, judged again, give the book's numbers and picture; and its networks, the cheapest
/// of each variant drawn and trained again, give the book's points.
#[test]
fn the_committed_results_are_those_of_this_program() {
    for experiment in experiments() {
        let id = experiment.about().id;
        let (book, remedy) = (book(id), format!("cargo run -- lab run {id} --out book/data/lab"));
        let points = committed_points(&book);
        let cells = experiment.cells(Size::Default);
        assert!(points.0.iter().map(|(cell, _)| cell).eq(&cells), "{id}: {remedy}");

        let again = judge(experiment.as_ref(), Size::Default, 1, points.clone()).unwrap().json();
        let (ours, theirs) = (without_points(&again), without_points(&book));
        let keys = ours.as_object().unwrap().keys();
        let stale: Vec<&String> = keys.filter(|key| ours[*key] != theirs[*key]).collect();
        assert!(stale.is_empty(), "{id}: other {stale:?}: {remedy}");

        let variants: BTreeSet<&String> = cells.iter().map(|cell| &cell.variant).collect();
        for variant in variants {
            let ours = (0..cells.len()).filter(|&k| cells[k].variant == *variant);
            let cost = |k: &usize| experiment.cost(&cells[*k]);
            let cheapest = ours.min_by(|a, b| cost(a).total_cmp(&cost(b))).unwrap();
            let shard = Some((cheapest + 1, cells.len()));
            let measured = run(experiment.as_ref(), &Plan { shard, ..Plan::new(Size::Default, 1) });
            let (cell, values) = &measured.unwrap().0[0];
            let committed = &points.0[cheapest].1;
            for (name, value) in &values.0 {
                let theirs = committed.0[name];
                let off = (value - theirs).abs();
                let allowed = 1e-7 * theirs.abs() + 1e-12;
                assert!(off <= allowed, "{cell:?}, {name}: {value}, not {theirs}: {remedy}");
            }
        }
    }
}

/// Numbers to nine digits: another processor may round the last ones otherwise.
fn without_points(book: &Value) -> Value {
    fn rounded(value: &Value) -> Value {
        match value {
            Value::Number(number) if number.is_f64() => {
                format!("{:.8e}", number.as_f64().unwrap_or(f64::NAN)).into()
            }
            Value::Array(list) => list.iter().map(rounded).collect(),
            Value::Object(map) => map.iter().map(|(k, v)| (k.clone(), rounded(v))).collect(),
            other => other.clone(),
        }
    }
    let mut book = rounded(book);
    book.as_object_mut().unwrap().remove("points");
    book
}

/// The ledger names an experiment for each claim that is no mere words, and that experiment decides it; no
/// experiment decides a claim of which the ledger knows nothing.
#[test]
fn ledger_and_lab_name_each_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let lab: Vec<_> = experiments().iter().map(|experiment| experiment.about()).collect();
    let rows = coverage(&root, &lab).unwrap();
    let waiting = rows.iter().filter(|row| row.waits());
    let waiting: Vec<String> =
        waiting.map(|row| format!("{}: {}", row.claim, row.told())).collect();
    assert!(waiting.is_empty(), "claims wait for experiments that do not exist: {waiting:?}");
    let decided = rows.iter().filter(|row| !row.experiments.is_empty()).count();
    assert!(rows.len() > 100 && decided > 60);
}

/// A claim that an experiment lists is the claim of one of its numbers, and every number's claim is listed.
#[test]
fn each_claim_of_an_experiment_is_decided_by_a_number() {
    for experiment in experiments() {
        let about = experiment.about();
        let book = book(about.id);
        let estimates = book["estimates"].as_array().unwrap().iter();
        let decided: BTreeSet<&str> = estimates.map(|e| e["claim"].as_str().unwrap()).collect();
        assert_eq!(decided, about.claims.iter().copied().collect(), "{}", about.id);
    }
}

/// Standard scaling: the kernel of all layers but the first is n times too large.
#[test]
fn standard_scaling_turns_the_verdicts() {
    let standard = Subject::altered(|design| Design { scaling: Scaling::Standard, ..design });
    for id in ["E06", "E07", "E08"] {
        assert_eq!(verdict_of(id, standard), Verdict::Refuted, "{id}");
    }
}

/// A factor that is five per cent too large.
#[test]
fn a_wrong_factor_turns_the_verdicts() {
    let loud = Subject::altered(|design| Design { gain: 1.05 * design.gain, ..design });
    for id in ["E06", "E07", "E08", "E19"] {
        assert_eq!(verdict_of(id, loud), Verdict::Refuted, "{id}");
    }
}

/// The input layer does not train: exactly what the sum from ℓ = 1 says.
#[test]
fn a_frozen_layer_turns_the_verdicts() {
    let frozen = Subject::altered(|design| Design {
        trained: Trained::Only((1..=design.depth).collect()),
        ..design
    });
    for id in ["E06", "E07", "E08", "E09", "E12", "E16", "X5"] {
        assert_eq!(verdict_of(id, frozen), Verdict::Refuted, "{id}");
    }
}

/// NTK scaling, where mean-field scaling is asked for: features hardly move.
#[test]
fn another_scaling_turns_the_verdicts_on_features() {
    let lazy = Subject::altered(|design| Design { scaling: Scaling::Ntk, ..design });
    for id in ["E20", "E21"] {
        assert_eq!(verdict_of(id, lazy), Verdict::Refuted, "{id}");
    }
}

/// A network that stays narrow, whatever width is asked for: nothing falls with n.
#[test]
fn a_width_that_does_not_grow_turns_the_verdicts() {
    let narrow = Subject::altered(|design| Design { width: 128, ..design });
    for id in ["E08", "E09", "E20", "X4"] {
        assert_eq!(verdict_of(id, narrow), Verdict::Refuted, "{id}");
    }
}

/// With biases a network is not homogeneous, and its kernel does not die as e^{−2(H−1)λt}.
#[test]
fn biases_turn_the_verdict_on_decay() {
    let biased = Subject::altered(|design| Design { bias: 0.3, ..design });
    assert_eq!(verdict_of("E16", biased), Verdict::Refuted);
}

/// With biases a two-layer ReLU network sees all of ±xᵢ, and all harmonics.
#[test]
fn biases_turn_the_verdicts_on_what_is_never_seen() {
    let biased = Subject::altered(|design| Design { bias: 1.0, ..design });
    for id in ["E04", "E05", "E10"] {
        assert_eq!(verdict_of(id, biased), Verdict::Refuted, "{id}");
    }
}

/// An activation whose derivative is five per cent too large: the gradient is not that of the outputs.
#[test]
fn a_wrong_derivative_turns_the_verdict_on_small_steps() {
    let wrong = Subject::altered(|design| {
        let (value, derivative) = (f64::tanh, |z: f64| 1.05 / z.cosh().powi(2));
        Design { activation: Activation::Other { value, derivative }, ..design }
    });
    assert_eq!(verdict_of("E01", wrong), Verdict::Refuted);
}

/// In standard scaling parameters go n^−1/2 of the way, and gradients grow.
#[test]
fn standard_scaling_turns_the_verdict_on_movement() {
    let standard = Subject::altered(|design| {
        let quiet = 1.0 / (design.width as f64).sqrt();
        Design { scaling: Scaling::Standard, output_scale: quiet, ..design }
    });
    assert_eq!(verdict_of("E11", standard), Verdict::Refuted);
}

/// A linear network, and a gain that is five per cent too large.
#[test]
fn another_kernel_turns_the_verdicts_on_closed_forms() {
    let linear = Subject::altered(|design| Design { activation: Activation::Linear, ..design });
    let loud = Subject::altered(|design| Design { gain: 1.05 * design.gain, ..design });
    for (id, subject) in [("E04", linear), ("E04", loud), ("E10", loud)] {
        assert_eq!(verdict_of(id, subject), Verdict::Refuted, "{id}");
    }
}

#[test]
fn too_few_networks_decide_nothing() {
    let experiment = experiment("E08");
    let all = run(experiment.as_ref(), &quick()).unwrap();
    let few = Points(all.0.into_iter().filter(|(cell, _)| cell.index < 3).collect());
    let finished = judge(experiment.as_ref(), Size::Quick, 1, few).unwrap();
    assert!(matches!(finished.verdict, Verdict::Inconclusive { .. }), "{}", finished.page());
    assert!(finished.page().contains("times the networks would decide"));
}
