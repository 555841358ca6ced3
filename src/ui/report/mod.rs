//! The report of a class on the screen: the same blocks as the page, as lines.

mod chart;
mod table;

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::theme::Theme;
use crate::pages::report::blocks;
use crate::pages::{Block, Said};
use crate::study::report::Report;

/// Under this width nothing is set.
const NARROWEST: usize = 40;
/// Cells for the number of a question.
const ITEM: usize = 4;
/// Answers as short as this stand side by side.
const SHORT: usize = 5;
/// Cells for the name of a fact.
const NAME: usize = 15;

/// The report in lines of at most `width` cells.
#[must_use]
pub fn lines(report: &Report, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let mut lines: Vec<Line<'static>> = Vec::new();
    let mut before: Option<Block> = None;
    let mut indent = 0;
    for block in blocks(report) {
        indent = match block {
            Block::Title(_) | Block::Heading(_) | Block::Item { .. } => 0,
            // What belongs to a question stands under its words, not under its number.
            _ if matches!(before, Some(Block::Item { .. })) => ITEM,
            _ => indent,
        };
        let set = Setter { theme, width: width.max(NARROWEST).saturating_sub(indent) }.set(&block);
        if !set.is_empty() {
            lines.extend(vec![Line::default(); gap(before.as_ref(), &block)]);
            lines.extend(set.into_iter().map(|line| indented(line, indent)));
            before = Some(block);
        }
    }
    lines
}

fn indented(mut line: Line<'static>, by: usize) -> Line<'static> {
    if by > 0 && line.width() > 0 {
        line.spans.insert(0, Span::raw(" ".repeat(by)));
    }
    line
}

/// Empty lines between two blocks: white space says what belongs together.
fn gap(before: Option<&Block>, next: &Block) -> usize {
    match (before, next) {
        (None, _) => 0,
        (_, Block::Heading(_)) => 2,
        (Some(Block::Item { .. }), _) => 0,
        _ => 1,
    }
}

/// How lines are set.
pub struct Setter<'a> {
    pub theme: &'a Theme,
    pub width: usize,
}

impl Setter<'_> {
    fn set(&self, block: &Block) -> Vec<Line<'static>> {
        let theme = self.theme;
        match block {
            Block::Title(text) => self.wrapped(text, "", theme.strong),
            Block::Heading(text) => self.wrapped(text, "", theme.focus),
            Block::Item { number, words } => self.wrapped(words, &format!("{number:>2}. "), theme.strong),
            Block::Text(text) => self.wrapped(text, "", theme.text),
            Block::Aside(text) => self.wrapped(text, "", theme.dim),
            Block::Caution(text) => self.wrapped(text, "! ", theme.partly),
            Block::Facts(facts) => facts.iter().flat_map(|(name, what)| self.fact(name, what)).collect(),
            Block::List(items) => items.iter().flat_map(|item| self.wrapped(item, "• ", theme.text)).collect(),
            Block::Table(it) if it.for_pages => Vec::new(),
            Block::Table(it) => table::set(it, self),
            Block::Charts(charts) => {
                let each: Vec<_> = charts.iter().map(|bars| chart::set(bars, self)).collect();
                each.join(&Line::default())
            }
            Block::Columns { title, columns } => chart::columns(title, columns, self),
            Block::Said(all) => self.said(all),
        }
    }

    /// `text` behind `marker`, its further lines indented by the marker's width.
    pub fn wrapped(&self, text: &str, marker: &str, style: Style) -> Vec<Line<'static>> {
        let indent = " ".repeat(marker.width());
        let options = textwrap::Options::new(self.width).initial_indent(marker).subsequent_indent(&indent);
        textwrap::wrap(text, options).into_iter().map(|line| Line::styled(line.into_owned(), style)).collect()
    }

    fn fact(&self, name: &str, what: &str) -> Vec<Line<'static>> {
        let room = self.width.saturating_sub(NAME).max(10);
        let names = [format!("{name:<NAME$}")].into_iter().chain(std::iter::repeat(" ".repeat(NAME)));
        let line = |(name, what): (String, std::borrow::Cow<'_, str>)| {
            Line::from(vec![Span::styled(name, self.theme.dim), Span::styled(what.into_owned(), self.theme.text)])
        };
        names.zip(textwrap::wrap(what, room)).map(line).collect()
    }

    /// Letters side by side, sentences one under another.
    fn said(&self, all: &[Said]) -> Vec<Line<'static>> {
        let points = |said: &Said| if said.points == "·" { String::new() } else { format!(" ({})", said.points) };
        let one = |said: &Said| format!("{}: {}{}", said.team.words(), said.said, points(said));
        let said: Vec<String> = all.iter().map(one).collect();
        if all.iter().all(|s| s.said.width() <= SHORT || !s.is_answer) {
            return self.wrapped(&said.join("  ·  "), "", self.theme.dim);
        }
        said.iter().flat_map(|said| self.wrapped(said, "", self.theme.dim)).collect()
    }
}

#[cfg(test)]
mod tests;
