//! Where a room is. Each state holds what it needs and nothing else, so none can be half in another.

use serde::{Deserialize, Serialize};

use super::said::Said;
use super::team::TeamId;
use super::timer::Timer;
use crate::course::model::Id;

/// A room plays, waits or is over. Only what plays can be paused, and a pause cannot be paused.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    Live(Stage),
    Paused(Stage),
    Done(Finish),
}

impl State {
    /// Whether taking this state back to `now` took back a pause or its end, and nothing but the time in between. A
    /// teacher who takes back means what was done before it.
    #[must_use]
    pub fn was_a_pause(&self, now: &Self) -> bool {
        let (Self::Live(one) | Self::Paused(one), Self::Live(other) | Self::Paused(other)) = (self, now) else {
            return false;
        };
        let same = match (one, other) {
            (Stage::Open(a), Stage::Open(b)) => {
                let alike = |open: &Open| (open.question, open.timer.limit_ms, open.given.len());
                alike(a) == alike(b) && a.floor == b.floor
            }
            (one, other) => one == other,
        };
        same && std::mem::discriminant(self) != std::mem::discriminant(now)
    }
}

/// How a drill came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finish {
    Played,
    Early,
}

/// A step of the drill.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    Lobby,
    /// The question can be read; nobody can answer yet.
    Ask {
        question: usize,
    },
    Open(Open),
    /// No more answers; what was said is kept and not shown. More time opens the question again.
    Closed(Open),
    Reveal {
        question: usize,
    },
    Board,
    /// The board between, while a question is in play; it waits.
    Interlude(Box<Stage>),
    Scene {
        scene: Id,
    },
    /// The scenario has come to its end; now it is talked over.
    Debrief {
        ending: Id,
    },
}

/// A question in play.
#[derive(Clone, Debug, PartialEq)]
pub struct Open {
    pub question: usize,
    pub timer: Timer,
    pub floor: Floor,
    /// In the order of answering.
    pub given: Vec<Given>,
}

/// Who may answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Floor {
    /// Whoever presses first, but for the teams that have answered.
    Buzzers,
    /// The team that pressed first speaks; the others of the same read are shown as level with it.
    Speaking {
        team: TeamId,
        level: Vec<TeamId>,
    },
    Turn {
        team: TeamId,
    },
    Everyone,
    Hands(Hands),
}

/// Argue and vote again.
#[derive(Clone, Debug, PartialEq)]
pub enum Hands {
    First,
    Arguing { first: Vec<u32> },
    Second { first: Vec<u32> },
    Voted { first: Vec<u32>, second: Vec<u32> },
}

/// What a team said to a question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Given {
    pub team: TeamId,
    pub said: Said,
    /// Time left and time given then, in milliseconds; `None` without a clock.
    pub time: Option<(u64, u64)>,
}

/// A question that is over.
#[derive(Clone, Debug, PartialEq)]
pub struct Played {
    pub question: usize,
    pub outcome: Outcome,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    Skipped,
    Answered(Vec<Given>),
    Voted { first: Option<Vec<u32>>, second: Option<Vec<u32>> },
}

impl Open {
    pub(super) fn has_answered(&self, team: TeamId) -> bool {
        self.given.iter().any(|g| g.team == team)
    }

    /// Keeps what `team` said, in place of what it said before.
    pub(super) fn keep(&mut self, team: TeamId, said: Said) {
        let time = self.timer.left_ms().zip(self.timer.limit_ms);
        self.given.retain(|g| g.team != team);
        self.given.push(Given { team, said, time });
    }

    /// Whether the clock runs: not while a team that buzzed speaks.
    pub(super) fn runs(&self) -> bool {
        !matches!(self.floor, Floor::Speaking { .. })
    }

    pub(super) fn outcome(self) -> Outcome {
        match self.floor {
            Floor::Hands(hands) => {
                let (first, second) = hands.counted();
                Outcome::Voted { first, second }
            }
            Floor::Buzzers | Floor::Speaking { .. } | Floor::Turn { .. } | Floor::Everyone => {
                Outcome::Answered(self.given)
            }
        }
    }
}

impl Hands {
    pub(super) fn counted(self) -> (Option<Vec<u32>>, Option<Vec<u32>>) {
        match self {
            Self::First => (None, None),
            Self::Arguing { first } | Self::Second { first } => (Some(first), None),
            Self::Voted { first, second } => (Some(first), Some(second)),
        }
    }
}

impl Outcome {
    /// What was said; nothing when skipped or voted.
    #[must_use]
    pub fn given(&self) -> &[Given] {
        match self {
            Self::Answered(given) => given,
            Self::Skipped | Self::Voted { .. } => &[],
        }
    }
}
