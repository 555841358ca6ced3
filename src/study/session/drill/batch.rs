//! Answers of several teams in one line, by one rule for every kind of question: `/` stands between two teams and may be left
//! out where an answer is one letter; `-` is a team that has none.

use super::entering::NoAnswer;
use super::pending::Spelling;
use crate::course::wording::count;
use crate::study::drill::{Input, Room, TeamId};
use crate::study::item::{Item, Response};

/// What stands between the answers of two teams.
pub const BETWEEN_TEAMS: char = '/';
/// What stands for no answer.
const NONE: &str = "-";

impl Spelling {
    /// The answers that were typed: of the team that is called and, where all answer, of those after it that are waited for.
    pub(super) fn answers(&self, room: &Room) -> Result<Vec<Input>, NoAnswer> {
        let Some(item) = self.asked(room) else { return Err(NoAnswer::NotAsked) };
        if self.text.trim().is_empty() {
            return Err(NoAnswer::Empty);
        }
        let first = self.team.ok_or(NoAnswer::NoTeam)?;
        let parts = if self.hidden { parts(item, &self.text) } else { vec![self.text.clone()] };
        let teams = in_order(room, first);
        if parts.len() > teams.len() {
            let (answers, teams) = (count(parts.len(), "answer"), count(teams.len(), "team"));
            return Err(NoAnswer::Unreadable(format!("These are {answers} for {teams}.")));
        }
        let several = parts.len() > 1;
        parts.iter().zip(teams).map(|(text, team)| one(room, item, (text, team), several)).collect()
    }
}

/// The answers in a line.
fn parts(item: &Item, text: &str) -> Vec<String> {
    if item.spelled(text).is_ok() && !text.contains(BETWEEN_TEAMS) {
        return vec![text.to_owned()];
    }
    if item.is_one_letter() {
        return text.chars().filter(|c| !matches!(c, ' ' | ',' | ';' | '/')).map(String::from).collect();
    }
    text.split(BETWEEN_TEAMS).map(|part| part.trim().to_owned()).collect()
}

/// `first`, then the teams that are waited for, from the one after it on.
fn in_order(room: &Room, first: TeamId) -> Vec<TeamId> {
    let waiting: Vec<TeamId> = room.waiting().into_iter().filter(|&team| team != first).collect();
    let (before, after): (Vec<TeamId>, Vec<TeamId>) = waiting.into_iter().partition(|&team| team < first);
    [vec![first], after, before].concat()
}

fn one(room: &Room, item: &Item, (text, team): (&str, TeamId), several: bool) -> Result<Input, NoAnswer> {
    if text.trim() == NONE {
        return Ok(Input::Passed { team });
    }
    let name = || room.team(team).map_or_else(String::new, |team| format!("{}: ", team.name));
    let whose = if several { name() } else { String::new() };
    match item.spelled(text) {
        Ok(answer) if answer.is_answer() => Ok(Input::Answered { team, answer }),
        Ok(Response::Passed) if several => Err(NoAnswer::Unreadable(format!("{whose}type - for no answer."))),
        Ok(_) => Err(NoAnswer::Empty),
        Err(how) => Err(NoAnswer::Unreadable(format!("{whose}{how}"))),
    }
}
