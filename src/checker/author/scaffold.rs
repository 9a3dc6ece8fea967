//! `author new`: an exercise that builds at once and says what is still to write.

use std::fs;
use std::path::PathBuf;

use crate::course::Course;
use crate::{Error, Result, store};

/// What stands wherever an author has to write something.
pub const TO_FILL: &str = "FILL";

/// Where a file of the scaffold goes, from the exercise's folder or the solution's, and its text.
const EXERCISE: [(&str, &str); 5] = [
    ("Cargo.toml", include_str!("template/exercise.Cargo.toml")),
    ("exercise.toml", include_str!("template/exercise.toml")),
    ("signatures.rs", include_str!("template/signatures.rs")),
    ("starter.rs", include_str!("template/starter.rs")),
    ("{id}.rs", include_str!("template/starter.rs")),
];
const SOLUTION: [(&str, &str); 5] = [
    ("Cargo.toml", include_str!("template/solution.Cargo.toml")),
    ("main.rs", include_str!("template/main.rs")),
    ("solution.rs", include_str!("template/solution.rs")),
    ("mistakes/sum_for_product.rs", include_str!("template/mistake_one.rs")),
    ("mistakes/factor_forgotten.rs", include_str!("template/mistake_two.rs")),
];

/// A new exercise: its id, and the files that were written.
pub struct Scaffold {
    pub id: String,
    pub files: Vec<PathBuf>,
}

/// Makes `exercises/exNN-name` and `solutions/exNN-name`. `name` is `ex22-leaky-relu`, or
/// `leaky-relu` for the next free number.
///
/// # Errors
///
/// A name that cannot be one, a number or a name that is taken, a folder that cannot be written.
/// Then nothing is left behind.
pub fn scaffold(course: &Course, name: &str, chapter: Option<u32>) -> Result<Scaffold> {
    let (number, short) = meant(course, name)?;
    let (id, name) = (format!("ex{number:02}"), format!("ex{number:02}-{short}"));
    let chapter = chapter.unwrap_or(number);
    let fill = |text: &str| {
        text.replace("{id}", &id)
            .replace("{name}", &name)
            .replace("{number}", &format!("{number:02}"))
            .replace("{seed}", &number.to_string())
            .replace("{chapter}", &chapter.to_string())
    };
    let folders = ["exercises", "solutions"].map(|part| course.root().join(part).join(&name));
    if let Some(taken) = folders.iter().find(|folder| folder.exists()) {
        return Err(Error::Usage {
            problem: format!("{} is already there", course.relative(taken)),
            remedy: "Choose another name; nothing was written.".into(),
        });
    }
    let [exercise, solution] = &folders;
    let files = EXERCISE.iter().map(|file| (exercise, file));
    let files = files.chain(SOLUTION.iter().map(|file| (solution, file)));
    let mut written = Vec::new();
    for (folder, (path, text)) in files {
        let path = folder.join(fill(path));
        if let Err(error) = store::write(&path, &fill(text)) {
            // Half an exercise would break cargo for the whole course.
            for folder in &folders {
                let _ = fs::remove_dir_all(folder);
            }
            return Err(error);
        }
        written.push(path);
    }
    Ok(Scaffold { id, files: written })
}

/// Number and short name of `ex22-leaky-relu` or `leaky-relu`.
fn meant(course: &Course, name: &str) -> Result<(u32, String)> {
    let wrong = |problem: String| Error::Usage {
        problem,
        remedy: "A name is small letters, digits and hyphens: leaky-relu, or ex22-leaky-relu."
            .into(),
    };
    let all = course.exercises()?;
    let taken: Vec<u32> = all.iter().filter_map(|folder| number_of(&folder.id)).collect();
    let (number, short) = match name.split_once('-') {
        Some((id, short)) if number_of(id).is_some() => (number_of(id), short),
        _ if number_of(name).is_some() => {
            return Err(wrong(format!("'{name}' is a number without a name")));
        }
        _ => (None, name),
    };
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let sound = !short.is_empty()
        && short.bytes().all(plain)
        && !short.starts_with('-')
        && !short.ends_with('-')
        && !short.contains("--");
    if !sound {
        return Err(wrong(format!("'{name}' cannot be the name of a package")));
    }
    let number = number.unwrap_or_else(|| taken.iter().max().map_or(1, |last| last + 1));
    if taken.contains(&number) {
        let problem = format!("there is an exercise ex{number:02} already");
        return Err(Error::Usage {
            problem,
            remedy: format!("Leave the number out, and the next free one is taken: {short}"),
        });
    }
    Ok((number, short.to_owned()))
}

fn number_of(id: &str) -> Option<u32> {
    let digits = id.strip_prefix("ex")?;
    (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| digits.parse().ok())?
}
