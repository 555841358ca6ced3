//! What the devices show while the room is as it is: the same for all, but for what a seat has answered and may do.

use crate::study::drill::words::voting;
use crate::study::drill::{Drill, Floor, Hands, PublicHands, Room, Stage, State};
use crate::study::item::Key;
use crate::study::live::{OpenPoll, Poll, Turn};

/// What devices show.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shown {
    Waiting {
        title: &'static str,
        lines: Vec<String>,
    },
    /// A question; without answers where it is only to be read. Another limit is another showing: more time was given.
    Question {
        open: OpenPoll,
        limit_ms: Option<u64>,
        how: Option<&'static str>,
    },
    Closed(Poll),
    /// The answer. Another key is another answer.
    Result {
        question: usize,
        key: Key,
    },
    End,
}

impl Shown {
    pub(super) fn of(room: &Room) -> Self {
        let stage = match room.state() {
            State::Done(_) => return Self::End,
            State::Paused(_) => return wait("Paused", "It goes on in a moment."),
            State::Live(stage) => stage,
        };
        let read = |question, how| Self::Question { open: watched(room, question), limit_ms: None, how };
        match stage {
            Stage::Lobby => wait("You are in", "Watch the wall: it starts soon."),
            Stage::Ask { question } => read(*question, Some("Read. Answers open in a moment.")),
            Stage::Open(open) => match (&open.floor, OpenPoll::of(room)) {
                (Floor::Hands(Hands::Arguing { .. }), _) => read(open.question, Some(voting(PublicHands::Arguing))),
                (_, Some(poll)) => Self::Question { open: poll, limit_ms: open.timer.limit_ms, how: None },
                (_, None) => Self::Closed(watched(room, open.question).poll),
            },
            Stage::Closed(open) => Self::Closed(watched(room, open.question).poll),
            Stage::Reveal { question } => Self::Result { question: *question, key: room.key(*question).clone() },
            Stage::Board | Stage::Interlude(_) => wait("The board", "It is on the wall."),
            Stage::Scene { .. } => match OpenPoll::of(room) {
                Some(open) => Self::Question { open, limit_ms: None, how: None },
                None => wait("Watch the wall", ""),
            },
            Stage::Debrief { .. } => wait("The end of the story", "Talk it over with the class."),
        }
    }

    /// The poll that takes answers.
    pub(super) fn open(&self) -> Option<&OpenPoll> {
        match self {
            Self::Question { open, how: None, .. } => Some(open),
            Self::Question { .. } | Self::Waiting { .. } | Self::Closed(_) | Self::Result { .. } | Self::End => None,
        }
    }
}

/// A question that is only to be read: the vote it is at, and nobody's turn.
fn watched(room: &Room, question: usize) -> OpenPoll {
    let vote = match room.state() {
        State::Live(Stage::Open(open) | Stage::Closed(open))
            if matches!(open.floor, Floor::Hands(Hands::Second { .. } | Hands::Voted { .. })) =>
        {
            crate::study::drill::Vote::Second
        }
        _ => crate::study::drill::Vote::First,
    };
    OpenPoll { poll: Poll { question, vote }, whose: Turn::Press { tried: Vec::new() } }
}

fn wait(title: &'static str, line: &str) -> Shown {
    Shown::Waiting { title, lines: Some(line.to_owned()).filter(|line| !line.is_empty()).into_iter().collect() }
}

/// The vote on a question that was not revealed yet, open or closed.
pub(super) fn asked(room: &Room) -> Option<Poll> {
    match room.state() {
        State::Live(Stage::Open(open) | Stage::Closed(open)) => Some(watched(room, open.question).poll),
        State::Live(_) | State::Paused(_) | State::Done(_) => None,
    }
}

/// Choices of the scene that is shown.
pub(super) fn choices(room: &Room) -> usize {
    let (State::Live(Stage::Scene { scene }), Drill::Scenario(road)) = (room.state(), room.setup().drill()) else {
        return 0;
    };
    road.fork(scene).map_or(0, |fork| fork.ways.len())
}
