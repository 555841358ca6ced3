//! A thread that saves what happened at the seats. While one group is on its way to the disk the next one gathers, so that the
//! disk says how large groups are.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use tokio::sync::mpsc::UnboundedSender;

use super::door::ToOwner;
use crate::store::{Store, StoreError};
use crate::study::event::{Event, EventKind, RunId};
use crate::study::live::SeatEntry;
use crate::study::time::Clock;

/// Most entries of one group.
const LARGEST_GROUP: usize = 500;
/// How long it waits with what could not be saved before it tries again.
const AGAIN: Duration = Duration::from_secs(1);

/// What the writer is given.
pub(super) enum ToWriter {
    /// What follows belongs to this drill.
    Attach(RunId),
    Entry(SeatEntry),
}

/// Starts the thread. It ends when nobody gives it anything any more.
///
/// # Errors
/// When no more threads can be had.
pub(super) fn start(
    store: Store,
    clock: Arc<dyn Fn() -> Clock + Send + Sync>,
    owner: UnboundedSender<ToOwner>,
) -> std::io::Result<Sender<ToWriter>> {
    let (send, given) = channel();
    let writer = SeatWriter { store, clock, owner, run: None, group: Vec::new() };
    std::thread::Builder::new().name("seat answers".into()).spawn(move || writer.work(&given))?;
    Ok(send)
}

struct SeatWriter {
    store: Store,
    clock: Arc<dyn Fn() -> Clock + Send + Sync>,
    owner: UnboundedSender<ToOwner>,
    run: Option<RunId>,
    group: Vec<SeatEntry>,
}

impl SeatWriter {
    fn work(mut self, given: &Receiver<ToWriter>) {
        loop {
            let next = if self.group.is_empty() {
                given.recv().map_err(|_| RecvTimeoutError::Disconnected)
            } else {
                given.recv_timeout(AGAIN)
            };
            match next {
                Ok(what) => self.take(what),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return self.save(),
            }
            while self.group.len() < LARGEST_GROUP
                && let Ok(what) = given.try_recv()
            {
                self.take(what);
            }
            self.save();
        }
    }

    fn take(&mut self, what: ToWriter) {
        match what {
            ToWriter::Entry(entry) => self.group.push(entry),
            ToWriter::Attach(run) => {
                self.save();
                self.run = Some(run);
            }
        }
    }

    fn save(&mut self) {
        let Some(run) = self.run.filter(|_| !self.group.is_empty()) else { return };
        let clock = (self.clock)();
        let event = Event { at: clock.now, what: EventKind::SeatsEntered { run, entries: self.group.clone() } };
        let told = match self.append(&event, &clock) {
            Ok(()) => ToOwner::Saved(std::mem::take(&mut self.group).len()),
            Err(why) => ToOwner::Unsaved(why.to_string()),
        };
        // Without an owner there is nobody left who waits for it.
        let _ = self.owner.send(told);
    }

    fn append(&mut self, event: &Event, clock: &Clock) -> Result<(), StoreError> {
        match self.store.append(event, clock.today()) {
            // The file is in its place again: the second try saves.
            Err(StoreError::Displaced { .. }) => self.store.append(event, clock.today()).map(|_| ()),
            done => done.map(|_| ()),
        }
    }
}
