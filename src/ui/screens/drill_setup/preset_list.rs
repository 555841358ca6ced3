//! The panel of what was kept under a name, teams or sets, and keeping more.

use crossterm::event::KeyEvent;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::form::ChosenPlan;
use super::panel::{KeyOutcome, PanelKind};
use super::presets::{PresetKind, Presets};
use super::settings::SetupRow;
use super::{DrillSetup, Panel};
use crate::course::Course;
use crate::course::model::Id;
use crate::course::wording::count;
use crate::study::drill::{Plan, Team};
use crate::study::event::EventKind;
use crate::study::names::{MAX_COLUMNS, Name};
use crate::ui::bindings::Binding;
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::frame::shortened;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{DELETE, DOWN, ENTER, ESC, UP};
use crate::ui::screens::field::Field;
use crate::ui::screens::listing::{Listing, Notice};

/// An action of this panel, as the whole set-up performs it.
fn on_panel<R: Into<KeyOutcome>>(
    action: impl Fn(&mut PresetList, &mut ChosenPlan, &Known<'_>) -> R + 'static,
) -> impl Fn(&mut DrillSetup, &Context<'_>) -> Vec<Effect> + 'static {
    move |setup, context| {
        let Panel::Presets(panel) = &mut setup.panel else { return Vec::new() };
        let known = Known { presets: &setup.presets, course: context.course };
        let outcome = action(panel, &mut setup.form, &known).into();
        setup.follow(outcome)
    }
}

/// What this panel looks at.
struct Known<'a> {
    presets: &'a Presets,
    course: &'a Course,
}

/// The panel.
pub(super) struct PresetList {
    kind: PresetKind,
    cursor: usize,
    naming: Option<Box<Field>>,
    /// It was opened to keep something, and closes when that is done.
    errand: bool,
}

impl PresetList {
    pub(super) fn new(kind: PresetKind) -> Self {
        Self { kind, cursor: 0, naming: None, errand: false }
    }

    /// Asks for the name at once.
    pub(super) fn keeping(kind: PresetKind) -> Self {
        Self { naming: Some(Box::default()), errand: true, ..Self::new(kind) }
    }

    pub(super) fn is_typing(&self) -> bool {
        self.naming.is_some()
    }

    pub(super) fn title(&self) -> &'static str {
        match self.kind {
            PresetKind::Teams => "saved teams",
            PresetKind::Plans => "sets",
            PresetKind::Questions => "saved questions",
        }
    }

    pub(super) fn bindings(&self) -> Vec<Binding<DrillSetup>> {
        let naming = self.is_typing();
        vec![
            Binding::new("⏎", "save", &[ENTER], on_panel(|it, form, _| it.keep(form))).when(naming),
            Binding::new("Esc", "cancel", &[ESC], on_panel(|it, _, _| it.leave_naming())).when(naming),
            Binding::new("↑↓", "move", &[UP, Char('k')], on_panel(|it, _, known| it.step(-1, known.presets)))
                .and(&[DOWN, Char('j')], on_panel(|it, _, known| it.step(1, known.presets)))
                .when(!naming),
            Binding::new("⏎", "load", &[ENTER], on_panel(Self::load)).when(!naming),
            Binding::new("w", "save the current one", &[Char('w')], on_panel(|it, _, _| it.ask_name())).when(!naming),
            Binding::new("x", "remove", &[Char('x'), DELETE], on_panel(|it, _, known| it.forget(known.presets)))
                .when(!naming),
            Binding::new("Esc", "back", &[ESC], on_panel(|it, _, _| KeyOutcome::To(it.home()))).when(!naming),
        ]
    }

    fn step(&mut self, by: isize, presets: &Presets) {
        let n = presets.named(self.kind).len();
        self.cursor = (self.cursor + n).saturating_add_signed(by) % n.max(1);
    }

    fn ask_name(&mut self) {
        self.naming = Some(Box::default());
    }

    fn leave_naming(&mut self) -> KeyOutcome {
        self.naming = None;
        if self.errand { KeyOutcome::To(self.home()) } else { KeyOutcome::Stay }
    }

    fn forget(&self, presets: &Presets) -> KeyOutcome {
        let here = presets.named(self.kind).get(self.cursor).map(|(_, event)| *event);
        here.map_or(KeyOutcome::Stay, |event| KeyOutcome::save(EventKind::Undone { event }))
    }

    /// A key that is no command is a letter of the name.
    pub(super) fn type_key(&mut self, key: KeyEvent) {
        if let Some(field) = &mut self.naming {
            field.key(key);
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        if let Some(field) = &mut self.naming {
            field.paste(text);
        }
    }

    /// The panel that this one was opened from.
    fn home(&self) -> PanelKind {
        match self.kind {
            PresetKind::Teams => PanelKind::Teams,
            PresetKind::Plans => PanelKind::Main,
            PresetKind::Questions => PanelKind::Questions,
        }
    }

    fn load(&mut self, form: &mut ChosenPlan, known: &Known<'_>) -> KeyOutcome {
        match self.kind {
            PresetKind::Teams => {
                let Some(kept) = known.presets.teams.get(self.cursor) else { return KeyOutcome::Stay };
                form.teams.clone_from(&kept.what);
            }
            PresetKind::Plans => {
                let Some(kept) = known.presets.plans.get(self.cursor) else { return KeyOutcome::Stay };
                if let Some(lost) = form.take(kept.what.clone(), known.course) {
                    return KeyOutcome::Back(self.home(), Notice::Refused(lost.to_owned()));
                }
            }
            PresetKind::Questions => {
                let Some(kept) = known.presets.questions.get(self.cursor) else { return KeyOutcome::Stay };
                let is_there = |id: &&Id| known.course.practice_question(id).is_some();
                form.questions.only = kept.what.iter().filter(is_there).cloned().collect();
                form.questions.length = form.questions.only.len().max(1);
                if form.questions.only.len() < kept.what.len() {
                    let lost = "the course no longer has all of these questions".to_owned();
                    return KeyOutcome::Back(self.home(), Notice::Refused(lost));
                }
            }
        }
        KeyOutcome::To(self.home())
    }

    fn keep(&mut self, form: &ChosenPlan) -> KeyOutcome {
        let name = match Name::new(self.naming.as_ref().map_or("", |f| f.value())) {
            Ok(name) => name,
            Err(why) => return KeyOutcome::refused(why),
        };
        self.naming = None;
        KeyOutcome::save(match self.kind {
            PresetKind::Teams => EventKind::TeamsKept { name, teams: form.teams.clone() },
            PresetKind::Plans => EventKind::PlanKept { name, plan: Box::new(form.plan()) },
            PresetKind::Questions => EventKind::QuestionsKept { name, questions: form.questions.only.clone() },
        })
    }

    /// What was saved here, in words, and whether the panel is done with that.
    pub(super) fn saved(&mut self, what: &EventKind) -> KeyOutcome {
        let said = match what {
            EventKind::TeamsKept { name, .. }
            | EventKind::PlanKept { name, .. }
            | EventKind::QuestionsKept { name, .. } => format!("Saved as “{name}”."),
            EventKind::Undone { .. } => {
                self.cursor = self.cursor.saturating_sub(1);
                "Removed.".to_owned()
            }
            _ => return KeyOutcome::Stay,
        };
        if self.errand {
            KeyOutcome::Back(self.home(), Notice::Said(said))
        } else {
            KeyOutcome::Say(Notice::Said(said))
        }
    }

    pub(super) fn draw(&self, form: &ChosenPlan, presets: &Presets, context: &Context<'_>) -> Listing {
        let theme = context.theme;
        let mut drawn = Listing::default();
        if let Some(field) = &self.naming {
            let (text, column) = field.draw("", context.width().saturating_sub(16), theme);
            drawn.caret = Some((0, 15 + column));
            drawn.push(Line::from([vec![Span::styled("   Save it as: ", theme.text)], text].concat()), true);
            drawn
                .lines
                .extend([Line::styled(format!("   {}", self.now(form, context.course)), theme.dim), Line::default()]);
        }
        let all = presets.named(self.kind);
        if all.is_empty() && self.naming.is_none() {
            let what = match self.kind {
                PresetKind::Teams => "No teams are saved yet",
                PresetKind::Plans => "No set is saved yet",
                PresetKind::Questions => "No questions are saved yet",
            };
            drawn.lines.push(Line::styled(format!("   {what}: w saves the current one under a name."), theme.dim));
        }
        for (i, (name, _)) in all.into_iter().enumerate() {
            let here = i == self.cursor && self.naming.is_none();
            let aside = match self.kind {
                PresetKind::Teams => presets.teams.get(i).map(|k| teams_say(&k.what)),
                PresetKind::Plans => presets.plans.get(i).map(|k| plan_says(&k.what, context.course)),
                PresetKind::Questions => presets.questions.get(i).map(|k| count(k.what.len(), "question")),
            };
            drawn.push(line(name, &aside.unwrap_or_default(), here, context), here);
        }
        drawn
    }

    /// What would be kept.
    fn now(&self, form: &ChosenPlan, course: &Course) -> String {
        match self.kind {
            PresetKind::Teams => teams_say(&form.teams),
            PresetKind::Plans => plan_says(&form.plan(), course),
            PresetKind::Questions => count(form.questions.only.len(), "question"),
        }
    }
}

fn line(name: &Name, aside: &str, here: bool, context: &Context<'_>) -> Line<'static> {
    let theme = context.theme;
    let (mark, style) = if here { ("▸", theme.focus) } else { (" ", theme.text) };
    let pad = " ".repeat((MAX_COLUMNS + 2).saturating_sub(name.as_str().width()));
    let aside = shortened(aside, context.width().saturating_sub(MAX_COLUMNS + 5));
    Line::from(vec![Span::styled(format!(" {mark} {name}{pad}"), style), Span::styled(aside, theme.dim)])
}

fn teams_say(teams: &[Team]) -> String {
    let names: Vec<&str> = teams.iter().map(|t| t.name.as_str()).collect();
    let people: usize = teams.iter().map(|t| t.members.len()).sum();
    let people = if people == 0 { String::new() } else { format!(", {}", count(people, "person")) };
    format!("{}{people}: {}", count(teams.len(), "team"), names.join(", "))
}

fn plan_says(plan: &Plan, course: &Course) -> String {
    let form = ChosenPlan::new(plan.clone(), Vec::new(), course);
    let from = SetupRow::From.value(&form, course, None);
    match plan {
        Plan::Scenario(_) => SetupRow::Scenario.value(&form, course, None),
        Plan::Questions(plan) => format!("{}, {}, {from}", form.game.name(), count(plan.length, "question")),
    }
}
