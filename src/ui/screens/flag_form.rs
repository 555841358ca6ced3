//! Flagging a question or a card for its author, with a word on what is wrong with it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::course::Course;
use crate::course::markdown::plain;
use crate::course::model::Id;
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
use crate::ui::screens::lifecycle::Lifecycle;
use crate::ui::typed_line::TypedLine;

/// The note being written.
pub struct FlagForm {
    item: Id,
    lesson: Id,
    note: TypedLine,
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

impl Lifecycle for FlagForm {
    fn is_typing(&self) -> bool {
        true
    }
}

impl FlagForm {
    /// With the note that was written before, if any.
    pub fn open(store: &Store, item: Id, lesson: Id) -> Result<Self, StoreError> {
        let before = store.flag_on(&item)?;
        let is_flagged = before.is_some();
        Ok(Self { item, lesson, note: TypedLine::new(before.unwrap_or_default(), FLAG_NOTE_LENGTH), is_flagged })
    }

    fn keep(&self, note: Option<String>) -> Vec<Effect> {
        let flagged = EventKind::ItemFlagged { item: self.item.clone(), lesson: self.lesson.clone(), note };
        vec![Effect::Save(flagged), Effect::Back]
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        match input {
            InputEvent::Key(key) => {
                return self.press(*key, context).unwrap_or_else(|| {
                    self.note.key(*key);
                    Vec::new()
                });
            }
            InputEvent::Paste(text) => self.note.paste(text),
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
        let row = lines.len();
        let (typed, column) = self.note.drawn(usize::from(area.width), theme);
        lines.extend([typed, Line::default()]);
        let mut page = DocBuilder::new(theme, context.width());
        page.plain("It is kept with your progress. The command ninetracks list flags prints all flags, without names, for whoever writes the course.", theme.dim);
        lines.extend(page.finish().lines);
        let top = lines.len().saturating_sub(usize::from(area.height)).min(row);
        for (line, y) in lines.into_iter().skip(top).zip(area.y..area.bottom()) {
            frame.buffer_mut().set_line(area.x, y, &line, area.width);
        }
        let column = u16::try_from(column).unwrap_or(0);
        let y = area.y + u16::try_from(row - top).unwrap_or(0);
        frame.set_cursor_position((area.x + column.min(area.width.saturating_sub(1)), y));
    }
}

/// The stem of a question or the front of a card; its id where the course has it no more.
fn words_of(course: &Course, item: &Id) -> String {
    let question = course.question(item).map(|(_, question)| question.stem.as_str());
    let card = || course.card(item).map(|(_, card)| card.first_words());
    question.or_else(card).map_or_else(|| item.to_string(), plain)
}
