//! Cards and questions as Markdown that can be read again.

use super::Markdown;
use crate::course::model::{Ask, Card, Face, Question};
use crate::exchange::FormatWriter;
use crate::exchange::fidelity::{ItemFate, Transfer};
use crate::exchange::outgoing::{Outgoing, fate, front, kept};
use crate::print::rich;

impl FormatWriter for Markdown {
    fn write(&self, course: &Outgoing<'_>, fates: &mut Vec<ItemFate>) -> String {
        let mut text = String::new();
        for bank in &course.banks {
            text.push_str(&format!("# {}\n\n", bank.title));
            for item in &bank.cards {
                text.push_str(&format!("{}\n\n", card(course, item)));
                fates.push(fate(&item.id, front(&item.face), Transfer::Kept));
            }
            for item in &bank.questions {
                match question(course, item) {
                    Ok((block, changed)) => {
                        text.push_str(&block);
                        fates.push(fate(&item.id, item.stem.as_str(), kept(changed)));
                    }
                    Err(why) => fates.push(fate(&item.id, item.stem.as_str(), Transfer::Dropped(why))),
                }
            }
        }
        text.push_str(&format!("<!-- {} -->\n", course.attribution()));
        text
    }
}

fn card(course: &Outgoing<'_>, card: &Card) -> String {
    let set = |text: &str| rich::markdown(course.course, text);
    match &card.face {
        Face::Basic { front, back } => format!("Q: {}\nA: {}", set(front.as_str()), set(back.as_str())),
        Face::TwoWay { front, back, .. } => {
            let [front, back] = [front, back].map(|side| rich::markdown_line(course.course, side.as_str()));
            // A card before it would go on until its next mark.
            format!("---\n\n{front} ::: {back}")
        }
        Face::Cloze(text) => {
            let text = text.as_str().replace("{{", "[").replace("}}", "]");
            let without_hints = text.split('[').map(|part| match part.split_once(']') {
                Some((gap, rest)) => format!("{}]{rest}", gap.split("::").next().unwrap_or(gap)),
                None => part.to_owned(),
            });
            format!("C: {}", without_hints.collect::<Vec<_>>().join("["))
        }
    }
}

fn question(course: &Outgoing<'_>, question: &Question) -> Result<(String, Vec<String>), String> {
    let line = |text: &str| rich::markdown_line(course.course, text);
    let mut changed = Vec::new();
    let options: Vec<(String, bool, Option<String>)> = match &question.ask {
        Ask::TrueFalse(is_true) => {
            [("True", *is_true), ("False", !is_true)].map(|(word, is)| (word.to_owned(), is, None)).into()
        }
        Ask::Choice(options) | Ask::Several(options) => options
            .iter()
            .map(|o| {
                if !matches!(o.percent(), 0 | 100) {
                    changed.push("an option that earns a part counts as wrong".to_owned());
                }
                (line(o.text().as_str()), o.percent() == 100, o.feedback().map(|f| line(f.as_str())))
            })
            .collect(),
        Ask::Classify { .. } => course
            .options(&question.ask)
            .into_iter()
            .map(|o| (rich::escaped(&o.words), o.percent == 100, None))
            .collect(),
        Ask::Typed { accept, gaps, number: None, .. } if gaps.is_empty() => {
            let answers = accept.iter().map(crate::course::model::Text::as_str).collect::<Vec<_>>().join("|");
            return Ok((
                format!("<quiz>\n{} [[{answers}]]\n</quiz>\n\n", rich::markdown(course.course, question.stem.as_str())),
                vec!["its explanation is left out".into()],
            ));
        }
        Ask::Match { .. } | Ask::Order(_) | Ask::Typed { .. } => return Err("these lists have options only".to_owned()),
    };
    let rows: String = options
        .iter()
        .map(|(words, is_right, why)| {
            let why = why.as_ref().map_or_else(String::new, |why| format!(" -- {why}"));
            format!("- [{}] {words}{why}\n", if *is_right { 'x' } else { ' ' })
        })
        .collect();
    let set = |text: &str| rich::markdown(course.course, text);
    let explain = question.explain.as_ref().map_or_else(String::new, |e| format!("\n{}\n", set(e.as_str())));
    Ok((format!("<quiz>\n{}\n\n{rows}{explain}</quiz>\n\n", set(question.stem.as_str())), changed))
}
