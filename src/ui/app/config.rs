//! How an app is set up.

use std::sync::Arc;

use jiff::tz::TimeZone;

use crate::store::Learner;
use crate::study::live::SeatLink;
use crate::study::queue::Limits;
use crate::ui::catalogue::{CourseCatalogue, NoCatalogue};
use crate::ui::effect::Place;
use crate::ui::export::{NoFiles, UserFiles};
use crate::ui::file_exchange::{FileExchange, NoExchange};
use crate::ui::preferences::{NoSettings, Preferences, SettingsKeeper};
use crate::ui::theme::{ColourScheme, Theme, ThemePicker};

/// How an app is set up.
#[derive(Clone, Debug)]
pub struct Config {
    pub theme: Theme,
    pub zone: TimeZone,
    pub seed: Option<u64>,
    pub limits: Limits,
    /// Whether the terminal shows ASCII only.
    pub ascii: bool,
    /// Whether the locale says so, where that is not set.
    pub ascii_locale: bool,
    /// What the learner has set.
    pub preferences: Preferences,
    /// Keeps what is set on the screen.
    pub keeper: Arc<dyn SettingsKeeper>,
    /// What makes themes of what is set; `None` where the theme is given once and for all.
    pub picker: Option<ThemePicker>,
    /// The data folder, for setting a damaged file aside.
    pub data: std::path::PathBuf,
    /// Writes the reports that screens show, and reads lists of people.
    pub files: Arc<dyn UserFiles>,
    /// Brings questions in and out.
    pub exchange: Arc<dyn FileExchange>,
    /// The courses that can be opened from home.
    pub catalogue: Arc<dyn CourseCatalogue>,
    pub learner: Learner,
    /// The screen it opens with.
    pub place: Place,
    /// Percent needed to pass a quiz, if a mark was set.
    pub pass_mark: Option<u32>,
    /// The class's own devices, where a drill is hosted for them.
    pub seats: Option<SeatLink>,
}

impl Config {
    /// A setup in which nothing depends on the machine, as tests and pictures want it: dark colours, UTC, the seed 7, and
    /// no folder to read or write.
    #[must_use]
    pub fn fixed(learner: Learner) -> Self {
        Self {
            theme: Theme::named(ColourScheme::Dark),
            zone: TimeZone::UTC,
            seed: Some(7),
            limits: Limits::default(),
            ascii: false,
            ascii_locale: false,
            preferences: Preferences::default(),
            keeper: Arc::new(NoSettings),
            picker: None,
            data: "nowhere".into(),
            files: Arc::new(NoFiles),
            exchange: Arc::new(NoExchange),
            catalogue: Arc::new(NoCatalogue),
            learner,
            place: Place::Home,
            pass_mark: None,
            seats: None,
        }
    }
}
