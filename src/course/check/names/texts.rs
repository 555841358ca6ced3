//! Works and terms that texts name: each is there, and is named with the marks that make it a link.

use super::super::survey::place;
use super::{Checker, meant};
use crate::course::files::File;
use crate::course::finding::{Finding, Location};
use crate::course::markdown::{self, Link};
use crate::course::model::{Id, Text};

impl Checker<'_> {
    pub(super) fn cites(&mut self, file: &File, item: &Id, cites: &[Id]) {
        for key in cites.iter().filter(|c| !self.names.references.contains(c.as_str())).cloned().collect::<Vec<_>>() {
            self.no_reference(place(file, item, &format!("\"{key}\"")), key.as_str());
        }
    }

    fn no_reference(&mut self, at: Location, key: &str) {
        let help =
            format!("{}add the work to assets/references.ron, or correct the key", meant(key, &self.names.references));
        self.error("reference", at, format!("there is no reference `{key}`"), &help);
    }

    /// A work that is named without the marks of a citation.
    fn uncited(&mut self, file: &File, item: &Id, text: &str) {
        let is_key = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
        for (at, sign) in text.match_indices(['[', '@']) {
            let rest = &text[at + 1..];
            let key = rest[..rest.len() - rest.trim_start_matches(is_key).len()].trim_end_matches('.');
            let is_bare = match sign {
                "[" => rest[key.len()..].starts_with(']'),
                _ => !text[..at].trim_end().ends_with(['[', ';']),
            };
            let is_code = text[..at].matches('`').count() % 2 == 1;
            if is_bare && self.names.references.contains(key) && !is_code {
                let at = place(file, item, &format!("{sign}{key}"));
                let message = format!("`{key}` is a reference, and this does not cite it");
                self.found.push(Finding::warning("reference", at, message).help(format!("write [@{key}]")));
            }
        }
    }

    pub(super) fn texts(&mut self, file: &File, item: &Id, texts: Vec<&Text>) {
        for text in &texts {
            self.uncited(file, item, text.as_str());
        }
        for link in texts.into_iter().flat_map(|t| markdown::links(t.as_str())) {
            match link {
                Link::Reference(key) if !self.names.references.contains(key.as_str()) => {
                    self.no_reference(place(file, item, &format!("@{key}")), &key);
                }
                Link::Term(id) if !self.names.terms.contains(id.as_str()) => {
                    self.error(
                        "term",
                        place(file, item, &format!("[[{id}")),
                        format!("no lesson defines the term `{id}`"),
                        &format!("{}define it under `terms`, or correct the id", meant(&id, &self.names.terms)),
                    );
                }
                _ => {}
            }
        }
    }
}
