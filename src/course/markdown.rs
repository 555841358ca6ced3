//! Text with two additions in the field's own notations: `[@key]` cites a reference (Pandoc's form, several
//! joined by `;`), `[[term]]` or `[[term|as written]]` links a term. Code between fences keeps its lines; a formula
//! between dollar signs is shown as it is written; lists may hold lists. pulldown-cmark reads it; what comes out is
//! paragraphs of spans for a screen, a pipe or a checker to lay out.

mod indent;
mod literal;
mod parser;
mod parts;
mod references;
mod unclosed;
mod unseen;

pub use parts::{TextPart, parse_parts};
pub use unseen::{Unseen, is_more_than_a_line, unseen};

use parser::Parser;
use pulldown_cmark::{BrokenLink, CowStr, Options};

/// A paragraph, list item or quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    pub kind: ParagraphKind,
    /// How many lists the item's list stands in.
    pub depth: usize,
    pub spans: Vec<Span>,
}

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphKind {
    Plain,
    Heading,
    Bullet,
    Numbered(u64),
    Quote,
    /// Lines that stay as they are, apart by line feeds.
    Code,
    /// A formula by itself, as it is written.
    Formula,
}

/// A run of text in one manner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub text: String,
    pub manner: Manner,
    pub link: Option<Link>,
}

/// Emphasis.
#[expect(clippy::struct_excessive_bools, reason = "any of them may be joined")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    pub strong: bool,
    pub emphasis: bool,
    pub code: bool,
    /// A formula within a line; it is code too.
    pub formula: bool,
}

/// What a span leads to. The ids are as written: they may name nothing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Link {
    Term(String),
    Reference(String),
}

/// Reads `text`. Links to the web are shown as their words; HTML, pictures and tables are shown as they are written, and
/// so are marks at the head of a text of one line.
#[must_use]
pub fn parse(text: &str) -> Vec<Paragraph> {
    references::made_safe(decoded(text))
}

/// Whether `text` holds a character that may not be shown once its character references are decoded.
#[must_use]
pub fn decodes_to_unsafe(text: &str) -> bool {
    decoded(text).iter().flat_map(|p| &p.spans).any(references::is_unsafe)
}

/// The first character that Markdown makes of the character reference `written`, such as `&eacute;`.
#[must_use]
pub fn decoded_reference(written: &str) -> Option<char> {
    let text = decoded(written).into_iter().flat_map(|p| p.spans).map(|s| s.text).next()?;
    if text == written { None } else { text.chars().next() }
}

fn decoded(text: &str) -> Vec<Paragraph> {
    if has_no_marks(text) {
        let spans = vec![Span { text: text.trim().to_owned(), manner: Manner::default(), link: None }];
        return vec![Paragraph { kind: ParagraphKind::Plain, depth: 0, spans }];
    }
    with_marks(text)
}

/// Whether nothing in `text` can mean anything to Markdown: most options, answers and titles are such, and a check reads
/// each of them many times.
fn has_no_marks(text: &str) -> bool {
    let is_plain = |c: char| {
        c.is_alphanumeric()
            || matches!(
                c,
                ' ' | '.' | ',' | ';' | ':' | '?' | '\'' | '"' | '(' | ')' | '/' | '%' | '’' | '“' | '”' | '–' | '…'
            )
    };
    text.trim().starts_with(char::is_alphabetic) && text.chars().all(is_plain)
}

fn with_marks(text: &str) -> Vec<Paragraph> {
    let flush_left = source(text);
    let cited = |link: BrokenLink<'_>| {
        let label = link.reference.trim().to_owned();
        label.starts_with('@').then(|| (CowStr::from(label), CowStr::from("")))
    };
    let mut setter = Parser::default();
    let parser = pulldown_cmark::Parser::new_with_broken_link_callback(&flush_left, OPTIONS, Some(cited));
    for (event, at) in parser.into_offset_iter() {
        if !setter.as_written(&event, flush_left.get(at).unwrap_or_default()) {
            setter.take(event);
        }
    }
    setter.done()
}

const OPTIONS: Options = Options::ENABLE_WIKILINKS.union(Options::ENABLE_MATH).union(Options::ENABLE_TABLES);

/// `text` as it is handed to the parser.
fn source(text: &str) -> String {
    // Markdown would read `[@a][@b]` as one link with a label.
    literal::shielded(&indent::levelled(text)).replace("][@", "] [@")
}

/// The words of `text` alone: no marks, no citations.
#[must_use]
pub fn plain(text: &str) -> String {
    let line = |p: Paragraph| {
        let spans = p.spans.into_iter().filter(|s| !matches!(s.link, Some(Link::Reference(_))));
        let words: String = spans.map(|s| s.text).collect();
        match p.kind {
            ParagraphKind::Code | ParagraphKind::Formula => words,
            _ => words.replace(" .", ".").replace(" ,", ",").replace(" ;", ";"),
        }
    };
    parse(text).into_iter().map(line).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// Every link of `text` in order.
#[must_use]
pub fn links(text: &str) -> Vec<Link> {
    parse(text).into_iter().flat_map(|p| p.spans).filter_map(|s| s.link).collect()
}

#[cfg(test)]
mod tests;
