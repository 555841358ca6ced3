//! What comes in from the terminal, as messages to the app.

use std::io;
use std::time::Duration;

use crossterm::event::{self, Event, KeyEvent, KeyEventKind};
use jiff::Timestamp;

use super::{clamped, now};
use crate::ui::app::Message;

/// Most keys taken as one read: a flood is drawn now and then.
const MOST_KEYS: usize = 64;

#[derive(Default)]
pub(super) struct Inbox {
    /// What came with the keys of a read but is no key.
    waiting: Option<Event>,
}

impl Inbox {
    /// The next message. Sleeps until there is one, or until `wake_at`.
    pub(super) fn next(&mut self, wake_at: Option<Timestamp>) -> io::Result<Option<Message>> {
        if self.waiting.is_none()
            && let Some(at) = wake_at
        {
            let wait = Duration::try_from(at.duration_since(now())).unwrap_or(Duration::ZERO);
            if !event::poll(wait)? {
                return Ok(Some(Message::Wake));
            }
        }
        let event = self.waiting.take().map_or_else(event::read, Ok)?;
        Ok(match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => Some(self.keys(key)?),
            Event::Paste(text) => Some(Message::Paste(text)),
            Event::Resize(width, height) => {
                let (width, height) = clamped((width, height));
                Some(Message::Resize(width, height))
            }
            _ => None,
        })
    }

    /// `first` with the keys that arrived with it: two buzzers pressed at once come in one read, in the order of their bytes.
    fn keys(&mut self, first: KeyEvent) -> io::Result<Message> {
        let mut keys = vec![first];
        while keys.len() < MOST_KEYS && event::poll(Duration::ZERO)? {
            match event::read()? {
                Event::Key(key) if key.kind == KeyEventKind::Release => {}
                Event::Key(key) => keys.push(key),
                other => {
                    self.waiting = Some(other);
                    break;
                }
            }
        }
        Ok(if keys.len() == 1 { Message::Key(first) } else { Message::Keys(keys) })
    }
}
