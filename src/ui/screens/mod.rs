//! The screens. Each is a state with `handle`, `draw` and a key table; the enum lists what a new one must supply.
//! It is long since each method names every screen: one that is added must say what it does in each.

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
mod listing;
mod looking_up;
mod memory;
mod notes;
mod opening;
mod placement;
pub mod problems;
mod profiles;
mod quiz;
mod quiz_setup;
mod report;
mod reports;
mod reread;
mod results;
mod scenario;
mod scenarios;
mod school_class;
pub mod search;
mod settings;
mod statistics;
mod told;
mod wheel;
mod width;

use crossterm::event::KeyEvent;
use jiff::Timestamp;
use ratatui::Frame;
use ratatui::layout::Rect;

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
            let hint = |does: &str, key, foot| KeyHint { keys: chosen.shown(does, key), does: does.to_owned(), foot };
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

    /// Whether letters are text, so that `?` does not open the help.
    #[must_use]
    pub fn is_typing(&self) -> bool {
        match self {
            Self::Quiz(it) => it.is_typing(),
            Self::Lesson(it) => it.is_typing(),
            Self::Search(_) | Self::FlagForm(_) => true,
            Self::Settings(it) => it.is_typing(),
            Self::Profiles(it) => it.is_typing(),
            Self::DrillSetup(it) => it.is_typing(),
            Self::Drill(it) => it.is_typing(),
            Self::Classes(it) => it.is_typing(),
            Self::SchoolClass(it) => it.is_typing(),
            Self::Library(it) => it.is_typing(),
            Self::CardBrowser(it) => it.is_typing(),
            Self::Cards(it) => it.is_typing(),
            Self::Home(_)
            | Self::CardPractice(_)
            | Self::QuizSetup(_)
            | Self::Placement(_)
            | Self::Results(_)
            | Self::Scenarios(_)
            | Self::Scenario(_)
            | Self::Reports(_)
            | Self::Report(_)
            | Self::Statistics(_)
            | Self::Memory(_)
            | Self::Wheel(_)
            | Self::Notes(_)
            | Self::Courses(_)
            | Self::Exchange(_)
            | Self::Problems(_) => false,
        }
    }

    /// When the screen wants to be woken.
    #[must_use]
    pub fn wake_at(&self, context: &Context<'_>) -> Option<Timestamp> {
        match self {
            Self::Quiz(it) => it.wake_at(context),
            Self::Cards(it) => Some(it.wake_at().unwrap_or_else(|| context.clock.next_turn())),
            // A home that is left open overnight tells of the new day.
            Self::Home(_) => Some(context.clock.next_turn()),
            Self::Drill(it) => it.wake_at(context),
            Self::Search(it) => it.wake_at(context),
            Self::Memory(it) => it.wake_at(context),
            Self::Settings(it) => it.wake_at(context),
            Self::Profiles(_)
            | Self::Notes(_)
            | Self::Lesson(_)
            | Self::CardPractice(_)
            | Self::CardBrowser(_)
            | Self::QuizSetup(_)
            | Self::Placement(_)
            | Self::Results(_)
            | Self::Scenarios(_)
            | Self::Scenario(_)
            | Self::DrillSetup(_)
            | Self::Classes(_)
            | Self::SchoolClass(_)
            | Self::Reports(_)
            | Self::Report(_)
            | Self::Statistics(_)
            | Self::Wheel(_)
            | Self::Library(_)
            | Self::Courses(_)
            | Self::Exchange(_)
            | Self::Problems(_)
            | Self::FlagForm(_) => None,
        }
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
