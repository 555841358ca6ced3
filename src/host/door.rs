//! What comes to the owner of the seats, and the way back to a device.

use std::sync::mpsc::SyncSender;

use axum::extract::ws::Utf8Bytes;
use tokio::sync::mpsc::Sender;
use tokio::sync::oneshot;

use super::incoming::FromPage;
use super::take_home::Missed;
use crate::study::drill::{Input, Room};
use crate::study::event::RunId;
use crate::study::live::SeatOrder;
use crate::study::names::PersonName;

/// A connection of a device, told apart from all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct LinkId(pub(super) u64);

/// What comes to the owner.
pub(super) enum ToOwner {
    Attached(RunId),
    /// The room as it is now, the how many-th since the start.
    Room {
        room: Box<Room>,
        left_ms: Option<u64>,
        number: u64,
    },
    Close(SyncSender<Vec<Input>>),
    Order(SeatOrder),
    /// A ticket that the teacher typed; whose it is, or why it does not count.
    Ticket {
        code: String,
        reply: SyncSender<Result<PersonName, String>>,
    },
    Connected {
        link: LinkId,
        out: Outbox,
    },
    Came {
        link: LinkId,
        frame: FromPage,
        credit_ms: u16,
    },
    Gone(LinkId),
    /// Somebody takes home what was missed.
    Missed {
        key: String,
        reply: oneshot::Sender<Option<Missed>>,
    },
    /// Another device has reached this computer.
    Reached,
    /// So many more entries are on disk.
    Saved(usize),
    /// Entries could not be saved; they will be tried again.
    Unsaved(String),
}

/// A frame on its way to a device.
#[derive(Clone, Debug)]
pub(super) struct DeviceFrame {
    pub(super) text: Utf8Bytes,
    /// Whether the way there and back is to be timed, since an answer may follow.
    pub(super) is_timed: bool,
}

/// Frames that wait for a device that reads slowly; who needs more has to come back and is told how it stands.
pub(super) const WAITING_FRAMES: usize = 16;

/// The way to a device. Dropped, it ends the connection.
pub(super) type Outbox = Sender<DeviceFrame>;
