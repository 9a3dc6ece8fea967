//! Every public function of the mathematics shows itself at work.

use std::fs;
use std::path::Path;

/// Public functions of a source file (outside its tests) without an example in their documentation.
fn without_example(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).expect("a source file");
    let shipped = text.split("#[cfg(test)]").next().unwrap_or_default();
    let (mut documentation, mut missing) = (String::new(), Vec::new());
    for line in shipped.lines().map(str::trim) {
        if line.starts_with("///") {
            documentation.push_str(line);
        } else if !line.starts_with("#[") {
            if line.starts_with("pub fn ") && !documentation.contains("```") {
                missing.push(format!("{}: {line}", path.display()));
            }
            documentation.clear();
        }
    }
    missing
}

#[test]
fn every_public_function_of_kernels_dynamics_and_files_has_a_doctest() {
    let (mut files, mut missing) = (0, Vec::new());
    for folder in ["kernel", "dynamics", "dataset"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder);
        for entry in fs::read_dir(folder).expect("a folder of sources") {
            missing.extend(without_example(&entry.expect("an entry").path()));
            files += 1;
        }
    }
    assert!(files > 30, "only {files} files were looked at");
    assert!(missing.is_empty(), "no example at\n{}", missing.join("\n"));
}
