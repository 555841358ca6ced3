//! A text in words, numbers and signs that count.

use unicode_normalization::char::is_combining_mark;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use super::formula::with_lists_apart;
use super::language::Language;
use super::numeral::numeral;
use super::signs::{counts, unified};

/// A piece of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// Letters as they were written, without points and apostrophes.
    Word(String),
    Number(String),
    /// `2nd`.
    Rank(String),
    Sign(char),
}

/// The pieces of `text`. Where nothing but marks of a sentence stands, these are what was written.
pub(super) fn tokens(text: &str, language: Language) -> Vec<Token> {
    let text: Vec<char> = unified(text).chars().collect();
    let text = if language.decimal_sign() == '.' { with_lists_apart(text) } else { text };
    let read = |all: bool| Reader { text: &text, at: 0, language, all, found: Vec::new() }.read();
    let found = read(false);
    currencies_behind(initials(if found.is_empty() { read(true) } else { found }))
}

/// `$5` is `5 $`.
fn currencies_behind(mut tokens: Vec<Token>) -> Vec<Token> {
    let is_currency = |token: &Token| matches!(token, Token::Sign(sign) if sign.general_category() == GeneralCategory::CurrencySymbol);
    for at in 1..tokens.len() {
        if is_currency(&tokens[at - 1]) && matches!(tokens[at], Token::Number(_)) {
            tokens.swap(at - 1, at);
        }
    }
    tokens
}

struct Reader<'a> {
    text: &'a [char],
    at: usize,
    language: Language,
    /// Whether every sign counts.
    all: bool,
    found: Vec<Token>,
}

impl Reader<'_> {
    fn read(mut self) -> Vec<Token> {
        while let Some(&c) = self.text.get(self.at) {
            if self.number() {
                continue;
            }
            if is_letter(c) {
                self.word();
                continue;
            }
            if c != ' ' && (self.all || counts(self.text, self.at)) {
                self.found.push(Token::Sign(c));
            }
            self.at += 1;
        }
        self.found
    }

    fn next(&self, ahead: usize) -> Option<char> {
        self.text.get(self.at + ahead).copied()
    }

    /// Takes a number; `.5` is one, but not behind a letter.
    fn number(&mut self) -> bool {
        let behind_letter = self.at.checked_sub(1).is_some_and(|i| is_letter(self.text[i]));
        if behind_letter && !self.text[self.at].is_ascii_digit() {
            return false;
        }
        let Some(found) = numeral(self.text, self.at, self.language) else { return false };
        let written: String = self.text[self.at..found.end].iter().collect();
        self.at = found.end;
        match found.digits {
            Some(digits) if self.language.is_english() && self.rank() => self.found.push(Token::Rank(digits)),
            Some(digits) => self.found.push(Token::Number(digits)),
            None => self.found.extend(written.split(',').map(|part| Token::Number(part.to_owned()))),
        }
        true
    }

    /// Takes the letters of `2nd`.
    fn rank(&mut self) -> bool {
        let letters: String = (0..3).map_while(|i| self.next(i).filter(|c| is_letter(*c))).collect();
        let is_rank = matches!(letters.to_lowercase().as_str(), "st" | "nd" | "rd" | "th");
        self.at += if is_rank { 2 } else { 0 };
        is_rank
    }

    /// Takes a word: apostrophes in it and the points of abbreviations belong to it and are left out.
    fn word(&mut self) {
        let mut word = String::new();
        while let Some(c) = self.next(0) {
            match c {
                '\'' if self.next(1).is_some_and(is_letter) && !self.language.elides(&word) => {}
                // The mark of a Hebrew abbreviation.
                '"' if self.next(1).is_some_and(is_hebrew) && word.ends_with(is_hebrew) => {}
                '.' if self.next(1).is_some_and(is_letter) => {}
                c if is_letter(c) => word.push(c),
                _ => break,
            }
            self.at += 1;
        }
        self.found.push(Token::Word(word));
    }
}

fn is_letter(c: char) -> bool {
    !c.is_ascii_digit() && (c.is_alphanumeric() || is_combining_mark(c))
}

fn is_hebrew(c: char) -> bool {
    ('\u{5d0}'..='\u{5ea}').contains(&c)
}

/// Letters that stand alone in a row are one word: `U. N.` is `UN`, `W. D. Davidson` is `W.D. Davidson`.
fn initials(tokens: Vec<Token>) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::new();
    let mut run = false;
    for token in tokens {
        let single = matches!(&token, Token::Word(word) if is_single(word));
        match (joined.last_mut(), &token) {
            (Some(Token::Word(before)), Token::Word(word)) if run && single => before.push_str(word),
            _ => joined.push(token),
        }
        run = single;
    }
    joined
}

/// Whether `word` is one letter, with its marks.
pub(super) fn is_single(word: &str) -> bool {
    word.chars().filter(|c| !is_combining_mark(*c)).count() == 1
}
