//! What an author wrote is what is seen: what Markdown keeps back, and texts of several lines where one is set.

use super::item::{BankItem, WaivableFinding, cards, finding, questions};
use super::rules::{self, Rule};
use crate::course::check::survey::{Survey, place};
use crate::course::files::File;
use crate::course::markdown::{Unseen, is_more_than_a_line, unseen};
use crate::course::model::{Block, Drawing, Id, Text};
use crate::course::texts::{block_texts, card_texts, question_texts, scenario_texts};

pub(super) fn check<'a>(survey: &'a Survey<'_>) -> Vec<WaivableFinding<'a>> {
    let mut found: Vec<WaivableFinding<'a>> = Vec::new();
    for (item, card) in cards(survey) {
        found.extend(card_texts(card).into_iter().flat_map(|text| lost(item, text)));
    }
    for (item, question) in questions(survey) {
        found.extend(question_texts(question).into_iter().flat_map(|text| lost(item, text)));
        found.extend(question.ask.texts().into_iter().filter_map(|text| lines(item, text)));
    }
    found.extend(survey.lessons.iter().flat_map(|(file, lesson)| of_lesson(file, lesson)));
    for (file, scenario) in &survey.scenarios {
        for (id, texts) in scenario_texts(scenario) {
            found.extend(texts.into_iter().flat_map(|text| elsewhere(file, id, text)));
        }
    }
    found
}

fn of_lesson<'a>(file: &File, lesson: &crate::course::model::Lesson) -> Vec<WaivableFinding<'a>> {
    let mut found: Vec<WaivableFinding<'a>> = title(file, &lesson.id, &lesson.title).into_iter().collect();
    for section in &lesson.sections {
        found.extend(title(file, &section.id, &section.title));
        for block in &section.body {
            found.extend(block_texts(block).into_iter().flat_map(|text| elsewhere(file, &section.id, text)));
            found.extend(labels(block).into_iter().filter_map(|text| label(file, &section.id, text)));
        }
    }
    found.extend(lesson.terms.iter().flat_map(|term| elsewhere(file, &term.id, &term.meaning)));
    found
}

/// Titles stand in lists and at the head of pages: their marks are seen.
fn title<'a>(file: &File, id: &Id, title: &Text) -> Option<WaivableFinding<'a>> {
    let mark = ["**", "[[", "[@", "`", "__"].into_iter().find(|mark| title.as_str().contains(mark))?;
    let message = format!("a title is shown as it is written, with its `{mark}`");
    let finding = finding(&rules::UNSEEN, place(file, id, title.as_str()), message, "write it without marks");
    Some(WaivableFinding { finding, items: Vec::new() })
}

/// The texts of a block that are set in one line.
fn labels(block: &Block) -> Vec<&Text> {
    match block {
        Block::Figure(figure) if !matches!(figure.drawing, Drawing::Wheel { .. }) => block_texts(block),
        Block::Table(_) | Block::Picture(_) => block_texts(block),
        Block::Figure(_) | Block::Text(_) | Block::Disagree(_) | Block::Recall(_) => Vec::new(),
    }
}

fn lost<'a>(item: BankItem<'a>, text: &Text) -> Vec<WaivableFinding<'a>> {
    unseen(text.as_str()).into_iter().map(|it| item.find(rule(&it), it.words(), it.message(), it.help())).collect()
}

fn rule(it: &Unseen) -> &'static Rule {
    if it.is_broken() { &rules::UNCLOSED } else { &rules::UNSEEN }
}

fn lines<'a>(item: BankItem<'a>, text: &Text) -> Option<WaivableFinding<'a>> {
    let first = text.as_str().lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    is_more_than_a_line(text.as_str()).then(|| item.find(&rules::ONE_LINE, first.trim(), RUN_TOGETHER, IN_ONE_LINE))
}

const RUN_TOGETHER: &str = "in lines and on paper, the paragraphs of this run together";
const IN_ONE_LINE: &str = "write it as one paragraph, and put code or lists in the stem or in a block of their own";

fn elsewhere<'a>(file: &File, id: &Id, text: &Text) -> Vec<WaivableFinding<'a>> {
    let found = unseen(text.as_str()).into_iter();
    let one = |it: Unseen| finding(rule(&it), place(file, id, it.words()), it.message(), it.help());
    found.map(one).map(|finding| WaivableFinding { finding, items: Vec::new() }).collect()
}

fn label<'a>(file: &File, id: &Id, text: &Text) -> Option<WaivableFinding<'a>> {
    let first = text.as_str().lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let found = || finding(&rules::ONE_LINE, place(file, id, first.trim()), RUN_TOGETHER, IN_ONE_LINE);
    is_more_than_a_line(text.as_str()).then(|| WaivableFinding { finding: found(), items: Vec::new() })
}

#[cfg(test)]
mod tests {
    use crate::course::check::writing::tests::{found, found_in, question};

    fn back(back: &str) -> Vec<&'static str> {
        let card = format!(
            r##"Card(id: "c1", section: "s", face: Basic(front: "Who pays?", back: r#"{back}"#), cite: ["E01"])"##
        );
        found_in(&card, "")
    }

    #[test]
    fn what_is_seen_is_not_reported() {
        for sound in [
            "1991.",
            "> 50 %",
            "- 5",
            "Two:\n\n- one\n- two\n  - three",
            "Run:\n\n```\nls -l\n```",
            "**Donors**",
            "``` x",
            "__Not a name__",
            "See:\n\n````\n```\n````",
        ] {
            assert!(back(sound).is_empty(), "{sound}");
        }
    }

    #[test]
    fn what_is_not_seen_as_it_was_meant() {
        for lost in [
            "![A bell](bell.png)",
            "[here](https://a.b)",
            "Look:\n\n| a | b |\n|---|---|\n| 1 | 2 |",
            "```\nls",
            "__init__",
            "&nbsp;",
            "&zwj;",
            "```\n```",
            "a\n=",
            "a\n---",
        ] {
            assert_eq!(back(lost), ["unseen"], "{lost}");
        }
    }

    #[test]
    fn options_of_several_lines() {
        let ask = r#"Choice([Right("Trade"), Wrong("Religion\n\nand law", "Clergy form a track of their own."), Wrong("Funding", "Donors give and do not trade.")])"#;
        assert_eq!(found(&question("Which word fits?", ask)), ["one-line"]);
    }
}
