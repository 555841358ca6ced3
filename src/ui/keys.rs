//! Keys: one table per screen state feeds input, footer and help, so that they cannot disagree.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key as tables name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chord {
    /// A printed character, whatever Shift did to it.
    Char(char),
    Code(KeyCode),
    Ctrl(char),
    /// Shift with an arrow.
    Shift(KeyCode),
}

pub const ENTER: Chord = Chord::Code(KeyCode::Enter);
pub const ESC: Chord = Chord::Code(KeyCode::Esc);
pub const TAB: Chord = Chord::Code(KeyCode::Tab);
pub const BACK_TAB: Chord = Chord::Code(KeyCode::BackTab);
pub const SPACE: Chord = Chord::Char(' ');
pub const UP: Chord = Chord::Code(KeyCode::Up);
pub const DOWN: Chord = Chord::Code(KeyCode::Down);
pub const LEFT: Chord = Chord::Code(KeyCode::Left);
pub const RIGHT: Chord = Chord::Code(KeyCode::Right);
pub const PAGE_UP: Chord = Chord::Code(KeyCode::PageUp);
pub const PAGE_DOWN: Chord = Chord::Code(KeyCode::PageDown);
pub const HOME: Chord = Chord::Code(KeyCode::Home);
pub const END: Chord = Chord::Code(KeyCode::End);
pub const DELETE: Chord = Chord::Code(KeyCode::Delete);
pub const BACKSPACE: Chord = Chord::Code(KeyCode::Backspace);
pub const F2: Chord = Chord::Code(KeyCode::F(2));
pub const F3: Chord = Chord::Code(KeyCode::F(3));
pub const F4: Chord = Chord::Code(KeyCode::F(4));
pub const F5: Chord = Chord::Code(KeyCode::F(5));
pub const F6: Chord = Chord::Code(KeyCode::F(6));
pub const F7: Chord = Chord::Code(KeyCode::F(7));

impl Chord {
    /// A press of it.
    #[must_use]
    pub fn event(self) -> KeyEvent {
        match self {
            Self::Char(c) => KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE),
            Self::Code(code) => KeyEvent::new(code, KeyModifiers::NONE),
            Self::Ctrl(c) => KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL),
            Self::Shift(code) => KeyEvent::new(code, KeyModifiers::SHIFT),
        }
    }

    #[must_use]
    pub fn matches(self, key: KeyEvent) -> bool {
        let held = key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
        match self {
            Self::Char(c) => held.is_empty() && key.code == KeyCode::Char(c),
            Self::Code(code) => {
                held.is_empty() && !key.modifiers.contains(KeyModifiers::SHIFT) && key.code == code
                    || code == KeyCode::BackTab && key.code == code
            }
            Self::Ctrl(c) => held == KeyModifiers::CONTROL && key.code == KeyCode::Char(c),
            Self::Shift(code) => held.is_empty() && key.modifiers.contains(KeyModifiers::SHIFT) && key.code == code,
        }
    }
}

/// A line of a key table: what to press, what it does, and the action for each key.
#[derive(Clone, Debug)]
pub struct Binding<A> {
    keys: Vec<(Chord, A)>,
    hint: KeyHint,
}

/// A key as the footer and the help show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyHint {
    pub keys: String,
    /// Letters that do the same as the arrows among them; the help shows them.
    pub letters: String,
    pub does: String,
    /// Whether the footer shows it; the help shows all.
    pub foot: bool,
}

impl KeyHint {
    #[must_use]
    pub fn new(keys: &str, does: &str) -> Self {
        Self { keys: keys.to_owned(), letters: String::new(), does: does.to_owned(), foot: true }
    }
}

impl<A: Clone> Binding<A> {
    /// Any of `keys` does `act`; shown in the footer as `shown does`.
    #[must_use]
    pub fn new(shown: &str, does: &str, keys: &[Chord], act: A) -> Self {
        Self::each(shown, does, keys.iter().map(|&k| (k, act.clone())).collect())
    }

    /// Each key has its own action, all said in one line.
    #[must_use]
    pub fn each(shown: &str, does: &str, keys: Vec<(Chord, A)>) -> Self {
        Self { keys, hint: KeyHint::new(shown, does) }
    }

    /// Each key with what it stands for, and the line in footer and help.
    #[must_use]
    pub fn into_parts(self) -> (Vec<(Chord, A)>, KeyHint) {
        (self.keys, self.hint)
    }

    /// The same keys as a part of a larger table.
    #[must_use]
    pub fn map<B>(self, to: impl Fn(A) -> B) -> Binding<B> {
        Binding { keys: self.keys.into_iter().map(|(k, a)| (k, to(a))).collect(), hint: self.hint }
    }

    /// Only in the help.
    #[must_use]
    pub fn quiet(mut self) -> Self {
        self.hint.foot = false;
        self
    }
}

/// The action `key` has in `table`.
#[must_use]
pub fn action<A: Clone>(table: &[Binding<A>], key: KeyEvent) -> Option<A> {
    table.iter().flat_map(|b| &b.keys).find(|(chord, _)| chord.matches(key)).map(|(_, act)| act.clone())
}

/// What footer and help show of `table`.
#[must_use]
pub fn hints<A>(table: Vec<Binding<A>>) -> Vec<KeyHint> {
    table.into_iter().map(|b| b.hint).collect()
}

/// The keys of a list or a text: an arrow or its letter, one step `up` or `down`.
#[must_use]
pub fn up_down<A: Clone>(up: A, down: A) -> Vec<(Chord, A)> {
    vec![(UP, up.clone()), (DOWN, down.clone()), (Chord::Char('k'), up), (Chord::Char('j'), down)]
}

/// The digits that pick one of `n`, in words: the tenth is `0`.
#[must_use]
pub fn digits_of(n: usize) -> String {
    if n < 10 { format!("1-{n}") } else { "1-9 0".to_owned() }
}

/// Digits from 1 (and letters from a) for `n` things, with the action of each.
#[must_use]
pub fn picks<A>(n: usize, digits: bool, letters: bool, act: impl Fn(usize) -> A) -> Vec<(Chord, A)> {
    let digit = |i: usize| char::from_digit((u32::try_from(i).ok()? + 1) % 10, 10).filter(|_| i < 10);
    let letter = |i: usize| u8::try_from(i).ok().filter(|&i| i < 26).map(|i| char::from(b'a' + i));
    let named = |on: bool, name: &dyn Fn(usize) -> Option<char>| {
        (0..n).filter_map(|i| name(i).map(|c| (Chord::Char(c), act(i)))).filter(|_| on).collect::<Vec<_>>()
    };
    let mut keys = named(digits, &digit);
    keys.extend(named(letters, &letter));
    keys
}

/// The digits from 1 for `n` things, ten at most: the tenth is `0`.
#[must_use]
pub fn digits(n: usize) -> Vec<Chord> {
    ('1'..='9').chain(['0']).take(n).map(Chord::Char).collect()
}

/// The letters from a for `n` things.
#[must_use]
pub fn letters(n: usize) -> Vec<Chord> {
    ('a'..='z').take(n).map(Chord::Char).collect()
}
