//! A bank: the cards and questions of one lesson, `quizzes/NN-name.ron`.

use serde::{Deserialize, Serialize};

use super::lesson::Bloom;
use super::text::{Id, Text};

/// The cards and questions of one lesson.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bank {
    pub lesson: Id,
    pub cards: Vec<Card>,
    pub questions: Vec<Question>,
}

/// A flashcard. Its history belongs to its id, so mending a typo loses nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    pub id: Id,
    /// The section that teaches it.
    pub section: Id,
    pub face: Face,
    #[serde(default)]
    pub facts: Vec<Id>,
    #[serde(default)]
    pub cite: Vec<Id>,
    #[serde(default)]
    pub waive: Vec<Waiver>,
}

/// What a card shows and asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Face {
    /// Front, then back.
    Basic { front: Text, back: Text },
    /// Both directions, each scheduled by itself. What is asked of either side stands in `ask` and `ask_back`.
    TwoWay { ask: Text, front: Text, ask_back: Text, back: Text },
    /// A text with gaps: `… in {{1981}} …` or, with a hint, `… in {{1981::year}} …`. Each gap is scheduled by itself.
    Cloze(Text),
}

/// A question: what all kinds share, and what it asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub id: Id,
    /// The objective of the lesson that it assesses.
    pub objective: Id,
    /// The section where the answer is taught.
    pub section: Id,
    pub level: Bloom,
    /// Whether the stem puts a case that the lessons do not contain.
    #[serde(default)]
    pub novel: bool,
    pub stem: Text,
    pub ask: Ask,
    /// The reason why the key is right.
    pub explain: Text,
    /// The facts it tests, by their ids in `assets/facts.ron`.
    #[serde(default)]
    pub facts: Vec<Id>,
    pub cite: Vec<Id>,
    #[serde(default = "one")]
    pub points: u8,
    #[serde(default)]
    pub waive: Vec<Waiver>,
}

fn one() -> u8 {
    1
}

/// The seven kinds of question. Options stand in the author's order; the quiz shuffles them by its seed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Ask {
    /// Pick one of 3 or 4.
    Choice(Vec<Judged>),
    /// Pick any number of 5 or 6.
    Several(Vec<Judged>),
    /// Judge the stem, which is one proposition.
    TrueFalse(bool),
    /// Join 4 to 6 to their partners; there is a spare partner or two.
    Match { pairs: Vec<Pair>, spare: Vec<Reasoned> },
    /// Sort 4 to 6 events, written in the right order.
    Order(Vec<Step>),
    /// Type a word, a name, a year. The first of `accept` is shown as the answer.
    Typed {
        accept: Vec<Text>,
        #[serde(default)]
        rivals: Vec<Rival>,
    },
    /// Put a described case on a track of `scheme`. `key` earns all, `defensible` half.
    Classify {
        scheme: Scheme,
        key: Id,
        #[serde(default)]
        defensible: Vec<Id>,
        #[serde(default)]
        why_not: Vec<Reasoned>,
    },
}

pub use super::assets::Scheme;

/// An option of `Choice` or `Several`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Judged {
    Right(Text),
    /// The distractor, and why it is wrong.
    Wrong(Text, Text),
}

/// A premise of `Match` and its partner.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair(pub Text, pub Text);

/// A wrong answer and why it is wrong. In `Classify`, the first is the track's key, such as `4` or `1.5`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reasoned(pub Text, pub Text);

/// An event of `Order` and its date, shown with the answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step(pub Text, pub Text);

/// A wrong answer that is close in spelling to the right one, and why it is wrong; a slip never turns it into the key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rival(pub Text, pub Text);

/// A finding of the checker that the author has weighed: the rule's name, and why it does not apply here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Waiver(pub Id, pub Text);

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
                options.iter().flat_map(|o| std::iter::once(o.text()).chain(o.why())).collect()
            }
            Self::TrueFalse(_) => Vec::new(),
            Self::Match { pairs, spare } => pairs
                .iter()
                .flat_map(|Pair(a, b)| [a, b])
                .chain(spare.iter().flat_map(|Reasoned(a, b)| [a, b]))
                .collect(),
            Self::Order(steps) => steps.iter().map(|s| &s.0).collect(),
            Self::Typed { accept, rivals } => accept.iter().chain(rivals.iter().flat_map(|r| [&r.0, &r.1])).collect(),
            Self::Classify { why_not, .. } => why_not.iter().map(|r| &r.1).collect(),
        }
    }
}

impl Judged {
    /// The option as the learner reads it.
    #[must_use]
    pub fn text(&self) -> &Text {
        match self {
            Self::Right(text) | Self::Wrong(text, _) => text,
        }
    }

    /// Why a distractor is wrong; `None` for a key.
    #[must_use]
    pub fn why(&self) -> Option<&Text> {
        match self {
            Self::Right(_) => None,
            Self::Wrong(_, why) => Some(why),
        }
    }
}
