//! What the panels of the set-up have in common: what a key on one of them leads to.

use super::presets::PresetKind;
use crate::study::event::EventKind;
use crate::ui::effect::Effect;
use crate::ui::screens::listing::Notice;

/// A panel to go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PanelKind {
    Main,
    Extras,
    Lessons,
    Teams,
    Classes,
    Questions,
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
