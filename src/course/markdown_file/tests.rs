//! Markdown read as RON: the short forms, the places of what is wrong, and the whole built-in course there and back.

use std::fmt::Write as _;

use super::elements::Elements;
use super::{CoursePart, to_markdown, to_ron};
use crate::course::Course;
use crate::course::files::{self, File};
use crate::course::model::{Bank, Lesson};
use crate::course::read::read;

fn lesson(markdown: &str) -> Lesson {
    read("", &to_ron("", markdown, CoursePart::Lesson).unwrap().lesson.unwrap().ron).unwrap()
}

fn bank(markdown: &str) -> Bank {
    read("", &to_ron("", markdown, CoursePart::Bank).unwrap().bank.unwrap().ron).unwrap()
}

/// What is said of a bank with one item, each with its place.
fn slips(item: &str) -> String {
    let found = to_ron("quizzes/a.md", &format!("# {{#a}}\n\n{item}\n"), CoursePart::Bank).unwrap_err();
    found.iter().fold(String::new(), |mut all, f| {
        let _ = writeln!(all, "{}: {}", f.place, f.message);
        all
    })
}

/// Whether the items are the same in Markdown as in RON.
#[track_caller]
fn same(markdown: &str, ron: &str) {
    let ron: Bank = read("", &format!("Bank(lesson: \"a\", {ron})")).unwrap();
    assert_eq!(bank(&format!("# {{#a}}\n\n{markdown}\n")), ron);
}

#[test]
fn the_built_in_course_survives() {
    let mut items = 0;
    for file in files::builtin() {
        let part = match file.path.split_once('/') {
            Some(("lessons", _)) => CoursePart::Lesson,
            Some(("quizzes", name)) if !name.contains('/') => CoursePart::Bank,
            _ => continue,
        };
        let markdown = to_markdown(&file.path, &file.text, part).unwrap();
        let told = to_ron(&file.path, &markdown, part).unwrap();
        let comments = |ron: &str| Elements::of(ron).all_comments();
        match part {
            CoursePart::Lesson => {
                let ron = told.lesson.unwrap().ron;
                let (there, back): (Lesson, Lesson) = (read("", &file.text).unwrap(), read("", &ron).unwrap());
                assert_eq!((there, comments(&file.text)), (back, comments(&ron)), "{}", file.path);
            }
            CoursePart::Bank => {
                let ron = told.bank.unwrap().ron;
                let (there, back): (Bank, Bank) = (read("", &file.text).unwrap(), read("", &ron).unwrap());
                items += there.cards.len() + there.questions.len();
                assert_eq!((there, comments(&file.text)), (back, comments(&ron)), "{}", file.path);
                assert!(!markdown.contains("```"), "{} has items without a short form", file.path);
            }
        }
    }
    assert!(items > 1000, "{items}");
}

#[test]
fn every_kind_has_a_short_form() {
    same(
        "? Which? {#q}\n+ one\n- two -- Why.\n- three",
        r#"questions: [Question(id: "q", stem: "Which?", ask: Choice([Right("one"), Wrong("two", "Why."), Wrong("three")]))]"#,
    );
    same(
        "? Which? {#q}\n+ one\n+ two\n~50 half -- Nearly.",
        r#"questions: [Question(id: "q", stem: "Which?", ask: Several([Right("one"), Right("two"), Weighed(text: "half", percent: 50, feedback: "Nearly.")]))]"#,
    );
    same(
        "? So. {#q level=Apply novel}\n= true\n> Because.",
        r#"questions: [Question(id: "q", level: Apply, novel: true, stem: "So.", ask: TrueFalse(true), explain: "Because.")]"#,
    );
    same(
        "? Join. {#q}\n= a :: b\n= c :: d\n- e -- No.",
        r#"questions: [Question(id: "q", stem: "Join.", ask: Match(pairs: [Pair("a", "b"), Pair("c", "d")], spare: [Reasoned("e", "No.")]))]"#,
    );
    same(
        "? Sort. {#q}\n1. a -- 1901\n2. b -- 1902",
        r#"questions: [Question(id: "q", stem: "Sort.", ask: Order([Step("a", "1901"), Step("b", "1902")]))]"#,
    );
    same(
        "? Name? {#q}\n= Ada\n= A.\n~40 Ade\n- Ida -- Her aunt.",
        r#"questions: [Question(id: "q", stem: "Name?", ask: Typed(accept: ["Ada", "A."], partly: [Partly("Ade", 40)], rivals: [Rival("Ida", "Her aunt.")]))]"#,
    );
    same(
        "? g? {#q number}\n= 9.81 +- 0.02 m/s²",
        r#"questions: [Question(id: "q", stem: "g?", ask: Typed(number: Near(9.81, 0.02), unit: "m/s²"))]"#,
    );
    same(
        "? Track? {#q scheme=two}\n= 1\n~ 1.5\n- 2 -- No.",
        r#"questions: [Question(id: "q", stem: "Track?", ask: Classify(scheme: "two", key: "1", defensible: ["1.5"], why_not: [Reasoned("2", "No.")]))]"#,
    );
}

#[test]
fn cards_have_a_back_or_a_gap() {
    same(
        "front :: back {#c cite=a,b}",
        r#"cards: [Card(id: "c", face: Basic(front: "front", back: "back"), cite: ["a", "b"])]"#,
    );
    same(
        "front\n::: back\n>> To?\n<< Fro?\n{#c}",
        r#"cards: [Card(id: "c", face: TwoWay(ask: "To?", front: "front", ask_back: "Fro?", back: "back"))]"#,
    );
    same(
        "A {{gap::hint}}. {#c}\n! card-cite -- Ours.",
        r#"cards: [Card(id: "c", face: Cloze("A {{gap::hint}}."), waive: [("card-cite", "Ours.")])]"#,
    );
}

#[test]
fn a_field_goes_on_in_lines_that_are_moved_in() {
    same(
        "? One.\n\n  Two.\n{#q}\n= true",
        r#"questions: [Question(id: "q", stem: "One.\n\nTwo.", ask: TrueFalse(true))]"#,
    );
    same(
        "## s\n\na :: b {#c}\n\n## -\n\nc :: d {#d}",
        r#"cards: [Card(id: "c", section: "s", face: Basic(front: "a", back: "b")), Card(id: "d", face: Basic(front: "c", back: "d"))]"#,
    );
}

#[test]
fn a_lesson_may_hold_its_cards_and_questions() {
    let text = "# Knots {#knots minutes=8}\n\nTie knots.\n\n- Tie {#tie level=Apply}\n\n## Bowline {#bowline}\n\nA [[loop]].\n\n[? q]\n\n? Which? {#q objective=tie}\n+ a\n- b -- No.\n\nfront :: back {#c}\n\nMore text.\n\n[[loop]]: loop -- A round thing. {cite=a}\n";
    let told = to_ron("", text, CoursePart::Lesson).unwrap();
    let (lesson, bank): (Lesson, Bank) = (lesson(text), read("", &told.bank.unwrap().ron).unwrap());
    assert_eq!((lesson.sections[0].body.len(), lesson.terms.len(), lesson.objectives.len()), (3, 1, 1));
    let section = |id: Option<&crate::course::model::Id>| id.map(|id| id.as_str().to_owned());
    assert_eq!(section(bank.questions[0].section.as_ref()), Some("bowline".to_owned()));
    assert_eq!(section(bank.cards[0].section.as_ref()), Some("bowline".to_owned()));
}

#[test]
fn what_is_wrong_is_named_where_it_stands() {
    assert_eq!(slips("front :: back"), "quizzes/a.md:3:1: this card has no id\n");
    assert_eq!(slips("? Which? {#q}\n+ a\n\n- b"), "quizzes/a.md:6:1: this card has no id\n");
    assert_eq!(slips("? Which? {#q}"), "quizzes/a.md:3:1: this question has no answer\n");
    assert_eq!(
        slips("? Which? {#q objectiv=a}\n= true"),
        "quizzes/a.md:3:14: `objectiv=` is no attribute of a question. Did you mean `objective`?\n"
    );
    assert_eq!(slips("? Sort. {#q}\n1. a -- 1\n2. b"), "quizzes/a.md:5:4: this event has no date\n");
    assert_eq!(slips("a word {#c}"), "quizzes/a.md:3:1: this is no card: it has neither a back nor a gap\n");
    assert_eq!(slips("```ron\nCard("), "quizzes/a.md:3:1: this block of RON does not end\n");
}

/// A course of one bank in Markdown, in a folder, opened and checked.
fn findings(bank: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let place = folder.path().join(path);
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        std::fs::write(place, text).unwrap();
    };
    write(
        "assets/course.ron",
        "About(id: \"a\", title: \"A\", version: \"1\", language: \"en\", licence: \"CC0\", standard: Plain)",
    );
    write("quizzes/a.md", bank);
    write("quizzes/b.md", "# {#b}\n\nx :: y {#c-other}\n");
    let course = Course::open(folder.path()).unwrap();
    crate::course::check::check(&course).iter().map(|f| format!("{}: {}", f.place, f.message)).collect()
}

#[test]
fn the_reader_and_the_checks_name_lines_of_the_markdown() {
    let found = findings("# {#a}\n\n? Which of these? {#q cite=nowhere}\n+ one\n- two\n\n? Is this so? {#q}\n= true\n");
    assert!(found.iter().any(|f| f.starts_with("quizzes/a.md:3:") && f.contains("nowhere")), "{found:?}");
    assert!(found.iter().any(|f| f.starts_with("quizzes/a.md:7:17: the question id `q`")), "{found:?}");
    let found =
        findings("# {#a}\n\nx :: y {#c}\n\n```ron\nCard(\n    id: \"d\",\n    fase: Cloze(\"{{a}}\"),\n)\n```\n");
    assert!(found.iter().any(|f| f.starts_with("quizzes/a.md:8:5: ") && f.contains("`fase`")), "{found:?}");
}

#[test]
fn what_has_no_short_form_stands_in_a_fence_with_its_comments() {
    let ron = "// Head.\nBank(\n    lesson: \"a\",\n    questions: [\n        // Gaps.\n        Question(\n            id: \"q\",\n            stem: \"a\", // inner\n            ask: Typed(gaps: [Blank(label: \"x\", accept: [\"y\"])]),\n        ),\n        // Tail.\n    ],\n)\n";
    let markdown = to_markdown("", ron, CoursePart::Bank).unwrap();
    assert!(
        markdown.starts_with(
            "<!-- Head. -->\n# {#a}\n\n<!-- Gaps. -->\n```ron\nQuestion(\n    id: \"q\",\n    stem: \"a\", // inner\n"
        ),
        "{markdown}"
    );
    assert!(markdown.ends_with("<!-- Tail. -->\n"), "{markdown}");
    let back = to_ron("", &markdown, CoursePart::Bank).unwrap().bank.unwrap().ron;
    assert_eq!(Elements::of(&back).all_comments(), Elements::of(ron).all_comments());
    assert_eq!(read::<Bank>("", &back).unwrap(), read::<Bank>("", ron).unwrap());
}

#[test]
fn a_file_has_the_place_of_its_lines() {
    let told = to_ron("", "# {#a}\n\nx :: y {#c}\n", CoursePart::Bank).unwrap().bank.unwrap();
    let at = told.ron.find("\"y\"").unwrap();
    assert_eq!(told.map.source(at + 1..at + 2), 13..14);
    assert!(File::new("quizzes/a.ron", told.ron).on_disk().is_some());
}
