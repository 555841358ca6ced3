//! Ids for items that come without one. The same item gets the same id in every import, wherever it stands in its file.

use std::collections::BTreeSet;

use deunicode::deunicode;

use crate::course::model::Id;
use crate::study::chance::fnv;

/// Most characters of what an id is made of.
const LONGEST: usize = 40;

/// Gives out ids, each once.
#[derive(Debug, Default)]
pub(super) struct Ids {
    given: BTreeSet<String>,
}

impl Ids {
    /// An id from `name`, such as the item's own id or title; from `text`, all that it says, where that is no help.
    /// A second item of the same name gets a suffix that hangs on its text.
    pub(super) fn next(&mut self, prefix: &str, name: &str, text: &str) -> Option<Id> {
        // What has been here before keeps its id, however often it goes and comes.
        let is_ours = name.starts_with(prefix) && name.len() > prefix.len() && name == name.to_lowercase();
        if let Some(id) = Id::new(name).ok().filter(|_| is_ours).and_then(|id| self.exactly(id)) {
            return Some(id);
        }
        let (slug, hash) = (slug(name), hash(text));
        let tries = [
            if slug.is_empty() { format!("{prefix}{hash}") } else { format!("{prefix}{slug}") },
            format!("{prefix}{slug}{}{hash}", if slug.is_empty() { "" } else { "-" }),
        ];
        let more = (2..1000).map(|n| format!("{prefix}{slug}-{hash}-{n}"));
        let free = tries.into_iter().chain(more).find(|id| !self.given.contains(id))?;
        self.given.insert(free.clone());
        Id::new(free).ok()
    }

    /// `id` itself, unless it was given out already.
    pub(super) fn exactly(&mut self, id: Id) -> Option<Id> {
        self.given.insert(id.to_string()).then_some(id)
    }
}

/// Lower-case letters and digits of `name`, of whatever script, joined by hyphens.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in deunicode(name).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') && c != '\'' {
            slug.push('-');
        }
        if slug.len() >= LONGEST {
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// Eight hexadecimal digits of FNV-1a.
fn hash(text: &str) -> String {
    format!("{:08x}", fnv(text.as_bytes()) & 0xffff_ffff)
}
