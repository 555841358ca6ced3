//! A `<question>` of Moodle XML as one of ours.

use super::cloze;
use super::node::XmlElement;
use crate::course::model::{Ask, Target};
use crate::exchange::fidelity::SourcePlace;
use crate::exchange::intake::{Intake, QuestionDraft, SourceItem, text};
use crate::exchange::markup;
use crate::exchange::options::{self, OptionDraft, judged, several, typed};

pub(super) fn question(node: &XmlElement, intake: &mut Intake) {
    let at = node.at.unwrap_or(SourcePlace { line: 1, column: 1 });
    let kind = node.attribute("type").unwrap_or_default();
    if kind == "category" {
        return intake.category(&category(&node.words("category")));
    }
    let mut found = found(node);
    let draft = draft(node, intake);
    if !matches!(kind, "cloze" | "description") && node.all("file").next().is_some() {
        found.changed.push("files in it are left out".to_owned());
    }
    let ask = match kind {
        "multichoice" => Ok(choice(node, &mut found, intake)),
        "truefalse" => {
            Ok(Ask::TrueFalse(options(node, intake).iter().any(|o| o.percent > 0 && o.text.to_lowercase() == "true")))
        }
        "shortanswer" => Ok(typed(plain_options(node, intake), &mut found.changed)),
        "numerical" => numerical(node, &mut found),
        "matching" => matching(node, &mut found, intake),
        "ordering" => ordering(node, &mut found, intake),
        "cloze" => return cloze::question(at, found, draft, intake),
        "essay" => return intake.essay(at, found, draft),
        "description" => return intake.note(at, &draft.stem, "a description: a text, kept in notes.md"),
        "" => Err("it does not say its type".to_owned()),
        other => Err(format!("questions of the type “{other}” have no place here")),
    };
    intake.question(at, found, draft, ask);
}

fn found(node: &XmlElement) -> SourceItem {
    let title = Some(node.words("name")).filter(|name| !name.is_empty());
    let id = Some(node.words("idnumber")).filter(|id| !id.is_empty());
    let tags = node.child("tags").map(|tags| tags.all("tag").map(XmlElement::own_words).collect()).unwrap_or_default();
    SourceItem { id, title, tags, ..SourceItem::default() }
}

fn draft(node: &XmlElement, intake: &mut Intake) -> QuestionDraft {
    let mut set = |name: &str| node.child(name).map_or_else(String::new, |child| markdown(child, intake));
    let mut draft = QuestionDraft {
        stem: set("questiontext"),
        explain: set("generalfeedback"),
        right: set("correctfeedback"),
        partly: set("partiallycorrectfeedback"),
        wrong: set("incorrectfeedback"),
        points: 1,
    };
    let points = node.words("defaultgrade").parse::<f64>().unwrap_or(1.0).round().clamp(1.0, 100.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 100")]
    let points = points as u8;
    draft.points = points;
    draft
}

/// A text in the format that the element names.
fn markdown(node: &XmlElement, intake: &mut Intake) -> String {
    let words = node.own_words();
    match node.attribute("format") {
        Some("markdown") => words,
        Some("plain_text") => markup::escaped(&words),
        _ => {
            let mut pictures = Vec::new();
            let text = markup::from_html(&words, &mut pictures);
            intake.pictures(&pictures);
            text
        }
    }
}

fn percent(node: &XmlElement) -> i32 {
    let fraction = node.attribute("fraction").and_then(|f| f.parse::<f64>().ok()).unwrap_or(0.0);
    #[expect(clippy::cast_possible_truncation, reason = "a percentage")]
    let percent = fraction.clamp(-100.0, 100.0).round() as i32;
    percent
}

fn options(node: &XmlElement, intake: &mut Intake) -> Vec<OptionDraft> {
    let option = |answer: &XmlElement| OptionDraft {
        text: markdown(answer, intake),
        percent: percent(answer),
        feedback: answer.child("feedback").map_or_else(String::new, |f| markdown(f, intake)),
    };
    node.all("answer").map(option).collect()
}

/// Answers that are typed: words, not HTML. An asterisk stands for anything, unless a backslash is before it.
fn plain_options(node: &XmlElement, intake: &mut Intake) -> Vec<OptionDraft> {
    let option = |answer: &XmlElement| OptionDraft {
        text: markup::escaped(&answer.own_words().replace("\\*", "*")),
        percent: percent(answer),
        feedback: answer.child("feedback").map_or_else(String::new, |f| markdown(f, intake)),
    };
    node.all("answer").map(option).collect()
}

fn choice(node: &XmlElement, found: &mut SourceItem, intake: &mut Intake) -> Ask {
    let options = options(node, intake);
    let is_single = node.words("single") != "false";
    if is_single { Ask::Choice(judged(options, &mut found.changed)) } else { several(options, &mut found.changed) }
}

fn numerical(node: &XmlElement, found: &mut SourceItem) -> Result<Ask, String> {
    let answers: Vec<&XmlElement> = node.all("answer").collect();
    let best = answers.iter().find(|a| percent(a) == 100).ok_or("no number is right")?;
    if answers.len() > 1 {
        found.changed.push("a number counts whole or not at all here: what earned a part is left out".to_owned());
    }
    let number = |raw: &str| raw.trim().replace(',', ".").parse::<f64>().map_err(|_| format!("“{raw}” is no number"));
    let (value, by) = (number(&best.own_words())?, best.child("tolerance").map_or("0", |t| t.text.as_str()));
    let by = number(by).unwrap_or(0.0);
    if node.child("units").is_some() {
        found.changed.push("its units are left out".to_owned());
    }
    Ok(options::number(if by == 0.0 { Target::Exactly(value) } else { Target::Near(value, by) }))
}

fn matching(node: &XmlElement, found: &mut SourceItem, intake: &mut Intake) -> Result<Ask, String> {
    let row = |sub: &XmlElement| (markdown(sub, intake), markup::escaped(&sub.words("answer")));
    let rows: Vec<_> = node.all("subquestion").map(row).collect();
    options::matching(rows, &mut found.changed)
}

/// What Moodle's plugin for ordering writes: answers in the right order.
fn ordering(node: &XmlElement, found: &mut SourceItem, intake: &mut Intake) -> Result<Ask, String> {
    let steps: Vec<_> = node.all("answer").filter_map(|a| text(&markdown(a, intake), &mut found.changed)).collect();
    if steps.len() > 10 {
        return Err("it sorts more than ten events".to_owned());
    }
    let dated = |(n, words)| {
        let date = crate::course::model::Text::new(format!("{}", n + 1)).ok()?;
        Some(crate::course::model::Step(words, date))
    };
    Ok(Ask::Order(steps.into_iter().enumerate().filter_map(dated).collect()))
}

/// `$course$/top/Ropes` is Ropes; a slash within a name is doubled.
fn category(raw: &str) -> String {
    let kept = raw.replace("//", "\u{2215}");
    let parts: Vec<&str> =
        kept.split('/').map(str::trim).filter(|p| !p.is_empty() && !p.starts_with('$') && *p != "top").collect();
    if parts.is_empty() { "imported".to_owned() } else { parts.join("/").replace('\u{2215}', "/") }
}
