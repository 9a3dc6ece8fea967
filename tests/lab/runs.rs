//! Runs: a result depends on the seed, not on threads, shards or interruptions, and the program says what
//! was found in the form that was asked for.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use ntk_lab::{Experiment, Plan, Size, experiments, run};

fn experiment(id: &str) -> Box<dyn Experiment> {
    experiments().into_iter().find(|experiment| experiment.about().id == id).unwrap()
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

fn command(arguments: &[&str], out: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ntk-lab"));
    command.args(arguments).arg("--out").arg(out);
    command
}

fn lab(arguments: &[&str], out: &Path) -> Output {
    command(arguments, out).output().unwrap()
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

/// Killed, not asked to stop; then the same command again.
#[test]
fn a_killed_run_goes_on_to_the_same_bytes() {
    let (whole, killed) = (fresh("lab-not-killed"), fresh("lab-killed"));
    let arguments = ["run", "E09", "--quick", "--threads", "2"];
    assert!(lab(&arguments, &whole).status.success());

    let cells = killed.join("cells").join("E09.jsonl");
    let kept = || fs::read_to_string(&cells).unwrap_or_default().lines().count();
    let mut running = command(&arguments, &killed).stdout(Stdio::null()).spawn().unwrap();
    let begun = Instant::now();
    while kept() < 20 && begun.elapsed() < Duration::from_secs(60) {
        sleep(Duration::from_millis(2));
    }
    running.kill().unwrap();
    running.wait().unwrap();
    assert!(kept() >= 20, "nothing was kept");
    assert!(!killed.join("E09.json").exists(), "it had ended before it was killed");

    assert!(lab(&arguments, &killed).status.success());
    for name in ["E09.json", "E09.svg"] {
        let bytes = |folder: &Path| fs::read(folder.join(name)).unwrap();
        assert!(bytes(&whole) == bytes(&killed), "{name}");
    }
}

#[test]
fn many_seeds_are_counted_one_by_one() {
    let output = lab(&["run", "E07", "--quick", "--seeds", "3", "--json"], &fresh("lab-seeds"));
    let object: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let counted = &object["experiments"][0];
    assert_eq!((&counted["id"], &counted["failed"]), (&"E07".into(), &0.into()));
    let runs = counted["runs"].as_array().unwrap();
    assert!(runs.iter().map(|run| run["seed"].as_u64()).eq([1, 2, 3].map(Some)));
}

#[test]
fn seeds_beyond_the_last_one_are_an_error() {
    let last = u64::MAX.to_string();
    let output =
        lab(&["run", "E07", "--quick", "--seed", &last, "--seeds", "2"], &fresh("lab-last"));
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("2 base seeds from 18446744073709551615 on go beyond"), "{told}");
    assert!(told.contains("begin lower: --seed 18446744073709551614"), "{told}");
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
