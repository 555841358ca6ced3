//! Teams: told apart by name, number, shape, colour and key, so that no one sense is needed. Letters belong to options.

use serde::{Deserialize, Serialize};

use crate::study::names::{Name, PersonName};

/// Fewest and most teams in a room.
pub const TEAMS: std::ops::RangeInclusive<usize> = 2..=8;

/// Keys far apart on most keyboards; those of neighbours in this list are on other rows or three keys away. None is the letter of an option (A to J, T, F).
const KEYS: [char; 8] = ['q', 'p', 'z', 'm', 'r', 'v', 'u', 'k'];

/// A team's number: its place in the order of joining, from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TeamId(pub u8);

/// A team as it is drawn and called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Team {
    pub name: Name,
    /// Index into the theme's team colours, 0 to 7.
    pub colour: u8,
    pub shape: Shape,
    /// `1` to `9`; in drills and sets saved before, `A` to `Z`.
    #[serde(rename = "letter")]
    pub number: char,
    /// A lower-case letter or a digit: no control key, and the same with Caps Lock on.
    pub key: char,
    /// Who plays in it, where that is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<PersonName>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Shape {
    Circle,
    Square,
    Triangle,
    Diamond,
    Star,
    Cross,
    Ring,
    Bar,
}

impl Shape {
    pub const ALL: [Self; 8] =
        [Self::Circle, Self::Square, Self::Triangle, Self::Diamond, Self::Star, Self::Cross, Self::Ring, Self::Bar];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Circle => "circle",
            Self::Square => "square",
            Self::Triangle => "triangle",
            Self::Diamond => "diamond",
            Self::Star => "star",
            Self::Cross => "cross",
            Self::Ring => "ring",
            Self::Bar => "bar",
        }
    }
}

/// Why a team cannot join.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TeamError {
    #[error("there are already {} teams: no more fit", TEAMS.end())]
    Full,
    #[error("the name “{0}” is taken")]
    Name(Name),
    #[error("the colour {0} is taken or does not exist")]
    Colour(u8),
    #[error("the {} is taken", .0.name())]
    Shape(Shape),
    #[error("the number {0} is taken or is not from 1 to 9")]
    Number(char),
    #[error("the key {0} is taken or is not a lower-case letter or digit")]
    Key(char),
}

impl Team {
    /// `name` with the first colour, shape, number and key that no other team has; `None` when the room is full.
    #[must_use]
    pub fn next(name: Name, others: &[Self]) -> Option<Self> {
        let free = |taken: &dyn Fn(&Self, usize) -> bool| (0..8).find(|&i| !others.iter().any(|t| taken(t, i)));
        let colour = free(&|t, i| usize::from(t.colour) == i)?;
        let shape = free(&|t, i| t.shape == Shape::ALL[i])?;
        let number = ('1'..='9').find(|&n| others.iter().all(|t| t.number != n))?;
        let key = free(&|t, i| t.key == KEYS[i])?;
        Some(Self {
            name,
            colour: u8::try_from(colour).ok()?,
            shape: Shape::ALL[shape],
            number,
            key: KEYS[key],
            members: Vec::new(),
        })
    }

    /// `n` teams called `Team 1`, `Team 2` and so on, at most as many as a room has.
    #[must_use]
    pub fn line_up(n: usize) -> Vec<Self> {
        let mut teams = Vec::new();
        for number in (1..=u8::MAX).take(n) {
            teams.extend(Name::new(&format!("Team {number}")).ok().and_then(|name| Self::next(name, &teams)));
        }
        teams
    }

    /// Whether this team can join `others`.
    pub(super) fn fits<'a>(&self, others: impl ExactSizeIterator<Item = &'a Self> + Clone) -> Result<(), TeamError> {
        let taken = |same: &dyn Fn(&Self) -> bool| others.clone().any(same);
        if others.len() >= *TEAMS.end() {
            Err(TeamError::Full)
        } else if taken(&|t| t.name.is_like(&self.name)) {
            Err(TeamError::Name(self.name.clone()))
        } else if self.colour > 7 || taken(&|t| t.colour == self.colour) {
            Err(TeamError::Colour(self.colour))
        } else if taken(&|t| t.shape == self.shape) {
            Err(TeamError::Shape(self.shape))
        } else if !is_number(self.number) || taken(&|t| t.number == self.number) {
            Err(TeamError::Number(self.number))
        } else if !is_key(self.key) || taken(&|t| t.key == self.key) {
            Err(TeamError::Key(self.key))
        } else {
            Ok(())
        }
    }
}

/// Whether `c` can stand for a team: a number, or a letter as in what was saved before.
fn is_number(c: char) -> bool {
    matches!(c, '1'..='9' | 'A'..='Z')
}

/// Whether `c` can be a team's key.
#[must_use]
pub fn is_key(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit()
}
