//! `ntk lab`: list, run, merge, coverage.

use std::ffi::OsString;
use std::fs;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::arguments::definition;
use super::repeat::repeat;
use super::{
    About, Covered, Experiment, Finished, LabError, Plan, Size, Subject, coverage, document,
    experiments, judge, output, run,
};

/// Runs `lab` with the arguments that follow the word.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let named = std::iter::once(OsString::from("ntk lab")).chain(arguments);
    let matches = definition().get_matches_from(named);
    match obey(&matches) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "error: {error}");
            ExitCode::from(2)
        }
    }
}

fn obey(matches: &ArgMatches) -> Result<bool, LabError> {
    match matches.subcommand() {
        Some(("list", arguments)) => list(arguments.get_flag("json")),
        Some(("coverage", arguments)) => show_coverage(arguments.get_flag("json")),
        Some(("merge", arguments)) => merge(arguments),
        Some((_, arguments)) => run_all(arguments),
        None => Ok(true),
    }
}

fn say(text: &str) {
    // A reader that has gone wants no more lines.
    let _ = writeln!(std::io::stdout(), "{text}");
}

fn list(as_json: bool) -> Result<bool, LabError> {
    let abouts: Vec<About> = experiments().iter().map(|experiment| experiment.about()).collect();
    if as_json {
        let rows: Vec<Value> = abouts
            .iter()
            .map(|a| json!({ "id": a.id, "title": a.title, "claims": a.claims, "seconds": a.seconds }))
            .collect();
        say(&format!("{:#}", json!({ "version": output::VERSION, "experiments": rows })));
        return Ok(true);
    }
    for About { id, title, claims, seconds, .. } in abouts {
        say(&format!("{id:<4} {seconds:>4.0} s  {title}  {}", claims.join(" ")));
    }
    Ok(true)
}

/// A line for each claim, and a sum; what waits for its experiment is no error.
fn show_coverage(as_json: bool) -> Result<bool, LabError> {
    let lab: Vec<About> = experiments().iter().map(|experiment| experiment.about()).collect();
    let rows = coverage(&course(), &lab)?;
    if as_json {
        let rows: Vec<Value> = rows
            .iter()
            .map(|row| {
                json!({
                    "claim": row.claim,
                    "experiments": row.experiments,
                    "named": row.named,
                    "unmeasured": row.unmeasured,
                })
            })
            .collect();
        say(&format!("{:#}", json!({ "version": output::VERSION, "coverage": rows })));
        return Ok(true);
    }
    for row in &rows {
        say(&format!("{:<5} {}", row.claim, row.told()));
    }
    let count = |what: fn(&&Covered) -> bool| rows.iter().filter(what).count();
    let decided = count(|row| !row.experiments.is_empty());
    let (words, waiting) = (count(|row| row.unmeasured.is_some()), count(|row| row.waits()));
    say(&format!("{decided} claims decided, {words} words only, {waiting} waiting"));
    Ok(true)
}

fn run_all(arguments: &ArgMatches) -> Result<bool, LabError> {
    let chosen = chosen(arguments)?;
    let size = match (arguments.get_flag("quick"), arguments.get_flag("full")) {
        (true, _) => Size::Quick,
        (_, true) => Size::Full,
        _ => Size::Default,
    };
    let given = |name: &str| arguments.get_one::<u64>(name).copied().unwrap_or(0);
    let (out, as_json) = (folder(arguments), arguments.get_flag("json"));
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let plan = Plan {
        size,
        seed: given("seed"),
        threads: match given("threads") {
            0 => processors,
            threads => usize::try_from(threads).unwrap_or(processors),
        },
        subject: Subject::honest(),
        shard: arguments.get_one::<(usize, usize)>("shard").copied(),
        keep: Some(out.join("cells")),
    };
    match given("seeds") {
        seeds @ 2.. => count(&chosen, &plan, seeds, as_json),
        _ => measure(&chosen, &plan, &out, as_json),
    }
}

/// How many base seeds' verdicts stand.
fn count(
    chosen: &[Box<dyn Experiment>],
    plan: &Plan,
    seeds: u64,
    as_json: bool,
) -> Result<bool, LabError> {
    let (mut all_hold, mut rows) = (true, Vec::new());
    for experiment in chosen {
        let repeated = repeat(experiment.as_ref(), plan, seeds)?;
        all_hold &= repeated.holds();
        if as_json {
            rows.push(repeated.json());
        } else {
            say(&repeated.told());
        }
    }
    if as_json {
        say(&format!("{:#}", json!({ "version": output::VERSION, "experiments": rows })));
    }
    Ok(all_hold)
}

fn measure(
    chosen: &[Box<dyn Experiment>],
    plan: &Plan,
    out: &Path,
    as_json: bool,
) -> Result<bool, LabError> {
    let (size, seed) = (plan.size, plan.seed);
    let mut finished = Vec::new();
    for experiment in chosen {
        let begun = Instant::now();
        let points = run(experiment.as_ref(), plan)?;
        if let Some(part) = plan.shard {
            let id = experiment.about().id;
            let shard = output::shard(id, size, seed, part, &points);
            let path = out.join(format!("{id}.{}-of-{}.json", part.0, part.1));
            write(&path, &output::by_line(shard))?;
            say(&format!(
                "{}  {} cells  {:.1} s",
                path.display(),
                points.0.len(),
                begun.elapsed().as_secs_f64()
            ));
            continue;
        }
        let result = judge(experiment.as_ref(), size, seed, points)?;
        save(&result, out)?;
        if !as_json {
            say(&format!("{}   {:.1} s\n", told(&result, out), begun.elapsed().as_secs_f64()));
        }
        finished.push(result);
    }
    conclude(&finished, as_json)
}

/// The experiments that are named, in the lab's order.
fn chosen(arguments: &ArgMatches) -> Result<Vec<Box<dyn Experiment>>, LabError> {
    let ids: Vec<&String> = arguments.get_many("id").into_iter().flatten().collect();
    let all = experiments();
    let known: Vec<&str> = all.iter().map(|experiment| experiment.about().id).collect();
    if let Some(id) = ids.iter().find(|id| !known.iter().any(|k| k.eq_ignore_ascii_case(id))) {
        return Err(LabError::Told(format!("there is no {id}; there are {}", known.join(", "))));
    }
    if ids.is_empty() && !arguments.get_flag("all") {
        return Err(LabError::Told(format!("which? --all, or some of {}", known.join(", "))));
    }
    let named = |id: &str| ids.is_empty() || ids.iter().any(|i| i.eq_ignore_ascii_case(id));
    Ok(all.into_iter().filter(|experiment| named(experiment.about().id)).collect())
}

fn merge(arguments: &ArgMatches) -> Result<bool, LabError> {
    let files: Vec<PathBuf> = arguments.get_many("file").into_iter().flatten().cloned().collect();
    let (out, as_json) = (folder(arguments), arguments.get_flag("json"));
    let mut finished = Vec::new();
    for (id, size, seed, points) in super::merge::join(&files)? {
        let all = experiments();
        let experiment = all.iter().find(|experiment| experiment.about().id == id);
        let experiment =
            experiment.ok_or_else(|| LabError::Told(format!("there is no experiment {id}")))?;
        let points = super::merge::complete(experiment.as_ref(), size, points)?;
        let result = judge(experiment.as_ref(), size, seed, points)?;
        save(&result, &out)?;
        if !as_json {
            say(&told(&result, &out));
        }
        finished.push(result);
    }
    conclude(&finished, as_json)
}

fn conclude(finished: &[Finished], as_json: bool) -> Result<bool, LabError> {
    if as_json {
        say(&format!("{:#}", document(finished)));
    }
    Ok(finished.iter().all(|result| result.verdict.stands()))
}

fn told(result: &Finished, out: &Path) -> String {
    let id = result.about.id;
    let saved = format!("  saved    {}.json, .svg", out.join(id).display());
    // A picture is for a person; a pipe gets the numbers.
    let terminal = std::io::stdout().is_terminal();
    let picture = if terminal { result.findings.figure.text() + "\n" } else { String::new() };
    format!("{}\n{picture}{saved}", result.page())
}

fn save(result: &Finished, out: &Path) -> Result<(), LabError> {
    let id = result.about.id;
    write(&out.join(format!("{id}.json")), &result.text())?;
    write(&out.join(format!("{id}.svg")), &result.findings.figure.svg())
}

/// The course's root.
fn course() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// What the person named, from where they are; or else the course's own.
fn folder(arguments: &ArgMatches) -> PathBuf {
    arguments.get_one::<PathBuf>("out").cloned().unwrap_or_else(|| {
        let target = std::env::var_os("CARGO_TARGET_DIR");
        let folder = target.map_or(course().join("target"), PathBuf::from).join("lab");
        // As short as it can be said from here.
        let short = std::env::current_dir()
            .ok()
            .and_then(|cwd| folder.strip_prefix(cwd).map(Path::to_owned).ok());
        short.unwrap_or(folder)
    })
}

/// A file in one step: what stood there before stays until the new one is whole.
fn write(path: &Path, text: &str) -> Result<(), LabError> {
    let failed = |error| LabError::File { path: path.display().to_string(), error };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    ntk::dataset::replace(path, text.as_bytes()).map_err(failed)
}
