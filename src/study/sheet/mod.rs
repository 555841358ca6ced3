//! Question sheets on paper: one paper in several versions, so that neighbours cannot copy by number or letter.
//! Version A is the paper as the screen draws it; the others hold the same questions in other orders, all from the seed.

use super::chance::{Chance, chance, fnv, shuffled};
use super::item::Item;
use super::quiz::{Paper, PaperSpec};
use crate::course::Course;

/// Most versions of one paper.
pub const MOST_VERSIONS: u8 = 6;
/// Orders of questions that are tried for a version; the one that keeps it farthest from the others is taken.
const TRIES: usize = 100;
/// How much worse it is to share a place with the version handed out just before than with any other.
const NEIGHBOUR: usize = 10;

/// One version of a paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// From `A` on.
    pub version: char,
    /// The questions in the order of this version.
    pub items: Vec<Item>,
}

impl Sheet {
    /// Points to be had.
    #[must_use]
    pub fn points(&self) -> u32 {
        self.items.iter().map(|i| i.points).sum()
    }
}

/// The sheets of `spec`, at most [`MOST_VERSIONS`]. A version is the same however many follow it.
#[must_use]
pub fn sheets(course: &Course, spec: &PaperSpec, versions: u8) -> Vec<Sheet> {
    sheets_of(Paper::draw(course, spec.clone()), versions)
}

/// The sheets of a paper that was drawn before.
#[must_use]
pub fn sheets_of(paper: Paper, versions: u8) -> Vec<Sheet> {
    let Paper { spec: PaperSpec { seed, .. }, items } = paper;
    let mut letters = ('A'..).take(usize::from(versions.min(MOST_VERSIONS)));
    let mut sheets: Vec<Sheet> = letters.next().map(|version| Sheet { version, items }).into_iter().collect();
    for version in letters {
        sheets.push(another(seed, version, &sheets));
    }
    sheets
}

/// The version that comes after `before`, which is not empty.
fn another(seed: u64, version: char, before: &[Sheet]) -> Sheet {
    let items = &before[0].items;
    let mut chance = chance(seed, &format!("sheet {version}"));
    let tries = (0..TRIES).map(|_| shuffled(items.len(), &mut chance));
    let apart = tries.min_by_key(|order| clashes(items, order, before)).unwrap_or_default();
    Sheet { version, items: apart.into_iter().map(|at| turned(seed, version, &items[at], before)).collect() }
}

/// How often a question would stand under the number it has in an earlier version.
fn clashes(items: &[Item], order: &[usize], before: &[Sheet]) -> usize {
    let shared = |sheet: &Sheet| {
        order.iter().zip(&sheet.items).filter(|&(&at, there)| items[at].question == there.question).count()
    };
    let neighbour = before.last().map_or(0, |sheet| shared(sheet) * (NEIGHBOUR - 1));
    neighbour + before.iter().map(shared).sum::<usize>()
}

/// The question with its options in an order that no earlier version has, where there is one.
fn turned(seed: u64, version: char, item: &Item, before: &[Sheet]) -> Item {
    let used: Vec<&[usize]> = before
        .iter()
        .flat_map(|s| &s.items)
        .filter(|i| i.question == item.question)
        .map(|i| i.order.as_slice())
        .collect();
    let mut chance: Chance = chance(seed ^ fnv(item.question.as_str().as_bytes()), &format!("options {version}"));
    let mut tries = (0..TRIES).map(|_| item.form.order(&mut chance));
    Item { order: tries.find(|o| !used.contains(&o.as_slice())).unwrap_or_else(|| item.order.clone()), ..item.clone() }
}

#[cfg(test)]
mod tests;
