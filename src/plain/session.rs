//! What every activity works with.

use super::{Console, PlainError};
use crate::course::Course;
use crate::store::Store;
use crate::study::event::{Event, EventId, EventKind};
use crate::study::time::Clock;

/// One learner's activity under way.
pub struct Session<'a, 'c> {
    pub course: &'a Course,
    pub store: &'a mut Store,
    pub clock: &'a dyn Fn() -> Clock,
    pub console: &'a mut Console<'c>,
}

impl Session<'_, '_> {
    /// Appends `what` to the learner's log. When this returns, it is on disk; only then may a line speak of it.
    pub fn save(&mut self, clock: &Clock, what: EventKind) -> Result<EventId, PlainError> {
        Ok(self.store.append(&Event { at: clock.now, what }, clock.today())?)
    }
}
