//! Pages: a question or a story that has no room in big letters is drawn on several, and the teacher turns them.

use super::{DrillScreen, Page};
use crate::study::session::drill::Pending;
use crate::ui::bindings::Binding;
use crate::ui::context::Context;
use crate::ui::frame::{self, Width};
use crate::ui::keys::{PAGE_DOWN, PAGE_UP};

/// The page that is shown, from 1, of how many.
#[derive(Clone, Copy)]
pub(super) struct PageNumber {
    at: usize,
    of: usize,
}

impl PageNumber {
    /// What turns to the next page, as the footer says it.
    pub(super) fn next(self) -> Option<String> {
        (self.at < self.of).then(|| format!("page {} of {}", self.at + 1, self.of))
    }

    pub(super) fn is_one_of_several(self) -> bool {
        self.of > 1
    }

    fn previous(self) -> Option<String> {
        (self.at > 1).then(|| format!("page {} of {}", self.at - 1, self.of))
    }
}

impl DrillScreen {
    pub(super) fn page_number(&self, context: &Context<'_>) -> PageNumber {
        let area = frame::body(context.area, Width::Wall);
        let of = match self.scenario_pages(area, context) {
            Some(pages) => pages.len().max(1),
            None => self.with_wall(context, |wall| wall.pages(area)),
        };
        PageNumber { at: self.turned.min(of - 1) + 1, of }
    }

    /// The keys that turn pages, where there are several.
    pub(super) fn turning_bindings(&self, number: PageNumber) -> Vec<Binding<Self>> {
        let next = number.next().map(|page| {
            let turn = |s: &mut Self, context: &Context<'_>| s.turn(1, context);
            let next = Binding::new("PgDn", &page, &[PAGE_DOWN], turn).once();
            // There ⏎ turns to it, and says so.
            if self.page == Page::Opening { next.quiet() } else { next }
        });
        let previous = number.previous().map(|page| {
            Binding::new("PgUp", &page, &[PAGE_UP], |s: &mut Self, context: &Context<'_>| s.turn(-1, context)).once()
        });
        previous.into_iter().chain(next).collect()
    }

    /// Shows another page.
    pub(super) fn turn(&mut self, by: isize, context: &Context<'_>) {
        let PageNumber { at, of } = self.page_number(context);
        self.turned = (at - 1).saturating_add_signed(by).min(of - 1);
    }

    /// Choices are counted where they stand: on the first page of a scene.
    pub(super) fn turn_to_choices(&mut self) {
        if matches!(self.host.pending(), Pending::Decision { .. }) {
            self.turned = 0;
        }
    }
}
