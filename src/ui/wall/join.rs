//! How to join with a device: a code to scan, what to type, and who is here. As long as nobody could come, what to try.

use qrcode::{Color as Module, QrCode};
use ratatui::style::{Color, Style};
use ratatui::text::{Line, Span};

use super::Wall;
use super::big_text::{self, LETTER, cells};
use super::canvas::CellGrid;
use super::question::wrapped;
use crate::study::drill::words;
use crate::study::live::SeatNews;

/// Light modules around a code, which readers look for.
const QUIET: usize = 2;
/// Cells between the code and the words.
const GAP: u16 = 3;
/// Fewest cells for the words.
const NARROWEST: u16 = 34;
/// Rows from which on the address is drawn in big letters too.
const ROOMY: u16 = 24;
/// Seconds after which a host that nobody reached says what to try.
const NOBODY_S: u64 = 20;

impl Wall<'_> {
    /// Where to go, the code, who is here.
    pub(super) fn join(&self, news: &SeatNews, width: u16, height: u16) -> CellGrid {
        let mut sheet = CellGrid::new(width);
        let address = news.addresses.first().cloned().unwrap_or_default();
        let code = modules(&format!("http://{address}/#{}", news.code)).filter(|_| !address.is_empty());
        let fits = |code: &CellGrid| code.height() <= height && code.width() + GAP + NARROWEST <= width;
        // As large as it can be: it is scanned from the last row.
        let left =
            code.and_then(|modules| [self.large_code(&modules), self.small_code(&modules)].into_iter().find(fits));
        let x = left.as_ref().map_or(0, |code| code.width() + GAP);
        let words = self.join_words(news, &address, (width - x, height));
        if let Some(code) = &left {
            sheet.sheet(0, 0, code);
        }
        sheet.sheet(x, 0, &words);
        sheet
    }

    fn join_words(&self, news: &SeatNews, address: &str, (width, height): (u16, u16)) -> CellGrid {
        let mut sheet = CellGrid::new(width);
        let (title, _) = words::introduction(self.course, self.setup);
        sheet.line(0, &Line::styled(title, self.theme.strong));
        sheet.gap(1);
        if address.is_empty() {
            sheet.lines(
                0,
                &wrapped(
                    "This computer is in no network. Join one, or make one with a phone's hotspot, then start again.",
                    width,
                    self.theme.partly,
                ),
            );
            return sheet;
        }
        sheet.line(0, &Line::styled("Scan, or open in a browser:", self.theme.dim));
        match big_text::one_line(address, width).filter(|_| height >= ROOMY) {
            Some(address) => {
                sheet.big(0, sheet.height(), &address, self.theme.accent);
                sheet.gap(LETTER.saturating_sub(3));
            }
            None => sheet.line(0, &Line::styled(format!("http://{address}"), self.theme.accent)),
        }
        sheet.gap(1);
        // Big letters look alike from afar: the same in small ones.
        let spelled = news.code.chars().map(String::from).collect::<Vec<_>>().join(" ");
        sheet.line(
            0,
            &Line::from(vec![Span::styled("Code  ", self.theme.dim), Span::styled(spelled, self.theme.strong)]),
        );
        if let Some(code) = big_text::one_line(&news.code, width) {
            sheet.big(0, sheet.height(), &code, self.theme.strong);
            sheet.gap(LETTER.saturating_sub(3));
        }
        let (here, rest) = (self.people_here(news, width), self.join_help(news, width));
        let free = height.saturating_sub(sheet.height());
        let help = cells(rest.len()) + 1;
        for line in here.into_iter().take(usize::from(free.saturating_sub(help + 1))) {
            sheet.line(0, &line);
        }
        sheet.gap(1);
        sheet.lines(0, &rest);
        sheet
    }

    /// Who is here: how many, then their names, the last to come first.
    fn people_here(&self, news: &SeatNews, width: u16) -> Vec<Line<'static>> {
        let here = news.here();
        let locked = if news.is_locked { " · locked" } else { "" };
        let count = match here {
            0 => "Nobody is here yet".to_owned(),
            1 => "1 is here".to_owned(),
            _ => format!("{here} are here"),
        };
        let mut lines = vec![Line::styled(format!("{count}{locked}"), self.theme.strong)];
        let names: Vec<&str> = news.people.iter().rev().filter(|l| l.is_here).map(|l| l.name.as_str()).collect();
        if !names.is_empty() {
            lines.extend(wrapped(&names.join(" · "), width, self.theme.text));
        }
        lines
    }

    fn join_help(&self, news: &SeatNews, width: u16) -> Vec<Line<'static>> {
        let mut lines = Vec::new();
        if let Some(why) = &news.trouble {
            lines.extend(wrapped(&format!("Answers cannot be saved: {why}."), width, self.theme.wrong));
        }
        let said = if news.is_reached || news.here() > 0 {
            "No internet in this network? Turn mobile data off, or choose to stay connected."
        } else if news.open_s < NOBODY_S {
            "Same network as this computer. No internet in it? Turn mobile data off, or choose to stay connected."
        } else {
            "No device has reached this computer. Many school networks keep devices apart: try a phone's hotspot, another network, \
             or a cable; allow ninetracks in the firewall."
        };
        lines.extend(wrapped(said, width, self.theme.dim));
        let others: Vec<String> = news.addresses.iter().skip(1).take(2).cloned().collect();
        if news.open_s >= NOBODY_S && !news.is_reached && !others.is_empty() {
            lines.extend(wrapped(&format!("Other addresses: {}.", others.join(", ")), width, self.theme.dim));
        }
        lines
    }

    /// The code with a row for each module.
    fn large_code(&self, modules: &[Vec<bool>]) -> CellGrid {
        let mut sheet = CellGrid::new(cells(2 * modules.len()));
        let has_colours = self.theme.accent.fg.is_some();
        for row in modules {
            let cell = |&is_dark: &bool| {
                if has_colours {
                    Span::styled("  ", Style::new().bg(shade(is_dark)))
                } else {
                    Span::raw(if is_dark { "  " } else { "██" })
                }
            };
            sheet.line(0, &Line::from(row.iter().map(cell).collect::<Vec<_>>()));
        }
        sheet
    }

    /// The code in half blocks, dark on light whatever the theme is. Without colours light is what is drawn.
    fn small_code(&self, modules: &[Vec<bool>]) -> CellGrid {
        let side = modules.len();
        let is_dark = |x: usize, y: usize| modules.get(y).and_then(|row| row.get(x)).copied().unwrap_or(false);
        let mut sheet = CellGrid::new(cells(side));
        let has_colours = self.theme.accent.fg.is_some();
        for y in (0..side).step_by(2) {
            let cell = |x: usize| {
                let (upper, lower) = (is_dark(x, y), is_dark(x, y + 1));
                if has_colours {
                    return Span::styled("▀", Style::new().fg(shade(upper)).bg(shade(lower)));
                }
                Span::raw(match (upper, lower) {
                    (true, true) => " ",
                    (true, false) => "▄",
                    (false, true) => "▀",
                    (false, false) => "█",
                })
            };
            sheet.line(0, &Line::from((0..side).map(cell).collect::<Vec<_>>()));
        }
        sheet
    }
}

fn shade(is_dark: bool) -> Color {
    if is_dark { Color::Black } else { Color::White }
}

/// The modules of a code with its quiet zone, row by row; `true` for dark.
fn modules(text: &str) -> Option<Vec<Vec<bool>>> {
    let code = QrCode::with_error_correction_level(text, qrcode::EcLevel::L).ok()?;
    let (inner, colours) = (code.width(), code.to_colors());
    let side = inner + 2 * QUIET;
    let is_dark = |x: usize, y: usize| {
        let at = |n: usize| n.checked_sub(QUIET).filter(|&n| n < inner);
        at(x).zip(at(y)).is_some_and(|(x, y)| colours.get(y * inner + x) == Some(&Module::Dark))
    };
    Some((0..side).map(|y| (0..side).map(|x| is_dark(x, y)).collect()).collect())
}
