//! Keys on the first panel and on that of the extras: both are rows to be changed.

use super::form::Game;
use super::panel::{KeyOutcome, PanelKind};
use super::presets::PresetKind;
use super::settings::{EXTRAS, SetupRow, settings};
use super::{DrillSetup, Panel};
use crate::ui::bindings::Binding;
use crate::ui::context::Context;
use crate::ui::effect::{DrillStart, Effect, Place};
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{BACKSPACE, ENTER, ESC, LEFT, RIGHT, SPACE};
use crate::ui::screens::quiz_setup::around;

impl DrillSetup {
    fn is_main(&self) -> bool {
        matches!(self.panel, Panel::Main)
    }

    /// The row under the cursor.
    pub(super) fn here(&self) -> SetupRow {
        if self.is_main() { self.row } else { self.extra }
    }

    pub(super) fn shown_rows(&self) -> Vec<SetupRow> {
        if self.is_main() { settings(&self.form) } else { EXTRAS.to_vec() }
    }

    pub(super) fn form_bindings(&self) -> Vec<Binding<Self>> {
        let (main, here) = (self.is_main(), self.here());
        let (opens, changes) = (here.opens(), !here.opens() && here != SetupRow::Seed);
        let more = [RIGHT, SPACE, Char('l')];
        vec![
            Binding::new("⏎", "start", &[ENTER], Self::start).when(main),
            Binding::<Self>::new("⏎", "done", &[ENTER], |s, _| s.back_to_main()).when(!main),
            Binding::<Self>::up_down("move", |s, by, _| s.step(by)),
            Binding::<Self>::new("→", "open", &more, |s, _| s.open_row()).when(opens),
            Binding::<Self>::new("←→", "change", &[LEFT, Char('h')], |s, context| s.change(false, context))
                .and(&more, |s, context| s.change(true, context))
                .when(changes),
            Binding::<Self>::picks("0-9 ⌫", "type", ('0'..='9').map(Char), |s, digit, _| s.type_digit(digit))
                .and(&[BACKSPACE], |s, _| s.erase())
                .when(here.is_number()),
            Binding::<Self>::new("q", "questions", &[Char('q')], |s, _| s.go(PanelKind::Questions))
                .when(main && self.form.game != Game::Scenario),
            Binding::<Self>::new("c", "class", &[Char('c')], |s, _| s.choose_class()).when(main),
            Binding::<Self>::new("t", "teams", &[Char('t')], |s, _| s.go(PanelKind::Teams))
                .when(main && self.form.has_points()),
            Binding::<Self>::new("s", "sets", &[Char('s')], |s, _| s.go(SETS)).when(main),
            Binding::<Self>::new("w", "save as a set", &[Char('w')], |s, _| s.go(KEEP_SET)).quiet().when(main),
            Binding::<Self>::new("r", "resume the unfinished drill", &[Char('r')], |s, _| s.resume())
                .quiet()
                .when(main && self.unfinished.is_some()),
            Binding::<Self>::new("Esc", "back", &[ESC], |s, _| s.leave()),
        ]
    }

    /// Which class plays; where there is none yet, the list in which one is made.
    fn choose_class(&mut self) -> Option<Effect> {
        if self.presets.classes.is_empty() {
            return Some(Effect::Open(Place::Classes));
        }
        self.go(PanelKind::Classes);
        None
    }

    fn step(&mut self, by: isize) {
        let next = around(&self.shown_rows(), &self.here(), by > 0).unwrap_or(SetupRow::Play);
        if self.is_main() {
            self.row = next;
        } else {
            self.extra = next;
        }
    }

    fn change(&mut self, more: bool, context: &Context<'_>) {
        self.here().change(&mut self.form, context.course, more);
    }

    fn type_digit(&mut self, digit: usize) {
        let fresh = !std::mem::replace(&mut self.typed, true);
        self.here().digit(&mut self.form, digit as u64, fresh);
    }

    fn erase(&mut self) {
        self.typed = true;
        self.here().erase(&mut self.form);
    }

    /// Goes to the panel behind the row.
    fn open_row(&mut self) {
        self.go(match self.here() {
            SetupRow::From => PanelKind::Lessons,
            SetupRow::Set => SETS,
            SetupRow::Extras => PanelKind::Extras,
            SetupRow::Teams => PanelKind::Teams,
            _ => PanelKind::Main,
        });
    }

    fn resume(&self) -> Option<Effect> {
        let run = self.unfinished.as_ref()?.run;
        Some(Effect::Replace(Place::Drill(DrillStart::Resume(run))))
    }

    fn leave(&mut self) -> Vec<Effect> {
        let leaves = self.is_main();
        self.follow(if leaves { KeyOutcome::Ask(vec![Effect::Back]) } else { KeyOutcome::To(PanelKind::Main) })
    }
}

const SETS: PanelKind = PanelKind::Presets { kind: PresetKind::Plans, naming: false };
const KEEP_SET: PanelKind = PanelKind::Presets { kind: PresetKind::Plans, naming: true };
