//! The time now.

use std::time::SystemTime;

use jiff::Timestamp;

/// The time now; of a clock that is set past the year 9999, or before the year -9999, the nearest that has a date.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "here it becomes a value; the usual way panics past the year 9999")]
pub fn now() -> Timestamp {
    nearest(SystemTime::now())
}

fn nearest(time: SystemTime) -> Timestamp {
    let end = if time < SystemTime::UNIX_EPOCH { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::try_from(time).unwrap_or(end)
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
    }
}
