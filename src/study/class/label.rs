//! What is said of a drill or a paper beside what was asked in it: it can change afterwards.

use serde::{Deserialize, Serialize};

use super::ClassId;
use crate::study::names::{Name, PersonName};

/// What a drill is called, whose it was, and who was away.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DrillLabel {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Name>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<ClassId>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub absent: Vec<PersonName>,
    /// Whether it was taken out of the lists.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub deleted: bool,
}

impl DrillLabel {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// What a paper is called, and whose it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PaperLabel {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Name>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<ClassId>,
}
