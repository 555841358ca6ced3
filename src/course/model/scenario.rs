//! A branching case: `quizzes/scenarios/name.ron`. The learner decides in a role, gives a reason for each decision,
//! and sees four meters move. What is scored is the reasons. The same case can be played from another side.

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
    /// Whose side this is, in a few words behind the title: "the host". Needed where there are `sides`.
    #[serde(default)]
    pub side: Option<Text>,
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
    /// The same case from other sides: each is played by itself.
    #[serde(default)]
    pub sides: Vec<ScenarioSide>,
    /// For whoever runs the case with a class.
    #[serde(default)]
    pub note: Option<TeachersNote>,
}

/// The case from another side, in another role. What is left out is as on the first side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Side")]
pub struct ScenarioSide {
    /// Unique among all scenarios: progress belongs to it.
    pub id: Id,
    /// Whose side, in a few words behind the title.
    pub side: Text,
    #[serde(default)]
    pub minutes: Option<u16>,
    pub role: Text,
    pub setting: Text,
    #[serde(default)]
    pub meters: Vec<Meter>,
    pub scenes: Vec<Scene>,
    pub endings: Vec<Ending>,
    #[serde(default)]
    pub debrief: Vec<Text>,
}

/// How to run a case with a class: printed by `ninetracks scenario ID --note`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Note")]
pub struct TeachersNote {
    /// What the class is to have learned.
    pub aim: Text,
    /// For how many, in which groups.
    #[serde(default)]
    pub group: Option<Text>,
    /// What to do, step by step.
    pub before: Vec<Text>,
    pub during: Vec<Text>,
    pub after: Vec<Text>,
    /// Questions for the debrief.
    pub questions: Vec<DebriefQuestion>,
    #[serde(default)]
    pub cite: Vec<Id>,
}

/// A question that the teacher puts to the class afterwards.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Ask")]
pub struct DebriefQuestion {
    pub ask: Text,
    /// What good answers speak of.
    #[serde(default)]
    pub listen_for: Option<Text>,
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
    /// One scenario for each side it is played from, the first as it stands; their titles say which. They have no sides of
    /// their own, and no note.
    #[must_use]
    pub fn played(&self) -> Vec<Scenario> {
        let first = Scenario { title: self.titled(self.side.as_ref()), sides: Vec::new(), note: None, ..self.clone() };
        std::iter::once(first).chain(self.sides.iter().map(|side| self.from(side))).collect()
    }

    fn from(&self, side: &ScenarioSide) -> Scenario {
        let ScenarioSide { id, side: name, minutes, role, setting, meters, scenes, endings, debrief } = side.clone();
        Scenario {
            title: self.titled(Some(&name)),
            id,
            lesson: self.lesson.clone(),
            minutes: minutes.unwrap_or(self.minutes),
            side: Some(name),
            role,
            setting,
            meters: if meters.is_empty() { self.meters.clone() } else { meters },
            scenes,
            endings,
            debrief: if debrief.is_empty() { self.debrief.clone() } else { debrief },
            sides: Vec::new(),
            note: None,
        }
    }

    fn titled(&self, side: Option<&Text>) -> Text {
        let joined = side.and_then(|side| Text::new(format!("{}: {side}", self.title)).ok());
        joined.unwrap_or_else(|| self.title.clone())
    }

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
