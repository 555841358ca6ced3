//! `ninetracks stats`: progress in figures.

use std::io::Write as _;

use super::{Ended, environment};
use crate::cli::Global;
use crate::store::progress::Progress;

/// # Errors
/// When progress cannot be read.
pub fn run(global: &Global, as_json: bool) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    let progress = Progress::load(&environment::store(global, &course)?, &course, &environment::clock())?;
    let mut out = std::io::stdout().lock();
    if as_json {
        writeln!(out, "{}", serde_json::to_string_pretty(&progress)?)?;
    } else {
        print(&progress, &mut out)?;
    }
    Ok(Ended::Done)
}

fn print(it: &Progress, out: &mut impl std::io::Write) -> std::io::Result<()> {
    writeln!(out, "Days of study: {}", it.days_studied)?;
    writeln!(out, "Sections read: {} of {}", it.sections_read, it.sections)?;
    for (name, n) in it.cards.rows() {
        writeln!(out, "Cards {name}: {n}")?;
    }
    if let Some((percent, of)) = it.retention_percent {
        writeln!(out, "Remembered in the last 30 days: {percent} % of {of} reviews")?;
    }
    for quiz in &it.quizzes {
        let state = if quiz.finished { format!("{} %", quiz.percent) } else { "left".to_owned() };
        writeln!(
            out,
            "Quiz {}  {state:>5}  {} of {} answered  {}  seed {}",
            quiz.date, quiz.answered, quiz.questions, quiz.about, quiz.seed
        )?;
    }
    Ok(())
}
