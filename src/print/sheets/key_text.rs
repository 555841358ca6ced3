//! The key as Markdown.

use super::answer::{others, rules, words};
use super::key_page::{cell, elsewhere, opening};
use super::{Set, numbered};
use crate::course::wording::sources;
use crate::print::rich::{escaped, markdown, markdown_line};
use crate::study::item::Item;

pub(super) fn text(set: &Set<'_>) -> String {
    let first = set.sheets.first();
    let rules = rules(first.into_iter().flat_map(|s| &s.items));
    let opening = opening(&rules);
    let rules: String = rules.iter().map(|(kind, rule)| format!("- *{kind}*: {rule}\n")).collect();
    let reasons: String =
        first.into_iter().flat_map(numbered).map(|(number, item)| reason(set, number, item)).collect();
    format!(
        "# Key: {title}\n\n{about} · {size} · seed {seed}\n\n{grid}\n## How points are given\n\n{opening}\n\n{rules}\n\
         ## Answers and reasons, in the order of version A\n\n{reasons}## Typing results in\n\n    {enter}\n\n{attribution}\n",
        title = escaped(&set.title()),
        about = escaped(&set.about()),
        size = set.size(),
        seed = set.spec.seed,
        grid = grid(set),
        enter = set.enter,
        attribution = escaped(&set.course.attribution().words()),
    )
}

fn grid(set: &Set<'_>) -> String {
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let line =
        |first: String, others: &mut dyn Iterator<Item = String>| row(std::iter::once(first).chain(others).collect());
    let head = line("No.".to_owned(), &mut set.sheets.iter().map(|s| s.version.to_string()));
    let rule = line("--:".to_owned(), &mut set.sheets.iter().map(|_| "---".to_owned()));
    let questions = set.sheets.first().map_or(0, |s| s.items.len());
    let rows =
        (0..questions).map(|at| line((at + 1).to_string(), &mut set.sheets.iter().map(|s| escaped(&cell(s, at)))));
    format!("{head}{rule}{}", rows.collect::<String>())
}

fn reason(set: &Set<'_>, number: usize, item: &Item) -> String {
    let course = set.course;
    let elsewhere = elsewhere(set, item).map_or_else(String::new, |places| format!(" · {places}"));
    let mark = |mark: &str| if mark.is_empty() { String::new() } else { format!("{mark}) ") };
    let right = words(course, item)
        .into_iter()
        .map(|(m, text)| format!("- **{}{}**\n", mark(&m), markdown_line(course, &text)));
    let others = others(item).into_iter().map(|(lead, why)| {
        let why = why.map_or_else(|| ".".to_owned(), |why| format!(": {}", markdown_line(course, &why)));
        format!("- {}{why}\n", escaped(&lead))
    });
    let sources = sources(course, &item.cite, &item.lesson, item.section.as_ref());
    let parts = [
        format!("### A {number}{elsewhere}"),
        markdown(course, item.stem.as_str()),
        right.collect(),
        markdown(course, item.explanation()),
        others.collect(),
        if sources.is_empty() { String::new() } else { format!("({})", escaped(&sources.join("; "))) },
    ];
    parts.iter().filter(|part| !part.is_empty()).map(|part| format!("{}\n\n", part.trim_end())).collect()
}
