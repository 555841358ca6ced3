//! A paper: which questions, in which order, with which order of options. All of it follows from the seed.

use std::collections::BTreeMap;

use rand::seq::SliceRandom;

use super::{Mode, PaperSpec};
use crate::course::Course;
use crate::course::model::{Id, Question};
use crate::study::chance::{chance, fnv};
use crate::study::item::Item;
use crate::study::item::printed::{are_apart, printed};

/// A drawn paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    pub spec: PaperSpec,
    pub items: Vec<Item>,
}

impl Paper {
    /// Draws the paper of `spec`. Shorter than asked when the lessons hold fewer questions.
    #[must_use]
    pub fn draw(course: &Course, spec: PaperSpec) -> Self {
        let chosen = if spec.only.is_empty() { drawn(course, &spec) } else { named(course, &spec) };
        let item = |(lesson, question): (&Id, &Question)| {
            let seed = spec.seed ^ fnv(question.id.as_str().as_bytes());
            Item::draw(course, lesson, question, &mut chance(seed, "options"))
        };
        Self { items: chosen.into_iter().map(item).collect(), spec }
    }

    /// A paper to be taken: its spec, which the log keeps, has the length that was really drawn, so that "4 of 10" is
    /// true where a bank holds fewer. `None` when the lessons have no question.
    #[must_use]
    pub fn to_take(course: &Course, spec: PaperSpec) -> Option<Self> {
        let paper = Self::draw(course, spec);
        let length = paper.items.len();
        (length > 0).then_some(Self { spec: PaperSpec { length, ..paper.spec }, ..paper })
    }
}

/// A placement test asks questions in reserve and no others; everything else asks the others and none in reserve.
fn named<'a>(course: &'a Course, spec: &PaperSpec) -> Vec<(&'a Id, &'a Question)> {
    let may = |q: &Question| q.reserve == matches!(spec.mode, Mode::Placement(_));
    spec.only.iter().filter_map(|id| course.question(id)).filter(|(_, q)| may(q)).collect()
}

pub(super) fn drawn<'a>(course: &'a Course, spec: &PaperSpec) -> Vec<(&'a Id, &'a Question)> {
    let printed = printed(course);
    choose(course, spec, |one, other| are_apart(printed, one, other))
}

/// Spread over the objectives: each in turn gives one question until there are enough, then all are shuffled. No two that
/// are not `apart` come together: where too few are, the paper is shorter.
pub(crate) fn choose<'a>(
    course: &'a Course,
    spec: &PaperSpec,
    apart: impl Fn(&Question, &Question) -> bool,
) -> Vec<(&'a Id, &'a Question)> {
    choose_where(course, spec, |_, _| true, apart)
}

/// The same from the questions that are `wanted`, which is asked with the lesson of each.
pub(super) fn choose_where<'a>(
    course: &'a Course,
    spec: &PaperSpec,
    wanted: impl Fn(&Id, &Question) -> bool,
    apart: impl Fn(&Question, &Question) -> bool,
) -> Vec<(&'a Id, &'a Question)> {
    let mut chance = chance(spec.seed, "paper");
    let mut groups: Vec<Vec<(&Id, &Question)>> = by_objective(course, &spec.lessons);
    for group in &mut groups {
        group.retain(|(lesson, question)| wanted(lesson, question));
    }
    groups.retain(|group| !group.is_empty());
    for group in &mut groups {
        group.shuffle(&mut chance);
    }
    groups.shuffle(&mut chance);
    let longest = groups.iter().map(Vec::len).max().unwrap_or(0);
    let rounds = (0..longest).flat_map(|round| groups.iter().filter_map(move |g| g.get(round).copied()));
    let mut chosen: Vec<(&Id, &Question)> = Vec::new();
    for (lesson, question) in rounds {
        if chosen.len() == spec.length {
            break;
        }
        if chosen.iter().all(|(_, other)| apart(other, question)) {
            chosen.push((lesson, question));
        }
    }
    chosen.shuffle(&mut chance);
    chosen
}

fn by_objective<'a>(course: &'a Course, lessons: &[Id]) -> Vec<Vec<(&'a Id, &'a Question)>> {
    let mut groups: BTreeMap<(usize, &Id), Vec<(&Id, &Question)>> = BTreeMap::new();
    let wanted = |id: &Id| lessons.is_empty() || lessons.contains(id);
    for (number, outline) in course.outlines().iter().enumerate().filter(|(_, o)| wanted(&o.id)) {
        for question in course.bank(&outline.id).into_iter().flat_map(|b| &b.questions).filter(|q| !q.reserve) {
            groups.entry((number, question.aim(&outline.id))).or_default().push((&outline.id, question));
        }
    }
    groups.into_values().collect()
}
