//! Progress files of other versions: what learners of 0.1.0 have is read, and what a later program wrote is refused.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::path::Path;

use assert_cmd::Command;
use predicates::prelude::*;
use serde_json::Value;
use tempfile::TempDir;

/// A folder with the progress of 0.1.0: `tests/fixtures/progress/make-0.1.0.sh` says what was done.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/progress/0.1.0.db");
    std::fs::copy(fixture, folder.path().join("progress.db")).unwrap();
    folder
}

fn app(folder: &TempDir, profile: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
    command.env_clear().env("PATH", std::env::var("PATH").unwrap_or_default()).env("HOME", "/nonexistent");
    command.env("LANG", "C.UTF-8").env("TZ", "UTC").env("NINETRACKS_DATA", folder.path());
    command.args(["--profile", profile]);
    command
}

fn ninetracks(folder: &TempDir, profile: &str, args: &[&str]) -> Command {
    let mut command = app(folder, profile);
    command.arg("--plain").args(args);
    command
}

fn json(folder: &TempDir, profile: &str, args: &[&str]) -> Value {
    let output = ninetracks(folder, profile, args).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn says(folder: &TempDir, profile: &str, args: &[&str], typed: &str, said: &str) {
    ninetracks(folder, profile, args).write_stdin(typed).assert().success().stdout(predicate::str::contains(said));
}

/// The last screen of the app after these keys.
fn screen(folder: &TempDir, profile: &str, keys: &str) -> String {
    let mut command = app(folder, profile);
    let output = command.args(["--keys", keys, "--print"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What was done then is counted, cards and questions that the course has given up since included.
#[test]
fn progress_of_0_1_0_is_all_there() {
    let folder = folder();
    let ana = json(&folder, "ana", &["stats", "--json"]);
    let cards =
        ["learning", "young", "mature", "retired", "unknown"].map(|stage| ana["cards"][stage].as_u64().unwrap());
    assert_eq!((cards.iter().sum::<u64>(), &ana["days_studied"]), (3, &1.into()));
    assert!((1..=10).contains(&ana["sections_read"].as_u64().unwrap()), "{}", ana["sections_read"]);
    let quizzes = ana["quizzes"].as_array().unwrap();
    let said = |at: usize| ["seed", "answered", "percent", "finished"].map(|key| quizzes[at][key].clone());
    assert_eq!(said(1), [Value::from(7), Value::from(5), Value::from(60), Value::from(true)]);
    assert_eq!(said(0)[..2], [Value::from(8), Value::from(1)]);
    assert_eq!(json(&folder, "ben", &["stats", "--json"])["quizzes"][0]["percent"], 20);
    assert_eq!(json(&folder, "ana", &["profile", "list", "--json"]).as_array().unwrap().len(), 3);
    assert!(folder.path().join("progress.v3.db").exists(), "a copy is kept");
}

#[test]
fn drills_and_papers_of_0_1_0_are_reported() {
    let folder = folder();
    for kept in ["drill 1", "drill 2", "paper 7", "paper 5"] {
        says(&folder, "default", &["report", "--list"], "", kept);
    }
    let reports =
        [(&["report", "1"][..], "Team B"), (&["report", "--paper", "7"], "ben"), (&["report", "--paper", "5"], "Zoe")];
    for (report, said) in reports {
        says(&folder, "default", report, "", said);
    }
}

#[test]
fn what_was_left_in_0_1_0_goes_on() {
    let folder = folder();
    assert!(screen(&folder, "ana", "").contains("1 of 4 answered"));
    says(&folder, "ana", &["scenario", "1"], "q\n", "Decision");
    says(&folder, "default", &["drill", "--resume"], "\n", "Question 1 of 3");
}

#[test]
fn a_profile_has_another_name_and_the_same_progress() {
    let folder = folder();
    says(&folder, "default", &["profile", "rename", "ana", "anna"], "", "ana is now anna");
    says(&folder, "default", &["profile", "list"], "", "anna");
    assert_eq!(json(&folder, "anna", &["stats", "--json"])["days_studied"], 1);
    assert_eq!(json(&folder, "ana", &["stats", "--json"])["days_studied"], 0);
    let refused = predicate::str::contains("there is already a profile “ben”");
    ninetracks(&folder, "default", &["profile", "rename", "anna", "ben"]).assert().code(1).stderr(refused);
}

#[test]
fn forgetting_asks_first_and_says_what_went() {
    let folder = folder();
    let held = |name: &str| {
        std::fs::read_dir(folder.path()).unwrap().any(|file| {
            let bytes = std::fs::read(file.unwrap().path()).unwrap();
            bytes.windows(name.len()).any(|at| at == name.as_bytes())
        })
    };
    let asked = predicate::str::contains("Type yes").and(predicate::str::contains("nothing was changed"));
    ninetracks(&folder, "default", &["forget", "pupil", "Zoe"]).write_stdin("no\n").assert().code(1).stderr(asked);
    assert!(held("Zoe"));
    says(&folder, "default", &["forget", "pupil", "Zoe"], "yes\n", "progress.v3.db");
    assert!(!held("Zoe"));
    says(&folder, "default", &["forget", "drill", "2", "--yes"], "", "Erased: ");
    ninetracks(&folder, "default", &["report", "2"]).assert().failure();
    let refused = predicate::str::contains("no profile “eve”").and(predicate::str::contains("ana, ben, default"));
    ninetracks(&folder, "default", &["forget", "profile", "eve", "--yes"]).assert().code(1).stderr(refused);
}

#[test]
fn a_file_of_a_later_version_is_refused_with_a_word_and_not_changed() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("progress.db");
    let db = rusqlite::Connection::open(&file).unwrap();
    db.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE later (x); PRAGMA user_version = 99").unwrap();
    drop(db);
    let before = std::fs::read(&file).unwrap();
    let refused = predicate::str::contains("newer ninetracks")
        .and(predicate::str::contains("99"))
        .and(predicate::str::contains("Install"));
    ninetracks(&folder, "ana", &["stats"]).assert().failure().stderr(refused);
    assert_eq!(std::fs::read(&file).unwrap(), before);
}
