//! Means, variances and higher moments of a list of numbers.

/// Values this close together, measured against the largest, are one value: what is left between them is rounding.
const SAME: f64 = 1e-12;

#[expect(clippy::cast_precision_loss, reason = "attempts and items, far below 2^52")]
pub(super) fn count(n: usize) -> f64 {
    n as f64
}

pub(super) fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / count(values.len()))
}

pub(super) fn median(values: &[f64]) -> Option<f64> {
    let sorted = sorted(values);
    let upper = sorted.get(sorted.len() / 2).copied()?;
    let lower = sorted.get(sorted.len().saturating_sub(1) / 2).copied()?;
    Some(f64::midpoint(lower, upper))
}

pub(super) fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

/// With divisor S − 1. Exactly 0 when all values are the same.
pub(super) fn variance(values: &[f64]) -> Option<f64> {
    covariance(values, values).map(|v| if is_constant(values) { 0.0 } else { v })
}

/// With divisor S − 1; `None` below two pairs.
pub(super) fn covariance(xs: &[f64], ys: &[f64]) -> Option<f64> {
    if xs.len() < 2 || xs.len() != ys.len() {
        return None;
    }
    let (mx, my) = (mean(xs)?, mean(ys)?);
    let sum: f64 = xs.iter().zip(ys).map(|(x, y)| (x - mx) * (y - my)).sum();
    Some(sum / (count(xs.len()) - 1.0))
}

/// m_r = Σ(v − mean)^r / S.
pub(super) fn moment(values: &[f64], r: i32) -> Option<f64> {
    let mean = mean(values)?;
    Some(values.iter().map(|v| (v - mean).powi(r)).sum::<f64>() / count(values.len()))
}

pub(super) fn is_constant(values: &[f64]) -> bool {
    let (low, high) = values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), &v| (l.min(v), h.max(v)));
    values.is_empty() || high - low <= SAME * high.abs().max(low.abs())
}
