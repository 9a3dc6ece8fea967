//! A repository with a book of one chapter, made anew for each test: what a page says is the test's.

use std::fs;
use std::path::{Path, PathBuf};

pub struct Repository {
    pub root: PathBuf,
}

const SUMMARY: &str = "[Start](index.md)\n\n- [One](one.md)\n- [Two]()\n\n---\n\n[Terms](terms.md)\n\
                       [Ledger](ledger.md)\n[Lab](lab.md)\n[Bibliography](bibliography.md)\n";

const CLAIMS: &str = r#"
[[claim]]
id = "C01"
statement = "It is $x$."
verdict = "wrong"
right = "It is $y$."
conditions = "On Sundays."
sources = ["ann2001"]
experiment = "E01"
chapter = 1

[[claim]]
id = "C02"
statement = "Words."
verdict = "holds"
right = "Words."
unmeasured = "Words only."
chapter = 2
"#;

const MEASURED: &str = r#"{ "id": "E01", "command": "cargo run -- lab run E01", "estimates": [
    { "claim": "C01", "name": "slope", "theory": { "says": "2" }, "value": 2.0124,
      "standard_error": 0.031, "outcome": "corrected" } ] }"#;

const TERM: &str =
    "[[term]]\nid = \"mode\"\nterm = \"Mode\"\ndefinition = \"A part.\"\nchapter = 1\n";

const SOURCE: &str = "[[source]]\nkey = \"ann2001\"\nauthors = \"Ann, B.\"\nshort = \"Ann 2001\"\n\
                      title = \"On Parts\"\nvenue = \"Parts 1(1), 1–2\"\nyear = 2001\ndoi = \"10.1/x\"\n";

const EXERCISE: &str = "title = \"Parts\"\nchapter = 1\nstars = 2\nminutes = 20\nprerequisites = []\n\
                        [[function]]\nname = \"part\"\npoints = 2\n[[function]]\nname = \"whole\"\npoints = 1\n";

const CODE: &str = "//! Parts.\n\n/// Twice.\nfn twice(x: f64) -> f64 {\n    // ANCHOR: body\n    2.0 * x\n    \
                    // ANCHOR_END: body\n}\n";

impl Repository {
    /// `name` is the test's: tests run side by side.
    pub fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        // Left over from an earlier run, or not there.
        let _ = fs::remove_dir_all(&root);
        let repository = Self { root };
        let template = "<html><head></head><body><main>{{{ content }}}</main></body></html>";
        let files = [
            ("book/book.toml", "[book]\ntitle = \"T\"\n[output.html]\ninput-404 = \"\"\n"),
            ("book/src/SUMMARY.md", SUMMARY),
            ("book/src/index.md", "# Start\n"),
            ("book/src/one.md", "# One\n"),
            ("book/src/terms.md", "# Terms\n\n::: terms\n:::\n"),
            ("book/src/ledger.md", "# Ledger\n\n::: ledger\n:::\n"),
            ("book/src/lab.md", "# Lab\n\n::: gallery\n:::\n"),
            ("book/src/bibliography.md", "# Bibliography\n\n::: bibliography\n:::\n"),
            ("book/theme/index.hbs", template),
            ("book/data/claims.toml", CLAIMS),
            ("book/data/terms.toml", TERM),
            ("book/data/sources.toml", SOURCE),
            ("book/data/macros.toml", "'\\E' = '\\mathbb{E}'\n"),
            ("book/data/lab/E01.json", MEASURED),
            ("exercises/ex01-parts/exercise.toml", EXERCISE),
            ("src/part.rs", CODE),
        ];
        for (path, text) in files {
            repository.write(path, text);
        }
        repository
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().expect("inside the repository")).expect("may write");
        fs::write(path, text).expect("may write");
    }
}
