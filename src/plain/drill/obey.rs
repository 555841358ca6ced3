//! What the words of a drill do.

use super::Drilling;
use super::input::Heard;
use super::orders::{HELP, Order};
use crate::course::wording::sentence;
use crate::plain::PlainError;
use crate::study::drill::{Input, Stage, State, USUAL_EXTRA_S};

impl Drilling<'_> {
    pub(super) fn obey(&mut self, order: Order) -> Result<Heard, PlainError> {
        match order {
            Order::Leave => return Ok(Heard::Leave),
            Order::Key(number) => return self.mend(number),
            Order::Pause if matches!(self.room.state(), State::Paused(_)) => self.say("The drill waits already.")?,
            Order::Pause => drop(self.enter(Input::Paused)?),
            Order::More => self.more()?,
            Order::Skip => self.skip()?,
            Order::Close => drop(self.awake(Input::Closed)?),
            Order::End => drop(self.enter(Input::Ended)?),
            Order::Undo => self.undo()?,
            Order::Late(name) => self.late(&name)?,
            Order::Board => self.show_board()?,
            Order::Again => self.told.forget_all(),
            Order::Help => self.help()?,
        }
        Ok(Heard::On)
    }

    /// Does what cannot be done while the drill waits.
    fn awake(&mut self, what: Input) -> Result<bool, PlainError> {
        let first = matches!(self.room.state(), State::Paused(_)).then_some(Input::Resumed);
        self.enter_all(first.into_iter().chain([what]))
    }

    fn more(&mut self) -> Result<(), PlainError> {
        if self.awake(Input::Extended { seconds: USUAL_EXTRA_S })? {
            let left = self.left().map_or_else(String::new, |left| format!(" {left}."));
            self.say(&format!("{USUAL_EXTRA_S} seconds more.{left}"))?;
        }
        Ok(())
    }

    fn skip(&mut self) -> Result<(), PlainError> {
        if self.awake(Input::Skipped)? {
            self.say("Skipped: the question counts for nobody.")?;
        }
        Ok(())
    }

    /// Takes back a number that was typed, else what was done last. A pause itself is not what the teacher means.
    fn undo(&mut self) -> Result<(), PlainError> {
        if self.uncount() {
            return self.say("Taken back.");
        }
        loop {
            let before = self.room.state().clone();
            if !self.enter(Input::Undone)? {
                return Ok(());
            }
            if !before.was_a_pause(self.room.state()) {
                break;
            }
        }
        self.told.forget();
        self.say("Taken back.")
    }

    fn late(&mut self, name: &str) -> Result<(), PlainError> {
        if self.mode().is_none() {
            return self.say("In a scenario the class decides as one: no team can join.");
        }
        let joined = match self.room.latecomer(name) {
            Ok(joined) => joined,
            Err(why) => return self.say(&sentence(&why)),
        };
        if self.enter(joined)?
            && let Some(team) = self.room.teams().last()
        {
            let said = format!("{} has joined as team {}, key {}.", team.name, team.letter, team.key);
            self.say(&said)?;
        }
        Ok(())
    }

    /// The board where it is due next, else how the teams stand so far.
    fn show_board(&mut self) -> Result<(), PlainError> {
        if matches!(self.room.state(), State::Live(Stage::Reveal { .. })) && self.room.shows_board() {
            return self.enter(Input::BoardShown).map(|_| ());
        }
        let public = self.room.public();
        self.board(&public)
    }

    fn help(&mut self) -> Result<(), PlainError> {
        HELP.iter().try_for_each(|(word, does)| self.session.say_after("- ", &format!("{word}: {does}")))?;
        if self.mode().is_some() {
            self.say("Where words are the answer, type answer before one of these: answer end.")?;
        }
        self.say("What you type can be read in this terminal: turn it from the class before answers are entered.")
    }
}
