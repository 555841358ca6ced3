//! Cards and questions as Markdown that can be read again.

use super::{Markdown, same};
use crate::course::model::{Ask, Card, Face, Question, Text};
use crate::exchange::FormatWriter;
use crate::exchange::fidelity::{ItemFate, Transfer};
use crate::exchange::outgoing::{Extra, Outgoing, fate, front, is_linked, kept, note_losses, note_once};
use crate::print::rich;

impl FormatWriter for Markdown {
    fn write(&self, course: &Outgoing<'_>, fates: &mut Vec<ItemFate>) -> String {
        let mut text = String::new();
        for bank in &course.banks {
            text.push_str(&format!("# {}\n\n", bank.title));
            for item in &bank.cards {
                let mut changed = Vec::new();
                let block = card(course, item, &mut changed);
                let comes = same::card(item, &block);
                let done = add(&mut text, &block, comes, changed);
                fates.push(fate(&item.id, front(&item.face), done));
            }
            for item in &bank.questions {
                let mut changed = Vec::new();
                let done = match question(course, item, &mut changed) {
                    Ok(block) => {
                        let comes = same::question(item, &block);
                        add(&mut text, &block, comes, changed)
                    }
                    Err(why) => Transfer::Dropped(why),
                };
                fates.push(fate(&item.id, item.stem.as_str(), done));
            }
        }
        text.push_str(&format!("<!-- {} -->\n", course.attribution()));
        text
    }
}

/// Writes a block that comes back as an item.
fn add(text: &mut String, block: &str, comes: Option<bool>, mut changed: Vec<String>) -> Transfer {
    let Some(is_same) = comes else {
        return Transfer::Dropped("its words would be taken for marks of such a deck".to_owned());
    };
    text.push_str(block);
    if !is_same {
        note_once(&mut changed, "its marks, lines or citations are not all as they were");
    }
    kept(changed)
}

/// A text without what only a course has: works are cited as names and years, terms are words.
fn set(course: &Outgoing<'_>, text: &Text) -> String {
    if is_linked(text) { rich::markdown(course.course, text.as_str()) } else { text.as_str().to_owned() }
}

/// The same in a line.
fn line(course: &Outgoing<'_>, text: &Text) -> String {
    let set = set(course, text);
    if set.contains('\n') { rich::markdown_line(course.course, text.as_str()) } else { set }
}

fn card(course: &Outgoing<'_>, card: &Card, changed: &mut Vec<String>) -> String {
    if !card.tags.is_empty() {
        changed.push("its tags are left out".to_owned());
    }
    // A card before it would go on until its next mark.
    match &card.face {
        Face::Basic { front, back } => format!("Q: {}\nA: {}\n\n---\n\n", set(course, front), set(course, back)),
        Face::TwoWay { front, back, .. } => {
            changed.push("what each side asks is left out".to_owned());
            format!("{} ::: {}\n\n---\n\n", line(course, front), line(course, back))
        }
        Face::Cloze(text) => format!("C: {}\n\n---\n\n", set(course, text).replace("{{", "[").replace("}}", "]")),
    }
}

fn question(course: &Outgoing<'_>, question: &Question, changed: &mut Vec<String>) -> Result<String, String> {
    note_losses(question, &[Extra::Explanation, Extra::Reasons], changed);
    let stem = set(course, &question.stem);
    if let Ask::Typed { accept, partly, rivals, gaps, number: None, .. } = &question.ask
        && gaps.is_empty()
    {
        if !partly.is_empty() || !rivals.is_empty() {
            changed.push("answers that earn a part or are close by are left out".to_owned());
        }
        if question.explain.is_some() {
            changed.push("its explanation is left out".to_owned());
        }
        note_once(changed, "its gap stands behind its text");
        let answers = accept.iter().map(|text| Outgoing::words(text.as_str())).collect::<Vec<_>>().join("|");
        return Ok(format!("<quiz>\n{stem} [[{answers}]]\n</quiz>\n\n"));
    }
    let rows: String = options(course, &question.ask, changed)?
        .into_iter()
        .map(|(words, is_right, why)| {
            let why = why.map_or_else(String::new, |why| format!(" -- {why}"));
            format!("- [{}] {words}{why}\n", if is_right { 'x' } else { ' ' })
        })
        .collect();
    let explain = question.explain.as_ref().map_or_else(String::new, |e| format!("\n{}\n", set(course, e)));
    Ok(format!("<quiz>\n{stem}\n\n{rows}{explain}</quiz>\n\n"))
}

/// Words, whether they are right, and why not.
type WrittenOption = (String, bool, Option<String>);

fn options(course: &Outgoing<'_>, ask: &Ask, changed: &mut Vec<String>) -> Result<Vec<WrittenOption>, String> {
    Ok(match ask {
        Ask::TrueFalse(is_true) => {
            [("True", *is_true), ("False", !is_true)].map(|(word, is)| (word.to_owned(), is, None)).into()
        }
        Ask::Choice(options) | Ask::Several(options) => {
            if options.iter().any(|o| !matches!(o.percent(), 0 | 100)) {
                changed.push("an option that earns a part counts as wrong".to_owned());
            }
            let written = |o: &crate::course::model::Judged| {
                (line(course, o.text()), o.is_right(), o.feedback().map(|f| line(course, f)))
            };
            options.iter().map(written).collect()
        }
        Ask::Classify { .. } => {
            let options = course.options(ask).into_iter();
            options.map(|o| (rich::escaped(&o.words), o.percent == 100, None)).collect()
        }
        Ask::Match { .. } | Ask::Order(_) | Ask::Typed { .. } => {
            return Err("these lists have options only".to_owned());
        }
    })
}
