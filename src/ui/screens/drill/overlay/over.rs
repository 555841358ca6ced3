//! What can lie over the wall, and what is typed or pointed at in it.

use super::Confirm;
use crate::study::live::SeatId;
use crate::study::session::drill::{Named, type_into};

/// What lies over the wall.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui::screens::drill) enum Over {
    Menu {
        cursor: usize,
    },
    /// The name of a team that comes late, as typed so far.
    Late(String),
    /// Points by hand, as typed so far.
    Points(String),
    /// Which team leaves.
    Leaving {
        cursor: usize,
    },
    /// Teams and people.
    People {
        cursor: usize,
    },
    /// The people on their own devices.
    Seats {
        cursor: usize,
    },
    /// The code of a device that does not reach the host, as typed so far.
    Ticket(String),
    /// A new name for one of these, as typed so far.
    RenamingSeat {
        seat: SeatId,
        typed: String,
    },
    /// A new name for one of them, as typed so far.
    Renaming {
        what: Named,
        typed: String,
    },
    /// Which question's key is to be mended.
    Questions {
        cursor: usize,
    },
    /// What its key is to be.
    Keys {
        question: usize,
        cursor: usize,
    },
    Ruling {
        cursor: usize,
    },
    /// Whether something that cannot be meant by a slip is to be done.
    Confirm {
        what: Confirm,
        cursor: usize,
    },
    Cards {
        cursor: usize,
        chosen: Vec<bool>,
    },
}

impl Over {
    pub(in crate::ui::screens::drill) fn menu() -> Self {
        Self::Menu { cursor: 0 }
    }

    pub(in crate::ui::screens::drill) fn ruling() -> Self {
        Self::Ruling { cursor: 0 }
    }

    pub(in crate::ui::screens::drill) fn is_typing(&self) -> bool {
        self.typed().is_some()
    }

    pub(in crate::ui::screens::drill) fn paste(&mut self, text: &str) {
        if let Some(typed) = self.typed_mut() {
            type_into(typed, text.chars());
        }
    }

    /// The line that is typed.
    pub(in crate::ui::screens::drill) fn typed(&self) -> Option<&str> {
        match self {
            Self::Late(typed)
            | Self::Points(typed)
            | Self::Renaming { typed, .. }
            | Self::Ticket(typed)
            | Self::RenamingSeat { typed, .. } => Some(typed),
            Self::Menu { .. }
            | Self::Leaving { .. }
            | Self::People { .. }
            | Self::Seats { .. }
            | Self::Questions { .. }
            | Self::Keys { .. }
            | Self::Ruling { .. }
            | Self::Confirm { .. }
            | Self::Cards { .. } => None,
        }
    }

    pub(super) fn typed_mut(&mut self) -> Option<&mut String> {
        match self {
            Self::Late(typed)
            | Self::Points(typed)
            | Self::Renaming { typed, .. }
            | Self::Ticket(typed)
            | Self::RenamingSeat { typed, .. } => Some(typed),
            Self::Menu { .. }
            | Self::Leaving { .. }
            | Self::People { .. }
            | Self::Seats { .. }
            | Self::Questions { .. }
            | Self::Keys { .. }
            | Self::Ruling { .. }
            | Self::Confirm { .. }
            | Self::Cards { .. } => None,
        }
    }

    pub(super) fn cursor(&mut self) -> Option<&mut usize> {
        match self {
            Self::Menu { cursor }
            | Self::Leaving { cursor }
            | Self::People { cursor }
            | Self::Seats { cursor }
            | Self::Questions { cursor }
            | Self::Keys { cursor, .. }
            | Self::Ruling { cursor }
            | Self::Confirm { cursor, .. }
            | Self::Cards { cursor, .. } => Some(cursor),
            Self::Late(_) | Self::Points(_) | Self::Renaming { .. } | Self::RenamingSeat { .. } | Self::Ticket(_) => {
                None
            }
        }
    }

    /// The row under the cursor.
    pub(in crate::ui::screens::drill) fn row(&self) -> Option<usize> {
        self.clone().cursor().copied()
    }
}
