//! The sentence in which a link stands.

use std::ops::Range;

use ratatui::text::Line;

use super::DocLink;

/// The lines of the sentence around `link`: what explains the link should not cover them.
#[must_use]
pub fn sentence(lines: &[Line<'_>], link: &DocLink) -> Range<usize> {
    let (Some((first, columns)), Some((last, end))) = (link.parts.first(), link.parts.last()) else { return 0..0 };
    let text = |at: usize| lines.get(at).map(ToString::to_string).unwrap_or_default();
    let before: String = text(*first).chars().take(columns.start).collect();
    let mut from = *first;
    if !has_end(&before) {
        while from > 0 && is_text(&text(from - 1)) && !text(from - 1).trim_end().ends_with(ENDS) {
            from -= 1;
            if has_end(&text(from)) {
                break;
            }
        }
    }
    let mut to = *last;
    let mut rest: String = text(to).chars().skip(end.end).collect();
    while !has_end(&rest) && !rest.trim_end().ends_with(ENDS) && is_text(&text(to + 1)) {
        to += 1;
        rest = text(to);
    }
    from..to + 1
}

const ENDS: [char; 4] = ['.', '?', '!', ':'];

/// Whether a sentence ends in `text`, and another begins.
fn has_end(text: &str) -> bool {
    ENDS.iter().any(|end| text.contains(&format!("{end} ")))
}

fn is_text(line: &str) -> bool {
    !line.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::markdown::Link;

    fn lines_of(text: &str, word: &str) -> Range<usize> {
        let lines: Vec<Line<'_>> = text.lines().map(Line::from).collect();
        let at = lines.iter().position(|line| line.to_string().contains(word)).unwrap();
        let column = lines[at].to_string().find(word).unwrap();
        sentence(&lines, &DocLink { link: Link::Term("x".into()), parts: vec![(at, column..column + word.len())] })
    }

    #[test]
    fn a_sentence_reaches_from_stop_to_stop() {
        let text = "First one. The second\ngoes on with a WORD\nand ends here. A third\none follows.\n\nNext.";
        assert_eq!(lines_of(text, "WORD"), 0..3);
        assert_eq!(lines_of(text, "third"), 2..4);
        assert_eq!(lines_of(text, "Next"), 5..6);
        assert_eq!(lines_of("A heading\n\nA WORD stands\nin it", "WORD"), 2..4);
    }
}
