//! The report as one page of HTML.

use maud::{Markup, html};

use super::style::STYLE;
use super::svg;
use crate::pages::report::blocks;
use crate::pages::{BarRow, Bars, Block, Cell, Said, Table, TeamMark};
use crate::print::html::page;
use crate::study::report::Report;

/// A page that stands by itself: style and charts are in it; it runs no script and asks no network for anything.
#[must_use]
pub fn html(report: &Report) -> String {
    let blocks = blocks(report);
    let title = match blocks.first() {
        Some(Block::Title(title)) => title.clone(),
        _ => "Report".to_owned(),
    };
    let body = html! {
        main { @for part in parts(&blocks) { (set(part)) } }
        footer { "Made by ninetracks. The same report as data: CSV or JSON." }
    };
    // A number and its sign stay on one line.
    page("en", &title, STYLE, body).replace(" %", "\u{a0}%")
}

/// The blocks under each title, heading or question, which are kept together on paper.
fn parts(blocks: &[Block]) -> impl Iterator<Item = &[Block]> {
    let begins = |block: &Block| matches!(block, Block::Title(_) | Block::Heading(_) | Block::Item { .. });
    blocks.chunk_by(move |_, next| !begins(next))
}

fn set(part: &[Block]) -> Markup {
    let inner = html! { @for block in part { (one(block)) } };
    match part.first() {
        Some(Block::Title(_)) => html! { header { (inner) } },
        Some(Block::Item { .. }) => html! { article { (inner) } },
        _ => html! { section { (inner) } },
    }
}

fn one(block: &Block) -> Markup {
    match block {
        Block::Title(text) => html! { h1 { (text) } },
        Block::Heading(text) => html! { h2 { (text) } },
        Block::Item { number, words } => html! { h3 { span.no { (number) "." } span { (words) } } },
        Block::Text(text) => html! { p { (text) } },
        Block::Aside(text) => html! { p.aside { (text) } },
        Block::Caution(text) => html! { p.caution { (text) } },
        Block::Facts(facts) => html! { dl { @for (name, what) in facts { dt { (name) } dd { (what) } } } },
        Block::List(items) => html! { ul { @for item in items { li { (item) } } } },
        Block::Table(it) => table(it),
        Block::Charts(charts) => html! { div.charts { @for bars in charts { (chart(bars)) } } },
        Block::Columns { title, columns } => html! { figure { figcaption { (title) } (svg::columns(title, columns)) } },
        Block::Said(all) => html! { ul.said { @for said in all { li { (team(&said.team)) (words_of(said)) } } } },
    }
}

fn words_of(said: &Said) -> Markup {
    html! { ": " (said.said) @if said.points != "·" { " (" (said.points) ")" } }
}

fn team(team: &TeamMark) -> Markup {
    html! { span.team-name { (svg::shape(team)) " " b { (team.letter) } " " (team.name) } }
}

fn table(table: &Table) -> Markup {
    let is_number =
        |at: usize| table.rows.first().and_then(|row| row.get(at)).is_some_and(|cell| matches!(cell, Cell::Number(_)));
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

fn is_long(cell: &Cell) -> bool {
    matches!(cell, Cell::Words(text) if text.chars().count() > 30)
}

fn set_cell(cell: &Cell) -> Markup {
    match cell {
        Cell::Words(text) => html! { td.short[text.chars().count() < 10].long[is_long(cell)] { (text) } },
        Cell::Number(text) => html! { td.num { (text) } },
        Cell::Team(mark) => html! { td { (team(mark)) } },
    }
}

fn chart(bars: &Bars) -> Markup {
    let short = bars.rows.iter().all(|row| row.label.is_empty() && row.team.is_none());
    let wide = bars.rows.iter().flat_map(|row| &row.bars).any(|bar| bar.said.chars().count() > 5);
    html! {
        figure.short[short].wide[wide] {
            figcaption { (bars.title) }
            @for row in &bars.rows { (bar_row(bars, row)) }
        }
    }
}

fn bar_row(bars: &Bars, row: &BarRow) -> Markup {
    let name = row.team.as_ref().map_or_else(|| format!("{} {}", row.mark, row.label), TeamMark::words);
    html! {
        div.row {
            div.what {
                @if let Some(mark) = &row.team { (team(mark)) }
                @if !row.mark.is_empty() { span.mark { (row.mark) } }
                @if !row.label.is_empty() { span { (row.label) @if let Some(tag) = row.tag { " " span.tag { "✓ " (tag) } } } }
            }
            div { @for bar in &row.bars { div.bar { div { (svg::bar(bar, bars.scale, name.trim())) } span.n { (bar.said) } } } }
        }
    }
}
