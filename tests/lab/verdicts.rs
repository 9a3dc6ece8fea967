//! The lab: honest networks make its verdicts stand, wrong ones make them fall; and a result depends on
//! the seed, not on threads, shards or interruptions.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use ntk_lab::{
    Experiment, Finished, Plan, Points, Size, Subject, Verdict, experiments, judge, run,
};
use ntk_network::{Design, Scaling, Trained};

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
fn every_quick_experiment_corrects_what_is_usually_written() {
    for experiment in experiments() {
        let points = run(experiment.as_ref(), &quick()).unwrap();
        let finished = judge(experiment.as_ref(), Size::Quick, 1, points).unwrap();
        assert_eq!(finished.verdict, Verdict::Corrected, "{}", finished.page());
        agrees_with_the_book(&finished);
    }
}

/// Each number lies as far from its theory as the committed one, within both errors and what the theory
/// itself leaves open (for the sizes differ, and with them what is of higher order in 1/n).
fn agrees_with_the_book(quick: &Finished) {
    let id = quick.about.id;
    let file = repository().join(format!("book/data/lab/{id}.json"));
    let book: serde_json::Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    assert_eq!(book["verdict"], "corrected");
    let command = format!("cargo run -- lab run {id} --seed 1");
    assert_eq!((&book["command"], &book["seed"]), (&command.into(), &1.into()));
    let estimates = book["estimates"].as_array().unwrap();
    assert_eq!(estimates.len(), quick.findings.estimates.len());
    for (theirs, ours) in estimates.iter().zip(&quick.findings.estimates) {
        assert_eq!(theirs["name"], ours.name.as_str());
        let number = |value: &serde_json::Value| value.as_f64().unwrap();
        let (low, high) = (number(&theirs["theory"]["low"]), number(&theirs["theory"]["high"]));
        let their_deviation = number(&theirs["value"]) - (low + high) / 2.0;
        let our_deviation = ours.measured.value - (ours.theory.low + ours.theory.high) / 2.0;
        let error = number(&theirs["standard_error"]).hypot(ours.measured.se);
        let open = (high - low) / 2.0 + (ours.theory.high - ours.theory.low) / 2.0;
        let apart = (their_deviation - our_deviation).abs();
        assert!(apart <= 4.0 * error + open, "{id}, {}: apart by {apart}", ours.name);
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
    for id in ["E06", "E07", "E08"] {
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
    for id in ["E06", "E07", "E08", "E09", "E12", "E16"] {
        assert_eq!(verdict_of(id, frozen), Verdict::Refuted, "{id}");
    }
}

/// A network that stays narrow, whatever width is asked for: nothing falls with n.
#[test]
fn a_width_that_does_not_grow_turns_the_verdicts() {
    let narrow = Subject::altered(|design| Design { width: 128, ..design });
    for id in ["E08", "E09"] {
        assert_eq!(verdict_of(id, narrow), Verdict::Refuted, "{id}");
    }
}

/// With biases a network is not homogeneous, and its kernel does not die as e^{−2(H−1)λt}.
#[test]
fn biases_turn_the_verdict_on_decay() {
    let biased = Subject::altered(|design| Design { bias: 0.3, ..design });
    assert_eq!(verdict_of("E16", biased), Verdict::Refuted);
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

#[test]
fn the_points_do_not_depend_on_the_number_of_threads() {
    for id in ["E07", "E08"] {
        let experiment = experiment(id);
        let alone = run(experiment.as_ref(), &Plan::new(Size::Quick, 3)).unwrap();
        let together = run(experiment.as_ref(), &Plan { threads: 5, ..Plan::new(Size::Quick, 3) });
        assert_eq!(alone, together.unwrap());
        let other = run(experiment.as_ref(), &Plan { threads: 2, ..Plan::new(Size::Quick, 4) });
        assert_ne!(alone, other.unwrap(), "another seed, other networks");
    }
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A folder of this test's own, empty.
fn fresh(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    folder
}

fn lab(arguments: &[&str], out: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ntk-lab"));
    command.args(arguments).arg("--out").arg(out).output().unwrap()
}

#[test]
fn shards_merge_to_the_bytes_of_the_single_run() {
    let (whole, parts) = (fresh("lab-whole"), fresh("lab-parts"));
    assert!(lab(&["run", "E08", "--quick"], &whole).status.success());
    let mut merge = vec!["merge".to_owned()];
    for part in 1..=3 {
        let shard = format!("{part}/3");
        assert!(lab(&["run", "E08", "--quick", "--shard", &shard], &parts).status.success());
        merge.push(parts.join(format!("E08.{part}-of-3.json")).display().to_string());
    }
    let merge: Vec<&str> = merge.iter().map(String::as_str).collect();
    let missing = lab(&merge[..3], &parts);
    assert_eq!(missing.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&missing.stderr).contains("are in no shard"));
    assert!(lab(&merge, &parts).status.success());
    for name in ["E08.json", "E08.svg"] {
        let bytes = |folder: &Path| fs::read(folder.join(name)).unwrap();
        assert!(bytes(&whole) == bytes(&parts), "{name}");
    }
}

#[test]
fn an_interrupted_sweep_goes_on_where_it_stopped() {
    let out = fresh("lab-interrupted");
    assert!(lab(&["run", "E07", "--quick"], &out).status.success());
    let (cells, result) = (out.join("cells").join("E07.jsonl"), out.join("E07.json"));
    let (kept, whole) = (fs::read_to_string(&cells).unwrap(), fs::read(&result).unwrap());
    // Half of the cells, the last one torn, and one of them not what it was.
    let torn = &kept[..kept.len() / 2 - 7];
    let altered = torn.replacen("\"cross\":", "\"cross\":1", 1);
    assert_ne!(torn, altered);
    fs::write(&cells, torn).unwrap();
    assert!(lab(&["run", "E07", "--quick"], &out).status.success());
    assert!(fs::read(&result).unwrap() == whole);
    fs::write(&cells, altered).unwrap();
    assert!(lab(&["run", "E07", "--quick"], &out).status.code().is_some());
    assert!(fs::read(&result).unwrap() != whole, "kept cells are taken over, not measured again");
}

#[test]
fn json_is_all_that_is_printed_and_says_what_was_found() {
    let output = lab(&["run", "e08", "--quick", "--json"], &fresh("lab-json"));
    let object: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let found = &object["experiments"][0];
    assert_eq!((&found["id"], &found["verdict"]), (&"E08".into(), &"corrected".into()));
    assert!(found["claims"].as_array().unwrap().contains(&"C38".into()));
    assert_eq!(found["command"], "cargo run -- lab run E08 --quick --seed 1");
    let slope = &found["estimates"][0];
    for key in ["value", "standard_error"] {
        assert!(slope[key].is_f64(), "{key}");
    }
    assert_eq!(found["points"].as_array().unwrap().len(), 2 * 5 * 60);
}

#[test]
fn an_experiment_that_does_not_exist_is_an_error_of_its_own_kind() {
    let output = lab(&["run", "E99"], &fresh("lab-none"));
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("there is no E99"));
}

/// `ntk lab` in another folder: arguments, exit codes and standard output are those of the lab.
#[test]
fn the_verb_hands_everything_over() {
    let elsewhere = fresh("lab-elsewhere");
    fs::create_dir_all(&elsewhere).unwrap();
    let ntk = |arguments: &[&str]| {
        let mut cargo = Command::new(env!("CARGO"));
        let manifest = repository().join("Cargo.toml");
        cargo.args(["run", "-q", "--manifest-path"]).arg(manifest).args(["-p", "ntk", "--"]);
        cargo.arg("--root").arg(repository()).arg("lab").args(arguments);
        cargo.current_dir(&elsewhere).output().unwrap()
    };
    let told = ntk(&["run", "E07", "--quick", "--json", "--out", "mine"]);
    assert_eq!(told.status.code(), Some(0), "{}", String::from_utf8_lossy(&told.stderr));
    let object: serde_json::Value = serde_json::from_slice(&told.stdout).unwrap();
    assert_eq!(object["experiments"][0]["id"], "E07");
    assert!(elsewhere.join("mine/E07.json").is_file(), "a named folder is the person's");
    assert_eq!(ntk(&["run", "E99"]).status.code(), Some(2));
    let help = ntk(&["--help"]);
    assert!(String::from_utf8_lossy(&help.stdout).contains("coverage"));
}
