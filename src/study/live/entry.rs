//! What happened at the seats: a log beside the room's, which is the truth about who was there and who said what.

use serde::{Deserialize, Serialize};

use super::poll::Poll;
use super::seats::SeatId;
use super::secret::{RoomCode, SeatSecret};
use crate::study::drill::{Moment, TeamId};
use crate::study::item::Response;
use crate::study::names::PersonName;

/// An entry of the log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeatEntry {
    /// When it reached the host, by the host's clock.
    pub at: Moment,
    pub what: SeatInput,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum SeatInput {
    /// The room was opened to other devices, with this code on the wall.
    Opened {
        code: RoomCode,
    },
    /// Somebody new sits down.
    Joined {
        seat: SeatId,
        secret: SeatSecret,
        name: PersonName,
        /// `None` where nobody plays in teams.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        team: Option<TeamId>,
        /// Number of questions that were over when this person came.
        since: usize,
    },
    Renamed {
        seat: SeatId,
        name: PersonName,
    },
    /// The teacher took this person out: the secret opens nothing any more.
    Removed {
        seat: SeatId,
    },
    /// Nobody new is let in, or somebody is again.
    Locked(bool),
    /// An answer; another one to the same poll replaces it.
    Answered {
        seat: SeatId,
        poll: Poll,
        answer: Response,
        /// Milliseconds that it was on its way, which are not this person's.
        #[serde(default, skip_serializing_if = "is_zero")]
        credit_ms: u16,
        /// Whether the teacher typed it from a device that did not reach the host.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        by_ticket: bool,
    },
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde asks")]
fn is_zero(ms: &u16) -> bool {
    *ms == 0
}
