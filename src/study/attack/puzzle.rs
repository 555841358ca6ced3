//! Items as a reader sees who knows nothing: a stem, options, and which of them would be hit.

use std::collections::HashSet;

use crate::course::Course;
use crate::course::check::item_text::{content, words};
use crate::course::markdown::plain;
use crate::course::model::{Choice, Id, Reason, Scenario, Scene};
use crate::study::item::{Credit, Form, Item, OptionSet};

/// Options of which one is to be picked.
pub(super) struct Puzzle {
    pub(super) item: Id,
    /// What is left out together when the learner is tried on it: a lesson, or a case with all its sides.
    pub(super) fold: Id,
    /// The words of the stem that carry meaning.
    pub(super) stem: HashSet<String>,
    /// In the author's order.
    pub(super) options: Vec<SeenText>,
    /// Which of them hit.
    pub(super) keys: Vec<bool>,
}

/// A text as it is seen, taken apart once.
pub(super) struct SeenText {
    pub(super) text: String,
    pub(super) words: Vec<String>,
    /// The words that carry meaning.
    pub(super) content: HashSet<String>,
    /// In characters.
    pub(super) length: usize,
}

impl SeenText {
    pub(super) fn new(markdown: &str) -> Self {
        let text = plain(markdown);
        Self { words: words(&text), content: content(&text).into_iter().collect(), length: text.chars().count(), text }
    }
}

impl Puzzle {
    /// How likely a blind pick hits.
    pub(super) fn chance(&self) -> f64 {
        let keys = self.keys.iter().filter(|k| **k).count();
        super::row::number(keys) / super::row::number(self.keys.len())
    }

    /// Whether there is something to guess: some options hit and some do not.
    fn is_open(&self) -> bool {
        self.keys.contains(&true) && self.keys.contains(&false)
    }
}

fn meaning(text: &str) -> HashSet<String> {
    content(text).into_iter().collect()
}

/// Every question, in the author's order.
pub(super) fn items(course: &Course) -> Vec<Item> {
    let outlines = course.outlines().iter();
    outlines
        .filter_map(|o| Some((&o.id, course.bank(&o.id)?)))
        .flat_map(|(lesson, bank)| bank.questions.iter().map(|q| Item::written(course, lesson, q)))
        .collect()
}

/// Questions with options of their own, of which one holds.
pub(super) fn choices(items: &[Item]) -> Vec<Puzzle> {
    let own = |item: &Item| {
        let Form::PickOne { options, pool: OptionSet::Own } = &item.form else { return None };
        Some(of_options(item, options))
    };
    items.iter().filter_map(own).filter(Puzzle::is_open).collect()
}

/// Questions with several keys: a pick hits when it is one of them.
pub(super) fn several(items: &[Item]) -> Vec<Puzzle> {
    let many = |item: &Item| {
        let Form::PickMany { options } = &item.form else { return None };
        Some(of_options(item, options))
    };
    items.iter().filter_map(many).filter(Puzzle::is_open).collect()
}

fn of_options(item: &Item, options: &[crate::study::item::Alternative]) -> Puzzle {
    Puzzle {
        item: item.question.clone(),
        fold: item.lesson.clone(),
        stem: meaning(item.stem.as_str()),
        options: options.iter().map(|o| SeenText::new(o.text.as_str())).collect(),
        keys: options.iter().map(|o| o.credit == Credit::FULL).collect(),
    }
}

/// Which reason is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Worth {
    Best,
    Worst,
}

/// The reasons of every choice of every scenario.
pub(super) fn reasons(course: &Course, worth: Worth) -> Vec<Puzzle> {
    let of = |fold: &Id, choice: &Choice| {
        let points = choice.reasons.iter().map(|r| r.points);
        let looked_for = match worth {
            Worth::Best => Reason::BEST,
            Worth::Worst => points.clone().min().unwrap_or(0),
        };
        Puzzle {
            item: choice.id.clone(),
            fold: fold.clone(),
            stem: meaning(&format!("{} {}", choice.text, choice.cost)),
            options: choice.reasons.iter().map(|r| SeenText::new(r.text.as_str())).collect(),
            keys: points.map(|p| p == looked_for).collect(),
        }
    };
    let all = sides(course).into_iter().flat_map(|(fold, side)| {
        side.scenes.iter().flat_map(|s| &s.choices).map(move |choice| of(fold, choice)).collect::<Vec<_>>()
    });
    all.filter(Puzzle::is_open).collect()
}

/// The choices of every scene. No file says which the literature favours: those count that do the meters most good.
pub(super) fn decisions(course: &Course) -> Vec<Puzzle> {
    let of = |fold: &Id, scene: &Scene| {
        let good: Vec<i32> = scene.choices.iter().map(|c| c.effects.values().copied().map(i32::from).sum()).collect();
        let most = good.iter().max().copied().unwrap_or(0);
        Puzzle {
            item: scene.id.clone(),
            fold: fold.clone(),
            stem: meaning(scene.text.as_str()),
            options: scene.choices.iter().map(|c| SeenText::new(c.text.as_str())).collect(),
            keys: good.iter().map(|g| *g == most).collect(),
        }
    };
    let all = sides(course)
        .into_iter()
        .flat_map(|(fold, side)| side.scenes.iter().map(move |scene| of(fold, scene)).collect::<Vec<_>>());
    all.filter(Puzzle::is_open).collect()
}

/// Every side of every scenario, with the case that it belongs to.
fn sides(course: &Course) -> Vec<(&Id, &Scenario)> {
    course.scenario_outlines().iter().filter_map(|o| Some((&o.case, course.scenario(&o.id)?))).collect()
}
