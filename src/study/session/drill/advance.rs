//! What comes next, where nothing has to be entered first.

use super::{DrillHost, Taken};
use crate::study::drill::{Floor, Hands, Input, Stage, State};
use crate::study::time::Clock;

/// What going on does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advance {
    Begin,
    OpenAnswers,
    CloseAnswers,
    VoteAgain,
    ShowAnswer,
    ShowBoard,
    NextQuestion,
    EndDrill,
    Resume,
}

impl DrillHost {
    /// What going on does here; `None` where something is to be entered first, and after the end.
    #[must_use]
    pub fn advance(&self) -> Option<Advance> {
        let stage = match self.room().state() {
            State::Live(stage) => stage,
            State::Paused(_) => return Some(Advance::Resume),
            State::Done(_) => return None,
        };
        match stage {
            Stage::Lobby => Some(Advance::Begin),
            Stage::Ask { .. } => Some(Advance::OpenAnswers),
            Stage::Open(open) => match &open.floor {
                Floor::Buzzers | Floor::Everyone => Some(Advance::CloseAnswers),
                Floor::Hands(Hands::Arguing { .. }) => Some(Advance::VoteAgain),
                Floor::Hands(Hands::Voted { .. }) => Some(Advance::ShowAnswer),
                Floor::Hands(Hands::First | Hands::Second { .. }) | Floor::Speaking { .. } | Floor::Turn { .. } => None,
            },
            Stage::Closed(_) => Some(Advance::ShowAnswer),
            Stage::Reveal { .. } | Stage::Board => Some(match self.room().next_act() {
                Some(Input::BoardShown) => Advance::ShowBoard,
                Some(Input::Asked { .. }) => Advance::NextQuestion,
                _ => Advance::EndDrill,
            }),
            Stage::Scene { .. } => None,
            Stage::Debrief { .. } => Some(Advance::EndDrill),
        }
    }

    /// Goes on.
    pub fn go_on(&mut self, clock: &Clock) -> Taken {
        let Some(advance) = self.advance() else { return Taken::default() };
        let open = matches!(self.stage(), Some(Stage::Open(_)));
        let inputs = match advance {
            Advance::Resume => vec![Input::Resumed],
            Advance::OpenAnswers | Advance::VoteAgain => vec![Input::Opened],
            Advance::CloseAnswers => vec![Input::Closed],
            // Hands that are counted need no closing of their own.
            Advance::ShowAnswer if open => vec![Input::Closed, Input::Revealed],
            Advance::ShowAnswer => vec![Input::Revealed],
            Advance::ShowBoard => vec![Input::BoardShown],
            Advance::EndDrill => vec![Input::Ended],
            Advance::Begin | Advance::NextQuestion => self.room().next_act().into_iter().collect(),
        };
        self.take_all(clock, inputs)
    }
}
