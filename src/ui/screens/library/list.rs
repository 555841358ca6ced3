//! The list of a shelf: it can be narrowed by letters, and one entry is chosen.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use tui_input::Input as TextInput;
use unicode_width::UnicodeWidthStr;

use crate::course::model::Id;
use crate::ui::frame::shortened;
use crate::ui::screens::search::fold;
use crate::ui::scroll::Scroll;
use crate::ui::theme::Theme;
use crate::ui::window;

/// What has the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Focus {
    List,
    Filter,
    Entry,
}

/// A list of this width has room for what is said aside.
const WIDE: usize = 40;

/// Entries, those that are shown, and the chosen one among them.
pub(super) struct List {
    entries: Vec<NamedEntry>,
    shown: Vec<usize>,
    cursor: usize,
    pub filter: TextInput,
}

/// A name to choose.
pub(super) struct NamedEntry {
    pub id: Id,
    pub name: String,
    /// Before the name: the number of a case, or nothing.
    pub label: String,
    /// At the right of a wide list.
    aside: String,
    /// What the letters are looked for in.
    folded: String,
}

impl NamedEntry {
    pub(super) fn new(id: &Id, name: String, label: String, also: &str) -> Self {
        let folded = fold(&format!("{name} {also}"));
        Self { id: id.clone(), name, label, aside: String::new(), folded }
    }

    /// The same with what is said at the right of a wide list.
    pub(super) fn aside(self, aside: String) -> Self {
        Self { aside, ..self }
    }
}

impl List {
    pub(super) fn new(entries: Vec<NamedEntry>) -> Self {
        Self { shown: (0..entries.len()).collect(), entries, cursor: 0, filter: TextInput::default() }
    }

    /// The same in the order of the names.
    pub(super) fn by_name(mut entries: Vec<NamedEntry>) -> Self {
        entries.sort_by_cached_key(|e| fold(&e.name));
        Self::new(entries)
    }

    /// How many are shown.
    pub(super) fn len(&self) -> usize {
        self.shown.len()
    }

    /// Cells of the widest row with all that it says.
    pub(super) fn wide(&self) -> u16 {
        let aside = |e: &NamedEntry| if e.aside.is_empty() { 0 } else { e.aside.width() + 2 };
        let row = |e: &NamedEntry| 3 + e.label.width() + e.name.width() + aside(e);
        u16::try_from(self.entries.iter().map(row).max().unwrap_or(0)).unwrap_or(u16::MAX)
    }

    /// Which of those shown is chosen, from 0.
    pub(super) fn cursor(&self) -> usize {
        self.cursor
    }

    pub(super) fn is_narrowed(&self) -> bool {
        !self.filter.value().is_empty()
    }

    /// The place of the chosen entry among all.
    pub(super) fn chosen(&self) -> Option<usize> {
        self.shown.get(self.cursor).copied()
    }

    pub(super) fn chosen_id(&self) -> Option<&Id> {
        self.chosen().map(|i| &self.entries[i].id)
    }

    /// The ids of all, shown or not.
    pub(super) fn ids(&self) -> Vec<Id> {
        self.entries.iter().map(|e| e.id.clone()).collect()
    }

    /// Chooses `id`, if it is shown.
    pub(super) fn choose(&mut self, id: &Id) -> bool {
        let at = self.shown.iter().position(|&i| &self.entries[i].id == id);
        self.cursor = at.unwrap_or(self.cursor);
        at.is_some()
    }

    pub(super) fn move_by(&mut self, by: isize) {
        self.move_to(self.cursor.saturating_add_signed(by));
    }

    pub(super) fn move_to(&mut self, row: usize) {
        self.cursor = row.min(self.shown.len().saturating_sub(1));
    }

    /// Shows the entries that have every word of the filter; the chosen one stays chosen while it is shown.
    pub(super) fn look(&mut self) {
        let before = self.chosen();
        let typed = fold(self.filter.value());
        let words: Vec<&str> = typed.split_whitespace().collect();
        self.shown =
            (0..self.entries.len()).filter(|&i| words.iter().all(|w| self.entries[i].folded.contains(w))).collect();
        self.cursor = self.shown.iter().position(|i| Some(*i) == before).unwrap_or(0);
    }

    /// Takes the entries of `now`; filter and choice stay as far as they can.
    pub(super) fn restock(&mut self, now: Self) {
        let before = self.chosen_id().cloned();
        self.entries = now.entries;
        (self.shown, self.cursor) = (Vec::new(), 0);
        self.look();
        let is_it = |at: &usize| Some(&self.entries[*at].id) == before.as_ref();
        self.cursor = self.shown.iter().position(is_it).unwrap_or(0);
    }

    /// Shows all again.
    pub(super) fn widen(&mut self) {
        self.filter.reset();
        self.look();
    }

    /// Draws the filter, where there is one, and the entries around the chosen one.
    pub(super) fn draw(&self, frame: &mut Frame<'_>, area: Rect, theme: &Theme, focus: Focus) {
        let (focused, typing) = (focus != Focus::Entry, focus == Focus::Filter);
        let mut rows = area;
        if typing || self.is_narrowed() {
            self.draw_filter(frame, area, theme, typing);
            rows = Rect { y: area.y + 1.min(area.height), height: area.height.saturating_sub(1), ..area };
        }
        let width = usize::from(rows.width);
        let lines: Vec<Line<'static>> = (0..self.shown.len()).map(|n| self.line(n, width, theme, focused)).collect();
        if lines.is_empty() {
            frame.buffer_mut().set_stringn(rows.x, rows.y, "  nothing found", width, theme.dim);
        }
        let height = usize::from(rows.height);
        let mut scroll = Scroll::at(self.cursor.saturating_sub(height / 2));
        scroll.top = scroll.drawn(lines.len(), height);
        window::draw(frame, rows, &lines, scroll);
        window::draw_more(frame, rows, lines.len(), scroll, theme);
    }

    fn draw_filter(&self, frame: &mut Frame<'_>, area: Rect, theme: &Theme, typing: bool) {
        let line =
            Line::from(vec![Span::styled("/ ", theme.focus), Span::styled(self.filter.value().to_owned(), theme.text)]);
        frame.buffer_mut().set_line(area.x, area.y, &line, area.width);
        if typing {
            let column = u16::try_from(self.filter.visual_cursor() + 2).unwrap_or(0).min(area.width.saturating_sub(1));
            frame.set_cursor_position((area.x + column, area.y));
        }
    }

    fn line(&self, n: usize, width: usize, theme: &Theme, focused: bool) -> Line<'static> {
        let entry = &self.entries[self.shown[n]];
        let (mark, style) = match (n == self.cursor, focused) {
            (true, true) => ("▸ ", theme.focus),
            (true, false) => ("▸ ", theme.strong),
            (false, _) => ("  ", theme.text),
        };
        // The last cell keeps a name apart from the arrow that says there is more.
        let room = width.saturating_sub(mark.width() + entry.label.width() + 1);
        let name = shortened(&entry.name, room);
        let left = room.saturating_sub(name.width() + 2);
        let aside = if width >= WIDE && entry.aside.width() <= left { entry.aside.as_str() } else { "" };
        Line::from(vec![
            Span::styled(mark, style),
            Span::styled(entry.label.clone(), theme.dim),
            Span::styled(name, style),
            Span::styled(format!("  {aside:>left$}"), theme.dim),
        ])
    }
}
