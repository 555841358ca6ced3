//! The commands as a shell sees them: what they print where, and how they end.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::path::Path;
use std::process::{Command as Process, Stdio};

use assert_cmd::Command;
use predicates::prelude::*;
use serde_json::Value;
use tempfile::TempDir;

mod beginning;
mod checking;
mod listing;
mod shells;

const LESSONS: usize = 16;

fn ninetracks() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
    command
        .env_clear()
        .env("PATH", std::env::var("PATH").unwrap_or_default())
        .env("HOME", "/nonexistent")
        .env("LANG", "C.UTF-8")
        .env("TZ", "UTC");
    command
}

fn fixture() -> String {
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/course").to_owned()
}

/// A copy of the fixture course to break.
fn course() -> TempDir {
    let to = TempDir::new().unwrap();
    for folder in ["assets", "lessons", "quizzes"] {
        std::fs::create_dir(to.path().join(folder)).unwrap();
        for file in std::fs::read_dir(Path::new(&fixture()).join(folder)).unwrap().map(Result::unwrap) {
            std::fs::copy(file.path(), to.path().join(folder).join(file.file_name())).unwrap();
        }
    }
    to
}

/// Replaces the first `from` in a file of `course`.
fn change(course: &TempDir, path: &str, from: &str, to: &str) {
    let path = course.path().join(path);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{} has no `{from}`", path.display());
    std::fs::write(path, text.replacen(from, to, 1)).unwrap();
}

fn json(command: &mut Command) -> Value {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|e| panic!("{e}:\n{}", String::from_utf8_lossy(&output.stdout)))
}

#[test]
fn help_says_what_each_command_is_for() {
    let said: [(&[&str], &[&str]); 13] = [
        (
            &[],
            &[
                "Usage: ninetracks [OPTIONS] [COMMAND]",
                "learn ",
                "cards ",
                "quiz ",
                "drill ",
                "check ",
                "list ",
                "stats ",
                "paths ",
                "completions ",
                "man ",
                "--course <DIR>",
                "--data <DIR>",
                "--profile <NAME>",
                "--seed <N>",
                "--plain",
                "--theme <NAME>",
            ],
        ),
        (&["learn"], &["[LESSON]", "where you left off"]),
        (&["cards"], &["cards that are due", "[LESSON]"]),
        (
            &["quiz"],
            &["[LESSONS]...", "--length <N>", "--exam", "--limit <MINUTES>", "--pass <P>", "--json", "--seed <N>"],
        ),
        (&["drill"], &["--resume", "--roster <FILE>", "--teams <N>"]),
        (&["check"], &["[DIR]", "--json", "what to do"]),
        (&["list"], &["lessons, terms, cards, questions, scenarios", "references", "--json"]),
        (&["stats"], &["progress", "--json"]),
        (&["paths"], &["where things are kept"]),
        (&["doctor"], &["what is wrong", "--json"]),
        (&["completions"], &["bash", "zsh", "fish"]),
        (&["man"], &["manual page"]),
        (&["new"], &["course", "lesson", "never overwritten"]),
    ];
    for (command, phrases) in said {
        let output = ninetracks().args(command).arg("--help").output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{command:?}");
        for phrase in phrases {
            assert!(text.contains(phrase), "`{command:?} --help` does not say `{phrase}`:\n{text}");
        }
        assert!(!text.to_lowercase().contains("diplom"), "the program is for any course:\n{text}");
        assert!(!text.contains("--keys") && !text.contains("--print"), "hidden options are shown by {command:?}");
    }
}

#[test]
fn the_version_is_the_packages() {
    ninetracks().arg("--version").assert().success().stdout(format!("ninetracks {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn wrong_usage_ends_with_2_and_nothing_on_standard_output() {
    let wrong: [&[&str]; 13] = [
        &["fly"],
        &["--fly"],
        &["quiz", "--length", "0"],
        &["quiz", "--length", "many"],
        &["quiz", "--pass", "101"],
        &["quiz", "--limit", "0"],
        &["list", "planets"],
        &["completions"],
        &["completions", "tcsh-nope"],
        &["--theme", "mauve"],
        &["--profile", "two words"],
        &["--profile", "../up", "stats"],
        &["--seed", "-1"],
    ];
    for arguments in wrong {
        ninetracks().args(arguments).assert().code(2).stdout("").stderr(predicate::str::is_empty().not());
    }
}

#[test]
fn a_lesson_is_named_by_number_or_id_and_an_unknown_one_lists_them() {
    let data = TempDir::new().unwrap();
    let open = |named: &str| {
        let mut command = ninetracks();
        command.args(["--course", &fixture(), "--keys", "", "--print", "learn", named, "--data"]).arg(data.path());
        command.assert()
    };
    for named in ["2", "drawn"] {
        open(named).success().stdout(predicate::str::contains("2 · Every figure once"));
    }
    for unknown in ["0", "3", "drwan", "\u{1b}[31m"] {
        open(unknown).code(1).stdout("").stderr(
            predicate::str::contains("there is no lesson")
                .and(predicate::str::contains("1 ferry, 2 drawn"))
                .and(predicate::str::contains("\u{1b}").not()),
        );
    }
    for command in [&["cards", "nine"][..], &["quiz", "nine"], &["quiz", "ferry", "nine", "--length", "3"]] {
        ninetracks()
            .args(["--course", &fixture(), "--keys", "", "--print", "--data"])
            .arg(data.path())
            .args(command)
            .assert()
            .code(1)
            .stderr(predicate::str::contains("`nine`"));
    }
}

#[test]
fn keys_are_played_without_a_terminal_and_the_last_screen_is_printed() {
    let data = TempDir::new().unwrap();
    let play = |keys: &str, more: &[&str]| {
        let output =
            ninetracks().arg("--data").arg(data.path()).args(["--keys", keys, "--print"]).args(more).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let screen = play("j", &[]);
    assert_eq!(screen.lines().count(), 30);
    assert!(screen.lines().all(|l| l.chars().count() <= 100));
    assert!(screen.contains("▸ Review") && !screen.contains("▸ Continue") && !screen.contains('\u{1b}'), "{screen}");
    let small = play("jj", &["--size", "60x18"]);
    assert_eq!(small.lines().count(), 18);
    assert!(small.contains("▸ Quiz"));
    assert!(play("", &["--size", "59x18"]).contains("60 × 18"));
    ninetracks()
        .arg("--data")
        .arg(data.path())
        .args(["--keys", "<fly>", "--print"])
        .assert()
        .code(1)
        .stderr(predicate::str::contains("`<fly>` is no key").and(predicate::str::contains("<enter>")));
    ninetracks().args(["--keys", "", "--print", "--size", "0x0"]).assert().code(2);
}

#[test]
fn the_same_seed_gives_the_same_paper_and_another_another() {
    let paper = |seed: &str| {
        let data = TempDir::new().unwrap();
        let mut command = ninetracks();
        command
            .args(["quiz", "--length", "10", "--exam", "--seed", seed, "--keys", "<right><right>", "--print", "--data"])
            .arg(data.path());
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    let without_clock = |screen: String| screen.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(without_clock(paper("7")), without_clock(paper("7")));
    assert_ne!(without_clock(paper("7")), without_clock(paper("8")));
}

#[test]
fn progress_belongs_to_a_profile() {
    let data = TempDir::new().unwrap();
    let play = |profile: &str| {
        let mut command = ninetracks();
        command.args(["--course", &fixture(), "--profile", profile, "--data"]).arg(data.path());
        command
    };
    play("ana").args(["cards", "ferry", "--keys", "<space>4", "--print"]).assert().success();
    assert_eq!(json(play("ana").args(["stats", "--json"]))["cards"]["young"], 1);
    assert_eq!(json(play("ben").args(["stats", "--json"]))["cards"]["young"], 0);
    play("ana").arg("stats").assert().success().stdout(predicate::str::contains("Cards young: 1"));
}

#[test]
fn paths_says_where_things_are_and_makes_nothing() {
    let home = TempDir::new().unwrap();
    let data = home.path().join("deep/er");
    let said = ninetracks().arg("--data").arg(&data).arg("paths").assert().success();
    said.stdout(
        predicate::str::contains(data.join("progress.db").display().to_string())
            .and(predicate::str::contains("not there yet"))
            .and(predicate::str::contains("built in")),
    );
    assert!(!data.exists());
    let usual = ninetracks()
        .env("HOME", home.path())
        .env("XDG_DATA_HOME", home.path().join("share"))
        .arg("paths")
        .assert()
        .success();
    usual.stdout(predicate::str::contains(home.path().join("share/ninetracks").display().to_string()));
    let named = ninetracks()
        .env("NINETRACKS_DATA", &data)
        .args(["--course", &fixture(), "--profile", "ana", "paths"])
        .assert()
        .success();
    named.stdout(
        predicate::str::contains(data.display().to_string())
            .and(predicate::str::contains(fixture()))
            .and(predicate::str::contains("ana")),
    );
}

#[test]
fn without_a_terminal_home_is_lines() {
    let data = TempDir::new().unwrap();
    ninetracks()
        .arg("--data")
        .arg(data.path())
        .assert()
        .success()
        .stdout(predicate::str::contains("1. Read lesson 1: ").and(predicate::str::contains("q leaves")))
        .stderr(predicate::str::contains("standard output is no terminal"));
}

#[test]
fn a_data_path_that_is_a_file_is_said() {
    let base = TempDir::new().unwrap();
    let file = base.path().join("notes.txt");
    std::fs::write(&file, "mine").unwrap();
    ninetracks()
        .arg("stats")
        .arg("--data")
        .arg(&file)
        .assert()
        .code(1)
        .stdout("")
        .stderr(predicate::str::contains("notes.txt").and(predicate::str::contains("--data DIR")));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "mine");
}

#[test]
fn whoever_reads_may_stop_early() {
    for command in [&["list", "questions", "--json"][..], &["list", "questions"], &["completions", "bash"], &["man"]] {
        let mut child = Process::new(env!("CARGO_BIN_EXE_ninetracks"))
            .args(command)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // The reader is gone before the first byte: the worst case of `| head -1`.
        drop(child.stdout.take());
        let ended = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&ended.stderr);
        assert!(!said.contains("panicked") && !said.contains("Broken pipe"), "{command:?}: {said}");
        assert_ne!(ended.status.code(), Some(101), "{command:?}");
    }
}
