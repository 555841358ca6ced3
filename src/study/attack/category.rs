//! Putting a case into a category of a scheme.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::cue::single_best;
use super::learner::{NaiveBayes, Tokens, across_folds};
use super::row::{AttackedKind, Guess, Trial, number};
use crate::course::Course;
use crate::course::check::item_text::{content, words};
use crate::course::markdown::plain;
use crate::course::model::{Ask, Category, Detail, Id, Scheme};
use crate::study::item::Item;

/// A described case.
struct Described<'a> {
    item: Id,
    fold: Id,
    stem: String,
    scheme: &'a Scheme,
    /// Place of its key among the scheme's categories.
    key: usize,
}

impl Described<'_> {
    fn chance(&self) -> f64 {
        1.0 / number(self.scheme.categories.len())
    }

    /// What does not decide is a miss: somebody who classifies answers every item.
    fn guess(&self, pick: Option<usize>) -> Guess {
        Guess::new(&self.item, &self.fold, pick == Some(self.key), self.chance())
    }
}

pub(super) fn trials(course: &Course, items: &[Item]) -> Vec<Trial> {
    let all: Vec<Described<'_>> = items.iter().filter_map(|item| described(course, item)).collect();
    let mut schemes: BTreeMap<&Id, Vec<Described<'_>>> = BTreeMap::new();
    for case in all {
        schemes.entry(&case.scheme.id).or_default().push(case);
    }
    schemes.into_iter().flat_map(|(id, cases)| of_scheme(id, &cases)).collect()
}

fn of_scheme(id: &Id, cases: &[Described<'_>]) -> Vec<Trial> {
    let trial = |strategy: &str, change, guesses| Trial {
        kind: AttackedKind::Classify,
        strategy: format!("{strategy} (scheme “{id}”)"),
        change,
        is_prevented: false,
        guesses,
    };
    let overlap = cases.iter().map(|case| case.guess(by_overlap(case))).collect();
    vec![
        trial("most words of the category’s own description", OVERLAP, overlap),
        trial("the most common elsewhere", COMMONEST, learned(cases, |_| Tokens::new())),
        trial("learned elsewhere", LEARNED, learned(cases, |case| words(&case.stem).into_iter().collect())),
    ]
}

const OVERLAP: &str =
    "describe who pays, who instructs and whom somebody commits, not with the words that define the category";
const COMMONEST: &str = "spread the cases over the categories";
const LEARNED: &str = "fixed phrases give the category away: say the same facts in other words, and let cues mislead in half of the cases";

fn described<'a>(course: &'a Course, item: &Item) -> Option<Described<'a>> {
    let (_, question) = course.question(&item.question)?;
    let Ask::Classify { scheme, key, .. } = &question.ask else { return None };
    let scheme = course.scheme(scheme)?;
    Some(Described {
        item: item.question.clone(),
        fold: item.lesson.clone(),
        stem: plain(item.stem.as_str()),
        key: scheme.categories.iter().position(|c| &c.key == key)?,
        scheme,
    })
}

/// The category whose description shares most with the stem; a word that many categories share weighs less.
fn by_overlap(case: &Described<'_>) -> Option<usize> {
    let descriptions: Vec<HashSet<String>> = case.scheme.categories.iter().map(description).collect();
    let mut shared: HashMap<&String, usize> = HashMap::new();
    descriptions.iter().flatten().for_each(|word| *shared.entry(word).or_default() += 1);
    let stem: BTreeSet<String> = content(&case.stem).into_iter().collect();
    let weight = |word: &String| (number(descriptions.len()) / number(shared[word])).ln();
    let scores: Vec<f64> =
        descriptions.iter().map(|d| stem.iter().filter(|w| d.contains(*w)).map(weight).sum()).collect();
    single_best(&scores)
}

fn description(category: &Category) -> HashSet<String> {
    let said = std::iter::once(&category.name).chain(&category.phrase);
    let details = category.details.iter().map(|Detail(_, text)| text);
    said.chain(details).flat_map(|t| content(t.as_str())).collect()
}

/// The category that a case looks most like, going by the cases of all other lessons.
fn learned(cases: &[Described<'_>], tokens: impl Fn(&Described<'_>) -> Tokens) -> Vec<Guess> {
    let seen: Vec<(&Described<'_>, Tokens)> = cases.iter().map(|c| (c, tokens(c))).collect();
    across_folds(
        &seen,
        |(case, _)| &case.fold,
        |learner: &mut NaiveBayes<usize>, (case, tokens)| learner.read(case.key, tokens),
        |learner, (case, tokens)| {
            let known: Vec<usize> = learner.classes().collect();
            let scores: Vec<f64> = known.iter().map(|&class| learner.score(class, tokens)).collect();
            Some(case.guess(single_best(&scores).map(|at| known[at])))
        },
    )
}
