//! A `<question>` of Moodle XML as one of ours.

use super::node::XmlElement;
use super::{answers, category_path, embedded_files, gaps};
use crate::exchange::fidelity::SourcePlace;
use crate::exchange::intake::{Intake, QuestionDraft, SourceItem};
use crate::exchange::markup;

pub(super) fn question(node: &XmlElement, intake: &mut Intake) {
    let at = node.at.unwrap_or(SourcePlace { line: 1, column: 1 });
    let kind = node.attribute("type").unwrap_or_default();
    if kind == "category" {
        return category(node, at, intake);
    }
    let mut found = found(node);
    let mut draft = draft(node, &mut found, intake);
    let mut reader = TextReader { changed: &mut Vec::new(), intake };
    let ask = match kind {
        "multichoice" => Ok(answers::choice(node, &mut found, &mut reader)),
        "truefalse" => answers::judgement(node, &mut draft, &mut reader),
        "shortanswer" => answers::words(node, &mut found, &mut draft, &mut reader),
        "numerical" => answers::numerical(node, &mut found, &mut draft, &mut reader),
        "matching" | "match" => answers::matching(node, &mut found, &mut reader),
        "ordering" => answers::ordering(node, &mut found, &mut reader),
        "cloze" => gaps::embedded(node, &mut found, &mut draft, &mut reader),
        "ddwtos" => gaps::chosen(node, "dragbox", &mut found, &mut draft, &mut reader),
        "gapselect" => gaps::chosen(node, "selectoption", &mut found, &mut draft, &mut reader),
        "essay" => return intake.essay(at, found, draft),
        "description" => return intake.note(at, &draft.stem, "a description"),
        "" => Err("it does not say its type".into()),
        other => {
            return intake.note(at, &draft.stem, &format!("questions of the type “{other}” have no place here"));
        }
    };
    found.changed.append(reader.changed);
    intake.question(at, found, draft, ask);
}

fn category(node: &XmlElement, at: SourcePlace, intake: &mut Intake) {
    intake.category(&category_path(&node.words("category")));
    let about = node.child("info").map_or_else(String::new, XmlElement::own_words);
    let words = markup::from_html(&about, &mut Vec::new());
    if !words.trim().is_empty() {
        intake.note(at, &words, "what is said of a category");
    }
}

fn found(node: &XmlElement) -> SourceItem {
    let title = Some(node.words("name")).filter(|name| !name.is_empty());
    let id = Some(node.words("idnumber")).filter(|id| !id.is_empty());
    let tags = node.child("tags").map(|tags| tags.all("tag").map(XmlElement::own_words).collect()).unwrap_or_default();
    let mut changed = Vec::new();
    if node.words("hidden") == "1" {
        changed.push("it was hidden: here it is asked".to_owned());
    }
    if node.all("hint").any(|hint| !hint.own_words().is_empty()) {
        changed.push("its hints are left out".to_owned());
    }
    SourceItem { id, title, tags, changed, ..SourceItem::default() }
}

fn draft(node: &XmlElement, found: &mut SourceItem, intake: &mut Intake) -> QuestionDraft {
    let mut reader = TextReader { changed: &mut found.changed, intake };
    let mut set = |name: &str| node.child(name).map_or_else(String::new, |child| reader.markdown(child));
    let [stem, explain, model] = ["questiontext", "generalfeedback", "graderinfo"].map(&mut set);
    let [right, partly, wrong] = ["correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"].map(&mut set);
    // What a marker is told of an essay is its answer.
    let explain = if explain.trim().is_empty() { model } else { explain };
    let points = points(node, &mut found.changed);
    let mut draft = QuestionDraft { stem, explain, right, partly, wrong, points, picture: None };
    let files: Vec<String> = node.child("questiontext").map_or_else(Vec::new, |text| {
        text.all("file").filter_map(|file| file.attribute("name")).map(str::to_owned).collect()
    });
    draft.picture = embedded_files::picture(&mut draft.stem, &files, intake);
    draft
}

/// A whole number of points, at least one.
fn points(node: &XmlElement, changed: &mut Vec<String>) -> u8 {
    let grade = node.words("defaultgrade");
    let written = grade.parse::<f64>().unwrap_or(1.0);
    let points = written.round().clamp(1.0, 100.0);
    if (points - written).abs() > 1e-6 {
        changed.push(format!("its {} points are {points} here", grade.trim_end_matches('0').trim_end_matches('.')));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 100")]
    let points = points as u8;
    points
}

/// Reads texts of a question, and what comes with them.
pub(super) struct TextReader<'a> {
    pub changed: &'a mut Vec<String>,
    pub intake: &'a mut Intake,
}

impl TextReader<'_> {
    /// The text of `node` as Markdown, and its files.
    pub(super) fn markdown(&mut self, node: &XmlElement) -> String {
        embedded_files::take(node, self.changed, self.intake);
        self.text(node, &node.own_words())
    }

    /// `words` in the format that `node` names.
    pub(super) fn text(&mut self, node: &XmlElement, words: &str) -> String {
        match node.attribute("format") {
            Some("markdown") => words.to_owned(),
            Some("plain_text") => markup::escaped(words),
            Some("moodle_auto_format") => self.read(words, markup::from_auto_format),
            _ => self.fragment(words),
        }
    }

    /// HTML as Markdown.
    pub(super) fn fragment(&mut self, html: &str) -> String {
        self.read(html, markup::from_html)
    }

    fn read(&mut self, words: &str, how: fn(&str, &mut Vec<String>) -> String) -> String {
        let mut pictures = Vec::new();
        let text = how(words, &mut pictures);
        self.intake.pictures(&pictures);
        text
    }
}

/// What an embedded answer earns of 100, and the rest of it: `=right`, `%50%half`, `wrong`.
pub(super) fn answer_percent(raw: &str) -> (i32, &str) {
    if let Some(rest) = raw.strip_prefix('=') {
        return (100, rest);
    }
    match raw.strip_prefix('%').and_then(|rest| rest.split_once('%')) {
        Some((number, rest)) if number.parse::<f64>().is_ok() => (percent(number), rest),
        _ => (0, raw),
    }
}

/// A share of 100 as it is written.
pub(super) fn percent(written: &str) -> i32 {
    let share = written.trim().parse::<f64>().unwrap_or(0.0);
    #[expect(clippy::cast_possible_truncation, reason = "a percentage")]
    let percent = share.clamp(-100.0, 100.0).round() as i32;
    percent
}
