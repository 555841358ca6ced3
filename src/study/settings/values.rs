//! One layer of values: the file's, a profile's, the environment's, the command line's.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::choice::{AsciiSigns, ExaminationDate, ThemeChoice, switch};
use super::setting::Setting;
use crate::course::finding::Location;
use crate::study::certainty::CertaintyUse;
use crate::study::memory::EasyDays;

/// Widths that a column of text may have: the smallest window leaves 56 characters.
const WIDTHS: RangeInclusive<u32> = 56..=160;
/// Most cards a day that can be asked for.
const CARDS: RangeInclusive<u32> = 0..=9999;
/// Minutes of a daily goal: up to ten hours; 0 is none.
const GOAL_MINUTES: RangeInclusive<u32> = 0..=600;
/// Hours at which a day can begin.
const HOURS: RangeInclusive<u32> = 0..=11;
/// Percent of cards to be remembered: below, most of the time goes into learning anew; above, reviews multiply.
const RETENTION: RangeInclusive<u32> = 80..=97;
/// Minutes of a learning step, up to a week, and most steps.
const STEP_MINUTES: RangeInclusive<u32> = 1..=10_080;
const MOST_STEPS: usize = 10;

/// The key of an action as somebody chose it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReboundKey {
    /// As it was written: `x`, `Ctrl-x`, `F5`.
    pub keys: String,
    /// Where, when it stands in a file.
    pub place: Option<Location>,
}

/// The values that one place sets. `None` leaves a setting to the next place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SettingValues {
    pub theme: Option<ThemeChoice>,
    pub text_width: Option<u32>,
    pub ascii_signs: Option<AsciiSigns>,
    pub reduced_motion: Option<bool>,
    pub mouse_wheel: Option<bool>,
    pub new_cards: Option<u32>,
    pub reviews: Option<u32>,
    /// Minutes.
    pub learning_steps: Option<Vec<u32>>,
    /// Percent.
    pub retention: Option<u32>,
    pub easy_days: Option<EasyDays>,
    pub examination: Option<ExaminationDate>,
    pub typed_answers: Option<bool>,
    /// Minutes; 0 is none.
    pub daily_goal: Option<u32>,
    pub certainty: Option<CertaintyUse>,
    /// Hour of local time.
    pub day_start: Option<u32>,
    /// Keys by the name of the action.
    pub keys: BTreeMap<String, ReboundKey>,
}

impl SettingValues {
    /// What holds where nobody set anything.
    #[must_use]
    pub fn defaults() -> Self {
        Self {
            theme: Some(ThemeChoice::Automatic),
            text_width: Some(76),
            ascii_signs: Some(AsciiSigns::Automatic),
            reduced_motion: Some(false),
            mouse_wheel: Some(false),
            new_cards: Some(20),
            reviews: Some(200),
            learning_steps: Some(vec![1, 10]),
            retention: Some(90),
            easy_days: Some(EasyDays::default()),
            examination: Some(ExaminationDate::None),
            typed_answers: Some(false),
            daily_goal: Some(0),
            certainty: Some(CertaintyUse::Off),
            day_start: Some(4),
            keys: BTreeMap::new(),
        }
    }

    /// The value of `setting` as people write it.
    #[must_use]
    pub fn text(&self, setting: Setting) -> Option<String> {
        let switch = |on: Option<bool>| on.map(|on| if on { "on" } else { "off" }.to_owned());
        let number = |n: Option<u32>| n.map(|n| n.to_string());
        match setting {
            Setting::Theme => self.theme.map(|theme| theme.to_string()),
            Setting::TextWidth => number(self.text_width),
            Setting::AsciiSigns => self.ascii_signs.map(|signs| signs.to_string()),
            Setting::ReducedMotion => switch(self.reduced_motion),
            Setting::MouseWheel => switch(self.mouse_wheel),
            Setting::NewCards => number(self.new_cards),
            Setting::Reviews => number(self.reviews),
            Setting::LearningSteps => self.learning_steps.as_ref().map(|steps| steps_text(steps)),
            Setting::Retention => self.retention.map(|percent| format!("{percent} %")),
            Setting::EasyDays => self.easy_days.map(|days| days.to_string()),
            Setting::ExaminationDate => self.examination.map(|date| date.to_string()),
            Setting::TypedAnswers => switch(self.typed_answers),
            Setting::DailyGoal => number(self.daily_goal),
            Setting::Certainty => self.certainty.map(|it| it.to_string()),
            Setting::DayStart => number(self.day_start),
        }
    }

    /// The same as it is written in the file.
    #[must_use]
    pub fn ron(&self, setting: Setting) -> Option<String> {
        Some(match setting {
            Setting::LearningSteps => format!("{:?}", self.learning_steps.as_ref()?),
            Setting::Retention => format!("0.{:02}", self.retention?),
            Setting::ReducedMotion => self.reduced_motion?.to_string(),
            Setting::MouseWheel => self.mouse_wheel?.to_string(),
            Setting::TypedAnswers => self.typed_answers?.to_string(),
            Setting::Theme
            | Setting::AsciiSigns
            | Setting::EasyDays
            | Setting::ExaminationDate
            | Setting::Certainty => format!("{:?}", self.text(setting)?),
            Setting::TextWidth | Setting::NewCards | Setting::Reviews | Setting::DailyGoal | Setting::DayStart => {
                self.text(setting)?
            }
        })
    }

    /// Sets `setting` to what `text` says.
    ///
    /// # Errors
    /// Says what is wrong with it and what can be written.
    pub fn set(&mut self, setting: Setting, text: &str) -> Result<(), String> {
        let text = text.trim();
        match setting {
            Setting::Theme => self.theme = Some(text.parse()?),
            Setting::TextWidth => self.text_width = Some(number(text, WIDTHS)?),
            Setting::AsciiSigns => self.ascii_signs = Some(text.parse()?),
            Setting::ReducedMotion => self.reduced_motion = Some(switch(text)?),
            Setting::MouseWheel => self.mouse_wheel = Some(switch(text)?),
            Setting::NewCards => self.new_cards = Some(number(text, CARDS)?),
            Setting::Reviews => self.reviews = Some(number(text, CARDS)?),
            Setting::LearningSteps => self.learning_steps = Some(steps(text)?),
            Setting::Retention => self.retention = Some(percent(text)?),
            Setting::EasyDays => self.easy_days = Some(text.parse()?),
            Setting::ExaminationDate => self.examination = Some(text.parse()?),
            Setting::TypedAnswers => self.typed_answers = Some(switch(text)?),
            Setting::DailyGoal => self.daily_goal = Some(number(text, GOAL_MINUTES)?),
            Setting::Certainty => self.certainty = Some(text.parse()?),
            Setting::DayStart => self.day_start = Some(number(text.strip_suffix(":00").unwrap_or(text), HOURS)?),
        }
        Ok(())
    }

    /// These values, and for what they leave open those `below`.
    #[must_use]
    pub fn over(self, below: Self) -> Self {
        let mut keys = below.keys;
        keys.extend(self.keys);
        Self {
            theme: self.theme.or(below.theme),
            text_width: self.text_width.or(below.text_width),
            ascii_signs: self.ascii_signs.or(below.ascii_signs),
            reduced_motion: self.reduced_motion.or(below.reduced_motion),
            mouse_wheel: self.mouse_wheel.or(below.mouse_wheel),
            new_cards: self.new_cards.or(below.new_cards),
            reviews: self.reviews.or(below.reviews),
            learning_steps: self.learning_steps.or(below.learning_steps),
            retention: self.retention.or(below.retention),
            easy_days: self.easy_days.or(below.easy_days),
            examination: self.examination.or(below.examination),
            typed_answers: self.typed_answers.or(below.typed_answers),
            daily_goal: self.daily_goal.or(below.daily_goal),
            certainty: self.certainty.or(below.certainty),
            day_start: self.day_start.or(below.day_start),
            keys,
        }
    }
}

fn number(text: &str, range: RangeInclusive<u32>) -> Result<u32, String> {
    let (from, to) = (range.start(), range.end());
    let parsed = text.parse().ok().filter(|n| range.contains(n));
    parsed.ok_or_else(|| format!("`{text}` is not a whole number from {from} to {to}"))
}

/// `0.9`, `90` or `90 %`.
fn percent(text: &str) -> Result<u32, String> {
    let digits = text.strip_suffix('%').unwrap_or(text).trim();
    let value = digits.parse::<f64>().ok().filter(|value| value.is_finite());
    let value = value.map(|value| if value < 1.0 { value * 100.0 } else { value }.round());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held within the range before")]
    let percent =
        value.filter(|v| (f64::from(*RETENTION.start())..=f64::from(*RETENTION.end())).contains(v)).map(|v| v as u32);
    percent.ok_or_else(|| {
        format!(
            "`{text}` is not a share from {} % to {} %; for example 0.9 or 90 %",
            RETENTION.start(),
            RETENTION.end()
        )
    })
}

/// Minutes, parted by blanks or commas.
fn steps(text: &str) -> Result<Vec<u32>, String> {
    let inside = text.trim_start_matches('[').trim_end_matches(']').trim();
    if matches!(inside, "" | "none") {
        return Ok(Vec::new());
    }
    let words = inside.split([',', ' ']).map(str::trim).filter(|word| !word.is_empty());
    let minutes = |word: &str| number(word.trim_end_matches('m'), STEP_MINUTES);
    let steps: Vec<u32> = words.map(minutes).collect::<Result<_, _>>().map_err(|why| format!("{why} of minutes"))?;
    if steps.len() > MOST_STEPS {
        return Err(format!("{} steps are too many: write at most {MOST_STEPS}", steps.len()));
    }
    Ok(steps)
}

fn steps_text(steps: &[u32]) -> String {
    if steps.is_empty() {
        return "none".to_owned();
    }
    steps.iter().map(u32::to_string).collect::<Vec<_>>().join(" ")
}
