//! Events of Markdown put together to paragraphs.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::{Link, Manner, Paragraph, ParagraphKind, Span};

/// Paragraphs under way.
#[derive(Default)]
pub(super) struct Parser {
    done: Vec<Paragraph>,
    spans: Vec<Span>,
    manner: Manner,
    /// What the text inside the current link leads to; citations swallow theirs.
    link: Option<OpenLink>,
    lists: Vec<Option<u64>>,
    quoted: usize,
    heading: bool,
    fenced: bool,
    /// How many tables and pictures are open, whose source stands already.
    written: usize,
}

const CODE: Manner = Manner { strong: false, emphasis: false, code: true, formula: false };

fn code(text: &str) -> Span {
    Span { text: text.to_owned(), manner: CODE, link: None }
}

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
    /// The paragraphs, all events taken.
    pub(super) fn done(mut self) -> Vec<Paragraph> {
        self.finish();
        self.done
    }

    /// Takes a table or a picture as it is written in `source`, and says whether `event` belongs to one.
    pub(super) fn as_written(&mut self, event: &Event<'_>, source: &str) -> bool {
        let written = source.trim_end();
        match event {
            Event::Start(Tag::Table(_)) => {
                self.finish();
                self.done.push(Paragraph { kind: ParagraphKind::Code, depth: 0, spans: vec![code(written)] });
                self.written += 1;
            }
            Event::Start(Tag::Image { .. }) => {
                if self.written == 0 {
                    self.push(written);
                }
                self.written += 1;
            }
            Event::End(TagEnd::Table | TagEnd::Image) => self.written = self.written.saturating_sub(1),
            _ => return self.written > 0,
        }
        true
    }

    pub(super) fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.push(&text),
            Event::Code(text) => self.push_code(&text, false),
            Event::InlineMath(text) => self.push_code(&text, true),
            Event::DisplayMath(text) => {
                self.finish();
                let spans = vec![code(text.trim())];
                self.done.push(Paragraph { kind: ParagraphKind::Formula, depth: 0, spans });
            }
            Event::HardBreak if self.lists.is_empty() && self.link.is_none() => self.finish(),
            Event::SoftBreak | Event::HardBreak => self.push(" "),
            Event::Rule => {
                let spans = vec![Span { text: "---".to_owned(), manner: Manner::default(), link: None }];
                self.done.push(Paragraph { kind: ParagraphKind::Plain, depth: 0, spans });
            }
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
            TagEnd::Paragraph | TagEnd::Item | TagEnd::HtmlBlock => self.finish(),
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

    fn push_code(&mut self, text: &str, is_formula: bool) {
        (self.manner.code, self.manner.formula) = (true, is_formula);
        self.push(text);
        (self.manner.code, self.manner.formula) = (false, false);
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
        let spans = vec![code(text.trim_end_matches('\n'))];
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
