//! Thirty days of study by a learner whose memory is known: what the store, home and statistics say of them, and what a fit
//! changes.

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use jiff::{SignedDuration, tz::TimeZone};
use ninetracks::course::Course;
use ninetracks::store::{Learner, Store};
use ninetracks::study::chance::{Chance, chance};
use ninetracks::study::event::{Event, EventKind};
use ninetracks::study::memory::fit::{FitControl, MemoryFit, fit};
use ninetracks::study::memory::{CardState, ForgettingCurve, Grade, MemoryParameters, Stage};
use ninetracks::study::progress::Progress;
use ninetracks::study::queue::{Counts, DayCounts};
use ninetracks::study::session::{ReviewRules, ReviewSession, Showing};
use ninetracks::study::time::Clock;
use ninetracks::ui::app::{App, Config, Flow, Message};
use ninetracks::ui::effect::Place;
use ninetracks::ui::overview::Overview;
use ninetracks::ui::script;
use rand::RngExt as _;

const DAYS: usize = 30;
/// Sections read a day, so that there are always new cards.
const SECTIONS: usize = 4;

struct Month {
    course: Course,
    store: Store,
    clock: Clock,
    chance: Chance,
    rules: ReviewRules,
    /// Reviews of cards that were due.
    reviews: usize,
}

impl Month {
    fn new() -> Self {
        let course = Course::builtin().unwrap();
        let who = Learner { profile: "default".into(), course: course.progress_id() };
        let store = Store::in_memory(who).unwrap();
        let clock = Clock::new("2026-03-02T18:00:00Z".parse().unwrap(), TimeZone::UTC);
        Self { course, store, clock, chance: chance(11, "a month"), rules: ReviewRules::default(), reviews: 0 }
    }

    fn append(&mut self, what: EventKind) {
        self.store.append(&Event { at: self.clock.now, what }, self.clock.today()).unwrap();
    }

    fn read(&mut self, day: usize) {
        let sections =
            self.course.outlines().iter().flat_map(|o| o.sections.iter().map(|s| (o.id.clone(), s.id.clone())));
        let today: Vec<_> = sections.skip(day * SECTIONS).take(SECTIONS).collect();
        for (lesson, section) in today {
            self.append(EventKind::SectionRead { lesson, section });
        }
    }

    fn session(&self) -> ReviewSession {
        let deck = self.store.review_deck(None, self.clock.today(), self.rules.clone(), None).unwrap();
        ReviewSession::new(&self.course, deck, &self.clock)
    }

    fn progress(&self) -> Progress {
        Progress::load(&self.store, &self.course, &self.clock).unwrap()
    }

    /// Home's row of cards.
    fn home(&self) -> String {
        Overview::load(&self.store, &self.course, &self.clock, &self.rules).unwrap().review_text().0
    }

    /// Reviews all of the day; what was done.
    fn study(&mut self) -> DayCounts {
        let (mut session, mut done) = (self.session(), DayCounts::default());
        loop {
            match session.showing().clone() {
                Showing::Front(_) => session.turn(&self.clock),
                Showing::Back(key, _) => {
                    let before = self.store.card_states().unwrap().get(&key).copied().unwrap_or_default();
                    done.new += u32::from(before.is_new());
                    done.reviews += u32::from(before.stage() == Stage::Review);
                    let grade = self.grade(&before);
                    self.clock.now += SignedDuration::from_secs(7);
                    let what = session.grade(grade, &self.clock).unwrap();
                    self.append(what);
                }
                Showing::Waiting(until) => {
                    self.clock.now = until;
                    session.wake(&self.clock);
                }
                Showing::Finished => break,
            }
        }
        self.reviews += done.reviews as usize;
        done
    }

    /// The learner's memory is the average learner's.
    fn grade(&mut self, before: &CardState) -> Grade {
        let recall = ForgettingCurve::default().recall(before, self.clock.today());
        if recall.is_none_or(|recall| self.chance.random_bool(recall)) { Grade::Good } else { Grade::Again }
    }

    fn next_evening(&mut self) {
        let date = self.clock.today().plus(1).date();
        self.clock.now = date.at(18, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap().timestamp();
    }
}

/// What home says of a session that is about to begin.
fn row(counts: Counts) -> String {
    let due = counts.due + counts.learning;
    match (due, counts.new) {
        (0, new) => format!("{new} new cards"),
        (1, new) => format!("1 card due, {new} new"),
        (due, new) => format!("{due} cards due, {new} new"),
    }
}

fn studied() -> Month {
    let mut month = Month::new();
    let mut forecast = 0;
    for day in 0..DAYS {
        month.read(day);
        let counts = month.session().counts();
        assert_eq!(counts.new, 20, "day {day}");
        assert_eq!(month.home(), row(counts), "day {day}");
        assert_eq!(month.progress().insight.forecast[0].cards, forecast, "what was forecast for day {day}");
        assert!(counts.due <= forecast, "siblings wait, nothing else comes");

        let done = month.study();
        assert_eq!((done.new as usize, done.reviews as usize), (counts.new, counts.due), "day {day}");
        assert_eq!(month.store.day_counts(month.clock.today()).unwrap(), done);
        let progress = month.progress();
        assert_eq!(progress.last_days[0].done, done.new + done.reviews);
        assert_eq!((progress.days_studied, progress.insight.streak_days), (day + 1, day + 1));
        forecast = progress.insight.forecast[0].cards + progress.insight.forecast[1].cards;
        month.next_evening();
    }
    month
}

#[test]
fn thirty_days_are_counted_forecast_and_calibrated() {
    let mut month = studied();
    let progress = month.progress();
    let prediction = progress.insight.prediction.unwrap();
    let (measured, of) = progress.retention_percent.unwrap();
    assert_eq!(of as usize, month.reviews);
    assert!(
        measured.abs_diff(90) <= 4 && prediction.measured_percent.abs_diff(prediction.predicted_percent) <= 3,
        "{prediction:?}, {measured} %"
    );
    assert!(progress.is_fit_offered, "{} reviews", month.reviews);

    let kept = month.store.card_states().unwrap();
    month.store.rebuild().unwrap();
    assert_eq!(month.store.card_states().unwrap(), kept, "rebuilt from the log");
    fitted(&mut month);
    on_the_screen(month);
}

/// The memory screen fits beside itself, can be stopped, and says what came of it.
fn on_the_screen(month: Month) {
    let Month { course, store, clock, .. } = month;
    let setup = Config { place: Place::Memory, ..Config::fixed(store.learner().clone()) };
    let mut app = App::new(Arc::new(course), Ok(store), setup, clock.now, (100, 60)).unwrap();
    // The words on the screen, however they are broken.
    let words = |app: &App| {
        let text = script::text(&script::screen(app, 100, 60).unwrap());
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let press = |app: &mut App, key| {
        let key = KeyEvent::new(key, KeyModifiers::NONE);
        assert_eq!(app.handle(Message::Key(key), clock.now), Flow::Continue);
        words(app)
    };
    let is_fitting = |shown: &str| shown.contains("Fitting to your reviews");
    assert!(is_fitting(&press(&mut app, KeyCode::Char('f'))));
    let stopped = press(&mut app, KeyCode::Esc);
    assert!(stopped.contains("The fit was cancelled.") && stopped.contains("what was fitted was reset"), "{stopped}");
    press(&mut app, KeyCode::Char('f'));
    while app.wake_at().is_some() {
        assert_eq!(app.handle(Message::Wake, clock.now), Flow::Continue);
        std::thread::yield_now();
    }
    let shown = words(&app);
    assert!(!is_fitting(&shown) && shown.contains("fitted to you: log loss 0."), "{shown}");
    assert!(shown.contains("▸ 90 %") && shown.contains("reviews a day over 30 days"), "{shown}");
}

/// A fit changes what is known of each card and no interval, whatever is rebuilt or taken back; a reset takes it away.
fn fitted(month: &mut Month) {
    let before = month.store.card_states().unwrap();
    let mut fit = fit(&month.store.review_history().unwrap(), &FitControl::default()).unwrap();
    assert_eq!(fit.figures.unwrap().held_out, fit.reviews.div_ceil(5));
    let mut values: Vec<f32> = MemoryParameters::default().into();
    values[2] = 1.5;
    fit.parameters = Some(MemoryParameters::new(&values).unwrap());
    month.append(EventKind::MemoryFitted(fit.clone()));
    assert_eq!(month.store.memory_fit().unwrap().as_ref(), Some(&fit));
    assert!(!month.progress().is_fit_offered);

    let after = month.store.card_states().unwrap();
    let due = |states: &std::collections::HashMap<_, CardState>, key| states.get(key).map(CardState::due);
    assert!(before.keys().all(|key| due(&before, key) == due(&after, key)));
    let changed = before.iter().filter(|(key, state)| after[*key].memory() != state.memory()).count();
    assert!(changed * 2 > before.len(), "{changed} of {} cards", before.len());
    month.store.rebuild().unwrap();
    assert_eq!(month.store.card_states().unwrap(), after, "rebuilt from the log");
    taken_back(month);
    assert_eq!(month.store.card_states().unwrap(), after, "a review was taken back");

    month.append(EventKind::MemoryFitted(MemoryFit::reset(fit.reviews)));
    assert_eq!(month.store.card_states().unwrap(), before);
    assert!(!month.progress().is_fit_offered);
}

/// Reviews a card and takes that back.
fn taken_back(month: &mut Month) {
    let mut session = month.session();
    session.turn(&month.clock);
    let what = session.grade(Grade::Again, &month.clock).unwrap();
    let at = month.clock.now;
    let event = month.store.append(&Event { at, what }, month.clock.today()).unwrap();
    month.append(EventKind::Undone { event });
}
