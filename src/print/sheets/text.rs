//! The sheets as Markdown.

use super::answer::letter;
use super::{Set, numbered, worth};
use crate::course::Course;
use crate::course::model::Text;
use crate::print::rich::{escaped, markdown, markdown_line, picture_words};
use crate::study::item::{Item, OptionSet, Task};
use crate::study::sheet::Sheet;

/// A line for a word or a name.
const LINE: &str = "\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_";
/// A line for a letter.
const SHORT: &str = "\\_\\_\\_\\_";

pub(super) fn text(set: &Set<'_>) -> String {
    set.sheets.iter().map(|sheet| one(set, sheet)).collect::<Vec<_>>().join("\n---\n\n")
}

fn one(set: &Set<'_>, sheet: &Sheet) -> String {
    let questions: String = numbered(sheet).map(|(number, item)| asked(set.course, sheet, number, item)).collect();
    format!(
        "# {title}: version {version}\n\n{about} · {size}\n\nName {LINE}   Class {class}   Date {SHORT}{SHORT}   Points {SHORT} of {points}\n\n\
         {questions}*End of version {version} · {foot}*\n\n{attribution}\n",
        title = escaped(set.imprint.name.unwrap_or(&set.title())),
        version = sheet.version,
        about = escaped(&set.about()),
        size = set.size(),
        class = set.imprint.class.map_or_else(|| SHORT.repeat(2), escaped),
        points = sheet.points(),
        foot = set.foot(),
        attribution = escaped(&set.course.attribution().words()),
    )
}

fn asked(course: &Course, sheet: &Sheet, number: usize, item: &Item) -> String {
    let picture = item.picture.as_ref().map_or_else(String::new, |it| picture_words(course, it));
    let stem = markdown(course, item.stem.as_str()) + &picture;
    let worth = worth(item).map_or_else(String::new, |points| format!(" ({points})"));
    let answer = place_to_answer(course, item);
    let task = item.posed(number, sheet.items.len()).on_paper();
    format!("## {version}{number}\n\n{stem}\n\n*{task}*{worth}\n\n{answer}\n\n", version = sheet.version)
}

fn place_to_answer(course: &Course, item: &Item) -> String {
    let lettered = |mark: &str| {
        let line =
            |(place, text): (usize, &str)| format!("- {mark}{}) {}", letter(item, place), markdown_line(course, text));
        item.shown().enumerate().map(line).collect::<Vec<_>>().join("\n")
    };
    match item.posed(1, 1).task {
        Task::PickOne { pool: OptionSet::Truth, .. } => "- □ true\n- □ false".to_owned(),
        Task::PickOne { .. } | Task::PickMany { .. } => lettered("□ "),
        Task::Join { premises: all, .. } => format!("{}\n\n{}", premises(course, &all), lettered("")),
        Task::Sort { things } => format!("{}\n\nfirst {} last", lettered(""), vec![SHORT; things.len()].join(" ")),
        Task::Type { gaps } => vec![LINE; gaps.len()].join("\n\n"),
    }
}

fn premises(course: &Course, all: &[Text]) -> String {
    let line =
        |(number, premise): (usize, &Text)| format!("{number}. {} {SHORT}", markdown_line(course, premise.as_str()));
    (1..).zip(all).map(line).collect::<Vec<_>>().join("\n")
}
