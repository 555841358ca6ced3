//! Points earned out of points to be had.

use serde::{Deserialize, Serialize};

/// Points earned out of points to be had.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Score {
    pub points: f64,
    pub of: f64,
}

impl Score {
    /// Earned share, 0 to 1.
    #[must_use]
    pub fn share(self) -> f64 {
        if self.of > 0.0 { self.points / self.of } else { 0.0 }
    }

    #[must_use]
    pub fn verdict(self) -> Verdict {
        match self.share() {
            s if s >= 1.0 => Verdict::Right,
            s if s > 0.0 => Verdict::Partly,
            _ => Verdict::Wrong,
        }
    }
}

impl std::iter::Sum for Score {
    fn sum<I: Iterator<Item = Self>>(scores: I) -> Self {
        scores.fold(Self { points: 0.0, of: 0.0 }, |a, b| Self { points: a.points + b.points, of: a.of + b.of })
    }
}

/// A share in percent, to the nearest whole number; 100 only of all, and 0 only of nothing. The one way in which shares are rounded.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "shares lie around -1 to 1")]
pub fn whole_percent(share: f64) -> i64 {
    let nearest = (share * 100.0).round() as i64;
    if (share.abs() - 1.0).abs() < SLACK || share.abs() < SLACK {
        return nearest;
    }
    match nearest {
        0 if share > 0.0 => 1,
        100 if share < 1.0 => 99,
        -100 if share > -1.0 => -99,
        between => between,
    }
}

/// Sums of thirds may miss a whole by this much.
const SLACK: f64 = 1e-9;

/// Earned share in percent.
#[must_use]
pub fn percent(score: Score) -> u32 {
    u32::try_from(whole_percent(score.share().clamp(0.0, 1.0))).unwrap_or(0)
}

/// Points without needless decimals: 1, 0.5, 0.33.
#[must_use]
pub fn points(points: f64) -> String {
    let text = format!("{points:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A score in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Right,
    Partly,
    Wrong,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_to_the_nearest_and_all_is_all() {
        let third = 1.0 / 3.0;
        for (share, percent) in [
            (0.0, 0),
            (0.001, 1),
            (2.0 * third, 67),
            (11.0 / 12.0, 92),
            (0.996, 99),
            (third + third + third, 100),
            (-third, -33),
            (-0.001, 0),
            (1.5, 150),
        ] {
            assert_eq!(whole_percent(share), percent, "{share}");
        }
    }

    #[test]
    fn a_share_has_a_verdict_and_scores_add_up() {
        let score = |points, of| Score { points, of };
        let told = |points, of| (score(points, of).share(), score(points, of).verdict());
        assert_eq!(told(2.0, 2.0), (1.0, Verdict::Right));
        assert_eq!(told(1.0, 4.0), (0.25, Verdict::Partly));
        assert_eq!(told(0.0, 4.0), (0.0, Verdict::Wrong));
        assert_eq!(told(0.0, 0.0), (0.0, Verdict::Wrong), "nothing of nothing is no number");
        let sum: Score = [score(1.0, 2.0), score(0.5, 3.0)].into_iter().sum();
        assert_eq!(sum, score(1.5, 5.0));
    }
}
