//! Which cards are for today, before any order.

use std::collections::HashSet;

use jiff::Timestamp;

use super::Deck;
use crate::course::model::Id;
use crate::course::outline::CardKey;
use crate::study::chance::fnv;
use crate::study::memory::{CardState, Due};
use crate::study::time::StudyDay;

/// The cards for a day: siblings sorted out, new ones within their limit, reviews without it.
pub(super) struct Picked<'a> {
    pub learning: Vec<(Timestamp, &'a CardKey)>,
    pub due: Vec<(StudyDay, &'a CardKey)>,
    pub new: Vec<&'a CardKey>,
}

pub(super) fn pick<'a>(deck: &Deck<'a>, today: StudyDay) -> Picked<'a> {
    let mut learning = Vec::new();
    let mut due = Vec::new();
    let mut new = Vec::new();
    // Cards of which a side has its turn today.
    let mut busy: HashSet<&Id> = HashSet::new();
    for key in deck.keys {
        let state = deck.states.get(key).unwrap_or(&CardState::New);
        match state.due() {
            None => new.push(key),
            // The clock was set back: it comes back today, like a card that is long due.
            Some(_) if state.from_the_future(today).is_some() => {
                due.push((StudyDay(i32::MIN), key));
                continue;
            }
            Some(Due::At(moment)) => {
                learning.push((moment, key));
                busy.insert(&key.card);
            }
            Some(Due::On(day)) if day <= today => due.push((day, key)),
            Some(Due::On(_)) => (),
        }
        if state.last().is_some_and(|last| last >= today) {
            busy.insert(&key.card);
        }
    }
    // Of two sides due, the one due first has its turn.
    due.sort_by_key(|(day, key)| (*day, key.side));
    due.retain(|(_, key)| busy.insert(&key.card));
    // A new card that has a state was asked for: it comes before the others, which keep the course's order.
    new.sort_by_key(|key| !deck.states.contains_key(*key));
    let new = new.into_iter().filter(|key| busy.insert(&key.card)).take(deck.new_room()).collect();
    Picked { learning, due, new }
}

/// First-due first; `seed` settles ties.
pub(super) fn by_due_day(mut due: Vec<(StudyDay, &CardKey)>, seed: u64) -> impl Iterator<Item = &CardKey> {
    due.sort_by_cached_key(|(day, key)| (*day, fnv(format!("{seed} {key}").as_bytes())));
    due.into_iter().map(|(_, key)| key)
}
