//! After the drill: the report, practising what was missed, and giving it to the learners' cards.

use super::DrillScreen;
use super::overlay::Over;
use crate::study::quiz::{Mode, PaperSpec};
use crate::study::report::MISSED_BELOW;
use crate::ui::bindings::Binding;
use crate::ui::context::Context;
use crate::ui::effect::{Effect, Place, ReportOf};
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{BACKSPACE, DOWN, ENTER, ESC, F3, PAGE_DOWN, PAGE_UP, UP};

impl DrillScreen {
    pub(super) fn ended_bindings(&self) -> Vec<Binding<Self>> {
        let missed = !self.room().missed(MISSED_BELOW).is_empty();
        vec![
            Binding::<Self>::new("⏎", "report", &[ENTER, Char('r')], |s, _| s.open_report()).once(),
            Binding::new("p", "practise missed", &[Char('p')], Self::practise).when(missed),
            Binding::<Self>::new("c", "add to cards", &[Char('c')], |s, _| s.choose_profiles()).when(missed),
            Binding::<Self>::new("m", "correct a key", &[Char('m')], |s, _| {
                s.over = Some(Over::Questions { cursor: 0 });
            })
            .when(self.host.can_rekey())
            .quiet(),
            Binding::<Self>::new("F3", "points by hand", &[F3], |s, _| s.over = Some(Over::Points(String::new())))
                .once()
                .when(self.host.can_award())
                .quiet(),
            Binding::<Self>::new("↑↓", "scroll", &[UP], |s, context| s.scroll_by(-1, context))
                .and(&[DOWN], |s, context| s.scroll_by(1, context))
                .and(&[PAGE_UP], |s, context| s.scroll_by(-10, context))
                .and(&[PAGE_DOWN], |s, context| s.scroll_by(10, context))
                .quiet(),
            Binding::new("⌫", "reopen the drill", &[BACKSPACE], Self::take_back).once().quiet(),
            Binding::new("Esc", "leave", &[ESC], |_, _| Effect::Back).once(),
        ]
    }

    fn open_report(&self) -> Option<Effect> {
        self.host.run().map(|run| Effect::Open(Place::Report(ReportOf::Drill(run))))
    }

    fn choose_profiles(&mut self) {
        let chosen = (0..self.profiles.len()).map(|at| at == 0).collect();
        self.over = Some(Over::Cards { cursor: 0, chosen });
    }

    fn practise(&mut self, context: &Context<'_>) -> Effect {
        Effect::Open(Place::Quiz(self.practice(context)))
    }

    /// A practice quiz of what was missed.
    fn practice(&self, context: &Context<'_>) -> PaperSpec {
        let only = self.room().missed(MISSED_BELOW);
        PaperSpec {
            lessons: Vec::new(),
            length: only.len(),
            seed: context.new_seed(),
            mode: Mode::InClass,
            limit_s: None,
            only,
        }
    }
}
