//! No paper answers itself.

use super::{Mode, PaperSpec, choose, paper::drawn};
use crate::course::Course;
use crate::course::model::{Id, Question};
use crate::study::item::printed::{declared, printed};

fn spec(lessons: Vec<Id>, length: usize, seed: u64) -> PaperSpec {
    PaperSpec { lessons, length, seed, mode: Mode::Practice, limit_s: None, only: Vec::new() }
}

/// Questions of `paper` of which one prints the answer of another.
fn given_away(course: &Course, paper: &[(&Id, &Question)]) -> Vec<(Id, Id)> {
    let index = printed(course);
    let gives = |a: &Question, b: &Question| declared(a, b) || index.gives(&a.id, &b.id);
    let pairs = paper.iter().flat_map(|(_, a)| paper.iter().map(move |(_, b)| (a, b)));
    pairs.filter(|(a, b)| gives(a, b)).map(|(a, b)| (a.id.clone(), b.id.clone())).collect()
}

#[test]
fn no_paper_of_any_lesson_answers_itself() {
    let course = Course::builtin().unwrap();
    let mut loose = 0;
    for outline in course.outlines() {
        for seed in 0..1000 {
            let spec = spec(vec![outline.id.clone()], 10, seed);
            let paper = drawn(&course, &spec);
            assert_eq!(given_away(&course, &paper), [], "lesson {}, seed {seed}", outline.id);
            if seed < 20 {
                loose += given_away(&course, &choose(&course, &spec, |_, _| true)).len();
            }
        }
    }
    assert!(loose > 0, "there is something to keep apart");
}

#[test]
fn nor_does_a_paper_on_the_whole_course_however_long() {
    let course = Course::builtin().unwrap();
    for (seed, length) in [(1, 10), (2, 60), (3, 5000)] {
        assert_eq!(given_away(&course, &drawn(&course, &spec(Vec::new(), length, seed))), []);
    }
}
