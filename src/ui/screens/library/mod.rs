//! The library: glossary, references and cases. Each shelf is a list with the chosen entry beside it; an entry says
//! where it is used, and everything on its page can be gone to and come back from.

mod entry;
mod keys;
mod layout;
mod list;
mod shelves;
#[cfg(test)]
mod tests;
mod view;

use crossterm::event::{Event as TerminalEvent, KeyEvent};
use tui_input::InputRequest;
use tui_input::backend::crossterm::EventHandler;

use crate::course::Course;
use crate::course::markdown::Link;
use crate::course::model::{Case, Id};
use crate::store::StoreError;
use crate::ui::bindings::Keyed as _;
use crate::ui::context::{Context, Opening};
use crate::ui::effect::{Effect, LibrarySection, Place};
use crate::ui::frame::Width;
use crate::ui::input::InputEvent;
use crate::ui::screens::lifecycle::{Before, Lifecycle};
use crate::ui::scroll::Scroll;
use list::{Focus, List};

/// The library, open at a shelf.
pub struct Library {
    shelf: LibrarySection,
    /// In the order of [`LibrarySection::ALL`]; each keeps its place.
    lists: [List; 3],
    focus: Focus,
    /// Which spot of the entry is chosen; at first, where it is used first.
    spot: Option<usize>,
    scroll: Scroll,
    /// Whether it was opened for one entry, so that leaving the entry leaves the library.
    for_one: bool,
    /// Whether any case has a place on the map.
    has_map: bool,
}

/// Where in the library a link leads.
pub(super) fn place_of(link: &Link) -> Option<Place> {
    entry::named(link).map(|(shelf, id)| Place::Library { shelf, entry: Some(id) })
}

impl Lifecycle for Library {
    fn width(&self) -> Width {
        Width::List
    }

    fn is_typing(&self) -> bool {
        self.focus == Focus::Filter
    }

    // Entries stay chosen as far as they are there.
    fn reread(&mut self, _: Before<'_>, context: &Context<'_>, _: &Opening<'_>) -> Result<bool, StoreError> {
        let course = context.course;
        for (list, now) in self.lists.iter_mut().zip(shelves::all(course)) {
            list.restock(now);
        }
        self.has_map = course.cases().iter().any(Case::has_place);
        if !shelves::in_use(course).contains(&self.shelf) {
            self.shelf = LibrarySection::Glossary;
        }
        if self.list().chosen().is_none() && self.focus == Focus::Entry {
            self.focus = Focus::List;
        }
        self.spot = None;
        Ok(true)
    }
}

impl Library {
    /// Opens `shelf`; at `entry`, when it is there.
    pub fn open(course: &Course, shelf: LibrarySection, entry: Option<&Id>) -> Self {
        let lists = shelves::all(course);
        let has_map = course.cases().iter().any(Case::has_place);
        let mut library =
            Self { shelf, lists, focus: Focus::List, spot: None, scroll: Scroll::default(), for_one: false, has_map };
        if entry.is_some_and(|id| library.list_mut().choose(id)) {
            (library.focus, library.for_one) = (Focus::Entry, true);
        }
        library
    }

    fn list(&self) -> &List {
        &self.lists[self.shelf as usize]
    }

    fn list_mut(&mut self) -> &mut List {
        &mut self.lists[self.shelf as usize]
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        match input {
            InputEvent::Key(key) => return self.key(*key, context),
            InputEvent::Paste(text) if self.is_typing() => {
                for c in text.chars().filter(|c| !c.is_control()).take(100) {
                    self.list_mut().filter.handle(InputRequest::InsertChar(c));
                }
                self.list_mut().look();
            }
            InputEvent::Paste(_) | InputEvent::Keys(_) | InputEvent::Wake => {}
        }
        Vec::new()
    }

    fn key(&mut self, key: KeyEvent, context: &Context<'_>) -> Vec<Effect> {
        self.press(key, context).unwrap_or_else(|| {
            if self.is_typing() {
                self.list_mut().filter.handle_event(&TerminalEvent::Key(key));
                self.list_mut().look();
            }
            Vec::new()
        })
    }

    fn page_of_list(&mut self, by: isize, context: &Context<'_>) {
        let rows = self.layout(context.body()).list.height.saturating_sub(1).max(1);
        self.choose(|list| list.move_by(by * isize::try_from(rows).unwrap_or(1)));
    }

    /// To the shelf that many places on.
    fn turn_to(&mut self, by: usize, course: &Course) {
        self.shelf = self.next_shelf(by, course);
        self.choose(|_| {});
    }

    /// Shows all entries again.
    fn widen(&mut self) {
        self.focus = Focus::List;
        self.choose(List::widen);
    }

    fn leave_entry(&mut self, _: &Context<'_>) {
        (self.focus, self.for_one, self.scroll) = (Focus::List, false, Scroll::default());
    }

    /// The shelf `by` further; a course without cases has none for them.
    fn next_shelf(&self, by: usize, course: &Course) -> LibrarySection {
        let shelves = shelves::in_use(course);
        let at = shelves.iter().position(|s| *s == self.shelf).unwrap_or(0);
        // Two forward is one back of three.
        let by = if by == 1 { 1 } else { shelves.len() - 1 };
        shelves.get((at + by) % shelves.len()).copied().unwrap_or(self.shelf)
    }

    /// Another entry is shown from its top.
    fn choose(&mut self, choose: impl FnOnce(&mut List)) {
        choose(self.list_mut());
        (self.spot, self.scroll) = (None, Scroll::default());
    }

    fn look_in(&mut self) {
        if self.list().chosen().is_some() {
            (self.focus, self.spot, self.scroll) = (Focus::Entry, Some(0), Scroll::default());
        }
    }

    /// Chooses the next spot and brings it into sight, by a page at most: no text is skipped. At the last and the
    /// first, the page's ends come into sight too.
    fn next_spot(&mut self, by: isize, context: &Context<'_>) {
        let page = self.page(context);
        let (height, total) = (self.entry_height(context), page.lines.len());
        let (at, before) = self.view(&page, height);
        let Some(next) = page.next_spot(at, by, before.top..before.top + height) else {
            self.scroll.by(by, total, height);
            return;
        };
        let mut scroll = before;
        if by > 0 && next + 1 == page.spots.len() {
            scroll.by(isize::MAX, total, height);
        } else if by < 0 && next == 0 {
            scroll.top = 0;
        }
        let line = page.spots[next].line();
        scroll.show(line, line + 1, height);
        if by.unsigned_abs() == 1 {
            let step = height.saturating_sub(2).max(1);
            scroll.top = scroll.top.clamp(before.top.saturating_sub(step), before.top + step);
        }
        (self.spot, self.scroll) = (Some(next), scroll);
    }

    fn first_spot(&mut self, context: &Context<'_>) {
        self.next_spot(isize::MIN, context);
    }

    fn last_spot(&mut self, context: &Context<'_>) {
        self.next_spot(isize::MAX, context);
    }

    /// Turns the page, and chooses the first spot in sight.
    fn page_of_entry(&mut self, down: bool, context: &Context<'_>) {
        let page = self.page(context);
        let height = self.entry_height(context);
        let (_, mut scroll) = self.view(&page, height);
        scroll.page(down, page.lines.len(), height);
        let seen = page.spots.iter().position(|s| (scroll.top..scroll.top + height).contains(&s.line()));
        (self.spot, self.scroll) = (seen.or(self.spot), scroll);
    }

    /// Opens what the chosen spot leads to.
    fn follow(&mut self, context: &Context<'_>) -> Option<Effect> {
        let mut page = self.page(context);
        let (at, scroll) = self.view(&page, self.entry_height(context));
        (self.spot, self.scroll) = (Some(at), scroll);
        (at < page.spots.len()).then(|| Effect::Open(page.spots.swap_remove(at).to))
    }
}
