//! The courses of this computer: the built-in one, and those that were added. ⏎ opens one.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::course::model::Id;
use crate::course::wording::count;
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::catalogue::CatalogueEntry;
use crate::ui::context::Context;
use crate::ui::doc::DocBuilder;
use crate::ui::effect::{Effect, Place};
use crate::ui::file_exchange::ExchangeRequest;
use crate::ui::frame::{Header, shortened};
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{ENTER, RIGHT, digits};
use crate::ui::screens::lifecycle::Lifecycle;
use crate::ui::scroll::Scroll;
use crate::ui::window;

/// The list.
pub struct Courses {
    entries: Vec<CatalogueEntry>,
    cursor: usize,
}

impl Keyed for Courses {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        vec![
            Binding::<Self>::up_down("move", |s, by, _| s.step(by)),
            Binding::<Self>::picks("1-9", "go to one", digits(self.entries.len()), |s, at, _| s.cursor = at).quiet(),
            Binding::<Self>::new("⏎", "open", &[ENTER, RIGHT, Char('l')], |s, _| s.open())
                .when(!self.entries.is_empty()),
            Binding::opens("a", "add", &[Char('a')], Place::Exchange(ExchangeRequest::AddFrom(None))),
            Binding::opens("i", "import", &[Char('i')], Place::Exchange(ExchangeRequest::ImportFrom(None))),
            Binding::opens("x", "export", &[Char('x')], Place::Exchange(ExchangeRequest::ExportParts)),
            Binding::back(),
        ]
    }
}

impl Lifecycle for Courses {}

impl Courses {
    /// The cursor stands on the one whose progress is kept under `open`.
    pub fn new(entries: Vec<CatalogueEntry>, open: &Id) -> Self {
        let cursor = entries.iter().position(|entry| entry.progress.as_ref() == Some(open)).unwrap_or(0);
        Self { entries, cursor }
    }

    fn step(&mut self, by: isize) {
        let of = self.entries.len().max(1);
        self.cursor = (self.cursor + of).saturating_add_signed(by) % of;
    }

    fn open(&self) -> Option<Effect> {
        Some(Effect::OpenCourse(self.entries.get(self.cursor)?.course.clone()))
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        let InputEvent::Key(key) = input else { return Vec::new() };
        self.press(*key, context).unwrap_or_default()
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        Header {
            place: vec![Span::styled("Courses", context.theme.strong)],
            progress: vec![Span::styled(count(self.entries.len(), "course"), context.theme.dim)],
        }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let theme = context.theme;
        let mut setter = DocBuilder::new(theme, usize::from(area.width));
        setter.plain("Progress is kept for each course by itself.", theme.dim);
        let mut at = 0..0;
        for (n, entry) in self.entries.iter().enumerate() {
            let here = n == self.cursor;
            let (mark, style) = if here { ("▸", theme.focus) } else { (" ", theme.strong) };
            setter.gap();
            let from = setter.height();
            setter.item((&format!("{mark} {}  ", n + 1), style), &entry.title, style);
            let about = shortened(&format!("     {}", entry.about), usize::from(area.width));
            setter.lines([Line::styled(about, theme.dim)]);
            if here {
                at = from..setter.height();
            }
        }
        let lines = setter.finish().lines;
        let mut scroll = Scroll::default();
        scroll.show(at.start, at.end, usize::from(area.height));
        window::draw(frame, area, &lines, scroll);
        window::draw_more(frame, area, lines.len(), scroll, theme);
    }
}
