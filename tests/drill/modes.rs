//! Each way to play, from the lobby to the end.

use ninetracks::course::Course;
use ninetracks::course::model::Id;
use ninetracks::study::drill::{Drill, Input, Mode, Scoring, Setup, Speed, Stage, State, Team, TeamId};

use crate::class::{Class, drill, long};

/// Team keys of a line-up: q p z m.
fn buzzer(questions: &[&str]) -> Class {
    Class::of(drill(Mode::Buzzer, 4, questions)).keys("<enter><enter>")
}

fn pressed(class: &Class) -> Vec<Vec<u8>> {
    let buzzed = |input: Input| {
        if let Input::Buzzed { teams } = input { Some(teams.iter().map(|t: &TeamId| t.0).collect()) } else { None }
    };
    class.log().entries.into_iter().filter_map(|e| buzzed(e.what)).collect()
}

#[test]
fn the_first_press_has_the_floor_and_a_wrong_answer_opens_it_to_the_others() {
    let class = buzzer(&["q-choice"])
        .keys("z")
        .shows("Team 3")
        .shows("has the floor")
        .keys("1<enter>")
        .hides("has the floor")
        .keys("p")
        .keys("4<enter>")
        .shows("Closed");
    let class = class.keys("<enter>").shows("A pilot knows the channel.");
    assert_eq!(class.points(), ["0", "1", "0", "0"]);
}

#[test]
fn the_order_of_bytes_in_one_read_decides_and_the_log_shows_it() {
    let class = buzzer(&["q-choice"]).at_once("mq").shows("Team 4").shows("tied with it:  ● 1 Team 1");
    assert_eq!(pressed(&class), [[3, 0]]);
}

#[test]
fn a_key_of_no_team_and_a_press_that_comes_too_late_do_nothing() {
    let class = buzzer(&["q-choice"]).keys("x7y").at_once("xy");
    assert!(pressed(&class).is_empty());
    let before = class.keys("z").log().entries.len();
    let class = buzzer(&["q-choice"]).keys("zpqm");
    assert_eq!(class.log().entries.len(), before);
}

#[test]
fn in_turn_a_missed_question_passes_on() {
    let class = Class::of(drill(Mode::Turns, 3, &["q-choice", "q-truefalse"])).keys("<enter><enter>").shows("Team 1");
    let class = class.keys("a<enter>").shows("Team 2").keys("<tab>").shows("Team 3").keys("d<enter><enter>");
    assert_eq!(class.points(), ["0", "0", "1"]);
    class.keys("<enter><enter>").shows("Team 2").hides("▸ ● 1 Team 1");
}

#[test]
fn nothing_of_an_answer_is_seen_before_the_reveal() {
    let at = |keys: &str| Class::of(drill(Mode::Together, 2, &["q-choice"])).keys("<enter><enter>").keys(keys).screen();
    assert_eq!(at("aa"), at("dc"));
    let typed =
        |keys: &str| Class::of(drill(Mode::Together, 2, &["q-typed"])).keys("<enter><enter>").keys(keys).screen();
    assert_eq!(typed("1991"), typed("2004"));
    let counted =
        |keys: &str| Class::of(drill(Mode::Argue, 2, &["q-choice"])).keys("<enter><enter>").keys(keys).screen();
    assert_eq!(counted("9<enter>1<enter>"), counted("1<enter>9<enter>"));
}

#[test]
fn an_answer_entered_again_replaces_the_first() {
    let class =
        Class::of(drill(Mode::Together, 2, &["q-choice"])).keys("<enter><enter>ad<enter><up><up>d<enter><enter>");
    assert_eq!(class.points(), ["1", "1"]);
}

#[test]
fn when_the_time_is_up_cards_go_up_and_letters_are_still_taken() {
    for mode in [Mode::Together, Mode::Class { target_percent: 60 }] {
        let class = Class::of(drill(mode, 2, &["q-choice"])).keys("<enter><enter>d").wait(29).hides("cards up");
        let class = class.wait(1).shows("cards up").wait(60).shows("Team 1: • (1 sign)").keys("a<enter>");
        let class = class.shows("2 of 2 teams").keys("<enter>").shows("A pilot knows the channel.");
        assert_eq!(class.points(), ["1", "0"], "{mode:?}");
    }
    let class = Class::of(drill(Mode::Turns, 2, &["q-typed"])).keys("<enter><enter>1990").wait(60).shows("answer now");
    class.shows("1990").keys("<enter>").shows("Team 2");
}

#[test]
fn when_the_time_is_up_nobody_presses_any_more_and_more_time_opens_it_again() {
    let class = buzzer(&["q-choice"]).wait(29).hides("Closed").wait(1).shows("Closed").keys("q").shows("Closed");
    let class =
        class.keys("+").hides("Closed").wait(29).hides("Closed").keys("q4<enter>").shows("Closed").keys("<enter>");
    assert_eq!(class.points(), ["1", "0", "0", "0"]);
}

/// What a hand that slips, or lies on a key, does.
mod slips {
    use super::*;

    #[test]
    fn a_key_that_is_held_moves_one_step() {
        let class = Class::of(drill(Mode::Together, 2, &["q-choice", "q-truefalse"]));
        let class = class.at_once(&"<enter>".repeat(25)).shows("open the answers").hides("of 2 teams");
        let class =
            class.at_once(&"<enter>".repeat(25)).shows("0 of 2 teams").keys("<enter>").shows("Nobody has answered");
        let class = class.at_once(&"<enter>".repeat(25)).hides("A pilot knows").keys("<enter>").keys("<enter>");
        assert!(class.room().played().is_empty());
    }

    #[test]
    fn an_answer_that_nobody_gave_is_shown_when_it_is_asked_for() {
        let class = Class::of(drill(Mode::Together, 2, &["q-choice"])).keys("<enter><enter><enter>");
        class.shows("Wait for answers").keys("2").shows("A pilot knows the channel.");
    }

    #[test]
    fn ending_and_skipping_ask_once() {
        let class = || Class::of(drill(Mode::Together, 2, &["q-choice"])).keys("<enter><enter>d<enter>");
        let at = |class: Class, row: &str| {
            let number = class.screen().lines().find(|l| l.contains(row)).unwrap().trim_start_matches(['▸', ' '])[..1]
                .to_owned();
            class.keys(&number)
        };
        let ended = at(class().keys("<esc>"), "End the drill").shows("End the drill?");
        assert!(!ended.room().is_over() && ended.keys("2").room().is_over());
        let skipped = at(class().keys("<esc>"), "Skip this").shows("Answers are in");
        assert!(skipped.room().played().is_empty() && skipped.keys("<enter>").room().played().is_empty());
    }

    #[test]
    fn a_scenario_chooses_nothing_by_itself() {
        let class =
            Class::of_scenario("island-dialogue").keys("<enter><enter>").keys("<enter>").shows("No hands are counted");
        let class = class.keys("<enter>");
        assert!(class.room().road().is_empty());
        assert_eq!(class.keys("<enter>2").room().road().len(), 1);
    }

    #[test]
    fn what_is_typed_is_never_lost() {
        let class = Class::of(drill(Mode::Together, 3, &["q-choice"])).keys("<enter><enter>bxd");
        let class = class.shows("Team 1: ••• (3 signs)").keys("<enter>").shows("3 signs refused").shows("Team 2: Type");
        assert!(class.log().entries.len() == 2);
        let class = class.keys("<backspace>").shows("(3 signs)").keys("<up><tab><esc><esc>").shows("(3 signs)");
        let class = class.keys("<backspace><backspace>ad<enter>").shows("3 of 3 teams");
        let class = class.keys("<enter>");
        assert_eq!(class.points(), ["0", "0", "1"]);
    }

    #[test]
    fn backspace_stays_with_its_team() {
        let class = Class::of(drill(Mode::Together, 3, &["q-choice"])).keys("<enter><enter>b<enter>a");
        class.keys("<backspace><backspace><backspace>").shows("1 of 3 teams").keys("<delete>").shows("0 of 3 teams");
    }

    #[test]
    fn one_rule_enters_answers_of_every_kind() {
        for (kind, line) in [("q-choice", "dba"), ("q-typed", "1991/-/1990"), ("q-truefalse", "tft")] {
            Class::of(drill(Mode::Together, 3, &[kind]))
                .keys("<enter><enter>")
                .keys(line)
                .keys("<enter>")
                .shows("3 of 3 teams");
        }
        Class::of(drill(Mode::Together, 3, &["q-choice"]))
            .keys("<enter><enter>abcd<enter>")
            .shows("4 answers for 3 teams");
    }
}

#[test]
fn the_class_votes_argues_and_votes_again() {
    let class = Class::of(drill(Mode::Argue, 2, &["q-choice"]))
        .keys("<enter><enter>9<enter>5<enter>3<enter>3<enter>")
        .shows("Argue");
    let class = class.keys("<enter>").shows("again").keys("1<enter>1<enter>1<enter>17<enter>").keys("<enter>");
    let class = class.shows("A pilot knows the channel.").shows("17").shows("9");
    let solution = class.room().solution(0).unwrap();
    assert_eq!(solution.first_vote.unwrap().iter().sum::<u32>(), 20);
    assert_eq!(class.room().facility(0), Some(0.85));
}

#[test]
fn the_class_plays_against_its_target() {
    let class = Class::of(drill(Mode::Class { target_percent: 60 }, 4, &["q-choice"]))
        .keys("<enter><enter>ddda<enter><enter><enter>");
    class.shows("60 %").shows("3");
}

#[test]
fn speed_points_follow_the_clock() {
    let fast = drill(Mode::Buzzer, 2, &["q-choice"]);
    let Drill::Questions(questions) = fast.drill().clone() else { unreachable!() };
    let scoring = Scoring { speed: Some(Speed { percent: 50 }), ..Scoring::default() };
    let drill = Drill::Questions(ninetracks::study::drill::Questions { scoring, ..questions });
    let setup = Setup::new(ninetracks::study::drill::Draft { teams: Team::line_up(2), drill }).unwrap();
    let class = Class::of(setup).shows("up to 50 % more").keys("<enter><enter>").wait(15).keys("q4<enter><enter>");
    assert_eq!(class.points(), ["1.25", "0"]);
}

#[test]
fn a_scenario_is_decided_by_hands() {
    let class = Class::of_scenario("island-dialogue").keys("<enter><enter>");
    let class = class.keys("1<enter>9<enter>0").shows("3 of 3 counted").keys("<enter>").shows("The class chose B");
    let road = class.room().road().to_vec();
    assert_eq!((road.len(), road[0].hands.clone()), (1, vec![1, 9, 0]));
    let course = Course::builtin().unwrap();
    let scene = course.scenario(&Id::new("island-dialogue").unwrap()).unwrap().scenes[0].clone();
    assert_eq!(road[0].choice, scene.choices[1].id);
}

#[test]
fn a_tie_is_settled_by_the_teacher() {
    let class = Class::of_scenario("island-dialogue").keys("<enter><enter>5<enter>5<enter>0<enter>").shows("A tie");
    assert!(class.room().road().is_empty());
    let class = class.keys("<up><up><enter>");
    assert_eq!(class.room().road().iter().map(|d| d.hands.clone()).collect::<Vec<_>>(), [[5, 5, 0]]);
}

#[test]
fn a_scenario_without_counting_runs_to_its_debrief_and_shows_the_roads_not_taken() {
    let mut class = Class::of_scenario("valley-council").keys("<enter><enter>");
    for _ in 0..40 {
        if matches!(class.room().state(), State::Live(Stage::Debrief { .. })) {
            break;
        }
        class = class.keys("<enter>");
        class = if class.screen().contains("without counting") { class.keys("2") } else { class };
    }
    let class = class.shows("the debrief").keys("<enter>").sized(100, 250).shows("Not taken");
    let class = class.keys("<enter>").killed();
    assert!(matches!(class.room().state(), State::Done(_)));
}

#[test]
fn killed_in_a_scenario_it_goes_on_at_the_same_scene() {
    let class = Class::of_scenario("island-dialogue").keys("<enter><enter>b<enter><enter>");
    let (before, room) = (class.screen(), class.room());
    let class = class.killed().shows("▸ 1 Continue").keys("<enter>");
    assert_eq!((class.screen(), class.room().road()), (before, room.road()));
}

#[test]
fn on_a_wall_a_story_is_turned_page_by_page() {
    let class = Class::of_scenario("island-dialogue").sized(160, 45).keys("<enter>").shows("⏎ page 2 of 3");
    let class = class.at_once(&"<enter>".repeat(25)).shows("⏎ page 3 of 3").keys("<enter>").shows("⏎ continue");
    let class = class.keys("<pgup>").shows("⏎ page 3 of 3").keys("<enter><enter>").shows("⏎ decide");
    class.keys("<pgdn>").shows("PgUp page 1 of 2").keys("9").shows("PgDn page 2 of 2");
}

#[test]
fn a_question_on_pages_opens_at_its_options_and_stays_where_it_is_turned_to() {
    let class = Class::of(long(&drill(Mode::Together, 2, &["q-choice", "q-truefalse"]))).sized(160, 45);
    let class = class.keys("<enter>").shows("PgDn page 2 of 2").keys("<enter>").shows("PgUp page 1 of 2");
    let class = class.keys("<pgup>").shows("PgDn page 2 of 2").keys("dd").shows("PgDn page 2 of 2");
    let class = class.at_once(&"<pgdn>".repeat(25)).shows("PgUp page 1 of 2").keys("<esc><esc>");
    class.shows("PgUp page 1 of 2").keys("<enter><enter>").hides("PgUp page").sized(80, 24).hides("PgDn page");
}
