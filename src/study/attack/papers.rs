//! Answers printed by other items of the same paper: what a learner reads off who looks at all questions before answering.

use crate::course::Course;
use crate::course::model::{Id, Question};
use crate::study::item::printed::{are_apart, declared, printed};
use crate::study::quiz::{Mode, PaperSpec, choose};

use super::row::{AttackedKind, Guess, Trial};

/// Papers that are drawn on a lesson, and their length.
const PAPERS: u64 = 60;
const LENGTH: usize = 10;
/// No paper answers itself by chance: one that does is one too many.
const NEVER: f64 = 0.0;

const REWORD: &str = "reword one of the two, or add `answers: [\"…\"]` to the item that prints it";

/// For each lesson: how many of its papers print an answer where nothing keeps items apart; and how many as they are drawn.
pub(super) fn trials(course: &Course) -> Vec<Trial> {
    let lessons: Vec<&Id> = course.outlines().iter().map(|o| &o.id).collect();
    let loose = lessons.iter().map(|lesson| Trial {
        kind: AttackedKind::Papers,
        strategy: format!("answers printed on sheets of ten, “{lesson}”, if nothing were kept apart"),
        change: REWORD,
        is_prevented: true,
        guesses: (1..=PAPERS).filter_map(|seed| paper(course, lesson, seed, |_, _| true)).collect(),
    });
    let index = printed(course);
    let drawn = Trial {
        kind: AttackedKind::Papers,
        strategy: "answers printed on sheets of ten, as they are drawn".to_owned(),
        change: REWORD,
        is_prevented: false,
        guesses: (1..=PAPERS)
            .flat_map(|seed| lessons.iter().map(move |lesson| (*lesson, seed)))
            .filter_map(|(lesson, seed)| paper(course, lesson, seed, |a, b| are_apart(index, a, b)))
            .collect(),
    };
    loose.chain(std::iter::once(drawn)).collect()
}

/// Of one paper: whether it prints an answer. `None` where none of its questions is printed by any other of the lesson.
fn paper(course: &Course, lesson: &Id, seed: u64, apart: impl Fn(&Question, &Question) -> bool) -> Option<Guess> {
    let spec = PaperSpec {
        lessons: vec![lesson.clone()],
        length: LENGTH,
        seed,
        mode: Mode::Practice,
        limit_s: None,
        only: Vec::new(),
    };
    let chosen: Vec<&Question> = choose(course, &spec, apart).into_iter().map(|(_, q)| q).collect();
    let index = printed(course);
    let gives = |one: &Question, other: &Question| declared(one, other) || index.gives(&one.id, &other.id);
    let bank = course.bank(lesson)?;
    let asked = chosen.iter().filter(|q| bank.questions.iter().any(|other| !other.reserve && gives(other, q)));
    let asked: Vec<&&Question> = asked.collect();
    let first = asked.first()?;
    let given = asked.iter().find_map(|q| Some((q, chosen.iter().find(|other| gives(other, q))?)));
    let guess = Guess::new(given.map_or(&first.id, |(q, _)| &q.id), lesson, given.is_some(), NEVER);
    Some(Guess { by: given.map(|(_, other)| other.id.clone()), ..guess })
}
