//! Who of a class is here today, and in which team: dealt by chance, and moved by hand.

use std::collections::BTreeSet;

use super::{DrillLabel, SchoolClass};
use crate::study::drill::{DealError, TEAMS, Team, USUAL_TEAMS, teams_of};
use crate::study::names::PersonName;

/// A class before a drill.
#[derive(Clone, Debug, PartialEq)]
pub struct Attendance {
    class: SchoolClass,
    /// Places on the class's list.
    away: BTreeSet<usize>,
    teams: Vec<Team>,
}

impl Attendance {
    /// The whole class, dealt into as many teams as usual or as its people allow.
    ///
    /// # Errors
    /// When there are too few people.
    pub fn new(class: SchoolClass, seed: u64) -> Result<Self, DealError> {
        let teams = USUAL_TEAMS.min(class.pupils.len() / 2).max(*TEAMS.start());
        let mut roll = Self { class, away: BTreeSet::new(), teams: Vec::new() };
        roll.deal(teams, seed)?;
        Ok(roll)
    }

    #[must_use]
    pub fn class(&self) -> &SchoolClass {
        &self.class
    }

    #[must_use]
    pub fn teams(&self) -> &[Team] {
        &self.teams
    }

    #[must_use]
    pub fn is_away(&self, pupil: usize) -> bool {
        self.away.contains(&pupil)
    }

    /// The team in which the pupil at this place of the list plays.
    #[must_use]
    pub fn team_of(&self, pupil: usize) -> Option<&Team> {
        let name = &self.class.pupils.get(pupil)?.name;
        self.teams.iter().find(|team| team.members.contains(name))
    }

    /// Deals everybody who is here anew.
    ///
    /// # Errors
    /// When there are too few people for so many teams; then all stays as it was.
    pub fn deal(&mut self, teams: usize, seed: u64) -> Result<(), DealError> {
        let here = self.class.pupils.iter().enumerate().filter(|(at, _)| !self.away.contains(at));
        let names: Vec<PersonName> = here.map(|(_, pupil)| pupil.name.clone()).collect();
        self.teams = teams_of(&names, Some(teams), seed)?;
        Ok(())
    }

    /// Says that a pupil is away, or here after all: then in the smallest team. The others stay where they are.
    pub fn toggle(&mut self, pupil: usize) {
        let Some(name) = self.class.pupils.get(pupil).map(|pupil| pupil.name.clone()) else { return };
        if self.away.remove(&pupil) {
            if let Some(team) = self.teams.iter_mut().min_by_key(|team| team.members.len()) {
                team.members.push(name);
            }
        } else {
            self.away.insert(pupil);
            self.teams.iter_mut().for_each(|team| team.members.retain(|member| *member != name));
        }
    }

    /// Moves a pupil to the next team.
    pub fn move_on(&mut self, pupil: usize) {
        let Some(name) = self.class.pupils.get(pupil).map(|pupil| pupil.name.clone()) else { return };
        let Some(from) = self.teams.iter().position(|team| team.members.contains(&name)) else { return };
        let to = (from + 1) % self.teams.len();
        self.teams[from].members.retain(|member| *member != name);
        self.teams[to].members.push(name);
    }

    /// What is said of the drill.
    #[must_use]
    pub fn label(&self) -> DrillLabel {
        let absent = self.away.iter().filter_map(|&at| self.class.pupils.get(at)).map(|pupil| pupil.name.clone());
        DrillLabel { class: Some(self.class.id.clone()), absent: absent.collect(), ..DrillLabel::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::class::{ClassId, Pupil};
    use crate::study::names::Name;

    fn roll(people: usize) -> Attendance {
        let name = Name::new("8b").unwrap();
        let pupil = |n| Pupil::new(PersonName::new(&format!("Pupil {n}")).unwrap());
        let class = SchoolClass { id: ClassId::new(&name, 1), name, pupils: (1..=people).map(pupil).collect() };
        Attendance::new(class, 7).unwrap()
    }

    fn sizes(roll: &Attendance) -> Vec<usize> {
        roll.teams().iter().map(|team| team.members.len()).collect()
    }

    #[test]
    fn who_is_away_is_in_no_team_and_comes_back_into_the_smallest() {
        let mut roll = roll(9);
        assert_eq!(sizes(&roll).iter().sum::<usize>(), 9);
        roll.toggle(4);
        assert!(roll.is_away(4) && roll.team_of(4).is_none() && roll.label().absent[0].as_str() == "Pupil 5");
        roll.toggle(4);
        assert!(roll.team_of(4).is_some() && sizes(&roll).iter().sum::<usize>() == 9 && roll.label().absent.is_empty());
    }

    #[test]
    fn a_pupil_moves_on_and_a_new_deal_has_as_many_teams_as_wanted() {
        let mut roll = roll(9);
        let before = roll.team_of(0).unwrap().number;
        roll.move_on(0);
        assert_ne!(roll.team_of(0).unwrap().number, before);
        roll.deal(3, 8).unwrap();
        assert_eq!(sizes(&roll), [3, 3, 3]);
        assert!(roll.deal(10, 8).is_err() && roll.teams().len() == 3, "nothing changed");
    }
}
