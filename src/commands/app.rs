//! The app, opened at a place; or, with `--keys`, played without a terminal.

use std::io::{IsTerminal as _, Write as _};
use std::sync::Arc;

use anyhow::Context as _;

use super::course::Catalogue;
use super::exchange_desk::ExchangeDesk;
use super::export::WorkingFolder;
use super::settings_desk::{self, SettingsDesk};
use super::{Ended, environment, output, plain};
use crate::cli::Global;
use crate::course::Course;
use crate::plain::{Outcome, QuizOptions, Session};
use crate::store::Store;
use crate::study::live::SeatLink;
use crate::study::queue::Limits;
use crate::ui::app::{App, Config};
use crate::ui::catalogue::CourseCatalogue as _;
use crate::ui::effect::Place;
use crate::ui::preferences::Preferences;
use crate::ui::theme::{Background, ColourScheme, Depth, Theme, ThemePicker};
use crate::ui::{background, runner, script};

/// Opens the app of the course that the options name; in lines, its home.
///
/// # Errors
/// When there is no course, or no terminal to draw on.
pub(super) fn open(global: &Global) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    if environment::chooses_lines(global) {
        return open_in_lines(global, course);
    }
    open_in(global, course, Place::Home)
}

/// Home in lines, of one course after the other as they are chosen.
fn open_in_lines(global: &Global, mut course: Course) -> anyhow::Result<Ended> {
    let pauses = std::io::stdin().is_terminal();
    let settings = settings_desk::load_and_tell(global).settings;
    let (rules, certainty) = (settings.review_rules(), settings.certainty());
    let quizzes = QuizOptions { certainty, ..QuizOptions::default() };
    let catalogue = Catalogue(global.clone());
    loop {
        let others = catalogue.others(&course);
        let titles: Vec<String> = others.iter().map(|entry| format!("{} ({})", entry.title, entry.about)).collect();
        let home = |session: Session<'_>| crate::plain::home(session, rules.clone(), quizzes, pauses, &titles);
        match plain::run(global, &course, false, home)? {
            Outcome::OtherCourse(at) => match catalogue.open(&others[at].course) {
                Ok((other, _)) => course = other,
                Err(why) => output::note(format_args!("ninetracks: it cannot be opened: {why}")),
            },
            outcome => return Ok(plain::ended(outcome, None)),
        }
    }
}

/// Opens the app of a course that is open already.
///
/// # Errors
/// When there is no terminal to draw on.
pub(super) fn open_in(global: &Global, course: Course, place: Place) -> anyhow::Result<Ended> {
    open_with_mark(global, course, place, None)
}

/// The same, where quizzes are passed with `pass_mark` percent.
///
/// # Errors
/// When there is no terminal to draw on.
pub(super) fn open_with_mark(
    global: &Global,
    course: Course,
    place: Place,
    pass_mark: Option<u32>,
) -> anyhow::Result<Ended> {
    let config = Config { pass_mark, ..setup(global, &course, &environment::clock().zone, place)? };
    run(global, Arc::new(course), config)
}

/// The same with the seats of a class beside the drill that is opened.
///
/// # Errors
/// When there is no terminal to draw on.
pub(super) fn open_hosting(
    global: &Global,
    course: Arc<Course>,
    place: Place,
    seats: SeatLink,
) -> anyhow::Result<Ended> {
    let config = Config { seats: Some(seats), ..setup(global, &course, &environment::clock().zone, place)? };
    run(global, course, config)
}

fn run(global: &Global, course: Arc<Course>, setup: Config) -> anyhow::Result<Ended> {
    let clock = environment::clock();
    let store = Store::open(&setup.data, setup.learner.clone());
    let folder = setup.data.clone();
    let Some(keys) = &global.keys else {
        let live = course.folder().map(|root| (root.to_owned(), Arc::clone(&course)));
        runner::run(
            |size| App::new(course, store, setup, clock.now, size),
            has_links(&|name| std::env::var_os(name)),
            live,
        )
        .context("the terminal cannot be used")?;
        environment::back_up(&folder);
        return Ok(Ended::Done);
    };
    let keys = script::keys(keys).map_err(anyhow::Error::msg)?;
    let app = App::new(course, store, setup, clock.now, global.size)?;
    let screen = script::play(app, &keys, global.size, &runner::now);
    if global.print {
        writeln!(output::results(), "{screen}")?;
    }
    Ok(Ended::Done)
}

fn setup(global: &Global, course: &Course, zone: &jiff::tz::TimeZone, place: Place) -> anyhow::Result<Config> {
    let desk = SettingsDesk::new(global);
    let loaded = desk.load();
    let here = std::env::current_dir().unwrap_or_default();
    let config = Config {
        zone: zone.clone(),
        seed: global.seed,
        ascii_locale: is_ascii(locale().as_deref()),
        data: environment::data_folder(global)?,
        catalogue: Arc::new(Catalogue(global.clone())),
        exchange: Arc::new(ExchangeDesk { global: global.clone(), folder: here.clone() }),
        files: Arc::new(WorkingFolder(here)),
        place,
        picker: Some(picker(global)),
        keeper: Arc::new(desk),
        learner: environment::learner(global, course),
        pass_mark: None,
        seats: None,
        // What is set stands in place of these.
        theme: Theme::named(ColourScheme::None),
        limits: Limits::default(),
        ascii: false,
        preferences: Preferences::default(),
    };
    Ok(config.with_settings(loaded))
}

/// What themes are made of: no colour when the environment or the terminal wants none.
fn picker(global: &Global) -> ThemePicker {
    // The Linux console is black, and asking it is of no use.
    let is_console = std::env::var_os("TERM").is_some_and(|term| term == "linux");
    let named = std::env::var("COLORFGBG").ok().and_then(|variable| background::named(&variable));
    ThemePicker {
        colourless: wants_no_colour(),
        depth: depth(global),
        background: named.or(is_console.then_some(Background::Dark)),
    }
}

/// Whether the environment wants no colour.
pub(super) fn wants_no_colour() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty())
}

/// Whether the terminal shows links: those that do not know them leave them out, but for a few that print them.
fn has_links(variable: &dyn Fn(&str) -> Option<std::ffi::OsString>) -> bool {
    let is_set = |name| variable(name).is_some_and(|value| !value.is_empty());
    let terminal = variable("TERM").unwrap_or_default();
    !is_set("NO_HYPERLINKS") && terminal != "dumb" && terminal != "linux"
}

/// How many colours the terminal shows; `None` for none.
pub(super) fn depth(global: &Global) -> Option<Depth> {
    if global.keys.is_some() {
        return Some(Depth::Full);
    }
    if std::env::var_os("NO_COLOR").is_some_and(|v| v.is_empty()) {
        return Some(named_depth(&|name| std::env::var(name).unwrap_or_default()));
    }
    supports_color::on(supports_color::Stream::Stdout).map(|level| match level {
        l if l.has_16m => Depth::Full,
        l if l.has_256 => Depth::Indexed,
        _ => Depth::Basic,
    })
}

/// The same where `NO_COLOR` is set to nothing, which says nothing; `supports_color` takes it for a wish.
fn named_depth(variable: &dyn Fn(&str) -> String) -> Depth {
    match (variable("COLORTERM").as_str(), variable("TERM").as_str()) {
        ("truecolor" | "24bit", _) => Depth::Full,
        (_, term) if term.contains("256color") || term.contains("direct") => Depth::Indexed,
        _ => Depth::Basic,
    }
}

/// The locale's name, of the variables that may name it.
pub(super) fn locale() -> Option<String> {
    ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok()).find(|v| !v.is_empty())
}

/// Whether the locale says that the terminal shows ASCII only.
pub(super) fn is_ascii(locale: Option<&str>) -> bool {
    locale.is_some_and(|locale| {
        locale == "C"
            || locale == "POSIX"
            || locale.contains('.') && !locale.to_lowercase().replace('-', "").contains("utf8")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_off_where_they_are_not_wanted_or_would_be_printed() {
        let with = |set: &'static [(&'static str, &'static str)]| {
            has_links(&|name| set.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into()))
        };
        assert!(with(&[("TERM", "xterm-256color")]) && with(&[("NO_HYPERLINKS", "")]));
        assert!(!with(&[("NO_HYPERLINKS", "1")]) && !with(&[("TERM", "linux")]) && !with(&[("TERM", "dumb")]));
    }
}
