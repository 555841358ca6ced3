//! What several lessons share: `assets/`.

use serde::{Deserialize, Serialize};

use super::ask::Kind;
use super::text::{Id, Text};

/// `assets/course.ron`: the course as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    pub id: Id,
    pub title: Text,
    pub version: Text,
    /// BCP 47 language tag.
    pub language: Id,
    pub licence: Text,
    /// Who wrote it, as they want to be named.
    #[serde(default)]
    pub authors: Vec<Text>,
    /// Where it is to be had: an address, or words.
    #[serde(default)]
    pub source: Option<Text>,
    /// How much `check` asks of cards and questions.
    #[serde(default)]
    pub standard: Standard,
    /// The lessons in their order. A file whose lesson is not named here is an error.
    #[serde(default)]
    pub lessons: Vec<Id>,
    /// Ids of lessons, cards, questions and scenarios that the course had once. Learners' histories still name them,
    /// so they are never given to anything else.
    #[serde(default)]
    pub retired: Vec<Id>,
    /// A course without one shows none.
    #[serde(default)]
    pub wheel: Option<Wheel>,
    /// Words so common in this course that they give no answer away: for `check`.
    #[serde(default)]
    pub everyday: Vec<Text>,
    /// What `check` looks for in stems beside its own rules.
    #[serde(default)]
    pub reviews: Vec<StemReview>,
}

/// How much `check` asks of a course.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standard {
    /// Lessons with objectives, each assessed; reasons, citations and the rules of item writing.
    #[default]
    Full,
    /// Cards and questions that work. What `Full` wants beyond that is a warning or not needed.
    Plain,
}

/// `assets/references.ron`: a work that lessons cite as `[@id]`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    pub id: Id,
    /// How it is named in running text: `McDonald 1991`.
    pub short: Text,
    /// The whole reference in one line.
    pub full: Text,
    /// Only of the work itself or its publisher, never of a mirror.
    #[serde(default)]
    pub address: Option<Text>,
    #[serde(default)]
    pub kind: Option<WorkKind>,
    /// How much of it the author of the course has read.
    #[serde(default)]
    pub seen: Option<Seen>,
}

/// What kind of work a reference is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WorkKind {
    Book,
    /// A chapter of an edited book.
    Chapter,
    /// An article in a journal, newspaper or magazine.
    Article,
    Report,
    Thesis,
    Web,
    Encyclopedia,
    Law,
    /// A treaty, letter, speech or other document of the time.
    Primary,
    Data,
    Film,
    Other,
}

/// How much of a work the author has read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Seen {
    /// All of it, or all of the part that is cited.
    Whole,
    /// Passages of it.
    Excerpt,
    Abstract,
    /// Only that it exists: a catalogue or another work that cites it.
    Record,
}

/// `assets/schemes.ron`: a set of categories in which a case can be classified.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scheme {
    pub id: Id,
    /// How it is spoken of: `the nine-track model`.
    pub name: Text,
    /// What one category is called, in small letters: `track`.
    pub noun: Text,
    /// Words of which a stem holds one to say that this scheme is meant; without any, no stem need say so.
    #[serde(default)]
    pub named_as: Vec<Text>,
    /// In the order in which they are always shown.
    pub categories: Vec<Category>,
}

/// One of the categories of a scheme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// How questions name it: `1.5`.
    pub key: Id,
    pub name: Text,
    /// How it reads as an option; without it, as its name.
    #[serde(default)]
    pub option: Option<Text>,
    /// What it is, in a sentence: told where a wrong answer has no reason of its own.
    #[serde(default)]
    pub gloss: Option<Text>,
    /// A name of at most 14 cells, for the wheel.
    #[serde(default)]
    pub short: Option<Text>,
    /// What it is, in a few words, for the wheel.
    #[serde(default)]
    pub phrase: Option<Text>,
    /// What stands below the wheel: a label of at most 8 cells, and a text.
    #[serde(default)]
    pub details: Vec<Detail>,
    #[serde(default)]
    pub cite: Vec<Id>,
}

/// A label and what is to be said under it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Detail(pub Text, pub Text);

/// The wheel of a course: the categories of a scheme in a circle, none above another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wheel {
    pub scheme: Id,
    pub title: Text,
    /// What stands in the middle; at most 9 cells.
    pub hub: Text,
    /// The words with which every phrase begins: they are left out beside the wheel.
    #[serde(default)]
    pub lead: Option<Text>,
}

/// A question for the reviewer that `check` puts to every stem of a kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StemReview {
    pub kind: Kind,
    /// Beginnings of words of which the stem holds one at least.
    pub any_of: Vec<Text>,
    /// What is wrong when it holds none, and what to do.
    pub message: Text,
    pub help: Text,
}

/// `assets/cases.ron`: a case of the field, placed on the world map where it has a place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub id: Id,
    pub title: Text,
    pub place: Text,
    /// Degrees, north positive. Without both it stands in lists only.
    #[serde(default)]
    pub latitude: Option<f64>,
    /// Degrees, east positive.
    #[serde(default)]
    pub longitude: Option<f64>,
    pub years: Text,
    /// How the lessons class it, and in which scheme.
    pub class: Text,
    pub summary: Text,
    pub cite: Vec<Id>,
}

/// `assets/facts.ron`: the ledger of facts that lessons, cards and questions name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    pub id: Id,
    pub status: FactStatus,
    /// The number of the lesson that teaches it; 0 when none must.
    pub lesson: u8,
}

/// How far a fact can be taught.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FactStatus {
    /// Also seen outside the founding texts.
    Confirmed,
    /// Nothing against it.
    Plausible,
    /// Teach it with its note.
    Caveat,
    /// Wrong or contradicted: teach the correction.
    Disputed,
    /// Off the subject.
    Incidental,
}

impl Scheme {
    /// The category with this key.
    #[must_use]
    pub fn category(&self, key: &str) -> Option<&Category> {
        self.categories.iter().find(|c| c.key.as_str() == key)
    }
}

impl Case {
    /// Whether it can be marked on a map.
    #[must_use]
    pub fn has_place(&self) -> bool {
        self.latitude.is_some() && self.longitude.is_some()
    }
}

impl Category {
    /// How it reads as an option of a question.
    #[must_use]
    pub fn as_option(&self) -> &Text {
        self.option.as_ref().unwrap_or(&self.name)
    }
}

impl Wheel {
    /// The most spokes: each has a digit to turn to it.
    pub const MOST: usize = 9;
}
