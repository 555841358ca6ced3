//! The sheets as Markdown.

use super::task::task;
use super::{Set, worth};
use crate::course::Course;
use crate::course::model::{Ask, Pair, Question};
use crate::course::wording::{letter, option};
use crate::print::rich::{escaped, markdown, markdown_line, picture_words};
use crate::study::quiz::Item;
use crate::study::sheet::Sheet;

/// A line for a word or a name.
const LINE: &str = "\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_";
/// A line for a letter.
const SHORT: &str = "\\_\\_\\_\\_";

pub fn text(set: &Set<'_>) -> String {
    set.sheets.iter().map(|sheet| one(set, sheet)).collect::<Vec<_>>().join("\n---\n\n")
}

fn one(set: &Set<'_>, sheet: &Sheet) -> String {
    let questions: String =
        set.numbered(sheet).map(|(number, question, item)| asked(set.course, sheet, number, question, item)).collect();
    format!(
        "# {title}: version {version}\n\n{about} · {size}\n\nName {LINE}   Date {SHORT}{SHORT}   Points {SHORT} of {points}\n\n\
         {questions}*End of version {version} · {foot}*\n",
        title = escaped(&set.title()),
        version = sheet.version,
        about = escaped(&set.about()),
        size = set.size(),
        points = sheet.points(set.course),
        foot = set.foot(),
    )
}

fn asked(course: &Course, sheet: &Sheet, number: usize, question: &Question, item: &Item) -> String {
    let picture = question.picture.as_ref().map_or_else(String::new, |it| picture_words(course, it));
    let stem = markdown(course, question.stem.as_str()) + &picture;
    let worth = worth(question).map_or_else(String::new, |points| format!(" ({points})"));
    let answer = place_to_answer(course, question, item);
    format!(
        "## {version}{number}\n\n{stem}\n\n*{}*{worth}\n\n{answer}\n\n",
        task(&question.ask),
        version = sheet.version
    )
}

fn place_to_answer(course: &Course, question: &Question, item: &Item) -> String {
    let lettered = |mark: &str| {
        let line = |(at, &of): (usize, &usize)| {
            format!("- {mark}{}) {}", letter(at), markdown_line(course, &option(course, &question.ask, of)))
        };
        item.order.iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
    };
    match &question.ask {
        Ask::Choice(_) | Ask::Several(_) | Ask::Classify { .. } => lettered("□ "),
        Ask::TrueFalse(_) => "- □ true\n- □ false".to_owned(),
        Ask::Match { pairs, .. } => format!("{}\n\n{}", premises(course, pairs), lettered("")),
        Ask::Order(steps) => format!("{}\n\nfirst {} last", lettered(""), vec![SHORT; steps.len()].join(" ")),
        Ask::Typed { .. } => LINE.to_owned(),
    }
}

fn premises(course: &Course, pairs: &[Pair]) -> String {
    let line = |(number, Pair(premise, _)): (usize, &Pair)| {
        format!("{number}. {} {SHORT}", markdown_line(course, premise.as_str()))
    };
    (1..).zip(pairs).map(line).collect::<Vec<_>>().join("\n")
}
