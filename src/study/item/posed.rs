//! A question before its answer.

use serde::Serialize;

use super::form::{Form, Gap, OptionSet};
use super::{Item, letter};
use crate::course::model::{Kind, Picture, Text};

/// A question as it is put: texts in the order shown. No field tells a right option from a wrong one, and the order of
/// the author, which would give joining and sorting away, is not kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Posed {
    /// Counted from 1.
    pub number: usize,
    pub of: usize,
    /// A label for headings.
    pub kind: Kind,
    pub points: u32,
    pub stem: Text,
    pub picture: Option<Picture>,
    pub task: Task,
}

/// What is to be done, and with what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Task {
    PickOne {
        options: Vec<Text>,
        pool: OptionSet,
    },
    PickMany {
        options: Vec<Text>,
    },
    Join {
        premises: Vec<Text>,
        partners: Vec<Text>,
    },
    Sort {
        things: Vec<Text>,
    },
    /// What each gap is for, where there are more than one.
    Type {
        gaps: Vec<Option<Text>>,
    },
}

impl Item {
    /// The question as number `number` of `of`.
    #[must_use]
    pub fn posed(&self, number: usize, of: usize) -> Posed {
        let shown = || self.order.iter().filter_map(|&at| self.form.text(at).cloned()).collect();
        let task = match &self.form {
            Form::PickOne { pool, .. } => Task::PickOne { options: shown(), pool: pool.clone() },
            Form::PickMany { .. } => Task::PickMany { options: shown() },
            Form::Join { premises, .. } => Task::Join { premises: premises.clone(), partners: shown() },
            Form::Sort { .. } => Task::Sort { things: shown() },
            Form::Type { gaps } => Task::Type { gaps: gaps.iter().map(|Gap { label, .. }| label.clone()).collect() },
        };
        Posed {
            number,
            of,
            kind: self.kind,
            points: self.points,
            stem: self.stem.clone(),
            picture: self.picture.clone(),
            task,
        }
    }
}

impl Posed {
    /// What partners are joined to, numbered from 1.
    #[must_use]
    pub fn premises(&self) -> &[Text] {
        match &self.task {
            Task::Join { premises, .. } => premises,
            Task::PickOne { .. } | Task::PickMany { .. } | Task::Sort { .. } | Task::Type { .. } => &[],
        }
    }

    /// Options, partners or things to sort.
    #[must_use]
    pub fn options(&self) -> &[Text] {
        match &self.task {
            Task::PickOne { options, .. } | Task::PickMany { options } => options,
            Task::Join { partners, .. } => partners,
            Task::Sort { things } => things,
            Task::Type { .. } => &[],
        }
    }

    /// Options with what stands beside them, wherever they are lettered.
    pub fn lettered(&self) -> impl Iterator<Item = (char, &Text)> {
        let label = |place| match &self.task {
            Task::PickOne { pool, .. } => pool.label(place),
            Task::PickMany { .. } | Task::Join { .. } | Task::Sort { .. } | Task::Type { .. } => letter(place),
        };
        self.options().iter().enumerate().map(move |(place, text)| (label(place), text))
    }
}
