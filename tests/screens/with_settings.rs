//! Screens as the learner's settings change them, and the profiles that settings belong to.

use ninetracks::store::Store;
use ninetracks::ui::app::Config;
use ninetracks::ui::effect::Place;
use ninetracks::ui::preferences::LoadedSettings;

use super::picture::picture;
use super::places::{lesson_cards, quiz};
use super::{accepts, app_of, dark, fixture, learner, played, store};

/// With these settings, as they stand in the file.
fn with_settings(settings: &str) -> Config {
    let everyone = ninetracks::study::settings::read_settings("settings.ron", settings).everyone;
    let layers = ninetracks::study::settings::SettingLayers { file: everyone, ..Default::default() };
    dark().with_settings(LoadedSettings { settings: layers.resolved(), findings: Vec::new(), file: String::new() })
}

#[test]
fn card_typed_answers() {
    let typing = || app_of(fixture(), lesson_cards("ferry"), with_settings("Settings(typed_answers: true)"), store());
    accepts("card_typing", &played(typing(), "1982 s u"));
    accepts("card_typed", &played(typing(), "1982 s u<enter>"));
}

#[test]
fn quiz_certainty() {
    let weighing = |keys| {
        let scored = with_settings("Settings(certainty: \"scored\")");
        played(app_of(fixture(), quiz("q-choice"), scored, store()), keys)
    };
    accepts("quiz_weighing", &weighing("1<enter>"));
    accepts("results_by_certainty", &weighing("1<enter>3<enter>"));
}

#[test]
fn profiles_are_chosen_renamed_and_removed() {
    let data = tempfile::tempdir().unwrap();
    let open = || Store::open(data.path(), learner());
    let setup = || Config { data: data.path().into(), ..dark() };
    let app = |keys: &str| played(app_of(fixture(), lesson_cards("ferry"), setup(), open()), keys);
    let names = || open().unwrap().all_profiles().unwrap().into_iter().map(|it| it.name).collect::<Vec<_>>();
    drop(app("<space>4<esc>,pnbea<enter>c"));
    assert_eq!(names(), ["default"], "a profile begins with what is saved");
    drop(app("<esc>,pnbea<enter>1<enter><space>"));
    assert_eq!(names(), ["bea", "default"]);
    accepts("profiles", &app("<esc>,p"));
    drop(app("<esc>,pkrcem<enter>"));
    assert_eq!(names(), ["beacem", "default"]);
    drop(app("<esc>,pkx<esc>jx"));
    assert_eq!(names(), ["beacem", "default"], "the one in use stays");
    drop(app("<esc>,pkxX"));
    assert_eq!(names(), ["default"]);
}

#[test]
fn home_with_a_goal() {
    let app = app_of(fixture(), Place::Home, with_settings("Settings(daily_goal: 10)"), store());
    let app = played(app, "1<enter>c<space>4<space>1<esc><esc>");
    let screen = picture(&app, 80, 24);
    assert!(screen.lines().next().unwrap().ends_with("0 of 10 min"), "{screen}");
}
