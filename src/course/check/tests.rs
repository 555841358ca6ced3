//! Small courses as fixtures, and the rules that find something in them.

use super::check;
use crate::course::Course;
use crate::course::files::File;
use crate::course::finding::{Finding, Location};

const ABOUT: &str = r#"About(id: "c", title: "C", version: "1", language: "en", licence: "L", lessons: ["l"])"#;
const PLAIN: &str = r#"About(id: "c", title: "C", version: "1", language: "en", licence: "L", standard: Plain)"#;
const LESSON: &str = r#"Lesson(id: "l", title: "T", summary: "S", minutes: 1,
    objectives: [Objective(id: "o", level: Remember, text: "Say it")],
    sections: [Section(id: "s", title: "S", body: [Text("Some text.")])])"#;

fn course(files: &[(&str, &str)]) -> Course {
    let file = |(path, text): &(&str, &str)| File::new(*path, (*text).to_owned());
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

/// The rules that find something in a plain bank of one question that asks so.
fn asking(ask: &str) -> Vec<String> {
    let bank = BARE.replace(r#"Choice([Right("Trade"), Wrong("Religion")])"#, ask);
    let found = plain(&bank);
    // Of the others only what stands at the question.
    let of = |f: &String| {
        let (rule, at) = f.split_once(" quizzes/01-l.ron:2:")?;
        (rule == "shape" || at == "19").then(|| rule.to_owned())
    };
    found.iter().filter_map(of).collect()
}

#[track_caller]
fn sound(ask: &str) {
    assert_eq!(asking(ask), [""; 0], "{ask}");
}

#[track_caller]
fn misshapen(ask: &str) {
    assert_eq!(asking(ask), ["shape"], "{ask}");
}

fn options(n: usize) -> String {
    let wrong: Vec<String> = (1..n).map(|i| format!(r#"Wrong("Number {i}")"#)).collect();
    format!(r#"[Right("Trade"), {}]"#, wrong.join(", "))
}

#[test]
fn a_plain_question_has_two_to_ten_options() {
    sound(&format!("Choice({})", options(2)));
    sound(&format!("Choice({})", options(10)));
    misshapen(&format!("Choice({})", options(11)));
    misshapen("Choice([Right(\"Trade\")])");
    misshapen(&format!("Several({})", options(11)));
    sound(r#"Match(pairs: [("a", "x"), ("b", "y"), ("c", "z")])"#);
    misshapen(r#"Match(pairs: [("a", "x"), ("b", "y")])"#);
    sound(r#"Order([("One", "1"), ("Two", "2"), ("Three", "3")])"#);
    misshapen(r#"Order([("One", "1"), ("Two", "2")])"#);
}

#[test]
fn parts_are_parts() {
    sound(r#"Choice([Weighed(text: "Trade", percent: 100), Weighed(text: "Barter", percent: 30)])"#);
    misshapen(r#"Choice([Right("Trade"), Weighed(text: "Barter", percent: 130)])"#);
    misshapen(r#"Choice([Right("Trade"), Weighed(text: "Barter", percent: 100)])"#);
    sound(r#"Typed(accept: ["trade"], partly: [("barter", 50)])"#);
    misshapen(r#"Typed(accept: ["trade"], partly: [("barter", 0)])"#);
    misshapen(r#"Typed(accept: ["trade"], partly: [("barter", 100)])"#);
}

#[test]
fn a_typed_answer_is_words_a_number_or_gaps() {
    sound(r#"Typed(number: Near(9.81, 0.05), unit: "m/s²")"#);
    sound("Typed(number: Between(3, 5))");
    misshapen("Typed(number: Between(5, 3))");
    misshapen("Typed(number: Near(1, -1))");
    misshapen(r#"Typed(accept: ["three"], number: Exactly(3))"#);
    misshapen(r#"Typed(accept: ["three"], unit: "m")"#);
    misshapen("Typed(rivals: [(\"one\", \"Two.\")])");
    sound(r#"Typed(gaps: [Blank(label: "port", accept: ["Pellow"])])"#);
    misshapen(r#"Typed(gaps: [Blank(label: "port", accept: [])])"#);
}

const SCHEMES: &str = r#"[Scheme(id: "two", name: "N", noun: "n", categories: [Category(key: "a", name: "A"), Category(key: "b", name: "B")])]"#;

fn classing(schemes: &str, ask: &str) -> Vec<String> {
    let bank = BARE.replace(r#"Choice([Right("Trade"), Wrong("Religion")])"#, ask);
    found(&[("assets/course.ron", PLAIN), ("assets/schemes.ron", schemes), ("quizzes/01-l.ron", &bank)])
}

#[test]
fn a_class_is_one_of_its_scheme() {
    assert_eq!(classing(SCHEMES, r#"Classify(scheme: "two", key: "a")"#), [""; 0]);
    assert_eq!(classing(SCHEMES, r#"Classify(scheme: Two, key: "b")"#), [""; 0], "as it was written before");
    assert_eq!(classing(SCHEMES, r#"Classify(scheme: "ten", key: "a")"#), ["scheme quizzes/01-l.ron:2:58"]);
    assert_eq!(classing(SCHEMES, r#"Classify(scheme: "two", key: "z")"#), ["scheme quizzes/01-l.ron:2:78"]);
    assert_eq!(
        plain(&BARE.replace("Choice([Right(\"Trade\"), Wrong(\"Religion\")])", r#"Classify(scheme: Two, key: "a")"#)),
        ["scheme quizzes/01-l.ron:2:58"]
    );
}

#[test]
fn schemes_have_categories_apart() {
    let twice = SCHEMES.replace("key: \"b\"", "key: \"a\"");
    assert_eq!(classing(&twice, "TrueFalse(true)"), ["scheme assets/schemes.ron:1:64"]);
    assert_eq!(
        classing("[Scheme(id: \"one\", name: \"N\", noun: \"n\", categories: [])]", "TrueFalse(true)"),
        ["scheme assets/schemes.ron:1:14"]
    );
}

#[test]
fn a_wheel_has_a_scheme_and_room() {
    let with = |wheel: &str| PLAIN.replace("standard", &format!("wheel: {wheel}, standard"));
    let at = |about: String| {
        found(&[("assets/course.ron", &about), ("assets/schemes.ron", SCHEMES), ("quizzes/01-l.ron", BARE)])
    };
    assert_eq!(at(with(r#"Wheel(scheme: "two", title: "T", hub: "h")"#)), [""; 0]);
    assert_eq!(at(with(r#"Wheel(scheme: "ten", title: "T", hub: "h")"#)), ["scheme assets/course.ron:1:93"]);
    assert_eq!(at(with(r#"Wheel(scheme: "two", title: "T", hub: "ten letters")"#)).len(), 1);
    let lesson =
        LESSON.replace(r#"Text("Some text.")"#, r#"Figure(Figure(caption: "C", says: "S.", drawing: Wheel(at: 1)))"#);
    let found = found(&[("assets/course.ron", PLAIN), ("lessons/01-l.ron", &lesson), ("quizzes/01-l.ron", BARE)]);
    assert!(found.iter().any(|f| f.starts_with("wheel lessons/01-l.ron:3:")), "{found:?}");
}

#[test]
fn tracks_of_earlier_courses_are_pointed_out() {
    let files = [("assets/course.ron", PLAIN), ("assets/tracks.ron", "[]"), ("quizzes/01-l.ron", BARE)];
    assert_eq!(found(&files), ["scheme assets/tracks.ron:1:1"]);
}

#[test]
fn a_bank_that_misspells_its_lesson_is_told_alone() {
    let lesson = LESSON.replace("body: [Text(\"Some text.\")]", r#"body: [Text("Some text."), Recall("q1")]"#);
    let bank = BARE.replace("lesson: \"l\"", "lesson: \"ll\"").replace("stem:", r#"section: "s", stem:"#);
    let files = [("assets/course.ron", PLAIN), ("lessons/01-l.ron", &lesson), ("quizzes/01-l.ron", &bank)];
    assert_eq!(found(&files), ["lesson quizzes/01-l.ron:1:14"]);
    let help = check(&course(&files)).remove(0).help;
    assert!(help.starts_with("did you mean `l`?"), "{help}");
}

#[test]
fn values_that_cannot_be_meant() {
    let about = |old: &str, new: &str| PLAIN.replace(old, new);
    let with = |about: &str, path: &str, text: &str| {
        found(&[("assets/course.ron", about), (path, text), ("quizzes/01-l.ron", BARE)])
    };
    for tag in ["English", "en_GB", "e", "en-"] {
        let about = about("language: \"en\"", &format!("language: \"{tag}\""));
        assert_eq!(with(&about, "assets/cases.ron", "[]"), ["language assets/course.ron:1:52"], "{tag}");
    }
    let source = |source: &str| about("standard:", &format!("source: \"{source}\", standard:"));
    for (text, sound) in
        [("javascript:alert(1)", false), ("https://a.b/c", true), ("Harbour school: the second edition", true)]
    {
        assert_eq!(with(&source(text), "assets/cases.ron", "[]").is_empty(), sound, "{text}");
    }
    let work = |address: &str| format!(r#"[Reference(id: "r", short: "R", full: "R", address: "{address}")]"#);
    for (address, sound) in
        [("example.org/x", false), ("javascript:x", false), ("https://", false), ("http://a.b", true)]
    {
        assert_eq!(with(PLAIN, "assets/references.ron", &work(address)).is_empty(), sound, "{address}");
    }
    let case = |place: &str| {
        format!(
            r#"[Case(id: "x", title: "T", place: "P", {place} years: "1990", class: "C", summary: "S.", cite: [])]"#
        )
    };
    for (place, sound) in [
        ("latitude: 599, longitude: 1,", false),
        ("latitude: NaN, longitude: 1,", false),
        ("latitude: 1, longitude: -181,", false),
        ("latitude: 1,", false),
        ("longitude: 1,", false),
        ("latitude: -90, longitude: 180,", true),
        ("", true),
    ] {
        assert_eq!(with(PLAIN, "assets/cases.ron", &case(place)).is_empty(), sound, "{place}");
    }
    assert_eq!(with(PLAIN, "assets/facts.ron", r#"[Fact(id: "F1", status: Confirmed, lesson: 9)]"#).len(), 1);
    assert_eq!(with(PLAIN, "assets/facts.ron", r#"[Fact(id: "F1", status: Confirmed, lesson: 1)]"#), [""; 0]);
}

#[test]
fn a_category_is_the_key_or_defensible_or_wrong() {
    assert_eq!(classing(SCHEMES, r#"Classify(scheme: "two", key: "a", defensible: ["a"])"#).len(), 1);
    assert_eq!(classing(SCHEMES, r#"Classify(scheme: "two", key: "a", why_not: [("a", "It is not.")])"#).len(), 1);
    assert_eq!(classing(SCHEMES, r#"Classify(scheme: "two", key: "a", defensible: ["b"])"#), [""; 0]);
}

#[test]
fn a_lesson_that_is_no_text_brings_no_errors_that_follow() {
    let bank = BARE.replace("stem:", r#"section: "s", objective: "o", stem:"#);
    let unread = || vec![Finding::error("file", Location::file("lessons/01-l.ron"), "it is not UTF-8 text")];
    let files = [File::new("assets/course.ron", PLAIN), File::new("quizzes/01-l.ron", bank)];
    let course = Course::assemble("a fixture", files.into(), unread(), None).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(check(&course).iter().map(|f| f.rule).collect::<Vec<_>>(), ["file"]);
}

#[test]
fn gaps_have_no_numbers() {
    let card = |text: &str| plain(&format!(r#"Bank(lesson: "l", cards: [Card(id: "c", face: Cloze("{text}"))])"#));
    assert_eq!(card("In {{c1::1991}}."), ["shape quizzes/01-l.ron:1:37"]);
    assert_eq!(card("In {{1991::year}}."), [""; 0]);
}
