//! A scenario played by vote: what the class decided, and the roads not taken.

use serde::Serialize;

use super::which_question::LessonName;
use crate::course::Course;
use crate::course::markdown::plain;
use crate::course::model::{Id, Scenario};
use crate::study::drill::{Decision, Drill, Road, Room, To};
use crate::study::item::letter;

/// The class's way through a scenario.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScenarioReport {
    pub id: Id,
    pub title: String,
    /// `null` when the course has the scenario no more.
    pub lesson: Option<LessonName>,
    pub decisions: Vec<DecisionLine>,
    /// `null` when the class did not come to an end.
    pub ending: Option<EndingLine>,
}

/// A decision of the class.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DecisionLine {
    /// From 1.
    pub number: usize,
    pub scene: String,
    /// Hands raised; `null` when they were not counted.
    pub hands: Option<u32>,
    /// Every way there was; those not `taken` are the roads not taken.
    pub ways: Vec<WayLine>,
    /// What the literature says on this decision, without its citations.
    pub reading: Option<String>,
}

/// A way that could be chosen.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WayLine {
    /// `A`, `B`, `C`.
    pub mark: char,
    pub text: String,
    pub taken: bool,
    /// `null` when hands were not counted.
    pub hands: Option<u32>,
    pub cost: Option<String>,
    /// What comes of it.
    pub outcome: Option<String>,
}

/// How it ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EndingLine {
    pub title: String,
    pub text: Option<String>,
}

impl ScenarioReport {
    pub(super) fn of(course: &Course, room: &Room) -> Option<Self> {
        let Drill::Scenario(road) = room.setup().drill() else { return None };
        let scenario = course.scenario(&road.scenario);
        let told = Told { road, scenario };
        Some(Self {
            id: road.scenario.clone(),
            title: scenario.map_or_else(|| road.scenario.to_string(), |s| s.title.to_string()),
            lesson: scenario.map(|s| LessonName::of(course, &s.lesson)),
            decisions: (1..).zip(room.road()).map(|(number, decision)| told.decision(number, decision)).collect(),
            ending: room.road().last().and_then(|last| told.ending(last)),
        })
    }
}

/// A scenario with its texts, as far as the course still has them: the log holds only names.
struct Told<'a> {
    road: &'a Road,
    scenario: Option<&'a Scenario>,
}

impl Told<'_> {
    fn decision(&self, number: usize, decision: &Decision) -> DecisionLine {
        let scene = self.scenario.and_then(|s| s.scene(&decision.scene));
        let counted = !decision.hands.is_empty();
        let ways = self.road.fork(&decision.scene).map_or(&[][..], |fork| &fork.ways);
        let way = |(at, way): (usize, &crate::study::drill::Way)| {
            let choice = scene.and_then(|s| s.choice(&way.choice));
            WayLine {
                mark: letter(at),
                text: choice.map_or_else(|| way.choice.to_string(), |c| plain(c.text.as_str())),
                taken: way.choice == decision.choice,
                hands: counted.then(|| decision.hands.get(at).copied().unwrap_or(0)),
                cost: choice.map(|c| plain(c.cost.as_str())),
                outcome: choice.map(|c| plain(c.outcome.as_str())),
            }
        };
        DecisionLine {
            number,
            scene: scene.map_or_else(|| decision.scene.to_string(), |s| s.title.to_string()),
            hands: counted.then(|| decision.hands.iter().sum()),
            ways: ways.iter().enumerate().map(way).collect(),
            reading: scene.map(|s| plain(s.reading.as_str())),
        }
    }

    fn ending(&self, last: &Decision) -> Option<EndingLine> {
        let To::Ending(id) = &self.road.fork(&last.scene)?.way(&last.choice)?.to else { return None };
        let ending = self.scenario.and_then(|s| s.ending(id));
        Some(EndingLine {
            title: ending.map_or_else(|| id.to_string(), |e| e.title.to_string()),
            text: ending.map(|e| plain(e.text.as_str())),
        })
    }
}
