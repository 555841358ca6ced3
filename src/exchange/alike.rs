//! Whether texts say the same, as `check` has it: of answers that cannot be told apart an import keeps one.

use deunicode::deunicode;

use crate::course::markdown;
use crate::course::model::Text;
use crate::course::spelling::{Language, Spelling};

/// How `text` is read where it is typed.
pub(super) fn spelled(text: &Text) -> Spelling {
    Spelling::new(&markdown::plain(text.as_str()), Language::of_tag("en"))
}

/// Whether both say the same, but for case, accents and the form of signs and numbers.
pub(super) fn are_alike(one: &Text, other: &Text) -> bool {
    letters(one) == letters(other) && spelled(one).is_closely(&spelled(other))
}

/// The first text that repeats an earlier one.
pub(super) fn twin<'a>(texts: &[&'a Text]) -> Option<&'a Text> {
    let at = (1..texts.len()).find(|&at| texts[..at].iter().any(|other| are_alike(other, texts[at])))?;
    Some(texts[at])
}

/// Letters and digits alone: what differs in them is not alike, and most texts do.
fn letters(text: &Text) -> String {
    deunicode(text.as_str()).chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}
