//! The list of scenarios: what each is about, and how it went.

use std::collections::HashMap;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::course::Course;
use crate::course::model::Id;
use crate::course::outline::ScenarioOutline;
use crate::course::wording::count;
use crate::store::{ScenarioRecord, Store, StoreError};
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::Context;
use crate::ui::doc::DocBuilder;
use crate::ui::effect::{Effect, Place};
use crate::ui::frame::Header;
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{ENTER, RIGHT, digits};
use crate::ui::screens::lifecycle::Lifecycle;
use crate::ui::scroll::Scroll;
use crate::ui::window;

/// The list.
pub struct Scenarios {
    records: HashMap<Id, ScenarioRecord>,
    cursor: usize,
}

impl Keyed for Scenarios {
    fn bindings(&self, context: &Context<'_>) -> Vec<Binding<Self>> {
        let all = context.course.scenario_outlines();
        let open = all.get(self.cursor).is_some_and(|o| self.is_open(o));
        let enter = if open { "resume" } else { "start" };
        vec![
            Binding::up_down("move", Self::step),
            Binding::<Self>::picks("1-9", "go to one", digits(all.len()), |s, at, _| s.cursor = at).quiet(),
            Binding::<Self>::new("⏎", enter, &[ENTER, RIGHT, Char('l')], |s, context| s.open(false, context)),
            Binding::<Self>::new("n", "restart", &[Char('n')], |s, context| s.open(true, context)).when(open),
            Binding::back(),
        ]
    }
}

impl Lifecycle for Scenarios {
    fn refresh(&mut self, store: &Store, _: &Context<'_>) -> Result<(), StoreError> {
        self.records = store.scenario_records()?;
        Ok(())
    }
}

impl Scenarios {
    pub fn load(store: &Store, course: &Course) -> Result<Option<Self>, StoreError> {
        let records = store.scenario_records()?;
        Ok((!course.scenario_outlines().is_empty()).then_some(Self { records, cursor: 0 }))
    }

    fn is_open(&self, outline: &ScenarioOutline) -> bool {
        self.records.get(&outline.id).is_some_and(|r| r.open)
    }

    fn step(&mut self, by: isize, context: &Context<'_>) {
        let n = context.course.scenario_outlines().len();
        self.cursor = (self.cursor + n).saturating_add_signed(by) % n.max(1);
    }

    fn open(&self, anew: bool, context: &Context<'_>) -> Option<Effect> {
        let outline = context.course.scenario_outlines().get(self.cursor)?;
        Some(Effect::Open(Place::Scenario { scenario: outline.id.clone(), anew }))
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        let InputEvent::Key(key) = input else { return Vec::new() };
        self.press(*key, context).unwrap_or_default()
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let n = context.course.scenario_outlines().len();
        let text = count(n, "scenario");
        Header {
            place: vec![Span::styled("Scenarios", context.theme.strong)],
            progress: vec![Span::styled(text, context.theme.dim)],
        }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let theme = context.theme;
        let mut setter = DocBuilder::new(theme, usize::from(area.width));
        setter.plain("Decide in a role, give your reason, and see what comes of it.", theme.dim);
        let mut at = 0..0;
        for (n, outline) in context.course.scenario_outlines().iter().enumerate() {
            let here = n == self.cursor;
            let (mark, style) = if here { ("▸", theme.focus) } else { (" ", theme.strong) };
            setter.gap();
            let from = setter.height();
            setter.item((&format!("{mark} {}  ", n + 1), style), outline.title.as_str(), style);
            setter.item(("     ", theme.text), outline.role.as_str(), theme.text);
            let number = context.course.number(&outline.lesson);
            let about = format!("with lesson {number} · about {} min · {}", outline.minutes, self.record(outline));
            setter.item(("     ", theme.dim), &about, theme.dim);
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

    fn record(&self, outline: &ScenarioOutline) -> String {
        let Some(record) = self.records.get(&outline.id) else { return "not played yet".to_owned() };
        let best = record.best.map(|b| format!("best reasons {} of {}", b.points, b.of));
        let open = record.open.then(|| "in progress".to_owned());
        let said: Vec<String> = open.into_iter().chain(best).collect();
        said.join(" · ")
    }
}
