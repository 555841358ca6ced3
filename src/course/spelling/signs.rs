//! Signs: one form for each, and which of them say something.

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use crate::course::model::text::draws_nothing;

/// The signs of a formula, beside which brackets say something too.
const OPERATORS: &str = "+*/=<>^|~";

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
        // A raised sign by itself is a charge (`Na⁺`), one before digits an exponent.
        if exponent.is_some_and(|e| e.is_alphanumeric() || after.and_then(superscript).is_some()) && !raised {
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
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `text` with its compounds in one word, as they are also written: `e-mail`, `email`; `None` without any.
pub(super) fn without_hyphens(text: &str) -> Option<String> {
    // Most answers have none: nothing is spelled a second time for them.
    if text.bytes().all(|b| b.is_ascii() && b != b'-') {
        return None;
    }
    let unified: Vec<char> = unified(text).chars().collect();
    let letter = |at: Option<usize>| at.and_then(|at| unified.get(at)).is_some_and(|c| c.is_alphabetic());
    let joins = |at: usize| unified[at] == '-' && letter(at.checked_sub(1)) && letter(Some(at + 1));
    let joined: String = (0..unified.len()).filter(|&at| !joins(at)).map(|at| unified[at]).collect();
    (joined.chars().count() < unified.len()).then_some(joined)
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
        '\u{223c}' => '~',
        '\u{66b}' => '.',
        '\u{66c}' | '\u{60c}' => ',',
        c if c.is_whitespace() => ' ',
        c if c.general_category() == GeneralCategory::DashPunctuation => '-',
        c => digit(c),
    }
}

/// A decimal digit of any script as one of ours.
fn digit(c: char) -> char {
    const ZEROS: [u32; 57] = [
        0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
        0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
        0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450,
        0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60, 0x16b50, 0x1e140,
        0x1e2f0, 0x1e950,
    ];
    let code = u32::from(c);
    let zero = ZEROS.into_iter().find(|zero| (*zero..zero + 10).contains(&code));
    zero.and_then(|zero| char::from_digit(code - zero, 10)).unwrap_or(c)
}

/// Whether the sign at `at` says something. Marks of a sentence do not: stops, commas, quotation marks and brackets, and
/// hyphens between words. `text` is unified.
pub(super) fn counts(text: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| text.get(i)).copied();
    let after = text.get(at + 1).copied();
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    match text.get(at).copied().unwrap_or(' ') {
        '-' => hyphen(text, at),
        '!' => digit(before) || after.is_some_and(|c| c == '=' || c.is_alphanumeric()),
        ':' => [before, after].contains(&Some(':')) || after == Some('=') || digit(before) && digit(after),
        '(' | ')' | '[' | ']' | '{' | '}' => text.iter().any(|c| OPERATORS.contains(*c)) || is_interval(text),
        c => !is_punctuation(c),
    }
}

fn is_punctuation(c: char) -> bool {
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

/// What stands beside a hyphen.
#[derive(Clone, Copy, PartialEq)]
enum Beside {
    Blank,
    Letter,
    Digit,
    Sign,
}

impl Beside {
    fn new(c: Option<&char>) -> Self {
        match c {
            None | Some(' ') => Self::Blank,
            Some(c) if c.is_ascii_digit() => Self::Digit,
            // Marks belong to letters, and so do points of abbreviations.
            Some('.') => Self::Letter,
            Some(c) if c.is_alphanumeric() || !is_mark(*c) => Self::Letter,
            Some(c) if is_punctuation(*c) => Self::Blank,
            Some(_) => Self::Sign,
        }
    }
}

/// Whether `c` is a mark on paper by itself, and not on a letter.
fn is_mark(c: char) -> bool {
    !unicode_normalization::char::is_combining_mark(c)
}

/// Whether a word can stand in a sum: a number, a letter, or both (`2x`).
fn is_operand(word: &[&char]) -> bool {
    word.len() == 1 && word[0].is_alphanumeric() || word.iter().any(|c| c.is_ascii_digit())
}

/// Whether an interval opens or closes with two kinds of brackets: `[0, 1)`.
fn is_interval(text: &[char]) -> bool {
    let count = |of: char| text.iter().filter(|c| **c == of).count();
    [('(', ')'), ('[', ']'), ('{', '}')].into_iter().any(|(open, close)| count(open) != count(close))
}

/// A hyphen or minus: between numbers, before a number or word that begins with it (`-5`, `-x`) and behind what ends
/// with it (`Cl-`) it counts, and free in a sum (`x - y`); between words, and free between words, it is a mark of the sentence.
fn hyphen(text: &[char], at: usize) -> bool {
    let start = text[..at].iter().rposition(|c| *c != '-').map_or(0, |i| i + 1);
    let end = text[at..].iter().position(|c| *c != '-').map_or(text.len(), |i| at + i);
    let (before, after) = (Beside::new(start.checked_sub(1).and_then(|i| text.get(i))), Beside::new(text.get(end)));
    match (before, after) {
        (Beside::Digit, Beside::Digit) | (Beside::Sign, _) | (_, Beside::Sign) => true,
        (Beside::Letter | Beside::Digit, Beside::Letter | Beside::Digit) => false,
        (Beside::Blank, Beside::Blank) => {
            let before: Vec<&char> =
                text[..start].iter().rev().skip_while(|c| **c == ' ').take_while(|c| **c != ' ').collect();
            let after: Vec<&char> = text[end..].iter().skip_while(|c| **c == ' ').take_while(|c| **c != ' ').collect();
            (before.is_empty() || is_operand(&before)) && is_operand(&after)
        }
        (Beside::Blank, Beside::Letter | Beside::Digit) | (Beside::Letter | Beside::Digit, Beside::Blank) => true,
    }
}
