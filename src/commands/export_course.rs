//! `ninetracks export`: the course's questions and cards for other programs.

use super::{Ended, environment, import, output, progress_file, write_file};
use crate::cli::{ExportArgs, Global};
use crate::course::Course;
use crate::course::markdown::plain;
use crate::course::model::{Bank, Id, Text};
use crate::exchange::{Outgoing, OutgoingBank, export};

/// # Errors
/// When there is no such lesson, or the file cannot be written.
pub(super) fn run(global: &Global, args: &ExportArgs) -> anyhow::Result<Ended> {
    let Some(format) = args.format else { return progress_file::export(global, args) };
    let course = environment::course(global)?;
    let chosen = environment::lessons(&course, &args.lessons)?;
    let banks = course.banks().filter(|bank| chosen.is_empty() || chosen.contains(&bank.lesson));
    let outgoing = Outgoing { course: &course, banks: banks.map(|bank| of(&course, bank)).collect() };
    let Some((text, fidelity)) = export(format, &outgoing) else {
        anyhow::bail!("{} can only be read", format.name());
    };
    match &args.out {
        Some(file) => write_file::write(file, &text, args.force, "--out")?,
        None => output::document(&text)?,
    }
    let licence = course.about().licence.as_str();
    if !text.contains(licence) {
        output::note(format_args!(
            "{} has no place for this: pass it on with {}",
            format.name(),
            outgoing.attribution()
        ));
    }
    if args.json {
        output::note(import::object("", &fidelity));
    } else {
        output::note(format_args!("{}: {}", format.name(), fidelity.summary()));
        fidelity.lines("").for_each(output::note);
    }
    Ok(if args.strict && fidelity.is_loss() { Ended::Failed } else { Ended::Done })
}

/// What is kept for placement tests stays here.
fn of<'a>(course: &'a Course, bank: &'a Bank) -> OutgoingBank<'a> {
    OutgoingBank {
        title: title(course, bank, &bank.lesson),
        cards: bank.cards.iter().collect(),
        questions: bank.questions.iter().filter(|question| !question.reserve).collect(),
    }
}

fn title(course: &Course, bank: &Bank, lesson: &Id) -> String {
    let title = course.outline(lesson).map(|outline| outline.title.as_str()).or(bank.title.as_ref().map(Text::as_str));
    title.map_or_else(|| lesson.to_string(), plain)
}
