//! Signs of a formula: where a hyphen is a minus, and where brackets and primes say something.

use unicode_normalization::char::is_combining_mark;

use super::signs::is_punctuation;

/// The signs of a formula, beside which brackets say something too.
const OPERATORS: &str = "+*/=<>^|~";

/// What stands beside a hyphen.
#[derive(Clone, Copy, PartialEq)]
enum Neighbours {
    Blank,
    Letter,
    Digit,
    Sign,
}

impl Neighbours {
    fn new(c: Option<&char>) -> Self {
        match c {
            None | Some(' ') => Self::Blank,
            Some(c) if c.is_ascii_digit() => Self::Digit,
            // Marks belong to letters, and so do points of abbreviations.
            Some('.') => Self::Letter,
            Some(c) if is_of_word(*c) => Self::Letter,
            Some(c) if is_punctuation(*c) => Self::Blank,
            Some(_) => Self::Sign,
        }
    }
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// The words and numbers of `text`.
fn runs(text: &[char]) -> impl Iterator<Item = &[char]> {
    text.split(|c| !is_of_word(*c)).filter(|run| !run.is_empty())
}

/// Whether a word can stand in a formula: one letter, a number, or a number of something (`2x`).
fn is_operand(word: &[char]) -> bool {
    word.first().is_some_and(char::is_ascii_digit) || word.iter().filter(|c| !is_combining_mark(**c)).count() == 1
}

fn has_operators(text: &[char]) -> bool {
    text.iter().any(|c| OPERATORS.contains(*c))
}

/// A hyphen or minus: between numbers, before a number or word that begins with it (`-5`, `-x`), behind what ends with it
/// (`Cl-`) and in a sum (`x - y`, `2x-3`) it counts; between words, and free between words, it is a mark of the sentence.
pub(super) fn is_minus(text: &[char], at: usize) -> bool {
    let start = text[..at].iter().rposition(|c| *c != '-').map_or(0, |i| i + 1);
    let end = text[at..].iter().position(|c| *c != '-').map_or(text.len(), |i| at + i);
    let (before, after) =
        (Neighbours::new(start.checked_sub(1).and_then(|i| text.get(i))), Neighbours::new(text.get(end)));
    match (before, after) {
        (Neighbours::Digit, Neighbours::Digit) | (Neighbours::Sign, _) | (_, Neighbours::Sign) => true,
        (Neighbours::Letter | Neighbours::Digit, Neighbours::Letter | Neighbours::Digit) => is_sum(text),
        (Neighbours::Blank, Neighbours::Blank) => {
            let word = |c: &char| *c != ' ';
            let before = text[..start].iter().rposition(word).map(|end| &text[..=end]);
            let before = before.and_then(|text| text.rsplit(|c| *c == ' ').next()).unwrap_or_default();
            let after = text[end..].iter().position(word).map(|from| &text[end + from..]);
            let after = after.and_then(|text| text.split(|c| *c == ' ').next()).unwrap_or_default();
            (before.is_empty() || is_term(before)) && is_term(after)
        }
        (Neighbours::Blank, Neighbours::Letter | Neighbours::Digit)
        | (Neighbours::Letter | Neighbours::Digit, Neighbours::Blank) => true,
    }
}

/// Whether a word between blanks can be a term of a sum.
fn is_term(word: &[char]) -> bool {
    word.len() == 1 && word[0].is_alphanumeric() || word.iter().any(char::is_ascii_digit)
}

/// Whether nothing but terms of a sum stands in `text`; `B-12` and `3-D` are names.
fn is_sum(text: &[char]) -> bool {
    let all: Vec<&[char]> = runs(text).collect();
    let is_number = |run: &[char]| run.iter().all(char::is_ascii_digit);
    let is_name = match all[..] {
        [one, other] if !has_operators(text) => {
            let is_letter = |run: &[char]| !run.iter().any(char::is_ascii_digit);
            is_number(one) && is_letter(other) || is_letter(one) && is_number(other)
        }
        _ => false,
    };
    all.iter().all(|run| is_operand(run)) && !is_name
}

/// Whether the bracket at `at` says something: in a formula or an interval (`[0, 1)`), and square or curly ones at an index
/// (`a[0]`) or around a list of operands (`{1, 2}`). Round ones do not elsewhere: `sin(x)` is `sin x`.
pub(super) fn is_bracket(text: &[char], at: usize) -> bool {
    if has_operators(text) || is_interval(text) {
        return true;
    }
    let (open, close) = match text[at] {
        '[' | ']' => ('[', ']'),
        '{' | '}' => ('{', '}'),
        _ => return false,
    };
    let Some(from) = text[..=at].iter().rposition(|c| *c == open) else { return false };
    let is_index = from > 0 && is_of_word(text[from - 1]);
    is_index || inside(text, from, close).is_some_and(|inside| is_list(inside) && (from == 0 || inside.contains(&',')))
}

/// What stands in the bracket that is opened at `from`.
fn inside(text: &[char], from: usize, close: char) -> Option<&[char]> {
    let long = text[from..].iter().position(|c| *c == close)?;
    text.get(from + 1..from + long)
}

/// Whether `text` is operands apart by commas.
fn is_list(text: &[char]) -> bool {
    text.split(|c| *c == ',').all(|item| {
        let mut words = item.split(|c| *c == ' ').filter(|word| !word.is_empty());
        words.next().is_none_or(|word| is_operand(word.strip_prefix(&['-']).unwrap_or(word))) && words.next().is_none()
    })
}

/// Whether an interval opens or closes with two kinds of brackets: `[0, 1)`.
fn is_interval(text: &[char]) -> bool {
    let count = |of: char| text.iter().filter(|c| **c == of).count();
    [('(', ')'), ('[', ']'), ('{', '}')].into_iter().any(|(open, close)| count(open) != count(close))
}

/// `text` with a blank behind every comma of a list in brackets, where a comma is no decimal sign: `{1,2}` is `{1, 2}`.
pub(super) fn with_lists_apart(text: Vec<char>) -> Vec<char> {
    let pairs = [('(', ')'), ('[', ']'), ('{', '}')];
    let list = text.iter().enumerate().find_map(|(from, c)| {
        let (_, close) = pairs.into_iter().find(|(open, _)| open == c)?;
        // An interval may close with another bracket.
        let to =
            inside(&text, from, close).or_else(|| pairs.iter().find_map(|(_, close)| inside(&text, from, *close)))?;
        let numbers: Vec<&[char]> = to.split(|c| *c == ',').collect();
        let is_one_number = numbers.iter().skip(1).all(|part| part.len() == 3 && part.iter().all(char::is_ascii_digit));
        (is_list(to) && !is_one_number).then_some(from..from + to.len())
    });
    let Some(list) = list else { return text };
    let apart = |(at, c): (usize, char)| if c == ',' && list.contains(&at) { vec![c, ' '] } else { vec![c] };
    text.into_iter().enumerate().flat_map(apart).collect()
}

/// Whether the `'` or `"` at `at` is a prime: behind a lone letter or a number (`f'(x)`, `5' 10"`), and no quotation's end.
pub(super) fn is_prime(text: &[char], at: usize) -> bool {
    let is_mark = |c: &char| matches!(c, '\'' | '"');
    let end = text[..at].iter().rposition(|c| !is_mark(c)).map_or(0, |i| i + 1);
    let start = text[..end].iter().rposition(|c| !is_of_word(*c)).map_or(0, |i| i + 1);
    let word = &text[start..end];
    let is_number = !word.is_empty() && word.iter().all(char::is_ascii_digit);
    let after = text.get(at + 1).copied();
    let goes_on = after.is_some_and(|c| is_of_word(c) && !(is_number && c.is_ascii_digit()));
    let is_after_mark = start.checked_sub(1).is_some_and(|i| is_mark(&text[i]) && opens(text, i, text[i]));
    let is_quoted = is_after_mark || (0..start).any(|i| opens(text, i, text[at]));
    (is_number || !word.is_empty() && is_operand(word) && word.len() == 1) && !goes_on && !is_quoted
}

/// Whether the quotation mark `mark` at `at` opens a quotation.
fn opens(text: &[char], at: usize, mark: char) -> bool {
    text[at] == mark
        && at.checked_sub(1).is_none_or(|i| !is_of_word(text[i]))
        && text.get(at + 1).is_some_and(|c| *c != ' ')
}
