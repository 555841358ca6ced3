//! A lesson and a bank, told as RON.

use std::ops::Range;
use std::slice::from_ref;

use super::blocks::{FileBlock, Headed};
use super::document::{Commented, Document};
use super::elements::put_comment;
use super::item;
use super::ron_map::RonBuilder;
use super::section::{block, cite, ron};
use super::{CoursePart, Slips, ToldFile, ToldPart};

impl Document {
    pub(super) fn told(self, text: &str, part: CoursePart, notes: &mut Slips<'_>) -> ToldFile {
        let Some(title) = &self.title else {
            let what = if part == CoursePart::Lesson { "# Title {#id minutes=10}" } else { "# {#lesson-id}" };
            notes.add(0..0, "the file does not say what it is", format!("begin it with `{what}`"));
            return ToldFile { lesson: None, bank: None };
        };
        let (keys, what): (&[&str], _) = match part {
            CoursePart::Lesson => (&["minutes", "requires"], "a lesson"),
            CoursePart::Bank => (&[], "a bank"),
        };
        title.it.attributes.check(what, (keys, &[]), notes);
        let Some(id) = needed_id(&title.it, what, notes) else { return ToldFile { lesson: None, bank: None } };
        let lesson = (part == CoursePart::Lesson).then(|| self.lesson(text, title, &id, notes));
        let has_items = !self.cards.is_empty() || !self.questions.is_empty();
        let bank = (part == CoursePart::Bank || has_items).then(|| self.bank(text, (title, &id), part, notes));
        ToldFile { lesson, bank }
    }

    fn lesson(&self, text: &str, title: &Commented<Headed>, id: &Range<usize>, notes: &mut Slips<'_>) -> ToldPart {
        let mut out = RonBuilder::new(text);
        comments(&mut out, &title.comments, "");
        out.at(title.it.words.start);
        out.put("Lesson(\n    id: ");
        out.string(from_ref(id));
        out.put(",\n    ");
        out.field("title", &vec![title.it.words.clone()]);
        out.put(",\n    ");
        if self.summary.is_empty() {
            notes.add(
                title.it.words.clone(),
                "the lesson has no summary",
                "write a sentence under its title: what the learner will be able to do",
            );
        }
        out.field("summary", &self.summary);
        match title.it.attributes.value(text, "minutes") {
            Some(minutes) if text[minutes.clone()].parse::<u16>().is_ok() => {
                out.put(",\n    minutes: ");
                out.copy(minutes);
            }
            _ => notes.add(
                title.it.words.clone(),
                "the lesson does not say how many minutes it takes",
                "write them behind its id: `{#id minutes=10}`",
            ),
        }
        if let Some(ids) = title.it.attributes.value(text, "requires") {
            out.put(",\n    ");
            out.list("requires", &ids);
        }
        out.put(",\n");
        list(&mut out, "objectives", &self.objectives, |out, block| objective(out, block, notes));
        self.sections(&mut out, notes);
        list(&mut out, "terms", &self.terms, |out, block| term(out, block, notes));
        comments(&mut out, &self.comments, "    ");
        out.put(")\n");
        ToldPart { ron: out.text, map: out.map }
    }

    fn sections(&self, out: &mut RonBuilder<'_>, notes: &mut Slips<'_>) {
        list(out, "sections", &self.sections, |out, section| {
            let head = &section.head;
            head.attributes.check("a section", (&["facts"], &[]), notes);
            let Some(id) = needed_id(head, "a section", notes) else { return };
            out.at(head.words.start);
            out.put("Section(\n            id: ");
            out.string(&[id]);
            out.put(",\n            ");
            out.field("title", &vec![head.words.clone()]);
            if let Some(facts) = head.attributes.value(notes.text, "facts") {
                out.put(",\n            ");
                out.list("facts", &facts);
            }
            out.put(",\n            body: [\n");
            for entry in &section.body {
                comments(out, &entry.comments, "                ");
                out.put("                ");
                block(out, &entry.it, notes);
                out.put(",\n");
            }
            out.put("            ],\n        )");
        });
    }

    fn bank(
        &self,
        text: &str,
        (title, id): (&Commented<Headed>, &Range<usize>),
        part: CoursePart,
        notes: &mut Slips<'_>,
    ) -> ToldPart {
        let mut out = RonBuilder::new(text);
        if part == CoursePart::Bank {
            comments(&mut out, &title.comments, "");
        }
        out.at(title.it.words.start);
        out.put("Bank(\n    lesson: ");
        out.string(from_ref(id));
        out.put(",\n");
        if part == CoursePart::Bank && !title.it.words.is_empty() {
            out.put("    ");
            out.field("title", &vec![title.it.words.clone()]);
            out.put(",\n");
        }
        list(&mut out, "cards", &self.cards, |out, draft| item::card(out, draft, notes));
        list(&mut out, "questions", &self.questions, |out, draft| item::question(out, draft, notes));
        if part == CoursePart::Bank {
            comments(&mut out, &self.comments, "    ");
        }
        out.put(")\n");
        ToldPart { ron: out.text, map: out.map }
    }
}

fn needed_id(head: &Headed, what: &str, notes: &mut Slips<'_>) -> Option<Range<usize>> {
    if head.attributes.id.is_none() {
        notes.add(head.words.clone(), format!("{what} needs an id"), "write it at the end of the line: `{#an-id}`");
    }
    head.attributes.id.clone()
}

fn comments(out: &mut RonBuilder<'_>, all: &[Range<usize>], indent: &str) {
    for comment in all {
        put_comment(out, comment, indent);
    }
}

/// `name: [ … ],` of entries; nothing where there are none.
fn list<T>(
    out: &mut RonBuilder<'_>,
    name: &str,
    entries: &[Commented<T>],
    mut each: impl FnMut(&mut RonBuilder<'_>, &T),
) {
    if entries.is_empty() {
        return;
    }
    out.put(&format!("    {name}: [\n"));
    for entry in entries {
        comments(out, &entry.comments, "        ");
        out.put("        ");
        each(out, &entry.it);
        out.put(",\n");
    }
    out.put("    ],\n");
}

fn objective(out: &mut RonBuilder<'_>, block: &FileBlock, notes: &mut Slips<'_>) {
    let FileBlock::Objective(head) = block else { return ron(out, block) };
    head.attributes.check("an objective", (&["level"], &[]), notes);
    let Some(id) = needed_id(head, "an objective", notes) else { return };
    let Some(level) = item::name_of(&head.attributes, "level", notes) else {
        notes.add(
            head.words.clone(),
            "this objective has no level",
            "write it behind its id: `{#id level=Understand}`",
        );
        return;
    };
    out.put("Objective(id: ");
    out.string(&[id]);
    out.put(", level: ");
    out.copy(level);
    out.put(", ");
    out.field("text", &vec![head.words.clone()]);
    out.put(")");
}

fn term(out: &mut RonBuilder<'_>, block: &FileBlock, notes: &mut Slips<'_>) {
    let FileBlock::Term { id, term, meaning, attributes } = block else { return ron(out, block) };
    out.put("Term(id: ");
    out.string(from_ref(id));
    out.put(", ");
    out.field("term", term);
    out.put(", ");
    out.field("meaning", meaning);
    cite(out, attributes, "a term", notes);
    out.put(")");
}
