//! What the marks say about the test as a whole.

use super::Matrix;
use super::moments::{count, is_constant, mean, median, moment, variance};

/// Figures of the whole test. Mean, median, deviation and standard error of the total are in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct WholeFigures {
    pub mean: Option<f64>,
    pub median: Option<f64>,
    pub standard_deviation: Option<f64>,
    /// 0 when symmetric; below 0 when a few did far worse than the rest. From 3 attempts.
    pub skewness: Option<f64>,
    /// 0 for a bell curve; above it when the extremes are heavy. From 4 attempts.
    pub kurtosis: Option<f64>,
    /// Coefficient of internal consistency in percent: 100 · Cronbach's α (Cronbach 1951), KR-20 for right-or-wrong
    /// items. It can be negative: show it, with a warning. From 3 attempts and 2 items.
    pub consistency: Option<f64>,
    /// Percentage of the deviation that is chance: 100 · √(1 − consistency / 100). Above 100 when consistency is negative.
    pub error_ratio: Option<f64>,
    /// Deviation to be expected if the same person sat the test again.
    pub standard_error: Option<f64>,
}

impl WholeFigures {
    pub(super) fn of(matrix: &Matrix) -> Self {
        let totals = matrix.totals();
        let standard_deviation = variance(&totals).map(f64::sqrt);
        let consistency = consistency(matrix, &totals);
        let error_ratio = consistency.map(|cic| 100.0 * (1.0 - cic / 100.0).sqrt());
        Self {
            mean: mean(&totals),
            median: median(&totals),
            standard_deviation,
            skewness: skewness(&totals),
            kurtosis: kurtosis(&totals),
            consistency,
            error_ratio,
            standard_error: error_ratio.zip(standard_deviation).map(|(ratio, sd)| ratio * sd / 100.0),
        }
    }
}

/// k3 / k2^1.5, from the unbiased cumulants (Fisher's k-statistics).
fn skewness(totals: &[f64]) -> Option<f64> {
    let s = count(totals.len());
    let k2 = second_cumulant(totals).filter(|_| totals.len() > 2)?;
    let k3 = s * s * moment(totals, 3)? / ((s - 1.0) * (s - 2.0));
    Some(k3 / k2.powf(1.5))
}

/// k4 / k2².
fn kurtosis(totals: &[f64]) -> Option<f64> {
    let s = count(totals.len());
    let k2 = second_cumulant(totals).filter(|_| totals.len() > 3)?;
    let (m2, m4) = (moment(totals, 2)?, moment(totals, 4)?);
    let k4 = s * s * ((s + 1.0) * m4 - 3.0 * (s - 1.0) * m2 * m2) / ((s - 1.0) * (s - 2.0) * (s - 3.0));
    Some(k4 / (k2 * k2))
}

/// k2 = S · m2 / (S − 1), the variance; `None` when nothing varies.
fn second_cumulant(totals: &[f64]) -> Option<f64> {
    variance(totals).filter(|_| !is_constant(totals))
}

/// 100 · k/(k−1) · (1 − Σ var x / k2).
fn consistency(matrix: &Matrix, totals: &[f64]) -> Option<f64> {
    if matrix.attempts() < 3 || matrix.items() < 2 {
        return None;
    }
    let k = count(matrix.items());
    let parts: f64 = (0..matrix.items()).filter_map(|item| variance(&matrix.marks(item))).sum();
    Some(100.0 * k / (k - 1.0) * (1.0 - parts / second_cumulant(totals)?))
}
