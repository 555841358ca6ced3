//! What people are called: as they like, as their class's list has them, or as the host draws it.

use std::collections::HashSet;

use crate::study::class::SchoolClass;
use crate::study::live::{SeatId, Seats};
use crate::study::names::PersonName;

/// Who says what somebody is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameRule {
    /// Each writes a name.
    Free,
    /// Each picks the own name of the list.
    Listed(Vec<PersonName>),
    /// The host gives names that can offend nobody.
    Drawn,
}

const FIRST: [&str; 24] = [
    "Amber", "Blue", "Bold", "Bright", "Brisk", "Calm", "Clever", "Coral", "Fair", "Gentle", "Golden", "Green",
    "Happy", "Jolly", "Kind", "Lucky", "Mellow", "Neat", "Quick", "Quiet", "Silver", "Sunny", "Swift", "Warm",
];
const SECOND: [&str; 24] = [
    "Badger", "Beaver", "Crane", "Deer", "Dolphin", "Eagle", "Falcon", "Finch", "Fox", "Hare", "Heron", "Kite", "Lark",
    "Lynx", "Marten", "Otter", "Owl", "Puffin", "Robin", "Seal", "Sparrow", "Stork", "Swan", "Wren",
];

impl NameRule {
    /// The people of a class pick their names; others write theirs.
    #[must_use]
    pub fn of_class(class: Option<&SchoolClass>) -> Self {
        class.map_or(Self::Free, |class| Self::Listed(class.pupils.iter().map(|pupil| pupil.name.clone()).collect()))
    }

    /// Names of the list that nobody has taken; `None` where there is no list.
    pub(super) fn open_names(&self, seats: &Seats) -> Option<Vec<String>> {
        let Self::Listed(names) = self else { return None };
        let taken: HashSet<String> =
            seats.all().filter(|(_, o)| !o.is_removed).map(|(_, occupant)| occupant.name.folded()).collect();
        Some(names.iter().filter(|name| !taken.contains(&name.folded())).map(ToString::to_string).collect())
    }

    /// The name of the list that `wanted` is.
    pub(super) fn listed(&self, wanted: &PersonName) -> Option<&PersonName> {
        let Self::Listed(names) = self else { return None };
        names.iter().find(|name| name.is_like(wanted))
    }
}

/// The name drawn for a seat: each pair of words once before any comes again.
pub(super) fn drawn(seat: SeatId) -> Option<PersonName> {
    let (n, pairs) = (seat.0, FIRST.len() * SECOND.len());
    // Steps that share no factor with the number of words go through all of them.
    let (first, second) = (n * 7 % FIRST.len(), (n * 5 + n / FIRST.len()) % SECOND.len());
    let round = if n < pairs { String::new() } else { format!(" {}", n / pairs + 1) };
    PersonName::new(&format!("{} {}{round}", FIRST[first], SECOND[second])).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thousand_drawn_names_are_a_thousand_names() {
        let names: HashSet<String> = (0..1000).filter_map(|n| drawn(SeatId(n))).map(|name| name.folded()).collect();
        assert_eq!(names.len(), 1000);
    }
}
