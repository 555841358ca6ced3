//! Text with two additions in the field's own notations: `[@key]` cites a reference (Pandoc's form, several
//! joined by `;`), `[[term]]` or `[[term|as written]]` links a term. Code between fences keeps its lines; a formula
//! between dollar signs is shown as it is written; lists may hold lists. pulldown-cmark reads it; what comes out is
//! paragraphs of spans for a screen, a pipe or a checker to lay out.

mod indent;
mod references;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Tag, TagEnd};

/// A paragraph, list item or quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    pub kind: ParagraphKind,
    /// How many lists the item's list stands in: 0 or 1.
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    pub strong: bool,
    pub emphasis: bool,
    pub code: bool,
}

/// What a span leads to. The ids are as written: they may name nothing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Link {
    Term(String),
    Reference(String),
}

/// Reads `text`. Links to the web are shown as their words; HTML is shown as it is written.
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
    // Markdown would read `[@a][@b]` as one link with a label.
    let flush_left = indent::levelled(text).replace("][@", "] [@");
    let cited = |link: BrokenLink<'_>| {
        let label = link.reference.trim().to_owned();
        label.starts_with('@').then(|| (CowStr::from(label), CowStr::from("")))
    };
    let options = Options::ENABLE_WIKILINKS | Options::ENABLE_MATH;
    let mut setter = Parser::default();
    let parser = pulldown_cmark::Parser::new_with_broken_link_callback(&flush_left, options, Some(cited));
    for event in parser {
        setter.take(event);
    }
    setter.finish();
    setter.done
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

#[derive(Default)]
struct Parser {
    done: Vec<Paragraph>,
    spans: Vec<Span>,
    manner: Manner,
    /// What the text inside the current link leads to; citations swallow theirs.
    link: Option<OpenLink>,
    lists: Vec<Option<u64>>,
    quoted: usize,
    heading: bool,
    fenced: bool,
}

const CODE: Manner = Manner { strong: false, emphasis: false, code: true };

enum OpenLink {
    /// A term; `bare` when it has no words of its own.
    Term {
        id: String,
        bare: bool,
    },
    Citation,
    Web,
}

impl Parser {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.push(&text),
            Event::Code(text) | Event::InlineMath(text) => {
                self.manner.code = true;
                self.push(&text);
                self.manner.code = false;
            }
            Event::DisplayMath(text) => {
                self.finish();
                let spans = vec![Span { text: text.trim().to_owned(), manner: CODE, link: None }];
                self.done.push(Paragraph { kind: ParagraphKind::Formula, depth: 0, spans });
            }
            Event::SoftBreak | Event::HardBreak => self.push(" "),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong => self.manner.strong = true,
            Tag::Emphasis => self.manner.emphasis = true,
            Tag::Heading { .. } => self.heading = true,
            Tag::BlockQuote(_) => self.quoted += 1,
            Tag::CodeBlock(_) => {
                self.finish();
                self.fenced = true;
                self.manner = CODE;
            }
            Tag::List(first) => {
                self.finish();
                self.lists.push(first);
            }
            Tag::Link { link_type, dest_url, .. } => self.open(link_type, &dest_url),
            _ => {}
        }
    }

    fn open(&mut self, kind: LinkType, dest: &str) {
        self.link = Some(match kind {
            LinkType::WikiLink { has_pothole } => OpenLink::Term { id: dest.to_owned(), bare: !has_pothole },
            _ if dest.starts_with('@') => {
                self.cite(dest);
                OpenLink::Citation
            }
            _ => OpenLink::Web,
        });
    }

    fn cite(&mut self, keys: &str) {
        for key in keys.split(';') {
            let key = key.trim().trim_start_matches('@').to_owned();
            self.spans.push(Span { text: key.clone(), manner: Manner::default(), link: Some(Link::Reference(key)) });
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.manner.strong = false,
            TagEnd::Emphasis => self.manner.emphasis = false,
            TagEnd::Link => self.link = None,
            TagEnd::Paragraph | TagEnd::Item => self.finish(),
            TagEnd::CodeBlock => {
                self.code();
                self.manner = Manner::default();
                self.fenced = false;
            }
            TagEnd::Heading(_) => {
                self.finish();
                self.heading = false;
            }
            TagEnd::BlockQuote(_) => self.quoted = self.quoted.saturating_sub(1),
            TagEnd::List(_) => {
                self.finish();
                self.lists.pop();
            }
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        let link = match &self.link {
            Some(OpenLink::Citation) => return,
            Some(OpenLink::Term { id, .. }) => Some(Link::Term(id.clone())),
            _ => None,
        };
        if self.fenced {
            self.spans.push(Span { text: text.to_owned(), manner: CODE, link: None });
            return;
        }
        // `[[best-case-analysis]]` without words of its own reads as words all the same.
        let words = if matches!(self.link, Some(OpenLink::Term { bare: true, .. })) {
            text.replace('-', " ")
        } else {
            text.to_owned()
        };
        let text = words.as_str();
        match self.spans.last_mut() {
            Some(last) if last.manner == self.manner && last.link == link => last.text.push_str(text),
            _ => self.spans.push(Span { text: text.to_owned(), manner: self.manner, link }),
        }
    }

    /// The lines between two fences.
    fn code(&mut self) {
        let text: String = std::mem::take(&mut self.spans).into_iter().map(|s| s.text).collect();
        let spans = vec![Span { text: text.trim_end_matches('\n').to_owned(), manner: CODE, link: None }];
        self.done.push(Paragraph { kind: ParagraphKind::Code, depth: 0, spans });
    }

    fn finish(&mut self) {
        let spans = std::mem::take(&mut self.spans);
        if spans.is_empty() {
            return;
        }
        let kind = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                ParagraphKind::Numbered(*number - 1)
            }
            Some(None) => ParagraphKind::Bullet,
            None if self.heading => ParagraphKind::Heading,
            None if self.quoted > 0 => ParagraphKind::Quote,
            None => ParagraphKind::Plain,
        };
        self.done.push(Paragraph { kind, depth: self.lists.len().saturating_sub(1), spans });
    }
}

#[cfg(test)]
mod tests {
    use super::ParagraphKind::{Bullet, Code, Formula, Numbered, Quote};
    use super::*;

    #[test]
    fn reads_terms_and_citations() {
        let spans = parse("A [[best-case-analysis|best case]] [@nan-2003; @usip-2019].").remove(0).spans;
        let links: Vec<_> = spans.iter().map(|s| (s.text.as_str(), s.link.clone())).collect();
        let reference = |k: &str| Some(Link::Reference(k.into()));
        assert_eq!(links[1], ("best case", Some(Link::Term("best-case-analysis".into()))));
        assert_eq!(links[3], ("nan-2003", reference("nan-2003")));
        assert_eq!(links[4], ("usip-2019", reference("usip-2019")));
        assert_eq!(links[5], (".", None));
    }

    #[test]
    fn citations_side_by_side_are_two() {
        let links = links("said [@a-1][@b-2].");
        assert_eq!(links, [Link::Reference("a-1".into()), Link::Reference("b-2".into())]);
    }

    #[test]
    fn a_bare_term_reads_as_words() {
        assert_eq!(plain("a [[clan-elders]] meeting"), "a clan elders meeting");
    }

    #[test]
    fn indented_lines_are_no_code() {
        assert_eq!(parse("one\n\n        two")[1].kind, ParagraphKind::Plain);
    }

    #[test]
    fn lists_and_quotes_keep_their_kind() {
        let kinds: Vec<_> = parse("- a\n- b\n\n1. c\n2. d\n\n> e").into_iter().map(|p| p.kind).collect();
        assert_eq!(kinds, [Bullet, Bullet, Numbered(1), Numbered(2), Quote]);
    }

    fn kinds(text: &str) -> Vec<(ParagraphKind, usize, String)> {
        let words = |p: &Paragraph| p.spans.iter().map(|s| s.text.as_str()).collect::<String>();
        parse(text).iter().map(|p| (p.kind, p.depth, words(p))).collect()
    }

    fn item(kind: ParagraphKind, depth: usize, text: &str) -> (ParagraphKind, usize, String) {
        (kind, depth, text.to_owned())
    }

    #[test]
    fn code_keeps_its_lines() {
        assert_eq!(
            kinds("Run:\n\n```\nfor x in xs:\n    say(x)  # [[no]] $link$\n```\nDone."),
            [
                item(ParagraphKind::Plain, 0, "Run:"),
                item(Code, 0, "for x in xs:\n    say(x)  # [[no]] $link$"),
                item(ParagraphKind::Plain, 0, "Done."),
            ]
        );
    }

    #[test]
    fn code_is_indented_with_the_file_around_it() {
        let indented = "Run:\n            ```\n            a\n              b\n            ```";
        assert_eq!(kinds(indented)[1], item(Code, 0, "a\n  b"));
    }

    #[test]
    fn a_formula_is_as_written() {
        assert_eq!(kinds("So $a_1 * b_2$ holds."), [item(ParagraphKind::Plain, 0, "So a_1 * b_2 holds.")]);
        assert_eq!(kinds("So\n\n$$E = m c^2$$"), [item(ParagraphKind::Plain, 0, "So"), item(Formula, 0, "E = m c^2")]);
        assert_eq!(plain("It cost $5 or $6 a seat."), "It cost $5 or $6 a seat.");
    }

    #[test]
    fn a_list_holds_a_list() {
        let found = kinds("1. one\n   - in one\n   - too\n2. two");
        let want = [
            item(Numbered(1), 0, "one"),
            item(Bullet, 1, "in one"),
            item(Bullet, 1, "too"),
            item(Numbered(2), 0, "two"),
        ];
        assert_eq!(found, want);
    }

    #[test]
    fn a_list_indented_with_the_file_is_flat() {
        let found = kinds("- a\n            - b\n            - c");
        assert_eq!(found.iter().map(|(_, depth, _)| *depth).collect::<Vec<_>>(), [0, 0, 0]);
    }

    #[test]
    fn plain_words_lose_marks_and_citations() {
        assert_eq!(plain("**Bold** and [[term|words]] [@a-1]."), "Bold and words.");
    }
}
