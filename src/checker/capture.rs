//! What a program prints: read to its end whatever the program does, and kept as far as anyone reads it.

use std::io::Read;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How much of what was printed is kept, of its beginning and of its end.
const FIRST: usize = 64 << 10;
const LAST: usize = 4 << 10;

/// A pipe read to its end on a thread, whatever the program does.
pub struct Capture {
    kept: Arc<Mutex<Kept>>,
    /// Shared by both pipes of a program.
    bytes: Arc<AtomicUsize>,
    reader: Option<JoinHandle<()>>,
}

impl Capture {
    pub fn of(pipe: Option<impl Read + Send + 'static>, bytes: &Arc<AtomicUsize>) -> Capture {
        let kept = Arc::new(Mutex::new(Kept::default()));
        let reader = pipe.map(|mut pipe| {
            let (kept, bytes) = (Arc::clone(&kept), Arc::clone(bytes));
            std::thread::spawn(move || {
                let mut chunk = [0; 16 << 10];
                while let Ok(read @ 1..) = pipe.read(&mut chunk) {
                    bytes.fetch_add(read, Ordering::Relaxed);
                    kept.lock().unwrap_or_else(PoisonError::into_inner).add(&chunk[..read]);
                }
            })
        });
        Capture { kept, bytes: Arc::clone(bytes), reader }
    }

    pub fn text(&self) -> String {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).text()
    }

    /// How much has come through both pipes so far.
    pub fn bytes(&self) -> usize {
        self.bytes.load(Ordering::Relaxed)
    }

    /// Waits for the end of the pipe; on systems where something may have escaped with the other
    /// end in its hand, not for long.
    pub fn join(&mut self) {
        let Some(reader) = self.reader.take() else { return };
        let patience = Instant::now() + Duration::from_millis(500);
        while !reader.is_finished() && Instant::now() < patience {
            std::thread::sleep(Duration::from_micros(200));
        }
        if reader.is_finished() {
            // A reader that panicked has kept what it read.
            let _ = reader.join();
        }
    }
}

/// The beginning of a long text, and its end, where Rust's last words are.
#[derive(Default)]
struct Kept {
    first: Vec<u8>,
    last: Vec<u8>,
    left_out: usize,
}

impl Kept {
    fn add(&mut self, bytes: &[u8]) {
        let (first, rest) = bytes.split_at(FIRST.saturating_sub(self.first.len()).min(bytes.len()));
        self.first.extend_from_slice(first);
        self.last.extend_from_slice(rest);
        let surplus = self.last.len().saturating_sub(LAST);
        self.last.drain(..surplus);
        self.left_out += surplus;
    }

    fn text(&self) -> String {
        let [first, last] = [&self.first, &self.last].map(|bytes| String::from_utf8_lossy(bytes));
        if self.left_out == 0 {
            return String::from_utf8_lossy(&[&self.first[..], &self.last].concat()).into_owned();
        }
        format!("{first}\n… {} bytes left out …\n{last}", self.left_out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_text_the_two_ends_are_kept() {
        let mut kept = Kept::default();
        kept.add("ab".as_bytes());
        kept.add("é".as_bytes());
        assert_eq!(kept.text(), "abé");
        for _ in 0..1000 {
            kept.add(&[b'x'; 100]);
        }
        kept.add(b"\nthe end");
        let text = kept.text();
        assert!(text.starts_with("abéxx") && text.ends_with("xx\nthe end"), "{text}");
        assert!(text.len() < FIRST + LAST + 50);
        assert!(text.contains(&format!("… {} bytes left out …", 4 + 100_000 + 8 - FIRST - LAST)));
    }
}
