//! What a line means, where the drill is.

use super::{Drilling, commands};
use crate::plain::PlainError;
use crate::study::drill::{Floor, Input, Open, Ruling, Stage, State, Team, TeamId};
use crate::study::session::drill::{NoAnswer, Pending, Taken};
use crate::study::time::Clock;

impl Drilling<'_> {
    pub(super) fn hear(&mut self, line: &str) -> Result<(), PlainError> {
        let time_is_up = self.catch_up()?;
        if let Some(command) = commands::read(line) {
            return self.obey(command);
        }
        // What was typed belonged to what is over.
        if time_is_up {
            return Ok(());
        }
        let live = matches!(self.room().state(), State::Live(_));
        match self.host.pending() {
            Pending::Answer(spelling) if live && spelling.hidden => self.answer_of_all(line),
            Pending::Answer(_) if live => self.speak(line),
            Pending::Votes { .. } if live => self.count(line),
            Pending::Decision { .. } if live => self.decide(line),
            Pending::Nothing | Pending::Answer(_) | Pending::Votes { .. } | Pending::Decision { .. } => {
                self.other(line)
            }
        }
    }

    /// A line where nothing is entered: an empty one goes on.
    fn other(&mut self, line: &str) -> Result<(), PlainError> {
        let floor = match self.room().state() {
            State::Live(Stage::Open(Open { floor, .. })) => Some(floor),
            State::Live(_) | State::Paused(_) | State::Done(_) => None,
        };
        match floor {
            _ if line.is_empty() && self.room().is_over() => Err(PlainError::Left),
            _ if line.is_empty() => self.drive(super::DrillHost::go_on).map(|_| ()),
            Some(Floor::Buzzers) => self.buzz(line),
            Some(Floor::Hands(_)) => self.say("The hands are counted. Press Enter to continue."),
            _ => self.say("No answer is needed here. Press Enter to continue; help lists the other commands."),
        }
    }

    /// Lets the clock run on to now, and says so where the time is up.
    fn catch_up(&mut self) -> Result<bool, PlainError> {
        let now = self.session.now();
        let caught_up = self.host.catch_up(&now);
        self.save(&now, caught_up.events)?;
        if caught_up.time_is_up {
            self.say(if self.host.can_close() {
                "Time is up: the question passes on."
            } else {
                "Time is up: the question is closed. `more` reopens it."
            })?;
        }
        if caught_up.is_called && matches!(self.host.pending(), Pending::Answer(_)) {
            self.say("Time is up. Answers are still taken until you close the question.")?;
        }
        Ok(caught_up.time_is_up)
    }

    /// Keys or letters of teams; what stands behind them is the answer of the first.
    fn buzz(&mut self, line: &str) -> Result<(), PlainError> {
        let (who, answer) = line.split_once(' ').unwrap_or((line, ""));
        let Some(teams) = self.pressed(who) else {
            return self.say(&format!("Type a team's key: {}. Or its number.", self.keys(&[])));
        };
        let speaks = self.enter(Input::Buzzed { teams })? && matches!(self.host.pending(), Pending::Answer(_));
        if speaks && !answer.trim().is_empty() { self.speak(answer.trim()) } else { Ok(()) }
    }

    /// Small letters are keys first, capitals first what stands before the name: in drills saved before, a letter.
    fn pressed(&self, who: &str) -> Option<Vec<TeamId>> {
        let teams = || (0_u8..).map(TeamId).zip(self.room().teams());
        let by = |is: &dyn Fn(&Team) -> bool| teams().find(|(_, team)| is(team)).map(|(id, _)| id);
        let one = |c: char| {
            let (key, letter) =
                (|| by(&|t| t.key == c.to_ascii_lowercase()), || by(&|t| t.number == c.to_ascii_uppercase()));
            if c.is_ascii_uppercase() { letter().or_else(key) } else { key().or_else(letter) }
        };
        who.chars().map(one).collect::<Option<Vec<TeamId>>>().filter(|teams| !teams.is_empty())
    }

    /// A spoken answer, or the teacher's word on it.
    fn speak(&mut self, line: &str) -> Result<(), PlainError> {
        let now = self.session.now();
        let given = match line.to_lowercase().as_str() {
            "pass" => Ok(self.host.pass(&now)),
            "right" => Ok(self.host.judge(&now, Ruling::Right)),
            "half" => Ok(self.host.judge(&now, Ruling::Half)),
            "wrong" => Ok(self.host.judge(&now, Ruling::Wrong)),
            _ => self.host.answer(&now, unmarked(line)),
        };
        self.given(&now, given)
    }

    /// Answers that all give at once, team by team.
    fn answer_of_all(&mut self, line: &str) -> Result<(), PlainError> {
        if let Some(team) = line.to_lowercase().strip_prefix("change ").and_then(|word| self.named(word)) {
            self.host.call(team);
            return Ok(());
        }
        let now = self.session.now();
        let given = match self.host.called() {
            None if line.is_empty() => Ok(self.host.go_on(&now)),
            None => Err(NoAnswer::NoTeam),
            Some(_) => match self.host.answer(&now, unmarked(line)) {
                Err(NoAnswer::Empty) => Ok(self.host.pass(&now)),
                given => given,
            },
        };
        self.given(&now, given)
    }

    /// Saves what was given, or says why it is no answer.
    fn given(&mut self, now: &Clock, given: Result<Taken, NoAnswer>) -> Result<(), PlainError> {
        match given {
            Ok(taken) => {
                self.keep(now, taken)?;
                self.host.split().map_or(Ok(()), |said| self.say(&said))
            }
            Err(NoAnswer::Unreadable(how)) => self.say(&how),
            Err(NoAnswer::Empty) => self.say("Type the answer, or pass if there is none."),
            Err(NoAnswer::NoTeam) => self.say(
                "Every team has answered. Press Enter to close; change and a team's number enters its answer again.",
            ),
            Err(NoAnswer::NotAsked) => Ok(()),
        }
    }

    /// The team with this number or name.
    fn named(&self, word: &str) -> Option<TeamId> {
        let word = word.trim();
        let is = |team: &Team| {
            word.eq_ignore_ascii_case(&team.number.to_string()) || team.name.as_str().to_lowercase() == word
        };
        (0_u8..).map(TeamId).zip(self.room().teams()).find(|(_, team)| is(team)).map(|(id, _)| id)
    }
}

/// An answer without the word `answer` in front of it, which says that it is one, also where it is a word for the drill.
fn unmarked(line: &str) -> &str {
    let marked = line.split_once(' ').filter(|(word, _)| word.eq_ignore_ascii_case("answer"));
    marked.map_or(line, |(_, answer)| answer)
}
