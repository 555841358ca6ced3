//! What the teacher does to teams by hand: points with a reason, and taking a team out.

use super::stage::{Open, Stage, State};
use super::{Award, Core, Departure, Floor, Mode, Points, Refused, Setup, TeamId};
use crate::course::model::Text;

/// Most points that are given or taken at once.
pub const MOST_BY_HAND: i64 = 100;

impl Core {
    /// Points beside those of answers.
    pub(super) fn award(&mut self, setup: &Setup, team: TeamId, points: Points, why: &Text) -> Result<(), Refused> {
        self.seated(team)?;
        if setup.questions().is_none_or(|q| q.mode == Mode::Argue) {
            return Err(Refused::NoPoints);
        }
        if points == Points::ZERO
            || points.0.unsigned_abs() > Points::whole(1).0.unsigned_abs() * MOST_BY_HAND.unsigned_abs()
        {
            return Err(Refused::PointsByHand);
        }
        self.awards.push(Award { team, points, why: why.clone(), after: self.played.len() });
        Ok(())
    }

    /// A team goes: it keeps what it has, and is waited for no longer. Where it had the floor, the others go on.
    pub(super) fn remove(&mut self, setup: &Setup, team: TeamId) -> Result<(), Refused> {
        self.seated(team)?;
        if self.present().count() < 2 {
            return Err(Refused::LastTeam);
        }
        self.gone.push(Departure { team, after: self.played.len() });
        self.state = match self.state.clone() {
            State::Live(Stage::Open(open)) => State::Live(self.without(setup, team, open)),
            State::Paused(Stage::Open(open)) => State::Paused(self.without(setup, team, open)),
            state => state,
        };
        Ok(())
    }

    fn without(&self, setup: &Setup, gone: TeamId, open: Open) -> Stage {
        match open.floor {
            Floor::Speaking { team, .. } | Floor::Turn { team } if team == gone => self.pass_on(setup, open),
            Floor::Everyone => self.kept_open(setup, open),
            _ => Stage::Open(open),
        }
    }

    /// Teams that have not left.
    pub(super) fn present(&self) -> impl Iterator<Item = TeamId> {
        self.ids().filter(|&id| !self.has_left(id))
    }

    pub(super) fn has_left(&self, team: TeamId) -> bool {
        self.gone.iter().any(|gone| gone.team == team)
    }
}
