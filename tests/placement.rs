//! The placement test: before, after, and the gain; offered once, counted nowhere, and its questions asked nowhere else.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use ninetracks::course::Course;
use ninetracks::course::model::Id;
use ninetracks::study::drill::{Plan, QuestionPlan, Setup, SetupError, Team};
use ninetracks::study::event::EventId;
use ninetracks::study::placement::{PlacementTest, TestAnswer, after, before, pairs};
use ninetracks::study::quiz::{Half, Mode, Paper, PaperSpec};
use ninetracks::study::sheet::sheets;
use predicates::prelude::*;
use tempfile::TempDir;

/// A course of two lessons to read, with ten statements in reserve each, all of them true, and five that are not in
/// reserve.
fn course() -> TempDir {
    let dir = TempDir::new().unwrap();
    for folder in ["assets", "lessons", "quizzes"] {
        fs::create_dir_all(dir.path().join(folder)).unwrap();
    }
    let about = r#"About(id: "c", title: "C", version: "1", language: "en", licence: "none", standard: Plain, lessons: ["l0", "l1"])"#;
    fs::write(dir.path().join("assets/course.ron"), about).unwrap();
    for lesson in 0..2 {
        let text = format!(
            r#"Lesson(id: "l{lesson}", title: "Stones {lesson}", minutes: 5, summary: "Stones.", objectives: [],
                sections: [Section(id: "s{lesson}", title: "Dry", body: [Text("Stones are dry."), Recall("q{lesson}-1")])])"#
        );
        fs::write(dir.path().join(format!("lessons/{lesson}.ron")), text).unwrap();
        let mut questions = String::new();
        for no in 0..15 {
            let (reserve, word) = if no < 10 { (true, "Reserved") } else { (false, "Open") };
            let _ = write!(
                questions,
                r#"Question(id: "q{lesson}-{no}", stem: "{word} stone {lesson} {no} is dry.", ask: TrueFalse(true), reserve: {reserve}),"#
            );
        }
        let bank = format!(r#"Bank(lesson: "l{lesson}", questions: [{questions}])"#);
        fs::write(dir.path().join(format!("quizzes/{lesson}.ron")), bank).unwrap();
    }
    dir
}

fn ninetracks(course: &Path, data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
    command.env_clear().env("HOME", "/nonexistent").env("LANG", "C.UTF-8");
    command.arg("--course").arg(course).arg("--data").arg(data).args(["--seed", "5"]);
    command
}

fn placement(course: &Path, data: &Path, answers: &str) -> assert_cmd::assert::Assert {
    ninetracks(course, data).args(["--plain", "quiz", "--placement"]).write_stdin(answers).assert()
}

/// The screen after these keys at home.
fn screen(course: &Path, data: &Path, keys: &str) -> String {
    let mut command = ninetracks(course, data);
    command.args(["--print", "--size", "80x24", "--keys", keys]);
    String::from_utf8(command.assert().success().get_output().stdout.clone()).unwrap()
}

fn read_all(course: &Path, data: &Path) {
    for lesson in ["1", "2"] {
        ninetracks(course, data).args(["--plain", "learn", lesson]).write_stdin("").assert().success();
    }
}

/// A first test that asked these questions.
fn taken(asked: &[Id]) -> PlacementTest {
    let answer = |id: &Id| TestAnswer {
        question: id.clone(),
        lesson: Id::new(id.as_str()[..2].replace('q', "l")).unwrap(),
        kind: ninetracks::course::model::Kind::TrueFalse,
        is_right: false,
    };
    let answers = asked.iter().map(answer).collect();
    PlacementTest { run: EventId(1), seed: 3, on: jiff::civil::date(2026, 1, 1), answers }
}

#[test]
fn both_halves_ask_of_the_same_lessons_and_share_no_question() {
    let dir = course();
    let course = Course::open(dir.path()).unwrap();
    let first = before(&course, 3);
    let second = after(&course, &taken(&first.only));
    assert_eq!((first.mode, second.mode), (Mode::Placement(Half::Before), Mode::Placement(Half::After)));
    assert_eq!((first.only.len(), second.only.len()), (10, 10));
    let ids: BTreeSet<_> = first.only.iter().chain(&second.only).collect();
    assert_eq!(ids.len(), 20);
    assert!(pairs(&course, 3).iter().all(|(a, b)| course.question(a).unwrap().0 == course.question(b).unwrap().0));
    assert_ne!(before(&course, 3).only, before(&course, 4).only);
}

#[test]
fn a_course_that_changed_in_between_asks_nothing_twice() {
    let dir = course();
    let course = Course::open(dir.path()).unwrap();
    let asked = before(&course, 99).only;
    let second = after(&course, &taken(&asked)).only;
    assert!(!second.is_empty() && second.iter().all(|id| !asked.contains(id)), "{second:?}");
}

#[test]
fn nothing_else_draws_them_even_if_it_names_them() {
    let dir = course();
    let course = Course::open(dir.path()).unwrap();
    let reserved = before(&course, 3).only;
    let is_open = |paper: &Paper| paper.items.iter().all(|i| !course.question(&i.question).unwrap().1.reserve);
    for mode in [Mode::Practice, Mode::Exam] {
        let spec = |seed, only| PaperSpec { lessons: vec![], length: 99, seed, mode, limit_s: None, only };
        assert!(Paper::to_take(&course, spec(1, reserved.clone())).is_none());
        assert!((0..100).all(|seed| is_open(&Paper::draw(&course, spec(seed, vec![])))));
        assert!(
            sheets(&course, &spec(1, vec![]), 3)
                .iter()
                .flat_map(|s| &s.items)
                .all(|i| i.stem.as_str().starts_with("Open"))
        );
    }
    let plan = Plan::Questions(QuestionPlan { only: reserved, ..QuestionPlan::default() });
    let drill = Setup::new(plan.draft(&course, Team::line_up(2), 1).0);
    assert_eq!(drill.unwrap_err(), SetupError::NoQuestions);
}

#[test]
fn a_recall_stop_on_one_is_refused_and_asks_nothing() {
    let (dir, data) = (course(), TempDir::new().unwrap());
    let mut check = ninetracks(dir.path(), data.path());
    check
        .arg("check")
        .arg(dir.path())
        .assert()
        .failure()
        .stdout(predicate::str::contains("is kept for the placement test"));
    let mut learn = ninetracks(dir.path(), data.path());
    learn.args(["--plain", "learn", "1"]).assert().success().stdout(predicate::str::contains("Reserved").not());
}

#[test]
fn the_gain_stands_beside_both_results() {
    let (dir, data) = (course(), TempDir::new().unwrap());
    let wrong = "2\n".repeat(10);
    placement(dir.path(), data.path(), &wrong)
        .success()
        .stdout(predicate::str::contains("You need not take it.").and(predicate::str::contains("0 of 10 right")))
        .stdout(predicate::str::contains("Gain").not().and(predicate::str::contains("It is true").not()));
    let right = "1\n".repeat(10);
    placement(dir.path(), data.path(), &right)
        .success()
        .stdout(predicate::str::contains("After the course, on").and(predicate::str::contains("10 of 10 right")));
    placement(dir.path(), data.path(), "")
        .success()
        .stdout(predicate::str::contains("Gain: +100 points of 100, with 95 % confidence between +57"))
        .stdout(predicate::str::contains("It does not show that the course").or(predicate::str::contains("not show")));
    let shown = screen(dir.path(), data.path(), "p");
    assert!(shown.contains("+100 points of 100") && shown.contains("5 of 5"), "{shown}");
    assert!(screen(dir.path(), data.path(), "p1").contains("0 of 10 questions right"));
}

#[test]
fn as_json_the_tests_and_the_gain_are_one_object() {
    let (dir, data) = (course(), TempDir::new().unwrap());
    let json = |answers: &str| -> serde_json::Value {
        let mut command = ninetracks(dir.path(), data.path());
        let done = command.args(["--plain", "quiz", "--placement", "--json"]).write_stdin(answers).assert().success();
        serde_json::from_slice(&done.get_output().stdout).unwrap()
    };
    let first = json(&"2\n".repeat(10));
    assert_eq!(
        (&first["before"]["right"], &first["after"], &first["gain"]),
        (&0.into(), &serde_json::Value::Null, &serde_json::Value::Null)
    );
    let both = json(&"1\n".repeat(10));
    assert_eq!((&both["gain"]["pairs"], &both["gain"]["difference"]), (&10.into(), &1.0.into()));
    assert_eq!((&both["lessons"][1]["id"], &both["lessons"][1]["after"]["right"]), (&"l1".into(), &5.into()));
}

#[test]
fn one_that_was_left_goes_on_where_it_was() {
    let (dir, data) = (course(), TempDir::new().unwrap());
    placement(dir.path(), data.path(), "1\n1\n1\n").success().stdout(predicate::str::contains("saved"));
    assert!(screen(dir.path(), data.path(), "").contains("resume the placement test"));
    assert!(screen(dir.path(), data.path(), "p").contains("You left it after 3 answers of 10."));
    assert!(screen(dir.path(), data.path(), "p<enter>").contains("4 of 10"));
    placement(dir.path(), data.path(), &"1\n".repeat(7)).success().stdout(predicate::str::contains("10 of 10 right"));
}

#[test]
fn it_is_counted_nowhere() {
    let (dir, data) = (course(), TempDir::new().unwrap());
    placement(dir.path(), data.path(), &"2\n".repeat(10)).success();
    let home = screen(dir.path(), data.path(), "");
    assert!(home.contains("on lesson 1") && !home.contains("weakest"), "{home}");
    let statistics = screen(dir.path(), data.path(), "t<tab>");
    assert!(!statistics.contains("time)"), "no question is among the hardest: {statistics}");
    assert!(statistics.contains("placement test"), "{statistics}");
    let mut reports = ninetracks(dir.path(), data.path());
    reports.args(["report", "--paper", "5"]).assert().failure();
}

#[test]
fn it_is_offered_at_the_first_start_until_something_is_done_or_it_is_declined() {
    let (dir, data) = (course(), TempDir::new().unwrap());
    assert!(screen(dir.path(), data.path(), "").contains("Placement"));
    assert!(!screen(dir.path(), data.path(), "px").contains("Placement"));
    assert!(!screen(dir.path(), data.path(), "").contains("Placement"), "never again");
    assert!(screen(dir.path(), data.path(), "p").contains("A test before the course"), "but it can be reached");
    assert!(screen(dir.path(), data.path(), "Qp").contains("A test before the course"));
    let other = TempDir::new().unwrap();
    ninetracks(dir.path(), other.path()).args(["--plain", "learn", "1"]).assert().success();
    assert!(!screen(dir.path(), other.path(), "").contains("Placement"));
}

#[test]
fn the_second_is_offered_once_every_lesson_is_read() {
    let (dir, data) = (course(), TempDir::new().unwrap());
    placement(dir.path(), data.path(), &"2\n".repeat(10)).success();
    assert!(!screen(dir.path(), data.path(), "").contains("Placement"));
    read_all(dir.path(), data.path());
    assert!(screen(dir.path(), data.path(), "").contains("what have you gained?"));
    assert!(!screen(dir.path(), data.path(), "px").contains("Placement"));
    assert!(!screen(dir.path(), data.path(), "").contains("Placement"));
}

#[test]
fn the_second_is_not_offered_to_whoever_did_not_take_the_first() {
    let (dir, data) = (course(), TempDir::new().unwrap());
    read_all(dir.path(), data.path());
    assert!(!screen(dir.path(), data.path(), "").contains("Placement"));
}

#[test]
fn a_course_without_a_reserve_offers_none() {
    let (dir, data) = (Path::new("tests/fixtures/course"), TempDir::new().unwrap());
    assert!(!screen(dir, data.path(), "").to_lowercase().contains("placement"));
    for keys in ["p", "Qp"] {
        assert!(screen(dir, data.path(), keys).contains("This course has no placement test."), "{keys}");
    }
    ninetracks(dir, data.path())
        .args(["--plain", "quiz", "--placement"])
        .assert()
        .failure()
        .stderr(predicate::str::contains("this course has no placement test"));
}
