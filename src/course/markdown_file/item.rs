//! Cards and questions, told as RON.

use std::ops::Range;

use super::Slips;
use super::attributes::Attributes;
use super::blocks::{FileBlock, ItemLines};
use super::document::ItemDraft;
use super::lines::{FieldLines, split};
use super::question::{QUESTION_MARKS, ask};
use super::ron_map::RonBuilder;
use super::section::ron;

/// A field of an item: what its line begins with, and its words.
pub(super) type Marked<'m> = (&'m str, FieldLines);

const CARD_KEYS: &[&str] = &["section", "facts", "cite", "tags", "answers"];
const QUESTION_KEYS: &[&str] =
    &["objective", "section", "level", "facts", "cite", "points", "tags", "answers", "scheme"];
const QUESTION_FLAGS: &[&str] = &["novel", "reserve", "choice", "several", "number"];

/// What the lines of a card begin with; the first line has the front.
const CARD_MARKS: &[&str] = &["::: ", ":: ", ">> ", "<< ", "! "];

/// The fields of an item, by the marks in `known`; a line that begins with none of them goes on with the one before.
pub(super) fn marked<'m>(text: &str, lines: &ItemLines, known: &[&'m str]) -> Vec<Marked<'m>> {
    let mut fields: Vec<Marked<'m>> = Vec::new();
    for part in &lines.parts {
        let line = &text[part[0].clone()];
        let mark = known.iter().copied().find(|mark| line.starts_with(mark));
        match (mark, fields.last_mut()) {
            (Some(mark), _) => {
                let mut words = part.clone();
                words[0].start += mark.len();
                fields.push((mark, words));
            }
            (None, Some((_, words))) => words.extend_from_slice(part),
            (None, None) => fields.push(("", part.clone())),
        }
    }
    fields
}

/// A name that RON takes without quotation marks, such as a level.
pub(super) fn name_of(attributes: &Attributes, key: &str, notes: &mut Slips<'_>) -> Option<Range<usize>> {
    let value = attributes.value(notes.text, key)?;
    let is_name = !value.is_empty() && notes.text[value.clone()].chars().all(|c| c.is_ascii_alphanumeric());
    if !is_name {
        notes.add(value.clone(), format!("this is no {key}"), "write one word");
    }
    is_name.then_some(value)
}

pub(super) fn card(out: &mut RonBuilder<'_>, draft: &ItemDraft, notes: &mut Slips<'_>) {
    let FileBlock::Card(lines) = &draft.block else { return ron(out, &draft.block) };
    let attributes = &lines.attributes;
    attributes.check("a card", (CARD_KEYS, &[]), notes);
    let Some(id) = item_id(lines, notes, "this card has no id") else { return };
    out.at(lines.at);
    out.put("Card(\n            id: ");
    out.string(&[id]);
    section(out, draft, attributes, notes);
    out.put(",\n            face: ");
    let fields = marked(notes.text, lines, CARD_MARKS);
    face(out, &fields, lines, notes);
    for key in ["facts", "cite", "tags", "answers"] {
        ids(out, attributes, key, notes);
    }
    waivers(out, &fields, notes);
    out.put(",\n        )");
}

fn face(out: &mut RonBuilder<'_>, fields: &[Marked<'_>], lines: &ItemLines, notes: &mut Slips<'_>) {
    let field = |mark: &str| fields.iter().find(|(m, _)| *m == mark).map(|(_, words)| words.clone());
    let front = field("").unwrap_or_default();
    let inline = |mark: &str| split(notes.text, &front, mark).map(|(front, back)| (front, Some(back)));
    let two_way = inline(" ::: ").or_else(|| field("::: ").map(|back| (front.clone(), Some(back))));
    if let Some((front, Some(back))) = two_way {
        let (Some(ask), Some(ask_back)) = (field(">> "), field("<< ")) else {
            let help = "under it write `>> ` what is asked of the first side and `<< ` what is asked of the second";
            return notes.add(lines.at..lines.at, "this card has two sides and does not say what is asked", help);
        };
        out.put("TwoWay(");
        for (n, (name, words)) in
            [("ask", ask), ("front", front), ("ask_back", ask_back), ("back", back)].iter().enumerate()
        {
            out.put(if n > 0 { ", " } else { "" });
            out.field(name, words);
        }
        return out.put(")");
    }
    let (front, back) = inline(" :: ").unwrap_or_else(|| (front.clone(), field(":: ")));
    match back {
        Some(back) => {
            out.put("Basic(");
            out.field("front", &front);
            out.put(", ");
            out.field("back", &back);
            out.put(")");
        }
        None if front.iter().any(|line| notes.text[line.clone()].contains("{{")) => {
            out.put("Cloze(");
            out.string(&front);
            out.put(")");
        }
        None => {
            let help = "write `front :: back`, or a sentence with a `{{gap}}`";
            notes.add(
                front.first().cloned().unwrap_or(lines.at..lines.at),
                "this is no card: it has neither a back nor a gap",
                help,
            );
        }
    }
}

pub(super) fn question(out: &mut RonBuilder<'_>, draft: &ItemDraft, notes: &mut Slips<'_>) {
    let FileBlock::Question(lines) = &draft.block else { return ron(out, &draft.block) };
    let attributes = &lines.attributes;
    attributes.check("a question", (QUESTION_KEYS, QUESTION_FLAGS), notes);
    let Some(id) = item_id(lines, notes, "this question has no id") else { return };
    let fields = marked(notes.text, lines, QUESTION_MARKS);
    let Some((_, stem)) = fields.iter().find(|(mark, _)| *mark == "? ") else { return };
    out.at(lines.at);
    out.put("Question(\n            id: ");
    out.string(&[id]);
    if let Some(objective) = attributes.value(notes.text, "objective") {
        out.put(",\n            objective: ");
        out.string(&[objective]);
    }
    section(out, draft, attributes, notes);
    plain_value(out, attributes, "level", notes);
    flag(out, attributes, "novel", notes);
    out.put(",\n            ");
    out.field("stem", stem);
    out.put(",\n            ask: ");
    ask(out, &fields, lines, notes);
    feedback(out, &fields);
    for key in ["facts", "cite"] {
        ids(out, attributes, key, notes);
    }
    plain_value(out, attributes, "points", notes);
    for key in ["tags", "answers"] {
        ids(out, attributes, key, notes);
    }
    flag(out, attributes, "reserve", notes);
    waivers(out, &fields, notes);
    out.put(",\n        )");
}

fn feedback(out: &mut RonBuilder<'_>, fields: &[Marked<'_>]) {
    let field = |mark: &str| fields.iter().find(|(m, _)| *m == mark).map(|(_, words)| words);
    if let Some(words) = field("> ") {
        out.put(",\n            ");
        out.field("explain", words);
    }
    let said = [("right", field(">+ ")), ("partly", field(">~ ")), ("wrong", field(">- "))];
    let said: Vec<(&str, &FieldLines)> = said.into_iter().filter_map(|(name, words)| Some((name, words?))).collect();
    for (n, (name, words)) in said.iter().enumerate() {
        out.put(if n > 0 { ", " } else { ",\n            feedback: Feedback(" });
        out.field(name, words);
    }
    if !said.is_empty() {
        out.put(")");
    }
}

fn item_id(lines: &ItemLines, notes: &mut Slips<'_>, message: &str) -> Option<Range<usize>> {
    if lines.attributes.id.is_none() {
        let first = lines.parts.first().and_then(|part| part.first()).cloned();
        let help = "write `{#an-id}` at the end of its first line, or on a line under it; empty lines part items";
        notes.add(first.unwrap_or(lines.at..lines.at), message, help);
    }
    lines.attributes.id.clone()
}

/// The section that it names, or the one that it stands in.
fn section(out: &mut RonBuilder<'_>, draft: &ItemDraft, attributes: &Attributes, notes: &Slips<'_>) {
    if let Some(section) = attributes.value(notes.text, "section").or_else(|| draft.section.clone()) {
        out.put(",\n            section: ");
        out.string(&[section]);
    }
}

fn ids(out: &mut RonBuilder<'_>, attributes: &Attributes, key: &str, notes: &Slips<'_>) {
    if let Some(value) = attributes.value(notes.text, key) {
        out.put(",\n            ");
        out.list(key, &value);
    }
}

fn plain_value(out: &mut RonBuilder<'_>, attributes: &Attributes, key: &str, notes: &mut Slips<'_>) {
    if let Some(value) = name_of(attributes, key, notes) {
        out.put(&format!(",\n            {key}: "));
        out.copy(value);
    }
}

fn flag(out: &mut RonBuilder<'_>, attributes: &Attributes, name: &str, notes: &Slips<'_>) {
    if attributes.has(notes.text, name) {
        out.put(&format!(",\n            {name}: true"));
    }
}

/// `! rule -- why`
fn waivers(out: &mut RonBuilder<'_>, fields: &[Marked<'_>], notes: &mut Slips<'_>) {
    let mut open = false;
    for (_, words) in fields.iter().filter(|(mark, _)| *mark == "! ") {
        let Some((rule, why)) = reasoned(words, "this waiver has no reason", notes) else { continue };
        out.put(if open { ", (" } else { ",\n            waive: [(" });
        open = true;
        out.string(&rule);
        out.put(", ");
        out.string(&why);
        out.put(")");
    }
    if open {
        out.put("]");
    }
}

/// Words, and the reason behind ` -- `.
pub(super) fn reasoned(words: &FieldLines, message: &str, notes: &mut Slips<'_>) -> Option<(FieldLines, FieldLines)> {
    let parts = split(notes.text, words, " -- ");
    if parts.is_none() {
        notes.add(words.first().cloned().unwrap_or(0..0), message, "write it on the same line, behind ` -- `");
    }
    parts
}
