//! Ways to play on one screen, and which questions suit them.

use serde::{Deserialize, Serialize};

use crate::course::model::Kind;

/// How questions are played.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Mode {
    /// The first press has the floor; a wrong answer opens the question to the others. The clock stands while a team speaks.
    Buzzer,
    /// Each question belongs to a team; missed, it passes to the next, with the full time.
    Turns,
    /// Every team answers; the teacher enters what they hold up.
    Together,
    /// Vote, argue, vote again (peer instruction: Mazur, *Peer Instruction*, 1997). Hands are counted; there are no points.
    Argue,
    /// Every team answers, and all points are one score, held against `target_percent` of what could be earned.
    Class { target_percent: u8 },
}

impl Mode {
    /// Why questions of `kind` are left out in this mode; `None` when they are not.
    #[must_use]
    pub fn leaves_out(self, kind: Kind) -> Option<&'static str> {
        match (self, kind) {
            (Self::Buzzer, Kind::Match | Kind::Order) => Some("takes too long to say after a buzz"),
            (Self::Argue, Kind::Several | Kind::Match | Kind::Order) => {
                Some("hands can be counted for one option each")
            }
            (Self::Argue, Kind::Typed) => Some("has no options to raise hands for"),
            _ => None,
        }
    }

    /// Whether the moment of an answer is the team's own, so that speed can earn points. Where the teacher enters
    /// all answers it is the teacher's.
    #[must_use]
    pub fn times_teams(self) -> bool {
        matches!(self, Self::Buzzer | Self::Turns)
    }
}
