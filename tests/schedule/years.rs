//! Years of study: a scripted learner, every review through the store.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use ninetracks::course::Course;
use ninetracks::course::model::Id;
use ninetracks::course::outline::CardKey;
use ninetracks::store::{Learner, Store};
use ninetracks::study::chance::{Chance, chance};
use ninetracks::study::event::{Event, EventKind};
use ninetracks::study::memory::{CardState, DayLoads, Grade, Scheduler, Settings, Spreading, fuzz_seed};
use ninetracks::study::queue::Limits;
use ninetracks::study::session::{ReviewDeck, ReviewSession, Showing};
use ninetracks::study::study_time::StudyTime;
use ninetracks::study::time::{Clock, StudyDay};
use rand::RngExt as _;

use crate::formula::{self, Memory};
use crate::is_near;

/// Grades out of 20: a learner who finds it hard, so that cards come back often.
const GRADES: [(u32, Grade); 4] = [(5, Grade::Again), (11, Grade::Hard), (19, Grade::Good), (20, Grade::Easy)];

struct Learning {
    course: Course,
    store: Store,
    data: tempfile::TempDir,
    clock: Clock,
    chance: Chance,
    limits: Limits,
    reviews: usize,
    /// Reviews so far, bytes of memory and of the file, now and then.
    measured: Vec<(usize, u64, u64)>,
}

impl Learning {
    fn new(limits: Limits) -> Self {
        let course = Course::builtin().unwrap();
        let data = tempfile::tempdir().unwrap();
        let store = Store::open(data.path(), learner(&course)).unwrap();
        let clock = Clock::new("2026-01-01T18:00:00Z".parse().unwrap(), TimeZone::UTC);
        Self { course, store, data, clock, chance: chance(7, "years"), limits, reviews: 0, measured: Vec::new() }
    }

    /// A day's cards, until none is due or `most` were reviewed in all.
    fn day(&mut self, most: usize) {
        let deck = ReviewDeck {
            lesson: None,
            read: all_read(&self.course),
            requested: HashSet::new(),
            holds: HashMap::new(),
            states: self.store.card_states().unwrap(),
            done: self.store.day_counts(self.clock.today()).unwrap(),
            studied: StudyTime::default(),
            rules: self.limits.into(),
            graded: Vec::new(),
            reviews: self.reviews,
            last_fit: None,
            seed: None,
        };
        let mut session = ReviewSession::new(&self.course, deck, &self.clock);
        while self.reviews < most {
            match session.showing() {
                Showing::Front(_) => session.turn(&self.clock),
                Showing::Back(..) => {
                    let grade = self.grade();
                    self.pass(SignedDuration::from_secs(7));
                    let what = session.grade(grade, &self.clock).unwrap();
                    let event = Event { at: self.clock.now, what };
                    session.saved(self.store.append(&event, self.clock.today()).unwrap());
                    self.reviews += 1;
                }
                Showing::Waiting(until) => {
                    let wait = until.duration_since(self.clock.now);
                    self.pass(wait.max(SignedDuration::from_secs(1)));
                    session.wake(&self.clock);
                }
                Showing::Finished => return,
            }
        }
    }

    fn grade(&mut self) -> Grade {
        let thrown = self.chance.random_range(0..20);
        GRADES.iter().find(|(below, _)| thrown < *below).unwrap().1
    }

    fn pass(&mut self, time: SignedDuration) {
        self.clock.now += time;
    }

    /// Goes on to the evening `days` later.
    fn evening(&mut self, days: i32) {
        let date = self.clock.today().plus(days).date();
        self.clock.now = date.at(18, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap().timestamp();
    }

    fn measure(&mut self) {
        let file = std::fs::metadata(self.data.path().join(ninetracks::store::FILE)).unwrap().len();
        self.measured.push((self.reviews, resident().unwrap_or(0), file));
    }
}

/// Every section of the course.
fn all_read(course: &Course) -> HashMap<Id, HashSet<Id>> {
    course.outlines().iter().map(|o| (o.id.clone(), o.sections.iter().map(|s| s.id.clone()).collect())).collect()
}

fn learner(course: &Course) -> Learner {
    Learner { profile: "default".into(), course: course.about().id.clone() }
}

/// Bytes of this process in memory; none where there is no `/proc`.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/statm").ok()?;
    Some(status.split(' ').nth(1)?.parse::<u64>().ok()? * 4096)
}

/// The reviews of the log: card, day, what was graded and what came of it.
fn log(data: &Path) -> Vec<(Timestamp, EventKind)> {
    let db = rusqlite::Connection::open(data.join(ninetracks::store::FILE)).unwrap();
    let mut rows = db.prepare("SELECT at_ms, body FROM event ORDER BY id").unwrap();
    let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?));
    let rows = rows.query_map([], read).unwrap().map(Result::unwrap);
    rows.map(|(at, body)| (Timestamp::from_millisecond(at).unwrap(), serde_json::from_str(&body).unwrap())).collect()
}

/// The schedule made again from nothing but the grades of the log and when they were given, by the program's scheduler and
/// by the published formulas.
fn recomputed(data: &Path) -> HashMap<CardKey, CardState> {
    let scheduler = Scheduler::new(Settings::default());
    let mut states: HashMap<CardKey, CardState> = HashMap::new();
    let mut loads = DayLoads::default();
    let mut memories: HashMap<CardKey, (Memory, StudyDay)> = HashMap::new();
    for (at, what) in log(data) {
        let EventKind::Reviewed { card, grade, after, .. } = what else { continue };
        let clock = Clock::new(at, TimeZone::UTC);
        let state = states.entry(card.clone()).or_default();
        let from = clock_of_turn(&clock);
        let spreading = Spreading { seed: fuzz_seed(&card, state), loads: Some(&loads) };
        let found = scheduler.outcomes(state, &from, spreading).of(grade).after;
        loads.remove(state);
        loads.add(&found);
        *state = found;
        is_same(state, &after);

        let before = memories.get(&card).copied();
        let days = before.map_or(0, |(_, last)| clock.today().since(last));
        let number = Grade::ALL.iter().position(|g| *g == grade).unwrap() + 1;
        let memory = formula::reviewed(before.map(|(memory, _)| memory), days, number);
        let is = after.memory().unwrap();
        assert!(
            is_near(f64::from(is.stability_days), memory.0) && is_near(f64::from(is.difficulty), memory.1),
            "{card} on {:?}: {is:?}, not {memory:?}",
            clock.today()
        );
        memories.insert(card, (memory, clock.today()));
    }
    states
}

/// The outcomes were made when the card was turned, seven seconds before it was graded.
fn clock_of_turn(graded: &Clock) -> Clock {
    Clock::new(graded.now - SignedDuration::from_secs(7), graded.zone.clone())
}

/// But for the parts of a millisecond, which the log leaves out.
fn is_same(one: &CardState, other: &CardState) {
    assert_eq!(serde_json::to_string(one).unwrap(), serde_json::to_string(other).unwrap());
}

/// Studies `days` evenings, `most` reviews at the most, and compares the schedule.
fn studied(days: usize, most: usize, measures: usize, limits: Limits) -> Learning {
    let mut learning = Learning::new(limits);
    for day in 0..days {
        learning.day(most);
        learning.evening(1);
        if (day + 1) % (days / measures) == 0 && learning.reviews < most {
            learning.measure();
        }
    }
    let kept = learning.store.card_states().unwrap();
    let again = recomputed(learning.data.path());
    assert_eq!(kept.len(), again.len());
    for (card, state) in &again {
        is_same(state, &kept[card]);
    }
    learning.store.rebuild().unwrap();
    assert_eq!(learning.store.card_states().unwrap(), kept, "rebuilt from the log");
    learning
}

#[test]
fn weeks_of_study_are_what_the_log_says() {
    let learning = studied(30, 900, 1, Limits::default());
    assert!(learning.reviews > 600, "{} reviews", learning.reviews);
}

#[test]
#[ignore = "a hundred thousand reviews: one to ten minutes"]
#[allow(clippy::print_stderr, reason = "the figures are for docs/proof.md")]
fn ten_years_of_study_are_what_the_log_says() {
    // So few a day that they last for ten years.
    let limits = Limits { new_per_day: 3, reviews_per_day: 20, ..Limits::default() };
    let learning = studied(3650, 100_000, 20, limits);
    for (reviews, memory, file) in &learning.measured {
        eprintln!("{reviews} reviews: {} KB in memory, {} KB on disk", memory / 1024, file / 1024);
    }
    assert!(learning.reviews > 90_000, "{} reviews", learning.reviews);
    let (first, last) = (learning.measured[4], *learning.measured.last().unwrap());
    assert!(last.1 < first.1 + (4 << 20), "memory grew: {:?}", learning.measured);
    // Bytes a review in the first and in the last quarter of the file.
    let per_review = |from: (usize, u64, u64), to: (usize, u64, u64)| (to.2 - from.2) / (to.0 - from.0) as u64;
    let late = learning.measured[learning.measured.len() - 5];
    let (early, late) = (per_review(learning.measured[0], first), per_review(late, last));
    assert!(early.abs_diff(late) * 4 < early, "{early} bytes a review at first, {late} at last");
}
