//! Two computers with one learner, and what becomes of their logs.

mod adaptive;

use std::collections::HashMap;
use std::io::Cursor;

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::*;
use crate::course::model::Id;
use crate::course::outline::CardKey;
use crate::store::{Forgettable, Learner, Store};
use crate::study::event::{Event, EventId, EventKind};
use crate::study::item::Response;
use crate::study::memory::{CardState, Grade, Scheduler, Settings, fuzz_seed};
use crate::study::quiz::{Mode, PaperSpec};
use crate::study::score::Score;
use crate::study::time::{Clock, StudyDay};

fn id(raw: &str) -> Id {
    Id::new(raw).unwrap()
}

fn computer() -> Store {
    Store::in_memory(Learner { profile: "ada".into(), course: id("tracks") }).unwrap()
}

fn hours(n: i64) -> Timestamp {
    "2026-03-10T12:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_hours(n)
}

fn options(into: Option<&str>, commit: bool) -> MergeOptions {
    MergeOptions { into: into.map(str::to_owned), scheduling: Settings::default(), commit }
}

/// The file that a computer writes, read again.
fn written(store: &Store) -> ProgressFile {
    let mut bytes = Vec::new();
    store.progress_file(ExportScope::Everyone).unwrap().write(&mut bytes, hours(0)).unwrap();
    ProgressFile::read(&mut Cursor::new(bytes)).unwrap()
}

fn bring(from: &Store, to: &mut Store) -> Merged {
    to.merge(&written(from), &options(Some("ada"), true), hours(999)).unwrap()
}

/// What is done on a computer.
#[derive(Clone, Debug)]
enum Deed {
    Review { card: u8, grade: usize },
    UndoReview,
    Quiz { points: Vec<bool> },
    Reset { card: u8 },
}

fn save(store: &mut Store, at: Timestamp, what: EventKind) -> EventId {
    store.append(&Event { at, what }, StudyDay::of(at, &jiff::tz::TimeZone::UTC)).unwrap()
}

fn card(n: u8) -> CardKey {
    format!("card-{n}").parse().unwrap()
}

fn score(points: f64) -> Score {
    Score { points, of: 1.0 }
}

fn does(store: &mut Store, at: Timestamp, deed: &Deed) {
    match deed {
        Deed::Review { card: n, grade } => {
            let key = card(*n);
            let before = store.card_states().unwrap().get(&key).copied().unwrap_or_default();
            let clock = Clock::new(at, jiff::tz::TimeZone::UTC);
            let grade = Grade::ALL[*grade % 4];
            let after = Scheduler::default().outcomes(&before, &clock, fuzz_seed(&key, &before)).of(grade).after;
            save(store, at, EventKind::Reviewed { card: key, grade, before, after, took_ms: 4000 });
        }
        Deed::UndoReview => {
            if let Some(last) = store.last_review().unwrap() {
                save(store, at, EventKind::Undone { event: last.event });
            }
        }
        Deed::Quiz { points } => {
            let paper = PaperSpec {
                lessons: vec![id("one")],
                length: points.len(),
                seed: 1,
                mode: Mode::Practice,
                limit_s: None,
                only: vec![],
            };
            let run = save(store, at, EventKind::QuizStarted { paper, items: Vec::new() });
            for (n, right) in points.iter().enumerate() {
                let question = id(&format!("q{n}"));
                let (lesson, objective, answer) = (id("one"), id("define"), Response::Picked(0));
                let score = score(f64::from(u8::from(*right)));
                let (took_ms, certainty) = (9000, None);
                save(
                    store,
                    at,
                    EventKind::Answered {
                        run,
                        question,
                        objective,
                        lesson,
                        answer,
                        score,
                        took_ms,
                        certainty,
                        items: Vec::new(),
                    },
                );
            }
            save(store, at, EventKind::QuizEnded { run, done: true });
        }
        Deed::Reset { card: n } => {
            save(store, at, EventKind::CardsReset { cards: vec![card(*n)] });
        }
    }
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        6 => (0..4_u8, 0..4_usize).prop_map(|(card, grade)| Deed::Review { card, grade }),
        1 => Just(Deed::UndoReview),
        1 => proptest::collection::vec(any::<bool>(), 1..4).prop_map(|points| Deed::Quiz { points }),
        1 => (0..4_u8).prop_map(|card| Deed::Reset { card }),
    ]
}

/// Everything a learner would notice, without numbers of events.
fn noticed(store: &Store) -> (Vec<String>, Vec<(CardKey, CardState)>, Vec<String>) {
    let reviews =
        store.review_log().unwrap().into_iter().map(|r| format!("{} {} {:?} {:?}", r.at, r.card, r.grade, r.stage));
    let mut states: Vec<_> = store.card_states().unwrap().into_iter().collect();
    states.sort_by(|a, b| a.0.cmp(&b.0));
    let runs = store.runs(100).unwrap();
    let runs = runs.iter().map(|run| format!("{} {:?} {:?} {}", run.started, run.score, run.end, run.answered));
    (reviews.collect(), states, runs.collect())
}

/// The schedule as it would be if all reviews had been made here, one after the other.
fn recomputed(store: &Store) -> HashMap<CardKey, CardState> {
    let mut states = HashMap::new();
    let scheduler = Scheduler::default();
    for line in &store.progress_file(ExportScope::Everyone).unwrap().logs {
        let undone: Vec<i64> =
            line.entries.iter().filter(|e| e.kind == "undone").filter_map(log::LogEntry::refers_to).collect();
        for entry in line.entries.iter().filter(|e| !undone.contains(&e.id)) {
            match serde_json::from_str(&entry.body).unwrap() {
                EventKind::CardsReset { cards } => cards.iter().for_each(|card| {
                    states.remove(card);
                }),
                EventKind::Reviewed { card, grade, .. } => {
                    let before: CardState = states.get(&card).copied().unwrap_or_default();
                    let clock = Clock::on_day(Timestamp::from_millisecond(entry.at_ms).unwrap(), StudyDay(entry.day));
                    let after = scheduler.outcomes(&before, &clock, fuzz_seed(&card, &before)).of(grade).after;
                    states.insert(card, after);
                }
                _ => {}
            }
        }
    }
    states
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn two_logs_become_one_whichever_way_they_go(
        common in proptest::collection::vec((0..40_i64, deed()), 0..8),
        one in proptest::collection::vec((40..400_i64, deed()), 0..10),
        other in proptest::collection::vec((40..400_i64, deed()), 0..10),
    ) {
        let (mut first, mut second) = (computer(), computer());
        let sorted = |mut deeds: Vec<(i64, Deed)>| { deeds.sort_by_key(|(at, _)| *at); deeds };
        for (at, deed) in &sorted(common) {
            does(&mut first, hours(*at), deed);
        }
        bring(&first, &mut second);
        for (at, deed) in &sorted(one) {
            does(&mut first, hours(*at), deed);
        }
        // Nobody does two things in one millisecond.
        let later = SignedDuration::from_mins(7);
        for (at, deed) in &sorted(other) {
            does(&mut second, hours(*at) + later, deed);
        }
        let (of_first, of_second) = (written(&first), written(&second));
        let events = first.progress_file(ExportScope::Everyone).unwrap().events();
        first.merge(&of_second, &options(Some("ada"), true), hours(999)).unwrap();
        second.merge(&of_first, &options(Some("ada"), true), hours(999)).unwrap();
        prop_assert_eq!(noticed(&first), noticed(&second), "merge(a, b) is merge(b, a)");
        prop_assert!(first.progress_file(ExportScope::Everyone).unwrap().events() >= events);
        let before = noticed(&first);
        let again = bring(&second, &mut first);
        prop_assert_eq!((again.new, again.erased, again.rescheduled), (0, 0, 0), "nothing is doubled");
        prop_assert_eq!(&before, &noticed(&first), "merge(a, a) is a");
        let states: HashMap<CardKey, CardState> = noticed(&first).1.into_iter().collect();
        prop_assert_eq!(&states, &recomputed(&first), "the schedule is that of all reviews");
        first.rebuild().unwrap();
        prop_assert_eq!(before, noticed(&first), "the tables follow from the log");
    }
}

#[test]
fn a_card_that_was_made_new_stays_so_when_a_review_before_is_taken_back() {
    let mut store = computer();
    does(&mut store, hours(0), &Deed::Review { card: 2, grade: 0 });
    does(&mut store, hours(40), &Deed::Review { card: 2, grade: 0 });
    does(&mut store, hours(97), &Deed::Reset { card: 2 });
    does(&mut store, hours(98), &Deed::UndoReview);
    assert_eq!(noticed(&store).1, []);
}

#[test]
fn what_was_forgotten_on_either_side_stays_forgotten() {
    let (mut first, mut second) = (computer(), computer());
    does(&mut first, hours(0), &Deed::Review { card: 1, grade: 2 });
    save(&mut first, hours(1), EventKind::ItemFlagged { item: id("a"), lesson: id("one"), note: None });
    bring(&first, &mut second);
    let file = written(&first);
    first.forget(&Forgettable::Profile("ada".into()), hours(2)).unwrap();
    let merged = first.merge(&file, &options(Some("ada"), true), hours(3)).unwrap();
    assert_eq!((merged.new, merged.left_out), (0, 2), "a backup does not bring it back");
    let dry = second.merge(&written(&first), &options(None, false), hours(3)).unwrap();
    assert_eq!((dry.erased, noticed(&second).0.len()), (2, 1), "it is said first");
    second.merge(&written(&first), &options(None, true), hours(3)).unwrap();
    assert_eq!(second.all_profiles().unwrap(), [], "forgotten here is forgotten there");
}

#[test]
fn two_learners_of_one_name_are_not_taken_for_one() {
    let (mut first, mut second) = (computer(), computer());
    does(&mut first, hours(0), &Deed::Review { card: 1, grade: 2 });
    does(&mut second, hours(1), &Deed::Review { card: 2, grade: 2 });
    let file = written(&first);
    let why = second.merge(&file, &options(None, true), hours(3)).unwrap_err().to_string();
    assert!(why.contains("--as ada") && why.contains("--as NAME"), "{why}");
    second.merge(&file, &options(Some("adele"), true), hours(3)).unwrap();
    let names: Vec<String> = second.all_profiles().unwrap().into_iter().map(|it| it.name).collect();
    assert_eq!(names, ["ada", "adele"]);
    assert_eq!(noticed(&second).1.len(), 1, "ada's own card");
    let why = second.merge(&file, &options(Some("ada"), true), hours(3)).unwrap_err().to_string();
    assert!(why.contains("is “adele” here already"), "{why}");
    assert_eq!(second.merge(&file, &options(None, true), hours(3)).unwrap().known, 1, "it is known the next time");
}

#[test]
fn a_file_is_read_as_it_was_written_and_what_is_wrong_is_said_with_its_line() {
    let mut store = computer();
    does(&mut store, hours(0), &Deed::Review { card: 1, grade: 2 });
    does(&mut store, hours(1), &Deed::Quiz { points: vec![true] });
    let file = store.progress_file(ExportScope::OwnProfile).unwrap();
    let mut bytes = Vec::new();
    file.write(&mut bytes, hours(0)).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let read = |text: &str| ProgressFile::read(&mut Cursor::new(text.as_bytes().to_vec()));
    assert_eq!(read(&text).unwrap().events(), 4);
    let said = |from: &str, to: &str| {
        assert!(text.contains(from), "{from} is not in\n{text}");
        read(&text.replacen(from, to, 1)).unwrap_err().to_string()
    };
    assert!(said("ninetracks-progress", "something").starts_with("it is no file of progress"));
    assert!(said("\"version\":1", "\"version\":9").contains("newer ninetracks"));
    assert!(
        said("\"kind\":\"reviewed\"", "\"kind\":\"read\"").contains("line 3: the event is a “reviewed”, not a “read”")
    );
    assert!(said("\"day\":20522", "\"day\":5").contains("far from the time"));
    assert!(said("\"events\":4", "\"events\":5").contains("there are 4 events"));
    assert!(said("{\"end\":{\"events\":4}}\n", "").contains("its end is missing"));
    assert!(said("\"points\":1.0", "\"points\":1e300").contains("out of all bounds"));
    assert!(read("").unwrap_err().to_string().contains("no file of progress"));
    // Whatever is torn or turned in it: an error for people, never a panic.
    for at in (0..text.len()).step_by(3) {
        let _ = read(&text[..at]);
        let mut turned = text.clone().into_bytes();
        turned[at] = turned[at].wrapping_add(1);
        if let Ok(file) = ProgressFile::read(&mut Cursor::new(turned)) {
            let mut other = computer();
            let _ = other.merge(&file, &options(None, true), hours(9)).map(|_| noticed(&other));
        }
    }
}

#[test]
fn nothing_in_a_file_can_steer_a_terminal() {
    let mut store = computer();
    let note = Some("a\u{1b}[2J\u{202e}b\u{9b}".to_owned());
    save(&mut store, hours(0), EventKind::ItemFlagged { item: id("a"), lesson: id("one"), note });
    let mut bytes = Vec::new();
    store.progress_file(ExportScope::OwnProfile).unwrap().write(&mut bytes, hours(0)).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(!text.chars().any(crate::course::model::text::is_unsafe), "{text}");
    let mut other = computer();
    assert_eq!(bring(&store, &mut other).new, 1);
    assert_eq!(bring(&store, &mut other).new, 0, "it is known for what it was");
}
