//! A roster: one name a line, as it comes out of a school's list.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::{Name, NameError};

/// Most names on a roster.
pub const MAX_NAMES: usize = 400;
/// Most bytes of a roster: room for every name, and an end to a film opened by mistake.
pub const MAX_BYTES: usize = 64 * 1024;

/// The names of a roster in their order, and the lines that were not taken.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Roster {
    pub names: Vec<Name>,
    pub refused: Vec<Refusal>,
}

/// A line that holds no name to be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {why}")]
pub struct Refusal {
    /// Counted from 1.
    pub line: usize,
    pub why: NameError,
}

/// Why a roster was not read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RosterError {
    #[error("this roster has no names: write one name per line")]
    Empty,
    #[error("this roster has {0} names: at most {MAX_NAMES} can be read")]
    TooMany(usize),
    #[error("this roster has {0} bytes: at most {MAX_BYTES} can be read")]
    TooBig(usize),
    #[error("this is not UTF-8 text: save the roster as plain text in UTF-8")]
    NotText,
}

impl Roster {
    /// Reads a roster. Blank lines are passed over; a line with no good name is kept in `refused` with its reason.
    ///
    /// # Errors
    /// When the whole cannot be a roster: too big, no text, no lines, too many of them.
    pub fn read(bytes: &[u8]) -> Result<Self, RosterError> {
        if bytes.len() > MAX_BYTES {
            return Err(RosterError::TooBig(bytes.len()));
        }
        let text = std::str::from_utf8(bytes).map_err(|_| RosterError::NotText)?;
        let lines: Vec<(usize, &str)> = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()).collect();
        match lines.len() {
            0 => Err(RosterError::Empty),
            n if n > MAX_NAMES => Err(RosterError::TooMany(n)),
            _ => Ok(Self::of(lines)),
        }
    }

    fn of(lines: Vec<(usize, &str)>) -> Self {
        let (mut roster, mut seen) = (Self::default(), HashMap::<String, usize>::new());
        for (line, raw) in lines {
            let name = Name::new(raw).and_then(|name| match seen.entry(name.folded()) {
                Entry::Occupied(taken) => Err(NameError::Taken(roster.names[*taken.get()].clone())),
                Entry::Vacant(free) => {
                    free.insert(roster.names.len());
                    Ok(name)
                }
            });
            match name {
                Ok(name) => roster.names.push(name),
                Err(why) => roster.refused.push(Refusal { line, why }),
            }
        }
        roster
    }
}
