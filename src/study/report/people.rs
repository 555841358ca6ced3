//! How each person did who answered on an own device.

use serde::Serialize;

use super::drill::DrillReport;
use super::question::{DrillQuestion, PupilAnswer};
use super::teams::in_points;
use crate::study::drill::{Points, Room, Vote};
use crate::study::item::{Credit, Item};
use crate::study::live::{Occupant, PersonalScores, Poll, SeatId, Seats};

/// A person.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DeviceLine {
    pub name: String,
    /// `null` where nobody played in teams.
    pub team: Option<char>,
    /// `null` where hands were counted and nobody scored.
    pub points: Option<f64>,
    /// Points of right answers to every question since coming.
    pub could_earn: f64,
    /// Questions answered fully right.
    pub right: usize,
    pub answered: usize,
    /// Questions that counted since coming.
    pub asked: usize,
}

impl DrillReport {
    /// The same with what was answered at `seats`.
    #[must_use]
    pub fn with_seats(mut self, room: &Room, seats: &Seats) -> Self {
        let mut scores = PersonalScores::default();
        scores.update(room, seats);
        self.people = seats.all().map(|(seat, who)| DeviceLine::of(room, &scores, seat, who)).collect();
        for (_, occupant) in seats.all() {
            let team = occupant.team.and_then(|team| self.teams.get_mut(usize::from(team.0)));
            if let Some(team) = team.filter(|team| !team.members.iter().any(|name| *name == occupant.name.as_str())) {
                team.members.push(occupant.name.to_string());
            }
        }
        for question in self.questions.iter_mut().filter(|question| question.pupils.is_empty()) {
            question.pupils = answers(room, seats, question);
        }
        self
    }
}

impl DeviceLine {
    fn of(room: &Room, scores: &PersonalScores, seat: SeatId, who: &Occupant) -> Self {
        let tally = scores.of(seat);
        Self {
            name: who.name.to_string(),
            team: who.team.and_then(|team| room.team(team)).map(|team| team.number),
            points: room.shows_board().then(|| in_points(tally.points)),
            could_earn: in_points(tally.most),
            right: tally.right,
            answered: tally.answered,
            asked: tally.asked,
        }
    }
}

/// Who answered what, the earliest first.
fn answers(room: &Room, seats: &Seats, question: &DrillQuestion) -> Vec<PupilAnswer> {
    let Some(at) = question.about.number.checked_sub(1) else { return Vec::new() };
    let Some(item) = room.setup().asked(at) else { return Vec::new() };
    let said = seats.answers(Poll { question: at, vote: Vote::First });
    let one = |(seat, said): (SeatId, &crate::study::live::SeatAnswer)| {
        let credit = room.key(at).credit(item, &said.answer);
        Some(PupilAnswer {
            name: seats.occupant(seat)?.name.to_string(),
            first: Some(item.in_marks(&said.answer)),
            second: None,
            worth: Some(credit.share()),
            points: Some(points(item, credit)),
            by_code: said.by_ticket,
        })
    };
    said.into_iter().filter_map(one).collect()
}

fn points(item: &Item, credit: Credit) -> f64 {
    let (part, whole) = credit.parts();
    in_points(Points::whole(item.points).part(part, whole))
}
