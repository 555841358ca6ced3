//! Words that can be typed at every prompt of a drill, and what they do.

use super::Drilling;
use crate::course::wording::sentence;
use crate::plain::PlainError;
use crate::study::drill::{Input, Stage, State, USUAL_EXTRA_S};

/// What a word asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Command {
    Pause,
    More,
    Skip,
    Close,
    Undo,
    /// A team of this name comes late.
    Late(String),
    /// A key is wrong: of the question with this number, where it was named.
    Rekey(Option<usize>),
    Board,
    /// Closes the question, where it is open, and shows its answer.
    Show,
    /// Points by hand, as typed.
    Points(String),
    /// A team, by number or name, leaves.
    Leaves(String),
    /// Says again what was said last.
    Repeat,
    End,
    Leave,
    Help,
}

/// The command that `line` gives; `None` when it is something else, such as an answer.
pub(super) fn read(line: &str) -> Option<Command> {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    let rest = rest.trim();
    let command = match word.to_lowercase().as_str() {
        "points" if !rest.is_empty() => return Some(Command::Points(rest.to_owned())),
        "leaves" if !rest.is_empty() => return Some(Command::Leaves(rest.to_owned())),
        "show" => Command::Show,
        "late" => return Some(Command::Late(rest.to_owned())),
        "key" if rest.is_empty() => Command::Rekey(None),
        "key" => return rest.parse().ok().map(|number| Command::Rekey(Some(number))),
        "pause" => Command::Pause,
        "more" => Command::More,
        "skip" => Command::Skip,
        "close" => Command::Close,
        "undo" => Command::Undo,
        "board" => Command::Board,
        "again" => Command::Repeat,
        "end" => Command::End,
        "leave" | "quit" => Command::Leave,
        "help" | "?" => Command::Help,
        _ => return None,
    };
    rest.is_empty().then_some(command)
}

/// The words and what each does.
pub(crate) const HELP: [(&str, &str); 15] = [
    ("Enter", "continues"),
    ("again", "repeats what was said last"),
    ("undo", "undoes the last step"),
    ("pause", "pauses the drill and its clock; Enter continues"),
    ("more", "gives the question 30 more seconds"),
    ("close", "closes the question now"),
    ("skip", "leaves the question out: it does not count"),
    ("show", "closes the question and shows its answer now"),
    ("board", "tells the standings"),
    ("points 2 +1 WHY", "gives team 2 a point by hand, with the reason; -1 takes one"),
    ("late NAME", "adds a late team with this name"),
    ("leaves 2", "takes team 2 out; it keeps its points"),
    ("key", "corrects the key of a question already shown; key 3 that of question 3"),
    ("end", "ends the drill now"),
    ("leave", "leaves; ninetracks drill --plain --resume resumes the drill"),
];

impl Drilling<'_> {
    pub(super) fn obey(&mut self, command: Command) -> Result<(), PlainError> {
        match command {
            Command::Leave => return Err(PlainError::Left),
            Command::Rekey(number) => self.rekey(number)?,
            Command::Pause if self.host.is_paused() => self.say("The drill is already paused.")?,
            Command::Pause => drop(self.enter(Input::Paused)?),
            Command::More => self.more()?,
            Command::Skip => self.skip()?,
            Command::Close => drop(self.awake(Input::Closed)?),
            Command::End => drop(self.enter(Input::Ended)?),
            Command::Undo => self.undo()?,
            Command::Late(name) => self.late(&name)?,
            Command::Board => self.show_board()?,
            Command::Show => drop(self.drive(super::DrillHost::show)?),
            Command::Points(line) => self.award(&line)?,
            Command::Leaves(word) => self.leaves(&word)?,
            Command::Repeat => self.announced.forget_all(),
            Command::Help => self.help()?,
        }
        Ok(())
    }

    /// Does what cannot be done while the drill waits.
    fn awake(&mut self, what: Input) -> Result<bool, PlainError> {
        self.drive(|host, clock| host.take_awake(clock, what))
    }

    fn more(&mut self) -> Result<(), PlainError> {
        if self.awake(Input::Extended { seconds: USUAL_EXTRA_S })? {
            let left = self.left().map_or_else(String::new, |left| format!(" {left}."));
            self.say(&format!("{USUAL_EXTRA_S} more seconds.{left}"))?;
        }
        Ok(())
    }

    fn skip(&mut self) -> Result<(), PlainError> {
        if self.awake(Input::Skipped)? {
            self.say("Skipped: the question does not count.")?;
        }
        Ok(())
    }

    /// Takes back a number that was typed, else what was done last.
    fn undo(&mut self) -> Result<(), PlainError> {
        if !self.host.forget_hands() {
            if !self.drive(super::DrillHost::undo)? {
                return Ok(());
            }
            self.announced.forget_state();
        }
        self.say("Undone.")
    }

    fn late(&mut self, name: &str) -> Result<(), PlainError> {
        if self.host.mode().is_none() {
            return self.say("In a scenario the class decides as one: no team can join.");
        }
        let joined = match self.room().latecomer(name) {
            Ok(joined) => joined,
            Err(why) => return self.say(&sentence(&why)),
        };
        if self.enter(joined)?
            && let Some(team) = self.room().teams().last()
        {
            let said = format!("{} has joined as team {}, key {}.", team.name, team.number, team.key);
            self.say(&said)?;
        }
        Ok(())
    }

    fn award(&mut self, line: &str) -> Result<(), PlainError> {
        let awarded = match self.host.award(line) {
            Ok(awarded) => awarded,
            Err(why) => return self.say(&why),
        };
        if self.enter(awarded)?
            && let Some(award) = self.room().awards().last().cloned()
        {
            let points = super::reveal::counted(award.points);
            self.say(&format!("{}: {points} by hand, {}.", self.name(award.team), award.why.as_str()))?;
        }
        Ok(())
    }

    fn leaves(&mut self, word: &str) -> Result<(), PlainError> {
        let team = match self.host.team_called(word) {
            Ok(team) => team,
            Err(why) => return self.say(&why),
        };
        if self.enter(Input::Left { team })? {
            self.say(&format!("{} has left; it keeps its points.", self.name(team)))?;
        }
        Ok(())
    }

    /// The board where it is due next, else how the teams stand so far.
    fn show_board(&mut self) -> Result<(), PlainError> {
        if matches!(self.room().state(), State::Live(Stage::Reveal { .. })) && self.room().shows_board() {
            return self.enter(Input::BoardShown).map(|_| ());
        }
        let public = self.room().public();
        self.board(&public)
    }

    fn help(&mut self) -> Result<(), PlainError> {
        HELP.iter().try_for_each(|(word, does)| self.session.say_after("- ", &format!("{word}: {does}")))?;
        if self.host.mode().is_some() {
            self.say("If one of these words is the answer itself, type answer before it: answer end.")?;
        }
        self.say("What you type can be read in this terminal: turn it away from the class before you enter answers.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_commands_whatever_their_case() {
        assert_eq!(read("Pause"), Some(Command::Pause));
        assert_eq!(read("late  The Late Ones"), Some(Command::Late("The Late Ones".into())));
        assert_eq!(read("late"), Some(Command::Late(String::new())));
        assert_eq!((read("key"), read("KEY 3")), (Some(Command::Rekey(None)), Some(Command::Rekey(Some(3)))));
    }

    #[test]
    fn answers_are_none() {
        for line in ["", "b", "bd", "q", "q b", "12 5", "1991", "end of the cold war", "key signatories", "answer end"]
        {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn every_word_that_help_names_is_one() {
        for (word, _) in &HELP[1..] {
            assert!(read(word).is_some(), "{word}");
        }
    }
}
