//! Statements that are true or false.

use super::cue::{ABSOLUTES, count, has_digit, hedges};
use super::learner::{NaiveBayes, Tokens, across_folds};
use super::puzzle::SeenText;
use super::row::{AttackedKind, Guess, Trial};
use crate::course::model::Id;
use crate::study::item::{Credit, Form, Item, OptionSet};

/// Half of all statements are true, for all that is known.
const EVEN: f64 = 0.5;

struct Statement {
    item: Id,
    fold: Id,
    text: SeenText,
    is_true: bool,
}

/// What a reader makes of a statement; `None` when the rule says nothing of it.
type Judgement<'a> = Box<dyn Fn(&Statement) -> Option<bool> + 'a>;

pub(super) fn trials(items: &[Item]) -> Vec<Trial> {
    let all: Vec<Statement> = items.iter().filter_map(statement).collect();
    let mut lengths: Vec<usize> = all.iter().map(|s| s.text.length).collect();
    lengths.sort_unstable();
    let median = lengths.get(lengths.len() / 2).copied().unwrap_or(0);
    let says = |is: bool, what: bool| is.then_some(what);
    let rules: [(&str, &'static str, Judgement<'_>); 9] = [
        ("all are true", BALANCE, Box::new(|_| Some(true))),
        ("all are false", BALANCE, Box::new(|_| Some(false))),
        ("long ones are true, short ones false", LENGTH, Box::new(move |s| Some(s.text.length >= median))),
        ("short ones are true, long ones false", LENGTH, Box::new(move |s| Some(s.text.length < median))),
        ("with a number: true", NUMBERS, Box::new(move |s| says(has_digit(&s.text.text), true))),
        ("with a number: false", NUMBERS, Box::new(move |s| says(has_digit(&s.text.text), false))),
        (
            "with an absolute (all, never, only): false",
            TONE,
            Box::new(move |s| says(count(ABSOLUTES, &s.text) > 0.0, false)),
        ),
        ("with a hedge (may, often, some): true", TONE, Box::new(move |s| says(hedges(&s.text) > 0.0, true))),
        ("with “not”: false", TONE, Box::new(move |s| says(count("not", &s.text) > 0.0, false))),
    ];
    let mut trials: Vec<Trial> =
        rules.into_iter().map(|(name, change, rule)| by_rule(&all, name, change, &rule)).collect();
    trials.push(trial("learned elsewhere", LEARNED, learned(&all)));
    trials
}

const BALANCE: &str = "reverse some statements, until about half are true";
const LENGTH: &str = "shorten true statements, or lengthen false ones";
const NUMBERS: &str = "let false statements hold numbers as well";
const TONE: &str = "let true statements be as sharp, and false ones as careful, as the others";
const LEARNED: &str = "true and false statements differ in their words: write false ones in the words of the lesson";

fn statement(item: &Item) -> Option<Statement> {
    let Form::PickOne { options, pool: OptionSet::Truth } = &item.form else { return None };
    Some(Statement {
        item: item.question.clone(),
        fold: item.lesson.clone(),
        text: SeenText::new(item.stem.as_str()),
        is_true: options.first()?.credit == Credit::FULL,
    })
}

fn trial(strategy: &str, change: &'static str, guesses: Vec<Guess>) -> Trial {
    Trial { kind: AttackedKind::TrueFalse, strategy: strategy.to_owned(), change, is_prevented: false, guesses }
}

fn by_rule(all: &[Statement], strategy: &str, change: &'static str, rule: &Judgement<'_>) -> Trial {
    let guess = |s: &Statement| Some(Guess::new(&s.item, &s.fold, rule(s)? == s.is_true, EVEN));
    trial(strategy, change, all.iter().filter_map(guess).collect())
}

fn learned(all: &[Statement]) -> Vec<Guess> {
    let seen: Vec<(&Statement, Tokens)> = all.iter().map(|s| (s, s.text.words.iter().cloned().collect())).collect();
    across_folds(
        &seen,
        |(statement, _)| &statement.fold,
        |learner: &mut NaiveBayes<bool>, (statement, tokens)| learner.read(statement.is_true, tokens),
        |learner, (statement, tokens)| {
            let odds = learner.score(true, tokens) - learner.score(false, tokens);
            let is_right = (odds > 0.0) == statement.is_true;
            (odds.abs() > 1e-9 && odds.is_finite())
                .then(|| Guess::new(&statement.item, &statement.fold, is_right, EVEN))
        },
    )
}
