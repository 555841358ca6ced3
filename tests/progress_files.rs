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

fn ninetracks(folder: &TempDir, profile: &str, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
    command.env_clear().env("PATH", std::env::var("PATH").unwrap_or_default()).env("HOME", "/nonexistent");
    command.env("LANG", "C.UTF-8").env("TZ", "UTC").env("NINETRACKS_DATA", folder.path());
    command.args(["--plain", "--profile", profile]).args(args);
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

#[test]
fn progress_of_0_1_0_is_all_there() {
    let folder = folder();
    let ana = json(&folder, "ana", &["stats", "--json"]);
    assert_eq!(
        (&ana["sections_read"], &ana["cards"]["learning"], &ana["cards"]["young"]),
        (&10.into(), &2.into(), &1.into())
    );
    let quizzes: Vec<_> =
        ana["quizzes"].as_array().unwrap().iter().map(|q| (&q["seed"], &q["percent"], &q["finished"])).collect();
    assert_eq!((quizzes.len(), quizzes[1]), (2, (&7.into(), &60.into(), &true.into())));
    assert_eq!(json(&folder, "ben", &["stats", "--json"])["quizzes"][0]["percent"], 20);
    assert_eq!(json(&folder, "ana", &["profile", "list", "--json"]).as_array().unwrap().len(), 3);
    assert!(folder.path().join("progress.v3.db").exists(), "a copy is kept");
    for kept in ["drill 1", "drill 2", "paper 7", "paper 5"] {
        says(&folder, "default", &["report", "--list"], "", kept);
    }
    for (report, said) in
        [(&["report", "1"][..], "Team B"), (&["report", "--paper", "7"], "ben"), (&["report", "--paper", "5"], "Zoe")]
    {
        says(&folder, "default", report, "", said);
    }
}

#[test]
fn what_was_left_in_0_1_0_goes_on() {
    let folder = folder();
    says(&folder, "ana", &["quiz", "2"], "\nq\n", "1 of 4");
    says(&folder, "ana", &["scenario", "1"], "q\n", "Decision 2");
    says(&folder, "default", &["drill", "--resume"], "", "Question 1 of 3");
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
