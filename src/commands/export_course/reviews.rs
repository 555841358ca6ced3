//! How the learner graded cards, as CSV: a row a review, for a spreadsheet or for statistics.

use crate::cli::{ExportArgs, Global};
use crate::commands::{Ended, environment, output, write_file};
use crate::course::Course;
use crate::print::csv;
use crate::store::LoggedReview;

const HEADS: [&str; 7] = ["time", "day", "card", "lesson", "grade", "stage", "seconds"];

/// # Errors
/// When progress cannot be read, or the file not be written.
pub(super) fn write(global: &Global, course: &Course, args: &ExportArgs) -> anyhow::Result<Ended> {
    let all = environment::store(global, course)?.review_log()?;
    let rows = all.iter().map(|review| row(course, review));
    let text = csv::table(std::iter::once(HEADS.map(str::to_owned)).chain(rows));
    match &args.out {
        Some(out) => write_file::write(out, &text, args.force, "--out")?,
        None => output::document(&text)?,
    }
    Ok(Ended::Done)
}

fn row(course: &Course, review: &LoggedReview) -> [String; 7] {
    let LoggedReview { at, day, card, grade, stage, took_ms, .. } = review;
    [
        at.to_string(),
        day.date().to_string(),
        card.to_string(),
        course.card(&card.card).map_or_else(String::new, |(lesson, _)| lesson.to_string()),
        format!("{grade:?}").to_lowercase(),
        format!("{stage:?}").to_lowercase(),
        format!("{:.1}", f64::from(*took_ms) / 1000.0),
    ]
}
