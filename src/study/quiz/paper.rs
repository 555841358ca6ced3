//! A paper: which questions, in which order, with which order of options. All of it follows from the seed.

use std::collections::BTreeMap;

use rand::seq::SliceRandom;

use super::PaperSpec;
use crate::course::Course;
use crate::course::model::{Ask, Id, Judged, Question};
use crate::study::chance::{Chance, chance, fnv, shuffled};

/// A drawn paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    pub spec: PaperSpec,
    pub items: Vec<Item>,
}

/// A question of a paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub question: Id,
    pub lesson: Id,
    /// What is shown at each place, as positions in the author's order: options, partners (spares after the pairs) or events.
    pub order: Vec<usize>,
}

impl Paper {
    /// Draws the paper of `spec`. Shorter than asked when the lessons hold fewer questions.
    #[must_use]
    pub fn draw(course: &Course, spec: PaperSpec) -> Self {
        let chosen = if spec.only.is_empty() { drawn(course, &spec) } else { named(course, &spec.only) };
        let item = |(lesson, question): (&Id, &Question)| Item {
            question: question.id.clone(),
            lesson: lesson.clone(),
            order: order(&question.ask, &mut chance(spec.seed ^ fnv(question.id.as_str().as_bytes()), "options")),
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

impl Item {
    /// A question by itself, as at a recall stop: its options stand in the same order each time.
    #[must_use]
    pub fn alone(lesson: &Id, question: &Question) -> Self {
        let order = order(&question.ask, &mut chance(fnv(question.id.as_str().as_bytes()), "options"));
        Self { question: question.id.clone(), lesson: lesson.clone(), order }
    }
}

fn named<'a>(course: &'a Course, only: &[Id]) -> Vec<(&'a Id, &'a Question)> {
    only.iter().filter_map(|id| course.question(id)).collect()
}

/// Spread over the objectives: each in turn gives one question until there are enough, then all are shuffled.
fn drawn<'a>(course: &'a Course, spec: &PaperSpec) -> Vec<(&'a Id, &'a Question)> {
    let mut chance = chance(spec.seed, "paper");
    let mut groups: Vec<Vec<(&Id, &Question)>> = by_objective(course, &spec.lessons);
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
        if !chosen.iter().any(|(_, other)| gives_away(other, question) || gives_away(question, other)) {
            chosen.push((lesson, question));
        }
    }
    chosen.shuffle(&mut chance);
    chosen
}

/// Whether `one` prints the answer of `other`.
fn gives_away(one: &Question, other: &Question) -> bool {
    one.answers.contains(&other.id)
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

/// An order of options for `ask`: numbers, dates and tracks stand in their own.
pub(in crate::study) fn order(ask: &Ask, chance: &mut Chance) -> Vec<usize> {
    match ask {
        Ask::Choice(options) | Ask::Several(options) => {
            natural_order(options).unwrap_or_else(|| shuffled(options.len(), chance))
        }
        Ask::Match { pairs, spare } => shuffled(pairs.len() + spare.len(), chance),
        Ask::Order(steps) => disordered(steps.len(), chance),
        Ask::Classify { scheme, .. } => (0..crate::course::wording::keys(scheme).len()).collect(),
        Ask::TrueFalse(_) | Ask::Typed { .. } => Vec::new(),
    }
}

/// A shuffle that is not the answer itself.
fn disordered(n: usize, chance: &mut Chance) -> Vec<usize> {
    let mut order = shuffled(n, chance);
    if n > 1 && order.is_sorted() {
        order.rotate_left(1);
    }
    order
}

/// Numbers and dates stand in their natural order: shuffling them only costs time.
fn natural_order(options: &[Judged]) -> Option<Vec<usize>> {
    let values: Option<Vec<f64>> = options.iter().map(|o| value(o.text().as_str())).collect();
    let values = values?;
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    Some(order)
}

/// The number a text consists of, or the year of a date; `None` for anything with more words than a date has.
fn value(text: &str) -> Option<f64> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let number = |w: &&str| w.trim_matches(|c: char| !c.is_ascii_digit()).parse::<f64>().ok();
    let numbers: Vec<f64> = words.iter().filter_map(number).collect();
    let others = words.len() - numbers.len();
    let plain = text.starts_with(|c: char| c.is_ascii_digit()) || others == 0;
    (others <= 1 && (plain || numbers.iter().any(|&n| n >= 1000.0))).then(|| numbers.last().copied()).flatten()
}
