//! `ninetracks export`: the course's questions and cards for other programs, and how the learner graded cards.

mod reviews;

use super::{Ended, choosing, environment, import, output, paper, progress_file, write_file};
use crate::cli::{ExportArgs, ExportTarget, Global};
use crate::course::Course;
use crate::course::markdown::plain;
use crate::course::model::text::outgoing_document;
use crate::course::model::{Bank, Id, Question, Text};
use crate::course::wording::count;
use crate::exchange::{Exported, ExportedFile, Fidelity, Format, Outgoing, OutgoingBank, export};
use crate::study::item::Item;
use crate::study::names::Name;
use crate::ui::file_exchange::ExportPart;

/// # Errors
/// When there is no such lesson, set or paper, or the file cannot be written.
pub(super) fn run(global: &Global, args: &ExportArgs) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    match args.format {
        ExportTarget::Progress => progress_file::export(global, args),
        ExportTarget::Reviews => reviews::write(global, &course, args),
        ExportTarget::Items(format) => write(global, &course, format, args),
    }
}

fn write(global: &Global, course: &Course, format: Format, args: &ExportArgs) -> anyhow::Result<Ended> {
    let outgoing = Outgoing { course, banks: banks(global, course, args)?, at: environment::clock().now };
    let Exported { file, fidelity } = export(format, &outgoing).map_err(anyhow::Error::msg)?;
    match (&file, &args.out) {
        (ExportedFile::Text(text), Some(out)) => write_file::write(out, text, args.force, "--out")?,
        (ExportedFile::Text(text), None) => output::document(text)?,
        (ExportedFile::Package(bytes), Some(out)) => write_file::write_bytes(out, bytes, args.force, "--out")?,
        (ExportedFile::Package(_), None) => {
            anyhow::bail!(
                "{} is no text for a terminal: name a file with --out, such as --out course.{}",
                format.name(),
                format.ending()
            )
        }
    }
    if matches!(&file, ExportedFile::Text(text) if !text.contains(course.about().licence.as_str())) {
        let licence = outgoing.attribution();
        output::note(format_args!("{} has no place for this: pass it on with {licence}", format.name()));
    }
    if args.json {
        output::note(import::object("", &fidelity));
    } else {
        output::note(format_args!("{}: {}", format.name(), fidelity.summary()));
        fidelity.lines("").for_each(output::note);
    }
    Ok(if args.strict && fidelity.is_loss() { Ended::Failed } else { Ended::Done })
}

/// What was asked for: a set, a paper, lessons or all.
fn banks<'a>(global: &Global, course: &'a Course, args: &ExportArgs) -> anyhow::Result<Vec<OutgoingBank<'a>>> {
    if let Some(name) = &args.questions {
        let (bank, gone) = saved_set(global, course, name)?;
        note_gone(&bank.title, gone);
        return Ok(vec![bank]);
    }
    if let Some(named) = &args.paper {
        let made = paper::kept::called(&environment::store(global, course)?, named)?;
        warn_of_changes(course, &made.items);
        let ids: Vec<Id> = made.items.iter().map(|item| item.question.clone()).collect();
        let title = made.label.name.as_ref().map_or_else(|| format!("Paper {}", made.number), ToString::to_string);
        let (bank, gone) = these(course, &title, &ids)?;
        note_gone(&title, gone);
        return Ok(vec![bank]);
    }
    let chosen = environment::lessons(course, &args.lessons)?;
    let banks = course.banks().filter(|bank| chosen.is_empty() || chosen.contains(&bank.lesson));
    Ok(banks.map(|bank| whole(course, bank)).collect())
}

/// The questions of a saved set, and how many of them are no longer in the course.
fn saved_set<'a>(global: &Global, course: &'a Course, name: &Name) -> anyhow::Result<(OutgoingBank<'a>, usize)> {
    let saved = choosing::saved(&environment::store(global, course)?, name)?;
    these(course, saved.name.as_str(), &saved.what)
}

/// These questions in their order, as far as the course has them, and how many it no longer has.
fn these<'a>(course: &'a Course, title: &str, ids: &[Id]) -> anyhow::Result<(OutgoingBank<'a>, usize)> {
    let questions: Vec<&Question> = ids.iter().filter_map(|id| Some(course.practice_question(id)?.1)).collect();
    if questions.is_empty() {
        anyhow::bail!("none of the questions of {title} is in the course any more");
    }
    let gone = ids.len() - questions.len();
    Ok((OutgoingBank { id: title.to_owned(), title: title.to_owned(), cards: Vec::new(), questions }, gone))
}

fn note_gone(title: &str, gone: usize) {
    if gone > 0 {
        output::note(format_args!("ninetracks: {}", gone_words(title, gone)));
    }
}

fn gone_words(title: &str, gone: usize) -> String {
    format!("{} of {title} no longer in the course: left out", count(gone, "question"))
}

/// A kept paper has its questions as they were; what is written is as they are.
fn warn_of_changes(course: &Course, items: &[Item]) {
    let is_other = |item: &&Item| {
        course.practice_question(&item.question).is_some_and(|(lesson, question)| {
            let now = Item::written(course, lesson, question);
            now.stem != item.stem || now.form != item.form
        })
    };
    let changed = items.iter().filter(is_other).count();
    if changed > 0 {
        output::note(format_args!(
            "ninetracks: {} changed since the paper was made: written as the course has it now",
            count(changed, "question")
        ));
    }
}

/// A part of the course in another format.
pub(super) struct ExportedPart {
    pub bytes: Vec<u8>,
    pub fidelity: Fidelity,
    /// Said beside the report.
    pub gone: Option<String>,
}

/// Writes a part of the course in another format.
///
/// # Errors
/// When the format is only read, or there is no such set.
pub(super) fn part(
    global: &Global,
    course: &Course,
    part: &ExportPart,
    format: Format,
) -> anyhow::Result<ExportedPart> {
    let (banks, gone) = match part {
        ExportPart::Whole => (course.banks().map(|bank| whole(course, bank)).collect(), None),
        ExportPart::Lesson(id) => {
            (course.banks().filter(|bank| bank.lesson == *id).map(|bank| whole(course, bank)).collect(), None)
        }
        ExportPart::Set(name) => {
            let (bank, gone) = saved_set(global, course, name)?;
            let words = (gone > 0).then(|| gone_words(&bank.title, gone));
            (vec![bank], words)
        }
    };
    let outgoing = Outgoing { course, banks, at: environment::clock().now };
    let Exported { file, fidelity } = export(format, &outgoing).map_err(anyhow::Error::msg)?;
    let bytes = match file {
        ExportedFile::Text(text) => outgoing_document(&text).into_bytes(),
        ExportedFile::Package(bytes) => bytes,
    };
    Ok(ExportedPart { bytes, fidelity, gone })
}

/// What is kept for placement tests stays here.
fn whole<'a>(course: &'a Course, bank: &'a Bank) -> OutgoingBank<'a> {
    OutgoingBank {
        id: bank.lesson.to_string(),
        title: title(course, bank, &bank.lesson),
        cards: bank.cards.iter().collect(),
        questions: bank.questions.iter().filter(|question| !question.reserve).collect(),
    }
}

fn title(course: &Course, bank: &Bank, lesson: &Id) -> String {
    let title = course.outline(lesson).map(|outline| outline.title.as_str()).or(bank.title.as_ref().map(Text::as_str));
    title.map_or_else(|| lesson.to_string(), plain)
}
