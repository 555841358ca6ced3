//! What a screen is asked and told besides its keys. Most of it concerns few screens: each says only what differs.

use jiff::Timestamp;

use super::Screen;
use crate::course::Course;
use crate::store::{Store, StoreError};
use crate::study::event::{EventId, EventKind};
use crate::ui::context::{Context, Opening};
use crate::ui::frame::Width;

/// Cells at most of a list that is an overview: titles stand whole, and the figures not far from them.
pub(super) const OVERVIEW: u16 = 96;

/// A course whose files have changed, as it was, and the progress in it.
#[derive(Clone, Copy)]
pub struct Before<'a> {
    pub course: &'a Course,
    pub store: &'a Store,
}

/// What each screen answers.
pub(super) trait Lifecycle {
    /// How wide it is drawn.
    fn width(&self) -> Width {
        Width::Reading
    }

    /// Whether letters are text, so that `?` does not open the help.
    fn is_typing(&self) -> bool {
        false
    }

    /// When it wants to be woken.
    fn wake_at(&self, _: &Context<'_>) -> Option<Timestamp> {
        None
    }

    /// Why nothing else of the course can be looked at from here.
    fn off(&self) -> Option<&'static str> {
        None
    }

    /// An event of this screen was saved.
    fn saved(&mut self, _: &EventKind, _: EventId) {}

    /// It comes to light again after another was closed.
    ///
    /// # Errors
    /// When progress cannot be read.
    fn refresh(&mut self, _: &Store, _: &Context<'_>) -> Result<(), StoreError> {
        Ok(())
    }

    /// Goes on with the course as it is now. False when what it shows is gone.
    ///
    /// # Errors
    /// When progress cannot be read.
    fn reread(&mut self, before: Before<'_>, context: &Context<'_>, _: &Opening<'_>) -> Result<bool, StoreError> {
        self.refresh(before.store, context)?;
        Ok(true)
    }
}

impl Screen {
    /// How wide it is drawn.
    #[must_use]
    pub fn width(&self) -> Width {
        each!(self, it => it.width())
    }

    /// Whether letters are text, so that `?` does not open the help.
    #[must_use]
    pub fn is_typing(&self) -> bool {
        each!(self, it => it.is_typing())
    }

    /// When the screen wants to be woken.
    #[must_use]
    pub fn wake_at(&self, context: &Context<'_>) -> Option<Timestamp> {
        each!(self, it => it.wake_at(context))
    }

    /// Why nothing else can be looked at from here.
    pub fn off(&self) -> Option<&'static str> {
        each!(self, it => it.off())
    }

    /// An event of this screen was saved.
    pub fn saved(&mut self, what: &EventKind, id: EventId) {
        each!(self, it => it.saved(what, id));
    }

    /// The screen comes to light again after another was closed.
    ///
    /// # Errors
    /// When progress cannot be read.
    pub fn refresh(&mut self, store: &Store, context: &Context<'_>) -> Result<(), StoreError> {
        each!(self, it => it.refresh(store, context))
    }

    /// Goes on with the course as it is now. False when what the screen shows is gone.
    ///
    /// # Errors
    /// When progress cannot be read.
    pub fn reread(
        &mut self,
        before: Before<'_>,
        context: &Context<'_>,
        opening: &Opening<'_>,
    ) -> Result<bool, StoreError> {
        each!(self, it => it.reread(before, context, opening))
    }
}
