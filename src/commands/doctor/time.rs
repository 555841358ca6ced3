//! The time here: due dates and study days hang on it.

use jiff::Timestamp;

use super::CheckResult;
use crate::study::time::Clock;

/// No clock that goes right shows an earlier year to this program.
const EARLIEST_YEAR: i16 = 2025;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    Named(String),
    /// Found, but a file without a name.
    Nameless,
    Unknown,
}

/// The zone of this computer.
pub(super) fn zone() -> Zone {
    match super::super::zone::named() {
        Some(zone) if !zone.is_unknown() => {
            zone.iana_name().map_or(Zone::Nameless, |name| Zone::Named(name.to_owned()))
        }
        Some(_) | None => Zone::Unknown,
    }
}

impl Zone {
    pub(super) fn line(&self) -> CheckResult {
        match self {
            Self::Named(name) => CheckResult::ok("time zone", name),
            Self::Nameless => CheckResult::ok("time zone", "that of this computer"),
            Self::Unknown => CheckResult::warning(
                "time zone",
                "not found: days follow UTC",
                "set the computer's time zone, or the variable TZ, for example TZ=Europe/Oslo",
            ),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Going {
    Plausible,
    /// An event of a later year is in the log.
    Behind {
        newest: i16,
    },
    TooEarly,
}

/// `newest` is when the last event happened.
pub(super) fn judge(clock: &Clock, newest: Option<Timestamp>) -> Going {
    let year = |at: Timestamp| at.to_zoned(clock.zone.clone()).year();
    match newest.map(year) {
        Some(newest) if newest > year(clock.now) => Going::Behind { newest },
        _ if year(clock.now) < EARLIEST_YEAR => Going::TooEarly,
        _ => Going::Plausible,
    }
}

impl Going {
    pub(super) fn line(self, clock: &Clock) -> CheckResult {
        let now = clock.now.to_zoned(clock.zone.clone()).strftime("%Y-%m-%d %H:%M").to_string();
        let help = "set this computer's clock: due dates depend on it";
        match self {
            Self::Plausible => CheckResult::ok("clock", now),
            Self::Behind { newest } => {
                CheckResult::warning("clock", format!("{now}, but the last activity was in {newest}"), help)
            }
            Self::TooEarly => CheckResult::warning("clock", format!("{now} cannot be right"), help),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::super::Health;
    use super::*;

    fn going(now: &str, newest: Option<&str>) -> Going {
        let clock = Clock::new(now.parse().unwrap(), TimeZone::UTC);
        judge(&clock, newest.map(|at| at.parse().unwrap()))
    }

    #[test]
    fn a_clock_that_is_behind_its_own_log_is_said() {
        let now = "2026-11-22T10:00:00Z";
        assert_eq!([going(now, None), going(now, Some("2026-12-31T00:00:00Z"))], [Going::Plausible; 2]);
        assert_eq!(going(now, Some("2027-01-01T00:00:00Z")), Going::Behind { newest: 2027 });
        assert_eq!(going("1970-01-01T00:00:00Z", None), Going::TooEarly);
    }

    #[test]
    fn what_is_wrong_with_the_time_is_worth_a_look() {
        let clock = Clock::new("2026-11-22T10:00:00Z".parse().unwrap(), TimeZone::UTC);
        assert_eq!(Going::Plausible.line(&clock).message, "2026-11-22 10:00");
        let warned = [Going::Behind { newest: 2030 }.line(&clock), Going::TooEarly.line(&clock), Zone::Unknown.line()];
        assert!(warned.iter().all(|l| l.state == Health::Warning && !l.help.is_empty()), "{warned:?}");
        assert_eq!([Zone::Named("UTC".into()).line().state, Zone::Nameless.line().state], [Health::Ok; 2]);
    }
}
