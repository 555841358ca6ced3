//! How a pupil did, drill by drill and paper by paper.

use jiff::Timestamp;
use serde::Serialize;

use crate::study::names::PersonName;
use crate::study::score::Score;

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
