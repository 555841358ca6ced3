//! Figures: drawn from data, never pasted as text. Each says in one sentence what it shows.

use serde::{Deserialize, Serialize};

use super::text::{Id, Text};

/// A figure with its caption and its sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    pub caption: Text,
    /// The whole figure in one sentence, for those who do not see it (and for `--plain`).
    pub says: Text,
    pub drawing: Drawing,
    #[serde(default)]
    pub cite: Vec<Id>,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Drawing {
    /// The wheel of the course, turned to the spoke `at`, from 1.
    Wheel { at: u8 },
    /// A line from one pole to the other with things placed on it.
    Spectrum { left: Text, right: Text, items: Vec<Placed> },
    /// Dated events from top to bottom.
    Timeline(Vec<Dated>),
    /// Steps joined by arrows, each with the place where it can break.
    Flow(Vec<FlowStep>),
    /// A tree from a root.
    Tree(Node),
    /// Levels from the top down, each wider than the one above.
    Pyramid(Vec<Tier>),
    /// Horizontal bars with their numbers.
    Bars { unit: Text, bars: Vec<Bar> },
    /// A world map of cases of `assets/cases.ron`, with its list.
    Map(Vec<Id>),
}

/// A thing on a spectrum.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placed {
    pub label: Text,
    /// 0 is the left pole, 100 the right one.
    pub at: u8,
    /// Why it stands there, in a few words.
    pub why: Text,
}

/// An event of a timeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dated {
    /// A year, or a date in words; at most 12 cells wide.
    pub when: Text,
    pub what: Text,
}

/// A step of a flow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FlowStep {
    pub step: Text,
    /// What happens in it.
    pub what: Option<Text>,
    /// Where the chain can break on the way to the next step.
    #[serde(default)]
    pub breaks: Option<Text>,
}

/// A node of a tree.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Node {
    pub label: Text,
    #[serde(default)]
    pub under: Vec<Node>,
}

/// A level of a pyramid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    pub label: Text,
    pub who: Text,
}

/// A bar of a bar chart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bar {
    pub label: Text,
    pub value: u32,
}
