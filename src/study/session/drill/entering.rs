//! Giving the room what was entered: an answer, hands, a decision.

use super::pending::{Pending, Spelling};
use super::{DrillHost, Taken};
use crate::course::model::Id;
use crate::study::drill::{Drill, Input, Ruling, Stage, State, TeamId};
use crate::study::time::Clock;

/// Why what was typed is no answer to give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoAnswer {
    /// It cannot be read; says what to type.
    Unreadable(String),
    /// Nothing was typed.
    Empty,
    /// Every team has answered.
    NoTeam,
    /// No answer is asked for.
    NotAsked,
}

/// What a typed character led to.
#[derive(Clone, Debug, PartialEq)]
pub enum Typed {
    /// It stands in what is being entered, or means nothing here.
    Kept,
    /// It was to be the whole answer, and is none.
    Refused(NoAnswer),
}

/// What counting for a decision led to.
#[derive(Clone, Debug, PartialEq)]
pub enum Decided {
    /// Another choice is to be counted.
    CountOn,
    /// Several choices have the most hands: one of them is to be pointed at.
    Tie,
    Made(Taken),
}

impl DrillHost {
    /// Gives the answer that was typed or, where all answer, those of several teams, and calls the next team.
    ///
    /// # Errors
    /// When it is none: nothing is given then, and what was typed is put aside ([`DrillHost::erase`] brings it back).
    pub fn submit(&mut self, clock: &Clock) -> Result<Taken, NoAnswer> {
        let Pending::Answer(spelling) = &self.pending else { return Err(NoAnswer::NotAsked) };
        let answers = self.shown(spelling).unwrap_or_else(|| spelling.answers(&self.room));
        match (answers, &mut self.pending) {
            (Ok(answers), _) => Ok(self.say(clock, answers)),
            (Err(why), Pending::Answer(spelling)) if !spelling.text.is_empty() => {
                spelling.refuse();
                Err(why)
            }
            (Err(why), _) => Err(why),
        }
    }

    /// Gives the answer that `text` spells.
    ///
    /// # Errors
    /// When it is no answer; nothing of it is kept.
    pub fn answer(&mut self, clock: &Clock, text: &str) -> Result<Taken, NoAnswer> {
        let Pending::Answer(spelling) = &mut self.pending else { return Err(NoAnswer::NotAsked) };
        spelling.clear();
        spelling.push(text.chars());
        let given = self.submit(clock);
        if let (Err(_), Pending::Answer(spelling)) = (&given, &mut self.pending) {
            spelling.clear();
        }
        given
    }

    /// The team that is called has no answer.
    pub fn pass(&mut self, clock: &Clock) -> Taken {
        self.called().map_or(Taken::default(), |team| self.say(clock, vec![Input::Passed { team }]))
    }

    /// The teacher's word on what the team that is called said.
    pub fn judge(&mut self, clock: &Clock, ruling: Ruling) -> Taken {
        self.called().map_or(Taken::default(), |team| self.say(clock, vec![Input::Judged { team, ruling }]))
    }

    /// The team whose answer is entered.
    #[must_use]
    pub fn called(&self) -> Option<TeamId> {
        if let Pending::Answer(Spelling { team, .. }) = self.pending { team } else { None }
    }

    /// Calls another team, where all answer.
    pub fn call(&mut self, team: TeamId) {
        if let Pending::Answer(spelling @ Spelling { hidden: true, .. }) = &mut self.pending {
            spelling.team = Some(team);
            spelling.clear();
        }
    }

    fn say(&mut self, clock: &Clock, all: Vec<Input>) -> Taken {
        let taken = self.take_all(clock, all);
        let next = self.split_teams().first().or(self.room.waiting().first()).copied();
        if let (Pending::Answer(spelling), true) = (&mut self.pending, taken.is_whole()) {
            spelling.clear();
            if spelling.hidden {
                spelling.team = next;
            }
        }
        taken
    }

    /// Hands for all options at once. `false` where that is not asked for, or some were counted already.
    pub fn fill(&mut self, hands: &[u32]) -> bool {
        let is_decision = matches!(self.pending, Pending::Decision { .. });
        match self.pending.count_mut() {
            Some(count) if hands.len() == count.options() && (is_decision || count.is_untouched()) => {
                count.fill(hands);
                true
            }
            _ => false,
        }
    }

    /// Hands for the option that is counted.
    pub fn set_hands(&mut self, hands: u32) {
        if let Some(count) = self.pending.count_mut() {
            count.set(hands);
        }
    }

    /// Points at the option or choice at `place`.
    pub fn point(&mut self, place: usize) {
        if let Some(count) = self.pending.count_mut() {
            count.point(place);
        }
    }

    /// Forgets all hands that were counted.
    pub fn clear_hands(&mut self) {
        if let Some(count) = self.pending.count_mut() {
            count.clear();
        }
    }

    /// Forgets the hands counted last: of an option of a question, or of all choices of a scene. `false` when there are none.
    pub fn forget_hands(&mut self) -> bool {
        match &mut self.pending {
            Pending::Votes { count, .. } => count.forget_last(),
            Pending::Decision { count, .. } if !count.is_untouched() => {
                count.clear();
                true
            }
            Pending::Decision { .. } | Pending::Answer(_) | Pending::Nothing => false,
        }
    }

    /// On to the next option or, after the last, the vote; `None` while options are left.
    pub fn count_on(&mut self, clock: &Clock) -> Option<Taken> {
        if self.pending.count().is_some_and(|count| !count.pupils().is_empty()) {
            return self.raise(clock);
        }
        let Pending::Votes { question, vote, count } = &mut self.pending else { return None };
        if count.advance() {
            return None;
        }
        let (vote, counts) = (*vote, count.counts());
        let hands = self.room.setup().asked(*question).map(|a| a.by_author(&counts)).unwrap_or_default();
        Some(self.take(clock, Input::Voted { vote, hands }))
    }

    /// On to the next choice or, after the last, the decision. Without any hands the choice pointed at is decided on.
    pub fn decide(&mut self, clock: &Clock) -> Decided {
        let Pending::Decision { count, .. } = &mut self.pending else { return Decided::CountOn };
        let (untouched, pointed) = (count.is_untouched(), count.at());
        if !untouched && count.pupils().is_empty() && count.advance() {
            return Decided::CountOn;
        }
        let (at, hands) = match count.leaders().as_slice() {
            _ if untouched => (pointed, Vec::new()),
            [one] => (*one, count.counts()),
            tied if count.is_tied() && tied.contains(&pointed) => (pointed, count.counts()),
            _ => {
                count.settle();
                return Decided::Tie;
            }
        };
        let Some((scene, choice)) = self.choice(at) else { return Decided::Made(Taken::default()) };
        Decided::Made(self.take(clock, Input::Chosen { scene, choice, hands }))
    }

    /// The scene the class is at, and its choice at a place.
    fn choice(&self, at: usize) -> Option<(Id, Id)> {
        match (self.room.state(), self.room.setup().drill()) {
            (State::Live(Stage::Scene { scene }), Drill::Scenario(road)) => {
                Some((scene.clone(), road.fork(scene)?.ways.get(at)?.choice.clone()))
            }
            _ => None,
        }
    }

    /// A typed character: a digit of a count, the letter of a choice, a letter of an answer.
    pub fn type_char(&mut self, c: char) -> Typed {
        // A press that came too late is no answer.
        let is_press = self.is_team_key(c);
        let is_of_class = self.has_numbers();
        match &mut self.pending {
            Pending::Votes { count, .. } | Pending::Decision { count, .. } if c.is_ascii_digit() => count.digit(c),
            Pending::Votes { .. } => return self.type_pupil(c),
            // Behind a number, a letter is what that pupil chose.
            Pending::Decision { count, .. } if is_of_class && count.number().is_some() => return self.type_pupil(c),
            Pending::Decision { .. } => {
                let place = self.place(c);
                if let (Some(at), Some(count)) = (place, self.pending.count_mut()) {
                    count.point(at);
                }
            }
            Pending::Answer(spelling) => {
                let Some(asked) = spelling.asked(&self.room) else { return Typed::Kept };
                if asked.letters() > 0 && is_press {
                    return Typed::Kept;
                }
                let in_place = asked.is_one_letter() && !spelling.hidden;
                match asked.spelled(&c.to_string()) {
                    Err(how) if in_place => return Typed::Refused(NoAnswer::Unreadable(how)),
                    // One letter is all of it: another takes its place.
                    _ if in_place => spelling.clear(),
                    _ => {}
                }
                spelling.push([c]);
            }
            Pending::Nothing => {}
        }
        Typed::Kept
    }

    /// Pasted text, where words are typed.
    pub fn paste(&mut self, text: &str) {
        if let (true, Pending::Answer(spelling)) = (self.pending.is_words(&self.room), &mut self.pending) {
            spelling.push(text.chars());
        }
    }

    /// Takes back a character that was typed; `false` when there is none.
    pub fn erase(&mut self) -> bool {
        self.pending.erase()
    }

    /// To another team, option or choice; `false` where what was typed would be lost.
    pub fn step(&mut self, by: isize) -> bool {
        self.pending.step(by, &self.room)
    }
}
