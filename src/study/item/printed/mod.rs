//! Which questions print the answer of another: in the stem, or among options, partners and things to sort. What is told
//! after an answer does not count. Papers keep such questions apart ([`crate::study::quiz::Paper`]).
//!
//! ```text
//!  shown    what a question prints, in words       sought    what it asks for, in words
//! ```
//!
//! A name alone gives nothing away: the other question must also speak of what this one asks. So a short answer counts
//! where it stands beside a name or a rare word of the asking stem, and an everyday word or a year beside two of them.

mod shown;
mod sought;

use std::collections::{BTreeSet, HashMap, HashSet};

use super::Item;
use crate::course::Course;
use crate::course::check::item_text;
use crate::course::model::{Id, Question};
use crate::course::printed::Printed;
use shown::PrintedText;
use sought::Sought;

/// What prints what in `course`; found when it is first asked for.
#[must_use]
pub fn printed(course: &Course) -> &Printed {
    course.printed(|| find(course))
}

/// Whether a paper may hold both: neither prints the other's answer, and no author says that it does.
#[must_use]
pub fn are_apart(printed: &Printed, one: &Question, other: &Question) -> bool {
    let gives = |a: &Question, b: &Question| declared(a, b) || printed.gives(&a.id, &b.id);
    !gives(one, other) && !gives(other, one)
}

/// Whether the author says that `one` gives `other` away.
#[must_use]
pub fn declared(one: &Question, other: &Question) -> bool {
    one.answers.contains(&other.id)
}

fn find(course: &Course) -> Printed {
    let items = || {
        let of = |o: &crate::course::outline::LessonOutline| course.bank(&o.id).map(|bank| (o.id.clone(), bank));
        let banks = course.outlines().iter().filter_map(of);
        banks.flat_map(|(lesson, bank)| bank.questions.iter().map(move |q| Item::written(course, &lesson, q)))
    };
    let all: Vec<(Id, PrintedText, Option<Sought>)> =
        items().map(|item| (item.question.clone(), PrintedText::of(&item), Sought::by(&item))).collect();
    let vocabulary = Vocabulary::of(course, all.iter().map(|(_, shown, _)| shown));
    let mut holding: HashMap<&String, Vec<usize>> = HashMap::new();
    for (at, (_, shown, _)) in all.iter().enumerate() {
        shown.content.iter().for_each(|word| holding.entry(word).or_default().push(at));
    }
    let mut found = Vec::new();
    for (asking, own, sought) in &all {
        let Some(sought) = sought else { continue };
        let search = sought.search(own, &vocabulary);
        let near: BTreeSet<usize> =
            search.needed().into_iter().filter_map(|w| holding.get(w)).flatten().copied().collect();
        let giving =
            near.into_iter().map(|at| &all[at]).filter(|(id, shown, _)| id != asking && search.is_met_by(shown));
        found.extend(giving.map(|(id, ..)| (id.clone(), asking.clone())));
    }
    found.into_iter().collect()
}

/// Which words tell what a question is about, in this course.
struct Vocabulary {
    /// In how many questions a word stands.
    questions: HashMap<String, usize>,
    names: HashSet<String>,
    everyday: HashSet<String>,
}

impl Vocabulary {
    fn of<'a>(course: &Course, all: impl Iterator<Item = &'a PrintedText>) -> Self {
        let words = |text: &crate::course::model::Text| item_text::content(text.as_str());
        let schemes = course.schemes().iter().flat_map(|s| words(&s.noun));
        let everyday = course.about().everyday.iter().flat_map(words).chain(schemes).collect();
        let (mut questions, mut names) = (HashMap::new(), HashSet::new());
        for shown in all {
            for word in &shown.content {
                *questions.entry(word.clone()).or_default() += 1;
            }
            names.extend(shown.names.iter().cloned());
        }
        Self { questions, names, everyday }
    }

    /// Whether a stem that holds `word` says by it what it is about.
    fn tells(&self, word: &String) -> bool {
        let rare = self.questions.get(word).is_none_or(|&n| n <= item_text::FREQUENT);
        (rare || self.names.contains(word)) && !self.everyday.contains(word)
    }

    /// Whether an answer is particular enough to be recognised: no small number, no everyday word alone.
    fn is_particular(&self, words: &[String]) -> bool {
        let particular = |w: &String| w.parse::<f64>().map_or(w.len() > 3, |n| n >= 20.0) && !self.everyday.contains(w);
        words.iter().any(particular)
    }
}
