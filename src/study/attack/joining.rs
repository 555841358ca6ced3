//! Matching, ordering and typing: where a guess needs more than a pick.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::cue::single_best;
use super::row::AttackedKind::{Match, Order, Typed};
use super::row::{AttackedKind, Guess, Trial, number};
use crate::course::check::item_text::{content, length, line};
use crate::course::markdown::plain;
use crate::course::model::{Id, Text};
use crate::study::item::{Form, Item, Partner, Ranked};

pub(super) fn trials(all: &[Item]) -> Vec<Trial> {
    let guesses = |of: &dyn Fn(&Item) -> Vec<Guess>| all.iter().flat_map(of).collect::<Vec<Guess>>();
    let trial = |kind: AttackedKind, strategy: &str, change, guesses| Trial {
        kind,
        strategy: strategy.to_owned(),
        change,
        is_prevented: false,
        guesses,
    };
    vec![
        trial(Match, "partners that share a word", SHARED, guesses(&shared)),
        trial(
            Order,
            "by the numbers in the texts",
            NUMBERS,
            guesses(&|i| pairwise(i, |a, b| first_number(a)?.partial_cmp(&first_number(b)?))),
        ),
        trial(Order, "the longest first", LENGTH, guesses(&|i| pairwise(i, |a, b| Some(length(b).cmp(&length(a)))))),
        trial(Order, "the shortest first", LENGTH, guesses(&|i| pairwise(i, |a, b| Some(length(a).cmp(&length(b)))))),
        trial(Typed, "a word of the stem", STEM, printed_in_stem(all)),
        trial(Typed, "what is typed most often elsewhere", OFTEN, commonest(all)),
    ]
}

const SHARED: &str = "say premises and partners in different words";
const NUMBERS: &str = "take the years and numbers out of the texts that are to be sorted";
const LENGTH: &str = "make the texts that are to be sorted alike in length";
const STEM: &str = "take the answer out of the stem";
const OFTEN: &str = "ask for other answers: this one is asked too often";

/// Joins each premise to the partner with which it shares most words.
fn shared(item: &Item) -> Vec<Guess> {
    let Form::Join { premises, partners } = &item.form else { return Vec::new() };
    let bag = |t: &Text| content(t.as_str()).into_iter().collect::<HashSet<String>>();
    let bags: Vec<HashSet<String>> = partners.iter().map(|p: &Partner| bag(&p.text)).collect();
    let one = |(at, premise): (usize, &Text)| {
        let own = bag(premise);
        let scores: Vec<f64> = bags.iter().map(|b| number(own.intersection(b).count())).collect();
        let pick = single_best(&scores)?;
        Some(Guess::new(&item.question, &item.lesson, pick == at, 1.0 / number(partners.len())))
    };
    premises.iter().enumerate().filter_map(one).collect()
}

/// Decides of each two neighbours of the key which comes first.
fn pairwise(item: &Item, compare: impl Fn(&str, &str) -> Option<std::cmp::Ordering>) -> Vec<Guess> {
    let Form::Sort { things } = &item.form else { return Vec::new() };
    let one = |pair: &[Ranked]| {
        let order = compare(pair[0].text.as_str(), pair[1].text.as_str()).filter(|o| o.is_ne())?;
        Some(Guess::new(&item.question, &item.lesson, order.is_lt(), 0.5))
    };
    things.windows(2).filter_map(one).collect()
}

fn first_number(text: &str) -> Option<f64> {
    let digits: String = text.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// What a typed question accepts first, without numbers that have a tolerance.
fn answer(item: &Item) -> Option<String> {
    let Form::Type { gaps } = &item.form else { return None };
    let [gap] = gaps.as_slice() else { return None };
    gap.number.is_none().then_some(())?;
    Some(line(gap.answers.first()?.text.as_str()))
}

/// A blind guess hits one of all the answers of the course.
fn blind(all: &[Item]) -> f64 {
    let different: BTreeSet<String> = all.iter().filter_map(answer).collect();
    1.0 / number(different.len().max(2))
}

fn printed_in_stem(all: &[Item]) -> Vec<Guess> {
    let chance = blind(all);
    let one = |item: &Item| {
        let stem = line(&plain(item.stem.as_str()));
        Some(Guess::new(&item.question, &item.lesson, stem.contains(&answer(item)?), chance))
    };
    all.iter().filter_map(one).collect()
}

/// Types everywhere what most items of other lessons accept.
fn commonest(all: &[Item]) -> Vec<Guess> {
    let chance = blind(all);
    let typed: Vec<(&Id, &Id, String)> =
        all.iter().filter_map(|i| Some((&i.question, &i.lesson, answer(i)?))).collect();
    let one = |(question, lesson, answer): &(&Id, &Id, String)| {
        let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
        typed.iter().filter(|(_, other, _)| other != lesson).for_each(|(_, _, a)| *counts.entry(a).or_default() += 1);
        let (most, n) = counts.into_iter().max_by_key(|(_, n)| *n)?;
        (n > 1).then(|| Guess::new(question, lesson, most == answer, chance))
    };
    typed.iter().filter_map(one).collect()
}
