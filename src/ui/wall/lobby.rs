//! Before the first question: what is played, by which rule, and who plays.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::big_text::{self, LETTER, cells};
use super::canvas::CellGrid;
use super::question::wrapped;
use super::team::{self, Cell};
use super::{Letters, Poster, Wall, layout, sign};
use crate::study::drill::{Mode, Team, words};
use crate::study::item::Item;
use crate::ui::frame::shortened;

/// Cells between two columns of teams.
const GAP: u16 = 2;
/// Rows of a team drawn large, and the empty one below it.
const ROWS: u16 = 5;
/// Columns of many teams, and the narrowest that holds a shape and a key.
const MANY: u16 = 4;
const NARROW: u16 = 18;
/// Columns for a key in big letters.
const KEY: u16 = 16;

/// Letters are read from so many times their height (a common rule for signs, as in DIN 1450).
const READ_FROM: u16 = 200;
/// Height of a capital in tenths of a row: in big letters, and as the terminal writes.
const BIG_TENTHS: u16 = 35;
const PLAIN_TENTHS: u16 = 6;
/// Most questions that are looked at to say how large they stand.
const MOST_LOOKED_AT: usize = 20;

impl Wall<'_> {
    pub(super) fn lobby(&self, width: u16, height: u16) -> CellGrid {
        let mut sheet = CellGrid::new(width);
        let (title, sentences) = words::introduction(self.course, self.setup);
        self.title(&mut sheet, &title, height);
        let teams = if self.has_teams() { cells(self.public.teams.len()) * ROWS } else { 0 };
        let fits = |words: &CellGrid| sheet.height() + words.height() + 1 + teams <= height;
        let large = [sentences.len(), 1].into_iter().find_map(|n| self.large_words(&sentences, n, width).filter(fits));
        match large {
            Some(words) => sheet.sheet(0, sheet.height(), &words),
            None => sentences.iter().for_each(|s| sheet.lines(0, &wrapped(s, width.min(100), self.theme.text))),
        }
        sheet.gap(1);
        if self.has_teams() {
            let free = height.saturating_sub(sheet.height());
            let top = sheet.height();
            let teams = if self.has_members() { self.members(width, free) } else { self.crowd(width, free) };
            sheet.sheet(0, top, &teams);
        }
        for line in [self.keys_heard(width), self.legibility(width, height)].into_iter().flatten() {
            // Below it all, where there is room.
            if sheet.height() < height {
                sheet.put(0, sheet.height() + u16::from(sheet.height() + 1 < height), &line);
            }
        }
        sheet
    }

    /// Whose key was pressed, to try it; `None` without buzzers.
    fn keys_heard(&self, width: u16) -> Option<Line<'static>> {
        let heard = &self.pointer.entered;
        self.has_keys().then(|| match heard.as_slice() {
            [] => Line::styled("Try your key now: who is heard is named here.", self.theme.text),
            heard => team::list("✓ heard:", heard, &self.public.teams, self.theme, usize::from(width)),
        })
    }

    /// How far off the questions can be read in this window, and how to make them larger; `None` where none are asked.
    fn legibility(&self, width: u16, height: u16) -> Option<Line<'static>> {
        let asked = &self.setup.questions()?.asked;
        let looked_at = &asked[..asked.len().min(MOST_LOOKED_AT)];
        let area = Rect::new(0, 0, width, height + 1);
        let letters = |item: &Item| {
            let poster = Poster::of(&item.posed(1, asked.len()), self.setup);
            layout(&poster, self, area).size.letters()
        };
        let large = looked_at.iter().filter(|item| letters(item) == Letters::AllBig).count();
        let part_large = looked_at.iter().filter(|item| letters(item) == Letters::BigStem).count();
        // The whole window has four rows more than what is drawn here, and one for the line below.
        let rows = height + 5;
        let times = |letter_tenths: u16| (READ_FROM * letter_tenths / 10 / rows).max(1);
        let (big, plain) = (times(BIG_TENTHS), times(PLAIN_TENTHS));
        let all = looked_at.len();
        let said = if large == all {
            format!("Big letters: legible {big} picture heights away. Ctrl + makes them larger.")
        } else if large + part_large == 0 {
            format!("Plain letters: legible {plain} picture heights away. Ctrl − makes big ones.")
        } else {
            format!("{large} of {all} all in big letters ({big} picture heights), else {plain}; Ctrl − makes more.")
        };
        Some(Line::styled(shortened(&said, usize::from(width)), self.theme.dim))
    }

    /// The first `n` sentences in big letters, the rest in small ones.
    fn large_words(&self, sentences: &[String], n: usize, width: u16) -> Option<CellGrid> {
        let mut sheet = CellGrid::new(width);
        for sentence in &sentences[..n.min(sentences.len())] {
            for line in big_text::wrapped(sentence, width)? {
                sheet.big(0, sheet.height(), &line, self.theme.text);
                sheet.gap(ROWS - LETTER);
            }
        }
        for sentence in &sentences[n.min(sentences.len())..] {
            sheet.lines(0, &wrapped(sentence, width, self.theme.text));
        }
        Some(sheet)
    }

    /// Whether teams play, or at least somebody looks for a name: hands are counted in the whole class.
    fn has_teams(&self) -> bool {
        self.has_members() || self.setup.questions().is_some_and(|q| q.mode != Mode::Argue)
    }

    /// A heading: big where there is room for it.
    pub(super) fn title(&self, sheet: &mut CellGrid, title: &str, height: u16) {
        match big_text::one_line(title, sheet.width()).filter(|_| height >= 22) {
            Some(title) => {
                sheet.big(0, sheet.height(), &title, self.theme.strong);
                sheet.gap(1);
            }
            None => sheet.line(0, &Line::styled(title.to_owned(), self.theme.strong)),
        }
    }

    fn has_keys(&self) -> bool {
        self.setup.questions().is_some_and(|q| q.mode == Mode::Buzzer)
    }

    /// The teams, as large as `height` rows allow.
    fn crowd(&self, width: u16, height: u16) -> CellGrid {
        let n = cells(self.public.teams.len());
        let half = width.saturating_sub(GAP) / 2;
        let keys = if self.has_keys() { KEY } else { 0 };
        let names = self
            .public
            .teams
            .iter()
            .map(|t| big_text::one_line(t.name.as_str(), width.saturating_sub(team::EMBLEM + keys)));
        let names: Option<Vec<String>> = names.collect();
        match names {
            Some(names) if n * ROWS <= height + 1 => self.largest(width, &names),
            _ if half >= team::EMBLEM + self.longest() && n.div_ceil(2) * ROWS <= height + 1 => self.large(half, 2),
            _ if n * ROWS <= height + 1 => self.large(width, 1),
            _ if width / MANY >= NARROW.max(self.longest() + 2) => Some(self.narrow(width / MANY))
                .filter(|s| s.height() <= height)
                .unwrap_or_else(|| self.small(width, height)),
            _ => self.small(width, height),
        }
    }

    /// Columns of the longest name.
    fn longest(&self) -> u16 {
        cells(self.public.teams.iter().map(|t| t.name.as_str().width()).max().unwrap_or(0))
    }

    /// Emblem, name and key in big letters, the keys below each other.
    fn largest(&self, width: u16, names: &[String]) -> CellGrid {
        let mut sheet = CellGrid::new(width);
        let key_at = team::EMBLEM + names.iter().map(|name| big_text::width(name)).max().unwrap_or(0) + 6;
        for (team, name) in self.public.teams.iter().zip(names) {
            sheet.gap(u16::from(sheet.height() > 0));
            let (y, style) = (sheet.height(), self.theme.team(team.colour));
            let x = team::emblem(&mut sheet, 0, y, team, style);
            sheet.big(x, y, name, style);
            if self.has_keys() {
                sheet.put(key_at, y + 1, &Line::styled("key", self.theme.dim));
                sheet.big(key_at + 5, y, &team.key.to_ascii_uppercase().to_string(), self.theme.strong);
            }
        }
        sheet
    }

    /// Emblems in columns of `width` cells, name and key beside them.
    fn large(&self, width: u16, columns: u16) -> CellGrid {
        let mut sheet = CellGrid::new(width * columns + GAP * (columns - 1));
        let rows = cells(self.public.teams.len()).div_ceil(columns);
        for (n, team) in (0_u16..).zip(&self.public.teams) {
            let (x, y) = (n / rows * (width + GAP), n % rows * ROWS);
            let style = self.theme.team(team.colour);
            let x = team::emblem(&mut sheet, x, y, team, style);
            sheet.put(x, y + u16::from(!self.has_keys()), &Line::styled(team.name.to_string(), style));
            if self.has_keys() {
                sheet.put(
                    x,
                    y + 2,
                    &Line::from(vec![Span::styled("key ", self.theme.dim), team::cap(team, self.theme)]),
                );
            }
        }
        sheet
    }

    /// Shapes in [`MANY`] columns of `width` cells, letter and key beside them, the name below.
    fn narrow(&self, width: u16) -> CellGrid {
        let mut sheet = CellGrid::new(width * MANY);
        for row in self.public.teams.chunks(usize::from(MANY)) {
            sheet.gap(u16::from(sheet.height() > 0));
            let y = sheet.height();
            for (n, team) in (0_u16..).zip(row) {
                sheet.sheet(n * width, y, &self.one_narrow(team, width - 2));
            }
        }
        sheet
    }

    fn one_narrow(&self, team: &Team, width: u16) -> CellGrid {
        let mut sheet = CellGrid::new(width);
        let style = self.theme.team(team.colour);
        let shape = sign::large(team.shape).map(|art| Line::styled(art, style));
        sheet.lines(0, &shape);
        sheet.put(sign::WIDE + 2, 1, &Line::styled(team.number.to_string(), style));
        if self.has_keys() {
            sheet.put(
                sign::WIDE + 2,
                2,
                &Line::from(vec![Span::styled("key ", self.theme.dim), team::cap(team, self.theme)]),
            );
        }
        sheet.lines(0, &wrapped(team.name.as_str(), width, style));
        sheet
    }

    fn small(&self, width: u16, height: u16) -> CellGrid {
        let mut sheet = CellGrid::new(width);
        let tail = |team: &Team| if self.has_keys() { format!(" {}", team::key(team)) } else { String::new() };
        let cell = |team| Cell { team, marked: false, tail: Span::styled(tail(team), self.theme.strong), dim: false };
        let cells: Vec<Cell<'_>> = self.public.teams.iter().map(cell).collect();
        let lines = team::grid(&cells, self.theme, usize::from(width), usize::MAX);
        let airy = lines.len() * 2 <= usize::from(height) + 1;
        for line in &lines {
            sheet.line(0, line);
            sheet.gap(u16::from(airy));
        }
        sheet
    }
}
