//! Characters that are read from the last row. The font has the letters of western Europe; what it lacks is written
//! with what it has, or the text stays small: nothing is ever left blank.

use super::glyph::pixels;

/// Cells of the widest big letter, and rows of all.
pub(crate) const LETTER: u16 = 4;

/// Cells of `text` in one line of big letters.
#[must_use]
pub(crate) fn width(text: &str) -> u16 {
    pixels(text).div_ceil(2)
}

/// `text` in characters that the font has; `None` when one cannot be written.
#[must_use]
pub(crate) fn written(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' '..='~' | '¡'..='¬' | '®'..='²' | 'µ'..='ÿ' => out.push(c),
            '\u{a0}' | '\n' | '\u{202f}' => out.push(' '),
            '–' | '—' | '‐' | '‑' | '−' => out.push('-'),
            '‘' | '’' | '′' => out.push('\''),
            '“' | '”' | '„' => out.push('"'),
            '…' => out.push_str("..."),
            '→' => out.push_str("->"),
            '•' => out.push('·'),
            _ => return None,
        }
    }
    Some(out)
}

/// `text` in lines of big letters that fit `room` cells; `None` when it cannot be written, or a word does not fit.
#[must_use]
pub(crate) fn wrapped(text: &str, room: u16) -> Option<Vec<String>> {
    let text = written(text)?;
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let longer = lines.last().map(|line| format!("{line} {word}")).filter(|line| width(line) <= room);
        match (longer, lines.last_mut()) {
            (Some(longer), Some(line)) => *line = longer,
            _ if width(word) > room => return None,
            _ => lines.push(word.to_owned()),
        }
    }
    Some(lines)
}

/// `text` in one line of big letters that fits `room` cells.
#[must_use]
pub(crate) fn one_line(text: &str, room: u16) -> Option<String> {
    written(text).filter(|text| width(text) <= room)
}

/// A count of cells as the terminal counts.
#[must_use]
pub(crate) fn cells(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::wall::glyph::rows;

    #[test]
    fn every_character_that_is_written_is_drawn() {
        let all: String = ('\u{20}'..='\u{2fff}').filter_map(|c| written(&c.to_string())).collect();
        let blank: String =
            all.chars().filter(|&c| c != ' ' && rows(&c.to_string()).concat().trim().is_empty()).collect();
        assert_eq!(blank, "");
    }

    #[test]
    fn what_the_font_lacks_is_written_otherwise_or_not_at_all() {
        assert_eq!(written("Track 1½ — “who’s there…”").as_deref(), Some("Track 1½ - \"who's there...\""));
        assert_eq!(written("日本"), None);
    }

    #[test]
    fn lines_break_at_words_and_no_word_is_torn() {
        assert_eq!(wrapped("one two three", 26), Some(vec!["one two".to_owned(), "three".to_owned()]));
        assert_eq!(wrapped("constitutional", 32), None);
    }
}
