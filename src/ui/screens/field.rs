//! A line in which a name or a path is typed.

use crossterm::event::{Event as TerminalEvent, KeyCode, KeyEvent, KeyModifiers};
use ratatui::text::Span;
use tui_input::backend::crossterm::EventHandler;
use tui_input::{Input, InputRequest};

use crate::course::model::text::defused;
use crate::ui::theme::Theme;

/// Most characters of a name that are taken in; fewer make one, and what is too long is said then.
const MOST_OF_A_NAME: usize = 60;
/// Most characters of a path.
const MOST_OF_A_PATH: usize = 1000;

/// The line.
pub(super) struct Field {
    input: Input,
    most: usize,
}

impl Default for Field {
    fn default() -> Self {
        Self { input: Input::default(), most: MOST_OF_A_NAME }
    }
}

impl Field {
    /// A line for the path of a file.
    pub(super) fn of_a_path() -> Self {
        Self { input: Input::default(), most: MOST_OF_A_PATH }
    }

    pub(super) fn value(&self) -> &str {
        self.input.value()
    }

    pub(super) fn key(&mut self, key: KeyEvent) {
        match key.code {
            KeyCode::Char(c) if !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) => self.insert(c),
            _ => {
                self.input.handle_event(&TerminalEvent::Key(key));
            }
        }
    }

    /// The first line of `text`: a name has no second.
    pub(super) fn paste(&mut self, text: &str) {
        text.lines().next().unwrap_or_default().chars().take(self.most).for_each(|c| self.insert(c));
    }

    /// What could turn the line around or hide in it is not taken in; a name would lose it anyway.
    fn insert(&mut self, c: char) {
        let plain = c.to_string();
        if defused(&plain) == plain && self.value().chars().count() < self.most {
            self.input.handle(InputRequest::InsertChar(c));
        }
    }

    /// The line, with `instead` while nothing is typed, and the column of the cursor in it.
    pub(super) fn draw(&self, instead: &str, theme: &Theme) -> (Vec<Span<'static>>, usize) {
        if self.value().is_empty() {
            return (vec![Span::styled(instead.to_owned(), theme.dim)], 0);
        }
        (vec![Span::styled(self.value().to_owned(), theme.focus)], self.input.visual_cursor())
    }
}
