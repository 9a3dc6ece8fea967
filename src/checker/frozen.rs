//! `frozen.json`: every call's arguments, expected value and what each known mistake returns.
//!
//! It is made by `author freeze` and reviewed like source. With it a check needs no solution.

use std::collections::BTreeMap;
use std::path::PathBuf;

use ntk_harness::{Arguments, MistakeText, Outcome, Value};
use serde::{Deserialize, Serialize};

use super::course::Folder;
use super::definition::{Definition, Function};
use super::{Error, Result};

/// The format's version; another one is refused.
pub const VERSION: u32 = 1;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frozen {
    pub version: u32,
    pub functions: Vec<FrozenFunction>,
    pub mistakes: Vec<MistakeText>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrozenFunction {
    pub name: String,
    /// The arguments' names in the order of the signature.
    pub arguments: Vec<String>,
    /// The earlier functions from which this one follows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub given: Vec<String>,
    pub calls: Vec<FrozenCall>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrozenCall {
    pub name: String,
    pub arguments: Arguments,
    pub expected: Value,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard_error: Option<f64>,
    /// What the known mistakes return where it is not the expected value.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub mistakes: BTreeMap<String, Outcome>,
}

impl FrozenFunction {
    /// A call's arguments in the order of the signature.
    pub fn in_order(&self, arguments: &Arguments) -> Vec<(String, Value)> {
        let found = |name: &String| Some((name.clone(), arguments.get(name)?.clone()));
        self.arguments.iter().filter_map(found).collect()
    }
}

impl Frozen {
    pub fn path(folder: &Folder) -> PathBuf {
        folder.path.join("frozen.json")
    }

    /// Reads the folder's frozen values.
    ///
    /// # Errors
    ///
    /// The file is not there, not readable, or of another version.
    pub fn read(folder: &Folder) -> Result<Frozen> {
        let path = Self::path(folder);
        let text = std::fs::read_to_string(&path).map_err(|error| Error::Content {
            path: path.clone(),
            problem: match error.kind() {
                std::io::ErrorKind::NotFound => "it is not there".to_owned(),
                _ => error.to_string(),
            },
            remedy: format!("An author makes it: cargo run -- author freeze {}", folder.id),
        })?;
        let frozen: Frozen = serde_json::from_str(&text).map_err(|error| Error::Content {
            path: path.clone(),
            problem: error.to_string(),
            remedy: format!("Make it anew: cargo run -- author freeze {}", folder.id),
        })?;
        if frozen.version == VERSION {
            Ok(frozen)
        } else {
            Err(Error::Content {
                path,
                problem: format!("version {}, and this checker reads {VERSION}", frozen.version),
                remedy: format!("Make it anew: cargo run -- author freeze {}", folder.id),
            })
        }
    }

    /// The frozen calls of a function, if they are the ones that its definition lists.
    ///
    /// # Errors
    ///
    /// [`Error::Content`]: `exercise.toml` has changed since the values were frozen.
    pub fn function(&self, wanted: &Function, folder: &Folder) -> Result<&FrozenFunction> {
        let found = self.named(wanted);
        let names = |function: &FrozenFunction| {
            function.calls.iter().map(|call| call.name.clone()).collect::<Vec<_>>()
        };
        let listed: Vec<String> = wanted.call_names().into_iter().map(|(name, _)| name).collect();
        found.filter(|function| names(function) == listed).ok_or_else(|| Error::Content {
            path: Self::path(folder),
            problem: format!("the calls of {} are not those of exercise.toml", wanted.name),
            remedy: format!("Freeze them anew: cargo run -- author freeze {}", folder.id),
        })
    }

    /// What is frozen of a function, whether or not its calls are still those of its definition.
    pub fn named(&self, wanted: &Function) -> Option<&FrozenFunction> {
        self.functions.iter().find(|function| function.name == wanted.name)
    }

    /// The text of the file: one call a paragraph, short values on one line.
    pub fn to_text(&self) -> String {
        let value = serde_json::to_value(self).unwrap_or_default();
        let mut text = String::new();
        lay_out(&value, 0, &mut text);
        text.push('\n');
        text
    }
}

/// A check of an exercise whose definition changed should say so; this is what is compared.
pub fn content_hash(folder: &Folder) -> String {
    let names = ["exercise.toml", "frozen.json", "signatures.rs"];
    let files = names.map(|name| std::fs::read(folder.path.join(name)).unwrap_or_default());
    hash(&[&files[0], &files[1], &files[2]])
}

/// FNV-1a over several texts, each with its length: the same on every machine and in every version,
/// and nobody attacks it.
pub fn hash(texts: &[&[u8]]) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    for text in texts {
        (text.len() as u64).to_le_bytes().into_iter().for_each(&mut add);
        text.iter().copied().for_each(&mut add);
    }
    format!("{hash:016x}")
}

/// JSON that a person can review: what fits on a line stays on one.
fn lay_out(value: &serde_json::Value, indent: usize, text: &mut String) {
    const WIDTH: usize = 100;
    let compact = spaced(value);
    if indent + compact.chars().count() <= WIDTH {
        text.push_str(&compact);
        return;
    }
    let (open, close, items): (_, _, Vec<(String, &serde_json::Value)>) = match value {
        serde_json::Value::Array(items) => {
            ('[', ']', items.iter().map(|item| (String::new(), item)).collect())
        }
        serde_json::Value::Object(fields) => {
            let named = |(name, value)| (format!("{}: ", serde_json::Value::from(name)), value);
            ('{', '}', fields.iter().map(|(name, value)| named((name.as_str(), value))).collect())
        }
        _ => return text.push_str(&compact),
    };
    // Long rows of numbers are data, not structure: let them fill lines.
    let all_plain = items.iter().all(|(name, item)| name.is_empty() && item.is_number());
    text.push(open);
    let mut column = WIDTH;
    let count = items.len();
    for (index, (name, item)) in items.into_iter().enumerate() {
        let comma = if index + 1 < count { "," } else { "" };
        let plain = if all_plain { format!("{item}{comma}") } else { String::new() };
        if all_plain && column + plain.len() < WIDTH {
            text.push(' ');
            column += plain.len() + 1;
        } else {
            text.push('\n');
            text.push_str(&" ".repeat(indent + 2));
            column = indent + 2 + plain.len();
        }
        if all_plain {
            text.push_str(&plain);
        } else {
            text.push_str(&name);
            lay_out(item, indent + 2, text);
            text.push_str(comma);
        }
    }
    text.push('\n');
    text.push_str(&" ".repeat(indent));
    text.push(close);
}

/// Compact JSON with a space after colons and commas.
fn spaced(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Array(items) => {
            format!("[{}]", items.iter().map(spaced).collect::<Vec<_>>().join(", "))
        }
        serde_json::Value::Object(fields) => {
            let field = |(name, value): (&String, &serde_json::Value)| {
                format!("{}: {}", serde_json::Value::from(name.as_str()), spaced(value))
            };
            format!("{{{}}}", fields.iter().map(field).collect::<Vec<_>>().join(", "))
        }
        plain => plain.to_string(),
    }
}

/// Holds a definition and its frozen values together.
#[derive(Clone, Debug)]
pub struct Exercise {
    pub folder: Folder,
    pub definition: Definition,
    pub frozen: Frozen,
}

impl Exercise {
    /// Reads both files.
    ///
    /// # Errors
    ///
    /// As [`Definition::read`] and [`Frozen::read`].
    pub fn read(folder: Folder) -> Result<Exercise> {
        let definition = Definition::read(&folder)?;
        let frozen = Frozen::read(&folder)?;
        Ok(Exercise { folder, definition, frozen })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_laid_out_text_is_the_same_json() {
        let value = serde_json::json!({
            "short": [1, 2.5, "x"],
            "long": (0..60).map(f64::from).collect::<Vec<_>>(),
            "nested": {"a": {"b": "c".repeat(120)}, "d": []},
        });
        let mut text = String::new();
        lay_out(&value, 0, &mut text);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), value);
        assert!(text.contains("\"short\": [1, 2.5, \"x\"]"), "{text}");
    }
}
