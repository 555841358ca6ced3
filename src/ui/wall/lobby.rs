//! Before the first question: what is played, by which rule, and who plays.

use ratatui::text::{Line, Span};
use tui_big_text::PixelSize;

use super::Wall;
use super::big::{self, cells};
use super::question::wrapped;
use super::sheet::Sheet;
use super::team::{self, Cell};
use crate::study::room::{Drill, Mode, Questions, Team};

/// Cells between two columns of teams.
const GAP: u16 = 2;
/// Columns of a team drawn large beside another: emblem and a name of the longest kind.
const HALF: u16 = 38;

impl Wall<'_> {
    pub(super) fn lobby(&self, width: u16, height: u16) -> Sheet {
        let mut sheet = Sheet::new(width);
        let (title, sentences) = self.words();
        self.title(&mut sheet, &title, height);
        for sentence in sentences {
            sheet.lines(0, &wrapped(&sentence, width.min(100), self.theme.text));
        }
        sheet.gap(1);
        let free = height.saturating_sub(sheet.height());
        let top = sheet.height();
        sheet.sheet(0, top, &self.crowd(width, free));
        sheet
    }

    /// A heading: big where there is room for it.
    pub(super) fn title(&self, sheet: &mut Sheet, title: &str, height: u16) {
        match big::wrapped(title, sheet.width()).filter(|lines| lines.len() == 1 && height >= 26) {
            Some(lines) => {
                lines.iter().for_each(|line| sheet.big(0, sheet.height(), line, self.theme.strong, PixelSize::Quadrant));
                sheet.gap(1);
            }
            None => sheet.line(0, &Line::styled(title.to_owned(), self.theme.strong)),
        }
    }

    /// Title and sentences.
    fn words(&self) -> (String, Vec<String>) {
        match self.setup.drill() {
            Drill::Questions(questions) => {
                let (title, sentence) = mode(questions.mode);
                let scored = questions.mode != Mode::Argue;
                let rules = Some(questions.scoring.sentences().join(" ")).filter(|_| scored);
                (title.to_owned(), [Some(sentence), Some(counts(questions)), rules].into_iter().flatten().collect())
            }
            Drill::Scenario(road) => {
                let title = self.course.scenario(&road.scenario).map_or_else(|| road.scenario.to_string(), |s| s.title.to_string());
                (title, vec!["A scenario played by vote: the class decides at each scene.".to_owned()])
            }
        }
    }

    fn has_keys(&self) -> bool {
        self.setup.questions().is_some_and(|q| q.mode == Mode::Buzzer)
    }

    /// The teams, as large as `height` rows allow.
    fn crowd(&self, width: u16, height: u16) -> Sheet {
        let n = cells(self.public.teams.len());
        let half = (width - GAP.min(width)) / 2;
        let names_fit = self.public.teams.iter().all(|t| team::big_name(t, width.saturating_sub(30)).is_some());
        match () {
            () if names_fit && n * 5 <= height + 1 => self.large(width, 1, true),
            () if half >= HALF && n.div_ceil(2) * 5 <= height + 1 => self.large(half, 2, false),
            () if n * 5 <= height + 1 => self.large(width, 1, false),
            () => self.small(width, height),
        }
    }

    /// Emblems in columns of `width` cells.
    fn large(&self, width: u16, columns: u16, big_names: bool) -> Sheet {
        let mut sheet = Sheet::new(width * columns + GAP * (columns - 1));
        let rows = cells(self.public.teams.len()).div_ceil(columns);
        for (n, team) in (0_u16..).zip(&self.public.teams) {
            let mut one = Sheet::new(width);
            self.one(&mut one, team, big_names);
            sheet.sheet(n / rows * (width + GAP), n % rows * 5, &one);
        }
        sheet
    }

    fn one(&self, sheet: &mut Sheet, team: &Team, big_name: bool) {
        let style = self.theme.team(team.colour);
        let x = team::emblem(sheet, 0, 0, team, style);
        let key_at = sheet.width().saturating_sub(8);
        let key_big = self.has_keys() && key_at >= x + 26;
        match team::big_name(team, sheet.width().saturating_sub(x)).filter(|_| big_name) {
            Some(name) => sheet.big(x, 0, &name, style, PixelSize::Quadrant),
            None => sheet.put(x, if self.has_keys() && !key_big { 0 } else { 1 }, &Line::styled(team.name.to_string(), style)),
        }
        if key_big {
            let at = if big_name { x + 4 * cells(team.name.as_str().chars().count()) + 6 } else { x + 28 };
            sheet.put(at, 1, &Line::styled("key", self.theme.dim));
            sheet.big(at + 4, 0, &team.key.to_ascii_uppercase().to_string(), self.theme.strong, PixelSize::Quadrant);
        } else if self.has_keys() {
            sheet.put(x, 2, &Line::from(vec![Span::styled("key ", self.theme.dim), team::cap(team, self.theme)]));
        }
    }

    fn small(&self, width: u16, height: u16) -> Sheet {
        let mut sheet = Sheet::new(width);
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

/// A mode's title, and what is done in it.
fn mode(mode: Mode) -> (&'static str, String) {
    match mode {
        Mode::Buzzer => ("Buzzer", "Press first, then answer. After a wrong answer the others may press.".to_owned()),
        Mode::Turns => ("In turn", "Teams answer in turn. A question that is missed passes to the next team.".to_owned()),
        Mode::Together => ("All together", "Every team answers every question.".to_owned()),
        Mode::Argue => ("Argue and vote again", "Vote by hand, argue with your neighbours, vote again. No points.".to_owned()),
        Mode::Class { target_percent } => (
            "The class against a target",
            format!("Every team answers; all points together are to reach {target_percent} % of what there is."),
        ),
    }
}

/// `10 questions, 20 seconds each, 1 to 3 points each.`
fn counts(questions: &Questions) -> String {
    let n = questions.asked.len();
    let count = if n == 1 { "1 question".to_owned() } else { format!("{n} questions") };
    let timer = questions.timer_s.map_or(", no clock".to_owned(), |s| format!(", {s} seconds each"));
    let points = || questions.asked.iter().map(|a| a.points);
    let (low, high) = (points().min().unwrap_or(0), points().max().unwrap_or(0));
    let worth = match (questions.mode, low, high) {
        (Mode::Argue, _, _) => String::new(),
        (_, 1, 1) => ", 1 point each".to_owned(),
        (_, low, high) if low == high => format!(", {low} points each"),
        (_, low, high) => format!(", {low} to {high} points each"),
    };
    format!("{count}{timer}{worth}.")
}
