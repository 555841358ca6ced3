//! Signs: one form for each, and which of them say something.

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use super::formula::{is_bracket, is_minus, is_prime};
use crate::course::model::text::draws_nothing;

/// Punctuation that is never left out.
const COUNTING: &str = "%&@#*/\\\u{a7}\u{2030}\u{2020}\u{2021}\u{b6}";

/// `text` with one form for each apostrophe, quotation mark, dash, blank, digit and sign of arithmetic, and without
/// what has no width. Blanks are single, none at the ends.
pub(super) fn unified(text: &str) -> String {
    let mut raised = false;
    let mut spelled = String::with_capacity(text.len());
    // Composed first, so that a sign and its parts, which Unicode holds to be the same, go one way.
    let composed: Vec<char> = text.nfc().collect();
    for (at, &c) in composed.iter().enumerate() {
        let (before, after) = (at.checked_sub(1).map(|i| composed[i]), composed.get(at + 1).copied());
        let exponent = superscript(c);
        let last = || composed[at..].iter().map_while(|c| superscript(*c)).last();
        // What ends with a raised sign is a charge (`Ca²⁺`), all else an exponent.
        if exponent.is_some() && !raised && last().is_some_and(char::is_alphanumeric) {
            spelled.push('^');
        }
        raised = exponent.is_some();
        match exponent.map_or_else(|| unfolded(c, before, after), |c| Some(PlainForm::Sign(c))) {
            Some(PlainForm::Sign(sign)) => spelled.push(sign),
            Some(PlainForm::Words(words)) => spelled.push_str(words),
            None => {
                // A fraction in one sign stands apart from the number before it.
                if matches!(c, '\u{bc}'..='\u{be}' | '\u{2150}'..='\u{215e}' | '\u{2189}') {
                    spelled.push(' ');
                }
                spelled.push(c);
            }
        }
    }
    let plain: String = spelled.nfkd().filter(|c| !is_invisible(*c)).map(sign).collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ").replace("''", "\"");
    if plain.contains(['x', 'X', '^']) { times_and_charges(&plain) } else { plain }
}

/// `text` with an `x` between numbers as `*`, and charges without `^`: `3 x 4`, `Ca^2+`.
fn times_and_charges(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let is_blank = |at: Option<usize>| at.and_then(|at| chars.get(at)) == Some(&' ');
    let is_times = |at: usize| {
        let (before, after) = (at.checked_sub(1), Some(at + 1));
        is_digit(before) && is_digit(after)
            || is_blank(before) && is_blank(after) && is_digit(at.checked_sub(2)) && is_digit(Some(at + 2))
    };
    let is_charge = |at: usize| {
        let sign = chars[at + 1..].iter().position(|c| !c.is_ascii_digit()).map(|long| at + 1 + long);
        let behind = sign.filter(|sign| matches!(chars[*sign], '+' | '-')).map(|sign| &chars[sign + 1..]);
        let is_term = |rest: &[char]| {
            let word: Vec<&char> = rest.iter().skip(1).take_while(|c| **c != ' ').collect();
            word.len() == 1 || word.first().is_some_and(|c| c.is_ascii_digit())
        };
        at > 0
            && chars[at - 1].is_alphanumeric()
            && behind.is_some_and(|rest| match rest.first() {
                None | Some(')' | ']' | '}' | ',' | ';' | '.') => true,
                Some(' ') => !is_term(rest),
                Some(_) => false,
            })
    };
    let one = |at: usize| match chars[at] {
        'x' | 'X' if is_times(at) => Some('*'),
        '^' if is_charge(at) => None,
        c => Some(c),
    };
    (0..chars.len()).filter_map(one).collect()
}

/// `text` with its compounds in one word, as they are also written: `e-mail`, `email`; `None` without any.
pub(super) fn without_hyphens(text: &str) -> Option<String> {
    // Most answers have none: nothing is spelled a second time for them.
    if text.bytes().all(|b| b.is_ascii() && b != b'-') {
        return None;
    }
    let unified: Vec<char> = unified(text).chars().collect();
    let letter = |at: Option<usize>| at.and_then(|at| unified.get(at)).is_some_and(|c| c.is_alphabetic());
    let joins =
        |at: usize| unified[at] == '-' && letter(at.checked_sub(1)) && letter(Some(at + 1)) && !is_minus(&unified, at);
    let joined: String = (0..unified.len()).filter(|&at| !joins(at)).map(|at| unified[at]).collect();
    (joined.chars().count() < unified.len()).then_some(joined)
}

/// `text` with the points of an abbreviation closed up, as they are also written: `Ph. D.`, `Ph.D.`; `None` without any.
pub(super) fn without_gaps(text: &str) -> Option<String> {
    const LONGEST: usize = 3;
    if !text.contains(". ") {
        return None;
    }
    let unified = unified(text);
    let is_part = |word: &&str| {
        word.strip_suffix('.').is_some_and(|w| w.chars().count() <= LONGEST && w.chars().all(char::is_alphabetic))
    };
    let words: Vec<&str> = unified.split(' ').collect();
    let mut closed = words.first()?.to_string();
    for pair in words.windows(2) {
        closed.push_str(if pair.iter().all(is_part) { "" } else { " " });
        closed.push_str(pair[1]);
    }
    (closed.len() < unified.len()).then_some(closed)
}

enum PlainForm {
    Sign(char),
    Words(&'static str),
}

/// What Unicode's compatibility forms would tear apart or mistake.
fn unfolded(c: char, before: Option<char>, after: Option<char>) -> Option<PlainForm> {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let l = |c: Option<char>| matches!(c, Some('l' | 'L'));
    Some(match c {
        // The degree of keyboards without one.
        'º' | '˚' if matches!(after, Some('C' | 'F' | 'c' | 'f')) => PlainForm::Sign('°'),
        // The point of Catalan (`col·lega`), or a product (`N·m`).
        '·' if l(before) && l(after) => PlainForm::Words(""),
        '·' if letter(before) && letter(after) => PlainForm::Sign('*'),
        '\u{b4}' => PlainForm::Sign('\''),
        '\u{a8}' => PlainForm::Sign('"'),
        '≥' | '⩾' | '≧' => PlainForm::Words(">="),
        '≤' | '⩽' | '≦' => PlainForm::Words("<="),
        '≠' => PlainForm::Words("!="),
        '→' | '⟶' => PlainForm::Words("->"),
        '⇒' | '⟹' => PlainForm::Words("=>"),
        '±' => PlainForm::Words("+/-"),
        _ => return None,
    })
}

/// The sign that a raised one is.
fn superscript(c: char) -> Option<char> {
    let raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ".chars().zip("0123456789+-n".chars());
    { raised }.find(|&(high, _)| high == c).map(|(_, plain)| plain)
}

/// What is not seen in a word: signs that draw nothing, and the dash that only stretches an Arabic word.
fn is_invisible(c: char) -> bool {
    c == '\u{640}' || draws_nothing(c)
}

fn sign(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{2032}' | '\u{2b9}' | '\u{2bb}'..='\u{2bf}' => '\'',
        '`' | '\u{5f3}' | '\u{a78c}' => '\'',
        '\u{201c}'..='\u{201f}' | '\u{2033}' | '\u{ab}' | '\u{bb}' | '\u{2039}' | '\u{203a}' | '\u{5f4}' => '"',
        '\u{2212}' | '\u{2043}' | '\u{5be}' => '-',
        '×' | '⋅' | '∙' | '✕' => '*',
        '÷' | '\u{2044}' | '\u{2215}' => '/',
        '\u{223c}' | '\u{301c}' => '~',
        '\u{2236}' => ':',
        '\u{266d}' => 'b',
        '\u{266f}' => '#',
        '\u{66b}' => '.',
        '\u{66c}' | '\u{60c}' => ',',
        c if c.is_whitespace() => ' ',
        c if c.general_category() == GeneralCategory::DashPunctuation => '-',
        c => digit(c),
    }
}

/// A decimal digit of any script as one of ours: Unicode gives them in tens, from zero on.
fn digit(c: char) -> char {
    let is_digit = |c: char| c.general_category() == GeneralCategory::DecimalNumber;
    if c.is_ascii() || !is_digit(c) {
        return c;
    }
    let before = (1..).map_while(|back| u32::from(c).checked_sub(back).and_then(char::from_u32));
    let value = before.take_while(|c| is_digit(*c)).count() % 10;
    u32::try_from(value).ok().and_then(|value| char::from_digit(value, 10)).unwrap_or(c)
}

/// Whether the sign at `at` says something. Marks of a sentence do not: stops, commas, quotation marks and brackets, and
/// hyphens between words. `text` is unified.
pub(super) fn counts(text: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| text.get(i)).copied();
    let after = text.get(at + 1).copied();
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    match text.get(at).copied().unwrap_or(' ') {
        '-' => is_minus(text, at),
        '\'' | '"' => is_prime(text, at),
        '!' => digit(before) || after.is_some_and(|c| c == '=' || c.is_alphanumeric()),
        ':' => [before, after].contains(&Some(':')) || after == Some('=') || digit(before) && digit(after),
        '(' | ')' | '[' | ']' | '{' | '}' => is_bracket(text, at),
        c => !is_punctuation(c),
    }
}

pub(super) fn is_punctuation(c: char) -> bool {
    use GeneralCategory as G;
    let category = c.general_category();
    !COUNTING.contains(c)
        && matches!(
            category,
            G::OpenPunctuation
                | G::ClosePunctuation
                | G::InitialPunctuation
                | G::FinalPunctuation
                | G::OtherPunctuation
        )
}
