//! The report as one page of HTML.

use maud::{Markup, html};

use super::style::STYLE;
use super::svg;
use crate::pages::report::elements;
use crate::pages::{BarChart, BarRow, DataTable, Element, TeamMark, TeamReply, Value};
use crate::print::html::page;
use crate::study::report::Report;

/// A page that stands by itself: style and charts are in it; it runs no script and asks no network for anything.
#[must_use]
pub fn html(report: &Report) -> String {
    let elements = elements(report);
    let title = match elements.first() {
        Some(Element::Title(title)) => title.clone(),
        _ => "Report".to_owned(),
    };
    let body = html! {
        main { @for part in parts(&elements) { (set(part)) } }
        footer { "Made by ninetracks. The same report as data: CSV or JSON." }
    };
    // A number and its sign stay on one line.
    page("en", &title, STYLE, body).replace(" %", "\u{a0}%")
}

/// The elements under each title, heading or question, which are kept together on paper.
fn parts(elements: &[Element]) -> impl Iterator<Item = &[Element]> {
    let begins = |element: &Element| matches!(element, Element::Title(_) | Element::Heading(_) | Element::Item { .. });
    elements.chunk_by(move |_, next| !begins(next))
}

fn set(part: &[Element]) -> Markup {
    let inner = html! { @for element in part { (one(element)) } };
    match part.first() {
        Some(Element::Title(_)) => html! { header { (inner) } },
        Some(Element::Item { .. }) => html! { article { (inner) } },
        _ => html! { section { (inner) } },
    }
}

fn one(element: &Element) -> Markup {
    match element {
        Element::Title(text) => html! { h1 { (text) } },
        Element::Heading(text) => html! { h2 { (text) } },
        Element::Item { number, words } => html! { h3 { span.no { (number) "." } span { (words) } } },
        Element::Text(text) => html! { p { (text) } },
        Element::Aside(text) => html! { p.aside { (text) } },
        Element::Caution(text) => html! { p.caution { (text) } },
        Element::Facts(facts) => html! { dl { @for (name, what) in facts { dt { (name) } dd { (what) } } } },
        Element::List(items) => html! { ul { @for item in items { li { (item) } } } },
        Element::Table(it) => table(it),
        Element::Charts(charts) => html! { div.charts { @for bars in charts { (chart(bars)) } } },
        Element::Columns { title, columns } => {
            html! { figure { figcaption { (title) } (svg::columns(title, columns)) } }
        }
        Element::Replies(all) => html! { ul.said { @for said in all { li { (team(&said.team)) (words_of(said)) } } } },
    }
}

fn words_of(said: &TeamReply) -> Markup {
    html! { ": " (said.words()) @if let Some(points) = &said.points { " (" (points) ")" } }
}

fn team(team: &TeamMark) -> Markup {
    html! { span.team-name { (svg::shape(team)) " " b { (team.letter) } " " (team.name) } }
}

fn table(table: &DataTable) -> Markup {
    let is_number =
        |at: usize| table.rows.first().and_then(|row| row.get(at)).is_some_and(|cell| matches!(cell, Value::Number(_)));
    html! {
        div.scroll tabindex="0" role="region" aria-label=(table.title) {
            table.close[table.head.len() > 8].prose[table.rows.iter().any(|row| row.last().is_some_and(is_long))] {
                caption { (table.title) }
                thead { tr { @for (at, head) in table.head.iter().enumerate() { th.num[is_number(at)] scope="col" { (head) } } } }
                tbody { @for row in &table.rows { tr { @for cell in row { (set_cell(cell)) } } } }
            }
        }
    }
}

fn is_long(cell: &Value) -> bool {
    matches!(cell, Value::Words(text) if text.chars().count() > 30)
}

fn set_cell(cell: &Value) -> Markup {
    match cell {
        Value::Words(text) => html! { td.short[text.chars().count() < 10].long[is_long(cell)] { (text) } },
        Value::Number(text) => html! { td.num { (text) } },
        Value::Team(mark) => html! { td { (team(mark)) } },
    }
}

fn chart(bars: &BarChart) -> Markup {
    let short = bars.rows.iter().all(|row| row.label.is_empty() && row.team.is_none());
    let wide = bars.rows.iter().flat_map(|row| &row.bars).any(|bar| bar.said.chars().count() > 5);
    html! {
        figure.short[short].wide[wide] {
            figcaption { (bars.drawn_title()) }
            @for row in &bars.rows { (bar_row(bars, row)) }
        }
    }
}

fn bar_row(bars: &BarChart, row: &BarRow) -> Markup {
    let name = row.team.as_ref().map_or_else(|| format!("{} {}", row.mark, row.label), TeamMark::words);
    html! {
        div.row {
            div.what {
                @if let Some(mark) = &row.team { (team(mark)) }
                @if !row.mark.is_empty() { span.mark { (row.mark) } }
                @if !row.label.is_empty() { span { (row.label) @if let Some(tag) = &row.tag { " " span.tag { "✓ " (tag) } } } }
            }
            div { @for bar in &row.bars { div.bar { div { (svg::bar(bar, bars.scale, name.trim())) } span.n { (bar.said) } } } }
        }
    }
}
