//! The people of a course: those who wrote the works it cites.

use std::collections::BTreeMap;

use crate::course::Course;
use crate::course::model::{Id, Reference};

/// A person, and their works in the order of the list.
pub(super) struct Person<'a> {
    /// `Kelman, Herbert C.`
    pub name: String,
    pub works: Vec<&'a Reference>,
}

/// In the order of their names.
pub(super) fn people(course: &Course) -> Vec<Person<'_>> {
    let mut found: BTreeMap<String, Vec<&Reference>> = BTreeMap::new();
    for work in course.references() {
        for name in authors(work.full.as_str()) {
            found.entry(name).or_default().push(work);
        }
    }
    found.into_iter().map(|(name, works)| Person { name, works }).collect()
}

impl Person<'_> {
    /// What names them to a program: `kelman-herbert-c`.
    pub(super) fn id(&self) -> String {
        let words: Vec<String> = super::words::words(&self.name).map(|(_, word)| word.into_owned()).collect();
        words.join("-")
    }

    pub(super) fn first_work(&self) -> Option<&Id> {
        self.works.first().map(|work| &work.id)
    }
}

/// The authors of a reference that begins `Surname, First M., and First Surname (1981)`; none of one by a body.
fn authors(full: &str) -> Vec<String> {
    let Some((names, rest)) = full.split_once(" (") else { return Vec::new() };
    let dated = rest.starts_with(|c: char| c.is_ascii_digit()) || rest.starts_with("n.d.") || rest.starts_with("ed");
    let Some((surname, others)) = names.split_once(", ").filter(|_| dated) else { return Vec::new() };
    let others = others.replace(" & ", ", ").replace(", and ", ", ").replace(" and ", ", ");
    let mut others = others.split(", ").map(str::trim);
    let Some(first) = others.next().filter(|first| is_name(first) && is_name(surname)) else { return Vec::new() };
    let turned = |name: &str| name.rsplit_once(' ').map(|(first, surname)| format!("{surname}, {first}"));
    [format!("{surname}, {first}")].into_iter().chain(others.filter(|n| is_name(n)).filter_map(turned)).collect()
}

/// A few words that begin with a capital, as far as their script has such.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    (1..=4).contains(&words.len())
        && words.iter().all(|w| w.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_read_off_a_reference() {
        assert_eq!(authors("Kelman, Herbert C. (2015). The Development."), ["Kelman, Herbert C."]);
        let two = "Davidson, William D., and Joseph V. Montville (1981-82). Foreign Policy.";
        assert_eq!(authors(two), ["Davidson, William D.", "Montville, Joseph V."]);
        assert_eq!(authors("United Nations (2012). Guidance."), [""; 0]);
        assert_eq!(authors("Oslo accord, as initialled in August (1993)."), [""; 0]);
    }
}
