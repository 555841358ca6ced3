//! A drill's room, opened to the class's own devices: pages and sockets over plain HTTP in the local network. It starts
//! nothing unless a teacher hosts, and knows no screen: whoever drives the room talks to it as a [`SeatDesk`].
//!
//! ```text
//!  device ◄──► server ◄──► socket ──► owner ──► writer ──► store        one task owns the seats; answers are saved in groups
//!                                       ▲  ▲                            and acknowledged when they are on disk
//!  screen, lines ──► handle ────────────┘  └── frames, incoming         what goes over the wire (docs/live.md)
//! ```
//! Nothing about the others' answers, and no key, leaves before the reveal: frames are made of what everybody may see.

mod addresses;
mod door;
mod frames;
mod guesses;
mod handle;
mod incoming;
mod naming;
mod owner;
mod page;
mod results;
mod sent_pages;
mod server;
mod shown;
mod socket;
mod take_home;
mod writer;

use std::net::SocketAddr;
use std::sync::Arc;

pub use addresses::default_addresses;
pub use naming::NameRule;

use crate::course::Course;
use crate::store::Store;
use crate::study::live::{SeatEntry, SeatLink};
use crate::study::time::Clock;

/// How a room is opened.
pub struct HostOptions {
    pub course: Arc<Course>,
    /// Where answers are saved: a connection of its own.
    pub store: Store,
    pub clock: Arc<dyn Fn() -> Clock + Send + Sync>,
    /// Where to listen, the first that is free.
    pub addresses: Vec<SocketAddr>,
    pub names: NameRule,
    /// What happened at the seats before, where a drill is resumed.
    pub before: Vec<SeatEntry>,
}

/// Why a room cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum HostError {
    #[error(
        "{at} cannot be listened on ({why}): choose another address or port with --bind, such as --bind 0.0.0.0:8090"
    )]
    Address { at: SocketAddr, why: std::io::Error },
    #[error("no address was named to listen on: use --bind ADDRESS:PORT")]
    NoAddress,
    #[error("the host cannot be started: {0}")]
    Start(std::io::Error),
    #[error("this computer gives no random numbers: {0}")]
    Chance(getrandom::Error),
}

/// Opens the room. It is open until the program ends.
///
/// # Errors
/// When no address is free, or the computer gives no threads or random numbers.
pub fn open(options: HostOptions) -> Result<SeatLink, HostError> {
    let listener = server::listen(&options.addresses)?;
    handle::start(options, listener).map(|handle| SeatLink(Arc::new(handle)))
}
