//! The questions of a drill: drawn as a paper, less those that do not suit the mode.

use super::{Mode, Questions};
use crate::course::model::{Id, Kind};
use crate::study::item::Item;
use crate::study::quiz::Paper;

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
    pub fn from_paper(paper: Paper, mode: Mode, points: u32) -> (Vec<Item>, Vec<LeftOut>) {
        let (mut asked, mut out) = (Vec::new(), Vec::new());
        for item in paper.items {
            match mode.leaves_out(&item.form) {
                Some(why) => out.push(LeftOut { question: item.question, kind: item.kind, why }),
                None => asked.push(Item { points, ..item }),
            }
        }
        (asked, out)
    }
}
