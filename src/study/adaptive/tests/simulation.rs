//! How soon adaptive practice knows what a learner can do, beside questions drawn by chance, and how hard it is on learners.
//!
//! The learners are drawn: able by a normal distribution (SD 1 logit), on each objective half a logit more or less. The
//! questions are those of the built-in course, as hard as they start plus an error that nobody knows. What is estimated, and
//! how the next question is chosen, is the program's own.

use std::fmt::Write as _;

use rand::RngExt as _;

use crate::course::Course;
use crate::study::adaptive::difficulty::{guess, starting_difficulty};
use crate::study::adaptive::practice::Merit;
use crate::study::adaptive::rating::{OF_ABILITY, OF_DIFFICULTY, OF_OBJECTIVE, Rating, Uncertainty, chance_of_right};
use crate::study::chance::{Chance, chance};

/// What counts as known: the share of all questions that the learner would get right, within this much (root mean square).
const NEAR: f64 = 0.1;

struct Asked {
    objective: usize,
    guess: f64,
    start: f64,
}

/// What a learner shows and what is thought of it.
struct Learner {
    ability: f64,
    objectives: Vec<f64>,
    errors: Vec<f64>,
    thought: Thought,
}

#[derive(Clone)]
struct Thought {
    ability: Rating,
    objectives: Vec<Rating>,
    difficulties: Vec<Rating>,
}

#[derive(Clone, Copy, PartialEq)]
enum Choice {
    Adaptive,
    ByChance,
}

/// What came of one way of choosing with one error.
struct Outcome {
    /// Root mean square error of the expected share, after each question.
    errors: Vec<f64>,
    /// Share of right answers, by learner.
    right: Vec<f64>,
}

impl Outcome {
    fn needed(&self) -> Option<usize> {
        (0..self.errors.len()).find(|&n| self.errors[n..].iter().all(|error| *error <= NEAR)).map(|n| n + 1)
    }

    /// Percent of the learners whose share of right answers `is` so.
    fn learners(&self, is: impl Fn(f64) -> bool) -> f64 {
        mean(self.right.iter().map(|&share| f64::from(u8::from(is(share))))) * 100.0
    }
}

fn pool(course: &Course) -> Vec<Asked> {
    let mut objectives = std::collections::HashMap::new();
    let banks = course.outlines().iter().filter_map(|o| Some((&o.id, course.bank(&o.id)?)));
    let all = banks.flat_map(|(lesson, bank)| bank.questions.iter().filter(|q| !q.reserve).map(move |q| (lesson, q)));
    all.map(|(lesson, question)| {
        let next = objectives.len();
        Asked {
            objective: *objectives.entry((lesson, question.aim(lesson))).or_insert(next),
            guess: guess(course, &question.ask),
            start: starting_difficulty(course, question),
        }
    })
    .collect()
}

/// Normal with SD 1, near enough.
fn normal(by: &mut Chance) -> f64 {
    (0..12).map(|_| by.random::<f64>()).sum::<f64>() - 6.0
}

impl Learner {
    fn new(pool: &[Asked], error: f64, by: &mut Chance) -> Self {
        let objectives = pool.iter().map(|it| it.objective + 1).max().unwrap_or(0);
        let difficulties = pool.iter().map(|it| Rating::starting(it.start)).collect();
        Self {
            ability: normal(by),
            objectives: (0..objectives).map(|_| 0.5 * normal(by)).collect(),
            errors: pool.iter().map(|_| error * normal(by)).collect(),
            thought: Thought {
                ability: Rating::default(),
                objectives: vec![Rating::default(); objectives],
                difficulties,
            },
        }
    }

    fn really(&self, pool: &[Asked], at: usize) -> f64 {
        let it = &pool[at];
        chance_of_right(self.ability + self.objectives[it.objective] - it.start - self.errors[at], it.guess)
    }
}

impl Thought {
    fn chance(&self, pool: &[Asked], at: usize) -> f64 {
        let it = &pool[at];
        let above = self.ability.value + self.objectives[it.objective].value - self.difficulties[at].value;
        chance_of_right(above, it.guess)
    }

    fn learn(&mut self, pool: &[Asked], at: usize, share: f64, of_ability: Uncertainty) {
        let surprise = share - self.chance(pool, at);
        self.ability = self.ability.moved(surprise, of_ability);
        let objective = &mut self.objectives[pool[at].objective];
        *objective = objective.moved(surprise, OF_OBJECTIVE);
        self.difficulties[at] = self.difficulties[at].moved(-surprise, OF_DIFFICULTY);
    }

    fn next(&self, pool: &[Asked], asked: &[usize], by: &mut Chance) -> usize {
        let chances: Vec<f64> = (0..pool.len()).map(|at| self.chance(pool, at)).collect();
        let mut of_objectives = vec![0_u32; self.objectives.len()];
        for &at in asked {
            of_objectives[pool[at].objective] += 1;
        }
        let value = |at: usize, luck: f64| {
            let Asked { objective, guess, .. } = pool[at];
            let (chance, of_objective) = (chances[at], of_objectives[objective]);
            Merit { chance, guess, objective: self.objectives[objective].value, times: 0, of_objective, luck }.value()
        };
        let valued = (0..pool.len()).map(|at| (at, value(at, by.random()))).filter(|(at, _)| !asked.contains(at));
        valued.max_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(at, _)| at)
    }
}

fn mean(all: impl ExactSizeIterator<Item = f64>) -> f64 {
    let n = f64::from(u32::try_from(all.len()).unwrap());
    all.sum::<f64>() / n
}

/// Learners, the questions that each is asked, and how abilities are rated.
#[derive(Clone, Copy)]
struct Trial {
    learners: u64,
    questions: usize,
    of_ability: Uncertainty,
}

fn simulate(pool: &[Asked], choice: Choice, error: f64, trial: Trial) -> Outcome {
    let (mut squares, mut rights) = (vec![0.0; trial.questions], Vec::new());
    for seed in 0..trial.learners {
        let mut by = chance(seed, "learners");
        let mut learner = Learner::new(pool, error, &mut by);
        let share = mean((0..pool.len()).map(|at| learner.really(pool, at)));
        let (mut asked, mut right) = (Vec::new(), Vec::new());
        for square in &mut squares {
            let at = match choice {
                Choice::Adaptive => learner.thought.next(pool, &asked, &mut by),
                Choice::ByChance => loop {
                    let at = by.random_range(0..pool.len());
                    if !asked.contains(&at) {
                        break at;
                    }
                },
            };
            asked.push(at);
            let earned = f64::from(u8::from(by.random_bool(learner.really(pool, at))));
            right.push(earned);
            learner.thought.learn(pool, at, earned, trial.of_ability);
            let thought = mean((0..pool.len()).map(|at| learner.thought.chance(pool, at)));
            *square += (thought - share).powi(2);
        }
        rights.push(mean(right.into_iter()));
    }
    let n = f64::from(u32::try_from(trial.learners).unwrap());
    Outcome { errors: squares.into_iter().map(|sum| (sum / n).sqrt()).collect(), right: rights }
}

#[test]
fn three_of_four_or_a_little_more_are_right() {
    let pool = pool(&Course::builtin().unwrap());
    let trial = Trial { learners: 16, questions: 30, of_ability: OF_ABILITY };
    let found = simulate(&pool, Choice::Adaptive, 0.5, trial);
    let right = mean(found.right.iter().copied());
    assert!((0.72..0.83).contains(&right), "{right}");
    assert!(found.errors[29] < found.errors[0] * 0.7, "{:?}", found.errors);
}

/// Holds the tables of `docs/adaptive.md`, and says what they must be where they are not.
#[test]
#[ignore = "takes minutes"]
fn report() {
    let pool = pool(&Course::builtin().unwrap());
    let trial = Trial { learners: 200, questions: 100, of_ability: OF_ABILITY };
    let mut report = format!("{} questions\n", pool.len());
    for error in [0.0, 0.5, 1.0] {
        for (name, choice) in [("adaptive", Choice::Adaptive), ("by chance", Choice::ByChance)] {
            let found = simulate(&pool, choice, error, trial);
            let needed = found.needed().map_or_else(|| "over 100".to_owned(), |n| n.to_string());
            let after = |n: usize| found.errors[n - 1] * 100.0;
            let right = mean(found.right.iter().copied()) * 100.0;
            let (fair, under) =
                (found.learners(|share| (0.65..=0.85).contains(&share)), found.learners(|share| share < 0.6));
            let (ten, thirty, all) = (after(10), after(30), after(100));
            let _ = writeln!(
                report,
                "| {error} | {name} | {needed} | {ten:.0} | {thirty:.0} | {all:.0} | {right:.0} % | {fair:.0} % | {under:.0} % |"
            );
        }
    }
    for (a, b) in [(0.35, 0.05), (0.7, 0.02), (0.7, 0.1), (0.7, 0.3), (1.4, 0.2)] {
        let trial = Trial { learners: 100, of_ability: Uncertainty { a, b }, ..trial };
        let found = simulate(&pool, Choice::Adaptive, 0.5, trial);
        let after = |n: usize| found.errors[n - 1] * 100.0;
        let _ = writeln!(report, "| {a} | {b} | {:.1} | {:.1} | {:.1} |", after(10), after(30), after(100));
    }
    let is_documented = report.lines().all(|line| include_str!("../../../../docs/adaptive.md").contains(line));
    assert!(is_documented, "docs/adaptive.md says otherwise:\n{report}");
}
