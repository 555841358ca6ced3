//! What was kept under a name: teams, and plans as sets.

use crate::course::model::Id;
use crate::store::{Kept, Store, StoreError};
use crate::study::class::SchoolClass;
use crate::study::drill::{Plan, Team};
use crate::study::event::{EventId, EventKind};
use crate::study::names::Name;

/// Everything that was kept, as it stands now.
#[derive(Default)]
pub(super) struct Presets {
    pub teams: Vec<Kept<Vec<Team>>>,
    pub plans: Vec<Kept<Plan>>,
    pub classes: Vec<Kept<SchoolClass>>,
    pub questions: Vec<Kept<Vec<Id>>>,
}

/// What can be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PresetKind {
    Teams,
    Plans,
    Questions,
}

impl Presets {
    pub(super) fn read(store: &Store) -> Result<Self, StoreError> {
        Ok(Self {
            teams: store.kept_teams()?,
            plans: store.kept_plans()?,
            classes: store.classes()?,
            questions: store.kept_questions()?,
        })
    }

    /// Follows what was saved.
    pub(super) fn saved(&mut self, what: &EventKind, event: EventId) {
        match what {
            EventKind::TeamsKept { name, teams } => {
                put(&mut self.teams, Kept { event, name: name.clone(), what: teams.clone() });
            }
            EventKind::PlanKept { name, plan } => {
                put(&mut self.plans, Kept { event, name: name.clone(), what: (**plan).clone() });
            }
            EventKind::QuestionsKept { name, questions } => {
                put(&mut self.questions, Kept { event, name: name.clone(), what: questions.clone() });
            }
            EventKind::Undone { event } => {
                self.questions.retain(|k| k.event != *event);
                self.teams.retain(|k| k.event != *event);
                self.plans.retain(|k| k.event != *event);
            }
            _ => {}
        }
    }

    /// Name and event of all of a kind.
    pub(super) fn named(&self, kind: PresetKind) -> Vec<(&Name, EventId)> {
        match kind {
            PresetKind::Teams => self.teams.iter().map(|k| (&k.name, k.event)).collect(),
            PresetKind::Plans => self.plans.iter().map(|k| (&k.name, k.event)).collect(),
            PresetKind::Questions => self.questions.iter().map(|k| (&k.name, k.event)).collect(),
        }
    }

    /// The name under which `plan` is kept.
    pub(super) fn name_of(&self, plan: &Plan) -> Option<&Name> {
        self.plans.iter().find(|k| &k.what == plan).map(|k| &k.name)
    }
}

fn put<T>(all: &mut Vec<Kept<T>>, kept: Kept<T>) {
    all.retain(|k| !k.name.is_like(&kept.name));
    all.push(kept);
    all.sort_by_key(|k| k.name.folded());
}
