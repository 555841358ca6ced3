//! One press of a key does one thing that cannot be taken in at a glance: it turns a card, grades, answers, goes on or
//! hands in. A key that is held, and keys that came in the same read behind such a press, do none of these: nobody saw
//! what they would act on.

use std::cell::Cell;

use crossterm::event::{KeyEvent, KeyEventKind};

/// The press of a key, or the keys of one read, while it is handled.
#[derive(Debug, Default)]
pub struct Press {
    held: Cell<bool>,
    acted: Cell<bool>,
}

impl Press {
    /// Begins a read: what it does is seen before the next.
    pub(super) fn begin(&self) {
        self.acted.set(false);
    }

    /// The next key of the read.
    pub(super) fn key(&self, key: KeyEvent) {
        self.held.set(key.kind == KeyEventKind::Repeat);
    }

    /// Whether what is on the screen was seen before this press; from now on it is not.
    pub(super) fn may_act(&self) -> bool {
        !self.held.get() && !self.acted.replace(true)
    }
}
