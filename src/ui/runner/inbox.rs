//! What comes in from the terminal, as messages to the app.

use std::io;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyEvent, KeyEventKind};
use jiff::Timestamp;

use super::{clamped, now};
use crate::ui::app::Message;

/// A key that comes again within this time is held: keyboards repeat one every 25 to 100 ms, and no finger is so fast.
const HELD: Duration = Duration::from_millis(120);

/// Most keys taken as one read: a flood is drawn now and then.
const MOST_KEYS: usize = 64;

#[derive(Default)]
pub(super) struct Inbox {
    /// What came with the keys of a read but is no key.
    waiting: Option<Event>,
    /// The last key, and when it came.
    last: Option<(KeyEvent, Instant)>,
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
        let mut keys = vec![self.marked(first)];
        while keys.len() < MOST_KEYS && event::poll(Duration::ZERO)? {
            match event::read()? {
                Event::Key(key) if key.kind == KeyEventKind::Release => {}
                Event::Key(key) => keys.push(self.marked(key)),
                other => {
                    self.waiting = Some(other);
                    break;
                }
            }
        }
        Ok(match keys[..] {
            [key] => Message::Key(key),
            _ => Message::Keys(keys),
        })
    }

    /// `key`, marked as a repetition where it is held.
    fn marked(&mut self, key: KeyEvent) -> KeyEvent {
        let (now, same) = (Instant::now(), |last: KeyEvent| (last.code, last.modifiers) == (key.code, key.modifiers));
        let held = self.last.is_some_and(|(last, at)| same(last) && now.duration_since(at) < HELD);
        self.last = Some((key, now));
        if held { KeyEvent { kind: KeyEventKind::Repeat, ..key } } else { key }
    }
}
