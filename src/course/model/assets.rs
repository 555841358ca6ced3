//! What several lessons share: `assets/`.

use serde::{Deserialize, Serialize};

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

/// `assets/tracks.ron`: one of the nine tracks, with the case and limit the wheel shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Track {
    pub no: u8,
    pub name: Text,
    /// A short name of at most 14 cells, for the wheel.
    pub short: Text,
    /// `peacemaking through …`
    pub phrase: Text,
    pub who: Text,
    pub does: Text,
    pub case: Text,
    pub limit: Text,
    pub cite: Vec<Id>,
}

/// A set of tracks in which a case can be classified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Scheme {
    /// Track One, Track 1.5, Track Two: keys `1`, `1.5`, `2`.
    Two,
    /// McDonald's five tracks of 1989 to 1991: keys `1` to `5`.
    Five,
    /// The nine tracks of Diamond and McDonald: keys `1` to `9`.
    Nine,
}

/// `assets/cases.ron`: a case of the field, placed on the world map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub id: Id,
    pub title: Text,
    pub place: Text,
    /// Degrees, north positive.
    pub latitude: f64,
    /// Degrees, east positive.
    pub longitude: f64,
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
    /// The keys of its tracks, in order.
    #[must_use]
    pub fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Two => &["1", "1.5", "2"],
            Self::Five => &["1", "2", "3", "4", "5"],
            Self::Nine => &["1", "2", "3", "4", "5", "6", "7", "8", "9"],
        }
    }
}
