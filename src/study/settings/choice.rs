//! Values that are words.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use crate::course::suggestion::did_you_mean;
use crate::study::certainty::CertaintyUse;

/// The colours of a theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColourScheme {
    #[default]
    Dark,
    Light,
    Contrast,
    ColourBlind,
    None,
}

impl ColourScheme {
    pub const ALL: [Self; 5] = [Self::Dark, Self::Light, Self::Contrast, Self::ColourBlind, Self::None];

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Contrast => "contrast",
            Self::ColourBlind => "colour-blind",
            Self::None => "none",
        }
    }
}

/// Which theme is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeChoice {
    /// Dark or light as the terminal's background is.
    #[default]
    Automatic,
    Scheme(ColourScheme),
}

impl fmt::Display for ThemeChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Automatic => "automatic",
            Self::Scheme(scheme) => scheme.name(),
        })
    }
}

impl FromStr for ThemeChoice {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let wanted = name.to_lowercase().replace('_', "-");
        let wanted = wanted.replace("color", "colour");
        if matches!(&wanted[..], "automatic" | "auto") {
            return Ok(Self::Automatic);
        }
        let found = ColourScheme::ALL.into_iter().find(|scheme| scheme.name() == wanted);
        let names = || std::iter::once("automatic").chain(ColourScheme::ALL.map(ColourScheme::name));
        found.map(Self::Scheme).ok_or_else(|| {
            let all = names().collect::<Vec<_>>().join(", ");
            format!("there is no theme `{name}`: write {all}.{}", did_you_mean(name, names()))
        })
    }
}

/// Whether signs that are not ASCII get stand-ins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AsciiSigns {
    /// As the locale says.
    #[default]
    Automatic,
    On,
    Off,
}

impl AsciiSigns {
    pub const ALL: [Self; 3] = [Self::Automatic, Self::Off, Self::On];
}

impl fmt::Display for AsciiSigns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Automatic => "automatic",
            Self::On => "on",
            Self::Off => "off",
        })
    }
}

impl FromStr for AsciiSigns {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        if matches!(&word.to_lowercase()[..], "automatic" | "auto") {
            return Ok(Self::Automatic);
        }
        let on = switch(word).map_err(|_| format!("`{word}` is none of automatic, on and off"))?;
        Ok(if on { Self::On } else { Self::Off })
    }
}

impl fmt::Display for CertaintyUse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Off => "off",
            Self::Asked => "asked",
            Self::Scored => "scored",
        })
    }
}

impl FromStr for CertaintyUse {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        match &word.to_lowercase()[..] {
            "asked" => Ok(Self::Asked),
            "scored" => Ok(Self::Scored),
            "off" | "false" | "no" => Ok(Self::Off),
            _ => Err(format!("`{word}` is none of off, asked and scored")),
        }
    }
}

/// The day of an examination.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ExaminationDate {
    #[default]
    None,
    On(Date),
}

impl fmt::Display for ExaminationDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("none"),
            Self::On(date) => write!(f, "{date}"),
        }
    }
}

impl FromStr for ExaminationDate {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if matches!(&text.to_lowercase()[..], "" | "none") {
            return Ok(Self::None);
        }
        text.parse().map(Self::On).map_err(|_| format!("`{text}` is no date; for example 2027-01-20, or none"))
    }
}

/// `on` or `off`, as people write it.
pub(super) fn switch(word: &str) -> Result<bool, String> {
    match &word.to_lowercase()[..] {
        "on" | "true" | "yes" => Ok(true),
        "off" | "false" | "no" => Ok(false),
        _ => Err(format!("`{word}` is neither on nor off")),
    }
}
