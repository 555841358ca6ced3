//! After the question: what is right and why, who said what, and what it earned.

use ratatui::text::{Line, Span};

use super::big::{self, LETTER};
use super::key::{Solved, Worth, picks};
use super::poster::Poster;
use super::question::{tag, wrapped};
use super::sheet::Sheet;
use super::{Wall, team, votes};
use crate::course::markdown::plain;
use crate::course::wording;
use crate::study::room::{Key, Said, Solution, TeamId};
use crate::ui::doc::Setter;
use crate::ui::frame::shortened;

/// Columns of text at most.
const COLUMN: u16 = 100;
/// From here on there is room for two columns.
const TWO: u16 = 150;
const GUTTER: u16 = 8;
/// Cells before an option's text: `✓  A  `.
const MARGIN: u16 = 7;

/// A revealed question being drawn.
pub(super) struct Reveal<'a> {
    pub(super) wall: &'a Wall<'a>,
    pub(super) solved: Solved<'a>,
    poster: Poster,
}

impl Wall<'_> {
    /// The largest and airiest way that fits `height` rows; else one that is scrolled.
    pub(super) fn reveal(&self, solution: &Solution, width: u16, height: u16) -> Sheet {
        let solved = Solved { course: self.course, solution };
        let reveal = Reveal { wall: self, solved, poster: Poster::of(&solution.shown, self.course, self.setup) };
        let fits = |sheet: &Sheet| sheet.height() <= height;
        if width >= TWO {
            let lines = [(LETTER + 1, true), (LETTER, true), (LETTER, false)];
            let big = lines.into_iter().find_map(|(line, crew)| reveal.with_big_reason(width, line, crew).filter(fits));
            return big.unwrap_or_else(|| reveal.two_columns(width));
        }
        let tries = [(true, 1), (false, 1)].into_iter();
        tries.map(|(head, gap)| reveal.one_column(width, head, gap)).find(fits).unwrap_or_else(|| reveal.one_column(width, false, 0))
    }
}

impl Reveal<'_> {
    fn one_column(&self, width: u16, head: bool, gap: u16) -> Sheet {
        let mut sheet = Sheet::new(width.min(COLUMN));
        self.number(&mut sheet);
        if head {
            self.headline(&mut sheet);
        }
        self.stem(&mut sheet);
        self.right(&mut sheet, gap);
        sheet.gap(1);
        self.reason(&mut sheet);
        if !self.is_voted() {
            sheet.gap(1);
            self.said(&mut sheet);
        }
        sheet
    }

    fn two_columns(&self, width: u16) -> Sheet {
        let mut sheet = Sheet::new(width);
        self.number(&mut sheet);
        self.headline(&mut sheet);
        let half = (width - GUTTER) / 2;
        let (mut left, mut right) = (Sheet::new(half), Sheet::new(half));
        self.stem(&mut left);
        self.right(&mut left, 1);
        self.reason(&mut right);
        right.gap(1);
        self.said(&mut right);
        let top = sheet.height();
        sheet.sheet(0, top, &left);
        sheet.sheet(half + GUTTER, top, &right);
        sheet
    }

    /// The reason in big letters across the wall, `line` rows from one line to the next, and with `crew` what each
    /// team earned in big letters too; `None` when it cannot be written so.
    fn with_big_reason(&self, width: u16, line: u16, crew: bool) -> Option<Sheet> {
        let mut sheet = Sheet::new(width);
        self.number(&mut sheet);
        self.headline(&mut sheet);
        let reason = plain(self.solved.solution.question.explain.as_str());
        let top = sheet.height();
        for (row, text) in (0_u16..).zip(big::wrapped(&reason, width)?) {
            sheet.big(0, top + row * line, &text, self.wall.theme.text);
        }
        sheet.gap(1);
        self.source(&mut sheet);
        sheet.gap(1);
        if crew && !self.is_voted() {
            let top = sheet.height();
            sheet.sheet(0, top, &team::crew(&self.earned(), self.wall.theme, width, true)?);
            sheet.gap(1);
        }
        let top = sheet.height();
        if self.is_voted() {
            let mut whole = Sheet::new(width);
            self.right(&mut whole, u16::from(line > LETTER));
            sheet.sheet(0, top, &whole);
        } else {
            let half = (width - GUTTER) / 2;
            let (mut left, mut right) = (Sheet::new(half), Sheet::new(half));
            self.right(&mut left, u16::from(line > LETTER));
            self.said(&mut right);
            sheet.sheet(0, top, &left);
            sheet.sheet(half + GUTTER, top, &right);
        }
        Some(sheet)
    }

    pub(super) fn is_voted(&self) -> bool {
        let Solution { first_vote, second_vote, .. } = self.solved.solution;
        first_vote.is_some() || second_vote.is_some()
    }

    fn number(&self, sheet: &mut Sheet) {
        let theme = self.wall.theme;
        let word = match self.solved.solution.key {
            Key::Author | Key::AnyOf(_) => "the right answer",
            Key::Everything | Key::Void => "revealed",
        };
        sheet.line(
            0,
            &Line::from(vec![Span::styled(self.poster.number.clone(), theme.strong), Span::styled(format!("   {word}"), theme.dim)]),
        );
        sheet.gap(1);
    }

    /// What is right, big where it has room: a letter and its text, or a text.
    fn headline(&self, sheet: &mut Sheet) {
        let theme = self.wall.theme;
        let style = if self.solved.solution.key == Key::Void { theme.partly } else { theme.right };
        let headline = self.solved.headline();
        let (letter, text) = headline.split_once("  ").unwrap_or(("", &headline));
        let margin = if letter.is_empty() { 0 } else { 2 * LETTER };
        let lines = big::wrapped(text, sheet.width().saturating_sub(margin)).filter(|lines| lines.len() <= 2);
        let top = sheet.height();
        match lines {
            Some(lines) => {
                sheet.big(0, top, letter, style);
                for (row, line) in (0_u16..).zip(&lines) {
                    sheet.big(margin, top + row * LETTER, line, style);
                }
            }
            None => sheet.lines(0, &wrapped(&headline, sheet.width(), style)),
        }
        sheet.gap(1);
    }

    fn stem(&self, sheet: &mut Sheet) {
        sheet.lines(0, &wrapped(&self.poster.stem, sheet.width(), self.wall.theme.strong));
        sheet.gap(1);
    }

    /// Options with their marks, or the right answer where there are none.
    fn right(&self, sheet: &mut Sheet, gap: u16) {
        let theme = self.wall.theme;
        if let Key::Void | Key::Everything = self.solved.solution.key {
            sheet.line(0, &Line::styled(self.solved.headline(), theme.partly));
        }
        let order = self.solved.order();
        sheet.gap(u16::from(!order.is_empty() && matches!(self.solved.solution.key, Key::Void | Key::Everything)));
        for (n, &of) in order.iter().enumerate() {
            sheet.gap(if n == 0 { 0 } else { gap });
            self.option(sheet, of);
        }
        if order.is_empty() && !matches!(self.solved.solution.key, Key::Void | Key::Everything) {
            for line in self.solved.lines() {
                let top = sheet.height();
                sheet.lines(2, &wrapped(&line, sheet.width().saturating_sub(2), theme.right));
                sheet.put(0, top, &Line::styled("✓", theme.right));
            }
        }
    }

    fn option(&self, sheet: &mut Sheet, of: usize) {
        let theme = self.wall.theme;
        let (mark, style) = match self.solved.worth(of) {
            Worth::Right => ("✓", theme.right),
            Worth::Half => ("½", theme.partly),
            Worth::Wrong | Worth::Nothing => (" ", theme.text),
        };
        let top = sheet.height();
        let room = sheet.width().saturating_sub(MARGIN);
        let mut lines = wrapped(&self.solved.text(of), room, style);
        let who = self.who(of);
        match lines.last_mut() {
            Some(last) if last.width() + who.width() <= usize::from(room) => last.spans.extend(who.spans),
            _ => lines.push(who),
        }
        sheet.lines(MARGIN, &lines);
        sheet.put(0, top, &Line::from(vec![Span::styled(format!("{mark} "), style), tag(self.solved.letter(of), theme)]));
        self.votes(sheet, of);
        self.why(sheet, of);
    }

    fn votes(&self, sheet: &mut Sheet, of: usize) {
        let Solution { first_vote, second_vote, .. } = self.solved.solution;
        if self.is_voted() {
            let room = usize::from(sheet.width().saturating_sub(MARGIN));
            sheet.line(MARGIN, &votes::line(first_vote.as_deref(), second_vote.as_deref(), of, self.wall.theme, room));
        }
    }

    /// Why a wrong option that somebody took is wrong.
    fn why(&self, sheet: &mut Sheet, of: usize) {
        let Solution { question, first_vote, second_vote, .. } = self.solved.solution;
        let hands = |vote: &Option<Vec<u32>>| vote.as_ref().and_then(|v| v.get(of)).is_some_and(|&n| n > 0);
        let taken = hands(first_vote) || hands(second_vote) || !self.takers(of).is_empty();
        if let (true, Worth::Wrong, Some(why)) = (taken, self.solved.worth(of), wording::why_wrong(self.wall.course, &question.ask, of)) {
            let text = plain(&why);
            sheet.lines(MARGIN, &wrapped(&text, sheet.width().saturating_sub(MARGIN), self.wall.theme.dim));
        }
    }

    fn takers(&self, of: usize) -> Vec<TeamId> {
        let took = |said: &Said| said.entered().is_some_and(|answer| picks(answer, of));
        self.solved.solution.given.iter().filter(|(given, _)| took(&given.said)).map(|(given, _)| given.team).collect()
    }

    /// The signs of the teams that took the option.
    fn who(&self, of: usize) -> Line<'static> {
        let teams = self.takers(of).into_iter().filter_map(|id| team::by_id(&self.wall.public.teams, id));
        Line::from(teams.flat_map(|t| [Span::raw("   "), team::short(t, self.wall.theme)]).collect::<Vec<_>>())
    }

    fn reason(&self, sheet: &mut Sheet) {
        let mut setter = Setter::new(self.wall.theme, usize::from(sheet.width()));
        setter.markdown(&self.solved.solution.question.explain);
        sheet.lines(0, &setter.finish().lines);
        self.source(sheet);
    }

    fn source(&self, sheet: &mut Sheet) {
        let Solution { question, lesson, .. } = self.solved.solution;
        let sources = wording::sources(self.wall.course, &question.cite, lesson, &question.section);
        let text = shortened(&sources.join(" · "), usize::from(sheet.width()));
        sheet.line(0, &Line::styled(text, self.wall.theme.dim));
    }
}
