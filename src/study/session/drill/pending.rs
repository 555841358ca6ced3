//! What the teacher is entering. It belongs to one moment of the room; when the room goes on, it is another.

use super::hand_count::HandCount;
use crate::course::model::text::is_unsafe;
use crate::study::drill::{Drill, Floor, Hands, Open, Room, Stage, State, TeamId, Vote};
use crate::study::item::{Item, letter};

/// Most characters that are typed for an answer or a name.
pub(super) const MOST_TYPED: usize = 200;

/// What is entered.
#[derive(Clone, Debug, PartialEq)]
pub enum Pending {
    /// Nothing: going on is all.
    Nothing,
    /// A team's answer.
    Answer(Spelling),
    /// Hands for the options of a question.
    Votes { question: usize, vote: Vote, count: HandCount },
    /// Hands for the choices of a scene, after so many decisions.
    Decision { made: usize, count: HandCount },
}

/// A team's answer as it was typed so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Spelling {
    pub question: usize,
    /// `None` when all have answered.
    pub team: Option<TeamId>,
    pub text: String,
    /// Whether all teams answer at once: then nothing of what is typed may be seen.
    pub hidden: bool,
    /// What was typed and refused, until something else is typed.
    pub refused: Option<String>,
}

impl Pending {
    /// What a room asks the teacher for.
    pub(super) fn new(room: &Room) -> Self {
        match room.state() {
            State::Live(Stage::Open(open)) | State::Paused(Stage::Open(open)) => Self::of_question(room, open),
            State::Live(Stage::Scene { .. }) | State::Paused(Stage::Scene { .. }) => {
                Self::Decision { made: room.road().len(), count: HandCount::new(ways(room)) }
            }
            State::Live(_) | State::Paused(_) | State::Done(_) => Self::Nothing,
        }
    }

    fn of_question(room: &Room, open: &Open) -> Self {
        let spelling = |team, hidden| Self::Answer(Spelling::new(open.question, team, hidden));
        match &open.floor {
            Floor::Speaking { team, .. } | Floor::Turn { team } => spelling(Some(*team), false),
            Floor::Everyone => spelling(room.waiting().first().copied(), true),
            Floor::Hands(Hands::First) => Self::votes(room, open.question, Vote::First),
            Floor::Hands(Hands::Second { .. }) => Self::votes(room, open.question, Vote::Second),
            Floor::Hands(Hands::Arguing { .. } | Hands::Voted { .. }) | Floor::Buzzers => Self::Nothing,
        }
    }

    fn votes(room: &Room, question: usize, vote: Vote) -> Self {
        let options = room.setup().asked(question).map_or(0, Item::letters);
        Self::Votes { question, vote, count: HandCount::new(options) }
    }

    /// Whether it still belongs to the moment for which `wanted` is asked.
    pub(super) fn fits(&self, wanted: &Self) -> bool {
        match (self, wanted) {
            (Self::Answer(mine), Self::Answer(due)) => {
                mine.question == due.question && (mine.hidden || mine.team == due.team)
            }
            (Self::Votes { question, vote, .. }, Self::Votes { question: due, vote: due_vote, .. }) => {
                question == due && vote == due_vote
            }
            (Self::Decision { made, .. }, Self::Decision { made: due, .. }) => made == due,
            (Self::Nothing, Self::Nothing) => true,
            _ => false,
        }
    }

    /// Where all answer and none was waited for, a team that has joined since is.
    pub(super) fn call_next(&mut self, room: &Room) {
        if let Self::Answer(spelling @ Spelling { team: None, .. }) = self {
            spelling.team = room.waiting().first().copied();
        }
    }

    /// Hands that are counted.
    #[must_use]
    pub fn count(&self) -> Option<&HandCount> {
        match self {
            Self::Votes { count, .. } | Self::Decision { count, .. } => Some(count),
            Self::Nothing | Self::Answer(_) => None,
        }
    }

    /// What stands beside the option or choice that is counted.
    #[must_use]
    pub fn counted(&self, room: &Room) -> Option<char> {
        match self {
            Self::Votes { question, count, .. } => Some(room.setup().asked(*question)?.label_at(count.at())),
            Self::Decision { count, .. } => Some(letter(count.at())),
            Self::Nothing | Self::Answer(_) => None,
        }
    }

    pub(super) fn count_mut(&mut self) -> Option<&mut HandCount> {
        match self {
            Self::Votes { count, .. } | Self::Decision { count, .. } => Some(count),
            Self::Nothing | Self::Answer(_) => None,
        }
    }

    /// Whether letters are words, so that `?` and the like belong to them.
    #[must_use]
    pub fn is_words(&self, room: &Room) -> bool {
        let Self::Answer(spelling) = self else { return false };
        spelling.asked(room).is_some_and(|a| a.letters() == 0)
    }

    /// Takes back what was typed last: a character; `false` when there is none.
    pub(super) fn erase(&mut self) -> bool {
        match self {
            Self::Answer(spelling) => spelling.erase(),
            Self::Votes { count, .. } | Self::Decision { count, .. } => count.erase(),
            Self::Nothing => false,
        }
    }

    /// To another team, option or choice; `false` where what was typed would be lost.
    pub(super) fn step(&mut self, by: isize, room: &Room) -> bool {
        match self {
            Self::Votes { count, .. } | Self::Decision { count, .. } => count.step(by),
            Self::Answer(spelling) if spelling.hidden && !spelling.text.is_empty() => return false,
            Self::Answer(spelling) if spelling.hidden => spelling.step_team(by, room),
            Self::Answer(spelling) => spelling.step_option(by, room),
            Self::Nothing => {}
        }
        true
    }

    /// With what was typed for the same team in `before`, where an undo has not made it another question's.
    pub(super) fn keeping(mut self, before: Self) -> Self {
        if let (Self::Answer(now), Self::Answer(before)) = (&mut self, before)
            && now.question == before.question
            && now.hidden == before.hidden
            && (now.team == before.team || now.hidden && !before.text.is_empty())
        {
            *now = before;
        }
        self
    }
}

impl Spelling {
    fn new(question: usize, team: Option<TeamId>, hidden: bool) -> Self {
        Self { question, team, text: String::new(), hidden, refused: None }
    }

    /// What was typed or pasted.
    pub(super) fn push(&mut self, typed: impl IntoIterator<Item = char>) {
        self.refused = None;
        type_into(&mut self.text, typed);
    }

    /// Puts what was typed aside: it was no answer.
    pub(super) fn refuse(&mut self) {
        self.refused = Some(std::mem::take(&mut self.text));
    }

    pub(super) fn clear(&mut self) {
        (self.text, self.refused) = (String::new(), None);
    }

    /// Takes back a character or, where nothing is typed, brings back what was refused; `false` when there is neither.
    fn erase(&mut self) -> bool {
        if self.text.is_empty() {
            self.text = self.refused.take().unwrap_or_default();
            return !self.text.is_empty();
        }
        self.text.pop().is_some()
    }

    #[must_use]
    pub fn asked<'a>(&self, room: &'a Room) -> Option<&'a Item> {
        room.setup().asked(self.question)
    }

    /// The place of the one letter that was typed.
    #[must_use]
    pub fn place(&self, room: &Room) -> Option<usize> {
        let item = self.asked(room).filter(|a| a.is_one_letter())?;
        let typed = self.text.chars().next()?;
        let response = item.spelled(&typed.to_string()).ok()?;
        response.options().first().and_then(|&of| item.place(of))
    }

    /// What stands beside the option whose letter was typed.
    #[must_use]
    pub fn label(&self, room: &Room) -> Option<char> {
        Some(self.asked(room)?.label_at(self.place(room)?))
    }

    fn step_team(&mut self, by: isize, room: &Room) {
        let teams = room.teams().len();
        let at = self
            .team
            .map_or(if by > 0 { 0 } else { teams - 1 }, |t| usize::from(t.0).saturating_add_signed(by).min(teams - 1));
        self.team = u8::try_from(at).ok().map(TeamId);
        self.clear();
    }

    fn step_option(&mut self, by: isize, room: &Room) {
        let Some(item) = self.asked(room) else { return };
        let last = item.letters().saturating_sub(1);
        let at =
            self.place(room).map_or(if by > 0 { 0 } else { last }, |place| place.saturating_add_signed(by).min(last));
        self.clear();
        self.text = item.label_at(at).to_string();
    }
}

/// Adds what was typed or pasted to a line. What could turn it round, hide in it or break it is not taken in.
pub fn type_into(line: &mut String, typed: impl IntoIterator<Item = char>) {
    let left = MOST_TYPED.saturating_sub(line.chars().count());
    line.extend(typed.into_iter().filter(|&c| !is_unsafe(c) && !c.is_control()).take(left));
}

/// Choices of the scene the class is at.
fn ways(room: &Room) -> usize {
    let (State::Live(Stage::Scene { scene }) | State::Paused(Stage::Scene { scene })) = room.state() else { return 0 };
    match room.setup().drill() {
        Drill::Scenario(road) => road.fork(scene).map_or(0, |fork| fork.ways.len()),
        Drill::Questions(_) => 0,
    }
}
