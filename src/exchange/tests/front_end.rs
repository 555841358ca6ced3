//! A thousand generated items as authors write them in Markdown, and back.

use super::generated::Generator;
use crate::course::markdown_file::{CoursePart, to_markdown, to_ron};
use crate::course::model::{Ask, Bank, Id, Question, Reasoned, Text};
use crate::exchange::course_files;

fn id(name: &str) -> Id {
    Id::new(name).unwrap()
}

fn questions(generator: &mut Generator, n: usize) -> Vec<Question> {
    let classified = Ask::Classify {
        scheme: id("nine"),
        key: id("4"),
        defensible: vec![id("1.5")],
        why_not: vec![Reasoned(Text::new("2").unwrap(), Text::new("No -- it is *another*.").unwrap())],
    };
    let question = |at: usize| {
        let question = generator.question();
        if at.is_multiple_of(8) { Question { ask: classified.clone(), ..question } } else { question }
    };
    (0..n).map(question).collect()
}

#[test]
fn a_thousand_items_and_their_comments_survive_the_markdown_of_authors() {
    let mut generator = Generator::new(11);
    let cards = (0..400).map(|_| generator.card()).collect();
    let bank = Bank { lesson: id("knots"), title: None, cards, questions: questions(&mut generator, 600) };
    let mut said = 0;
    let lines = course_files::bank(&bank);
    let commented: String = lines
        .split_inclusive('\n')
        .map(|line| {
            let is_item = line.starts_with("        Question(") || line.starts_with("        Card(");
            said += usize::from(is_item);
            if is_item { format!("        // Remark {said}.\n{line}") } else { line.to_owned() }
        })
        .collect();
    let markdown = to_markdown("", &commented, CoursePart::Bank).unwrap();
    let back = to_ron("", &markdown, CoursePart::Bank).unwrap().bank.unwrap().ron;
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let read: Bank = options.from_str(&back).unwrap();
    for (before, after) in bank.cards.iter().zip(&read.cards) {
        assert_eq!(before, after);
    }
    for (before, after) in bank.questions.iter().zip(&read.questions) {
        assert_eq!(before, after);
    }
    assert_eq!((said, read.cards.len(), read.questions.len()), (1000, 400, 600));
    for n in 1..=said {
        assert_eq!(back.matches(&format!("// Remark {n}.")).count(), 1, "the comment at item {n}");
    }
    let short = markdown.matches("\n```ron\n").count();
    assert!(short < 150, "{short} items have no short form");
}
