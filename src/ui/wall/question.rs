//! Stem and options, in one of thirteen sizes.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::Poster;
use super::big_text::{self, LETTER, cells};
use super::canvas::CellGrid;
use crate::ui::theme::Theme;

/// Cells between two columns of options.
const GUTTER: u16 = 4;

/// Sizes of a question, largest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Everything in big letters, an empty row between lines.
    Grand,
    /// Everything in big letters.
    Big,
    /// The same, no empty rows between options.
    BigTight,
    /// The same, options in two columns.
    BigPairs,
    /// Everything in big letters, on pages ([`super::paged`]).
    Paged,
    /// The stem in big letters, options in small text beside their big letters.
    BigStem,
    /// The same, options in two columns.
    BigStemPairs,
    /// Small text, big option letters.
    Airy,
    /// The same, options in two columns.
    AiryPairs,
    /// The same, no empty rows between options.
    TightPairs,
    /// Small text and letters, an empty line between options.
    Roomy,
    /// The same without empty lines.
    Tight,
    /// As little around the words as can be.
    Packed,
}

/// What of a question is in big letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Letters {
    Plain,
    BigStem,
    AllBig,
}

impl Size {
    /// How large the words are.
    #[must_use]
    pub const fn letters(self) -> Letters {
        match self {
            Self::Grand | Self::Big | Self::BigTight | Self::BigPairs | Self::Paged => Letters::AllBig,
            Self::BigStem | Self::BigStemPairs => Letters::BigStem,
            Self::Airy | Self::AiryPairs | Self::TightPairs | Self::Roomy | Self::Tight | Self::Packed => {
                Letters::Plain
            }
        }
    }

    /// Rows from one line of big letters to the next.
    const fn line(self) -> u16 {
        match self {
            Self::Grand => LETTER + 1,
            _ => LETTER,
        }
    }

    /// Whether options stand in two columns, the first half of them on the left.
    const fn is_paired(self) -> bool {
        matches!(self, Self::BigPairs | Self::BigStemPairs | Self::AiryPairs | Self::TightPairs)
    }
}

/// What is drawn of a question besides its words.
#[derive(Clone, Copy)]
pub(super) struct Look<'a> {
    pub theme: &'a Theme,
    pub size: Size,
    /// The option under the cursor.
    pub at: Option<usize>,
    /// Options that were said and are wrong.
    pub struck: &'a [usize],
}

/// Stem and options in `width` cells; `None` when they cannot be written in this size.
#[must_use]
pub(super) fn sheet(poster: &Poster, look: Look<'_>, width: u16) -> Option<CellGrid> {
    let mut sheet = CellGrid::new(width);
    stem(&mut sheet, poster, look)?;
    if let Some(picture) = &poster.picture {
        sheet.gap(u16::from(look.size != Size::Packed));
        sheet.lines(0, &wrapped(picture, width, look.theme.text));
    }
    if !poster.options.is_empty() {
        sheet.gap(match look.size {
            Size::Grand => 3,
            Size::Big | Size::BigStem | Size::BigStemPairs => 2,
            Size::BigTight | Size::BigPairs | Size::Paged => 1,
            Size::Airy | Size::AiryPairs | Size::TightPairs | Size::Roomy | Size::Tight => 1,
            Size::Packed => 0,
        });
    }
    if look.size.is_paired() {
        sheet.sheet(0, sheet.height(), &look.pairs(poster, width)?);
    } else if poster.premises.is_empty() {
        let mut options = look.items(poster.lettered().collect(), width, look.at)?;
        options.gap(0);
        sheet.sheet(0, sheet.height(), &options);
    } else {
        let half = (width.saturating_sub(4)) / 2;
        let (left, right) = (
            Look { struck: &[], ..look }.items(poster.numbered().collect(), half, None)?,
            look.items(poster.lettered().collect(), half, look.at)?,
        );
        let top = sheet.height();
        sheet.sheet(0, top, &left);
        sheet.sheet(width - half, top, &right);
    }
    Some(sheet)
}

fn stem(sheet: &mut CellGrid, poster: &Poster, look: Look<'_>) -> Option<()> {
    match look.size.letters() {
        Letters::AllBig | Letters::BigStem => {
            for (row, line) in (0_u16..).zip(big_text::wrapped(&poster.stem, sheet.width())?) {
                sheet.big(0, row * look.size.line(), &line, look.theme.strong);
            }
        }
        Letters::Plain => {
            sheet.lines(0, &wrapped(&poster.stem, sheet.width(), look.theme.strong));
        }
    }
    Some(())
}

impl Look<'_> {
    /// Options in two columns, rows in line with each other; `None` where there are too few, or partners to join.
    fn pairs(self, poster: &Poster, width: u16) -> Option<CellGrid> {
        let options: Vec<(char, &str)> = poster.lettered().collect();
        if options.len() < 3 || !poster.premises.is_empty() {
            return None;
        }
        let half = width.saturating_sub(GUTTER) / 2;
        let rows = options.len().div_ceil(2);
        let mut sheet = CellGrid::new(width);
        for row in 0..rows {
            sheet.gap(u16::from(row > 0 && self.size == Size::AiryPairs));
            let top = sheet.height();
            for (x, n) in [(0, row), (half + GUTTER, row + rows)] {
                if let Some(&option) = options.get(n) {
                    let one = self.only(n);
                    sheet.sheet(x, top, &one.items(vec![option], half, one.at)?);
                }
            }
        }
        Some(sheet)
    }

    /// The look of the option at place `n`, drawn by itself.
    pub(super) fn only(self, n: usize) -> Self {
        let struck: &[usize] = if self.struck.contains(&n) { &[0] } else { &[] };
        Look { at: self.at.filter(|&at| at == n).map(|_| 0), struck, ..self }
    }

    /// Texts with their signs, one below the other.
    pub(super) fn items(self, items: Vec<(char, &str)>, width: u16, at: Option<usize>) -> Option<CellGrid> {
        let mut sheet = CellGrid::new(width);
        for (n, (sign, text)) in items.into_iter().enumerate() {
            sheet.gap(match self.size {
                _ if n == 0 => 0,
                Size::Grand => 2,
                Size::Big | Size::BigStem | Size::Airy | Size::Roomy => 1,
                Size::BigTight | Size::BigPairs | Size::Paged | Size::BigStemPairs => 0,
                Size::AiryPairs | Size::TightPairs | Size::Tight | Size::Packed => 0,
            });
            let top = sheet.height();
            let here = at == Some(n);
            let struck = self.struck.contains(&n);
            let style = match (here, struck) {
                (_, true) => self.theme.dim,
                (true, false) => self.theme.focus,
                (false, false) => self.theme.text,
            };
            match self.size {
                Size::Grand | Size::Big | Size::BigTight | Size::BigPairs | Size::Paged => {
                    self.all_big(&mut sheet, sign, text, style)?;
                }
                Size::BigStem | Size::BigStemPairs | Size::Airy | Size::AiryPairs | Size::TightPairs => {
                    self.big_letter(&mut sheet, sign, text, style);
                }
                Size::Roomy | Size::Tight | Size::Packed => self.small(&mut sheet, sign, text, style),
            }
            if struck {
                self.strike(&mut sheet, top);
            }
            for y in top..if here { sheet.height() } else { top } {
                sheet.put(0, y, &Line::styled("▌", self.theme.focus));
            }
        }
        Some(sheet)
    }

    /// Strikes out what stands from row `top` on: every small line, and big ones in their middle.
    fn strike(self, sheet: &mut CellGrid, top: u16) {
        let is_big = self.size.letters() == Letters::AllBig;
        for y in top..sheet.height() {
            sheet.strike(y, self.theme.dim, is_big && (y - top) % self.size.line() == 2);
        }
        sheet.put(0, top, &Line::styled("✗", self.theme.wrong));
    }

    fn all_big(self, sheet: &mut CellGrid, sign: char, text: &str, style: Style) -> Option<()> {
        let (top, margin) = (sheet.height(), 2 + LETTER * 2);
        sheet.big(2, top, &sign.to_string(), self.theme.focus);
        for (row, line) in (0_u16..).zip(big_text::wrapped(text, sheet.width().saturating_sub(margin))?) {
            sheet.big(margin, top + row * self.size.line(), &line, style);
        }
        Some(())
    }

    fn big_letter(self, sheet: &mut CellGrid, sign: char, text: &str, style: Style) {
        let (top, margin) = (sheet.height(), 2 + LETTER + 2);
        sheet.big(2, top, &sign.to_string(), self.theme.focus);
        let lines = wrapped(text, sheet.width().saturating_sub(margin), style);
        // In the middle of the letter.
        let down = 3_u16.saturating_sub(cells(lines.len())).div_ceil(2);
        for (y, line) in (top + down..).zip(&lines) {
            sheet.put(margin, y, line);
        }
    }

    fn small(self, sheet: &mut CellGrid, sign: char, text: &str, style: Style) {
        let top = sheet.height();
        let (before, margin) = if self.size == Size::Packed { (1, 5) } else { (2, 7) };
        sheet.lines(margin, &wrapped(text, sheet.width().saturating_sub(margin), style));
        sheet.gap(u16::from(sheet.height() == top));
        sheet.put(before, top, &Line::from(tag(sign, self.theme)));
    }
}

/// An option's letter on a field of its own.
#[must_use]
pub(super) fn tag(sign: char, theme: &Theme) -> Span<'static> {
    Span::styled(format!(" {sign} "), theme.focus.add_modifier(Modifier::REVERSED))
}

#[must_use]
pub(super) fn wrapped(text: &str, width: u16, style: Style) -> Vec<Line<'static>> {
    text.lines()
        .flat_map(|l| textwrap::wrap(l, usize::from(width.max(1))))
        .map(|l| Line::styled(l.into_owned(), style))
        .collect()
}
