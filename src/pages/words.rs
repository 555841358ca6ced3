//! Numbers in words.

use crate::study::progress::DayLine;
use crate::study::report::{About, Figure, LessonName, Unit};
use crate::study::score;
use crate::study::workload::Workload;

/// `March 2026: 12 days of study`, for each month with a day of study.
pub fn months(days: &[DayLine]) -> Vec<String> {
    let mut months: Vec<(String, usize)> = Vec::new();
    for day in days.iter().filter(|d| d.studied) {
        let month = day.date.strftime("%B %Y").to_string();
        match months.last_mut().filter(|(last, _)| *last == month) {
            Some((_, count)) => *count += 1,
            None => months.push((month, 1)),
        }
    }
    let words = |(month, n)| format!("{month}: {} of study", count(n, "day"));
    months.into_iter().map(words).collect()
}

/// What was done on a day: `12 cards, 9 min`.
pub fn day(it: &DayLine) -> String {
    let cards = count(it.done, "card");
    match (it.studied, it.minutes) {
        (false, _) => "no study".to_owned(),
        (true, 0) => format!("{cards}, under a minute"),
        (true, minutes) => format!("{cards}, {minutes} min"),
    }
}

/// What a retention costs: `34 reviews a day over 30 days, 28 over 90`.
pub fn workload(it: &Workload) -> String {
    let (month, quarter) = (a_day(it.reviews_a_day_over_30_days), a_day(it.reviews_a_day_over_90_days));
    format!("{month} reviews a day over 30 days, {quarter} over 90")
}

/// A number of reviews a day: a decimal only where there are few.
pub fn a_day(reviews: f64) -> String {
    if reviews < 9.95 { format!("{reviews:.1}") } else { format!("{reviews:.0}") }
}

/// Whether a quiz was passed, in a sentence.
pub fn pass_verdict(earned: u32, needed: u32) -> String {
    let word = if earned >= needed { "Passed" } else { "Failed" };
    format!("{word}: {earned} % earned, {needed} % needed.")
}

/// What a lesson says when no other follows it.
pub const LAST_LESSON: &str = "It is the last lesson: what comes next is a quiz on the whole course.";

/// A share of 0 to 1: `67 %`.
pub fn percent(share: f64) -> String {
    signed(format!("{} %", score::whole_percent(share)))
}

/// `67 %`, `–` for none.
pub fn share(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), percent)
}

/// `2.5`; `−0.33`.
pub fn points(points: f64) -> String {
    signed(score::points(points))
}

/// A figure with its unit; `–` when it is undefined.
pub fn figure(figure: &Figure) -> String {
    let Some(value) = figure.value else { return "–".to_owned() };
    match figure.unit {
        Unit::Points => crate::course::wording::points(&points(value)),
        Unit::Number => points(value),
        Unit::Percent => percent(value / 100.0),
        Unit::Share => percent(value),
    }
}

/// A figure, or why there is none.
pub fn figure_or_why(it: &Figure) -> String {
    it.undefined.map_or_else(|| figure(it), |why| format!("none: {why}"))
}

/// A minus as it is printed, and none before a zero.
fn signed(text: String) -> String {
    match text.strip_prefix('-') {
        Some(rest) if rest.chars().any(|c| ('1'..='9').contains(&c)) => format!("−{rest}"),
        Some(rest) => rest.to_owned(),
        None => text,
    }
}

pub use crate::course::wording::count;

/// Seconds as `0:48`, `12:05`, `1:02:03`.
#[must_use]
pub fn clock(seconds: u64) -> String {
    let (h, m, s) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if h > 0 { format!("{h}:{m:02}:{s:02}") } else { format!("{m}:{s:02}") }
}

/// The lessons something was drawn from.
pub fn lessons(lessons: &[LessonName]) -> String {
    if lessons.is_empty() {
        return "the whole course".to_owned();
    }
    lessons.iter().map(lesson).collect::<Vec<_>>().join("; ")
}

/// `3. Track Two`; without a number when the course has it no more.
pub fn lesson(it: &LessonName) -> String {
    if it.number == 0 { it.title.clone() } else { format!("{}. {}", it.number, it.title) }
}

/// `a part` of `whole`, 0 to 1; 0 when there is nothing.
pub fn part(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { (part / whole).clamp(0.0, 1.0) } else { 0.0 }
}

#[expect(clippy::cast_precision_loss, reason = "people and hands, far below 2^52")]
pub fn part_of(n: usize, of: usize) -> f64 {
    part(n as f64, of as f64)
}

/// The front of a long text, to its last whole word.
pub fn front(text: &str) -> String {
    const LONGEST: usize = 64;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let front: String = text.chars().take(LONGEST).collect();
    format!(
        "{}…",
        front.rsplit_once(' ').map_or(front.as_str(), |(words, _)| words).trim_end_matches([',', '.', ';', ':'])
    )
}

/// Where something is taught: `lesson 3, “The second room”`.
pub fn taught(about: &About) -> String {
    if about.lesson.number == 0 {
        about.lesson.title.clone()
    } else if about.section.is_empty() {
        format!("lesson {}", about.lesson.number)
    } else {
        format!("lesson {}, “{}”", about.lesson.number, about.section)
    }
}

/// A number of columns as a number to divide by; at least as it is.
#[expect(clippy::cast_precision_loss, reason = "columns of a chart")]
pub fn part_of_many(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_as_people_write_them() {
        assert_eq!([0.0, -0.004, 0.666, -0.5, 1.0].map(percent), ["0 %", "0 %", "67 %", "−50 %", "100 %"]);
        assert_eq!(front("short."), "short.");
        assert_eq!(front(&"word, ".repeat(20)), format!("{}word…", "word, ".repeat(9)));
        assert_eq!([2.5, -0.33, -0.001].map(points), ["2.5", "−0.33", "0"]);
    }
}
