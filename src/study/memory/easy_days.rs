//! Days of the week on which less is to be done.

use std::fmt;
use std::str::FromStr;

use crate::study::time::StudyDay;

/// How much of the usual is done on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DayWork {
    #[default]
    Normal,
    /// Half.
    Less,
    None,
}

/// The work of each day of the week, Monday first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct EasyDays([DayWork; 7]);

/// What stands for a week without easy days.
const ALIKE: &str = "every day alike";

const NAMES: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

impl DayWork {
    /// The share of the usual, 0 to 1.
    #[must_use]
    pub fn share(self) -> f64 {
        match self {
            Self::Normal => 1.0,
            Self::Less => 0.5,
            Self::None => 0.0,
        }
    }

    fn named(word: &str) -> Option<Self> {
        match word {
            "normal" => Some(Self::Normal),
            "less" => Some(Self::Less),
            "none" => Some(Self::None),
            _ => None,
        }
    }
}

impl fmt::Display for DayWork {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Normal => "normal",
            Self::Less => "less",
            Self::None => "none",
        })
    }
}

impl EasyDays {
    #[must_use]
    pub fn on(&self, day: StudyDay) -> DayWork {
        self.0[weekday(day)]
    }

    /// Of a limit for a usual day, that for `day`; half of one is one.
    #[must_use]
    pub fn limit(&self, usual: u32, day: StudyDay) -> u32 {
        match self.on(day) {
            DayWork::Normal => usual,
            DayWork::Less => usual.div_ceil(2),
            DayWork::None => 0,
        }
    }
}

/// Days since Monday. The first study day, 1970-01-01, was a Thursday.
fn weekday(day: StudyDay) -> usize {
    usize::try_from((i64::from(day.0) + 3).rem_euclid(7)).unwrap_or(0)
}

impl fmt::Display for EasyDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let easy = self.0.iter().zip(NAMES).filter(|(work, _)| **work != DayWork::Normal);
        let words: Vec<String> = easy.map(|(work, name)| format!("{name} {work}")).collect();
        f.write_str(if words.is_empty() { ALIKE.to_owned() } else { words.join(", ") }.as_str())
    }
}

impl FromStr for EasyDays {
    type Err = String;

    /// `Sat less, Sun none`: a day, or several, and how much is done on it.
    fn from_str(text: &str) -> Result<Self, String> {
        let lower = text.to_lowercase();
        let mut days = Self::default();
        if matches!(lower.trim(), "" | "none" | "normal" | ALIKE) {
            return Ok(days);
        }
        let wrong = || format!("`{text}` names no easy days; for example Sat less, Sun none");
        for part in lower.split([',', ';']) {
            let words: Vec<&str> = part.split_whitespace().collect();
            let (work, named) = words.split_last().ok_or_else(wrong)?;
            let work = DayWork::named(work).ok_or_else(wrong)?;
            if named.is_empty() {
                return Err(wrong());
            }
            for name in named {
                let at = NAMES.iter().position(|known| is_day(name, known)).ok_or_else(wrong)?;
                days.0[at] = work;
            }
        }
        Ok(days)
    }
}

/// Whether `name` is the day called `short` for short: `sat` and `saturday` are.
fn is_day(name: &str, short: &str) -> bool {
    let whole = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let day = whole.into_iter().find(|day| day.starts_with(&short.to_lowercase()));
    name.len() >= short.len() && day.is_some_and(|day| day.starts_with(name) || name == format!("{day}s"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> EasyDays {
        text.parse().unwrap()
    }

    #[test]
    fn easy_days_are_read_and_written() {
        assert_eq!(days("Sat less, Sun none").to_string(), "Sat less, Sun none");
        assert_eq!(days("saturdays SUNDAY none").to_string(), "Sat none, Sun none");
        assert_eq!(days("Thu less; Fri normal").to_string(), "Thu less");
        assert_eq!(days("none").to_string(), ALIKE);
        assert_eq!(days(ALIKE), EasyDays::default());
        for wrong in ["Sun", "less", "Sunday off", "su none", "Sat less,", "Sut less"] {
            assert!(wrong.parse::<EasyDays>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_limit_is_halved_or_gone() {
        let easy = days("Sat less, Sun none");
        // 1970-01-02 was a Friday.
        assert_eq!([1, 2, 3, 4].map(|day| easy.limit(5, StudyDay(day))), [5, 3, 0, 5]);
    }
}
