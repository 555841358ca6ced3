//! The questions of a drill: drawn as a paper, kept whole, less those that do not suit the mode.

use serde::{Deserialize, Serialize};

use super::{Mode, Questions};
use crate::course::Course;
use crate::course::model::{Ask, Id, Kind, Question};
use crate::study::quiz::Paper;

/// A question as it is asked in this drill.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    pub lesson: Id,
    pub question: Question,
    /// What is shown at each place, as in [`crate::study::quiz::Item`].
    pub order: Vec<usize>,
    /// Points for a right answer; 0 for a question that is just for talking.
    pub points: u32,
}

/// A question that a mode leaves out, and the word on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    pub question: Id,
    pub kind: Kind,
    pub why: &'static str,
}

impl Questions {
    /// The questions of `paper` that suit `mode`, each worth `points`, and those that do not with the word on them.
    #[must_use]
    pub fn from_paper(course: &Course, paper: &Paper, mode: Mode, points: u32) -> (Vec<Asked>, Vec<LeftOut>) {
        let (mut asked, mut out) = (Vec::new(), Vec::new());
        for item in &paper.items {
            let Some((lesson, question)) = course.question(&item.question) else { continue };
            let kind = question.ask.kind();
            match mode.leaves_out(kind) {
                Some(why) => out.push(LeftOut { question: question.id.clone(), kind, why }),
                None => asked.push(Asked {
                    lesson: lesson.clone(),
                    question: question.clone(),
                    order: item.order.clone(),
                    points,
                }),
            }
        }
        (asked, out)
    }
}

/// Number of things that are put in an order on the screen.
pub(super) fn places_of(ask: &Ask) -> usize {
    match ask {
        Ask::Choice(options) | Ask::Several(options) => options.len(),
        Ask::Match { pairs, spare } => pairs.len() + spare.len(),
        Ask::Order(steps) => steps.len(),
        Ask::Classify { scheme, .. } => crate::course::wording::keys(scheme).len(),
        Ask::TrueFalse(_) | Ask::Typed { .. } => 0,
    }
}

/// Number of options that hands can be raised for; 0 where there are none.
#[must_use]
pub fn options_of(ask: &Ask) -> usize {
    match ask {
        Ask::TrueFalse(_) => 2,
        Ask::Choice(_) | Ask::Several(_) | Ask::Classify { .. } => places_of(ask),
        Ask::Match { .. } | Ask::Order(_) | Ask::Typed { .. } => 0,
    }
}
