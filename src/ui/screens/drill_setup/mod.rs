//! Setting up a drill: what is asked, how it is played, who plays. ⏎ starts with what is shown.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Input;
use crate::course::Course;
use crate::store::{Store, StoreError};
use crate::study::event::{EventId, Happening};
use crate::study::room::{Plan, Setup, Team};
use crate::ui::context::Context;
use crate::ui::effect::{DrillStart, Effect, Place};
use crate::ui::frame::Header;
use crate::ui::keys::{self, Binding, ENTER, ESC, Hint};

/// What is chosen so far.
pub struct DrillSetup {
    teams: Vec<Team>,
    plan: Plan,
}

#[derive(Clone, Copy)]
enum Act {
    Start,
    Back,
}

impl DrillSetup {
    pub fn load(store: &Store, _course: &Course, teams: Vec<Team>) -> Result<Self, StoreError> {
        let last = store.last_drill()?.map(|d| d.setup.teams().to_vec());
        let teams = if teams.is_empty() { last.unwrap_or_else(|| Team::line_up(4)) } else { teams };
        Ok(Self { teams, plan: Plan::default() })
    }

    pub fn is_typing(&self) -> bool {
        false
    }

    pub fn saved(&mut self, _: &Happening, _: EventId) {}

    fn bindings(&self) -> Vec<Binding<Act>> {
        vec![Binding::new("⏎", "start", &[ENTER], Act::Start), Binding::new("Esc", "back", &[ESC], Act::Back)]
    }

    pub fn hints(&self, _: &Context<'_>) -> Vec<Hint> {
        keys::hints(self.bindings())
    }

    pub fn handle(&mut self, input: &Input, context: &Context<'_>) -> Vec<Effect> {
        let Input::Key(key) = input else { return Vec::new() };
        match keys::action(&self.bindings(), *key) {
            Some(Act::Start) => {
                let (draft, _) = self.plan.draft(context.course, self.teams.clone(), context.new_seed());
                let setup = Setup::new(draft).ok().map(|s| Place::Drill(DrillStart::New(Box::new(s))));
                setup.map(Effect::Replace).into_iter().collect()
            }
            Some(Act::Back) => vec![Effect::Back],
            None => Vec::new(),
        }
    }

    pub fn header(&self, _: &Context<'_>) -> Header {
        Header::default()
    }

    pub fn draw(&self, _: &mut Frame<'_>, _: Rect, _: &Context<'_>) {}
}
