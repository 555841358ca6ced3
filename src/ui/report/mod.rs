//! The report of a class on the screen: the same elements as the page, as lines.

mod chart;
mod table;

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::theme::Theme;
use crate::pages::report::elements;
use crate::pages::{Element, TeamReply};
use crate::study::report::Report;

/// Under this width nothing is set.
const NARROWEST: usize = 40;
/// Cells of a line of words at most; tables and charts take what there is.
const READABLE: usize = 100;
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
    let mut before: Option<Element> = None;
    let mut indent = 0;
    for element in elements(report) {
        indent = match element {
            Element::Title(_) | Element::Heading(_) | Element::Item { .. } => 0,
            // What belongs to a question stands under its words, not under its number.
            _ if matches!(before, Some(Element::Item { .. })) => ITEM,
            _ => indent,
        };
        let set = element_on_screen(&element, theme, width.max(NARROWEST).saturating_sub(indent));
        if !set.is_empty() {
            lines.extend(vec![Line::default(); gap(before.as_ref(), &element)]);
            lines.extend(set.into_iter().map(|line| indented(line, indent)));
            before = Some(element);
        }
    }
    lines
}

/// One element of it.
pub(crate) fn element_on_screen(element: &Element, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    ReportSetter { theme, width }.set(element)
}

fn indented(mut line: Line<'static>, by: usize) -> Line<'static> {
    if by > 0 && line.width() > 0 {
        line.spans.insert(0, Span::raw(" ".repeat(by)));
    }
    line
}

/// Empty lines between two elements: white space says what belongs together.
fn gap(before: Option<&Element>, next: &Element) -> usize {
    match (before, next) {
        (None, _) => 0,
        (_, Element::Heading(_)) => 2,
        (Some(Element::Item { .. }), _) => 0,
        _ => 1,
    }
}

/// How lines are set.
pub struct ReportSetter<'a> {
    pub theme: &'a Theme,
    pub width: usize,
}

impl ReportSetter<'_> {
    fn set(&self, element: &Element) -> Vec<Line<'static>> {
        let theme = self.theme;
        match element {
            Element::Title(text) => self.wrapped(text, "", theme.strong),
            Element::Heading(text) => self.wrapped(text, "", theme.focus),
            Element::Item { number, words } => self.wrapped(words, &format!("{number:>2}. "), theme.strong),
            Element::Text(text) => self.wrapped(text, "", theme.text),
            Element::Aside(text) => self.wrapped(text, "", theme.dim),
            Element::Caution(text) => self.wrapped(text, "! ", theme.partly),
            Element::Facts(facts) => facts.iter().flat_map(|(name, what)| self.fact(name, what)).collect(),
            Element::List(items) => items.iter().flat_map(|item| self.wrapped(item, "• ", theme.text)).collect(),
            Element::Table(it) if it.for_pages => Vec::new(),
            Element::Table(it) => table::set(it, self),
            Element::Charts(charts) => {
                let each: Vec<_> = charts.iter().map(|bars| chart::set(bars, self)).collect();
                each.join(&Line::default())
            }
            Element::Columns { title, columns } => chart::columns(title, columns, self),
            Element::Replies(all) => self.said(all),
        }
    }

    /// `text` behind `marker`, its further lines indented by the marker's width.
    pub fn wrapped(&self, text: &str, marker: &str, style: Style) -> Vec<Line<'static>> {
        let indent = " ".repeat(marker.width());
        let options =
            textwrap::Options::new(self.width.min(READABLE)).initial_indent(marker).subsequent_indent(&indent);
        textwrap::wrap(text, options).into_iter().map(|line| Line::styled(line.into_owned(), style)).collect()
    }

    fn fact(&self, name: &str, what: &str) -> Vec<Line<'static>> {
        let room = self.width.min(READABLE).saturating_sub(NAME).max(10);
        let names = [format!("{name:<NAME$}")].into_iter().chain(std::iter::repeat(" ".repeat(NAME)));
        let line = |(name, what): (String, std::borrow::Cow<'_, str>)| {
            Line::from(vec![Span::styled(name, self.theme.dim), Span::styled(what.into_owned(), self.theme.text)])
        };
        names.zip(textwrap::wrap(what, room)).map(line).collect()
    }

    /// Letters side by side, sentences one under another.
    fn said(&self, all: &[TeamReply]) -> Vec<Line<'static>> {
        let points = |said: &TeamReply| said.points.as_ref().map_or_else(String::new, |points| format!(" ({points})"));
        let one = |said: &TeamReply| format!("{}: {}{}", said.team.words(), said.words(), points(said));
        let said: Vec<String> = all.iter().map(one).collect();
        if all.iter().all(|s| s.answer.as_ref().is_none_or(|answer| answer.width() <= SHORT)) {
            return self.wrapped(&said.join("  ·  "), "", self.theme.dim);
        }
        said.iter().flat_map(|said| self.wrapped(said, "", self.theme.dim)).collect()
    }
}

#[cfg(test)]
mod tests;
