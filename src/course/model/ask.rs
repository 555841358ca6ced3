//! What a question asks: its kind, its options, its key, in the author's order.

use serde::{Deserialize, Deserializer, Serialize};

use super::text::{Id, Text};

/// The seven kinds of question. Options stand in the author's order; the quiz shuffles them by its seed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Ask {
    /// Pick one of 3 or 4, in a plain course of 2 to 10.
    Choice(Vec<Judged>),
    /// Pick any number of 5 or 6, in a plain course of 2 to 10.
    Several(Vec<Judged>),
    /// Judge the stem, which is one proposition.
    TrueFalse(bool),
    /// Join 4 to 6 to their partners, with a spare partner or two; in a plain course 3 or more, with or without.
    Match {
        pairs: Vec<Pair>,
        #[serde(default)]
        spare: Vec<Reasoned>,
    },
    /// Sort 4 to 6 events, written in the right order; in a plain course 3 or more.
    Order(Vec<Step>),
    /// Type words (`accept`, the first is shown as the answer), a number (`number`), or words into several `gaps`.
    Typed {
        #[serde(default)]
        accept: Vec<Text>,
        /// Answers that earn a part of the points.
        #[serde(default)]
        partly: Vec<Partly>,
        #[serde(default)]
        rivals: Vec<Rival>,
        #[serde(default)]
        number: Option<Target>,
        /// The unit of the number; it may be left out in an answer, and no other may be given.
        #[serde(default)]
        unit: Option<Text>,
        #[serde(default)]
        gaps: Vec<Blank>,
    },
    /// Put a described case into a category of the scheme. `key` earns all, `defensible` half.
    Classify {
        /// Its id in `assets/schemes.ron`; `Two` without quotation marks is `"two"`.
        #[serde(deserialize_with = "scheme_id")]
        scheme: Id,
        key: Id,
        #[serde(default)]
        defensible: Vec<Id>,
        #[serde(default)]
        why_not: Vec<Reasoned>,
    },
}

/// An id, or a bare name that was a variant in earlier files.
fn scheme_id<'de, D: Deserializer<'de>>(from: D) -> Result<Id, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged, expecting = "the id of a scheme of assets/schemes.ron")]
    enum Named {
        Name(String),
    }
    let name = if from.is_human_readable() {
        let Named::Name(name) = Named::deserialize(from)?;
        name
    } else {
        String::deserialize(from)?
    };
    Id::new(name.to_lowercase()).map_err(serde::de::Error::custom)
}

/// An option of `Choice` or `Several`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Judged {
    Right(Text),
    /// The distractor, and why it is wrong.
    Wrong(Text, #[serde(default)] Option<Text>),
    /// An option that earns a part, or a word on a right one.
    Weighed {
        text: Text,
        /// 0 to 100; 100 makes it a key.
        percent: u8,
        #[serde(default)]
        feedback: Option<Text>,
    },
}

/// A premise of `Match` and its partner.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair(pub Text, pub Text);

/// A wrong answer and why it is wrong. In `Classify`, the first is the category's key, such as `4` or `1.5`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reasoned(pub Text, pub Text);

/// An event of `Order` and its date, shown with the answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step(pub Text, pub Text);

/// A wrong answer that is close in spelling to the right one, and why it is wrong; a slip never turns it into the key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rival(pub Text, pub Text);

/// An answer that earns a part: how much of 100, and what is to be said to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Partly(pub Text, pub u8, #[serde(default)] pub Option<Text>);

/// Which numbers are right.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Target {
    Exactly(f64),
    /// This one, and what differs from it by no more than the second.
    Near(f64, f64),
    /// From the first to the second.
    Between(f64, f64),
}

/// A place for words, of several.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Blank {
    /// What belongs there, in a word or two: `port`.
    pub label: Text,
    pub accept: Vec<Text>,
    #[serde(default)]
    pub partly: Vec<Partly>,
    #[serde(default)]
    pub rivals: Vec<Rival>,
}

/// The kind of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    Choice,
    Several,
    TrueFalse,
    Match,
    Order,
    Typed,
    Classify,
}

impl Kind {
    pub const ALL: [Self; 7] =
        [Self::Choice, Self::Several, Self::TrueFalse, Self::Match, Self::Order, Self::Typed, Self::Classify];

    /// Its name for learners.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Choice => "single choice",
            Self::Several => "several right",
            Self::TrueFalse => "true or false",
            Self::Match => "matching",
            Self::Order => "ordering",
            Self::Typed => "typed answer",
            Self::Classify => "classification",
        }
    }
}

impl Ask {
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Choice(_) => Kind::Choice,
            Self::Several(_) => Kind::Several,
            Self::TrueFalse(_) => Kind::TrueFalse,
            Self::Match { .. } => Kind::Match,
            Self::Order(_) => Kind::Order,
            Self::Typed { .. } => Kind::Typed,
            Self::Classify { .. } => Kind::Classify,
        }
    }

    /// Options, each right or wrong; none in kinds that have no such list.
    #[must_use]
    pub fn options(&self) -> &[Judged] {
        match self {
            Self::Choice(options) | Self::Several(options) => options,
            Self::TrueFalse(_) | Self::Match { .. } | Self::Order(_) | Self::Typed { .. } | Self::Classify { .. } => {
                &[]
            }
        }
    }

    /// Every text that may hold links.
    #[must_use]
    pub fn texts(&self) -> Vec<&Text> {
        match self {
            Self::Choice(options) | Self::Several(options) => {
                options.iter().flat_map(|o| std::iter::once(o.text()).chain(o.feedback())).collect()
            }
            Self::TrueFalse(_) => Vec::new(),
            Self::Match { pairs, spare } => pairs
                .iter()
                .flat_map(|Pair(a, b)| [a, b])
                .chain(spare.iter().flat_map(|Reasoned(a, b)| [a, b]))
                .collect(),
            Self::Order(steps) => steps.iter().map(|s| &s.0).collect(),
            Self::Typed { accept, partly, rivals, unit, gaps, .. } => {
                let of_gaps =
                    gaps.iter().flat_map(|g| std::iter::once(&g.label).chain(words(&g.accept, &g.partly, &g.rivals)));
                words(accept, partly, rivals).into_iter().chain(unit).chain(of_gaps).collect()
            }
            Self::Classify { why_not, .. } => why_not.iter().map(|r| &r.1).collect(),
        }
    }
}

/// Answers that are foreseen, and what is said to them.
fn words<'a>(accept: &'a [Text], partly: &'a [Partly], rivals: &'a [Rival]) -> Vec<&'a Text> {
    let partly = partly.iter().flat_map(|p| std::iter::once(&p.0).chain(&p.2));
    accept.iter().chain(partly).chain(rivals.iter().flat_map(|r| [&r.0, &r.1])).collect()
}

impl Target {
    /// The number that is shown as the answer, where it is one.
    #[must_use]
    pub fn shown(self) -> f64 {
        match self {
            Self::Exactly(value) | Self::Near(value, _) | Self::Between(value, _) => value,
        }
    }

    /// The least and the greatest number that is right.
    #[must_use]
    pub fn range(self) -> (f64, f64) {
        match self {
            Self::Exactly(value) => (value, value),
            Self::Near(value, by) => (value - by, value + by),
            Self::Between(least, most) => (least, most),
        }
    }
}

impl Judged {
    /// The option as the learner reads it.
    #[must_use]
    pub fn text(&self) -> &Text {
        match self {
            Self::Right(text) | Self::Wrong(text, _) | Self::Weighed { text, .. } => text,
        }
    }

    /// Why a distractor is wrong; `None` for a key, and where the author gives no reason.
    #[must_use]
    pub fn why(&self) -> Option<&Text> {
        self.feedback().filter(|_| !self.is_right())
    }

    /// What is said to those who pick it.
    #[must_use]
    pub fn feedback(&self) -> Option<&Text> {
        match self {
            Self::Right(_) => None,
            Self::Wrong(_, why) => why.as_ref(),
            Self::Weighed { feedback, .. } => feedback.as_ref(),
        }
    }

    /// What it earns, of 100.
    #[must_use]
    pub fn percent(&self) -> u8 {
        match self {
            Self::Right(_) => 100,
            Self::Wrong(..) => 0,
            Self::Weighed { percent, .. } => *percent,
        }
    }

    /// Whether the option is a key.
    #[must_use]
    pub fn is_right(&self) -> bool {
        self.percent() == 100
    }
}
