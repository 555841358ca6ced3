//! The sheets as HTML. The version letter stands beside every number, so that no page is without it even in a browser
//! that prints no margins of its own.

use maud::{Markup, html};

use super::answer::letter;
use super::{Set, numbered, worth};
use crate::course::Course;
use crate::course::model::Text;
use crate::print::html;
use crate::print::rich::{html as rich, html_line, picture};
use crate::study::item::{Item, OptionSet, Task};
use crate::study::sheet::Sheet;

pub(super) const STYLE: &str = include_str!("sheet.css");

pub(super) fn page(set: &Set<'_>) -> String {
    let title = format!("{}: question sheets {}", set.title(), set.versions());
    let sheets = html! { @for sheet in set.sheets { (one(set, sheet)) } };
    html::page(set.course.about().language.as_str(), &title, &style(set), sheets)
}

/// The margins of each version's pages say which it is, and what draws it again.
fn style(set: &Set<'_>) -> String {
    // What a teacher or an author wrote is put in a string of CSS, where only letters and digits are safe as they are.
    let head = css_string(&set.imprint.words());
    let margin = |sheet: &Sheet| {
        let v = sheet.version;
        format!(
            ".{v} {{ page: {v}; }}\n@page {v} {{ @bottom-left {{ content: \"{}\"; font-size: 9pt; }} \
             @bottom-right {{ content: \"Version {v}\"; font: 700 11pt Arial, sans-serif; }} \
             @bottom-center {{ content: \"Page \" counter(page) \" of \" counter(pages); font-size: 9pt; }} \
             @top-left {{ content: \"{head}\"; font-size: 9pt; }} \
             @top-right {{ content: \"Name: ______________________________\"; font-size: 9pt; }} }}\n\
             @page {v}:first {{ @top-left {{ content: none; }} @top-right {{ content: none; }} }}\n",
            set.foot(),
        )
    };
    format!("{STYLE}{}", set.sheets.iter().map(margin).collect::<String>())
}

fn css_string(text: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() { c.to_string() } else { format!("\\{:x} ", u32::from(c)) };
    text.chars().map(safe).collect()
}

fn one(set: &Set<'_>, sheet: &Sheet) -> Markup {
    html! {
        section class={ "sheet " (sheet.version) @if set.imprint.is_large { " large" } } {
            header {
                div {
                    h1 { (set.imprint.name.unwrap_or(&set.title())) }
                    @if set.imprint.name.is_some() { p { (set.title()) } }
                    p { (set.about()) }
                    p { (set.size()) }
                }
                div class="version" { "Version" b { (sheet.version) } }
            }
            div class="who" {
                span class="name" { "Name" i class="line" {} }
                span class="class" { "Class" @if let Some(class) = set.imprint.class { b { (class) } } @else { i class="line" {} } }
                span class="date" { "Date" i class="line" {} }
                span class="points" { "Points" i class="line" {} "of " (sheet.points()) }
            }
            ol {
                @for (number, item) in numbered(sheet) {
                    li class="question" {
                        (numeral(number, sheet.version))
                        div {
                            div class="stem" { (rich(set.course, item.stem.as_str())) }
                            @if let Some(it) = &item.picture { (picture(set.course, it)) }
                            p class="task" { (item.posed(number, sheet.items.len()).on_paper()) @if let Some(points) = worth(item) { " (" (points) ")" } }
                            (place_to_answer(set.course, item))
                        }
                    }
                }
            }
            p class="end" { "End of version " (sheet.version) " · " (set.foot()) }
            p class="attribution" { (set.course.attribution().words()) }
        }
    }
}

/// The number of a question and, small below it, the version.
pub(super) fn numeral(number: usize, version: char) -> Markup {
    html! { div class="number" { (number) small { (version) } } }
}

/// More options than these stand in columns.
const MOST_IN_A_COLUMN: usize = 5;

fn place_to_answer(course: &Course, item: &Item) -> Markup {
    let options = |class: &str, boxes: bool| lettered(course, item, class, boxes);
    match item.posed(1, 1).task {
        Task::PickOne { pool: OptionSet::Truth, .. } => html! {
            div class="truth" { span { i class="box" {} "true" } span { i class="box" {} "false" } }
        },
        Task::PickOne { options: all, .. } if all.len() > MOST_IN_A_COLUMN => options("options columns", true),
        Task::PickOne { .. } | Task::PickMany { .. } => options("options", true),
        Task::Join { premises: all, .. } => html! {
            div class="match" { (premises(course, &all)) (options("options letters", false)) }
        },
        Task::Sort { things } => html! {
            (options("options letters", false))
            div class="order" { "first" @for _ in &things { i {} } "last" }
        },
        Task::Type { gaps } => html! { @for _ in &gaps { div class="write" {} } },
    }
}

fn lettered(course: &Course, item: &Item, class: &str, boxes: bool) -> Markup {
    html! {
        ul class=(class) {
            @for (place, text) in item.shown().enumerate() {
                li {
                    span { @if boxes { i class="box" {} } (letter(item, place)) ")" }
                    span { (html_line(course, text)) }
                }
            }
        }
    }
}

fn premises(course: &Course, all: &[Text]) -> Markup {
    html! {
        table {
            @for (number, premise) in (1..).zip(all) {
                tr { td { (number) } td { (html_line(course, premise.as_str())) } td class="blank" { i {} } }
            }
        }
    }
}
