//! Brackets that do not fit.

use super::{Literal, Slip, Stumble, is_of_name};

/// The first bracket that closes another kind than was opened, or one that is never closed.
pub(super) fn look(it: &Stumble<'_>) -> Option<Slip> {
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, c) in signs(it.text, &it.strings) {
        let closes = match c {
            '(' | '[' | '{' => {
                open.push((at, c));
                continue;
            }
            ')' => '(',
            ']' => '[',
            _ => '{',
        };
        let Some((opened, sign)) = open.pop() else {
            let help = "take it out, or look above for a bracket closed too early";
            return Some(Slip::new(at..at + 1, format!("`{c}` closes nothing"), help));
        };
        if sign != closes {
            return mismatched(it, opened, at);
        }
    }
    let (opened, sign) = open.pop()?;
    let help = format!("close it with `{}`, or look for another further down that is not", closing(sign));
    Some(Slip::new(opened..opened + 1, format!("this `{sign}` is not closed before the file ends"), help))
}

/// The bracket that is still open where a field stands that belongs to what is around it.
pub(super) fn still_open(it: &Stumble<'_>) -> Option<Slip> {
    look(it)?;
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, c) in signs(it.text, &it.strings).take_while(|(at, _)| *at < it.span.start) {
        if "([{".contains(c) {
            open.push((at, c));
        } else {
            open.pop();
        }
    }
    let (opened, sign) = open.pop()?;
    let (line, end) = (it.line_of(opened), closing(sign));
    let message = format!("the `{sign}` of line {line} is still open here");
    Some(Slip::new(it.span.clone(), message, format!("close it with `{end}` before this")))
}

/// The bracket at `opened` meets one of another kind at `closed`. Either may be the slip.
fn mismatched(it: &Stumble<'_>, opened: usize, closed: usize) -> Option<Slip> {
    let (sign, end) = (char::from(it.text.as_bytes()[opened]), char::from(it.text.as_bytes()[closed]));
    let of_name = it.text[..opened].ends_with(is_of_name);
    if of_name && sign != '(' {
        let name = super::last_word(&it.text[..opened]).unwrap_or_default();
        let message = format!("a round bracket stands behind `{name}`, not `{sign}`");
        return Some(Slip::new(opened..opened + 1, message, format!("write `{name}(`, and `)` at its end")));
    }
    // The reader says what it wanted instead of this one.
    if opened == it.here {
        return None;
    }
    let (line, right) = (it.line_of(opened), closing(sign));
    let message = format!("`{end}` stands where the `{sign}` of line {line} is still open");
    Some(Slip::new(closed..closed + 1, message, format!("close the `{sign}` of line {line} with `{right}` before it")))
}

fn closing(sign: char) -> char {
    match sign {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

/// The brackets of `text` outside strings and comments, with their places.
fn signs<'a>(text: &'a str, strings: &'a [Literal]) -> impl Iterator<Item = (usize, char)> + 'a {
    let mut next = 0;
    let mut skip = 0;
    text.char_indices().filter(move |&(at, c)| {
        while strings.get(next).is_some_and(|s| s.span.end <= at) {
            next += 1;
        }
        if at >= skip && strings.get(next).is_none_or(|s| at < s.span.start) {
            let rest = &text[at..];
            if rest.starts_with("//") {
                skip = at + rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                skip = at + rest.find("*/").map_or(rest.len(), |end| end + 2);
            }
        }
        let in_string = strings.get(next).is_some_and(|s| s.span.contains(&at));
        !in_string && at >= skip && "()[]{}".contains(c)
    })
}
