//! Small banks as fixtures: what stands in them, and the names of the rules that find something.

use crate::course::Course;
use crate::course::check::survey::Survey;
use crate::course::files::File;

/// The only text of the fixture's lesson.
const LESSON: &str = "A host keeps the clock while a retired colonel tells the table what his community fears most. It is the Institute for Multi-Track Diplomacy.";

/// A sound question but for its stem and what it asks.
pub(super) fn question(stem: &str, ask: &str) -> String {
    numbered(1, stem, ask)
}

/// The same with an id of its own, for fixtures of several questions.
pub(super) fn numbered(no: usize, stem: &str, ask: &str) -> String {
    format!(
        r#"Question(id: "q{no}", objective: "o", section: "s", level: Remember, stem: "{stem}", ask: {ask}, explain: "{SOUND}", cite: ["E01"]),"#
    )
}

/// The same with a waiver.
pub(super) fn waiving(rule: &str, stem: &str, ask: &str) -> String {
    question(stem, ask).replace("cite:", &format!(r#"waive: [("{rule}", "weighed")], cite:"#))
}

/// A reason that says enough.
const SOUND: &str = "McDonald holds that sponsors and capacities decide where a meeting belongs.";

/// The names of the rules that find something in a bank of these questions, sorted.
#[track_caller]
pub(super) fn found(questions: &str) -> Vec<&'static str> {
    found_in("", questions)
}

/// The same with cards.
#[track_caller]
pub(super) fn found_in(cards: &str, questions: &str) -> Vec<&'static str> {
    let lesson = format!(
        r#"Lesson(id: "l", title: "T", summary: "S", minutes: 1, objectives: [], sections: [Section(id: "s", title: "S", body: [Text("{LESSON}")])])"#
    );
    let bank = format!(r#"Bank(lesson: "l", cards: [{cards}], questions: [{questions}])"#);
    let about = r#"About(id: "c", title: "C", version: "1", language: "en", licence: "L", lessons: ["l"],
        everyday: ["track", "tracks"],
        reviews: [StemReview(kind: Classify, any_of: ["pay", "host"], message: "nobody pays", help: "say who pays")])"#;
    let schemes = r#"[Scheme(id: "two", name: "the two-track scheme", noun: "track", named_as: ["1.5"], categories: [
        Category(key: "1", name: "One"), Category(key: "1.5", name: "Between"), Category(key: "2", name: "Two")])]"#;
    let files = [
        ("assets/course.ron", about.to_owned()),
        ("assets/schemes.ron", schemes.to_owned()),
        ("lessons/01-l.ron", lesson),
        ("quizzes/01-l.ron", bank),
    ];
    let file = |(path, text): (&str, String)| File::new(path, text);
    let course = Course::assemble("a fixture", files.into_iter().map(file).collect(), Vec::new(), None)
        .unwrap_or_else(|e| panic!("{e}"));
    let survey = Survey::of(&course);
    assert_eq!((survey.lessons.len(), survey.banks.len()), (1, 1), "{:?}", course.problems());
    let mut names: Vec<&str> = super::check(&survey).iter().map(|f| f.rule).collect();
    names.sort_unstable();
    names
}
