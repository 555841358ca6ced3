//! Adaptive practice on another computer.

use super::*;
use crate::course::Course;
use crate::study::quiz::Sitting;

#[test]
fn it_travels_with_its_questions_and_says_the_same_there() {
    let course = Course::builtin().unwrap();
    let (mut first, mut second) = (computer(), computer());
    let spec = PaperSpec { lessons: vec![], length: 3, seed: 1, mode: Mode::Adaptive, limit_s: None, only: vec![] };
    let (mut quiz, started) = first.begin_quiz(&course, spec, hours(0)).unwrap().unwrap();
    let run = save(&mut first, hours(0), started.clone());
    quiz.saved(&started, run);
    let clock = Clock::new(hours(1), jiff::tz::TimeZone::UTC);
    let answered = quiz.answer(Response::Passed, None, &clock).unwrap();
    save(&mut first, hours(1), answered);
    bring(&first, &mut second);
    let told = |store: &Store| {
        let run = store.runs(1).unwrap().remove(0);
        let paper = store.taken_paper(&course, &run).unwrap().paper;
        let sitting = Sitting::resumed(paper.clone(), store.given(run.id, &paper).unwrap(), run.started);
        (paper, store.ability_change(&course, &sitting, run.started).unwrap().unwrap())
    };
    let (paper, change) = told(&first);
    assert_eq!((paper.items.len(), change.answers), (1, 1));
    assert!(change.after_percent < change.before_percent, "{change:?}");
    assert_eq!(told(&second), (paper, change));
}
