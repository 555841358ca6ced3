//! A line in which a name or a path is typed, and the screens that have one.

use crossterm::event::{KeyEvent, KeyEventKind};
use ratatui::text::Span;

use crate::course::model::text::defused;
use crate::study::names::{MAX_MARKS, MAX_PERSON_GRAPHEMES};
use crate::ui::bindings::Keyed;
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::input::InputEvent;
use crate::ui::theme::Theme;
use crate::ui::typed_line::TypedLine;

/// Most characters of a name that are taken in: none that could be one is cut, and what is too long is said.
const MOST_OF_A_NAME: usize = MAX_PERSON_GRAPHEMES * MAX_MARKS;
/// Most characters of a path.
const MOST_OF_A_PATH: usize = 1000;

/// The line.
pub(super) struct Field(TypedLine);

impl Default for Field {
    fn default() -> Self {
        Self(TypedLine::new(String::new(), MOST_OF_A_NAME))
    }
}

impl Field {
    /// A line for the path of a file.
    pub(super) fn of_a_path() -> Self {
        Self(TypedLine::new(String::new(), MOST_OF_A_PATH))
    }

    pub(super) fn value(&self) -> &str {
        self.0.value()
    }

    pub(super) fn key(&mut self, key: KeyEvent) {
        self.0.key(key);
    }

    /// The first line of `text`: a name has no second. What could turn the line around or hide in it is left out; a name would
    /// lose it anyway.
    pub(super) fn paste(&mut self, text: &str) {
        let is_plain = |c: &char| defused(c.encode_utf8(&mut [0; 4])) == c.to_string();
        self.0.paste(&text.lines().next().unwrap_or_default().chars().filter(is_plain).collect::<String>());
    }

    /// What of the line is in sight in `room` cells, with `instead` while nothing is typed, and the column of the cursor.
    pub(super) fn draw(&self, instead: &str, room: usize, theme: &Theme) -> (Vec<Span<'static>>, usize) {
        if self.value().is_empty() {
            return (vec![Span::styled(instead.to_owned(), theme.dim)], 0);
        }
        let (seen, column) = self.0.seen(room.max(1));
        (vec![Span::styled(seen, theme.focus)], column)
    }
}

/// A screen on which a line is typed now and then.
pub(super) trait TypesField: Keyed + Sized {
    /// The line, while it is typed.
    fn field_mut(&mut self) -> Option<&mut Field>;

    /// What was said is read with the next key.
    fn forget_notice(&mut self);

    /// Keys do what they are bound to; all others go into the line.
    fn type_or_press(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        match input {
            InputEvent::Key(key) => {
                let is_held = key.kind == KeyEventKind::Repeat;
                if !is_held {
                    self.forget_notice();
                }
                if let Some(effects) = self.press(*key, context) {
                    return effects;
                }
                // The key that opened the line, still held, is not what is typed in it.
                if let Some(field) = self.field_mut().filter(|field| !(is_held && field.value().is_empty())) {
                    field.key(*key);
                }
            }
            InputEvent::Paste(text) => {
                if let Some(field) = self.field_mut() {
                    field.paste(text);
                }
            }
            InputEvent::Keys(_) | InputEvent::Wake => {}
        }
        Vec::new()
    }
}
