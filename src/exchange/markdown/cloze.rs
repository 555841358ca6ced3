//! Cards in a line: gaps between brackets or braces, sides between colons; and the pictures of lines.

use crate::exchange::anki_note::FieldReader;

/// `a [gap] in it` becomes `a {{gap}} in it`. Brackets within brackets belong to the answer; those behind a backslash and
/// those of pictures and links are no gaps.
pub(super) fn bracketed(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let (mut out, mut depth, mut at) = (String::new(), 0_usize, 0);
    let mut is_code = false;
    while at < chars.len() {
        let (c, next) = (chars[at], chars.get(at + 1).copied());
        match c {
            '\\' if next.is_some() => {
                out.push('\\');
                out.extend(next);
                at += 1;
            }
            '`' => {
                is_code = !is_code;
                out.push(c);
            }
            '!' | '[' if !is_code && depth == 0 && link_end(&chars[at..]).is_some() => {
                let end = link_end(&chars[at..]).unwrap_or(0);
                out.extend(&chars[at..=at + end]);
                at += end;
            }
            '[' if !is_code => {
                depth += 1;
                out.push_str(if depth == 1 { "{{" } else { "\\[" });
            }
            ']' if !is_code && depth > 0 => {
                depth -= 1;
                out.push_str(if depth == 0 { "}}" } else { "\\]" });
            }
            _ => out.push(c),
        }
        at += 1;
    }
    out
}

/// Where a picture or a link to a page ends that begins here.
fn link_end(chars: &[char]) -> Option<usize> {
    let is_picture = chars.first() == Some(&'!');
    let open = usize::from(is_picture);
    if chars.get(open) != Some(&'[') {
        return None;
    }
    let close = chars.iter().position(|c| *c == ']')?;
    let target: String = chars.get(close + 1..)?.iter().collect();
    let inner = target.strip_prefix('(')?.split_once(')')?.0;
    let is_page = inner.contains("://") || inner.starts_with('#') || inner.starts_with("mailto:");
    (is_picture || is_page).then(|| close + 2 + inner.chars().count())
}

/// Gaps in braces, with or without Anki's numbers.
pub(super) fn braced(text: &str) -> String {
    FieldReader::new(false).unnested(text)
}

/// The sides of `term :: meaning`, and whether both are asked, as three colons say.
pub(super) fn sides(line: &str) -> Option<(&str, &str, bool)> {
    for (mark, is_both) in [(" ::: ", true), (" :: ", false), (":::", true), ("::", false)] {
        let Some(at) = outside_code(line, mark) else { continue };
        let (front, back) = (line[..at].trim(), line[at + mark.len()..].trim());
        if !front.is_empty() && !back.is_empty() {
            return Some((front, back, is_both));
        }
    }
    None
}

/// Whether a line's sides are parted by colons with blanks around them.
pub(super) fn is_parted(line: &str) -> bool {
    [" ::: ", " :: "].iter().any(|mark| outside_code(line, mark).is_some())
}

/// Where `mark` first stands outside of code.
fn outside_code(line: &str, mark: &str) -> Option<usize> {
    line.match_indices(mark).map(|(at, _)| at).find(|at| line[..*at].matches('`').count().is_multiple_of(2))
}

/// The files of pictures in the lines.
pub(super) fn pictures(lines: &[&str]) -> Vec<String> {
    let of_line = |line: &&str| {
        let parts = line.split("![").skip(1).filter_map(|rest| rest.split_once("](")?.1.split(')').next());
        parts.map(|file| file.split(' ').next().unwrap_or(file).to_owned()).collect::<Vec<_>>()
    };
    lines.iter().flat_map(of_line).collect()
}
