//! A question without its answer.

use serde::Serialize;

use super::Asked;
use crate::course::model::{Ask, Judged, Kind, Text};
use crate::study::answer::Answer;

/// A question as the class reads it: texts in the order shown. No field tells a right option from a wrong one, and
/// the order of the author, which would give matching and sorting away, is not kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// Counted from 1.
    pub number: usize,
    pub of: usize,
    pub kind: Kind,
    pub points: u32,
    pub stem: Text,
    /// `Match`: what partners are to be joined to.
    pub premises: Vec<Text>,
    /// Options, partners or events; keys of the scheme's tracks; empty where a word is typed or a stem judged.
    pub options: Vec<String>,
}

impl Shown {
    pub(super) fn of(asked: &Asked, number: usize, of: usize) -> Self {
        let author = texts(&asked.question.ask);
        Self {
            number,
            of,
            kind: asked.question.ask.kind(),
            points: asked.points,
            stem: asked.question.stem.clone(),
            premises: premises(&asked.question.ask),
            options: asked.order.iter().filter_map(|&at| author.get(at).cloned()).collect(),
        }
    }
}

impl Asked {
    /// An answer given by places on the screen, as positions in the author's order; `None` when a place is none.
    #[must_use]
    pub fn from_places(&self, answer: &Answer) -> Option<Answer> {
        let at = |place: usize| self.order.get(place).copied();
        let all = |places: &[usize]| places.iter().map(|&p| at(p)).collect::<Option<Vec<usize>>>();
        Some(match answer {
            &Answer::Choice(place) => Answer::Choice(at(place)?),
            &Answer::Classify(place) => Answer::Classify(at(place)?),
            Answer::Several(places) => {
                let mut picked = all(places)?;
                picked.sort_unstable();
                Answer::Several(picked)
            }
            Answer::Order(places) => Answer::Order(all(places)?),
            Answer::Match(joined) => {
                let partner = |place: &Option<usize>| place.map_or(Some(None), |p| at(p).map(Some));
                Answer::Match(joined.iter().map(partner).collect::<Option<_>>()?)
            }
            Answer::TrueFalse(_) | Answer::Typed(_) | Answer::Skipped => answer.clone(),
        })
    }
}

impl Asked {
    /// Numbers by places on the screen as numbers by the author's order. Without an order the two are the same.
    #[must_use]
    pub fn by_author(&self, counts: &[u32]) -> Vec<u32> {
        if self.order.is_empty() {
            return counts.to_vec();
        }
        let mut hands = vec![0; self.order.len()];
        for (&option, &count) in self.order.iter().zip(counts) {
            if let Some(slot) = hands.get_mut(option) {
                *slot = count;
            }
        }
        hands
    }
}

/// In the author's order.
fn texts(ask: &Ask) -> Vec<String> {
    let string = |text: &Text| text.as_str().to_owned();
    match ask {
        Ask::Choice(options) | Ask::Several(options) => options.iter().map(Judged::text).map(string).collect(),
        Ask::Match { pairs, spare } => {
            pairs.iter().map(|p| string(&p.1)).chain(spare.iter().map(|s| string(&s.0))).collect()
        }
        Ask::Order(steps) => steps.iter().map(|s| string(&s.0)).collect(),
        Ask::Classify { scheme, .. } => {
            crate::course::wording::keys(scheme).iter().map(|&key| key.to_owned()).collect()
        }
        Ask::TrueFalse(_) | Ask::Typed { .. } => Vec::new(),
    }
}

fn premises(ask: &Ask) -> Vec<Text> {
    match ask {
        Ask::Match { pairs, .. } => pairs.iter().map(|p| p.0.clone()).collect(),
        _ => Vec::new(),
    }
}
