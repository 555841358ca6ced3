//! Notes and bookmarks on sections, in the order of the course. ⏎ opens the section.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::course::Course;
use crate::course::wording::count;
use crate::store::{Store, StoreError};
use crate::study::notes::{SectionNotes, in_course_order};
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::Context;
use crate::ui::doc::DocBuilder;
use crate::ui::effect::{Effect, Place};
use crate::ui::frame::{Header, shortened};
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{BACKSPACE, DELETE, END, ENTER, HOME, RIGHT};
use crate::ui::screens::lifecycle::Lifecycle;
use crate::ui::scroll::Scroll;
use crate::ui::window;

/// Said where there is nothing.
const NOTHING: &str =
    "No notes or bookmarks yet. While you read a lesson, e writes a note on the section and m sets a bookmark.";

/// The list.
pub struct NoteList {
    notes: Vec<SectionNotes>,
    cursor: usize,
    /// What was taken away last, which can be brought back.
    removed: Option<SectionNotes>,
}

impl Keyed for NoteList {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        let is_any = !self.notes.is_empty();
        vec![
            Binding::<Self>::up_down("move", |s, by, _| s.step(by)).when(is_any),
            Binding::<Self>::new("⏎", "open the section", &[ENTER, RIGHT, Char('l')], |s, _| s.open()).when(is_any),
            Binding::<Self>::new("⌫", "remove", &[BACKSPACE, DELETE], |s, _| s.remove()).when(is_any),
            Binding::<Self>::new("u", "undo", &[Char('u')], |s, context| s.restore(context.course))
                .when(self.removed.is_some()),
            Binding::<Self>::new("g G", "first, last", &[HOME, Char('g')], |s, _| s.cursor = 0)
                .and(&[END, Char('G')], |s, _| s.cursor = s.notes.len().saturating_sub(1))
                .quiet(),
            Binding::back(),
        ]
    }
}

impl Lifecycle for NoteList {
    fn refresh(&mut self, store: &Store, context: &Context<'_>) -> Result<(), StoreError> {
        self.notes = Self::load(store, context.course)?.notes;
        self.cursor = self.cursor.min(self.notes.len().saturating_sub(1));
        Ok(())
    }
}

impl NoteList {
    pub fn load(store: &Store, course: &Course) -> Result<Self, StoreError> {
        let mut notes = store.notes()?;
        in_course_order(course, &mut notes);
        Ok(Self { notes, cursor: 0, removed: None })
    }

    fn step(&mut self, by: isize) {
        let of = self.notes.len().max(1);
        self.cursor = (self.cursor + of).saturating_add_signed(by) % of;
    }

    fn open(&self) -> Option<Effect> {
        let it = self.notes.get(self.cursor)?;
        Some(Effect::Open(Place::Lesson { lesson: it.lesson.clone(), section: Some(it.section.clone()) }))
    }

    fn remove(&mut self) -> Vec<Effect> {
        if self.cursor >= self.notes.len() {
            return Vec::new();
        }
        let it = self.notes.remove(self.cursor);
        self.cursor = self.cursor.min(self.notes.len().saturating_sub(1));
        let effects = it.removed().into_iter().map(Effect::Save).collect();
        self.removed = Some(it);
        effects
    }

    fn restore(&mut self, course: &Course) -> Vec<Effect> {
        let Some(it) = self.removed.take() else { return Vec::new() };
        let effects = it.restored().into_iter().map(Effect::Save).collect();
        self.notes.push(it.clone());
        in_course_order(course, &mut self.notes);
        self.cursor = self.notes.iter().position(|other| *other == it).unwrap_or(0);
        effects
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        let InputEvent::Key(key) = input else { return Vec::new() };
        self.press(*key, context).unwrap_or_default()
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let theme = context.theme;
        let notes = self.notes.iter().filter(|it| !it.note.is_empty()).count();
        let bookmarks = self.notes.iter().filter(|it| it.has_bookmark).count();
        let progress = format!("{}, {}", count(notes, "note"), count(bookmarks, "bookmark"));
        Header { place: vec![Span::styled("Notes", theme.strong)], progress: vec![Span::styled(progress, theme.dim)] }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let (lines, focus) = self.lines(context, usize::from(area.width));
        let mut scroll = Scroll::default();
        scroll.show(focus.start, focus.end, usize::from(area.height));
        window::draw(frame, area, &lines, scroll);
        window::draw_more(frame, area, lines.len(), scroll, context.theme);
    }

    /// All lines, and those of the entry under the cursor. Its note stands whole, of the others the first line.
    fn lines(&self, context: &Context<'_>, width: usize) -> (Vec<Line<'static>>, std::ops::Range<usize>) {
        let theme = context.theme;
        let mut setter = DocBuilder::new(theme, width);
        if self.notes.is_empty() {
            setter.plain(NOTHING, theme.dim);
        }
        let mut focus = 0..1;
        for (at, it) in self.notes.iter().enumerate() {
            let here = at == self.cursor;
            let from = setter.height();
            let (mark, style) = if here { ("▸", theme.focus) } else { (" ", theme.text) };
            let sign = if it.has_bookmark { "◆" } else { " " };
            let number = it.number(context.course).map_or(String::new(), |n| format!(" §{n}"));
            let head = format!(
                " {mark} {sign} {:>2}{number:<4} {}",
                context.course.number(&it.lesson),
                it.title(context.course)
            );
            setter.lines([Line::styled(shortened(&head, width), style)]);
            if here {
                for line in textwrap::wrap(&it.note, width.saturating_sub(13).max(10)) {
                    setter.lines([Line::styled(format!("            {line}"), theme.text)]);
                }
                focus = from..setter.height();
            } else if !it.note.is_empty() {
                let note = shortened(&it.note, width.saturating_sub(13));
                setter.lines([Line::styled(format!("            {note}"), theme.dim)]);
            }
        }
        (setter.finish().lines, focus)
    }
}
