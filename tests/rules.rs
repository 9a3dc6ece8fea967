//! Rules of the repository, each a test with the rule as its name.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::repository;

/// `cargo run -- check ex03` and `cargo test` share every compiled dependency: the second command
/// of the README compiles the first one's crates no second time.
#[test]
fn no_third_party_crate_is_compiled_twice() {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = |arguments: &[&str]| -> Vec<serde_json::Value> {
        let output = Command::new(&cargo)
            .args(arguments)
            .args(["--message-format=json", "--offline"])
            .current_dir(repository())
            .output()
            .expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout)
            .lines()
            .filter_map(|line| serde_json::from_str(line).ok())
            .filter(|message: &serde_json::Value| message["reason"] == "compiler-artifact")
            .collect()
    };
    let commands: [&[&str]; 4] = [
        &["build"],
        // As a check builds an exercise; the pristine text, whatever the learner has written.
        &["build", "-p", "ntk", "-p", "ex06-relu-kernel-solution", "--bin", "ex06-starter"],
        &["test", "--no-run"],
        // As `ntk lab` starts it.
        &["build", "--package", "ntk-lab"],
    ];
    let mut files: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for arguments in commands {
        for message in built(arguments) {
            let package = message["package_id"].as_str().unwrap_or_default();
            let kinds = message["target"]["kind"].to_string();
            // Build scripts and macros run here; only what is linked counts.
            if package.starts_with("registry+") && !kinds.contains("custom-build") {
                let made = files.entry(package.to_owned()).or_default();
                let names = message["filenames"].as_array().into_iter().flatten();
                made.extend(
                    names
                        .filter_map(|n| n.as_str())
                        .filter(|n| {
                            n.ends_with(".rlib")
                                || n.ends_with(".so")
                                || n.ends_with(".dylib")
                                || n.ends_with(".dll")
                        })
                        .map(str::to_owned),
                );
            }
        }
    }
    let twice: Vec<_> = files.iter().filter(|(_, made)| made.len() > 1).collect();
    assert!(files.len() > 40, "only {} crates were seen", files.len());
    assert!(twice.is_empty(), "{twice:#?}");
}

/// The learner's first build stays small: none of these is in it.
#[test]
fn the_first_build_holds_nothing_heavy() {
    let lock = fs::read_to_string(repository().join("Cargo.lock")).expect("the lock file");
    assert!(lock.contains("name = \"nalgebra\""));
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["tree", "-p", "ntk", "-e", "normal,build", "--prefix", "none", "--offline"])
        .current_dir(repository())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8_lossy(&output.stdout).into_owned();
    for heavy in [
        "mdbook",
        "faer",
        "gemm",
        "tokio",
        "rustls",
        "openssl",
        "native-tls",
        "reqwest",
        "plotters",
    ] {
        let found = tree.lines().any(|line| line.starts_with(heavy));
        assert!(!found, "{heavy} is in the first build");
    }
    let crates: BTreeSet<&str> = tree.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    assert!((40..=110).contains(&crates.len()), "{} crates", crates.len());
}

/// The numerics know no exercise; the checker knows no kernel; the checker links no exercise.
#[test]
fn mathematics_and_grading_do_not_know_each_other() {
    let words_of = |folder: &str, words: &[&str]| {
        for (path, text) in sources(folder) {
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            for line in code {
                for word in words {
                    assert!(!line.contains(word), "{} speaks of `{word}`: {line}", path.display());
                }
            }
        }
    };
    words_of(
        "src/checker",
        &["ntk::kernel", "ntk::dynamics", "ntk_network", "nngp", "kdot", "ReLU"],
    );
    for folder in ["src/kernel", "src/dynamics", "src/network"] {
        words_of(folder, &["ntk_checker", "ntk_cli", "ntk_harness", "exercise"]);
    }
    // A network that is to confirm a formula of the infinite one does not know it.
    words_of("src/network", &["ntk::kernel", "ntk::dynamics"]);
    let manifest = fs::read_to_string(repository().join("Cargo.toml")).expect("the manifest");
    assert!(!manifest.lines().any(|line| line.starts_with("ex0") || line.starts_with("ex1")));
}

/// Nothing that a user or a file can influence ends in a panic.
#[test]
fn no_unwrap_outside_of_tests() {
    for folder in ["src", "exercises/harness/src", "solutions"] {
        for (path, text) in sources(folder) {
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            for (number, line) in code.lines().enumerate() {
                let comment = line.trim_start().starts_with("//");
                // A mistake may be the very one of unwrapping a singular matrix's inverse.
                let mistake = path.components().any(|part| part.as_os_str() == "mistakes");
                assert!(
                    comment || mistake || !line.contains(".unwrap()"),
                    "{}:{}: {line}",
                    path.display(),
                    number + 1
                );
            }
        }
    }
}

#[test]
fn each_dependency_has_its_reason_beside_it() {
    for folder in [
        ".",
        "src/checker",
        "src/cli",
        "src/network",
        "src/lab",
        "exercises/harness",
        "book",
        "book/figure",
    ] {
        let path = repository().join(folder).join("Cargo.toml");
        let manifest = fs::read_to_string(&path).expect("a manifest");
        let (mut previous, mut inside, mut seen) = ("", false, 0);
        for line in manifest.lines() {
            if line.starts_with('[') {
                inside = line.contains("dependencies");
            } else if inside && line.contains('=') && !line.starts_with('#') {
                // What packages share has its reason where it is named for all of them.
                let shared = line.contains(".workspace = true");
                let reason = line.contains(" # ") || previous.starts_with('#');
                assert!(shared || reason, "{}: no reason beside: {line}", path.display());
                seen += 1;
            }
            previous = line;
        }
        assert!(seen > 2, "{}: {seen} dependencies", path.display());
    }
}

#[test]
fn no_line_of_source_is_a_machines_path() {
    for folder in ["src", "exercises/harness", "solutions", "tests"] {
        for (path, text) in sources(folder) {
            for place in ["/home/", "/root/", "/Users/"] {
                let itself = path.ends_with("rules.rs");
                assert!(itself || !text.contains(place), "{} names {place}", path.display());
            }
        }
    }
}

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    collect(&repository().join(folder), &mut found);
    found
}

fn collect(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push((path.clone(), fs::read_to_string(&path).unwrap_or_default()));
        }
    }
}
