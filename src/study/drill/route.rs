//! A scenario played by vote, as the room sees it: scenes, and where each choice leads.

use serde::{Deserialize, Serialize};

use crate::course::model::{Choice, Id, Scenario, Scene, Then};
use crate::study::scenario::shuffled::order;

/// The scenes of a scenario; the first is where it begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Road {
    pub scenario: Id,
    pub forks: Vec<Fork>,
}

/// A scene at which the class decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fork {
    pub scene: Id,
    pub ways: Vec<Way>,
}

/// A choice and where it leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Way {
    pub choice: Id,
    pub to: To,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum To {
    Scene(Id),
    Ending(Id),
}

/// A decision of the class. The roads not taken are the other ways of its fork.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    pub scene: Id,
    pub choice: Id,
    /// One number per choice, or none when hands were not counted.
    pub hands: Vec<u32>,
}

impl Road {
    /// The roads through `scenario`.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Self {
        Self { scenario: scenario.id.clone(), forks: scenario.scenes.iter().map(Fork::of).collect() }
    }

    /// The same with the choices of each scene in the order of `seed`: the class sees and votes on them in this order.
    #[must_use]
    pub fn shuffled(scenario: &Scenario, seed: u64) -> Self {
        let mut road = Self::of(scenario);
        for fork in &mut road.forks {
            fork.ways = order(seed, &fork.scene, fork.ways.len()).into_iter().map(|at| fork.ways[at].clone()).collect();
        }
        road
    }

    /// `written` with its choices in the order of this road; what the road does not know comes last.
    #[must_use]
    pub fn arranged(&self, written: &Scenario) -> Scenario {
        let mut shown = written.clone();
        for scene in &mut shown.scenes {
            let place = |choice: &Choice| {
                self.fork(&scene.id).and_then(|fork| fork.ways.iter().position(|w| w.choice == choice.id))
            };
            scene.choices.sort_by_key(|choice| place(choice).unwrap_or(usize::MAX));
        }
        shown
    }

    #[must_use]
    pub fn fork(&self, scene: &Id) -> Option<&Fork> {
        self.forks.iter().find(|f| &f.scene == scene)
    }

    /// Whether it begins somewhere and every way leads to a scene that is there.
    pub(super) fn is_whole(&self) -> bool {
        let leads = |way: &Way| matches!(&way.to, To::Scene(id) if self.fork(id).is_none());
        !self.forks.is_empty()
            && self.forks.iter().all(|f| !f.ways.is_empty())
            && !self.forks.iter().flat_map(|f| &f.ways).any(leads)
    }
}

impl Fork {
    fn of(scene: &Scene) -> Self {
        Self { scene: scene.id.clone(), ways: scene.choices.iter().map(Way::of).collect() }
    }

    #[must_use]
    pub fn way(&self, choice: &Id) -> Option<&Way> {
        self.ways.iter().find(|w| &w.choice == choice)
    }
}

impl Way {
    fn of(choice: &Choice) -> Self {
        let to = match &choice.then {
            Then::Scene(id) => To::Scene(id.clone()),
            Then::End(id) => To::Ending(id.clone()),
        };
        Self { choice: choice.id.clone(), to }
    }
}
