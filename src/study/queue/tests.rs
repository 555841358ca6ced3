mod before_examination;

use std::collections::HashSet;

use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::*;
use crate::study::memory::{Grade, Memory, Scheduler, fuzz_seed};

const TODAY: i32 = 1000;

fn clock() -> Clock {
    Clock::new(Timestamp::from_second(i64::from(TODAY) * 86_400 + 43_200).unwrap(), TimeZone::UTC)
}

fn key(raw: &str) -> CardKey {
    raw.parse().unwrap()
}

fn review(due_in: i32) -> CardState {
    let memory = Memory { stability_days: 5.0, difficulty: 5.0 };
    let due = StudyDay(TODAY + due_in);
    CardState::Review { memory, last: due.plus(-5), due, lapses: 0, reviews: 3 }
}

impl CardState {
    /// The same, last reviewed so many days after today.
    fn as_shown(self, days: i32) -> Self {
        let Self::Review { memory, due, lapses, reviews, .. } = self else { return self };
        Self::Review { memory, last: StudyDay(TODAY + days), due, lapses, reviews }
    }
}

fn learning(due_in_minutes: i64) -> CardState {
    let memory = Memory { stability_days: 1.0, difficulty: 5.0 };
    let due = clock().now + due_in_minutes.minutes();
    CardState::Learning { step: 0, memory, last: StudyDay(TODAY), due, lapses: 0, reviews: 1 }
}

/// A session on paper: cards, how they stand, and a scheduler to answer with.
#[derive(Debug)]
struct Table {
    keys: Vec<CardKey>,
    states: HashMap<CardKey, CardState>,
    requested: HashSet<CardKey>,
    holds: HashMap<CardKey, Hold>,
    done: DayCounts,
    limits: Limits,
    examination: Option<ExaminationAhead>,
    clock: Clock,
}

impl Table {
    fn of(cards: &[(&str, CardState)]) -> Self {
        let keys = cards.iter().map(|(k, _)| key(k)).collect();
        let states = cards.iter().filter(|(_, s)| !s.is_new()).map(|(k, s)| (key(k), *s)).collect();
        let (requested, holds, done) = (HashSet::new(), HashMap::new(), DayCounts::default());
        let (limits, examination) = (Limits::default(), None);
        Self { keys, states, requested, holds, done, limits, examination, clock: clock() }
    }

    /// All cards: those named `2…` and so on are of other lessons, and `unread…` is not open.
    fn cards(&self) -> Vec<DeckCard<'_>> {
        let lesson = |key: &CardKey| key.card.as_str().chars().next().and_then(|c| c.to_digit(10)).unwrap_or(1);
        let is_open = |key: &CardKey| !key.card.as_str().starts_with("unread");
        let card = |key| DeckCard { key, lesson: lesson(key) as usize, is_open: is_open(key) };
        self.keys.iter().map(card).collect()
    }

    fn with_deck<T>(&self, of: impl FnOnce(&Deck<'_>) -> T) -> T {
        let (states, requested, holds) = (&self.states, &self.requested, &self.holds);
        let (done, limits, examination) = (self.done, self.limits, self.examination);
        of(&Deck { cards: &self.cards(), states, requested, holds, done, limits, examination })
    }

    fn queue(&self) -> Queue {
        self.with_deck(|deck| Queue::new(deck, &self.clock, 1))
    }

    fn day(&mut self, day: i32) -> &mut Self {
        self.clock.now = Timestamp::from_second(i64::from(day) * 86_400 + 43_200).unwrap();
        self.done = DayCounts::default();
        self
    }

    /// Answers `key`, as the app does: the log first, then the queue.
    fn answer(&mut self, queue: &mut Queue, key: &CardKey, grade: Grade) {
        let before = self.states.get(key).copied().unwrap_or_default();
        let after = Scheduler::default().outcomes(&before, &self.clock, fuzz_seed(key, &before)).of(grade).after;
        match before.stage() {
            Stage::New => self.done.new += 1,
            Stage::Review => self.done.reviews += 1,
            Stage::Learning | Stage::Relearning => (),
        }
        self.states.insert(key.clone(), after);
        queue.answered(key, &after);
    }

    /// The cards in the order they are shown when each is answered with `grade`.
    fn shown(&mut self, grade: Grade) -> Vec<String> {
        let (mut queue, mut shown) = (self.queue(), Vec::new());
        while let Next::Card(key) = queue.next(&self.clock) {
            self.answer(&mut queue, &key, grade);
            shown.push(key.to_string());
        }
        shown
    }
}

#[test]
fn reviews_come_first_due_first() {
    let mut table = Table::of(&[("a", review(0)), ("b", review(-7)), ("c", review(3)), ("d", review(-1))]);
    assert_eq!(table.shown(Grade::Good), ["b", "d", "a"]);
}

#[test]
fn new_cards_are_mixed_in_evenly() {
    let mut cards = vec![("n1", CardState::New), ("n2", CardState::New)];
    cards.extend(["r1", "r2", "r3", "r4", "r5", "r6"].map(|k| (k, review(0))));
    let shown = Table::of(&cards).shown(Grade::Easy);
    let places: Vec<usize> = shown.iter().enumerate().filter(|(_, k)| k.starts_with('n')).map(|(at, _)| at).collect();
    assert_eq!(places, [2, 5]);
}

#[test]
fn on_an_easy_day_fewer_new_cards_are_begun() {
    let mut table = Table::of(&["n1", "n2", "n3"].map(|key| (key, CardState::New)));
    // Study day 1000 was a Wednesday.
    for (easy, new) in [("Wed normal", 3), ("Wed less", 2), ("Wed none", 0), ("Thu none", 3)] {
        table.limits = Limits { new_per_day: 3, easy_days: easy.parse().unwrap(), ..Limits::default() };
        assert_eq!(table.queue().counts().new, new, "{easy}");
    }
}

#[test]
fn the_limits_count_what_was_done_today() {
    let mut table = Table::of(&[("a", review(0)), ("b", review(0)), ("n1", CardState::New), ("n2", CardState::New)]);
    table.limits = Limits { new_per_day: 5, reviews_per_day: 10, ..Limits::default() };
    table.done = DayCounts { new: 4, reviews: 9 };
    assert_eq!(table.queue().counts(), Counts { learning: 0, due: 1, new: 1 });
}

#[test]
fn one_side_of_a_card_a_day() {
    let new = CardState::New;
    let mut table = Table::of(&[
        ("a", new),
        ("a/back", new),
        ("b", review(0)),
        ("b/back", review(-1)),
        ("c", new),
        ("c/back", review(0)),
    ]);
    let shown: HashSet<String> = table.shown(Grade::Easy).into_iter().collect();
    assert_eq!(shown, ["a", "b/back", "c/back"].map(String::from).into());
    assert_eq!(table.queue().counts().total(), 0);
}

#[test]
fn new_cards_are_on_what_was_read_or_asked_for() {
    let mut table = Table::of(&[("unread1", CardState::New), ("unread2", CardState::New), ("a", CardState::New)]);
    table.states.insert(key("unread2"), CardState::New);
    assert_eq!(table.shown(Grade::Easy), ["unread2", "a"]);
}

#[test]
fn new_cards_are_taken_from_the_lessons_in_turn() {
    let cards = ["1a", "1b", "1c", "2a", "3a", "3b"].map(|name| (name, CardState::New));
    assert_eq!(Table::of(&cards).shown(Grade::Easy), ["1a", "2a", "3a", "1b", "3b", "1c"]);
}

#[test]
fn a_new_side_keeps_a_day_free_after_the_other() {
    let mut table = Table::of(&[("a", CardState::New), ("a/back", CardState::New)]);
    let days = [0, 1, 2].map(|day| table.day(TODAY + day).shown(Grade::Easy));
    assert_eq!(days, [vec!["a"], vec![], vec!["a/back"]]);
}

#[test]
fn a_review_waits_a_day_for_the_other_side_and_no_longer() {
    let shown_yesterday = review(4).as_shown(-1);
    for (due, shown) in [(0, vec![]), (-1, vec!["a/back"])] {
        let mut table = Table::of(&[("a", shown_yesterday), ("a/back", review(due))]);
        assert_eq!(table.shown(Grade::Good), shown, "due {due}");
    }
    // Its own review of yesterday holds no card back.
    assert_eq!(Table::of(&[("a", review(0).as_shown(-1))]).shown(Grade::Good), ["a"]);
}

#[test]
fn what_is_suspended_or_buried_is_not_shown() {
    let mut table = Table::of(&[("a", review(0)), ("b", review(0)), ("c", CardState::New)]);
    let until = StudyDay(TODAY + 1);
    table.holds = [(key("a"), Hold::Suspended), (key("b"), Hold::Buried { until })].into();
    assert_eq!(table.shown(Grade::Easy), ["c"]);
    assert_eq!(table.day(TODAY + 1).shown(Grade::Easy), ["b"]);
}

#[test]
fn what_was_asked_for_comes_first() {
    let mut table = Table::of(&[("a", review(-9)), ("b", review(0)), ("n", CardState::New), ("m", CardState::New)]);
    table.states.insert(key("m"), CardState::New);
    table.requested = ["b", "m"].map(key).into();
    assert_eq!(table.shown(Grade::Easy)[..2], ["b", "m"]);
}

#[test]
fn a_card_in_learning_comes_back_when_its_time_is_up() {
    let mut table = Table::of(&[("a", CardState::New), ("b", CardState::New)]);
    let mut queue = table.queue();
    table.answer(&mut queue, &key("a"), Grade::Again);
    assert_eq!(queue.next(&table.clock), Next::Card(key("b")));
    table.clock.now += 1.minutes();
    assert_eq!(queue.next(&table.clock), Next::Card(key("a")));
}

#[test]
fn with_nothing_else_left_learning_cards_come_early_but_not_twice_running() {
    let mut table = Table::of(&[("a", learning(8)), ("b", learning(12))]);
    let mut queue = table.queue();
    assert_eq!(queue.next(&table.clock), Next::Card(key("a")));
    table.answer(&mut queue, &key("a"), Grade::Again);
    assert_eq!(queue.next(&table.clock), Next::Card(key("b")));
}

#[test]
fn a_learning_card_that_is_far_off_is_waited_for() {
    let table = Table::of(&[("a", learning(21))]);
    assert_eq!(table.queue().next(&table.clock), Next::Wait(table.clock.now + 21.minutes()));
    let empty = Table::of(&[("a", review(1))]);
    assert_eq!(empty.queue().next(&empty.clock), Next::Done);
}

fn any_state() -> impl Strategy<Value = CardState> {
    prop_oneof![Just(CardState::New), (-9..4i32).prop_map(review), (-60..60i64).prop_map(learning)]
}

fn any_table() -> impl Strategy<Value = Table> {
    (prop::collection::vec((any_state(), any_state()), 1..25), 0..12u32, 0..12u32).prop_map(
        |(cards, new_per_day, reviews_per_day)| {
            let named: Vec<_> = cards
                .into_iter()
                .enumerate()
                .flat_map(|(n, (a, b))| [(format!("c{n}"), a), (format!("c{n}/back"), b)])
                .collect();
            let mut table = Table::of(&named.iter().map(|(k, s)| (k.as_str(), *s)).collect::<Vec<_>>());
            table.limits = Limits { new_per_day, reviews_per_day, ..Limits::default() };
            table
        },
    )
}

fn grade(n: u8) -> Grade {
    Grade::ALL[usize::from(n % 4)]
}

proptest! {
    #[test]
    fn home_counts_what_the_session_holds(table in any_table()) {
        prop_assert_eq!(table.with_deck(|deck| due_counts(deck, table.clock.today())), table.queue().counts());
    }

    #[test]
    fn a_session_ends_within_its_limits(mut table in any_table()) {
        let in_steps = table.queue().counts().learning;
        let shown = table.shown(Grade::Easy);
        prop_assert_eq!(shown.iter().collect::<HashSet<_>>().len(), shown.len(), "a card came twice");
        prop_assert!(table.done.new <= table.limits.new_per_day && table.done.reviews <= table.limits.reviews_per_day);
        prop_assert!(shown.len() <= in_steps + (table.done.new + table.done.reviews) as usize);
        prop_assert!(!matches!(table.queue().next(&table.clock), Next::Card(_)));
    }

    /// Whatever is answered, a queue built anew from the states is the queue that was left.
    #[test]
    fn leaving_and_coming_back_changes_nothing(mut table in any_table(), grades in prop::collection::vec(any::<u8>(), 0..40)) {
        let mut queue = table.queue();
        for g in grades {
            let Next::Card(key) = queue.next(&table.clock) else { break };
            table.answer(&mut queue, &key, grade(g));
            table.clock.now += 1.minutes();
            queue.last = Last::Nothing;
            prop_assert_eq!(&queue, &table.queue());
        }
    }

    #[test]
    fn an_answer_taken_back_was_never_given(mut table in any_table(), grades in prop::collection::vec(any::<u8>(), 1..20)) {
        let mut queue = table.queue();
        for g in grades {
            let Next::Card(key) = queue.next(&table.clock) else { break };
            let (before, left) = (table.states.get(&key).copied().unwrap_or_default(), queue.clone());
            table.answer(&mut queue, &key, grade(g));
            let mut undone = queue.clone();
            undone.undo(&key, &before);
            prop_assert_eq!(undone.next(&table.clock), Next::Card(key));
            prop_assert_eq!(undone.counts(), left.counts());
            prop_assert_eq!((undone.due, undone.new, undone.learning, undone.done), (left.due, left.new, left.learning, left.done));
        }
    }
}
