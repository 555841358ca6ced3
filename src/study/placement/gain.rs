//! What came of both tests: the gain, and how far chance alone could have moved it.

/// Whether each of two paired questions was answered fully right: before, after.
pub type PairOutcome = (bool, bool);

/// The result of both tests side by side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gain {
    pub before: usize,
    pub after: usize,
    /// Pairs of questions.
    pub of: usize,
    /// The difference of the shares, −1 to 1, and the interval that holds it with 95 % confidence.
    pub difference: f64,
    pub low: f64,
    pub high: f64,
}

/// What no gain shows.
pub const NOT_SHOWN: &str = "The two tests ask different questions on the same matters, so this is no memory of the test. It does \
     not show that the course alone brought the gain, how long it will last, or what you can do outside a test.";

/// Standard deviations about the middle that hold 95 %.
const Z: f64 = 1.959_964;
/// What is added to each cell of the table of pairs.
const ADDED: f64 = 0.5;

impl Gain {
    /// For paired shares, the adjusted interval of Wald in which half a pair is added to each cell: it holds what it says
    /// with as few as ten pairs (Agresti & Min 2005, *Statistics in Medicine* 24(5), 729-740). `None` without pairs.
    #[must_use]
    pub fn of(pairs: &[PairOutcome]) -> Option<Self> {
        if pairs.is_empty() {
            return None;
        }
        let count = |is: fn(&PairOutcome) -> bool| pairs.iter().filter(|p| is(p)).count();
        let (lost, won) = (number(count(|p| p.0 && !p.1)) + ADDED, number(count(|p| !p.0 && p.1)) + ADDED);
        let n = number(pairs.len()) + 4.0 * ADDED;
        let middle = (won - lost) / n;
        let half = Z * ((won + lost) - (won - lost).powi(2) / n).sqrt() / n;
        let (before, after, of) = (count(|p| p.0), count(|p| p.1), pairs.len());
        Some(Self {
            before,
            after,
            of,
            difference: (number(after) - number(before)) / number(of),
            low: (middle - half).max(-1.0),
            high: (middle + half).min(1.0),
        })
    }

    /// The gain and its margin, in points of 100: `+30`, `+11`, `+46`.
    #[must_use]
    pub fn points(&self) -> [String; 3] {
        let points = |share: f64| match format!("{:+.0}", share * 100.0).replace('-', "−") {
            none if none.ends_with("+0") || none.ends_with("−0") => "0".to_owned(),
            points => points,
        };
        [self.difference, self.low, self.high].map(points)
    }

    /// What it shows.
    #[must_use]
    pub fn shows(&self) -> &'static str {
        if self.low > 0.0 {
            "You know more of what the course teaches than before: chance alone seldom gives a gain like this."
        } else if self.high < 0.0 {
            "You answered fewer questions than before, and chance alone seldom gives a loss like this."
        } else {
            "The margin includes no gain at all: so few questions cannot tell whether you know more than before."
        }
    }
}

fn number(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gain(both: usize, lost: usize, won: usize, neither: usize) -> Gain {
        let outcomes = [((true, true), both), ((true, false), lost), ((false, true), won), ((false, false), neither)];
        let pairs: Vec<PairOutcome> = outcomes.iter().flat_map(|&(p, n)| vec![p; n]).collect();
        Gain::of(&pairs).unwrap()
    }

    #[test]
    fn the_interval_is_that_of_agresti_and_min() {
        // Computed by hand: n* = 42, b* = 2.5, c* = 14.5; 12/42 ± 1.96 · sqrt(17 − 144/42)/42.
        let it = gain(10, 2, 14, 14);
        assert_eq!((it.before, it.after, it.of), (12, 24, 40));
        assert!((it.difference - 0.3).abs() < 1e-9);
        assert!((it.low - 0.113_8).abs() < 1e-3 && (it.high - 0.457_6).abs() < 1e-3, "{it:?}");
    }

    #[test]
    fn no_difference_and_no_pairs() {
        let same = gain(20, 0, 0, 20);
        assert!(same.low < 0.0 && same.high > 0.0, "a margin is left where nothing changed");
        assert_eq!(Gain::of(&[]), None);
    }

    #[test]
    fn the_words_say_what_is_shown_and_what_not() {
        let it = gain(10, 2, 14, 14);
        assert_eq!(it.points(), ["+30", "+11", "+46"]);
        assert!(it.shows().contains("You know more") && NOT_SHOWN.contains("does not show"));
        assert!(gain(10, 5, 6, 19).shows().contains("cannot tell"));
        assert_eq!(gain(10, 5, 5, 20).points()[0], "0");
    }
}
