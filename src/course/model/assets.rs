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
    /// The lessons in their order. A file whose lesson is not named here is an error.
    pub lessons: Vec<Id>,
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
