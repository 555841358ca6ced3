//! Which questions print the answers of which others. Found once for a course (`study::item::printed`), asked often.

use std::collections::{HashMap, HashSet};

use super::model::Id;

/// Questions, and those whose answers each of them shows before it is answered.
#[derive(Debug, Default)]
pub struct Printed {
    by: HashMap<Id, HashSet<Id>>,
}

impl Printed {
    /// Whether `one` prints the answer of `other`.
    #[must_use]
    pub fn gives(&self, one: &Id, other: &Id) -> bool {
        self.by.get(one).is_some_and(|given| given.contains(other))
    }
}

impl FromIterator<(Id, Id)> for Printed {
    fn from_iter<T: IntoIterator<Item = (Id, Id)>>(pairs: T) -> Self {
        let mut printed = Self::default();
        for (one, other) in pairs {
            printed.by.entry(one).or_default().insert(other);
        }
        printed
    }
}
