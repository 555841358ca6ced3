//! Questions of other programs, brought in and written out by the command.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

const GIFT: &str = "::Stopper::Which knot is a stopper?{\n =a figure eight#Bulky.\n ~a bowline\n}\n\n::Broken::Which?{\n ~one\n ~two\n}\n";

fn ninetracks(words: &[&str]) -> Output {
    Command::cargo_bin("ninetracks").unwrap().args(words).env("LC_ALL", "C.UTF-8").output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A folder with the file, and the course folder in it that is yet to be made.
fn made() -> (TempDir, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    std::fs::write(at("knots.gift"), GIFT).unwrap();
    let (file, course) = (at("knots.gift"), at("ropes"));
    (folder, file, course)
}

#[test]
fn what_comes_is_a_course_and_what_does_not_is_named() {
    let (_folder, file, course) = made();
    let output = ninetracks(&["import", &file, "--into", &course]);
    assert!(output.status.success());
    assert!(said(&output).contains("knots.gift (GIFT): 2 items: 1 kept, 0 changed, 1 dropped"), "{}", said(&output));
    assert!(said(&output).contains("knots.gift:6:1: dropped: Broken: no option is right"), "{}", said(&output));
    assert!(ninetracks(&["check", &course]).status.success());
    let listed = said(&ninetracks(&["list", "questions", "--json", "--course", &course]));
    assert!(listed.contains("\"q-stopper\""), "{listed}");
}

#[test]
fn a_second_import_leaves_what_is_there_as_it_is() {
    let (_folder, file, course) = made();
    ninetracks(&["import", &file, "--into", &course]);
    let bank = Path::new(&course).join("quizzes/knots.ron");
    let before = std::fs::read_to_string(&bank).unwrap();
    let again = ninetracks(&["import", &file, "--into", &course, "--strict"]);
    assert!(said(&again).contains("1 item of knots already in the course"), "{}", said(&again));
    assert_eq!((again.status.code(), std::fs::read_to_string(&bank).unwrap()), (Some(1), before));
    assert_eq!(std::fs::read_dir(bank.parent().unwrap()).unwrap().count(), 1);
}

#[test]
fn nothing_half_made_is_left() {
    let (folder, file, course) = made();
    let dry = ninetracks(&["import", &file, "--into", &course, "--dry-run"]);
    assert!(dry.status.success() && !Path::new(&course).exists());
    let half = folder.path().join("half.xml");
    std::fs::write(&half, "<?xml version=\"1.0\"?><quiz><question type=\"essay\">").unwrap();
    let torn = ninetracks(&["import", half.to_str().unwrap(), "--into", &course]);
    let why = String::from_utf8_lossy(&torn.stderr).into_owned();
    assert_eq!((torn.status.code(), Path::new(&course).exists()), (Some(1), false), "{why}");
    assert!(why.contains("its end is missing"), "{why}");
}

#[test]
fn what_is_written_says_what_it_cannot_carry() {
    let gift = ninetracks(&["export", "1", "--format", "gift"]);
    let told = String::from_utf8_lossy(&gift.stderr).into_owned();
    assert!(said(&gift).contains("CC BY 4.0") && told.contains("GIFT has no cards"), "{told}");
    let aiken = ninetracks(&["export", "1", "--format", "aiken", "--strict"]);
    let told = String::from_utf8_lossy(&aiken.stderr).into_owned();
    assert!(aiken.status.code() == Some(1) && told.contains("pass it on with"), "{told}");
}

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
