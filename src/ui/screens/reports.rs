//! What can be reported: drills, and papers that several people sat.

use jiff::Timestamp;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::course::Course;
use crate::course::wording::count;
use crate::store::{DrillLine, SatPaper, Store, StoreError, StoreErrorKind};
use crate::study::drill::{Drill, Room};
use crate::study::event::RunId;
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::Context;
use crate::ui::doc::DocBuilder;
use crate::ui::effect::{DrillStart, Effect, Place, ReportOf};
use crate::ui::frame::{Header, Width, shortened};
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{ENTER, RIGHT};
use crate::ui::screens::lifecycle::Lifecycle;
use crate::ui::scroll::Scroll;
use crate::ui::window;

/// Drills that are listed; older ones are reached with `ninetracks report N`.
const SHOWN: usize = 30;

/// The list.
pub struct Reports {
    rows: Vec<Reportable>,
    cursor: usize,
}

/// Something to report.
struct Reportable {
    /// `None` when it is damaged.
    of: Option<ReportOf>,
    what: String,
    at: Timestamp,
    /// The drill, when it is not over.
    left: Option<RunId>,
}

impl Keyed for Reports {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        let can_report = self.row().is_some_and(|row| row.of.is_some());
        let can_resume = self.row().is_some_and(|row| row.left.is_some());
        vec![
            Binding::<Self>::up_down("move", |s, by, _| s.step(by)).when(!self.rows.is_empty()),
            Binding::<Self>::new("⏎", "report", &[ENTER, RIGHT, Char('l')], |s, _| s.open()).when(can_report),
            Binding::<Self>::new("g", "resume the drill", &[Char('g')], |s, _| s.resume()).when(can_resume),
            Binding::back(),
        ]
    }
}

impl Lifecycle for Reports {
    fn width(&self) -> Width {
        Width::List
    }

    fn refresh(&mut self, store: &Store, context: &Context<'_>) -> Result<(), StoreError> {
        *self = Self { cursor: self.cursor, ..Self::load(store, context.course)? };
        Ok(())
    }
}

impl Reports {
    pub fn load(store: &Store, course: &Course) -> Result<Self, StoreError> {
        let mut rows = Vec::new();
        for line in store.drills()?.iter().rev().take(SHOWN) {
            match store.drill_of(*line) {
                Err(error) if error.kind() == StoreErrorKind::BrokenDrill => rows.push(Reportable::of_broken(line)),
                drill => rows.extend(drill?.map(|drill| Reportable::of_drill(line, &drill.room(), course))),
            }
        }
        rows.extend(store.sat_papers()?.into_iter().map(Reportable::of_paper));
        rows.sort_by_key(|row| std::cmp::Reverse(row.at));
        Ok(Self { rows, cursor: 0 })
    }

    fn row(&self) -> Option<&Reportable> {
        self.rows.get(self.cursor)
    }

    fn step(&mut self, by: isize) {
        self.cursor = self.cursor.saturating_add_signed(by).min(self.rows.len().saturating_sub(1));
    }

    fn open(&self) -> Option<Effect> {
        self.row()?.of.clone().map(|of| Effect::Open(Place::Report(of)))
    }

    fn resume(&self) -> Option<Effect> {
        self.row()?.left.map(|run| Effect::Open(Place::Drill(DrillStart::Resume(run))))
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        let InputEvent::Key(key) = input else { return Vec::new() };
        self.press(*key, context).unwrap_or_default()
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        Header { place: vec![Span::styled("Reports", context.theme.strong)], progress: Vec::new() }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let theme = context.theme;
        let mut setter = DocBuilder::new(theme, usize::from(area.width));
        if self.rows.is_empty() {
            setter.plain(
                "Nothing yet. On the home screen, d starts a drill; the command ninetracks paper writes question sheets.",
                theme.dim,
            );
        }
        let room = usize::from(area.width).saturating_sub(24);
        for (at, row) in self.rows.iter().enumerate() {
            let (mark, style) = if at == self.cursor { ("▸", theme.focus) } else { (" ", theme.text) };
            let date = row.at.to_zoned(context.clock.zone.clone()).strftime("%Y-%m-%d %H:%M").to_string();
            let what = shortened(&row.what, room);
            setter.lines([Line::from(vec![
                Span::styled(format!(" {mark} "), style),
                Span::styled(format!("{date}  "), theme.dim),
                Span::styled(what, style),
            ])]);
        }
        let lines = setter.finish().lines;
        let mut scroll = Scroll::default();
        scroll.show(self.cursor, self.cursor + 1, usize::from(area.height));
        window::draw(frame, area, &lines, scroll);
        window::draw_more(frame, area, lines.len(), scroll, theme);
    }
}

impl Reportable {
    fn of_drill(line: &DrillLine, room: &Room, course: &Course) -> Self {
        let left = (!room.is_over()).then_some(line.run);
        let what = format!("Drill {}: {}", line.number, about(room, course));
        Self { of: Some(ReportOf::Drill(line.run)), what, at: line.started, left }
    }

    fn of_broken(line: &DrillLine) -> Self {
        Self { of: None, what: format!("Drill {}: damaged, cannot be read", line.number), at: line.started, left: None }
    }

    fn of_paper(sat: SatPaper) -> Self {
        let what = format!(
            "Paper with {}, seed {}: {}",
            count(sat.paper.length, "question"),
            sat.paper.seed,
            count(sat.people, "person")
        );
        Self { of: Some(ReportOf::Paper(sat.paper)), what, at: sat.last, left: None }
    }
}

/// What was played, and whether it is over.
fn about(room: &Room, course: &Course) -> String {
    let what = match room.setup().drill() {
        Drill::Questions(questions) => {
            format!(
                "{} of {}, {}",
                room.played().len(),
                count(questions.asked.len(), "question"),
                count(room.teams().len(), "team")
            )
        }
        Drill::Scenario(road) => {
            course.scenario(&road.scenario).map_or_else(|| road.scenario.to_string(), |s| s.title.to_string())
        }
    };
    let left = if room.is_over() { "" } else { ", left" };
    format!("{what}{left}")
}
