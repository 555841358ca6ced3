//! What the lines of a file are: headings, texts, questions, cards and the rest, each by how its first line begins.

use std::ops::Range;

use super::attributes::Attributes;
use super::first_line::{headed, picture, ron_fence};
use super::lines::{FieldLines, Lines, SourceLine, split};
use super::{CoursePart, Slips};

/// A part of a file.
#[derive(Clone, Debug)]
pub(super) enum FileBlock {
    /// `# Title {#id}`
    Title(Headed),
    /// `## Title {#id}`
    Section(Headed),
    /// `<!-- words -->`
    Comment(Range<usize>),
    /// What stands between the lines of a fence of `ron`.
    Ron(Range<usize>),
    Question(ItemLines),
    Card(ItemLines),
    /// `[? id]`
    Recall(Range<usize>),
    /// `[[id]]: term -- meaning`
    Term {
        id: Range<usize>,
        term: FieldLines,
        meaning: FieldLines,
        attributes: Attributes,
    },
    /// `- words {#id level=…}` before the first section.
    Objective(Headed),
    /// `Table: caption`, and the rows under it.
    Table {
        caption: Headed,
        rows: Vec<Range<usize>>,
    },
    /// `![alt](file)`
    Picture {
        alt: Range<usize>,
        file: Range<usize>,
        attributes: Attributes,
    },
    /// `! POINT`, and under it `-` the claim and `+` what is better.
    Disagreement(ItemLines),
    /// `---` between two texts.
    Rule,
    Text(Range<usize>),
}

/// A line of words and what is said beside them.
#[derive(Clone, Debug)]
pub(super) struct Headed {
    pub words: Range<usize>,
    pub attributes: Attributes,
}

/// The lines of a question or a card: those that begin in the first column, each with those that go on with it.
#[derive(Clone, Debug)]
pub(super) struct ItemLines {
    pub parts: Vec<FieldLines>,
    pub attributes: Attributes,
    pub at: usize,
}

/// Cells by which a line is moved in that goes on with the one before.
const INDENT: &str = "  ";

pub(super) struct Blocks {
    pub all: Vec<FileBlock>,
}

impl Blocks {
    pub(super) fn of<'a>(lines: &Lines<'a>, part: CoursePart, notes: &mut Slips<'a>) -> Self {
        let mut reader = BlockReader { lines: &lines.all, at: 0, part, in_section: false, all: Vec::new(), notes };
        while reader.at < reader.lines.len() {
            reader.block();
        }
        Self { all: reader.all }
    }
}

struct BlockReader<'a, 'b> {
    lines: &'b [SourceLine<'a>],
    at: usize,
    part: CoursePart,
    in_section: bool,
    all: Vec<FileBlock>,
    notes: &'b mut Slips<'a>,
}

impl<'a> BlockReader<'a, '_> {
    fn here(&self) -> SourceLine<'a> {
        self.lines[self.at]
    }

    fn block(&mut self) {
        let line = self.here();
        if line.is_blank() {
            self.at += 1;
        } else if !self.special(line) {
            match self.part {
                CoursePart::Bank => {
                    let item = self.item();
                    self.all.push(FileBlock::Card(item));
                }
                CoursePart::Lesson if self.is_card() => {
                    let item = self.item();
                    self.all.push(FileBlock::Card(item));
                }
                CoursePart::Lesson => self.text(),
            }
        }
    }

    /// Takes what its first line shows to be more than a text.
    fn special(&mut self, line: SourceLine<'a>) -> bool {
        let one_line = if let Some(title) = headed(line, "# ") {
            Some(FileBlock::Title(title))
        } else if let Some(title) = headed(line, "## ") {
            self.in_section = true;
            Some(FileBlock::Section(title))
        } else if line.text.trim_end() == "---" {
            Some(FileBlock::Rule)
        } else if let Some(id) = line.text.trim_end().strip_prefix("[? ").and_then(|rest| rest.strip_suffix(']')) {
            Some(FileBlock::Recall(line.start + 3..line.start + 3 + id.len()))
        } else {
            self.objective(line).or_else(|| picture(line))
        };
        if let Some(block) = one_line {
            self.all.push(block);
            self.at += 1;
            return true;
        }
        self.several_lines(line)
    }

    fn several_lines(&mut self, line: SourceLine<'a>) -> bool {
        let starts = |mark| line.text.starts_with(mark);
        if starts("<!--") {
            self.comment(line);
        } else if let Some(fence) = ron_fence(line.text) {
            self.ron(line, fence);
        } else if starts("? ") {
            let item = self.item();
            self.all.push(FileBlock::Question(item));
        } else if starts("! ") {
            let item = self.item();
            self.all.push(FileBlock::Disagreement(item));
        } else if starts("[[") && line.text.contains("]]: ") {
            self.term(line);
        } else if let Some(caption) = headed(line, "Table: ") {
            self.table(caption);
        } else {
            return false;
        }
        true
    }

    fn objective(&self, line: SourceLine<'a>) -> Option<FileBlock> {
        if self.in_section || self.part == CoursePart::Bank {
            return None;
        }
        headed(line, "- ").filter(|objective| objective.attributes.id.is_some()).map(FileBlock::Objective)
    }

    fn comment(&mut self, first: SourceLine<'a>) {
        let from = first.start + "<!--".len();
        while self.at < self.lines.len() {
            let line = self.here();
            self.at += 1;
            if let Some(end) = line.text.find("-->") {
                let to = (line.start + end).max(from);
                return self.all.push(FileBlock::Comment(from..to));
            }
        }
        self.notes.add(first.span(), "this comment does not end", "end it with `-->`");
    }

    fn ron(&mut self, first: SourceLine<'a>, fence: &str) {
        self.at += 1;
        let from = first.start + first.text.len() + 1;
        while self.at < self.lines.len() {
            let line = self.here();
            self.at += 1;
            if line.text.trim_end() == fence {
                return self.all.push(FileBlock::Ron(from.min(line.start)..line.start));
            }
        }
        self.notes.add(first.span(), "this block of RON does not end", format!("end it with a line of `{fence}`"));
    }

    /// Whether the lines up to the next empty one end with attributes: then they are a card.
    fn is_card(&self) -> bool {
        let block = self.lines[self.at..].iter().take_while(|line| !line.is_blank());
        let has_id =
            |line: &SourceLine<'_>| Attributes::of(*line).is_some_and(|(_, attributes)| attributes.id.is_some());
        block.clone().any(has_id)
    }

    /// The lines of an item: up to an empty one that no line follows which is moved in.
    fn item(&mut self) -> ItemLines {
        self.item_until(|_| false)
    }

    /// The same, where a line after the first that `ends` it is another item's.
    fn item_until(&mut self, ends: impl Fn(&str) -> bool) -> ItemLines {
        let at = self.here().start;
        let (mut parts, mut attributes): (Vec<FieldLines>, Attributes) = (Vec::new(), Attributes::default());
        while self.at < self.lines.len() {
            let line = self.here();
            if line.is_blank() {
                let next = self.lines[self.at..].iter().find(|line| !line.is_blank());
                if !next.is_some_and(|next| next.text.starts_with(INDENT)) || parts.is_empty() {
                    break;
                }
                if let Some(part) = parts.last_mut() {
                    part.push(line.start..line.start);
                }
            } else if let (Some(inner), Some(part)) = (line.text.strip_prefix(INDENT), parts.last_mut()) {
                part.push(line.from(line.text.len() - inner.len()));
            } else if !parts.is_empty() && ends(line.text) {
                break;
            } else {
                let (words, more) = Attributes::of(line).unwrap_or((line.span(), Attributes::default()));
                attributes.join(more);
                if !words.is_empty() {
                    parts.push(vec![words]);
                }
            }
            self.at += 1;
        }
        ItemLines { parts, attributes, at }
    }

    fn term(&mut self, line: SourceLine<'a>) {
        let item = self.item_until(|next| next.starts_with("[["));
        let Some(first) = item.parts.first() else { return };
        let text = self.notes.text;
        let close = line.text.find("]]: ").unwrap_or(2);
        let id = line.start + 2..line.start + close;
        let mut rest = item.parts.concat();
        rest[0] = line.start + close + "]]: ".len()..first[0].end;
        match split(text, &rest, " -- ") {
            Some((term, meaning)) => {
                self.all.push(FileBlock::Term { id, term, meaning, attributes: item.attributes });
            }
            None => self.notes.add(
                line.span(),
                "this term has no meaning",
                "write it behind ` -- `: `[[id]]: term -- meaning`",
            ),
        }
    }

    fn table(&mut self, caption: Headed) {
        self.at += 1;
        let mut rows = Vec::new();
        while self.at < self.lines.len() {
            let line = self.here();
            if line.text.starts_with('|') {
                rows.push(line.span());
            } else if !(line.is_blank() && rows.is_empty()) {
                break;
            }
            self.at += 1;
        }
        self.all.push(FileBlock::Table { caption, rows });
    }

    /// Everything up to what is no text, without empty lines around it.
    fn text(&mut self) {
        let (from, mut to) = (self.here().start, self.here().span().end);
        let mut fence = None;
        while self.at < self.lines.len() {
            let line = self.here();
            match &fence {
                Some(marks) if line.text.trim_start().starts_with(*marks) => fence = None,
                Some(_) => {}
                None if self.ends_text(line, from) => break,
                None => fence = ["```", "~~~"].into_iter().find(|marks| line.text.starts_with(marks)),
            }
            if !line.is_blank() {
                to = line.span().end;
            }
            self.at += 1;
        }
        self.all.push(FileBlock::Text(from..to));
    }

    fn ends_text(&self, line: SourceLine<'a>, from: usize) -> bool {
        let begins = |mark| line.text.starts_with(mark);
        let is_special = ["# ", "## ", "<!--", "? ", "! ", "[? ", "Table: "].into_iter().any(begins)
            || begins("[[") && line.text.contains("]]: ")
            || line.text.trim_end() == "---"
            || ron_fence(line.text).is_some()
            || picture(line).is_some()
            || self.objective(line).is_some();
        let is_paragraph = self.at > 0 && line.start > from && self.lines[self.at - 1].is_blank();
        is_special || is_paragraph && !line.is_blank() && self.is_card()
    }
}
