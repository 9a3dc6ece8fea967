//! The book on this machine: builds, serves, and builds again when a file changes. The pages ask
//! now and then which build they show, and reload when it is an older one.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};
use std::{fs, thread};

use crate::problem::Failure;
use crate::{Job, build, site};

/// What the book is made of; a change in one of these builds it again.
const WATCHED: [&str; 7] =
    ["book/src", "book/data", "book/theme", "book/book.toml", "exercises", "src", "tests"];

/// Serves until the program is stopped.
pub fn run(job: &Job, port: u16) -> Result<(), Failure> {
    let version = Arc::new(AtomicU64::new(1));
    report(build(job));
    let listener = TcpListener::bind(("127.0.0.1", port)).map_err(|error| {
        Failure::Other(format!("port {port}: {error}; try --port {}", port + 1))
    })?;
    println!("the book is at http://127.0.0.1:{port}/, Ctrl-C ends it");
    let (out, current) = (job.out.clone(), Arc::clone(&version));
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (out, current) = (out.clone(), Arc::clone(&current));
            thread::spawn(move || {
                // A reader who closed the page early is no error of ours.
                let _ = answer(stream, &out, current.load(Ordering::Relaxed));
            });
        }
    });
    watch(job, &version)
}

fn watch(job: &Job, version: &AtomicU64) -> ! {
    let mut seen = newest(&job.root);
    loop {
        thread::sleep(Duration::from_millis(400));
        let now = newest(&job.root);
        if now != seen {
            seen = now;
            if report(build(job)) {
                version.fetch_add(1, Ordering::Relaxed);
            }
        }
    }
}

fn report(result: Result<crate::Built, Failure>) -> bool {
    match &result {
        Ok(built) => {
            built.notes.iter().for_each(|note| eprintln!("note: {note}"));
            println!("{} pages, {} files changed", built.pages, built.changed);
        }
        Err(failure) => eprintln!("{failure}\nthe pages stay as they were"),
    }
    result.is_ok()
}

/// The number of watched files and the newest change among them.
fn newest(root: &Path) -> (usize, Option<SystemTime>) {
    let paths = WATCHED.iter().map(|name| root.join(name));
    let files: Vec<PathBuf> = paths
        .flat_map(
            |path| if path.is_dir() { site::files(&path).unwrap_or_default() } else { vec![path] },
        )
        .collect();
    let times = files.iter().filter_map(|file| fs::metadata(file).ok()?.modified().ok());
    (files.len(), times.max())
}

fn answer(mut stream: TcpStream, out: &Path, version: u64) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    let mut request = String::new();
    BufReader::new(&stream).read_line(&mut request)?;
    let path = request.split_whitespace().nth(1).unwrap_or("/");
    let path = path.split(['?', '#']).next().unwrap_or("/");
    let (status, kind, body) = if path.ends_with("/~version") {
        ("200 OK", "text/plain", version.to_string().into_bytes())
    } else {
        match file(out, path).and_then(|file| Some((kind(&file), fs::read(file).ok()?))) {
            Some((kind, body)) => ("200 OK", kind, body),
            None => ("404 Not Found", "text/plain", b"no such page".to_vec()),
        }
    };
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\ncache-control: no-store\r\n\
         connection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(&body)
}

/// The file that a path asks for; nothing outside the site.
fn file(out: &Path, path: &str) -> Option<PathBuf> {
    let name = path.trim_start_matches('/');
    let plain = !name.split('/').any(|part| part == ".." || part.contains(['\\', ':', '%']));
    let file = out.join(if name.is_empty() { "index.html" } else { name });
    plain.then_some(file)
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_that_a_page_includes_is_watched() {
        let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut included = 0;
        for page in site::files(&pages).unwrap_or_default() {
            let text = fs::read_to_string(&page).unwrap_or_default();
            for path in text.lines().filter_map(|line| line.strip_prefix("::: code ")) {
                assert!(
                    WATCHED.iter().any(|watched| Path::new(path).starts_with(watched)),
                    "{path}"
                );
                included += 1;
            }
        }
        assert!(included > 0, "no page includes anything");
    }

    #[test]
    fn nothing_outside_the_site_is_served() {
        let out = Path::new("site");
        assert_eq!(file(out, "/"), Some(out.join("index.html")));
        assert_eq!(file(out, "/a/b.html"), Some(out.join("a/b.html")));
        assert_eq!(file(out, "/../secret"), None);
        assert_eq!(file(out, "/%2e%2e/secret"), None);
    }
}
