//! Who sits where and who said what: the fold of the log.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::entry::{SeatEntry, SeatInput};
use super::poll::Poll;
use super::secret::{RoomCode, SeatSecret};
use crate::study::drill::{Moment, TeamId};
use crate::study::item::Response;
use crate::study::names::PersonName;

/// A seat's number, in the order of coming, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SeatId(pub usize);

/// Somebody on a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occupant {
    pub name: PersonName,
    pub secret: SeatSecret,
    pub team: Option<TeamId>,
    /// Number of questions that were over when this person came: those before count for nothing.
    pub since: usize,
    /// Whether the teacher took this person out; what was said before stands.
    pub is_removed: bool,
}

/// An answer of a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatAnswer {
    pub answer: Response,
    /// When it was given: without the time that it was on its way.
    pub at: Moment,
    /// Whether the teacher typed it from a device that did not reach the host.
    pub by_ticket: bool,
}

/// All seats of a drill.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seats {
    occupants: Vec<Occupant>,
    by_secret: HashMap<SeatSecret, SeatId>,
    /// Names that are taken, without case.
    taken: HashSet<String>,
    answers: HashMap<Poll, HashMap<SeatId, SeatAnswer>>,
    code: Option<RoomCode>,
    is_locked: bool,
}

impl Seats {
    /// The seats that `log` leads to. Entries that do not fit are passed over.
    #[must_use]
    pub fn fold<'a>(log: impl IntoIterator<Item = &'a SeatEntry>) -> Self {
        let mut seats = Self::default();
        for entry in log {
            seats.apply(entry);
        }
        seats
    }

    /// Takes an entry; `false` when it does not fit, and changes nothing then.
    pub fn apply(&mut self, entry: &SeatEntry) -> bool {
        match &entry.what {
            SeatInput::Opened { code } => self.code = Some(code.clone()),
            SeatInput::Locked(locked) => self.is_locked = *locked,
            SeatInput::Joined { seat, secret, name, team, since } => {
                if seat.0 != self.occupants.len() || self.by_secret.contains_key(secret) {
                    return false;
                }
                let (name, secret) = (name.clone(), *secret);
                self.taken.insert(name.folded());
                self.by_secret.insert(secret, *seat);
                self.occupants.push(Occupant { name, secret, team: *team, since: *since, is_removed: false });
            }
            SeatInput::Renamed { seat, name } => {
                let Some(occupant) = self.occupants.get_mut(seat.0) else { return false };
                self.taken.remove(&occupant.name.folded());
                self.taken.insert(name.folded());
                occupant.name = name.clone();
            }
            SeatInput::Removed { seat } => {
                let Some(occupant) = self.occupants.get_mut(seat.0) else { return false };
                occupant.is_removed = true;
                self.by_secret.remove(&occupant.secret);
            }
            SeatInput::Answered { seat, poll, answer, credit_ms, by_ticket } => {
                if self.occupants.get(seat.0).is_none_or(|occupant| occupant.is_removed) {
                    return false;
                }
                let at = Moment(entry.at.0 - i64::from(*credit_ms));
                let answer = SeatAnswer { answer: answer.clone(), at, by_ticket: *by_ticket };
                self.answers.entry(*poll).or_default().insert(*seat, answer);
            }
        }
        true
    }

    /// The number that the next person gets.
    #[must_use]
    pub fn next(&self) -> SeatId {
        SeatId(self.occupants.len())
    }

    #[must_use]
    pub fn code(&self) -> Option<&RoomCode> {
        self.code.as_ref()
    }

    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.is_locked
    }

    #[must_use]
    pub fn occupant(&self, seat: SeatId) -> Option<&Occupant> {
        self.occupants.get(seat.0)
    }

    /// Everybody who came, in the order of coming.
    pub fn all(&self) -> impl Iterator<Item = (SeatId, &Occupant)> {
        (0..).map(SeatId).zip(&self.occupants)
    }

    /// The seat that `secret` opens.
    #[must_use]
    pub fn seat_of(&self, secret: &SeatSecret) -> Option<SeatId> {
        self.by_secret.get(secret).copied()
    }

    /// `name`, told apart from those that are taken.
    #[must_use]
    pub fn free_name(&self, name: &PersonName) -> PersonName {
        name.unlike(&self.taken)
    }

    /// Whether somebody is or was called so.
    #[must_use]
    pub fn is_taken(&self, name: &PersonName) -> bool {
        self.taken.contains(&name.folded())
    }

    /// The one of `teams` with the fewest people, the first of several.
    #[must_use]
    pub fn smallest(&self, teams: &[TeamId]) -> Option<TeamId> {
        let people = |team: TeamId| self.occupants.iter().filter(|o| o.team == Some(team) && !o.is_removed).count();
        teams.iter().copied().min_by_key(|&team| people(team))
    }

    #[must_use]
    pub fn answer(&self, poll: Poll, seat: SeatId) -> Option<&SeatAnswer> {
        self.answers.get(&poll)?.get(&seat)
    }

    /// What was said to `poll`, by whom, the earliest first; of two at the same time the one that came first.
    #[must_use]
    pub fn answers(&self, poll: Poll) -> Vec<(SeatId, &SeatAnswer)> {
        let mut all: Vec<(SeatId, &SeatAnswer)> =
            self.answers.get(&poll).into_iter().flatten().map(|(seat, answer)| (*seat, answer)).collect();
        all.sort_by_key(|(seat, answer)| (answer.at, *seat));
        all
    }
}
