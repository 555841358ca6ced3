//! The strings of a RON file as they stand in it, so that a character of one can be pointed at, also when the file
//! cannot be read.

use std::ops::Range;

use super::model::text::{is_unsafe, long_word};

/// A string of a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Literal {
    /// What it holds, escapes decoded.
    pub text: String,
    /// Where it stands in the file, in bytes, with its quotation marks.
    pub span: Range<usize>,
    /// For each byte of `text` the first byte of the file that made it, and the end of the last.
    written_at: Vec<usize>,
}

impl Literal {
    /// Where the bytes `span` of the text were written.
    pub(super) fn place(&self, span: Range<usize>) -> Range<usize> {
        let at = |byte: usize| self.written_at.get(byte).copied().unwrap_or(self.span.end);
        at(span.start)..at(span.end)
    }

    /// Every unsafe character with its place in the file.
    pub(super) fn all_unsafe(&self) -> impl Iterator<Item = (char, Range<usize>)> {
        let found = self.text.char_indices().filter(|&(_, c)| is_unsafe(c));
        found.map(|(at, c)| (c, self.place(at..at + c.len_utf8())))
    }

    /// The place of the first word that is too long.
    pub(super) fn long_word(&self) -> Option<Range<usize>> {
        long_word(&self.text).map(|span| self.place(span))
    }

    /// The place of the first unsafe character.
    pub(super) fn first_unsafe(&self) -> Option<Range<usize>> {
        self.all_unsafe().next().map(|(_, place)| place)
    }
}

/// Every string of the RON text `source`, in order. What is no RON gives what can be told from it.
pub(super) fn literals(source: &str) -> Vec<Literal> {
    let mut lexer = Lexer { source, at: 0, found: Vec::new() };
    while let Some(c) = lexer.peek() {
        lexer.token(c);
    }
    lexer.found
}

struct Lexer<'a> {
    source: &'a str,
    at: usize,
    found: Vec<Literal>,
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        &self.source[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn token(&mut self, c: char) {
        match c {
            '"' => self.string(),
            '\'' => self.character(),
            '/' if self.rest().starts_with("//") => self.skip_to("\n"),
            '/' if self.rest().starts_with("/*") => self.comment(),
            c if c.is_alphanumeric() || c == '_' => self.word(),
            c => self.at += c.len_utf8(),
        }
    }

    fn skip_to(&mut self, end: &str) {
        self.at = self.rest().find(end).map_or(self.source.len(), |i| self.at + i + end.len());
    }

    /// A comment, which may hold others.
    fn comment(&mut self) {
        let mut depth = 0;
        while let Some(c) = self.peek() {
            let step = match self.rest().get(..2) {
                Some("/*") => {
                    depth += 1;
                    2
                }
                Some("*/") => {
                    depth -= 1;
                    2
                }
                _ => c.len_utf8(),
            };
            self.at += step;
            if depth == 0 {
                return;
            }
        }
    }

    fn character(&mut self) {
        let after = &self.rest()[1..];
        let length = match after.strip_prefix('\\') {
            Some(escaped) => escaped.char_indices().skip(1).find(|&(_, c)| c == '\'').map(|(i, _)| i + 2),
            None => after.chars().next().map(char::len_utf8).filter(|&n| after[n..].starts_with('\'')).map(|n| n + 1),
        };
        self.at += 1 + length.unwrap_or(0);
    }

    /// A name, a number, or a raw string: `r"…"`, `r#"…"#`.
    fn word(&mut self) {
        let length = self.rest().find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(self.rest().len());
        let (word, after) = self.rest().split_at(length);
        let hashes = after.bytes().take_while(|&b| b == b'#').count();
        let is_raw = matches!(word, "r" | "br") && after[hashes..].starts_with('"');
        self.at += length;
        if is_raw {
            self.raw(length, hashes);
        }
    }

    fn raw(&mut self, prefix: usize, hashes: usize) {
        let start = self.at - prefix;
        let from = self.at + hashes + 1;
        let close = format!("\"{}", "#".repeat(hashes));
        let to = self.source[from..].find(&close).map_or(self.source.len(), |i| from + i);
        self.at = (to + close.len()).min(self.source.len());
        let text = self.source[from..to].to_owned();
        self.found.push(Literal { text, span: start..self.at, written_at: (from..=to).collect() });
    }

    fn string(&mut self) {
        let start = self.at;
        let (mut text, mut written_at) = (String::new(), Vec::new());
        self.at += 1;
        while let Some(c) = self.peek() {
            let from = self.at;
            self.at += c.len_utf8();
            match c {
                '"' => {
                    written_at.push(from);
                    break;
                }
                '\\' => {
                    if let Some(c) = self.escape() {
                        text.push(c);
                    }
                }
                c => text.push(c),
            }
            written_at.resize(text.len(), from);
        }
        self.found.push(Literal { text, span: start..self.at, written_at });
    }

    /// What stands for the escape behind a backslash; nothing for one that RON does not know.
    fn escape(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        let digits = match c {
            'n' => return Some('\n'),
            't' => return Some('\t'),
            'r' => return Some('\r'),
            '0' => return Some('\0'),
            'x' => self.rest().get(..2)?.to_owned(),
            'u' => self.rest().strip_prefix('{')?.split_once('}')?.0.to_owned(),
            c => return Some(c),
        };
        self.at += digits.len() + if c == 'u' { 2 } else { 0 };
        u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        literals(source).into_iter().map(|l| l.text).collect()
    }

    #[test]
    fn strings_are_found_in_every_form_and_nothing_else() {
        let source = r##"(a: "one", /* "no" /* "no" */ "no" */ b: r#"t"wo"#, // "no"
            c: '"', d: "th\"r\u{65}\x65", r#for: r"fo\ur")"##;
        assert_eq!(texts(source), ["one", "t\"wo", "th\"ree", "fo\\ur"]);
    }

    #[test]
    fn what_is_not_closed_goes_to_the_end() {
        assert_eq!(texts("(a: \"one"), ["one"]);
        assert_eq!(texts("(a: r#\"one\""), ["one\""]);
    }

    #[test]
    fn a_character_is_pointed_at_where_it_was_written() {
        let source = "(a: \"é\\u{1b}x\", b: \"y\u{202e}\")";
        let places: Vec<&str> =
            literals(source).iter().filter_map(Literal::first_unsafe).map(|at| &source[at]).collect();
        assert_eq!(places, ["\\u{1b}", "\u{202e}"]);
    }
}
