//! One function's program: start it, call it, and let nothing of it outlive the call.

use std::fmt;
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::time::{Duration, Instant};

use ntk_harness::{
    Arguments, Description, LineError, MEMORY_VARIABLE, Outcome, ParentEnd, Reply, Request,
};
use process_wrap::std::{ChildWrapper, CommandWrap};

use super::capture::Capture;
use super::definition::Limits;
use super::{Error, Result, orphans};

/// Printing more than this is a flood.
const FLOOD: usize = 1 << 20;
/// A returned value is no longer than this, as text.
const LONGEST_REPLY: usize = 64 << 20;
/// How often the checker looks up from waiting for a reply.
const GLANCE: Duration = Duration::from_millis(20);

/// An exercise's program, ready to be started any number of times.
#[derive(Clone, Debug)]
pub struct Program {
    pub path: PathBuf,
    /// Where it runs.
    pub folder: PathBuf,
}

/// How a call ended for the program as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    Timeout {
        seconds: String,
    },
    Stack,
    Memory {
        mib: u64,
    },
    Flood {
        bytes: usize,
    },
    /// A returned value that nobody could read.
    TooLong {
        mib: usize,
    },
    /// A signal, or an exit that no `exit` call makes.
    Crash {
        how: String,
    },
    Exit {
        code: i32,
    },
}

/// In words that follow the program's name: "overflows its stack".
impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            End::Timeout { seconds } => write!(f, "does not answer within {seconds} s"),
            End::Stack => write!(f, "overflows its stack"),
            End::Memory { mib } => write!(f, "asks for more than {mib} MiB of memory"),
            End::Flood { .. } => write!(f, "prints too much"),
            End::TooLong { .. } => write!(f, "returns a value that is too long"),
            End::Crash { how } => write!(f, "goes down: {how}"),
            End::Exit { code } => write!(f, "ends its program with the exit code {code}"),
        }
    }
}

/// Why a call brought no outcome.
#[derive(Debug)]
pub enum Failure {
    End(End),
    /// The program and the checker do not understand each other: not the learner's doing.
    Refused(String),
}

/// A running program.
pub struct Session {
    wire: ParentEnd,
    child: Box<dyn ChildWrapper>,
    printed: [Capture; 2],
    limits: Limits,
    started: Instant,
    name: String,
}

impl Session {
    /// Starts the program under `limits`.
    ///
    /// # Errors
    ///
    /// The system cannot start it.
    pub fn start(program: &Program, limits: Limits) -> Result<Session> {
        let name = program.path.display().to_string();
        let mut command = Command::new(&program.path);
        command
            .current_dir(&program.folder)
            .env(MEMORY_VARIABLE, (limits.memory_mib << 20).to_string())
            // Backtraces of Rust's last words would be shown as the learner's output.
            .env("RUST_BACKTRACE", "0")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let (wire, mut child) = ParentEnd::open(&mut command, spawn).map_err(|error| {
            Error::Program { program: name.clone(), problem: error.to_string() }
        })?;
        limit_memory(child.id(), limits);
        let bytes = Arc::new(AtomicUsize::new(0));
        let printed = [
            Capture::of(child.stdout().take(), &bytes),
            Capture::of(child.stderr().take(), &bytes),
        ];
        Ok(Session { wire, child, printed, limits, started: Instant::now(), name })
    }

    /// What functions the program has.
    ///
    /// # Errors
    ///
    /// [`Error::Program`]: it does not answer as an exercise does.
    pub fn describe(&mut self) -> Result<Description> {
        let problem = match self.exchange(&Request::Describe) {
            Ok(Reply::Description(description)) => return Ok(description),
            Ok(other) => format!("a description was wanted, and {other:?} came"),
            Err(Failure::Refused(problem)) => problem,
            Err(Failure::End(end)) => format!("it never says what it contains, but {end}"),
        };
        Err(Error::Program { program: self.name.clone(), problem })
    }

    /// Calls a function.
    ///
    /// # Errors
    ///
    /// [`Failure::End`] when the program is gone or has been stopped: this session is over.
    pub fn call(&mut self, call: &Call<'_>) -> std::result::Result<Outcome, Failure> {
        let request = Request::Call {
            function: call.function.to_owned(),
            arguments: call.arguments.clone(),
            given: call.given,
            mistake: call.mistake.map(str::to_owned),
        };
        match self.exchange(&request)? {
            Reply::Called(outcome) => Ok(outcome),
            Reply::Refused(why) => Err(Failure::Refused(why)),
            other => Err(Failure::Refused(format!("a value was wanted, and {other:?} came"))),
        }
    }

    /// From here on what the program prints is dropped: the checker asks questions of its own.
    ///
    /// # Errors
    ///
    /// As [`call`](Self::call).
    pub fn quiet(&mut self) -> std::result::Result<(), Failure> {
        self.exchange(&Request::Quiet).map(|_| ())
    }

    /// Gives the next call the full time again: for an author's long list of calls.
    pub fn restart_clock(&mut self) {
        self.started = Instant::now();
    }

    /// Stops the program and returns what it printed.
    pub fn finish(mut self) -> Printed {
        self.stop();
        Printed {
            output: self.printed[0].text(),
            errors: without_runtime_lines(&self.printed[1].text()),
        }
    }

    fn exchange(&mut self, request: &Request) -> std::result::Result<Reply, Failure> {
        let line = serde_json::to_string(request).map_err(|e| Failure::Refused(e.to_string()))?;
        if self.wire.send(&line).is_err() {
            return Err(Failure::End(self.how_it_ended()));
        }
        let deadline = self.started + Duration::from_secs_f64(self.limits.seconds.max(0.0));
        loop {
            match self.wire.receive(deadline.min(Instant::now() + GLANCE), LONGEST_REPLY) {
                Ok(line) => {
                    // The harness writes whole replies: this line is somebody else's.
                    return serde_json::from_str(&line).map_err(|_| {
                        self.stop();
                        let how = "wrote into its channel to the checker, which is no output";
                        Failure::End(End::Crash { how: how.into() })
                    });
                }
                Err(LineError::Closed) => return Err(Failure::End(self.how_it_ended())),
                Err(LineError::TooLong) => {
                    self.stop();
                    return Err(Failure::End(End::TooLong { mib: LONGEST_REPLY >> 20 }));
                }
                Err(LineError::TimedOut) => {
                    if let Some(end) = self.overdue(deadline) {
                        self.stop();
                        return Err(Failure::End(end));
                    }
                }
            }
        }
    }

    fn overdue(&self, deadline: Instant) -> Option<End> {
        let bytes = self.printed[0].bytes();
        if bytes > FLOOD {
            return Some(End::Flood { bytes });
        }
        let seconds = self.limits.seconds.to_string();
        (Instant::now() >= deadline).then_some(End::Timeout { seconds })
    }

    /// The wire is closed: the program has ended, or is about to.
    fn how_it_ended(&mut self) -> End {
        let patience = Instant::now() + Duration::from_secs(1);
        let mut status = None;
        while status.is_none() && Instant::now() < patience {
            status = self.child.try_wait().ok().flatten();
            if status.is_none() {
                std::thread::sleep(Duration::from_millis(1));
            }
        }
        self.stop();
        let bytes = self.printed[0].bytes();
        if bytes > FLOOD {
            return End::Flood { bytes };
        }
        classify(status, &self.printed[1].text(), self.limits)
    }

    /// Ends the program and everything that it started, and reads its output to the end.
    fn stop(&mut self) {
        // Both fail only if there is nothing left to stop.
        let _ = self.child.start_kill();
        let _ = self.child.wait();
        orphans::forget(self.child.id());
        orphans::end_all();
        for capture in &mut self.printed {
            capture.join();
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.stop();
    }
}

/// What to call.
pub struct Call<'a> {
    pub function: &'a str,
    pub arguments: &'a Arguments,
    /// In place of the function: what it should be, given the earlier ones.
    pub given: bool,
    /// A solution's known mistake in place of the solution.
    pub mistake: Option<&'a str>,
}

impl<'a> Call<'a> {
    pub fn plain(function: &'a str, arguments: &'a Arguments) -> Call<'a> {
        Call { function, arguments, given: false, mistake: None }
    }
}

/// What a program printed, apart from its replies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printed {
    pub output: String,
    pub errors: String,
}

fn spawn(command: &mut Command) -> std::io::Result<Box<dyn ChildWrapper>> {
    let command = std::mem::replace(command, Command::new("true"));
    let mut command = CommandWrap::from(command);
    #[cfg(unix)]
    command.wrap(process_wrap::std::ProcessGroup::leader());
    #[cfg(windows)]
    command.wrap(process_wrap::std::JobObject);
    orphans::start(|| command.spawn(), |child| child.id())
}

/// The system's own limit, where it has one for a process that runs already: it also holds what
/// the program starts. The harness's allocator keeps to the exact limit everywhere.
fn limit_memory(pid: u32, limits: Limits) {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Pid, Resource, Rlimit, prlimit};
        // Address space that is reserved and never used: stacks, the allocator's arenas.
        const RESERVED: u64 = 1 << 30;
        let Some(pid) = i32::try_from(pid).ok().and_then(Pid::from_raw) else { return };
        let bytes = (limits.memory_mib << 20) + RESERVED;
        for (resource, limit) in [(Resource::As, bytes), (Resource::Core, 0)] {
            // It fails if the program is gone already; then there is nothing to limit.
            let _ =
                prlimit(Some(pid), resource, Rlimit { current: Some(limit), maximum: Some(limit) });
        }
    }
    #[cfg(not(target_os = "linux"))]
    let _ = (pid, limits);
}

fn classify(status: Option<ExitStatus>, errors: &str, limits: Limits) -> End {
    if errors.contains("has overflowed its stack") {
        return End::Stack;
    }
    if errors.contains("memory allocation of ") {
        return End::Memory { mib: limits.memory_mib };
    }
    match status {
        None => End::Crash { how: "closed its channel to the checker and went on".into() },
        Some(status) => match status.code() {
            Some(code) => End::Exit { code },
            None => End::Crash { how: signal(status) },
        },
    }
}

#[cfg(unix)]
fn signal(status: ExitStatus) -> String {
    use std::os::unix::process::ExitStatusExt;
    let name = match status.signal() {
        Some(4) => "SIGILL, an illegal instruction",
        Some(6) => "SIGABRT, abort",
        Some(7) => "SIGBUS, a bad memory access",
        Some(8) => "SIGFPE, an arithmetic error",
        Some(9) => "SIGKILL, killed from outside",
        Some(11) => "SIGSEGV, a bad memory access",
        Some(15) => "SIGTERM, terminated",
        Some(number) => return format!("signal {number}"),
        None => return status.to_string(),
    };
    name.to_owned()
}

#[cfg(not(unix))]
fn signal(status: ExitStatus) -> String {
    status.to_string()
}

/// Rust's own last words are in the verdict already.
fn without_runtime_lines(errors: &str) -> String {
    const LAST_WORDS: [&str; 4] = [
        "fatal runtime error: stack overflow",
        "memory allocation of ",
        "note: run with `RUST_",
        "has overflowed its stack",
    ];
    errors
        .lines()
        .filter(|line| !LAST_WORDS.iter().any(|words| line.contains(words)))
        .collect::<Vec<_>>()
        .join("\n")
        .trim()
        .to_owned()
}
