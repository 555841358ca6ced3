//! The foot of a question: who may answer, who has, and the clock.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::big_text::{self, LETTER};
use super::canvas::CellGrid;
use super::clock::Countdown;
use super::layout::{Foot, Layout};
use super::team::{self, Cell};
use super::{Pointer, Wall};
use crate::course::wording::count;
use crate::study::drill::{Mode, PublicFloor, PublicHands, Screen, Team, TeamId, words};

/// Rows of an emblem, and of digits.
const SMALL: u16 = 4;
/// A foot that is narrower has small digits beside more than four teams.
const CROWDED: u16 = 90;
/// Cells between words and clock.
const GAP: u16 = 3;

/// What the foot says.
enum Says<'a> {
    /// A sentence, a note, and the teams below.
    Words { head: String, note: String, dim: bool, teams: bool },
    /// A team, large, a word on it, and others beside it.
    Team { team: TeamId, word: &'static str, others: Vec<(&'static str, &'a [TeamId])> },
}

impl Wall<'_> {
    fn mode(&self) -> Option<Mode> {
        self.setup.questions().map(|q| q.mode)
    }

    fn limit_ms(&self) -> Option<u64> {
        let questions = self.setup.questions()?;
        let argument = questions.pace.argue_s.filter(|_| questions.mode == Mode::Argue);
        questions.timer_s.max(argument.filter(|_| questions.timer_s.is_some())).map(|s| u64::from(s) * 1000)
    }

    /// Cells that the clock takes; the same in every state of a question.
    fn clock(&self, width: u16, large: bool) -> Option<Countdown> {
        let limit = self.limit_ms()?;
        // Many teams in a narrow window need the width themselves.
        let room = if width < CROWDED && self.public.teams.len() > 4 { 0 } else { width / 4 };
        Some(Countdown::new(self.left_ms.unwrap_or(limit), limit, room, large))
    }

    fn words_width(&self, width: u16, large: bool) -> u16 {
        width.saturating_sub(self.clock(width, large).map_or(0, |c| c.width + GAP))
    }

    fn team_rows(&self, width: u16) -> u16 {
        if self.mode() == Some(Mode::Argue) { 0 } else { big_text::cells(self.grid(width, usize::MAX).len()) }
    }

    fn cells(&self) -> Vec<Cell<'_>> {
        let cell = |(id, team)| self.cell(id, team);
        self.seated().map(cell).collect()
    }

    /// Teams that have not left.
    pub(super) fn seated(&self) -> impl Iterator<Item = (TeamId, &Team)> {
        let all = (0_u8..).map(TeamId).zip(&self.public.teams);
        all.filter(|(id, _)| !self.public.left.contains(id))
    }

    /// Teams in a row or several.
    fn grid(&self, width: u16, rows: usize) -> Vec<Line<'static>> {
        team::grid(&self.cells(), self.theme, usize::from(width), rows)
    }

    /// Teams side by side, large; `None` when there is no room.
    fn crew(&self, width: u16) -> Option<CellGrid> {
        team::crew(&self.cells(), self.theme, width, self.mode() == Some(Mode::Buzzer))
    }

    /// A team with its key, or with a word that its answer is in.
    fn cell<'a>(&self, id: TeamId, team: &'a Team) -> Cell<'a> {
        let Pointer { team: at, entered, .. } = self.pointer;
        let tried = matches!(&self.public.screen,
            Screen::Open { floor: PublicFloor::Buzzers { tried, .. } | PublicFloor::Turn { tried, .. }, .. } if tried.contains(&id));
        let (tail, dim) = match self.mode() {
            Some(Mode::Buzzer) if tried => (" [–]".to_owned(), true),
            Some(Mode::Buzzer) => (format!(" {}", team::key(team)), false),
            _ if entered.contains(&id) => (" in".to_owned(), false),
            _ => ("   ".to_owned(), tried),
        };
        Cell { team, marked: *at == Some(id), tail: Span::styled(tail, self.theme.strong), dim }
    }

    fn says(&self) -> Says<'_> {
        let words = |head: &str, note: String| Says::Words {
            head: head.to_owned(),
            note,
            dim: false,
            teams: self.mode() != Some(Mode::Argue),
        };
        match &self.public.screen {
            Screen::Open { floor, answered, .. } => self.floor(floor, *answered),
            Screen::Closed { answered, .. } => words("Closed.", self.how_many(*answered)),
            _ => {
                let seconds = self.setup.questions().and_then(|q| q.timer_s);
                let then = seconds.map_or(String::new(), |s| format!("Then {}.", count(u64::from(s), "second")));
                let head = "Read. Answers open in a moment.".to_owned();
                Says::Words { head, note: then, dim: true, teams: self.mode() != Some(Mode::Argue) }
            }
        }
    }

    fn how_many(&self, answered: usize) -> String {
        match self.mode() {
            _ if self.pointer.seats.is_some() => self.devices().unwrap_or_default(),
            Some(Mode::Argue) => String::new(),
            _ => words::how_many(answered, self.seated().count()),
        }
    }

    fn floor<'a>(&self, floor: &'a PublicFloor, answered: usize) -> Says<'a> {
        match floor {
            PublicFloor::Buzzers { tried, .. } => {
                let note = if tried.is_empty() { "" } else { "[–] has already tried." };
                Says::Words { head: "Press your key.".to_owned(), note: note.to_owned(), dim: false, teams: true }
            }
            PublicFloor::Speaking { team, level, tried, .. } => {
                let others = vec![("tied with it:", level.as_slice()), ("already tried:", tried)];
                Says::Team { team: *team, word: "has the floor; clock stopped", others }
            }
            PublicFloor::Turn { team, tried, .. } => {
                let word = if self.is_time_up() { words::called(floor) } else { "it is your turn" };
                Says::Team { team: *team, word, others: vec![("already tried:", tried)] }
            }
            PublicFloor::Everyone if self.is_time_up() => Says::Words {
                head: words::called(floor).to_owned(),
                note: self.how_many(answered),
                dim: false,
                teams: true,
            },
            PublicFloor::Everyone => {
                Says::Words { head: self.how_many(answered), note: String::new(), dim: false, teams: true }
            }
            PublicFloor::Hands(PublicHands::First | PublicHands::Second) if self.pointer.seats.is_some() => {
                Says::Words {
                    head: "Vote on your device.".to_owned(),
                    note: self.devices().unwrap_or_default(),
                    dim: false,
                    teams: false,
                }
            }
            PublicFloor::Hands(hands) => {
                let head = if self.is_time_up() { words::called(floor) } else { words::voting(*hands) };
                Says::Words { head: head.to_owned(), note: self.counted(), dim: false, teams: false }
            }
        }
    }

    /// How many of those who may answer on a device have; not who, nor what.
    fn devices(&self) -> Option<String> {
        let news = self.pointer.seats.as_ref()?;
        news.answered.map(|answered| format!("{answered} of {} have answered.", news.may_answer))
    }

    /// For how many options hands were counted; never how many hands.
    fn counted(&self) -> String {
        let said = |(done, of): (usize, usize)| format!("{done} of {of} counted");
        self.pointer.counted.map_or(String::new(), said)
    }

    fn is_time_up(&self) -> bool {
        self.left_ms == Some(0)
    }

    /// Who may answer and the clock, in `rows` rows.
    pub(super) fn foot(&self, layout: &Layout) -> CellGrid {
        let Layout { foot: rows, large_foot: large, column, .. } = *layout;
        let width = column.width;
        let mut sheet = CellGrid::new(width);
        sheet.gap(rows);
        let mut left = CellGrid::new(self.words_width(width, large));
        match self.says() {
            Says::Words { head, note, dim, teams } => {
                let style = if dim { self.theme.dim } else { self.theme.strong };
                let mut said = CellGrid::new(left.width());
                self.head(&mut said, (&head, &note), style, large);
                if teams {
                    self.teams_below(&mut said, rows, (large, layout.gaps == 0));
                }
                // Right below the options an empty row parts more than one among the teams.
                let spare = rows.saturating_sub(said.height());
                let down = if layout.gaps == 0 { spare.min(1) } else { 0 };
                left.sheet(0, down, &said);
            }
            Says::Team { team, word, others } => {
                if let Some(team) = team::by_id(&self.public.teams, team) {
                    let draw = if large { Self::big_emblem } else { Self::small_emblem };
                    draw(self, &mut left, team, word, &others);
                }
            }
        }
        sheet.sheet(0, 0, &left);
        let runs = self.clock_runs();
        if let Some(clock) = self.clock(width, large).filter(|_| !matches!(self.public.screen, Screen::Closed { .. })) {
            clock.draw(&mut sheet, 0, self.theme, !runs);
        }
        sheet
    }

    /// Whether it matters how much time is left.
    fn clock_runs(&self) -> bool {
        let stands = |floor: &PublicFloor| {
            matches!(floor, PublicFloor::Speaking { .. } | PublicFloor::Hands(PublicHands::Counted))
        };
        matches!(&self.public.screen, Screen::Open { floor, .. } if !stands(floor))
    }

    fn head(&self, sheet: &mut CellGrid, (head, note): (&str, &str), style: Style, large: bool) {
        let note = Span::styled(note.to_owned(), self.theme.dim);
        match big_text::one_line(head, sheet.width()).filter(|_| large) {
            Some(head) => {
                sheet.big(0, 0, &head, style);
                let x = big_text::width(&head) + 3;
                let beside = sheet.width() >= x.saturating_add(big_text::cells(note.width()));
                sheet.put(if beside { x } else { 0 }, if beside { 2 } else { LETTER }, &Line::from(note));
            }
            None => sheet.line(0, &Line::from(vec![Span::styled(head.to_owned(), style), Span::raw("  "), note])),
        }
    }

    fn teams_below(&self, sheet: &mut CellGrid, rows: u16, (large, tight): (bool, bool)) {
        if let Some(crew) = self.crew(sheet.width()).filter(|_| large) {
            sheet.sheet(0, LETTER + 1, &crew);
            return;
        }
        let free = rows.saturating_sub(sheet.height());
        let grid = self.grid(sheet.width(), usize::from(free.max(1)));
        sheet.gap(u16::from(!tight && usize::from(free) > grid.len()));
        sheet.lines(0, &grid);
    }

    /// The team that is spoken of, in big letters.
    fn big_emblem(&self, sheet: &mut CellGrid, team: &Team, word: &str, others: &[(&str, &[TeamId])]) {
        let style = self.theme.team(team.colour);
        let x = team::emblem(sheet, 0, 0, team, style);
        let room = sheet.width().saturating_sub(x);
        let name = big_text::one_line(team.name.as_str(), room);
        match &name {
            Some(name) => sheet.big(x, 0, name, style),
            None => sheet.put(x, 1, &Line::styled(team.name.to_string(), style)),
        }
        // In big letters beside the name where they fit, else below.
        let (first, rest) = word.split_once("; ").unwrap_or((word, ""));
        let beside = name
            .map(|name| big_text::width(&name) + 2 * GAP)
            .filter(|w| room >= w.saturating_add(big_text::width(first)));
        if let Some(width) = beside {
            sheet.big(x + width, 0, first, self.theme.text);
        }
        let below = if beside.is_some() { rest } else { word };
        sheet.put(0, LETTER, &Line::styled(below.to_owned(), self.theme.text));
        mentioned(others).fold(0, |x, (before, ids)| self.beside(sheet, x, before, ids));
    }

    /// The team that is spoken of, with a line a fact beside its sign.
    fn small_emblem(&self, sheet: &mut CellGrid, team: &Team, word: &str, others: &[(&str, &[TeamId])]) {
        let style = self.theme.team(team.colour);
        let x = team::emblem(sheet, 0, 0, team, style);
        let room = usize::from(sheet.width().saturating_sub(x));
        let name = Line::styled(team.name.to_string(), style);
        let others =
            mentioned(others).map(|(before, ids)| team::list(before, ids, &self.public.teams, self.theme, room));
        let word = Line::styled(word.to_owned(), self.theme.text);
        for (y, line) in (0_u16..).zip([name, word].into_iter().chain(others)) {
            sheet.put(x, y, &line);
        }
    }

    /// Teams as emblems from column `x` on, below the one that is drawn large; returns the next free column.
    fn beside(&self, sheet: &mut CellGrid, x: u16, before: &str, ids: &[TeamId]) -> u16 {
        let y = LETTER + 2;
        sheet.put(x, y + 1, &Line::styled(before.to_owned(), self.theme.text));
        let teams = ids.iter().filter_map(|&id| team::by_id(&self.public.teams, id));
        let start = x + big_text::cells(before.len()) + 2;
        teams.fold(start, |x, team| team::emblem(sheet, x, y, team, self.theme.team(team.colour)) + 1) + 3
    }
}

impl Foot for Wall<'_> {
    fn rows(&self, width: u16) -> u16 {
        (1 + self.team_rows(self.words_width(width, false))).max(self.least_rows())
    }

    fn large(&self, width: u16) -> u16 {
        let width = self.words_width(width, true);
        let teams = match self.crew(width) {
            _ if self.mode() == Some(Mode::Argue) => 0,
            Some(crew) => crew.height(),
            None => 1 + self.team_rows(width),
        };
        (LETTER + 1 + teams).max(2 * SMALL)
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

/// The groups of teams that have any in them.
fn mentioned<'a>(others: &'a [(&'a str, &'a [TeamId])]) -> impl Iterator<Item = &'a (&'a str, &'a [TeamId])> {
    others.iter().filter(|(_, ids)| !ids.is_empty())
}
