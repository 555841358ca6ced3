//! SetupRow up a drill: what is asked, how it is played, who plays. ⏎ starts with what is shown.

mod class_picker;
mod draw;
mod form;
mod keys;
mod lessons;
mod panel;
mod preset_list;
mod presets;
mod question_filter;
mod question_list;
mod question_picker;
mod settings;
mod teams;
#[cfg(test)]
mod tests;
mod unfinished;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Frame;
use ratatui::layout::Rect;

use self::class_picker::ClassPicker;
use self::form::ChosenPlan;
use self::lessons::LessonPicker;
use self::panel::{KeyOutcome, PanelKind};
use self::preset_list::PresetList;
use self::presets::Presets;
use self::question_picker::QuestionPicker;
use self::settings::SetupRow;
use self::teams::TeamEditor;
use self::unfinished::UnfinishedDrill;
use crate::course::Course;
use crate::store::{Store, StoreError, StoreErrorKind};
use crate::study::class::DrillLabel;
use crate::study::drill::{Plan, Setup, Team, USUAL_TEAMS};
use crate::study::event::{EventId, EventKind};
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::{Context, Opening};
use crate::ui::effect::{DrillStart, Effect, Place, SetupStart};
use crate::ui::frame::Header;
use crate::ui::input::InputEvent;
use crate::ui::screens::lifecycle::{Before, Lifecycle};
use crate::ui::screens::listing::Notice;

/// The screen.
pub struct DrillSetup {
    form: ChosenPlan,
    panel: Panel,
    /// The rows that the cursor stands on, on the first panel and on that of the extras.
    row: SetupRow,
    extra: SetupRow,
    /// Whether digits were just typed into the row.
    typed: bool,
    presets: Presets,
    unfinished: Option<UnfinishedDrill>,
    notice: Option<Notice>,
    label: DrillLabel,
}

/// What is on show.
enum Panel {
    Main,
    Extras,
    Lessons(LessonPicker),
    Teams(TeamEditor),
    Classes(ClassPicker),
    Questions(QuestionPicker),
    Presets(PresetList),
}

impl From<PanelKind> for Panel {
    fn from(to: PanelKind) -> Self {
        match to {
            PanelKind::Main => Self::Main,
            PanelKind::Extras => Self::Extras,
            PanelKind::Lessons => Self::Lessons(LessonPicker::default()),
            PanelKind::Teams => Self::Teams(TeamEditor::default()),
            PanelKind::Classes => Self::Classes(ClassPicker::default()),
            PanelKind::Questions => Self::Questions(QuestionPicker::default()),
            PanelKind::Presets { kind, naming: false } => Self::Presets(PresetList::new(kind)),
            PanelKind::Presets { kind, naming: true } => Self::Presets(PresetList::keeping(kind)),
        }
    }
}

impl Keyed for DrillSetup {
    fn bindings(&self, context: &Context<'_>) -> Vec<Binding<Self>> {
        match &self.panel {
            Panel::Main | Panel::Extras => self.form_bindings(),
            Panel::Lessons(_) => LessonPicker::bindings(),
            Panel::Teams(panel) => panel.bindings(),
            Panel::Classes(panel) => panel.bindings(),
            Panel::Questions(panel) => panel.bindings(&self.form, context.course),
            Panel::Presets(panel) => panel.bindings(),
        }
    }
}

impl Lifecycle for DrillSetup {
    fn is_typing(&self) -> bool {
        match &self.panel {
            Panel::Teams(panel) => panel.is_typing(),
            Panel::Presets(panel) => panel.is_typing(),
            Panel::Main | Panel::Extras | Panel::Lessons(_) | Panel::Classes(_) | Panel::Questions(_) => false,
        }
    }

    fn saved(&mut self, what: &EventKind, id: EventId) {
        self.presets.saved(what, id);
        if let Panel::Presets(panel) = &mut self.panel {
            let outcome = panel.saved(what);
            self.follow(outcome);
        }
    }

    // Classes may have changed meanwhile.
    fn refresh(&mut self, store: &Store, _: &Context<'_>) -> Result<(), StoreError> {
        self.presets = Presets::read(store)?;
        if let Panel::Classes(panel) = &mut self.panel {
            *panel = ClassPicker::default();
        }
        Ok(())
    }

    // What is chosen stays chosen.
    fn reread(&mut self, _: Before<'_>, _: &Context<'_>, _: &Opening<'_>) -> Result<bool, StoreError> {
        Ok(true)
    }
}

impl DrillSetup {
    /// Begins with what `start` holds and, where it holds nothing, with the last drill's.
    pub fn load(store: &Store, course: &Course, start: SetupStart) -> Result<Self, StoreError> {
        let SetupStart { teams, plan, label, note } = start;
        let last = match store.last_drill() {
            // The list of reports says it; another drill can be begun.
            Err(error) if error.kind() == StoreErrorKind::BrokenDrill => None,
            last => last?,
        };
        let plan = plan.unwrap_or_else(|| last.as_ref().map_or_else(Plan::usual, |d| Plan::like(&d.setup)));
        let usual = || last.as_ref().map_or_else(|| Team::line_up(USUAL_TEAMS), |d| d.setup.teams().to_vec());
        let teams = if teams.is_empty() { usual() } else { teams };
        Ok(Self {
            form: ChosenPlan::new(plan, teams, course),
            panel: Panel::Main,
            row: SetupRow::Play,
            extra: SetupRow::Speed,
            typed: false,
            presets: Presets::read(store)?,
            unfinished: last.as_ref().and_then(UnfinishedDrill::new),
            notice: note.map(Notice::Refused),
            label,
        })
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        match (input, &mut self.panel) {
            (InputEvent::Key(key), _) => return self.key(*key, context),
            (InputEvent::Paste(text), Panel::Teams(panel)) => panel.paste(text),
            (InputEvent::Paste(text), Panel::Presets(panel)) => panel.paste(text),
            (InputEvent::Paste(_) | InputEvent::Keys(_) | InputEvent::Wake, _) => {}
        }
        Vec::new()
    }

    fn key(&mut self, key: KeyEvent, context: &Context<'_>) -> Vec<Effect> {
        self.notice = None;
        self.typed &= matches!(key.code, KeyCode::Char('0'..='9') | KeyCode::Backspace);
        if let Some(effects) = self.press(key, context) {
            return effects;
        }
        match &mut self.panel {
            Panel::Main | Panel::Extras | Panel::Lessons(_) | Panel::Classes(_) | Panel::Questions(_) => {}
            Panel::Teams(panel) => {
                let outcome = panel.type_key(key, &mut self.form.teams);
                return self.follow(outcome);
            }
            Panel::Presets(panel) => panel.type_key(key),
        }
        Vec::new()
    }

    fn go(&mut self, to: PanelKind) {
        self.panel = to.into();
    }

    fn back_to_main(&mut self) {
        self.go(PanelKind::Main);
    }

    fn follow(&mut self, outcome: KeyOutcome) -> Vec<Effect> {
        match outcome {
            KeyOutcome::Stay => {}
            KeyOutcome::To(panel) => self.go(panel),
            KeyOutcome::Back(panel, notice) => {
                self.go(panel);
                self.notice = Some(notice);
            }
            KeyOutcome::Say(notice) => self.notice = Some(notice),
            KeyOutcome::Ask(effects) => return effects,
        }
        Vec::new()
    }

    /// The drill as it is set up, or the first thing that is wrong with it.
    fn start(&mut self, context: &Context<'_>) -> Option<Effect> {
        let (draft, _) = self.form.plan().draft(context.course, self.form.teams.clone(), context.new_seed());
        match Setup::new(draft) {
            Ok(setup) => {
                let setup = Box::new(setup);
                let start = if self.label.is_none() {
                    DrillStart::New(setup)
                } else {
                    DrillStart::Labelled(setup, self.label.clone())
                };
                Some(Effect::Replace(Place::Drill(start)))
            }
            Err(why) => {
                self.notice = Some(Notice::Refused(why.to_string()));
                None
            }
        }
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        draw::header(self, context)
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        draw::draw(self, frame, area, context);
    }
}
