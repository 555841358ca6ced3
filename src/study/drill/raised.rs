//! Votes of single pupils, who show a hand or a card and are known by their numbers on the class's list.

use serde::{Deserialize, Serialize};

use super::floor::voted;
use super::stage::{Open, Stage};
use super::{Core, Floor, Refused, Room, Said, Setup, TeamId, Vote};
use crate::study::item::{Item, Response};
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
    /// The vote is what these pupils showed; where teams answer, so is what most of each team showed.
    pub(super) fn raise(&mut self, setup: &Setup, open: Open, vote: Vote, by: &[PupilVote]) -> Result<Stage, Refused> {
        let question = open.question;
        let item: &Item = setup.asked(question).ok_or(Refused::NotNow)?;
        if (1..by.len()).any(|at| by[..at].iter().any(|other| other.who.is_like(&by[at].who))) {
            return Err(Refused::VotedTwice);
        }
        let hands = hands(item, by.iter())?;
        let (stage, by) = if open.floor == Floor::Everyone && vote == Vote::First && item.form.is_one_option() {
            by.iter().try_for_each(|one| self.is_seated(one))?;
            let by = self.with_earlier(question, by);
            (self.shown(setup, item, open, &by)?, by)
        } else {
            (voted(setup, item, open, vote, &hands)?, by.to_vec())
        };
        self.named_votes.push(NamedVote { question, vote, by });
        Ok(stage)
    }

    /// What these pupils showed, and what others showed before them.
    fn with_earlier(&self, question: usize, by: &[PupilVote]) -> Vec<PupilVote> {
        let earlier = self.named_votes.iter().rev().find(|named| named.question == question);
        let is_earlier = |one: &&PupilVote| !by.iter().any(|new| new.who.is_like(&one.who));
        let earlier = earlier.into_iter().flat_map(|named| &named.by).filter(is_earlier);
        earlier.chain(by).cloned().collect()
    }

    /// Each team whose pupils showed something answers what most of them did; one that is split has no answer yet.
    fn shown(&self, setup: &Setup, item: &Item, mut open: Open, by: &[PupilVote]) -> Result<Stage, Refused> {
        for team in self.present() {
            let hands = hands(item, by.iter().filter(|one| self.plays(team, one)))?;
            let most = hands.iter().max().copied().unwrap_or(0);
            let mut leaders = (0..hands.len()).filter(|&option| most > 0 && hands[option] == most);
            match (leaders.next(), leaders.next()) {
                (Some(option), None) => open.keep(team, Said::Entered(Response::Picked(option))),
                (Some(_), Some(_)) => open.given.retain(|given| given.team != team),
                (None, _) => {}
            }
        }
        Ok(self.kept_open(setup, open))
    }

    fn is_seated(&self, one: &PupilVote) -> Result<(), Refused> {
        if self.present().any(|team| self.plays(team, one)) { Ok(()) } else { Err(Refused::NotSeated) }
    }

    fn plays(&self, team: TeamId, one: &PupilVote) -> bool {
        self.seats.get(usize::from(team.0)).is_some_and(|seat| seat.team.members.contains(&one.who))
    }
}

/// How many voted for each option, in the author's order.
fn hands<'a>(item: &Item, by: impl Iterator<Item = &'a PupilVote>) -> Result<Vec<u32>, Refused> {
    let mut hands = vec![0_u32; item.form.options().len()];
    for one in by {
        *hands.get_mut(one.option).ok_or(Refused::Hands)? += 1;
    }
    Ok(hands)
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
