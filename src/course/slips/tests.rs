use crate::course::model::{Bank, Lesson};
use crate::course::read::read;

/// The place of the error in the bank `text`, and what it says.
#[track_caller]
fn said(text: &str) -> (usize, usize, String) {
    let finding = read::<Bank>("quizzes/01.ron", text).unwrap_err();
    (finding.place.line, finding.place.column, format!("{}: {}", finding.message, finding.help))
}

#[track_caller]
fn slip(text: &str, line: usize, column: usize, words: &str) {
    let (at, across, said) = said(text);
    assert_eq!((at, across), (line, column), "{said}");
    assert!(said.contains(words), "{said}");
}

fn bank(card: &str) -> String {
    format!("Bank(\n    lesson: \"l\",\n    cards: [\n        Card(id: \"c\", face: {card}),\n    ],\n)\n")
}

#[test]
fn a_quotation_mark_within_a_text_is_named() {
    slip(
        &bank(r#"Basic(front: "Who said "yes" first?", back: "A pilot.")"#),
        4,
        52,
        "a quotation mark ends the text here",
    );
    slip(
        &bank(r#"Basic(front: "The "Rule", who made it?", back: "A pilot.")"#),
        4,
        47,
        "a quotation mark ends the text here",
    );
    slip(&bank("Basic(front: \"Who steers?, back: \"A pilot.\")"), 4, 62, "a quotation mark ends the text here");
    slip(&bank("Basic(\n front: \"Who steers?,\n back: \"A pilot.\")"), 5, 9, "this text is not closed in its line");
}

#[test]
fn brackets_are_named_where_they_stand() {
    slip(
        &bank(r#"Basic(front: "Who?", back: "A pilot.")"#).replace("    ],\n", ""),
        5,
        1,
        "the `[` of line 3 is still open",
    );
    slip(&bank(r#"Basic(front: "Who?", back: "A pilot.""#), 5, 5, "the `(` of line 4 is still open");
    slip(
        bank(r#"Basic(front: "Who?", back: "A pilot.")"#).trim_end().trim_end_matches(')'),
        1,
        5,
        "not closed before the file ends",
    );
    slip(&(bank(r#"Basic(front: "(Who?]", back: "A pilot.")"#) + ")"), 7, 1, "closes nothing");
}

#[test]
fn a_missing_comma_is_a_missing_comma() {
    let (line, column, said) = said(&bank("Basic(front: \"Who?\"\n  back: \"A pilot.\")"));
    assert!((line, column) == (4, 48) && said.contains("comma"), "{line}:{column}: {said}");
    assert!(read::<Lesson>("lessons/01.ron", "Lesson(id: \"l\" title: \"T\")").unwrap_err().help.contains("comma"));
}
