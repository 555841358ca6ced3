//! The blocks of a file, sorted into what a lesson and a bank hold.

use std::ops::Range;

use super::blocks::{Blocks, FileBlock, Headed};
use super::lines::FieldLines;
use super::{CoursePart, Slips};

/// Something, and the comments before it.
pub(super) struct Commented<T> {
    pub comments: Vec<Range<usize>>,
    pub it: T,
}

/// A section and what stands in it.
pub(super) struct SectionDraft {
    pub head: Headed,
    pub body: Vec<Commented<FileBlock>>,
}

/// What a file holds, by where it goes.
pub(super) struct Document {
    pub title: Option<Commented<Headed>>,
    pub summary: FieldLines,
    pub objectives: Vec<Commented<FileBlock>>,
    pub sections: Vec<Commented<SectionDraft>>,
    pub terms: Vec<Commented<FileBlock>>,
    pub cards: Vec<Commented<ItemDraft>>,
    pub questions: Vec<Commented<ItemDraft>>,
    /// Behind everything.
    pub comments: Vec<Range<usize>>,
}

/// A card or a question, and the section it stands in.
pub(super) struct ItemDraft {
    pub block: FileBlock,
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
    fn entry<T>(&mut self, it: T) -> Commented<T> {
        Commented { comments: std::mem::take(&mut self.comments), it }
    }

    fn item(&mut self, block: FileBlock) -> Commented<ItemDraft> {
        let section = self.section.clone();
        self.entry(ItemDraft { block, section })
    }

    fn take(&mut self, block: FileBlock) {
        match block {
            FileBlock::Comment(words) => self.comments.push(words),
            FileBlock::Title(head) if self.document.title.is_none() => {
                let entry = self.entry(head);
                self.document.title = Some(entry);
            }
            FileBlock::Title(head) => {
                self.notes.add(head.words, "this is a second title", "a file has one; sections begin with `## `");
            }
            FileBlock::Section(head) => self.section(head),
            FileBlock::Question(_) => {
                let entry = self.item(block);
                self.document.questions.push(entry);
            }
            FileBlock::Card(_) => {
                let entry = self.item(block);
                self.document.cards.push(entry);
            }
            FileBlock::Objective(_) => {
                let entry = self.entry(block);
                self.document.objectives.push(entry);
            }
            FileBlock::Term { .. } => {
                let entry = self.entry(block);
                self.document.terms.push(entry);
            }
            FileBlock::Ron(body) => self.ron(body),
            FileBlock::Rule => {}
            FileBlock::Text(span) if self.document.sections.is_empty() => self.summary(&span),
            FileBlock::Recall(_)
            | FileBlock::Table { .. }
            | FileBlock::Picture { .. }
            | FileBlock::Disagreement(_)
            | FileBlock::Text(_) => {
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
        let block = FileBlock::Ron(body);
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

    fn body(&mut self, block: FileBlock) {
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

fn start(block: &FileBlock) -> Range<usize> {
    match block {
        FileBlock::Title(head)
        | FileBlock::Section(head)
        | FileBlock::Objective(head)
        | FileBlock::Table { caption: head, .. } => head.words.clone(),
        FileBlock::Comment(span) | FileBlock::Ron(span) | FileBlock::Recall(span) | FileBlock::Text(span) => {
            span.clone()
        }
        FileBlock::Question(item) | FileBlock::Card(item) | FileBlock::Disagreement(item) => item.at..item.at,
        FileBlock::Term { id, .. } => id.clone(),
        FileBlock::Picture { alt, .. } => alt.clone(),
        FileBlock::Rule => 0..0,
    }
}
