//! How the pieces of an answer can be read: with articles and without, letters in plain form or as two.

use super::language::{Language, NumberWord};
use super::letters::{in_two, plain};
use super::tokens::{Token, is_single};

/// A piece in one reading.
#[derive(Clone, Debug)]
struct Fragment {
    text: String,
    kind: PieceKind,
    /// Whether it is written in capitals only.
    capitals: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PieceKind {
    Word,
    Number,
    /// `2nd`, `second`.
    Rank,
    Sign,
}

/// Every reading of `tokens` that differs, the closest first; at least one, which may be empty.
pub(super) fn of(tokens: &[Token], language: Language) -> Vec<Vec<String>> {
    let mut readings: Vec<Vec<String>> = Vec::new();
    for letters in [plain, in_two] {
        let pieces: Vec<Fragment> = tokens.iter().map(|token| piece(token, letters)).collect();
        let pieces = ampersands(pieces, language);
        for pieces in [pieces.clone(), without_articles(&pieces, language)] {
            let reading = fractions(numbers(pieces, language), language);
            if !readings.contains(&reading) {
                readings.push(reading);
            }
        }
    }
    readings
}

fn piece(token: &Token, letters: fn(&str) -> String) -> Fragment {
    match token {
        Token::Word(word) => {
            let capitals = word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase);
            Fragment { text: letters(word), kind: PieceKind::Word, capitals }
        }
        Token::Number(digits) => Fragment { text: digits.clone(), kind: PieceKind::Number, capitals: false },
        Token::Rank(digits) => Fragment { text: digits.clone(), kind: PieceKind::Rank, capitals: false },
        Token::Sign(sign) => Fragment { text: sign.to_string(), kind: PieceKind::Sign, capitals: false },
    }
}

/// `&` between two words is the language's "and".
fn ampersands(mut pieces: Vec<Fragment>, language: Language) -> Vec<Fragment> {
    let Some(and) = language.and() else { return pieces };
    let is_word = |piece: Option<&Fragment>| piece.is_some_and(|p| p.kind == PieceKind::Word);
    for at in 1..pieces.len() {
        if pieces[at].text == "&" && is_word(pieces.get(at - 1)) && is_word(pieces.get(at + 1)) {
            pieces[at] = Fragment { text: and.to_owned(), kind: PieceKind::Word, capitals: false };
        }
    }
    pieces
}

/// An article before another word goes: `the harbour`, but not the vitamin of `vitamin A`, nor in `hepatitis A virus`.
fn without_articles(pieces: &[Fragment], language: Language) -> Vec<Fragment> {
    let shouted = pieces.iter().all(|p| p.kind != PieceKind::Word || p.capitals);
    let is_article = |at: usize| {
        let piece = &pieces[at];
        let named = piece.capitals && at > 0 && !shouted;
        piece.kind == PieceKind::Word && language.is_article(&piece.text) && !named && {
            match pieces.get(at + 1) {
                Some(next) if next.kind == PieceKind::Word => !is_single(&piece.text) || !is_single(&next.text),
                Some(next) => next.kind != PieceKind::Sign && !is_single(&piece.text),
                None => false,
            }
        }
    };
    (0..pieces.len()).filter(|&at| !is_article(at)).map(|at| pieces[at].clone()).collect()
}

/// Number words in digits. Behind a word, ranks and single Roman letters are numbers too: `Elizabeth II`, `the Second`,
/// `Track V`; alone, `second` is no 2 and `x` no 10.
fn numbers(mut pieces: Vec<Fragment>, language: Language) -> Vec<Fragment> {
    for at in 0..pieces.len() {
        let behind_word = at.checked_sub(1).is_some_and(|before| {
            let before = &pieces[before];
            before.kind == PieceKind::Word && !is_single(&before.text) && !language.is_article(&before.text)
        });
        let piece = &mut pieces[at];
        let read = match piece.kind {
            PieceKind::Word => language.number(&piece.text),
            PieceKind::Rank => piece.text.parse().ok().map(NumberWord::Rank),
            PieceKind::Number | PieceKind::Sign => None,
        };
        match read {
            Some(NumberWord::Cardinal(n)) => (piece.text, piece.kind) = (n.to_string(), PieceKind::Number),
            Some(NumberWord::Letter(n) | NumberWord::Rank(n)) if behind_word => {
                (piece.text, piece.kind) = (n.to_string(), PieceKind::Number);
            }
            Some(NumberWord::Rank(n)) => (piece.text, piece.kind) = (format!("{n}th"), PieceKind::Rank),
            Some(NumberWord::Letter(_)) | None => {}
        }
    }
    pieces
}

/// Mixed numbers in decimals: `1 1/2`, `one and a half` and `one point five` are 1.5.
fn fractions(pieces: Vec<Fragment>, language: Language) -> Vec<String> {
    let words: Vec<String> = pieces.into_iter().map(|p| p.text).collect();
    let mut read: Vec<String> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (decimal, taken) = mixed(&words[at..], language).unwrap_or_else(|| (words[at].clone(), 1));
        read.push(decimal);
        at += taken;
    }
    read
}

/// A mixed number at the head of `words`, and how many of them it takes.
fn mixed(words: &[String], language: Language) -> Option<(String, usize)> {
    const PARTS: [(&[&str], &str, bool); 7] = [
        (&["1", "/", "2"], "5", false),
        (&["1", "/", "4"], "25", false),
        (&["3", "/", "4"], "75", false),
        (&["and", "a", "half"], "5", true),
        (&["and", "half"], "5", true),
        (&["and", "a", "quarter"], "25", true),
        (&["and", "quarter"], "25", true),
    ];
    let is_whole = |word: &String| !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
    let (whole, rest) = words.split_first().filter(|(whole, _)| is_whole(whole))?;
    let found =
        PARTS.iter().find(|(part, _, english)| rest.starts_with_words(part) && (!english || language.is_english()));
    if let Some((part, decimals, _)) = found {
        return Some((format!("{whole}.{decimals}"), 1 + part.len()));
    }
    let decimals = rest.get(1).filter(|d| rest[0] == "point" && language.is_english() && is_whole(d))?;
    Some((format!("{whole}.{decimals}"), 3))
}

trait StartsWithWords {
    fn starts_with_words(&self, words: &[&str]) -> bool;
}

impl StartsWithWords for [String] {
    fn starts_with_words(&self, words: &[&str]) -> bool {
        self.len() >= words.len() && self.iter().zip(words).all(|(a, b)| a == b)
    }
}
