//! What a response earns by the author's key.

use std::collections::BTreeSet;

use super::credit::Credit;
use super::form::{Alternative, Form, Gap, Ranked};
use super::{Item, Response};
use crate::course::markdown::plain;
use crate::study::score::{Score, Verdict};

impl Item {
    /// The score of `response`. One of another form, or out of range, earns nothing.
    #[must_use]
    pub fn grade(&self, response: &Response) -> Score {
        let of = f64::from(self.points);
        Score { points: of * self.form.credit(response).share(), of }
    }

    /// The score of no response.
    #[must_use]
    pub fn nothing(&self) -> Score {
        Score { points: 0.0, of: f64::from(self.points) }
    }
}

impl Form {
    /// The part of the points that `response` earns.
    #[must_use]
    pub fn credit(&self, response: &Response) -> Credit {
        let credit = match self {
            Self::PickOne { options, .. } => {
                response.as_picked().and_then(|of| options.get(of)).map(|option| option.credit)
            }
            Self::PickMany { options } => response.as_marked().map(|marked| many(options, marked)),
            Self::Join { premises, .. } => response.as_joined().map(|joined| joined_right(premises.len(), joined)),
            Self::Sort { things } => {
                response.as_sorted().map(|order| neighbours(things.len(), &in_authors_turn(things, order)))
            }
            Self::Type { gaps } => response.as_typed().map(|typed| mean(gaps, typed)),
        };
        credit.unwrap_or(Credit::NONE)
    }

    /// Whether `response` is of this form and names only what is there.
    #[must_use]
    pub fn allows(&self, response: &Response) -> bool {
        let n = self.places();
        let allowed = match self {
            Self::PickOne { .. } => response.as_picked().map(|of| of < n),
            Self::PickMany { .. } => response.as_marked().map(|marked| marked.iter().all(|&of| of < n)),
            Self::Join { premises, .. } => response
                .as_joined()
                .map(|joined| joined.len() == premises.len() && joined.iter().flatten().all(|&of| of < n)),
            Self::Sort { .. } => {
                response.as_sorted().map(|order| order.len() == n && as_set(order) == (0..n).collect())
            }
            Self::Type { gaps } => response
                .as_typed()
                .map(|typed| typed.len() == gaps.len() && typed.iter().any(|words| !words.trim().is_empty())),
        };
        allowed.unwrap_or(false)
    }

    /// Responses that earn all.
    #[must_use]
    pub fn right(&self) -> Vec<Response> {
        let full = |options: &[Alternative]| {
            options.iter().enumerate().filter(|(_, o)| o.credit == Credit::FULL).map(|(of, _)| of).collect::<Vec<_>>()
        };
        match self {
            Self::PickOne { options, .. } => full(options).into_iter().map(Response::Picked).collect(),
            Self::PickMany { options } => vec![Response::Marked(full(options))],
            Self::Join { premises, .. } => vec![Response::Joined((0..premises.len()).map(Some).collect())],
            Self::Sort { things } => vec![Response::Sorted((0..things.len()).collect())],
            Self::Type { gaps } => typed_right(gaps),
        }
    }

    /// How it is marked, where part of the points can be earned or an answer be written in more than one way.
    #[must_use]
    pub fn rule(&self) -> Option<&'static str> {
        match self {
            Self::PickOne { options, .. } => options
                .iter()
                .any(|o| o.credit.verdict() == Verdict::Partly)
                .then_some("where the key says “half” or a percentage, that option earns that part."),
            Self::PickMany { options } if options.iter().any(|o| o.credit.verdict() == Verdict::Partly) => Some(
                "right ticks minus wrong ticks, divided by the number of right options; never below 0. An option for which the key says \
                 “half” or a percentage counts as that part of a right one.",
            ),
            Self::PickMany { .. } => {
                Some("right ticks minus wrong ticks, divided by the number of right options; never below 0.")
            }
            Self::Join { .. } => Some("the share of pairs that are right."),
            Self::Sort { .. } => Some(
                "the share of neighbouring pairs of the key that also stand side by side in the answer. Key b d a c, answer d a c b: d a and a c \
                 do, 2 of 3. A missing or repeated letter earns nothing.",
            ),
            Self::Type { gaps } if gaps.len() > 1 => Some(
                "each gap counts alike. Case, accents, hyphens and number style do not matter (Track II = track 2); one slip is forgiven in \
                 a word of more than five letters, but not in its first letter, in a number, or if it makes another answer.",
            ),
            Self::Type { .. } => Some(
                "case, accents, hyphens and number style do not matter (Track II = track 2); one slip is forgiven in a word of more \
                 than five letters, but not in its first letter, in a number, or if it makes another answer.",
            ),
        }
    }
}

pub(super) fn as_set(numbers: &[usize]) -> BTreeSet<usize> {
    numbers.iter().copied().collect()
}

/// (right marks − wrong marks) / right ones, not below 0; an option that earns a part counts for that part.
fn many(options: &[Alternative], marked: &[usize]) -> Credit {
    let all: f64 = options.iter().map(|o| o.credit.share()).sum();
    let mark = |of: usize| match options.get(of) {
        Some(option) if option.credit > Credit::NONE => option.credit.share(),
        _ => -1.0,
    };
    let sum: f64 = as_set(marked).into_iter().map(mark).sum();
    if all > 0.0 { Credit::from_share(sum / all) } else { Credit::NONE }
}

/// Share of pairs right.
fn joined_right(premises: usize, joined: &[Option<usize>]) -> Credit {
    let right = joined.iter().take(premises).enumerate().filter(|&(i, j)| *j == Some(i)).count();
    Credit::of_counts(right, premises)
}

/// Share of neighbouring pairs in the right order.
fn neighbours(things: usize, order: &[usize]) -> Credit {
    if order.len() != things {
        return Credit::NONE;
    }
    Credit::of_counts(order.windows(2).filter(|w| w[1] == w[0] + 1).count(), things.saturating_sub(1))
}

/// `order` with things that read alike in the author's turn: whoever sorts cannot tell them apart.
pub(super) fn in_authors_turn(things: &[Ranked], order: &[usize]) -> Vec<usize> {
    let alike = |a: usize, b: usize| {
        a == b
            || things.get(a).zip(things.get(b)).is_some_and(|(a, b)| plain(a.text.as_str()) == plain(b.text.as_str()))
    };
    let mut turned: Vec<usize> = Vec::with_capacity(order.len());
    for &of in order {
        let next = (0..things.len()).find(|&other| alike(of, other) && !turned.contains(&other));
        turned.push(next.unwrap_or(of));
    }
    turned
}

/// Each gap counts alike.
fn mean(gaps: &[Gap], typed: &[String]) -> Credit {
    let sum: f64 = gaps.iter().zip(typed).map(|(gap, words)| gap.read(words).credit().share()).sum();
    #[expect(clippy::cast_precision_loss, reason = "gaps of a question")]
    Credit::from_share(sum / gaps.len().max(1) as f64)
}

/// With one gap, every answer that earns all; with more, the one that is shown of each.
fn typed_right(gaps: &[Gap]) -> Vec<Response> {
    let full = |gap: &Gap| gap.accepted().filter(|a| a.credit == Credit::FULL).map(|a| a.text.to_string()).collect();
    match gaps {
        [gap] => {
            let all: Vec<String> = full(gap);
            all.into_iter().map(Response::typed).collect()
        }
        more => {
            let shown = |gap| {
                let all: Vec<String> = full(gap);
                all.into_iter().next().unwrap_or_default()
            };
            vec![Response::Typed(more.iter().map(shown).collect())]
        }
    }
}
