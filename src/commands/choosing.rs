//! Choosing questions: from options to a list of ids, kept under a name or shown without keys.

use std::io::Write as _;

use anyhow::Context as _;

use super::{environment, output};
use crate::cli::ChoosingArgs;
use crate::course::Course;
use crate::course::markdown::plain;
use crate::course::model::Id;
use crate::course::suggestion::did_you_mean;
use crate::store::{Kept, Store};
use crate::study::event::{Event, EventKind};
use crate::study::names::Name;
use crate::study::quiz::{Choosing, Mode, Paper, PaperSpec, QuestionFilter, WantedObjective};

/// What is to be done with what was chosen.
pub(super) enum Chosen {
    /// Nothing was chosen: the usual draw.
    Drawn,
    /// These, in this order.
    These(Vec<Id>),
    /// They were shown; that is all.
    Shown,
}

/// What `args` choose from `lessons`.
///
/// # Errors
/// When something named is not there, nothing is left, or what was chosen cannot be saved.
pub(super) fn choose(
    store: &mut Store,
    course: &Course,
    args: &ChoosingArgs,
    drawn: (Vec<Id>, usize, u64),
) -> anyhow::Result<Chosen> {
    if !args.is_any() {
        return Ok(Chosen::Drawn);
    }
    let (lessons, length, seed) = drawn;
    let ids = match &args.questions {
        Some(name) => kept(store, course, args, name)?,
        None => choosing(course, args, lessons)?.ids(course, length, seed),
    };
    anyhow::ensure!(!ids.is_empty(), "no question is left: choose more kinds, levels, objectives or lessons");
    if let Some(name) = &args.save_questions {
        let clock = environment::clock();
        let what = EventKind::QuestionsKept { name: name.clone(), questions: ids.clone() };
        store.append(&Event { at: clock.now, what }, clock.today())?;
        output::note(format_args!("{} questions are saved as {name}: --questions {name} asks them again.", ids.len()));
    }
    if args.preview {
        preview(course, &ids, seed)?;
        return Ok(Chosen::Shown);
    }
    Ok(Chosen::These(ids))
}

/// Questions kept before, with those pinned in front and without those left out.
fn kept(store: &Store, course: &Course, args: &ChoosingArgs, name: &Name) -> anyhow::Result<Vec<Id>> {
    let saved = saved(store, name)?.what;
    let (pinned, without) = (questions(course, &args.pin)?, questions(course, &args.without)?);
    let rest = saved.iter().filter(|id| course.practice_question(id).is_some()).cloned();
    let rest: Vec<Id> = rest.filter(|id| !pinned.contains(id) && !without.contains(id)).collect();
    let gone = saved.iter().filter(|id| course.practice_question(id).is_none()).count();
    if gone > 0 {
        output::note(format_args!("ninetracks: {gone} of these questions are no longer in the course"));
    }
    Ok(pinned.into_iter().chain(rest).collect())
}

/// The questions that were saved under `name`, those included that the course no longer has.
///
/// # Errors
/// Says what is saved when nothing is under this name.
pub(super) fn saved(store: &Store, name: &Name) -> anyhow::Result<Kept<Vec<Id>>> {
    let all = store.kept_questions()?;
    let names: Vec<String> = all.iter().map(|kept| kept.name.to_string()).collect();
    all.into_iter().find(|kept| kept.name.is_like(name)).with_context(|| match names.len() {
        0 => format!("no questions are saved yet: --save-questions {name} saves some"),
        _ => format!("no questions are saved as `{name}`. These are: {}", names.join(", ")),
    })
}

fn choosing(course: &Course, args: &ChoosingArgs, lessons: Vec<Id>) -> anyhow::Result<Choosing> {
    let objectives: Vec<&Id> = course.outlines().iter().flat_map(|o| o.objectives.iter().map(|it| &it.id)).collect();
    let tags: Vec<&Id> = course.banks().flat_map(|b| &b.questions).flat_map(|q| &q.tags).collect();
    let filter = QuestionFilter {
        lessons,
        kinds: args.kind.clone(),
        levels: args.level.clone(),
        objectives: known("objective", &args.objective, &objectives)?.into_iter().map(everywhere).collect(),
        tags: known("tag", &args.tag, &tags)?,
        novel: args.novel.as_ref().map(|word| word == "yes"),
    };
    Ok(Choosing { filter, pinned: questions(course, &args.pin)?, left_out: questions(course, &args.without)? })
}

fn everywhere(objective: Id) -> WantedObjective {
    WantedObjective { lesson: None, objective }
}

fn questions(course: &Course, named: &[String]) -> anyhow::Result<Vec<Id>> {
    let all: Vec<&Id> = course.banks().flat_map(|b| &b.questions).filter(|q| !q.reserve).map(|q| &q.id).collect();
    known("question", named, &all)
}

fn known(what: &str, named: &[String], all: &[&Id]) -> anyhow::Result<Vec<Id>> {
    let find = |raw: &String| {
        let raw = raw.trim();
        all.iter().find(|id| id.as_str() == raw).map(|id| (*id).clone()).with_context(|| {
            let meant = did_you_mean(raw, all.iter().map(|id| id.as_str()));
            let hint = if what == "question" { " `ninetracks list questions` lists them." } else { "" };
            format!("there is no {what} `{}`.{meant}{hint}", crate::course::model::text::in_one_line(raw))
        })
    };
    named.iter().filter(|raw| !raw.trim().is_empty()).map(find).collect()
}

/// The questions as they will be seen before anybody answers.
fn preview(course: &Course, ids: &[Id], seed: u64) -> anyhow::Result<()> {
    let spec = PaperSpec {
        lessons: Vec::new(),
        length: ids.len(),
        seed,
        mode: Mode::Practice,
        limit_s: None,
        only: ids.to_vec(),
    };
    let mut out = output::results();
    for (number, item) in (1..).zip(&Paper::draw(course, spec).items) {
        let lesson = course.number(&item.lesson);
        writeln!(
            out,
            "{number}. {} ({}, lesson {lesson})\n   {}",
            item.question,
            item.kind.name(),
            plain(item.stem.as_str())
        )?;
        item.option_lines().iter().try_for_each(|line| writeln!(out, "   {line}"))?;
    }
    Ok(())
}
