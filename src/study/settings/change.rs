//! The settings file with one value changed: its comments, its order and all other values stay as they are.

use super::entries::Structure;
use super::file::{KEYS, PROFILES, read_settings};
use super::setting::Setting;
use super::values::SettingValues;
use crate::course::finding::Finding;

/// What a new file begins with.
const NEW: &str = "// Settings of ninetracks. docs/settings.md says what can stand here; `ninetracks settings` lists what holds.\nSettings(\n)\n";

/// What is changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangedSetting {
    Of(Setting),
    /// The key of the action of this name.
    Key(String),
}

/// A value that is to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingChange {
    pub what: ChangedSetting,
    /// As people write it; `None` goes back to what holds without it.
    pub value: Option<String>,
    /// Only for this profile; for everyone without one.
    pub profile: Option<String>,
}

/// A file that cannot be changed: nothing of it can be read, or the value is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Unchanged {
    Broken(Box<Finding>),
    Wrong(String),
}

/// `text` with `change` made in it.
///
/// # Errors
/// When the text cannot be read, or the value is no value of the setting.
pub fn changed(path: &str, text: &str, change: &SettingChange) -> Result<String, Unchanged> {
    let file = read_settings(path, text);
    if let Some(finding) = file.findings.into_iter().next().filter(|_| file.is_broken) {
        return Err(Unchanged::Broken(Box::new(finding)));
    }
    let text = if text.trim().is_empty() { NEW } else { text };
    let value =
        change.value.as_deref().map(|value| written(&change.what, value)).transpose().map_err(Unchanged::Wrong)?;
    let quoted = |word: &str| format!("{word:?}");
    let mut path = Vec::new();
    if let Some(profile) = &change.profile {
        path.push(Group { name: PROFILES.to_owned(), written: PROFILES.to_owned(), brackets: ['{', '}'] });
        path.push(Group { name: profile.clone(), written: quoted(profile), brackets: ['(', ')'] });
    }
    let (name, written) = match &change.what {
        ChangedSetting::Of(setting) => (setting.name().to_owned(), setting.name().to_owned()),
        ChangedSetting::Key(action) => {
            path.push(Group { name: KEYS.to_owned(), written: KEYS.to_owned(), brackets: ['{', '}'] });
            (action.clone(), quoted(action))
        }
    };
    Ok(edited(text, &path, (&name, &written), value.as_deref()))
}

fn written(what: &ChangedSetting, value: &str) -> Result<String, String> {
    match what {
        ChangedSetting::Of(setting) => {
            let mut values = SettingValues::default();
            values.set(*setting, value)?;
            Ok(values.ron(*setting).unwrap_or_default())
        }
        ChangedSetting::Key(_) => Ok(format!("{value:?}")),
    }
}

/// A group on the way to a value.
struct Group {
    name: String,
    written: String,
    brackets: [char; 2],
}

fn edited(text: &str, path: &[Group], (name, written): (&str, &str), value: Option<&str>) -> String {
    let structure = Structure::new(text);
    let Some(mut inside) = structure.outermost() else { return text.to_owned() };
    let find = |inside: std::ops::Range<usize>, name: &str| {
        let same = |entry: &super::entries::Assignment| {
            let found = structure.word(entry.name.clone());
            found == name || Setting::named(&found).is_some_and(|setting| setting.name() == name)
        };
        structure.entries(inside).into_iter().find(same)
    };
    for (depth, step) in path.iter().enumerate() {
        let group = find(inside.clone(), &step.name).and_then(|entry| structure.inside(entry.value));
        match (group, value) {
            (Some(group), _) => inside = group,
            (None, Some(value)) => {
                let entry = nested(&path[depth..], written, value, depth + 1);
                return inserted(text, &structure, inside, &entry, depth + 1);
            }
            (None, None) => return text.to_owned(),
        }
    }
    match (find(inside.clone(), name), value) {
        (Some(entry), Some(value)) => format!("{}{value}{}", &text[..entry.value.start], &text[entry.value.end..]),
        (None, Some(value)) => inserted(text, &structure, inside, &format!("{written}: {value}"), path.len() + 1),
        (Some(entry), None) => removed(text, entry.whole),
        (None, None) => text.to_owned(),
    }
}

fn indent(depth: usize) -> String {
    "    ".repeat(depth)
}

fn nested(path: &[Group], written: &str, value: &str, depth: usize) -> String {
    let Some((step, rest)) = path.split_first() else { return format!("{written}: {value}") };
    let inner = nested(rest, written, value, depth + 1);
    let [open, close] = step.brackets;
    format!("{}: {open}\n{}{inner},\n{}{close}", step.written, indent(depth + 1), indent(depth))
}

/// `entry` as the last of the group, on a line of its own.
fn inserted(
    text: &str,
    structure: &Structure<'_>,
    inside: std::ops::Range<usize>,
    entry: &str,
    depth: usize,
) -> String {
    let last = structure.entries(inside.clone()).pop();
    let comma = last.filter(|last| !text[last.whole.clone()].ends_with(',')).map(|last| last.value.end);
    let end = inside.start + text[inside.clone()].trim_end().len();
    let before = match comma {
        Some(at) => format!("{},{}", &text[..at], &text[at..end]),
        None => text[..end].to_owned(),
    };
    format!("{before}\n{}{entry},\n{}{}", indent(depth), indent(depth - 1), &text[inside.end..])
}

/// `text` without `part`, and without the line when nothing else stands in it.
pub(super) fn removed(text: &str, part: std::ops::Range<usize>) -> String {
    let line = text[..part.start].rfind('\n').map_or(0, |at| at + 1);
    let rest = &text[part.end..];
    let alone =
        text[line..part.start].trim().is_empty() && rest.trim_start_matches([' ', '\t', '\r']).starts_with('\n');
    match (alone, rest.find('\n')) {
        (true, Some(end)) => format!("{}{}", &text[..line], &rest[end + 1..]),
        _ => format!("{}{}", &text[..part.start], rest.trim_start_matches(' ')),
    }
}
