//! Texts put together of parts, such as a text with a gap that is filled: what is set in is never a mark of the whole.

use super::{Link, Manner, Paragraph, Span, decoded, references};

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextPart<'a> {
    /// As its author wrote it around what is set in.
    Running(&'a str),
    /// Set in, and shown in this manner beside its own.
    SetIn(&'a str, Manner),
}

/// Stand around what is set in while the whole is read. Both are punctuation of scripts that have not been written for
/// centuries, so that emphasis begins and ends beside them as beside any.
const OPEN: char = '\u{1056f}';
const CLOSE: char = '\u{10a7f}';

/// Reads the text that `parts` make.
#[must_use]
pub fn parse_parts(parts: &[TextPart<'_>]) -> Vec<Paragraph> {
    let mut whole = String::new();
    for part in parts {
        match part {
            TextPart::Running(text) => whole.push_str(&unmarked(text)),
            TextPart::SetIn(text, _) => whole.extend([OPEN.to_string(), literal(&unmarked(text)), CLOSE.to_string()]),
        }
    }
    let manners = parts.iter().filter_map(|part| match part {
        TextPart::Running(_) => None,
        TextPart::SetIn(_, manner) => Some(*manner),
    });
    let mut setter = Setter { manners: manners.collect(), opened: 0, is_open: false };
    let mut paragraphs = references::made_safe(decoded(&whole));
    for paragraph in &mut paragraphs {
        paragraph.spans = paragraph.spans.drain(..).flat_map(|span| setter.set(span)).collect();
    }
    paragraphs
}

/// Whether `c` only says where something is set in.
pub(super) fn is_border(c: char) -> bool {
    matches!(c, OPEN | CLOSE)
}

fn unmarked(text: &str) -> String {
    text.replace(is_border, "")
}

/// What is nothing but signs is meant as the signs, and not as marks: `*`, `>`, `**`.
fn literal(text: &str) -> String {
    let is_set_apart =
        text.len() > 2 && [('`', '`'), ('$', '$')].iter().any(|&(a, b)| text.starts_with(a) && text.ends_with(b));
    let is_signs = text.chars().all(|c| c.is_ascii_punctuation() && c != '\\' || c == ' ');
    if !is_signs || is_set_apart {
        return text.to_owned();
    }
    text.chars().flat_map(|c| if c == ' ' { vec![c] } else { vec!['\\', c] }).collect()
}

struct Setter {
    manners: Vec<Manner>,
    opened: usize,
    is_open: bool,
}

impl Setter {
    /// `span` in pieces within and without what is set in.
    fn set(&mut self, span: Span) -> Vec<Span> {
        let link = span.link.map(|link| match link {
            Link::Term(id) => Link::Term(unmarked(&id)),
            Link::Reference(key) => Link::Reference(unmarked(&key)),
        });
        let mut pieces = Vec::new();
        for piece in span.text.split_inclusive(is_border) {
            let text = unmarked(piece);
            if !text.is_empty() {
                pieces.push(Span { text, manner: self.manner(span.manner), link: link.clone() });
            }
            self.opened += usize::from(piece.ends_with(OPEN));
            self.is_open = if piece.ends_with(is_border) { piece.ends_with(OPEN) } else { self.is_open };
        }
        pieces
    }

    fn manner(&self, own: Manner) -> Manner {
        let set = self.opened.checked_sub(1).filter(|_| self.is_open).and_then(|at| self.manners.get(at));
        set.map_or(own, |set| Manner {
            strong: own.strong || set.strong,
            emphasis: own.emphasis || set.emphasis,
            code: own.code || set.code,
            formula: own.formula || set.formula,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STRONG: Manner = Manner { strong: true, emphasis: false, code: false, formula: false };

    /// The words, with what is strong between angles.
    fn shown(parts: &[TextPart<'_>]) -> String {
        let span = |s: &Span| if s.manner.strong { format!("‹{}›", s.text) } else { s.text.clone() };
        parse_parts(parts).iter().map(|p| p.spans.iter().map(span).collect::<String>()).collect::<Vec<_>>().join("/")
    }

    #[track_caller]
    fn gap(before: &str, answer: &str, after: &str) {
        let parts = [TextPart::Running(before), TextPart::SetIn(answer, STRONG), TextPart::Running(after)];
        assert_eq!(shown(&parts), format!("{before}‹{answer}›{after}"));
    }

    #[test]
    fn signs_that_are_set_in_are_signs() {
        for sign in ["+", "*", ">", "#", "-", "```", "~~~", "**", "1.", "&", "_", "[…]", "\u{1f44d}", "$"] {
            gap("", sign, " 5");
            gap("5 ", sign, " 5");
            gap("a", sign, "b");
            gap("", sign, "");
            let second_line = [TextPart::Running("Signs:\n"), TextPart::SetIn(sign, STRONG), TextPart::Running(" 1")];
            assert_eq!(shown(&second_line), format!("Signs: ‹{sign}› 1"));
        }
        gap("+ ", "5", " = 5");
        gap("``` ", "x", "");
        gap("> ", "50", " %");
    }

    #[test]
    fn marks_around_and_within_stay_marks() {
        let all =
            [TextPart::Running("*so "), TextPart::SetIn("**a** `b`", Manner::default()), TextPart::Running(" c*")];
        let spans = parse_parts(&all).remove(0).spans;
        assert!(spans.iter().all(|s| s.manner.emphasis) && spans.iter().any(|s| s.manner.strong && s.text == "a"));
        let product = [
            TextPart::Running("2"),
            TextPart::SetIn("*", Manner::default()),
            TextPart::Running("3*4 [[a|"),
            TextPart::SetIn("b", STRONG),
            TextPart::Running("]]"),
        ];
        assert_eq!(shown(&product), "2*3*4 ‹b›");
    }
}
