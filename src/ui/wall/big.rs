//! Characters that are read from the last row. The font has the letters of western Europe; what it lacks is written
//! with what it has, or the text stays small: nothing is ever left blank.

use tui_big_text::PixelSize;

/// Cells of a big letter, each way.
pub const LETTER: u16 = 4;

/// Columns and rows of one character.
#[must_use]
pub const fn of(size: PixelSize) -> (u16, u16) {
    match size {
        PixelSize::Full => (8, 8),
        PixelSize::HalfHeight => (8, 4),
        _ => (LETTER, LETTER),
    }
}

/// `text` in characters that the font has; `None` when one cannot be written.
#[must_use]
pub fn written(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' '..='~' | '¡'..='¬' | '®'..='ÿ' => out.push(c),
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

/// `text` in lines of big letters that fit `width` cells; `None` when it cannot be written, or a word does not fit.
#[must_use]
pub fn wrapped(text: &str, width: u16) -> Option<Vec<String>> {
    let room = usize::from(width / LETTER);
    let text = written(text)?;
    let whole = room > 0 && text.split_whitespace().all(|word| word.chars().count() <= room);
    whole.then(|| {
        textwrap::wrap(&text, textwrap::Options::new(room).break_words(false)).into_iter().map(|l| l.trim_end().to_owned()).collect()
    })
}

/// A count of cells as the terminal counts.
#[must_use]
pub fn cells(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::text::Line;
    use ratatui::widgets::Widget;
    use tui_big_text::BigText;

    use super::*;

    fn is_drawn(c: char) -> bool {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 4));
        let text = c.to_string();
        BigText::builder().pixel_size(PixelSize::Quadrant).lines(vec![Line::from(text.as_str())]).build().render(buffer.area, &mut buffer);
        buffer.content.iter().any(|cell| cell.symbol() != " ")
    }

    #[test]
    fn every_character_that_is_written_is_drawn() {
        let all = ('\u{20}'..='\u{2fff}').filter_map(|c| written(&c.to_string()));
        let blank: String = all.flat_map(|text| text.chars().collect::<Vec<_>>()).filter(|&c| c != ' ' && !is_drawn(c)).collect();
        assert_eq!(blank, "");
    }

    #[test]
    fn what_the_font_lacks_is_written_otherwise_or_not_at_all() {
        assert_eq!(written("Track 1½ — “who’s there…”").as_deref(), Some("Track 1½ - \"who's there...\""));
        assert_eq!(written("日本"), None);
    }

    #[test]
    fn lines_break_at_words_and_no_word_is_torn() {
        assert_eq!(wrapped("one two three", 32), Some(vec!["one two".to_owned(), "three".to_owned()]));
        assert_eq!(wrapped("constitutional", 32), None);
    }
}
