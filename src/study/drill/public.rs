//! What everybody may see. Before the reveal there is no place in these types for an answer, a key or a vote.

use serde::Serialize;

use super::{
    ClassScore, Decision, Finish, Floor, Given, Hands, Open, Outcome, Points, Room, Stage, Standing, State, Team,
    TeamId,
};
use crate::course::Course;
use crate::course::model::Id;
use crate::study::item::{Credit, Item, Key, Posed, Revealed};
use crate::study::score::whole_percent;

/// The room as the wall shows it, and as a network may send it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Public {
    pub screen: Screen,
    pub paused: bool,
    /// By their ids, those that have left too.
    pub teams: Vec<Team>,
    pub left: Vec<TeamId>,
    /// After the questions revealed so far; empty when the class plays as one or hands are counted.
    pub standings: Vec<Standing>,
    pub class_score: Option<ClassScore>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Screen {
    Lobby,
    Ask(Posed),
    Open {
        posed: Posed,
        floor: PublicFloor,
        /// How many teams have answered; not which, nor what.
        answered: usize,
        left_ms: Option<u64>,
    },
    Closed {
        posed: Posed,
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
        /// The teams with the most points.
        winners: Vec<TeamId>,
        /// What all teams earned of what they could, in whole per cent.
        class_percent: Option<i64>,
    },
}

/// Who may answer. Where answers are spoken, it is known to all who has had a go, and which options were missed (by their
/// places on the screen).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum PublicFloor {
    Buzzers { tried: Vec<TeamId>, missed: Vec<usize> },
    Speaking { team: TeamId, level: Vec<TeamId>, tried: Vec<TeamId>, missed: Vec<usize> },
    Turn { team: TeamId, tried: Vec<TeamId>, missed: Vec<usize> },
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
    pub posed: Posed,
    pub item: Item,
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
            State::Done(finish) => (self.end(*finish), false),
        };
        let as_one =
            self.setup.questions().is_none_or(|q| matches!(q.mode, super::Mode::Argue | super::Mode::Class { .. }));
        let mut standings = if as_one { Vec::new() } else { self.standings() };
        standings.retain(|s| !self.core.has_left(s.team));
        let left = self.ids().filter(|&id| self.core.has_left(id)).collect();
        let teams = self.teams().cloned().collect();
        Public { screen, paused, teams, left, standings, class_score: self.class_score() }
    }

    fn end(&self, finish: Finish) -> Screen {
        let class_percent = self.class_share().map(whole_percent);
        Screen::Done { early: finish == Finish::Early, winners: self.winners(), class_percent }
    }

    fn screen(&self, stage: &Stage) -> Screen {
        let road = || self.core.road.clone();
        match stage {
            Stage::Lobby => Screen::Lobby,
            Stage::Ask { question } => self.posed(*question).map_or(Screen::Board, Screen::Ask),
            Stage::Open(open) => self.posed(open.question).map_or(Screen::Board, |posed| Screen::Open {
                posed,
                floor: PublicFloor::of(open, self.missed_options(open)),
                answered: open.given.len(),
                left_ms: open.timer.left_ms(),
            }),
            Stage::Closed(open) => self
                .posed(open.question)
                .map_or(Screen::Board, |posed| Screen::Closed { posed, answered: open.given.len() }),
            Stage::Reveal { question } => {
                self.solution(*question).map_or(Screen::Board, |s| Screen::Reveal(Box::new(s)))
            }
            Stage::Board | Stage::Interlude(_) => Screen::Board,
            Stage::Scene { scene } => Screen::Scene { scene: scene.clone(), road: road() },
            Stage::Debrief { ending } => Screen::Debrief { ending: ending.clone(), road: road() },
        }
    }

    /// Places of the options that were said aloud and were wrong, so that the question went on.
    fn missed_options(&self, open: &Open) -> Vec<usize> {
        let Some(item) = self.setup.asked(open.question).filter(|item| item.form.is_one_option()) else {
            return Vec::new();
        };
        let said = open.given.iter().filter(|given| given.said.credit(item, self.key(open.question)) == Credit::NONE);
        said.filter_map(|given| item.place(*given.said.entered()?.options().first()?)).collect()
    }

    /// A question as the class reads it.
    #[must_use]
    pub fn posed(&self, question: usize) -> Option<Posed> {
        let of = self.setup.questions()?.asked.len();
        self.setup.asked(question).map(|item| item.posed(question + 1, of))
    }

    /// The solution of a question that was revealed; `None` before that, and when it was skipped.
    #[must_use]
    pub fn solution(&self, question: usize) -> Option<Solution> {
        let played = self.core.played.get(question).filter(|p| p.outcome != Outcome::Skipped)?;
        let earned = |given: &Given| (given.clone(), self.earned(given.team, question).unwrap_or(Points::ZERO));
        let (first_vote, second_vote) = match &played.outcome {
            Outcome::Voted { first, second } => (first.clone(), second.clone()),
            Outcome::Skipped | Outcome::Answered(_) => (None, None),
        };
        Some(Solution {
            posed: self.posed(question)?,
            item: self.setup.asked(question)?.clone(),
            key: self.key(question).clone(),
            given: played.outcome.given().iter().map(earned).collect(),
            first_vote,
            second_vote,
        })
    }
}

impl Solution {
    /// What is right, and why.
    #[must_use]
    pub fn revealed(&self, course: &Course) -> Revealed {
        Revealed::new(course, &self.item, &self.key, None)
    }

    /// Whether hands were counted.
    #[must_use]
    pub fn is_voted(&self) -> bool {
        self.first_vote.is_some() || self.second_vote.is_some()
    }

    /// The teams that took the option with the author's number `of`.
    #[must_use]
    pub fn takers(&self, of: usize) -> Vec<TeamId> {
        let took = |given: &Given| given.said.entered().is_some_and(|response| response.takes(of));
        self.given.iter().filter(|(given, _)| took(given)).map(|(given, _)| given.team).collect()
    }

    /// Whether a team took the option, or a hand was raised for it.
    #[must_use]
    pub fn is_taken(&self, of: usize) -> bool {
        let hands = |vote: &Option<Vec<u32>>| vote.as_ref().and_then(|v| v.get(of)).is_some_and(|&n| n > 0);
        hands(&self.first_vote) || hands(&self.second_vote) || !self.takers(of).is_empty()
    }
}

impl PublicFloor {
    fn of(open: &Open, missed: Vec<usize>) -> Self {
        let tried = || open.given.iter().map(|g| g.team).collect();
        match &open.floor {
            Floor::Buzzers => Self::Buzzers { tried: tried(), missed },
            Floor::Speaking { team, level } => {
                Self::Speaking { team: *team, level: level.clone(), tried: tried(), missed }
            }
            Floor::Turn { team } => Self::Turn { team: *team, tried: tried(), missed },
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
