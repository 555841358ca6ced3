//! How likely chance alone would give a pattern.

/// Patterns that chance gives less often than this are reported.
pub(super) const RARE: f64 = 0.05;

/// The probability that at least `hits` of independent events happen, whose chances may differ (Poisson's binomial, exact).
pub(super) fn at_least(hits: usize, chances: &[f64]) -> f64 {
    let mut exactly = vec![1.0];
    for &p in chances {
        let mut next = vec![0.0; exactly.len() + 1];
        for (k, &odds) in exactly.iter().enumerate() {
            next[k] += odds * (1.0 - p);
            next[k + 1] += odds * p;
        }
        exactly = next;
    }
    exactly.iter().skip(hits).sum()
}

/// How many of the events chance would give on average.
pub(super) fn expected(chances: &[f64]) -> f64 {
    chances.iter().sum()
}

/// `1 / n`.
pub(super) fn one_in(n: usize) -> f64 {
    ratio(1, n)
}

/// `a / b`.
pub(super) fn ratio(a: usize, b: usize) -> f64 {
    f64::from(u32::try_from(a).unwrap_or(u32::MAX)) / f64::from(u32::try_from(b).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_the_binomial_tail_for_equal_chances() {
        assert!((at_least(3, &[0.5; 4]) - 5.0 / 16.0).abs() < 1e-12);
        assert!((at_least(0, &[0.3; 7]) - 1.0).abs() < 1e-12);
        assert!(at_least(5, &[0.5; 4]).abs() < 1e-12);
    }

    #[test]
    fn takes_unequal_chances() {
        assert!((at_least(2, &[0.25, 0.5]) - 0.125).abs() < 1e-12);
    }
}
