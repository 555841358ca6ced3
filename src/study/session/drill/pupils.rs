//! Votes of single pupils by their numbers on the class's list: `12b 13a 14c`.

use super::{DrillHost, NoAnswer, Pending, Taken, Typed};
use crate::study::class::SchoolClass;
use crate::study::drill::{Input, PupilVote, Room};
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

    /// Whether pupils can vote by their numbers.
    #[must_use]
    pub fn has_numbers(&self) -> bool {
        !self.pupils.is_empty()
    }

    /// The letter behind a pupil's number.
    pub(super) fn type_pupil(&mut self, c: char) -> Typed {
        let Pending::Votes { question, count, .. } = &mut self.pending else { return Typed::Kept };
        let Some(item) = self.room.setup().asked(*question) else { return Typed::Kept };
        let (Some(place), Some(number)) = (place(item, c), count.number()) else { return Typed::Kept };
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
        let Pending::Votes { question, count, .. } = &mut self.pending else { return Err(HOW.to_owned()) };
        let item = self.room.setup().asked(*question).ok_or(HOW)?;
        let read = |word: &str| {
            let at = word.find(|c: char| !c.is_ascii_digit()).ok_or(HOW)?;
            let number: usize = word[..at].parse().map_err(|_| HOW)?;
            let mut letters = word[at..].chars();
            let (Some(c), None) = (letters.next(), letters.next()) else { return Err(HOW.to_owned()) };
            pupil(&self.pupils, number)?;
            Ok((number, place(item, c).ok_or_else(|| format!("{word}: {}", item.how_to_spell()))?))
        };
        let words = line.split([' ', ',', ';']).filter(|word| !word.is_empty());
        let votes: Vec<(usize, usize)> = words.map(read).collect::<Result<_, String>>()?;
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
        let (vote, by) = (*vote, self.votes(&self.room, *question, count.pupils()));
        Some(self.take(clock, Input::Raised { vote, by }))
    }

    fn votes(&self, room: &Room, question: usize, votes: &[(usize, usize)]) -> Vec<PupilVote> {
        let Some(item) = room.setup().asked(question) else { return Vec::new() };
        let one = |&(number, place): &(usize, usize)| {
            let who = pupil(&self.pupils, number).ok()?.clone();
            Some(PupilVote { who, option: *item.order.get(place)? })
        };
        votes.iter().filter_map(one).collect()
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

/// The place of the option with this letter.
fn place(item: &Item, letter: char) -> Option<usize> {
    (0..item.letters()).find(|&at| item.label_at(at) == letter.to_ascii_uppercase())
}
