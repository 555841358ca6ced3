//! `ninetracks scenario ID --note`: what a teacher prints.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use assert_cmd::Command;
use ninetracks::course::Course;
use ninetracks::course::markdown::plain;
use predicates::prelude::*;

fn note(args: &[&str]) -> assert_cmd::assert::Assert {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
    command
        .env_clear()
        .env("HOME", "/nonexistent")
        .env("LANG", "C.UTF-8")
        .arg("scenario")
        .args(args)
        .arg("--note")
        .assert()
}

#[test]
fn every_note_of_the_course_is_printed_whole() {
    let course = Course::builtin().unwrap();
    for outline in course.scenario_outlines().iter().filter(|o| o.id == o.case) {
        let whole = course.whole_scenario(&outline.id).unwrap();
        let Some(written) = &whole.note else { continue };
        let printed = note(&[outline.id.as_str()]).success();
        let printed = plain(&String::from_utf8(printed.get_output().stdout.clone()).unwrap());
        let asks = written.questions.iter().map(|q| &q.ask);
        for text in written.before.iter().chain(&written.during).chain(&written.after).chain(asks) {
            let start: String = plain(text.as_str()).chars().take(25).collect();
            assert!(printed.contains(&start), "{}: {start}", outline.id);
        }
        assert!(whole.sides.iter().all(|side| printed.contains(side.id.as_str())), "{}", outline.id);
    }
}

#[test]
fn a_side_leads_to_the_note_of_its_case_and_a_page_to_a_file() {
    let course = Course::builtin().unwrap();
    let Some(side) = course.scenario_outlines().iter().find(|o| o.id != o.case) else { return };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("note.html");
    note(&[side.id.as_str(), "--out", file.to_str().unwrap()]).success().stdout("");
    assert!(std::fs::read_to_string(&file).unwrap().contains("Questions for the debrief</h2>"));
    note(&[side.id.as_str(), "--out", file.to_str().unwrap()]).code(1).stderr(predicate::str::contains("--force"));
}

#[test]
fn only_a_named_scenario_has_a_note() {
    note(&[]).code(2);
}
