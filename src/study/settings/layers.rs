//! Where a value comes from: flag, variable, profile, file, default. The first that has one wins.

use std::collections::BTreeMap;
use std::fmt;

use super::choice::{AsciiSigns, ExaminationDate, ThemeChoice};
use super::setting::Setting;
use super::values::{ReboundKey, SettingValues};
use crate::study::certainty::CertaintyUse;
use crate::study::memory;
use crate::study::queue::Limits;
use crate::study::session::ReviewRules;
use crate::study::time::{DAY_TURN_HOUR, StudyDay};

/// Where a value comes from, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SettingSource {
    /// The command line.
    Flag,
    /// An environment variable.
    Variable,
    /// The profile's part of the settings file.
    Profile,
    /// The settings file.
    File,
    Default,
}

impl SettingSource {
    pub const ALL: [Self; 5] = [Self::Flag, Self::Variable, Self::Profile, Self::File, Self::Default];
}

impl fmt::Display for SettingSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Flag => "flag",
            Self::Variable => "variable",
            Self::Profile => "profile",
            Self::File => "file",
            Self::Default => "default",
        })
    }
}

/// The values of all places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SettingLayers {
    pub flag: SettingValues,
    pub variable: SettingValues,
    pub profile: SettingValues,
    pub file: SettingValues,
}

impl SettingLayers {
    fn of(&self, source: SettingSource) -> Option<&SettingValues> {
        match source {
            SettingSource::Flag => Some(&self.flag),
            SettingSource::Variable => Some(&self.variable),
            SettingSource::Profile => Some(&self.profile),
            SettingSource::File => Some(&self.file),
            SettingSource::Default => None,
        }
    }

    /// What holds, and where it comes from.
    #[must_use]
    pub fn resolved(self) -> EffectiveSettings {
        let set = |setting, source| self.of(source).is_some_and(|values| values.text(setting).is_some());
        let source = |setting: Setting| {
            let found = SettingSource::ALL.into_iter().find(|&source| set(setting, source));
            (setting, found.unwrap_or(SettingSource::Default))
        };
        let sources = Setting::ALL.into_iter().map(source).collect();
        let Self { flag, variable, profile, file } = self;
        let values = flag.over(variable).over(profile).over(file).over(SettingValues::defaults());
        EffectiveSettings { values, sources }
    }
}

/// What holds for the learner: every setting has a value.
#[derive(Clone, Debug, PartialEq)]
pub struct EffectiveSettings {
    values: SettingValues,
    sources: BTreeMap<Setting, SettingSource>,
}

impl Default for EffectiveSettings {
    fn default() -> Self {
        SettingLayers::default().resolved()
    }
}

impl EffectiveSettings {
    /// The value of `setting` as people write it.
    #[must_use]
    pub fn text(&self, setting: Setting) -> String {
        self.values.text(setting).unwrap_or_default()
    }

    #[must_use]
    pub fn source(&self, setting: Setting) -> SettingSource {
        self.sources.get(&setting).copied().unwrap_or(SettingSource::Default)
    }

    #[must_use]
    pub fn theme(&self) -> ThemeChoice {
        self.values.theme.unwrap_or_default()
    }

    #[must_use]
    pub fn ascii_signs(&self) -> AsciiSigns {
        self.values.ascii_signs.unwrap_or_default()
    }

    #[must_use]
    pub fn reduced_motion(&self) -> bool {
        self.values.reduced_motion.unwrap_or_default()
    }

    #[must_use]
    pub fn mouse_wheel(&self) -> bool {
        self.values.mouse_wheel.unwrap_or_default()
    }

    /// Characters of a column of text at most.
    #[must_use]
    pub fn text_width(&self) -> u16 {
        self.values.text_width.and_then(|n| u16::try_from(n).ok()).unwrap_or(76)
    }

    #[must_use]
    pub fn limits(&self) -> Limits {
        let usual = Limits::default();
        Limits {
            new_per_day: self.values.new_cards.unwrap_or(usual.new_per_day),
            reviews_per_day: self.values.reviews.unwrap_or(usual.reviews_per_day),
            easy_days: self.values.easy_days.unwrap_or_default(),
        }
    }

    /// Percent of cards to be remembered.
    #[must_use]
    pub fn retention(&self) -> u16 {
        self.values.retention.and_then(|n| u16::try_from(n).ok()).unwrap_or(90)
    }

    /// The day of an examination, which may be over.
    #[must_use]
    pub fn examination(&self) -> Option<StudyDay> {
        match self.values.examination {
            Some(ExaminationDate::On(date)) => Some(StudyDay::from_date(date)),
            Some(ExaminationDate::None) | None => None,
        }
    }

    /// How cards are reviewed, as far as it can be set; what is known of the learner's memory stands in the log.
    #[must_use]
    pub fn review_rules(&self) -> ReviewRules {
        let usual = memory::Settings::default();
        let limits = self.limits();
        let scheduling = memory::Settings {
            retention: f32::from(self.retention()) / 100.0,
            easy_days: limits.easy_days,
            examination: self.examination(),
            learning_steps: self.values.learning_steps.clone().unwrap_or(usual.learning_steps),
            ..usual
        };
        let types_answers = self.values.typed_answers.unwrap_or_default();
        ReviewRules { limits, scheduling, types_answers, daily_goal: self.daily_goal() }
    }

    /// What is done with certainty in quizzes.
    #[must_use]
    pub fn certainty(&self) -> CertaintyUse {
        self.values.certainty.unwrap_or_default()
    }

    /// Minutes of study that are aimed for in a day; 0 is none.
    #[must_use]
    pub fn daily_goal(&self) -> u32 {
        self.values.daily_goal.unwrap_or_default()
    }

    /// Hour of local time at which a study day begins.
    #[must_use]
    pub fn day_start(&self) -> i64 {
        self.values.day_start.map_or(DAY_TURN_HOUR, i64::from)
    }

    /// Keys by the name of the action.
    #[must_use]
    pub fn keys(&self) -> &BTreeMap<String, ReboundKey> {
        &self.values.keys
    }
}
