//! Settings: each with its value and where it comes from. A change takes effect at once and says where it is kept.
//!
//! ```text
//!  keys     what can be pressed
//!  draw     the list, and what the setting under the cursor does
//!  rebind   the list of actions whose key can be chosen
//! ```

mod draw;
mod keys;
mod rebind;

use crossterm::event::Event as TerminalEvent;
use jiff::Timestamp;
use tui_input::Input as TextInput;
use tui_input::backend::crossterm::EventHandler;

use crate::course::Course;
use crate::store::{Store, StoreError};
use crate::study::settings::{ChangedSetting, Setting, SettingChange, SettingSource};
use crate::ui::bindings::Keyed as _;
use crate::ui::context::{Context, Opening};
use crate::ui::effect::Effect;
use crate::ui::input::InputEvent;
use crate::ui::keymap::{ACTIONS, NamedAction};
use crate::ui::screens::lifecycle::Lifecycle;
use crate::ui::workload_job::WorkloadJob;

/// Most letters of a value that is typed.
const LONGEST: usize = 60;

/// The settings screen.
pub struct SettingsScreen {
    profile: String,
    /// Whether changes are for this profile only.
    for_profile: bool,
    cursor: usize,
    state: SettingsMode,
    /// What came of the last change.
    said: Option<Result<String, String>>,
    /// What each desired retention costs.
    workload: WorkloadJob,
}

/// What the screen is doing.
enum SettingsMode {
    Listing,
    /// A value is typed.
    Typing(TextInput),
    /// The actions whose key can be chosen.
    Actions {
        cursor: usize,
        /// Whether the next key is the one that is chosen.
        waiting: bool,
    },
}

impl Lifecycle for SettingsScreen {
    fn is_typing(&self) -> bool {
        match self.state {
            SettingsMode::Typing(_) | SettingsMode::Actions { waiting: true, .. } => true,
            SettingsMode::Listing | SettingsMode::Actions { waiting: false, .. } => false,
        }
    }

    // What a retention costs is worked out once somebody looks at it.
    fn wake_at(&self, context: &Context<'_>) -> Option<Timestamp> {
        self.here().filter(|setting| *setting == Setting::Retention).and_then(|_| self.workload.wake_at(context))
    }
}

impl SettingsScreen {
    pub fn load(store: &Store, course: &Course, with: &Opening<'_>) -> Result<Self, StoreError> {
        let profile = store.learner().profile.clone();
        let workload = WorkloadJob::new(store.workload_start(course, with.clock.today(), with.rules())?);
        Ok(Self { profile, for_profile: false, cursor: 0, state: SettingsMode::Listing, said: None, workload })
    }

    /// With the cursor on `row`.
    pub fn at(self, row: Setting) -> Self {
        Self { cursor: Setting::ALL.iter().position(|&it| it == row).unwrap_or(0), ..self }
    }

    /// The setting under the cursor; the row after the last is that of the keys.
    fn here(&self) -> Option<Setting> {
        Setting::ALL.get(self.cursor).copied()
    }

    fn action(&self) -> Option<&'static NamedAction> {
        match self.state {
            SettingsMode::Actions { cursor, .. } => ACTIONS.get(cursor),
            SettingsMode::Listing | SettingsMode::Typing(_) => None,
        }
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        match input {
            InputEvent::Key(key) => {
                if let SettingsMode::Actions { waiting: true, .. } = self.state {
                    return self.choose_key(*key, context);
                }
                if let Some(effects) = self.press(*key, context) {
                    return effects;
                }
                if let SettingsMode::Typing(typed) = &mut self.state {
                    typed.handle_event(&TerminalEvent::Key(*key));
                }
            }
            InputEvent::Paste(text) => self.paste(text),
            InputEvent::Wake => self.workload.wake(context),
            InputEvent::Keys(_) => {}
        }
        Vec::new()
    }

    fn paste(&mut self, text: &str) {
        if let SettingsMode::Typing(typed) = &mut self.state {
            let room = LONGEST.saturating_sub(typed.value().chars().count());
            for c in text.chars().filter(|c| !c.is_control()).take(room) {
                typed.handle(tui_input::InputRequest::InsertChar(c));
            }
        }
    }

    fn step(&mut self, by: isize, _: &Context<'_>) {
        self.said = None;
        match &mut self.state {
            SettingsMode::Actions { cursor, .. } => *cursor = wrapped(*cursor, by, ACTIONS.len()),
            SettingsMode::Listing | SettingsMode::Typing(_) => {
                self.cursor = wrapped(self.cursor, by, Setting::ALL.len() + 1);
            }
        }
    }

    /// The next or the previous of the values that can be stepped through.
    fn change(&mut self, more: bool, context: &Context<'_>) -> Option<Effect> {
        let setting = self.here()?;
        let choices = setting.choices();
        let now = context.preferences.settings.text(setting);
        let next = match choices.iter().position(|choice| *choice == now) {
            Some(at) if more => (at + 1) % choices.len(),
            Some(at) => (at + choices.len() - 1) % choices.len(),
            None => first_beyond(&choices, &now, more),
        };
        Some(self.keep(ChangedSetting::Of(setting), Some(choices[next].clone())))
    }

    fn keep(&self, what: ChangedSetting, value: Option<String>) -> Effect {
        let profile = self.for_profile.then(|| self.profile.clone());
        Effect::Keep(SettingChange { what, value, profile })
    }

    fn start_typing(&mut self, context: &Context<'_>) {
        self.said = None;
        self.state = match self.here() {
            Some(setting) => SettingsMode::Typing(TextInput::new(context.preferences.settings.text(setting))),
            None => SettingsMode::Actions { cursor: 0, waiting: false },
        };
    }

    fn keep_typed(&mut self) -> Option<Effect> {
        let SettingsMode::Typing(typed) = std::mem::replace(&mut self.state, SettingsMode::Listing) else {
            return None;
        };
        Some(self.keep(ChangedSetting::Of(self.here()?), Some(typed.value().trim().to_owned())))
    }

    fn reset(&self) -> Option<Effect> {
        let what = match self.action() {
            Some(action) => ChangedSetting::Key(action.does.to_owned()),
            None => ChangedSetting::Of(self.here()?),
        };
        Some(self.keep(what, None))
    }

    /// A change was kept, or not, and why.
    pub fn kept(&mut self, change: &SettingChange, done: Result<(), String>) {
        let whom = change.profile.as_ref().map_or_else(|| "everyone".to_owned(), |name| format!("profile {name} only"));
        self.said = Some(done.map(|()| format!("Saved for {whom}.")));
    }

    /// Why a change of `setting` has no effect: a stronger place has a value too.
    fn overruled(&self, setting: Setting, context: &Context<'_>) -> Option<String> {
        let source = context.preferences.settings.source(setting);
        let kept = if self.for_profile { SettingSource::Profile } else { SettingSource::File };
        let by = match source {
            SettingSource::Flag => "the command line".to_owned(),
            SettingSource::Variable => format!("the variable {}", setting.variable()),
            SettingSource::Profile => format!("profile {}", self.profile),
            SettingSource::File | SettingSource::Default => return None,
        };
        (source < kept).then(|| format!("It is set by {by}, which comes first: a change here has no effect."))
    }
}

fn wrapped(at: usize, by: isize, of: usize) -> usize {
    (at + of).saturating_add_signed(by) % of
}

/// Among numbers the nearest in that direction; otherwise the first.
fn first_beyond(choices: &[String], now: &str, more: bool) -> usize {
    let number = |text: &str| text.trim_end_matches(" %").parse::<u32>().ok();
    let Some(now) = number(now) else { return 0 };
    let beyond = |choice: &String| number(choice).is_some_and(|n| if more { n > now } else { n < now });
    let found = if more { choices.iter().position(beyond) } else { choices.iter().rposition(beyond) };
    found.unwrap_or(if more { choices.len() - 1 } else { 0 })
}
