//! Pupils who answer on their own devices. The drill's room stays the truth about what was asked and what counts; the seats
//! stand beside it, and what they said becomes ordinary inputs of the room when a question closes.
//!
//! ```text
//!  entry    what happened at the seats: a log beside the room's     seats     the fold of that log: who sits where, who said what
//!  secret   a seat is a secret, not a connection                    poll      what is open for answers, and for whom
//!  ticket   an answer as twelve signs, for a device without a network
//!  closing  what the seats said, as inputs of the room              scores    what each person earned, by the room's rule
//!  desk     what whoever drives the room asks of the seats
//! ```
//! An answer costs the same however many seats there are and however much was played.

mod closing;
mod desk;
mod entry;
mod poll;
mod scores;
mod seats;
mod secret;
mod ticket;

pub use closing::inputs;
pub use desk::{SeatDesk, SeatLine, SeatLink, SeatNews, SeatOrder};
pub use entry::{SeatEntry, SeatInput};
pub use poll::{OpenPoll, Permission, Poll, Turn};
pub use scores::{PersonalScores, PersonalTally};
pub use seats::{Occupant, SeatAnswer, SeatId, Seats};
pub use secret::{RoomCode, SeatSecret};
pub use ticket::Ticket;

/// Half a round trip is taken off the time of an answer, at most this much.
pub const MOST_CREDIT_MS: u16 = 250;
/// How long after the end an answer that was on its way still counts.
pub const GRACE_MS: u64 = 300;

#[cfg(test)]
mod tests;
