//! Votes of single pupils, who show a hand or a card and are known by their numbers on the class's list.

use serde::{Deserialize, Serialize};

use super::floor::voted;
use super::stage::{Open, Stage};
use super::{Core, Refused, Room, Setup, Vote};
use crate::study::item::Item;
use crate::study::names::PersonName;

/// The option that a pupil voted for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PupilVote {
    pub who: PersonName,
    /// In the author's order.
    pub option: usize,
}

/// A vote of which it is known who voted for what.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NamedVote {
    question: usize,
    vote: Vote,
    by: Vec<PupilVote>,
}

impl Core {
    /// The vote is what these pupils showed.
    pub(super) fn raise(&mut self, setup: &Setup, open: Open, vote: Vote, by: &[PupilVote]) -> Result<Stage, Refused> {
        let question = open.question;
        let item: &Item = setup.asked(question).ok_or(Refused::NotNow)?;
        let mut hands = vec![0_u32; item.form.options().len()];
        for (at, one) in by.iter().enumerate() {
            if by[..at].iter().any(|other| other.who.is_like(&one.who)) {
                return Err(Refused::VotedTwice);
            }
            *hands.get_mut(one.option).ok_or(Refused::Hands)? += 1;
        }
        let stage = voted(setup, item, open, vote, &hands)?;
        self.named_votes.push(NamedVote { question, vote, by: by.to_vec() });
        Ok(stage)
    }
}

impl Room {
    /// Who voted for what, where that is known: in the first vote, and in the second.
    #[must_use]
    pub fn pupil_votes(&self, question: usize) -> [&[PupilVote]; 2] {
        let of = |vote: Vote| {
            let found =
                self.core.named_votes.iter().rev().find(|named| named.question == question && named.vote == vote);
            found.map_or(&[][..], |named| &named.by)
        };
        [of(Vote::First), of(Vote::Second)]
    }
}
