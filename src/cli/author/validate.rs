//! `ntk author validate`

use std::io::IsTerminal;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

use serde_json::{Value as Json, json};

use ntk_checker::author::validate::{Problem, Validated, validate};
use ntk_checker::author::validate_quiz;
use ntk_checker::course::{Course, Folder};

use super::super::{Ending, Outcome, notice, text};

const QUIZ: &str = "quiz";

pub fn run(course: &Course, names: &[String], notes: bool, as_json: bool) -> Outcome {
    let exercises: Vec<String> = names.iter().filter(|name| *name != QUIZ).cloned().collect();
    let quiz = names.is_empty() || exercises.len() < names.len();
    let folders = if quiz && exercises.is_empty() && !names.is_empty() {
        Vec::new()
    } else {
        super::wanted(course, &exercises)?
    };
    let mut printing = Printing { notes, as_json, sound: true, objects: Vec::new() };
    in_parallel(course, &folders, |folder, validated| printing.take(&folder.id, &validated))?;
    if quiz && let Some(validated) = validate_quiz(course)? {
        printing.take(QUIZ, &validated);
    }
    if as_json {
        let version = super::super::json::VERSION;
        say!("{:#}", json!({"version": version, "exercises": printing.objects}));
    }
    Ok(if printing.sound { Ending::Well } else { Ending::Failed })
}

/// Validates on all processors (cargo takes turns, the programs do not) and hands the results over
/// in the order of the folders.
fn in_parallel(
    course: &Course,
    folders: &[Folder],
    mut take: impl FnMut(&Folder, Validated),
) -> ntk_checker::Result<()> {
    let progress = std::io::stderr().is_terminal() && folders.len() > 1;
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let speaking = Mutex::new(());
    let (results, incoming) = mpsc::channel();
    std::thread::scope(|scope| {
        for _ in 0..processors.min(folders.len()) {
            let (results, next, done, speaking) = (results.clone(), &next, &done, &speaking);
            scope.spawn(move || {
                while let at = next.fetch_add(1, Ordering::Relaxed)
                    && let Some(folder) = folders.get(at)
                {
                    // With several exercises only progress is shown; that one waits for another's cargo is not.
                    let validated = validate(course, folder, &|sentence| {
                        if folders.len() == 1 {
                            notice(sentence);
                        }
                    });
                    let done = done.fetch_add(1, Ordering::Relaxed) + 1;
                    if progress {
                        let _turn = speaking.lock();
                        notice(&format!("{done} of {}  {}", folders.len(), folder.id));
                    }
                    // The other end is gone after an error, and then nobody waits.
                    let _ = results.send((at, validated));
                }
            });
        }
        drop(results);
        let mut waiting: Vec<Option<Validated>> = folders.iter().map(|_| None).collect();
        let mut shown = 0;
        for (at, validated) in incoming {
            waiting[at] = Some(validated?);
            while let Some(validated) = waiting.get_mut(shown).and_then(Option::take) {
                take(&folders[shown], validated);
                shown += 1;
            }
        }
        Ok(())
    })
}

struct Printing {
    notes: bool,
    as_json: bool,
    sound: bool,
    objects: Vec<Json>,
}

impl Printing {
    fn take(&mut self, id: &str, validated: &Validated) {
        let problems = &validated.problems;
        self.sound &= problems.is_empty();
        if self.as_json {
            self.objects.push(json!({
                "id": id,
                "sound": problems.is_empty(),
                "problems": problems.iter().map(as_json).collect::<Vec<_>>(),
                "notes": validated.notes.iter().map(as_json).collect::<Vec<_>>(),
            }));
            return;
        }
        let unfinished = problems.iter().all(|problem| problem.rule == "unfinished");
        let verdict = match (problems.len(), unfinished) {
            (0, _) => text::good("sound"),
            (count, true) => text::open(format!("unfinished: {count} places to fill")),
            (count, false) => text::bad(format!("{count} to mend")),
        };
        say!("{}  {verdict}", text::strong(id));
        if unfinished {
            problems.iter().for_each(|problem| say!("  {}  {}", problem.file, problem.problem));
        } else {
            problems.iter().for_each(in_full);
        }
        if self.notes {
            validated.notes.iter().for_each(in_full);
        }
        if !problems.is_empty() {
            say!();
        }
    }
}

fn in_full(problem: &Problem) {
    say!("\n  {}: {}", problem.file, problem.problem);
    say!("  {} {}", problem.remedy, text::faint(problem.rule));
}

fn as_json(problem: &Problem) -> Json {
    json!({
        "rule": problem.rule,
        "file": problem.file,
        "problem": problem.problem,
        "remedy": problem.remedy,
    })
}
