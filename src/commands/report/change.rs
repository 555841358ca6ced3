//! What can be changed of a drill or a paper after it: its name, its class, its keys; and that it is listed.

use anyhow::Context as _;

use crate::cli::ReportArgs;
use crate::commands::{class, environment};
use crate::course::Course;
use crate::store::Store;
use crate::study::class::DrillLabel;
use crate::study::drill::{Entry, Input, Moment, Room};
use crate::study::event::{Event, EventKind, RunId};
use crate::study::item::{Item, Key};
use crate::study::quiz::{Paper, PaperSpec};

/// A correction as it was typed: `3=b/d`.
struct Correction<'a> {
    /// From 0.
    question: usize,
    answer: &'a str,
}

impl<'a> Correction<'a> {
    fn read(raw: &'a str) -> anyhow::Result<Self> {
        let parts = raw.split_once('=').and_then(|(n, answer)| Some((n.trim().parse::<usize>().ok()?, answer.trim())));
        let (number, answer) = parts.filter(|(n, answer)| *n > 0 && !answer.is_empty()).with_context(|| {
            format!("`{raw}` is no correction: write the number of the question and its answer, for example --key 3=b")
        })?;
        Ok(Self { question: number - 1, answer })
    }

    fn key(&self, item: &Item) -> anyhow::Result<Key> {
        let number = self.question + 1;
        let key = match self.answer.to_lowercase().as_str() {
            "author" => Key::Author,
            "all" => Key::Everything,
            "void" => Key::Void,
            _ => {
                let read = |one: &str| {
                    item.read_line(one.trim())
                        .map_err(|why| anyhow::anyhow!("question {number}, `{}`: {why}", one.trim()))
                };
                Key::AnyOf(self.answer.split('/').map(read).collect::<anyhow::Result<_>>()?)
            }
        };
        anyhow::ensure!(key.fits(item), "question {number} cannot have the key `{}`", self.answer);
        Ok(key)
    }
}

fn save(store: &mut Store, what: EventKind) -> anyhow::Result<()> {
    let clock = environment::clock();
    store.append(&Event { at: clock.now, what }, clock.today())?;
    Ok(())
}

/// Changes what `args` say of the drill `run`; whether anything was.
pub(super) fn drill(store: &mut Store, run: RunId, args: &ReportArgs) -> anyhow::Result<bool> {
    let before = store.drill_labels()?.remove(&run).unwrap_or_default();
    let class = args.set_class.as_ref().map(|name| class::called(store, name)).transpose()?;
    let label = DrillLabel {
        name: args.set_name.clone().or_else(|| before.name.clone()),
        class: class.map(|class| class.id).or_else(|| before.class.clone()),
        deleted: before.deleted || args.delete,
        absent: before.absent.clone(),
    };
    let is_changed = label != before;
    if is_changed {
        save(store, EventKind::DrillLabelled { run, label })?;
    }
    for raw in &args.key {
        rekey_drill(store, run, &Correction::read(raw)?)?;
    }
    Ok(is_changed || !args.key.is_empty())
}

fn rekey_drill(store: &mut Store, run: RunId, correction: &Correction<'_>) -> anyhow::Result<()> {
    let drill = store.drill(run)?.context("there is no such drill any more")?;
    let (mut room, after): (Room, usize) = (drill.room(), drill.entries.len());
    let number = correction.question + 1;
    let item =
        room.setup().asked(correction.question).with_context(|| format!("this drill has no question {number}"))?;
    let what = Input::Regraded { question: correction.question, key: correction.key(item)? };
    let entry = Entry::new(room.last().unwrap_or(Moment(environment::clock().now.as_millisecond())), what);
    room.apply(&entry).map_err(|why| anyhow::anyhow!("question {number}: {why}"))?;
    save(store, EventKind::DrillEntered { run, after, entry })
}

/// Corrects keys of `paper`; whether any was.
pub(super) fn paper(store: &mut Store, course: &Course, paper: &PaperSpec, keys: &[String]) -> anyhow::Result<bool> {
    let kept = store.made_papers()?.into_iter().rev().find(|made| made.paper.asks_the_same_as(paper));
    let items = kept.map(|made| made.items).filter(|items| !items.is_empty());
    let items = items.unwrap_or_else(|| Paper::draw(course, paper.clone()).items);
    for raw in keys {
        let correction = Correction::read(raw)?;
        let number = correction.question + 1;
        let item = items.get(correction.question).with_context(|| format!("this paper has no question {number}"))?;
        let (question, key) = (item.question.clone(), correction.key(item)?);
        save(store, EventKind::PaperRekeyed { paper: paper.clone(), question, key })?;
    }
    Ok(!keys.is_empty())
}
