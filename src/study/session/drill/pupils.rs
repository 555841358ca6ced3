//! What single pupils show, by their numbers on the class's list: `12b 13a 14c`.

use super::{DrillHost, NoAnswer, Pending, Spelling, Taken, Typed};
use crate::study::class::SchoolClass;
use crate::study::drill::{Input, PupilVote, TeamId, Vote, letter};
use crate::study::item::Item;
use crate::study::names::PersonName;
use crate::study::time::Clock;

/// How votes of single pupils are typed.
const HOW: &str = "Type a pupil's number and the letter: 12b 13a.";

impl DrillHost {
    /// The same drill with a class, whose pupils have numbers.
    #[must_use]
    pub fn with_class(mut self, class: Option<&SchoolClass>) -> Self {
        let name = |pupil: &crate::study::class::Pupil| pupil.name.clone();
        self.pupils = class.map(|class| class.pupils.iter().map(name).collect()).unwrap_or_default();
        self
    }

    /// Whether what is asked for can be typed pupil by pupil, by their numbers.
    #[must_use]
    pub fn has_numbers(&self) -> bool {
        !self.pupils.is_empty()
            && match &self.pending {
                Pending::Votes { .. } | Pending::Decision { .. } => true,
                Pending::Answer(spelling) => {
                    spelling.hidden && spelling.asked(self.room()).is_some_and(Item::is_one_letter)
                }
                Pending::Nothing => false,
            }
    }

    /// The letter behind a pupil's number; without one, that of the choice that is counted.
    pub(super) fn type_pupil(&mut self, c: char) -> Typed {
        let (Some(place), Some(count)) = (self.place(c), self.pending.count_mut()) else { return Typed::Kept };
        let Some(number) = count.number() else { return Typed::Kept };
        match pupil(&self.pupils, number) {
            Ok(_) => {
                count.pupil(place);
                Typed::Kept
            }
            Err(why) => Typed::Refused(NoAnswer::Unreadable(why)),
        }
    }

    /// Takes a line such as `12b 13a 14c` in place of what was counted.
    ///
    /// # Errors
    /// Says what cannot be read; then all is as before.
    pub fn fill_pupils(&mut self, line: &str) -> Result<(), String> {
        let numbered = numbered(line).ok_or(HOW)?;
        let read = |(number, c): (usize, char)| {
            pupil(&self.pupils, number)?;
            Ok((number, self.place(c).ok_or_else(|| self.no_letter(number, c))?))
        };
        let votes: Vec<(usize, usize)> = numbered.into_iter().map(read).collect::<Result<_, String>>()?;
        let count = self.pending.count_mut().ok_or(HOW)?;
        count.clear();
        for (number, place) in votes {
            count.set(u32::try_from(number).unwrap_or(0));
            count.pupil(place);
        }
        Ok(())
    }

    /// Hands the votes of single pupils to the room.
    pub(super) fn raise(&mut self, clock: &Clock) -> Option<Taken> {
        let Pending::Votes { question, vote, count } = &self.pending else { return None };
        let item = self.room.setup().asked(*question)?;
        let one = |&(number, place): &(usize, usize)| {
            let who = pupil(&self.pupils, number).ok()?.clone();
            Some(PupilVote { who, option: *item.order.get(place)? })
        };
        let (vote, by) = (*vote, count.pupils().iter().filter_map(one).collect());
        Some(self.take(clock, Input::Raised { vote, by }))
    }

    /// Where every team answers, what single pupils showed; `None` when that is not what was typed.
    pub(super) fn shown(&self, spelling: &Spelling) -> Option<Result<Vec<Input>, NoAnswer>> {
        let numbered = numbered(&spelling.text).filter(|_| self.has_numbers())?;
        let item = spelling.asked(self.room())?;
        let mut by: Vec<PupilVote> = Vec::new();
        for (number, c) in numbered {
            match self.one_shown(item, (number, c)) {
                Ok(one) => {
                    by.retain(|other| other.who != one.who);
                    by.push(one);
                }
                Err(why) => return Some(Err(NoAnswer::Unreadable(why))),
            }
        }
        Some(Ok(vec![Input::Raised { vote: Vote::First, by }]))
    }

    /// Teams without an answer of whose pupils as many showed one option as another.
    pub(super) fn split_teams(&self) -> Vec<TeamId> {
        let Pending::Answer(Spelling { question, hidden: true, .. }) = &self.pending else { return Vec::new() };
        let [shown, _] = self.room.pupil_votes(*question);
        let is_split = |id: &TeamId| {
            let members = self.room.team(*id).map(|team| team.members.as_slice()).unwrap_or_default();
            members.iter().any(|who| shown.iter().any(|one| one.who == *who))
        };
        self.room.waiting().into_iter().filter(is_split).collect()
    }

    /// That teams are split, and what to do then.
    #[must_use]
    pub fn split(&self) -> Option<String> {
        let teams = self.split_teams().into_iter().filter_map(|id| self.room.team(id));
        let names: Vec<&str> = teams.map(|team| team.name.as_str()).collect();
        (!names.is_empty()).then(|| format!("Split, ask for one letter and type it: {}.", names.join(", ")))
    }

    fn one_shown(&self, item: &Item, (number, c): (usize, char)) -> Result<PupilVote, String> {
        let who = pupil(&self.pupils, number)?;
        let option = self.place(c).and_then(|place| item.order.get(place).copied());
        if self.seating().team_of(who).is_none() {
            return Err(format!("Pupil {number} is away, or in no team."));
        }
        Ok(PupilVote { who: who.clone(), option: option.ok_or_else(|| self.no_letter(number, c))? })
    }

    /// The place of the option or choice with this letter.
    pub(super) fn place(&self, c: char) -> Option<usize> {
        let c = c.to_ascii_uppercase();
        let of_item = |question: usize| {
            let item = self.room.setup().asked(question)?;
            (0..item.letters()).find(|&at| item.label_at(at) == c)
        };
        match &self.pending {
            Pending::Votes { question, .. } => of_item(*question),
            Pending::Answer(spelling) => of_item(spelling.question),
            Pending::Decision { count, .. } => (0..count.options()).find(|&at| letter(at) == c),
            Pending::Nothing => None,
        }
    }

    fn no_letter(&self, number: usize, c: char) -> String {
        let how = match &self.pending {
            Pending::Votes { question, .. } | Pending::Answer(Spelling { question, .. }) => {
                self.room.setup().asked(*question).map(Item::how_to_spell)
            }
            Pending::Decision { .. } | Pending::Nothing => None,
        };
        format!("{number}{c}: {}", how.as_deref().unwrap_or(HOW))
    }
}

fn pupil(pupils: &[PersonName], number: usize) -> Result<&PersonName, String> {
    match pupils.len() {
        0 => Err("Numbers are those of a class's list: choose a class for this drill.".to_owned()),
        n => number
            .checked_sub(1)
            .and_then(|at| pupils.get(at))
            .ok_or_else(|| format!("There is no pupil {number}: the list has 1 to {n}.")),
    }
}

/// Numbers of pupils, each with a letter, apart from each other or not; `None` when the line has anything else.
fn numbered(line: &str) -> Option<Vec<(usize, char)>> {
    let mut rest = line.trim_start_matches(BETWEEN);
    let mut read = Vec::new();
    while let Some(at) = rest.find(|c: char| !c.is_ascii_digit()) {
        let c = rest[at..].chars().next().filter(|c| c.is_alphabetic())?;
        read.push((rest[..at].parse().ok()?, c));
        rest = rest[at + c.len_utf8()..].trim_start_matches(BETWEEN);
    }
    (rest.is_empty() && !read.is_empty()).then_some(read)
}

/// What may stand between two pupils.
const BETWEEN: [char; 3] = [' ', ',', ';'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_letters_stand_apart_or_not() {
        let both = Some(vec![(12, 'b'), (3, 'A')]);
        for line in ["12b 3A", "12b3A", " 12b, 3A;", "12b,3A"] {
            assert_eq!(numbered(line), both, "{line}");
        }
        for line in ["", "b", "12", "12b 3", "12 b", "12bc", "12b/3a", "99999999999999999999b"] {
            assert_eq!(numbered(line), None, "{line}");
        }
    }
}
