//! Lessons and banks in Markdown. Each part is written in its short form and read again; what does not come back as it was
//! stands as RON in a fence.

use super::elements::{ElementList, Elements, fenced, markdown_comment};
use super::write_item::{attributes, card, field, ids, question};
use super::{CoursePart, to_ron};
use crate::course::finding::{Finding, Location};
use crate::course::model::{Bank, Block, Id, Lesson, Objective, Section, Table, Term, Text};
use crate::course::read::read;

/// Writes the lesson or the bank in the RON text `ron` in Markdown. `path` is how the file is named in messages.
///
/// # Errors
/// When it cannot be read, or does not come back as it was.
pub fn to_markdown(path: &str, ron: &str, part: CoursePart) -> Result<String, Box<Finding>> {
    let elements = Elements::of(ron);
    let writer = Writer { ron, elements: &elements };
    let written = match part {
        CoursePart::Lesson => {
            let lesson: Lesson = read(path, ron)?;
            let written = writer.lesson(&lesson);
            (lesson_of(&written).as_ref() == Some(&lesson)).then_some(written)
        }
        CoursePart::Bank => {
            let bank: Bank = read(path, ron)?;
            let written = writer.bank(&bank);
            (bank_of(&written).as_ref() == Some(&bank)).then_some(written)
        }
    };
    written.ok_or_else(|| {
        let message = "this has something that Markdown does not carry: it stays as it is";
        Box::new(Finding::error("format", Location::file(path), message).help("leave this file in RON"))
    })
}

fn lesson_of(markdown: &str) -> Option<Lesson> {
    let told = to_ron("", markdown, CoursePart::Lesson).ok()?;
    read("", &told.lesson?.ron).ok().filter(|_| told.bank.is_none())
}

fn bank_of(markdown: &str) -> Option<Bank> {
    read("", &to_ron("", markdown, CoursePart::Bank).ok()?.bank?.ron).ok()
}

/// The lesson with one section that holds `body`, and `head` above it.
fn trial(head: &str, body: &str) -> Option<Lesson> {
    lesson_of(&format!("# x {{#x minutes=1}}\n\nx\n\n{head}\n## x {{#x}}\n\n{body}\n"))
}

struct Writer<'a> {
    ron: &'a str,
    elements: &'a Elements,
}

impl Writer<'_> {
    /// An element: its comments, and its short form or else its RON.
    fn element(&self, list: ElementList, at: usize, short: Option<String>) -> String {
        let comments = self.elements.before(list, at).map(markdown_comment);
        let Some(short) = short else {
            let fence = self.elements.span(list, at).map_or_else(String::new, |span| fenced(self.ron, span));
            return comments.collect::<String>() + &fence;
        };
        comments.chain(self.elements.within(list, at).map(markdown_comment)).collect::<String>() + &short
    }

    fn lesson(&self, lesson: &Lesson) -> String {
        let mut out: String = self.elements.head().map(markdown_comment).collect();
        let rest = [format!("minutes={}", lesson.minutes), ids("requires", &lesson.requires)];
        out.push_str(&headed("# ", &lesson.title, &lesson.id, &rest));
        out.push_str(&format!("\n{}\n\n", lesson.summary));
        for (at, objective) in lesson.objectives.iter().enumerate() {
            let short = Some(objective_line(objective));
            let short = short.filter(|line| trial(line, "x").is_some_and(|it| it.objectives == [objective.clone()]));
            out.push_str(&self.element(ElementList::Objectives, at, short));
        }
        let mut block = 0;
        for (at, section) in lesson.sections.iter().enumerate() {
            out.push('\n');
            out.push_str(&self.element(ElementList::Sections, at, Some(section_line(section))));
            for (n, it) in section.body.iter().enumerate() {
                let is_text =
                    |at: Option<usize>| matches!(at.and_then(|at| section.body.get(at)), Some(Block::Text(_)));
                let short = short_block(it);
                let parts = is_text(n.checked_sub(1)) && is_text(Some(n)) && short.is_some();
                out.push_str(if parts { "\n---\n\n" } else { "\n" });
                out.push_str(&self.element(ElementList::Blocks, block, short));
                block += 1;
            }
        }
        for (at, term) in lesson.terms.iter().enumerate() {
            let short = Some(term_line(term));
            let short = short.filter(|line| trial("", line).is_some_and(|it| it.terms == [term.clone()]));
            out.push('\n');
            out.push_str(&self.element(ElementList::Terms, at, short));
        }
        out + &self.tail()
    }

    fn bank(&self, bank: &Bank) -> String {
        let mut out: String = self.elements.head().map(markdown_comment).collect();
        let title = bank.title.as_ref().map_or_else(String::new, |title| format!("{title} "));
        out.push_str(&format!("# {title}{}\n", attributes(Some(&bank.lesson), &[])));
        let mut section = None;
        for (at, it) in bank.cards.iter().enumerate() {
            out.push_str(&section_change(&mut section, it.section.as_ref()));
            let is_same = |it: &crate::course::model::Card, words: &str| {
                in_section(it.section.as_ref(), words).is_some_and(|bank| bank.cards == [it.clone()])
            };
            let short = Some(card(it)).filter(|words| is_same(it, words));
            out.push_str(&self.element(ElementList::Cards, at, short));
        }
        for (at, it) in bank.questions.iter().enumerate() {
            out.push_str(&section_change(&mut section, it.section.as_ref()));
            let is_same = |words: &String| {
                in_section(it.section.as_ref(), words).is_some_and(|bank| bank.questions == [it.clone()])
            };
            out.push_str(&self.element(ElementList::Questions, at, question(it).filter(is_same)));
        }
        out + &self.tail()
    }

    fn tail(&self) -> String {
        let tail: String = self.elements.tail().map(markdown_comment).collect();
        if tail.is_empty() { tail } else { format!("\n{tail}") }
    }
}

/// A line between two items, and the heading of a section where another begins.
fn section_change<'a>(here: &mut Option<&'a Id>, next: Option<&'a Id>) -> String {
    if *here == next {
        return "\n".to_owned();
    }
    *here = next;
    format!("\n{}\n", section_head(next))
}

fn section_head(section: Option<&Id>) -> String {
    format!("## {}\n", section.map_or("-", Id::as_str))
}

/// The bank with one item under the heading of its section.
fn in_section(section: Option<&Id>, item: &str) -> Option<Bank> {
    bank_of(&format!("# {{#x}}\n\n{}\n{item}", section_head(section)))
}

fn headed(mark: &str, words: &Text, id: &Id, rest: &[String]) -> String {
    format!("{mark}{words} {}\n", attributes(Some(id), rest))
}

fn section_line(section: &Section) -> String {
    headed("## ", &section.title, &section.id, &[ids("facts", &section.facts)])
}

fn objective_line(objective: &Objective) -> String {
    headed("- ", &objective.text, &objective.id, &[format!("level={:?}", objective.level)])
}

fn term_line(term: &Term) -> String {
    let cite = attributes(None, &[ids("cite", &term.cite)]);
    let words = format!("{} -- {}", term.term, term.meaning);
    format!(
        "{}{}",
        field(&format!("[[{}]]: ", term.id), &words),
        if cite.is_empty() { cite } else { format!("{cite}\n") }
    )
}

fn short_block(block: &Block) -> Option<String> {
    let written = match block {
        Block::Text(words) => format!("{words}\n"),
        Block::Recall(id) => format!("[? {id}]\n"),
        Block::Table(table) => table_lines(table),
        Block::Picture(picture) => {
            format!(
                "![{}]({}){}\n",
                picture.alt,
                picture.file,
                spaced(&attributes(None, &[ids("cite", &picture.cite)]))
            )
        }
        Block::Disagree(it) => {
            let cite = attributes(None, &[ids("cite", &it.cite)]);
            let (claim, better) = (field("- ", it.claim.as_str()), field("+ ", it.better.as_str()));
            format!("! {}{}\n{claim}{better}", it.point, spaced(&cite))
        }
        Block::Figure(_) => return None,
    };
    let read = trial("", &written)?;
    (read.sections.len() == 1 && read.sections[0].body == [block.clone()] && read.terms.is_empty()).then_some(written)
}

fn table_lines(table: &Table) -> String {
    let row = |cells: Vec<&str>| format!("| {} |\n", cells.join(" | "));
    let head = row(table.head.iter().map(|cell| cell.as_ref().map_or("", Text::as_str)).collect());
    let rule = row(vec!["---"; table.head.len()]);
    let rows: String = table.rows.iter().map(|cells| row(cells.iter().map(Text::as_str).collect())).collect();
    let cite = spaced(&attributes(None, &[ids("cite", &table.cite)]));
    format!("Table: {}{cite}\n\n{head}{rule}{rows}", table.caption)
}

fn spaced(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!(" {words}") }
}
