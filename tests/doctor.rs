//! `ninetracks doctor` as a shell sees it: what is said, how it ends, and that nothing is changed.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use predicates::prelude::*;
use serde_json::Value;
use tempfile::TempDir;

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/course");

/// A learner's computer: a folder that all else lies in.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    /// With a database that was used once.
    fn used() -> Self {
        let desk = Self::new();
        desk.run(&["learn", "ferry", "--plain"]).write_stdin("").assert().success();
        assert!(desk.database().is_file());
        desk
    }

    fn run(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
        command
            .env_clear()
            .env("HOME", self.0.path())
            .env("LANG", "C.UTF-8")
            .env("TZ", "UTC")
            .current_dir(self.0.path());
        command
            .env("NINETRACKS_COURSE", FIXTURE)
            .args(["--data", "data"])
            .args(args)
            .timeout(std::time::Duration::from_mins(1));
        command
    }

    fn database(&self) -> PathBuf {
        self.0.path().join("data/progress.db")
    }

    /// What each check says, by its name; and whether the command found nothing wrong.
    fn examined(&self, args: &[&str]) -> (BTreeMap<String, Value>, bool) {
        let output = self.run(args).args(["doctor", "--json"]).output().unwrap();
        let lines: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
        let named = |line: Value| (line["check"].as_str().unwrap().to_owned(), line);
        (lines.into_iter().map(named).collect(), output.status.success())
    }

    /// One check of an unwell computer: its message and what to do.
    fn wrong(&self, check: &str) -> (String, String) {
        let (lines, well) = self.examined(&[]);
        let line = &lines[check];
        assert!(!well && line["state"] == "error", "{line}");
        (line["message"].as_str().unwrap().to_owned(), line["help"].as_str().unwrap().to_owned())
    }

    /// Every path with its bytes; `None` for a folder.
    fn held(&self) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
        let (mut held, mut folders) = (BTreeMap::new(), vec![self.0.path().to_owned()]);
        while let Some(folder) = folders.pop() {
            for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if path.is_dir() {
                    folders.push(path.clone());
                }
                held.insert(path.clone(), std::fs::read(path).ok());
            }
        }
        held
    }

    fn damage(&self, from: usize) {
        let mut bytes = std::fs::read(self.database()).unwrap();
        bytes[from..].fill(0xa5);
        std::fs::write(self.database(), bytes).unwrap();
    }
}

#[test]
fn a_new_computer_is_well_and_nothing_is_made() {
    let desk = Desk::new();
    desk.run(&["doctor"])
        .env_remove("NINETRACKS_COURSE")
        .assert()
        .success()
        .stdout(
            predicate::str::contains("no progress yet: data will be created at the first start")
                .and(predicate::str::contains("✓ ok")),
        )
        .stderr("0 errors and 1 warning\n");
    assert!(desk.held().is_empty());
}

#[test]
fn every_check_says_its_state_and_what_to_do() {
    let desk = Desk::used();
    let before = desk.held();
    let (lines, well) = desk.examined(&[]);
    let said: Vec<&str> = lines.keys().map(String::as_str).collect();
    let all = [
        "characters",
        "clock",
        "colours",
        "copies",
        "course",
        "data folder",
        "drill",
        "histories",
        "program",
        "progress",
        "terminal",
        "time zone",
    ];
    assert_eq!(said, all);
    for line in lines.values() {
        let well = line["state"] == "ok";
        assert!(
            !line["message"].as_str().unwrap().is_empty() && line["help"].as_str().unwrap().is_empty() == well,
            "{line}"
        );
    }
    assert!(well && lines["terminal"]["state"] == "warning", "a pipe is no terminal: {lines:?}");
    assert!(lines["progress"]["message"].as_str().unwrap().contains("1 profile: default"), "{}", lines["progress"]);
    assert!(before == desk.held(), "{:?}", desk.held().keys());
}

#[test]
fn lines_need_no_terminal() {
    Desk::new()
        .run(&["--plain", "doctor"])
        .env_remove("NINETRACKS_COURSE")
        .assert()
        .success()
        .stderr("nothing is wrong\n");
}

#[test]
fn a_damaged_database_is_wrong_and_stays_as_it_is() {
    for from in [0, 4096] {
        let desk = Desk::used();
        desk.damage(from);
        let before = desk.held();
        let (message, help) = desk.wrong("progress");
        assert!(message.contains("is damaged") && help.contains("set the file aside"), "{message} {help}");
        assert!(before == desk.held());
    }
}

#[test]
fn in_lines_what_to_do_comes_after_what_is_wrong() {
    let desk = Desk::used();
    desk.damage(0);
    let said = predicate::str::is_match(
        r"(?s)✗ error    progress     progress\.db is damaged.*\nWhat to do:\n.*  progress: start `ninetracks`",
    )
    .unwrap();
    desk.run(&["--plain", "doctor"]).assert().code(1).stdout(said).stderr("1 error and 1 warning\n");
}

#[test]
fn a_locked_database_is_wrong() {
    let desk = Desk::used();
    let other = rusqlite::Connection::open(desk.database()).unwrap();
    other.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE").unwrap();
    let (message, help) = desk.wrong("progress");
    assert!(message.contains("locked by another program") && help.contains("close the program"), "{message} {help}");
}

#[test]
fn a_database_of_a_newer_program_is_wrong() {
    let desk = Desk::used();
    rusqlite::Connection::open(desk.database()).unwrap().execute_batch("PRAGMA user_version = 99").unwrap();
    assert!(desk.wrong("progress").0.contains("it has format 99"));
}

#[test]
fn whatever_lies_in_the_way_is_said() {
    let desk = Desk::new();
    std::fs::create_dir_all(desk.database()).unwrap();
    assert!(desk.wrong("progress").0.contains("is not a file"));
    let desk = Desk::new();
    std::fs::write(desk.0.path().join("data"), "mine").unwrap();
    assert!(desk.wrong("data folder").0.contains("data is not a folder"));
}

#[cfg(unix)]
#[test]
fn a_pipe_in_place_of_the_database_does_not_stop_it() {
    let desk = Desk::new();
    std::fs::create_dir(desk.0.path().join("data")).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(desk.database()).status().unwrap().success());
    assert!(desk.wrong("progress").0.contains("is not a file"));
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_read_is_wrong() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::used();
    let allow =
        |mode| std::fs::set_permissions(desk.0.path().join("data"), std::fs::Permissions::from_mode(mode)).unwrap();
    allow(0o000);
    // Permissions do not bind root.
    if std::fs::read_dir(desk.0.path().join("data")).is_err() {
        assert!(desk.wrong("data folder").0.contains("cannot be read"));
    }
    allow(0o700);
}

#[test]
fn files_beside_the_database_are_named() {
    let desk = Desk::used();
    let beside = |name: &str, bytes: &[u8]| std::fs::write(desk.database().with_file_name(name), bytes).unwrap();
    beside("progress.v1.db", &std::fs::read(desk.database()).unwrap());
    beside("progress.damaged-2026-11-22.db", b"");
    let named = |name: &str| {
        let (lines, well) = desk.examined(&[]);
        assert!(well && lines["copies"]["state"] == "warning");
        assert!(lines["copies"]["message"].as_str().unwrap().contains(name), "{:?}", lines["copies"]);
    };
    named("progress.damaged-2026-11-22.db");
    // Killed while it made a copy.
    beside("progress.v2.db", b"SQLite format 3\0");
    named("1 file torn while a copy was made of the database: progress.v2.db");
}

#[test]
fn a_drill_that_was_left_is_said_until_it_is_over() {
    let desk = Desk::used();
    desk.run(&["--plain", "drill", "--teams", "2", "--length", "2"]).write_stdin("").assert().success();
    let (lines, well) = desk.examined(&[]);
    assert!(well && lines["drill"]["state"] == "warning", "{}", lines["drill"]);
    assert!(lines["drill"]["help"].as_str().unwrap().contains("ninetracks drill --resume"));
    let (of_others, _) = desk.examined(&["--profile", "ana"]);
    assert_eq!(of_others["drill"]["state"], "ok");
}

#[test]
fn a_course_with_errors_is_wrong_and_the_check_is_named() {
    let desk = Desk::new();
    let course = desk.0.path().join("mine");
    for folder in ["assets", "lessons", "quizzes"] {
        copy(&Path::new(FIXTURE).join(folder), &course.join(folder));
    }
    std::fs::write(course.join("lessons/99-broken.ron"), "Lesson(").unwrap();
    let (lines, well) = desk.examined(&["--course", "mine"]);
    let line = &lines["course"];
    assert!(
        !well && line["state"] == "error" && line["help"].as_str().unwrap().contains("`ninetracks check mine`"),
        "{line}"
    );
    let (lines, well) = desk.examined(&["--course", "nowhere"]);
    assert!(!well && lines["course"]["message"].as_str().unwrap().contains("nowhere"), "{lines:?}");
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for file in std::fs::read_dir(from).unwrap().map(Result::unwrap).filter(|f| f.path().is_file()) {
        std::fs::copy(file.path(), to.join(file.file_name())).unwrap();
    }
}

#[test]
fn the_surroundings_are_judged() {
    let desk = Desk::new();
    let state = |name: &str, value: &str, check: &str| {
        let output = desk.run(&["--theme", "dark", "doctor", "--json"]).env(name, value).output().unwrap();
        let lines: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
        lines.iter().find(|l| l["check"] == check).unwrap()["state"].as_str().unwrap().to_owned()
    };
    assert_eq!([state("LC_ALL", "C", "characters"), state("LC_ALL", "C.UTF-8", "characters")], ["warning", "ok"]);
    assert_eq!([state("NO_COLOR", "1", "colours"), state("NO_COLOR", "", "colours")], ["warning", "ok"]);
    assert_eq!([state("TZ", "Mars/Phobos", "time zone"), state("TZ", "Europe/Oslo", "time zone")], ["warning", "ok"]);
}

#[test]
fn without_a_home_folder_it_says_so() {
    let output =
        Command::new(env!("CARGO_BIN_EXE_ninetracks")).env_clear().args(["doctor", "--json"]).output().unwrap();
    let lines: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert!(lines.iter().any(|l| l["check"] == "data folder"), "{lines:?}");
}
