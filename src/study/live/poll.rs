//! What is open for answers, and for whom.

use serde::{Deserialize, Serialize};

use crate::study::drill::{Floor, Hands, Room, Stage, State, TeamId, Vote};

/// What an answer belongs to: a question, and before or after arguing. In a scenario questions are its decisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Poll {
    /// Its position, from 0.
    pub question: usize,
    pub vote: Vote,
}

impl Poll {
    /// A number for devices: larger for what comes later.
    #[must_use]
    pub fn number(self) -> usize {
        self.question * 2 + usize::from(self.vote == Vote::Second)
    }
}

/// A poll that takes answers now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenPoll {
    pub poll: Poll,
    pub whose: Turn,
}

/// Who may answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Turn {
    Everyone,
    /// The team that has the floor.
    Team(TeamId),
    /// Whoever presses first, but for the teams that had their go.
    Press {
        tried: Vec<TeamId>,
    },
}

/// What a device may do with an open poll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    Answer,
    Press,
    Watch,
}

impl OpenPoll {
    /// What `room` has open; `None` where nothing is to be answered.
    #[must_use]
    pub fn of(room: &Room) -> Option<Self> {
        let State::Live(stage) = room.state() else { return None };
        let first = |question| Poll { question, vote: Vote::First };
        match stage {
            Stage::Open(open) => {
                let poll = first(open.question);
                Some(match &open.floor {
                    Floor::Everyone | Floor::Hands(Hands::First) => Self { poll, whose: Turn::Everyone },
                    Floor::Hands(Hands::Second { .. }) => {
                        Self { poll: Poll { vote: Vote::Second, ..poll }, whose: Turn::Everyone }
                    }
                    Floor::Turn { team } | Floor::Speaking { team, .. } => Self { poll, whose: Turn::Team(*team) },
                    Floor::Buzzers => {
                        let tried = open.given.iter().map(|given| given.team).collect();
                        Self { poll, whose: Turn::Press { tried } }
                    }
                    Floor::Hands(Hands::Arguing { .. } | Hands::Voted { .. }) => return None,
                })
            }
            Stage::Scene { .. } => Some(Self { poll: first(room.road().len()), whose: Turn::Everyone }),
            Stage::Lobby
            | Stage::Ask { .. }
            | Stage::Closed(_)
            | Stage::Reveal { .. }
            | Stage::Board
            | Stage::Interlude(_)
            | Stage::Debrief { .. } => None,
        }
    }

    /// What somebody of `team` may do.
    #[must_use]
    pub fn permits(&self, team: Option<TeamId>) -> Permission {
        match &self.whose {
            Turn::Everyone => Permission::Answer,
            Turn::Team(of) if team == Some(*of) => Permission::Answer,
            Turn::Press { tried } if team.is_some_and(|team| !tried.contains(&team)) => Permission::Press,
            Turn::Team(_) | Turn::Press { .. } => Permission::Watch,
        }
    }
}
