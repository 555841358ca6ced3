//! Decisions followed from the first scene: a learner's, each with its reason, or a class's, which votes and gives none.

use crate::course::model::{At, Choice, Echo, Ending, Id, Levels, Reason, Scenario, Scene};

/// A decision with all that follows from it. `R` is the reason for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Step<'a, R = &'a Reason> {
    pub scene: &'a Scene,
    pub choice: &'a Choice,
    pub reason: R,
    /// Before and after the decision.
    pub before: Levels,
    pub after: Levels,
}

/// A way through a scenario, from its first scene.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace<'a, R = &'a Reason> {
    pub steps: Vec<Step<'a, R>>,
    /// `None` when the scenario leads nowhere: the checker forbids it.
    pub at: Option<At<'a>>,
    /// The echoes heard there.
    pub echoes: Vec<&'a Echo>,
    /// With the effects of those echoes.
    pub levels: Levels,
}

/// A decision of a class.
pub type ClassStep<'a> = Step<'a, ()>;

/// The way a class takes by vote.
pub type ClassTrace<'a> = Trace<'a, ()>;

/// Follows pairs of scene and choice from the first scene, as far as they hold in `scenario`.
#[must_use]
pub fn follow<'a, 'r>(scenario: &'a Scenario, road: impl IntoIterator<Item = (&'r Id, &'r Id)>) -> ClassTrace<'a> {
    let mut trace = Trace::start(scenario);
    for (scene, choice) in road {
        if !trace.take(scenario, scene, choice, |_| Some(())) {
            break;
        }
    }
    trace
}

impl<'a, R> Trace<'a, R> {
    /// Nothing is decided yet.
    pub(super) fn start(scenario: &'a Scenario) -> Self {
        let at = scenario.scenes.first().map(At::Scene);
        let mut trace = Self { steps: Vec::new(), at, echoes: Vec::new(), levels: scenario.start() };
        trace.hear(scenario);
        trace
    }

    /// The scene the play is at.
    #[must_use]
    pub fn scene(&self) -> Option<&'a Scene> {
        if let Some(At::Scene(scene)) = self.at { Some(scene) } else { None }
    }

    #[must_use]
    pub fn ending(&self) -> Option<&'a Ending> {
        if let Some(At::End(ending)) = self.at { Some(ending) } else { None }
    }

    /// Goes on by a choice. `false` when it, or its reason, is not to be had here: then nothing changed.
    pub(super) fn take(
        &mut self,
        scenario: &'a Scenario,
        scene: &Id,
        choice: &Id,
        why: impl FnOnce(&'a Choice) -> Option<R>,
    ) -> bool {
        let Some(scene) = self.scene().filter(|s| &s.id == scene) else { return false };
        let Some(choice) = scene.choice(choice) else { return false };
        let Some(reason) = why(choice) else { return false };
        let before = self.levels.clone();
        let after = scenario.moved(&before, &choice.effects);
        self.levels.clone_from(&after);
        self.steps.push(Step { scene, choice, reason, before, after });
        self.at = scenario.follow(&choice.then);
        self.hear(scenario);
        true
    }

    /// Earlier choices come back where the play now is.
    fn hear(&mut self, scenario: &Scenario) {
        let all: &'a [Echo] = self.at.map_or(&[], At::echoes);
        self.echoes = all.iter().filter(|e| self.steps.iter().any(|s| s.choice.id == e.if_taken)).collect();
        for echo in &self.echoes {
            self.levels = scenario.moved(&self.levels, &echo.effects);
        }
    }
}
