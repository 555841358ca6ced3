//! Homework: a file for pupils to take with them, what they did with it as a code, and the code taken in.

use std::io::Write as _;
use std::path::Path;

use anyhow::Context as _;

use super::{environment, output, write_file};
use crate::course::Course;
use crate::course::model::text::{in_one_line, named_path};
use crate::course::suggestion::did_you_mean;
use crate::course::wording::count;
use crate::store::{MadePaper, RunEnd, Store, TakenQuiz};
use crate::study::chance::fnv;
use crate::study::class::{PaperLabel, SchoolClass};
use crate::study::event::{Event, EventKind, SheetAnswer};
use crate::study::homework::{self, CodeError, FORMAT, HandedOut, Homework, Returned};
use crate::study::item::Response;
use crate::study::names::PersonName;
use crate::study::quiz::{Mode, Paper, PaperSpec};

/// Largest file that is read as homework, in bytes.
const MAX_BYTES: u64 = 8 << 20;

/// Writes `paper` to `file` and keeps it, so that its codes can be read.
///
/// # Errors
/// When the file or the paper cannot be written.
pub(super) fn write(
    store: &mut Store,
    course: &Course,
    (paper, label): (Paper, PaperLabel),
    file: &Path,
    force: bool,
) -> anyhow::Result<()> {
    let paper = Paper { spec: PaperSpec { mode: Mode::Practice, ..paper.spec }, ..paper };
    let class = store.class_with(label.class.as_ref())?;
    let homework = Homework {
        homework: FORMAT,
        course: course.about().id.clone(),
        name: label.name.clone(),
        class: class.map(|class| class.name),
        token: token(store, &label, &paper)?,
        paper: paper.spec.clone(),
        items: paper.items.clone(),
    };
    write_file::write(file, &homework.to_file(), force, "--home FILE")?;
    keep(store, &homework, label)?;
    writeln!(output::results(), "{}", named_path(file))?;
    output::note(format_args!(
        "{}. A pupil opens it with `ninetracks quiz --file {}` and gives you the code that is shown at the end. To take codes \
         in:\n  ninetracks report --add CODE\nor a file with a code a line. The answers are in the file: it is for practice.",
        count(homework.items.len(), "question"),
        file.file_name().map_or_else(|| named_path(file), |name| name.to_string_lossy().into_owned()),
    ));
    Ok(())
}

/// That of the same homework, if it was handed out before, or a new one.
fn token(store: &Store, label: &PaperLabel, paper: &Paper) -> anyhow::Result<u64> {
    let is_same = |made: &MadePaper| made.label == *label && made.items == paper.items;
    let known = store.made_papers()?.into_iter().filter(is_same).find_map(|made| made.home);
    let now = environment::clock().now.as_nanosecond();
    Ok(known.unwrap_or_else(|| fnv(format!("{now} {} {}", std::process::id(), paper.spec.seed).as_bytes())))
}

fn keep(store: &mut Store, homework: &Homework, label: PaperLabel) -> anyhow::Result<()> {
    if store.made_papers()?.iter().any(|made| made.home == Some(homework.token)) {
        return Ok(());
    }
    let clock = environment::clock();
    let what = EventKind::PaperMade {
        paper: homework.paper.clone(),
        label,
        versions: 1,
        home: Some(homework.token),
        items: homework.items.clone(),
    };
    store.append(&Event { at: clock.now, what }, clock.today())?;
    Ok(())
}

/// Reads the homework in `file`.
///
/// # Errors
/// When it cannot be read, or is none.
pub(super) fn read(file: &Path) -> anyhow::Result<Homework> {
    let cannot = || format!("{} cannot be opened as homework", named_path(file));
    let size = std::fs::metadata(file).with_context(cannot)?.len();
    anyhow::ensure!(size <= MAX_BYTES, "{} is too large to be homework", named_path(file));
    let text = std::fs::read_to_string(file).with_context(cannot)?;
    Homework::read(&text).with_context(cannot)
}

/// The learner's first whole attempt at `homework`.
///
/// # Errors
/// When progress cannot be read.
pub(super) fn done(store: &Store, course: &Course, homework: &Homework) -> anyhow::Result<Option<TakenQuiz>> {
    let mine = &store.learner().profile;
    let is_it = |quiz: &TakenQuiz| quiz.profile == *mine && quiz.run.paper.asks_the_same_as(&homework.quiz().spec);
    for quiz in store.quizzes_of_all()?.into_iter().filter(is_it) {
        if matches!(quiz.run.end, RunEnd::Finished(_))
            && store.taken_paper(course, &quiz.run)?.paper.items == homework.items
        {
            return Ok(Some(quiz));
        }
    }
    Ok(None)
}

/// The code of what `quiz` says.
pub(super) fn code(homework: &Homework, quiz: &TakenQuiz, person: PersonName) -> String {
    let answer = |item: &crate::study::item::Item| {
        let given = quiz.answers.iter().rev().find(|answer| answer.question == item.question);
        given.map_or(Response::Passed, |answer| answer.answer.clone())
    };
    let answers = homework.items.iter().map(answer).collect();
    homework::code(HandedOut { token: homework.token, items: &homework.items }, &Returned { person, answers })
}

/// Takes in codes, each typed or in a file with a code a line. Gives the paper of the last that was taken.
///
/// # Errors
/// When none was taken, or it cannot be saved.
pub(super) fn add(store: &mut Store, codes: &[String]) -> anyhow::Result<PaperSpec> {
    let made: Vec<MadePaper> = store.made_papers()?.into_iter().filter(|made| made.home.is_some()).collect();
    anyhow::ensure!(
        !made.is_empty(),
        "no homework was handed out from here: `ninetracks paper --home FILE` or `ninetracks report N --home FILE` writes one"
    );
    let mut last = None;
    for code in &lines(codes)? {
        match take(store, &made, code)? {
            Ok(paper) => last = Some(paper),
            Err(why) => output::note(format_args!("ninetracks: {}: {why}", shown(code))),
        }
    }
    last.context("no code was taken")
}

/// The codes themselves.
fn lines(codes: &[String]) -> anyhow::Result<Vec<String>> {
    let mut all = Vec::new();
    for code in codes {
        let file = Path::new(code);
        if file.is_file() {
            let text = std::fs::read_to_string(file)
                .with_context(|| format!("the codes in {} cannot be read", named_path(file)))?;
            all.extend(text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned));
        } else {
            all.push(code.clone());
        }
    }
    Ok(all)
}

/// Enters what a code says, once; the inner error is said, and nothing is entered then.
fn take(store: &mut Store, made: &[MadePaper], code: &str) -> anyhow::Result<Result<PaperSpec, String>> {
    let handed_out: Vec<HandedOut<'_>> =
        made.iter().filter_map(|made| made.home.map(|token| HandedOut { token, items: &made.items })).collect();
    let (at, returned) = match homework::read_code(code, &handed_out) {
        Ok(found) => found,
        Err(why @ (CodeError::NoCode | CodeError::Foreign | CodeError::Changed)) => return Ok(Err(why.to_string())),
    };
    let made = &made[at];
    let class = store.class_with(made.label.class.as_ref())?;
    let person = match named(class.as_ref(), returned.person) {
        Ok(person) => person,
        Err(why) => return Ok(Err(why)),
    };
    let class = class.map(|class| class.id);
    let is_in = store.all_sheets()?.into_iter().any(|sheet| {
        sheet.person.is_like(&person) && sheet.class == class && sheet.paper.asks_the_same_as(&made.paper)
    });
    if is_in {
        output::note(format_args!("{person} is in already; the first answers count."));
        return Ok(Ok(made.paper.clone()));
    }
    let answers: Vec<SheetAnswer> =
        made.items.iter().zip(returned.answers).map(|(item, answer)| SheetAnswer::new(item, answer)).collect();
    let (clock, paper) = (environment::clock(), made.paper.clone());
    let items = made.items.clone();
    let what =
        EventKind::SheetEntered { paper: paper.clone(), person: person.clone(), class, version: 'A', answers, items };
    store.append(&Event { at: clock.now, what }, clock.today())?;
    output::note(format_args!("{person} is in."));
    Ok(Ok(paper))
}

/// The pupil who is meant, as the class calls the pupil.
fn named(class: Option<&SchoolClass>, person: PersonName) -> Result<PersonName, String> {
    let Some(class) = class else { return Ok(person) };
    if let Some(pupil) = class.pupil(&person) {
        return Ok(pupil.name.clone());
    }
    let meant = did_you_mean(person.as_str(), class.pupils.iter().map(|pupil| pupil.name.as_str()));
    Err(format!("nobody is called {person} in {}.{meant}", class.name))
}

/// The beginning of a code, to be told from others.
fn shown(code: &str) -> String {
    let line = in_one_line(code);
    let begins: String = line.chars().take(14).collect();
    if begins.len() < line.len() { format!("{begins}…") } else { begins }
}
