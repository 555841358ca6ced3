//! What the panels of the set-up have in common: what a key on one of them leads to, and their lines.

use ratatui::text::Line;

use super::presets::PresetKind;
use crate::study::event::EventKind;
use crate::ui::effect::Effect;

/// A panel to go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PanelKind {
    Main,
    Extras,
    Lessons,
    Teams,
    Classes,
    /// What was kept; with `naming`, keeping the present one comes first.
    Presets {
        kind: PresetKind,
        naming: bool,
    },
}

/// What comes of a key.
pub(super) enum KeyOutcome {
    Stay,
    To(PanelKind),
    /// As `To`, with a word on it.
    Back(PanelKind, Notice),
    Say(Notice),
    Ask(Vec<Effect>),
}

/// A line under the rows.
pub(super) enum Notice {
    Said(String),
    Refused(String),
}

impl KeyOutcome {
    pub(super) fn refused(why: impl ToString) -> Self {
        Self::Say(Notice::Refused(why.to_string()))
    }

    pub(super) fn save(what: EventKind) -> Self {
        Self::Ask(vec![Effect::Save(what)])
    }
}

impl From<()> for KeyOutcome {
    fn from((): ()) -> Self {
        Self::Stay
    }
}

/// What a panel shows.
#[derive(Default)]
pub(super) struct Listing {
    pub lines: Vec<Line<'static>>,
    /// The line of the cursor.
    pub at: usize,
    /// The line of the last row that it can stand on.
    pub last: usize,
    /// Line and column of the text cursor.
    pub caret: Option<(usize, usize)>,
}

impl Listing {
    pub(super) fn with(lines: impl IntoIterator<Item = Line<'static>>) -> Self {
        Self { lines: lines.into_iter().collect(), ..Self::default() }
    }

    /// Adds a row, on which the cursor stands when it is `here`.
    pub(super) fn push(&mut self, line: Line<'static>, here: bool) {
        self.last = self.lines.len();
        if here {
            self.at = self.lines.len();
        }
        self.lines.push(line);
    }
}
