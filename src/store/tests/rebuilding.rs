//! The tables beside the log against the log.

use proptest::prelude::*;

use super::*;

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

/// The latest answer to each question, of the answers in `table`.
fn latest(store: &Store, table: &str) -> Vec<(String, String, i64, f64)> {
    let sql = format!(
        "SELECT question, objective, max(event), points FROM {table} GROUP BY profile, course, lesson, question"
    );
    let mut latest = store.db.prepare(&sql).unwrap();
    let rows = latest.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

fn name_of_scenario() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["island", "valley"])
}

fn name_of_card() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["one", "two", "four"])
}

fn kept(upper: bool, n: usize) -> EventKind {
    let name = if upper { "8B" } else { "8b" };
    EventKind::TeamsKept {
        name: crate::study::names::Name::new(name).unwrap(),
        teams: crate::study::drill::Team::line_up(n),
    }
}

fn tick(run: EventId, at: i64) -> EventKind {
    use crate::study::drill::{Entry, Input, Moment};
    EventKind::DrillEntered { run, after: 0, entry: Entry::new(Moment(at), Input::Tick) }
}

fn any_event() -> impl Strategy<Value = EventKind> {
    let name = prop::sample::select(vec!["one", "two", "three"]);
    let state =
        prop_oneof![Just(CardState::New), (0.1f32..99.0).prop_map(known), (0.1f32..99.0, 0..3u16).prop_map(in_steps)];
    let event = (1..40i64).prop_map(EventId);
    prop_oneof![
        (name.clone(), name.clone()).prop_map(|(l, s)| came(l, s)),
        (name.clone(), name.clone()).prop_map(|(l, s)| EventKind::SectionRead { lesson: id(l), section: id(s) }),
        (name.clone(), any::<bool>()).prop_map(|(l, on)| EventKind::SectionMarked {
            lesson: id(l),
            section: id("one"),
            mark: crate::study::notes::SectionMark::Bookmark(on),
        }),
        (name.clone(), state.clone(), state).prop_map(|(c, before, after)| reviewed(c, before, after)),
        name.clone().prop_map(|l| started(&[l])),
        (event.clone(), name.clone(), name, 0.0..1.0f64).prop_map(|(run, o, q, points)| answered_on(o, run, q, points)),
        (event.clone(), any::<bool>()).prop_map(|(run, done)| EventKind::QuizEnded { run, done }),
        name_of_scenario().prop_map(|s| EventKind::ScenarioStarted { scenario: id(s), seed: None }),
        (event.clone(), name_of_scenario(), 0.0..2.0f64).prop_map(|(run, choice, points)| decided(run, choice, points)),
        (event.clone(), 0.0..2.0f64).prop_map(|(run, points)| ended(run, points)),
        name_of_card().prop_map(|card| EventKind::CardsRequested { cards: vec![card.parse().unwrap()] }),
        (any::<bool>(), 1..9usize).prop_map(|(upper, n)| kept(upper, n)),
        (event.clone(), any::<i64>()).prop_map(|(run, at)| tick(run, at)),
        event.prop_map(|event| EventKind::Undone { event }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The tables beside the log are what the log says, whatever happened and was taken back.
    #[test]
    fn rebuilding_changes_nothing(history in prop::collection::vec((0..9i64, any_event()), 0..40)) {
        let mut store = memory_store();
        let mut minute = 0;
        for (gap, what) in history {
            minute += gap;
            store.log(minute, what);
        }
        prop_assert_eq!(latest(&store, "latest"), latest(&store, "answer"));
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
                with.log(0, EventKind::Undone { event });
            } else {
                without.log(0, reviewed("a", before, known(stability)));
            }
        }
        prop_assert_eq!(with.card_states().unwrap(), without.card_states().unwrap());
        prop_assert_eq!(with.day_counts(DAY).unwrap(), without.day_counts(DAY).unwrap());
    }
}
