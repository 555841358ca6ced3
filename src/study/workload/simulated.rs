//! A learner who studies every day, simulated: what is recalled follows the model's own forgetting curve.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use rand::RngExt;

use crate::study::chance::{Chance, chance, fnv};
use crate::study::memory::{CardState, DayLoads, Due, ForgettingCurve, Grade, Scheduler, Settings, Spreading, Stage};
use crate::study::queue::{DayCounts, Limits};
use crate::study::time::{Clock, StudyDay};

/// How often a card is graded Again, Hard and Good when it is seen for the first time; otherwise Easy. The share of each
/// among users of Anki (the `fsrs` crate's `SimulatorConfig`).
const FIRST: [f64; 3] = [0.24, 0.094, 0.495];
/// How often a card that is recalled is graded Hard and Good; otherwise Easy. From the same place.
const RECALLED: [f64; 2] = [0.224, 0.631];
/// How often a card in the steps is graded Again; otherwise Good.
const FAILED_STEP: f64 = 0.1;
/// Most showings of a card on a day: a run of bad luck ends.
const MOST_STEPS: usize = 20;

/// Cards and how they stand while they are studied.
#[derive(Debug)]
pub(super) struct SimulatedDeck {
    cards: Vec<CardState>,
    /// The cards that wait, by the day they are due.
    waiting: BTreeMap<StudyDay, Vec<usize>>,
    /// The next card that was not seen yet.
    next_new: usize,
    scheduler: Scheduler,
    curve: ForgettingCurve,
    settings: Settings,
    /// `None`: intervals are moved by chance alone.
    loads: Option<DayLoads>,
    seed: u64,
    chance: Chance,
}

impl SimulatedDeck {
    pub(super) fn new(seen: &[CardState], unseen: usize, settings: Settings, seed: u64) -> Self {
        let mut cards = seen.to_vec();
        cards.resize(seen.len() + unseen, CardState::New);
        let mut deck = Self {
            next_new: seen.len(),
            loads: Some(DayLoads::new(seen)),
            waiting: BTreeMap::new(),
            scheduler: Scheduler::new(settings.clone()),
            curve: settings.parameters.curve(),
            settings,
            cards,
            seed,
            chance: chance(seed, "a simulated learner"),
        };
        (0..seen.len()).for_each(|card| deck.wait(card));
        deck
    }

    /// The same, where intervals are spread over days by chance alone.
    #[cfg(test)]
    pub(super) fn without_balance(self) -> Self {
        Self { loads: None, ..self }
    }

    /// Studies what is due on `day`, and new cards, up to `limits`. What is over the limit waits.
    pub(super) fn study(&mut self, day: StudyDay, limits: Limits) -> DayCounts {
        let mut done = DayCounts::default();
        let later = self.waiting.split_off(&day.plus(1));
        let due: Vec<usize> = std::mem::replace(&mut self.waiting, later).into_values().flatten().collect();
        for card in due {
            if self.cards[card].stage() != Stage::Review {
                self.show(card, day);
            } else if done.reviews < limits.reviews_per_day {
                done.reviews += 1;
                self.show(card, day);
            } else {
                self.waiting.entry(day.plus(1)).or_default().push(card);
            }
        }
        let new = self.settings.easy_days.limit(limits.new_per_day, day);
        while done.new < new && self.next_new < self.cards.len() {
            done.new += 1;
            self.next_new += 1;
            self.show(self.next_new - 1, day);
        }
        done
    }

    /// Shows a card until it is due on another day.
    fn show(&mut self, card: usize, day: StudyDay) {
        let mut clock = noon(day);
        for _ in 0..MOST_STEPS {
            self.grade(card, &clock);
            match self.cards[card].due() {
                Some(Due::At(at)) if clock.day_of(at) == day => clock.now = clock.now.max(at),
                _ => break,
            }
        }
        self.wait(card);
    }

    fn grade(&mut self, card: usize, clock: &Clock) {
        let before = self.cards[card];
        let grade = self.grade_given(&before, clock.today());
        let seed = fnv(format!("{} {card} {}", self.seed, before.reviews()).as_bytes());
        let spreading = Spreading { seed, loads: self.loads.as_ref() };
        let after = self.scheduler.outcomes(&before, clock, spreading).of(grade).after;
        if let Some(loads) = &mut self.loads {
            loads.remove(&before);
            loads.add(&after);
        }
        self.cards[card] = after;
    }

    fn grade_given(&mut self, before: &CardState, today: StudyDay) -> Grade {
        let drawn: f64 = self.chance.random();
        match before.stage() {
            Stage::New => {
                let [again, hard, good] = FIRST;
                by_share(drawn, &[(Grade::Again, again), (Grade::Hard, hard), (Grade::Good, good)])
            }
            Stage::Learning | Stage::Relearning if drawn < FAILED_STEP => Grade::Again,
            Stage::Learning | Stage::Relearning => Grade::Good,
            Stage::Review => {
                let recall = self.curve.recall(before, today).unwrap_or(1.0);
                let [hard, good] = RECALLED;
                by_share(
                    drawn,
                    &[(Grade::Again, 1.0 - recall), (Grade::Hard, recall * hard), (Grade::Good, recall * good)],
                )
            }
        }
    }

    /// The days on which the cards seen so far are due.
    #[cfg(test)]
    pub(super) fn due_days(&self) -> impl Iterator<Item = StudyDay> {
        self.waiting.iter().filter(|(_, cards)| !cards.is_empty()).map(|(day, _)| *day)
    }

    fn wait(&mut self, card: usize) {
        let day = match self.cards[card].due() {
            None => return,
            Some(Due::On(day)) => day,
            Some(Due::At(at)) => StudyDay::of(at, &TimeZone::UTC),
        };
        self.waiting.entry(day).or_default().push(card);
    }
}

/// The grade that `drawn`, 0 to below 1, falls on; Easy beyond the last.
fn by_share(drawn: f64, shares: &[(Grade, f64)]) -> Grade {
    let mut sum = 0.0;
    let found = shares.iter().find(|(_, share)| {
        sum += share;
        drawn < sum
    });
    found.map_or(Grade::Easy, |(grade, _)| *grade)
}

fn noon(day: StudyDay) -> Clock {
    let noon = Timestamp::UNIX_EPOCH.checked_add((i64::from(day.0) * 24 + 12).hours());
    Clock::new(noon.unwrap_or(Timestamp::UNIX_EPOCH), TimeZone::UTC)
}
