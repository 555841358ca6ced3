//! What one question prints of another.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::fs;

use ninetracks::course::Course;
use ninetracks::course::model::Id;
use ninetracks::study::item::printed::printed;

/// Whether the second question prints the answer of the first.
#[track_caller]
fn gives(asking: &str, printing: &str) -> bool {
    let dir = tempfile::TempDir::new().unwrap();
    for folder in ["assets", "quizzes"] {
        fs::create_dir(dir.path().join(folder)).unwrap();
    }
    let about = r#"About(id: "c", title: "C", version: "1", language: "en", licence: "none", standard: Plain)"#;
    let schemes = r#"[Scheme(id: "five", name: "five", noun: "track", categories: [
        Category(key: "1", name: "Track One: government"), Category(key: "2", name: "Track Two: business"),
        Category(key: "3", name: "Track Three: religion"), Category(key: "4", name: "Track Four: media")])]"#;
    let bank = format!(
        r#"Bank(lesson: "l", questions: [Question(id: "asking", {asking}), Question(id: "printing", {printing})])"#
    );
    for (name, text) in [("assets/course.ron", about), ("assets/schemes.ron", schemes), ("quizzes/l.ron", &bank)] {
        fs::write(dir.path().join(name), text).unwrap();
    }
    let course = Course::open(dir.path()).unwrap();
    assert_eq!(course.problems(), []);
    let id = |raw: &str| Id::new(raw).unwrap();
    printed(&course).gives(&id("printing"), &id("asking"))
}

const WHO: &str = r#"stem: "Who wrote the Velm report?", ask: Typed(accept: ["Anna Quay"])"#;

#[test]
fn a_name_beside_what_is_asked() {
    assert!(gives(WHO, r#"stem: "The Velm report of Anna Quay was printed twice.", ask: TrueFalse(true)"#));
    assert!(gives(WHO, r#"stem: "What is the Velm report about?", ask: Choice([Right("Anna Quay"), Wrong("Fog")])"#));
    assert!(!gives(WHO, r#"stem: "Anna Quay lived in Oslo.", ask: TrueFalse(true)"#), "it speaks of something else");
    assert!(!gives(WHO, r#"stem: "The Velm report was printed twice.", ask: TrueFalse(true)"#), "no name");
}

#[test]
fn a_list_of_which_another_prints_nearly_all() {
    let list = r#"stem: "Which list gives the tracks of Velm in order?", ask: Choice([
        Right("government, business, religion, media"), Wrong("media, government, business, religion")])"#;
    let classify = |stem: &str| format!(r#"stem: "{stem}", ask: Classify(scheme: "five", key: "4")"#);
    assert!(gives(list, &classify("In the scheme of Velm: a radio plays songs.")));
    assert!(!gives(list, &classify("A radio plays songs.")));
}

#[test]
fn what_is_sorted_or_joined_where_another_prints_the_pairs() {
    let order = r#"stem: "Sort the tracks of Velm.", ask: Order([Step("Governments talk", "Track One"),
        Step("Businesses trade", "Track Two"), Step("Religions meet", "Track Three")])"#;
    assert!(gives(order, r#"stem: "In the scheme of Velm: a shop opens.", ask: Classify(scheme: "five", key: "2")"#));
    let dates = r#"stem: "Sort what Velm did.", ask: Order([Step("The harbour wall is built", "1957"), Step("A ferry sails", "1960"),
        Step("The mill burns", "1970")])"#;
    assert!(!gives(dates, r#"stem: "Velm was founded in 1957.", ask: TrueFalse(true)"#), "a year alone");
}

#[test]
fn a_category_among_all_others_of_its_scheme() {
    let which = r#"stem: "Which track of the scheme prays?", ask: Choice([Right("Religion"), Wrong("Sport")])"#;
    assert!(gives(which, r#"stem: "A track of the scheme: monks walk.", ask: Classify(scheme: "five", key: "3")"#));
}
