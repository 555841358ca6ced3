//! How a pupil did, drill by drill and paper by paper.

use jiff::Timestamp;
use serde::Serialize;

use crate::study::names::PersonName;
use crate::study::score::{Score, points};

/// A pupil and what the pupil did, the oldest first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PupilHistory {
    pub name: PersonName,
    /// What the pupil needs; empty for nothing.
    pub needs: String,
    pub results: Vec<PupilResult>,
}

/// What came of a drill or a paper for one pupil.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PupilResult {
    pub at: Timestamp,
    /// `Drill 3: Friday quiz`, `Paper 2`.
    pub what: String,
    #[serde(flatten)]
    pub presence: Presence,
}

/// Whether a pupil was there, and what that earned.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "presence", rename_all = "snake_case")]
pub enum Presence {
    Absent,
    /// `team` is the one the pupil played in; `points` are its points. `null` where there are no points.
    Present {
        team: Option<String>,
        points: Option<f64>,
        of: Option<f64>,
    },
}

impl Presence {
    #[must_use]
    pub fn scored(team: Option<String>, score: Option<Score>) -> Self {
        Self::Present { team, points: score.map(|s| s.points), of: score.map(|s| s.of) }
    }
}

impl PupilResult {
    /// `Drill 1, in Team 2, 3 of 5 points`.
    #[must_use]
    pub fn words(&self) -> String {
        format!("{}, {}", self.what, self.presence.words())
    }
}

impl Presence {
    fn words(&self) -> String {
        match self {
            Self::Absent => "absent".to_owned(),
            Self::Present { team, points: earned, of } => {
                let team = team.as_ref().map(|team| format!("in {team}")).into_iter();
                let earned = earned.zip(*of).map(|(earned, of)| format!("{} of {} points", points(earned), points(of)));
                let said: Vec<String> = team.chain(earned).collect();
                if said.is_empty() { "present".to_owned() } else { said.join(", ") }
            }
        }
    }
}

impl PupilHistory {
    /// `Ana Ruiz (25 % more time): Drill 1, in Team 2, 3 of 5 points; Drill 2, absent`.
    #[must_use]
    pub fn words(&self) -> String {
        let needs = if self.needs.is_empty() { String::new() } else { format!(" ({})", self.needs) };
        let results: Vec<String> = self.results.iter().map(PupilResult::words).collect();
        let results = if results.is_empty() { String::new() } else { format!(": {}", results.join("; ")) };
        format!("{}{needs}{results}", self.name)
    }
}
