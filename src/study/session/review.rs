//! A review session: the queue of the day, the card on show, grades and taking them back.

use std::collections::HashMap;

use jiff::Timestamp;

use super::CardAnswer;
use super::review_deck::{Graded, ReviewDeck, ReviewRules, reviews_among};
use super::review_summary::ReviewSummary;
use crate::course::Course;
use crate::course::outline::CardKey;
use crate::study::event::{EventId, EventKind};
use crate::study::insight::forecast;
use crate::study::memory::fit::is_offered;
use crate::study::memory::{CardState, DayLoads, Grade, Outcomes, Scheduler, Spreading, fuzz_seed};
use crate::study::queue::{Counts, Deck, ExaminationAhead, Hold, Next, Queue, deck_cards};
use crate::study::study_time::{GoalProgress, StudyTime};
use crate::study::time::{Clock, StudyDay};

/// Cards of one more round, when none was hard.
const ROUND: usize = 10;

/// A review session.
#[derive(Debug)]
pub struct ReviewSession {
    queue: Queue,
    states: HashMap<CardKey, CardState>,
    scheduler: Scheduler,
    /// How many cards are due on each day ahead.
    loads: DayLoads,
    seed: u64,
    showing: Showing,
    /// When the card on show came up.
    since: Timestamp,
    /// What was graded today, so that it can be taken back.
    graded: Vec<Graded>,
    types_answers: bool,
    /// What was typed at the card whose back is up.
    answer: Option<CardAnswer>,
    daily_goal: u32,
    studied: StudyTime,
    /// Reviews of the days before.
    reviews_before: usize,
    last_fit: Option<usize>,
}

/// What is on show.
#[derive(Clone, Debug)]
pub enum Showing {
    Front(CardKey),
    /// With what each grade would lead to.
    Back(CardKey, Box<Outcomes>),
    /// Nothing just now: a card in the learning steps comes back at this time.
    Waiting(Timestamp),
    Finished,
}

impl ReviewSession {
    /// The session of `clock`'s study day, its first card on show.
    #[must_use]
    pub fn new(course: &Course, deck: ReviewDeck, clock: &Clock) -> Self {
        let ReviewDeck {
            lesson,
            read,
            states,
            requested,
            holds,
            done,
            studied,
            rules,
            graded,
            reviews,
            last_fit,
            seed,
        } = deck;
        let ReviewRules { limits, scheduling, types_answers, daily_goal } = rules;
        let cards = deck_cards(course, &read, lesson.as_ref());
        let day_seed = u64::from(clock.today().0.unsigned_abs());
        let examination = ExaminationAhead::of(&scheduling);
        let (states_now, requested, holds) = (&states, &requested, &holds);
        let deck = Deck { cards: &cards, states: states_now, requested, holds, done, limits, examination };
        let queue = Queue::new(&deck, clock, seed.unwrap_or(day_seed));
        let mut session = Self {
            queue,
            loads: DayLoads::new(states.values()),
            states,
            scheduler: Scheduler::new(scheduling),
            seed: seed.unwrap_or(0),
            showing: Showing::Finished,
            since: clock.now,
            types_answers,
            answer: None,
            daily_goal,
            studied,
            reviews_before: reviews.saturating_sub(reviews_among(&graded)),
            last_fit,
            graded,
        };
        session.show_next(clock);
        session
    }

    #[must_use]
    pub fn showing(&self) -> &Showing {
        &self.showing
    }

    /// The card on show, whichever face is up.
    #[must_use]
    pub fn card(&self) -> Option<&CardKey> {
        match &self.showing {
            Showing::Front(key) | Showing::Back(key, _) => Some(key),
            Showing::Waiting(_) | Showing::Finished => None,
        }
    }

    /// The day on which the card on show was reviewed last, where that is after today: the clock was set back.
    #[must_use]
    pub fn from_the_future(&self, clock: &Clock) -> Option<StudyDay> {
        self.state(self.card()?).from_the_future(clock.today())
    }

    /// Whether the study day turned while nothing was on show, so that a new session knows more.
    #[must_use]
    pub fn is_stale(&self, clock: &Clock) -> bool {
        self.card().is_none() && self.queue.day() != clock.today()
    }

    /// What is left for today.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.queue.counts()
    }

    /// What today's reviews came to.
    #[must_use]
    pub fn summary(&self, course: &Course, clock: &Clock) -> ReviewSummary {
        let next = forecast(course, clock, &self.states, clock.today().plus(1));
        ReviewSummary { is_fit_offered: self.is_fit_offered(), ..ReviewSummary::new(&self.graded, next) }
    }

    /// Whether the log has grown enough for the schedule to be fitted to it, or fitted anew.
    #[must_use]
    pub fn is_fit_offered(&self) -> bool {
        is_offered(self.last_fit, self.reviews_before + reviews_among(&self.graded))
    }

    /// The cards of one more round, which leaves the schedule alone: those that were hard today or, when none was, those of
    /// today that will be forgotten first.
    #[must_use]
    pub fn one_more_round(&self, course: &Course, clock: &Clock) -> Vec<CardKey> {
        let hard = self.summary(course, clock).hard;
        if !hard.is_empty() {
            return hard.into_iter().map(|(key, _)| key).collect();
        }
        let mut today: Vec<&CardKey> = self.graded.iter().map(|graded| &graded.key).collect();
        let stability = |key: &CardKey| self.state(key).stability_days().unwrap_or_default();
        today.sort_by(|a, b| stability(a).total_cmp(&stability(b)).then_with(|| a.cmp(b)));
        today.dedup();
        today.into_iter().take(ROUND).cloned().collect()
    }

    /// Whether there is a grade to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.graded.is_empty()
    }

    /// When there is something to show again; `None` while there is, and when the day is done.
    #[must_use]
    pub fn wakes_at(&self) -> Option<Timestamp> {
        if let Showing::Waiting(until) = self.showing { Some(until) } else { None }
    }

    /// Looks anew for a card, if the session waits for one.
    pub fn wake(&mut self, clock: &Clock) {
        if matches!(self.showing, Showing::Waiting(_)) {
            self.show_next(clock);
        }
    }

    /// Whether an answer is to be typed: the front is up, and the learner wants it so.
    #[must_use]
    pub fn takes_answer(&self) -> bool {
        self.types_answers && matches!(self.showing, Showing::Front(_))
    }

    /// What was typed at the card whose back is up.
    #[must_use]
    pub fn answer(&self) -> Option<&CardAnswer> {
        self.answer.as_ref()
    }

    /// How far the day's goal is, if there is one.
    #[must_use]
    pub fn goal(&self) -> Option<GoalProgress> {
        GoalProgress::new(self.daily_goal, self.studied.minutes())
    }

    /// Turns the card on show after `typed` was given as its answer, which may be nothing.
    pub fn turn_with(&mut self, course: &Course, typed: &str, clock: &Clock) {
        self.answer = self.card().and_then(|key| CardAnswer::new(course, key, typed));
        self.turn(clock);
    }

    /// Turns the card on show, if its front is up.
    pub fn turn(&mut self, clock: &Clock) {
        if let Showing::Front(key) = &self.showing {
            let state = self.state(key);
            let spreading = Spreading { seed: fuzz_seed(key, &state) ^ self.seed, loads: Some(&self.loads) };
            let outcomes = self.scheduler.outcomes(&state, clock, spreading);
            self.showing = Showing::Back(key.clone(), Box::new(outcomes));
        }
    }

    /// Grades the card on show and goes on to the next. What is to be saved; `None` when no back is up.
    #[must_use]
    pub fn grade(&mut self, grade: Grade, clock: &Clock) -> Option<EventKind> {
        let Showing::Back(key, outcomes) = &self.showing else { return None };
        let (card, before, after) = (key.clone(), self.state(key), outcomes.of(grade).after);
        let took_ms = clock.ms_since(self.since);
        self.studied = self.studied.then(clock.now, took_ms);
        self.put(&card, after);
        self.queue.answered(&card, &after);
        self.graded.push(Graded { key: card.clone(), before, after, grade, event: None });
        self.show_next(clock);
        Some(EventKind::Reviewed { card, grade, before, after, took_ms })
    }

    /// Suspends the card on show, or buries it until tomorrow, and goes on to the next. What is to be saved.
    #[must_use]
    pub fn hold(&mut self, hold: Hold, clock: &Clock) -> Option<EventKind> {
        let card = self.card()?.clone();
        self.queue.drop_card(&card);
        self.show_next(clock);
        Some(EventKind::CardsHeld { cards: vec![card], hold: Some(hold) })
    }

    /// The grade given last was saved under this number.
    pub fn saved(&mut self, id: EventId) {
        if let Some(last) = self.graded.last_mut() {
            last.event = Some(id);
        }
    }

    /// Takes the last grade back and shows that card again. What is to be saved; `None` when nothing was.
    #[must_use]
    pub fn undo(&mut self, clock: &Clock) -> Option<EventKind> {
        let Graded { key, before, event, .. } = self.graded.pop()?;
        self.queue.undo(&key, &before);
        self.put(&key, before);
        self.showing = Showing::Front(key);
        (self.since, self.answer) = (clock.now, None);
        event.map(|event| EventKind::Undone { event })
    }

    fn put(&mut self, key: &CardKey, state: CardState) {
        self.loads.remove(&self.state(key));
        self.loads.add(&state);
        self.states.insert(key.clone(), state);
    }

    fn show_next(&mut self, clock: &Clock) {
        (self.since, self.answer) = (clock.now, None);
        self.showing = match self.queue.next(clock) {
            Next::Card(key) => Showing::Front(key),
            Next::Wait(until) => Showing::Waiting(until),
            Next::Done => Showing::Finished,
        };
    }

    fn state(&self, key: &CardKey) -> CardState {
        self.states.get(key).copied().unwrap_or_default()
    }
}

/// What is said of a card that was reviewed after today.
#[must_use]
pub fn from_the_future(day: StudyDay) -> String {
    format!(
        "This card was last reviewed on {}, which is after today: was the clock set back? It comes back now, and counts from today.",
        day.date()
    )
}
