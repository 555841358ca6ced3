//! How wide each screen is.

use super::Screen;
use crate::ui::frame::{COLUMN, Width};

/// Cells at most of a list that is an overview: titles stand whole, and the figures not far from them.
const OVERVIEW: u16 = 96;

impl Screen {
    /// How wide it is drawn.
    #[must_use]
    pub fn width(&self) -> Width {
        match self {
            Self::Drill(_) => Width::Wall,
            Self::Home(_) | Self::CardBrowser(_) => Width::Text(OVERVIEW),
            Self::Lesson(_) => Width::Spread(COLUMN),
            Self::Library(_)
            | Self::Search(_)
            | Self::Reports(_)
            | Self::Report(_)
            | Self::Statistics(_)
            | Self::Wheel(_) => Width::List,
            Self::Cards(_)
            | Self::CardPractice(_)
            | Self::QuizSetup(_)
            | Self::Placement(_)
            | Self::Quiz(_)
            | Self::Results(_)
            | Self::Scenarios(_)
            | Self::Scenario(_)
            | Self::DrillSetup(_)
            | Self::Classes(_)
            | Self::SchoolClass(_)
            | Self::Notes(_)
            | Self::Profiles(_)
            | Self::Settings(_)
            | Self::Memory(_)
            | Self::Courses(_)
            | Self::Exchange(_)
            | Self::Problems(_)
            | Self::FlagForm(_) => Width::Reading,
        }
    }
}
