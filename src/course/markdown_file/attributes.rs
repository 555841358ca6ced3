//! What stands in braces at the end of a line: `{#id key=value,value flag}`.

use std::ops::Range;

use super::Slips;
use super::lines::SourceLine;
use crate::course::suggestion::did_you_mean;

/// What is said of a heading, a question or a card beside its words.
#[derive(Clone, Debug, Default)]
pub(super) struct Attributes {
    pub id: Option<Range<usize>>,
    pairs: Vec<(Range<usize>, Range<usize>)>,
    flags: Vec<Range<usize>>,
}

impl Attributes {
    /// The attributes at the end of `line`, and the words before them.
    pub(super) fn of(line: SourceLine<'_>) -> Option<(Range<usize>, Self)> {
        let whole = line.text.trim_end();
        let inside = whole.strip_suffix('}')?;
        let open = inside.rfind('{')?;
        let content = &inside[open + 1..];
        let before = &inside[..open];
        if content.contains('}') || !(before.is_empty() || before.ends_with(' ')) || !is_attributes(content) {
            return None;
        }
        let mut found = Self::default();
        let mut at = line.start + open + 1;
        for part in content.split(' ') {
            found.take(part, at);
            at += part.len() + 1;
        }
        Some((line.start..line.start + before.trim_end().len(), found))
    }

    fn take(&mut self, part: &str, at: usize) {
        if let Some(id) = part.strip_prefix('#') {
            self.id = Some(at + 1..at + 1 + id.len());
        } else if let Some((key, value)) = part.split_once('=') {
            let from = at + key.len() + 1;
            self.pairs.push((at..at + key.len(), from..from + value.len()));
        } else if !part.is_empty() {
            self.flags.push(at..at + part.len());
        }
    }

    /// More of the same item, from another line.
    pub(super) fn join(&mut self, more: Self) {
        self.id = more.id.or(self.id.take());
        self.pairs.extend(more.pairs);
        self.flags.extend(more.flags);
    }

    pub(super) fn value(&self, text: &str, key: &str) -> Option<Range<usize>> {
        self.pairs.iter().find(|(name, _)| &text[name.clone()] == key).map(|(_, value)| value.clone())
    }

    pub(super) fn has(&self, text: &str, flag: &str) -> bool {
        self.flags.iter().any(|name| &text[name.clone()] == flag)
    }

    /// Says what is no attribute of a `what`.
    pub(super) fn check(&self, what: &str, known: (&[&str], &[&str]), notes: &mut Slips<'_>) {
        let (keys, flags) = known;
        let pairs = self.pairs.iter().map(|(name, _)| (name, keys, "="));
        for (name, known, sign) in pairs.chain(self.flags.iter().map(|name| (name, flags, ""))) {
            let word = &notes.text[name.clone()];
            if !known.contains(&word) {
                let meant = did_you_mean(word, known.iter().copied());
                let all: Vec<String> =
                    keys.iter().map(|key| format!("{key}=")).chain(flags.iter().map(|f| (*f).to_owned())).collect();
                let help = format!("{what} can have: #id, {}", all.join(", "));
                notes.add(name.clone(), format!("`{word}{sign}` is no attribute of {what}.{meant}"), help);
            }
        }
    }
}

/// Whether what stands in braces is meant as attributes: it begins with `#id` or `key=`.
fn is_attributes(content: &str) -> bool {
    let first = content.split(' ').next().unwrap_or_default();
    let is_key = |key: &str| !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase());
    first.len() > 1 && first.starts_with('#') || first.split_once('=').is_some_and(|(key, _)| is_key(key))
}
