//! `new`: a course and a lesson to begin with.

use predicates::prelude::*;
use serde_json::Value;
use tempfile::TempDir;

use super::{change, ninetracks};

fn new(desk: &TempDir, words: &[&str]) -> assert_cmd::assert::Assert {
    ninetracks().current_dir(desk.path()).arg("new").args(words).assert()
}

/// What `check` says of the course, which must have no error.
fn checked(desk: &TempDir) -> String {
    let checked = ninetracks().current_dir(desk.path()).args(["check", "knots"]).assert().success().stdout("");
    String::from_utf8(checked.get_output().stderr.clone()).unwrap()
}

fn begun() -> TempDir {
    let desk = TempDir::new().unwrap();
    new(&desk, &["course", "knots", "--title", "Knots & \"bends\""])
        .success()
        .stdout(predicate::str::contains("knots/lessons/01-first.ron"))
        .stderr(predicate::str::contains("--course knots"));
    desk
}

#[test]
fn a_new_course_and_its_new_lessons_are_accepted() {
    let desk = begun();
    assert_eq!(checked(&desk), "Knots & \"bends\": 1 lesson, 1 term, 2 cards, 2 questions: no errors, no warnings.\n");
    for (id, title) in [("round-turn", "Round turn"), ("bends", "Joining two lines that differ")] {
        new(&desk, &["lesson", id, "--title", title, "--course", "knots"]).success();
    }
    let counted = "3 lessons, 3 terms, 4 cards, 6 questions: no errors, no warnings.";
    assert!(checked(&desk).contains(counted), "{}", checked(&desk));
    let course = desk.path().join("knots");
    let lists = ninetracks().args(["list", "--course"]).arg(&course).assert().success();
    lists.stdout(predicate::str::contains(" 2  round-turn  Round turn").and(predicate::str::contains(" 3  bends")));
}

#[test]
fn a_new_course_in_markdown_is_accepted_too() {
    let desk = TempDir::new().unwrap();
    new(&desk, &["course", "knots", "--markdown"])
        .success()
        .stdout(predicate::str::contains("knots/lessons/01-first.md"));
    assert_eq!(checked(&desk), "Knots: 1 lesson, 1 term, 2 cards, 2 questions: no errors, no warnings.\n");
    new(&desk, &["lesson", "bends", "--markdown", "--course", "knots"]).success();
    let counted = "2 lessons, 2 terms, 3 cards, 4 questions: no errors, no warnings.";
    assert!(checked(&desk).contains(counted), "{}", checked(&desk));
    assert!(
        std::fs::read_to_string(desk.path().join("knots/lessons/01-first.md"))
            .unwrap()
            .contains("# The first lesson {#first")
    );
}

#[test]
fn nothing_is_overwritten() {
    let desk = begun();
    let lesson = desk.path().join("knots/lessons/01-first.ron");
    std::fs::write(&lesson, "mine").unwrap();
    new(&desk, &["course", "knots"]).code(1).stdout("").stderr(predicate::str::contains("nothing is overwritten"));
    assert_eq!(std::fs::read_to_string(&lesson).unwrap(), "mine");
    let desk = begun();
    new(&desk, &["lesson", "first", "--course", "knots"]).code(1).stderr(predicate::str::contains("is taken"));
    new(&desk, &["lesson", "a b", "--course", "knots"]).code(1).stderr(predicate::str::contains("can be no id"));
    new(&desk, &["lesson", "bends"]).code(2).stderr(predicate::str::contains("--course DIR"));
}

#[test]
fn a_new_lesson_is_listed_where_lessons_are_and_cites_what_the_course_has() {
    let desk = begun();
    change(&desk, "knots/assets/course.ron", "standard: Plain,", "standard: Full, lessons: [\"first\"],");
    let work = "[Reference(id: \"ashley\", short: \"Ashley 1944\", full: \"Ashley, C. W. (1944). Knots. New York: Doubleday.\", kind: Book, seen: Excerpt),";
    change(&desk, "knots/assets/references.ron", "\n[", &format!("\n{work}"));
    new(&desk, &["lesson", "bends", "--course", "knots"]).success().stderr(predicate::str::contains("Listed in"));
    let checked = ninetracks().current_dir(desk.path()).args(["check", "knots", "--json"]).output().unwrap();
    let findings: Vec<Value> = serde_json::from_slice(&checked.stdout).unwrap();
    let of_the_new_lesson: Vec<_> = findings.iter().filter(|f| f["path"].as_str().unwrap().contains("bends")).collect();
    assert_eq!(of_the_new_lesson, Vec::<&Value>::new());
    assert!(findings.iter().all(|f| f["rule"] == "cite" || f["rule"] == "card-cite"), "{findings:#?}");
}

#[test]
fn the_page_on_writing_a_course_leads_to_what_it_promises() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/write-a-course.md")).unwrap();
    let desk = TempDir::new().unwrap();
    new(&desk, &["course", "knots", "--title", "Sailing knots"]).success();
    for block in page.split("```ron\n").skip(1).map(|rest| rest.split("```").next().unwrap()) {
        let path = block.lines().next().unwrap().trim_start_matches("// ");
        std::fs::write(desk.path().join("knots").join(path), block).unwrap();
    }
    let promised = page.lines().find(|line| line.ends_with("no warnings.")).unwrap();
    assert_eq!(checked(&desk).trim_end(), promised);
}
