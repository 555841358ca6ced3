//! A bank: the cards and questions of one lesson, `quizzes/NN-name.ron`.

use serde::{Deserialize, Serialize};

use super::ask::Ask;
use super::lesson::{Bloom, Picture};
use super::text::{Id, Text};

/// The cards and questions of one lesson.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bank {
    /// The lesson it belongs to. In a course of the plain standard there may be none of this id.
    pub lesson: Id,
    /// What the questions are called where there is no lesson to name them.
    #[serde(default)]
    pub title: Option<Text>,
    #[serde(default)]
    pub cards: Vec<Card>,
    #[serde(default)]
    pub questions: Vec<Question>,
}

/// A flashcard. Its history belongs to its id, so mending a typo loses nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    pub id: Id,
    /// The section that teaches it.
    #[serde(default)]
    pub section: Option<Id>,
    pub face: Face,
    #[serde(default)]
    pub facts: Vec<Id>,
    #[serde(default)]
    pub cite: Vec<Id>,
    #[serde(default)]
    pub tags: Vec<Id>,
    /// Items whose answers this card shows.
    #[serde(default)]
    pub answers: Vec<Id>,
    #[serde(default)]
    pub waive: Vec<Waiver>,
}

impl Card {
    /// What it shows first, as the author wrote it.
    #[must_use]
    pub fn first_words(&self) -> &str {
        match &self.face {
            Face::Basic { front, .. } | Face::TwoWay { front, .. } => front.as_str(),
            Face::Cloze(text) => text.as_str(),
        }
    }
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
    #[serde(default)]
    pub objective: Option<Id>,
    /// The section where the answer is taught.
    #[serde(default)]
    pub section: Option<Id>,
    #[serde(default)]
    pub level: Option<Bloom>,
    /// Whether the stem puts a case that the lessons do not contain.
    #[serde(default)]
    pub novel: bool,
    pub stem: Text,
    /// What the stem is about, shown under it.
    #[serde(default)]
    pub picture: Option<Picture>,
    pub ask: Ask,
    /// The reason why the key is right.
    #[serde(default)]
    pub explain: Option<Text>,
    #[serde(default)]
    pub feedback: Feedback,
    /// The facts it tests, by their ids in `assets/facts.ron`.
    #[serde(default)]
    pub facts: Vec<Id>,
    #[serde(default)]
    pub cite: Vec<Id>,
    #[serde(default = "one")]
    pub points: u8,
    #[serde(default)]
    pub tags: Vec<Id>,
    /// Questions whose answers this one gives away: no paper holds both.
    #[serde(default)]
    pub answers: Vec<Id>,
    /// Kept for placement tests: no quiz, drill or sheet draws it.
    #[serde(default)]
    pub reserve: bool,
    #[serde(default)]
    pub waive: Vec<Waiver>,
}

fn one() -> u8 {
    1
}

/// What is said after the answer, by how it came out, beside the explanation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Feedback {
    #[serde(default)]
    pub right: Option<Text>,
    #[serde(default)]
    pub partly: Option<Text>,
    #[serde(default)]
    pub wrong: Option<Text>,
}

/// A finding of the checker that the author has weighed: the rule's name, and why it does not apply here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Waiver(pub Id, pub Text);

impl Question {
    /// The objective it assesses or, where it names none, the lesson as a whole.
    #[must_use]
    pub fn aim<'a>(&'a self, lesson: &'a Id) -> &'a Id {
        self.objective.as_ref().unwrap_or(lesson)
    }

    /// Why the key is right, as Markdown; empty where the author does not say.
    #[must_use]
    pub fn explanation(&self) -> &str {
        self.explain.as_ref().map_or("", Text::as_str)
    }
}
