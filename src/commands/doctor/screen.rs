//! The terminal: its size, its colours, its characters.

use super::CheckResult;
use crate::commands::app;
use crate::study::settings::{ColourScheme, ThemeChoice};
use crate::ui::frame::SMALLEST;
use crate::ui::theme::Depth;

/// Columns and rows from which every screen is whole.
const WHOLE: (u16, u16) = (80, 24);

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Terminal {
    /// Lines were asked for.
    Lines,
    Missing,
    /// It cannot move its cursor.
    Dumb,
    /// It does not tell its size.
    Unmeasured,
    TooSmall(u16, u16),
    Small(u16, u16),
    Whole(u16, u16),
}

/// `kind` is what `TERM` says.
pub(super) fn judge(plain: bool, there: bool, kind: Option<&str>, size: Option<(u16, u16)>) -> Terminal {
    match size.filter(|&(w, h)| w > 0 && h > 0) {
        _ if plain => Terminal::Lines,
        _ if !there => Terminal::Missing,
        _ if kind == Some("dumb") => Terminal::Dumb,
        None => Terminal::Unmeasured,
        Some((w, h)) if w < SMALLEST.0 || h < SMALLEST.1 => Terminal::TooSmall(w, h),
        Some((w, h)) if w < WHOLE.0 || h < WHOLE.1 => Terminal::Small(w, h),
        Some((w, h)) => Terminal::Whole(w, h),
    }
}

impl Terminal {
    pub(super) fn line(&self) -> CheckResult {
        let ((least_w, least_h), (whole_w, whole_h)) = (SMALLEST, WHOLE);
        match self {
            Self::Lines => CheckResult::ok("terminal", "not needed with --plain"),
            Self::Missing => CheckResult::warning(
                "terminal",
                "standard output is not a terminal, so the app does not open and the size is unknown",
                "run doctor again without a pipe or a file; with --plain every activity works in lines",
            ),
            Self::Dumb => CheckResult::warning(
                "terminal",
                "TERM is dumb: screens cannot be drawn",
                "use --plain, or a terminal with a cursor",
            ),
            Self::Unmeasured => CheckResult::warning(
                "terminal",
                "it does not report its size",
                "make it 80x24 or larger, or use --plain",
            ),
            Self::TooSmall(w, h) => CheckResult::error(
                "terminal",
                format!("{w}x{h} is too small: the minimum is {least_w}x{least_h}"),
                format!(
                    "make the window larger ({whole_w}x{whole_h} shows everything) or the font smaller, or use --plain"
                ),
            ),
            Self::Small(w, h) => CheckResult::warning(
                "terminal",
                format!("{w}x{h} works, but some things are cut short"),
                format!("make the window {whole_w}x{whole_h} or larger"),
            ),
            Self::Whole(w, h) => CheckResult::ok("terminal", format!("{w}x{h}")),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Colours {
    Shown(Depth),
    /// The terminal has none, or the theme.
    None,
    /// `NO_COLOR` is set.
    Unwanted,
    /// `NO_COLOR` is set, and a theme with colours was asked for.
    Contradicted,
}

pub(super) fn colours(unwanted: bool, theme: ThemeChoice, depth: Option<Depth>) -> Colours {
    let none = ThemeChoice::Scheme(ColourScheme::None);
    match (theme, depth) {
        _ if unwanted && (theme == none || theme == ThemeChoice::Automatic) => Colours::Unwanted,
        _ if unwanted => Colours::Contradicted,
        _ if theme == none => Colours::None,
        (ThemeChoice::Automatic, None) => Colours::None,
        (ThemeChoice::Scheme(_), None) => Colours::Shown(Depth::Full),
        (_, Some(depth)) => Colours::Shown(depth),
    }
}

impl Colours {
    pub(super) fn line(self) -> CheckResult {
        match self {
            Self::Shown(Depth::Basic) => CheckResult::ok("colours", "16"),
            Self::Shown(Depth::Indexed) => CheckResult::ok("colours", "256"),
            Self::Shown(Depth::Full) => CheckResult::ok("colours", "16 million"),
            Self::None => CheckResult::ok("colours", "none; nothing is shown by colour alone"),
            Self::Unwanted => CheckResult::ok("colours", "none: NO_COLOR is set"),
            Self::Contradicted => CheckResult::warning(
                "colours",
                "none: NO_COLOR is set, so the theme has no colours",
                "unset NO_COLOR to see the theme's colours",
            ),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Characters {
    Utf8(String),
    Ascii(String),
    /// No character set is named.
    Assumed,
}

pub(super) fn characters(locale: Option<&str>) -> Characters {
    match locale {
        Some(name) if app::is_ascii(Some(name)) => Characters::Ascii(name.to_owned()),
        Some(name) if name.contains('.') => Characters::Utf8(name.to_owned()),
        _ => Characters::Assumed,
    }
}

impl Characters {
    pub(super) fn line(&self) -> CheckResult {
        match self {
            Self::Utf8(name) => CheckResult::ok("characters", format!("UTF-8, by the locale {name}")),
            Self::Assumed => CheckResult::ok("characters", "the locale names no character set: UTF-8 is assumed"),
            Self::Ascii(name) => CheckResult::warning(
                "characters",
                format!("ASCII only, by the locale {name}: accents and lines are replaced"),
                "if your terminal shows UTF-8, set it: `export LC_ALL=C.UTF-8`, or another locale that ends in UTF-8",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Health;
    use super::*;

    #[test]
    fn a_terminal_is_judged_by_its_size() {
        let of = |w, h| judge(false, true, Some("xterm"), Some((w, h)));
        let said = [of(80, 24), of(200, 60), of(79, 24), of(80, 23), of(60, 18), of(59, 18), of(60, 17), of(0, 0)]
            .map(|s| s.line().state);
        let (good, look, bad) = (Health::Ok, Health::Warning, Health::Error);
        assert_eq!(said, [good, good, look, look, look, bad, bad, look]);
        assert_eq!((of(0, 0), of(59, 18)), (Terminal::Unmeasured, Terminal::TooSmall(59, 18)));
    }

    #[test]
    fn without_a_screen_there_are_lines() {
        assert_eq!(judge(false, false, None, None), Terminal::Missing);
        assert_eq!(judge(false, true, Some("dumb"), Some((80, 24))), Terminal::Dumb);
        assert_eq!(judge(true, false, Some("dumb"), None), Terminal::Lines);
        for screen in [Terminal::Missing, Terminal::Dumb, Terminal::Unmeasured] {
            assert!(screen.line().state == Health::Warning && screen.line().help.contains("--plain"), "{screen:?}");
        }
    }

    #[test]
    fn colours_are_as_the_app_shows_them() {
        assert_eq!(colours(false, ThemeChoice::Automatic, Some(Depth::Indexed)), Colours::Shown(Depth::Indexed));
        assert_eq!(colours(false, ThemeChoice::Scheme(ColourScheme::Light), None), Colours::Shown(Depth::Full));
        assert_eq!(
            [
                colours(false, ThemeChoice::Automatic, None),
                colours(false, ThemeChoice::Scheme(ColourScheme::None), Some(Depth::Full))
            ],
            [Colours::None; 2]
        );
        assert_eq!(colours(true, ThemeChoice::Automatic, Some(Depth::Full)), Colours::Unwanted);
        assert_eq!(
            colours(true, ThemeChoice::Scheme(ColourScheme::Dark), Some(Depth::Full)).line().state,
            Health::Warning
        );
    }

    #[test]
    fn a_locale_says_which_characters_are_shown() {
        let states = [
            Some("nb_NO.UTF-8"),
            Some("C.utf8"),
            Some("nb_NO"),
            None,
            Some("C"),
            Some("POSIX"),
            Some("nb_NO.ISO-8859-1"),
        ]
        .map(|locale| characters(locale).line().state);
        let (good, look) = (Health::Ok, Health::Warning);
        assert_eq!(states, [good, good, good, good, look, look, look]);
    }
}
