//! What was asked is kept, whatever becomes of the course.

use super::*;
use crate::course::Course;
use crate::study::event::SheetAnswer;
use crate::study::names::PersonName;
use crate::study::quiz::Paper;
use crate::study::report::Report;

fn course() -> Course {
    Course::builtin().unwrap()
}

fn spec() -> PaperSpec {
    PaperSpec { lessons: vec![], length: 10, seed: 7, mode: Mode::Practice, limit_s: None, only: vec![] }
}

/// The paper as it was asked before its first question was worded anew.
fn earlier() -> Paper {
    let mut paper = Paper::draw(&course(), spec());
    paper.items[0].stem = crate::course::model::Text::new("As it was asked before?").unwrap();
    paper
}

fn start(store: &mut Store, paper: &Paper) -> EventId {
    store.log(0, EventKind::QuizStarted { paper: paper.spec.clone(), items: paper.items.clone() })
}

fn sheet(person: &str, paper: &Paper, items: Vec<crate::study::item::Item>) -> EventKind {
    let answers = paper.items.iter().map(|item| {
        let answer = Response::Passed;
        SheetAnswer { question: item.question.clone(), lesson: item.lesson.clone(), score: item.grade(&answer), answer }
    });
    EventKind::SheetEntered {
        paper: paper.spec.clone(),
        person: PersonName::new(person).unwrap(),
        class: None,
        version: 'A',
        answers: answers.collect(),
        items,
    }
}

fn kept_items(store: &Store) -> i64 {
    store.db.query_row("SELECT count(*) FROM item", [], |row| row.get(0)).unwrap()
}

fn bytes(store: &Store) -> i64 {
    let sql =
        "SELECT (SELECT sum(length(body)) FROM event) + (SELECT ifnull(sum(length(body) + length(hash)), 0) FROM item)";
    store.db.query_row(sql, [], |row| row.get(0)).unwrap()
}

fn stems(store: &Store) -> Vec<String> {
    match store.paper_report(&course(), &spec()).unwrap() {
        Some(Report::Test(report)) => report.questions.iter().map(|q| q.about.stem.clone()).collect(),
        other => panic!("{other:?}"),
    }
}

fn notes(store: &Store) -> String {
    match store.paper_report(&course(), &spec()).unwrap() {
        Some(Report::Test(report)) => report.notes.join("\n"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_quiz_goes_on_with_the_questions_it_began_with() {
    let mut store = memory_store();
    let run = start(&mut store, &earlier());
    store.rebuild().unwrap();
    let run = store.run(run).unwrap().unwrap();
    assert_eq!(store.taken_paper(&course(), &run).unwrap(), TakenPaper { paper: earlier(), is_changed: false });
}

#[test]
fn a_question_is_kept_once_and_a_quiz_costs_little() {
    let mut store = memory_store();
    let paper = Paper::draw(&course(), spec());
    start(&mut store, &paper);
    let first = bytes(&store);
    assert!(first < 25_000, "{first} bytes for ten questions and their start");
    for person in ["Ana", "Ben", "Cem"] {
        store.log(1, sheet(person, &paper, paper.items.clone()));
    }
    start(&mut store, &paper);
    assert_eq!(kept_items(&store), 10);
    assert!(bytes(&store) - first < 12_000, "{} bytes for three sheets and a quiz", bytes(&store) - first);
}

#[test]
fn a_report_tells_the_questions_as_they_were_asked() {
    let mut store = memory_store();
    let paper = earlier();
    for person in ["Ana", "Ben"] {
        store.log(1, sheet(person, &paper, paper.items.clone()));
    }
    assert!(stems(&store).iter().any(|stem| stem == "As it was asked before?"));
    assert_eq!(notes(&store).matches("before the course was changed").count(), 0);
}

#[test]
fn those_who_were_asked_in_other_words_are_not_counted_and_that_is_said() {
    let mut store = memory_store();
    let (before, now) = (earlier(), Paper::draw(&course(), spec()));
    store.log(1, sheet("Ana", &before, before.items.clone()));
    store.log(2, sheet("Ben", &now, now.items.clone()));
    store.log(3, sheet("Cem", &now, vec![]));
    assert!(!stems(&store).iter().any(|stem| stem == "As it was asked before?"));
    assert!(notes(&store).contains("not counted here: 1"), "{}", notes(&store));
}

#[test]
fn an_entry_without_its_questions_says_so_when_the_course_has_changed() {
    let mut store = memory_store();
    let mut paper = Paper::draw(&course(), spec());
    store.log(1, sheet("Ana", &paper, vec![]));
    assert!(!notes(&store).contains("has changed since"));
    paper.items[3].question = id("gone");
    store.log(2, sheet("Ben", &paper, vec![]));
    assert!(notes(&store).contains("has changed since"), "{}", notes(&store));
    let run = store.log(3, EventKind::QuizStarted { paper: spec(), items: vec![] });
    store.log(4, answered(run, "gone", 1.0));
    let run = store.run(run).unwrap().unwrap();
    assert!(store.taken_paper(&course(), &run).unwrap().is_changed);
}

#[test]
fn a_question_in_other_words_under_its_old_id_is_found() {
    let mut store = memory_store();
    let paper = Paper::draw(&course(), spec());
    start(&mut store, &paper);
    assert_eq!(store.reworded(&course()).unwrap(), Reworded(vec![]));
    start(&mut store, &earlier());
    assert_eq!(store.reworded(&course()).unwrap(), Reworded(vec![paper.items[0].question.clone()]));
}
