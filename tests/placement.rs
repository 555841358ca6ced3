//! `quiz --placement`: before, after, and the gain.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use ninetracks::course::Course;
use ninetracks::study::placement::{after, before, pairs};
use ninetracks::study::quiz::{Mode, Paper, PaperSpec};
use predicates::prelude::*;
use tempfile::TempDir;

/// A course of two lessons with ten statements in reserve each, all of them true, and five that are not in reserve.
fn course() -> TempDir {
    let dir = TempDir::new().unwrap();
    fs::create_dir_all(dir.path().join("assets")).unwrap();
    fs::create_dir_all(dir.path().join("quizzes")).unwrap();
    let about = r#"About(id: "c", title: "C", version: "1", language: "en", licence: "none", standard: Plain)"#;
    fs::write(dir.path().join("assets/course.ron"), about).unwrap();
    for lesson in 0..2 {
        let mut questions = String::new();
        for no in 0..15 {
            let reserve = no < 10;
            let _ = write!(
                questions,
                r#"Question(id: "q{lesson}-{no}", stem: "Stone {lesson} {no} is dry.", ask: TrueFalse(true), reserve: {reserve}),"#
            );
        }
        let bank = format!(r#"Bank(lesson: "l{lesson}", questions: [{questions}])"#);
        fs::write(dir.path().join(format!("quizzes/{lesson}.ron")), bank).unwrap();
    }
    dir
}

fn placement(course: &Path, data: &Path, answers: &str) -> assert_cmd::assert::Assert {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
    command.env_clear().env("HOME", "/nonexistent").env("LANG", "C.UTF-8");
    command.arg("--course").arg(course).arg("--data").arg(data).args(["--seed", "5", "--plain", "quiz", "--placement"]);
    command.write_stdin(answers).assert()
}

#[test]
fn both_halves_ask_of_the_same_lessons_and_share_no_question() {
    let dir = course();
    let course = Course::open(dir.path()).unwrap();
    let (first, second) = (before(&course, 3), after(&course, 3));
    assert_eq!((first.only.len(), second.only.len()), (10, 10));
    let ids: BTreeSet<_> = first.only.iter().chain(&second.only).collect();
    assert_eq!(ids.len(), 20);
    assert!(pairs(&course, 3).iter().all(|(a, b)| course.question(a).unwrap().0 == course.question(b).unwrap().0));
    assert_ne!(before(&course, 3).only, before(&course, 4).only);
}

#[test]
fn nothing_else_draws_them_even_if_it_names_them() {
    let dir = course();
    let course = Course::open(dir.path()).unwrap();
    let only = before(&course, 3).only;
    let practice = PaperSpec { lessons: vec![], length: 9, seed: 1, mode: Mode::Practice, limit_s: None, only };
    assert!(Paper::to_take(&course, practice).is_none());
}

#[test]
fn the_gain_stands_beside_both_results() {
    let (dir, data) = (course(), TempDir::new().unwrap());
    let wrong = "2\n".repeat(10);
    placement(dir.path(), data.path(), &wrong).success().stdout(predicate::str::contains("Gain").not());
    let right = "1\n".repeat(10);
    let both = "Before the course: 0 of 10 fully right. After it: 10 of 10.";
    placement(dir.path(), data.path(), &right).success().stdout(predicate::str::contains(both));
    placement(dir.path(), data.path(), "")
        .success()
        .stdout(predicate::str::contains("Gain: +100 points of 100; with 95 % confidence between +57"));
}
