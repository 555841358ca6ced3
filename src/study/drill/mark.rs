//! A place to go back to: what an undo takes back, and an entry that does not fit.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Core, Moment, Seat, State};
use crate::study::item::Key;
use crate::study::names::PersonName;

/// A room as it stood, but for what only grows: of that the length is enough, so that a drill of any length is remembered in
/// little space.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mark {
    state: State,
    keys: Arc<BTreeMap<usize, Key>>,
    last: Option<Moment>,
    seats: Arc<Vec<Seat>>,
    away: Option<Arc<[PersonName]>>,
    played: usize,
    road: usize,
    awards: usize,
    gone: usize,
    named_votes: usize,
}

impl Core {
    pub(super) fn mark(&self) -> Mark {
        Mark {
            state: self.state.clone(),
            keys: Arc::clone(&self.keys),
            last: self.last,
            seats: Arc::clone(&self.seats),
            away: self.away.clone(),
            played: self.played.len(),
            road: self.road.len(),
            awards: self.awards.len(),
            gone: self.gone.len(),
            named_votes: self.named_votes.len(),
        }
    }

    /// Makes the room what it was at `mark`, which must be of this room and from before.
    pub(super) fn back_to(&mut self, mark: Mark) {
        let Mark { state, keys, last, seats, away, played, road, awards, gone, named_votes } = mark;
        (self.state, self.keys, self.last, self.seats, self.away) = (state, keys, last, seats, away);
        self.played.truncate(played);
        self.road.truncate(road);
        self.awards.truncate(awards);
        self.gone.truncate(gone);
        self.named_votes.truncate(named_votes);
    }
}
