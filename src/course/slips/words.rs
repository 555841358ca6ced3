//! Every other error of the reader in words for authors.

use ron::error::Error as Ron;

use super::{Slip, Stumble, last_word, quotes, values};

/// What stands in the brackets of what has values without names.
const TUPLES: [(&str, &str); 8] = [
    ("Pair", "\"…\", \"…\""),
    ("Step", "\"what happened\", \"when\""),
    ("Reasoned", "\"…\", \"why it is wrong\""),
    ("Rival", "\"…\", \"why it is wrong\""),
    ("Partly", "\"…\", 50"),
    ("Waiver", "\"rule\", \"why it does not apply\""),
    ("Detail", "\"label\", \"text\""),
    ("Near", "9.81, 0.05"),
];

pub(super) fn of(it: &Stumble<'_>) -> Slip {
    if let Some(slip) = quotes::missing(it) {
        return slip;
    }
    let span = it.here..it.span.end.max(it.here).max(it.here + it.rest().chars().next().map_or(0, char::len_utf8));
    let (message, help) = values::wanted(it).unwrap_or_else(|| said(it));
    Slip::new(span, message, help)
}

fn said(it: &Stumble<'_>) -> (String, String) {
    let (message, help): (&str, String) = match it.code {
        Ron::ExpectedArray => ("a list in square brackets is needed here", list(it)),
        Ron::ExpectedMap => ("this needs curly brackets", "write {\"name\": value}".into()),
        Ron::ExpectedMapColon => ("a colon is missing here", "write `name: value`".into()),
        Ron::ExpectedComma => ("a comma is missing here", "put a comma between the two".into()),
        Ron::ExpectedArrayEnd => ("the list does not end here", "close it with `]`, or put a comma before this".into()),
        Ron::ExpectedStructLikeEnd | Ron::ExpectedOptionEnd => {
            ("these brackets hold more than belongs here", "close them with `)` before this, or take this out".into())
        }
        Ron::ExpectedMapEnd => {
            ("these brackets do not end here", "close them with `}`, or put a comma before this".into())
        }
        Ron::ExpectedStringEnd => ("this text is not closed", "close it with a quotation mark".into()),
        Ron::ExpectedNamedStructLike(name) => return brackets(it, name),
        Ron::ExpectedStructLike | Ron::ExpectedUnit | Ron::ExpectedOption => return brackets(it, ""),
        Ron::ExpectedDifferentLength { expected, found } => return count(expected, *found),
        Ron::InvalidEscape(_) => (
            "a backslash in a text begins an escape, and this is none",
            "write the backslash as \\\\, or begin the text with r#\" and end it with \"#".into(),
        ),
        Ron::Eof | Ron::UnclosedBlockComment | Ron::UnclosedLineComment => (
            "the file ends too early",
            "look for a bracket, a quotation mark or a comment further up that is not closed".into(),
        ),
        Ron::TrailingCharacters => (
            "the file goes on behind its last bracket",
            "remove the rest, or look for a bracket closed too early".into(),
        ),
        Ron::ExceededRecursionLimit => {
            ("there are too many brackets in one another", "remove some: no course needs so many".into())
        }
        Ron::InvalidValueForType { expected, .. } => {
            return (format!("{expected} is needed here"), "write another value".into());
        }
        _ => (
            "this is not what belongs here",
            format!("a name, as in `name: value`, or {}", "a value that docs/course-format.md shows"),
        ),
    };
    (message.to_owned(), help)
}

fn list(it: &Stumble<'_>) -> String {
    let field = it.field().map_or(String::new(), |field| format!("{field}: "));
    it.string()
        .map_or_else(|| format!("write {field}[…], with commas between"), |s| format!("write {field}[\"{}\"]", s.text))
}

/// A name without its brackets, or brackets without what they need.
fn brackets(it: &Stumble<'_>, name: &str) -> (String, String) {
    if it.before().is_empty() {
        return (format!("this file holds no `{name}(…)`"), format!("write {name}(…), or remove the file"));
    }
    let parts = |name: &str| TUPLES.iter().find(|(known, _)| *known == name).map_or("…", |(_, parts)| *parts);
    match last_word(it.before()).filter(|word| word.starts_with(char::is_uppercase)) {
        Some(word) if it.rest().starts_with([',', ')', ']', '}']) || it.rest().is_empty() => {
            let inside = if word == "TrueFalse" { "true) or TrueFalse(false" } else { parts(word) };
            (format!("`{word}` needs its value in brackets"), format!("write {word}({inside})"))
        }
        _ if name.is_empty() => ("this needs round brackets".to_owned(), "write (…) around it".to_owned()),
        _ => (format!("`{name}(…)` is needed here"), format!("write {name}({})", parts(name))),
    }
}

/// `expected` is the library's own: `tuple struct Pair with 2 elements`.
fn count(expected: &str, found: usize) -> (String, String) {
    let name = expected.split(' ').find(|word| TUPLES.iter().any(|(known, _)| known == word));
    let Some((name, parts)) = name.and_then(|name| TUPLES.iter().find(|(known, _)| *known == name)) else {
        let number = expected.split(' ').find_map(|word| word.parse::<usize>().ok());
        let wanted = number.map_or_else(|| "another number".to_owned(), |n| n.to_string());
        return (format!("there are {found} values in these brackets"), format!("write {wanted}"));
    };
    (format!("`{name}` has another number of values than {found}"), format!("write {name}({parts})"))
}
