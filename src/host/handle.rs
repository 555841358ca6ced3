//! The seats as whoever drives the room knows them, from another thread than the network's.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::sync_channel;
use std::time::{Duration, Instant};

use parking_lot::Mutex;
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use super::door::ToOwner;
use super::guesses::WrongGuesses;
use super::owner::{NewsBoard, Owner, OwnerSetup};
use super::server::{Door, serve};
use super::{HostError, HostOptions, addresses, writer};
use crate::study::drill::{Input, Room};
use crate::study::event::RunId;
use crate::study::live::{RoomCode, SeatDesk, SeatNews, SeatOrder, Seats};
use crate::study::names::PersonName;

/// Longest wait until all that was said is on disk: then the teacher is told that it cannot be saved.
const PATIENCE: Duration = Duration::from_secs(5);

/// A way to the seats.
pub(super) struct HostHandle {
    owner: UnboundedSender<ToOwner>,
    news: NewsBoard,
    /// How often the room was shown to the seats.
    shown: AtomicU64,
    opened: Instant,
}

/// Starts the network's thread and the writer's.
///
/// # Errors
/// When the computer gives no threads or random numbers.
pub(super) fn start(options: HostOptions, listener: std::net::TcpListener) -> Result<HostHandle, HostError> {
    let HostOptions { course, store, clock, names, before, .. } = options;
    let seats = Seats::fold(&before);
    let code = match seats.code() {
        Some(code) => code.clone(),
        None => new_code()?,
    };
    let at = listener.local_addr().map_err(HostError::Start)?;
    let addresses = addresses::reachable_at(at);
    let news = SeatNews { addresses, code: code.as_str().to_owned(), ..SeatNews::default() };
    let news: NewsBoard = Arc::new(Mutex::new((0, news)));
    let (owner, came) = unbounded_channel();
    let writer = writer::start(store, Arc::clone(&clock), owner.clone()).map_err(HostError::Start)?;
    let door_course = Arc::clone(&course);
    let setup = OwnerSetup { course, names, code: code.clone(), writer, clock, news: Arc::clone(&news) };
    let door = Door {
        owner: owner.clone(),
        course: door_course,
        code,
        guesses: WrongGuesses::new(Instant::now()),
        own: addresses::own(),
        links: AtomicU64::new(0),
    };
    let owning = Owner::new(setup, seats);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(HostError::Start)?;
    let work = move || {
        runtime.block_on(async move {
            tokio::spawn(owning.work(came));
            serve(listener, Arc::new(door)).await;
        });
    };
    std::thread::Builder::new().name("host".into()).spawn(work).map_err(HostError::Start)?;
    Ok(HostHandle { owner, news, shown: AtomicU64::new(0), opened: Instant::now() })
}

fn new_code() -> Result<RoomCode, HostError> {
    let mut bytes = [0; 4];
    getrandom::fill(&mut bytes).map_err(HostError::Chance)?;
    Ok(RoomCode::from_bytes(bytes))
}

impl HostHandle {
    /// Where nobody listens any more there is nobody to be told.
    fn tell(&self, what: ToOwner) {
        let _ = self.owner.send(what);
    }
}

impl SeatDesk for HostHandle {
    fn attach(&self, run: RunId) {
        self.tell(ToOwner::Attached(run));
    }

    fn publish(&self, room: &Room, left_ms: Option<u64>) {
        let number = self.shown.fetch_add(1, Ordering::AcqRel) + 1;
        self.tell(ToOwner::Room { room: Box::new(room.clone()), left_ms, number });
    }

    fn close(&self) -> Vec<Input> {
        let (send, reply) = sync_channel(1);
        self.tell(ToOwner::Close(send));
        reply.recv_timeout(PATIENCE).unwrap_or_default()
    }

    fn news(&self) -> Arc<SeatNews> {
        let (of, mut news) = self.news.lock().clone();
        if of != self.shown.load(Ordering::Acquire) {
            // What is known is about the room as it was before.
            (news.answered, news.may_answer) = (news.answered.map(|_| 0), 0);
            news.pressed.clear();
        }
        news.open_s = self.opened.elapsed().as_secs();
        Arc::new(news)
    }

    fn redeem(&self, code: &str) -> Result<PersonName, String> {
        let (reply, answer) = sync_channel(1);
        self.tell(ToOwner::Ticket { code: code.to_owned(), reply });
        answer.recv_timeout(PATIENCE).unwrap_or_else(|_| Err("The host does not answer.".to_owned()))
    }

    fn order(&self, order: SeatOrder) {
        self.tell(ToOwner::Order(order));
    }
}
