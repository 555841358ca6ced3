//! What everybody may see. Before the reveal there is no place in these types for an answer, a key or a vote.

use serde::Serialize;

use super::{
    Asked, ClassScore, Decision, Finish, Floor, Given, Hands, Key, Open, Outcome, Points, Room, Shown, Stage, Standing,
    State, Team, TeamId,
};
use crate::course::model::{Id, Question};

/// The room as the wall shows it, and as a network may send it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Public {
    pub screen: Screen,
    pub paused: bool,
    pub teams: Vec<Team>,
    /// After the questions revealed so far; empty when the class plays as one or hands are counted.
    pub standings: Vec<Standing>,
    pub class_score: Option<ClassScore>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Screen {
    Lobby,
    Ask(Shown),
    Open {
        shown: Shown,
        floor: PublicFloor,
        /// How many teams have answered; not which, nor what.
        answered: usize,
        left_ms: Option<u64>,
    },
    Closed {
        shown: Shown,
        answered: usize,
    },
    Reveal(Box<Solution>),
    Board,
    Scene {
        scene: Id,
        road: Vec<Decision>,
    },
    Debrief {
        ending: Id,
        road: Vec<Decision>,
    },
    Done {
        early: bool,
    },
}

/// Who may answer. Where answers are spoken, who has had a go is known to all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum PublicFloor {
    Buzzers { tried: Vec<TeamId> },
    Speaking { team: TeamId, level: Vec<TeamId>, tried: Vec<TeamId> },
    Turn { team: TeamId, tried: Vec<TeamId> },
    Everyone,
    Hands(PublicHands),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum PublicHands {
    First,
    Arguing,
    Second,
    Counted,
}

/// A revealed question: the answer, its reason and source, who said what and what it earned.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Solution {
    pub shown: Shown,
    pub lesson: Id,
    pub question: Question,
    /// The author's order of what is shown at each place.
    pub order: Vec<usize>,
    pub key: Key,
    pub given: Vec<(Given, Points)>,
    /// Hands per option in the author's order.
    pub first_vote: Option<Vec<u32>>,
    pub second_vote: Option<Vec<u32>>,
}

impl Room {
    /// What everybody may see; the time left is that of the last entry ([`Room::left_ms`] runs on between two).
    #[must_use]
    pub fn public(&self) -> Public {
        let (screen, paused) = match &self.core.state {
            State::Live(stage) => (self.screen(stage), false),
            State::Paused(stage) => (self.screen(stage), true),
            State::Done(finish) => (Screen::Done { early: *finish == Finish::Early }, false),
        };
        let as_one =
            self.setup.questions().is_none_or(|q| matches!(q.mode, super::Mode::Argue | super::Mode::Class { .. }));
        let standings = if as_one { Vec::new() } else { self.standings() };
        Public { screen, paused, teams: self.teams().cloned().collect(), standings, class_score: self.class_score() }
    }

    fn screen(&self, stage: &Stage) -> Screen {
        let road = || self.core.road.clone();
        match stage {
            Stage::Lobby => Screen::Lobby,
            Stage::Ask { question } => self.shown(*question).map_or(Screen::Board, Screen::Ask),
            Stage::Open(open) => self.shown(open.question).map_or(Screen::Board, |shown| Screen::Open {
                shown,
                floor: PublicFloor::of(open),
                answered: open.given.len(),
                left_ms: open.timer.left_ms(),
            }),
            Stage::Closed(open) => self
                .shown(open.question)
                .map_or(Screen::Board, |shown| Screen::Closed { shown, answered: open.given.len() }),
            Stage::Reveal { question } => {
                self.solution(*question).map_or(Screen::Board, |s| Screen::Reveal(Box::new(s)))
            }
            Stage::Board => Screen::Board,
            Stage::Scene { scene } => Screen::Scene { scene: scene.clone(), road: road() },
            Stage::Debrief { ending } => Screen::Debrief { ending: ending.clone(), road: road() },
        }
    }

    /// A question as the class reads it.
    #[must_use]
    pub fn shown(&self, question: usize) -> Option<Shown> {
        let of = self.setup.questions()?.asked.len();
        self.setup.asked(question).map(|asked| Shown::of(asked, question + 1, of))
    }

    /// The solution of a question that was revealed; `None` before that, and when it was skipped.
    #[must_use]
    pub fn solution(&self, question: usize) -> Option<Solution> {
        let played = self.core.played.iter().find(|p| p.question == question && p.outcome != Outcome::Skipped)?;
        let Asked { lesson, question: text, order, .. } = self.setup.asked(question)?.clone();
        let earned = |given: &Given| (given.clone(), self.earned(given.team, question).unwrap_or(Points::ZERO));
        let (first_vote, second_vote) = match &played.outcome {
            Outcome::Voted { first, second } => (first.clone(), second.clone()),
            Outcome::Skipped | Outcome::Answered(_) => (None, None),
        };
        Some(Solution {
            shown: self.shown(question)?,
            lesson,
            question: text,
            order,
            key: self.key(question).clone(),
            given: played.outcome.given().iter().map(earned).collect(),
            first_vote,
            second_vote,
        })
    }
}

impl PublicFloor {
    fn of(open: &Open) -> Self {
        let tried = || open.given.iter().map(|g| g.team).collect();
        match &open.floor {
            Floor::Buzzers => Self::Buzzers { tried: tried() },
            Floor::Speaking { team, level } => Self::Speaking { team: *team, level: level.clone(), tried: tried() },
            Floor::Turn { team } => Self::Turn { team: *team, tried: tried() },
            Floor::Everyone => Self::Everyone,
            Floor::Hands(hands) => Self::Hands(match hands {
                Hands::First => PublicHands::First,
                Hands::Arguing { .. } => PublicHands::Arguing,
                Hands::Second { .. } => PublicHands::Second,
                Hands::Voted { .. } => PublicHands::Counted,
            }),
        }
    }
}
