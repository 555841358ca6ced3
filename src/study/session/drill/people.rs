//! The people of a drill under way: who is away, who plays in which team, and what they are called.

use super::DrillHost;
use crate::study::class::DrillLabel;
use crate::study::drill::{Input, Seating, TeamId};
use crate::study::names::{Name, PersonName};

/// Somebody or something that has a name in a drill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    Team(TeamId),
    Person(PersonName),
}

impl DrillHost {
    /// The same drill, of which `label` is said.
    #[must_use]
    pub fn labelled(mut self, label: &DrillLabel) -> Self {
        self.absent.clone_from(&label.absent);
        self
    }

    /// The people as they sit now.
    #[must_use]
    pub fn seating(&self) -> Seating {
        self.room().seating(&self.absent)
    }

    /// Teams with their people, those who are away last.
    #[must_use]
    pub fn named(&self) -> Vec<Named> {
        let Seating { teams, away } = self.seating();
        let team = |(at, members): (u8, Vec<PersonName>)| {
            [Named::Team(TeamId(at))].into_iter().chain(members.into_iter().map(Named::Person))
        };
        (0..).zip(teams).flat_map(team).chain(away.into_iter().map(Named::Person)).collect()
    }

    /// `who` is away, or here after all.
    #[must_use]
    pub fn toggled(&self, who: &PersonName) -> Input {
        self.reseated(|seating, open| seating.toggle(who, open))
    }

    /// `who` plays in the next team.
    #[must_use]
    pub fn moved_on(&self, who: &PersonName) -> Input {
        self.reseated(|seating, open| seating.move_on(who, open))
    }

    /// `who` plays in `team`.
    #[must_use]
    pub fn moved_to(&self, who: &PersonName, team: TeamId) -> Input {
        self.reseated(|seating, _| seating.move_to(who, usize::from(team.0)))
    }

    /// Everybody who is here is dealt anew into the teams that play.
    #[must_use]
    pub fn dealt(&self, seed: u64) -> Input {
        self.reseated(|seating, open| seating.deal(open, seed))
    }

    fn reseated(&self, act: impl FnOnce(&mut Seating, &[usize])) -> Input {
        let mut seating = self.seating();
        act(&mut seating, &self.room().open_places());
        Input::Seated(seating)
    }

    /// `what` is called `new`.
    ///
    /// # Errors
    /// Says why that is no name for it.
    pub fn renamed(&self, what: &Named, new: &str) -> Result<Input, String> {
        match what {
            Named::Team(team) => {
                Ok(Input::TeamRenamed { team: *team, name: Name::new(new).map_err(|why| why.to_string())? })
            }
            Named::Person(old) => {
                let new = PersonName::new(new).map_err(|why| why.to_string())?;
                let mut seating = self.seating();
                if seating.people().any(|other| other.is_like(&new) && other != old) {
                    return Err(format!("“{new}” is there already: add a letter to tell the two apart"));
                }
                seating.rename(old, &new);
                Ok(Input::Seated(seating))
            }
        }
    }

    /// The person called so: by the whole name or, where it is one person's alone, by its beginning.
    ///
    /// # Errors
    /// Says who there is.
    pub fn person_called(&self, words: &str) -> Result<PersonName, String> {
        let (seating, wanted) = (self.seating(), words.trim().to_lowercase());
        let people: Vec<&PersonName> = seating.people().collect();
        let is = |name: &&&PersonName| name.as_str().to_lowercase() == wanted;
        if let Some(found) = people.iter().find(is) {
            return Ok((*found).clone());
        }
        let begins: Vec<&&PersonName> =
            people.iter().filter(|name| name.as_str().to_lowercase().starts_with(&wanted)).collect();
        match (begins.as_slice(), people.is_empty()) {
            ([one], _) if !wanted.is_empty() => Ok((**one).clone()),
            (_, true) => Err("This drill has teams without names in them.".to_owned()),
            _ => {
                let names: Vec<&str> = people.iter().map(|name| name.as_str()).collect();
                Err(format!("There is nobody called {}: {}.", words.trim(), names.join(", ")))
            }
        }
    }
}
