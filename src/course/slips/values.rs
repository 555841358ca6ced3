//! Numbers, and values that stand without the name or the brackets they need.

use ron::error::Error as Ron;

use super::{Slip, Stumble, last_word};

/// A number goes on where a whole one ended: `0.5`, `50%`, `3 min`.
pub(super) fn run_on(it: &Stumble<'_>) -> Option<Slip> {
    let before = it.before();
    let start = before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '_')).len();
    let number = &before[start..];
    if !number.ends_with(|c: char| c.is_ascii_digit()) || !before[..start].trim_end().ends_with([':', ',', '(', '[']) {
        return None;
    }
    let named = before[..start].trim_end().strip_suffix(':').and_then(|b| last_word(b.trim_end()));
    let field = named.map_or(String::new(), |field| format!("{field}: "));
    let rest = it.rest();
    let say = |long: usize, message: String, help: String| Some(Slip::new(start..it.here + long, message, help));
    match rest.chars().next()? {
        '.' => {
            let digits = rest.len() - rest[1..].trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let written = format!("{number}{}", &rest[..digits]);
            let whole: i64 = number.parse().unwrap_or(0);
            let part: f64 = written.parse().unwrap_or(0.0);
            let help = if named == Some("percent") && part < 1.0 {
                format!("write {field}{:.0}", part * 100.0)
            } else {
                format!("write {field}{whole} or {field}{}", whole.saturating_add(1))
            };
            say(digits, format!("a whole number is needed here, not {written}"), help)
        }
        '%' => say(1, "the number stands alone, without %".to_owned(), format!("write {field}{number}")),
        c if c.is_alphabetic() && it.here >= before.len() && !rest.contains("://") && is_unit(rest) => {
            let unit = rest.len() - rest.trim_start_matches(char::is_alphabetic).len();
            let message = format!("the number stands alone, without `{}`", &rest[..unit]);
            say(unit, message, format!("write {field}{number}"))
        }
        _ => None,
    }
}

/// Whether what follows a number is a word by itself, and not the next field.
fn is_unit(rest: &str) -> bool {
    let behind = rest.trim_start_matches(char::is_alphabetic).trim_start();
    behind.is_empty() || behind.starts_with([',', ')', ']', '.'])
}

/// Decimals with a comma: `Near(9,81, 0,05)`.
pub(super) fn decimals(it: &Stumble<'_>) -> Option<Slip> {
    let (start, name) = ["Near", "Exactly", "Between"].into_iter().find_map(|name| {
        let start = it.text[..it.here].rfind(&format!("{name}("))?;
        (!it.text[start..it.here].contains(')')).then_some((start, name))
    })?;
    let inside = start + name.len() + 1;
    let end = inside + it.text[inside..].find(')')?;
    let parts: Vec<&str> = it.text[inside..end].split(',').map(str::trim).collect();
    let wanted = if name == "Exactly" { 1 } else { 2 };
    let is_number = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit() || c == '-');
    if parts.len() != 2 * wanted || !parts.iter().all(is_number) {
        return None;
    }
    let numbers: Vec<String> = parts.chunks(2).map(|pair| pair.join(".")).collect();
    let help = format!("write {name}({})", numbers.join(", "));
    Some(Slip::new(start..end + 1, "decimals have a point here, not a comma", help))
}

/// What stands in the brackets of what has named values.
const NAMED: [(&str, &str); 23] = [
    ("About", "id: \"…\", title: \"…\""),
    ("Lesson", "id: \"…\", title: \"…\""),
    ("Bank", "lesson: \"…\", cards: […], questions: […]"),
    ("Card", "id: \"…\", face: …"),
    ("Question", "id: \"…\", stem: \"…\", ask: …"),
    ("Objective", "id: \"…\", level: Remember, text: \"…\""),
    ("Section", "id: \"…\", title: \"…\", body: […]"),
    ("Term", "id: \"…\", term: \"…\", meaning: \"…\""),
    ("Basic", "front: \"…\", back: \"…\""),
    ("TwoWay", "ask: \"…\", front: \"…\", ask_back: \"…\", back: \"…\""),
    ("Weighed", "text: \"…\", percent: 50"),
    ("Match", "pairs: [(\"…\", \"…\")]"),
    ("Typed", "accept: [\"…\"]"),
    ("Classify", "scheme: \"…\", key: \"…\""),
    ("Blank", "label: \"…\", accept: [\"…\"]"),
    ("Picture", "file: \"…\", alt: \"…\""),
    ("Table", "caption: \"…\", head: […], rows: […]"),
    ("Figure", "caption: \"…\", says: \"…\", drawing: …"),
    ("Wheel", "at: 1"),
    ("Spectrum", "left: \"…\", right: \"…\", items: […]"),
    ("Bars", "unit: \"…\", bars: […]"),
    ("Feedback", "right: \"…\", wrong: \"…\""),
    ("Reference", "id: \"…\", short: \"…\", full: \"…\""),
];

/// A value where a name is needed.
pub(super) fn bare(it: &Stumble<'_>) -> Option<Slip> {
    if !matches!(
        it.code,
        Ron::ExpectedIdentifier | Ron::SuggestRawIdentifier(_) | Ron::InvalidIdentifier(_) | Ron::UnexpectedChar(_)
    ) {
        return None;
    }
    let string = it.string();
    let value: &str = match string {
        Some(literal) => literal.text.as_str(),
        None => it.rest().split([',', ')', ']', '\n']).next().unwrap_or_default().trim_end(),
    };
    let end = string.map_or(it.here + value.len(), |s| s.span.end);
    let span = it.here..end.max(it.here + usize::from(!it.rest().is_empty()));
    if string.is_some() && it.text[end..].trim_start().starts_with(':') {
        let message = "the name of a field stands without quotation marks";
        return Some(Slip::new(span, message, format!("write {value}: …")));
    }
    if it.field() == Some("number") {
        let help = format!("write number: Exactly({value}), or Near({value}, …) with a tolerance");
        return Some(Slip::new(span, "a number that is asked for says how exact an answer must be", help));
    }
    if it.field() == Some("wheel") || it.field().is_some() && string.is_some() {
        let message = "this is one of several words, which stand without quotation marks";
        return Some(Slip::new(span, message, format!("write {}: {value}", it.field().unwrap_or_default())));
    }
    let name = it.before().strip_suffix('(').and_then(last_word)?;
    let (_, fields) = NAMED.iter().find(|(known, _)| *known == name)?;
    Some(Slip::new(span, format!("what stands in `{name}(…)` has names"), format!("write {name}({fields})")))
}

/// What is said where nothing but the kind of value is known.
pub(super) fn wanted(it: &Stumble<'_>) -> Option<(String, String)> {
    let field = it.field().map_or(String::new(), |field| format!("{field}: "));
    let quoted = it.string().map(|s| s.text.trim_end_matches('%').trim().to_owned());
    Some(match it.code {
        Ron::ExpectedBoolean => (
            "true or false is needed here".into(),
            "write true or false, in small letters and without quotation marks".into(),
        ),
        Ron::ExpectedInteger => {
            let number = quoted.filter(|text| text.parse::<i64>().is_ok()).unwrap_or_else(|| "3".into());
            let help = format!("write {field}{number}, in digits and without quotation marks");
            ("a whole number is needed here".into(), help)
        }
        Ron::ExpectedFloat | Ron::FloatUnderscore => {
            let number = quoted.filter(|text| text.parse::<f64>().is_ok()).unwrap_or_else(|| "9.81".into());
            (
                "a number is needed here".into(),
                format!("write {field}{number}, with a point and without quotation marks"),
            )
        }
        Ron::IntegerOutOfBounds => return Some(out_of_bounds(it)),
        Ron::InvalidIntegerDigit { .. } | Ron::UnderscoreAtBeginning => {
            ("this is no number".into(), "write it in digits".into())
        }
        _ => return None,
    })
}

fn out_of_bounds(it: &Stumble<'_>) -> (String, String) {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+');
    let start = it.text[..it.here].trim_end_matches(is_part).len();
    let rest = &it.text[start..];
    let number = &rest[..rest.len() - rest.trim_start_matches(is_part).len()];
    if number.starts_with('-') {
        (
            format!("{number} is below 0"),
            format!("write {}, or another number from 0 on", number.trim_start_matches('-')),
        )
    } else {
        (format!("{number} is too large here"), "write a smaller number".into())
    }
}
