//! Which cards are for today, before any order.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use jiff::Timestamp;

use super::{Deck, DeckCard};
use crate::course::model::Id;
use crate::course::outline::{CardKey, Side};
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
    let mut beyond = Vec::new();
    let examination = deck.examination.filter(|it| it.is_prepared_on(today));
    let mut siblings = Siblings::default();
    for card in deck.cards {
        let key = card.key;
        if deck.holds.get(key).is_some_and(|hold| hold.is_on(today)) {
            continue;
        }
        let state = deck.states.get(key).unwrap_or(&CardState::New);
        match state.due() {
            None if card.is_open || deck.states.contains_key(key) => new.push(card),
            // The clock was set back: it comes back today, like a card that is long due.
            Some(_) if state.from_the_future(today).is_some() => {
                due.push((StudyDay(i32::MIN), key));
                continue;
            }
            Some(Due::At(moment)) => {
                learning.push((moment, key));
                siblings.busy.insert(&key.card);
            }
            Some(Due::On(day)) if day <= today => due.push((day, key)),
            Some(Due::On(day)) if examination.is_some_and(|it| it.wants(state, today)) => beyond.push((day, key)),
            None | Some(Due::On(_)) => (),
        }
        if let Some(last) = state.last() {
            siblings.shown(key, last, today);
        }
    }
    due.extend(examination.map(|it| it.share_of_day(beyond, deck.states, today)).unwrap_or_default());
    // Of two sides due, the one due first has its turn.
    due.sort_by_key(|(day, key)| (*day, key.side));
    due.retain(|(day, key)| !(*day == today && siblings.was_yesterday(key)) && siblings.take(key));
    Picked { learning, due, new: in_turn(new, deck, siblings, today) }
}

/// The new cards of a day. Those with a state were asked for and come first; the others are taken from their lessons in turn.
fn in_turn<'a>(
    mut new: Vec<&DeckCard<'a>>,
    deck: &Deck<'a>,
    mut siblings: Siblings<'a>,
    today: StudyDay,
) -> Vec<&'a CardKey> {
    let is_asked_for = |card: &DeckCard<'a>| deck.states.contains_key(card.key);
    new.sort_by_key(|card| !is_asked_for(card));
    new.retain(|card| !siblings.was_yesterday(card.key) && siblings.take(card.key));
    let mut of_lesson: HashMap<usize, usize> = HashMap::new();
    new.sort_by_cached_key(|card| {
        if is_asked_for(card) {
            return (0, 0);
        }
        let turn = of_lesson.entry(card.lesson).or_default();
        *turn += 1;
        (*turn, card.lesson)
    });
    new.into_iter().map(|card| card.key).take(deck.new_room(today)).collect()
}

/// Which cards have shown a side, or will.
#[derive(Default)]
struct Siblings<'a> {
    /// A side has its turn today.
    busy: HashSet<&'a Id>,
    yesterday: HashMap<&'a Id, Vec<Side>>,
}

impl<'a> Siblings<'a> {
    fn shown(&mut self, key: &'a CardKey, last: StudyDay, today: StudyDay) {
        if last >= today {
            self.busy.insert(&key.card);
        } else if last == today.plus(-1) {
            self.yesterday.entry(&key.card).or_default().push(key.side);
        }
    }

    fn was_yesterday(&self, key: &CardKey) -> bool {
        self.yesterday.get(&key.card).is_some_and(|sides| sides.iter().any(|side| *side != key.side))
    }

    /// Whether no other side has its turn today: then this one has.
    fn take(&mut self, key: &'a CardKey) -> bool {
        self.busy.insert(&key.card)
    }
}

/// Those that were asked for, then first-due first or, before an examination, first to be forgotten by then; `seed` settles
/// ties.
pub(super) fn in_order<'a>(
    mut due: Vec<(StudyDay, &'a CardKey)>,
    deck: &Deck<'_>,
    today: StudyDay,
    seed: u64,
) -> impl Iterator<Item = &'a CardKey> + use<'a> {
    let drawn = |key: &CardKey| fnv(format!("{seed} {key}").as_bytes());
    let examination = deck.examination.filter(|it| it.is_prepared_on(today));
    let forgotten = |key: &CardKey| examination.zip(deck.states.get(key)).map(|(it, state)| Reverse(it.risk(state)));
    due.sort_by_cached_key(|(day, key)| (!deck.requested.contains(*key), forgotten(key), *day, drawn(key)));
    due.into_iter().map(|(_, key)| key)
}
