//! The wire between checker and program: lines of text, both ways, apart from what is printed.
//!
//! On Unix the program's standard input is one end of a socket pair, so nothing has a name that
//! somebody else could use. Elsewhere it is a loopback connection with a token.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

#[cfg(unix)]
use std::os::{fd::AsFd, fd::OwnedFd, unix::net::UnixStream};

/// Set for the program when a checker has started it: `stdin`, or `PORT TOKEN`.
pub const CHANNEL_VARIABLE: &str = "NTK_CHANNEL";

/// One line, or why there is none.
pub type Line = Result<String, LineError>;

#[derive(Debug)]
pub enum LineError {
    /// The other end is gone.
    Closed,
    /// Nothing came in time.
    TimedOut,
    /// The line is longer than allowed.
    TooLong,
}

/// Both kinds of wire behave alike once they are open.
trait Wire: Read + Write + Send {
    fn set_timeout(&self, timeout: Option<Duration>) -> io::Result<()>;
    fn duplicate(&self) -> io::Result<Box<dyn Wire>>;
}

macro_rules! wires {
    ($($(#[$condition:meta])? $stream:ty),*) => {$(
        $(#[$condition])?
        impl Wire for $stream {
            fn set_timeout(&self, timeout: Option<Duration>) -> io::Result<()> {
                self.set_read_timeout(timeout)
            }
            fn duplicate(&self) -> io::Result<Box<dyn Wire>> {
                Ok(Box::new(self.try_clone()?))
            }
        }
    )*};
}
wires!(
    #[cfg(unix)]
    UnixStream,
    TcpStream
);

/// The checker's end.
pub struct ParentEnd {
    wire: Box<dyn Wire>,
    pending: Vec<u8>,
    /// How much of `pending` has been searched for the end of the line.
    searched: usize,
}

/// The program's end.
pub struct ChildEnd {
    reader: BufReader<Box<dyn Wire>>,
    writer: Box<dyn Wire>,
}

/// A wire whose program has not been started yet.
enum Waiting {
    #[cfg(unix)]
    Socket(UnixStream),
    #[cfg_attr(unix, allow(dead_code, reason = "tests try it on Unix too"))]
    Loopback(TcpListener, String),
}

impl ParentEnd {
    /// Prepares `command`, starts it with `spawn`, and waits for its end of the wire.
    ///
    /// # Errors
    ///
    /// Whatever the system says: no socket, no such program.
    pub fn open<T>(
        command: &mut Command,
        spawn: impl FnOnce(&mut Command) -> io::Result<T>,
    ) -> io::Result<(ParentEnd, T)> {
        #[cfg(unix)]
        let waiting = Self::through_stdin(command)?;
        #[cfg(not(unix))]
        let waiting = Self::through_loopback(command)?;
        Self::start(waiting, command, spawn)
    }

    #[cfg(unix)]
    fn through_stdin(command: &mut Command) -> io::Result<Waiting> {
        let (ours, theirs) = UnixStream::pair()?;
        command.env(CHANNEL_VARIABLE, "stdin").stdin(Stdio::from(OwnedFd::from(theirs)));
        Ok(Waiting::Socket(ours))
    }

    #[cfg_attr(unix, allow(dead_code, reason = "tests try it on Unix too"))]
    fn through_loopback(command: &mut Command) -> io::Result<Waiting> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        // Enough that another program of this machine does not answer in the child's place.
        let token = format!(
            "{:x}-{:x}",
            std::process::id(),
            std::hash::BuildHasher::hash_one(
                &std::hash::RandomState::new(),
                listener.local_addr()?
            )
        );
        let port = listener.local_addr()?.port();
        command.env(CHANNEL_VARIABLE, format!("{port} {token}")).stdin(Stdio::null());
        Ok(Waiting::Loopback(listener, token))
    }

    fn start<T>(
        waiting: Waiting,
        command: &mut Command,
        spawn: impl FnOnce(&mut Command) -> io::Result<T>,
    ) -> io::Result<(ParentEnd, T)> {
        let child = spawn(command)?;
        // The command holds the child's end too, until it is replaced here: the checker must see
        // the wire close when the child goes.
        command.stdin(Stdio::null());
        let wire: Box<dyn Wire> = match waiting {
            #[cfg(unix)]
            Waiting::Socket(stream) => Box::new(stream),
            Waiting::Loopback(listener, token) => Box::new(accept(&listener, &token)?),
        };
        Ok((ParentEnd { wire, pending: Vec::new(), searched: 0 }, child))
    }

    /// Sends one line.
    ///
    /// # Errors
    ///
    /// The program is gone.
    pub fn send(&mut self, line: &str) -> io::Result<()> {
        self.wire.write_all(line.as_bytes())?;
        self.wire.write_all(b"\n")
    }

    /// Waits for one line of at most `longest` bytes until `deadline`.
    ///
    /// # Errors
    ///
    /// [`LineError`] says which of the three it was.
    pub fn receive(&mut self, deadline: Instant, longest: usize) -> Line {
        let mut chunk = vec![0; 64 * 1024];
        loop {
            if let Some(end) = self.pending[self.searched..].iter().position(|&byte| byte == b'\n')
            {
                let rest = self.pending.split_off(self.searched + end + 1);
                let line = std::mem::replace(&mut self.pending, rest);
                self.searched = 0;
                return Ok(String::from_utf8_lossy(&line).trim_end().to_owned());
            }
            self.searched = self.pending.len();
            if self.pending.len() > longest {
                return Err(LineError::TooLong);
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() || self.wire.set_timeout(Some(left)).is_err() {
                return Err(LineError::TimedOut);
            }
            match self.wire.read(&mut chunk) {
                Ok(0) => return Err(LineError::Closed),
                Ok(read) => self.pending.extend_from_slice(&chunk[..read]),
                Err(error) => match error.kind() {
                    io::ErrorKind::Interrupted => {}
                    io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut => {
                        return Err(LineError::TimedOut);
                    }
                    _ => return Err(LineError::Closed),
                },
            }
        }
    }
}

/// The first connection that knows the token; a child that never connects is given ten seconds.
fn accept(listener: &TcpListener, token: &str) -> io::Result<TcpStream> {
    listener.set_nonblocking(true)?;
    let deadline = Instant::now() + Duration::from_secs(10);
    while Instant::now() < deadline {
        match listener.accept() {
            Ok((mut stream, _)) => {
                stream.set_nonblocking(false)?;
                stream.set_nodelay(true)?;
                stream.set_read_timeout(Some(Duration::from_secs(1)))?;
                let mut said = vec![0; token.len()];
                if stream.read_exact(&mut said).is_ok() && said == token.as_bytes() {
                    return Ok(stream);
                }
            }
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                std::thread::sleep(Duration::from_millis(1));
            }
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::new(io::ErrorKind::TimedOut, "the program did not open its channel"))
}

impl ChildEnd {
    /// The wire to the checker that started this program; `None` if somebody started it by hand.
    ///
    /// # Errors
    ///
    /// The checker named a wire that cannot be opened.
    pub fn open() -> io::Result<Option<ChildEnd>> {
        let Ok(how) = std::env::var(CHANNEL_VARIABLE) else { return Ok(None) };
        let writer = Self::wire(&how)?;
        Ok(Some(ChildEnd { reader: BufReader::new(writer.duplicate()?), writer }))
    }

    fn wire(how: &str) -> io::Result<Box<dyn Wire>> {
        #[cfg(unix)]
        if how == "stdin" {
            let stream = UnixStream::from(io::stdin().as_fd().try_clone_to_owned()?);
            // From here on standard input is empty for whoever reads it.
            rustix::stdio::dup2_stdin(std::fs::File::open("/dev/null")?)?;
            return Ok(Box::new(stream));
        }
        let unreadable = || io::Error::new(io::ErrorKind::InvalidInput, "no such channel");
        let (port, token) = how.split_once(' ').ok_or_else(unreadable)?;
        let port: u16 = port.parse().map_err(|_| unreadable())?;
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_nodelay(true)?;
        stream.write_all(token.as_bytes())?;
        Ok(Box::new(stream))
    }

    /// Splits the end into what reads requests and what writes replies.
    pub fn split(self) -> (impl BufRead, impl Write) {
        (self.reader, self.writer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The wire of systems without socket pairs works here as well: the "program" is a thread.
    #[test]
    fn a_loopback_wire_carries_lines_both_ways_and_wants_its_token() {
        let mut command = Command::new("unused");
        let waiting = ParentEnd::through_loopback(&mut command).unwrap();
        let how = command
            .get_envs()
            .find(|(name, _)| *name == CHANNEL_VARIABLE)
            .and_then(|(_, value)| value)
            .and_then(|value| value.to_str())
            .map(str::to_owned)
            .unwrap();
        let port: u16 = how.split_once(' ').unwrap().0.parse().unwrap();
        let (mut parent, child) = ParentEnd::start(waiting, &mut command, |_| {
            let mut stranger = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
            stranger.write_all(b"not the token, and long enough to be read as one")?;
            Ok(std::thread::spawn(move || {
                let mut wire = ChildEnd::wire(&how).unwrap();
                let mut lines = BufReader::new(wire.duplicate().unwrap()).lines();
                let asked = lines.next().unwrap().unwrap();
                writeln!(wire, "you said {asked}").unwrap();
            }))
        })
        .unwrap();
        parent.send("hello").unwrap();
        let soon = Instant::now() + Duration::from_secs(5);
        assert_eq!(parent.receive(soon, 1000).unwrap(), "you said hello");
        child.join().unwrap();
        assert!(matches!(parent.receive(soon, 1000), Err(LineError::Closed)));
    }

    #[cfg(unix)]
    #[test]
    fn a_line_too_long_or_too_late_is_told_apart() {
        let (ours, mut theirs) = UnixStream::pair().unwrap();
        let mut parent = ParentEnd { wire: Box::new(ours), pending: Vec::new(), searched: 0 };
        let short = || Instant::now() + Duration::from_millis(20);
        assert!(matches!(parent.receive(short(), 10), Err(LineError::TimedOut)));
        theirs.write_all(&[b'x'; 100]).unwrap();
        assert!(matches!(parent.receive(short(), 10), Err(LineError::TooLong)));
    }
}
