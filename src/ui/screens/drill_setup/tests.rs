//! The set-up by its keys, where a picture would not show what it leads to.

use jiff::{Timestamp, tz::TimeZone};

use super::form::Game;
use super::*;
use crate::course::model::{Id, Kind};
use crate::store::Learner;
use crate::study::class::DrillLabel;
use crate::study::drill::{self, Entry, Mode, Moment, Questions};
use crate::study::event::Event;
use crate::study::time::{Clock, StudyDay};
use crate::ui::held_keys::Press;
use crate::ui::preferences::Preferences;
use crate::ui::script;
use crate::ui::theme::{ColourScheme, Theme};

/// A set-up, and a store that keeps what it saves.
struct Desk {
    course: Course,
    store: Store,
    screen: DrillSetup,
}

fn clock() -> Clock {
    Clock::new("2026-03-10T09:00:00Z".parse::<Timestamp>().unwrap(), TimeZone::UTC)
}

fn save(store: &mut Store, what: EventKind) -> EventId {
    store.append(&Event { at: clock().now, what }, StudyDay::of(clock().now, &TimeZone::UTC)).unwrap()
}

fn store() -> Store {
    Store::in_memory(Learner { profile: "default".into(), course: Id::new("multitrack").unwrap() }).unwrap()
}

impl Desk {
    fn new() -> Self {
        Self::over(store(), Vec::new())
    }

    fn over(store: Store, teams: Vec<Team>) -> Self {
        let course = Course::builtin().unwrap();
        Self {
            screen: DrillSetup::load(&store, &course, SetupStart { teams, ..SetupStart::default() }).unwrap(),
            course,
            store,
        }
    }

    /// Types `keys`, saves what is to be saved, and returns whatever else is asked for.
    fn press(&mut self, keys: &str) -> Vec<Effect> {
        let theme = Theme::named(ColourScheme::None);
        let mut wanted = Vec::new();
        for key in script::keys(keys).unwrap() {
            let context = Context {
                course: &self.course,
                theme: &theme,
                clock: &clock(),
                area: Rect::new(0, 0, 80, 24),
                wide: crate::ui::frame::Width::Reading,
                seed: Some(7),
                press: &Press::default(),
                preferences: &Preferences::default(),
                problems: &[],
            };
            for effect in self.screen.handle(&InputEvent::Key(key), &context) {
                match effect {
                    Effect::Save(what) => {
                        let id = save(&mut self.store, what.clone());
                        self.screen.saved(&what, id);
                    }
                    other => wanted.push(other),
                }
            }
        }
        wanted
    }

    /// The drill that `keys` and ⏎ begin.
    fn start(&mut self, keys: &str) -> Setup {
        match self.press(&format!("{keys}<enter>")).as_slice() {
            [Effect::Replace(Place::Drill(DrillStart::New(setup)))] => (**setup).clone(),
            other => panic!("`{keys}` begins no drill: {other:?}"),
        }
    }

    fn refused(&mut self, keys: &str) -> String {
        self.press(keys);
        match &self.screen.notice {
            Some(Notice::Refused(why)) => why.clone(),
            _ => panic!("`{keys}` is not refused"),
        }
    }

    fn names(&self) -> Vec<&str> {
        self.screen.form.teams.iter().map(|t| t.name.as_str()).collect()
    }
}

fn questions(setup: &Setup) -> &Questions {
    setup.questions().unwrap()
}

#[test]
fn enter_alone_starts_a_drill() {
    let setup = Desk::new().start("");
    assert_eq!((questions(&setup).asked.len(), questions(&setup).mode, setup.teams().len()), (10, Mode::Together, 4));
}

#[test]
fn every_way_of_playing_starts() {
    for n in 0..Game::ALL.len() {
        let setup = Desk::new().start(&"<right>".repeat(n));
        assert_eq!(setup.questions().is_none(), Game::ALL[n] == Game::Scenario, "{n}");
    }
}

#[test]
fn digits_type_numbers() {
    let setup = Desk::new().start("j25jjj3j45jjj<up>j42");
    let Questions { asked, timer_s, .. } = questions(&setup);
    assert_eq!((asked.len(), asked[0].points, *timer_s), (25, 3, Some(45)));
    assert_eq!(questions(&setup).paper.seed, 42);
}

#[test]
fn lessons_are_ticked_in_the_order_of_the_course() {
    let setup = Desk::new().start("jj<right>jj<space>k<space><enter>");
    let course = Course::builtin().unwrap();
    let wanted: Vec<&Id> = course.outlines()[1..=2].iter().map(|o| &o.id).collect();
    assert_eq!(questions(&setup).paper.lessons.iter().collect::<Vec<_>>(), wanted);
    assert!(questions(&setup).asked.iter().all(|a| wanted.contains(&&a.lesson)));
}

#[test]
fn speed_is_offered_only_where_teams_choose_the_moment() {
    let to_extras = "jjjjjjj<right>";
    assert_eq!(questions(&Desk::new().start(&format!("{to_extras}<right><enter>"))).scoring.speed, None);
    let mut desk = Desk::new();
    assert!(questions(&desk.start(&format!("<right>{to_extras}<right><enter>"))).scoring.speed.is_some());
    let setup = desk.start("kkkkkkk<left>");
    assert_eq!(
        (questions(&setup).mode, questions(&setup).scoring.speed),
        (Mode::Together, None),
        "chosen, but not in this mode"
    );
}

#[test]
fn a_name_that_is_taken_is_refused_and_can_be_mended() {
    let mut desk = Desk::new();
    assert!(desk.refused("t<enter>team<space>2<enter>").contains("already"));
    desk.press("e<enter>");
    assert_eq!(desk.names(), ["team 2e", "Team 2", "Team 3", "Team 4"]);
}

#[test]
fn a_key_that_is_taken_or_is_none_is_refused() {
    let mut desk = Desk::new();
    assert_eq!(desk.refused("tkp"), "“p” is already the key of Team 2: press another");
    assert!(desk.refused("é").contains("cannot be a key"));
    desk.press("x");
    assert_eq!(desk.screen.form.teams[0].key, 'x');
}

#[test]
fn there_are_two_to_eight_teams() {
    let mut desk = Desk::new();
    assert!(desk.refused("t+++++").contains("8 teams"));
    assert_eq!(desk.names().len(), 8);
    assert!(desk.refused("c").contains("colours") && desk.refused("s").contains("shapes"));
    assert!(desk.refused("-------").contains("at least 2"));
    assert_eq!(desk.start("<esc>").teams().len(), 2);
}

#[test]
fn teams_that_were_kept_come_back_under_their_name() {
    let mut desk = Desk::new();
    desk.press("t<enter>Ana<enter>w8b<enter>");
    let mut later = Desk::over(desk.store, Vec::new());
    later.press("to<enter>");
    assert_eq!(later.names(), ["Ana", "Team 2", "Team 3", "Team 4"]);
    later.press("ox");
    assert!(later.store.kept_teams().unwrap().is_empty() && later.screen.presets.teams.is_empty());
}

#[test]
fn a_set_that_was_kept_is_taken_whole() {
    let mut desk = Desk::new();
    desk.press("<right>j25wweek<space>3<enter>");
    let setup = Desk::over(desk.store, Vec::new()).start("s<enter>");
    assert_eq!((questions(&setup).asked.len(), questions(&setup).mode), (25, Mode::Turns));
}

#[test]
fn a_set_kept_again_under_its_name_stands_once() {
    let mut desk = Desk::new();
    desk.press("wWeek<enter>j25wweek<enter>");
    assert_eq!(desk.screen.presets.plans.len(), 1);
    assert_eq!(desk.screen.presets.plans, desk.store.kept_plans().unwrap());
}

#[test]
fn the_next_drill_begins_with_what_the_last_one_had() {
    let mut desk = Desk::new();
    let setup = desk.start("t<enter>Ana<enter>-<esc><right>j12j");
    save(&mut desk.store, EventKind::DrillStarted { setup: Box::new(setup.clone()), label: DrillLabel::default() });
    let again = Desk::over(desk.store, Vec::new()).start("");
    assert_eq!((again.teams(), questions(&again).asked.len()), (setup.teams(), 12));
    assert_eq!(questions(&again).mode, Mode::Turns);
}

#[test]
fn a_drill_that_was_left_can_be_gone_on_with() {
    let mut desk = Desk::new();
    let setup = desk.start("");
    let run = save(&mut desk.store, EventKind::DrillStarted { setup: Box::new(setup), label: DrillLabel::default() });
    let mut later = Desk::over(desk.store, Vec::new());
    assert_eq!(later.screen.unfinished.as_ref().map(|l| l.place.as_str()), Some("question 1 of 10"));
    assert_eq!(later.press("r"), [Effect::Replace(Place::Drill(DrillStart::Resume(run)))]);
    let over = Entry::new(Moment(0), drill::Input::Ended);
    save(&mut later.store, EventKind::DrillEntered { run, after: 0, entry: over });
    assert!(Desk::over(later.store, Vec::new()).press("r").is_empty(), "it is over");
}

#[test]
fn teams_that_are_given_come_before_those_of_the_last_drill() {
    let mut desk = Desk::new();
    let setup = desk.start("");
    save(&mut desk.store, EventKind::DrillStarted { setup: Box::new(setup), label: DrillLabel::default() });
    assert_eq!(Desk::over(desk.store, Team::line_up(6)).start("").teams().len(), 6);
}

#[test]
fn what_is_pasted_is_a_name_of_one_line() {
    let mut desk = Desk::new();
    desk.press("t<enter>");
    let theme = Theme::named(ColourScheme::None);
    let context = Context {
        course: &desk.course,
        theme: &theme,
        clock: &clock(),
        area: Rect::new(0, 0, 80, 24),
        wide: crate::ui::frame::Width::Reading,
        seed: None,
        press: &Press::default(),
        preferences: &Preferences::default(),
        problems: &[],
    };
    desk.screen.handle(&InputEvent::Paste("\u{202e}ana\u{1b}[31m\nben".into()), &context);
    desk.press("<enter>");
    assert_eq!(desk.names()[0], "ana[31m");
}

#[test]
fn each_way_is_said_in_one_line_at_80_columns() {
    for way in Game::ALL {
        assert!(way.says().len() <= 62, "{way:?}");
    }
}

#[test]
fn questions_are_chosen_by_kind_pinned_left_out_and_put_in_order() {
    let ids = |setup: &Setup| questions(setup).asked.iter().map(|item| item.question.clone()).collect::<Vec<_>>();
    let course = Course::builtin().unwrap();
    let kind =
        |setup: &Setup| ids(setup).iter().map(|id| course.question(id).unwrap().1.ask.kind()).collect::<Vec<_>>();
    // The first kind is the one after “any”.
    let choice = Desk::new().start("q<right><enter>");
    assert!(choice.questions().is_some() && kind(&choice).iter().all(|kind| *kind == Kind::Choice));
    let drawn = ids(&choice);
    let moved = ids(&Desk::new().start("q<right>jjjjjJ<enter>"));
    assert_eq!(moved[..2], [drawn[1].clone(), drawn[0].clone()], "the first question went down");
    let without = ids(&Desk::new().start("q<right>jjjjjx<enter>"));
    assert!(!without.contains(&drawn[0]) && without.len() == 10, "another is drawn in its place");
}

#[test]
fn chosen_questions_are_saved_under_a_name_and_opened_again() {
    let mut desk = Desk::new();
    desk.press("q<right>wFriday<enter>");
    let kept = desk.store.kept_questions().unwrap();
    assert_eq!((kept.len(), kept[0].name.as_str(), kept[0].what.len()), (1, "Friday", 10));
    let mut other = Desk::over(desk.store, Vec::new());
    let asked: Vec<Id> = questions(&other.start("qo<enter><enter>")).asked.iter().map(|i| i.question.clone()).collect();
    assert_eq!(asked, kept[0].what, "the same that --questions asks");
}

#[test]
fn teams_that_were_saved_with_letters_open() {
    let mut store = store();
    let teams = r#"{"TeamsKept":{"name":"8b","teams":[
        {"name":"Owls","colour":0,"shape":"Circle","letter":"A","key":"q"},
        {"name":"Bees","colour":1,"shape":"Square","letter":"B","key":"b"}]}}"#;
    save(&mut store, serde_json::from_str(teams).unwrap());
    let setup = Desk::over(store, Vec::new()).start("to<enter><esc>");
    let said: Vec<(char, char)> = setup.teams().iter().map(|team| (team.number, team.key)).collect();
    assert_eq!(said, [('A', 'q'), ('B', 'b')]);
}
