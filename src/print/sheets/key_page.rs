//! The key as HTML: a grid to mark by, then each question with its reason.

use maud::{Markup, html};

use super::answer::{others, rules, words};
use super::page::{STYLE, numeral};
use super::{Set, numbered, worth};
use crate::course::wording::sources;
use crate::print::html;
use crate::print::rich::{html as rich, html_line};
use crate::study::item::Item;
use crate::study::sheet::Sheet;

pub(super) fn page(set: &Set<'_>) -> String {
    let title = format!("{}: key to {}", set.title(), set.versions());
    let margin = format!("@page {{ @bottom-left {{ content: \"Key · {}\"; font-size: 9pt; }} }}\n", set.foot());
    let body = html! {
        h1 { "Key: " (set.title()) }
        p { (set.about()) " · " (set.size()) " · seed " (set.spec.seed) }
        (grid(set))
        (points(set))
        (reasons(set))
        h2 { "Typing results in" }
        p { code { (set.enter) } }
        p class="attribution" { (set.course.attribution().words()) }
    };
    html::page(set.course.about().language.as_str(), &title, &format!("{STYLE}{margin}"), body)
}

/// One column a version: the number on the sheet, the letters to look for.
fn grid(set: &Set<'_>) -> Markup {
    let questions = set.sheets.first().map_or(0, |s| s.items.len());
    html! {
        table class="grid" {
            thead { tr { th { "No." } @for sheet in set.sheets { th { (sheet.version) } } } }
            tbody {
                @for at in 0..questions {
                    tr { td { (at + 1) } @for sheet in set.sheets { td { (cell(sheet, at)) } } }
                }
            }
        }
    }
}

/// What is right at place `at` of a sheet, with what earns a part and points that are not 1.
pub(super) fn cell(sheet: &Sheet, at: usize) -> String {
    let Some(item) = sheet.items.get(at) else { return String::new() };
    let aside: Vec<String> = item.part_marks_on_paper().into_iter().chain(worth(item)).collect();
    let aside = if aside.is_empty() { String::new() } else { format!(" ({})", aside.join(", ")) };
    format!("{}{aside}", item.key_on_paper())
}

fn points(set: &Set<'_>) -> Markup {
    let rules = rules(set.sheets.iter().take(1).flat_map(|s| &s.items));
    html! {
        h2 { "How points are given" }
        p { (opening(&rules)) }
        @for (kind, rule) in rules { p { em { (kind) } ": " (rule) } }
    }
}

/// What goes before the rules of single kinds.
pub(super) fn opening(rules: &[(&str, &str)]) -> &'static str {
    if rules.is_empty() {
        "Every question earns all or nothing."
    } else {
        "A question earns all or nothing, but for these kinds:"
    }
}

fn reasons(set: &Set<'_>) -> Markup {
    let Some(first) = set.sheets.first() else { return html! {} };
    html! {
        h2 { "Answers and reasons, in the order of version " (first.version) }
        ol class="reasons" {
            @for (number, item) in numbered(first) {
                li class="question" {
                    (numeral(number, first.version))
                    (reason(set, item))
                }
            }
        }
    }
}

fn reason(set: &Set<'_>, item: &Item) -> Markup {
    let course = set.course;
    html! {
        div {
            @if let Some(elsewhere) = elsewhere(set, item) { p class="elsewhere" { (elsewhere) } }
            div class="stem" { (rich(course, item.stem.as_str())) }
            @for (mark, text) in words(course, item) {
                p class="right" { @if !mark.is_empty() { span { (mark) ")" } " " } (html_line(course, &text)) }
            }
            (rich(course, item.explanation()))
            @for (lead, why) in others(item) {
                p class="wrong" { (lead) @if let Some(why) = why { ": " (html_line(course, &why)) } @else { "." } }
            }
            p class="source" { (sources(course, &item.cite, &item.lesson, item.section.as_ref()).join("; ")) }
        }
    }
}

/// Under which numbers the question stands in the other versions: "B 4 · C 7".
pub(super) fn elsewhere(set: &Set<'_>, item: &Item) -> Option<String> {
    let place = |sheet: &Sheet| {
        let at = sheet.items.iter().position(|i| i.question == item.question)?;
        Some(format!("{} {}", sheet.version, at + 1))
    };
    let places: Vec<String> = set.sheets.iter().skip(1).filter_map(place).collect();
    (!places.is_empty()).then(|| places.join(" · "))
}
