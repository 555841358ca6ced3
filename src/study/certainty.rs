//! How certain a learner is of an answer before it is judged, what that earns, and when what was certain and wrong returns.
//!
//! Three levels earn 1, 2 and 3 when right and 0, -2 and -6 when wrong, so that nobody gains by claiming more or less than they
//! feel: below a chance of 67 % of being right the first level earns most, above 80 % the third (Gardner-Medwin's
//! confidence-based marking, <https://tmedwin.net/~ucgbarg/tea/bristol_05.htm>). An answer that is right in part earns the
//! share of both: the expectation stays a straight line, and honesty the best choice.

use serde::{Deserialize, Serialize};

use super::quiz::Given;
use super::score::{Score, Verdict, percent};
use super::time::StudyDay;

/// How certain a learner is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Certainty {
    Low,
    Middle,
    High,
}

/// What is done with certainty in a quiz.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CertaintyUse {
    #[default]
    Off,
    /// It is asked for, and shown beside the score.
    Asked,
    /// It decides what an answer earns, and whether a quiz is passed.
    Scored,
}

impl Certainty {
    pub const ALL: [Self; 3] = [Self::Low, Self::Middle, Self::High];

    /// As a learner reads it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Low => "unsure",
            Self::Middle => "fairly sure",
            Self::High => "sure",
        }
    }

    /// The shares of right answers, in percent, at which this level is the honest one.
    #[must_use]
    pub fn honest_range(self) -> &'static str {
        match self {
            Self::Low => "below 67 %",
            Self::Middle => "67 to 80 %",
            Self::High => "above 80 %",
        }
    }

    fn points(self) -> (f64, f64) {
        match self {
            Self::Low => (1.0, 0.0),
            Self::Middle => (2.0, -2.0),
            Self::High => (3.0, -6.0),
        }
    }

    /// What an answer earns of 3 when it is right by `share`, 0 to 1.
    #[must_use]
    pub fn points_for(self, share: f64) -> f64 {
        let (right, wrong) = self.points();
        share * right + (1.0 - share) * wrong
    }
}

/// Most that an answer earns.
const MOST: f64 = 3.0;

/// What the answers of a quiz earn by their certainty. A question counts as often as it has points; one without an answer, or
/// without a certainty, earns nothing. `None` where no answer has one.
#[must_use]
pub fn certainty_score(given: &[Option<Given>], of: &[f64]) -> Option<Score> {
    given.iter().flatten().find(|given| given.certainty.is_some())?;
    let earned = |(given, of): (&Option<Given>, &f64)| {
        let points = given.as_ref().and_then(|given| Some(given.certainty?.points_for(given.score.share()) * of));
        Score { points: points.unwrap_or(0.0), of: MOST * of }
    };
    Some(given.iter().zip(of).map(earned).sum())
}

/// A score by certainty in per cent; one below nothing is none.
#[must_use]
pub fn certainty_percent(score: Score) -> u32 {
    percent(Score { points: score.points.max(0.0), ..score })
}

/// Whether an answer was certain and wrong.
#[must_use]
pub fn is_certain_and_wrong(certainty: Option<Certainty>, score: Score) -> bool {
    certainty == Some(Certainty::High) && score.verdict() == Verdict::Wrong
}

/// Days after which a question returns that was answered with certainty and wrong, whether or not it was right since: such
/// errors are corrected well at first, and the old answer comes back (Butler, Fazio & Marsh 2011, 10.3758/s13423-011-0173-y).
pub const RETURNS: [i32; 3] = [1, 7, 21];

/// An answer to a question: its day, and whether it was certain and wrong.
pub type AnswerDay = (StudyDay, bool);

/// The day on which a question is to be asked again, by all answers to it, oldest first; `None` when it is not, or not any more.
#[must_use]
pub fn returns_on(answers: &[AnswerDay]) -> Option<StudyDay> {
    let error = answers.iter().rposition(|(_, is_error)| *is_error)?;
    let day = answers[error].0;
    let mut due = RETURNS.iter().map(|days| day.plus(*days)).peekable();
    for (answered, _) in &answers[error + 1..] {
        if due.peek().is_some_and(|due| answered >= due) {
            due.next();
        }
    }
    due.next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::item::Response;

    #[test]
    fn honesty_pays_the_best_choice_changes_at_67_and_80_per_cent() {
        let best = |chance: f64| {
            let expected = |level: &Certainty| chance * level.points_for(1.0) + (1.0 - chance) * level.points_for(0.0);
            Certainty::ALL.into_iter().max_by(|a, b| expected(a).total_cmp(&expected(b))).unwrap()
        };
        for percent in 0..=100_u32 {
            let honest = match percent {
                0..=66 => Certainty::Low,
                67..=80 => Certainty::Middle,
                _ => Certainty::High,
            };
            // At 80 % the second and the third earn the same.
            if percent != 80 {
                assert_eq!(best(f64::from(percent) / 100.0), honest, "{percent} %");
            }
        }
    }

    #[test]
    fn a_share_of_the_points_earns_a_share_of_both_sides() {
        let earned = |share| Certainty::ALL.map(|level| (level.points_for(share) + 0.0).to_bits());
        assert_eq!(earned(1.0), [1.0, 2.0, 3.0].map(f64::to_bits));
        assert_eq!(earned(0.0), [0.0, -2.0, -6.0].map(f64::to_bits));
        assert_eq!(earned(0.5), [0.5, 0.0, -1.5].map(f64::to_bits));
    }

    #[test]
    fn a_quiz_earns_what_its_answers_do_and_never_less_than_nothing() {
        let given = |certainty, points| {
            let score = Score { points, of: 1.0 };
            Some(Given { answer: Response::Picked(0), score, took_ms: 0, certainty })
        };
        let (low, high) = (Some(Certainty::Low), Some(Certainty::High));
        let score = |all: &[Option<Given>]| certainty_score(all, &vec![1.0; all.len()]);
        assert_eq!(score(&[given(None, 1.0), None]), None);
        let half = score(&[given(high, 1.0), given(low, 0.0), None]).unwrap();
        assert_eq!((half, certainty_percent(half)), (Score { points: 3.0, of: 9.0 }, 33));
        assert_eq!(certainty_percent(score(&[given(high, 0.0), given(low, 1.0)]).unwrap()), 0);
    }

    #[test]
    fn a_certain_error_returns_after_1_7_and_21_days_even_if_right_then() {
        let day = StudyDay;
        let on = |answers: &[(i32, bool)]| {
            let answers: Vec<AnswerDay> = answers.iter().map(|&(n, is_error)| (day(n), is_error)).collect();
            returns_on(&answers).map(|day| day.0)
        };
        assert_eq!(on(&[(100, false)]), None);
        assert_eq!(on(&[(100, true)]), Some(101));
        assert_eq!(on(&[(100, true), (100, false)]), Some(101), "asked again at once");
        assert_eq!(on(&[(100, true), (101, false)]), Some(107));
        assert_eq!(on(&[(100, true), (103, false)]), Some(107), "late");
        assert_eq!(on(&[(100, true), (101, false), (107, false), (121, false)]), None);
        assert_eq!(on(&[(100, true), (101, true)]), Some(102), "it begins anew");
    }
}
