//! Themes: dark, light, high contrast, safe for the colour-blind, and none. Nothing is said by colour alone, so `none` loses nothing.

use std::str::FromStr as _;

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

use crate::course::read;
pub use crate::study::settings::ColourScheme;
use crate::study::settings::ThemeChoice;

/// The styles of everything that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    pub text: Style,
    /// What is beside the point: captions, sources, keys' explanations.
    pub dim: Style,
    pub accent: Style,
    /// What is typed, chosen, under the cursor.
    pub focus: Style,
    pub strong: Style,
    pub right: Style,
    pub wrong: Style,
    pub partly: Style,
    pub link: Style,
    pub tracks: [Style; 9],
    /// Teams in a drill, by [`crate::study::drill::Team::colour`]: bold, and apart in lightness too.
    pub teams: [Style; 8],
}

/// How many colours a terminal shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// The terminal's own 16.
    Basic,
    /// 256.
    Indexed,
    /// 16 million.
    Full,
}

/// Whether a terminal's background is dark or light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Background {
    Dark,
    Light,
}

/// What the terminal can show and what is known of it: with a wish it makes a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThemePicker {
    /// Whether no colour is wanted at all, whatever theme is.
    pub colourless: bool,
    /// How many colours there are; `None` for none, unless a theme is named.
    pub depth: Option<Depth>,
    /// As far as it is known.
    pub background: Option<Background>,
}

impl ThemePicker {
    /// The theme that `choice` comes to.
    #[must_use]
    pub fn theme(self, choice: ThemeChoice) -> Theme {
        let background = self.background.unwrap_or(Background::Dark);
        Theme::on(self.scheme(choice, background), background).at(self.depth.unwrap_or(Depth::Full))
    }

    fn scheme(self, choice: ThemeChoice, background: Background) -> ColourScheme {
        match (choice, background) {
            _ if self.colourless => ColourScheme::None,
            (ThemeChoice::Scheme(scheme), _) => scheme,
            (ThemeChoice::Automatic, _) if self.depth.is_none() => ColourScheme::None,
            (ThemeChoice::Automatic, Background::Light) => ColourScheme::Light,
            (ThemeChoice::Automatic, Background::Dark) => ColourScheme::Dark,
        }
    }

    /// Whether the terminal is to be asked for its background: dark, light and none do not depend on it.
    #[must_use]
    pub fn needs_background(self, choice: ThemeChoice) -> bool {
        let depends = match choice {
            ThemeChoice::Automatic => self.depth.is_some(),
            ThemeChoice::Scheme(ColourScheme::Contrast | ColourScheme::ColourBlind) => true,
            ThemeChoice::Scheme(ColourScheme::Dark | ColourScheme::Light | ColourScheme::None) => false,
        };
        depends && !self.colourless && self.background.is_none()
    }
}

/// A file of `src/ui/themes/`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename = "Theme", deny_unknown_fields)]
struct Colours {
    text: String,
    dim: String,
    accent: String,
    right: String,
    wrong: String,
    partly: String,
    /// One for each track; a missing one is drawn as text.
    tracks: Vec<String>,
    /// One for each team of a drill; a missing one is drawn as text.
    teams: Vec<String>,
}

impl Theme {
    /// The theme of that name on a background that is not known; one whose file cannot be read has no colours.
    #[must_use]
    pub fn named(name: ColourScheme) -> Self {
        Self::on(name, Background::Dark)
    }

    /// The theme of that name. High contrast and the colours safe for the colour-blind differ by background.
    #[must_use]
    pub fn on(name: ColourScheme, background: Background) -> Self {
        let file = match (name, background) {
            (ColourScheme::Dark, _) => include_str!("themes/dark.ron"),
            (ColourScheme::Light, _) => include_str!("themes/light.ron"),
            (ColourScheme::Contrast, Background::Dark) => include_str!("themes/contrast.ron"),
            (ColourScheme::Contrast, Background::Light) => include_str!("themes/contrast-light.ron"),
            (ColourScheme::ColourBlind, Background::Dark) => include_str!("themes/colour-blind.ron"),
            (ColourScheme::ColourBlind, Background::Light) => {
                include_str!("themes/colour-blind-light.ron")
            }
            (ColourScheme::None, _) => return Self::colourless(),
        };
        read::read("src/ui/themes", file).map_or_else(|_| Self::colourless(), |palette| Self::of(&palette))
    }

    fn of(palette: &Colours) -> Self {
        let style = |name: &str| Style::new().fg(Color::from_str(name).unwrap_or(Color::Reset));
        let plain = |name: &str| if name == "default" { Style::new() } else { style(name) };
        let accent = plain(&palette.accent);
        Self {
            text: plain(&palette.text),
            dim: plain(&palette.dim),
            accent,
            focus: accent.add_modifier(Modifier::BOLD),
            strong: plain(&palette.text).add_modifier(Modifier::BOLD),
            right: plain(&palette.right),
            wrong: plain(&palette.wrong),
            partly: plain(&palette.partly),
            link: plain(&palette.text).add_modifier(Modifier::UNDERLINED),
            tracks: std::array::from_fn(|i| palette.tracks.get(i).map_or(Style::new(), |name| plain(name))),
            teams: std::array::from_fn(|i| {
                palette.teams.get(i).map_or(Style::new(), |name| plain(name)).add_modifier(Modifier::BOLD)
            }),
        }
    }

    /// The same theme in the colours that the terminal shows.
    #[must_use]
    pub fn at(self, depth: Depth) -> Self {
        let fit = |style: Style| Style { fg: style.fg.map(|colour| fitted(colour, depth)), ..style };
        Self {
            text: fit(self.text),
            dim: fit(self.dim),
            accent: fit(self.accent),
            focus: fit(self.focus),
            strong: fit(self.strong),
            right: fit(self.right),
            wrong: fit(self.wrong),
            partly: fit(self.partly),
            link: fit(self.link),
            tracks: self.tracks.map(fit),
            teams: self.teams.map(fit),
        }
    }

    /// No colour at all: `NO_COLOR` makes the terminal library print a full reset with any colour, which would
    /// also cancel bold and reversed text.
    fn colourless() -> Self {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let plain = Style::new();
        Self {
            text: plain,
            dim: plain,
            accent: plain,
            focus: bold,
            strong: bold,
            right: bold,
            wrong: bold,
            partly: bold,
            link: plain.add_modifier(Modifier::UNDERLINED),
            tracks: [plain; 9],
            teams: [bold; 8],
        }
    }

    #[cfg(test)]
    fn has_colour(&self) -> bool {
        self.accent.fg.is_some()
    }

    /// The style of a track by its number, 1 to 9.
    #[must_use]
    pub fn track(&self, no: u8) -> Style {
        usize::from(no).checked_sub(1).and_then(|i| self.tracks.get(i)).copied().unwrap_or(self.text)
    }

    /// The style of a team by its colour, 0 to 7.
    #[must_use]
    pub fn team(&self, colour: u8) -> Style {
        self.teams.get(usize::from(colour)).copied().unwrap_or(self.strong)
    }
}

/// The nearest colour the terminal has.
fn fitted(colour: Color, depth: Depth) -> Color {
    let Color::Rgb(red, green, blue) = colour else { return colour };
    match depth {
        Depth::Full => colour,
        Depth::Indexed => Color::Indexed(anstyle_lossy::rgb_to_xterm(anstyle::RgbColor(red, green, blue)).0),
        Depth::Basic => basic(red, green, blue),
    }
}

/// One of the terminal's own colours by which of red, green and blue are strong in it.
fn basic(red: u8, green: u8, blue: u8) -> Color {
    let most = red.max(green).max(blue);
    let strong = |part: u8| u16::from(part) * 4 >= u16::from(most) * 3;
    match (strong(red), strong(green), strong(blue)) {
        (true, false, false) => Color::Red,
        (false, true, false) => Color::Green,
        (true, true, false) => Color::Yellow,
        (false, false, true) => Color::Blue,
        (true, false, true) => Color::Magenta,
        (false, true, true) => Color::Cyan,
        _ => Color::Gray,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_can_be_read_and_only_none_is_without_colour() {
        for scheme in ColourScheme::ALL {
            assert_eq!(Theme::named(scheme).has_colour(), scheme != ColourScheme::None, "{scheme:?}");
        }
    }
    /// The grounds that common terminals have, dark and light.
    const GROUNDS: [(Background, [u32; 4]); 2] = [
        (Background::Dark, [0x00_00_00, 0x1e_1e_1e, 0x28_2a_36, 0x2e_34_40]),
        (Background::Light, [0xff_ff_ff, 0xfa_fa_fa, 0xfd_f6_e3, 0xef_f1_f5]),
    ];

    /// Contrast after WCAG 2.2, 1 to 21.
    fn contrast(one: u32, other: u32) -> f64 {
        let light = |colour: u32| {
            let part = |shift: u32| {
                let share = f64::from(colour >> shift & 0xff) / 255.0;
                if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0) + 0.05
        };
        let (one, other) = (light(one), light(other));
        one.max(other) / one.min(other)
    }

    #[test]
    fn what_is_read_stands_out_from_every_common_ground() {
        let of_ground = |ground| match ground {
            Background::Dark => [ColourScheme::Dark, ColourScheme::Contrast, ColourScheme::ColourBlind],
            Background::Light => [ColourScheme::Light, ColourScheme::Contrast, ColourScheme::ColourBlind],
        };
        for (background, grounds) in GROUNDS {
            for scheme in of_ground(background) {
                let theme = Theme::on(scheme, background);
                for style in [theme.dim, theme.accent, theme.right, theme.wrong, theme.partly] {
                    let Some(Color::Rgb(r, g, b)) = style.fg else { continue };
                    let worst = grounds.map(|ground| contrast(u32::from_be_bytes([0, r, g, b]), ground));
                    assert!(worst.iter().all(|it| *it >= 4.5), "{scheme:?} {style:?}: {worst:?}");
                }
            }
        }
    }
    #[test]
    fn no_two_teams_look_alike_in_a_theme_with_colours() {
        for scheme in ColourScheme::ALL.into_iter().filter(|&scheme| scheme != ColourScheme::None) {
            let teams = Theme::named(scheme).teams;
            for (at, team) in teams.iter().enumerate() {
                assert!(team.fg.is_some() && !teams[..at].contains(team), "{scheme:?}, team {at}");
            }
        }
    }
}
