//! The browser drawn: the list above, the chosen card below.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::CardBrowser;
use crate::course::wording::count;
use crate::study::card_list::{CardLine, confusable};
use crate::study::memory::CardState;
use crate::study::queue::Hold;
use crate::study::score::{Score, percent};
use crate::study::session::card_words;
use crate::ui::context::Context;
use crate::ui::doc::DocBuilder;
use crate::ui::frame::{Header, shortened};
use crate::ui::scroll::Scroll;
use crate::ui::theme::Theme;
use crate::ui::window;

/// Cells at the right of a row: how the card stands.
const STANDING: usize = 14;
/// Cells at its left: the mark and the number of the lesson.
const BEFORE: usize = 6;
/// Rows for the card that is chosen, at least and at most.
const CARD: (usize, usize) = (6, 16);

impl CardBrowser {
    /// Rows of the cards in a body of `height`, below what heads them and above the card that is chosen.
    pub(super) fn list_height(&self, height: usize) -> usize {
        let card = (height * 2 / 5).clamp(CARD.0, CARD.1);
        height.saturating_sub(card + 1 + self.heads()).max(1)
    }

    /// Rows above the cards: what is typed, and the names of the columns.
    fn heads(&self) -> usize {
        1 + usize::from(self.has_words())
    }

    fn has_words(&self) -> bool {
        self.is_typing || !self.words.value().is_empty()
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let theme = context.theme;
        let place = vec![
            Span::styled("Browse", theme.strong),
            Span::styled(format!(" · {} · {}", self.filter.name(), self.order.name()), theme.text),
        ];
        let at = (self.cursor + 1).min(self.shown.len());
        Header { place, progress: vec![Span::styled(format!("{at} of {}", self.shown.len()), theme.dim)] }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let theme = context.theme;
        let rows = self.heads() + self.list_height(usize::from(area.height));
        let rows = u16::try_from(rows).unwrap_or(1);
        let list = Rect { height: rows.min(area.height), ..area };
        self.draw_list(frame, list, context);
        let below = area.y + list.height;
        if below >= area.bottom() {
            return;
        }
        frame.buffer_mut().set_string(area.x, below, "─".repeat(usize::from(area.width)), theme.dim);
        let card = Rect { y: below + 1, height: (area.bottom() - below).saturating_sub(1), ..area };
        let lines = self.chosen().map_or_else(Vec::new, |chosen| self.card(chosen, context));
        window::draw(frame, card, &lines, Scroll::default());
        window::draw_more(frame, card, lines.len(), Scroll::default(), theme);
    }

    fn draw_list(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let theme = context.theme;
        if self.has_words() {
            self.draw_words(frame, area, theme);
        }
        let heads = u16::try_from(self.heads()).unwrap_or(area.height).min(area.height);
        let rows = Rect { y: area.y + heads, height: area.height - heads, ..area };
        let width = usize::from(rows.width);
        let names = if self.shown.is_empty() { "  no such card".to_owned() } else { column_names(width) };
        frame.buffer_mut().set_stringn(rows.x, rows.y.saturating_sub(1), names, width, theme.dim);
        let row = |(n, &at): (usize, &usize)| row(&self.cards[at], n == self.cursor, width, context);
        let height = usize::from(rows.height);
        let mut scroll = Scroll::at(self.cursor.saturating_sub(height / 2));
        scroll.top = scroll.drawn(self.shown.len(), height);
        let seen = self.shown.iter().enumerate().skip(scroll.top).take(height);
        for (line, y) in seen.map(row).zip(rows.top()..rows.bottom()) {
            frame.buffer_mut().set_line(rows.x, y, &line, rows.width);
        }
        window::draw_more(frame, rows, self.shown.len(), scroll, theme);
    }

    fn draw_words(&self, frame: &mut Frame<'_>, area: Rect, theme: &Theme) {
        let words = self.words.value().to_owned();
        let line = Line::from(vec![Span::styled("/ ", theme.focus), Span::styled(words, theme.text)]);
        frame.buffer_mut().set_line(area.x, area.y, &line, area.width);
        if self.is_typing {
            let column = u16::try_from(self.words.visual_cursor() + 2).unwrap_or(0).min(area.width.saturating_sub(1));
            frame.set_cursor_position((area.x + column, area.y));
        }
    }

    /// The chosen card, how it stands and, of a leech, what it may be confused with.
    fn card(&self, chosen: &CardLine, context: &Context<'_>) -> Vec<Line<'static>> {
        let theme = context.theme;
        let mut setter = DocBuilder::new(theme, context.width());
        setter.plain(&chosen.front, theme.strong);
        setter.gap();
        setter.plain(&chosen.back, theme.text);
        setter.gap();
        setter.plain(&standing(chosen, context), theme.dim);
        setter.plain(&chosen.key.to_string(), theme.dim);
        for flag in self.flags.iter().filter(|flag| flag.item == chosen.key.card) {
            let note = if flag.note.is_empty() { String::new() } else { format!(": {}", flag.note) };
            setter.plain(&format!("Flagged for the author{note}"), theme.partly);
        }
        if self.is_reset_asked {
            setter.plain("Press x again to make it new. Its reviews stay in the statistics.", theme.wrong);
        }
        if chosen.is_leech() {
            setter.gap();
            setter.plain("A leech: it costs more than it gives. It may be confused with:", theme.partly);
            for other in confusable(context.course, &chosen.key.card) {
                setter.item(("  • ", theme.accent), &card_words(&other.face), theme.text);
            }
        }
        setter.finish().lines
    }
}

fn room(width: usize) -> usize {
    width.saturating_sub(BEFORE + STANDING + 1)
}

fn column_names(width: usize) -> String {
    format!("{:<BEFORE$}{:<room$} {:>STANDING$}", "", "card", "due", room = room(width))
}

fn row(card: &CardLine, here: bool, width: usize, context: &Context<'_>) -> Line<'static> {
    let theme = context.theme;
    let (mark, style) = if here { ("▸", theme.focus) } else { (" ", theme.text) };
    let number = format!("{:>2}", card.lesson + 1);
    let room = room(width);
    let front = shortened(&card.front, room);
    let pad = " ".repeat(room.saturating_sub(front.width()));
    let is_due = card.state.is_due(context.clock);
    let due = match card.due_date(context.clock) {
        _ if is_due => "now".to_owned(),
        Some(date) => date.to_string(),
        None => card.state_name().to_owned(),
    };
    let (standing, shade) = match card.hold {
        Some(Hold::Suspended) => ("suspended".to_owned(), theme.partly),
        Some(Hold::Buried { .. }) => ("buried".to_owned(), theme.partly),
        None if card.is_leech() => (format!("leech {due}"), theme.wrong),
        None => (due, if is_due { theme.accent } else { theme.dim }),
    };
    Line::from(vec![
        Span::styled(format!("{mark} "), style),
        Span::styled(format!("{number}  "), theme.dim),
        Span::styled(front, style),
        Span::styled(format!("{pad} {:>STANDING$}", shortened(&standing, STANDING)), shade),
    ])
}

/// "lesson 3: Track Two · due 2026-11-29 · chance of recall 87 % · forgotten 3 times".
fn standing(card: &CardLine, context: &Context<'_>) -> String {
    let title = context.course.outlines().get(card.lesson).map_or("", |outline| outline.title.as_str());
    let mut said = vec![format!("lesson {}: {title}", card.lesson + 1)];
    said.extend((!matches!(card.state, CardState::Review { .. })).then(|| card.state_name().to_owned()));
    said.extend(card.due_date(context.clock).map(|date| format!("due {date}")));
    said.extend(card.recall.map(|chance| format!("chance of recall {} %", percent(Score { points: chance, of: 1.0 }))));
    let lapses = card.state.lapses();
    said.extend((lapses > 0).then(|| format!("forgotten {}", count(usize::from(lapses), "time"))));
    said.extend(card.hold.map(|hold| match hold {
        Hold::Suspended => "suspended".to_owned(),
        Hold::Buried { until } => format!("buried until {}", until.date()),
    }));
    said.join(" · ")
}
