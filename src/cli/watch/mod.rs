//! `ntk watch`: a verdict at every save, and the rest under a key.

mod files;

use std::io::IsTerminal;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::SystemTime;

use clap::Args;
use crossterm::event::{
    self, Event as TerminalEvent, KeyCode, KeyEvent, KeyEventKind, KeyModifiers,
};

use ntk_checker::course::{Course, Folder};
use ntk_checker::frozen::{Exercise, Frozen};
use ntk_checker::report::{ExerciseVerdict, Report};
use ntk_checker::{Error, grade};

use super::screen::Screen;
use super::{Ending, Outcome, check, hint, list, text, verdict};
use files::Watched;

const ABOUT: &str = "\
Keys: h next hint, n and p next and previous exercise, l list, a check all, r check again,
arrows and page keys scroll, Enter goes on after a pass, q quits.
Where standard output is no terminal, each verdict is printed below the last one; Ctrl-C ends it.";

#[derive(Args)]
#[command(after_help = ABOUT)]
pub struct Arguments {
    /// Where to begin [default: the next open one]
    #[arg(value_name = "EX")]
    exercise: Option<String>,
}

pub fn run(course: &Course, arguments: &Arguments) -> Outcome {
    let all = course.exercises()?;
    let first = match check::named_or_next(course, arguments.exercise.as_deref())? {
        Some(folder) => folder,
        None => match all.first() {
            Some(folder) => folder.clone(),
            None => {
                say!("The course has no exercises.");
                return Ok(Ending::Well);
            }
        },
    };
    let (events, incoming) = channel();
    let mut watch = Watch {
        course: course.clone(),
        all,
        events,
        view: View::Verdict,
        last: None,
        notice: None,
        exercise: None,
        watched: None,
        running: None,
        again: false,
        run: 0,
        folder: first.clone(),
    };
    watch.go_to(first);
    if std::io::stdout().is_terminal() && std::io::stdin().is_terminal() {
        watch.in_terminal(&incoming)
    } else {
        watch.in_a_pipe(&incoming)
    }
}

/// Everything that can happen.
enum Event {
    Saved,
    Checked {
        run: u64,
        result: Box<Result<Checked, Error>>,
    },
    /// With the first trouble in noting the results.
    AllChecked {
        run: u64,
        result: Result<Option<String>, Error>,
    },
    Notice(String),
    Terminal(TerminalEvent),
    TerminalIsGone,
}

struct Checked {
    exercise: Arc<Loaded>,
    report: Report,
    /// What is said after a pass; empty otherwise.
    after: String,
    /// Why the result could not be noted, or not without trouble.
    trouble: Option<String>,
}

/// An exercise in memory, and when its files were written: it is read again only if they change.
struct Loaded {
    exercise: Exercise,
    written: Written,
}

type Written = [Option<SystemTime>; 2];

impl Loaded {
    fn written(folder: &Folder) -> Written {
        let time = |path: std::path::PathBuf| path.metadata().and_then(|m| m.modified()).ok();
        [time(folder.path.join("exercise.toml")), time(Frozen::path(folder))]
    }

    fn fresh(folder: &Folder, known: Option<Arc<Loaded>>) -> Result<Arc<Loaded>, Error> {
        let written = Self::written(folder);
        match known {
            Some(known) if known.exercise.folder == *folder && known.written == written => {
                Ok(known)
            }
            _ => Ok(Arc::new(Loaded { exercise: Exercise::read(folder.clone())?, written })),
        }
    }
}

/// What the screen shows.
enum View {
    /// The last verdict on the exercise, if there is one yet.
    Verdict,
    /// A hint, the list, or what went wrong.
    Text(String),
}

struct Watch {
    course: Course,
    all: Vec<Folder>,
    folder: Folder,
    events: Sender<Event>,
    view: View,
    last: Option<Box<Checked>>,
    notice: Option<String>,
    exercise: Option<Arc<Loaded>>,
    watched: Option<Watched>,
    /// The check that is running.
    running: Option<u64>,
    /// Something was saved while it ran.
    again: bool,
    run: u64,
}

impl Watch {
    fn in_terminal(&mut self, incoming: &Receiver<Event>) -> Outcome {
        let failed = |error: std::io::Error| Error::Program {
            program: "the terminal".into(),
            problem: error.to_string(),
        };
        let mut screen = Screen::open().map_err(failed)?;
        let events = self.events.clone();
        std::thread::spawn(move || {
            loop {
                let event = event::read().map_or(Event::TerminalIsGone, Event::Terminal);
                let last = matches!(event, Event::TerminalIsGone);
                if events.send(event).is_err() || last {
                    return;
                }
            }
        });
        loop {
            screen.draw(&self.text(), &self.keys()).map_err(failed)?;
            let Ok(event) = incoming.recv() else { break };
            match event {
                Event::TerminalIsGone => break,
                Event::Terminal(TerminalEvent::Key(key)) if key.kind != KeyEventKind::Release => {
                    if !self.press(key, &mut screen) {
                        break;
                    }
                }
                Event::Terminal(_) => {}
                other => {
                    if self.take(other) {
                        screen.scroll_to_top();
                    }
                }
            }
        }
        drop(screen);
        say!("{}", self.farewell());
        Ok(Ending::Well)
    }

    fn in_a_pipe(&mut self, incoming: &Receiver<Event>) -> Outcome {
        for event in incoming {
            if self.take(event) {
                say!("{}\n", self.text().trim_end());
            }
        }
        Ok(Ending::Well)
    }

    /// Takes what happened; true if there is another text to show.
    fn take(&mut self, event: Event) -> bool {
        match event {
            Event::Saved => {
                self.check();
                false
            }
            Event::Notice(sentence) => {
                self.notice = Some(sentence);
                false
            }
            Event::Checked { run, result } if self.running == Some(run) => {
                self.finished();
                self.view = match *result {
                    Ok(checked) => {
                        self.exercise = Some(Arc::clone(&checked.exercise));
                        self.last = Some(Box::new(checked));
                        View::Verdict
                    }
                    Err(error) => View::Text(text::problem(&error)),
                };
                true
            }
            Event::AllChecked { run, result } if self.running == Some(run) => {
                self.finished();
                self.show_list(result);
                true
            }
            // A check that was overtaken, and what the terminal says.
            _ => false,
        }
    }

    fn finished(&mut self) {
        self.running = None;
        self.notice = None;
        if std::mem::take(&mut self.again) {
            self.check();
        }
    }

    /// False to quit.
    fn press(&mut self, key: KeyEvent, screen: &mut Screen) -> bool {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Char('c' | 'd') if control => return false,
            KeyCode::Char('q') => return false,
            KeyCode::Esc => {
                self.view = View::Verdict;
                screen.scroll_to_top();
            }
            KeyCode::Up | KeyCode::Char('k') => screen.scroll(-1),
            KeyCode::Down | KeyCode::Char('j') => screen.scroll(1),
            KeyCode::PageUp => screen.scroll(-screen.page()),
            KeyCode::PageDown | KeyCode::Char(' ') => screen.scroll(screen.page()),
            KeyCode::Char('h') => {
                self.show_hint();
                screen.scroll_to_top();
            }
            KeyCode::Char('l') => {
                self.show_list(Ok(None));
                screen.scroll_to_top();
            }
            KeyCode::Char('a') => self.check_all(),
            KeyCode::Char('r') => self.check(),
            KeyCode::Char('n') => self.step(1),
            KeyCode::Char('p') => self.step(-1),
            KeyCode::Enter if self.passed() => self.go_on(),
            _ => {}
        }
        true
    }

    fn passed(&self) -> bool {
        let pass = |checked: &Checked| checked.report.verdict() == ExerciseVerdict::Pass;
        matches!(self.view, View::Verdict)
            && self.running.is_none()
            && self.last.as_deref().is_some_and(pass)
    }

    /// The next open exercise.
    fn go_on(&mut self) {
        match check::next_after(&self.course, &self.folder) {
            Ok(Some(folder)) => self.go_to(folder),
            Ok(None) => self.show_list(Ok(None)),
            Err(error) => self.view = View::Text(text::problem(&error)),
        }
    }

    /// The neighbour in the order of numbers, around the end.
    fn step(&mut self, by: isize) {
        if let Ok(all) = self.course.exercises()
            && !all.is_empty()
        {
            self.all = all;
        }
        let at = self.all.iter().position(|folder| *folder == self.folder).unwrap_or(0);
        let count = isize::try_from(self.all.len()).unwrap_or(1).max(1);
        let next = (isize::try_from(at).unwrap_or(0) + by).rem_euclid(count);
        if let Some(folder) = usize::try_from(next).ok().and_then(|next| self.all.get(next)) {
            self.go_to(folder.clone());
        }
    }

    fn go_to(&mut self, folder: Folder) {
        let events = self.events.clone();
        self.watched = Some(files::watch(&folder.learners_file(), move || {
            // The other end is gone when watching is over.
            let _ = events.send(Event::Saved);
        }));
        self.folder = folder;
        self.view = View::Verdict;
        self.last = None;
        // What still runs is about another exercise.
        self.running = None;
        self.check();
    }

    fn check(&mut self) {
        if self.running.is_some() {
            self.again = true;
            return;
        }
        let (course, folder) = (self.course.clone(), self.folder.clone());
        let known = self.exercise.clone();
        self.start(move |run, events| {
            let result = check_one(&course, &folder, known, &events);
            Event::Checked { run, result: Box::new(result) }
        });
    }

    fn check_all(&mut self) {
        if self.running.is_some() {
            return;
        }
        let (course, all) = (self.course.clone(), self.all.clone());
        self.start(move |run, events| {
            let result = all.iter().try_fold(None, |trouble: Option<String>, folder| {
                let checked = check_one(&course, folder, None, &events)?;
                Ok(trouble.or(checked.trouble))
            });
            Event::AllChecked { run, result }
        });
    }

    fn start(&mut self, work: impl FnOnce(u64, Sender<Event>) -> Event + Send + 'static) {
        self.run += 1;
        self.running = Some(self.run);
        self.view = View::Verdict;
        let (run, events) = (self.run, self.events.clone());
        std::thread::spawn(move || {
            let event = work(run, events.clone());
            // The other end is gone when watching is over.
            let _ = events.send(event);
        });
    }

    fn show_hint(&mut self) {
        self.view = match hint::take(&self.course, &self.folder, None, false) {
            Ok(hint) => View::Text(hint.render(&self.folder)),
            Err(error) => View::Text(text::problem(&error)),
        };
    }

    fn show_list(&mut self, checked: Result<Option<String>, Error>) {
        let list = checked.and_then(|trouble| Ok((list::table(&self.course)?, trouble)));
        self.view = View::Text(match list {
            Ok((table, trouble)) => with_trouble(table, trouble.as_deref()),
            Err(error) => text::problem(&error),
        });
    }

    fn text(&self) -> String {
        let verdict = self.last.as_deref().map(|checked| self.verdict(checked));
        match &self.view {
            View::Text(text) => text.clone(),
            View::Verdict if self.running.is_none() => verdict.unwrap_or_default(),
            // The old verdict stays, below what is being done, so that nothing jumps.
            View::Verdict => {
                let doing = self.notice.as_deref().unwrap_or("checking …");
                let rest = verdict.as_deref().and_then(|old| old.split_once('\n'));
                let rest = rest.map_or("", |(_, rest)| rest);
                format!("{}  {}\n{rest}", text::strong(&self.folder.id), text::faint(doing))
            }
        }
    }

    fn verdict(&self, checked: &Checked) -> String {
        let mut text = verdict::render(&self.course, &checked.report);
        if !checked.after.is_empty() {
            text = format!("{}\n\n{}", text.trim_end(), checked.after);
        }
        with_trouble(text, checked.trouble.as_deref())
    }

    fn keys(&self) -> String {
        let keys = match self.view {
            View::Text(_) => "Esc back  h hint  l list  q quit",
            View::Verdict if self.passed() => "Enter next  h hint  l list  a all  q quit",
            View::Verdict => "h hint n next p prev l list a all q quit",
        };
        let polling = self.watched.as_ref().is_some_and(|watched| watched.polling);
        text::faint(if polling { format!("{keys}  (polling)") } else { keys.to_owned() })
    }

    fn farewell(&self) -> String {
        match &self.last {
            Some(checked) => {
                let (got, of) = checked.report.points();
                format!("{}  {got} of {of} points", self.folder.id)
            }
            None => self.folder.id.clone(),
        }
    }
}

fn check_one(
    course: &Course,
    folder: &Folder,
    known: Option<Arc<Loaded>>,
    events: &Sender<Event>,
) -> Result<Checked, Error> {
    let exercise = Loaded::fresh(folder, known)?;
    let report = grade::learner(course, &exercise.exercise, &|sentence| {
        let _ = events.send(Event::Notice(sentence.to_owned()));
    })?;
    let trouble = check::note(course, folder, &report);
    let passed = report.verdict() == ExerciseVerdict::Pass;
    let after =
        if passed { check::after_a_pass(course, &exercise.exercise) } else { String::new() };
    Ok(Checked { exercise, report, after, trouble })
}

fn with_trouble(text: String, trouble: Option<&str>) -> String {
    match trouble {
        Some(trouble) => format!("{}\n\n{}\n", text.trim_end(), text::faint(trouble)),
        None => text,
    }
}
