//! The next question, why it is asked, and what a practice changed.

use rand::RngExt as _;
use serde::Serialize;

use super::difficulty::guess;
use super::rating::chance_of_right;
use super::ratings::{LessonQuestion, PastAnswer, Ratings};
use crate::course::Course;
use crate::course::model::{Bloom, Id};
use crate::study::chance::{chance, fnv};
use crate::study::item::Item;
use crate::study::item::printed::{are_apart, printed};
use crate::study::quiz::{Paper, Sitting};
use crate::study::score::{Score, percent};

/// How likely a right answer to the next question is to be thought. Of questions chosen so, on what is known worst, 75 to
/// 80 % prove right in the simulation, so that practice is neither dull nor discouraging. (Three of four are right in Maths
/// Garden: Klinkenberg, Straatemeier & van der Maas 2011, doi 10.1016/j.compedu.2011.02.003.)
const TARGET: f64 = 0.82;

/// What makes a question the next one. The weights are those of the simulation.
pub(super) struct Merit {
    /// How likely a right answer is.
    pub chance: f64,
    /// How likely a guess is right: such an answer tells less.
    pub guess: f64,
    /// What the learner can do more on its objective than on all, in logits.
    pub objective: f64,
    /// How often it was answered.
    pub times: u32,
    /// How often its objective was asked for in this practice.
    pub of_objective: u32,
    /// From 0 to 1, lest every practice begins alike.
    pub luck: f64,
}

impl Merit {
    pub(super) fn value(&self) -> f64 {
        3.0 * nearness(self.chance) - 0.5 * self.guess
            + 2.0 * chance_of_right(-self.objective, 0.0)
            + 0.3 / f64::from(self.times.saturating_add(1))
            + 0.3 / f64::from(self.of_objective.saturating_add(1))
            + 0.05 * self.luck
    }
}

/// Practice that follows the learner.
#[derive(Clone, Debug, PartialEq)]
pub struct AdaptivePractice {
    /// Before its first question.
    before: Ratings,
}

/// Why a question was asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceReason {
    pub level: Option<Bloom>,
    pub lesson: Id,
    pub objective: Id,
    /// How likely a right answer was, and how likely practice wants it to be.
    pub right_percent: u32,
    pub target_percent: u32,
    /// How much of its objective's questions was likely to be right, and of all that could be asked.
    pub objective_percent: u32,
    pub all_percent: u32,
    /// Answers of the learner behind these figures.
    pub answers: u32,
}

/// What a practice changed: how many of the questions on its lessons the learner is likely to get right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct AbilityChange {
    pub before_percent: u32,
    pub after_percent: u32,
    /// Answers of the learner behind it, those of the practice among them.
    pub answers: u32,
}

/// A question that can be asked, and how likely it is answered right.
struct Candidate<'a> {
    placed: LessonQuestion<'a>,
    chance: f64,
}

impl AdaptivePractice {
    /// After `answers`, which were given before the practice began.
    #[must_use]
    pub fn new(course: &Course, answers: &[PastAnswer]) -> Self {
        Self { before: Ratings::new(course, answers) }
    }

    /// The next question of `sitting`. `None` when it is as long as was wanted, or nothing more can be asked.
    #[must_use]
    pub fn next(&self, course: &Course, sitting: &Sitting) -> Option<Item> {
        let Paper { spec, items } = &sitting.paper;
        if items.len() >= spec.length {
            return None;
        }
        let ratings = self.before.after(course, sitting, items.len());
        let pool = candidates(course, &spec.lessons, &ratings);
        let merits = merits(course, &pool, &ratings, sitting);
        let mut ranked: Vec<(f64, LessonQuestion<'_>)> =
            merits.into_iter().zip(pool.iter().map(|it| it.placed)).collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.question.id.cmp(&b.1.question.id)));
        let asked: Vec<_> = items.iter().filter_map(|item| Some(course.question(&item.question)?.1)).collect();
        let can_follow = |placed: &LessonQuestion<'_>| {
            asked.iter().all(|it| it.id != placed.question.id && are_apart(printed(course), it, placed.question))
        };
        let LessonQuestion { lesson, question } = ranked.into_iter().map(|(_, placed)| placed).find(can_follow)?;
        let seed = spec.seed ^ fnv(question.id.as_str().as_bytes());
        Some(Item::draw(course, lesson, question, &mut chance(seed, "options")))
    }

    /// Why the current question of `sitting` was chosen.
    #[must_use]
    pub fn why(&self, course: &Course, sitting: &Sitting) -> Option<ChoiceReason> {
        let item = sitting.paper.items.get(sitting.at())?;
        let (lesson, question) = course.question(&item.question)?;
        let ratings = self.before.after(course, sitting, sitting.at());
        let placed = LessonQuestion { lesson, question };
        let pool = candidates(course, &sitting.paper.spec.lessons, &ratings);
        let same = pool.iter().filter(|it| it.placed.aim() == placed.aim());
        Some(ChoiceReason {
            level: question.level,
            lesson: lesson.clone(),
            objective: question.aim(lesson).clone(),
            right_percent: in_percent(ratings.chance(course, placed)),
            target_percent: in_percent(TARGET),
            objective_percent: in_percent(mean(same.map(|it| it.chance))),
            all_percent: in_percent(mean(pool.iter().map(|it| it.chance))),
            answers: ratings.ability.answers,
        })
    }

    /// What the answers of `sitting` changed.
    #[must_use]
    pub fn change(&self, course: &Course, sitting: &Sitting) -> AbilityChange {
        let after = self.before.after(course, sitting, sitting.len());
        let expected = |ratings: &Ratings| {
            in_percent(mean(candidates(course, &sitting.paper.spec.lessons, ratings).iter().map(|it| it.chance)))
        };
        AbilityChange {
            before_percent: expected(&self.before),
            after_percent: expected(&after),
            answers: after.ability.answers,
        }
    }
}

/// Every question of `lessons` that practice may ask; of the whole course where none is named.
fn candidates<'a>(course: &'a Course, lessons: &[Id], ratings: &Ratings) -> Vec<Candidate<'a>> {
    let wanted = course.outlines().iter().filter(|o| lessons.is_empty() || lessons.contains(&o.id));
    let placed = wanted.flat_map(|outline| {
        let questions = course.bank(&outline.id).into_iter().flat_map(|bank| &bank.questions);
        questions.filter(|q| !q.reserve).map(|question| LessonQuestion { lesson: &outline.id, question })
    });
    placed.map(|placed| Candidate { placed, chance: ratings.chance(course, placed) }).collect()
}

/// How much speaks for each of `pool` as the next question.
fn merits(course: &Course, pool: &[Candidate<'_>], ratings: &Ratings, sitting: &Sitting) -> Vec<f64> {
    let items = &sitting.paper.items;
    let of = |it: &Candidate<'_>| {
        let aim = it.placed.aim();
        let of_objective = items.iter().filter(|item| (&item.objective, &item.lesson) == (&aim.0, &aim.1)).count();
        let id = &it.placed.question.id;
        let seed = sitting.paper.spec.seed ^ fnv(id.as_str().as_bytes());
        let merit = Merit {
            chance: it.chance,
            guess: guess(course, &it.placed.question.ask),
            objective: ratings.on_objective(&aim),
            times: ratings.times(id),
            of_objective: u32::try_from(of_objective).unwrap_or(u32::MAX),
            luck: chance(seed, "adaptive").random::<f64>(),
        };
        merit.value()
    };
    pool.iter().map(of).collect()
}

/// How near a chance is to the target, 1 at it and falling to 0 at both ends (Papoušek, Pelánek & Stanislav 2014,
/// *Adaptive practice of facts in domains with varied prior knowledge*).
fn nearness(chance: f64) -> f64 {
    if chance <= TARGET { chance / TARGET } else { (1.0 - chance) / (1.0 - TARGET) }
}

/// The mean of `all`; 0 of none.
fn mean(all: impl Iterator<Item = f64>) -> f64 {
    let (sum, n) = all.fold((0.0, 0_u32), |(sum, n), it| (sum + it, n + 1));
    if n == 0 { 0.0 } else { sum / f64::from(n) }
}

fn in_percent(share: f64) -> u32 {
    percent(Score { points: share, of: 1.0 })
}
