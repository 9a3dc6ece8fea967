//! A real terminal for tests: tmux types and reads the screen.

use std::process::Command;
use std::time::{Duration, Instant};

use super::Course;

/// A terminal of its own on a server of its own.
pub struct Terminal {
    socket: String,
}

impl Terminal {
    /// `None` where there is no tmux.
    pub fn start(
        course: &Course,
        verb: &[&str],
        name: &str,
        size: (u16, u16),
        environment: &[(&str, &str)],
    ) -> Option<Terminal> {
        if Command::new("tmux").arg("-V").output().is_err() {
            eprintln!("no tmux here: nothing was tried in a terminal");
            return None;
        }
        let terminal = Terminal { socket: format!("ntk-test-{name}-{}", std::process::id()) };
        let command = course.command(".", &[]);
        let mut line = vec!["env".to_owned(), "-u".into(), "NO_COLOR".into()];
        for (key, value) in command.get_envs() {
            if let (Some(value), false) = (value, key == "NO_COLOR") {
                line.push(format!("{}={}", key.display(), value.display()));
            }
        }
        line.extend(environment.iter().map(|(key, value)| format!("{key}={value}")));
        line.push(env!("CARGO_BIN_EXE_ntk").into());
        line.extend(verb.iter().map(|&word| word.to_owned()));
        let (columns, rows) = (size.0.to_string(), size.1.to_string());
        let status = Command::new("tmux")
            .args(["-L", &terminal.socket, "-f", "/dev/null", "new-session", "-d", "-s", "w"])
            .args(["-x", &columns, "-y", &rows])
            .arg(line.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" "))
            .current_dir(&course.root)
            .status();
        assert!(status.is_ok_and(|status| status.success()), "tmux did not start");
        Some(terminal)
    }

    pub fn tmux(&self, arguments: &[&str]) -> String {
        let output =
            Command::new("tmux").args(["-L", &self.socket]).args(arguments).output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    pub fn press(&self, key: &str) {
        self.tmux(&["send-keys", "-t", "w", key]);
    }

    pub fn screen(&self) -> String {
        self.tmux(&["capture-pane", "-p", "-t", "w"])
    }

    pub fn with_colours(&self) -> String {
        self.tmux(&["capture-pane", "-p", "-e", "-t", "w"])
    }

    /// Waits until the screen shows all of these, and returns it.
    #[track_caller]
    pub fn shows(&self, texts: &[&str]) -> String {
        let patience = Instant::now() + Duration::from_secs(30);
        loop {
            let screen = self.screen();
            if texts.iter().all(|text| screen.contains(text)) && !screen.contains("checking …") {
                return screen;
            }
            assert!(Instant::now() < patience, "wanted {texts:?}, and the screen shows\n{screen}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    pub fn runs(&self) -> bool {
        !self.tmux(&["list-sessions"]).is_empty()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.tmux(&["kill-server"]);
    }
}
