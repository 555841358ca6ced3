//! What is told about a drill, and about a quiz that several people took: the numbers with their words, ready to be
//! shown, exported or kept. The types are the shape of the report's JSON: fields are in snake_case, shares run from
//! 0 to 1, times are in seconds, points are points, and what cannot be computed is `null` with its reason.

mod answer;
mod drill;
pub mod evidence;
mod figure;
mod headline;
mod hints;
mod items;
mod options;
mod people;
mod question;
mod route;
mod summary;
mod teams;
mod test;
mod which_question;

use serde::Serialize;

use crate::course::model::text::outgoing_json;

pub use answer::{AnswerState, GivenAnswer};
pub use drill::{DrillReport, HowPlayed, Mode, Outcome};
pub use figure::{Figure, Unit};
pub use headline::{ReportHead, Roster, RosterLine};
pub use hints::{Observation, Striking};
pub use items::TestQuestion;
pub use options::OptionCount;
pub use people::DeviceLine;
pub use question::{DrillQuestion, Fate, KeyChange, PupilAnswer, TeamAnswer, Votes};
pub use route::{DecisionLine, EndingLine, ScenarioReport, WayLine};
pub use summary::{SummaryLine, Whole};
pub use teams::{ClassLine, PointsByHand, TeamLine, TeamScore};
pub use test::{Attempt, Bin, How, Person, TestReport};
pub use which_question::{About, LessonName};

/// The version of the JSON's shape. A field that is added keeps it; one that goes or changes its meaning raises it.
pub const FORMAT: u8 = 2;

/// Questions with a facility under this are listed for practice.
pub const MISSED_BELOW: f64 = 0.5;

/// Either report; in JSON told apart by `report`: `drill` or `test`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "report", rename_all = "snake_case")]
pub enum Report {
    Drill(DrillReport),
    Test(TestReport),
}

impl Report {
    /// The whole report as JSON, indented.
    #[must_use]
    pub fn json(&self) -> String {
        // Types without maps and with text as keys cannot fail to be written.
        outgoing_json(&serde_json::to_string_pretty(self).unwrap_or_default()).into_owned()
    }
}

#[expect(clippy::cast_precision_loss, reason = "people, hands and questions, far below 2^52")]
fn number(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;
