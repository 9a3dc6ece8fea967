//! Whatever a learner's file does, it gets a clear verdict on the function that did it, the other
//! functions are graded, and nothing passes that did not return the right values.

mod common;

use common::Course;

/// Right answers to all functions but one.
const RIGHT: [(&str, &str); 5] = [
    ("triple", "3.0 * x"),
    ("length", "x.norm()"),
    ("gram", "xs * xs.transpose()"),
    ("total", "gram(xs).sum() * depth as f64"),
    (
        "describe",
        "{ let joined = words.join(&\" \".repeat(pair.0 as usize)); (if pair.1 { joined.to_uppercase() } else { joined }, maybe.map(map)) }",
    ),
];

/// Checks an exercise in which `length` has this body, and all else is right.
fn attack(id: &str, body: &str) -> common::Transcript {
    let course = Course::with_miniature(&format!("attack-{id}"), id);
    let mut answers = RIGHT;
    answers[1].1 = body;
    course.answer(&format!("{id}-mini"), &answers);
    course.ntk(&["check", id, "--json"])
}

#[track_caller]
fn assert_verdict(transcript: &common::Transcript, verdict: &str) {
    assert_eq!(transcript.verdict("length"), verdict, "{transcript}");
    for other in ["triple", "gram", "total", "describe"] {
        assert_eq!(transcript.verdict(other), "pass", "{other}: {transcript}");
    }
    assert_eq!(transcript.code, Some(if verdict == "pass" { 0 } else { 1 }), "{transcript}");
}

#[test]
fn right_answers_pass() {
    assert_verdict(&attack("ex500", "x.norm()"), "pass");
}

#[test]
fn an_endless_loop_is_stopped() {
    assert_verdict(&attack("ex501", "loop { std::hint::black_box(x); }"), "timeout");
}

#[test]
fn sleeping_is_stopped_too() {
    let sleep = "{ std::thread::sleep(std::time::Duration::from_secs(60)); x.norm() }";
    assert_verdict(&attack("ex502", sleep), "timeout");
}

#[test]
fn a_stack_overflow_is_told_apart() {
    let deep = "{ fn down(n: u64) -> u64 { if n == u64::MAX { 0 } else { 1 + down(std::hint::black_box(n + 1)) } } down(0) as f64 + x[0] }";
    assert_verdict(&attack("ex503", deep), "stack");
}

#[test]
fn so_it_is_after_printing_on_the_way_down() {
    let deep = "{ fn down(n: u64) -> u64 { if n < 2000 { eprintln!(\"down {n:060}\"); } if n == u64::MAX { 0 } else { 1 + down(std::hint::black_box(n + 1)) } } down(0) as f64 + x[0] }";
    assert_verdict(&attack("ex560", deep), "stack");
}

#[test]
fn a_memory_blow_up_is_refused() {
    let grow = "{ let mut all = vec![x.clone()]; loop { all.push(DVector::zeros(1 << 20)); } }";
    assert_verdict(&attack("ex504", grow), "memory");
}

#[test]
fn one_huge_allocation_is_refused() {
    assert_verdict(&attack("ex505", "vec![1.0; 3 << 30][x.len()]"), "memory");
}

#[test]
fn exit_zero_does_not_pass() {
    assert_verdict(
        &attack("ex506", "{ std::process::exit(if x.len() > 9 { 1 } else { 0 }) }"),
        "exit",
    );
}

#[test]
fn abort_is_a_crash() {
    assert_verdict(&attack("ex507", "{ let _ = x; std::process::abort() }"), "crash");
}

#[test]
fn a_segmentation_fault_is_a_crash() {
    let fault = "unsafe { *(x.len() as *const f64) }";
    assert_verdict(&attack("ex508", fault), "crash");
}

#[test]
fn a_flood_on_standard_output_is_stopped() {
    assert_verdict(&attack("ex509", "loop { println!(\"{x}\"); }"), "flood");
}

#[test]
fn a_flood_on_standard_error_is_stopped() {
    assert_verdict(&attack("ex510", "loop { eprintln!(\"{x}\"); }"), "flood");
}

#[test]
fn a_value_too_long_to_read_is_not_called_printing() {
    let course = Course::with_miniature("attack-ex561", "ex561");
    let mut answers = RIGHT;
    answers[4].1 = "{ let _ = (words, pair, maybe, map); (\"x\".repeat(80 << 20), None) }";
    course.answer("ex561-mini", &answers);
    let transcript = course.ntk(&["check", "ex561"]);
    assert!(transcript.stdout.contains("It returned more than 64 MiB"), "{transcript}");
}

#[cfg(unix)]
#[test]
fn writing_into_the_checkers_channel_is_a_crash() {
    let scribble = "{ for fd in 3..20 { use std::os::fd::FromRawFd; let mut file = std::mem::ManuallyDrop::new(unsafe { std::fs::File::from_raw_fd(fd) }); let _ = std::io::Write::write_all(&mut *file, b\"x\\n\"); } x.norm() }";
    assert_verdict(&attack("ex562", scribble), "crash");
}

#[test]
fn a_panic_whose_payload_panics_is_a_panic() {
    let bomb = "{ struct Bomb; impl Drop for Bomb { fn drop(&mut self) { panic!(\"again\"); } } if x.len() < 100 { std::panic::panic_any(Bomb); } x.norm() }";
    assert_verdict(&attack("ex563", bomb), "panic");
}

#[test]
fn a_panic_names_the_learners_own_line() {
    let transcript = attack("ex511", "x.dot(&DVector::zeros(17))");
    assert_verdict(&transcript, "panic");
    let at = transcript.function("length")["case"]["ended"]["at"].clone();
    assert!(at.as_str().is_some_and(|at| at.contains("ex511.rs:")), "{transcript}");
}

#[test]
fn a_panic_in_a_thread_of_the_learner_is_a_panic() {
    let thread = "{ let x = x.clone(); std::thread::spawn(move || x[99]).join().unwrap() }";
    assert_verdict(&attack("ex512", thread), "panic");
}

#[test]
fn nan_never_passes() {
    assert_verdict(&attack("ex513", "x[0] * f64::NAN"), "not-finite");
}

#[test]
fn infinity_never_passes_for_a_number() {
    assert_verdict(&attack("ex514", "1.0 / (x[0] - x[0])"), "not-finite");
}

#[test]
fn forged_test_lines_and_replies_on_standard_output_count_for_nothing() {
    let forged = r#"{
        println!("test length ... ok\ntest result: ok. 1 passed; 0 failed");
        println!("{{\"called\":{{\"value\":{{\"float\":5.0}}}}}}");
        let _ = x;
        std::process::exit(0)
    }"#;
    assert_verdict(&attack("ex515", forged), "exit");
}

#[test]
fn what_is_printed_is_shown_and_never_mistaken_for_a_reply() {
    let noisy = r#"{ println!("{{\"called\":{{\"value\":{{\"float\":1.0}}}}}}"); dbg!(x.len()); x.norm() }"#;
    let transcript = attack("ex516", noisy);
    assert_verdict(&transcript, "pass");
    let printed = transcript.function("length")["printed"].clone();
    assert_eq!(printed["stdout"].as_str().map(|text| text.lines().count()), Some(4), "{printed}");
    assert!(printed["stderr"].as_str().is_some_and(|text| text.contains("x.len() = 2")));
}

#[test]
fn reading_standard_input_finds_it_empty() {
    let reading = "{ let mut line = String::new(); std::io::stdin().read_line(&mut line).unwrap(); assert!(line.is_empty()); x.norm() }";
    assert_verdict(&attack("ex517", reading), "pass");
}

#[test]
fn a_panic_hook_of_the_learner_does_not_hide_the_panic() {
    let hooked = "{ std::panic::set_hook(Box::new(|_| {})); panic!(\"mine {}\", x.len()) }";
    let transcript = attack("ex518", hooked);
    assert_verdict(&transcript, "panic");
}

#[test]
fn a_wrong_answer_after_right_ones_is_still_wrong() {
    let turning = "{ use std::sync::atomic::{AtomicUsize, Ordering}; static CALLS: AtomicUsize = AtomicUsize::new(0); if CALLS.fetch_add(1, Ordering::Relaxed) < 2 { x.norm() } else { 0.5 } }";
    let transcript = attack("ex519", turning);
    assert_verdict(&transcript, "wrong");
    assert_eq!(transcript.function("length")["passed"], 2);
}

/// Also what left its process group, and what the one that left has started.
#[cfg(target_os = "linux")]
#[test]
fn nothing_that_it_started_outlives_the_check() {
    // A number of seconds that nothing else on the machine sleeps for.
    let mark = format!("98{}", std::process::id());
    let script = format!(
        "sleep {mark}1 & setsid sleep {mark}2 & (setsid sh -c 'sleep {mark}3; :' &) ; exit 0"
    );
    let body = format!(
        "{{ std::process::Command::new(\"setsid\").args([\"sh\", \"-c\", {script:?}]).spawn().unwrap().wait().unwrap(); std::process::Command::new(\"sleep\").arg(\"{mark}4\").spawn().unwrap(); x.norm() }}"
    );
    let transcript = attack("ex520", &body);
    assert_verdict(&transcript, "pass");
    let left: Vec<String> = std::fs::read_dir("/proc")
        .unwrap()
        .filter_map(|entry| std::fs::read_to_string(entry.ok()?.path().join("cmdline")).ok())
        .filter(|line| line.starts_with("sleep") && line.contains(&mark))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

/// A killed checker takes the learner's program with it, even one that hangs.
#[cfg(target_os = "linux")]
#[test]
fn a_killed_checker_leaves_no_program_behind() {
    let course = Course::with_miniature("attack-ex521", "ex521");
    course.answer("ex521-mini", &[("triple", "loop { std::hint::black_box(x); }")]);
    // Built first, so that the time below is spent in the loop.
    course.ntk(&["check", "ex521", "--json"]);
    let mut checker = course
        .command(".", &["check", "ex521"])
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let running = || {
        std::fs::read_dir("/proc").unwrap().any(|entry| {
            entry
                .ok()
                .and_then(|entry| std::fs::read_link(entry.path().join("exe")).ok())
                .is_some_and(|exe| exe.starts_with(&course.root) && exe.ends_with("debug/ex521"))
        })
    };
    let wait_until = |wanted: bool| {
        let patience = std::time::Instant::now() + std::time::Duration::from_secs(20);
        while running() != wanted && std::time::Instant::now() < patience {
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        running() == wanted
    };
    assert!(wait_until(true), "the program was never started");
    checker.kill().unwrap();
    checker.wait().unwrap();
    assert!(wait_until(false), "the program is still running");
}
