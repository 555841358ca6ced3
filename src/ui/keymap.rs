//! Keys that the learner chose: by the name of an action, which is what footer, help and palette call it.

mod actions;
mod spelling;

use std::collections::{BTreeMap, BTreeSet};

pub use actions::{ACTIONS, NamedAction};
pub use spelling::{key_name, read_key};

use super::keys::Chord;
use crate::course::finding::{Finding, Location};
use crate::course::model::text::in_one_line;
use crate::course::suggestion::did_you_mean;
use crate::study::settings::ReboundKey;

/// Actions with a key of the learner's choice. Enter, Esc, Tab, arrows and digits stay what they are beside it, so that
/// nobody is locked out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeyMap(BTreeMap<String, Chord>);

impl KeyMap {
    /// The keys that can be used as they were chosen, and what is wrong with the others.
    #[must_use]
    pub fn new(chosen: &BTreeMap<String, ReboundKey>) -> (Self, Vec<Finding>) {
        let (mut keys, mut findings) = (BTreeMap::new(), Vec::new());
        for (action, rebound) in chosen {
            match known(action).and_then(|()| read_key(&rebound.keys)) {
                Ok(chord) => {
                    keys.insert(action.clone(), chord);
                }
                Err(why) => findings.push(finding(rebound, why)),
            }
        }
        let mut map = Self(keys);
        for (action, rebound) in chosen {
            if let Some(other) = map.conflict(action) {
                let why = conflict_words(action, &rebound.keys, other);
                map.0.remove(action);
                findings.push(finding(rebound, why));
            }
        }
        (map, findings)
    }

    /// Whether `keys` can be the key of the action beside those that were chosen.
    ///
    /// # Errors
    /// Says why not.
    pub fn check(chosen: &BTreeMap<String, ReboundKey>, action: &str, keys: &str) -> Result<(), String> {
        known(action)?;
        let key = read_key(keys)?;
        let mut map = Self::new(chosen).0;
        map.0.insert(action.to_owned(), key);
        map.conflict(action).map_or(Ok(()), |other| Err(conflict_words(action, keys, other)))
    }

    /// The key that was chosen for the action.
    #[must_use]
    pub fn key(&self, action: &str) -> Option<Chord> {
        if self.0.is_empty() { None } else { self.0.get(action).copied() }
    }

    /// The name of its key, where `usual` is the one it has otherwise.
    #[must_use]
    pub fn shown(&self, action: &str, usual: &str) -> String {
        self.key(action).map_or_else(|| usual.to_owned(), key_name)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Another action that has the same key on the same screen.
    fn conflict(&self, action: &str) -> Option<&'static NamedAction> {
        let mine = self.key(action)?;
        let screens: BTreeSet<&str> = ACTIONS.iter().filter(|a| a.does == action).map(|a| a.screen).collect();
        let everywhere = screens.contains(actions::EVERY_SCREEN);
        let meets = |other: &&NamedAction| {
            other.does != action
                && (everywhere || other.screen == actions::EVERY_SCREEN || screens.contains(other.screen))
        };
        let all = ACTIONS.iter().chain(actions::FIXED);
        all.filter(meets).find(|other| self.key(other.does).unwrap_or(other.key) == mine)
    }
}

fn conflict_words(action: &str, keys: &str, other: &NamedAction) -> String {
    format!("`{}` for “{action}” is also the key of “{}” on {}", in_one_line(keys), other.does, other.screen)
}

fn known(action: &str) -> Result<(), String> {
    if ACTIONS.iter().any(|a| a.does == action) {
        return Ok(());
    }
    let meant = did_you_mean(action, ACTIONS.iter().map(|a| a.does));
    Err(format!("there is no action “{}” whose key can be chosen.{meant}", in_one_line(action)))
}

fn finding(rebound: &ReboundKey, why: String) -> Finding {
    let place = rebound.place.clone().unwrap_or_else(|| Location::file("keys"));
    Finding::error("settings", place, why).help("`ninetracks settings keys` lists the actions and their keys")
}

#[cfg(test)]
mod tests;
