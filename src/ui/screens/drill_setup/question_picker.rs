//! The panel on which questions are chosen: by what they are and one by one, in an order of one's own.

use super::form::ChosenPlan;
use super::panel::{KeyOutcome, PanelKind};
use super::presets::PresetKind;
use super::question_filter::FilterRow;
use super::{DrillSetup, Panel};
use crate::course::Course;
use crate::course::model::{Id, Question};
use crate::study::item::Item;
use crate::study::quiz::{Choosing, QuestionFilter};
use crate::ui::bindings::Binding;
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{DOWN, ENTER, ESC, LEFT, RIGHT, SPACE, UP};

/// An action of this panel, as the whole set-up performs it.
fn on_panel<R: Into<KeyOutcome>>(
    action: impl Fn(&mut QuestionPicker, &mut ChosenPlan, &Course) -> R + 'static,
) -> impl Fn(&mut DrillSetup, &Context<'_>) -> Vec<Effect> + 'static {
    move |setup, context| {
        let Panel::Questions(panel) = &mut setup.panel else { return Vec::new() };
        let outcome = action(panel, &mut setup.form, context.course).into();
        setup.follow(outcome)
    }
}

/// The panel.
#[derive(Default)]
pub(super) struct QuestionPicker {
    pub(super) cursor: usize,
    pub(super) filter: QuestionFilter,
    /// `None` as long as those that were chosen before are.
    pinned: Option<Vec<Id>>,
    left_out: Vec<Id>,
    /// How often others were drawn.
    draws: u64,
    /// Whether the question under the cursor is shown whole, without its key.
    pub(super) is_open: bool,
}

/// A row of the panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PickerRow {
    Filter(FilterRow),
    /// One that is asked, by its place.
    Asked(usize, Id),
    LeftOut(Id),
}

impl QuestionPicker {
    pub(super) fn bindings(&self, form: &ChosenPlan, course: &Course) -> Vec<Binding<DrillSetup>> {
        let is_filter = matches!(self.here(form, course), Some(PickerRow::Filter(_)));
        vec![
            Binding::new("⏎", "use these", &[ENTER], on_panel(Self::take)),
            Binding::new("←→", "change", &[LEFT, Char('h')], on_panel(|it, form, course| it.turn(form, course, false)))
                .and(&[RIGHT, Char('l')], on_panel(|it, form, course| it.turn(form, course, true)))
                .when(is_filter),
            Binding::new("space", "pin", &[SPACE], on_panel(Self::pin)).when(!is_filter),
            Binding::new("x", "leave out", &[Char('x')], on_panel(Self::leave_out)).when(!is_filter),
            Binding::new("v", "preview", &[Char('v')], on_panel(|it, _, _| it.is_open = !it.is_open)).when(!is_filter),
            Binding::new("K J", "order", &[Char('K')], on_panel(|it, form, course| it.shift(form, course, -1)))
                .and(&[Char('J')], on_panel(|it, form, course| it.shift(form, course, 1)))
                .when(!is_filter),
            Binding::new("r", "draw others", &[Char('r')], on_panel(|it, _, _| it.draws += 1)),
            Binding::new("w", "save", &[Char('w')], on_panel(|it, form, course| it.presets(form, course, true))),
            Binding::new("o", "saved", &[Char('o')], on_panel(|it, form, course| it.presets(form, course, false))),
            Binding::new("c", "choose none", &[Char('c')], on_panel(Self::clear)).quiet(),
            Binding::new("↑↓", "move", &[UP, Char('k')], on_panel(|it, form, course| it.step(form, course, -1)))
                .and(&[DOWN, Char('j')], on_panel(|it, form, course| it.step(form, course, 1)))
                .quiet(),
            Binding::new("Esc", "back", &[ESC], |setup: &mut DrillSetup, _| setup.back_to_main()),
        ]
    }

    /// What is chosen: what was chosen before stays pinned until something else is said.
    pub(super) fn choosing(&self, form: &ChosenPlan) -> Choosing {
        let pinned = self.pinned.clone().unwrap_or_else(|| form.questions.only.clone());
        let filter = QuestionFilter { lessons: form.questions.lessons.clone(), ..self.filter.clone() };
        Choosing { filter, pinned, left_out: self.left_out.clone() }
    }

    /// Those that are asked, in their order.
    pub(super) fn asked(&self, form: &ChosenPlan, course: &Course) -> Vec<Id> {
        let choosing = self.choosing(form);
        let mode = form.mode();
        let suits = |lesson: &Id, question: &Question| {
            mode.asks_all() || mode.leaves_out(&Item::written(course, lesson, question).form).is_none()
        };
        let length = form.questions.length.max(choosing.pinned.len());
        choosing.ids_where(course, length, form.questions.seed.unwrap_or(0).wrapping_add(self.draws), suits)
    }

    pub(super) fn rows(&self, form: &ChosenPlan, course: &Course) -> Vec<PickerRow> {
        let asked = self.asked(form, course).into_iter().enumerate().map(|(at, id)| PickerRow::Asked(at, id));
        let filters = FilterRow::ALL.into_iter().map(PickerRow::Filter);
        filters.chain(asked).chain(self.left_out.iter().cloned().map(PickerRow::LeftOut)).collect()
    }

    pub(super) fn here(&self, form: &ChosenPlan, course: &Course) -> Option<PickerRow> {
        self.rows(form, course).into_iter().nth(self.cursor)
    }

    fn step(&mut self, form: &mut ChosenPlan, course: &Course, by: isize) {
        let rows = self.rows(form, course).len();
        self.cursor = self.cursor.saturating_add_signed(by).min(rows.saturating_sub(1));
    }

    fn turn(&mut self, form: &mut ChosenPlan, course: &Course, more: bool) {
        if let Some(PickerRow::Filter(row)) = self.here(form, course) {
            row.turn(&mut self.filter, course, &form.questions.lessons, more);
        }
    }

    /// The question under the cursor is asked in any case, or no longer.
    fn pin(&mut self, form: &mut ChosenPlan, course: &Course) {
        let mut pinned = self.choosing(form).pinned;
        match self.here(form, course) {
            Some(PickerRow::Asked(_, id)) if pinned.contains(&id) => pinned.retain(|other| *other != id),
            Some(PickerRow::Asked(_, id)) => pinned.push(id),
            Some(PickerRow::LeftOut(id)) => {
                self.left_out.retain(|other| *other != id);
                pinned.push(id);
            }
            Some(PickerRow::Filter(_)) | None => return,
        }
        self.pinned = Some(pinned);
    }

    /// The question under the cursor is not asked, or may be after all.
    fn leave_out(&mut self, form: &mut ChosenPlan, course: &Course) {
        match self.here(form, course) {
            Some(PickerRow::Asked(_, id)) => {
                let mut pinned = self.choosing(form).pinned;
                pinned.retain(|other| *other != id);
                self.pinned = Some(pinned);
                self.left_out.push(id);
            }
            Some(PickerRow::LeftOut(id)) => self.left_out.retain(|other| *other != id),
            Some(PickerRow::Filter(_)) | None => {}
        }
    }

    /// The question under the cursor changes places; then all of them are chosen in this order.
    fn shift(&mut self, form: &mut ChosenPlan, course: &Course, by: isize) {
        let Some(PickerRow::Asked(at, _)) = self.here(form, course) else { return };
        let mut asked = self.asked(form, course);
        let Some(to) = at.checked_add_signed(by).filter(|to| *to < asked.len()) else { return };
        asked.swap(at, to);
        self.pinned = Some(asked);
        self.cursor = self.cursor.saturating_add_signed(by);
    }

    fn clear(&mut self, form: &mut ChosenPlan, _: &Course) {
        form.questions.only.clear();
        *self = Self { cursor: self.cursor, ..Self::default() };
    }

    /// The drill asks these.
    fn take(&mut self, form: &mut ChosenPlan, course: &Course) -> KeyOutcome {
        let asked = self.asked(form, course);
        if asked.is_empty() {
            return KeyOutcome::refused("no question is left: choose another kind, level, objective or tag");
        }
        let is_plain = self.choosing(form).is_plain() && self.draws == 0;
        if is_plain {
            form.questions.only.clear();
        } else {
            form.questions.length = asked.len();
            form.questions.only = asked;
        }
        KeyOutcome::To(PanelKind::Main)
    }

    /// To what was saved under a name, with what is chosen here.
    fn presets(&mut self, form: &mut ChosenPlan, course: &Course, naming: bool) -> KeyOutcome {
        if naming {
            form.questions.only = self.asked(form, course);
            form.questions.length = form.questions.only.len().max(1);
        }
        KeyOutcome::To(PanelKind::Presets { kind: PresetKind::Questions, naming })
    }
}
