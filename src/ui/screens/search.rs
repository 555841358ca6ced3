//! Search: lessons, sections, terms, works and cases by a few letters; ⏎ goes there.

use crossterm::event::{Event as TerminalEvent, KeyEvent};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use tui_input::Input as TextInput;
use tui_input::backend::crossterm::EventHandler;

use crate::course::Course;
use crate::course::markdown::plain;
use crate::course::model::Id;
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::Context;
use crate::ui::effect::{Effect, LibrarySection, Place};
use crate::ui::frame::{Header, cut};
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Ctrl;
use crate::ui::keys::{DOWN, ENTER, ESC, UP};

/// The search screen.
pub struct Search {
    entries: Vec<SearchTarget>,
    input: TextInput,
    found: Vec<usize>,
    cursor: usize,
}

struct SearchTarget {
    kind: &'static str,
    name: String,
    aside: String,
    /// What is searched: folded words.
    folded: String,
    target: Place,
}

impl Keyed for Search {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        vec![
            Binding::<Self>::new("↑↓", "move", &[UP, Ctrl('p')], |s, _| s.step(-1))
                .and(&[DOWN, Ctrl('n')], |s, _| s.step(1)),
            Binding::<Self>::new("⏎", "go there", &[ENTER], |s, _| s.open()),
            Binding::new("Esc", "back", &[ESC], |_, _| Effect::Back),
        ]
    }
}

impl Search {
    pub fn new(course: &Course) -> Self {
        let mut search = Self { entries: entries(course), input: TextInput::default(), found: Vec::new(), cursor: 0 };
        search.look();
        search
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        match input {
            InputEvent::Key(key) => return self.key(*key, context),
            InputEvent::Paste(text) => {
                for c in text.chars().filter(|c| !c.is_control()).take(100) {
                    self.input.handle(tui_input::InputRequest::InsertChar(c));
                }
                self.look();
            }
            InputEvent::Keys(_) | InputEvent::Wake => {}
        }
        Vec::new()
    }

    fn key(&mut self, key: KeyEvent, context: &Context<'_>) -> Vec<Effect> {
        self.press(key, context).unwrap_or_else(|| {
            self.input.handle_event(&TerminalEvent::Key(key));
            self.look();
            Vec::new()
        })
    }

    fn step(&mut self, by: isize) {
        self.cursor = self.cursor.saturating_add_signed(by).min(self.found.len().saturating_sub(1));
    }

    fn open(&self) -> Option<Effect> {
        self.found.get(self.cursor).map(|&i| Effect::Replace(self.entries[i].target.clone()))
    }

    /// Every word typed must stand in the entry; those whose name begins with the first come first.
    fn look(&mut self) {
        let typed = fold(self.input.value());
        let words: Vec<&str> = typed.split_whitespace().collect();
        let mut found: Vec<usize> =
            (0..self.entries.len()).filter(|&i| words.iter().all(|w| self.entries[i].folded.contains(w))).collect();
        found.sort_by_key(|&i| !words.first().is_some_and(|w| fold(&self.entries[i].name).starts_with(w)));
        (self.found, self.cursor) = (found, 0);
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        Header {
            place: vec![Span::styled("Search", context.theme.strong)],
            progress: vec![Span::styled(format!("{} found", self.found.len()), context.theme.dim)],
        }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let theme = context.theme;
        let line = Line::from(vec![Span::styled("/ ", theme.focus), Span::raw(self.input.value().to_owned())]);
        frame.buffer_mut().set_line(area.x, area.y, &line, area.width);
        let column = u16::try_from(self.input.visual_cursor() + 2).unwrap_or(0).min(area.width.saturating_sub(1));
        frame.set_cursor_position((area.x + column, area.y));
        let details = self.details(context, usize::from(area.width));
        let room = usize::from(area.height).saturating_sub(3 + details.len());
        let top = self.cursor.saturating_sub(room.saturating_sub(1));
        for (row, (n, &i)) in self.found.iter().enumerate().skip(top).take(room).enumerate() {
            let y = area.y + 2 + u16::try_from(row).unwrap_or(0);
            frame.buffer_mut().set_line(area.x, y, &self.entry_line(i, n == self.cursor, context), area.width);
        }
        for (row, line) in details.iter().enumerate() {
            let y = area.bottom().saturating_sub(u16::try_from(details.len() - row).unwrap_or(0));
            frame.buffer_mut().set_line(area.x, y, line, area.width);
        }
    }

    fn entry_line(&self, i: usize, here: bool, context: &Context<'_>) -> Line<'static> {
        let theme = context.theme;
        let entry = &self.entries[i];
        let style = if here { theme.focus } else { theme.text };
        let mark = if here { "▸" } else { " " };
        Line::from(vec![
            Span::styled(format!("{mark} {:<8}", entry.kind), theme.dim),
            Span::styled(cut(&entry.name, context.width().saturating_sub(12)), style),
        ])
    }

    /// What the entry under the cursor says, at the foot.
    fn details(&self, context: &Context<'_>, width: usize) -> Vec<Line<'static>> {
        let Some(entry) = self.found.get(self.cursor).map(|&i| &self.entries[i]) else { return Vec::new() };
        let mut setter = crate::ui::doc::DocBuilder::new(context.theme, width);
        setter.lines([Line::default()]);
        setter.plain(&entry.aside, context.theme.dim);
        let mut lines = setter.finish().lines;
        lines.truncate(5);
        lines
    }
}

fn entries(course: &Course) -> Vec<SearchTarget> {
    let mut entries = Vec::new();
    for lesson in course.lessons() {
        let target = |section: Option<&Id>| Place::Lesson { lesson: lesson.id.clone(), section: section.cloned() };
        entries.push(entry("lesson", lesson.title.as_str(), plain(lesson.summary.as_str()), target(None)));
        for section in &lesson.sections {
            entries.push(entry(
                "section",
                section.title.as_str(),
                format!("in lesson {}: {}", course.number(&lesson.id), lesson.title),
                target(Some(&section.id)),
            ));
        }
        for term in &lesson.terms {
            entries.push(entry(
                "term",
                term.term.as_str(),
                plain(term.meaning.as_str()),
                shelved(LibrarySection::Glossary, &term.id),
            ));
        }
    }
    for work in course.references() {
        entries.push(entry(
            "work",
            work.short.as_str(),
            work.full.to_string(),
            shelved(LibrarySection::References, &work.id),
        ));
    }
    for case in course.cases() {
        entries.push(entry(
            "case",
            case.title.as_str(),
            format!("{}, {}. {}", case.place, case.years, plain(case.summary.as_str())),
            shelved(LibrarySection::Cases, &case.id),
        ));
    }
    entries
}

fn shelved(shelf: LibrarySection, id: &Id) -> Place {
    Place::Library { shelf, entry: Some(id.clone()) }
}

fn entry(kind: &'static str, name: &str, aside: String, target: Place) -> SearchTarget {
    SearchTarget { kind, folded: fold(&format!("{kind} {name} {aside}")), name: name.to_owned(), aside, target }
}

/// Letters without accents and case.
pub fn fold(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfkd().filter(char::is_ascii).collect::<String>().to_lowercase()
}
