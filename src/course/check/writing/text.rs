//! Texts as the rules compare them: words without case, accents, marks and punctuation.

use std::collections::HashSet;

use crate::course::{markdown, spelling};

/// Words too common to tell two texts apart. Negations are not among them: they turn a meaning round.
const COMMON: &[&str] = &[
    "a",
    "about",
    "after",
    "all",
    "also",
    "an",
    "and",
    "any",
    "are",
    "as",
    "at",
    "be",
    "been",
    "before",
    "both",
    "but",
    "by",
    "can",
    "did",
    "do",
    "does",
    "for",
    "from",
    "had",
    "has",
    "have",
    "he",
    "her",
    "his",
    "how",
    "if",
    "in",
    "into",
    "is",
    "it",
    "its",
    "may",
    "more",
    "most",
    "of",
    "off",
    "on",
    "one",
    "or",
    "other",
    "others",
    "out",
    "over",
    "own",
    "she",
    "so",
    "some",
    "such",
    "than",
    "that",
    "the",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "to",
    "under",
    "up",
    "was",
    "we",
    "were",
    "what",
    "when",
    "where",
    "which",
    "while",
    "who",
    "whom",
    "whose",
    "why",
    "will",
    "with",
    "would",
    "you",
    "your",
    "each",
    "choose",
    "type",
    "fictional",
    "invented",
];

/// The words of a Markdown text in lower case. "1.5" is a word; hyphens part words; "'s" is dropped.
pub(crate) fn words(text: &str) -> Vec<String> {
    plain_words(&markdown::plain(text))
}

fn plain_words(text: &str) -> Vec<String> {
    let bare = spelling::plain(text);
    let part = |c: char| !(c.is_alphanumeric() || matches!(c, '.' | '\'' | '’'));
    bare.split(part).map(bare_word).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

fn bare_word(word: &str) -> &str {
    let word = word.trim_matches(['.', '\'', '’']);
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}

/// The words of `text` that carry its meaning, without the plural "s".
pub(crate) fn content(text: &str) -> Vec<String> {
    words(text).into_iter().filter(|w| !COMMON.contains(&w.as_str())).map(singular).collect()
}

fn singular(mut word: String) -> String {
    if word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") {
        word.pop();
    }
    word
}

/// The words of `text` in one line between blanks, so that `contains(" whole words ")` holds for whole words.
pub(crate) fn line(text: &str) -> String {
    format!(" {} ", words(text).join(" "))
}

/// The length of a Markdown text as it is shown, in characters.
pub(crate) fn length(text: &str) -> usize {
    markdown::plain(text).chars().count()
}

/// The pieces of `text` that are the author's own running words: what stands between quotations and titles in italics.
pub(super) fn own_words(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for paragraph in markdown::parse(text) {
        for span in paragraph.spans {
            match pieces.last_mut() {
                Some(piece) if !span.manner.emphasis => piece.push_str(&span.text),
                _ => pieces.push(String::new()),
            }
        }
        pieces.push(String::new());
    }
    pieces.iter().flat_map(|p| unquoted(p)).collect()
}

/// What stands outside quotation marks, double or single, curly or straight.
fn unquoted(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut close = None;
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let ends = close == Some(c) && (c != '\'' && c != '’' || !chars.peek().is_some_and(|n| n.is_alphanumeric()));
        if ends {
            close = None;
            pieces.push(String::new());
        } else if close.is_none() {
            close = closing(c, before);
            if let Some(piece) = pieces.last_mut() {
                piece.push(c);
            }
        }
        before = c;
    }
    pieces
}

/// The mark that closes a quotation opened by `c` after `before`; an apostrophe within a word opens none.
fn closing(c: char, before: char) -> Option<char> {
    match c {
        '“' => Some('”'),
        '"' => Some('"'),
        '‘' => Some('’'),
        '\'' if !before.is_alphanumeric() => Some('\''),
        _ => None,
    }
}

/// Every run of `n` words in a row, joined by blanks.
pub(super) fn shingles(words: &[String], n: usize) -> HashSet<String> {
    words.windows(n).map(|w| w.join(" ")).collect()
}

/// `part` of `whole`, 0 to 1.
pub(super) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        return 0.0;
    }
    f64::from(u32::try_from(part).unwrap_or(u32::MAX)) / f64::from(u32::try_from(whole).unwrap_or(u32::MAX))
}

/// A word in more items than this tells nothing of what is asked.
pub(crate) const FREQUENT: usize = 5;

/// Numbers in words: a capital makes no name of them.
pub(crate) const NUMBERS: [&str; 9] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/// The words with a capital within a sentence, but for numbers.
pub(crate) fn names(text: &str) -> HashSet<String> {
    let plain = markdown::plain(text);
    let words: Vec<&str> = plain.split_whitespace().collect();
    let within =
        words.windows(2).filter(|w| !w[0].ends_with(['.', '?', '!', ':', '…']) && w[1].starts_with(char::is_uppercase));
    within.flat_map(|w| content(w[1])).filter(|w| !NUMBERS.contains(&w.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lose_case_accents_marks_and_possession() {
        assert_eq!(words("**Çuhadar's** Track-1.5 *paper* [@E01]…"), ["cuhadar", "track", "1.5", "paper"]);
        assert_eq!(content("The states' two envoys do not meet"), ["state", "two", "envoy", "not", "meet"]);
    }

    #[test]
    fn quotations_and_titles_are_not_the_authors_words() {
        let own = own_words("McDonald's word “never” in *Peace Now* isn't 'always' so");
        let own: Vec<_> = own.iter().flat_map(|p| words(p)).collect();
        assert_eq!(own.join(" "), "mcdonald word in isn't so");
    }
}
