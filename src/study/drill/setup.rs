//! What a drill is set up with. It is written into the log whole, questions included: an old drill can be replayed
//! whatever has become of the course since.

use std::collections::HashSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize, Serializer};

use super::mode::Mode;
use super::pace::Pace;
use super::route::Road;
use super::scoring::Scoring;
use super::team::{TEAMS, Team, TeamError};
use crate::study::item::Item;
use crate::study::quiz::PaperSpec;

/// Longest time for a question, in seconds.
pub const MAX_TIMER_S: u16 = 3600;

/// A setup on its way: anything a form can hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    pub teams: Vec<Team>,
    pub drill: Drill,
}

/// What is played.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Drill {
    Questions(Questions),
    Scenario(Road),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questions {
    pub mode: Mode,
    /// Where the questions came from, to draw the same sheets on paper.
    pub paper: PaperSpec,
    pub asked: Vec<Item>,
    /// Seconds for each question; `None` for no clock.
    pub timer_s: Option<u16>,
    /// Questions between two boards; `None` for one at the end only.
    pub round: Option<u8>,
    #[serde(default)]
    pub scoring: Scoring,
    #[serde(default)]
    pub time_up: TimeUp,
    #[serde(default)]
    pub pace: Pace,
}

#[cfg(test)]
impl Questions {
    /// `asked` in `mode`, as most tests want them: 20 seconds each, the board after two.
    pub(crate) fn sample(mode: Mode, asked: Vec<Item>) -> Self {
        let paper = PaperSpec {
            lessons: Vec::new(),
            length: 7,
            seed: 1,
            mode: crate::study::quiz::Mode::Practice,
            limit_s: None,
            only: Vec::new(),
        };
        let (scoring, time_up, pace) = (Scoring::default(), TimeUp::Calls, Pace::default());
        Self { mode, paper, asked, timer_s: Some(20), round: Some(2), scoring, time_up, pace }
    }
}

/// What happens when the time is up for a question whose answers the teacher enters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum TimeUp {
    /// Entry closes, and a turn passes on: so were drills played that were saved without this field.
    #[default]
    Closes,
    /// Answers are called for, and entry stays open until the teacher goes on: the clock times the class.
    Calls,
}

/// A setup that a room can be opened with. It is shared, since it holds every question and is handed from place to place.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(try_from = "Draft")]
pub struct Setup(Arc<Draft>);

/// What is wrong with a draft.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SetupError {
    #[error("{0} teams: a drill has {from} to {to}", from = TEAMS.start(), to = TEAMS.end())]
    Teams(usize),
    #[error("team {number}: {why}")]
    Team { number: usize, why: TeamError },
    #[error("there are no questions to ask: choose more lessons or another mode")]
    NoQuestions,
    #[error("question {number} {why}: leave it out in this mode")]
    Unsuited { number: usize, why: &'static str },
    #[error("question {number} appears twice")]
    Twice { number: usize },
    #[error("the places of question {number} do not fit its options")]
    Order { number: usize },
    #[error("a clock runs for 1 to {MAX_TIMER_S} seconds")]
    Timer,
    #[error("speed points need a clock")]
    SpeedWithoutClock,
    #[error("speed points need teams that answer one at a time: buzzer or in turn")]
    SpeedOfTheTeacher,
    #[error("a round has at least one question")]
    Round,
    #[error("a target is 1 to 100 percent")]
    Target,
    #[error("the scenario has no scenes, or a choice that leads nowhere")]
    Road,
}

impl Setup {
    /// # Errors
    /// Says the first thing that is wrong with `draft`.
    pub fn new(draft: Draft) -> Result<Self, SetupError> {
        if !TEAMS.contains(&draft.teams.len()) {
            return Err(SetupError::Teams(draft.teams.len()));
        }
        for (at, team) in draft.teams.iter().enumerate() {
            team.fits(draft.teams[..at].iter()).map_err(|why| SetupError::Team { number: at + 1, why })?;
        }
        match &draft.drill {
            Drill::Questions(questions) => questions.checked()?,
            Drill::Scenario(road) if !road.is_whole() => return Err(SetupError::Road),
            Drill::Scenario(_) => {}
        }
        Ok(Self(Arc::new(draft)))
    }

    #[must_use]
    pub fn teams(&self) -> &[Team] {
        &self.0.teams
    }

    #[must_use]
    pub fn drill(&self) -> &Drill {
        &self.0.drill
    }

    /// The questions; `None` when a scenario is played.
    #[must_use]
    pub fn questions(&self) -> Option<&Questions> {
        match &self.0.drill {
            Drill::Questions(questions) => Some(questions),
            Drill::Scenario(_) => None,
        }
    }

    #[must_use]
    pub fn asked(&self, question: usize) -> Option<&Item> {
        self.questions()?.asked.get(question)
    }
}

impl Questions {
    fn checked(&self) -> Result<(), SetupError> {
        let Self { mode, timer_s, round, scoring, asked, pace, .. } = self;
        if asked.is_empty() {
            Err(SetupError::NoQuestions)
        } else if [*timer_s, pace.argue_s].into_iter().flatten().any(|s| s == 0 || s > MAX_TIMER_S) {
            Err(SetupError::Timer)
        } else if *round == Some(0) {
            Err(SetupError::Round)
        } else if matches!(mode, Mode::Class { target_percent } if !(1..=100).contains(target_percent)) {
            Err(SetupError::Target)
        } else if scoring.speed.is_some() && timer_s.is_none() {
            Err(SetupError::SpeedWithoutClock)
        } else if scoring.speed.is_some() && !mode.times_teams() {
            Err(SetupError::SpeedOfTheTeacher)
        } else {
            let mut before = HashSet::new();
            (1..).zip(asked).try_for_each(|(number, one)| self.suits(number, one, !before.insert(&one.question)))
        }
    }

    fn suits(&self, number: usize, one: &Item, is_repeated: bool) -> Result<(), SetupError> {
        if let Some(why) = self.mode.leaves_out(&one.form) {
            return Err(SetupError::Unsuited { number, why });
        }
        if is_repeated {
            return Err(SetupError::Twice { number });
        }
        if one.is_whole() { Ok(()) } else { Err(SetupError::Order { number }) }
    }
}

impl TryFrom<Draft> for Setup {
    type Error = SetupError;
    fn try_from(draft: Draft) -> Result<Self, SetupError> {
        Self::new(draft)
    }
}

impl Serialize for Setup {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.as_ref().serialize(to)
    }
}
