//! The pages of a scenario played by vote, as text and, on a wall, in big letters.

use ratatui::layout::Rect;

use super::{DrillScreen, Page};
use crate::course::model::Scenario;
use crate::pages::debrief;
use crate::study::drill::{Drill, Stage, State};
use crate::study::scenario::{ClassTrace, follow};
use crate::study::session::drill::Pending;
use crate::ui::context::Context;
use crate::ui::doc::Doc;
use crate::ui::passage;
use crate::ui::scenario::class::{self, ClassPointer};
use crate::ui::scenario::{FocusedPage as Text, PlayView};
use crate::ui::scroll::Scroll;
use crate::ui::wall::canvas::CellGrid;

/// Widest column of a scenario's text.
const COLUMN: u16 = 100;

/// What of a scenario is shown.
enum Sight {
    Opening,
    Vote(ClassPointer),
    /// What came of the last decision.
    Outcome,
    Debrief,
}

impl DrillScreen {
    /// `None` when questions are asked or nothing of a scenario is on the wall.
    fn sight(&self) -> Option<Sight> {
        match (self.room().state(), self.page, self.host.pending()) {
            (State::Live(_), Page::Outcome, _) => Some(Sight::Outcome),
            (State::Live(Stage::Scene { .. }), Page::Opening, _) => Some(Sight::Opening),
            (State::Live(Stage::Scene { .. }), Page::Main, Pending::Decision { count, .. }) => {
                let by_hands = !count.is_untouched() && count.pupils().is_empty();
                let counted = by_hands.then(|| (count.done(), count.options()));
                Some(Sight::Vote(ClassPointer { option: Some(count.at()), counted }))
            }
            (State::Live(Stage::Debrief { .. }) | State::Done(_), _, _) => Some(Sight::Debrief),
            _ => None,
        }
    }

    /// The scenario with its choices in the order in which the class votes on them.
    fn case(&self, context: &Context<'_>) -> Option<Scenario> {
        let Drill::Scenario(road) = self.room().setup().drill() else { return None };
        Some(road.arranged(context.course.scenario(&road.scenario)?))
    }

    /// How far the class has come in it.
    fn trace<'s>(&self, scenario: &'s Scenario) -> ClassTrace<'s> {
        follow(scenario, self.room().road().iter().map(|d| (&d.scene, &d.choice)))
    }

    /// The page as text.
    pub(super) fn scenario_page(&self, area: Rect, context: &Context<'_>) -> Option<Text> {
        let scenario = &self.case(context)?;
        let trace = self.trace(scenario);
        let view = view(scenario, column(area).width, context);
        let decisions = self.room().road();
        let whole = |doc: Doc| Text { doc, focus: 0..0 };
        match self.sight()? {
            Sight::Opening => Some(whole(class::opening(view))),
            Sight::Vote(pointer) => Some(class::scene(view, &trace, trace.scene()?, pointer)),
            Sight::Outcome => Some(whole(class::outcome(view, trace.steps.last()?, &decisions.last()?.hands))),
            Sight::Debrief => trace.ending().map(|_| {
                let passages = debrief::of_class(context.course, scenario, &trace, decisions);
                whole(passage::set(&passages, context.theme, view.width))
            }),
        }
    }

    /// The page on a wall; `None` where it is not drawn large.
    pub(super) fn scenario_wall(&self, area: Rect, context: &Context<'_>) -> Option<CellGrid> {
        let mut pages = self.scenario_pages(area, context)?;
        let at = self.turned.min(pages.len().checked_sub(1)?);
        Some(pages.swap_remove(at))
    }

    /// All pages in big letters: at a vote and after it, what is read on the first in small ones is large on the others.
    pub(super) fn scenario_pages(&self, area: Rect, context: &Context<'_>) -> Option<Vec<CellGrid>> {
        if !class::wall::is_wall(area) {
            return None;
        }
        let scenario = &self.case(context)?;
        let trace = self.trace(scenario);
        let view = view(scenario, area.width, context);
        let (first, text) = match self.sight()? {
            Sight::Opening => return class::wall::opening(view, area),
            Sight::Vote(pointer) => {
                let scene = trace.scene()?;
                let first = class::wall::scene(view, &trace, scene, pointer, area)?;
                (first, class::wall::scene_text(view, &trace, scene, area))
            }
            Sight::Outcome => {
                let step = trace.steps.last()?;
                let first = class::wall::outcome(view, step, &self.room().road().last()?.hands, area)?;
                (first, class::wall::outcome_text(view, step, area))
            }
            Sight::Debrief => return None,
        };
        Some([vec![first], text.unwrap_or_default()].concat())
    }

    /// Scrolled by hand; a choice pointed at is brought into sight.
    pub(super) fn scenario_scroll(&self, page: &Text, area: Rect) -> Scroll {
        let mut scroll = self.scroll;
        if scroll.top == 0 && !page.focus.is_empty() {
            scroll.show(page.focus.start, page.focus.end, usize::from(area.height));
        }
        scroll
    }
}

fn view<'a>(scenario: &'a Scenario, width: u16, context: &'a Context<'_>) -> PlayView<'a> {
    PlayView { course: context.course, scenario, theme: context.theme, width: usize::from(width) }
}

/// Where a page of text stands.
pub(super) fn column(area: Rect) -> Rect {
    let width = area.width.min(COLUMN);
    Rect { x: area.x + (area.width - width) / 2, width, ..area }
}
