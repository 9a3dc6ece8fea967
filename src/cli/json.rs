//! The `--json` forms: version 1, described in ARCHITECTURE.md and held by snapshots.

use ntk_harness::Value;
use serde_json::{Value as Json, json};

use ntk_checker::Error;
use ntk_checker::compare::Difference;
use ntk_checker::process::End;
use ntk_checker::report::{Diagnosis, Failure, FunctionReport, Report, What};

/// The version of both objects; it grows when a key changes its meaning or goes.
pub const VERSION: u32 = 1;

/// One exercise of `check --json`.
pub fn report(report: &Report) -> Json {
    let (got, of) = report.points();
    json!({
        "id": report.folder.id,
        "name": report.folder.name,
        "verdict": report.verdict().tag(),
        "points": {"got": got, "of": of},
        "messages": report.compile_messages,
        "functions": report.functions.iter().map(function).collect::<Vec<_>>(),
    })
}

/// An exercise that could not be checked, for a reason that is not the learner's.
pub fn error(id: &str, error: &Error) -> Json {
    json!({
        "id": id,
        "verdict": "error",
        "points": {"got": 0, "of": 0},
        "functions": [],
        "problem": error.to_string(),
    })
}

fn function(function: &FunctionReport) -> Json {
    json!({
        "name": function.name,
        "verdict": function.verdict.tag(),
        "points": function.points,
        "passed": function.passed,
        "total": function.total,
        "mistake": function.mistake(),
        "diagnosis": function.diagnosis.as_ref().map(diagnosis),
        "given": match &function.diagnosis {
            Some(Diagnosis::Given { functions }) => json!(functions),
            _ => json!([]),
        },
        "waits_for": function.waits_for,
        "case": function.failure.as_ref().map(case),
        "properties": function.properties.iter().map(|property| json!({
            "says": property.says,
            "holds": property.holds,
            "case": property.call,
            "seen": property.seen.iter().map(|seen| json!({
                "of": seen.of,
                "value": plain(&seen.value),
            })).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "printed": {"stdout": function.printed.output, "stderr": function.printed.errors},
        "signature": function.signature.as_ref().map(|signature| &signature.wanted),
    })
}

fn diagnosis(diagnosis: &Diagnosis) -> String {
    match diagnosis {
        Diagnosis::Mistake { message, .. } => message.clone(),
        Diagnosis::Given { functions } => format!("right given your {}", functions.join(" and ")),
        Diagnosis::Pattern(sentence) => sentence.clone(),
    }
}

fn case(failure: &Failure) -> Json {
    let (yours, entry) = match &failure.what {
        What::Different { yours, difference } => (plain(yours), entry(difference)),
        _ => (Json::Null, None),
    };
    let inputs: serde_json::Map<String, Json> =
        failure.arguments.iter().map(|(name, value)| (name.clone(), plain(value))).collect();
    json!({
        "name": failure.call,
        "why": failure.why,
        "inputs": inputs,
        "yours": yours,
        "expected": plain(&failure.expected),
        "error": entry.map(|(error, _)| number(error)),
        "tolerance": entry.map(|(_, allowed)| number(allowed)),
        "ended": match &failure.what {
            What::Different { .. } => Json::Null,
            What::Panicked(panic) => json!({"panic": panic.message, "at": panic.at}),
            What::Ended(end) => json!(ended(end)),
        },
    })
}

/// Error and allowance at the worst entry.
fn entry(difference: &Difference) -> Option<(f64, f64)> {
    match difference {
        Difference::Entries { worst, .. } => Some((worst.error, worst.allowed)),
        Difference::NotFinite(entry) => Some((entry.error, entry.allowed)),
        Difference::Shape { .. } | Difference::Plain => None,
    }
}

fn ended(end: &End) -> Json {
    match end {
        End::Timeout { seconds } => json!({"timeout": seconds}),
        End::Stack => json!("stack"),
        End::Memory { mib } => json!({"memory": mib}),
        End::Flood { bytes } => json!({"flood": bytes}),
        End::TooLong { mib } => json!({"too_long": mib}),
        End::Crash { how } => json!({"crash": how}),
        End::Exit { code } => json!({"exit": code}),
    }
}

/// A value in JSON's own terms: numbers, lists, lists of rows. NaN and infinities are strings.
pub fn plain(value: &Value) -> Json {
    match value {
        Value::Float(float) => number(*float),
        Value::Integer(integer) => json!(integer),
        Value::Bool(bool) => json!(bool),
        Value::Text(text) | Value::Function(text) => json!(text),
        Value::Vector(entries) => entries.iter().copied().map(number).collect(),
        Value::Matrix(matrix) => (0..matrix.rows)
            .map(|row| matrix.row(row).iter().copied().map(number).collect::<Json>())
            .collect(),
        Value::List(values) | Value::Tuple(values) => values.iter().map(plain).collect(),
        Value::Option(inner) => inner.as_ref().map_or(Json::Null, |inner| plain(inner)),
    }
}

fn number(float: f64) -> Json {
    if float.is_finite() { json!(float) } else { json!(float.to_string()) }
}
