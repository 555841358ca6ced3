//! The list of scenarios: what each is about, and how it went.

use std::collections::HashMap;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::course::Course;
use crate::course::model::Id;
use crate::course::outline::ScenarioOutline;
use crate::store::{ScenarioRecord, Store, StoreError};
use crate::ui::context::Context;
use crate::ui::doc::Setter;
use crate::ui::effect::{Effect, Place};
use crate::ui::frame::Header;
use crate::ui::input::Input;
use crate::ui::keys::{self, Binding, Chord, ENTER, ESC, Hint, RIGHT};
use crate::ui::scroll::Scroll;
use crate::ui::window;

/// The list.
pub struct Scenarios {
    records: HashMap<Id, ScenarioRecord>,
    cursor: usize,
}

#[derive(Clone, Copy)]
enum Act {
    Move(isize),
    To(usize),
    Open,
    Anew,
    Back,
}

impl Scenarios {
    pub fn load(store: &Store, course: &Course) -> Result<Option<Self>, StoreError> {
        let records = store.scenario_records()?;
        Ok((!course.scenario_outlines().is_empty()).then_some(Self { records, cursor: 0 }))
    }

    pub fn refresh(&mut self, store: &Store) -> Result<(), StoreError> {
        self.records = store.scenario_records()?;
        Ok(())
    }

    fn is_open(&self, outline: &ScenarioOutline) -> bool {
        self.records.get(&outline.id).is_some_and(|r| r.open)
    }

    fn bindings(&self, course: &Course) -> Vec<Binding<Act>> {
        let moves = keys::up_down(Act::Move(-1), Act::Move(1));
        let all = course.scenario_outlines();
        let open = all.get(self.cursor).is_some_and(|o| self.is_open(o));
        let mut table = vec![
            Binding::each("↑↓", "move", moves),
            Binding::each("1-9", "go to one", keys::picks(all.len(), true, false, Act::To)).quiet(),
            Binding::new("⏎", if open { "go on" } else { "begin" }, &[ENTER, RIGHT, Chord::Char('l')], Act::Open),
        ];
        if open {
            table.push(Binding::new("n", "begin anew", &[Chord::Char('n')], Act::Anew));
        }
        table.push(Binding::new("Esc", "back", &[ESC, Chord::Char('q')], Act::Back));
        table
    }

    pub fn hints(&self, context: &Context<'_>) -> Vec<Hint> {
        keys::hints(self.bindings(context.course))
    }

    pub fn handle(&mut self, input: &Input, context: &Context<'_>) -> Vec<Effect> {
        let Input::Key(key) = input else { return Vec::new() };
        let all = context.course.scenario_outlines();
        let place = |anew| all.get(self.cursor).map(|o| Effect::Open(Place::Scenario { scenario: o.id.clone(), anew }));
        match keys::action(&self.bindings(context.course), *key) {
            Some(Act::Move(by)) => self.cursor = (self.cursor + all.len()).saturating_add_signed(by) % all.len().max(1),
            Some(Act::To(at)) => self.cursor = at,
            Some(Act::Open) => return place(false).into_iter().collect(),
            Some(Act::Anew) => return place(true).into_iter().collect(),
            Some(Act::Back) => return vec![Effect::Back],
            None => {}
        }
        Vec::new()
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let n = context.course.scenario_outlines().len();
        let text = format!("{n} {}", if n == 1 { "case" } else { "cases" });
        Header {
            place: vec![Span::styled("Scenarios", context.theme.strong)],
            progress: vec![Span::styled(text, context.theme.dim)],
        }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let theme = context.theme;
        let mut setter = Setter::new(theme, usize::from(area.width));
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
        let open = record.open.then(|| "under way".to_owned());
        let said: Vec<String> = open.into_iter().chain(best).collect();
        said.join(" · ")
    }
}
