//! What an answer earns, by the kind of question.

use super::answer::{Answer, Score};
use super::short_answer::{Taken, judge};
use crate::course::model::{Ask, Judged, Question};

/// Part of the points that a defensible track earns when it is not the best.
const DEFENSIBLE_SHARE: f64 = 0.5;

/// The score of `answer`. An answer of another kind, or out of range, earns nothing.
#[must_use]
pub fn grade(question: &Question, answer: &Answer) -> Score {
    let of = f64::from(question.points);
    Score { points: of * share(&question.ask, answer).clamp(0.0, 1.0), of }
}

fn share(ask: &Ask, answer: &Answer) -> f64 {
    match (ask, answer) {
        (Ask::Choice(options), &Answer::Choice(picked)) => all_or_nothing(options.get(picked).is_some_and(is_right)),
        (Ask::Several(options), Answer::Several(picked)) => several(options, picked),
        (Ask::TrueFalse(truth), Answer::TrueFalse(said)) => all_or_nothing(truth == said),
        (Ask::Match { pairs, .. }, Answer::Match(joined)) => matched(pairs.len(), joined),
        (Ask::Order(steps), Answer::Order(order)) => neighbours(steps.len(), order),
        (Ask::Typed { .. }, Answer::Typed(text)) => {
            all_or_nothing(matches!(typed(ask, text), Taken::Exactly | Taken::WithASlip))
        }
        (Ask::Classify { scheme, key, defensible, .. }, &Answer::Classify(at)) => {
            match crate::course::wording::keys(scheme).get(at) {
                Some(&picked) if picked == key.as_str() => 1.0,
                Some(&picked) if defensible.iter().any(|d| d.as_str() == picked) => DEFENSIBLE_SHARE,
                _ => 0.0,
            }
        }
        _ => 0.0,
    }
}

/// How a typed answer is taken; `Wrong` for questions of other kinds.
#[must_use]
pub fn typed(ask: &Ask, text: &str) -> Taken {
    let Ask::Typed { accept, rivals, .. } = ask else { return Taken::Wrong };
    let accept: Vec<&str> = accept.iter().map(super::super::course::model::text::Text::as_str).collect();
    let rivals: Vec<&str> = rivals.iter().map(|r| r.0.as_str()).collect();
    judge(text, &accept, &rivals)
}

#[must_use]
pub fn is_right(option: &Judged) -> bool {
    option.is_right()
}

fn all_or_nothing(right: bool) -> f64 {
    if right { 1.0 } else { 0.0 }
}

/// (right picks − wrong picks) / right ones, not below 0.
fn several(options: &[Judged], picked: &[usize]) -> f64 {
    let mut picked = picked.to_vec();
    picked.sort_unstable();
    picked.dedup();
    let keys = options.iter().filter(|o| is_right(o)).count();
    let (right, wrong): (Vec<usize>, Vec<usize>) =
        picked.into_iter().partition(|&i| options.get(i).is_some_and(is_right));
    ratio(right.len().saturating_sub(wrong.len()), keys)
}

/// Share of pairs right.
fn matched(pairs: usize, joined: &[Option<usize>]) -> f64 {
    ratio(joined.iter().take(pairs).enumerate().filter(|&(i, j)| *j == Some(i)).count(), pairs)
}

/// Share of neighbouring pairs in the right order.
fn neighbours(steps: usize, order: &[usize]) -> f64 {
    if order.len() != steps {
        return 0.0;
    }
    ratio(order.windows(2).filter(|w| w[1] == w[0] + 1).count(), steps.saturating_sub(1))
}

#[expect(clippy::cast_precision_loss, reason = "counts of options, far below 2^52")]
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
