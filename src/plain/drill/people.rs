//! The people of a drill in lines.

use super::Drilling;
use crate::course::wording::sentence;
use crate::plain::PlainError;
use crate::study::drill::Seating;
use crate::study::event::EventKind;
use crate::study::names::PersonName;
use crate::study::session::drill::Named;

/// What parts the old name from the new.
const BECOMES: char = '=';

impl Drilling<'_> {
    /// Who plays in which team, and who is away.
    pub(super) fn people(&mut self) -> Result<(), PlainError> {
        let Seating { teams, away } = self.host.seating();
        let names = |people: &[PersonName]| people.iter().map(PersonName::as_str).collect::<Vec<_>>().join(", ");
        let line = |(team, people): (&crate::study::drill::Team, &Vec<PersonName>)| {
            format!("Team {}, {}: {}.", team.number, team.name, names(people))
        };
        let mut lines: Vec<String> = self.room().teams().zip(&teams).map(line).collect();
        lines.extend((!away.is_empty()).then(|| format!("Away: {}.", names(&away))));
        lines.iter().try_for_each(|line| self.say(line))
    }

    /// `words` is away or, where `here`, came after all.
    pub(super) fn attendance(&mut self, words: &str, here: bool) -> Result<(), PlainError> {
        let who = match self.host.person_called(words) {
            Ok(who) => who,
            Err(why) => return self.say(&why),
        };
        if self.host.seating().away.contains(&who) != here {
            let known = if here { "here" } else { "away" };
            return self.say(&format!("{who} is {known} already."));
        }
        let toggled = self.host.toggled(&who);
        if self.enter(toggled)? {
            self.say_where(&who)?;
        }
        Ok(())
    }

    /// `Ana Ruiz 2`: who plays in which team now.
    pub(super) fn move_person(&mut self, line: &str) -> Result<(), PlainError> {
        let (who, team) = line.rsplit_once(' ').unwrap_or((line, ""));
        let found = self.host.person_called(who).and_then(|who| Ok((who, self.host.team_called(team)?)));
        let (who, team) = match found {
            Ok(found) => found,
            Err(why) => return self.say(&format!("{why} Type the name and the number of the team: move Ana 2.")),
        };
        let moved = self.host.moved_to(&who, team);
        if self.enter(moved)? {
            self.say_where(&who)?;
        }
        Ok(())
    }

    fn say_where(&mut self, who: &PersonName) -> Result<(), PlainError> {
        let said = match self.host.seating().team_of(who).and_then(|at| self.room().teams().nth(at)) {
            Some(team) => format!("{who} plays in {}.", team.name),
            None => format!("{who} is away."),
        };
        self.say(&said)
    }

    pub(super) fn deal(&mut self) -> Result<(), PlainError> {
        let seed = self.session.seed.unwrap_or_else(|| self.session.now().now.as_millisecond().unsigned_abs());
        let dealt = self.host.dealt(seed);
        if self.enter(dealt)? { self.people() } else { Ok(()) }
    }

    /// `Ana = Anna`: a team by its number or name, or a person.
    pub(super) fn rename(&mut self, line: &str) -> Result<(), PlainError> {
        let Some((old, new)) = line.split_once(BECOMES) else {
            return self.say("Type the old name and the new: rename Ana = Anna, rename 2 = The Owls.");
        };
        let what = match self.host.team_called(old.trim()) {
            Ok(team) => Named::Team(team),
            Err(_) => match self.host.person_called(old) {
                Ok(person) => Named::Person(person),
                Err(why) => return self.say(&why),
            },
        };
        let renamed = match self.host.renamed(&what, new) {
            Ok(renamed) => renamed,
            Err(why) => return self.say(&sentence(&why)),
        };
        if self.enter(renamed)? {
            self.rename_in_class(&what, new)?;
            self.say(&format!("{} is now {}.", old.trim(), new.trim()))?;
        }
        Ok(())
    }

    /// A pupil of a class is called so in the class too.
    fn rename_in_class(&mut self, what: &Named, new: &str) -> Result<(), PlainError> {
        let (Named::Person(old), Some(run), Ok(new)) = (what, self.host.run(), PersonName::new(new)) else {
            return Ok(());
        };
        let label = self.session.store.drill_labels()?.remove(&run).unwrap_or_default();
        let Some(mut class) = self.session.store.class_with(label.class.as_ref())? else { return Ok(()) };
        if class.rename(old, &new).is_ok() {
            let now = self.session.now();
            self.session.save(&now, EventKind::ClassKept { class: Box::new(class) })?;
        }
        Ok(())
    }
}
