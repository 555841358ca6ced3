//! Setting up a drill: what is asked, how it is played, who plays. ⏎ starts with what is shown.

mod draw;
mod field;
mod form;
mod lessons;
mod main_page;
mod page;
mod presets;
mod rows;
mod teams;
#[cfg(test)]
mod tests;
mod unfinished;

use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::Rect;

use self::form::Form;
use self::page::{Note, Page, Turn};
use self::presets::Cupboard;
use self::rows::Row;
use self::unfinished::Left;
use crate::course::Course;
use crate::store::{Store, StoreError, StoreErrorKind};
use crate::study::drill::{Plan, Setup, Team, USUAL_TEAMS};
use crate::study::event::{EventId, EventKind};
use crate::ui::context::Context;
use crate::ui::effect::{DrillStart, Effect, Place, SetupStart};
use crate::ui::frame::Header;
use crate::ui::input::Input;
use crate::ui::keys::{self, Hint};

/// The screen.
pub struct DrillSetup {
    form: Form,
    page: Page,
    /// The rows that the cursor stands on, on the first page and on that of the extras.
    row: Row,
    extra: Row,
    /// Whether digits were just typed into the row.
    typed: bool,
    cupboard: Cupboard,
    left: Option<Left>,
    note: Option<Note>,
}

impl DrillSetup {
    /// Begins with what `start` holds and, where it holds nothing, with the last drill's.
    pub fn load(store: &Store, course: &Course, start: SetupStart) -> Result<Self, StoreError> {
        let SetupStart { teams, plan, note } = start;
        let last = match store.last_drill() {
            // The list of reports says it; another drill can be begun.
            Err(error) if error.kind() == StoreErrorKind::BrokenDrill => None,
            last => last?,
        };
        let plan = plan.unwrap_or_else(|| last.as_ref().map_or_else(Plan::default, |d| Plan::like(&d.setup)));
        let usual = || last.as_ref().map_or_else(|| Team::line_up(USUAL_TEAMS), |d| d.setup.teams().to_vec());
        let teams = if teams.is_empty() { usual() } else { teams };
        Ok(Self {
            form: Form::new(plan, teams, course),
            page: Page::Main,
            row: Row::Play,
            extra: Row::Speed,
            typed: false,
            cupboard: Cupboard::read(store)?,
            left: last.as_ref().and_then(Left::of),
            note: note.map(Note::Refused),
        })
    }

    pub fn is_typing(&self) -> bool {
        match &self.page {
            Page::Teams(page) => page.is_typing(),
            Page::Kept(page) => page.is_typing(),
            Page::Main | Page::Extras | Page::Lessons(_) => false,
        }
    }

    pub fn saved(&mut self, what: &EventKind, id: EventId) {
        self.cupboard.saved(what, id);
        if let Page::Kept(page) = &mut self.page {
            let turn = page.saved(what);
            self.follow(turn);
        }
    }

    pub fn hints(&self, _: &Context<'_>) -> Vec<Hint> {
        match &self.page {
            Page::Main | Page::Extras => keys::hints(self.form_bindings()),
            Page::Lessons(_) => keys::hints(lessons::Lessons::bindings()),
            Page::Teams(page) => keys::hints(page.bindings()),
            Page::Kept(page) => keys::hints(page.bindings()),
        }
    }

    pub fn handle(&mut self, input: &Input, context: &Context<'_>) -> Vec<Effect> {
        match (input, &mut self.page) {
            (Input::Key(key), _) => return self.key(*key, context),
            (Input::Paste(text), Page::Teams(page)) => page.paste(text),
            (Input::Paste(text), Page::Kept(page)) => page.paste(text),
            (Input::Paste(_) | Input::Keys(_) | Input::Wake, _) => {}
        }
        Vec::new()
    }

    fn key(&mut self, key: KeyEvent, context: &Context<'_>) -> Vec<Effect> {
        self.note = None;
        let turn = match &mut self.page {
            Page::Main | Page::Extras => self.form_key(key, context),
            Page::Lessons(page) => page.key(key, &mut self.form, context),
            Page::Teams(page) => page.key(key, &mut self.form.teams),
            Page::Kept(page) => page.key(key, &mut self.form, &self.cupboard, context.course),
        };
        self.follow(turn)
    }

    fn follow(&mut self, turn: Turn) -> Vec<Effect> {
        match turn {
            Turn::Stay => {}
            Turn::To(page) => self.page = page,
            Turn::Back(page, note) => (self.page, self.note) = (page, Some(note)),
            Turn::Note(note) => self.note = Some(note),
            Turn::Do(effects) => return effects,
        }
        Vec::new()
    }

    /// The drill as it is set up, or the first thing that is wrong with it.
    fn start(&self, context: &Context<'_>) -> Turn {
        let (draft, _) = self.form.plan().draft(context.course, self.form.teams.clone(), context.new_seed());
        match Setup::new(draft) {
            Ok(setup) => Turn::Do(vec![Effect::Replace(Place::Drill(DrillStart::New(Box::new(setup))))]),
            Err(why) => Turn::refused(why),
        }
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        draw::header(self, context)
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        draw::draw(self, frame, area, context);
    }
}
