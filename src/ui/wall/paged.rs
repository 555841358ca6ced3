//! A question on pages, where one has no room for all of it in big letters: first what is asked, then the options. What is
//! large on another page stands in small letters beside it, as far as there is room.

use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use super::Poster;
use super::big_text;
use super::canvas::CellGrid;
use super::flow::{flowed, paragraph};
use super::question::{self, Look, Size, tag, wrapped};

/// Columns between two options in a row of small letters.
const BETWEEN: usize = 3;

/// The pages in `width` cells and `room` rows; `None` when not everything can be written large on two of them or more.
#[must_use]
pub(super) fn sheets(poster: &Poster, look: Look<'_>, width: u16, room: u16) -> Option<Vec<CellGrid>> {
    let look = Look { size: Size::Paged, ..look };
    let numbered: Vec<(char, &str)> = poster.numbered().collect();
    let lettered: Vec<(char, &str)> = poster.lettered().collect();
    let aside = Look { at: None, struck: &[], ..look };
    let options = running(&lettered, look, width);
    let mut premises = CellGrid::new(width);
    premises.lines(0, &wrapped(&poster.stem, width, look.theme.strong));
    let small = running(&numbered, aside, width);
    premises.sheet(0, premises.height(), &small);

    let mut asked = stem(poster, look, width, room)?;
    asked.extend(blocks(&numbered, aside, width)?);
    let asked = match beside_its_options(poster, look, width, room) {
        Some(page) => vec![page],
        None => with_rest(&asked, &options, room, false)?,
    };
    let answers = with_rest(&blocks(&lettered, look, width)?, &premises, room, true)?;
    Some(asked.into_iter().chain(answers).collect()).filter(|pages: &Vec<CellGrid>| pages.len() > 1)
}

/// The stem large, with options as large as they can be beside it: in small letters.
fn beside_its_options(poster: &Poster, look: Look<'_>, width: u16, room: u16) -> Option<CellGrid> {
    let is_list = poster.premises.is_empty() && !poster.options.is_empty();
    let sheet = |size| question::sheet(poster, Look { size, ..look }, width).filter(|sheet| sheet.height() <= room);
    is_list.then(|| [Size::BigStem, Size::BigStemPairs].into_iter().find_map(sheet)).flatten()
}

/// The stem, in parts no taller than a page, and what its picture shows.
fn stem(poster: &Poster, look: Look<'_>, width: u16, room: u16) -> Option<Vec<CellGrid>> {
    let mut parts = paragraph(&poster.stem, (width, room), look.theme.strong)?;
    if let Some(picture) = &poster.picture {
        let mut told = CellGrid::new(width);
        told.lines(0, &wrapped(picture, width, look.theme.text));
        parts.push(told);
    }
    Some(parts)
}

/// Each text with its sign, in big letters.
fn blocks(items: &[(char, &str)], look: Look<'_>, width: u16) -> Option<Vec<CellGrid>> {
    let block = |(n, &item): (usize, &(char, &str))| {
        let one = look.only(n);
        one.items(vec![item], width, one.at)
    };
    items.iter().enumerate().map(block).collect()
}

/// Blocks on pages, and `rest` in small letters above them or below, where a page has room for it.
fn with_rest(blocks: &[CellGrid], rest: &CellGrid, room: u16, is_above: bool) -> Option<Vec<CellGrid>> {
    let pages = flowed(blocks, room)?;
    let need = rest.height() + 1;
    let beside = flowed(blocks, room.saturating_sub(need)).filter(|beside| beside.len() == pages.len());
    let joined = |page: CellGrid| {
        let (first, second) = if is_above { (rest, &page) } else { (&page, rest) };
        let mut sheet = first.clone();
        sheet.gap(1);
        sheet.sheet(0, sheet.height(), second);
        sheet
    };
    Some(beside.map_or(pages, |pages| pages.into_iter().map(joined).collect()))
}

/// Small texts with their signs, several in a row.
fn running(items: &[(char, &str)], look: Look<'_>, width: u16) -> CellGrid {
    let mut rows: Vec<Line<'static>> = Vec::new();
    for (n, &item) in items.iter().enumerate() {
        let mut lines = small(item, look.only(n), width);
        match (rows.last_mut(), lines.as_mut_slice()) {
            (Some(row), [line]) if row.width() + BETWEEN + line.width() <= usize::from(width) => {
                row.spans.push(Span::raw(" ".repeat(BETWEEN)));
                row.spans.append(&mut line.spans);
            }
            _ => rows.append(&mut lines),
        }
    }
    let mut sheet = CellGrid::new(width);
    sheet.lines(0, &rows);
    sheet
}

/// The lines of one of them, the later ones below the text.
fn small((sign, text): (char, &str), look: Look<'_>, width: u16) -> Vec<Line<'static>> {
    let style = match (look.at.is_some(), look.struck.is_empty()) {
        (_, false) => look.theme.dim.add_modifier(Modifier::CROSSED_OUT),
        (true, true) => look.theme.focus,
        (false, true) => look.theme.text,
    };
    let sign = tag(sign, look.theme);
    let indent = sign.width() + 1;
    let front =
        |n: usize| if n == 0 { vec![sign.clone(), Span::raw(" ")] } else { vec![Span::raw(" ".repeat(indent))] };
    let lines = wrapped(text, width.saturating_sub(big_text::cells(indent)), style);
    let set = |(n, line): (usize, Line<'static>)| {
        let mut spans = front(n);
        spans.push(Span::styled(line.to_string(), style));
        Line::from(spans)
    };
    lines.into_iter().enumerate().map(set).collect()
}
