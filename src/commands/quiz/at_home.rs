//! `ninetracks quiz --file`: homework, and the code that goes back to the teacher.

use std::io::Write as _;
use std::path::Path;

use anyhow::Context as _;

use super::{in_lines, options};
use crate::cli::{Global, QuizArgs};
use crate::commands::{Ended, app, environment, homework, output};
use crate::course::Course;
use crate::course::model::text::named_path;
use crate::store::{Run, RunEnd};
use crate::study::homework::Homework;
use crate::study::names::PersonName;
use crate::ui::effect::Place;

/// Takes the homework in `file`, or goes on with it; when it is done, its code is printed.
///
/// # Errors
/// When the file is no homework of this course, or the quiz cannot be shown.
pub(super) fn run(global: &Global, course: Course, args: &QuizArgs, file: &Path) -> anyhow::Result<Ended> {
    let given = homework::read(file)?;
    anyhow::ensure!(
        given.course == course.about().id,
        "this homework is for the course `{}`: name its folder with --course DIR",
        given.course
    );
    let is_done = homework::done(&environment::store(global, &course)?, &course, &given)?.is_some();
    let ended = if is_done { Ended::Done } else { take(global, course, args, &given)? };
    let course = environment::course(global)?;
    let Some(quiz) = homework::done(&environment::store(global, &course)?, &course, &given)? else {
        output::note(format_args!(
            "The homework is not finished. `ninetracks quiz --file {}` goes on with it.",
            named_path(file)
        ));
        return Ok(ended);
    };
    let Some(person) = args.name.clone().map_or_else(asked, |name| Ok(Some(name)))? else {
        output::note(format_args!(
            "`ninetracks quiz --file {} --name NAME` prints the code for your teacher.",
            named_path(file)
        ));
        return Ok(ended);
    };
    let code = homework::code(&given, &quiz, person);
    if args.json {
        output::note(format_args!("Code for your teacher: {code}"));
    } else {
        tell(&code)?;
    }
    Ok(ended)
}

fn take(global: &Global, course: Course, args: &QuizArgs, homework: &Homework) -> anyhow::Result<Ended> {
    let left = left(global, &course, homework)?;
    let paper = homework.quiz();
    if environment::chooses_lines(global) {
        return in_lines(global, &course, args, |session| match left {
            Some(run) => crate::plain::resume(session, run.id, options(global, args)),
            None => crate::plain::quiz_of(session, paper, options(global, args)),
        });
    }
    let place = left.map_or_else(|| Place::QuizOf(Box::new(paper)), |run| Place::QuizAgain(run.id));
    app::open_with_mark(global, course, place, args.pass)
}

/// The attempt that was left.
fn left(global: &Global, course: &Course, homework: &Homework) -> anyhow::Result<Option<Run>> {
    let store = environment::store(global, course)?;
    let spec = homework.quiz().spec;
    for run in store.runs(usize::MAX)? {
        let is_open = !matches!(run.end, RunEnd::Finished(_)) && run.paper.asks_the_same_as(&spec);
        if is_open && store.taken_paper(course, &run)?.paper.items == homework.items {
            return Ok(Some(run));
        }
    }
    Ok(None)
}

/// The name that is typed; `None` when there is nobody to ask.
fn asked() -> anyhow::Result<Option<PersonName>> {
    let mut out = output::talk();
    loop {
        write!(out, "Your name, as your teacher has it: ")?;
        out.flush()?;
        let mut line = String::new();
        if std::io::stdin().read_line(&mut line).context("the name cannot be read")? == 0 {
            return Ok(None);
        }
        match PersonName::new(line.trim()) {
            Ok(name) => return Ok(Some(name)),
            Err(why) => output::note(format_args!("{why}.")),
        }
    }
}

fn tell(code: &str) -> std::io::Result<()> {
    let mut out = output::results();
    writeln!(out, "Code for your teacher, with your name and your answers:")?;
    writeln!(out, "  {code}")
}
