//! What a question asks, told as RON: its kind follows from how its lines begin.

use super::Slips;
use super::blocks::ItemLines;
use super::item::{Marked, reasoned};
use super::lines::{FieldLines, split, words};
use super::ron_map::RonBuilder;

/// What the lines of a question begin with. A number and a full stop begin an event, `~50 ` what earns a half.
pub(super) const QUESTION_MARKS: &[&str] = &[
    "? ", "+ ", "- ", "= ", "~", ">+ ", ">~ ", ">- ", "> ", "! ", "1. ", "2. ", "3. ", "4. ", "5. ", "6. ", "7. ",
    "8. ", "9. ",
];

/// What an author writes, where no kind can be told.
const KINDS: &str = "write under it `+ ` the right option and `- ` each wrong one with its reason behind ` -- `; or `= true`; \
                     or `= ` each answer that may be typed; or `= one :: other` for each pair; or `1. `, `2. ` the events in order with ` -- ` and their dates";

/// The lines of a question that are its answers.
struct AnswerLines<'f, 'm> {
    fields: &'f [Marked<'m>],
    lines: &'f ItemLines,
}

impl<'f> AnswerLines<'f, '_> {
    fn with(&self, mark: &str) -> impl Iterator<Item = &'f FieldLines> {
        self.fields.iter().filter(move |(m, _)| *m == mark).map(|(_, words)| words)
    }

    fn events(&self) -> impl Iterator<Item = &'f FieldLines> {
        self.fields.iter().filter(|(mark, _)| mark.ends_with(". ")).map(|(_, words)| words)
    }

    fn has(&self, mark: &str) -> bool {
        self.with(mark).next().is_some()
    }
}

pub(super) fn ask(out: &mut RonBuilder<'_>, fields: &[Marked<'_>], lines: &ItemLines, notes: &mut Slips<'_>) {
    let answers = AnswerLines { fields, lines };
    let said = |flag: &str| lines.attributes.has(notes.text, flag);
    let keys: Vec<String> = answers.with("= ").map(|answer| words(notes.text, answer)).collect();
    if lines.attributes.value(notes.text, "scheme").is_some() {
        classify(out, &answers, notes);
    } else if answers.events().next().is_some() {
        order(out, &answers, notes);
    } else if keys.first().is_some_and(|key| key.contains(" :: ")) {
        matching(out, &answers, notes);
    } else if answers.has("+ ") || said("choice") || said("several") {
        options(out, &answers, notes);
    } else if matches!(&keys[..], [key] if key == "true" || key == "false") && !answers.has("- ") {
        out.put(&format!("TrueFalse({})", keys[0]));
    } else if keys.is_empty() {
        notes.add(lines.at..lines.at, "this question has no answer", KINDS);
    } else {
        typed(out, &answers, notes);
    }
}

const IN: &str = "                ";

/// `[` of lines, each of which `each` writes, `]`.
fn rows<'f>(
    out: &mut RonBuilder<'_>,
    all: impl Iterator<Item = &'f FieldLines>,
    mut each: impl FnMut(&mut RonBuilder<'_>, &FieldLines),
) {
    out.put("[\n");
    for words in all {
        out.put(IN);
        each(out, words);
        out.put(",\n");
    }
    out.put("            ]");
}

/// `Name(one, other)`
fn pair(out: &mut RonBuilder<'_>, name: &str, parts: Option<(FieldLines, FieldLines)>) {
    let Some((one, other)) = parts else { return };
    out.put(name);
    out.put("(");
    out.string(&one);
    out.put(", ");
    out.string(&other);
    out.put(")");
}

fn options(out: &mut RonBuilder<'_>, answers: &AnswerLines<'_, '_>, notes: &mut Slips<'_>) {
    let said = |flag: &str| answers.lines.attributes.has(notes.text, flag);
    let is_several = said("several") || !said("choice") && answers.with("+ ").count() > 1;
    out.put(if is_several { "Several([\n" } else { "Choice([\n" });
    for (mark, words) in answers.fields.iter().filter(|(mark, _)| matches!(*mark, "+ " | "- " | "~")) {
        out.put(IN);
        match *mark {
            "+ " => {
                out.put("Right(");
                out.string(words);
                out.put(")");
            }
            "- " => match split(notes.text, words, " -- ") {
                None => {
                    out.put("Wrong(");
                    out.string(words);
                    out.put(")");
                }
                parts => pair(out, "Wrong", parts),
            },
            _ => weighed(out, words, notes),
        }
        out.put(",\n");
    }
    out.put("            ])");
}

/// How much of 100 it earns, its words, and what is said to it: `50 words -- feedback`.
fn share(words: &FieldLines, notes: &mut Slips<'_>) -> Option<(String, FieldLines, Option<FieldLines>)> {
    let first = &notes.text[words[0].clone()];
    let digits = first.len() - first.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let percent =
        first[..digits].parse::<u8>().ok().filter(|percent| *percent <= 100 && first[digits..].starts_with(' '));
    let Some(percent) = percent else {
        notes.add(
            words[0].clone(),
            "this does not say how much it earns",
            "write the per cent behind the `~`: `~50 words`",
        );
        return None;
    };
    let mut rest = words.clone();
    rest[0].start += digits + 1;
    Some(match split(notes.text, &rest, " -- ") {
        Some((words, feedback)) => (percent.to_string(), words, Some(feedback)),
        None => (percent.to_string(), rest, None),
    })
}

fn weighed(out: &mut RonBuilder<'_>, words: &FieldLines, notes: &mut Slips<'_>) {
    let Some((percent, words, feedback)) = share(words, notes) else { return };
    out.put("Weighed(");
    out.field("text", &words);
    out.put(&format!(", percent: {percent}"));
    if let Some(feedback) = feedback {
        out.put(", ");
        out.field("feedback", &feedback);
    }
    out.put(")");
}

fn order(out: &mut RonBuilder<'_>, answers: &AnswerLines<'_, '_>, notes: &mut Slips<'_>) {
    out.put("Order(");
    rows(out, answers.events(), |out, words| pair(out, "Step", reasoned(words, "this event has no date", notes)));
    out.put(")");
}

/// What is wrong, with why, in a field of its own.
fn with_reasons(
    out: &mut RonBuilder<'_>,
    answers: &AnswerLines<'_, '_>,
    notes: &mut Slips<'_>,
    (field, slip): (&str, &'static str),
) {
    if answers.has("- ") {
        out.put(&format!(", {field}: "));
        rows(out, answers.with("- "), |out, words| pair(out, "Reasoned", reasoned(words, slip, notes)));
    }
}

fn matching(out: &mut RonBuilder<'_>, answers: &AnswerLines<'_, '_>, notes: &mut Slips<'_>) {
    out.put("Match(pairs: ");
    rows(out, answers.with("= "), |out, words| {
        let parts = split(notes.text, words, " :: ");
        if parts.is_none() {
            notes.add(words[0].clone(), "this pair has no second side", "write it behind ` :: `");
        }
        pair(out, "Pair", parts);
    });
    with_reasons(out, answers, notes, ("spare", "this spare has no reason"));
    out.put(")");
}

fn classify(out: &mut RonBuilder<'_>, answers: &AnswerLines<'_, '_>, notes: &mut Slips<'_>) {
    let attributes = &answers.lines.attributes;
    let (Some(scheme), Some(key)) = (attributes.value(notes.text, "scheme"), answers.with("= ").next()) else {
        let help = "write `= ` and the key of the right category, `~ ` each that is defensible, `- ` the others with ` -- ` and why not";
        return notes.add(
            answers.lines.at..answers.lines.at,
            "this question does not say which category is right",
            help,
        );
    };
    out.put("Classify(scheme: ");
    out.string(&[scheme]);
    out.put(", key: ");
    out.string(key);
    for (n, words) in answers.with("~").enumerate() {
        let mut words = words.clone();
        let first = &notes.text[words[0].clone()];
        words[0].start += first.len() - first.trim_start().len();
        out.put(if n > 0 { ", " } else { ", defensible: [" });
        out.string(&words);
    }
    out.put(if answers.has("~") { "]" } else { "" });
    with_reasons(out, answers, notes, ("why_not", "this category has no reason"));
    out.put(")");
}

fn typed(out: &mut RonBuilder<'_>, answers: &AnswerLines<'_, '_>, notes: &mut Slips<'_>) {
    out.put("Typed(");
    let mut keys = answers.with("= ");
    let mut open = false;
    if answers.lines.attributes.has(notes.text, "number") {
        open = keys.next().is_some_and(|words| number(out, words, notes));
    }
    for (n, words) in keys.enumerate() {
        out.put(if n > 0 {
            ", "
        } else if open {
            ", accept: ["
        } else {
            "accept: ["
        });
        out.string(words);
    }
    out.put(if answers.with("= ").count() > usize::from(open) { "]" } else { "" });
    for (n, words) in answers.with("~").enumerate() {
        let Some((percent, words, feedback)) = share(words, notes) else { continue };
        out.put(if n > 0 { ", Partly(" } else { ", partly: [Partly(" });
        out.string(&words);
        out.put(&format!(", {percent}"));
        if let Some(feedback) = feedback {
            out.put(", ");
            out.string(&feedback);
        }
        out.put(")");
    }
    out.put(if answers.has("~") { "]" } else { "" });
    if answers.has("- ") {
        out.put(", rivals: ");
        rows(out, answers.with("- "), |out, words| {
            pair(out, "Rival", reasoned(words, "this answer has no reason", notes));
        });
    }
    out.put(")");
}

/// `9.81`, `9.81 +- 0.02` or `9.7 .. 9.9`, and the unit behind it.
fn number(out: &mut RonBuilder<'_>, words: &FieldLines, notes: &mut Slips<'_>) -> bool {
    let line = &notes.text[words[0].clone()];
    let parts: Vec<&str> = line.split(' ').collect();
    let is_number = |at: usize| parts.get(at).is_some_and(|part| part.parse::<f64>().is_ok_and(f64::is_finite));
    let (target, used) = match (is_number(0), parts.get(1).copied(), is_number(2)) {
        (true, Some("+-"), true) => (format!("Near({}, {})", parts[0], parts[2]), 3),
        (true, Some(".."), true) => (format!("Between({}, {})", parts[0], parts[2]), 3),
        (true, ..) => (format!("Exactly({})", parts[0]), 1),
        (false, ..) => {
            notes.add(
                words[0].clone(),
                "this is no number",
                "write `= 9.81`, `= 9.81 +- 0.02` or `= 9.7 .. 9.9`, and the unit behind it",
            );
            return false;
        }
    };
    out.put(&format!("number: {target}"));
    let before: usize = parts[..used].iter().map(|part| part.len() + 1).sum();
    if before < line.len() {
        out.put(", ");
        let mut unit = words[0].clone();
        unit.start += before;
        out.field("unit", &vec![unit]);
    }
    true
}
