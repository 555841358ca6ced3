//! What a screen is told of what it asked for.

use super::Screen;
use crate::study::event::{EventId, EventKind};
use crate::study::settings::SettingChange;
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
            Self::Home(_)
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
            | Self::Wheel(_)
            | Self::Search(_)
            | Self::Notes(_)
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
}
