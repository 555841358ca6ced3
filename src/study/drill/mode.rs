//! Ways to play on one screen, and which questions suit them.

use serde::{Deserialize, Serialize};

use crate::study::item::Form;

/// How questions are played.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Mode {
    /// The first press has the floor; a wrong answer opens the question to the others. The clock stands while a team speaks.
    Buzzer,
    /// Each question goes to one team; if missed, it passes to the next, with the full time.
    Turns,
    /// Every team answers; the teacher enters what they hold up.
    Together,
    /// Vote, argue, vote again (peer instruction: Mazur, *Peer Instruction*, 1997). Hands are counted; there are no points.
    Argue,
    /// Every team answers, and all points are one score, held against `target_percent` of what could be earned.
    Class { target_percent: u8 },
}

impl Mode {
    /// Why questions of `form` are left out in this mode; `None` when they are not.
    #[must_use]
    pub fn leaves_out(self, form: &Form) -> Option<&'static str> {
        match self {
            Self::Buzzer if !form.is_said_at_once() => Some("takes too long to say after a buzz"),
            Self::Argue if form.is_typed() => Some("has no options to raise hands for"),
            Self::Argue if !form.is_one_option() => Some("has no single option to raise hands for"),
            Self::Buzzer | Self::Turns | Self::Together | Self::Argue | Self::Class { .. } => None,
        }
    }

    /// Whether every question can be asked in it.
    #[must_use]
    pub fn asks_all(self) -> bool {
        !matches!(self, Self::Buzzer | Self::Argue)
    }

    /// Whether the moment of an answer is the team's own, so that speed can earn points. Where the teacher enters
    /// all answers it is the teacher's.
    #[must_use]
    pub fn times_teams(self) -> bool {
        matches!(self, Self::Buzzer | Self::Turns)
    }
}
