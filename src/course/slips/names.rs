//! Names that are not known where they stand, and ids that are none.

use ron::error::Error as Ron;

use super::{Slip, Stumble, brackets, quotes};
use crate::course::literals::Literal;
use crate::course::model::Id;
use crate::course::model::text::{UNSAFE_IN_TEXT, WORD_TOO_LONG};
use crate::course::suggestion::{self, closest};

/// Bytes of a very long word that are marked.
const MARKED: usize = 40;

pub(super) fn look(it: &Stumble<'_>) -> Option<Slip> {
    let of = |outer: &Option<String>| outer.as_ref().map_or("here".to_owned(), |outer| format!("in `{outer}`"));
    let span = || it.span.clone();
    Some(match it.code {
        Ron::NoSuchStructField { expected, found, outer } => {
            // A field of what stands around: the bracket before it is missing.
            if let Some(slip) = brackets::still_open(it).filter(|_| closest(found, expected.iter().copied()).is_none())
            {
                return Some(slip);
            }
            let message = format!("there is no field `{found}` {}", of(outer));
            Slip::new(span(), message, format!("{}the fields are: {}", meant(found, expected), expected.join(", ")))
        }
        Ron::NoSuchEnumVariant { expected, found, .. } => {
            let help = format!("{}write one of: {}", meant(found, expected), expected.join(", "));
            Slip::new(span(), format!("`{found}` is none of the words that may stand here"), help)
        }
        Ron::MissingStructField { field, outer } => {
            let whole = outer.as_ref().map_or("this".to_owned(), |outer| format!("this `{outer}`"));
            let help = format!("add `{field}: …` before this closing bracket");
            Slip::new(span(), format!("{whole} lacks the field `{field}`"), help)
        }
        Ron::DuplicateStructField { field, .. } => {
            Slip::new(span(), format!("`{field}` is written twice"), "keep one of the two")
        }
        Ron::ExpectedDifferentStructName { expected, found } => another_name(it, expected, found),
        Ron::Message(why) => message(it, why),
        _ => return None,
    })
}

/// What was meant by `found`, as the beginning of a remedy.
fn meant(found: &str, expected: &[&'static str]) -> String {
    // What other programs call it.
    const ALSO: [(&str, &str); 8] = [
        ("Correct", "Right"),
        ("Incorrect", "Wrong"),
        ("explanation", "explain"),
        ("question", "stem"),
        ("answer", "back"),
        ("hint", "feedback"),
        ("duration", "minutes"),
        ("Fill", "Typed"),
    ];
    let other = ALSO.iter().find(|(from, to)| *from == found && expected.contains(to)).map_or(found, |(_, to)| *to);
    suggestion::meant(other, expected.iter().copied())
}

fn another_name(it: &Stumble<'_>, expected: &str, found: &str) -> Slip {
    let behind = it.rest().strip_prefix(found).unwrap_or_default().trim_start();
    let span = it.here..it.here + found.len().min(it.rest().len());
    if behind.starts_with(':') {
        if let Some(slip) = brackets::still_open(it) {
            return slip;
        }
        let message = format!("`{expected}(…)` is missing around `{found}`");
        return Slip::new(
            span,
            message,
            format!("write {expected}({expected}({found}: …)): the block, and in it what it holds"),
        );
    }
    Slip::new(span, format!("`{expected}` belongs here, not `{found}`"), format!("write {expected}(…)"))
}

/// What is wrong with an id or a text. The reader stands behind the string; the author looks for the character.
fn message(it: &Stumble<'_>, why: &str) -> Slip {
    let found = |find: fn(&Literal) -> Option<std::ops::Range<usize>>| it.strings.iter().find_map(find);
    if why.ends_with(UNSAFE_IN_TEXT) {
        return Slip::new(
            found(Literal::first_unsafe).unwrap_or(it.span.clone()),
            why,
            "remove it, and type it anew if it is a blank",
        );
    }
    if why.ends_with(WORD_TOO_LONG) {
        let at = found(Literal::long_word).map_or(it.span.clone(), |at| at.start..at.start + MARKED);
        return Slip::new(at, why, "write blanks between its parts");
    }
    let literal = it.strings.iter().rev().find(|s| s.span.start <= it.here && it.span.start <= s.span.end);
    let span = literal.map_or(it.span.clone(), |s| s.span.clone());
    if literal.is_some_and(|s| s.text.contains('\n'))
        && let Some(slip) = quotes::unclosed(it)
    {
        return slip;
    }
    if why.starts_with("an id") {
        let id = literal.map_or_else(String::new, |s| as_id(&s.text));
        let help =
            if id.is_empty() { "write a short name, such as `ferry-1`".to_owned() } else { format!("write \"{id}\"") };
        return Slip::new(span, why, help);
    }
    if why.starts_with("this text is empty") {
        return Slip::new(
            span,
            "this text is empty",
            "write something between the quotation marks, or leave the field out (in the `head` of a table: None)",
        );
    }
    Slip::new(span, format!("this must be {why}"), "docs/course-format.md shows what may stand here")
}

/// `text` as an id.
fn as_id(text: &str) -> String {
    let bare = crate::course::spelling::plain(text);
    let dashed: String =
        bare.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '_') { c } else { '-' }).collect();
    let words: Vec<&str> = dashed.split('-').filter(|part| !part.is_empty()).collect();
    Id::new(words.join("-")).map_or_else(|_| String::new(), |id| id.to_string())
}
