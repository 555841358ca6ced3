//! Overwriting a name in what a class did.

use std::collections::HashMap;

use serde_json::Value;

use crate::study::names::Name;

/// Where the course speaks, not the class: a question may name whom it likes.
const OF_THE_COURSE: [&str; 3] = ["drill", "items", "paper"];

/// Puts another name in place of one, the same for the same text.
pub(super) struct Scrubber {
    name: String,
    stand_ins: HashMap<String, String>,
    next: usize,
}

impl Scrubber {
    /// `bodies` are all that it will be given: no stand-in is in them.
    pub(super) fn new<'a>(name: &Name, bodies: impl Iterator<Item = &'a str> + Clone) -> Self {
        let is_used = |n: &usize| bodies.clone().any(|body| body.contains(&stand_in(*n)));
        let next = (1..=usize::MAX).find(|n| !is_used(n)).unwrap_or(1);
        Self { name: name.folded(), stand_ins: HashMap::new(), next }
    }

    /// The JSON `body` without the name; `None` when it does not have it.
    pub(super) fn scrub(&mut self, body: &str) -> Option<String> {
        let mut value: Value = serde_json::from_str(body).ok()?;
        self.walk(&mut value).then(|| value.to_string())
    }

    fn walk(&mut self, value: &mut Value) -> bool {
        match value {
            Value::String(text) if names(text, &self.name) => {
                *text = self.stand_in(text);
                true
            }
            Value::Array(all) => all.iter_mut().fold(false, |found, one| self.walk(one) | found),
            Value::Object(fields) => fields
                .iter_mut()
                .filter(|(key, _)| !OF_THE_COURSE.contains(&key.as_str()))
                .fold(false, |found, (_, one)| self.walk(one) | found),
            Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => false,
        }
    }

    fn stand_in(&mut self, text: &str) -> String {
        let (name, next) = (text.to_lowercase(), &mut self.next);
        let new = || {
            *next += 1;
            stand_in(*next - 1)
        };
        self.stand_ins.entry(name).or_insert_with(new).clone()
    }
}

fn stand_in(n: usize) -> String {
    format!("Forgotten {n}")
}

/// Whether `text` has `name`, which is without case, as a word or words of its own.
fn names(text: &str, name: &str) -> bool {
    let folded = Name::new(text).map_or_else(|_| text.to_lowercase(), |text| text.folded());
    let is_part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    folded.match_indices(name).any(|(at, found)| {
        !is_part(folded[..at].chars().next_back()) && !is_part(folded[at + found.len()..].chars().next())
    })
}

/// Whether a sheet is this person's.
pub(super) fn is_sheet_of(body: &str, name: &Name) -> bool {
    named(body, &["SheetBegun", "SheetEntered"], "person").is_some_and(|person| person.is_like(name))
}

/// Whether teams were kept under this name.
pub(super) fn is_kept_as(body: &str, name: &Name) -> bool {
    kept_as(body).is_some_and(|kept| kept.is_like(name))
}

/// The name under which teams or a plan were kept.
pub(super) fn kept_as(body: &str) -> Option<Name> {
    named(body, &["TeamsKept", "PlanKept"], "name")
}

fn named(body: &str, kinds: &[&str], field: &str) -> Option<Name> {
    let value: Value = serde_json::from_str(body).ok()?;
    kinds.iter().find_map(|kind| Name::new(value.get(kind)?.get(field)?.as_str()?).ok())
}
