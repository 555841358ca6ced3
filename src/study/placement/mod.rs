//! Before and after: a placement test from questions that nothing else draws (`reserve: true`), taken once before the
//! course and once after it.
//!
//! The same questions twice would measure memory of the test, whose key is shown at its end. So there are two parallel
//! halves: questions of the same lesson, and as far as may be of the same kind and level, are paired, and one of each pair goes into each half (matched
//! random subtests; Gulliksen 1950, ch. 15). The seed decides which of a pair comes first, so that over many learners
//! every question stands before as often as after, and a pair that is not quite equal favours neither.

//!
//! ```text
//!  pairs ──► before, after   the two papers     taken   what came of each, and what comes next     gain   of both
//! ```

mod gain;
mod taken;

use std::cmp::Ordering;

pub use gain::{Gain, NOT_SHOWN, PairOutcome};
pub use taken::{LessonPair, NextTest, OpenTest, PlacementState, PlacementTest, RightOf, TestAnswer};

use rand::seq::SliceRandom;

use super::chance::{chance, fnv};
use super::item::printed::{are_apart, printed};
use super::quiz::{Half, Mode, PaperSpec};
use crate::course::Course;
use crate::course::model::{Id, Question};

/// Questions of a test, where the course keeps so many pairs in reserve.
pub const LENGTH: usize = 40;
/// Seconds that a question takes, for "about … minutes".
const SECONDS_A_QUESTION: usize = 30;

/// Two questions that ask alike: the one before the course, the other after it.
pub type MatchedPair = (Id, Id);

/// About how long a test of `questions` takes, in minutes.
#[must_use]
pub fn minutes(questions: usize) -> usize {
    (questions * SECONDS_A_QUESTION).div_ceil(60)
}

/// The pairs of `seed`, in the order of the course: the first of each is asked before.
#[must_use]
pub fn pairs(course: &Course, seed: u64) -> Vec<MatchedPair> {
    let mut chance = chance(seed, "placement");
    let mut pool: Vec<(usize, &Question)> = reserved(course);
    pool.shuffle(&mut chance);
    // Stable: what is alike keeps the order of chance.
    pool.sort_by(alike);
    let mut pairs: Vec<(&Question, &Question)> = Vec::new();
    for two in pool.chunk_by(|a, b| a.0 == b.0).flat_map(|lesson| lesson.chunks_exact(2)) {
        let (before, after) = (two[0].1, two[1].1);
        let fits = |q: &Question, of: fn(&(&Question, &Question)) -> Id| {
            pairs.iter().all(|pair| course.question(&of(pair)).is_none_or(|(_, o)| are_apart(printed(course), q, o)))
        };
        if fits(before, |p| p.0.id.clone()) && fits(after, |p| p.1.id.clone()) {
            pairs.push((before, after));
        }
    }
    // Where there are more than a test holds, every lesson keeps its share.
    let step = pairs.len().div_ceil(LENGTH).max(1);
    let kept = (0..step).flat_map(|from| pairs.iter().skip(from).step_by(step)).take(LENGTH);
    kept.map(|(a, b)| (a.id.clone(), b.id.clone())).collect()
}

fn reserved(course: &Course) -> Vec<(usize, &Question)> {
    let banks = course.outlines().iter().enumerate().filter_map(|(no, o)| Some((no, course.bank(&o.id)?)));
    banks.flat_map(|(no, bank)| bank.questions.iter().filter(|q| q.reserve).map(move |q| (no, q))).collect()
}

fn alike(a: &(usize, &Question), b: &(usize, &Question)) -> Ordering {
    let key = |(lesson, q): &(usize, &Question)| (*lesson, q.ask.kind(), q.level);
    key(a).cmp(&key(b))
}

/// The test before the course.
#[must_use]
pub fn before(course: &Course, seed: u64) -> PaperSpec {
    spec(Half::Before, seed, pairs(course, seed).into_iter().map(|(before, _)| before).collect())
}

/// The test after it: of each pair the question that the first did not ask. The course may have changed in between.
#[must_use]
pub fn after(course: &Course, first: &PlacementTest) -> PaperSpec {
    let asked = |id: &Id| first.answers.iter().any(|answer| &answer.question == id);
    let other = |(a, b): MatchedPair| match (asked(&a), asked(&b)) {
        (true, false) => Some(b),
        (false, true) => Some(a),
        (true, true) | (false, false) => None,
    };
    spec(Half::After, first.seed, pairs(course, first.seed).into_iter().filter_map(other).collect())
}

/// The questions in an order of chance; nothing is told before the end.
fn spec(half: Half, seed: u64, mut only: Vec<Id>) -> PaperSpec {
    only.sort_by_key(|id| fnv(id.as_str().as_bytes()) ^ seed);
    PaperSpec { lessons: Vec::new(), length: only.len(), seed, mode: Mode::Placement(half), limit_s: None, only }
}
