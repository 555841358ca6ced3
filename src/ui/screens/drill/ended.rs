//! After the drill: the report, practising what was missed, and giving it to the learners' cards.

use super::DrillScreen;
use super::overlay::Over;
use crate::study::quiz::{Mode, PaperSpec};
use crate::study::report::MISSED_BELOW;
use crate::ui::context::Context;
use crate::ui::effect::{Effect, Place};
use crate::ui::keys::{BACKSPACE, Binding, Chord, DOWN, ENTER, ESC, PAGE_DOWN, PAGE_UP, UP};

/// What can be done at the end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Do {
    Report,
    Practise,
    Cards,
    Mend,
    TakeBack,
    Line(isize),
    Leave,
}

impl DrillScreen {
    pub(super) fn ended_bindings(&self) -> Vec<Binding<Do>> {
        let mut table = vec![Binding::new("⏎", "report", &[ENTER, Chord::Char('r')], Do::Report)];
        if !self.room().missed(MISSED_BELOW).is_empty() {
            table.push(Binding::new("p", "practise the missed", &[Chord::Char('p')], Do::Practise));
            table.push(Binding::new("c", "into the cards", &[Chord::Char('c')], Do::Cards));
        }
        if !self.room().revealed().is_empty() {
            table.push(Binding::new("m", "mend a key", &[Chord::Char('m')], Do::Mend).quiet());
        }
        table.push(
            Binding::each(
                "↑↓",
                "scroll",
                vec![(UP, Do::Line(-1)), (DOWN, Do::Line(1)), (PAGE_UP, Do::Line(-10)), (PAGE_DOWN, Do::Line(10))],
            )
            .quiet(),
        );
        table.push(Binding::new("⌫", "take back the end", &[BACKSPACE], Do::TakeBack).quiet());
        table.push(Binding::new("Esc", "leave", &[ESC, Chord::Char('q')], Do::Leave));
        table
    }

    pub(super) fn ended(&mut self, what: Do, context: &Context<'_>) -> Vec<Effect> {
        match what {
            Do::Report => self
                .host
                .run()
                .map(|run| Effect::Open(Place::Report(crate::ui::effect::ReportOf::Drill(run))))
                .into_iter()
                .collect(),
            Do::Practise => vec![Effect::Open(Place::Quiz(self.practice(context)))],
            Do::Cards => {
                let chosen = (0..self.profiles.len()).map(|at| at == 0).collect();
                self.over = Some(Over::Cards { cursor: 0, chosen });
                Vec::new()
            }
            Do::Mend => {
                self.over = Some(Over::Questions { cursor: 0 });
                Vec::new()
            }
            Do::TakeBack => self.take_back(context),
            Do::Line(by) => {
                self.scroll_by(by, context);
                Vec::new()
            }
            Do::Leave => vec![Effect::Back],
        }
    }

    /// A practice quiz of what was missed.
    fn practice(&self, context: &Context<'_>) -> PaperSpec {
        let only = self.room().missed(MISSED_BELOW);
        PaperSpec {
            lessons: Vec::new(),
            length: only.len(),
            seed: context.new_seed(),
            mode: Mode::Practice,
            limit_s: None,
            only,
        }
    }
}
