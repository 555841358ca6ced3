//! Classes: a class has a name and people, and keeps both apart from what is done with it, so that either can be renamed.
//!
//! ```text
//!  bytes ─► table   rows of cells, whatever the encoding and the separator
//!             └► columns   what each column holds, recognised or told
//!                   └► import   classes and their pupils, and the lines that were left out
//! ```

mod admission;
mod attendance;
mod columns;
mod history;
mod import;
mod label;
mod table;

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::chance::fnv;
use super::names::{Name, PersonName};

pub use admission::{Admission, namesakes};
pub use attendance::Attendance;
pub use columns::{Column, ColumnsUnknown};
pub use history::{Presence, PupilHistory, PupilResult};
pub use import::{ClassSection, ImportError, Imported, Refusal, import, read_columns};
pub use label::{DrillLabel, PaperLabel};
pub use table::{MAX_BYTES, MAX_ROWS};

/// Most people in a class.
pub const MAX_PUPILS: usize = 400;

/// What a class is known by whatever it is called.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClassId(String);

impl ClassId {
    /// The id of a class that is made with this name at this moment, in milliseconds.
    #[must_use]
    pub fn new(name: &Name, at_ms: i64) -> Self {
        Self(format!("{:016x}", fnv(format!("{}\n{at_ms}", name.folded()).as_bytes())))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A class as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchoolClass {
    pub id: ClassId,
    pub name: Name,
    /// In the order of the list; no two have the same name.
    pub pupils: Vec<Pupil>,
}

/// Somebody in a class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pupil {
    pub name: PersonName,
    /// Names under which drills and sheets know the pupil from before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<PersonName>,
    /// What the school's own programs call the pupil.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub school_id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// The name of the profile in which the pupil learns on this computer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<String>,
    #[serde(default, skip_serializing_if = "Needs::is_none")]
    pub needs: Needs,
}

/// What a pupil needs to have the same chance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Needs {
    /// Time on top of everybody's, in per cent.
    pub extra_time_percent: u16,
    pub large_print: bool,
}

impl Needs {
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// `25 % more time, large print`; empty for none.
    #[must_use]
    pub fn words(&self) -> String {
        let time = (self.extra_time_percent > 0).then(|| format!("{} % more time", self.extra_time_percent));
        let print = self.large_print.then(|| "large print".to_owned());
        time.into_iter().chain(print).collect::<Vec<_>>().join(", ")
    }
}

impl Pupil {
    #[must_use]
    pub fn new(name: PersonName) -> Self {
        let (former, needs) = (Vec::new(), Needs::default());
        Self { name, former, school_id: String::new(), email: String::new(), profile: None, needs }
    }

    /// Whether this is the pupil whom a drill or a sheet calls `name`.
    #[must_use]
    pub fn is_called(&self, name: &PersonName) -> bool {
        self.name.is_like(name) || self.former.iter().any(|former| former.is_like(name))
    }
}

/// Why a class cannot be changed as asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClassError {
    #[error("there is nobody called “{name}” in {class}{known}")]
    NoPupil { name: PersonName, class: Name, known: String },
    #[error("“{0}” is already in this class: add a letter to tell the two apart")]
    Taken(PersonName),
    #[error("a class has at most {MAX_PUPILS} people")]
    Full,
}

impl SchoolClass {
    /// A class without people that is made at this moment, in milliseconds.
    #[must_use]
    pub fn new(name: &Name, at_ms: i64) -> Self {
        Self { id: ClassId::new(name, at_ms), name: name.clone(), pupils: Vec::new() }
    }

    /// The pupil called so now or, if nobody is, before.
    #[must_use]
    pub fn pupil(&self, name: &PersonName) -> Option<&Pupil> {
        let now = self.pupils.iter().find(|pupil| pupil.name.is_like(name));
        now.or_else(|| self.pupils.iter().find(|pupil| pupil.is_called(name)))
    }

    /// # Errors
    /// Says who is in the class when nobody is called `name`.
    pub fn pupil_mut(&mut self, name: &PersonName) -> Result<&mut Pupil, ClassError> {
        match self.pupils.iter().position(|pupil| pupil.name.is_like(name)) {
            Some(at) => Ok(&mut self.pupils[at]),
            None => Err(self.nobody(name)),
        }
    }

    /// Adds people; a second of the same name gets a number behind it. Gives the names under which they came in.
    ///
    /// # Errors
    /// When the class is full; then nobody was added.
    pub fn add(&mut self, pupils: Vec<Pupil>) -> Result<Vec<PersonName>, ClassError> {
        if self.pupils.len() + pupils.len() > MAX_PUPILS {
            return Err(ClassError::Full);
        }
        let mut taken: HashSet<String> = self.pupils.iter().map(|pupil| pupil.name.folded()).collect();
        let mut added = Vec::new();
        for mut pupil in pupils {
            pupil.name = pupil.name.unlike(&taken);
            taken.insert(pupil.name.folded());
            added.push(pupil.name.clone());
            self.pupils.push(pupil);
        }
        Ok(added)
    }

    /// # Errors
    /// When there is no such pupil, or the new name is another's.
    pub fn rename(&mut self, old: &PersonName, new: &PersonName) -> Result<(), ClassError> {
        if self.pupils.iter().any(|pupil| pupil.name.is_like(new) && !pupil.name.is_like(old)) {
            return Err(ClassError::Taken(new.clone()));
        }
        let pupil = self.pupil_mut(old)?;
        let before = std::mem::replace(&mut pupil.name, new.clone());
        pupil.former.retain(|former| !former.is_like(&before) && !former.is_like(new));
        pupil.former.push(before);
        Ok(())
    }

    /// # Errors
    /// When there is no such pupil.
    pub fn remove(&mut self, name: &PersonName) -> Result<(), ClassError> {
        let at = self.pupils.iter().position(|pupil| pupil.name.is_like(name)).ok_or_else(|| self.nobody(name))?;
        self.pupils.remove(at);
        Ok(())
    }

    fn nobody(&self, name: &PersonName) -> ClassError {
        let names: Vec<&str> = self.pupils.iter().map(|pupil| pupil.name.as_str()).collect();
        let known = if names.is_empty() { String::new() } else { format!(": in it are {}", names.join(", ")) };
        ClassError::NoPupil { name: name.clone(), class: self.name.clone(), known }
    }
}

#[cfg(test)]
mod tests;
