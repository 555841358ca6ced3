//! What is saved, and what can be asked.

mod asking;
mod backups;
mod classes;
mod displaced;
mod examining;
mod forgetting;
mod opening;
mod rebuilding;

use jiff::Timestamp;

use super::*;
use crate::course::outline::CardKey;
use crate::study::event::{Event, EventId, EventKind, PagePlace, SheetAnswer};
use crate::study::item::Response;
use crate::study::memory::{CardState, Grade, Memory};
use crate::study::names::PersonName;
use crate::study::queue::DayCounts;
use crate::study::quiz::{Mode, PaperSpec};
use crate::study::scenario::Move;
use crate::study::score::Score;
use crate::study::time::StudyDay;

const DAY: StudyDay = StudyDay(20_000);

fn id(raw: &str) -> Id {
    Id::new(raw).unwrap()
}

fn learner() -> Learner {
    Learner { profile: "ada".into(), course: id("tracks") }
}

fn memory_store() -> Store {
    Store::in_memory(learner()).unwrap()
}

fn moment(minute: i64) -> Timestamp {
    Timestamp::from_second(i64::from(DAY.0) * 86_400 + 43_200 + minute * 60).unwrap()
}

impl Store {
    /// Appends `what`, `minute` minutes after noon.
    fn log(&mut self, minute: i64, what: EventKind) -> EventId {
        self.append(&Event { at: moment(minute), what }, DAY).unwrap()
    }
}

fn known(stability_days: f32) -> CardState {
    let memory = Memory { stability_days, difficulty: 5.0 };
    CardState::Review { memory, last: DAY, due: DAY.plus(3), lapses: 0, reviews: 1 }
}

fn in_steps((stability_days, lapses): (f32, u16)) -> CardState {
    let memory = Memory { stability_days, difficulty: 5.0 };
    CardState::Learning { step: 1, memory, last: DAY, due: moment(10), lapses, reviews: 2 }
}

fn reviewed(card: &str, before: CardState, after: CardState) -> EventKind {
    EventKind::Reviewed { card: card.parse().unwrap(), grade: Grade::Good, before, after, took_ms: 4000 }
}

fn came(lesson: &str, section: &str) -> EventKind {
    EventKind::SectionOpened { lesson: id(lesson), section: id(section), at: PagePlace::default() }
}

fn started(lessons: &[&str]) -> EventKind {
    let lessons = lessons.iter().copied().map(id).collect();
    EventKind::QuizStarted {
        paper: PaperSpec { lessons, length: 10, seed: 1, mode: Mode::Practice, limit_s: None, only: vec![] },
        items: Vec::new(),
    }
}

fn answered(run: EventId, question: &str, points: f64) -> EventKind {
    answered_on("define", run, question, points)
}

fn answered_on(objective: &str, run: EventId, question: &str, points: f64) -> EventKind {
    let (objective, lesson, score) = (id(objective), id("one"), Score { points, of: 1.0 });
    EventKind::Answered {
        run,
        question: id(question),
        objective,
        lesson,
        answer: Response::Picked(0),
        score,
        took_ms: 9000,
        certainty: None,
        items: Vec::new(),
    }
}

#[test]
fn learners_and_courses_do_not_meet() {
    let folder = tempfile::TempDir::new().unwrap();
    let mut ada = Store::open(folder.path(), learner()).unwrap();
    let mut bob = Store::open(folder.path(), Learner { profile: "bob".into(), ..learner() }).unwrap();
    let event = ada.log(0, reviewed("a", CardState::New, known(3.0)));
    bob.log(1, EventKind::Undone { event });
    assert_eq!(ada.card_states().unwrap().len(), 1);
    assert!(bob.card_states().unwrap().is_empty());
}

#[test]
fn a_review_taken_back_leaves_the_card_as_it_was() {
    let mut store = memory_store();
    store.log(0, reviewed("a", CardState::New, known(3.0)));
    let second = store.log(1, reviewed("a", known(3.0), known(9.0)));
    assert_eq!(store.last_review().unwrap().map(|r| (r.event, r.before)), Some((second, known(3.0))));
    store.log(2, EventKind::Undone { event: second });
    assert_eq!(store.card_states().unwrap().values().copied().collect::<Vec<_>>(), [known(3.0)]);
    assert_eq!(store.day_counts(DAY).unwrap(), DayCounts { new: 1, reviews: 0 });
    let first = store.last_review().unwrap().unwrap().event;
    store.log(3, EventKind::Undone { event: first });
    assert!(store.card_states().unwrap().is_empty());
    assert_eq!(store.day_counts(DAY).unwrap(), DayCounts::default());
    assert_eq!(store.last_review().unwrap(), None);
}

#[test]
fn every_state_of_a_card_comes_back_as_it_was() {
    let mut store = memory_store();
    for after in [CardState::New, in_steps((0.123_456_7, 0)), in_steps((1.0 / 3.0, 2)), known(16_777.217)] {
        store.log(0, reviewed("a", CardState::New, after));
        assert_eq!(store.card_states().unwrap().into_values().collect::<Vec<_>>(), [after]);
    }
}

#[test]
fn a_question_counts_for_the_objective_of_its_latest_answer() {
    let mut store = memory_store();
    store.log(0, answered_on("define", EventId(1), "q1", 0.5));
    let moved = store.log(1, answered_on("compare", EventId(1), "q1", 1.0));
    let objectives = |store: &Store| {
        store.objective_scores().unwrap().into_iter().map(|((_, o), s)| (o, s.score.points)).collect::<Vec<_>>()
    };
    assert_eq!(objectives(&store), [(id("compare"), 1.0)]);
    store.log(2, EventKind::Undone { event: moved });
    assert_eq!(objectives(&store), [(id("define"), 0.5)]);
}

#[test]
fn reading_goes_on_where_it_was() {
    let mut store = memory_store();
    assert_eq!(store.last_place().unwrap(), None);
    store.log(0, came("one", "a"));
    store.log(1, EventKind::SectionRead { lesson: id("one"), section: id("a") });
    store.log(2, came("one", "b"));
    store.log(3, came("two", "x"));
    let score = Score { points: 1.0, of: 1.0 };
    store.log(4, EventKind::Recalled { lesson: id("one"), question: id("q"), answer: Response::Picked(1), score });
    assert_eq!(store.last_place().unwrap(), Some((id("two"), id("x"))));
    assert_eq!(store.place_in(&id("one")).unwrap(), Some(id("b")));
    assert_eq!(store.sections_read().unwrap(), [(id("one"), [id("a")].into())].into());
    assert_eq!(store.recalled(&id("one")).unwrap().into_keys().collect::<Vec<_>>(), [id("q")]);
}

#[test]
fn a_quiz_adds_up() {
    let mut store = memory_store();
    let run = store.log(0, started(&["one"]));
    store.log(1, answered(run, "q1", 0.0));
    store.log(2, answered(run, "q2", 1.0));
    let again = store.log(3, answered(run, "q1", 0.5));
    let open = store.unfinished_run().unwrap().unwrap();
    assert_eq!((open.id, open.answered, open.score, open.end), (run, 2, Score { points: 1.5, of: 2.0 }, RunEnd::Open));
    assert!(store.lesson_scores().unwrap().is_empty() && store.last_scores().unwrap().is_empty());
    store.log(4, EventKind::Undone { event: again });
    store.log(5, EventKind::QuizEnded { run, done: true });
    assert_eq!(store.unfinished_run().unwrap(), None);
    assert_eq!(store.runs(9).unwrap()[0].end, RunEnd::Finished(moment(5)));
    assert_eq!(store.lesson_scores().unwrap()[&id("one")].last, Score { points: 1.0, of: 2.0 });
    let objective = store.objective_scores().unwrap()[&(id("one"), id("define"))];
    assert_eq!((objective.score, objective.n), (Score { points: 1.0, of: 2.0 }, 2));
    assert_eq!(store.missed_questions().unwrap(), [Missed { lesson: id("one"), question: id("q1") }]);
    let questions: Vec<_> = store.answers(run).unwrap().into_iter().map(|a| a.question).collect();
    assert_eq!(questions, [id("q1"), id("q2")]);
}

#[test]
fn a_lesson_keeps_its_best_and_its_last_score() {
    let mut store = memory_store();
    for points in [0.5, 1.0, 0.0] {
        let run = store.log(0, started(&["one"]));
        store.log(1, answered(run, "q1", points));
        store.log(2, EventKind::QuizEnded { run, done: true });
    }
    let given_up = store.log(3, started(&["one"]));
    store.log(4, EventKind::QuizEnded { run: given_up, done: false });
    let one = store.lesson_scores().unwrap()[&id("one")];
    assert_eq!(store.last_scores().unwrap()[&id("one")], one.last);
    assert_eq!((one.best.points, one.last.points), (1.0, 0.0));
}

fn decided(run: EventId, choice: &str, points: f64) -> EventKind {
    let made = Move::Decided { scene: id("s"), choice: id(choice), reason: 0 };
    EventKind::ScenarioMoved { run, made, score: Score { points, of: 2.0 } }
}

fn ended(run: EventId, points: f64) -> EventKind {
    EventKind::ScenarioEnded { run, ending: id("e"), score: Score { points, of: 2.0 } }
}

#[test]
fn a_scenario_is_taken_up_where_it_was_left() {
    let mut store = memory_store();
    assert_eq!(store.open_play(&id("island")).unwrap(), None);
    store.log(0, EventKind::ScenarioStarted { scenario: id("island"), seed: None });
    let run = store.log(1, EventKind::ScenarioStarted { scenario: id("island"), seed: None });
    store.log(2, decided(run, "a", 2.0));
    let back = Move::Rewound { to: 0 };
    store.log(3, EventKind::ScenarioMoved { run, made: back.clone(), score: Score { points: 0.0, of: 0.0 } });
    let open = store.open_play(&id("island")).unwrap().unwrap();
    assert_eq!((open.run, open.moves.len(), &open.moves[1]), (run, 2, &back));
    assert_eq!(store.open_play(&id("valley")).unwrap(), None);
    store.log(4, ended(run, 1.0));
    assert_eq!(store.open_play(&id("island")).unwrap(), None);
    store.log(5, EventKind::ScenarioMoved { run, made: back, score: Score { points: 0.0, of: 0.0 } });
    assert_eq!(store.open_play(&id("island")).unwrap().map(|p| p.moves.len()), Some(3));
}

#[test]
fn a_scenario_keeps_its_best_score_and_the_last_end_of_a_play_counts() {
    let mut store = memory_store();
    for points in [[2.0, 1.0], [0.0, 0.5]] {
        let run = store.log(0, EventKind::ScenarioStarted { scenario: id("island"), seed: None });
        for points in points {
            store.log(1, ended(run, points));
        }
    }
    let island = store.scenario_records().unwrap()[&id("island")].clone();
    assert_eq!(island, ScenarioRecord { ended: 2, best: Some(Score { points: 1.0, of: 2.0 }), open: false });
}

#[test]
fn minutes_leave_breaks_out() {
    let mut store = memory_store();
    for minute in [0, 4, 7, 60, 62] {
        store.log(minute, came("one", "a"));
    }
    assert_eq!(store.day_totals().unwrap().iter().map(|d| d.minutes).collect::<Vec<_>>(), [9]);
}

#[test]
fn statistics_count_what_was_remembered() {
    let mut store = memory_store();
    store.log(0, reviewed("a", CardState::New, known(3.0)));
    store.log(1, reviewed("a", known(3.0), known(5.0)));
    assert_eq!(
        store.review_days(StudyDay(i32::MIN)).unwrap(),
        [ReviewDay { day: DAY, new: 1, steps: 0, reviews: 1, remembered: 1 }]
    );
    assert_eq!(store.review_log().unwrap().len(), 2);
}

/// An exam on paper of one person, with one answer.
fn sheet(person: &str, seed: u64) -> EventKind {
    let paper = PaperSpec { lessons: vec![], length: 1, seed, mode: Mode::Exam, limit_s: None, only: vec![] };
    let score = Score { points: 1.0, of: 1.0 };
    let answers = vec![SheetAnswer { question: id("q"), lesson: id("one"), answer: Response::Picked(0), score }];
    EventKind::SheetEntered {
        paper,
        person: PersonName::new(person).unwrap(),
        class: None,
        version: 'A',
        answers,
        items: vec![],
    }
}
