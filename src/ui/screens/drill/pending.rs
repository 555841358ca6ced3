//! What the teacher is entering. It belongs to one moment of the room; when the room goes on, it is another.

use super::hand_count::Tally;
use crate::study::drill::{Floor, Hands, Open, Room, Stage, State, TeamId, Vote};
use crate::study::item::{Item, Response};

/// What is in the teacher's hand.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Hand {
    /// Nothing is entered: ⏎ goes on.
    Empty,
    Answer(Spelling),
    Votes(Votes),
    /// A scenario: the page of a scene, the hands for its choices, and how many decisions were made before.
    Scene {
        page: Page,
        tally: Tally,
        made: usize,
    },
    /// What came of the last decision of a scenario, before its debrief.
    Outcome,
}

/// A team's answer.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Spelling {
    pub question: usize,
    /// `None` when all have answered.
    pub team: Option<TeamId>,
    pub text: String,
    /// Whether all teams answer at once: then nothing of what is typed may be seen.
    pub hidden: bool,
}

/// Hands for the options of a question.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Votes {
    pub question: usize,
    pub vote: Vote,
    pub tally: Tally,
}

/// Pages of a scene.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    /// Who the class is, before the first scene.
    Opening,
    /// What came of the last decision.
    Outcome,
    Vote,
}

impl Hand {
    /// What a room asks the teacher for.
    pub fn of(room: &Room) -> Self {
        match room.state() {
            State::Live(Stage::Open(open)) | State::Paused(Stage::Open(open)) => Self::of_question(room, open),
            State::Live(Stage::Scene { .. }) | State::Paused(Stage::Scene { .. }) => {
                let page = if room.road().is_empty() { Page::Opening } else { Page::Vote };
                Self::Scene { page, tally: Tally::new(ways(room)), made: room.road().len() }
            }
            _ => Self::Empty,
        }
    }

    fn of_question(room: &Room, open: &Open) -> Self {
        let spelling =
            |team, hidden| Self::Answer(Spelling { question: open.question, team, text: String::new(), hidden });
        match &open.floor {
            Floor::Speaking { team, .. } | Floor::Turn { team } => spelling(Some(*team), false),
            Floor::Everyone => spelling(room.waiting().first().copied(), true),
            Floor::Hands(hands) => votes(room, open.question, hands),
            Floor::Buzzers => Self::Empty,
        }
    }

    /// Whether it still belongs to the moment the room is in.
    pub fn fits(&self, room: &Room) -> bool {
        match (self, &Self::of(room)) {
            (Self::Answer(mine), Self::Answer(due)) => {
                mine.question == due.question && (mine.hidden || mine.team == due.team)
            }
            (Self::Votes(mine), Self::Votes(due)) => mine.question == due.question && mine.vote == due.vote,
            (Self::Scene { made, .. }, Self::Scene { made: due, .. }) => made == due,
            // A page more is no other moment.
            (Self::Empty | Self::Outcome, Self::Empty) => true,
            _ => false,
        }
    }

    /// Whether letters are words, so that `?` and the like belong to them.
    pub fn is_words(&self, room: &Room) -> bool {
        let Self::Answer(spelling) = self else { return false };
        spelling.asked(room).is_some_and(|a| a.letters() == 0)
    }

    pub fn paste(&mut self, room: &Room, text: &str) {
        if self.is_words(room)
            && let Self::Answer(spelling) = self
        {
            super::type_into(&mut spelling.text, text.chars());
        }
    }
}

fn votes(room: &Room, question: usize, hands: &Hands) -> Hand {
    let vote = match hands {
        Hands::First => Vote::First,
        Hands::Second { .. } => Vote::Second,
        Hands::Arguing { .. } | Hands::Voted { .. } => return Hand::Empty,
    };
    let options = room.setup().asked(question).map_or(0, Item::letters);
    Hand::Votes(Votes { question, vote, tally: Tally::new(options) })
}

/// Choices of the scene the class is at.
fn ways(room: &Room) -> usize {
    let (State::Live(Stage::Scene { scene }) | State::Paused(Stage::Scene { scene })) = room.state() else { return 0 };
    match room.setup().drill() {
        crate::study::drill::Drill::Scenario(road) => road.fork(scene).map_or(0, |fork| fork.ways.len()),
        crate::study::drill::Drill::Questions(_) => 0,
    }
}

impl Spelling {
    pub fn asked<'a>(&self, room: &'a Room) -> Option<&'a Item> {
        room.setup().asked(self.question)
    }

    /// The answer as spelled so far.
    pub fn answer(&self, room: &Room) -> Result<Response, String> {
        self.asked(room).map_or(Ok(Response::Passed), |asked| asked.spelled(&self.text))
    }

    /// The place of the one letter that was typed.
    pub fn place(&self, room: &Room) -> Option<usize> {
        let item = self.asked(room).filter(|a| a.is_one_letter())?;
        let typed = self.text.chars().next()?;
        let response = item.spelled(&typed.to_string()).ok()?;
        response.options().first().and_then(|&of| item.place(of))
    }
    /// What stands beside the option that was typed.
    pub fn label(&self, room: &Room) -> Option<char> {
        Some(self.asked(room)?.label_at(self.place(room)?))
    }
}

impl Votes {
    /// What stands beside the option that is counted.
    pub fn label(&self, room: &Room) -> char {
        room.setup().asked(self.question).map_or('?', |item| item.label_at(self.tally.at))
    }
}
