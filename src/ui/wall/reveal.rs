//! After the question: what is right and why, who said what, and what it earned.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::big_text::{self, LETTER};
use super::canvas::CellGrid;
use super::question::wrapped;
use super::{Wall, sign, team};
use crate::course::markdown::plain;
use crate::study::drill::Solution;
use crate::study::drill::words::Poster;
use crate::study::item::{Headline, Key, OptionRow, Revealed, Rows};
use crate::ui::doc::DocBuilder;
use crate::ui::frame::shortened;

/// Columns of text at most.
const COLUMN: u16 = 100;
/// Fewest columns for a reason in big letters.
const BIG_REASON: u16 = 110;
/// From here on there is room for two columns.
const TWO: u16 = 150;
const GUTTER: u16 = 8;

/// A revealed question being drawn.
pub(super) struct Reveal<'a> {
    pub(super) wall: &'a Wall<'a>,
    pub(super) solution: &'a Solution,
    pub(super) revealed: Revealed,
    poster: Poster,
}

impl Wall<'_> {
    /// The largest and airiest way that fits `height` rows; else one that is scrolled.
    pub(super) fn reveal(&self, solution: &Solution, width: u16, height: u16) -> CellGrid {
        let revealed = solution.revealed(self.course);
        let reveal = Reveal { wall: self, solution, revealed, poster: Poster::of(&solution.posed, self.setup) };
        let fits = |sheet: &CellGrid| sheet.height() <= height;
        if width >= BIG_REASON {
            let ways = [
                (LETTER + 1, true, true),
                (LETTER, true, true),
                (LETTER + 1, false, true),
                (LETTER, false, true),
                (LETTER, false, false),
            ];
            let big = ways.into_iter().map(|(line, stem, crew)| Big { line, stem, crew });
            if let Some(sheet) = big.filter_map(|way| reveal.with_big_reason(width, way)).find(fits) {
                return sheet;
            }
        }
        if width >= TWO {
            return reveal.two_columns(width);
        }
        let airy = Small { head: true, gap: 1, whys: Whys::Beside, pairs: false };
        let plain = Small { head: false, ..airy };
        let tight = Small { gap: 0, ..plain };
        let tries = [airy, plain, tight].into_iter();
        // What must be scrolled begins with what matters most, options in two columns where that is shorter.
        let least = |pairs| reveal.one_column(width, Small { whys: Whys::Last, pairs, ..tight });
        tries.map(|way| reveal.one_column(width, way)).find(fits).unwrap_or_else(|| {
            let (list, pairs) = (least(false), least(true));
            if pairs.height() < list.height() { pairs } else { list }
        })
    }
}

/// How small text is set.
#[derive(Clone, Copy)]
struct Small {
    /// The right answer in big letters above it all.
    head: bool,
    /// Empty rows between options.
    gap: u16,
    whys: Whys,
    /// Options in two columns, where they have no bars.
    pairs: bool,
}

/// Where it stands why an option is wrong.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Whys {
    Beside,
    Last,
}

/// How big letters are set: rows from one line to the next, whether the stem is in them, and what teams earned.
#[derive(Clone, Copy)]
struct Big {
    line: u16,
    stem: bool,
    crew: bool,
}

impl Reveal<'_> {
    fn one_column(&self, width: u16, Small { head, gap, whys, pairs }: Small) -> CellGrid {
        let mut sheet = CellGrid::new(width.min(COLUMN));
        self.number(&mut sheet);
        if head {
            self.headline(&mut sheet);
        }
        self.stem(&mut sheet);
        if pairs && !self.solution.is_voted() && self.options().len() > 2 {
            self.right_in_pairs(&mut sheet);
        } else {
            self.right(&mut sheet, gap, whys);
        }
        sheet.gap(1);
        self.reason(&mut sheet);
        if !self.solution.is_voted() {
            sheet.gap(1);
            self.said(&mut sheet);
        }
        if whys == Whys::Last {
            sheet.gap(1);
            self.whys_by_letter(&mut sheet);
        }
        sheet
    }

    fn two_columns(&self, width: u16) -> CellGrid {
        let mut sheet = CellGrid::new(width);
        self.number(&mut sheet);
        self.headline(&mut sheet);
        let half = (width - GUTTER) / 2;
        let (mut left, mut right) = (CellGrid::new(half), CellGrid::new(half));
        self.stem(&mut left);
        self.right(&mut left, 1, Whys::Beside);
        self.reason(&mut right);
        right.gap(1);
        self.said(&mut right);
        let top = sheet.height();
        sheet.sheet(0, top, &left);
        sheet.sheet(half + GUTTER, top, &right);
        sheet
    }

    /// The reason in big letters across the wall; `None` when it cannot be written so.
    fn with_big_reason(&self, width: u16, Big { line, stem, crew }: Big) -> Option<CellGrid> {
        let mut sheet = CellGrid::new(width);
        self.number(&mut sheet);
        if stem {
            big_lines(&mut sheet, &self.poster.stem, line, self.wall.theme.strong)?;
            sheet.gap(line + 1 - LETTER);
        } else {
            self.stem(&mut sheet);
        }
        self.headline(&mut sheet);
        let reason = plain(self.revealed.explanation());
        big_lines(&mut sheet, &reason, line, self.wall.theme.text)?;
        sheet.gap(1);
        self.source(&mut sheet);
        sheet.gap(1);
        if crew && !self.solution.is_voted() {
            let top = sheet.height();
            sheet.sheet(0, top, &team::crew(&self.earned(), self.wall.theme, width, true)?);
            sheet.gap(1);
        }
        let top = sheet.height();
        if self.solution.is_voted() {
            let mut whole = CellGrid::new(width);
            self.right(&mut whole, u16::from(line > LETTER), Whys::Beside);
            sheet.sheet(0, top, &whole);
        } else {
            let half = (width - GUTTER) / 2;
            let (mut left, mut right) = (CellGrid::new(half), CellGrid::new(half));
            self.right(&mut left, u16::from(line > LETTER), Whys::Beside);
            self.said(&mut right);
            sheet.sheet(0, top, &left);
            sheet.sheet(half + GUTTER, top, &right);
        }
        Some(sheet)
    }

    /// Options by themselves; none where words are typed, or things joined or sorted.
    pub(super) fn options(&self) -> &[OptionRow] {
        if let Rows::Options(rows) = &self.revealed.rows { rows } else { &[] }
    }

    fn number(&self, sheet: &mut CellGrid) {
        let theme = self.wall.theme;
        let word = match self.solution.key {
            Key::Author | Key::AnyOf(_) => "the right answer",
            Key::Everything | Key::Void => "revealed",
        };
        sheet.line(
            0,
            &Line::from(vec![
                Span::styled(self.poster.number.clone(), theme.strong),
                Span::styled(format!("   {word}"), theme.dim),
            ]),
        );
        sheet.gap(1);
    }

    /// What is right, big where it has room: a letter and its text, or a text.
    fn headline(&self, sheet: &mut CellGrid) {
        let theme = self.wall.theme;
        let style = if self.solution.key == Key::Void { theme.partly } else { theme.right };
        let Headline { label, text } = &self.revealed.headline;
        let letter = label.map_or_else(String::new, |label| label.to_string());
        let is_right = matches!(self.solution.key, Key::Author | Key::AnyOf(_));
        let tick = if is_right { sign::TICK_WIDE + 3 } else { 0 };
        let margin = tick + if letter.is_empty() { 0 } else { 2 * LETTER };
        let lines = big_text::wrapped(text, sheet.width().saturating_sub(margin)).filter(|lines| lines.len() <= 2);
        let top = sheet.height();
        match lines {
            Some(lines) => {
                for (row, art) in (top..).zip(sign::TICK).filter(|_| is_right) {
                    sheet.put(0, row, &Line::styled(art, style));
                }
                sheet.big(tick, top, &letter, style);
                for (row, line) in (0_u16..).zip(&lines) {
                    sheet.big(margin, top + row * LETTER, line, style);
                }
            }
            None => sheet.lines(0, &wrapped(&self.revealed.headline.line("  "), sheet.width(), style)),
        }
        sheet.gap(1);
    }

    fn stem(&self, sheet: &mut CellGrid) {
        sheet.lines(0, &wrapped(&self.poster.stem, sheet.width(), self.wall.theme.strong));
        sheet.gap(1);
    }

    fn reason(&self, sheet: &mut CellGrid) {
        let mut setter = DocBuilder::new(self.wall.theme, usize::from(sheet.width()));
        setter.markdown_in(self.revealed.explanation(), self.wall.theme.text, "");
        sheet.lines(0, &setter.finish().lines);
        self.source(sheet);
    }

    fn source(&self, sheet: &mut CellGrid) {
        let text = shortened(&self.revealed.sources.join(" · "), usize::from(sheet.width()));
        sheet.line(0, &Line::styled(text, self.wall.theme.dim));
    }
}

/// `text` in big letters, `line` rows from one line to the next; `None` when it cannot be written.
fn big_lines(sheet: &mut CellGrid, text: &str, line: u16, style: Style) -> Option<()> {
    let top = sheet.height();
    for (row, text) in (0_u16..).zip(big_text::wrapped(text, sheet.width())?) {
        sheet.big(0, top + row * line, &text, style);
    }
    Some(())
}
