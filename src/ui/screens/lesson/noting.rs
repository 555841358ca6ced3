//! A note and a bookmark on the section that is read.

use std::collections::BTreeMap;

use crossterm::event::Event as TerminalEvent;
use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use tui_input::Input as TextInput;
use tui_input::backend::crossterm::EventHandler;

use super::LessonScreen;
use crate::course::Course;
use crate::course::model::Id;
use crate::study::event::EventKind;
use crate::study::notes::{LONGEST_NOTE, SectionMark, SectionNotes};
use crate::ui::bindings::Binding;
use crate::ui::boxed;
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::keys::{ENTER, ESC};

/// Rows of the box that a note is typed in.
const ROWS: u16 = 3;

/// What is kept on the sections of the lesson, and the note that is being typed.
#[derive(Default)]
pub(super) struct Notebook {
    notes: BTreeMap<Id, String>,
    bookmarks: BTreeMap<Id, bool>,
    typing: Option<TextInput>,
}

impl Notebook {
    pub(super) fn new(lesson: &Id, all: Vec<SectionNotes>) -> Self {
        let mut book = Self::default();
        for it in all.into_iter().filter(|it| it.lesson == *lesson) {
            book.bookmarks.insert(it.section.clone(), it.has_bookmark);
            book.notes.insert(it.section, it.note);
        }
        book
    }

    pub(super) fn is_typing(&self) -> bool {
        self.typing.is_some()
    }

    /// The note on a section, when there is one.
    pub(super) fn note(&self, section: &Id) -> Option<&str> {
        self.notes.get(section).map(String::as_str).filter(|note| !note.is_empty())
    }

    fn has_bookmark(&self, section: &Id) -> bool {
        self.bookmarks.get(section).copied().unwrap_or(false)
    }
}

impl LessonScreen {
    fn section_here(&self, course: &Course) -> Option<Id> {
        self.section_id(course, self.step().section()?)
    }

    /// What the header says of the section: that it has a bookmark.
    pub(super) fn bookmark_words(&self, course: &Course) -> &'static str {
        let has = self.section_here(course).is_some_and(|section| self.book.has_bookmark(&section));
        if has { "bookmark · " } else { "" }
    }

    /// The keys while a note is typed.
    pub(super) fn noting() -> Vec<Binding<Self>> {
        vec![
            Binding::<Self>::new("⏎", "keep the note", &[ENTER], Self::keep_note),
            Binding::<Self>::new("Esc", "cancel", &[ESC], |s, _| s.book.typing = None),
        ]
    }

    pub(super) fn start_note(&mut self, context: &Context<'_>) {
        let Some(section) = self.section_here(context.course) else { return };
        let note = self.book.note(&section).unwrap_or_default().to_owned();
        self.book.typing = Some(TextInput::new(note));
    }

    fn keep_note(&mut self, context: &Context<'_>) -> Option<Effect> {
        let note = self.book.typing.take()?.value().trim().to_owned();
        let section = self.section_here(context.course)?;
        if self.book.note(&section).unwrap_or_default() == note {
            return None;
        }
        self.notice = Some(if note.is_empty() { "The note is gone." } else { "Kept: n at home lists all notes." });
        self.book.notes.insert(section.clone(), note.clone());
        self.mark(section, SectionMark::Note(note))
    }

    pub(super) fn turn_bookmark(&mut self, context: &Context<'_>) -> Option<Effect> {
        let section = self.section_here(context.course)?;
        let on = !self.book.has_bookmark(&section);
        self.book.bookmarks.insert(section.clone(), on);
        self.notice = Some(if on { "A bookmark on this section." } else { "The bookmark is gone." });
        self.mark(section, SectionMark::Bookmark(on))
    }

    fn mark(&self, section: Id, mark: SectionMark) -> Option<Effect> {
        // The page shows the note.
        *self.set.borrow_mut() = None;
        Some(Effect::Save(EventKind::SectionMarked { lesson: self.lesson.clone(), section, mark }))
    }

    pub(super) fn type_note(&mut self, key: KeyEvent) {
        if let Some(typed) = &mut self.book.typing
            && typed.value().chars().count() < LONGEST_NOTE
        {
            typed.handle_event(&TerminalEvent::Key(key));
        } else if let Some(typed) = &mut self.book.typing {
            // A full note can still be made shorter.
            let before = typed.clone();
            typed.handle_event(&TerminalEvent::Key(key));
            if typed.value().chars().count() > LONGEST_NOTE {
                *typed = before;
            }
        }
    }

    pub(super) fn paste_note(&mut self, text: &str) {
        if let Some(typed) = &mut self.book.typing {
            let room = LONGEST_NOTE.saturating_sub(typed.value().chars().count());
            for c in text.chars().filter(|c| !c.is_control()).take(room) {
                typed.handle(tui_input::InputRequest::InsertChar(c));
            }
        }
    }

    /// The box at the foot of `area` that a note is typed in.
    pub(super) fn draw_note(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let Some(typed) = &self.book.typing else { return };
        let height = ROWS.min(area.height);
        let place = Rect { y: area.bottom() - height, height, ..area };
        let inner = boxed::draw(frame.buffer_mut(), place, " Note on this section ", context.theme);
        if inner.is_empty() {
            return;
        }
        let from = typed.visual_scroll(usize::from(inner.width).saturating_sub(1));
        let mut passed = 0;
        let shown: String = typed
            .value()
            .chars()
            .skip_while(|&c| {
                let here = passed;
                passed += unicode_width::UnicodeWidthChar::width(c).unwrap_or(0);
                here < from
            })
            .collect();
        frame.buffer_mut().set_line(inner.x, inner.y, &Line::styled(shown, context.theme.text), inner.width);
        let caret = u16::try_from(typed.visual_cursor().saturating_sub(from)).unwrap_or(0);
        frame.set_cursor_position((inner.x + caret.min(inner.width - 1), inner.y));
    }
}
