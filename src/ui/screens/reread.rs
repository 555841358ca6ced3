//! What a screen makes of a course whose files have changed.

use super::{Screen, wheel};
use crate::course::Course;
use crate::store::{Store, StoreError};
use crate::ui::context::{Context, Opening};

impl Screen {
    /// Goes on with the course as it is now; `before` is as it was. False when what the screen shows is gone.
    ///
    /// # Errors
    /// When progress cannot be read.
    pub fn reread(
        &mut self,
        (before, store): (&Course, &Store),
        context: &Context<'_>,
        opening: &Opening<'_>,
    ) -> Result<bool, StoreError> {
        let course = context.course;
        match self {
            Self::Home(it) => it.refresh(store, context)?,
            Self::Lesson(it) => return Ok(it.reread(before, context)),
            Self::CardBrowser(it) => it.refresh(store, context)?,
            Self::QuizSetup(it) => it.reread(before, course),
            Self::Placement(it) => it.refresh(store, context)?,
            Self::Scenarios(it) => it.refresh(store)?,
            Self::Scenario(it) => return it.reread((before, store), course, opening),
            Self::Reports(it) => it.refresh(store, context)?,
            Self::Notes(it) => it.refresh(store, context)?,
            Self::Statistics(it) => it.refresh(store, context)?,
            Self::Wheel(it) => *it = wheel::TrackWheel::new(course, it.at()),
            Self::Search(it) => it.reread(course),
            Self::Library(it) => it.reread(course),
            // What was drawn or asked stays as it was; cards are looked up whenever they are shown.
            Self::Cards(_)
            | Self::CardPractice(_)
            | Self::Quiz(_)
            | Self::Results(_)
            | Self::DrillSetup(_)
            | Self::Drill(_)
            | Self::Report(_)
            | Self::Classes(_)
            | Self::SchoolClass(_)
            | Self::Courses(_)
            | Self::Exchange(_)
            | Self::Memory(_)
            | Self::Profiles(_)
            | Self::Settings(_)
            | Self::Problems(_)
            | Self::FlagForm(_) => {}
        }
        Ok(true)
    }
}
