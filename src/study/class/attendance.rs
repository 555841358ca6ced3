//! Who of a class is here today, and in which team: dealt by chance, and moved by hand.

use super::{DrillLabel, SchoolClass};
use crate::study::drill::{DealError, Seating, TEAMS, Team, USUAL_TEAMS, teams_of};
use crate::study::names::PersonName;

/// A class before a drill.
#[derive(Clone, Debug, PartialEq)]
pub struct Attendance {
    class: SchoolClass,
    /// Teams without their people, and these.
    line_up: Vec<Team>,
    seating: Seating,
}

impl Attendance {
    /// The whole class, dealt into as many teams as usual or as its people allow.
    ///
    /// # Errors
    /// When there are too few people.
    pub fn new(class: SchoolClass, seed: u64) -> Result<Self, DealError> {
        let teams = USUAL_TEAMS.min(class.pupils.len() / 2).max(*TEAMS.start());
        let mut roll = Self { class, line_up: Vec::new(), seating: Seating::default() };
        roll.deal(teams, seed)?;
        Ok(roll)
    }

    #[must_use]
    pub fn class(&self) -> &SchoolClass {
        &self.class
    }

    /// The teams with their people.
    #[must_use]
    pub fn teams(&self) -> Vec<Team> {
        let with = |(team, members): (&Team, &Vec<PersonName>)| Team { members: members.clone(), ..team.clone() };
        self.line_up.iter().zip(&self.seating.teams).map(with).collect()
    }

    /// The team, without its people, in which the pupil at this place of the list plays; `None` for one who is away.
    #[must_use]
    pub fn team_of(&self, pupil: usize) -> Option<&Team> {
        let name = &self.class.pupils.get(pupil)?.name;
        self.seating.team_of(name).and_then(|team| self.line_up.get(team))
    }

    /// Deals everybody who is here anew.
    ///
    /// # Errors
    /// When there are too few people for so many teams; then all stays as it was.
    pub fn deal(&mut self, teams: usize, seed: u64) -> Result<(), DealError> {
        let here = self.class.pupils.iter().filter(|pupil| !self.seating.away.contains(&pupil.name));
        let names: Vec<PersonName> = here.map(|pupil| pupil.name.clone()).collect();
        let dealt = teams_of(&names, Some(teams), seed)?;
        self.seating.teams = dealt.iter().map(|team| team.members.clone()).collect();
        self.line_up = dealt.into_iter().map(|team| Team { members: Vec::new(), ..team }).collect();
        Ok(())
    }

    /// Says that a pupil is away, or here after all: then in the smallest team. The others stay where they are.
    pub fn toggle(&mut self, pupil: usize) {
        let all = self.all_teams();
        if let Some(pupil) = self.class.pupils.get(pupil) {
            self.seating.toggle(&pupil.name, &all);
        }
    }

    /// Moves a pupil to the next team.
    pub fn move_on(&mut self, pupil: usize) {
        let all = self.all_teams();
        if let Some(pupil) = self.class.pupils.get(pupil) {
            self.seating.move_on(&pupil.name, &all);
        }
    }

    fn all_teams(&self) -> Vec<usize> {
        (0..self.line_up.len()).collect()
    }

    /// What is said of the drill.
    #[must_use]
    pub fn label(&self) -> DrillLabel {
        let absent = self.class.pupils.iter().map(|pupil| &pupil.name).filter(|name| self.seating.away.contains(name));
        DrillLabel { class: Some(self.class.id.clone()), absent: absent.cloned().collect(), ..DrillLabel::default() }
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
        assert!(roll.team_of(4).is_none() && roll.label().absent[0].as_str() == "Pupil 5");
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
