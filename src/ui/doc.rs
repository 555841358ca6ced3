//! A document: text set into lines of a given width, with the links in it. Set once per (text, width); a screen
//! then draws a window of it.

mod sentence;
mod words;

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_width::UnicodeWidthStr;

pub use self::sentence::sentence;
use self::words::{Piece, Word, cut, manner, push, width_f, words};
use super::theme::Theme;
use crate::course::markdown::{self, Link, Manner, Paragraph, ParagraphKind};
use crate::course::model::{Id, Picture, Text};

/// Lines with links.
#[derive(Clone, Debug, Default)]
pub struct Doc {
    pub lines: Vec<Line<'static>>,
    pub links: Vec<DocLink>,
    /// The references cited, in order: `[1]` is the first.
    pub cited: Vec<Id>,
    /// Lines that are better seen together: figures, tables.
    pub together: Vec<Range<usize>>,
}

/// A link and the places where it stands (two when it is broken over lines).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocLink {
    pub link: Link,
    /// Line and columns.
    pub parts: Vec<(usize, Range<usize>)>,
}

/// Sets documents for one theme and width.
pub struct DocBuilder<'a> {
    pub theme: &'a Theme,
    pub width: usize,
    doc: Doc,
}

impl<'a> DocBuilder<'a> {
    #[must_use]
    pub fn new(theme: &'a Theme, width: usize) -> Self {
        Self { theme, width: width.max(1), doc: Doc::default() }
    }

    #[must_use]
    pub fn finish(self) -> Doc {
        self.doc
    }

    /// An empty line, unless the document is empty or already ends with one.
    pub fn gap(&mut self) {
        if self.doc.lines.last().is_some_and(|l| l.width() > 0) {
            self.doc.lines.push(Line::default());
        }
    }

    /// Lines that are set already.
    pub fn lines(&mut self, lines: impl IntoIterator<Item = Line<'static>>) {
        self.doc.lines.extend(lines);
    }

    /// A document that was set to go on counting from this one's citations.
    pub fn append(&mut self, doc: Doc) {
        let below = self.doc.lines.len();
        let moved = |link: DocLink| DocLink {
            parts: link.parts.into_iter().map(|(line, columns)| (line + below, columns)).collect(),
            ..link
        };
        self.doc.links.extend(doc.links.into_iter().map(moved));
        self.doc.lines.extend(doc.lines);
        self.doc.cited = doc.cited;
    }

    #[must_use]
    pub fn height(&self) -> usize {
        self.doc.lines.len()
    }

    /// Marks the lines since `from` as better seen together.
    pub fn keep_together(&mut self, from: usize) {
        let to = self.height();
        self.doc.together.push(from..to);
    }

    /// Markdown, its paragraphs apart by an empty line (items of a list are not).
    pub fn markdown(&mut self, text: &Text) {
        self.markdown_in(text.as_str(), self.theme.text, "");
    }

    /// Markdown in `style`, each line after `margin`.
    pub fn markdown_in(&mut self, text: &str, style: Style, margin: &str) {
        self.paragraphs(markdown::parse(text), style, margin);
    }

    /// A text that is read already, like [`Self::markdown_in`].
    pub fn paragraphs(&mut self, text: Vec<Paragraph>, style: Style, margin: &str) {
        let mut before: Option<ParagraphKind> = None;
        for paragraph in text {
            if before.is_some_and(|b| !(is_item(b) && is_item(paragraph.kind))) {
                self.doc.lines.push(Line::styled(margin.trim_end().to_owned(), style));
            }
            before = Some(paragraph.kind);
            self.paragraph(&paragraph, style, margin);
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph, style: Style, margin: &str) {
        if paragraph.kind == ParagraphKind::Code {
            return self.code(paragraph, style, margin);
        }
        let margin = format!("{margin}{}", "   ".repeat(paragraph.depth));
        let (first, rest, style) = match paragraph.kind {
            ParagraphKind::Plain => (String::new(), String::new(), style),
            ParagraphKind::Heading => (String::new(), String::new(), style.patch(self.theme.strong)),
            ParagraphKind::Bullet => ("  • ".to_owned(), "    ".to_owned(), style),
            ParagraphKind::Numbered(n) => (format!("{n:>3} "), "    ".to_owned(), style),
            ParagraphKind::Quote => ("  │ ".to_owned(), "  │ ".to_owned(), style),
            ParagraphKind::Code | ParagraphKind::Formula => ("    ".to_owned(), "    ".to_owned(), style),
        };
        let pieces = self.pieces(paragraph, style);
        self.set(&pieces, (&format!("{margin}{first}"), style), &format!("{margin}{rest}"), style);
    }

    /// Code line by line; one that is too long goes on in the next.
    fn code(&mut self, paragraph: &Paragraph, style: Style, margin: &str) {
        let text: String = paragraph.spans.iter().map(|s| s.text.as_str()).collect();
        let room = self.width.saturating_sub(margin.width() + 4).max(1);
        for line in text.lines() {
            for part in cut(line, room) {
                self.doc.lines.push(Line::styled(format!("{margin}    {part}"), style));
            }
        }
    }

    /// A picture in words, and the file that shows it.
    pub fn picture(&mut self, it: &Picture) {
        self.item(("Picture: ", self.theme.focus), it.alt.as_str(), self.theme.text);
        self.item(("         ", self.theme.dim), &format!("({})", it.file), self.theme.dim);
    }

    /// Text without Markdown, wrapped.
    pub fn plain(&mut self, text: &str, style: Style) {
        for line in text.lines() {
            let pieces = [Piece { text: line.to_owned(), style, link: None }];
            self.set(&pieces, ("", style), "", style);
        }
    }

    /// Markdown behind `marker`, its further lines and paragraphs indented by the marker's width.
    pub fn item(&mut self, marker: (&str, Style), text: &str, style: Style) {
        let rest = " ".repeat(marker.0.width());
        let mut paragraphs = markdown::parse(text).into_iter().peekable();
        let first = paragraphs.next_if(|p| p.kind != ParagraphKind::Code);
        let spans = first.map(|p| p.spans).unwrap_or_default();
        let pieces = self.pieces(&Paragraph { kind: ParagraphKind::Plain, depth: 0, spans }, style);
        self.set(&pieces, marker, &rest, style);
        for paragraph in paragraphs {
            self.paragraph(&paragraph, style, &rest);
        }
    }

    /// The spans with their styles; citations become numbers, and the space before one is kept from breaking.
    fn pieces(&mut self, paragraph: &Paragraph, style: Style) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        for span in &paragraph.spans {
            let styled = match &span.link {
                Some(Link::Reference(key)) => {
                    Piece { text: format!("[{}]", self.number(key)), style: self.theme.dim, link: span.link.clone() }
                }
                Some(Link::Term(_)) => Piece {
                    text: span.text.clone(),
                    style: manner(style, span.manner).patch(self.theme.link),
                    link: span.link.clone(),
                },
                None => Piece { text: span.text.clone(), style: manner(style, span.manner), link: None },
            };
            pieces.push(styled);
        }
        pieces
    }

    /// Gives the front of the line `at` another style, when the line begins with `front`.
    pub fn restyle_front(&mut self, at: usize, front: &str, style: Style) {
        let Some(line) = self.doc.lines.get_mut(at) else { return };
        let Some(first) = line.spans.first_mut() else { return };
        let front = front.trim_end();
        if let Some(rest) = first.content.strip_prefix(front).map(str::to_owned) {
            first.content = rest.into();
            line.spans.insert(0, Span::styled(front.to_owned(), style));
        }
    }

    fn number(&mut self, key: &str) -> usize {
        if let Some(at) = self.doc.cited.iter().position(|c| c.as_str() == key) {
            return at + 1;
        }
        if let Ok(id) = Id::new(key) {
            self.doc.cited.push(id);
        }
        self.doc.cited.len()
    }

    /// The references cited so far.
    #[must_use]
    pub fn cited(&self) -> &[Id] {
        &self.doc.cited
    }

    /// A line of citations at the end of a block: `[3] [4]`, the lowest number first.
    pub fn cite(&mut self, works: &[Id]) {
        self.cite_in(works, "");
    }

    /// The same, each line after `margin`.
    pub fn cite_in(&mut self, works: &[Id], margin: &str) {
        if !works.is_empty() {
            let mut works: Vec<&Id> = works.iter().collect();
            works.sort_by_key(|&work| self.cited().iter().position(|cited| cited == work).unwrap_or(usize::MAX));
            let spans = works.into_iter().map(|w| markdown::Span {
                text: w.to_string(),
                manner: Manner::default(),
                link: Some(Link::Reference(w.to_string())),
            });
            let spans = spans
                .flat_map(|s| [s, markdown::Span { text: " ".into(), manner: Manner::default(), link: None }])
                .collect();
            let pieces = self.pieces(&Paragraph { kind: ParagraphKind::Plain, depth: 0, spans }, self.theme.dim);
            self.set(&pieces, (margin, self.theme.dim), margin, self.theme.dim);
        }
    }

    /// Links one after the other, in the dim style.
    pub fn link_list(&mut self, links: Vec<(String, Link)>) {
        let unbroken = |text: String| text.replace(' ', "\u{a0}");
        let piece = |(text, link): (String, Link)| {
            [
                Piece { text: unbroken(text), style: self.theme.dim, link: Some(link) },
                Piece { text: "   ".into(), style: self.theme.dim, link: None },
            ]
        };
        let pieces: Vec<Piece> = links.into_iter().flat_map(piece).collect();
        self.set(&pieces, ("", self.theme.dim), "", self.theme.dim);
    }

    /// Lets a later document go on counting where this one's citations ended.
    #[must_use]
    pub fn citing(mut self, cited: Vec<Id>) -> Self {
        self.doc.cited = cited;
        self
    }

    fn set(&mut self, pieces: &[Piece], first: (&str, Style), rest: &str, style: Style) {
        let words = words(pieces);
        let room = |margin: &str| width_f(self.width.saturating_sub(margin.width()).max(1));
        let words: Vec<Word> =
            words.into_iter().flat_map(|w| w.broken(self.width.saturating_sub(rest.width()).max(1))).collect();
        let mut start = self.doc.links.len();
        for (n, line) in wrap_first_fit(&words, &[room(first.0), room(rest)]).into_iter().enumerate() {
            let margin = if n == 0 { first } else { (rest, style) };
            self.line(line, margin, &mut start);
        }
    }

    fn line(&mut self, words: &[Word], (margin, style): (&str, Style), start: &mut usize) {
        let mut spans: Vec<Span<'static>> = Vec::new();
        if !margin.is_empty() {
            spans.push(Span::styled(margin.to_owned(), style));
        }
        let mut column = margin.width();
        for (n, word) in words.iter().enumerate() {
            for piece in &word.pieces {
                let wide = piece.text.width();
                if let Some(link) = &piece.link {
                    self.link(link, column..column + wide, start);
                }
                column += wide;
                push(&mut spans, &piece.text.replace('\u{a0}', " "), piece.style);
            }
            if word.blank && n + 1 < words.len() {
                push(&mut spans, " ", word.blank_style);
                column += 1;
            }
        }
        self.doc.lines.push(Line::from(spans));
    }

    fn link(&mut self, link: &(usize, Link), columns: Range<usize>, start: &mut usize) {
        let line = self.doc.lines.len();
        let at = *start + link.0;
        if let Some(known) = self.doc.links.get_mut(at) {
            match known.parts.last_mut() {
                Some((l, c)) if *l == line && c.end + 1 >= columns.start => c.end = columns.end,
                _ => known.parts.push((line, columns)),
            }
        } else {
            self.doc.links.push(DocLink { link: link.1.clone(), parts: vec![(line, columns)] });
        }
    }
}

fn is_item(kind: ParagraphKind) -> bool {
    matches!(kind, ParagraphKind::Bullet | ParagraphKind::Numbered(_))
}
