//! Signs that are out of place, and commas that are missing.

use ron::error::Error as Ron;

use super::{Slip, Stumble, is_of_name, last_word};
use crate::course::model::text::{draws_nothing, is_unsafe, name_of};

/// A blank, or something that is not seen, that only looks like the blanks between values.
pub(super) fn blank(it: &Stumble<'_>) -> Option<Slip> {
    let c = it.rest().chars().next()?;
    let is_odd = !c.is_ascii() && (c.is_whitespace() || draws_nothing(c) || is_unsafe(c));
    let help = "write an ordinary blank instead: text copied from a page may bring such signs along";
    is_odd.then(|| {
        let message = format!("{} stands between the values, where only ordinary blanks may", name_of(c));
        Slip::new(it.here..it.here + c.len_utf8(), message, help)
    })
}

/// A sign of another notation.
pub(super) fn stray(it: &Stumble<'_>) -> Option<Slip> {
    let c = it.rest().chars().next()?;
    let at = |message: &str, help: &str| Some(Slip::new(it.here..it.here + c.len_utf8(), message, help));
    match c {
        ';' => at("values are parted by commas, not by `;`", "write a comma"),
        '#' => at("a comment begins with //, not with #", "write // before it"),
        '=' => at("`:` stands between a name and its value, not `=`", "write `:`"),
        ':' if !matches!(it.code, Ron::ExpectedMapColon) && it.before().ends_with('"') => {
            if is_name_of_field(it.before()) {
                return None;
            }
            at("values are parted by commas, not by `:`", "write a comma")
        }
        _ => colon(it),
    }
}

/// A comma with nothing before it, and a name without its value.
pub(super) fn comma(it: &Stumble<'_>) -> Option<Slip> {
    let c = it.rest().chars().next()?;
    let at = |message: &str, help: &str| Some(Slip::new(it.here..it.here + c.len_utf8(), message, help));
    match c {
        ',' if it.before().is_empty() || it.before().ends_with([',', '(', '[', '{']) => {
            at("there is a comma too many here", "take it out")
        }
        ',' | ')' | ']' if it.before().ends_with(':') => {
            at("the value is missing here", "write it, or take its name out as well")
        }
        _ => None,
    }
}

/// Whether a name in quotation marks ends `before`: `, "id"`.
fn is_name_of_field(before: &str) -> bool {
    let Some(open) = before.strip_suffix('"').and_then(|b| b.rfind('"')) else { return false };
    before[open + 1..before.len() - 1].chars().all(is_of_name)
        && before[..open].trim_end().ends_with(['(', ',', '{'])
        && before[..open].trim_end().strip_suffix('(').is_none_or(|b| last_word(b).is_none())
}

/// A name without the colon behind it.
fn colon(it: &Stumble<'_>) -> Option<Slip> {
    if *it.code != Ron::ExpectedMapColon {
        return None;
    }
    let name = last_word(it.before())?;
    let at = it.before().len();
    Some(Slip::new(at..at, format!("a colon is missing behind `{name}`"), format!("write `{name}: …`")))
}

/// Two values with nothing between them.
pub(super) fn missing_comma(it: &Stumble<'_>) -> Option<Slip> {
    let close = match it.code {
        Ron::ExpectedComma => "",
        Ron::ExpectedArrayEnd => " or `]`",
        Ron::ExpectedStructLikeEnd | Ron::ExpectedOptionEnd => " or `)`",
        Ron::ExpectedMapEnd => " or `}`",
        _ => return None,
    };
    let is_value =
        it.rest().starts_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '(' | '[' | '{' | '_' | '-'));
    let at = it.before().len();
    is_value.then(|| Slip::new(at..at, format!("a comma{close} is missing"), format!("put a comma{close} here")))
}
