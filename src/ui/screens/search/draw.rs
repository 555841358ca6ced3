//! The list of hits: what it is, its title, and below it the line that was found, with the found words marked.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{MOST, ROWS, Search, room};
use crate::course::search::Hit;
use crate::study::notes::SectionNotes;
use crate::ui::context::Context;
use crate::ui::doc::DocBuilder;
use crate::ui::frame::{Header, cut};

/// Cells before a title: the cursor and the kind.
const MARGIN: usize = 11;

/// Said before anything is typed.
const INVITATION: &str = "Type a word or more. Everything in the course is searched: the text of lessons, terms, cards, questions, \
     scenarios, cases, works and people. Accents do not matter, and a slip is forgiven.";
const NOTHING: &str = "Nothing in the course holds all of these words. Try fewer words, or a shorter beginning of one.";

impl Search {
    pub fn header(&self, context: &Context<'_>) -> Header {
        let found = match self.hits.total + self.noted.len() {
            _ if self.input.value().trim().is_empty() => String::new(),
            n if n > MOST => format!("the best {MOST} of {n}"),
            n => format!("{n} found"),
        };
        Header {
            place: vec![Span::styled("Search", context.theme.strong)],
            progress: vec![Span::styled(found, context.theme.dim)],
        }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let theme = context.theme;
        let line = Line::from(vec![Span::styled("/ ", theme.focus), Span::raw(self.input.value().to_owned())]);
        frame.buffer_mut().set_line(area.x, area.y, &line, area.width);
        let column = u16::try_from(self.input.visual_cursor() + 2).unwrap_or(0).min(area.width.saturating_sub(1));
        frame.set_cursor_position((area.x + column, area.y));
        for (line, y) in
            self.lines(context, usize::from(area.width), usize::from(area.height)).iter().zip(area.y + 2..area.bottom())
        {
            frame.buffer_mut().set_line(area.x, y, line, area.width);
        }
    }

    fn lines(&self, context: &Context<'_>, width: usize, height: usize) -> Vec<Line<'static>> {
        if self.rows() == 0 {
            let mut setter = DocBuilder::new(context.theme, width);
            let is_typed = !self.input.value().trim().is_empty();
            setter.plain(if is_typed { NOTHING } else { INVITATION }, context.theme.dim);
            return setter.finish().lines;
        }
        let room = room(height);
        let top = (self.cursor + 1).saturating_sub(room);
        let row = |at: usize| match self.noted.get(at) {
            Some(&note) => self.note(&self.notes[note], at == self.cursor, context, width),
            None => self.hit(self.hits.first[at - self.noted.len()], at == self.cursor, context, width),
        };
        (0..self.rows()).skip(top).take(room).flat_map(row).collect()
    }

    fn note(&self, it: &SectionNotes, here: bool, context: &Context<'_>, width: usize) -> [Line<'static>; ROWS] {
        let theme = context.theme;
        let (mark, style) = if here { ("▸", theme.focus) } else { (" ", theme.text) };
        let room = width.saturating_sub(MARGIN);
        let mut first = vec![Span::styled(format!("{mark} {:<9}", "note"), theme.dim)];
        first.push(Span::styled(excerpt(it.title(context.course), 0..0, room), style));
        let around = self.hits.marks(&it.note).next().unwrap_or(0..0);
        let mut second = vec![Span::raw(" ".repeat(MARGIN))];
        second.extend(self.marked(&excerpt(&it.note, around, room), theme.dim));
        [Line::from(first), Line::from(second)]
    }

    fn hit(&self, hit: Hit, here: bool, context: &Context<'_>, width: usize) -> [Line<'static>; ROWS] {
        let (theme, index) = (context.theme, context.course.search());
        let (entry, line) = (index.entry(hit), index.line(hit));
        let (mark, style) = if here { ("▸", theme.focus) } else { (" ", theme.text) };
        let place = entry.place(context.course);
        let room = width.saturating_sub(MARGIN);
        let beside = room.saturating_sub(place.width() + 2);
        let title = excerpt(&entry.title, 0..0, beside);
        let pad = " ".repeat(beside.saturating_sub(title.width()) + 2);
        let mut first = vec![Span::styled(format!("{mark} {:<9}", entry.kind.name()), theme.dim)];
        first.extend(self.marked(&title, style));
        first.extend([Span::raw(pad), Span::styled(place, theme.dim)]);
        // Where there is only a title, such as a question's stem, the line shows what of it the row above has no room for.
        let rest = if line == entry.title {
            entry.title.get(title.trim_end_matches('…').len()..).unwrap_or_default().trim_start()
        } else {
            line
        };
        let around = self.hits.marks(rest).next().unwrap_or(0..0);
        let mut second = vec![Span::raw(" ".repeat(MARGIN))];
        second.extend(self.marked(&excerpt(rest, around, room), theme.dim));
        [Line::from(first), Line::from(second)]
    }

    /// `text` with the words that were found underlined.
    fn marked(&self, text: &str, style: Style) -> Vec<Span<'static>> {
        let mut spans = Vec::new();
        let mut from = 0;
        for mark in self.hits.marks(text) {
            spans.push(Span::styled(text[from..mark.start].to_owned(), style));
            spans.push(Span::styled(
                text[mark.clone()].to_owned(),
                style.add_modifier(Modifier::UNDERLINED | Modifier::BOLD),
            ));
            from = mark.end;
        }
        spans.push(Span::styled(text[from..].to_owned(), style));
        spans
    }
}

/// As much of `text` as fits `width` cells, with what stands at `around` in sight.
fn excerpt(text: &str, around: Range<usize>, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    if text[..around.end].width() < width {
        let front = cut(text, width.saturating_sub(1));
        // A word stands whole, unless it is most of the line.
        let whole = match front.rfind(' ') {
            Some(blank) if blank > front.len() / 2 && !text[front.len()..].starts_with(' ') => &front[..blank],
            _ => &front[..],
        };
        return format!("{}…", whole.trim_end());
    }
    // Some words before it tell what it is about.
    let mut before = width / 3;
    let from = text[..around.start].char_indices().rev().find(|(_, c)| {
        before = before.saturating_sub(c.width().unwrap_or(0));
        before == 0
    });
    let from = from.map_or(0, |(at, _)| at);
    let from = text[from..around.start].find(' ').map_or(from, |blank| from + blank + 1);
    format!("…{}", excerpt(&text[from..], 0..0, width.saturating_sub(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_is_in_sight() {
        let text = "one two three four five six seven eight nine ten";
        assert_eq!(excerpt(text, 0..3, 20), "one two three four…");
        let at = text.find("seven").unwrap();
        let shown = excerpt(text, at..at + 5, 20);
        assert!(shown.contains("seven") && shown.starts_with('…') && shown.width() <= 20, "{shown}");
        assert_eq!(excerpt("short", 0..5, 20), "short");
    }
}
