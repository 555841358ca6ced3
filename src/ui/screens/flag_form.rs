//! Flagging a question or a card for its author, with a word on what is wrong with it.

use crossterm::event::Event as TerminalEvent;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use tui_input::backend::crossterm::EventHandler;
use tui_input::{Input as TextInput, InputRequest};
use unicode_width::UnicodeWidthChar as _;

use crate::course::Course;
use crate::course::markdown::plain;
use crate::course::model::Id;
use crate::course::model::text::defused;
use crate::store::{Store, StoreError};
use crate::study::event::{EventKind, FLAG_NOTE_LENGTH};
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::Context;
use crate::ui::doc::DocBuilder;
use crate::ui::effect::Effect;
use crate::ui::frame::Header;
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Ctrl;
use crate::ui::keys::{ENTER, ESC};

/// The note being written.
pub struct FlagForm {
    item: Id,
    lesson: Id,
    note: TextInput,
    /// The item is flagged already.
    is_flagged: bool,
}

impl Keyed for FlagForm {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        vec![
            Binding::<Self>::new("⏎", "flag it", &[ENTER], |s, _| s.keep(Some(s.note.value().trim().to_owned())))
                .once(),
            Binding::<Self>::new("Ctrl-X", "remove the flag", &[Ctrl('x')], |s, _| s.keep(None)).when(self.is_flagged),
            Binding::new("Esc", "back", &[ESC], |_, _| Effect::Back),
        ]
    }
}

impl FlagForm {
    /// With the note that was written before, if any.
    pub fn open(store: &Store, item: Id, lesson: Id) -> Result<Self, StoreError> {
        let before = store.flag_on(&item)?;
        let is_flagged = before.is_some();
        Ok(Self { item, lesson, note: TextInput::new(before.unwrap_or_default()), is_flagged })
    }

    fn keep(&self, note: Option<String>) -> Vec<Effect> {
        let flagged = EventKind::ItemFlagged { item: self.item.clone(), lesson: self.lesson.clone(), note };
        vec![Effect::Save(flagged), Effect::Back]
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        match input {
            InputEvent::Key(key) => {
                return self.press(*key, context).unwrap_or_else(|| {
                    let before = self.note.clone();
                    self.note.handle_event(&TerminalEvent::Key(*key));
                    if !is_kept(self.note.value()) {
                        self.note = before;
                    }
                    Vec::new()
                });
            }
            InputEvent::Paste(text) => {
                for c in defused(text).chars() {
                    if self.note.value().chars().count() < FLAG_NOTE_LENGTH {
                        self.note.handle(InputRequest::InsertChar(c));
                    }
                }
            }
            InputEvent::Keys(_) | InputEvent::Wake => {}
        }
        Vec::new()
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        Header { place: vec![Span::styled("Flag for the author", context.theme.strong)], progress: Vec::new() }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let theme = context.theme;
        let mut page = DocBuilder::new(theme, context.width());
        page.plain(&words_of(context.course, &self.item), theme.text);
        page.gap();
        page.plain("What is wrong with it, or unclear? A word is enough; none is needed.", theme.strong);
        page.gap();
        let mut lines = page.finish().lines;
        let width = usize::from(area.width).saturating_sub(4).max(1);
        let row = lines.len();
        let from = self.note.visual_scroll(width);
        let seen = within(self.note.value(), from, width);
        lines.push(Line::from(vec![Span::styled("▸ ", theme.accent), Span::styled(seen, theme.focus)]));
        let mut page = DocBuilder::new(theme, context.width());
        page.gap();
        page.plain("It is kept with your progress. `ninetracks list flags` prints all flags, without names, for whoever writes the course.", theme.dim);
        lines.extend(page.finish().lines);
        let top = lines.len().saturating_sub(usize::from(area.height)).min(row);
        for (line, y) in lines.into_iter().skip(top).zip(area.y..area.bottom()) {
            frame.buffer_mut().set_line(area.x, y, &line, area.width);
        }
        let column = u16::try_from(self.note.visual_cursor().saturating_sub(from) + 2).unwrap_or(0);
        let y = area.y + u16::try_from(row - top).unwrap_or(0);
        frame.set_cursor_position((area.x + column.min(area.width.saturating_sub(1)), y));
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

fn is_kept(note: &str) -> bool {
    defused(note) == note && note.chars().count() <= FLAG_NOTE_LENGTH
}

/// The stem of a question or the front of a card; its id where the course has it no more.
fn words_of(course: &Course, item: &Id) -> String {
    let question = course.question(item).map(|(_, question)| question.stem.as_str());
    let card = || course.card(item).map(|(_, card)| card.first_words());
    question.or_else(card).map_or_else(|| item.to_string(), plain)
}
