//! Points and places, computed anew from what was said, the keys and the rule. Nothing is stored, so nothing can
//! drift: a new key changes every score at once.

use std::collections::HashMap;

use serde::Serialize;

use super::scoring::Performance;
use super::{Given, Mode, Outcome, Played, Points, Room, TeamId};
use crate::study::item::{Credit, Key};

/// How a team stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
    pub team: TeamId,
    /// Those given by hand among them.
    pub points: Points,
    /// Questions answered fully right.
    pub right: usize,
    /// Questions at which it had a go and did not pass.
    pub answered: usize,
    /// Questions that counted since it joined.
    pub asked: usize,
    /// 1 for the most points of those that have not left; teams with as many points share the place, and the next place is as far down as there
    /// are teams above.
    pub place: usize,
}

/// The class against its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ClassScore {
    pub points: Points,
    /// What right answers of every team to every question so far would have earned.
    pub of: Points,
    pub target_percent: u8,
}

impl ClassScore {
    /// Whether the target is reached; not before there is anything to earn.
    #[must_use]
    pub fn is_reached(&self) -> bool {
        self.of > Points::ZERO
            && i128::from(self.points.0) * 100 >= i128::from(self.of.0) * i128::from(self.target_percent)
    }
}

/// What every team earned at every question, reckoned once: for whoever asks for all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earnings(Vec<HashMap<usize, Points>>);

impl Earnings {
    /// What `team` earned at the question at `question`; `None` when it did not answer or the question does not count.
    #[must_use]
    pub fn of(&self, team: TeamId, question: usize) -> Option<Points> {
        self.0.get(usize::from(team.0))?.get(&question).copied()
    }
}

impl Room {
    /// How the teams stand after the questions revealed so far, in the teams' order.
    #[must_use]
    pub fn standings(&self) -> Vec<Standing> {
        let mut standings: Vec<Standing> = self.ids().map(|team| self.standing(team)).collect();
        let points: Vec<(TeamId, Points)> = standings.iter().map(|s| (s.team, s.points)).collect();
        for standing in &mut standings {
            let above = |(team, points): &(TeamId, Points)| !self.core.has_left(*team) && *points > standing.points;
            standing.place = 1 + points.iter().filter(|one| above(one)).count();
        }
        standings
    }

    /// What `team` earned at the question at `question`; `None` when it did not answer or the question is not over.
    #[must_use]
    pub fn earned(&self, team: TeamId, question: usize) -> Option<Points> {
        self.ledger(team).into_iter().find(|line| line.question == question).map(|line| line.points)
    }

    /// The same of every team and question.
    #[must_use]
    pub fn earnings(&self) -> Earnings {
        let of = |team| self.ledger(team).into_iter().map(|line| (line.question, line.points)).collect();
        Earnings(self.ids().map(of).collect())
    }

    /// The class's score; `None` unless the class plays against a target.
    #[must_use]
    pub fn class_score(&self) -> Option<ClassScore> {
        let Mode::Class { target_percent } = self.setup.questions()?.mode else { return None };
        let of = self.counted().map(|played| {
            let seats = self.ids().filter(|&id| self.was_there(id, played.question)).count();
            let points = self.setup.asked(played.question).map_or(0, |a| a.points);
            Points(Points::whole(points).0.saturating_mul(i64::try_from(seats).unwrap_or(0)))
        });
        Some(ClassScore { points: self.standings().iter().map(|s| s.points).sum(), of: of.sum(), target_percent })
    }

    fn standing(&self, team: TeamId) -> Standing {
        let ledger = self.ledger(team);
        Standing {
            team,
            points: ledger.iter().map(|line| line.points).sum::<Points>() + self.by_hand(team),
            right: ledger.iter().filter(|line| line.credit == Credit::FULL).count(),
            answered: ledger.iter().filter(|line| line.attempted).count(),
            asked: self.counted().filter(|played| self.was_there(team, played.question)).count(),
            place: 0,
        }
    }

    /// Points given to `team` by hand, less those taken.
    #[must_use]
    pub fn by_hand(&self, team: TeamId) -> Points {
        self.core.awards.iter().filter(|award| award.team == team).map(|award| award.points).sum()
    }

    /// Whether `team` was in the room when the question at `question` was over.
    #[must_use]
    pub fn was_there(&self, team: TeamId, question: usize) -> bool {
        self.since(team).is_some_and(|since| since <= question)
            && self.gone_after(team).is_none_or(|left| question < left)
    }

    /// Questions that count: revealed and not void.
    fn counted(&self) -> impl Iterator<Item = &Played> {
        let counts = |p: &&Played| p.outcome != Outcome::Skipped && *self.core.key(p.question) != Key::Void;
        self.core.played.iter().filter(counts)
    }

    /// What a team said to each question that counts, and what it earned.
    fn ledger(&self, team: TeamId) -> Vec<Earning> {
        let mut run = 0;
        let mut ledger = Vec::new();
        for played in self.counted() {
            match played.outcome.given().iter().find(|g| g.team == team) {
                Some(given) => {
                    let line = self.line(played.question, given, run);
                    run = if line.credit == Credit::FULL { run + 1 } else { 0 };
                    ledger.push(line);
                }
                // Where all were asked, silence ends a run; where another team was faster, it does not.
                None if self.all_are_asked() => run = 0,
                None => {}
            }
        }
        ledger
    }

    fn line(&self, question: usize, given: &Given, run: usize) -> Earning {
        let (Some(asked), Some(questions)) = (self.setup.asked(question), self.setup.questions()) else {
            return Earning { question, points: Points::ZERO, credit: Credit::NONE, attempted: false };
        };
        let credit = given.said.credit(asked, self.core.key(question));
        let attempted = given.said.is_attempt();
        let case = Performance { points: Points::whole(asked.points), credit, attempted, time: given.time, run };
        Earning { question, points: questions.scoring.points(&case), credit, attempted }
    }

    fn all_are_asked(&self) -> bool {
        self.setup.questions().is_some_and(|q| !q.mode.times_teams())
    }
}

/// A line of a ledger.
struct Earning {
    question: usize,
    points: Points,
    credit: Credit,
    attempted: bool,
}
