//! What a line means, where the drill is.

use super::Drilling;
use super::clock::Passed;
use super::hands::vote;
use super::orders;
use crate::plain::PlainError;
use crate::study::drill::{Floor, Hands, Input, Open, Ruling, Stage, State, Team, TeamId};
use crate::study::item::Response;

/// Most characters of an answer in words, as on the screen.
const LONGEST: usize = 200;

/// What a line led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    On,
    Leave,
}

impl Drilling<'_, '_> {
    pub(super) fn hear(&mut self, line: &str) -> Result<Heard, PlainError> {
        let passed = self.pass_time()?;
        if passed == Passed::Up {
            self.say_time_is_up()?;
        }
        if let Some(order) = orders::read(line) {
            return self.obey(order);
        }
        // What was typed belonged to what is over.
        if passed == Passed::Up {
            return Ok(Heard::On);
        }
        match self.room.state().clone() {
            State::Done(_) if line.is_empty() => return Ok(Heard::Leave),
            State::Paused(_) if line.is_empty() => {
                self.enter(Input::Resumed)?;
            }
            State::Live(Stage::Open(open)) => self.hear_open(&open, line)?,
            State::Live(Stage::Scene { scene }) => self.decide(&scene, line)?,
            State::Live(Stage::Debrief { .. }) if line.is_empty() => {
                self.enter(Input::Ended)?;
            }
            State::Live(_) if line.is_empty() => {
                if let Some(next) = self.room.next_act() {
                    self.enter(next)?;
                }
            }
            _ => self.say("Nothing is asked for here. An empty line goes on; help says what else can be typed.")?,
        }
        Ok(Heard::On)
    }

    fn hear_open(&mut self, open: &Open, line: &str) -> Result<(), PlainError> {
        match &open.floor {
            Floor::Buzzers if line.is_empty() => self.enter(Input::Closed).map(|_| ()),
            Floor::Buzzers => self.buzz(line),
            Floor::Speaking { team, .. } | Floor::Turn { team } => self.speak(open.question, *team, line),
            Floor::Everyone => self.answer_of_all(open, line),
            Floor::Hands(hands) => match (vote(hands), hands) {
                (Some(vote), _) => self.count(open, vote, line),
                (None, _) if !line.is_empty() => self.say("The hands are counted. An empty line goes on."),
                (None, Hands::Arguing { .. }) => self.enter(Input::Opened).map(|_| ()),
                (None, _) => self.enter_all([Input::Closed, Input::Revealed]).map(|_| ()),
            },
        }
    }

    /// Keys or letters of teams; what stands behind them is the answer of the first.
    fn buzz(&mut self, line: &str) -> Result<(), PlainError> {
        let (who, answer) = line.split_once(' ').unwrap_or((line, ""));
        let Some(teams) = self.pressed(who) else {
            return self.say(&format!("Type the key of a team: {}. Or its capital letter.", self.keys(&[])));
        };
        if self.enter(Input::Buzzed { teams })?
            && !answer.trim().is_empty()
            && let State::Live(Stage::Open(Open { floor: Floor::Speaking { team, .. }, question, .. })) =
                *self.room.state()
        {
            return self.speak(question, team, answer.trim());
        }
        Ok(())
    }

    /// Small letters are keys first, capitals are letters first: one team's key may be another's letter.
    fn pressed(&self, who: &str) -> Option<Vec<TeamId>> {
        let teams = || (0_u8..).map(TeamId).zip(self.room.teams());
        let by = |is: &dyn Fn(&Team) -> bool| teams().find(|(_, team)| is(team)).map(|(id, _)| id);
        let one = |c: char| {
            let (key, letter) =
                (|| by(&|t| t.key == c.to_ascii_lowercase()), || by(&|t| t.letter == c.to_ascii_uppercase()));
            if c.is_ascii_uppercase() { letter().or_else(key) } else { key().or_else(letter) }
        };
        who.chars().map(one).collect::<Option<Vec<TeamId>>>().filter(|teams| !teams.is_empty())
    }

    /// A spoken answer, or the teacher's word on it.
    fn speak(&mut self, question: usize, team: TeamId, line: &str) -> Result<(), PlainError> {
        let what = match line.to_lowercase().as_str() {
            "pass" => Input::Passed { team },
            "right" => Input::Judged { team, ruling: Ruling::Right },
            "half" => Input::Judged { team, ruling: Ruling::Half },
            "wrong" => Input::Judged { team, ruling: Ruling::Wrong },
            _ => match self.spelled(question, line) {
                Ok(Response::Passed) => return self.say("Type the answer, or pass when there is none."),
                Ok(answer) => Input::Answered { team, answer },
                Err(how) => return self.say(&how),
            },
        };
        self.enter(what).map(|_| ())
    }

    /// Answers that all give at once, team by team.
    fn answer_of_all(&mut self, open: &Open, line: &str) -> Result<(), PlainError> {
        if let Some(team) = line.to_lowercase().strip_prefix("change ").and_then(|word| self.called(word)) {
            self.changed = Some(team);
            return Ok(());
        }
        let Some(team) = self.asked_team() else {
            return if line.is_empty() {
                self.enter(Input::Closed).map(|_| ())
            } else {
                self.say("Every team has answered. An empty line closes; change and a team's letter enters its answer again.")
            };
        };
        match self.spelled(open.question, line) {
            Ok(Response::Passed) => self.enter(Input::Passed { team }).map(|_| ()),
            Ok(answer) => self.enter(Input::Answered { team, answer }).map(|_| ()),
            Err(how) => self.say(&how),
        }
    }

    /// The team with this letter or name.
    fn called(&self, word: &str) -> Option<TeamId> {
        let word = word.trim();
        let is = |team: &Team| {
            word.eq_ignore_ascii_case(&team.letter.to_string()) || team.name.as_str().to_lowercase() == word
        };
        (0_u8..).map(TeamId).zip(self.room.teams()).find(|(_, team)| is(team)).map(|(id, _)| id)
    }

    /// The answer that `line` spells. `answer` in front of it says that it is one, also where it is a word for the drill.
    fn spelled(&self, question: usize, line: &str) -> Result<Response, String> {
        let marked = line.split_once(' ').filter(|(word, _)| word.eq_ignore_ascii_case("answer"));
        let text: String = marked.map_or(line, |(_, answer)| answer).chars().take(LONGEST).collect();
        self.room.setup().asked(question).map_or(Ok(Response::Passed), |asked| asked.spelled(&text))
    }
}
