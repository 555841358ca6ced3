//! The screens. Each is a state with `handle`, `draw`, a key table and a [`lifecycle`]; the enum lists them.

// Before the modules, which use it: the same of whichever screen it is.
macro_rules! each {
    ($screen:expr, $it:ident => $does:expr) => {
        match $screen {
            Screen::Home($it) => $does,
            Screen::Lesson($it) => $does,
            Screen::Cards($it) => $does,
            Screen::CardPractice($it) => $does,
            Screen::CardBrowser($it) => $does,
            Screen::QuizSetup($it) => $does,
            Screen::Quiz($it) => $does,
            Screen::Placement($it) => $does,
            Screen::Results($it) => $does,
            Screen::Scenarios($it) => $does,
            Screen::Scenario($it) => $does,
            Screen::DrillSetup($it) => $does,
            Screen::Drill($it) => $does,
            Screen::Classes($it) => $does,
            Screen::SchoolClass($it) => $does,
            Screen::Reports($it) => $does,
            Screen::Report($it) => $does,
            Screen::Statistics($it) => $does,
            Screen::Memory($it) => $does,
            Screen::Wheel($it) => $does,
            Screen::Search($it) => $does,
            Screen::Notes($it) => $does,
            Screen::Profiles($it) => $does,
            Screen::Settings($it) => $does,
            Screen::Library($it) => $does,
            Screen::Courses($it) => $does,
            Screen::Exchange($it) => $does,
            Screen::Problems($it) => $does,
            Screen::FlagForm($it) => $does,
        }
    };
}

mod card_browser;
mod card_practice;
mod cards;
mod classes;
mod courses;
mod drill;
mod drill_setup;
mod exchange;
mod field;
mod flag_form;
pub mod help;
mod home;
mod lesson;
mod library;
mod lifecycle;
mod listing;
mod looking_up;
mod memory;
mod notes;
mod opening;
mod placement;
pub mod problems;
mod profiles;
mod purpose;
mod quiz;
mod quiz_setup;
mod report;
mod reports;
mod results;
mod scenario;
mod scenarios;
mod school_class;
pub mod search;
mod settings;
mod statistics;
mod told;
mod wheel;

use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::Rect;

pub use lifecycle::Before;

use super::bindings::Keyed as _;
use super::context::Context;
use super::effect::Effect;
use super::frame::Header;
use super::input::InputEvent;
use super::keys::{Chord, KeyHint};
use super::palette::PaletteItem;

/// Every screen.
pub enum Screen {
    Home(Box<home::Home>),
    Lesson(Box<lesson::LessonScreen>),
    Cards(Box<cards::Cards>),
    CardPractice(Box<card_practice::PracticeRound>),
    CardBrowser(Box<card_browser::CardBrowser>),
    QuizSetup(quiz_setup::QuizSetup),
    Quiz(Box<quiz::Quiz>),
    Placement(Box<placement::Placement>),
    Results(Box<results::ResultsScreen>),
    Scenarios(scenarios::Scenarios),
    Scenario(Box<scenario::ScenarioScreen>),
    DrillSetup(Box<drill_setup::DrillSetup>),
    Drill(Box<drill::DrillScreen>),
    Classes(classes::ClassList),
    SchoolClass(Box<school_class::ClassPeople>),
    Reports(reports::Reports),
    Report(Box<report::ReportScreen>),
    Statistics(Box<statistics::Statistics>),
    Memory(Box<memory::MemoryScreen>),
    Wheel(wheel::TrackWheel),
    Search(Box<search::Search>),
    Notes(notes::NoteList),
    Profiles(profiles::ProfileList),
    Settings(Box<settings::SettingsScreen>),
    Library(Box<library::Library>),
    Courses(courses::Courses),
    Exchange(exchange::ExchangeScreen),
    Problems(problems::Problems),
    FlagForm(Box<flag_form::FlagForm>),
}

impl Screen {
    /// Takes an input and says what is to be done.
    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        each!(self, it => it.handle(input, context))
    }

    /// Draws the screen's body. Changes nothing.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        each!(self, it => it.draw(frame, area, context));
    }

    #[must_use]
    pub fn header(&self, context: &Context<'_>) -> Header {
        each!(self, it => it.header(context))
    }

    /// The keys of the present state, for footer and help.
    #[must_use]
    pub fn hints(&self, context: &Context<'_>) -> Vec<KeyHint> {
        let mut hints = each!(self, it => it.hints(context));
        if !self.is_typing() {
            let chosen = &context.preferences.keys;
            let hint = |does: &str, key, foot| KeyHint { foot, ..KeyHint::new(&chosen.shown(does, key), does) };
            if self.looks_up_terms() {
                hints.push(hint("look up a term", "/", false));
            } else if self.off().is_none() && hints.iter().all(|h| h.does != "search") {
                hints.push(hint("search", "/", false));
            }
            hints.push(hint("every action", "Ctrl-P", false));
            hints.push(hint("help", "?", true));
        }
        hints
    }

    /// Why `key` does nothing at present, where it would at other times.
    #[must_use]
    pub fn refusal(&self, key: KeyEvent, context: &Context<'_>) -> Option<&'static str> {
        let search = context.preferences.keys.key("search").unwrap_or(Chord::Char('/'));
        let is_search = search.matches(key) && !self.is_typing() && !self.looks_up_terms();
        self.off().filter(|_| is_search).or_else(|| each!(self, it => it.why_off(key, context)))
    }

    /// What it can do at present, for the palette.
    #[must_use]
    pub fn actions(&self, context: &Context<'_>) -> Vec<PaletteItem> {
        each!(self, it => it.actions(context))
    }

    fn as_drill(&self) -> Option<&drill::DrillScreen> {
        if let Self::Drill(it) = self { Some(it) } else { None }
    }

    /// The line that says what is entered, where that is not marked.
    #[must_use]
    pub fn entered(&self) -> Option<String> {
        self.as_drill().and_then(drill::DrillScreen::entered)
    }

    /// Whether keys of one read mean something together: buzzers do.
    #[must_use]
    pub fn takes_reads(&self) -> bool {
        self.as_drill().is_some_and(drill::DrillScreen::takes_reads)
    }
}
