//! A branching case: `quizzes/scenarios/name.ron`. The learner decides in a role, gives a reason for each decision,
//! and sees four meters move. What is scored is the reasons.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::text::{Id, Text};

/// A case with four or five decisions on every way through it. The first scene is where it begins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    pub id: Id,
    pub title: Text,
    /// The lesson it belongs to.
    pub lesson: Id,
    /// Minutes it takes, the debrief included.
    pub minutes: u16,
    /// Who the learner is.
    pub role: Text,
    /// Where, and what has happened so far.
    pub setting: Text,
    /// What is shown all along: four of them.
    pub meters: Vec<Meter>,
    pub scenes: Vec<Scene>,
    pub endings: Vec<Ending>,
    /// What the literature makes of it all: paragraphs that cite.
    pub debrief: Vec<Text>,
}

/// Something the decisions move, from 0 to [`Meter::MOST`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meter {
    pub id: Id,
    pub name: Text,
    pub start: u8,
    /// What it measures, and what 0 would mean.
    pub low: Text,
}

/// By how much each meter moves; those not named stay.
pub type Effects = BTreeMap<Id, i8>;

/// A scene and the decision it puts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scene {
    pub id: Id,
    pub title: Text,
    pub text: Text,
    /// What earlier choices come back as.
    #[serde(default)]
    pub echoes: Vec<Echo>,
    /// Three of them.
    pub choices: Vec<Choice>,
    /// For the debrief: what the literature says on this decision.
    pub reading: Text,
}

/// A text, and an effect, for those who took an earlier choice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Echo {
    /// The choice.
    pub if_taken: Id,
    pub text: Text,
    #[serde(default)]
    pub effects: Effects,
}

/// One of the three ways to decide. Its effects are certain: there is no luck.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub id: Id,
    pub text: Text,
    /// What it costs, shown before the learner gives a reason.
    pub cost: Text,
    /// What came of it.
    pub outcome: Text,
    pub effects: Effects,
    pub then: Then,
    pub reasons: Vec<Reason>,
}

/// Where a choice leads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Then {
    Scene(Id),
    End(Id),
}

/// A reason for a choice: what the learner is scored by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    pub text: Text,
    /// 2 for the one that holds, 1 for one that holds in part, 0 for one that does not.
    pub points: u8,
    /// Why it holds or not.
    pub why: Text,
}

/// How it ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    pub id: Id,
    pub title: Text,
    pub text: Text,
    #[serde(default)]
    pub echoes: Vec<Echo>,
}

impl Meter {
    pub const MOST: i16 = 10;
}

impl Reason {
    /// Points of a reason that holds.
    pub const BEST: u8 = 2;
}

/// How high each meter stands, in the scenario's order.
pub type Levels = Vec<i16>;

/// A place on a way through a scenario.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum At<'a> {
    Scene(&'a Scene),
    End(&'a Ending),
}

impl<'a> At<'a> {
    #[must_use]
    pub fn echoes(self) -> &'a [Echo] {
        match self {
            Self::Scene(scene) => &scene.echoes,
            Self::End(ending) => &ending.echoes,
        }
    }

    #[must_use]
    pub fn id(self) -> &'a Id {
        match self {
            Self::Scene(scene) => &scene.id,
            Self::End(ending) => &ending.id,
        }
    }
}

impl Scenario {
    /// How the meters stand at the beginning.
    #[must_use]
    pub fn start(&self) -> Levels {
        self.meters.iter().map(|m| i16::from(m.start)).collect()
    }

    /// `levels` after `effects`.
    #[must_use]
    pub fn moved(&self, levels: &[i16], effects: &Effects) -> Levels {
        self.meters
            .iter()
            .zip(levels)
            .map(|(m, level)| level + effects.get(&m.id).map_or(0, |&by| i16::from(by)))
            .collect()
    }

    /// Where `then` leads; nowhere when it names nothing.
    #[must_use]
    pub fn follow(&self, then: &Then) -> Option<At<'_>> {
        match then {
            Then::Scene(id) => self.scene(id).map(At::Scene),
            Then::End(id) => self.ending(id).map(At::End),
        }
    }

    #[must_use]
    pub fn scene(&self, id: &Id) -> Option<&Scene> {
        self.scenes.iter().find(|s| &s.id == id)
    }

    #[must_use]
    pub fn ending(&self, id: &Id) -> Option<&Ending> {
        self.endings.iter().find(|e| &e.id == id)
    }
}

impl Scene {
    #[must_use]
    pub fn choice(&self, id: &Id) -> Option<&Choice> {
        self.choices.iter().find(|c| &c.id == id)
    }
}
