//! What became of each item on its way from one format into another.

use std::fmt;

use serde::Serialize;

use super::Format;
use crate::course::wording::count;

/// Line and column of a source, from 1; of a spreadsheet, row and column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct SourcePlace {
    pub line: usize,
    pub column: usize,
}

/// What became of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase", tag = "fate", content = "what")]
pub enum Transfer {
    Kept,
    /// It came, and something about it is another now.
    Changed(Vec<String>),
    /// It did not come: what is missing.
    Dropped(String),
}

/// An item and its fate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ItemFate {
    /// Where it stands; `None` when a course is written.
    #[serde(flatten)]
    pub at: Option<SourcePlace>,
    /// Its title, or the beginning of its text.
    pub item: String,
    #[serde(flatten)]
    pub fate: Transfer,
}

/// What became of every item of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fidelity {
    pub format: Format,
    pub items: Vec<ItemFate>,
}

impl Fidelity {
    /// How many were kept as they are, came changed, did not come.
    #[must_use]
    pub fn totals(&self) -> [usize; 3] {
        let count = |is: fn(&Transfer) -> bool| self.items.iter().filter(|item| is(&item.fate)).count();
        [
            count(|f| matches!(f, Transfer::Kept)),
            count(|f| matches!(f, Transfer::Changed(_))),
            count(|f| matches!(f, Transfer::Dropped(_))),
        ]
    }

    /// Whether anything was lost or is another now.
    #[must_use]
    pub fn is_loss(&self) -> bool {
        let [_, changed, dropped] = self.totals();
        changed + dropped > 0
    }

    /// `12 items: 9 kept, 2 changed, 1 dropped`.
    #[must_use]
    pub fn summary(&self) -> String {
        let [kept, changed, dropped] = self.totals();
        format!("{}: {kept} kept, {changed} changed, {dropped} dropped", count(kept + changed + dropped, "item"))
    }

    /// A line for each item that is not as it was, under `name`, the file's.
    pub fn lines(&self, name: &str) -> impl Iterator<Item = String> {
        self.items.iter().filter_map(move |item| {
            let at = item.at.map_or_else(String::new, |at| format!("{at}: "));
            let place = if name.is_empty() { at } else { format!("{name}:{at}") };
            match &item.fate {
                Transfer::Kept => None,
                Transfer::Changed(what) => Some(format!("{place}changed: {}: {}", item.item, what.join("; "))),
                Transfer::Dropped(why) => Some(format!("{place}dropped: {}: {why}", item.item)),
            }
        })
    }
}

impl fmt::Display for SourcePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}
