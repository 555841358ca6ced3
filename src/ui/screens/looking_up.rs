//! Whether anything else of the course can be looked at from a screen.

use super::{Screen, drill};
use crate::ui::effect::{LibrarySection, Place};

impl Screen {
    /// Why nothing else can be looked at from here.
    pub fn off(&self) -> Option<&'static str> {
        match self {
            Self::Quiz(it) => it.is_exam().then_some("Search is off until you have handed in."),
            Self::Drill(_) => Some("Search is off during a drill: the class looks on."),
            Self::Home(_)
            | Self::Lesson(_)
            | Self::Cards(_)
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
            | Self::Courses(_)
            | Self::Exchange(_)
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
            | Self::Problems(_)
            | Self::FlagForm(_) => None,
        }
    }

    /// Whether only terms can be looked up: by a class, once an answer is shown.
    pub(super) fn looks_up_terms(&self) -> bool {
        self.as_drill().is_some_and(drill::DrillScreen::is_answer_shown)
    }

    /// Where the key of the search leads.
    #[must_use]
    pub fn search_place(&self) -> Place {
        if self.looks_up_terms() {
            Place::Library { shelf: LibrarySection::Glossary, entry: None }
        } else {
            Place::Search
        }
    }
}
