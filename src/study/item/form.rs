//! The five ways in which a question is answered, each with what is right in it.

use serde::{Deserialize, Serialize};

use super::credit::Credit;
use crate::course::model::{Id, Text};
use crate::course::spelling::Language;
use crate::study::score::Verdict;
use crate::study::short_answer::SpellingMatch;

/// How a question is answered. Lists stand in the author's order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Form {
    /// Pick one option.
    PickOne {
        options: Vec<Alternative>,
        #[serde(default)]
        pool: OptionSet,
    },
    /// Mark every option that applies.
    PickMany { options: Vec<Alternative> },
    /// Join each premise to its partner: the partner with the same number. Those over are spare.
    Join { premises: Vec<Text>, partners: Vec<Partner> },
    /// Sort; written in the right order.
    Sort { things: Vec<Ranked> },
    /// Type words, one answer a gap.
    Type { gaps: Vec<Gap> },
}

impl Form {
    /// How a part of the points is earned, in a sentence; `None` where an answer is right or wrong as a whole.
    #[must_use]
    pub fn credit_rule(&self) -> Option<&'static str> {
        match self {
            Self::PickOne { .. } | Self::Type { .. } => None,
            Self::PickMany { .. } => {
                Some("Points: the right options picked, less the wrong ones, as a share of all that apply.")
            }
            Self::Join { .. } => Some("Points: each right pair earns its share."),
            Self::Sort { .. } => Some(
                "Points: neighbours count, not places. An item is right when it directly follows the one that comes before it; each earns its share.",
            ),
        }
    }
}

/// Where the options of a question come from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum OptionSet {
    /// They were written for it: they can be shuffled, and stand by letters.
    #[default]
    Own,
    /// True and false, in this order.
    Truth,
    /// Other questions have the same, in the same order. Each is a … (`track`).
    Shared(Text),
}

/// An option, or an answer that was foreseen where words are typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    pub text: Text,
    pub credit: Credit,
    /// Why it is as right or wrong as it is, in the author's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
    /// What it is, told where a wrong option has no reason of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gloss: Option<Text>,
}

/// What a premise can be joined to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    pub text: Text,
    /// Why a spare partner belongs to no premise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

/// A thing to sort, and what gives it its place: its date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ranked {
    pub text: Text,
    pub date: Text,
}

/// A place for words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// What is to be put here, where there are more gaps than one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// Answers foreseen: those that earn something are accepted, the first of them is shown as the answer; those that
    /// earn nothing are rivals, which a slip never turns into an accepted one.
    pub answers: Vec<Alternative>,
    /// BCP 47 tag of the language whose articles and numbers are folded; English without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Id>,
    /// Where a number is asked: which ones are the first of `answers`. All others are numbers too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<NumberRange>,
    /// Answers to other gaps and questions of the lesson that look like one of these: a slip is no way to them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apart: Vec<Text>,
}

/// The numbers that are right.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberRange {
    pub least: f64,
    pub most: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
}

/// How words typed into a gap were taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnswerMatch<'a> {
    pub taken: SpellingMatch,
    /// The answer that they are.
    pub answer: Option<&'a Alternative>,
}

/// A wrong answer that was foreseen: an option, a spare partner, a rival word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distractor {
    /// `None` where words are typed.
    pub of: Option<usize>,
    pub text: Text,
    pub reason: Option<Text>,
}

impl Form {
    /// Number of things that are put in an order on the screen: options, partners, things to sort.
    #[must_use]
    pub fn places(&self) -> usize {
        match self {
            Self::PickOne { options, .. } | Self::PickMany { options } => options.len(),
            Self::Join { partners, .. } => partners.len(),
            Self::Sort { things } => things.len(),
            Self::Type { .. } => 0,
        }
    }

    /// Options that are right or wrong by themselves; none where it is how things are joined, sorted or typed.
    #[must_use]
    pub fn options(&self) -> &[Alternative] {
        match self {
            Self::PickOne { options, .. } | Self::PickMany { options } => options,
            Self::Join { .. } | Self::Sort { .. } | Self::Type { .. } => &[],
        }
    }

    /// The text of what has the author's number `of`.
    #[must_use]
    pub fn text(&self, of: usize) -> Option<&Text> {
        match self {
            Self::PickOne { options, .. } | Self::PickMany { options } => options.get(of).map(|o| &o.text),
            Self::Join { partners, .. } => partners.get(of).map(|p| &p.text),
            Self::Sort { things } => things.get(of).map(|t| &t.text),
            Self::Type { .. } => None,
        }
    }

    /// Whether the answer is one option, so that one letter or one raised hand gives it.
    #[must_use]
    pub fn is_one_option(&self) -> bool {
        matches!(self, Self::PickOne { .. })
    }

    /// Whether words are typed.
    #[must_use]
    pub fn is_typed(&self) -> bool {
        matches!(self, Self::Type { .. })
    }

    /// Whether it can be said at once, by somebody who has the floor.
    #[must_use]
    pub fn is_said_at_once(&self) -> bool {
        !matches!(self, Self::Join { .. } | Self::Sort { .. })
    }

    /// Sets the language in which words are typed; English goes without saying.
    pub(super) fn speak(&mut self, tag: &Id) {
        let language = (Language::of_tag(tag.as_str()) != Language::ENGLISH).then(|| tag.clone());
        if let Self::Type { gaps } = self {
            for gap in gaps {
                gap.language.clone_from(&language);
            }
        }
    }

    pub(super) fn pool(&self) -> &OptionSet {
        match self {
            Self::PickOne { pool, .. } => pool,
            Self::PickMany { .. } | Self::Join { .. } | Self::Sort { .. } | Self::Type { .. } => &OptionSet::Own,
        }
    }

    /// Options and typed answers that earn a part, in the author's order, with the author's number of an option.
    pub fn earning_a_part(&self) -> impl Iterator<Item = (Option<usize>, &Alternative)> {
        let options = (0..).map(Some).zip(self.options());
        let gaps: &[Gap] = if let Self::Type { gaps } = self { gaps } else { &[] };
        let typed = gaps.iter().flat_map(Gap::accepted).map(|it| (None, it));
        options.chain(typed).filter(|(_, it)| it.credit.verdict() == Verdict::Partly)
    }

    /// Wrong answers that were foreseen, in the author's order.
    #[must_use]
    pub fn distractors(&self) -> Vec<Distractor> {
        let wrong = |(of, it): (Option<usize>, &Alternative)| {
            let reason = it.reason.clone();
            (it.credit == Credit::NONE).then(|| Distractor { of, text: it.text.clone(), reason })
        };
        match self {
            Self::PickOne { options, .. } | Self::PickMany { options } => {
                (0..).map(Some).zip(options).filter_map(wrong).collect()
            }
            Self::Join { premises, partners } => {
                let spare = |(of, it): (usize, &Partner)| Distractor {
                    of: Some(of),
                    text: it.text.clone(),
                    reason: it.reason.clone(),
                };
                partners.iter().enumerate().skip(premises.len()).map(spare).collect()
            }
            Self::Sort { .. } => Vec::new(),
            Self::Type { gaps } => gaps.iter().flat_map(|g| &g.answers).filter_map(|it| wrong((None, it))).collect(),
        }
    }
}

impl OptionSet {
    /// What stands beside the option at `place`.
    #[must_use]
    pub fn label(&self, place: usize) -> char {
        match (self, place) {
            (Self::Truth, 0) => 'T',
            (Self::Truth, _) => 'F',
            (Self::Own | Self::Shared(_), place) => super::letter(place),
        }
    }
}

impl Alternative {
    /// Why a wrong one is wrong: the author's reason or, without one, what it is.
    #[must_use]
    pub fn why(&self) -> Option<&Text> {
        self.reason.as_ref().or(self.gloss.as_ref())
    }
}
