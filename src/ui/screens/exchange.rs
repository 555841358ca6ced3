//! Import, export and added courses: choose a file or a format, read what would come of it, then do it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::Context;
use crate::ui::doc::DocBuilder;
use crate::ui::effect::Effect;
use crate::ui::file_exchange::{ExchangeRequest, ExchangeRow, ExchangeStep};
use crate::ui::frame::{Header, shortened};
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{BACKSPACE, END, ENTER, ESC, HOME, LEFT, RIGHT};
use crate::ui::screens::lifecycle::Lifecycle;
use crate::ui::scroll::Scroll;
use crate::ui::window;

/// Most cells for what a row is.
const ASIDE: usize = 30;

/// The screen.
pub struct ExchangeScreen {
    title: &'static str,
    /// Those before the last are gone back to.
    steps: Vec<ExchangeStep>,
    /// The row of each step that is a choice, and the first line that is seen of each that is not.
    cursors: Vec<usize>,
    /// Why the last thing could not be done.
    trouble: Option<String>,
}

impl Keyed for ExchangeScreen {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        let (up, does) = match self.steps.last() {
            Some(ExchangeStep::Choice { up, rows, .. }) => {
                (up.as_ref().map(|(words, _)| *words), (!rows.is_empty()).then_some("open"))
            }
            Some(ExchangeStep::Trial { does, .. }) => (None, Some(does.0)),
            Some(ExchangeStep::Done { opens, .. }) => (None, opens.as_ref().map(|_| "open the course")),
            None => (None, None),
        };
        let is_choice = matches!(self.steps.last(), Some(ExchangeStep::Choice { .. }));
        let keys: &[_] = if is_choice { &[ENTER, RIGHT, Char('l')] } else { &[ENTER] };
        vec![
            Binding::<Self>::up_down(if is_choice { "move" } else { "scroll" }, |s, by, _| s.step(by)),
            Binding::<Self>::new("⏎", does.unwrap_or("open"), keys, |s, _| s.go()).once().when(does.is_some()),
            Binding::<Self>::new("←", up.unwrap_or("folder above"), &[LEFT, BACKSPACE, Char('h')], |s, _| s.up())
                .when(up.is_some()),
            Binding::<Self>::pages("page", ExchangeScreen::page).quiet(),
            Binding::<Self>::new("g G", "first, last", &[HOME, Char('g')], |s, _| s.jump(0))
                .and(&[END, Char('G')], |s, _| s.jump(usize::MAX))
                .quiet(),
            Binding::<Self>::new("Esc", "back", &[ESC], |s, _| s.back()),
        ]
    }
}

impl Lifecycle for ExchangeScreen {}

impl ExchangeScreen {
    /// The screen, and the request that fills it.
    pub fn new(request: ExchangeRequest) -> (Self, Vec<Effect>) {
        let title = match &request {
            ExchangeRequest::ImportFrom(_) | ExchangeRequest::TryImport(_) | ExchangeRequest::Import(_) => {
                "Import questions"
            }
            ExchangeRequest::ExportParts
            | ExchangeRequest::ExportFormats(_)
            | ExchangeRequest::TryExport(..)
            | ExchangeRequest::Export(..) => "Export questions",
            ExchangeRequest::AddFrom(_) | ExchangeRequest::Add(_) => "Add a course",
        };
        let screen = Self { title, steps: Vec::new(), cursors: Vec::new(), trouble: None };
        (screen, vec![Effect::Exchange(request)])
    }

    /// What came of a request. A folder takes the place of the one before it.
    pub fn answered(&mut self, step: Result<ExchangeStep, String>) {
        match step {
            Err(why) => self.trouble = Some(why),
            Ok(step) => {
                let is_choice = |step: Option<&ExchangeStep>| matches!(step, Some(ExchangeStep::Choice { .. }));
                let replaces = is_choice(Some(&step)) && is_choice(self.steps.last());
                // What was done cannot be gone back behind.
                if replaces || matches!(step, ExchangeStep::Done { .. }) {
                    self.steps.pop();
                    self.cursors.pop();
                }
                self.steps.push(step);
                self.cursors.push(0);
                self.trouble = None;
            }
        }
    }

    fn rows(&self) -> &[ExchangeRow] {
        match self.steps.last() {
            Some(ExchangeStep::Choice { rows, .. }) => rows,
            Some(ExchangeStep::Trial { .. } | ExchangeStep::Done { .. }) | None => &[],
        }
    }

    fn last(&self) -> usize {
        match self.steps.last() {
            Some(ExchangeStep::Choice { rows, .. }) => rows.len().saturating_sub(1),
            Some(ExchangeStep::Trial { lines, .. } | ExchangeStep::Done { lines, .. }) => lines.len(),
            None => 0,
        }
    }

    fn step(&mut self, by: isize) {
        let last = self.last();
        if let Some(cursor) = self.cursors.last_mut() {
            *cursor = cursor.saturating_add_signed(by).min(last);
        }
        self.trouble = None;
    }

    fn page(&mut self, down: bool, context: &Context<'_>) {
        let by = isize::try_from(context.height().saturating_sub(4).max(1)).unwrap_or(1);
        self.step(if down { by } else { -by });
    }

    fn jump(&mut self, to: usize) {
        let last = self.last();
        if let Some(cursor) = self.cursors.last_mut() {
            *cursor = to.min(last);
        }
    }

    fn go(&mut self) -> Option<Effect> {
        match self.steps.last()? {
            ExchangeStep::Choice { rows, .. } => {
                let row = rows.get(*self.cursors.last()?)?;
                Some(Effect::Exchange(row.request.clone()))
            }
            ExchangeStep::Trial { does: (_, request), .. } => Some(Effect::Exchange(request.clone())),
            ExchangeStep::Done { opens, .. } => Some(Effect::OpenCourse(opens.clone()?)),
        }
    }

    fn up(&mut self) -> Option<Effect> {
        match self.steps.last()? {
            ExchangeStep::Choice { up, .. } => up.clone().map(|(_, request)| Effect::Exchange(request)),
            ExchangeStep::Trial { .. } | ExchangeStep::Done { .. } => None,
        }
    }

    fn back(&mut self) -> Option<Effect> {
        self.trouble = None;
        if self.steps.len() < 2 {
            return Some(Effect::Back);
        }
        self.steps.pop();
        self.cursors.pop();
        None
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        let InputEvent::Key(key) = input else { return Vec::new() };
        self.press(*key, context).unwrap_or_default()
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        Header { place: vec![Span::styled(self.title, context.theme.strong)], progress: Vec::new() }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let theme = context.theme;
        let mut setter = DocBuilder::new(theme, usize::from(area.width));
        let mut at = 0..0;
        if let Some(why) = &self.trouble {
            setter.plain(why, theme.wrong);
            setter.gap();
        }
        match self.steps.last() {
            Some(ExchangeStep::Choice { head, nothing, .. }) => {
                setter.plain(head, theme.dim);
                setter.gap();
                if self.rows().is_empty() {
                    setter.plain(nothing, theme.dim);
                }
                let from = setter.height();
                let cursor = self.cursors.last().copied().unwrap_or(0);
                let aside = self.rows().iter().map(|row| row.aside.width().min(ASIDE)).max().unwrap_or(0);
                let room = usize::from(area.width).saturating_sub(aside + 5);
                setter.lines(self.rows().iter().enumerate().map(|(n, row)| line(row, n == cursor, context, room)));
                at = from + cursor..from + cursor + 1;
            }
            Some(ExchangeStep::Trial { head, lines, .. } | ExchangeStep::Done { head, lines, .. }) => {
                setter.plain(head, theme.strong);
                setter.gap();
                for line in lines.iter().skip(self.cursors.last().copied().unwrap_or(0)) {
                    if line.is_empty() { setter.gap() } else { setter.plain(line, theme.text) }
                }
            }
            None => {}
        }
        let lines = setter.finish().lines;
        let mut scroll = Scroll::default();
        scroll.show(at.start, at.end, usize::from(area.height));
        window::draw(frame, area, &lines, scroll);
        window::draw_more(frame, area, lines.len(), scroll, theme);
    }
}

/// A row whose name has `room` cells.
fn line(row: &ExchangeRow, here: bool, context: &Context<'_>, room: usize) -> Line<'static> {
    let theme = context.theme;
    let (mark, style) = if here { ("▸", theme.focus) } else { (" ", theme.text) };
    let name = shortened(&row.name, room);
    let pad = " ".repeat(room.saturating_sub(name.width()));
    Line::from(vec![
        Span::styled(format!(" {mark} {name}{pad}  "), style),
        Span::styled(shortened(&row.aside, ASIDE), theme.dim),
    ])
}
