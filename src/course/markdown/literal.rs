//! Marks that would be taken for structure where the author meant them as they are written.

use super::indent::Fence;
use super::parts::is_border;

/// `text` with those marks shielded. A text of one line is a line: what stands at its head is no list, quotation or
/// heading. In longer texts a mark is shielded where Markdown would swallow it.
pub(super) fn shielded(text: &str) -> String {
    let text = text.trim_matches('\n');
    if !text.contains('\n') {
        return products(&line(text.trim(), true));
    }
    let mut fenced: Option<Fence> = None;
    let mut lines: Vec<String> = Vec::new();
    for written in text.split('\n') {
        let opens = if fenced.is_none() { Fence::of(written) } else { None };
        let is_code = fenced.is_some() || opens.is_some();
        fenced = fenced.filter(|open| !open.closes_at(written)).or(opens);
        lines.push(if is_code { written.to_owned() } else { products(&line(written, false)) });
    }
    lines.join("\n")
}

/// One line; `alone` where it is the whole text.
fn line(text: &str, alone: bool) -> String {
    let (inset, bare) = text.split_at(text.len() - text.trim_start().len());
    let shield = |at: usize| format!("{inset}{}\\{}", &bare[..at], &bare[at..]);
    let digits = bare.len() - bare.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = |at: usize| bare.get(at..).unwrap_or_default();
    let ends = |rest: &str| if alone { rest.is_empty() || rest.starts_with(' ') } else { rest.trim().is_empty() };
    match bare.chars().next() {
        Some('>') if alone || is_comparison(after(1)) => shield(0),
        Some('-' | '+' | '*') if ends(after(1)) => shield(0),
        Some('-' | '*' | '_') if alone && is_rule(bare) => {
            format!("{inset}{}", bare.chars().flat_map(|c| ['\\', c]).filter(|c| *c != ' ').collect::<String>())
        }
        Some('#') if alone => shield(0),
        Some('~' | '`') if alone && (Fence::of(bare).is_some() || bare.chars().all(|c| c == '`')) => {
            format!(
                "{inset}{}",
                bare.chars()
                    .flat_map(|c| if matches!(c, '~' | '`') { vec!['\\', c] } else { vec![c] })
                    .collect::<String>()
            )
        }
        Some('0'..='9') if (after(digits).starts_with(['.', ')'])) && ends(after(digits + 1)) => shield(digits),
        Some('[') => match bare.find("]:") {
            Some(at) if !bare[..at].contains(' ') => format!("{inset}{}]\\:{}", &bare[..at], after(at + 2)),
            _ => text.to_owned(),
        },
        _ => text.to_owned(),
    }
}

/// Whether what stands behind a `>` makes it "greater than".
fn is_comparison(rest: &str) -> bool {
    rest.starts_with('=') || rest.trim_start().starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.'))
}

/// Whether the line would be a rule across the page.
fn is_rule(line: &str) -> bool {
    let marks: Vec<char> = line.chars().filter(|c| *c != ' ').collect();
    marks.len() >= 3 && marks.iter().all(|c| *c == marks[0])
}

/// Asterisks beside a digit within a word, or between lone letters, multiply: `2*3*4`, `a*b*c`.
fn products(text: &str) -> String {
    if !text.contains('*') || text.contains(['`', '$']) {
        return text.to_owned();
    }
    let chars: Vec<char> = text.chars().collect();
    let mut shielded = String::with_capacity(text.len() + 4);
    for (at, &c) in chars.iter().enumerate() {
        if c == '*' {
            let beside = |c: &&char| **c != '*' && !is_border(**c);
            let (before, after) = (chars[..at].iter().rev().find(beside), chars[at..].iter().find(beside));
            let within = before.zip(after).is_some_and(|(b, a)| b.is_alphanumeric() && a.is_alphanumeric());
            let of_digits = [before, after].into_iter().flatten().any(char::is_ascii_digit);
            let within = within && (of_digits || is_product_of_letters(&chars, at));
            if within {
                shielded.push('\\');
            }
        }
        shielded.push(c);
    }
    shielded
}

/// Whether the asterisk at `at` stands between two lone letters: `a*b*c`.
fn is_product_of_letters(chars: &[char], at: usize) -> bool {
    let is_letter = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| c.is_alphanumeric());
    is_letter(at.checked_sub(1)) && is_letter(Some(at + 1)) && !is_letter(at.checked_sub(2)) && !is_letter(Some(at + 2))
}
