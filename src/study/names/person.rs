//! The name of a person: longer than a board has room for, where it is drawn short.

use std::collections::HashSet;

use serde::{Deserialize, Deserializer, Serialize, de};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{MAX_COLUMNS, MAX_GRAPHEMES, Name, NameError, drawable, folded};

/// Most characters, as people count them, in the name of a person.
pub const MAX_PERSON_GRAPHEMES: usize = 60;

/// The name of a person, as clean as a [`Name`] and up to three times as long.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct PersonName(String);

impl PersonName {
    /// # Errors
    /// Says what is wrong when nothing is left of `raw`, or it is too long.
    pub fn new(raw: &str) -> Result<Self, NameError> {
        let name = drawable(raw)?;
        match name.graphemes(true).count() {
            graphemes if graphemes > MAX_PERSON_GRAPHEMES => Err(NameError::PersonTooLong { graphemes }),
            _ => Ok(Self(name)),
        }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the two differ in case only.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        self.folded() == other.folded()
    }

    /// The name as it is compared: without case.
    #[must_use]
    pub fn folded(&self) -> String {
        folded(&self.0)
    }

    /// This name unlike every one of `taken`, which are folded: `Ana Ruiz`, `Ana Ruiz (2)`.
    #[must_use]
    pub fn unlike(&self, taken: &HashSet<String>) -> Self {
        if !taken.contains(&self.folded()) {
            return self.clone();
        }
        let numbered = |n: usize| {
            let end = format!(" ({n})");
            let room = MAX_PERSON_GRAPHEMES.saturating_sub(end.len());
            Self(format!("{}{end}", front(&self.0, room, usize::MAX).trim_end()))
        };
        (2..=taken.len() + 2).map(numbered).find(|name| !taken.contains(&name.folded())).unwrap_or_else(|| self.clone())
    }

    /// The name as it fits on the board: whole, or its first word and the letters of the others (`Maximiliane A. v. S.`).
    #[must_use]
    pub fn short(&self) -> Name {
        let mut words = self.0.split(' ');
        let first = words.next().unwrap_or_default();
        let initials: String = words.filter_map(|word| word.graphemes(true).next()).map(|c| format!(" {c}.")).collect();
        let shapes = [self.0.clone(), format!("{first}{initials}"), first.to_owned(), self.0.clone()];
        let cut = |text: &String| front(text, MAX_GRAPHEMES, MAX_COLUMNS);
        shapes.iter().find_map(|shape| Name::new(shape).ok()).unwrap_or_else(|| Name(cut(&shapes[3])))
    }
}

/// The beginning of `text`: at most so many characters and columns.
fn front(text: &str, graphemes: usize, columns: usize) -> String {
    let mut wide = 0;
    let fits = |c: &&str| {
        wide += c.width();
        wide <= columns
    };
    text.graphemes(true).take(graphemes).take_while(fits).collect::<String>().trim_end().to_owned()
}

/// Each name as it fits on the board, and no two alike: where short ones would be, they get a number.
#[must_use]
pub fn told_apart(names: &[PersonName]) -> Vec<Name> {
    let short: Vec<Name> = names.iter().map(PersonName::short).collect();
    let mut taken = HashSet::new();
    let mut apart = Vec::new();
    for name in short {
        let numbered = |n: usize| {
            let end = format!(" {n}");
            let room = MAX_GRAPHEMES.saturating_sub(end.len());
            Name(format!("{}{end}", front(&name.0, room, MAX_COLUMNS.saturating_sub(end.len()))))
        };
        let all = std::iter::once(name.clone()).chain((2..=names.len() + 1).map(numbered));
        let free = all.into_iter().find(|name| taken.insert(name.folded()));
        apart.push(free.unwrap_or(name));
    }
    apart
}

impl From<Name> for PersonName {
    fn from(name: Name) -> Self {
        Self(name.0)
    }
}

impl std::fmt::Display for PersonName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.0)
    }
}

impl<'de> Deserialize<'de> for PersonName {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::new(&String::deserialize(from)?).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(raw: &str) -> PersonName {
        PersonName::new(raw).unwrap()
    }

    #[test]
    fn up_to_sixty_characters_are_a_name_and_the_board_shows_it_short() {
        assert_eq!(PersonName::new(&"x".repeat(61)), Err(NameError::PersonTooLong { graphemes: 61 }));
        for (whole, short) in [
            ("Ana Ruiz", "Ana Ruiz"),
            ("Maximiliane Amalie von Sayn-Wittgenstein", "Maximiliane A. v. S."),
            ("Wolfeschlegelsteinhausenbergerdorff Hubert", "Wolfeschlegelsteinha"),
            (&"界".repeat(30), &"界".repeat(12)),
        ] {
            assert_eq!(person(whole).short().as_str(), short);
        }
    }

    #[test]
    fn namesakes_are_told_apart_whole_and_short() {
        let taken = ["Ana Ruiz", "ana ruiz (2)"].map(|name| person(name).folded()).into();
        assert_eq!(person("ANA RUIZ").unlike(&taken).as_str(), "ANA RUIZ (3)");
        let long = ["Maximiliane Amalie Sommerfeld", "Maximiliane Antonia Schneider"].map(person);
        assert_eq!(
            told_apart(&long).iter().map(Name::as_str).collect::<Vec<_>>(),
            ["Maximiliane A. S.", "Maximiliane A. S. 2"]
        );
    }
}
