//! The time in which the program was closed while a drill was under way: no part of the lesson.

use super::{Entry, Input, Moment};

/// What was seen of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Interruption {
    pub ms: u64,
    /// Whether the program was just started again: what lies before the next entry was no lesson.
    is_open: bool,
}

impl Interruption {
    /// The same when `entry` follows one of the moment `last`.
    pub(super) fn until(self, entry: &Entry, last: Option<Moment>) -> Self {
        let gap = last.filter(|_| self.is_open).map_or(0, |last| entry.at.0.saturating_sub(last.0));
        let ms = self.ms.saturating_add(u64::try_from(gap).unwrap_or(0));
        Self { ms, is_open: entry.what == Input::TakenUp }
    }
}
