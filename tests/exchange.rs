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
