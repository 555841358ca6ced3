//! Small courses as fixtures, and the rules that find something in them.

use std::borrow::Cow;

use super::check;
use crate::course::Course;
use crate::course::files::File;

const ABOUT: &str = r#"About(id: "c", title: "C", version: "1", language: "en", licence: "L", lessons: ["l"])"#;
const PLAIN: &str = r#"About(id: "c", title: "C", version: "1", language: "en", licence: "L", standard: Plain)"#;
const LESSON: &str = r#"Lesson(id: "l", title: "T", summary: "S", minutes: 1,
    objectives: [Objective(id: "o", level: Remember, text: "Say it")],
    sections: [Section(id: "s", title: "S", body: [Text("Some text.")])])"#;

fn course(files: &[(&str, &str)]) -> Course {
    let file = |(path, text): &(&str, &str)| File {
        path: (*path).to_owned(),
        text: Cow::Owned((*text).to_owned()),
        packed: None,
    };
    Course::assemble("a fixture", files.iter().map(file).collect(), Vec::new(), None).unwrap_or_else(|e| panic!("{e}"))
}

/// Each finding as `rule path:line:column`, sorted.
fn found(files: &[(&str, &str)]) -> Vec<String> {
    let mut found: Vec<String> = check(&course(files)).iter().map(|f| format!("{} {}", f.rule, f.place)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The findings in a bank of a lesson under the full standard, but for those of `writing`.
fn full(bank: &str) -> Vec<String> {
    found(&[("assets/course.ron", ABOUT), ("lessons/01-l.ron", LESSON), ("quizzes/01-l.ron", bank)])
}

fn plain(bank: &str) -> Vec<String> {
    found(&[("assets/course.ron", PLAIN), ("quizzes/01-l.ron", bank)])
}

const BARE: &str = r#"Bank(lesson: "l", questions: [
    Question(id: "q1", stem: "Which one?", ask: Choice([Right("Trade"), Wrong("Religion")])),
])"#;

#[test]
fn a_plain_course_needs_no_lesson_and_no_reasons() {
    assert_eq!(plain(BARE), [""; 0]);
    let course = course(&[("assets/course.ron", PLAIN), ("quizzes/01-l.ron", BARE)]);
    assert_eq!(course.outlines()[0].questions, 1);
}

#[test]
fn the_full_standard_wants_them() {
    let found = full(BARE);
    assert!(found.contains(&"standard quizzes/01-l.ron:2:19".to_owned()), "{found:?}");
    assert!(found.contains(&"shape quizzes/01-l.ron:2:19".to_owned()), "two options are too few: {found:?}");
}

#[test]
fn a_bank_alone_names_no_section() {
    let bank = BARE.replace("stem:", r#"section: "s", stem:"#);
    assert_eq!(plain(&bank), ["section quizzes/01-l.ron:2:33"]);
}

#[test]
fn a_key_that_cannot_be_right_is_an_error_in_every_course() {
    let bank = BARE.replace("Right(", "Wrong(");
    assert_eq!(plain(&bank), ["shape quizzes/01-l.ron:2:19"]);
}

#[test]
fn a_retired_id_is_not_used() {
    let about = PLAIN.replace("standard", r#"retired: ["q1", "q0"], standard"#);
    assert_eq!(found(&[("assets/course.ron", &about), ("quizzes/01-l.ron", BARE)]), ["retired quizzes/01-l.ron:2:19"]);
    let course = course(&[("assets/course.ron", &about), ("quizzes/01-l.ron", BARE)]);
    assert!(course.is_retired(&crate::course::model::Id::new("q0").unwrap()));
}

#[test]
fn an_id_is_retired_once() {
    let about = PLAIN.replace("standard", r#"retired: ["q0", "q0"], standard"#);
    assert_eq!(found(&[("assets/course.ron", &about), ("quizzes/01-l.ron", BARE)]), ["retired assets/course.ron:1:82"]);
}

#[test]
fn a_picture_is_there_and_inside_the_course() {
    let with = |file: &str| BARE.replace("ask:", &format!(r#"picture: Picture(file: "{file}", alt: "A quay"), ask:"#));
    assert_eq!(plain(&with("assets/pictures/none.png")), ["picture quizzes/01-l.ron:2:67"]);
    assert_eq!(plain(&with("../secret.png")), ["picture quizzes/01-l.ron:2:67"]);
    assert_eq!(plain(&with("assets/course.ron")), ["picture quizzes/01-l.ron:2:67"]);
}

#[test]
fn a_picture_has_a_description() {
    let bank = BARE.replace("ask:", r#"picture: Picture(file: "a.png", alt: " "), ask:"#);
    let course = course(&[
        ("assets/course.ron", PLAIN),
        ("quizzes/01-l.ron", &bank),
        ("quizzes/02-m.ron", &BARE.replace("\"l\"", "\"m\"")),
    ]);
    assert_eq!(course.problems().len(), 1);
    assert!(course.problems()[0].message.contains("empty"), "{:?}", course.problems());
}

#[test]
fn answers_given_away_are_those_of_other_items() {
    let with = |id: &str| BARE.replace("stem:", &format!(r#"answers: ["{id}"], stem:"#));
    assert_eq!(plain(&with("q9")), ["answers quizzes/01-l.ron:2:34"]);
    assert_eq!(plain(&with("q1")), ["answers quizzes/01-l.ron:2:34"]);
}

#[test]
fn facts_without_their_file_are_errors() {
    assert_eq!(plain(&BARE.replace("stem:", r#"facts: ["F1"], stem:"#)), ["fact quizzes/01-l.ron:2:32"]);
}
