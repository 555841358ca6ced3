//! Cards that were reviewed on both sides: what came after the first of the other's reviews was computed without it, and is
//! computed anew.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;

use super::log::LogEntry;
use crate::course::outline::CardKey;
use crate::store::projection::read_body;
use crate::store::short_body;
use crate::study::event::EventKind;
use crate::study::memory::fit::MemoryFit;
use crate::study::memory::{CardState, Grade, Memory, ReviewEntry, ReviewHistory, Scheduler, Settings, fuzz_seed};
use crate::study::time::{Clock, StudyDay};

/// An entry of a merged log, in its new order.
pub(super) struct MergedEntry<'a> {
    pub entry: &'a LogEntry,
    /// The place in the merged log of the event it belongs to.
    pub target: Option<usize>,
    /// Both logs have it, and they disagree about how the card stood.
    pub is_disputed: bool,
}

/// The bodies of reviews that are to be written anew, by their place in the merged log. What was fitted to the learner holds
/// from where it stands in the log; all else is as in `settings`.
pub(super) fn rescheduled(log: &[MergedEntry<'_>], settings: &Settings) -> rusqlite::Result<HashMap<usize, String>> {
    let is_undone = |merged: &&MergedEntry<'_>| merged.entry.kind == "undone";
    let undone: HashSet<usize> = log.iter().filter(is_undone).filter_map(|merged| merged.target).collect();
    let mut cards = CardStates::new(settings);
    let mut anew = HashMap::new();
    for (at, MergedEntry { entry, is_disputed, .. }) in log.iter().enumerate() {
        if undone.contains(&at) || !matches!(&entry.kind[..], "reviewed" | "cards-reset" | "memory-fitted") {
            continue;
        }
        match read_body(&entry.body)? {
            EventKind::CardsReset { cards: reset } => reset.iter().for_each(|card| {
                cards.states.remove(card);
            }),
            EventKind::MemoryFitted(fit) => cards.fit(&fit),
            EventKind::Reviewed { card, grade, before, after, took_ms } => {
                let stands = cards.state(&card);
                if !is_disputed && stands_alike(&stands, &before) {
                    cards.put(card, (before, after), grade, entry.day);
                    continue;
                }
                let after = cards.reviewed(&card, grade, entry);
                cards.put(card.clone(), (stands, after), grade, entry.day);
                let what = EventKind::Reviewed { card, grade, before: stands, after, took_ms };
                let body = short_body::json(&what).map_err(|e| rusqlite::Error::ToSqlConversionFailure(e.into()))?;
                anew.insert(at, body);
            }
            _ => {}
        }
    }
    Ok(anew)
}

/// How the cards stand at a place in the log.
struct CardStates<'a> {
    settings: &'a Settings,
    scheduler: Scheduler,
    states: HashMap<CardKey, CardState>,
    numbers: HashMap<CardKey, i64>,
    reviews: Vec<ReviewEntry>,
}

impl<'a> CardStates<'a> {
    /// The average learner's, until another memory is fitted.
    fn new(settings: &'a Settings) -> Self {
        let average = Settings { parameters: MemoryFit::default().parameters.unwrap_or_default(), ..settings.clone() };
        let scheduler = Scheduler::new(average);
        Self { settings, scheduler, states: HashMap::new(), numbers: HashMap::new(), reviews: Vec::new() }
    }

    fn state(&self, card: &CardKey) -> CardState {
        self.states.get(card).copied().unwrap_or_default()
    }

    fn put(&mut self, card: CardKey, (before, after): (CardState, CardState), grade: Grade, day: i32) {
        let next = i64::try_from(self.numbers.len()).unwrap_or(i64::MAX);
        let number = *self.numbers.entry(card.clone()).or_insert(next);
        self.reviews.push(ReviewEntry { card: number, day: StudyDay(day), grade, stage: before.stage() });
        self.states.insert(card, after);
    }

    /// Other parameters hold, and every card's memory is worked out by them.
    fn fit(&mut self, fit: &MemoryFit) {
        let parameters = fit.parameters.clone().unwrap_or_default();
        let memories = ReviewHistory::new(self.reviews.clone()).memories(&parameters);
        for (card, state) in &mut self.states {
            if let Some(memory) = self.numbers.get(card).and_then(|number| memories.get(number)) {
                *state = with_memory(*state, *memory);
            }
        }
        self.scheduler = Scheduler::new(Settings { parameters, ..self.settings.clone() });
    }

    fn reviewed(&self, card: &CardKey, grade: Grade, entry: &LogEntry) -> CardState {
        let before = self.state(card);
        let at = Timestamp::from_millisecond(entry.at_ms).unwrap_or_default();
        let clock = Clock::on_day(at, StudyDay(entry.day));
        self.scheduler.outcomes(&before, &clock, fuzz_seed(card, &before)).of(grade).after
    }
}

/// Whether a card stands the same, but for when it is due: what is asked for in a quiz is due at once.
fn stands_alike(one: &CardState, other: &CardState) -> bool {
    let standing = |s: &CardState| (s.stage(), s.memory(), s.last(), s.lapses(), s.reviews());
    standing(one) == standing(other)
}

fn with_memory(mut state: CardState, known: Memory) -> CardState {
    match &mut state {
        CardState::New => {}
        CardState::Learning { memory, .. } | CardState::Review { memory, .. } => *memory = known,
    }
    state
}
