//! What a screen is told: something was saved, written, read or kept for it, or it comes to light again.

use super::Screen;
use crate::store::{Store, StoreError};
use crate::study::event::{EventId, EventKind};
use crate::study::settings::SettingChange;
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::file_exchange::ExchangeStep;

impl Screen {
    /// An event of this screen was saved.
    pub fn saved(&mut self, what: &EventKind, id: EventId) {
        match self {
            Self::Quiz(it) => it.saved(what, id),
            Self::Cards(it) => it.saved(what, id),
            Self::Scenario(it) => it.saved(what, id),
            Self::DrillSetup(it) => it.saved(what, id),
            Self::Drill(it) => it.saved(what, id),
            Self::Classes(it) => it.saved(what, id),
            Self::SchoolClass(_)
            | Self::Home(_)
            | Self::Lesson(_)
            | Self::CardPractice(_)
            | Self::CardBrowser(_)
            | Self::QuizSetup(_)
            | Self::Placement(_)
            | Self::Results(_)
            | Self::Scenarios(_)
            | Self::Reports(_)
            | Self::Report(_)
            | Self::Statistics(_)
            | Self::Memory(_)
            | Self::Wheel(_)
            | Self::Search(_)
            | Self::Notes(_)
            | Self::Profiles(_)
            | Self::Settings(_)
            | Self::Library(_)
            | Self::Courses(_)
            | Self::Exchange(_)
            | Self::Problems(_)
            | Self::FlagForm(_) => {}
        }
    }

    /// A file it asked for was written there, or not, and why.
    pub fn written(&mut self, done: Result<std::path::PathBuf, String>) {
        if let Self::Report(it) = self {
            it.written(done);
        }
    }

    /// A list that it asked for was read, or not, and why.
    pub fn list_read(&mut self, list: Result<Vec<u8>, String>, context: &Context<'_>) -> Vec<Effect> {
        if let Self::Classes(it) = self { it.list_read(list, context) } else { Vec::new() }
    }

    /// What came of a step of import, export or adding a course.
    pub fn exchanged(&mut self, step: Result<ExchangeStep, String>) {
        if let Self::Exchange(it) = self {
            it.answered(step);
        }
    }

    /// A change of the settings was kept, or not, and why.
    pub fn kept(&mut self, change: &SettingChange, done: Result<(), String>) {
        if let Self::Settings(it) = self {
            it.kept(change, done);
        }
    }

    /// A profile was changed, or not, and why.
    pub fn profile_changed(&mut self, store: &Store, done: Result<String, String>) {
        if let Self::Profiles(it) = self {
            it.changed(store, done);
        }
    }

    /// The screen comes to light again after another was closed.
    ///
    /// # Errors
    /// When progress cannot be read.
    pub fn refresh(&mut self, store: &Store, context: &Context<'_>) -> Result<(), StoreError> {
        match self {
            Self::Home(it) => it.refresh(store, context),
            Self::Cards(it) => it.refresh(store, context),
            Self::CardBrowser(it) => it.refresh(store, context),
            Self::Scenarios(it) => it.refresh(store),
            Self::Reports(it) => it.refresh(store, context),
            Self::Classes(it) => it.refresh(store),
            Self::SchoolClass(it) => it.refresh(store),
            Self::DrillSetup(it) => it.refresh(store),
            Self::Notes(it) => it.refresh(store, context),
            Self::Placement(it) => it.refresh(store, context),
            Self::Statistics(it) => it.refresh(store, context),
            Self::Lesson(_)
            | Self::CardPractice(_)
            | Self::QuizSetup(_)
            | Self::Quiz(_)
            | Self::Results(_)
            | Self::Scenario(_)
            | Self::Drill(_)
            | Self::Report(_)
            | Self::Memory(_)
            | Self::Wheel(_)
            | Self::Search(_)
            | Self::Profiles(_)
            | Self::Settings(_)
            | Self::Library(_)
            | Self::Courses(_)
            | Self::Exchange(_)
            | Self::Problems(_)
            | Self::FlagForm(_) => Ok(()),
        }
    }
}
