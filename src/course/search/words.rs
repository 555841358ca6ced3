//! Words as they are looked for: any script, without case and accents, a slip forgiven.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::course::spelling::{is_alphabetic_script, plain};

/// Shortest word in which a slip is forgiven, and in which two are.
const ONE_SLIP: usize = 5;
const TWO_SLIPS: usize = 8;

/// The words of `text` in plain letters, and where each stands.
pub(super) fn words(text: &str) -> impl Iterator<Item = (Range<usize>, Cow<'_, str>)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let from = rest + text[rest..].find(|c: char| c.is_alphanumeric())?;
        let len = text[from..].find(|c: char| !c.is_alphanumeric() && !is_combining_mark(c));
        rest = len.map_or(text.len(), |len| from + len);
        let word = &text[from..rest];
        Some((from..rest, plain_ascii(word).unwrap_or_else(|| plain(word).into())))
    })
}

/// The plain letters of a word that has no others than ASCII, without the work that others need.
fn plain_ascii(word: &str) -> Option<Cow<'_, str>> {
    let is_plain = word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
    if is_plain { Some(word.into()) } else { word.is_ascii().then(|| word.to_ascii_lowercase().into()) }
}

/// Whether one of its letters can slip, and beginnings of it tell little: no script that writes no blanks.
pub(super) fn is_alphabetic(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit() || is_alphabetic_script(c))
}

/// Letters of `word` that may be wrong.
fn slips(word: &str) -> usize {
    match word.chars().count() {
        _ if !is_alphabetic(word) || word.bytes().any(|b| b.is_ascii_digit()) => 0,
        n if n >= TWO_SLIPS => 2,
        n if n >= ONE_SLIP => 1,
        _ => 0,
    }
}

/// A typed word that may be misspelt.
pub(super) struct Misspelt {
    letters: Vec<char>,
    slips: usize,
}

impl Misspelt {
    /// `None` where no slip is forgiven.
    pub(super) fn new(typed: &str) -> Option<Self> {
        let slips = slips(typed);
        (slips > 0).then(|| Self { letters: typed.chars().collect(), slips })
    }

    /// Whether `word` begins with what was meant: a letter too many, too few, another, or two neighbours swapped
    /// (Damerau 1964, restricted), the first two letters at least alike.
    pub(super) fn is_meant(&self, word: &str) -> bool {
        let typed = &self.letters;
        let mut first = word.chars();
        let (one, two) = (first.next(), first.next());
        let begins_alike =
            one == typed.first().copied() || two == typed.first().copied() || one == typed.get(1).copied();
        begins_alike && distance_to_beginning(typed, word, self.slips) <= self.slips
    }
}

/// Fewest slips between `typed` and a beginning of `word`; more than `most` is said as `most + 1` at least.
fn distance_to_beginning(typed: &[char], word: &str, most: usize) -> usize {
    let n = typed.len();
    let word: Vec<char> = word.chars().take(n + most).collect();
    if word.len() + most < n {
        return most + 1;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=n).collect();
    let mut best = last[n];
    for (at, &letter) in word.iter().enumerate() {
        let mut row = vec![at + 1; n + 1];
        for i in 1..=n {
            let other = usize::from(typed[i - 1] != letter);
            row[i] = (last[i - 1] + other).min(last[i] + 1).min(row[i - 1] + 1);
            if i > 1 && at > 0 && typed[i - 1] == word[at - 1] && typed[i - 2] == letter {
                row[i] = row[i].min(before[i - 2] + 1);
            }
        }
        best = best.min(row[n]);
        before = std::mem::replace(&mut last, row);
    }
    best
}

/// Where `typed` stands in a word written as `written`; all of it where letters were folded apart.
pub(super) fn part(written: &str, typed: &str) -> Range<usize> {
    if let Some(plain) = plain_ascii(written) {
        return plain.find(typed).map_or(0..written.len(), |at| at..at + typed.len());
    }
    let folded: Vec<(usize, String)> =
        written.char_indices().map(|(at, c)| (at, plain(c.encode_utf8(&mut [0; 4])))).collect();
    let whole: String = folded.iter().map(|(_, f)| f.as_str()).collect();
    let Some(found) = whole.find(typed) else { return 0..written.len() };
    let mut passed = 0;
    let mut range = None;
    for (at, f) in &folded {
        if passed <= found && found < passed + f.len() {
            range = Some(*at);
        }
        passed += f.len();
        if let Some(from) = range.filter(|_| passed >= found + typed.len()) {
            let to = written[*at..].chars().next().map_or(written.len(), |c| at + c.len_utf8());
            return from..to;
        }
    }
    0..written.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart_in_any_script() {
        let of = |text: &str| words(text).map(|(_, word)| word.into_owned()).collect::<Vec<_>>();
        assert_eq!(of("Back-channel, Łódź 1.5"), ["back", "channel", "lodz", "1", "5"]);
        assert_eq!(of("外交 Дипломатия"), ["外交", "дипломатия"]);
        assert_eq!(of(" — "), [""; 0]);
    }

    #[test]
    fn a_slip_is_forgiven_in_a_word_of_five_letters() {
        let meant = |typed: &str, word: &str| Misspelt::new(typed).is_some_and(|it| it.is_meant(word));
        for (typed, word) in [
            ("montvile", "montville"),
            ("chanel", "channel"),
            ("kelmna", "kelman"),
            ("diplmoacy", "diplomacy"),
            ("dipl0macy", "x"),
        ] {
            assert_eq!(meant(typed, word), word != "x", "{typed}");
        }
        assert!(meant("medation", "mediation") && meant("mediattion", "mediations"));
        assert!(!meant("lodz", "lodge") && !meant("peace", "pages") && !meant("1991", "1996"));
    }

    #[test]
    fn the_part_that_was_typed_is_marked() {
        assert_eq!(&"Łódź"[part("Łódź", "odz")], "ódź");
        assert_eq!(&"公共外交は"[part("公共外交は", "外交")], "外交");
    }
}
