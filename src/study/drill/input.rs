//! What comes into a room: a log of entries, which is the truth about a drill.

use serde::{Deserialize, Serialize};

use super::points::Points;
use super::raised::PupilVote;
use super::seating::Seating;
use super::team::{Team, TeamId};
use crate::course::model::{Id, Text};
use crate::study::item::{Key, Response};
use crate::study::names::Name;

/// A moment in milliseconds, on whatever clock the caller has. Only differences are used, and those with care: see
/// [`super::Timer`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

/// An entry of the log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    pub at: Moment,
    /// Milliseconds that were seen to pass since the entry before, where somebody looked in between. Without it, as earlier
    /// releases wrote that ticked every second, the moments tell, as far as [`super::MOST_STEP_MS`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ran_ms: Option<u64>,
    pub what: Input,
}

impl Entry {
    /// An entry whose moment alone tells how much time went by.
    #[must_use]
    pub fn new(at: Moment, what: Input) -> Self {
        Self { at, ran_ms: None, what }
    }
}

/// What happened in the room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Input {
    /// A team came, at the start or late.
    Joined(Team),
    /// The question with this position is put before the class; its clock stands still.
    Asked {
        question: usize,
    },
    /// The question is open for answers; where a class argues and votes again, for the next vote.
    Opened,
    /// All presses of one read, in the order of their bytes: the first decides, the others were as good as level.
    Buzzed {
        teams: Vec<TeamId>,
    },
    /// A team's answer; entered again, it replaces the one before.
    Answered {
        team: TeamId,
        answer: Response,
    },
    /// The teacher's word on a spoken answer of the team whose turn it is.
    Judged {
        team: TeamId,
        ruling: Ruling,
    },
    /// A team has no answer.
    Passed {
        team: TeamId,
    },
    /// Hands counted by the teacher: one number per option, in the author's order.
    Voted {
        vote: Vote,
        hands: Vec<u32>,
    },
    /// The same of single pupils, each with an option. Where every team answers, a team's answer is what most of its pupils
    /// showed, now or in an entry before ([`Vote::First`]).
    Raised {
        vote: Vote,
        by: Vec<PupilVote>,
    },
    /// No more answers.
    Closed,
    /// The answer and its reason are shown, and points become known.
    Revealed,
    /// The board is shown: where it is due, or because the teacher wants it now. A question in play waits behind it, its
    /// clock too, and [`Input::Opened`] goes back to it.
    BoardShown,
    Paused,
    Resumed,
    /// More time; after the time was up, the question opens again.
    Extended {
        seconds: u16,
    },
    /// The question in play is left out and does not count.
    Skipped,
    /// The drill is over; what was not revealed does not count.
    Ended,
    /// A key turned out wrong: points are computed anew.
    Regraded {
        question: usize,
        key: Key,
    },
    /// Points given by hand, or taken where they are below zero; with the reason.
    Awarded {
        team: TeamId,
        points: Points,
        why: Text,
    },
    /// A team has left: it keeps what it earned and is asked no more.
    Left {
        team: TeamId,
    },
    /// The people sit anew: some are away or here after all, some play in another team.
    Seated(Seating),
    /// A team is called otherwise.
    TeamRenamed {
        team: TeamId,
        name: Name,
    },
    /// The last act is taken back; ticks are no acts.
    Undone,
    /// The class decided in a scenario; hands in the order of the choices, empty when the teacher just asked.
    Chosen {
        scene: Id,
        choice: Id,
        hands: Vec<u32>,
    },
    /// Time went by: logged now and then, and when it is up. Only this, or [`Input::Closed`], ends a question.
    Tick,
    /// The program was started again: the time between does not count, and the room waits, paused.
    TakenUp,
}

impl Input {
    /// Whether it is something done in the room, which [`Input::Undone`] can take back.
    pub(super) fn is_act(&self) -> bool {
        !matches!(self, Self::Tick | Self::TakenUp | Self::Undone)
    }
}

/// A teacher's word on what was said aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ruling {
    Right,
    /// Worth half.
    Half,
    Wrong,
}

/// Before or after arguing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Vote {
    First,
    Second,
}
