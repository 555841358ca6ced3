//! How long until a card comes back, in the few letters that stand under a grade.

use std::fmt;

/// How long until a card comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Wait {
    Minutes(u32),
    Days(u32),
}

/// Days in a month and in a year of an interval, as Anki counts them.
const MONTH_DAYS: u32 = 30;
const YEAR_DAYS: u32 = 365;

impl fmt::Display for Wait {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Minutes(n) if n < 60 => write!(f, "{n} min"),
            Self::Minutes(n) => tenths(f, n, 60, "h"),
            Self::Days(n) if n < MONTH_DAYS => write!(f, "{n} d"),
            Self::Days(n) if n < YEAR_DAYS => tenths(f, n, MONTH_DAYS, "mo"),
            Self::Days(n) => tenths(f, n, YEAR_DAYS, "y"),
        }
    }
}

/// `n / unit` to one decimal, rounded half up; no decimal when it is zero.
fn tenths(f: &mut fmt::Formatter<'_>, n: u32, unit: u32, name: &str) -> fmt::Result {
    let tenths = (u64::from(n) * 10 + u64::from(unit) / 2) / u64::from(unit);
    match (tenths / 10, tenths % 10) {
        (whole, 0) => write!(f, "{whole} {name}"),
        (whole, rest) => write!(f, "{whole}.{rest} {name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::Wait::{Days, Minutes};

    #[test]
    fn waits_are_short_to_read() {
        let shown = [
            Minutes(1),
            Minutes(10),
            Minutes(60),
            Minutes(90),
            Days(1),
            Days(29),
            Days(30),
            Days(72),
            Days(365),
            Days(400),
        ];
        let read: Vec<String> = shown.iter().map(ToString::to_string).collect();
        assert_eq!(read, ["1 min", "10 min", "1 h", "1.5 h", "1 d", "29 d", "1 mo", "2.4 mo", "1 y", "1.1 y"]);
    }
}
