//! What comes next, where nothing has to be entered first.

use super::{DrillHost, Taken};
use crate::study::drill::{Floor, Hands, Input, Mode, Questions, Stage, State, facility_of_hands};
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
    /// From the board to the question that waits behind it.
    BackToQuestion,
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
                Floor::Hands(Hands::First | Hands::Second { .. }) => self.seats.as_ref().map(|_| Advance::CloseAnswers),
                Floor::Speaking { .. } | Floor::Turn { .. } => None,
            },
            Stage::Closed(_) => Some(Advance::ShowAnswer),
            Stage::Reveal { .. } | Stage::Board => Some(match self.room().next_act() {
                Some(Input::BoardShown) => Advance::ShowBoard,
                Some(Input::Asked { .. }) => Advance::NextQuestion,
                _ => Advance::EndDrill,
            }),
            Stage::Interlude(_) => Some(Advance::BackToQuestion),
            Stage::Scene { .. } => None,
            Stage::Debrief { .. } => Some(Advance::EndDrill),
        }
    }

    /// Whether going on shows the answer to a question that nobody has answered.
    #[must_use]
    pub fn reveals_unanswered(&self) -> bool {
        let shows = matches!(self.advance(), Some(Advance::CloseAnswers | Advance::ShowAnswer));
        shows
            && !self.is_answered_on_devices()
            && self.open_question().is_some_and(|open| open.given.is_empty() && !matches!(open.floor, Floor::Hands(_)))
    }

    /// Whether answers or votes to the question in play are in.
    #[must_use]
    pub fn has_answers(&self) -> bool {
        if self.is_answered_on_devices() {
            return true;
        }
        let (State::Live(stage) | State::Paused(stage)) = self.room().state() else { return false };
        let (Stage::Open(open) | Stage::Closed(open)) = stage else { return false };
        !open.given.is_empty() || matches!(&open.floor, Floor::Hands(hands) if *hands != Hands::First)
    }

    /// Closes the question, where it is open, and shows its answer.
    pub fn reveal(&mut self, clock: &Clock) -> Taken {
        let awake = self.is_paused().then_some(Input::Resumed);
        let mut taken = self.take_all(clock, awake);
        if taken.is_whole() && self.is_open() {
            taken = taken.and(self.take(clock, Input::Closed));
        }
        // A vote that was counted just now would lead on to arguing.
        if taken.is_whole() && self.is_open() {
            taken = taken.and(self.take_as_is(clock, Input::Closed));
        }
        if taken.is_whole() { taken.and(self.take(clock, Input::Revealed)) } else { taken }
    }

    /// Whether there is no stop where nothing is waited for.
    #[must_use]
    pub fn is_brisk(&self) -> bool {
        self.room().setup().questions().is_some_and(|q| q.pace.opens_at_once)
    }

    /// Shows the answer, if a question is in play.
    pub fn show(&mut self, clock: &Clock) -> Taken {
        match self.stage() {
            Some(Stage::Open(_) | Stage::Closed(_)) => self.reveal(clock),
            _ => self.take(clock, Input::Revealed),
        }
    }

    /// Goes on.
    pub fn go_on(&mut self, clock: &Clock) -> Taken {
        let Some(advance) = self.advance() else { return Taken::default() };
        let open = matches!(self.stage(), Some(Stage::Open(_)));
        let inputs = match advance {
            Advance::Resume => vec![Input::Resumed],
            Advance::OpenAnswers | Advance::VoteAgain | Advance::BackToQuestion => vec![Input::Opened],
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

    /// Whether the first vote leaves little to argue about: so few are right that it must be taught again, or so many that
    /// they need no convincing (below 30 % or above 70 %: Crouch and Mazur, *American Journal of Physics* 69, 2001). Which
    /// of the two is not told.
    #[must_use]
    pub fn vote_is_clear(&self) -> bool {
        let Some(open) = self.open_question() else { return false };
        let (Floor::Hands(Hands::Arguing { first }), Some(item)) =
            (&open.floor, self.room().setup().asked(open.question))
        else {
            return false;
        };
        facility_of_hands(item, self.room().key(open.question), first)
            .is_some_and(|right| !(0.3..=0.7).contains(&right))
    }

    /// Goes on past where there is nothing to wait for: an answer that all have given is shown, and a question is open at
    /// once where it has neither clock nor buzzers or that is wanted. The first of a drill is read before its clock runs.
    pub fn go_on_fast(&mut self, clock: &Clock) -> Taken {
        match self.advance() {
            Some(Advance::CloseAnswers) if self.seats.is_none() && self.room().waiting().is_empty() => {
                self.reveal(clock)
            }
            Some(advance @ (Advance::Begin | Advance::NextQuestion)) => {
                let next = self.next_question(advance == Advance::NextQuestion);
                self.take_all(clock, next)
            }
            _ => self.go_on(clock),
        }
    }

    fn next_question(&self, may_open: bool) -> Vec<Input> {
        let next = self.room().next_act();
        let is_question = matches!(next, Some(Input::Asked { .. }));
        let waits =
            |q: &Questions| !(may_open && q.pace.opens_at_once) && (q.timer_s.is_some() || q.mode == Mode::Buzzer);
        let open = (is_question && !self.room().setup().questions().is_some_and(waits)).then_some(Input::Opened);
        next.into_iter().chain(open).collect()
    }
}
