//! What authors write, in words: citations as "(McDonald 2003)", terms as their words, tables row by row.

use super::{Console, PlainError};
use crate::course::Course;
use crate::course::markdown::{self, Paragraph, ParagraphKind};
use crate::course::model::{Disagreement, Picture, Table};
use crate::pages::prose::words;
pub(super) use crate::pages::prose::{cited, inline};

/// Says `text`, its paragraphs apart by an empty line (items of a list are not).
pub(super) fn say(console: &mut Console<'_>, course: &Course, text: &str) -> Result<(), PlainError> {
    say_paragraphs(console, course, &markdown::parse(text))
}

/// The same for a text that is read already.
pub(super) fn say_paragraphs(console: &mut Console<'_>, course: &Course, text: &[Paragraph]) -> Result<(), PlainError> {
    let mut before: Option<ParagraphKind> = None;
    for paragraph in text {
        if before.is_some_and(|b| !(is_item(b) && is_item(paragraph.kind))) {
            console.gap()?;
        }
        before = Some(paragraph.kind);
        if paragraph.kind == ParagraphKind::Code {
            for line in paragraph.spans.iter().flat_map(|s| s.text.lines()) {
                console.say_as_is(&format!("    {line}"))?;
            }
            continue;
        }
        let marker = format!("{}{}", "  ".repeat(paragraph.depth), marker(paragraph.kind));
        console.say_after(&marker, &words(course, paragraph))?;
    }
    Ok(())
}

fn is_item(kind: ParagraphKind) -> bool {
    matches!(kind, ParagraphKind::Bullet | ParagraphKind::Numbered(_))
}

fn marker(kind: ParagraphKind) -> String {
    match kind {
        ParagraphKind::Plain | ParagraphKind::Heading => String::new(),
        ParagraphKind::Bullet => "- ".to_owned(),
        ParagraphKind::Numbered(n) => format!("{n}. "),
        ParagraphKind::Quote => "> ".to_owned(),
        ParagraphKind::Code | ParagraphKind::Formula => "    ".to_owned(),
    }
}

/// Says a table as its caption and one line a row, in sentences: "Row. Head: cell. Head: cell."
pub(super) fn say_table(console: &mut Console<'_>, course: &Course, table: &Table) -> Result<(), PlainError> {
    console.say(&format!("Table: {}{}", inline(course, table.caption.as_str()), cited(course, &table.cite)))?;
    for row in &table.rows {
        let cell = |(i, text): (usize, &crate::course::model::Text)| {
            let head = table.head.get(i).and_then(Option::as_ref).filter(|_| i > 0);
            let head = head.map_or_else(String::new, |h| format!("{}: ", inline(course, h.as_str())));
            stopped(&format!("{head}{}", inline(course, text.as_str())))
        };
        let cells: Vec<String> = row.iter().enumerate().map(cell).collect();
        console.say_after("- ", &cells.join(" "))?;
    }
    Ok(())
}

/// Words with a stop at their end.
pub(super) fn stopped(words: &str) -> String {
    if words.ends_with(['?', '.', '!', ':']) { words.to_owned() } else { format!("{words}.") }
}

/// Says who says so and where it is taught; nothing where neither is known.
pub(super) fn say_sources(console: &mut Console<'_>, sources: &[String]) -> Result<(), PlainError> {
    if sources.is_empty() { Ok(()) } else { console.say(&format!("({})", sources.join("; "))) }
}

/// Says what a picture shows, and where it is.
pub(super) fn say_picture(console: &mut Console<'_>, course: &Course, it: &Picture) -> Result<(), PlainError> {
    console.say(&format!("Picture: {}{}", inline(course, it.alt.as_str()), cited(course, &it.cite)))?;
    console.say(&format!("({})", it.file))
}

/// Says a point on which the sources disagree.
pub(super) fn say_disagreement(
    console: &mut Console<'_>,
    course: &Course,
    it: &Disagreement,
) -> Result<(), PlainError> {
    console.say("Where the sources disagree.")?;
    console.say(&format!("As found: {}", inline(course, it.claim.as_str())))?;
    let works = cited(course, &it.cite);
    console.say(&format!("Better supported: {}{works}", inline(course, it.better.as_str())))
}
