//! What a screen is given to work with, and to open with.

use ratatui::layout::Rect;

use super::catalogue::CourseCatalogue;
use super::frame::{self, Width};
use super::held_keys::Press;
use super::preferences::Preferences;
use super::theme::Theme;
use crate::course::Course;
use crate::course::finding::Finding;
use crate::study::live::SeatLink;
use crate::study::queue::Limits;
use crate::study::session::ReviewRules;
use crate::study::time::Clock;

/// Everything outside a screen that it may look at.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub course: &'a Course,
    pub theme: &'a Theme,
    pub clock: &'a Clock,
    /// The whole terminal.
    pub area: Rect,
    /// The seed given on the command line.
    pub seed: Option<u64>,
    /// How wide the screen is.
    pub wide: Width,
    /// The press that is being handled.
    pub press: &'a Press,
    /// What the learner has set.
    pub preferences: &'a Preferences,
    /// What is wrong in the course's files.
    pub problems: &'a [Finding],
}

impl Context<'_> {
    /// Where the screen's body is drawn.
    #[must_use]
    pub fn body(&self) -> Rect {
        frame::body(self.area, self.wide)
    }

    /// Beside the text of a spread, where the terminal has room.
    #[must_use]
    pub fn margin(&self) -> Option<Rect> {
        frame::margin(self.area, self.wide)
    }

    #[must_use]
    pub fn width(&self) -> usize {
        usize::from(self.body().width)
    }

    #[must_use]
    pub fn height(&self) -> usize {
        usize::from(self.body().height)
    }

    /// The seed for something new: the given one, or one from the time.
    #[must_use]
    pub fn new_seed(&self) -> u64 {
        self.seed.unwrap_or_else(|| self.clock.new_seed())
    }
}

/// What opening a screen needs besides course and store.
pub struct Opening<'a> {
    pub clock: &'a Clock,
    pub limits: Limits,
    /// What the learner has set.
    pub preferences: &'a Preferences,
    /// The courses of this computer.
    pub catalogue: &'a dyn CourseCatalogue,
    pub seed: Option<u64>,
    /// Percent needed to pass a quiz, if a mark was set on the command line.
    pub pass_mark: Option<u32>,
    /// The class's own devices, where a drill is hosted for them.
    pub seats: Option<&'a SeatLink>,
}

impl Opening<'_> {
    /// How cards are reviewed.
    #[must_use]
    pub fn rules(&self) -> ReviewRules {
        ReviewRules { limits: self.limits, ..self.preferences.settings.review_rules() }
    }

    /// The seed for something new: the given one, or one from the time.
    #[must_use]
    pub fn new_seed(&self) -> u64 {
        self.seed.unwrap_or_else(|| self.clock.new_seed())
    }
}
