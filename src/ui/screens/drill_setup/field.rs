//! A line in which a name is typed.

use crossterm::event::{Event as TerminalEvent, KeyCode, KeyEvent, KeyModifiers};
use ratatui::text::Span;
use tui_input::backend::crossterm::EventHandler;
use tui_input::{Input, InputRequest};

use crate::course::model::text::defused;
use crate::ui::theme::Theme;

/// Most characters that are taken in; fewer make a name, and what is too long is said then.
const MOST: usize = 60;

/// The line.
#[derive(Default)]
pub(super) struct Field(Input);

impl Field {
    pub(super) fn value(&self) -> &str {
        self.0.value()
    }

    pub(super) fn key(&mut self, key: KeyEvent) {
        match key.code {
            KeyCode::Char(c) if !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) => self.insert(c),
            _ => {
                self.0.handle_event(&TerminalEvent::Key(key));
            }
        }
    }

    /// The first line of `text`: a name has no second.
    pub(super) fn paste(&mut self, text: &str) {
        text.lines().next().unwrap_or_default().chars().take(MOST).for_each(|c| self.insert(c));
    }

    /// What could turn the line around or hide in it is not taken in; a name would lose it anyway.
    fn insert(&mut self, c: char) {
        let plain = c.to_string();
        if defused(&plain) == plain && self.value().chars().count() < MOST {
            self.0.handle(InputRequest::InsertChar(c));
        }
    }

    /// The line, with `instead` while nothing is typed, and the column of the cursor in it.
    pub(super) fn draw(&self, instead: &str, theme: &Theme) -> (Vec<Span<'static>>, usize) {
        if self.value().is_empty() {
            return (vec![Span::styled(instead.to_owned(), theme.dim)], 0);
        }
        (vec![Span::styled(self.value().to_owned(), theme.focus)], self.0.visual_cursor())
    }
}
