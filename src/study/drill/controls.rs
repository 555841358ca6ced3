//! What the controls of a drill need to know: what comes next, whose key was pressed, how much time is left.

use super::floor::closes_at_zero;
use super::{Elapsed, Input, Mode, Moment, Outcome, Room, Stage, State, Team, TeamId};
use crate::study::names::Name;

impl Room {
    /// The position of the next question; `None` when all are over, and in a scenario.
    #[must_use]
    pub fn next_question(&self) -> Option<usize> {
        let next = self.core.played.len();
        self.setup.asked(next).map(|_| next)
    }

    /// Whether the drill has come to its end.
    #[must_use]
    pub fn is_over(&self) -> bool {
        matches!(self.core.state, State::Done(_))
    }

    /// Whether anything was done that can be taken back.
    #[must_use]
    pub fn has_past(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether a round is over, so that the board is due.
    #[must_use]
    pub fn board_is_due(&self) -> bool {
        let played = self.core.played.len();
        let round = self.setup.questions().and_then(|q| q.round).map(usize::from);
        played > 0 && (self.next_question().is_none() || round.is_some_and(|r| played.is_multiple_of(r)))
    }

    /// The act that goes on from here; `None` where something is to be entered first, while the drill waits, and after
    /// its end.
    #[must_use]
    pub fn next_act(&self) -> Option<Input> {
        let State::Live(stage) = &self.core.state else { return None };
        let next = || self.next_question().map(|question| Input::Asked { question });
        Some(match stage {
            Stage::Lobby => next().unwrap_or(Input::Opened),
            Stage::Ask { .. } => Input::Opened,
            Stage::Closed(_) => Input::Revealed,
            Stage::Reveal { .. } if self.shows_board() && self.board_is_due() => Input::BoardShown,
            Stage::Reveal { .. } | Stage::Board => next().unwrap_or(Input::Ended),
            Stage::Interlude(_) => Input::Opened,
            Stage::Open(_) | Stage::Scene { .. } | Stage::Debrief { .. } => return None,
        })
    }

    /// Whether there are points to be shown.
    #[must_use]
    pub fn shows_board(&self) -> bool {
        self.setup.questions().is_some_and(|q| q.mode != Mode::Argue)
    }

    /// Whether the board can be shown now.
    #[must_use]
    pub fn can_show_board(&self) -> bool {
        let (State::Live(stage) | State::Paused(stage)) = &self.core.state else { return false };
        let can = matches!(
            stage,
            Stage::Lobby | Stage::Ask { .. } | Stage::Open(_) | Stage::Closed(_) | Stage::Reveal { .. }
        );
        can && self.shows_board()
    }

    /// Whether no question is in play and none is about to be: its answer, the board or the end is shown.
    #[must_use]
    pub fn is_answer_shown(&self) -> bool {
        match &self.core.state {
            State::Live(stage) => matches!(stage, Stage::Reveal { .. } | Stage::Board | Stage::Debrief { .. }),
            State::Paused(_) => false,
            State::Done(_) => true,
        }
    }

    /// Questions whose answer was shown, the latest first.
    #[must_use]
    pub fn revealed(&self) -> Vec<usize> {
        let shown = self.core.played.iter().rev().filter(|p| p.outcome != Outcome::Skipped);
        shown.map(|p| p.question).collect()
    }

    /// A team called `name` that comes late, as an input.
    ///
    /// # Errors
    /// Says why it cannot come.
    pub fn latecomer(&self, name: &str) -> Result<Input, String> {
        let teams: Vec<Team> = self.teams().cloned().collect();
        let name = Name::among(name, teams.iter().map(|t| &t.name)).map_err(|why| why.to_string())?;
        Team::next(name, &teams).map(Input::Joined).ok_or_else(|| "the room is full".to_owned())
    }

    /// The presses in `read`, the characters of one read in their order, as an input; `None` when no key is a team's.
    #[must_use]
    pub fn presses(&self, read: &str) -> Option<Input> {
        let team_of =
            |c: char| self.core.present().find(|&id| self.team(id).is_some_and(|t| t.key == c.to_ascii_lowercase()));
        let mut teams: Vec<TeamId> = Vec::new();
        for team in read.chars().filter_map(team_of) {
            if !teams.contains(&team) {
                teams.push(team);
            }
        }
        (!teams.is_empty()).then_some(Input::Buzzed { teams })
    }

    /// Teams that have not answered the question in play.
    #[must_use]
    pub fn waiting(&self) -> Vec<TeamId> {
        self.core.open().map_or(Vec::new(), |open| self.core.present().filter(|&id| !open.has_answered(id)).collect())
    }

    /// Whether a clock runs down, so that somebody must look at it, each time within [`MOST_STEP_MS`] of the last.
    #[must_use]
    pub fn needs_ticks(&self) -> bool {
        matches!(&self.core.state, State::Live(Stage::Open(open)) if open.runs() && open.timer.limit_ms.is_some())
    }

    /// Whether entry stays open when the time of the open question is up.
    #[must_use]
    pub fn calls_at_zero(&self) -> bool {
        matches!(&self.core.state, State::Live(Stage::Open(open)) if !closes_at_zero(&self.setup, open))
    }

    /// Milliseconds left at `now` for the question in play, if nobody looked since the last entry; `None` without a clock.
    #[must_use]
    pub fn left_ms(&self, now: Moment) -> Option<u64> {
        self.left_after(Elapsed::between(self.core.last.unwrap_or(now), now).ms)
    }

    /// The same when `ran_ms` were seen to pass since the last entry.
    #[must_use]
    pub fn left_after(&self, ran_ms: u64) -> Option<u64> {
        let left = self.core.open()?.timer.left_ms()?;
        Some(if self.needs_ticks() { left.saturating_sub(ran_ms) } else { left })
    }
}
