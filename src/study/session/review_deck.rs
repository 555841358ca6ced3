//! What a review session is begun with.

use std::collections::{HashMap, HashSet};

use crate::course::model::Id;
use crate::course::outline::CardKey;
use crate::study::event::EventId;
use crate::study::memory::{CardState, Grade, Settings, Stage};
use crate::study::queue::{DayCounts, Hold, Limits};
use crate::study::study_time::StudyTime;

/// How cards are reviewed: how many a day, when each comes back, and what the learner does besides.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReviewRules {
    pub limits: Limits,
    pub scheduling: Settings,
    /// Whether the answer to a card is typed before it is turned.
    pub types_answers: bool,
    /// Minutes of study that are aimed for in a day; 0 is none.
    pub daily_goal: u32,
}

impl From<Limits> for ReviewRules {
    fn from(limits: Limits) -> Self {
        Self { limits, ..Self::default() }
    }
}

/// What is reviewed, and how it stands in the learner's progress.
#[derive(Clone, Debug)]
pub struct ReviewDeck {
    /// The cards of one lesson or, without one, of the whole course.
    pub lesson: Option<Id>,
    /// The sections that were read, by lesson: new cards are on these. All new cards of a lesson that was chosen are open.
    pub read: HashMap<Id, HashSet<Id>>,
    pub states: HashMap<CardKey, CardState>,
    /// Cards that were asked for and not answered since.
    pub requested: HashSet<CardKey>,
    /// Cards that are suspended or buried.
    pub holds: HashMap<CardKey, Hold>,
    /// Done today, in the whole course.
    pub done: DayCounts,
    /// Studied today, in the whole course.
    pub studied: StudyTime,
    pub rules: ReviewRules,
    /// What was graded today, oldest first.
    pub graded: Vec<Graded>,
    /// Reviews of all days, those among them.
    pub reviews: usize,
    /// Reviews there were when the schedule was last fitted to them.
    pub last_fit: Option<usize>,
    /// The seed that was given; without one, the day's.
    pub seed: Option<u64>,
}

/// A grade that was given today, and can be taken back.
#[derive(Clone, Debug, PartialEq)]
pub struct Graded {
    pub key: CardKey,
    pub before: CardState,
    pub after: CardState,
    pub grade: Grade,
    /// `None` until it is saved.
    pub event: Option<EventId>,
}

/// Those of cards that were known for days.
pub(super) fn reviews_among(graded: &[Graded]) -> usize {
    graded.iter().filter(|graded| graded.before.stage() == Stage::Review).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::Course;
    use crate::study::memory::Memory;
    use crate::study::session::{ReviewSession, Showing};
    use crate::study::time::{Clock, StudyDay};

    /// The last review of the 400 that a fit needs is graded, and taken back.
    #[test]
    fn a_fit_is_offered_as_soon_as_the_log_has_grown_enough() {
        let course = Course::builtin().unwrap();
        let clock = Clock::new("2026-03-10T12:00:00Z".parse().unwrap(), jiff::tz::TimeZone::UTC);
        let (memory, today) = (Memory { stability_days: 10.0, difficulty: 5.0 }, clock.today());
        let due = CardState::Review { memory, last: StudyDay(today.0 - 10), due: today, lapses: 0, reviews: 3 };
        let card = course.outlines()[0].cards[0].clone();
        let deck = ReviewDeck {
            lesson: None,
            read: HashMap::new(),
            states: HashMap::from([(card, due)]),
            requested: HashSet::new(),
            holds: HashMap::new(),
            done: DayCounts::default(),
            studied: StudyTime::default(),
            rules: ReviewRules::default(),
            graded: Vec::new(),
            reviews: 399,
            last_fit: None,
            seed: None,
        };
        let mut session = ReviewSession::new(&course, deck, &clock);
        let mut offers = vec![session.is_fit_offered()];
        session.turn(&clock);
        assert!(session.grade(Grade::Good, &clock).is_some() && matches!(session.showing(), Showing::Finished));
        offers.push(session.summary(&course, &clock).is_fit_offered);
        let _ = session.undo(&clock);
        offers.push(session.is_fit_offered());
        assert_eq!(offers, [false, true, false]);
    }
}
