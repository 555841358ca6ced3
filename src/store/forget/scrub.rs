//! Overwriting a name in what a class did.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use crate::study::names::{Name, PersonName};

/// Where the course speaks, not the class: a question may name whom it likes.
const OF_THE_COURSE: [&str; 3] = ["drill", "items", "paper"];
/// Where the teacher says why points were given: of a name a part is enough there.
const REASON: &str = "why";
/// What is left of a reason.
const ERASED: &str = "a reason that was erased with a name";

/// Puts another name in place of one, the same for the same text.
pub(super) struct Scrubber {
    name: String,
    stand_ins: HashMap<String, String>,
    next: usize,
}

impl Scrubber {
    /// `bodies` are all that it will be given: no stand-in is in them.
    pub(super) fn new<'a>(name: &PersonName, bodies: impl Iterator<Item = &'a str> + Clone) -> Self {
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
            Value::Object(fields) => fields.iter_mut().filter(|(key, _)| !OF_THE_COURSE.contains(&key.as_str())).fold(
                false,
                |found, (key, one)| {
                    let is_here = if key == REASON { self.reason(one) } else { self.walk(one) };
                    is_here | found
                },
            ),
            Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => false,
        }
    }

    /// A reason that names the person, by the whole name or by one word of it, goes as a whole.
    fn reason(&self, value: &mut Value) -> bool {
        let Value::String(text) = value else { return false };
        let is_named = names(text, &self.name)
            || self.name.split(' ').filter(|word| word.chars().count() > 1).any(|word| names(text, word));
        if is_named {
            ERASED.clone_into(text);
        }
        is_named
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
    let folded = PersonName::new(text).map_or_else(|_| text.to_lowercase(), |text| text.folded());
    let is_part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    folded.match_indices(name).any(|(at, found)| {
        let after = &folded[at + found.len()..];
        !is_part(folded[..at].chars().next_back()) && !is_part(after.chars().next()) && !is_numbered(after)
    })
}

/// Whether a name goes on with the number of a namesake, who is somebody else: ` (2)`.
fn is_numbered(after: &str) -> bool {
    let number = after.strip_prefix(" (").and_then(|rest| rest.split_once(')'));
    number.is_some_and(|(n, _)| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit()))
}

/// The numbers of the drills of a class.
pub(super) fn drills_of(events: &[(i64, String, String)], class: &str) -> HashSet<i64> {
    let of = |(_, kind, body): &(i64, String, String)| {
        let is_its = kind == "drill-labelled" && has_class(body, "/DrillLabelled/label/class", class);
        is_its.then(|| run_of(body)).flatten()
    };
    events.iter().filter_map(of).collect()
}

/// Whether an entry names this class at `place`.
pub(super) fn has_class(body: &str, place: &str, class: &str) -> bool {
    serde_json::from_str::<Value>(body).is_ok_and(|value| value.pointer(place).and_then(Value::as_str) == Some(class))
}

/// The drill that an entry belongs to.
pub(super) fn run_of(body: &str) -> Option<i64> {
    let value: Value = serde_json::from_str(body).ok()?;
    ["/DrillEntered/run", "/SeatsEntered/run", "/DrillLabelled/run"].iter().find_map(|at| value.pointer(at)?.as_i64())
}

/// Whether a sheet is this person's.
pub(super) fn is_sheet_of(body: &str, name: &PersonName) -> bool {
    let person = |value: &Value, kind| PersonName::new(value.get(kind)?.get("person")?.as_str()?).ok();
    let Ok(value) = serde_json::from_str::<Value>(body) else { return false };
    ["SheetBegun", "SheetEntered"]
        .iter()
        .find_map(|kind| person(&value, kind))
        .is_some_and(|person| person.is_like(name))
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
