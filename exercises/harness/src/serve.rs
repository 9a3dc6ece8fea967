//! The program that an exercise becomes: read a request, call, reply.

use std::io::{BufRead, Write};
use std::sync::mpsc;

use crate::argument::{Argument, Arguments, FromValue, Mismatch};
use crate::channel::ChildEnd;
use crate::exercise::{Callable, Mistake};
use crate::memory::{self, Memory};
use crate::panics;
use crate::protocol::{Description, MistakeText, Outcome, Reply, Request, WHAT_TO_TYPE};

/// The stack of a learner's function: the same everywhere, whatever the system gives to `main`.
const STACK: usize = 8 * 1024 * 1024;

/// Serves the functions of `table`. `source` is `file!()` of the exercise's own code.
pub fn serve<F: Callable>(table: F, memory: &'static Memory, source: &'static str) {
    serve_with_mistakes(table, Vec::new(), memory, source);
}

/// Serves a solution, and each of its known mistakes by name.
pub fn serve_with_mistakes<F: Callable>(
    table: F,
    mistakes: Vec<Mistake<F>>,
    memory: &'static Memory,
    source: &'static str,
) {
    let end = match ChildEnd::open() {
        Ok(Some(end)) => end,
        Ok(None) => return say_what_to_type(source),
        Err(error) => {
            eprintln!("cannot reach the checker: {error}");
            std::process::exit(2);
        }
    };
    panics::remember(source);
    memory::limit(memory);
    let (reader, mut writer) = end.split();
    let (requests, work) = mpsc::channel::<String>();
    let server = Server { table, mistakes: mistakes.into_iter().map(Known::from).collect() };

    std::thread::Builder::new()
        .name("exercise".into())
        .stack_size(STACK)
        .spawn(move || {
            for line in work {
                let reply = server.answer(&line);
                let text = serde_json::to_string(&reply)
                    .unwrap_or_else(|error| format!("{{\"refused\":\"{error}\"}}"));
                if writeln!(writer, "{text}").is_err() {
                    break;
                }
            }
            std::process::exit(0);
        })
        .expect("the system can start a thread");

    // When the checker goes, for whatever reason, so does this program: even in an endless loop.
    for line in reader.lines() {
        let Ok(line) = line else { break };
        if requests.send(line).is_err() {
            break;
        }
    }
    std::process::exit(0);
}

fn say_what_to_type(source: &str) {
    let folder = source.replace('\\', "/");
    let id = folder.split('/').find(|part| part.starts_with("ex") && *part != "exercises");
    let id = id.and_then(|name| name.split('-').next()).unwrap_or("ex03");
    println!("{WHAT_TO_TYPE}\n\n    cargo run -- check {id}");
}

/// A mistake with its message read out of its source.
struct Known<F> {
    text: MistakeText,
    table: F,
}

impl<F> From<Mistake<F>> for Known<F> {
    fn from(mistake: Mistake<F>) -> Self {
        Known {
            text: MistakeText {
                name: mistake.name.replace('_', "-"),
                functions: mistake.functions.iter().map(|&name| name.to_owned()).collect(),
                message: head_comment(mistake.source),
            },
            table: mistake.table,
        }
    }
}

/// The `//!` lines at the head of a file; an empty one parts paragraphs.
fn head_comment(source: &str) -> String {
    source
        .lines()
        .map_while(|line| line.strip_prefix("//!"))
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect::<Vec<_>>()
        .join("\n")
        .trim()
        .to_owned()
}

struct Server<F> {
    table: F,
    mistakes: Vec<Known<F>>,
}

impl<F: Callable> Server<F> {
    fn answer(&self, line: &str) -> Reply {
        match serde_json::from_str(line) {
            Err(error) => Reply::Refused(format!("unreadable request: {error}")),
            Ok(Request::Describe) => Reply::Description(Description {
                functions: F::signatures(),
                mistakes: self.mistakes.iter().map(|known| known.text.clone()).collect(),
            }),
            Ok(Request::Quiet) => {
                drop_what_is_printed();
                Reply::Done
            }
            Ok(Request::Call { function, arguments, given, mistake }) => {
                let table = match mistake {
                    None => Some(self.table),
                    Some(name) => self
                        .mistakes
                        .iter()
                        .find(|known| known.text.name == name)
                        .map(|known| known.table),
                };
                match table {
                    Some(table) => call(table, &function, &arguments, given),
                    None => Reply::Refused("no mistake of that name".into()),
                }
            }
        }
    }
}

/// Where the system cannot do it, the learner's output is shown once more than needed.
fn drop_what_is_printed() {
    #[cfg(unix)]
    if let Ok(nowhere) = std::fs::OpenOptions::new().write(true).open("/dev/null") {
        let _ = rustix::stdio::dup2_stdout(&nowhere);
        let _ = rustix::stdio::dup2_stderr(&nowhere);
    }
}

fn call<F: Callable>(table: F, function: &str, arguments: &Arguments, given: bool) -> Reply {
    let called = panics::catch(|| {
        if given { table.given(function, arguments) } else { table.call(function, arguments) }
    });
    match called {
        Ok(Ok(value)) => Reply::Called(Outcome::Value(value)),
        Ok(Err(refusal)) => Reply::Refused(refusal.to_string()),
        Err(panic) => Reply::Called(Outcome::Panic(panic)),
    }
}

/// Reads one argument by name.
#[doc(hidden)]
pub fn __argument<'a, A: Argument<'a>>(
    arguments: &Arguments,
    name: &str,
) -> Result<A::Owned, Mismatch> {
    let value = arguments.get(name).ok_or_else(|| Mismatch(format!("no argument '{name}'")))?;
    A::Owned::from_value(value).map_err(|Mismatch(why)| Mismatch(format!("{name}: {why}")))
}

#[doc(hidden)]
pub fn __no_function(name: &str) -> Mismatch {
    Mismatch(format!("no function '{name}'"))
}
