//! What is on the wall, and what lies over it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget as _};

use super::overlay::Over;
use super::{DrillScreen, Page, scene};
use crate::course::wording::count;
use crate::study::drill::{Drill, Mode, Stage};
use crate::study::item::Item;
use crate::study::session::drill::{Pending, Spelling};
use crate::ui::context::Context;
use crate::ui::doc::DocBuilder;
use crate::ui::frame::{self, Header, Width, shortened};
use crate::ui::scroll::Scroll;
use crate::ui::wall::{Pointer, Wall};
use crate::ui::window;

/// Lines of the menu besides its rows: what was done last, and empty ones around it.
const MENU_LINES: u16 = 3;
/// Fewest lines in which the wall says that it waits.
const PAUSED_LINES: u16 = 7;
/// Lines under the wall for a ruling.
const RULING_LINES: u16 = 5;
/// Most signs that are drawn of what is typed; their number stands behind them.
const MOST_SIGNS: usize = 40;

impl DrillScreen {
    pub fn header(&self, context: &Context<'_>) -> Header {
        let theme = context.theme;
        let how = match (self.host.mode(), self.room().setup().drill()) {
            (Some(Mode::Buzzer), _) => "buzzer".to_owned(),
            (Some(Mode::Turns), _) => "in turn".to_owned(),
            (Some(Mode::Together), _) => "all together".to_owned(),
            (Some(Mode::Argue), _) => "argue and vote again".to_owned(),
            (Some(Mode::Class { .. }), _) => "the class against a target".to_owned(),
            (None, Drill::Scenario(road)) => {
                context.course.scenario(&road.scenario).map_or_else(String::new, |s| s.title.to_string())
            }
            (None, Drill::Questions(_)) => String::new(),
        };
        let progress = match self.room().setup().questions() {
            // The seed, with which anybody could draw the questions and their answers, is for the report.
            Some(questions) => format!("{} of {}", self.host.question_number(), questions.asked.len()),
            None => self.decision(),
        };
        let place = vec![Span::styled("Drill", theme.strong), Span::styled(format!(" · {how}"), theme.text)];
        Header { place, progress: vec![Span::styled(progress, theme.dim)] }
    }

    /// Where a scenario is.
    fn decision(&self) -> String {
        let made = self.room().road().len();
        match (self.page, self.host.stage()) {
            (Page::Outcome, _) => format!("decision {made}"),
            (_, Some(Stage::Scene { .. })) => format!("decision {}", made + 1),
            _ if made == 0 => String::new(),
            _ => count(made, "decision"),
        }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        match &self.over {
            Some(over @ (Over::Ruling { .. } | Over::Confirm { .. })) => {
                let lower = area.height.min(RULING_LINES);
                let upper = Rect { height: area.height - lower, ..area };
                self.draw_wall(frame, upper, context);
                self.draw_over(frame, Rect { y: upper.bottom(), height: lower, ..area }, context, over);
            }
            Some(over @ Over::Menu { .. }) => {
                // The class reads one word; the menu below it is the teacher's.
                let rows = u16::try_from(self.over_rows(over).1.len()).unwrap_or(u16::MAX).saturating_add(MENU_LINES);
                let lower = if area.height >= rows.saturating_add(PAUSED_LINES) { rows } else { area.height };
                let upper = Rect { height: area.height - lower, ..area };
                if !upper.is_empty() {
                    self.draw_wall(frame, upper, context);
                }
                self.draw_over(frame, Rect { y: upper.bottom(), height: lower, ..area }, context, over);
            }
            Some(Over::People { cursor }) => {
                Clear.render(area, frame.buffer_mut());
                self.draw_people(frame, area, context, *cursor);
            }
            Some(over) => self.draw_over(frame, area, context, over),
            None => self.draw_wall(frame, area, context),
        }
    }

    fn draw_wall(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        if let Some(sheet) = self.scenario_wall(area, context) {
            sheet.paste(frame.buffer_mut(), area, 0);
            self.draw_notice(frame, area, context);
            return;
        }
        if let Some(page) = self.scenario_page(area, context) {
            let area = scene::column(area);
            let scroll = self.scenario_scroll(&page, area);
            window::draw(frame, area, &page.doc.lines, scroll);
            window::draw_more(frame, area, page.doc.lines.len(), scroll, context.theme);
            self.draw_notice(frame, area, context);
            return;
        }
        self.with_wall(context, |wall| wall.draw(frame.buffer_mut(), area));
    }

    /// How many pupils were counted one by one, where any was; never what they chose.
    fn pupils_counted(&self) -> Option<String> {
        let count = self.host.pending().count().filter(|count| !count.pupils().is_empty())?;
        let typed = if count.digits() == 0 { "" } else { " ••" };
        Some(format!("{} counted.{typed}", self::count(count.pupils().len(), "pupil")))
    }

    /// What was said last, or how many pupils were counted, in the bottom row of a scenario's page.
    fn draw_notice(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        if let Some(notice) = &self.notice.clone().or_else(|| self.pupils_counted()) {
            frame.buffer_mut().set_stringn(
                area.x,
                area.bottom() - 1,
                notice,
                usize::from(area.width),
                context.theme.partly,
            );
        }
    }

    pub(super) fn with_wall<T>(&self, context: &Context<'_>, then: impl FnOnce(&Wall<'_>) -> T) -> T {
        let public = self.room().public();
        let pointer = self.pointer();
        then(&Wall {
            course: context.course,
            theme: context.theme,
            public: &public,
            setup: self.room().setup(),
            left_ms: self.host.left_ms(context.clock),
            pointer: &pointer,
            scroll: self.scroll,
            turned: self.turned,
        })
    }

    /// What is entered now, as the wall says it.
    pub fn entered(&self) -> Option<String> {
        self.over.is_none().then(|| self.pointer().line).flatten()
    }

    /// What the teacher is at, as far as the class may see it.
    fn pointer(&self) -> Pointer {
        if let Some(Over::Menu { .. }) = self.over {
            return Pointer { seats: self.host.seat_news(), ..Pointer::default() };
        }
        let (line, entered, seats) = (self.notice.clone(), self.heard.clone(), self.host.seat_news());
        let mut pointer = Pointer { entered, line, seats, ..Pointer::default() };
        if let Some(open) = self.host.open_question() {
            pointer.entered = open.given.iter().map(|g| g.team).collect();
        }
        match self.host.pending() {
            Pending::Answer(spelling) => {
                pointer.team = spelling.team;
                pointer.option = if spelling.hidden { None } else { spelling.place(self.room()) };
                pointer.line = pointer.line.or_else(|| Some(self.spelled(spelling)));
            }
            Pending::Votes { count, .. } => {
                if let Some(said) = self.pupils_counted() {
                    pointer.line = pointer.line.or(Some(said));
                    return pointer;
                }
                pointer.option = Some(count.at());
                pointer.counted = Some((count.done(), count.options()));
                let typed = if count.digits() == 0 { "" } else { "••" };
                let label = self.host.pending().counted(self.room()).unwrap_or('?');
                pointer.line = pointer.line.or(Some(format!("Hands for {label}: {typed}")));
            }
            Pending::Nothing if self.host.vote_is_clear() => {
                let clear = "There is little to argue about: a shows the answer, ⏎ votes again.";
                pointer.line = pointer.line.or_else(|| Some(clear.to_owned()));
            }
            Pending::Decision { .. } | Pending::Nothing => {}
        }
        pointer
    }

    /// Whose answer is entered, and as much of it as the class may see; at first, how it is entered.
    fn spelled(&self, spelling: &Spelling) -> String {
        let room = self.room();
        let Some(team) = spelling.team else { return "All teams have answered.".to_owned() };
        let name = room.team(team).map_or_else(String::new, |t| t.name.to_string());
        match (spelling.text.is_empty(), spelling.hidden) {
            (true, true) => return format!("{name}: {}", self.how_to_spell(spelling)),
            (true, false) => return self.how_to_spell(spelling),
            (false, true) => return masked(&name, spelling),
            (false, false) => {}
        }
        // Letters as they stand on the wall; words as they were typed. What was typed may be a number: what it stands for
        // is said.
        match spelling.label(room) {
            _ if self.host.pending().is_words(room) => format!("{name}: {}", spelling.text),
            Some(label) => format!("{name}: {label}"),
            None => format!("{name}: {}", spelling.text.to_uppercase()),
        }
    }

    fn how_to_spell(&self, spelling: &Spelling) -> String {
        match spelling.asked(self.room()) {
            // A letter that is a team's key is no answer.
            Some(asked) if self.has_key_among(asked) && asked.is_one_letter() => {
                format!("Press 1 to {} for its letter, or ↑↓, then ⏎.", asked.letters())
            }
            Some(asked) if self.has_key_among(asked) && asked.letters() > 0 => {
                format!("Press the numbers of its letters, 1 to {}, then ⏎.", asked.letters())
            }
            asked => asked.map_or_else(String::new, Item::how_to_spell),
        }
    }

    /// Whether a team's key is the letter of an option.
    pub(super) fn has_key_among(&self, asked: &Item) -> bool {
        (0..asked.letters()).any(|place| self.host.is_team_key(asked.label_at(place).to_ascii_lowercase()))
    }

    fn draw_over(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>, over: &Over) {
        let theme = context.theme;
        // A list is read like a page; a ruling stands under the wall, at its left edge.
        let column = if matches!(over, Over::Ruling { .. } | Over::Confirm { .. }) {
            area
        } else {
            frame::body(context.area, Width::Reading)
        };
        let area = Rect { x: column.x, width: column.width, ..area };
        Clear.render(area, frame.buffer_mut());
        let (title, rows) = self.over_rows(over);
        let mut setter = DocBuilder::new(theme, usize::from(area.width));
        // The wall above the menu says that it waits.
        let said = matches!(over, Over::Menu { .. }) && area.y > frame::body(context.area, Width::Wall).y;
        if !said {
            setter.plain(&title, theme.strong);
        }
        if !said && !matches!(over, Over::Ruling { .. } | Over::Confirm { .. }) {
            setter.gap();
        }
        if let Some(typed) = over.typed() {
            setter.plain(&format!("▸ {typed}"), theme.focus);
        }
        let cursor = over.row();
        let mut focus = 0..1;
        for (at, row) in rows.iter().enumerate() {
            let here = cursor == Some(at);
            let (mark, style) = if here { ("▸", theme.focus) } else { (" ", theme.text) };
            let from = setter.height();
            setter.lines([Line::styled(shortened(&format!("{mark} {row}"), usize::from(area.width)), style)]);
            if here {
                focus = from..setter.height();
            }
        }
        if let Some(notice) = &self.notice {
            setter.gap();
            setter.plain(notice, theme.partly);
        }
        let lines = setter.finish().lines;
        let mut scroll = Scroll::default();
        scroll.show(focus.start, focus.end + 2, usize::from(area.height));
        window::draw(frame, area, &lines, scroll);
        window::draw_more(frame, area, lines.len(), scroll, theme);
    }

    /// Lines of the wall that are in sight at once.
    pub(super) fn window(&self, context: &Context<'_>) -> usize {
        let area = frame::body(context.area, Width::Wall);
        match self.scenario_page(area, context) {
            Some(_) => usize::from(area.height),
            None => self.with_wall(context, |wall| wall.window(area)),
        }
    }

    pub(super) fn scroll_by(&mut self, lines: isize, context: &Context<'_>) {
        let area = frame::body(context.area, Width::Wall);
        let below = match self.scenario_page(area, context) {
            Some(page) => page.doc.lines.len().saturating_sub(usize::from(area.height)),
            None => self.with_wall(context, |wall| wall.height(area)),
        };
        self.scroll.by(lines, below, 0);
    }
}

/// That signs were taken, and how many; not which.
fn masked(name: &str, spelling: &Spelling) -> String {
    let signs = spelling.text.chars().count();
    format!("{name}: {} ({})", "•".repeat(signs.min(MOST_SIGNS)), count(signs, "sign"))
}
