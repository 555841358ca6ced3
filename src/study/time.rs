//! Days as a learner lives them: a study day turns at 4 a.m. local time, so a late evening is one day.

use jiff::{Timestamp, ToSpan, civil, tz::TimeZone};
use serde::{Deserialize, Serialize};

/// Hour of local time at which a new study day begins where nothing else is set.
pub const DAY_TURN_HOUR: i64 = 4;

/// A study day, as days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StudyDay(pub i32);

impl StudyDay {
    /// The study day that `at` falls on in `zone`.
    #[must_use]
    pub fn of(at: Timestamp, zone: &TimeZone) -> Self {
        Self::turning_at(DAY_TURN_HOUR, at, zone)
    }

    /// The same, where a day begins at this hour.
    #[must_use]
    fn turning_at(hour: i64, at: Timestamp, zone: &TimeZone) -> Self {
        let local = at.to_zoned(zone.clone()).datetime();
        Self::from_date(local.checked_sub(hour.hours()).map_or(local.date(), civil::DateTime::date))
    }

    /// The study day of a calendar date.
    #[must_use]
    pub fn from_date(date: civil::Date) -> Self {
        Self(date.since(epoch()).map_or(0, |span| span.get_days()))
    }

    /// The day `days` later (or, when negative, earlier).
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// Whole days from `earlier` to this day; negative when `earlier` is later.
    #[must_use]
    pub fn since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }

    /// The calendar date.
    #[must_use]
    pub fn date(self) -> civil::Date {
        epoch().checked_add(self.0.days()).unwrap_or(epoch())
    }
}

fn epoch() -> civil::Date {
    civil::date(1970, 1, 1)
}

/// Now and where: what every rule that needs the time is given.
#[derive(Clone, Debug)]
pub struct Clock {
    pub now: Timestamp,
    pub zone: TimeZone,
    /// Hour of local time at which a study day begins.
    pub day_start: i64,
}

impl Clock {
    #[must_use]
    pub fn new(now: Timestamp, zone: TimeZone) -> Self {
        Self { now, zone, day_start: DAY_TURN_HOUR }
    }

    /// A clock at `at` for which it is study day `day`, wherever that was; the nearest there is, where no place on earth has it.
    #[must_use]
    pub fn on_day(at: Timestamp, day: StudyDay) -> Self {
        const DAY_S: i64 = 86_400;
        let (utc_day, second) = (at.as_second().div_euclid(DAY_S), at.as_second().rem_euclid(DAY_S));
        let offset = match i64::from(day.0) - utc_day {
            0 => 0,
            later if later > 0 => DAY_S - second,
            _ => -second - 1,
        };
        let offset = i32::try_from(offset).ok().and_then(|s| jiff::tz::Offset::from_seconds(s).ok());
        let zone = offset.map_or(TimeZone::UTC, TimeZone::fixed);
        Self { day_start: 0, ..Self::new(at, zone) }
    }

    /// The study day that `at` falls on.
    #[must_use]
    pub fn day_of(&self, at: Timestamp) -> StudyDay {
        StudyDay::turning_at(self.day_start, at, &self.zone)
    }

    /// A seed for something new, of at most six digits, so that it can be read out.
    #[must_use]
    pub fn new_seed(&self) -> u64 {
        self.now.as_millisecond().unsigned_abs() % 1_000_000
    }

    #[must_use]
    pub fn today(&self) -> StudyDay {
        self.day_of(self.now)
    }

    /// When the next study day begins.
    #[must_use]
    pub fn next_turn(&self) -> Timestamp {
        let turn = self.today().plus(1).date().at(i8::try_from(self.day_start).unwrap_or(0), 0, 0, 0);
        turn.to_zoned(self.zone.clone()).map_or(self.now, |turn| turn.timestamp())
    }

    /// `at` as a time of day, with its date where that is not today's.
    #[must_use]
    pub fn time_of_day(&self, at: Timestamp) -> String {
        let (at, now) = (at.to_zoned(self.zone.clone()), self.now.to_zoned(self.zone.clone()));
        let form = if at.date() == now.date() { "%H:%M" } else { "%Y-%m-%d %H:%M" };
        at.strftime(form).to_string()
    }

    /// Milliseconds from `since` to now; none when the clock was set back.
    #[must_use]
    pub fn ms_since(&self, since: Timestamp) -> u32 {
        u32::try_from(self.now.duration_since(since).as_millis().max(0)).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(at: &str) -> StudyDay {
        let zone = TimeZone::get("Europe/Oslo").unwrap();
        StudyDay::of(at.parse().unwrap(), &zone)
    }

    #[test]
    fn the_day_turns_at_four_in_the_morning() {
        assert_eq!(day("2026-03-10T02:59:59Z"), day("2026-03-09T12:00:00Z"));
        assert_eq!(day("2026-03-10T03:00:00Z"), day("2026-03-09T12:00:00Z").plus(1));
    }

    #[test]
    fn a_day_is_a_day_across_the_change_to_summer_time() {
        assert_eq!(day("2026-03-29T12:00:00Z").since(day("2026-03-28T12:00:00Z")), 1);
        assert_eq!(day("2026-03-30T12:00:00Z").since(day("2026-03-28T12:00:00Z")), 2);
    }

    #[test]
    fn the_day_turns_at_the_hour_that_is_set() {
        let clock = Clock { day_start: 0, ..Clock::new("2026-03-10T01:00:00Z".parse().unwrap(), TimeZone::UTC) };
        assert_eq!(clock.today().date().to_string(), "2026-03-10");
        assert_eq!(clock.next_turn().to_string(), "2026-03-11T00:00:00Z");
        let usual = Clock { day_start: DAY_TURN_HOUR, ..clock };
        assert_eq!(usual.today().date().to_string(), "2026-03-09");
    }

    #[test]
    fn the_next_day_begins_at_four_in_the_morning() {
        let zone = TimeZone::get("Europe/Oslo").unwrap();
        let clock = |at: &str| Clock::new(at.parse().unwrap(), zone.clone());
        assert_eq!(clock("2026-03-10T02:59:59Z").next_turn().to_string(), "2026-03-10T03:00:00Z");
        assert_eq!(clock("2026-03-10T03:00:00Z").next_turn().to_string(), "2026-03-11T03:00:00Z");
        let at = |at: &str| clock("2026-03-10T12:00:00Z").time_of_day(at.parse().unwrap());
        assert_eq!(
            (at("2026-03-10T12:10:00Z"), at("2030-03-10T12:10:00Z")),
            ("13:10".into(), "2030-03-10 13:10".into())
        );
    }

    #[test]
    fn dates_come_back() {
        let noon = day("2026-11-22T12:00:00Z");
        assert_eq!((noon.date().to_string().as_str(), StudyDay::from_date(noon.date())), ("2026-11-22", noon));
    }
}
