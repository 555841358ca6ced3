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

/// Questions of a practice.
const QUESTIONS: usize = 100;
/// What counts as known: the share of all questions that the learner would get right, within this much (root mean square).
const NEAR: f64 = 0.07;

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
    /// Share of right answers.
    right: f64,
}

impl Outcome {
    fn needed(&self) -> Option<usize> {
        (0..self.errors.len()).find(|&n| self.errors[n..].iter().all(|error| *error <= NEAR)).map(|n| n + 1)
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
            start: starting_difficulty(question),
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
        let mut objectives = vec![(0.0, 0.0, 0_u32); self.objectives.len()];
        for (it, chance) in pool.iter().zip(&chances) {
            objectives[it.objective].0 += 1.0 - chance;
            objectives[it.objective].1 += 1.0;
        }
        for &at in asked {
            objectives[pool[at].objective].2 += 1;
        }
        let value = |at: usize, luck: f64| {
            let (missed, of, of_objective) = objectives[pool[at].objective];
            Merit { chance: chances[at], missed: missed / of, times: 0, of_objective, luck }.value()
        };
        let valued = (0..pool.len()).map(|at| (at, value(at, by.random()))).filter(|(at, _)| !asked.contains(at));
        valued.max_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(at, _)| at)
    }
}

fn mean(all: impl ExactSizeIterator<Item = f64>) -> f64 {
    let n = f64::from(u32::try_from(all.len()).unwrap());
    all.sum::<f64>() / n
}

fn simulate(pool: &[Asked], choice: Choice, error: f64, learners: u64, of_ability: Uncertainty) -> Outcome {
    let questions = QUESTIONS.min(pool.len());
    let (mut squares, mut right) = (vec![0.0; questions], 0.0);
    for seed in 0..learners {
        let mut by = chance(seed, "learners");
        let mut learner = Learner::new(pool, error, &mut by);
        let share = mean((0..pool.len()).map(|at| learner.really(pool, at)));
        let mut asked = Vec::new();
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
            let is_right = by.random_bool(learner.really(pool, at));
            right += f64::from(u8::from(is_right));
            learner.thought.learn(pool, at, f64::from(u8::from(is_right)), of_ability);
            let thought = mean((0..pool.len()).map(|at| learner.thought.chance(pool, at)));
            *square += (thought - share).powi(2);
        }
    }
    let n = f64::from(u32::try_from(learners).unwrap());
    let errors = squares.into_iter().map(|sum| (sum / n).sqrt()).collect();
    Outcome { errors, right: right / n / f64::from(u32::try_from(questions).unwrap()) }
}

#[test]
fn three_of_four_or_a_little_more_are_right() {
    let course = Course::builtin().unwrap();
    let pool = pool(&course);
    let adaptive = simulate(&pool, Choice::Adaptive, 0.5, 30, OF_ABILITY);
    assert!((0.72..0.82).contains(&adaptive.right), "{}", adaptive.right);
    assert!(adaptive.errors[QUESTIONS - 1] < adaptive.errors[0] / 2.0, "{:?}", adaptive.errors);
}

/// `cargo test --lib adaptive::tests::simulation -- --ignored --nocapture` prints what `docs/adaptive.md` says.
#[test]
#[ignore = "takes a minute"]
fn report() {
    let course = Course::builtin().unwrap();
    let pool = pool(&course);
    let mut report = format!("{} questions\n", pool.len());
    for error in [0.0, 0.5, 1.0] {
        for (name, choice) in [("adaptive", Choice::Adaptive), ("by chance", Choice::ByChance)] {
            let found = simulate(&pool, choice, error, 300, OF_ABILITY);
            let needed = found.needed().map_or_else(|| format!("over {QUESTIONS}"), |n| n.to_string());
            let after = |n: usize| found.errors[n - 1] * 100.0;
            let _ = writeln!(
                report,
                "| {error} | {name} | {needed} | {:.1} | {:.1} | {:.1} | {:.0} % |",
                after(10),
                after(30),
                after(100),
                found.right * 100.0
            );
        }
    }
    for a in [0.5, 1.0, 2.0] {
        for b in [0.05, 0.1, 0.17, 0.3] {
            let found = simulate(&pool, Choice::Adaptive, 0.5, 100, Uncertainty { a, b });
            let _ = writeln!(
                report,
                "| {a} | {b} | {:.1} | {:.1} | {:.1} |",
                found.errors[9] * 100.0,
                found.errors[29] * 100.0,
                found.errors[99] * 100.0
            );
        }
    }
    #[expect(clippy::print_stdout, reason = "the report")]
    {
        println!("{report}");
    }
}
