//! The foot of a question: who may answer, who has, and the clock.

use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use tui_big_text::PixelSize;

use super::big;
use super::clock::Clock;
use super::layout::Foot;
use super::sheet::Sheet;
use super::team::{self, Cell};
use super::{Pointer, Wall};
use crate::study::room::{Mode, PublicFloor, PublicHands, Screen, Team, TeamId};

/// Rows of a foot that is drawn large, without teams.
const LARGE: u16 = 5;
/// Rows of an emblem, and of digits.
const SMALL: u16 = 4;
/// Cells between words and clock.
const GAP: u16 = 3;

/// What the foot says.
enum Says {
    /// A sentence, a note, and the teams below.
    Words { head: String, note: String, dim: bool, teams: bool },
    /// A team, large, and lines about it.
    Team { team: TeamId, lines: Vec<Line<'static>> },
}

impl Wall<'_> {
    fn mode(&self) -> Option<Mode> {
        self.setup.questions().map(|q| q.mode)
    }

    fn limit_ms(&self) -> Option<u64> {
        self.setup.questions()?.timer_s.map(|s| u64::from(s) * 1000)
    }

    /// Cells that the clock takes; the same in every state of a question.
    fn clock(&self, width: u16, large: bool) -> Option<Clock> {
        let limit = self.limit_ms()?;
        Some(Clock::new(self.left_ms.unwrap_or(limit), limit, width / 4, large))
    }

    fn words_width(&self, width: u16, large: bool) -> u16 {
        width.saturating_sub(self.clock(width, large).map_or(0, |c| c.width + GAP))
    }

    fn team_rows(&self, width: u16, most: usize) -> u16 {
        let none = Says::Words { head: String::new(), note: String::new(), dim: false, teams: true };
        if self.mode() == Some(Mode::Argue) { 0 } else { big::cells(self.grid(&none, width, most).len()) }
    }

    /// Teams in a row or several.
    fn grid(&self, says: &Says, width: u16, rows: usize) -> Vec<Line<'static>> {
        if matches!(says, Says::Words { teams: false, .. } | Says::Team { .. }) {
            return Vec::new();
        }
        let cell = |(id, team)| self.cell(id, team);
        let cells: Vec<Cell<'_>> = (0_u8..).map(TeamId).zip(&self.public.teams).map(cell).collect();
        team::grid(&cells, self.theme, usize::from(width), rows)
    }

    /// A team with its key, or with a word that its answer is in.
    fn cell<'a>(&self, id: TeamId, team: &'a Team) -> Cell<'a> {
        let Pointer { team: at, entered, .. } = self.pointer;
        let tried = matches!(&self.public.screen,
            Screen::Open { floor: PublicFloor::Buzzers { tried } | PublicFloor::Turn { tried, .. }, .. } if tried.contains(&id));
        let (tail, dim) = match self.mode() {
            Some(Mode::Buzzer) if tried => (" [–]".to_owned(), true),
            Some(Mode::Buzzer) => (format!(" {}", team::key(team)), false),
            _ if entered.contains(&id) => (" in".to_owned(), false),
            _ => ("   ".to_owned(), tried),
        };
        Cell { team, marked: *at == Some(id), tail: Span::styled(tail, self.theme.strong), dim }
    }

    fn says(&self) -> Says {
        let words =
            |head: &str, note: String| Says::Words { head: head.to_owned(), note, dim: false, teams: self.mode() != Some(Mode::Argue) };
        match &self.public.screen {
            Screen::Open { floor, answered, .. } => self.floor(floor, *answered),
            Screen::Closed { answered, .. } => words("Closed.", self.how_many(*answered)),
            _ => {
                let then = self.limit_ms().map_or(String::new(), |ms| format!(" Then you have {} seconds.", ms / 1000));
                let head = "Read. Answers open in a moment.".to_owned();
                Says::Words { head, note: then.trim().to_owned(), dim: true, teams: self.mode() != Some(Mode::Argue) }
            }
        }
    }

    fn how_many(&self, answered: usize) -> String {
        match self.mode() {
            Some(Mode::Argue) => String::new(),
            _ => format!("{answered} of {} teams have answered.", self.public.teams.len()),
        }
    }

    fn floor(&self, floor: &PublicFloor, answered: usize) -> Says {
        match floor {
            PublicFloor::Buzzers { tried } => {
                let note = if tried.is_empty() { "" } else { "[–] has had its try." };
                Says::Words { head: "Press your key.".to_owned(), note: note.to_owned(), dim: false, teams: true }
            }
            PublicFloor::Speaking { team, level, tried } => {
                self.large_team(*team, "has the floor; the clock stands", &[("level with it:", level), ("had their try:", tried)])
            }
            PublicFloor::Turn { team, tried } => self.large_team(*team, "it is your turn", &[("had their try:", tried)]),
            PublicFloor::Everyone => Says::Words { head: self.how_many(answered), note: String::new(), dim: false, teams: true },
            PublicFloor::Hands(hands) => self.hands(*hands),
        }
    }

    fn hands(&self, hands: PublicHands) -> Says {
        let head = match hands {
            PublicHands::First => "Vote: raise your hand for one option.",
            PublicHands::Arguing => "Argue: convince your neighbour.",
            PublicHands::Second => "Vote again: raise your hand for one.",
            PublicHands::Counted => "Counted.",
        };
        let note = self.pointer.hands.map_or(String::new(), |n| format!("{n} {} counted", if n == 1 { "hand" } else { "hands" }));
        Says::Words { head: head.to_owned(), note, dim: false, teams: false }
    }

    fn large_team(&self, team: TeamId, word: &str, lists: &[(&str, &Vec<TeamId>)]) -> Says {
        let mut lines = vec![Line::styled(word.to_owned(), self.theme.text)];
        let said = lists.iter().filter(|(_, ids)| !ids.is_empty());
        lines.extend(said.map(|(before, ids)| team::list(before, ids, &self.public.teams, self.theme, 40)));
        Says::Team { team, lines }
    }

    /// Who may answer and the clock, in `rows` rows.
    pub(super) fn foot(&self, width: u16, rows: u16, large: bool) -> Sheet {
        let mut sheet = Sheet::new(width);
        sheet.gap(rows);
        let words = self.words_width(width, large);
        let says = self.says();
        let mut left = Sheet::new(words);
        match &says {
            Says::Words { head, note, dim, .. } => {
                let style = if *dim { self.theme.dim } else { self.theme.strong };
                self.head(&mut left, (head, note), style, large);
                let free = rows.saturating_sub(left.height());
                let grid = self.grid(&says, words, usize::from(free.max(1)));
                left.gap(u16::from(usize::from(free) > grid.len()));
                left.lines(0, &grid);
            }
            Says::Team { team, lines } => self.emblem(&mut left, *team, lines, large),
        }
        sheet.sheet(0, 0, &left);
        let stands = !matches!(&self.public.screen, Screen::Open { floor, .. } if !matches!(floor, PublicFloor::Speaking { .. }));
        if let Some(clock) = self.clock(width, large).filter(|_| !matches!(self.public.screen, Screen::Closed { .. })) {
            clock.draw(&mut sheet, 0, self.theme, stands);
        }
        sheet
    }

    fn head(&self, sheet: &mut Sheet, (head, note): (&str, &str), style: ratatui::style::Style, large: bool) {
        let big = big::wrapped(head, sheet.width()).filter(|lines| large && lines.len() == 1);
        match big {
            Some(lines) => {
                lines.iter().for_each(|line| sheet.big(0, 0, line, style, PixelSize::Quadrant));
                sheet.line(0, &Line::styled(note.to_owned(), self.theme.dim));
            }
            None => {
                let spans = vec![Span::styled(head.to_owned(), style), Span::raw("  "), Span::styled(note.to_owned(), self.theme.dim)];
                let line = Line::from(spans);
                sheet.line(0, &line);
            }
        }
    }

    fn emblem(&self, sheet: &mut Sheet, id: TeamId, lines: &[Line<'static>], large: bool) {
        let Some(team) = team::by_id(&self.public.teams, id) else { return };
        let style = self.theme.team(team.colour);
        let x = team::emblem(sheet, 0, 0, team, style);
        match team::big_name(team, sheet.width().saturating_sub(x)).filter(|_| large) {
            Some(name) => {
                sheet.big(x, 0, &name, style, PixelSize::Quadrant);
                sheet.gap(1);
                sheet.lines(x, lines);
            }
            None => {
                let name = Line::styled(team.name.to_string(), style.add_modifier(Modifier::BOLD));
                for (y, line) in (0_u16..).zip(std::iter::once(&name).chain(lines)) {
                    sheet.put(x, y, line);
                }
            }
        }
    }
}

impl Foot for Wall<'_> {
    fn rows(&self, width: u16) -> u16 {
        (1 + self.team_rows(self.words_width(width, false), usize::MAX)).max(self.least_rows())
    }

    fn large(&self, width: u16) -> u16 {
        (LARGE + 1 + self.team_rows(self.words_width(width, true), usize::MAX)).max(2 * SMALL)
    }

    fn least(&self, width: u16) -> u16 {
        self.rows(width).min(SMALL)
    }
}

impl Wall<'_> {
    /// A clock and a large team need four rows.
    fn least_rows(&self) -> u16 {
        let emblems = matches!(self.mode(), Some(Mode::Buzzer | Mode::Turns));
        if emblems || self.limit_ms().is_some() { SMALL } else { 2 }
    }
}
