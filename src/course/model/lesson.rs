//! A lesson: `lessons/NN-name.ron`.

use serde::{Deserialize, Serialize};

use super::figure::Figure;
use super::text::{Id, Text};

/// One lesson: about 15 to 25 minutes of reading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    pub id: Id,
    pub title: Text,
    /// One sentence for the list of lessons and the first page: what the learner will be able to do.
    pub summary: Text,
    /// Minutes of reading, recall stops included.
    pub minutes: u16,
    /// Lessons to read first. A recommendation: nothing is locked.
    #[serde(default)]
    pub requires: Vec<Id>,
    #[serde(default)]
    pub objectives: Vec<Objective>,
    #[serde(default)]
    pub sections: Vec<Section>,
    #[serde(default)]
    pub terms: Vec<Term>,
}

/// What the learner can do afterwards. Questions name the objective they assess.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Objective {
    pub id: Id,
    pub level: Bloom,
    pub text: Text,
}

/// The cognitive process an objective or question asks for: the revised taxonomy of Anderson and Krathwohl,
/// *A Taxonomy for Learning, Teaching, and Assessing* (2001).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Bloom {
    Remember,
    Understand,
    Apply,
    Analyse,
    Evaluate,
    Create,
}

impl Bloom {
    pub const ALL: [Self; 6] =
        [Self::Remember, Self::Understand, Self::Apply, Self::Analyse, Self::Evaluate, Self::Create];
}

/// A page of a lesson. The learner's place is kept by section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    pub id: Id,
    pub title: Text,
    /// The facts this section teaches, by their ids in `assets/facts.ron`.
    #[serde(default)]
    pub facts: Vec<Id>,
    pub body: Vec<Block>,
}

/// A part of a section, drawn from top to bottom.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Block {
    /// Markdown: paragraphs, lists, emphasis, block quotes; `[@ref]` and `[[term]]`.
    Text(Text),
    Table(Table),
    Figure(Figure),
    /// A point on which the sources disagree: the claim as found and what is better supported.
    Disagree(Disagreement),
    Picture(Picture),
    /// Stop and answer this question before reading on.
    Recall(Id),
}

/// A table. Cells are Markdown on one line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    pub caption: Text,
    /// Column heads; the first may be left empty with `None`.
    pub head: Vec<Option<Text>>,
    pub rows: Vec<Vec<Text>>,
    #[serde(default)]
    pub cite: Vec<Id>,
}

/// A picture: a file of the course, and what is to be seen in words. A terminal shows the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Picture {
    /// Relative to the course folder, with forward slashes: `assets/pictures/harbour.png`.
    pub file: Text,
    /// What a reader who does not see it must know.
    pub alt: Text,
    #[serde(default)]
    pub cite: Vec<Id>,
}

/// A disagreement, resolved in view of the learner.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disagreement {
    /// Its number in the curriculum, such as `D02`.
    pub point: Id,
    /// The claim as it is found, and where ("popular articles say …").
    pub claim: Text,
    /// What is better supported, and why.
    pub better: Text,
    pub cite: Vec<Id>,
}

/// A term of the field; `[[id]]` in a text links here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    pub id: Id,
    pub term: Text,
    pub meaning: Text,
    #[serde(default)]
    pub cite: Vec<Id>,
}
