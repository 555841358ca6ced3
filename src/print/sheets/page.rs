//! The sheets as HTML. The version letter stands beside every number, so that no page is without it even in a browser
//! that prints no margins of its own.

use maud::{Markup, html};

use super::task::task;
use super::{Set, worth};
use crate::course::Course;
use crate::course::model::{Ask, Pair, Question};
use crate::course::wording::{letter, option};
use crate::print::html;
use crate::print::rich::{html as rich, html_line, picture};
use crate::study::quiz::Item;
use crate::study::sheet::Sheet;

pub const STYLE: &str = include_str!("sheet.css");

pub fn page(set: &Set<'_>) -> String {
    let title = format!("{}: question sheets {}", set.title(), set.versions());
    let sheets = html! { @for sheet in set.sheets { (one(set, sheet)) } };
    html::page(set.course.about().language.as_str(), &title, &style(set), sheets)
}

/// The margins of each version's pages say which it is, and what draws it again.
fn style(set: &Set<'_>) -> String {
    let margin = |sheet: &Sheet| {
        let v = sheet.version;
        format!(
            ".{v} {{ page: {v}; }}\n@page {v} {{ @bottom-left {{ content: \"{}\"; font-size: 9pt; }} \
             @bottom-right {{ content: \"Version {v}\"; font: 700 11pt Arial, sans-serif; }} }}\n",
            set.foot(),
        )
    };
    format!("{STYLE}{}", set.sheets.iter().map(margin).collect::<String>())
}

fn one(set: &Set<'_>, sheet: &Sheet) -> Markup {
    html! {
        section class={ "sheet " (sheet.version) } {
            header {
                div {
                    h1 { (set.title()) }
                    p { (set.about()) }
                    p { (set.size()) }
                }
                div class="version" { "Version" b { (sheet.version) } }
            }
            div class="who" {
                span class="name" { "Name" i class="line" {} }
                span class="date" { "Date" i class="line" {} }
                span class="points" { "Points" i class="line" {} "of " (sheet.points(set.course)) }
            }
            ol {
                @for (number, question, item) in set.numbered(sheet) {
                    li class="question" {
                        (numeral(number, sheet.version))
                        div {
                            div class="stem" { (rich(set.course, question.stem.as_str())) }
                            @if let Some(it) = &question.picture { (picture(set.course, it)) }
                            p class="task" { (task(&question.ask)) @if let Some(points) = worth(question) { " (" (points) ")" } }
                            (place_to_answer(set.course, question, item))
                        }
                    }
                }
            }
            p class="end" { "End of version " (sheet.version) " · " (set.foot()) }
        }
    }
}

/// The number of a question and, small below it, the version.
pub fn numeral(number: usize, version: char) -> Markup {
    html! { div class="number" { (number) small { (version) } } }
}

fn place_to_answer(course: &Course, question: &Question, item: &Item) -> Markup {
    let options = |class: &str, boxes: bool| lettered(course, question, item, class, boxes);
    match &question.ask {
        Ask::Choice(_) | Ask::Several(_) => options("options", true),
        Ask::Classify { scheme, .. } if crate::course::wording::keys(scheme).len() > 5 => {
            options("options columns", true)
        }
        Ask::Classify { .. } => options("options", true),
        Ask::TrueFalse(_) => html! {
            div class="truth" { span { i class="box" {} "true" } span { i class="box" {} "false" } }
        },
        Ask::Match { pairs, .. } => html! {
            div class="match" { (premises(course, pairs)) (options("options letters", false)) }
        },
        Ask::Order(steps) => html! {
            (options("options letters", false))
            div class="order" { "first" @for _ in steps { i {} } "last" }
        },
        Ask::Typed { .. } => html! { div class="write" {} },
    }
}

fn lettered(course: &Course, question: &Question, item: &Item, class: &str, boxes: bool) -> Markup {
    html! {
        ul class=(class) {
            @for (at, &of) in item.order.iter().enumerate() {
                li {
                    span { @if boxes { i class="box" {} } (letter(at)) ")" }
                    span { (html_line(course, &option(course, &question.ask, of))) }
                }
            }
        }
    }
}

fn premises(course: &Course, pairs: &[Pair]) -> Markup {
    html! {
        table {
            @for (number, Pair(premise, _)) in (1..).zip(pairs) {
                tr { td { (number) } td { (html_line(course, premise.as_str())) } td class="blank" { i {} } }
            }
        }
    }
}
