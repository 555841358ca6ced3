//! The rule that turns answers into points. Right answers, unless options are chosen; each option is data and can
//! say itself in a sentence, which the screen shows before the drill begins.

use serde::{Deserialize, Serialize};

use super::points::Points;
use crate::study::item::Credit;

/// The options. The default has none: right answers, not haste.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Scoring {
    pub speed: Option<Speed>,
    pub streak: Option<Streak>,
    pub penalty: Option<Penalty>,
}

/// More for a quick right answer: up to `percent` of what it earned, in proportion to the time left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speed {
    pub percent: u8,
}

/// More for right answers in a row: `points` extra from the one with number `from` on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Streak {
    pub from: u8,
    pub points: u8,
}

/// A wrong answer costs `percent` of the question's points; no answer costs nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Penalty {
    pub percent: u8,
}

/// An answer as the rule sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Performance {
    /// Points of the question.
    pub points: Points,
    /// What it earns before any option.
    pub credit: Credit,
    /// Whether anything was answered: a pass is not.
    pub attempted: bool,
    /// Time left and time given, in milliseconds; `None` without a clock.
    pub time: Option<(u64, u64)>,
    /// Right answers of this team in a row just before.
    pub run: usize,
}

impl Scoring {
    /// The rule.
    #[must_use]
    pub fn points(&self, case: &Performance) -> Points {
        let (part, whole) = case.credit.parts();
        let earned = case.points.part(part, whole);
        match case.credit {
            Credit::NONE if case.attempted => {
                self.penalty.map_or(Points::ZERO, |p| -case.points.part(u64::from(p.percent), 100))
            }
            Credit::NONE => Points::ZERO,
            credit => earned + self.for_speed(earned, case.time) + self.for_streak(credit, case.run),
        }
    }

    fn for_speed(self, earned: Points, time: Option<(u64, u64)>) -> Points {
        let Some((speed, (left, given))) = self.speed.zip(time) else { return Points::ZERO };
        earned.part(u64::from(speed.percent) * left.min(given), given.saturating_mul(100))
    }

    fn for_streak(self, credit: Credit, run: usize) -> Points {
        let reached = |s: &Streak| credit == Credit::FULL && run + 1 >= usize::from(s.from.max(1));
        self.streak.filter(reached).map_or(Points::ZERO, |s| Points::whole(u32::from(s.points)))
    }

    /// The rule in words, a sentence a part.
    #[must_use]
    pub fn sentences(&self) -> Vec<String> {
        let base = "A right answer earns the question's points, a partly right one a share.".to_owned();
        let speed =
            |s: Speed| format!("A quick answer earns up to {} % more, in proportion to the time left.", s.percent);
        let streak = |s: Streak| {
            format!(
                "From {} right answers in a row, each earns {} more.",
                s.from.max(1),
                Points::whole(s.points.into())
            )
        };
        let penalty = |p: Penalty| {
            format!("A wrong answer costs {} % of the question's points; no answer costs nothing.", p.percent)
        };
        [Some(base), self.speed.map(speed), self.streak.map(streak), self.penalty.map(penalty)]
            .into_iter()
            .flatten()
            .collect()
    }
}
