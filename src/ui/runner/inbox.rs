//! What comes in from the terminal, as messages to the app.

use std::collections::VecDeque;
use std::io;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseEventKind};
use jiff::Timestamp;

use super::answer::{AwaitedAnswer, Sorted};
use super::{clamped, now};
use crate::ui::app::Message;

/// A key that comes again within this time is held: keyboards repeat one every 25 to 100 ms, and no finger is so fast.
const HELD: Duration = Duration::from_millis(120);

/// Most keys taken as one read: a flood is drawn now and then.
const MOST_KEYS: usize = 64;

/// Lines that a notch of the wheel scrolls.
const NOTCH: usize = 3;

/// How long the rest of an answer of the terminal is waited for.
const REST: Duration = Duration::from_millis(100);

#[derive(Default)]
pub(super) struct Inbox {
    /// What came with the keys of a read but is no key.
    waiting: VecDeque<Event>,
    /// The last key, and when it came.
    last: Option<(KeyEvent, Instant)>,
    /// What the terminal was asked, as long as an answer can come.
    answer: Option<AwaitedAnswer>,
}

impl Inbox {
    /// The terminal was asked for its background.
    pub(super) fn expect_background(&mut self) {
        self.answer = Some(AwaitedAnswer::new(Instant::now()));
    }

    /// The next message. Sleeps until there is one, or until `wake_at`.
    pub(super) fn next(&mut self, wake_at: Option<Timestamp>) -> io::Result<Option<Message>> {
        if self.waiting.is_empty()
            && let Some(at) = wake_at
        {
            let wait = Duration::try_from(at.duration_since(now())).unwrap_or(Duration::ZERO);
            if !event::poll(wait)? {
                return Ok(Some(Message::Wake));
            }
        }
        let event = self.waiting.pop_front().map_or_else(event::read, Ok)?;
        Ok(match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => self.keys(key)?,
            Event::Paste(text) => Some(Message::Paste(text)),
            Event::Resize(width, height) => {
                let (width, height) = clamped((width, height));
                Some(Message::Resize(width, height))
            }
            Event::Mouse(mouse) => match mouse.kind {
                MouseEventKind::ScrollUp => Some(scrolled(KeyCode::Up)),
                MouseEventKind::ScrollDown => Some(scrolled(KeyCode::Down)),
                _ => None,
            },
            _ => None,
        })
    }

    /// `first` with the keys that arrived with it: two buzzers pressed at once come in one read, in the order of their bytes.
    fn keys(&mut self, first: KeyEvent) -> io::Result<Option<Message>> {
        let (mut keys, mut said) = (Vec::new(), None);
        self.sort(first, &mut keys, &mut said);
        while keys.len() < MOST_KEYS && self.comes_more(said.is_some())? {
            match event::read()? {
                Event::Key(key) if key.kind == KeyEventKind::Release => {}
                Event::Key(key) => self.sort(key, &mut keys, &mut said),
                other => {
                    self.waiting.push_back(other);
                    break;
                }
            }
        }
        // An answer that breaks off was none.
        let begun = self.answer.as_mut().filter(|answer| answer.is_begun()).map(AwaitedAnswer::given_up);
        for key in begun.unwrap_or_default() {
            let key = self.marked(key);
            keys.push(key);
        }
        Ok(match keys[..] {
            [] => said,
            [key] if said.is_none() => Some(Message::Key(key)),
            _ if said.is_none() => Some(Message::Keys(keys)),
            _ => {
                self.waiting.extend(keys.into_iter().map(Event::Key));
                said
            }
        })
    }

    /// Whether there is more in this read. The terminal's answer comes at once, but not always in one piece.
    fn comes_more(&self, said: bool) -> io::Result<bool> {
        let is_begun = self.answer.as_ref().is_some_and(AwaitedAnswer::is_begun);
        if said { Ok(false) } else { event::poll(if is_begun { REST } else { Duration::ZERO }) }
    }

    /// A key, or a part of the terminal's answer.
    fn sort(&mut self, key: KeyEvent, keys: &mut Vec<KeyEvent>, said: &mut Option<Message>) {
        let now = Instant::now();
        self.answer = self.answer.take().filter(|answer| answer.is_awaited(now));
        let sorted = self.answer.as_mut().map_or_else(|| Sorted::Keys(vec![key]), |answer| answer.sort(key, now));
        match sorted {
            Sorted::Taken => {}
            Sorted::Answer(background) => {
                self.answer = None;
                *said = background.map(Message::Background);
            }
            Sorted::Keys(pressed) => keys.extend(pressed.into_iter().map(|key| self.marked(key)).collect::<Vec<_>>()),
        }
    }

    /// `key`, marked as a repetition where it is held.
    fn marked(&mut self, key: KeyEvent) -> KeyEvent {
        let (now, same) = (Instant::now(), |last: KeyEvent| (last.code, last.modifiers) == (key.code, key.modifiers));
        let held = self.last.is_some_and(|(last, at)| same(last) && now.duration_since(at) < HELD);
        self.last = Some((key, now));
        if held { KeyEvent { kind: KeyEventKind::Repeat, ..key } } else { key }
    }
}

/// A notch of the wheel is a few presses of an arrow.
fn scrolled(arrow: KeyCode) -> Message {
    Message::Keys(vec![KeyEvent::new(arrow, KeyModifiers::NONE); NOTCH])
}
