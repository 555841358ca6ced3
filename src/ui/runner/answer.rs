//! The terminal's answer to what its background is: it comes as keys that nobody pressed, and is taken out from among
//! them. An answer is used when it comes within a tenth of a second; a later one is taken out all the same.

use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::ui::background;
use crate::ui::theme::Background;

/// How long an answer changes the colours.
const IN_TIME: Duration = Duration::from_millis(100);
/// How long one can still come, over a slow line.
const LATE: Duration = Duration::from_secs(5);
/// Most letters of an answer.
const LONGEST: usize = 40;

/// An answer that is awaited, as far as it came.
#[derive(Debug)]
pub(super) struct AwaitedAnswer {
    asked: Instant,
    came: Vec<KeyEvent>,
}

/// What a key was.
#[derive(Debug, PartialEq)]
pub(super) enum Sorted {
    /// Part of the answer.
    Taken,
    /// Its end, and what it says when it came in time.
    Answer(Option<Background>),
    /// These were pressed after all.
    Keys(Vec<KeyEvent>),
}

impl AwaitedAnswer {
    pub(super) fn new(asked: Instant) -> Self {
        Self { asked, came: Vec::new() }
    }

    /// Whether an answer may still come.
    pub(super) fn is_awaited(&self, now: Instant) -> bool {
        !self.came.is_empty() || now.duration_since(self.asked) < LATE
    }

    /// Whether a part of it came, so that the rest is on its way.
    pub(super) fn is_begun(&self) -> bool {
        !self.came.is_empty()
    }

    /// Gives back what was taken for the beginning of an answer.
    pub(super) fn given_up(&mut self) -> Vec<KeyEvent> {
        std::mem::take(&mut self.came)
    }

    pub(super) fn sort(&mut self, key: KeyEvent, now: Instant) -> Sorted {
        if self.came.is_empty() {
            // `ESC ]` reads as Alt and the bracket.
            if key.modifiers == KeyModifiers::ALT && key.code == KeyCode::Char(']') {
                self.came.push(key);
                return Sorted::Taken;
            }
            return Sorted::Keys(vec![key]);
        }
        if ends(key) {
            let text = self.text();
            self.came.clear();
            let in_time = now.duration_since(self.asked) < IN_TIME;
            return Sorted::Answer(background::answered(&text).filter(|_| in_time));
        }
        self.came.push(key);
        let text = self.text();
        if "11;rgb".starts_with(&text) || text.starts_with("11;rgb") && text.len() < LONGEST {
            return Sorted::Taken;
        }
        Sorted::Keys(self.given_up())
    }

    fn text(&self) -> String {
        let letter = |key: &KeyEvent| if let KeyCode::Char(c) = key.code { c } else { '\0' };
        self.came.iter().skip(1).map(letter).collect()
    }
}

/// `ESC \`, which reads as Alt and the stroke, or BEL, which reads as Ctrl and G.
fn ends(key: KeyEvent) -> bool {
    match key.code {
        KeyCode::Char('\\') => key.modifiers == KeyModifiers::ALT,
        KeyCode::Char('g') => key.modifiers == KeyModifiers::CONTROL,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(c: char) -> KeyEvent {
        KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)
    }

    fn bracket() -> KeyEvent {
        KeyEvent::new(KeyCode::Char(']'), KeyModifiers::ALT)
    }

    /// What becomes of `ESC ] text` and an end.
    fn last(text: &str, end: KeyEvent, after: Duration) -> Sorted {
        let asked = Instant::now();
        let mut awaited = AwaitedAnswer::new(asked);
        let keys = std::iter::once(bracket()).chain(text.chars().map(plain)).chain([end]);
        keys.map(|key| awaited.sort(key, asked + after)).last().unwrap()
    }

    #[test]
    fn an_answer_is_used_in_time_and_swallowed_later() {
        let stroke = KeyEvent::new(KeyCode::Char('\\'), KeyModifiers::ALT);
        let bell = KeyEvent::new(KeyCode::Char('g'), KeyModifiers::CONTROL);
        let (soon, late) = (Duration::from_millis(5), Duration::from_millis(101));
        for end in [stroke, bell] {
            assert_eq!(last("11;rgb:ffff/ffff/ffff", end, soon), Sorted::Answer(Some(Background::Light)));
            assert_eq!(last("11;rgb:ffff/ffff/ffff", end, late), Sorted::Answer(None));
        }
    }

    #[test]
    fn keys_that_are_no_answer_are_keys() {
        let mut awaited = AwaitedAnswer::new(Instant::now());
        assert_eq!(awaited.sort(plain('q'), Instant::now()), Sorted::Keys(vec![plain('q')]));
        assert_eq!(awaited.sort(bracket(), Instant::now()), Sorted::Taken);
        assert_eq!(awaited.sort(plain('x'), Instant::now()), Sorted::Keys(vec![bracket(), plain('x')]));
        assert!(!awaited.is_begun());
    }
}
