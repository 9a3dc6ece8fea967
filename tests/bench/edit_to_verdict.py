#!/usr/bin/env python3
"""How long from saving an exercise to seeing its verdict, beside rustlings, in one run.

    python3 tests/bench/edit_to_verdict.py [--runs N] [--exercise EX] [--edit body|comment]
                                           [--rustlings PATH] [--work FOLDER] [--skip-cold]

Wants Python 3 on a Unix, cargo with clippy (rustlings wants clippy), and nothing else. It works on
a copy of this course and on a fresh rustlings project, both in --work (a temporary folder, unless
told otherwise); your own files are read and never written. Without --rustlings it installs
rustlings 6.5.0 (or else the newest 6) into that folder, which needs the network once.

Both sides are treated alike. The exercise holds a passing answer: ours the reference solution,
theirs `vecs1`, which has a test. An edit puts a number that was never there before into the first
function's body (--edit comment: behind the end of the file), so that something is compiled and
linked anew and passes again; a broken edit puts a type error there. Every measurement is made of
both before the next is made of either, and who goes first changes from run to run, so that a
machine that is busy with something else slows both. A measurement whose verdict is not the
expected one ends the script.

    edit, pass       from the edit to the end of the command, or for watch modes, which run in a
                     pseudo-terminal, until the text that says "passed" has arrived on it
    no change, pass  the command once more
    compile error    from a broken edit, likewise
    cold             the command after the target folder was removed; dependencies are fetched

The table has the median and [least–greatest] in milliseconds, and the ratio: the median over all
runs of theirs/ours within one run. Above 1 ours is faster. Rows without a partner compare with the
same measurement of theirs (`rustlings run`).

Below it: where our milliseconds go. Parts that cannot be measured alone are differences.
"""

import argparse
import fcntl
import json
import os
import pty
import re
import shlex
import shutil
import signal
import socket
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
RUSTLINGS = "6.5.0"
THEIR_EXERCISE = "vecs1"
PATIENCE = 120  # seconds for a verdict to come; a cold build has no limit
SETTLE = 0.3  # seconds between two saves: longer than the debounce of either watch mode
ESCAPES = re.compile(rb"\x1b(\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[()][A-Z0-9]|[=>78])")


class Course:
    """A copy of this course, its exercise solved."""

    name = "ours"
    says_pass = "Enter next"  # the line of keys, which offers it after a pass only
    says_broken = "does not compile"
    under_cargo = None

    def __init__(self, work, exercise, edit):
        self.root = work / "course"
        if not self.root.exists():
            unwanted = shutil.ignore_patterns("target", ".git", ".ntk")
            shutil.copytree(REPOSITORY, self.root, ignore=unwanted, symlinks=True)
        folders = sorted((self.root / "exercises").glob(f"{exercise}-*"))
        if len(folders) != 1:
            sys.exit(f"no exercise {exercise}")
        self.exercise, self.package = exercise, folders[0].name
        self.folder = folders[0]
        self.target = self.root / "target"
        # The reference, and the lines of the starter through which the checker calls it.
        solution = (self.root / "solutions" / self.package / "solution.rs").read_text()
        starter = (self.folder / "starter.rs").read_text()
        calls = starter[starter.index("mod signatures;"):]
        self.source = Source(self.folder / f"{exercise}.rs", f"{solution}\n{calls}", edit)
        self.through_cargo = ["cargo", "run", "--", "check", exercise]
        self.direct = [self.target / "debug" / "ntk", "check", exercise]
        self.watch = ["cargo", "run", "--", "watch", exercise]

    def command(self, direct=False):
        return self.direct if direct else self.through_cargo

    def prepare(self):
        run(["cargo", "fetch"], self.root)

    def inner_cargo(self, *more):
        """What the checker starts: the cargo that it was started by, in the same environment.

        In another one (without rustup's variables, say) cargo would ask rustc for its version
        again, and forget what it had been told before.
        """
        if self.under_cargo is None:
            show = "import json, os; print(json.dumps(dict(os.environ)))"
            runner = json.dumps(["python3", "-c", show])
            said = run(["cargo", "--config", f"target.'cfg(unix)'.runner = {runner}", "run", "-q"],
                       self.root).stdout
            self.under_cargo = json.loads(said)
        command = [self.under_cargo["CARGO"], "build", "-p", "ntk", "-p", self.package,
                   "--bin", self.exercise, "--message-format=json", "--offline", *more]
        return {"command": command, "folder": self.root, "env": self.under_cargo}


class Rustlings:
    """A project made by `rustlings init`, one exercise solved."""

    name = "theirs"
    says_pass = "Exercise done"
    says_broken = "could not compile"

    def __init__(self, work, program, edit):
        self.root = work / "rustlings"
        self.program = program
        if not self.root.exists():
            # It wants Enter, and a folder that is in no cargo package.
            run([program, "init"], work, typed="\n")
        self.target = self.root / "target"
        file = next((self.root / "exercises").glob(f"*/{THEIR_EXERCISE}.rs"))
        todo = file.read_text()
        answer = todo.replace("// let v = ???;", "let v = vec![10, 20, 30, 40];")
        self.source = Source(file, Source.cleaned(answer), edit)
        self.watch = [program]

    def command(self, direct=False):
        return [self.program, "run", THEIR_EXERCISE]

    def prepare(self):
        # The first start wants Enter; this also makes the exercise the one that is watched.
        run([self.program, "hint", THEIR_EXERCISE], self.root, typed="\n")


class Source:
    """The file that is edited."""

    edits = 0

    def __init__(self, path, passing, kind):
        self.path, self.passing, self.kind = path, passing, kind

    @staticmethod
    def cleaned(text):
        """Without what an earlier run left in a folder that was kept."""
        lines = text.splitlines(keepends=True)
        return "".join(line for line in lines if "bench-edit" not in line)

    def edit(self, broken=False):
        Source.edits += 1
        number = Source.edits
        text = self.passing
        if self.kind == "comment" and not broken:
            text += f"// bench-edit {number}\n"
        else:
            right = f"let _ = std::hint::black_box({number}_u32);"
            value = f'let _: u32 = "{number}";' if broken else right
            body = text.index("{\n", text.index("fn ")) + 2
            text = f"{text[:body]}    {value} // bench-edit\n{text[body:]}"
        self.path.write_text(text)


class Terminal:
    """A program in a pseudo-terminal, and when each piece of its output came."""

    def __init__(self, command, folder):
        self.arrived, self.pieces = threading.Condition(), []
        self.pid, self.end = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execvpe(str(command[0]), [str(part) for part in command], environment(TERM="xterm"))
        fcntl.ioctl(self.end, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        while True:
            try:
                piece = os.read(self.end, 1 << 16)
            except OSError:  # what Linux says when the program is gone
                piece = b""
            with self.arrived:
                self.pieces.append((time.perf_counter(), piece))
                self.arrived.notify_all()
            if not piece:
                return

    def wait_for(self, text, since):
        """When that text had arrived, of what came after the moment `since`."""
        deadline = time.perf_counter() + PATIENCE
        with self.arrived:
            while True:
                seen = b""
                for at, piece in self.pieces:
                    if at < since:
                        continue
                    seen += piece
                    if text.encode() in ESCAPES.sub(b"", seen):
                        return at
                gone = self.pieces and not self.pieces[-1][1]
                if gone or not self.arrived.wait(deadline - time.perf_counter()):
                    shown = ESCAPES.sub(b"", seen).decode(errors="replace")
                    sys.exit(f"`{text}` was not seen. What was:\n{shown}")

    @classmethod
    def watching(cls, side):
        """Its watch mode, which has shown that the exercise passes."""
        terminal = cls(side.watch, side.root)
        terminal.wait_for(side.says_pass, 0)
        return terminal

    def verdict_after_save(self, side, broken=False):
        time.sleep(SETTLE)
        begun = time.perf_counter()
        side.source.edit(broken)
        says = side.says_broken if broken else side.says_pass
        return (self.wait_for(says, begun) - begun) * 1000

    def close(self):
        os.write(self.end, b"q")
        for _ in range(50):
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                break
            time.sleep(0.05)
        else:
            os.kill(self.pid, signal.SIGTERM)
            os.waitpid(self.pid, 0)
        os.close(self.end)


def environment(**more):
    """This one without what would send either side's build elsewhere or colour it otherwise."""
    unwanted = ("CARGO_TARGET_DIR", "CARGO_BUILD_TARGET_DIR", "CARGO_BUILD_BUILD_DIR", "CARGO",
                "CARGO_MANIFEST_DIR", "NO_COLOR")
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return {**kept, **more}


def run(command, folder, code=0, typed="", says="", env=None):
    done = subprocess.run([str(part) for part in command], cwd=folder, input=typed, text=True,
                          capture_output=True, env=env or environment())
    if done.returncode != code or says not in done.stdout + done.stderr:
        sys.exit(f"{shlex.join(map(str, command))} ended with {done.returncode}, not {code} and "
                 f"`{says}`:\n{done.stdout}\n{done.stderr}")
    return done


def milliseconds(command, folder, **expected):
    begun = time.perf_counter()
    run(command, folder, **expected)
    return (time.perf_counter() - begun) * 1000


def check(side, broken=False, direct=False):
    """One check as a command, whose verdict must be right."""
    expected = {"code": 1, "says": side.says_broken} if broken else {}
    return milliseconds(side.command(direct), side.root, **expected)


def measure_commands(sides, runs, table):
    ours = sides[0]
    for number in range(runs):
        progress(f"commands, run {number + 1} of {runs}")
        order = sides if number % 2 == 0 else sides[::-1]
        for side in order:  # from a passing state, as a learner who goes on
            side.source.edit()
            check(side)
        for side in order:
            side.source.edit()
            table.add("edit, pass: cargo run -- check", side, check(side))
        for side in order:
            table.add("no change, pass: cargo run -- check", side, check(side))
        table.add("no change, pass: target/debug/ntk check", ours, check(ours, direct=True))
        table.add("  cargo run -- --version", ours,
                  milliseconds(["cargo", "run", "--", "--version"], ours.root))
        milliseconds(**ours.inner_cargo())  # the checker has called rustc without cargo's knowledge
        table.add("  the inner cargo build, no change", ours,
                  milliseconds(**ours.inner_cargo()))
        ours.source.edit()
        table.add("edit, pass: target/debug/ntk check", ours, check(ours, direct=True))
        for side in order:
            side.source.edit(broken=True)
            table.add("compile error: cargo run -- check", side, check(side, broken=True))
        ours.source.edit(broken=True)
        table.add("compile error: target/debug/ntk check", ours,
                  check(ours, broken=True, direct=True))


def measure_watch(sides, runs, table):
    terminals = {}
    for side in sides:
        side.source.edit()
        side.prepare()
        terminals[side.name] = Terminal.watching(side)

    def saved(side, broken=False):
        return terminals[side.name].verdict_after_save(side, broken)

    for number in range(runs):
        progress(f"watch, run {number + 1} of {runs}")
        order = sides if number % 2 == 0 else sides[::-1]
        for side in order:
            table.add("edit, pass: watch", side, saved(side))
        for side in order:
            table.add("compile error: watch", side, saved(side, broken=True))
        for side in order:
            saved(side)
    for terminal in terminals.values():
        terminal.close()


def measure_cold(sides, table):
    for side in sides:
        progress(f"cold, {side.name}")
        shutil.rmtree(side.target, ignore_errors=True)
        side.source.edit()
        table.add("cold: cargo run -- check", side, check(side))


def measure_parts(ours, runs, parts):
    """What `check` and `watch` are made of, each alone."""
    ours.source.edit()
    run(**ours.inner_cargo())
    ours.source.edit()
    compiler = recorded_rustc(ours)
    for number in range(runs):
        progress(f"parts, run {number + 1} of {runs}")
        ours.source.edit()
        parts.add("rustc", ours, milliseconds(**compiler))
        ours.source.edit()
        # Not by `--emit`: another value of that throws away what rustc has kept.
        unlinked = [*compiler["command"], "-C", "linker=true"]
        parts.add("rustc, no linking", ours, milliseconds(**{**compiler, "command": unlinked}))
        ours.source.edit()
        parts.add("inner cargo, edit", ours, milliseconds(**ours.inner_cargo()))
        parts.add("inner cargo, no change", ours, milliseconds(**ours.inner_cargo()))
        parts.add("ntk --version", ours, milliseconds([ours.direct[0], "--version"], ours.root))
        parts.add("cargo run -- --version", ours,
                  milliseconds(["cargo", "run", "--", "--version"], ours.root))
        parts.add("children", ours, children(ours))
        ours.source.edit()
        parts.add("cargo run -- check", ours, check(ours))
        # Anew each time: it would answer the other parts' edits too.
        terminal = Terminal.watching(ours)
        parts.add("watch", ours, terminal.verdict_after_save(ours))
        terminal.close()


def recorded_rustc(ours):
    """The compiler's command line for the exercise, as cargo ran it."""
    said = run(**ours.inner_cargo("-vv")).stderr
    lines = re.findall(r"Running `(.*)`", said)
    line = next(line for line in lines if f"--crate-name {ours.exercise} " in line)
    words, env = shlex.split(line), dict(ours.under_cargo)
    while "=" in words[0]:
        name, value = words.pop(0).split("=", 1)
        env[name] = value
    return {"command": words, "folder": ours.root, "env": env}


def children(ours):
    """Each function's program in turn: started, asked every frozen call, stopped."""
    frozen = json.loads((ours.folder / "frozen.json").read_text())
    program = ours.target / "debug" / ours.exercise
    begun = time.perf_counter()
    for function, requests in requests_in(frozen).items():
        here, there = socket.socketpair()
        child = subprocess.Popen([str(program)], stdin=there, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL,
                                 env=environment(NTK_CHANNEL="stdin", NTK_MEMORY=str(1 << 30)))
        there.close()
        with here, here.makefile("rwb") as wire:
            for request in requests:
                wire.write(request)
                wire.flush()
                reply = wire.readline()
                if b'"value"' not in reply:
                    sys.exit(f"{function} answered {reply!r}")
        child.kill()
        child.wait()
    return (time.perf_counter() - begun) * 1000


def requests_in(frozen):
    functions = frozen["functions"]

    def request(name, call):
        body = {"call": {"function": name, "arguments": call["arguments"]}}
        return json.dumps(body).encode() + b"\n"

    return {f["name"]: [request(f["name"], call) for call in f["calls"]] for f in functions}


class Table:
    """Measurements by row and side, in the order of the runs."""

    def __init__(self):
        self.rows = {}

    def add(self, row, side, value):
        self.rows.setdefault(row, {}).setdefault(side.name, []).append(value)

    def median(self, row, side="ours"):
        return statistics.median(self.rows[row][side])

    def print(self):
        print(f"{'':42}{'ours':>24}{'rustlings':>24}  ratio")
        for row in sorted(self.rows, key=order_of):
            ours = self.rows[row]["ours"]
            theirs = self.rows[row].get("theirs") or self.partner(row)
            ratio = ""
            if theirs:
                ratio = f"{statistics.median(t / o for o, t in zip(ours, theirs)):7.2f}"
            print(f"{row:42}{spread(ours):>24}{spread(theirs):>24}{ratio}")

    def partner(self, row):
        """The same measurement of theirs, where ours goes without `cargo run`."""
        beside = row.replace("target/debug/ntk check", "cargo run -- check")
        return self.rows.get(beside, {}).get("theirs") if beside != row else None


def order_of(row):
    words = ["edit, pass: cargo", "edit, pass: target", "edit, pass: watch",
             "no change, pass: cargo", "no change, pass: target",
             "compile error: cargo", "  cargo run", "  the inner",
             "compile error: target", "compile error: watch", "cold"]
    return next(place for place, word in enumerate(words) if row.startswith(word))


def spread(values):
    if not values:
        return ""
    if len(values) == 1:
        return f"{values[0]:.0f}"
    return f"{statistics.median(values):.0f} [{min(values):.0f}–{max(values):.0f}]"


def print_trace(parts):
    of = parts.median
    outer = of("cargo run -- --version") - of("ntk --version")
    fresh = of("inner cargo, no change")
    linking = of("rustc") - of("rustc, no linking")
    around = of("inner cargo, edit") - fresh - of("rustc")
    shared = [
        ("cargo build, finding what has changed", fresh),
        ("rustc, to object files", of("rustc, no linking")),
        ("rustc, linking", linking),
        ("cargo, around the compiler", around),
        ("the functions' programs, all calls", of("children")),
    ]
    check_total, watch_total = of("cargo run -- check"), of("watch")
    check_rest = check_total - outer - sum(value for _, value in shared)
    watch_rest = watch_total - sum(value for _, value in shared)
    print(f"\n{'where our milliseconds go: edit, pass':48}{'check':>8}{'watch':>8}")
    print(f"{'cargo run, finding nothing to do':48}{outer:8.0f}{'':>8}")
    for what, value in shared:
        print(f"{what:48}{value:8.0f}{value:8.0f}")
    rest = "the rest: ntk itself; watch: noticing the save"
    print(f"{rest:48}{check_rest:8.0f}{watch_rest:8.0f}")
    print(f"{'together':48}{check_total:8.0f}{watch_total:8.0f}")


def installed(work):
    """rustlings from its package, and the seconds that it took."""
    root = work / "rustlings-installed"
    program = root / "bin" / "rustlings"
    if program.exists():
        return program, None
    for version in (RUSTLINGS, "6"):
        progress(f"installing rustlings {version}")
        begun = time.perf_counter()
        command = ["cargo", "install", "rustlings", "--version", version, "--root", root]
        done = subprocess.run(map(str, command), capture_output=True, text=True, env=environment())
        if done.returncode == 0:
            return program, time.perf_counter() - begun
    sys.exit(f"rustlings cannot be installed:\n{done.stderr}")


def progress(sentence):
    print(f"… {sentence}", file=sys.stderr, flush=True)


def print_machine(program):
    cpus = os.cpu_count()
    rustc = run(["rustc", "--version"], REPOSITORY).stdout.strip()
    version = run([program, "--version"], REPOSITORY).stdout.strip()
    print(f"{rustc}; {version}; {cpus} processors, load {os.getloadavg()[0]:.1f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--exercise", default="ex03", help="as ex03")
    parser.add_argument("--edit", choices=["body", "comment"], default="body")
    parser.add_argument("--rustlings", type=Path, help="the program, if it is installed")
    parser.add_argument("--work", type=Path, help="a folder to work in, which is kept")
    parser.add_argument("--skip-cold", action="store_true", help="for a --work that is warm")
    arguments = parser.parse_args()

    work = arguments.work or Path(tempfile.mkdtemp(prefix="edit-to-verdict-"))
    try:
        work.mkdir(parents=True, exist_ok=True)
        measure(arguments, work.resolve())
    finally:
        if not arguments.work:
            shutil.rmtree(work, ignore_errors=True)


def measure(arguments, work):
    program, seconds = arguments.rustlings, None
    if program is None:
        program, seconds = installed(work)
    program = program.resolve()
    print_machine(program)
    ours = Course(work, arguments.exercise, arguments.edit)
    sides = [ours, Rustlings(work, program, arguments.edit)]
    table, parts = Table(), Table()
    for side in sides:
        side.prepare()
    if not arguments.skip_cold:
        measure_cold(sides, table)
    measure_commands(sides, arguments.runs, table)
    measure_watch(sides, arguments.runs, table)
    measure_parts(ours, arguments.runs, parts)
    print(f"{arguments.exercise} and {THEIR_EXERCISE}, {arguments.runs} runs, an edit of the "
          f"{arguments.edit}; milliseconds, median [least–greatest]; ratio: theirs/ours\n")
    table.print()
    if seconds is not None:
        print(f"\nset-up of theirs, once, not in the table: cargo install rustlings, {seconds:.0f} s")
        if cold := table.rows.get("cold: cargo run -- check"):
            ratio = (seconds * 1000 + cold["theirs"][0]) / cold["ours"][0]
            print(f"cold with that set-up counted: ratio {ratio:.2f}")
    print_trace(parts)
    print(f"\nload at the end {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
