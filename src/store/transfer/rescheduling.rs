//! Cards that were reviewed on both sides: what came after the first of the other's reviews was computed without it, and is
//! computed anew.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;

use super::log::LogEntry;
use crate::course::outline::CardKey;
use crate::store::projection::read_body;
use crate::store::short_body;
use crate::study::event::EventKind;
use crate::study::memory::{CardState, Grade, Scheduler, fuzz_seed};
use crate::study::time::{Clock, StudyDay};

/// An entry of a merged log, in its new order.
pub(super) struct MergedEntry<'a> {
    pub entry: &'a LogEntry,
    /// The place in the merged log of the event it belongs to.
    pub target: Option<usize>,
    /// Both logs have it, and they disagree about how the card stood.
    pub is_disputed: bool,
}

/// The bodies of reviews that are to be written anew, by their place in the merged log.
pub(super) fn rescheduled(log: &[MergedEntry<'_>], scheduler: &Scheduler) -> rusqlite::Result<HashMap<usize, String>> {
    let is_undone = |merged: &&MergedEntry<'_>| merged.entry.kind == "undone";
    let undone: HashSet<usize> = log.iter().filter(is_undone).filter_map(|merged| merged.target).collect();
    let mut states: HashMap<CardKey, CardState> = HashMap::new();
    let mut anew = HashMap::new();
    for (at, MergedEntry { entry, is_disputed, .. }) in log.iter().enumerate() {
        if undone.contains(&at) || !matches!(&entry.kind[..], "reviewed" | "cards-reset") {
            continue;
        }
        match read_body(&entry.body)? {
            EventKind::CardsReset { cards } => cards.iter().for_each(|card| {
                states.remove(card);
            }),
            EventKind::Reviewed { card, grade, before, after, took_ms } => {
                let stands = states.get(&card).copied().unwrap_or_default();
                if !is_disputed && stands_alike(&stands, &before) {
                    states.insert(card, after);
                    continue;
                }
                let after = reviewed(scheduler, &card, &stands, grade, entry);
                states.insert(card.clone(), after);
                let what = EventKind::Reviewed { card, grade, before: stands, after, took_ms };
                let body = short_body::json(&what).map_err(|e| rusqlite::Error::ToSqlConversionFailure(e.into()))?;
                anew.insert(at, body);
            }
            _ => {}
        }
    }
    Ok(anew)
}

/// Whether a card stands the same, but for when it is due: what is asked for in a quiz is due at once.
fn stands_alike(one: &CardState, other: &CardState) -> bool {
    let standing = |s: &CardState| (s.stage(), s.memory(), s.last(), s.lapses(), s.reviews());
    standing(one) == standing(other)
}

fn reviewed(scheduler: &Scheduler, card: &CardKey, before: &CardState, grade: Grade, entry: &LogEntry) -> CardState {
    let at = Timestamp::from_millisecond(entry.at_ms).unwrap_or_default();
    let clock = Clock::on_day(at, StudyDay(entry.day));
    scheduler.outcomes(before, &clock, fuzz_seed(card, before)).of(grade).after
}
