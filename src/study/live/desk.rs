//! What whoever drives the room asks of the seats: the screen and the lines know no network, and the network no screen.

use std::fmt;
use std::sync::Arc;

use super::seats::SeatId;
use crate::study::drill::{Input, Room, TeamId};
use crate::study::event::RunId;
use crate::study::names::PersonName;

/// The seats, wherever they are.
pub trait SeatDesk: Send + Sync {
    /// The drill was saved under this number: from now on somebody can sit down.
    fn attach(&self, run: RunId);

    /// The room is as it stands now; so much time is left for its question, `None` without a clock.
    fn publish(&self, room: &Room, left_ms: Option<u64>);

    /// Takes no more answers to what is open, and gives what the seats said, as inputs of the room. All of it is on disk.
    fn close(&self) -> Vec<Input>;

    /// How it stands at the seats.
    fn news(&self) -> Arc<SeatNews>;

    /// Takes the answer of a ticket, once.
    ///
    /// # Errors
    /// Says why it does not count.
    fn redeem(&self, code: &str) -> Result<PersonName, String>;

    /// Does what the teacher wants at the seats.
    fn order(&self, order: SeatOrder);
}

/// What a teacher does at the seats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SeatOrder {
    Rename {
        seat: SeatId,
        name: PersonName,
    },
    Remove {
        seat: SeatId,
    },
    /// Nobody new is let in, or somebody is again.
    Lock(bool),
}

/// How it stands at the seats; nothing of what was answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeatNews {
    /// Where to go, the likeliest first: `192.168.1.20:8080`.
    pub addresses: Vec<String>,
    /// The room's code.
    pub code: String,
    pub is_locked: bool,
    /// Everybody who was not taken out, in the order of coming.
    pub people: Arc<Vec<SeatLine>>,
    /// How many of those who are here and may answer have answered; `None` where nothing is open.
    pub answered: Option<usize>,
    /// How many may answer who are here or were a moment ago.
    pub may_answer: usize,
    /// Teams that pressed while it is open to press, the first first.
    pub pressed: Vec<TeamId>,
    /// Whether another device has reached the host.
    pub is_reached: bool,
    /// Seconds since the host opened.
    pub open_s: u64,
    /// Why answers cannot be saved.
    pub trouble: Option<String>,
}

/// Somebody on a seat, as the teacher sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatLine {
    pub seat: SeatId,
    pub name: PersonName,
    pub team: Option<TeamId>,
    /// Whether the device is connected.
    pub is_here: bool,
}

impl SeatNews {
    /// Whether everybody who is here and may answer has.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.may_answer > 0 && self.answered == Some(self.may_answer)
    }

    /// People whose device is connected.
    #[must_use]
    pub fn here(&self) -> usize {
        self.people.iter().filter(|line| line.is_here).count()
    }
}

/// A way to the seats that can be kept beside a room.
#[derive(Clone)]
pub struct SeatLink(pub Arc<dyn SeatDesk>);

impl fmt::Debug for SeatLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SeatLink")
    }
}
