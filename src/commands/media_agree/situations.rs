//! Situations drawn at random: quizzes, scenarios played, and progress.

use jiff::civil::Date;
use proptest::prelude::*;

use super::COURSE;
use crate::course::model::{Id, Kind};
use crate::study::certificate::Certificate;
use crate::study::event::EventId;
use crate::study::insight::Insight;
use crate::study::item::Response;
use crate::study::placement::{PlacementState, PlacementTest, TestAnswer};
use crate::study::progress::{CardCounts, DayLine, Progress, QuizLine};
use crate::study::quiz::{Given, Mode, Paper, PaperSpec, Sitting};
use crate::study::scenario::{Move, Play};
use crate::study::score::Score;

/// A quiz gone through with points as drawn; `None` leaves a question without an answer.
pub(super) fn sat(seed: u64, lesson: usize, mode: Mode, earned: &[Option<u8>]) -> Option<Sitting> {
    let lesson = COURSE.outlines()[lesson % COURSE.outlines().len()].id.clone();
    let spec = PaperSpec { lessons: vec![lesson], length: earned.len(), seed, mode, limit_s: None, only: Vec::new() };
    let mut sitting = Sitting::new(Paper::to_take(&COURSE, spec)?, jiff::Timestamp::UNIX_EPOCH);
    for (at, earned) in earned.iter().enumerate().take(sitting.len()) {
        let of = f64::from(COURSE.question(&sitting.paper.items[at].question)?.1.points);
        sitting.go(at);
        if let Some(quarters) = earned {
            let score = Score { points: of * f64::from(*quarters) / 4.0, of };
            sitting.give(Given {
                answer: Response::Passed,
                score,
                took_ms: 7000 * u32::from(*quarters),
                certainty: None,
            });
        }
    }
    Some(sitting)
}

/// A scenario of the course played by rolls: each takes a choice and a reason, or goes back.
pub(super) fn played(which: usize, rolls: &[u8]) -> (Id, Play) {
    let all = COURSE.scenario_outlines();
    let id = all[which % all.len()].id.clone();
    let scenario = COURSE.scenario(&id).unwrap();
    let mut play = Play::default();
    for &roll in rolls {
        let next = match play.trace(scenario).scene() {
            Some(scene) if roll < 240 || play.is_empty() => {
                let choice = &scene.choices[usize::from(roll) % scene.choices.len()];
                let reason = usize::from(roll / 7) % choice.reasons.len();
                Move::Decided { scene: scene.id.clone(), choice: choice.id.clone(), reason }
            }
            Some(_) => Move::Rewound { to: usize::from(roll) % play.len() },
            None => break,
        };
        assert!(play.make(scenario, &next));
    }
    (id, play)
}

fn day() -> impl Strategy<Value = Date> {
    (2020_i16..2030, 1_i8..=12, 1_i8..=28).prop_map(|(y, m, d)| jiff::civil::date(y, m, d))
}

prop_compose! {
    fn quiz()(date in day(), about in "[A-Z][a-z]{3,40}", questions in 1_usize..30, answered in 0_usize..30,
              percent in 0_u32..=100, finished: bool, seed: u64) -> QuizLine {
        let (run, mode) = (EventId(1), "practice");
        QuizLine { run, number: 1, mode, date, about, questions, answered: answered.min(questions), percent, finished, seed }
    }
}

prop_compose! {
    pub(super) fn progress()(counts in prop::array::uniform4(0_usize..400), retention in prop::option::of((0_u32..=100, 1_u32..900)),
                  days in prop::collection::vec((day(), 0_u32..90, 0_u32..200), 0..14),
                  quizzes in prop::collection::vec(quiz(), 0..9)) -> Progress {
        let [new, learning, young, mature] = counts;
        Progress {
            days_studied: days.len(),
            sections_read: new,
            sections: new + young,
            cards: CardCounts { new, learning, young, mature, retired: 0, unknown: 0 },
            mean_recall_percent: None,
            retention_percent: retention,
            is_fit_offered: new % 2 == 0,
            last_days: days.into_iter().map(|(date, done, minutes)| DayLine { date, done, minutes, studied: done % 5 > 0 }).collect(),
            quizzes,
            certificate: Certificate::default(),
            insight: Insight::default(),
        }
    }
}

prop_compose! {
    fn test(kind: Kind)(run in 1_i64..99, seed: u64, on in day(), right in prop::collection::vec((0_usize..9, any::<bool>()), 3..40)) -> PlacementTest {
        let answer = |(at, (lesson, is_right)): (usize, (usize, bool))| TestAnswer {
            question: Id::new(format!("q{at}")).unwrap(),
            lesson: COURSE.outlines()[lesson % COURSE.outlines().len()].id.clone(),
            kind,
            is_right,
        };
        PlacementTest { run: EventId(run), seed, on, answers: right.into_iter().enumerate().map(answer).collect() }
    }
}

prop_compose! {
    pub(super) fn placed()(before in test(Kind::Choice), after in prop::option::of(test(Kind::Choice))) -> PlacementState {
        PlacementState { before: Some(before), after, ..PlacementState::default() }
    }
}
