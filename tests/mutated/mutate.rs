//! Changes of a text as a slip of the hand makes them: in its tokens, not in its letters.

use ninetracks::study::chance::Chance;
use rand::RngExt as _;

/// Words of RON, strings as a whole, numbers, brackets, everything between.
fn tokens(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let length = match first {
            '"' => string_length(rest),
            c if is_word(c) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            c if c.is_whitespace() => rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        found.push(token);
        rest = after;
    }
    found
}

fn string_length(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '"' if !is_escaped => return at + 1,
            '\\' => is_escaped = !is_escaped,
            _ => is_escaped = false,
        }
    }
    text.len()
}

const NUMBERS: [&str; 9] = ["0", "-1", "255", "65536", "4294967296", "99999999999999999999", "1e400", "-0.0", "0.5"];
const STRINGS: [&str; 14] = [
    r#""""#,
    r#"" ""#,
    r#""&#27;[2J""#,
    r#""\u{202e}abc""#,
    r#""{{""#,
    r#""{{a::b}} }}{{""#,
    r#""1.\n- a\n  - b""#,
    r#""```""#,
    r#""| a | b |\n|---|---|""#,
    r#""[[no-such-term]] [@nobody]""#,
    r#""ferry""#,
    r#""漢字 🦊 e\u{301}""#,
    r#""$x^2$ \\( y \\)""#,
    r##""#not-an-id""##,
];
const SIGNS: [&str; 12] = ["(", ")", "[", "]", "{", "}", ",", ":", "\"", "//", "/*", "\\"];

/// `text` with one to three slips in it, and what they are.
pub fn mutated(text: &str, chance: &mut Chance) -> (String, Vec<String>) {
    let mut tokens: Vec<String> = tokens(text).into_iter().map(str::to_owned).collect();
    let slips = (0..chance.random_range(1..=3)).map(|_| slip(&mut tokens, chance)).collect();
    (tokens.concat(), slips)
}

fn slip(tokens: &mut Vec<String>, chance: &mut Chance) -> String {
    if tokens.is_empty() {
        return "nothing left".to_owned();
    }
    let at = chance.random_range(0..tokens.len());
    let other = chance.random_range(0..tokens.len());
    match chance.random_range(0..10) {
        0 | 1 => format!("without token {at}, {:?}", tokens.remove(at)),
        2 => {
            tokens.insert(at, tokens[at].clone());
            format!("token {at}, {:?}, twice", tokens[at])
        }
        3 => {
            tokens.swap(at, other);
            format!("tokens {at} and {other}, {:?} and {:?}, swapped", tokens[other], tokens[at])
        }
        4 => replaced(tokens, at, chance, |token| token.starts_with('"'), &STRINGS),
        5 => replaced(tokens, at, chance, |token| token.starts_with(|c: char| c.is_ascii_digit()), &NUMBERS),
        6 => {
            let sign = SIGNS[chance.random_range(0..SIGNS.len())];
            tokens.insert(at, sign.to_owned());
            format!("{sign} before token {at}")
        }
        7 => {
            // A string or a name that stands elsewhere, as an id of something else does.
            let instead = tokens[other].clone();
            let before = std::mem::replace(&mut tokens[at], instead);
            format!("{:?} instead of token {at}, {before:?}", tokens[at])
        }
        8 => half(tokens, at),
        _ => {
            let cut = tokens.drain(at..(at + 40).min(tokens.len())).count();
            format!("{cut} tokens from {at} on cut out")
        }
    }
}

/// Puts one of `others` in the place of the first token from `at` on that is such a one.
fn replaced(tokens: &mut [String], at: usize, chance: &mut Chance, is: fn(&str) -> bool, others: &[&str]) -> String {
    let Some(found) = (at..tokens.len()).find(|&i| is(&tokens[i])) else { return "none found".to_owned() };
    let other = others[chance.random_range(0..others.len())];
    let before = std::mem::replace(&mut tokens[found], other.to_owned());
    format!("{other} instead of token {found}, {before:?}")
}

/// Cuts the token in its middle, so that a string loses its end.
fn half(tokens: &mut [String], at: usize) -> String {
    let token = &mut tokens[at];
    let middle = (0..=token.len() / 2).rev().find(|&i| token.is_char_boundary(i)).unwrap_or(0);
    token.truncate(middle);
    format!("only {token:?} of token {at}")
}
