//! What the seats said, as inputs of the room: so every way to play works with devices, and a report is made as it always was.

use super::poll::{OpenPoll, Poll, Turn};
use super::seats::{SeatAnswer, SeatId, Seats};
use crate::study::drill::{Drill, Floor, Input, PupilVote, Room, Stage, State, TeamId};
use crate::study::item::Response;

/// What the seats said to what is open in `room`; nothing where they said nothing.
#[must_use]
pub fn inputs(room: &Room, seats: &Seats) -> Vec<Input> {
    let Some(OpenPoll { poll, whose }) = OpenPoll::of(room) else { return Vec::new() };
    match (room.state(), whose) {
        (State::Live(Stage::Scene { .. }), _) => decision(room, seats, poll).into_iter().collect(),
        (State::Live(Stage::Open(open)), _) if matches!(open.floor, Floor::Hands(_)) => {
            votes(seats, poll).into_iter().collect()
        }
        (_, Turn::Everyone) => room.waiting().into_iter().filter_map(|team| answered(seats, poll, team)).collect(),
        (_, Turn::Team(team)) => answered(seats, poll, team).into_iter().collect(),
        (_, Turn::Press { .. }) => Vec::new(),
    }
}

/// The answer of a team: what most of it said and, of what as many said, what was said first.
fn answered(seats: &Seats, poll: Poll, team: TeamId) -> Option<Input> {
    let of_team = |(seat, answer): (SeatId, &SeatAnswer)| {
        seats.occupant(seat).filter(|o| o.team == Some(team)).map(|_| answer.answer.clone())
    };
    let said: Vec<Response> = seats.answers(poll).into_iter().filter_map(of_team).collect();
    let answer = most_common(said)?;
    Some(Input::Answered { team, answer })
}

fn most_common(said: Vec<Response>) -> Option<Response> {
    let mut counted: Vec<(Response, usize)> = Vec::new();
    for answer in said {
        match counted.iter_mut().find(|(known, _)| *known == answer) {
            Some((_, n)) => *n += 1,
            None => counted.push((answer, 1)),
        }
    }
    // `max_by_key` gives the last of several: from behind, that is the first.
    counted.into_iter().rev().max_by_key(|(_, n)| *n).map(|(answer, _)| answer)
}

fn votes(seats: &Seats, poll: Poll) -> Option<Input> {
    let vote = |(seat, answer): (SeatId, &SeatAnswer)| {
        let option = *answer.answer.options().first()?;
        Some(PupilVote { who: seats.occupant(seat)?.name.clone(), option })
    };
    let by: Vec<PupilVote> = seats.answers(poll).into_iter().filter_map(vote).collect();
    (!by.is_empty()).then_some(Input::Raised { vote: poll.vote, by })
}

/// What most chose; nothing where several choices have as many voices: then the teacher decides.
fn decision(room: &Room, seats: &Seats, poll: Poll) -> Option<Input> {
    let (State::Live(Stage::Scene { scene }), Drill::Scenario(road)) = (room.state(), room.setup().drill()) else {
        return None;
    };
    let fork = road.fork(scene)?;
    let mut hands = vec![0_u32; fork.ways.len()];
    for (_, said) in seats.answers(poll) {
        if let Some(n) = said.answer.options().first().and_then(|&of| hands.get_mut(of)) {
            *n += 1;
        }
    }
    let most = *hands.iter().max().filter(|&&most| most > 0)?;
    let mut leaders = (0..).zip(&hands).filter(|(_, n)| **n == most).map(|(at, _)| at);
    let (at, None) = (leaders.next()?, leaders.next()) else { return None };
    let choice: &crate::study::drill::Way = fork.ways.get::<usize>(at)?;
    Some(Input::Chosen { scene: scene.clone(), choice: choice.choice.clone(), hands })
}
