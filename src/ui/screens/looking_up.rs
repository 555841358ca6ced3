//! Whether anything else of the course can be looked at from a screen.

use super::{Screen, drill};
use crate::ui::effect::{LibrarySection, Place};

impl Screen {
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
