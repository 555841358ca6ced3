//! Answers to other gaps and questions that look like an answer of this one: a slip of the hand is no way to them.

use super::form::Gap;
use crate::course::Course;
use crate::course::model::{Ask, Blank, Id, Judged, Pair, Partly, Question, Reasoned, Rival, Text};
use crate::study::short_answer::is_one_slip_apart;

/// How much longer a text may be than another and still be one slip of it, its marks and blanks counted.
const LONGER: usize = 4;

/// Tells each of `gaps`, which are those of `question`, what a slip may not reach.
pub(super) fn tell_apart(course: &Course, lesson: &Id, question: &Id, gaps: &mut [Gap]) {
    let terms = course.lesson(lesson).into_iter().flat_map(|l| l.terms.iter().map(|t| &t.term));
    let others = course.bank(lesson).into_iter().flat_map(|b| &b.questions).filter(|q| q.id != *question);
    let elsewhere: Vec<&Text> = others.flat_map(answers).chain(terms).collect();
    let of_gaps: Vec<Vec<Text>> = gaps.iter().map(|g| g.answers.iter().map(|a| a.text.clone()).collect()).collect();
    for (at, gap) in gaps.iter_mut().enumerate().filter(|(_, gap)| gap.number.is_none()) {
        let siblings = of_gaps.iter().enumerate().filter(|(other, _)| *other != at).flat_map(|(_, texts)| texts);
        let mut apart: Vec<Text> =
            siblings.chain(elsewhere.iter().copied()).filter(|text| looks_like_one(gap, text)).cloned().collect();
        apart.sort_unstable();
        apart.dedup();
        gap.apart = apart;
    }
}

fn looks_like_one(gap: &Gap, text: &Text) -> bool {
    let is_long_as = |other: &Text| text.as_str().len().abs_diff(other.as_str().len()) <= LONGER;
    gap.accepted()
        .filter(|a| is_long_as(&a.text))
        .any(|a| is_one_slip_apart(gap.language(), text.as_str(), a.text.as_str()))
}

/// What learners may have in mind from `question`: its keys and options.
fn answers(question: &Question) -> Vec<&Text> {
    match &question.ask {
        Ask::Choice(options) | Ask::Several(options) => options.iter().map(Judged::text).collect(),
        Ask::TrueFalse(_) | Ask::Order(_) | Ask::Classify { .. } => Vec::new(),
        Ask::Match { pairs, spare } => {
            let spare = spare.iter().map(|Reasoned(partner, _)| partner);
            pairs.iter().flat_map(|Pair(premise, partner)| [premise, partner]).chain(spare).collect()
        }
        Ask::Typed { accept, partly, rivals, gaps, .. } => {
            let of_gaps = gaps.iter().flat_map(|Blank { accept, partly, rivals, .. }| words(accept, partly, rivals));
            words(accept, partly, rivals).into_iter().chain(of_gaps).collect()
        }
    }
}

fn words<'a>(accept: &'a [Text], partly: &'a [Partly], rivals: &'a [Rival]) -> Vec<&'a Text> {
    accept.iter().chain(partly.iter().map(|p| &p.0)).chain(rivals.iter().map(|r| &r.0)).collect()
}
