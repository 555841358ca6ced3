//! Key tables: one line a key says what to press, what footer and help say of it, and what it does to the screen, so
//! that the three cannot disagree.
//!
//! ```text
//! Binding::new("⏎", "open", &[ENTER, RIGHT, Char('l')], Self::open),
//! Binding::up_down("move", Self::step),
//! Binding::opens("w", "wheel", &[Char('w')], Place::Wheel { at: 1 }),
//! ```

use crossterm::event::KeyEvent;

use super::context::Context;
use super::effect::{Effect, IntoEffects, Place};
use super::keyboard_layouts;
use super::keymap::{KeyMap, key_name};
use super::keys::{self, Chord, DOWN, ESC, KeyHint, PAGE_DOWN, PAGE_UP, UP};
use super::palette::{Command, PaletteItem};

/// What keys do to a screen `S`: it changes, and asks for effects.
type Action<S> = Box<dyn Fn(&mut S, &Context<'_>) -> Vec<Effect>>;

/// A line of a key table.
pub struct Binding<S> {
    keys: Vec<(Vec<Chord>, Action<S>)>,
    hint: KeyHint,
    applies: bool,
    /// Why it does not apply, where a learner may wonder.
    why_off: Option<&'static str>,
}

/// A screen, or a part of one, whose keys stand in a table.
pub trait Keyed: Sized + 'static {
    /// The keys of the present state, as footer and help list them.
    fn bindings(&self, context: &Context<'_>) -> Vec<Binding<Self>>;

    /// What footer and help show.
    fn hints(&self, context: &Context<'_>) -> Vec<KeyHint> {
        hints(rebound(self.bindings(context), &context.preferences.keys))
    }

    /// Every action with its key, for the palette: what is off says why, and what several keys do between them is pressed
    /// by one of them.
    fn actions(&self, context: &Context<'_>) -> Vec<PaletteItem> {
        let item = |line: Binding<Self>| {
            let key = line.keys.first().and_then(|(chords, _)| chords.first()).map(|chord| chord.event());
            let command = match (line.why_off.filter(|_| !line.applies), key, line.keys.len()) {
                (Some(why), ..) => Command::Off(why),
                (None, Some(key), 1) if line.applies => Command::Press(key),
                (None, ..) if line.applies => Command::Off("press one of its keys"),
                (None, ..) => return None,
            };
            Some(PaletteItem { keys: line.hint.keys, does: line.hint.does, command })
        };
        rebound(self.bindings(context), &context.preferences.keys).into_iter().filter_map(item).collect()
    }

    /// Why `key`, which does something at other times, does nothing now.
    fn why_off(&self, key: KeyEvent, context: &Context<'_>) -> Option<&'static str> {
        let all = rebound(self.bindings(context), &context.preferences.keys);
        let matches = |line: &&Binding<Self>| line.keys.iter().flat_map(|(chords, _)| chords).any(|c| c.matches(key));
        let off = |line: &&Binding<Self>| !line.applies && line.why_off.is_some();
        if all.iter().filter(|line| line.applies).any(|line| matches(&line)) {
            return None;
        }
        all.iter().filter(off).find(matches)?.why_off
    }

    /// Does what `key` stands for; `None` when it stands for nothing.
    fn press(&mut self, key: KeyEvent, context: &Context<'_>) -> Option<Vec<Effect>> {
        let table = rebound(self.bindings(context), &context.preferences.keys);
        let all: Vec<_> = table.into_iter().filter(|line| line.applies).flat_map(|line| line.keys).collect();
        let find = |key: KeyEvent| all.iter().find(|(chords, _)| chords.iter().any(|chord| chord.matches(key)));
        let (_, action) = find(key).or_else(|| keyboard_layouts::instead(key).and_then(find))?;
        Some(action(self, context))
    }
}

/// `table` with the keys that the learner chose in place of letters and signs. Digits, Enter, Esc and arrows stay.
fn rebound<S>(mut table: Vec<Binding<S>>, keys: &KeyMap) -> Vec<Binding<S>> {
    if keys.is_empty() {
        return table;
    }
    for line in &mut table {
        let ([(chords, _)], Some(key)) = (&mut line.keys[..], keys.key(&line.hint.does)) else { continue };
        chords.retain(|chord| {
            !matches!(chord, Chord::Char(c) if !c.is_ascii_digit()) && !matches!(chord, Chord::Ctrl(_))
        });
        chords.insert(0, key);
        line.hint.keys = key_name(key);
    }
    table
}

/// What footer and help show of `table`.
#[must_use]
pub fn hints<S>(table: Vec<Binding<S>>) -> Vec<KeyHint> {
    let hint = |line: Binding<S>| KeyHint { letters: arrow_letters(&line), ..line.hint };
    table.into_iter().filter(|line| line.applies).map(hint).collect()
}

/// The letters that stand for arrows in `line`: `k j` beside `↑↓`.
fn arrow_letters<S>(line: &Binding<S>) -> String {
    let chords = line.keys.iter().flat_map(|(chords, _)| chords);
    let letters = chords.filter_map(|chord| match chord {
        Chord::Char(c @ ('h' | 'j' | 'k' | 'l')) if line.hint.keys.contains(['↑', '↓', '←', '→']) => {
            Some(c.to_string())
        }
        Chord::Char(_) | Chord::Code(_) | Chord::Ctrl(_) | Chord::Shift(_) => None,
    });
    letters.collect::<Vec<_>>().join(" ")
}

impl<S: 'static> Binding<S> {
    /// Any of `keys` does `action`; the footer says `shown does`.
    pub fn new<E: IntoEffects>(
        shown: &str,
        does: &str,
        keys: &[Chord],
        action: impl Fn(&mut S, &Context<'_>) -> E + 'static,
    ) -> Self {
        Self::told(shown, does).and(keys, action)
    }

    /// A line for keys that something else takes, such as letters that are typed.
    pub fn told(shown: &str, does: &str) -> Self {
        Self { keys: Vec::new(), hint: KeyHint::new(shown, does), applies: true, why_off: None }
    }

    /// More keys in the same line, with an action of their own.
    #[must_use]
    pub fn and<E: IntoEffects>(mut self, keys: &[Chord], action: impl Fn(&mut S, &Context<'_>) -> E + 'static) -> Self {
        self.keys.push((keys.to_vec(), Box::new(move |screen, context| action(screen, context).into_effects())));
        self
    }

    /// Any of `keys` opens `place`.
    pub fn opens(shown: &str, does: &str, keys: &[Chord], place: Place) -> Self {
        Self::new(shown, does, keys, move |_, _| Effect::Open(place.clone()))
    }

    /// Leaves the screen; a key that is held leaves no second one.
    pub fn back() -> Self {
        Self::new("Esc", "back", &[ESC], |_, _| Effect::Back).once()
    }

    /// One step up (-1) or down (1) in a list or a text, by an arrow or its letter.
    pub fn up_down<E: IntoEffects>(
        does: &str,
        step: impl Fn(&mut S, isize, &Context<'_>) -> E + Copy + 'static,
    ) -> Self {
        Self::told("↑↓", does)
            .and(&[UP, Chord::Char('k')], move |screen, context| step(screen, -1, context))
            .and(&[DOWN, Chord::Char('j')], move |screen, context| step(screen, 1, context))
    }

    /// One page up (`false`) or down (`true`).
    pub fn pages<E: IntoEffects>(does: &str, turn: impl Fn(&mut S, bool, &Context<'_>) -> E + Copy + 'static) -> Self {
        Self::told("PgUp PgDn", does)
            .and(&[PAGE_UP], move |screen, context| turn(screen, false, context))
            .and(&[PAGE_DOWN], move |screen, context| turn(screen, true, context))
    }

    /// Picks the first thing with the first of `keys`, the second with the second.
    pub fn picks<E: IntoEffects>(
        shown: &str,
        does: &str,
        keys: impl IntoIterator<Item = Chord>,
        pick: impl Fn(&mut S, usize, &Context<'_>) -> E + Copy + 'static,
    ) -> Self {
        Self::told(shown, does).and_picks(keys, pick)
    }

    /// More keys that pick, again from the first thing.
    #[must_use]
    pub fn and_picks<E: IntoEffects>(
        self,
        keys: impl IntoIterator<Item = Chord>,
        pick: impl Fn(&mut S, usize, &Context<'_>) -> E + Copy + 'static,
    ) -> Self {
        { keys.into_iter().enumerate() }
            .fold(self, |line, (at, key)| line.and(&[key], move |screen, context| pick(screen, at, context)))
    }

    /// A line of a table whose keys stand for values, which `action` takes.
    pub fn of_values<A: Clone + 'static, E: IntoEffects>(
        line: keys::Binding<A>,
        action: impl Fn(&mut S, A, &Context<'_>) -> E + Copy + 'static,
    ) -> Self {
        let (keys, hint) = line.into_parts();
        let empty = Self { keys: Vec::new(), hint, applies: true, why_off: None };
        keys.into_iter().fold(empty, |line, (key, value)| {
            line.and(&[key], move |screen, context| action(screen, value.clone(), context))
        })
    }

    /// Only in the help.
    #[must_use]
    pub fn quiet(mut self) -> Self {
        self.hint.foot = false;
        self
    }

    /// Once a press, on what was seen before it: for keys that turn, grade, answer, go on or hand in.
    #[must_use]
    pub fn once(mut self) -> Self {
        let once = |action: Action<S>| -> Action<S> {
            Box::new(move |screen, context| if context.press.may_act() { action(screen, context) } else { Vec::new() })
        };
        self.keys = self.keys.into_iter().map(|(chords, action)| (chords, once(action))).collect();
        self
    }

    /// Only as long as `applies`: otherwise the line is as if it did not stand in the table.
    #[must_use]
    pub fn when(mut self, applies: bool) -> Self {
        self.applies = applies;
        self
    }

    /// Only as long as there is no reason against it, which is said when it is pressed.
    #[must_use]
    pub fn unless(mut self, why: Option<&'static str>) -> Self {
        (self.applies, self.why_off) = (self.applies && why.is_none(), why);
        self
    }

    /// The same keys in the table of a larger screen, as long as it has this part.
    #[must_use]
    pub fn within<T: 'static>(self, part: impl Fn(&mut T) -> Option<&mut S> + Copy + 'static) -> Binding<T> {
        let lifted = |(chords, action): (Vec<Chord>, Action<S>)| {
            let whole: Action<T> =
                Box::new(move |screen, context| part(screen).map_or_else(Vec::new, |part| action(part, context)));
            (chords, whole)
        };
        Binding {
            keys: self.keys.into_iter().map(lifted).collect(),
            hint: self.hint,
            applies: self.applies,
            why_off: self.why_off,
        }
    }
}
