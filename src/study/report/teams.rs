//! The teams and the class: what they earned out of what.

use serde::Serialize;

use crate::study::drill::{Award, ClassScore, Mode, Points, Room, Standing, Team, TeamId};

/// A team.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TeamLine {
    /// `A` to `Z`, unlike every other team's.
    pub letter: char,
    pub name: String,
    pub shape: &'static str,
    /// Index of its colour, 0 to 7.
    pub colour: u8,
    /// Who plays in it, where that is known.
    pub members: Vec<String>,
    /// The number of the first question it was there for; `null` for a team that was there from the start.
    pub from_question: Option<usize>,
    /// The number of the last question it was there for, 0 for none; absent for a team that stayed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_question: Option<usize>,
    /// Points that the teacher gave and took by hand, which the score holds too; absent where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub by_hand: Vec<PointsByHand>,
    /// `null` where hands were counted and nobody scored.
    pub score: Option<TeamScore>,
}

/// Points given by hand.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PointsByHand {
    /// Below zero where they were taken.
    pub points: f64,
    pub why: String,
    /// Number of questions that were over then.
    pub after_question: usize,
}

/// What a team earned.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TeamScore {
    pub points: f64,
    /// Points of right answers to every question it was there for, without extras.
    pub could_earn: f64,
    /// Questions answered fully right.
    pub right: usize,
    /// Questions at which it had a go.
    pub answered: usize,
    /// Questions that counted since it came.
    pub asked: usize,
    /// 1 for the most points; a tie shares its place. `null` where the class played as one.
    pub place: Option<usize>,
}

/// The class against its target.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClassLine {
    pub points: f64,
    pub could_earn: f64,
    pub target_percent: u8,
    pub reached: bool,
}

impl ClassLine {
    pub(super) fn of(score: &ClassScore) -> Self {
        Self {
            points: in_points(score.points),
            could_earn: in_points(score.of),
            target_percent: score.target_percent,
            reached: score.is_reached(),
        }
    }
}

/// The teams in the order of joining.
pub(super) fn lines(room: &Room) -> Vec<TeamLine> {
    room.teams().zip(room.standings()).map(|(team, standing)| TeamLine::of(room, team, standing)).collect()
}

impl TeamLine {
    fn of(room: &Room, team: &Team, standing: Standing) -> Self {
        let since = room.since(standing.team).filter(|&since| since > 0);
        Self {
            letter: team.number,
            name: team.name.to_string(),
            shape: team.shape.name(),
            colour: team.colour,
            members: team.members.iter().map(ToString::to_string).collect(),
            from_question: since.map(|since| since + 1),
            to_question: room.gone_after(standing.team),
            by_hand: by_hand(room, standing.team),
            score: score(room, standing),
        }
    }
}

fn by_hand(room: &Room, team: TeamId) -> Vec<PointsByHand> {
    let awards = room.awards().iter().filter(|award| award.team == team);
    let line = |award: &Award| PointsByHand {
        points: in_points(award.points),
        why: award.why.to_string(),
        after_question: award.after,
    };
    awards.map(line).collect()
}

fn score(room: &Room, standing: Standing) -> Option<TeamScore> {
    let mode = room.setup().questions().map(|q| q.mode).filter(|&mode| mode != Mode::Argue)?;
    Some(TeamScore {
        points: in_points(standing.points),
        could_earn: in_points(room.could_earn(standing.team)),
        right: standing.right,
        answered: standing.answered,
        asked: standing.asked,
        place: (!matches!(mode, Mode::Class { .. })).then_some(standing.place),
    })
}

/// Ids of the teams that were there for the question at `question` and said nothing.
pub(super) fn silent(room: &Room, question: usize, said: &[TeamId]) -> Vec<char> {
    let ids = (0_u8..).map(TeamId);
    let there = |id: &TeamId| room.was_there(*id, question) && !said.contains(id);
    room.teams().zip(ids).filter(|(_, id)| there(id)).map(|(team, _)| team.number).collect()
}

/// Points as a number.
pub(super) fn in_points(points: Points) -> f64 {
    points.as_f64()
}
