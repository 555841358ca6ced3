//! Signs: one form for each, and which of them say something.

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

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
    for c in text.nfc() {
        let exponent = superscript(c);
        if exponent.is_some() && !raised {
            spelled.push('^');
        }
        raised = exponent.is_some();
        match exponent.map_or_else(|| unfolded(c), |c| Some(PlainForm::Sign(c))) {
            Some(PlainForm::Sign(sign)) => spelled.push(sign),
            Some(PlainForm::Words(words)) => spelled.push_str(words),
            None => spelled.push(c),
        }
    }
    let plain: String = spelled.nfkd().filter(|c| !is_invisible(*c)).map(sign).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

enum PlainForm {
    Sign(char),
    Words(&'static str),
}

/// What Unicode's compatibility forms would tear apart or mistake.
fn unfolded(c: char) -> Option<PlainForm> {
    Some(match c {
        '\u{b4}' => PlainForm::Sign('\''),
        '\u{a8}' => PlainForm::Sign('"'),
        '½' => PlainForm::Words(" 1/2"),
        '¼' => PlainForm::Words(" 1/4"),
        '¾' => PlainForm::Words(" 3/4"),
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

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{61c}' | '\u{640}')
}

fn sign(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{2032}' | '\u{2bb}'..='\u{2bd}' | '\u{2b9}' => '\'',
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
    const ZEROS: [u32; 16] = [
        0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
        0x17e0,
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
        '(' | ')' | '[' | ']' | '{' | '}' => text.iter().any(|c| OPERATORS.contains(*c)),
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

/// A hyphen or minus: between numbers, before a number or word that begins with it (`-5`, `-x`) and behind what ends
/// with it (`Cl-`) it counts; between words, and free between words, it is a mark of the sentence.
fn hyphen(text: &[char], at: usize) -> bool {
    let start = text[..at].iter().rposition(|c| *c != '-').map_or(0, |i| i + 1);
    let end = text[at..].iter().position(|c| *c != '-').map_or(text.len(), |i| at + i);
    let (before, after) = (Beside::new(start.checked_sub(1).and_then(|i| text.get(i))), Beside::new(text.get(end)));
    match (before, after) {
        (Beside::Digit, Beside::Digit) | (Beside::Sign, _) | (_, Beside::Sign) => true,
        (Beside::Letter | Beside::Digit, Beside::Letter | Beside::Digit) => false,
        (Beside::Blank, Beside::Blank) => {
            let solid = |c: Option<&char>| c.is_none_or(char::is_ascii_digit);
            let free_before = text[..start].iter().rev().find(|c| **c != ' ');
            let free_after = text[end..].iter().find(|c| **c != ' ');
            solid(free_before) && free_after.is_some_and(char::is_ascii_digit)
        }
        (Beside::Blank, Beside::Letter | Beside::Digit) | (Beside::Letter | Beside::Digit, Beside::Blank) => true,
    }
}
