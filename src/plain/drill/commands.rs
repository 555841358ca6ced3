//! Words that can be typed at every prompt of a drill, and what they do.

use super::Drilling;
use crate::course::wording::sentence;
use crate::plain::{PlainError, look_up};
use crate::study::drill::{Input, Stage, State, USUAL_EXTRA_S};

/// What a word asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TypedCommand {
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
    /// Says what a term means.
    LookUp(String),
    /// Who plays in which team.
    People,
    /// Somebody is away.
    Away(String),
    /// Somebody is here after all.
    Here(String),
    /// Somebody plays in another team.
    Move(String),
    /// Everybody is dealt anew.
    Deal,
    /// A person or a team has another name.
    Rename(String),
    /// Who is on an own device.
    Devices,
    /// Nobody new is let in, or somebody is again.
    Lock(bool),
    /// Somebody on a device is taken out.
    TakeOut(String),
    /// The code of a device that does not reach the host.
    Ticket(String),
    /// Says again what was said last.
    Repeat,
    End,
    Leave,
    Help,
}

/// The command that `line` gives; `None` when it is something else, such as an answer.
pub(super) fn read(line: &str) -> Option<TypedCommand> {
    if let Some(words) = look_up::asked_for(line).filter(|words| !words.is_empty()) {
        return Some(TypedCommand::LookUp(words.to_owned()));
    }
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    let rest = rest.trim();
    let command = match word.to_lowercase().as_str() {
        "points" if !rest.is_empty() => return Some(TypedCommand::Points(rest.to_owned())),
        "leaves" if !rest.is_empty() => return Some(TypedCommand::Leaves(rest.to_owned())),
        "away" if !rest.is_empty() => return Some(TypedCommand::Away(rest.to_owned())),
        "here" if !rest.is_empty() => return Some(TypedCommand::Here(rest.to_owned())),
        "move" if !rest.is_empty() => return Some(TypedCommand::Move(rest.to_owned())),
        "rename" if !rest.is_empty() => return Some(TypedCommand::Rename(rest.to_owned())),
        "remove" if !rest.is_empty() => return Some(TypedCommand::TakeOut(rest.to_owned())),
        "code" if !rest.is_empty() => return Some(TypedCommand::Ticket(rest.to_owned())),
        "devices" => TypedCommand::Devices,
        "lock" => TypedCommand::Lock(true),
        "unlock" => TypedCommand::Lock(false),
        "people" => TypedCommand::People,
        "deal" => TypedCommand::Deal,
        "show" => TypedCommand::Show,
        "late" => return Some(TypedCommand::Late(rest.to_owned())),
        "key" if rest.is_empty() => TypedCommand::Rekey(None),
        "key" => return rest.parse().ok().map(|number| TypedCommand::Rekey(Some(number))),
        "pause" => TypedCommand::Pause,
        "more" => TypedCommand::More,
        "skip" => TypedCommand::Skip,
        "close" => TypedCommand::Close,
        "undo" => TypedCommand::Undo,
        "board" => TypedCommand::Board,
        "again" => TypedCommand::Repeat,
        "end" => TypedCommand::End,
        "leave" | "quit" => TypedCommand::Leave,
        "help" | "?" => TypedCommand::Help,
        _ => return None,
    };
    rest.is_empty().then_some(command)
}

/// The words and what each does.
pub(crate) const HELP: [(&str, &str); 21] = [
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
    ("people", "says who plays in which team, and who is away"),
    ("away NAME", "says that somebody is away; here NAME, that somebody came after all"),
    ("move NAME 2", "moves somebody to team 2"),
    ("deal", "deals everybody who is here anew"),
    ("rename OLD = NEW", "renames a person, or a team by its number or name"),
    ("key", "corrects the key of a question already shown; key 3 that of question 3"),
    ("? WORD", "looks a term up, once an answer is shown"),
    ("end", "ends the drill now"),
    ("leave", "leaves; ninetracks drill --plain --resume resumes the drill"),
];

/// The same where the class has its own devices.
const HOSTING_HELP: [(&str, &str); 5] = [
    ("code CODE", "takes the answer of a device without a network, by the code that it shows"),
    ("devices", "says who is on an own device, and how to join"),
    ("remove NAME", "takes somebody on a device out"),
    ("lock", "lets nobody new in"),
    ("unlock", "lets others in again"),
];

impl Drilling<'_> {
    pub(super) fn obey(&mut self, command: TypedCommand) -> Result<(), PlainError> {
        match command {
            TypedCommand::Leave => return Err(PlainError::Left),
            TypedCommand::Rekey(number) => self.rekey(number)?,
            TypedCommand::Pause if self.host.is_paused() => self.say("The drill is already paused.")?,
            TypedCommand::Pause => drop(self.enter(Input::Paused)?),
            TypedCommand::More => self.more()?,
            TypedCommand::LookUp(words) => self.look_up(&words)?,
            TypedCommand::Skip => self.skip()?,
            TypedCommand::Close => drop(self.awake(Input::Closed)?),
            TypedCommand::End => drop(self.enter(Input::Ended)?),
            TypedCommand::Undo => self.undo()?,
            TypedCommand::Late(name) => self.late(&name)?,
            TypedCommand::Board => self.show_board()?,
            TypedCommand::Show => drop(self.drive(super::DrillHost::show)?),
            TypedCommand::Points(line) => self.award(&line)?,
            TypedCommand::Leaves(word) => self.leaves(&word)?,
            TypedCommand::People => self.people()?,
            TypedCommand::Away(words) => self.attendance(&words, false)?,
            TypedCommand::Here(words) => self.attendance(&words, true)?,
            TypedCommand::Move(line) => self.move_person(&line)?,
            TypedCommand::Deal => self.deal()?,
            TypedCommand::Rename(line) => self.rename(&line)?,
            TypedCommand::Devices => self.devices()?,
            TypedCommand::Lock(locked) => self.lock(locked)?,
            TypedCommand::TakeOut(name) => self.take_out(&name)?,
            TypedCommand::Ticket(code) => self.redeem(&code)?,
            TypedCommand::Repeat => self.announced.forget_all(),
            TypedCommand::Help => self.help()?,
        }
        Ok(())
    }

    /// Does what cannot be done while the drill waits.
    /// Only what could tell nothing of a question in play.
    fn look_up(&mut self, words: &str) -> Result<(), PlainError> {
        if !self.room().is_answer_shown() {
            return self.say("Terms can be looked up when the answer is shown.");
        }
        look_up::term(&mut self.session.console, self.session.course, words)
    }

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
        let devices = if self.host.seat_link().is_some() { &HOSTING_HELP[..] } else { &[] };
        HELP.iter()
            .chain(devices)
            .try_for_each(|(word, does)| self.session.say_after("- ", &format!("{word}: {does}")))?;
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
        assert_eq!(read("Pause"), Some(TypedCommand::Pause));
        assert_eq!(read("late  The Late Ones"), Some(TypedCommand::Late("The Late Ones".into())));
        assert_eq!(read("late"), Some(TypedCommand::Late(String::new())));
        assert_eq!((read("key"), read("KEY 3")), (Some(TypedCommand::Rekey(None)), Some(TypedCommand::Rekey(Some(3)))));
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
        for (word, _) in HELP[1..].iter().chain(&HOSTING_HELP) {
            assert!(read(word).is_some(), "{word}");
        }
    }
}
