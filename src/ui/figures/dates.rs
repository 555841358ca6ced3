//! Dates as authors write them, as years: `1981-82`, `Oct 1960`, `29 Nov 1990`, `4 June`.

use crate::course::wording::count;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// What a date says: some leave the year out, some the month.
#[derive(Clone, Copy)]
struct WrittenDate {
    year: Option<u16>,
    month: Option<u8>,
    day: u8,
}

/// The dates as years with their parts, when all can be read and all have a year, or none has one.
pub(super) fn years(all: &[String]) -> Option<Vec<f64>> {
    let read: Vec<WrittenDate> = all.iter().map(|date| written(date)).collect();
    let of_years = read.iter().all(|it| it.year.is_some());
    let of_months = read.iter().all(|it| it.year.is_none() && it.month.is_some());
    let year = |it: &WrittenDate| {
        let month = it.month.map_or(0.0, |month| f64::from(month) / 12.0 + f64::from(it.day.saturating_sub(1)) / 365.0);
        f64::from(it.year.unwrap_or(0)) + month
    };
    (of_years || of_months).then(|| read.iter().map(year).collect())
}

/// The first year, month and day that a date names; a month counts from 0.
fn written(date: &str) -> WrittenDate {
    let mut it = WrittenDate { year: None, month: None, day: 0 };
    for part in date.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase) {
        match part.parse::<u16>() {
            Ok(day @ 1..=31) if part.len() <= 2 && it.year.is_none() => it.day = u8::try_from(day).unwrap_or(0),
            Ok(year) if part.len() == 4 => it.year = it.year.or(Some(year)),
            _ => it.month = it.month.or_else(|| month(&part)),
        }
    }
    it
}

fn month(word: &str) -> Option<u8> {
    (0..).zip(MONTHS).find(|(_, name)| word.starts_with(name)).map(|(at, _)| at)
}

/// A part of a year, or several, in words.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hundred at most, not negative")]
pub(super) fn long(years: f64) -> String {
    let whole = |of: f64| of.round().max(1.0) as usize;
    match years {
        _ if years >= 1.5 => count(whole(years), "year"),
        _ if years * 12.0 >= 0.75 => count(whole(years * 12.0), "month"),
        _ => count(whole(years * 365.0), "day"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(dates: &[&str]) -> Option<Vec<String>> {
        let all: Vec<String> = dates.iter().map(|date| (*date).to_owned()).collect();
        years(&all).map(|years| years.iter().map(|year| format!("{year:.2}")).collect())
    }

    #[test]
    fn dates_are_read_as_authors_write_them() {
        assert_eq!(read(&["1981-82", "Oct 1960", "29 Nov 1990"]).unwrap(), ["1981.00", "1960.75", "1990.91"]);
        assert_eq!(read(&["4 June", "22 July"]).unwrap(), ["0.42", "0.56"]);
        assert_eq!(read(&["4 June", "summer"]), None);
        assert_eq!(read(&["4 June", "1990"]), None, "one without its year");
    }

    #[test]
    fn a_part_of_a_year_is_told_in_the_nearest_unit() {
        assert_eq!([2.0, 0.5, 0.01].map(long), ["2 years", "6 months", "4 days"]);
    }
}
