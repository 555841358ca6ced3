//! Words: styled pieces of text cut at their blanks, so that lines can be broken between them.

use ratatui::style::{Modifier, Style};
use ratatui::text::Span;
use textwrap::core::Fragment;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::course::markdown::{Link, Manner};

/// Text in one style.
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) style: Style,
    pub(super) link: Option<Link>,
}

/// A word: what stands between two blanks, in one or several styles.
#[derive(Clone, Debug, Default)]
pub(super) struct Word {
    pub(super) pieces: Vec<WordPiece>,
    pub(super) wide: usize,
    /// Whether a blank follows, and in which style.
    pub(super) blank: bool,
    pub(super) blank_style: Style,
}

#[derive(Clone, Debug)]
pub(super) struct WordPiece {
    pub(super) text: String,
    pub(super) style: Style,
    /// Which of the paragraph's links, and where it leads.
    pub(super) link: Option<(usize, Link)>,
}

impl Fragment for Word {
    fn width(&self) -> f64 {
        width_f(self.wide)
    }
    fn whitespace_width(&self) -> f64 {
        if self.blank { 1.0 } else { 0.0 }
    }
    fn penalty_width(&self) -> f64 {
        0.0
    }
}

impl Word {
    /// Adds a character of `piece`: to what it holds of it, or as a piece of its own.
    fn take(&mut self, character: &str, piece: &WordPiece, is_new: bool) {
        match self.pieces.last_mut() {
            Some(last) if !is_new => last.text.push_str(character),
            _ => {
                let WordPiece { style, link, .. } = piece;
                self.pieces.push(WordPiece { text: character.to_owned(), style: *style, link: link.clone() });
            }
        }
    }

    /// The word in parts that fit `room`: only longer ones than a line are broken, where they can behind a sign such as the
    /// slash of an address.
    pub(super) fn broken(self, room: usize) -> Vec<Self> {
        if self.wide <= room {
            return vec![self];
        }
        let signs: Vec<(&str, usize)> = { self.pieces.iter().enumerate() }
            .flat_map(|(n, piece)| piece.text.graphemes(true).map(move |sign| (sign, n)))
            .collect();
        let mut parts = Vec::new();
        let mut rest = &signs[..];
        while !rest.is_empty() {
            let (part, left) = rest.split_at(fitting(rest, room));
            parts.push(self.part(part));
            rest = left;
        }
        if let Some(last) = parts.last_mut() {
            (last.blank, last.blank_style) = (self.blank, self.blank_style);
        }
        parts
    }

    /// A word of its own of some of the signs, each with the number of its piece.
    fn part(&self, signs: &[(&str, usize)]) -> Self {
        let mut part = Self::default();
        let mut before = None;
        for &(sign, n) in signs {
            part.wide += sign.width();
            if let Some(piece) = self.pieces.get(n) {
                part.take(sign, piece, before != Some(n));
            }
            before = Some(n);
        }
        part
    }
}

/// How many of `signs` stand on a line of `room` cells: one at least, and where it is not much less, none behind the last sign
/// after which a word can be broken.
fn fitting(signs: &[(&str, usize)], room: usize) -> usize {
    let mut wide = 0;
    let fits = signs.iter().take_while(|(sign, _)| {
        wide += sign.width();
        wide <= room
    });
    let most = fits.count().max(1);
    if most == signs.len() {
        return most;
    }
    let breaks = |at: &usize| {
        signs.get(at - 1).is_some_and(|(sign, _)| matches!(*sign, "/" | "-" | "_" | "." | "?" | "&" | "="))
    };
    (most / 2 + 1..=most).rev().find(breaks).unwrap_or(most)
}

pub(super) fn words(pieces: &[Piece]) -> Vec<Word> {
    let mut words = vec![Word::default()];
    let mut link_no = 0;
    for piece in pieces {
        let link = piece.link.clone().map(|l| (link_no, l));
        link_no += usize::from(link.is_some());
        for (n, part) in piece.text.split(|c: char| c.is_whitespace() && c != '\u{a0}').enumerate() {
            if n > 0 {
                end_word(&mut words, piece.style);
            }
            if let (false, Some(word)) = (part.is_empty(), words.last_mut()) {
                word.wide += part.width();
                word.pieces.push(WordPiece { text: part.to_owned(), style: piece.style, link: link.clone() });
            }
        }
    }
    words.retain(|w| !w.pieces.is_empty());
    words
}

fn end_word(words: &mut Vec<Word>, style: Style) {
    if let Some(word) = words.last_mut().filter(|w| !w.pieces.is_empty()) {
        (word.blank, word.blank_style) = (true, style);
        words.push(Word::default());
    }
}

#[expect(clippy::cast_precision_loss, reason = "widths of a screen")]
pub(super) fn width_f(width: usize) -> f64 {
    width as f64
}

/// `line` in parts of at most `room` cells, its blanks kept; an empty line is one part.
pub(super) fn cut(line: &str, room: usize) -> Vec<String> {
    let mut parts = vec![String::new()];
    for c in line.chars() {
        let wide = unicode_width::UnicodeWidthChar::width(c).unwrap_or(0);
        if parts.last().is_some_and(|p| !p.is_empty() && p.width() + wide > room) {
            parts.push(String::new());
        }
        if let Some(part) = parts.last_mut() {
            part.push(c);
        }
    }
    parts
}

pub(super) fn manner(style: Style, manner: Manner) -> Style {
    let style = if manner.strong || manner.code { style.add_modifier(Modifier::BOLD) } else { style };
    if manner.emphasis { style.add_modifier(Modifier::ITALIC) } else { style }
}

pub(super) fn push(spans: &mut Vec<Span<'static>>, text: &str, style: Style) {
    match spans.last_mut() {
        Some(last) if last.style == style => last.content.to_mut().push_str(text),
        _ => spans.push(Span::styled(text.to_owned(), style)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str, room: usize) -> Vec<String> {
        let piece = Piece { text: text.to_owned(), style: Style::default(), link: None };
        let parts = words(&[piece]).into_iter().flat_map(|word| word.broken(room));
        parts.map(|part| part.pieces.iter().map(|p| p.text.as_str()).collect()).collect()
    }

    #[test]
    fn a_long_word_is_broken_between_characters() {
        assert_eq!(broken("abcde f", 2), ["ab", "cd", "e", "f"]);
        assert_eq!(broken("👩\u{200d}🔬👩\u{200d}🔬e\u{301}", 4), ["👩\u{200d}🔬👩\u{200d}🔬", "e\u{301}"]);
    }

    #[test]
    fn an_address_is_broken_behind_a_slash() {
        let parts = broken("https://www.example.org/essay/multi-track", 20);
        assert_eq!(parts, ["https://www.example.", "org/essay/multi-", "track"]);
        assert_eq!(parts.concat(), "https://www.example.org/essay/multi-track");
    }

    /// A million characters were a million copies of the word once.
    #[test]
    fn a_word_of_a_megabyte_is_no_load() {
        assert_eq!(broken(&"a".repeat(1_000_000), 76).len(), 13_158);
    }
}
