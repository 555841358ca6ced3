use jiff::Timestamp;
use jiff::civil::date;
use proptest::prelude::*;
use rusqlite_migration::M;
use tempfile::TempDir;

use super::*;
use crate::course::outline::CardKey;
use crate::study::answer::{Answer, Score};
use crate::study::event::{Event, EventId, Happening};
use crate::study::memory::{CardState, Grade, Memory};
use crate::study::queue::DayCounts;
use crate::study::quiz::{Mode, PaperSpec};
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
    fn log(&mut self, minute: i64, what: Happening) -> EventId {
        self.append(&Event { at: moment(minute), what }, DAY).unwrap()
    }
}

fn known(stability_days: f32) -> CardState {
    let memory = Memory { stability_days, difficulty: 5.0 };
    CardState::Review { memory, last: DAY, due: DAY.plus(3), lapses: 0, reviews: 1 }
}

fn reviewed(card: &str, before: CardState, after: CardState) -> Happening {
    Happening::Reviewed { card: card.parse().unwrap(), grade: Grade::Good, before, after, took_ms: 4000 }
}

fn came(lesson: &str, section: &str) -> Happening {
    Happening::Came { lesson: id(lesson), section: id(section) }
}

fn started(lessons: &[&str]) -> Happening {
    let lessons = lessons.iter().map(|l| id(l)).collect();
    Happening::Started { paper: PaperSpec { lessons, length: 10, seed: 1, mode: Mode::Practice, limit_s: None, only: vec![] } }
}

fn answered(run: EventId, question: &str, points: f64) -> Happening {
    let (objective, lesson, score) = (id("define"), id("one"), Score { points, of: 1.0 });
    Happening::Answered { run, question: id(question), objective, lesson, answer: Answer::Choice(0), score, took_ms: 9000 }
}

/// Everything beside the log, row by row.
fn derived(store: &Store) -> Vec<String> {
    let mut dump = Vec::new();
    for table in rebuild::DERIVED {
        let mut all = store.db.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2, 3")).unwrap();
        let columns = all.column_count();
        let mut rows = all.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let cells: Vec<String> = (0..columns).map(|c| format!("{:?}", row.get_ref(c).unwrap())).collect();
            dump.push(format!("{table}: {}", cells.join(" | ")));
        }
    }
    dump
}

#[test]
fn what_was_saved_is_there_the_next_time() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("deep/down");
    Store::open(&data, learner()).unwrap().log(0, reviewed("a/back", CardState::New, known(3.0)));
    let store = Store::open(&data, learner()).unwrap();
    assert_eq!(store.card_states().unwrap(), [("a/back".parse::<CardKey>().unwrap(), known(3.0))].into());
    assert_eq!(store.day_counts(DAY).unwrap(), DayCounts { new: 1, reviews: 0 });
    assert_eq!(store.study_days().unwrap(), [DAY]);
}

#[cfg(unix)]
#[test]
fn the_folder_is_the_learners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data");
    Store::open(&data, learner()).unwrap();
    assert_eq!(std::fs::metadata(data).unwrap().permissions().mode() & 0o777, 0o700);
}

#[test]
fn two_windows_lose_nothing() {
    let folder = TempDir::new().unwrap();
    let window = |name: &'static str| {
        let data = folder.path().to_owned();
        std::thread::spawn(move || {
            let mut store = Store::open(&data, learner()).unwrap();
            (0..20).for_each(|n| {
                store.log(n, came(name, "s"));
            });
        })
    };
    for thread in ["one", "two", "three"].map(window) {
        thread.join().unwrap();
    }
    let store = Store::open(folder.path(), learner()).unwrap();
    let events: i64 = store.db.query_row("SELECT count(*) FROM event", [], |row| row.get(0)).unwrap();
    assert_eq!(events, 60);
}

#[test]
fn learners_and_courses_do_not_meet() {
    let folder = TempDir::new().unwrap();
    let mut ada = Store::open(folder.path(), learner()).unwrap();
    let mut bob = Store::open(folder.path(), Learner { profile: "bob".into(), ..learner() }).unwrap();
    let event = ada.log(0, reviewed("a", CardState::New, known(3.0)));
    bob.log(1, Happening::Undone { event });
    assert_eq!(ada.card_states().unwrap().len(), 1);
    assert!(bob.card_states().unwrap().is_empty());
}

#[test]
fn a_review_taken_back_leaves_the_card_as_it_was() {
    let mut store = memory_store();
    store.log(0, reviewed("a", CardState::New, known(3.0)));
    let second = store.log(1, reviewed("a", known(3.0), known(9.0)));
    assert_eq!(store.last_review().unwrap().map(|r| (r.event, r.before)), Some((second, known(3.0))));
    store.log(2, Happening::Undone { event: second });
    assert_eq!(store.card_states().unwrap().values().copied().collect::<Vec<_>>(), [known(3.0)]);
    assert_eq!(store.day_counts(DAY).unwrap(), DayCounts { new: 1, reviews: 0 });
    let first = store.last_review().unwrap().unwrap().event;
    store.log(3, Happening::Undone { event: first });
    assert!(store.card_states().unwrap().is_empty());
    assert_eq!(store.day_counts(DAY).unwrap(), DayCounts::default());
    assert_eq!(store.last_review().unwrap(), None);
}

#[test]
fn reading_goes_on_where_it_was() {
    let mut store = memory_store();
    assert_eq!(store.last_place().unwrap(), None);
    store.log(0, came("one", "a"));
    store.log(1, Happening::Read { lesson: id("one"), section: id("a") });
    store.log(2, came("one", "b"));
    store.log(3, came("two", "x"));
    let score = Score { points: 1.0, of: 1.0 };
    store.log(4, Happening::Recalled { lesson: id("one"), question: id("q"), answer: Answer::Choice(1), score });
    assert_eq!(store.last_place().unwrap(), Some((id("two"), id("x"))));
    assert_eq!(store.place_in(&id("one")).unwrap(), Some(id("b")));
    assert_eq!(store.sections_read().unwrap(), [(id("one"), [id("a")].into())].into());
    assert_eq!(store.recalled(&id("one")).unwrap(), [id("q")].into());
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
    assert!(store.lesson_scores().unwrap().is_empty());
    store.log(4, Happening::Undone { event: again });
    store.log(5, Happening::Ended { run, done: true });
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
        store.log(2, Happening::Ended { run, done: true });
    }
    let given_up = store.log(3, started(&["one"]));
    store.log(4, Happening::Ended { run: given_up, done: false });
    let one = store.lesson_scores().unwrap()[&id("one")];
    assert_eq!((one.best.points, one.last.points), (1.0, 0.0));
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
    assert_eq!(store.review_days().unwrap(), [ReviewDay { day: DAY, new: 1, steps: 0, reviews: 1, remembered: 1 }]);
    assert_eq!(store.review_log().unwrap().len(), 2);
}

#[test]
fn a_detached_copy_goes_on_and_the_file_stays() {
    let folder = TempDir::new().unwrap();
    let mut store = Store::open(folder.path(), learner()).unwrap();
    store.log(0, came("one", "a"));
    let mut copy = store.detached_copy().unwrap();
    copy.log(1, came("one", "b"));
    assert_eq!(copy.place_in(&id("one")).unwrap(), Some(id("b")));
    assert_eq!(store.place_in(&id("one")).unwrap(), Some(id("a")));
}

#[test]
fn a_damaged_file_is_reported_and_can_be_set_aside() {
    let folder = TempDir::new().unwrap();
    for expected in ["progress.damaged-2026-11-22.db", "progress.damaged-2026-11-22-2.db"] {
        std::fs::write(folder.path().join(FILE), "no database at all, whatever its name may say".repeat(99)).unwrap();
        let error = Store::open(folder.path(), learner()).unwrap_err();
        assert_eq!(error.kind(), Trouble::Damaged, "{error}");
        assert!(error.to_string().contains(FILE));
        assert_eq!(set_aside(folder.path(), date(2026, 11, 22)).unwrap(), folder.path().join(expected));
    }
    Store::open(folder.path(), learner()).unwrap().check().unwrap();
}

#[test]
fn a_file_in_place_of_the_folder_is_reported() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    assert_eq!(Store::open(&file, learner()).unwrap_err().kind(), Trouble::NoFolder);
}

#[cfg(unix)]
#[test]
fn what_may_only_be_read_is_reported_when_opened() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().unwrap();
    drop(Store::open(folder.path(), learner()).unwrap());
    let allow = |mode| std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(mode)).unwrap();
    allow(0o500);
    // Permissions do not bind root.
    if std::fs::write(folder.path().join("probe"), "").is_err() {
        assert_eq!(Store::open(folder.path(), learner()).unwrap_err().kind(), Trouble::NotWritable);
    }
    allow(0o700);
}

#[test]
fn a_database_of_a_newer_program_is_left_alone() {
    let folder = TempDir::new().unwrap();
    Store::open(folder.path(), learner()).unwrap().db.execute_batch("PRAGMA user_version = 99").unwrap();
    let error = Store::open(folder.path(), learner()).unwrap_err();
    assert_eq!(error.kind(), Trouble::Newer);
    assert!(error.to_string().contains("99"), "{error}");
}

#[test]
fn an_older_database_is_copied_before_it_is_changed() {
    let folder = TempDir::new().unwrap();
    let mut store = Store::open(folder.path(), learner()).unwrap();
    store.log(0, came("one", "a"));
    let mut steps = migrate::all();
    steps.push(M::up("CREATE TABLE later (x INTEGER) STRICT"));
    migrate::to_latest(&mut store.db, &store.place, &steps).unwrap();
    assert_eq!(store.last_place().unwrap(), Some((id("one"), id("a"))));
    let kept = TempDir::new().unwrap();
    std::fs::copy(folder.path().join("progress.v1.db"), kept.path().join(FILE)).unwrap();
    assert_eq!(Store::open(kept.path(), learner()).unwrap().last_place().unwrap(), Some((id("one"), id("a"))));
}

#[test]
fn a_database_locked_by_another_is_reported() {
    let folder = TempDir::new().unwrap();
    let mut store = Store::open(folder.path(), learner()).unwrap();
    let other = Store::open(folder.path(), learner()).unwrap();
    other.db.execute_batch("BEGIN IMMEDIATE").unwrap();
    store.db.busy_timeout(std::time::Duration::ZERO).unwrap();
    let event = Event { at: moment(0), what: came("one", "a") };
    assert_eq!(store.append(&event, DAY).unwrap_err().kind(), Trouble::Locked);
    other.db.execute_batch("ROLLBACK").unwrap();
    store.append(&event, DAY).unwrap();
}

#[test]
fn a_full_disk_is_reported_and_nothing_is_half_saved() {
    let mut store = memory_store();
    store.db.execute_batch("PRAGMA max_page_count = 1").unwrap();
    let full = (0..10_000).find_map(|n| store.append(&Event { at: moment(n), what: came("one", "a") }, DAY).err());
    assert_eq!(full.map(|e| e.kind()), Some(Trouble::Full));
    let (log, came): (i64, i64) =
        store.db.query_row("SELECT (SELECT count(*) FROM event), (SELECT count(*) FROM came)", [], |r| Ok((r.get(0)?, r.get(1)?))).unwrap();
    assert_eq!(log, came);
}

fn any_happening() -> impl Strategy<Value = Happening> {
    let name = prop::sample::select(vec!["one", "two", "three"]);
    let state = prop_oneof![Just(CardState::New), (0.1f32..99.0).prop_map(known)];
    let event = (1..40i64).prop_map(EventId);
    prop_oneof![
        (name.clone(), name.clone()).prop_map(|(l, s)| came(l, s)),
        (name.clone(), name.clone()).prop_map(|(l, s)| Happening::Read { lesson: id(l), section: id(s) }),
        (name.clone(), state.clone(), state).prop_map(|(c, before, after)| reviewed(c, before, after)),
        name.clone().prop_map(|l| started(&[l])),
        (event.clone(), name, 0.0..1.0f64).prop_map(|(run, q, points)| answered(run, q, points)),
        (event.clone(), any::<bool>()).prop_map(|(run, done)| Happening::Ended { run, done }),
        event.prop_map(|event| Happening::Undone { event }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The tables beside the log are what the log says, whatever happened and was taken back.
    #[test]
    fn rebuilding_changes_nothing(history in prop::collection::vec((0..9i64, any_happening()), 0..40)) {
        let mut store = memory_store();
        let mut minute = 0;
        for (gap, what) in history {
            minute += gap;
            store.log(minute, what);
        }
        let before = derived(&store);
        store.rebuild().unwrap();
        prop_assert_eq!(before, derived(&store));
    }

    /// What remains after taking reviews back is what would be there had they never been given.
    #[test]
    fn what_was_taken_back_never_happened(stabilities in prop::collection::vec((0.1f32..99.0, any::<bool>()), 1..12)) {
        let (mut with, mut without) = (memory_store(), memory_store());
        for (stability, take_back) in stabilities {
            let before = with.card_states().unwrap().values().next().copied().unwrap_or_default();
            let event = with.log(0, reviewed("a", before, known(stability)));
            if take_back {
                with.log(0, Happening::Undone { event });
            } else {
                without.log(0, reviewed("a", before, known(stability)));
            }
        }
        prop_assert_eq!(with.card_states().unwrap(), without.card_states().unwrap());
        prop_assert_eq!(with.day_counts(DAY).unwrap(), without.day_counts(DAY).unwrap());
    }
}
