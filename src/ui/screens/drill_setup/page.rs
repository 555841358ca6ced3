//! The pages of the set-up, and what a key on one of them leads to.

use ratatui::text::Line;

use super::lessons::Lessons;
use super::presets::KeptPage;
use super::teams::TeamsPage;
use crate::ui::effect::Effect;

/// A page.
pub enum Page {
    Main,
    Extras,
    Lessons(Lessons),
    Teams(TeamsPage),
    Kept(KeptPage),
}

/// What comes of a key.
pub enum Turn {
    Stay,
    To(Page),
    /// As `To`, with a word on it.
    Back(Page, Note),
    Note(Note),
    Do(Vec<Effect>),
}

/// A line under the rows.
pub enum Note {
    Said(String),
    Refused(String),
}

impl Turn {
    pub fn refused(why: impl ToString) -> Self {
        Self::Note(Note::Refused(why.to_string()))
    }

    pub fn save(what: crate::study::event::EventKind) -> Self {
        Self::Do(vec![Effect::Save(what)])
    }
}

/// A page as lines.
#[derive(Default)]
pub struct Drawn {
    pub lines: Vec<Line<'static>>,
    /// The line of the cursor.
    pub at: usize,
    /// The line of the last row that it can stand on.
    pub last: usize,
    /// Line and column of the text cursor.
    pub caret: Option<(usize, usize)>,
}

impl Drawn {
    pub fn with(lines: impl IntoIterator<Item = Line<'static>>) -> Self {
        Self { lines: lines.into_iter().collect(), ..Self::default() }
    }

    /// Adds a row, on which the cursor stands when it is `here`.
    pub fn push(&mut self, line: Line<'static>, here: bool) {
        self.last = self.lines.len();
        if here {
            self.at = self.lines.len();
        }
        self.lines.push(line);
    }
}
