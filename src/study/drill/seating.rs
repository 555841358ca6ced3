//! Who plays in which team and who is away: before a drill and while it runs, moved by hand or dealt anew.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{Core, Refused, Room, TeamError, TeamId};
use crate::study::chance::{chance, shuffled};
use crate::study::names::{Name, PersonName};

/// The people of a drill.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seating {
    /// Those of each team, in the order of joining.
    pub teams: Vec<Vec<PersonName>>,
    pub away: Vec<PersonName>,
}

impl Seating {
    /// The team, by its place, in which `who` plays.
    #[must_use]
    pub fn team_of(&self, who: &PersonName) -> Option<usize> {
        self.teams.iter().position(|team| team.contains(who))
    }

    /// Whether `who` is one of the people.
    #[must_use]
    pub fn has(&self, who: &PersonName) -> bool {
        self.team_of(who).is_some() || self.away.contains(who)
    }

    /// Says that `who` is away, or here after all: then in the smallest of the teams at the places `open`.
    pub fn toggle(&mut self, who: &PersonName, open: &[usize]) {
        if let Some(at) = self.away.iter().position(|away| away == who) {
            let smallest = open.iter().copied().min_by_key(|&team| self.teams.get(team).map_or(usize::MAX, Vec::len));
            if let Some(team) = smallest.and_then(|team| self.teams.get_mut(team)) {
                team.push(self.away.remove(at));
            }
        } else if self.take_out(who) {
            self.away.push(who.clone());
        }
    }

    /// Moves `who` to the next of the teams at the places `open`.
    pub fn move_on(&mut self, who: &PersonName, open: &[usize]) {
        let Some(from) = self.team_of(who) else { return };
        let next = open.iter().copied().find(|&team| team > from).or_else(|| open.first().copied());
        self.move_to(who, next.unwrap_or(from));
    }

    /// Moves `who` to the team at this place.
    pub fn move_to(&mut self, who: &PersonName, team: usize) {
        if team < self.teams.len() && (self.take_out(who) || self.take_back(who)) {
            self.teams[team].push(who.clone());
        }
    }

    /// Deals everybody who is here anew into the teams at the places `open`, whose sizes then differ by at most one.
    pub fn deal(&mut self, open: &[usize], seed: u64) {
        let mut people = Vec::new();
        for &team in open {
            people.extend(self.teams.get_mut(team).map(std::mem::take).into_iter().flatten());
        }
        people.sort_by_key(PersonName::folded);
        let order = shuffled(people.len(), &mut chance(seed, "teams"));
        for (at, person) in order.into_iter().enumerate() {
            if let Some(team) = open.get(at % open.len().max(1)).and_then(|&team| self.teams.get_mut(team)) {
                team.push(people[person].clone());
            }
        }
    }

    /// Calls `old` `new`.
    pub fn rename(&mut self, old: &PersonName, new: &PersonName) {
        let all = self.teams.iter_mut().flatten().chain(&mut self.away);
        all.filter(|name| *name == old).for_each(|name| *name = new.clone());
    }

    /// Everybody, by teams, those who are away last.
    pub fn people(&self) -> impl Iterator<Item = &PersonName> {
        self.teams.iter().flatten().chain(&self.away)
    }

    fn take_out(&mut self, who: &PersonName) -> bool {
        let team = self.team_of(who);
        if let Some(team) = team {
            self.teams[team].retain(|member| member != who);
        }
        team.is_some()
    }

    fn take_back(&mut self, who: &PersonName) -> bool {
        let before = self.away.len();
        self.away.retain(|away| away != who);
        self.away.len() < before
    }

    fn is_sound(&self, teams: usize) -> bool {
        let mut seen = HashSet::new();
        self.teams.len() == teams && self.people().all(|name| seen.insert(name.folded()))
    }
}

impl Core {
    /// The people sit anew.
    pub(super) fn reseat(&mut self, seating: &Seating) -> Result<(), Refused> {
        if !seating.is_sound(self.seats.len()) {
            return Err(Refused::Seating);
        }
        for (seat, members) in self.seats_mut().iter_mut().zip(&seating.teams) {
            seat.team.members.clone_from(members);
        }
        self.away = Some(seating.away.clone().into());
        Ok(())
    }

    /// A team gets another name.
    pub(super) fn rename(&mut self, team: TeamId, name: &Name) -> Result<(), Refused> {
        let is_taken = self.ids().zip(self.seats.iter()).any(|(id, seat)| id != team && seat.team.name.is_like(name));
        if is_taken {
            return Err(TeamError::Name(name.clone()).into());
        }
        let seat = self.seats_mut().get_mut(usize::from(team.0)).ok_or(Refused::NoTeam(team))?;
        seat.team.name = name.clone();
        Ok(())
    }
}

impl Room {
    /// The people as they sit now; `away` are those who were away when the drill began.
    #[must_use]
    pub fn seating(&self, away: &[PersonName]) -> Seating {
        Seating {
            teams: self.teams().map(|team| team.members.clone()).collect(),
            away: self.away().unwrap_or(away).to_vec(),
        }
    }

    /// Those who are away, where that was said while the drill ran.
    #[must_use]
    pub fn away(&self) -> Option<&[PersonName]> {
        self.core.away.as_deref()
    }

    /// The places of the teams that have not left.
    #[must_use]
    pub fn open_places(&self) -> Vec<usize> {
        self.present().into_iter().map(|id| usize::from(id.0)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> PersonName {
        PersonName::new(text).unwrap()
    }

    fn seating() -> Seating {
        Seating { teams: vec![vec![name("Ana"), name("Ben")], vec![name("Cem")], Vec::new()], away: vec![name("Dora")] }
    }

    #[test]
    fn who_comes_after_all_is_in_the_smallest_team_that_plays() {
        let mut seating = seating();
        seating.toggle(&name("Dora"), &[0, 1]);
        assert_eq!((seating.team_of(&name("Dora")), seating.away.len()), (Some(1), 0));
        seating.toggle(&name("Ana"), &[0, 1]);
        assert_eq!((seating.team_of(&name("Ana")), seating.away), (None, vec![name("Ana")]));
    }

    #[test]
    fn nobody_is_moved_or_dealt_into_a_team_that_has_left() {
        let mut seating = seating();
        seating.move_on(&name("Cem"), &[0, 1]);
        assert_eq!(seating.team_of(&name("Cem")), Some(0));
        seating.deal(&[0, 1], 7);
        let sizes: Vec<usize> = seating.teams.iter().map(Vec::len).collect();
        assert!(sizes == [2, 1, 0] && seating.away == [name("Dora")], "{seating:?}");
    }
}
