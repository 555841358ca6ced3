//! The time now.

use std::time::SystemTime;

use jiff::{SignedDuration, Timestamp};

/// The time now; of a clock that is set past the year 9999, or before the year -9999, the nearest that has a date.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "here it becomes a value; the usual way panics past the year 9999")]
pub fn now() -> Timestamp {
    nearest(SystemTime::now())
}

fn nearest(time: SystemTime) -> Timestamp {
    // A day from the end of time: there is a date in every zone, and a millisecond that can be read again.
    let day = SignedDuration::from_hours(24);
    let (first, last) = (Timestamp::MIN.saturating_add(day), Timestamp::MAX.saturating_sub(day));
    let (first, last) = (first.unwrap_or(Timestamp::MIN), last.unwrap_or(Timestamp::MAX));
    let end = if time < SystemTime::UNIX_EPOCH { first } else { last };
    Timestamp::try_from(time).unwrap_or(end).clamp(first, last)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn every_clock_has_a_time() {
        let ten_thousand_years = Duration::from_secs(320_000_000_000);
        let year = |time| nearest(time).to_zoned(jiff::tz::TimeZone::UTC).year();
        assert_eq!(year(SystemTime::UNIX_EPOCH + ten_thousand_years), 9999);
        assert!(SystemTime::UNIX_EPOCH.checked_sub(2 * ten_thousand_years).is_none_or(|time| year(time) == -9999));
        assert_eq!(year(SystemTime::UNIX_EPOCH - Duration::from_secs(1)), 1969);
        let last = nearest(SystemTime::UNIX_EPOCH + ten_thousand_years);
        assert!(Timestamp::from_millisecond(last.as_millisecond()).is_ok(), "what is saved can be read");
    }
}
