//! A line to type in that holds nothing unsafe and not too much, however it was typed or pasted.

use crossterm::event::{Event as TerminalEvent, KeyEvent};
use ratatui::text::{Line, Span};
use tui_input::backend::crossterm::EventHandler as _;
use tui_input::{Input as TextInput, InputRequest};
use unicode_width::UnicodeWidthChar as _;

use super::theme::Theme;
use crate::course::model::text::defused;

/// What was typed so far, and where the cursor is.
#[derive(Clone, Debug)]
pub(super) struct TypedLine {
    input: TextInput,
    /// Characters at most.
    most: usize,
}

impl TypedLine {
    pub(super) fn new(text: String, most: usize) -> Self {
        Self { input: TextInput::new(text), most }
    }

    pub(super) fn value(&self) -> &str {
        self.input.value()
    }

    pub(super) fn key(&mut self, key: KeyEvent) {
        let before = self.input.clone();
        self.input.handle_event(&TerminalEvent::Key(key));
        let value = self.input.value();
        if defused(value) != value || value.chars().count() > self.most {
            self.input = before;
        }
    }

    /// Line ends become blanks.
    pub(super) fn paste(&mut self, text: &str) {
        for c in defused(text).chars() {
            if self.input.value().chars().count() < self.most {
                self.input.handle(InputRequest::InsertChar(if c == '\n' { ' ' } else { c }));
            }
        }
    }

    /// What of it is in sight in `room` cells, and the column of the cursor.
    pub(super) fn seen(&self, room: usize) -> (String, usize) {
        let from = self.input.visual_scroll(room);
        (within(self.input.value(), from, room), self.input.visual_cursor().saturating_sub(from))
    }

    /// What of it is in sight in `width` cells, behind a mark, and the column of the cursor.
    pub(super) fn drawn(&self, width: usize, theme: &Theme) -> (Line<'static>, usize) {
        let (seen, column) = self.seen(width.saturating_sub(4).max(1));
        let line = Line::from(vec![Span::styled("▸ ", theme.accent), Span::styled(seen, theme.focus)]);
        (line, column + 2)
    }
}

/// What of `text` stands in the cells from `from` on, `width` at most.
fn within(text: &str, from: usize, width: usize) -> String {
    let mut at = 0;
    let placed = text.chars().map(|c| {
        let begins = at;
        at += c.width().unwrap_or(0);
        (begins, at, c)
    });
    placed.filter(|(begins, ends, _)| *begins >= from && *ends <= from + width).map(|(_, _, c)| c).collect()
}
