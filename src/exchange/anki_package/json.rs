//! Kinds of notes and decks as the old forms keep them: JSON, keyed by id.

use std::collections::BTreeMap;

use serde::Deserialize;

/// A kind of notes.
#[derive(Debug, Deserialize)]
pub(super) struct NoteKindJson {
    /// 1 where its notes have gaps.
    #[serde(default, rename = "type")]
    pub kind: i64,
    #[serde(default, rename = "flds")]
    pub fields: Vec<NamedJson>,
    #[serde(default, rename = "tmpls")]
    pub templates: Vec<TemplateJson>,
}

/// A field, or a deck.
#[derive(Debug, Deserialize)]
pub(super) struct NamedJson {
    #[serde(default)]
    pub name: String,
}

/// What a kind of cards shows.
#[derive(Debug, Deserialize)]
pub(super) struct TemplateJson {
    #[serde(default, rename = "qfmt")]
    pub question: String,
    #[serde(default, rename = "afmt")]
    pub answer: String,
}

/// An object whose keys are ids.
///
/// # Errors
/// When it is none.
pub(super) fn by_id<T: for<'de> Deserialize<'de>>(json: &str) -> Result<BTreeMap<i64, T>, String> {
    let all: BTreeMap<String, T> = serde_json::from_str(json).map_err(|e| format!("its collection is damaged: {e}"))?;
    Ok(all.into_iter().filter_map(|(id, it)| Some((id.parse().ok()?, it))).collect())
}
