//! `ninetracks paper`: question sheets with their key, and typing in what was answered on them.

pub(super) mod kept;
mod write;

use super::choosing::{Chosen, choose};
use super::{Ended, class, environment, homework, output, plain};
use crate::cli::{Global, PaperArgs};
use crate::course::Course;
use crate::plain::{PlainError, SheetEntry};
use crate::study::class::PaperLabel;
use crate::study::quiz::{Mode, Paper, PaperSpec, USUAL_LENGTH};
use crate::study::sheet::{sheets, sheets_of};

/// # Errors
/// When there is no such lesson or no question, a file cannot be written, or the answers cannot be saved.
pub(super) fn run(global: &Global, args: &PaperArgs) -> anyhow::Result<Ended> {
    let named = args.enter.as_deref();
    if named == Some("") && global.seed.is_none() {
        output::note(
            "ninetracks: --enter needs the paper: its number, name or code (--enter 3), or --seed N with the number at the foot of each sheet",
        );
        return Ok(Ended::Misused);
    }
    let course = environment::course(global)?;
    match named {
        None => match chosen(global, &course, args)? {
            Some(spec) if args.home.is_some() => at_home(global, &course, spec, args),
            Some(spec) => write::write(global, &course, &spec, args),
            None => Ok(Ended::Done),
        },
        Some("") => {
            let spec = spec(global, &course, args)?;
            warn_of_a_change(args, &spec);
            let sheets = sheets(&course, &spec, args.versions);
            enter(global, &course, SheetEntry { spec, sheets, class: None }, args)
        }
        Some(named) => {
            let made = kept::called(&environment::store(global, &course)?, named)?;
            let paper = Paper { spec: made.paper.clone(), items: made.items };
            let class = kept::class_of(&environment::store(global, &course)?, &made.label)?;
            let entry = SheetEntry { spec: made.paper, sheets: sheets_of(paper, made.versions), class };
            enter(global, &course, entry, args)
        }
    }
}

/// The paper as homework.
fn at_home(global: &Global, course: &Course, spec: PaperSpec, args: &PaperArgs) -> anyhow::Result<Ended> {
    let mut store = environment::store(global, course)?;
    let class = args.class.as_ref().map(|name| class::called(&store, name)).transpose()?;
    let label = PaperLabel { name: args.name.clone(), class: class.map(|class| class.id) };
    if let Some(file) = &args.home {
        let paper = Paper::to_take(course, spec).ok_or(PlainError::NoQuestion)?;
        homework::write(&mut store, course, (paper, label), file, args.force)?;
    }
    Ok(Ended::Done)
}

/// The paper with the questions that were chosen; `None` when they were only to be shown.
fn chosen(global: &Global, course: &Course, args: &PaperArgs) -> anyhow::Result<Option<PaperSpec>> {
    let spec = spec(global, course, args)?;
    if !args.choosing.is_any() {
        return Ok(Some(spec));
    }
    let drawn = (spec.lessons.clone(), spec.length, spec.seed);
    Ok(match choose(&mut environment::store(global, course)?, course, &args.choosing, drawn)? {
        Chosen::Shown => None,
        Chosen::Drawn => Some(spec),
        Chosen::These(only) => Some(PaperSpec { length: only.len(), only, ..spec }),
    })
}

/// Sheets that were printed have as many questions as their foot says: fewer now means other questions.
fn warn_of_a_change(args: &PaperArgs, spec: &PaperSpec) {
    if let Some(printed) = args.length.map(usize::from).filter(|&n| n > spec.length) {
        output::note(format_args!(
            "ninetracks: the paper now has {}, not {printed}. If the sheets have {printed}, they were printed from another course or \
             with other --lessons, and their answers do not fit",
            crate::course::wording::count(spec.length, "question")
        ));
    }
}

/// The paper as a quiz on the screen would be drawn.
fn spec(global: &Global, course: &Course, args: &PaperArgs) -> anyhow::Result<PaperSpec> {
    let lessons = environment::lessons(course, &args.lessons)?;
    let wanted = PaperSpec {
        lessons,
        length: args.length.map_or(USUAL_LENGTH, usize::from),
        seed: environment::seed(global),
        mode: Mode::Exam,
        limit_s: None,
        only: Vec::new(),
    };
    Ok(Paper::to_take(course, wanted).ok_or(PlainError::NoQuestion)?.spec)
}

fn enter(global: &Global, course: &Course, entry: SheetEntry, args: &PaperArgs) -> anyhow::Result<Ended> {
    let named = match &args.class {
        Some(name) => Some(class::called(&environment::store(global, course)?, name)?),
        None => None,
    };
    let entry = SheetEntry { class: named.or(entry.class), ..entry };
    let outcome = plain::run(global, course, false, |session| crate::plain::enter(session, entry))?;
    Ok(plain::ended(outcome, None))
}
