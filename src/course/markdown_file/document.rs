//! The blocks of a file, sorted into what a lesson and a bank hold.

use std::ops::Range;

use super::blocks::{Block, Blocks, Headed};
use super::lines::Passage;
use super::{CoursePart, Slips};

/// Something, and the comments before it.
pub(super) struct Entry<T> {
    pub comments: Vec<Range<usize>>,
    pub it: T,
}

/// A section and what stands in it.
pub(super) struct SectionDraft {
    pub head: Headed,
    pub body: Vec<Entry<Block>>,
}

/// What a file holds, by where it goes.
pub(super) struct Document {
    pub title: Option<Entry<Headed>>,
    pub summary: Passage,
    pub objectives: Vec<Entry<Block>>,
    pub sections: Vec<Entry<SectionDraft>>,
    pub terms: Vec<Entry<Block>>,
    pub cards: Vec<Entry<ItemDraft>>,
    pub questions: Vec<Entry<ItemDraft>>,
    /// Behind everything.
    pub comments: Vec<Range<usize>>,
}

/// A card or a question, and the section it stands in.
pub(super) struct ItemDraft {
    pub block: Block,
    pub section: Option<Range<usize>>,
}

impl Document {
    pub(super) fn of<'a>(blocks: Blocks, text: &'a str, part: CoursePart, notes: &mut Slips<'a>) -> Self {
        let mut sorter = Sorter { text, part, section: None, comments: Vec::new(), notes, document: Self::empty() };
        for block in blocks.all {
            sorter.take(block);
        }
        let Sorter { comments, mut document, .. } = sorter;
        document.comments = comments;
        document
    }

    fn empty() -> Self {
        let (objectives, sections, terms) = (Vec::new(), Vec::new(), Vec::new());
        let (cards, questions, comments) = (Vec::new(), Vec::new(), Vec::new());
        Self { title: None, summary: Vec::new(), objectives, sections, terms, cards, questions, comments }
    }
}

/// Puts blocks where they belong.
struct Sorter<'a, 'b> {
    text: &'a str,
    part: CoursePart,
    section: Option<Range<usize>>,
    comments: Vec<Range<usize>>,
    notes: &'b mut Slips<'a>,
    document: Document,
}

impl Sorter<'_, '_> {
    fn entry<T>(&mut self, it: T) -> Entry<T> {
        Entry { comments: std::mem::take(&mut self.comments), it }
    }

    fn item(&mut self, block: Block) -> Entry<ItemDraft> {
        let section = self.section.clone();
        self.entry(ItemDraft { block, section })
    }

    fn take(&mut self, block: Block) {
        match block {
            Block::Comment(words) => self.comments.push(words),
            Block::Title(head) if self.document.title.is_none() => {
                let entry = self.entry(head);
                self.document.title = Some(entry);
            }
            Block::Title(head) => {
                self.notes.add(head.words, "this is a second title", "a file has one; sections begin with `## `");
            }
            Block::Section(head) => self.section(head),
            Block::Question(_) => {
                let entry = self.item(block);
                self.document.questions.push(entry);
            }
            Block::Card(_) => {
                let entry = self.item(block);
                self.document.cards.push(entry);
            }
            Block::Objective(_) => {
                let entry = self.entry(block);
                self.document.objectives.push(entry);
            }
            Block::Term { .. } => {
                let entry = self.entry(block);
                self.document.terms.push(entry);
            }
            Block::Ron(body) => self.ron(body),
            Block::Rule => {}
            Block::Text(span) if self.document.sections.is_empty() => self.summary(&span),
            Block::Recall(_)
            | Block::Table { .. }
            | Block::Picture { .. }
            | Block::Disagreement(_)
            | Block::Text(_) => {
                self.body(block);
            }
        }
    }

    fn section(&mut self, head: Headed) {
        match self.part {
            CoursePart::Bank => {
                let words = head.attributes.id.unwrap_or(head.words);
                self.section = (self.text[words.clone()].trim() != "-").then_some(words);
            }
            CoursePart::Lesson => {
                self.section.clone_from(&head.attributes.id);
                let entry = self.entry(SectionDraft { head, body: Vec::new() });
                self.document.sections.push(entry);
            }
        }
    }

    fn summary(&mut self, span: &Range<usize>) {
        if !self.document.summary.is_empty() {
            self.document.summary.push(span.start..span.start);
        }
        let mut at = span.start;
        for line in self.text[span.clone()].split('\n') {
            self.document.summary.push(at..at + line.len());
            at += line.len() + 1;
        }
    }

    /// RON goes where its name says.
    fn ron(&mut self, body: Range<usize>) {
        let name = ron_name(&self.text[body.clone()]);
        let block = Block::Ron(body);
        match name {
            "Question" => {
                let entry = self.item(block);
                self.document.questions.push(entry);
            }
            "Card" => {
                let entry = self.item(block);
                self.document.cards.push(entry);
            }
            "Objective" => {
                let entry = self.entry(block);
                self.document.objectives.push(entry);
            }
            "Term" => {
                let entry = self.entry(block);
                self.document.terms.push(entry);
            }
            _ => self.body(block),
        }
    }

    fn body(&mut self, block: Block) {
        let entry = self.entry(block);
        match self.document.sections.last_mut() {
            Some(section) if self.part == CoursePart::Lesson => section.it.body.push(entry),
            _ => {
                let (message, help) = match self.part {
                    CoursePart::Lesson => ("this stands in no section", "begin a section above it: `## Title {#id}`"),
                    CoursePart::Bank => ("a bank has only cards and questions", "put it into the lesson"),
                };
                self.notes.add(start(&entry.it), message, help);
            }
        }
    }
}

/// The name that the RON begins with.
pub(super) fn ron_name(ron: &str) -> &str {
    let mut rest = ron.trim_start();
    while let Some(comment) = rest.strip_prefix("//") {
        rest = comment.split_once('\n').map_or("", |(_, rest)| rest).trim_start();
    }
    &rest[..rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len())]
}

fn start(block: &Block) -> Range<usize> {
    match block {
        Block::Title(head) | Block::Section(head) | Block::Objective(head) | Block::Table { caption: head, .. } => {
            head.words.clone()
        }
        Block::Comment(span) | Block::Ron(span) | Block::Recall(span) | Block::Text(span) => span.clone(),
        Block::Question(item) | Block::Card(item) | Block::Disagreement(item) => item.at..item.at,
        Block::Term { id, .. } => id.clone(),
        Block::Picture { alt, .. } => alt.clone(),
        Block::Rule => 0..0,
    }
}
