//! What the marks say about one item.

use super::Matrix;
use super::moments::{covariance, is_constant, mean, sorted, variance};

/// Figures of one item. Percentages but for `facility`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ItemFigures {
    /// Mean mark as a part of the most points: 0 (nobody) to 1 (everybody).
    pub facility: Option<f64>,
    /// Correlation of the item with the rest of the test, −100 to 100 %: whether those who do well here do well
    /// elsewhere. (Not the 27 % index of the same name.) `None` when either does not vary.
    pub discrimination_index: Option<f64>,
    /// The covariance as a percentage of the greatest that the same marks allow: fairer to very easy and very hard items.
    pub discriminative_efficiency: Option<f64>,
}

impl ItemFigures {
    pub(super) fn of(matrix: &Matrix, item: usize) -> Self {
        let (marks, rests) = (matrix.marks(item), matrix.rests(item));
        Self {
            facility: mean(&marks).zip(matrix.most(item)).map(|(mean, most)| mean / most),
            discrimination_index: index(&marks, &rests),
            discriminative_efficiency: efficiency(&marks, &rests),
        }
    }
}

/// 100 · cov(x, o) / √(var x · var o).
fn index(marks: &[f64], rests: &[f64]) -> Option<f64> {
    let (vx, vo) = (variance(marks)?, variance(rests)?);
    if vx > 0.0 && vo > 0.0 { Some(100.0 * covariance(marks, rests)? / (vx * vo).sqrt()) } else { None }
}

/// 100 · cov(x, o) / cov_max, where cov_max pairs the lowest mark with the lowest rest, and so on up.
fn efficiency(marks: &[f64], rests: &[f64]) -> Option<f64> {
    if is_constant(marks) || is_constant(rests) {
        return None;
    }
    let most = covariance(&sorted(marks), &sorted(rests))?;
    Some(100.0 * covariance(marks, rests)? / most)
}
