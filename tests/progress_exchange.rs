//! Progress that travels, and backups, by the command.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::path::Path;

use assert_cmd::Command;

/// The command with progress in `data`.
fn with(data: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
    command.env_clear().env("HOME", "/nonexistent").env("LANG", "C.UTF-8").env("TZ", "UTC");
    command.arg("--data").arg(data).args(words);
    command
}

#[test]
fn progress_travels_between_two_computers_and_back() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let (one, other, file) = (at("one"), at("other"), at("progress.jsonl"));
    let file = file.to_str().unwrap();
    let listed = with(&one, &["list", "cards", "--json"]).output().unwrap();
    let cards: serde_json::Value = serde_json::from_slice(&listed.stdout).unwrap();
    let card = cards[0]["id"].as_str().unwrap();
    with(&one, &["cards", "--suspend", card]).assert().success();
    with(&one, &["export", "--progress", "--out", file]).assert().success();
    let said = |data: &Path, words: &[&str]| {
        let output = with(data, words).output().unwrap();
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
    };
    assert!(said(&other, &["import", "--progress", file, "--dry-run"]).contains("would be new"));
    assert!(said(&other, &["list", "cards", "--only", "held"]).contains("0 in all"));
    assert!(said(&other, &["import", "--progress", file]).contains("0 here already"));
    assert!(said(&other, &["list", "cards", "--only", "held"]).contains("suspended"));
    assert!(said(&other, &["import", "--progress", file]).contains(" 0 entries new"));
    std::fs::write(file, "not progress").unwrap();
    assert!(said(&other, &["import", "--progress", file]).contains("it is no file of progress"));
}

#[test]
fn a_backup_is_made_at_the_end_and_can_be_restored() {
    let data = tempfile::tempdir().unwrap();
    let run = |words: &[&str]| with(data.path(), words);
    run(&["learn", "1", "--plain"]).write_stdin("\n").assert().success();
    let listed = run(&["restore", "--json"]).output().unwrap().stdout;
    let backups: serde_json::Value = serde_json::from_slice(&listed).unwrap();
    let date = backups[0]["date"].as_str().unwrap();
    run(&["restore", "2000-01-01"])
        .assert()
        .failure()
        .stderr(predicates::str::contains("there is no backup of 2000-01-01"));
    run(&["restore", date])
        .write_stdin("no\n")
        .assert()
        .failure()
        .stderr(predicates::str::contains("nothing was changed"));
    run(&["restore", date, "--yes"]).assert().success().stdout(predicates::str::contains("is kept in"));
    run(&["doctor"]).assert().success().stdout(predicates::str::contains("backups (`ninetracks restore`)"));
}

#[test]
fn a_certificate_says_what_is_missing_as_long_as_something_is() {
    let data = tempfile::tempdir().unwrap();
    with(data.path(), &["certificate"]).assert().code(1).stdout(predicates::str::contains("still to be read."));
    let file = data.path().join("certificate.txt");
    let mut out = with(data.path(), &["certificate", "--out"]);
    out.arg(&file).assert().failure().stderr(predicates::str::contains("there is no certificate yet"));
    assert!(!file.exists());
    let json = with(data.path(), &["certificate", "--json"]).output().unwrap().stdout;
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert_eq!((&json["sections_read"], &json["exam"]), (&0.into(), &serde_json::Value::Null));
}
