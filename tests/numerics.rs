//! `ntk kernel` and `ntk predict` as a researcher's shell sees them: files in, files or text out.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use nalgebra::{DMatrix, DVector};
use ntk::dataset;
use ntk::dynamics::{Prior, Spectrum, TestPoints, Training, ensemble_at_test};
use ntk::kernel::{Activation, ActivationName, Architecture, Relu};

/// A folder with data, which is no course, and `ntk` run in it.
struct Folder(PathBuf);

/// What came out, and the exit code.
struct Ended {
    stdout: String,
    stderr: String,
    code: Option<i32>,
}

impl Folder {
    fn new(name: &str, files: &[(&str, &str)]) -> Folder {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("numerics").join(name);
        if path.exists() {
            fs::remove_dir_all(&path).expect("an old folder can be removed");
        }
        fs::create_dir_all(&path).expect("a folder can be made");
        for (file, text) in files {
            fs::write(path.join(file), text).expect("a file can be written");
        }
        Folder(path)
    }

    fn write(&self, file: &str, matrix: &DMatrix<f64>) {
        dataset::write(&self.0.join(file), matrix).expect("a matrix can be written");
    }

    fn read(&self, file: &str) -> DMatrix<f64> {
        dataset::read(&self.0.join(file)).expect("a matrix can be read")
    }

    fn ntk(&self, line: &str) -> Ended {
        let output = Command::new(env!("CARGO_BIN_EXE_ntk"))
            .args(line.split_whitespace())
            .current_dir(&self.0)
            .env_remove("CARGO_MANIFEST_DIR")
            .env("NO_COLOR", "1")
            .output()
            .expect("ntk can be started");
        let text = |bytes| String::from_utf8(bytes).expect("ntk prints text");
        let code = output.status.code();
        Ended { stdout: text(output.stdout), stderr: text(output.stderr), code }
    }

    /// Standard output of a run that goes well, as a matrix.
    fn printed(&self, line: &str) -> DMatrix<f64> {
        let ended = self.ntk(line);
        assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""), "ntk {line}");
        numbers(&ended.stdout)
    }

    /// What a refusal says; nothing else may be printed.
    fn refusals(&self, lines: &[&str]) -> String {
        let mut all = String::new();
        for line in lines {
            let ended = self.ntk(line);
            assert_eq!((ended.code, ended.stdout.as_str()), (Some(2), ""), "ntk {line}");
            all.push_str(&format!("$ ntk {line}\n{}\n", ended.stderr));
        }
        all
    }
}

/// CSV by Rust's own `parse`, not by the library's reader.
fn numbers(text: &str) -> DMatrix<f64> {
    let rows: Vec<Vec<f64>> = text
        .lines()
        .map(|line| line.split(',').map(|field| field.parse().expect("a number")).collect())
        .collect();
    DMatrix::from_fn(rows.len(), rows[0].len(), |i, j| rows[i][j])
}

fn assert_same_bits(found: &DMatrix<f64>, expected: &DMatrix<f64>) {
    assert_eq!(found.shape(), expected.shape());
    for (found, expected) in found.iter().zip(expected) {
        assert_eq!(found.to_bits(), expected.to_bits(), "{found:e} for {expected:e}");
    }
}

fn assert_near(found: &DMatrix<f64>, expected: &DMatrix<f64>, allowed: f64) {
    assert_eq!(found.shape(), expected.shape());
    let error = (found - expected).amax();
    assert!(error <= allowed, "off by {error:.1e}: {found} for {expected}");
}

/// Points whose kernels need all digits.
fn points(rows: usize, shift: f64) -> DMatrix<f64> {
    DMatrix::from_fn(rows, 3, |i, j| (1.7 * i as f64 + 0.9 * j as f64 + shift).sin() * 3.0)
}

const TWO_POINTS: &[(&str, &str)] = &[("x.csv", "1,0\n0,2\n"), ("y.csv", "0,1\n-1,0\n3,0\n")];

#[test]
fn kernels_known_in_closed_form_are_printed_exactly() {
    let folder = Folder::new("closed-form", TWO_POINTS);
    // Θ⁰ = x·x′; linear: Θ = (L + 1) x·x′.
    for (line, expected) in [
        ("kernel x.csv --depth 0", "1,0\n0,4\n"),
        ("kernel x.csv --activation linear --depth 3", "4,0\n0,16\n"),
        ("kernel x.csv y.csv --activation linear --depth 1", "0,-2,6\n4,0,0\n"),
        ("kernel x.csv y.csv --activation linear --get nngp", "0,-1,3\n2,0,0\n"),
        ("kernel x.csv --activation linear --gain 2 --get nngp", "4,0\n0,16\n"),
    ] {
        let ended = folder.ntk(line);
        assert_eq!((ended.stdout.as_str(), ended.code), (expected, Some(0)), "ntk {line}");
    }
    // Three layers with a bias, x·x′ + 3.
    let biased = folder.printed("kernel x.csv --activation linear --depth 2 --bias 1 --get nngp");
    assert_near(&biased, &DMatrix::from_row_slice(2, 2, &[4.0, 3.0, 3.0, 7.0]), 2e-15);
}

#[test]
fn every_activation_gives_the_librarys_numbers_to_the_bit() {
    let folder = Folder::new("activations", &[]);
    let (xs, ys) = (points(4, 0.3), points(3, -1.1));
    folder.write("x.csv", &xs);
    folder.write("y.csv", &ys);
    for name in ["relu", "leaky-relu:0.2", "abs", "erf", "linear", "tanh", "gelu", "sin"] {
        let activation = name.parse::<ActivationName>().expect("it is one").activation();
        let network: Architecture<Box<dyn Activation>> =
            Architecture::new(2, activation).with_gain(1.3).with_bias(0.4);
        let flags = format!("--activation {name} --depth 2 --gain 1.3 --bias 0.4");
        let kernels = [
            ("x.csv --get ntk", network.ntk_gram(&xs)),
            ("x.csv --get nngp", network.nngp_gram(&xs)),
            ("x.csv y.csv", network.ntk_cross(&xs, &ys)),
            ("x.csv y.csv --get nngp", network.nngp_cross(&xs, &ys)),
        ];
        for (asked, expected) in kernels {
            let found = folder.printed(&format!("kernel {asked} {flags}"));
            assert_same_bits(&found, &expected.expect("finite points"));
        }
    }
}

#[test]
fn what_is_not_said_is_a_two_layer_relu_network() {
    let folder = Folder::new("defaults", &[]);
    let xs = points(3, 0.0);
    folder.write("x.csv", &xs);
    let expected = Architecture::new(1, Relu).ntk_gram(&xs).expect("finite points");
    assert_same_bits(&folder.printed("kernel x.csv"), &expected);
}

#[test]
fn printed_numbers_are_the_shortest_that_read_back() {
    let folder = Folder::new("digits", &[("x.csv", "0.1\n1e-160\n1e150\n")]);
    let ended = folder.ntk("kernel x.csv --depth 0");
    for field in ended.stdout.split([',', '\n']).filter(|field| !field.is_empty()) {
        let value: f64 = field.parse().expect("a number");
        let shortest = format!("{value}").len().min(format!("{value:e}").len());
        assert_eq!(field.len(), shortest, "{field}");
    }
    let xs = DMatrix::from_column_slice(3, 1, &[0.1, 1e-160, 1e150]);
    let expected = Architecture::new(0, Relu).ntk_gram(&xs).expect("finite points");
    assert_same_bits(&numbers(&ended.stdout), &expected);
}

#[test]
fn npy_and_csv_hold_the_same_numbers_in_and_out() {
    let folder = Folder::new("formats", &[]);
    let (xs, ys) = (points(5, 0.2), points(2, 0.7));
    for file in ["x.csv", "x.npy"] {
        folder.write(file, &xs);
    }
    folder.write("y.npy", &ys);
    let expected = Architecture::new(1, Relu).ntk_cross(&xs, &ys).expect("finite points");
    for out in ["k.csv", "k.npy", "k"] {
        for xs in ["x.csv", "x.npy"] {
            let ended = folder.ntk(&format!("kernel {xs} y.npy --out {out}"));
            assert_eq!((ended.stdout + &ended.stderr, ended.code), (String::new(), Some(0)));
            assert_same_bits(&folder.read(out), &expected);
        }
    }
    let npy = fs::read(folder.0.join("k.npy")).expect("it was written");
    assert!(npy.starts_with(b"\x93NUMPY"));
    // Any other ending is CSV, the text of standard output.
    let printed = folder.ntk("kernel x.npy y.npy").stdout;
    assert_eq!(fs::read_to_string(folder.0.join("k")).expect("it was written"), printed);
}

/// Training and test points with two outputs each.
fn regression(name: &str) -> (Folder, [DMatrix<f64>; 3]) {
    let folder = Folder::new(name, &[]);
    let (train, test) = (points(6, 0.4), points(3, 2.0));
    let targets = DMatrix::from_fn(6, 2, |i, j| (i as f64 - 2.5) / (1.0 + j as f64));
    folder.write("x.csv", &train);
    folder.write("y.npy", &targets);
    folder.write("z.csv", &test);
    (folder, [train, targets, test])
}

const PREDICT: &str = "predict --train x.csv --targets y.npy --test z.csv";

#[test]
fn predictions_interpolate_at_the_training_points() {
    let (folder, [_, targets, _]) = regression("interpolation");
    let line = "predict --train x.csv --targets y.npy --test x.csv --activation erf --depth 2";
    assert_near(&folder.printed(line), &targets, 1e-9);
}

#[test]
fn time_and_ridge_are_those_of_the_theory() {
    let (folder, [train, targets, test]) = regression("time-and-ridge");
    let network = Architecture::new(2, Relu).with_gain(2f64.sqrt()).with_bias(0.3);
    let theta = network.ntk_gram(&train).expect("finite points");
    let cross = network.ntk_cross(&test, &train).expect("finite points");
    let flags = format!("{PREDICT} --depth 2 --gain 1.4142135623730951 --bias 0.3");
    // Kernel ridge regression, by another factorisation.
    for ridge in [1e-3, 0.5, 20.0] {
        let ridged = &theta + DMatrix::identity(6, 6) * ridge;
        let weights = ridged.lu().solve(&targets).expect("it is regular");
        for time in ["", "--time inf"] {
            let found = folder.printed(&format!("{flags} --ridge {ridge} {time}"));
            assert_near(&found, &(&cross * &weights), 1e-11);
        }
    }
    // Gradient flow on ½Σ(f − y)², by the matrix exponential; with decay, of Θ + R.
    for (time, ridge) in [(0.01, 0.0), (0.3, 0.0), (0.3, 0.7)] {
        let ridged = &theta + DMatrix::identity(6, 6) * ridge;
        let learnt = DMatrix::identity(6, 6) - (&ridged * -time).exp();
        let weights = ridged.lu().solve(&(learnt * &targets)).expect("it is regular");
        let found = folder.printed(&format!("{flags} --time {time} --ridge {ridge}"));
        assert_near(&found, &(&cross * weights), 1e-11);
    }
    let untrained = folder.printed(&format!("{flags} --time 0"));
    assert_eq!(untrained, DMatrix::zeros(3, 2));
}

#[test]
fn the_ensemble_adds_one_column_with_the_variance() {
    let (folder, [train, targets, test]) = regression("ensemble");
    let network = Architecture::new(1, Relu);
    let spectrum = Spectrum::of(&network.ntk_gram(&train).expect("finite")).expect("a kernel");
    let cross = network.ntk_cross(&test, &train).expect("finite");
    let tests = TestPoints::from_zero(&spectrum, &cross).expect("they fit");
    let prior = Prior {
        nngp_train: &network.nngp_gram(&train).expect("finite"),
        nngp_test_train: &network.nngp_cross(&test, &train).expect("finite"),
        nngp_test: &network.nngp_gram(&test).expect("finite"),
    };
    for (time, ridge) in [(0.0, 0.0), (0.8, 0.0), (f64::INFINITY, 0.3)] {
        let training = Training::DecayToInit { decay: ridge, time };
        let found = folder.printed(&format!("{PREDICT} --ensemble --time {time} --ridge {ridge}"));
        assert_eq!(found.shape(), (3, 3));
        let alone = folder.printed(&format!("{PREDICT} --time {time} --ridge {ridge}"));
        assert_near(&found.columns(0, 2).into_owned(), &alone, 1e-12);
        for output in 0..2 {
            let y: DVector<f64> = targets.column(output).into_owned();
            let law = ensemble_at_test(&spectrum, &y, &tests, prior, training).expect("they fit");
            assert_near(&found.columns(output, 1).into_owned(), &as_column(&law.mean), 1e-12);
            let variances = as_column(&law.covariance.diagonal());
            assert_near(&found.columns(2, 1).into_owned(), &variances, 1e-12);
        }
    }
    // Before training the variance is the network's own, Kᴸ(z, z) = ‖z‖²/2.
    let untrained = folder.printed(&format!("{PREDICT} --ensemble --time 0"));
    for (row, z) in test.row_iter().enumerate() {
        assert!((untrained[(row, 2)] - z.norm_squared() / 2.0).abs() < 1e-13);
    }
}

fn as_column(vector: &DVector<f64>) -> DMatrix<f64> {
    DMatrix::from_column_slice(vector.len(), 1, vector.as_slice())
}

#[test]
fn predictions_go_to_a_file_in_silence() {
    let (folder, _) = regression("predictions-to-file");
    let printed = folder.printed(PREDICT);
    for out in ["p.csv", "p.npy"] {
        let ended = folder.ntk(&format!("{PREDICT} --out {out}"));
        assert_eq!((ended.stdout + &ended.stderr, ended.code), (String::new(), Some(0)));
        assert_same_bits(&folder.read(out), &printed);
    }
}

#[test]
fn a_singular_kernel_predicts_what_it_can() {
    // The same point twice with two targets: the mean of both, without a ridge and nearly so with.
    let files = [("x.csv", "1,0\n1,0\n"), ("y.csv", "1\n3\n"), ("z.csv", "1,0\n")];
    let folder = Folder::new("singular", &files);
    let line = "predict --train x.csv --targets y.csv --test z.csv";
    for ridge in ["0", "1e-300", "1e-15", "1e-12"] {
        let found = folder.printed(&format!("{line} --ridge {ridge}"));
        assert!((found[(0, 0)] - 2.0).abs() < 1e-11, "{found} with ridge {ridge}");
    }
    let found = folder.printed(&format!("{line} --ridge 2"));
    assert!((found[(0, 0)] - 1.0).abs() < 1e-15); // Θ = 1 twice: 2 · 2/(2 + 2)
    // Points that the network cannot see at all.
    let files = [("x.csv", "0,0\n0,0\n"), ("y.csv", "1\n3\n"), ("z.csv", "1,0\n")];
    let folder = Folder::new("zero", &files);
    for ridge in ["0", "1", "1e308"] {
        assert_eq!(folder.ntk(&format!("{line} --ridge {ridge}")).stdout, "0\n");
    }
}

#[test]
fn a_bad_file_is_named_with_line_and_column() {
    let files = [
        ("good.csv", "1,2\n3,4\n"),
        ("word.csv", "1,2\n3,four\n"),
        ("header.csv", "a,b\n1,2\n"),
        ("nan.csv", "1,2\n\nnan,4\n"),
        ("ragged.csv", "1,2\n3\n"),
        ("empty.csv", "\n"),
        ("fake.npy", "1,2\n"),
    ];
    let folder = Folder::new("bad-files", &files);
    folder.write("inf.npy", &DMatrix::from_row_slice(2, 2, &[1.0, 2.0, 3.0, f64::INFINITY]));
    insta::assert_snapshot!(folder.refusals(&[
        "kernel word.csv",
        "kernel header.csv",
        "kernel good.csv nan.csv",
        "kernel ragged.csv",
        "kernel empty.csv",
        "kernel fake.npy",
        "kernel inf.npy",
        "predict --train good.csv --targets word.csv --test good.csv",
    ]));
    let missing = folder.ntk("kernel missing.csv");
    assert_eq!((missing.stdout.as_str(), missing.code), ("", Some(2)));
    assert!(missing.stderr.starts_with("error: missing.csv: "), "{}", missing.stderr);
    let nowhere = folder.ntk("kernel good.csv --out no/such/folder.csv");
    assert_eq!((nowhere.stdout.as_str(), nowhere.code), ("", Some(2)));
    assert!(nowhere.stderr.starts_with("error: no/such/folder.csv: "), "{}", nowhere.stderr);
}

#[test]
fn finite_files_never_give_infinite_predictions() {
    let files = [("x.csv", "1,0\n1,1\n"), ("y.csv", "1.7e308\n-1.7e308\n"), ("z.csv", "5,-5\n")];
    let folder = Folder::new("overflow", &files);
    let line = "predict --train x.csv --targets y.csv --test z.csv";
    for flags in ["", "--time 3", "--ensemble", "--ridge 1e-9"] {
        let ended = folder.ntk(&format!("{line} {flags}"));
        assert_eq!((ended.stdout.as_str(), ended.code), ("", Some(2)), "{flags}");
        assert!(ended.stderr.contains("exceed the largest number"), "{}", ended.stderr);
    }
}

#[test]
fn a_row_that_only_the_kernel_refuses_is_named_by_its_line() {
    let files = [
        ("long.csv", "1,2\n3,4\n\n1e200,0\n"),
        ("good.csv", "1,2\n3,4\n"),
        ("targets.csv", "1\n2\n"),
        ("three.csv", "1\n2\n3\n"),
    ];
    let folder = Folder::new("refused-rows", &files);
    folder.write("long.npy", &DMatrix::from_row_slice(2, 2, &[1.0, 2.0, 0.0, -1e200]));
    insta::assert_snapshot!(folder.refusals(&[
        "kernel long.csv",
        "kernel long.npy --get nngp",
        "kernel good.csv long.csv",
        "kernel long.csv good.csv --get nngp",
        "predict --train long.csv --targets three.csv --test good.csv",
        "predict --train good.csv --targets targets.csv --test long.csv",
        "predict --train good.csv --targets targets.csv --test long.npy --ensemble",
    ]));
}

#[test]
fn files_and_numbers_that_do_not_fit_are_refused() {
    let files = [
        ("two.csv", "1,2\n3,4\n"),
        ("three.csv", "1,2,3\n"),
        ("targets.csv", "1\n2\n"),
        ("more.csv", "1\n2\n3\n"),
    ];
    let folder = Folder::new("misfits", &files);
    insta::assert_snapshot!(folder.refusals(&[
        "kernel two.csv three.csv",
        "predict --train two.csv --targets more.csv --test two.csv",
        "predict --train two.csv --targets targets.csv --test three.csv",
        "kernel two.csv --activation selu",
        "kernel two.csv --activation leaky-relu:steep",
        "kernel two.csv --gain nan",
        "kernel two.csv --bias 1e200",
        "predict --train two.csv --targets targets.csv --test two.csv --ridge=-1",
        "predict --train two.csv --targets targets.csv --test two.csv --ridge inf",
        "predict --train two.csv --targets targets.csv --test two.csv --time -1",
        "predict --train two.csv --targets targets.csv --test two.csv --time nan --ridge 1",
    ]));
    for line in ["kernel", "kernel two.csv --get both", "kernel two.csv --depth -1", "predict"] {
        let ended = folder.ntk(line);
        assert_eq!((ended.stdout.as_str(), ended.code), ("", Some(2)), "ntk {line}");
        assert!(ended.stderr.starts_with("error: "), "{}", ended.stderr);
    }
}
