//! Search: words in everything that the course holds, each hit with the line it stands in. ⏎ goes there; Esc comes back to
//! the list as it was.

mod draw;

use crossterm::event::{Event as TerminalEvent, KeyEvent};
use jiff::Timestamp;
use tui_input::Input as TextInput;
use tui_input::backend::crossterm::EventHandler;

use crate::course::Course;
use crate::course::model::Id;
use crate::course::search::{FoundKind, Hits, SearchEntry};
use crate::course::spelling;
use crate::store::StoreError;
use crate::study::notes::SectionNotes;
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::{Context, Opening};
use crate::ui::effect::{Effect, LibrarySection, Place};
use crate::ui::frame::Width;
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Ctrl;
use crate::ui::keys::{DOWN, ENTER, ESC, PAGE_DOWN, PAGE_UP, UP};
use crate::ui::screens::lifecycle::{Before, Lifecycle};

/// Most hits that are listed.
const MOST: usize = 200;
/// Rows of a hit.
const ROWS: usize = 2;
/// Most letters that are taken of what is pasted.
const LONGEST_PASTE: usize = 100;

/// The search screen.
#[derive(Default)]
pub struct Search {
    input: TextInput,
    hits: Hits,
    /// The learner's notes, and the places of those that were found.
    notes: Vec<SectionNotes>,
    noted: Vec<usize>,
    cursor: usize,
    /// Whether the course's words are gathered: the first frame does not wait for them.
    is_ready: bool,
}

impl Keyed for Search {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        vec![
            Binding::<Self>::new("↑↓", "move", &[UP], |s, _| s.step(-1)).and(&[DOWN, Ctrl('n')], |s, _| s.step(1)),
            Binding::new("⏎", "go there", &[ENTER], Self::open),
            Binding::<Self>::new("PgUp PgDn", "page", &[PAGE_UP], |s, context| s.page(-1, context))
                .and(&[PAGE_DOWN], |s, context| s.page(1, context))
                .quiet(),
            Binding::new("Esc", "back", &[ESC], |_, _| Effect::Back),
        ]
    }
}

impl Lifecycle for Search {
    fn width(&self) -> Width {
        Width::List
    }

    fn is_typing(&self) -> bool {
        true
    }

    // At once, after the first frame.
    fn wake_at(&self, context: &Context<'_>) -> Option<Timestamp> {
        (!self.is_ready).then_some(context.clock.now)
    }

    fn reread(&mut self, _: Before<'_>, context: &Context<'_>, _: &Opening<'_>) -> Result<bool, StoreError> {
        let course = context.course;
        if self.is_ready {
            let cursor = self.cursor;
            self.look(course);
            self.cursor = cursor.min(self.rows().saturating_sub(1));
        }
        Ok(true)
    }
}

impl Search {
    pub fn new(notes: Vec<SectionNotes>) -> Self {
        Self { notes, ..Self::default() }
    }

    /// Notes that were found come before what the course holds.
    fn rows(&self) -> usize {
        self.noted.len() + self.hits.first.len()
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        match input {
            InputEvent::Key(key) => return self.key(*key, context),
            InputEvent::Paste(text) => {
                for c in text.chars().filter(|c| !c.is_control()).take(LONGEST_PASTE) {
                    self.input.handle(tui_input::InputRequest::InsertChar(c));
                }
                self.look(context.course);
            }
            InputEvent::Wake => {
                self.is_ready = true;
                let _ = context.course.search();
            }
            InputEvent::Keys(_) => {}
        }
        Vec::new()
    }

    fn key(&mut self, key: KeyEvent, context: &Context<'_>) -> Vec<Effect> {
        self.press(key, context).unwrap_or_else(|| {
            let before = self.input.value().to_owned();
            self.input.handle_event(&TerminalEvent::Key(key));
            if self.input.value() != before {
                self.look(context.course);
            }
            Vec::new()
        })
    }

    fn step(&mut self, by: isize) {
        self.cursor = self.cursor.saturating_add_signed(by).min(self.rows().saturating_sub(1));
    }

    fn page(&mut self, by: isize, context: &Context<'_>) {
        self.step(by * isize::try_from(room(context.height())).unwrap_or(1));
    }

    fn look(&mut self, course: &Course) {
        self.hits = course.search().find(self.input.value(), MOST);
        let holds = |at: &usize| self.notes[*at].holds(course, self.input.value());
        self.noted = (0..self.notes.len()).filter(holds).collect();
        (self.cursor, self.is_ready) = (0, true);
    }

    fn open(&mut self, context: &Context<'_>) -> Option<Effect> {
        if let Some(it) = self.noted.get(self.cursor).and_then(|&at| self.notes.get(at)) {
            let (lesson, section) = (it.lesson.clone(), Some(it.section.clone()));
            return Some(Effect::Open(Place::Lesson { lesson, section }));
        }
        let hit = *self.hits.first.get(self.cursor - self.noted.len())?;
        place_of(context.course.search().entry(hit)).map(Effect::Open)
    }
}

/// Hits that fit a body of so many rows.
fn room(height: usize) -> usize {
    (height.saturating_sub(2) / ROWS).max(1)
}

/// Where a hit leads.
fn place_of(entry: &SearchEntry) -> Option<Place> {
    let shelved = |shelf, id: Option<Id>| Place::Library { shelf, entry: id };
    let id = || Id::new(entry.id.as_str()).ok();
    Some(match entry.kind {
        FoundKind::Lesson | FoundKind::Section | FoundKind::Card | FoundKind::Question => {
            Place::Lesson { lesson: entry.lesson.clone()?, section: entry.section.clone() }
        }
        FoundKind::Scenario => Place::Scenarios,
        FoundKind::Term => shelved(LibrarySection::Glossary, id()),
        FoundKind::Case => shelved(LibrarySection::Cases, id()),
        FoundKind::Work => shelved(LibrarySection::References, id()),
        FoundKind::Person => shelved(LibrarySection::References, entry.work.clone()),
    })
}

/// Letters in plain form, in any script: what lists are sorted and narrowed by.
pub fn fold(text: &str) -> String {
    spelling::plain(text)
}
