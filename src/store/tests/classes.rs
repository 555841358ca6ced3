//! Drills, sheets and what is kept for them.

use std::collections::BTreeSet;

use super::*;
use crate::course::Course;
use crate::study::drill::{Entry, Input, Moment, Plan, Room, Setup, Team};
use crate::study::names::Name;
use crate::study::report::Report;

fn setup() -> Setup {
    Setup::new(Plan::default().draft(&Course::builtin().unwrap(), Team::line_up(3), 7).0).unwrap()
}

fn entry(at: i64, what: Input) -> Entry {
    Entry::new(Moment(at), what)
}

fn drilled(store: &mut Store, entries: &[Entry]) -> EventId {
    let run = store.log(
        0,
        EventKind::DrillStarted { setup: Box::new(setup()), label: crate::study::class::DrillLabel::default() },
    );
    for (after, entry) in entries.iter().enumerate() {
        store.log(1, EventKind::DrillEntered { run, after, entry: entry.clone() });
    }
    run
}

fn paper(seed: u64) -> PaperSpec {
    PaperSpec { lessons: vec![], length: 1, seed, mode: Mode::Practice, limit_s: Some(60), only: vec![] }
}

fn people(store: &Store, seed: u64) -> Vec<String> {
    store.sheets(&paper(seed)).unwrap().iter().map(|s| s.person.to_string()).collect()
}

#[test]
fn a_drill_is_read_as_it_was_played() {
    let mut store = memory_store();
    let log = [
        entry(1, Input::Asked { question: 0 }),
        entry(2, Input::Opened),
        entry(1002, Input::Tick),
        entry(1500, Input::Paused),
    ];
    drilled(&mut store, &[]);
    let run = drilled(&mut store, &log);
    let kept = store.last_drill().unwrap().unwrap();
    assert_eq!((kept.run, kept.number, kept.setup.clone()), (run, 2, setup()));
    assert_eq!(kept.room(), Room::fold(setup(), &log));
    assert_eq!(store.drills().unwrap().iter().map(|d| d.number).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn a_drill_is_no_day_of_study_of_the_teacher() {
    let mut store = memory_store();
    drilled(&mut store, &[entry(1, Input::Ended)]);
    store.log(2, sheet("Ana", 7));
    assert!(store.study_days().unwrap().is_empty());
}

#[test]
fn what_is_kept_is_found_by_its_name_and_the_latest_counts() {
    let mut store = memory_store();
    let keep = |name: &str, n| EventKind::TeamsKept { name: Name::new(name).unwrap(), teams: Team::line_up(n) };
    store.log(0, keep("8b", 2));
    store.log(1, keep("8B", 4));
    let gone = store.log(2, keep("9a", 3));
    store.log(3, EventKind::Undone { event: gone });
    let kept = store.kept_teams().unwrap();
    assert_eq!(kept.iter().map(|k| (k.name.as_str(), k.what.len())).collect::<Vec<_>>(), [("8B", 4)]);
    assert!(store.kept_plans().unwrap().is_empty());
}

#[test]
fn a_sheet_entered_again_replaces_the_first_and_other_papers_are_apart() {
    let mut store = memory_store();
    for what in [sheet("Ana", 7), sheet("Ben", 7), sheet("ANA", 7), sheet("Cem", 8)] {
        store.log(0, what);
    }
    assert_eq!(people(&store, 7), ["Ben", "ANA"]);
    assert_eq!(people(&store, 8), ["Cem"]);
}

#[test]
fn a_card_that_is_wanted_is_due_today_or_the_first_of_the_new() {
    let mut store = memory_store();
    store.log(0, reviewed("known", CardState::New, known(30.0)));
    store.log(1, reviewed("steps", CardState::New, in_steps((1.0, 0))));
    let wanted = ["known", "steps", "new"].map(|c| c.parse().unwrap()).to_vec();
    store.log(2, EventKind::CardsRequested { cards: wanted });
    let states = store.card_states().unwrap();
    let of = |card: &str| states.get(&card.parse::<CardKey>().unwrap()).copied();
    let due_today = CardState::Review {
        memory: Memory { stability_days: 30.0, difficulty: 5.0 },
        last: DAY,
        due: DAY,
        lapses: 0,
        reviews: 1,
    };
    assert_eq!(
        (of("known"), of("steps"), of("new")),
        (Some(due_today), Some(in_steps((1.0, 0))), Some(CardState::New))
    );
}

#[test]
fn a_request_is_open_until_it_is_answered_and_again_when_the_answer_is_taken_back() {
    let mut store = memory_store();
    store.log(0, reviewed("known", CardState::New, known(30.0)));
    store.log(1, EventKind::CardsRequested { cards: ["known", "new"].map(|c| c.parse().unwrap()).to_vec() });
    let deck = |store: &Store| {
        let deck = store.review_deck(None, DAY, crate::study::queue::Limits::default(), None).unwrap();
        let requested: BTreeSet<String> = deck.requested.iter().map(ToString::to_string).collect();
        (requested.into_iter().collect::<Vec<_>>().join(" "), deck.states)
    };
    let asked = deck(&store);
    assert_eq!(asked.0, "known new");
    let answers = ["known", "new"].map(|card| {
        let before = asked.1[&card.parse().unwrap()];
        store.log(2, reviewed(card, before, known(40.0)))
    });
    assert_eq!(deck(&store).0, "");
    for event in answers {
        store.log(3, EventKind::Undone { event });
    }
    assert_eq!(deck(&store), asked);
}

#[test]
fn a_card_is_held_back_taken_up_again_and_made_new() {
    use crate::study::queue::Hold;
    let mut store = memory_store();
    let card: CardKey = "a".parse().unwrap();
    let cards = vec![card.clone()];
    store.log(0, reviewed("a", CardState::New, known(30.0)));
    for hold in [Some(Hold::Suspended), Some(Hold::Buried { until: DAY }), None] {
        store.log(1, EventKind::CardsHeld { cards: cards.clone(), hold });
        assert_eq!(store.card_holds().unwrap().get(&card).copied(), hold);
    }
    store.log(2, EventKind::CardsReset { cards });
    assert!(store.card_states().unwrap().is_empty() && store.review_log().unwrap().len() == 1);
    let event = store.log(3, reviewed("a", CardState::New, known(1.0)));
    store.log(4, EventKind::Undone { event });
    assert!(store.card_states().unwrap().is_empty(), "new as before, not as before the reset");
}

#[test]
fn what_a_class_missed_reaches_the_cards_of_another_profile() {
    let mut store = memory_store();
    let event = Event { at: moment(0), what: EventKind::CardsRequested { cards: vec!["new".parse().unwrap()] } };
    store.append_for("ben", &event, DAY).unwrap();
    assert!(store.card_states().unwrap().is_empty());
    assert_eq!(store.profiles().unwrap(), ["ben"]);
}

#[test]
fn a_paper_of_several_people_is_listed_and_each_counts_once() {
    let mut store = memory_store();
    for what in [sheet("Ana", 7), sheet("ana", 7), sheet("Ben", 7), sheet("Cem", 8)] {
        store.log(0, what);
    }
    let papers = store.sat_papers().unwrap();
    assert_eq!(papers.iter().map(|p| (p.paper.seed, p.people)).collect::<Vec<_>>(), [(7, 2)]);
}

#[test]
fn a_quiz_on_the_screen_and_the_same_on_paper_are_one_paper() {
    let mut store = memory_store();
    let run = store.log(0, EventKind::QuizStarted { paper: paper(7), items: vec![] });
    store.log(1, answered_on("one", run, "q", 1.0));
    store.log(2, EventKind::QuizEnded { run, done: true });
    store.log(3, sheet("Ben", 7));
    assert_eq!(store.sat_papers().unwrap()[0].people, 2);
}

/// Spoils the body of an event, as a bad disk or a hand may.
fn spoil(store: &Store, event: EventId) {
    store.db.execute("UPDATE event SET body = '{\"Dri' WHERE id = ?", [event.0]).unwrap();
}

#[test]
fn a_broken_drill_leaves_the_others_alone() {
    let mut store = memory_store();
    let runs = [0, 1, 2].map(|at| drilled(&mut store, &[entry(at, Input::Asked { question: 0 })]));
    spoil(&store, runs[1]);
    spoil(&store, EventId(runs[2].0 + 1));
    assert_eq!(store.drill(runs[0]).unwrap().unwrap().entries.len(), 1);
    for (run, number) in [(runs[1], 2), (runs[2], 3)] {
        let error = store.drill(run).unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::BrokenDrill);
        assert!(error.to_string().starts_with(&format!("drill {number} ")), "{error}");
    }
    assert_eq!(store.drills().unwrap().len(), 3);
}

#[test]
fn a_broken_sheet_leaves_the_others_alone_and_is_said() {
    let mut store = memory_store();
    let sheets = ["Ana", "Ben", "Cem"].map(|who| store.log(0, sheet(who, 7)));
    spoil(&store, sheets[1]);
    assert_eq!(people(&store, 7), ["Ana", "Cem"]);
    let report = store.paper_report(&Course::builtin().unwrap(), &paper(7)).unwrap().unwrap();
    let Report::Test(report) = report else { panic!("a report of a paper") };
    assert_eq!(report.attempts, 2);
    assert!(report.notes.iter().any(|n| n.contains("can no longer be read: 1")), "{:?}", report.notes);
}

#[test]
fn what_was_kept_and_is_broken_leaves_the_others_alone() {
    let mut store = memory_store();
    let keep = |name: &str| EventKind::TeamsKept { name: Name::new(name).unwrap(), teams: Team::line_up(3) };
    let broken = store.log(0, keep("8a"));
    store.log(1, keep("8b"));
    spoil(&store, broken);
    assert_eq!(store.kept_teams().unwrap().iter().map(|k| k.name.as_str()).collect::<Vec<_>>(), ["8b"]);
}

#[test]
fn a_window_that_is_behind_adds_nothing_to_a_drill() {
    let folder = tempfile::TempDir::new().unwrap();
    let [mut one, mut other] = [(); 2].map(|()| Store::open(folder.path(), learner()).unwrap());
    let run = drilled(&mut one, &[entry(1, Input::Asked { question: 0 })]);
    let at = |after, what| Event { at: moment(2), what: EventKind::DrillEntered { run, after, entry: entry(2, what) } };
    other.append(&at(1, Input::Opened), DAY).unwrap();
    let refused = one.append(&at(1, Input::Skipped), DAY).unwrap_err();
    assert_eq!(refused.kind(), StoreErrorKind::Overtaken);
    assert_eq!(one.drill(run).unwrap().unwrap().entries.len(), 2);
    one.append(&at(2, Input::Skipped), DAY).unwrap();
}
