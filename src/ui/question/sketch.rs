//! A question as it is drawn, before and after the answer: stem, rows, the line in which is typed.

use crate::course::Course;
use crate::study::item::Item;
use crate::ui::doc::{Doc, DocBuilder};
use crate::ui::theme::Theme;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// What drawing a question needs to know.
#[derive(Clone, Copy)]
pub struct View<'a> {
    pub course: &'a Course,
    pub theme: &'a Theme,
    pub width: usize,
}

/// A drawn question.
pub struct Drawn {
    pub doc: Doc,
    /// The lines that must be in sight.
    pub focus: std::ops::Range<usize>,
    /// Line and column of the text cursor, while typing.
    pub caret: Option<(usize, usize)>,
}

/// A drawing under way.
pub(super) struct Sketch<'a> {
    pub view: View<'a>,
    pub setter: DocBuilder<'a>,
    pub focus: std::ops::Range<usize>,
    pub caret: Option<(usize, usize)>,
}

impl<'a> Sketch<'a> {
    /// Stem, and how to answer.
    pub(super) fn new(view: View<'a>, item: &Item) -> Self {
        let mut setter = DocBuilder::new(view.theme, view.width);
        setter.markdown_in(item.stem.as_str(), view.theme.strong, "");
        if let Some(picture) = &item.picture {
            setter.gap();
            setter.picture(picture);
        }
        if let Some(how) = item.posed(1, 1).on_screen() {
            setter.gap();
            setter.lines([Line::styled(how, view.theme.dim)]);
        }
        setter.gap();
        Self { view, setter, focus: 0..0, caret: None }
    }

    pub(super) fn finish(self) -> Drawn {
        Drawn { doc: self.setter.finish(), focus: self.focus, caret: self.caret }
    }

    /// A row: the `mark` in front says that the cursor is on it.
    pub(super) fn option(&mut self, name: &str, text: &str, mark: Option<char>, sign: &str) {
        let theme = self.view.theme;
        let style = if mark.is_some() { theme.focus } else { theme.text };
        let marker = format!("{} {sign}{name}  ", mark.unwrap_or(' '));
        let from = self.setter.height();
        self.setter.item((&marker, style), text, style);
        if mark.is_some() {
            self.focus = from..self.setter.height();
        }
    }

    /// A line to type in, with its `label` above where it has one; `cursor` is the column in the words, `None` where
    /// another line is typed into.
    pub(super) fn typing(&mut self, label: Option<&str>, value: &str, cursor: Option<usize>) {
        let theme = self.view.theme;
        let from = self.setter.height();
        if let Some(label) = label {
            self.setter.item(("  ", theme.dim), label, theme.dim);
        }
        let line = self.setter.height();
        let (mark, style) = if cursor.is_some() { ("▸ ", theme.focus) } else { ("  ", theme.text) };
        self.setter.lines([Line::from(vec![Span::styled(mark, style), Span::styled(value.to_owned(), style)])]);
        self.setter
            .lines([Line::styled(format!("  {}", "─".repeat(self.view.width.saturating_sub(2).min(40))), theme.dim)]);
        if let Some(cursor) = cursor {
            self.focus = from..line + 2;
            self.caret = Some((line, cursor + 2));
        }
    }

    pub(super) fn side_by_side(&mut self, left: Doc, right: Doc, half: usize) {
        let rows = left.lines.len().max(right.lines.len());
        let (mut left, mut right) = (left.lines.into_iter(), right.lines.into_iter());
        for _ in 0..rows {
            let mut line = left.next().unwrap_or_default();
            let pad = (half + 3).saturating_sub(line.width());
            line.spans.push(Span::styled(" ".repeat(pad), Style::new()));
            line.spans.extend(right.next().unwrap_or_default().spans);
            self.setter.lines([line]);
        }
    }
}
