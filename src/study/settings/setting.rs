//! The settings: what they are called, what they are for, and what can be chosen.

use super::choice::{AsciiSigns, ColourScheme, ThemeChoice};
use crate::study::workload::RETENTIONS;

/// Something that can be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Setting {
    Theme,
    TextWidth,
    AsciiSigns,
    ReducedMotion,
    MouseWheel,
    NewCards,
    Reviews,
    LearningSteps,
    Retention,
    EasyDays,
    ExaminationDate,
    TypedAnswers,
    DailyGoal,
    Certainty,
    DayStart,
}

impl Setting {
    pub const ALL: [Self; 15] = [
        Self::Theme,
        Self::TextWidth,
        Self::AsciiSigns,
        Self::ReducedMotion,
        Self::MouseWheel,
        Self::NewCards,
        Self::Reviews,
        Self::LearningSteps,
        Self::Retention,
        Self::EasyDays,
        Self::ExaminationDate,
        Self::TypedAnswers,
        Self::DailyGoal,
        Self::Certainty,
        Self::DayStart,
    ];

    /// As it is written in the file and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::TextWidth => "text_width",
            Self::AsciiSigns => "ascii_signs",
            Self::ReducedMotion => "reduced_motion",
            Self::MouseWheel => "mouse_wheel",
            Self::NewCards => "new_cards_per_day",
            Self::Reviews => "reviews_per_day",
            Self::LearningSteps => "learning_steps",
            Self::Retention => "desired_retention",
            Self::EasyDays => "easy_days",
            Self::ExaminationDate => "examination_date",
            Self::TypedAnswers => "typed_answers",
            Self::DailyGoal => "daily_goal",
            Self::Certainty => "certainty",
            Self::DayStart => "day_starts_at",
        }
    }

    /// The setting of that name, written with `_` or `-`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase().replace('-', "_");
        Self::ALL.into_iter().find(|setting| setting.name() == name)
    }

    /// The environment variable that sets it.
    #[must_use]
    pub fn variable(self) -> String {
        format!("NINETRACKS_{}", self.name().to_uppercase())
    }

    /// As a list of settings calls it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Theme => "Theme",
            Self::TextWidth => "Text width",
            Self::AsciiSigns => "ASCII signs",
            Self::ReducedMotion => "Reduced motion",
            Self::MouseWheel => "Mouse wheel",
            Self::NewCards => "New cards a day",
            Self::Reviews => "Reviews a day",
            Self::LearningSteps => "Learning steps",
            Self::Retention => "Desired retention",
            Self::EasyDays => "Easy days",
            Self::ExaminationDate => "Examination on",
            Self::TypedAnswers => "Typed answers",
            Self::DailyGoal => "Daily goal",
            Self::Certainty => "Certainty",
            Self::DayStart => "The day starts at",
        }
    }

    /// What a number that it is set to counts.
    #[must_use]
    pub fn unit(self) -> &'static str {
        match self {
            Self::TextWidth => "characters",
            Self::NewCards | Self::Reviews => "cards",
            Self::LearningSteps | Self::DailyGoal => "minutes",
            Self::DayStart => "o'clock",
            Self::Theme
            | Self::AsciiSigns
            | Self::ReducedMotion
            | Self::MouseWheel
            | Self::Retention
            | Self::EasyDays
            | Self::ExaminationDate
            | Self::TypedAnswers
            | Self::Certainty => "",
        }
    }

    /// What it does, in a sentence or two.
    #[must_use]
    pub fn what(self) -> &'static str {
        match self {
            Self::Theme => {
                "The colours. “automatic” asks the terminal whether its background is dark or light; “contrast” dims nothing; \
                 “colour-blind” keeps right and wrong apart without red and green."
            }
            Self::TextWidth => "The widest a column of text becomes, in characters. Around 70 reads best.",
            Self::AsciiSigns => {
                "Plain ASCII in place of lines, arrows and accented letters. “automatic” follows the locale."
            }
            Self::ReducedMotion => {
                "The clock of a quiz changes every ten seconds, and every second only in the last ten."
            }

            Self::MouseWheel => "The wheel scrolls. Most terminals then need Shift held to select text with the mouse.",
            Self::NewCards => "At most so many new cards are shown in a day.",
            Self::Reviews => "At most so many cards that are due are shown in a day.",
            Self::LearningSteps => {
                "Minutes between the showings of a card on its first day. “none” schedules it in days at once."
            }
            Self::Retention => {
                "The chance of remembering a card when it comes back. Higher means shorter intervals and more reviews."
            }
            Self::EasyDays => {
                "Days of the week with less to do: on “less” fewer reviews and half the new cards, on “none” as little as the intervals allow and no new cards. For example: Sat less, Sun none."
            }
            Self::ExaminationDate => {
                "The date of an examination, as 2027-01-20, or none. Until then no interval reaches past it, and in the week before it the cards likeliest to be forgotten by then come first."
            }
            Self::TypedAnswers => {
                "You type the answer to a card before it is turned. It is compared as in a quiz; the grade stays yours."
            }
            Self::DailyGoal => {
                "Minutes of study that you aim for in a day. Home and the end of a session say how far you are; 0 sets none."
            }
            Self::Certainty => {
                "Quizzes ask how certain you are before an answer is judged. “scored”: right earns 1, 2 or 3, wrong costs 0, 2 or 6, and decides \
                 whether you pass."
            }
            Self::DayStart => "The hour at which a new study day begins, so that a late evening is one day.",
        }
    }

    /// Values that a list steps through, the smallest first; others can be typed.
    #[must_use]
    pub fn choices(self) -> Vec<String> {
        let numbers = |all: &[u32]| all.iter().map(u32::to_string).collect();
        let words = |all: &[&str]| all.iter().map(|&word| word.to_owned()).collect();
        match self {
            Self::Theme => {
                let schemes = ColourScheme::ALL.iter().map(|s| s.name().to_owned());
                std::iter::once(ThemeChoice::Automatic.to_string()).chain(schemes).collect()
            }
            Self::TextWidth => numbers(&[56, 60, 66, 70, 76, 80, 90, 100, 120]),
            Self::AsciiSigns => AsciiSigns::ALL.iter().map(ToString::to_string).collect(),
            Self::ReducedMotion | Self::MouseWheel | Self::TypedAnswers => words(&["off", "on"]),
            Self::NewCards => numbers(&[0, 5, 10, 15, 20, 30, 40, 60, 100]),
            Self::Reviews => numbers(&[0, 20, 50, 100, 150, 200, 300, 500, 9999]),
            Self::LearningSteps => words(&["none", "10", "1 10", "1 10 60", "5 30", "15 1440"]),
            Self::Retention => RETENTIONS.iter().map(|percent| format!("{percent} %")).collect(),
            Self::EasyDays => words(&[
                "every day alike",
                "Sun less",
                "Sun none",
                "Sat less, Sun less",
                "Sat less, Sun none",
                "Sat none, Sun none",
            ]),
            Self::ExaminationDate => words(&["none"]),
            Self::Certainty => words(&["off", "asked", "scored"]),
            Self::DailyGoal => numbers(&[0, 5, 10, 15, 20, 30, 45, 60, 90]),
            Self::DayStart => numbers(&[0, 1, 2, 3, 4, 5, 6]),
        }
    }
}
