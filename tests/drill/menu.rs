//! What a teacher does when something comes between.

use ninetracks::study::drill::{Draft, Input, Mode, Setup, Stage, State, Team};
use ninetracks::study::item::Key;

use crate::class::{Class, drill};

const QUESTIONS: [&str; 3] = ["q-choice", "q-truefalse", "q-typed"];

fn together() -> Class {
    Class::of(drill(Mode::Together, 3, &QUESTIONS)).keys("<enter>")
}

/// In the menu, the row with these words.
fn choose(class: Class, words: &str) -> Class {
    let class = class.keys("<esc>").shows(words);
    let screen = class.screen();
    let rows: Vec<&str> = screen.lines().skip_while(|l| !l.contains("Continue")).collect();
    let at = rows.iter().position(|l| l.contains(words)).unwrap();
    class.keys(&"<down>".repeat(at)).keys("<enter>")
}

#[test]
fn the_clock_stands_while_the_drill_is_paused() {
    let class = together()
        .keys("<enter>")
        .wait(10)
        .keys("<esc>")
        .shows("▸ 1 Continue")
        .wait(3600)
        .keys("<esc>")
        .wait(19)
        .hides("cards up");
    class.wait(1).shows("cards up");
}

#[test]
fn keys_pressed_on_while_nothing_can_be_saved_choose_nothing() {
    let class = Class::of(drill(Mode::Buzzer, 4, &QUESTIONS)).keys("<enter><enter>");
    // `q`, the key of Team 1, also quits from trouble.
    let class =
        class.locked(|class| class.keys("z").shows("could not be saved").at_once("qpqm").shows("could not be saved"));
    let class = class.keys("r").shows("has the floor");
    assert!(matches!(class.room().state(), State::Live(Stage::Open(open)) if open.given.is_empty()));
}

#[test]
fn a_team_that_presses_on_chooses_nothing_in_the_menu() {
    let mut teams = Team::line_up(2);
    teams[0].key = '2';
    let asked = drill(Mode::Buzzer, 2, &QUESTIONS).drill().clone();
    let class =
        Class::of(Setup::new(Draft { teams, drill: asked }).unwrap()).keys("<enter><enter><esc>").shows("▸ 1 Continue");
    class.keys("2p2").shows("▸ 1 Continue").keys("1").hides("▸ Continue").keys("2").shows("has the floor");
}

#[test]
fn a_ruling_falls_on_its_team_however_late_it_comes() {
    let class = Class::of(drill(Mode::Turns, 3, &QUESTIONS))
        .keys("<enter><enter><right>")
        .shows("How was the spoken answer")
        .wait(30);
    let class = class.shows("How was the spoken answer").keys("<enter><enter>");
    assert_eq!(class.points(), ["1", "0", "0"]);
}

#[test]
fn a_letter_with_control_is_no_answer_and_no_press() {
    together().keys("<enter><c-d>").shows("0 of 3 teams");
    Class::of(drill(Mode::Buzzer, 4, &QUESTIONS)).keys("<enter><enter><c-q>").hides("has the floor");
}

#[test]
fn what_turns_or_hides_text_is_not_taken_in() {
    let class = choose(together(), "Add a late team").keys("L\u{202e}at\u{200b}es").shows("▸ Lates");
    assert!(!class.screen().contains('\u{202e}'));
    class.keys("<enter>").shows("Lates has joined");
}

#[test]
fn nothing_of_the_question_is_seen_while_it_is_paused() {
    together().keys("<enter><esc>").hides("steers a ship");
}

#[test]
fn a_question_that_is_skipped_counts_for_nobody() {
    let class = choose(together().keys("<enter>d<enter>"), "Skip this question")
        .shows("Answers are in")
        .keys("2")
        .shows("2 of 3");
    assert_eq!(class.points(), ["0", "0", "0"]);
}

#[test]
fn the_last_act_can_be_taken_back() {
    let class = together()
        .keys("<enter>da<enter><enter>")
        .shows("Closed")
        .keys("<backspace>")
        .hides("Closed")
        .shows("2 of 3 teams");
    let class = class.keys("<backspace>").shows("2 of 3 teams").keys("<delete>").shows("1 of 3 teams");
    choose(class, "Undo").shows("0 of 3 teams");
}

#[test]
fn a_pause_does_not_stand_between_the_last_act_and_taking_it_back() {
    let clocked = || together().keys("<enter>da<enter>").wait_ms(1500).shows("2 of 3 teams");
    choose(clocked(), "Undo").shows("1 of 3 teams");
    let again = clocked().keys("<esc>").wait_ms(1500).keys("<esc>").wait_ms(1500).keys("<esc><esc>");
    again.keys("<delete>").shows("1 of 3 teams").keys("b<enter>").shows("2 of 3 teams");
    choose(clocked().killed().keys("<esc>"), "Undo").shows("1 of 3 teams");
    clocked().killed().shows("▸ 1 Continue").keys("<down><down><down><down><enter>").shows("1 of 3 teams");
    Class::of(drill(Mode::Together, 3, &QUESTIONS))
        .keys("<esc><esc><backspace>")
        .shows("start")
        .keys("<enter>")
        .shows("1 of 3");
}

#[test]
fn a_team_that_comes_late_plays_from_there_on() {
    let class = choose(together(), "Add a late team").keys("Lates<enter>").shows("Lates has joined").keys("<esc>");
    let class = class.keys("<enter>dddd<enter><enter>");
    assert_eq!(class.points(), ["1", "1", "1", "1"]);
    choose(class, "Add a late team").keys("LATES<enter>").shows("already");
}

#[test]
fn a_wrong_key_is_mended_and_all_points_are_computed_anew() {
    let class = together().keys("<enter>dba<enter><enter>");
    assert_eq!(class.points(), ["1", "0", "0"]);
    let class = choose(class, "Correct a wrong key")
        .keys("<enter>")
        .shows("The author's key (current)")
        .shows("B is also right");
    let class = class.keys("<down><down><down><enter>").shows("corrected");
    assert_eq!(class.points(), ["1", "1", "0"]);
    assert!(matches!(class.room().key(0), Key::AnyOf(_)));
}

#[test]
fn a_drill_ends_when_the_teacher_says_so() {
    let class = choose(together().keys("<enter>dba<enter><enter>"), "End the drill now").keys("2").shows("early");
    assert!(matches!(class.room().state(), State::Done(_)));
}

#[test]
fn killed_anywhere_it_goes_on_with_the_same_question_scores_and_time() {
    let mut class = together().keys("<enter>dba<enter><enter><enter><enter>t<enter>").wait(12);
    let left = class.room().left_ms(class.log().entries.last().unwrap().at);
    assert_eq!(left, Some(20_000));
    class = class.killed().shows("▸ 1 Continue");
    assert_eq!(class.points(), ["1", "0", "0"]);
    let class = class.keys("<enter>").shows("1 of 3 teams").wait(19).hides("cards up").wait(1).shows("cards up");
    assert!(class.log().entries.iter().any(|e| e.what == Input::TakenUp));
}

#[test]
fn a_drill_that_is_over_shows_its_end_again() {
    let class =
        choose(together().keys("<enter>dba<enter><enter>"), "End the drill now").keys("2").killed().shows("early");
    assert!(class.log().entries.iter().all(|e| e.what != Input::TakenUp));
}

#[test]
fn the_board_comes_between_rounds_and_at_the_end() {
    let class =
        together().keys("<enter>dba<enter><enter>").shows("next question").keys("<enter><enter>ttt<enter><enter>");
    let class = class
        .keys("<enter><enter>1991<enter>1991<enter>1990<enter><enter>")
        .shows("the board")
        .keys("<enter>")
        .shows("Standings");
    assert!(matches!(class.room().state(), State::Live(Stage::Board)));
    class.keys("<enter>").shows("report");
}

#[test]
fn what_was_missed_can_be_practised_at_once() {
    let class = choose(together().keys("<enter>abc<enter><enter>"), "End the drill now").keys("2");
    class.keys("p").shows("Who steers a ship").shows("1 of 1");
}

#[test]
fn what_was_missed_goes_into_the_cards_of_those_who_are_ticked() {
    let class = choose(together().keys("<enter>abc<enter><enter>"), "End the drill now")
        .keys("2c")
        .shows("■ default")
        .keys("<enter>");
    class.shows("now come first for default");
}

#[test]
fn every_state_can_be_drawn_at_every_size() {
    for (width, height) in [(60, 18), (80, 24), (100, 30), (200, 60), (300, 20)] {
        let mut class = together().sized(width, height);
        for keys in ["<enter>", "d", "ab", "<enter>", "<enter>", "<esc>", "<esc>", "<enter>", "<enter>", "<esc>"] {
            class = class.keys(keys);
            assert!(!class.screen().trim().is_empty());
        }
    }
}

#[test]
fn of_two_windows_on_a_drill_the_one_that_is_behind_says_so_and_adds_nothing() {
    let class = together().keys("<enter>").keys("a<enter>").elsewhere(Input::TakenUp).keys("b<enter>");
    let class = class.shows("was continued in another window").hides("without saving");
    assert_eq!(class.log().entries.last().map(|e| &e.what), Some(&Input::TakenUp));
    let class = class
        .keys("r")
        .shows("▸ 1 Continue")
        .keys("<esc>")
        .shows("1 of 3 teams")
        .keys("b<enter>")
        .shows("2 of 3 teams");
    let class = class.elsewhere(Input::Paused).wait(10).shows("was continued in another window");
    class.keys("r").shows("▸ 1 Continue").keys("<esc>").shows("2 of 3 teams").keys("c<enter>").shows("3 of 3 teams");
}

#[test]
fn a_drill_goes_on_without_saving_where_it_was() {
    let class =
        together().keys("<enter>a<enter>").locked(|class| class.keys("b<enter>").shows("could not be saved").keys("g"));
    class.shows("not saving").shows("2 of 3 teams").keys("c<enter>").shows("3 of 3 teams");
}

/// People, changed while the drill runs.
mod people {
    use ninetracks::study::names::PersonName;

    use super::*;

    fn name(text: &str) -> PersonName {
        PersonName::new(text).unwrap()
    }

    /// Ana and Ben in the first team, Cem in the second, nobody in the third.
    fn peopled() -> Class {
        let mut teams = Team::line_up(3);
        teams[0].members = ["Ana", "Ben"].map(name).into();
        teams[1].members = vec![name("Cem")];
        let asked = drill(Mode::Together, 3, &QUESTIONS).drill().clone();
        Class::of(Setup::new(Draft { teams, drill: asked }).unwrap()).keys("<enter><enter>")
    }

    fn members(class: &Class) -> Vec<String> {
        let team = |team: &Team| team.members.iter().map(PersonName::as_str).collect::<Vec<_>>().join("+");
        class.room().teams().map(team).collect()
    }

    #[test]
    fn somebody_goes_away_and_comes_back_into_the_smallest_team() {
        let class = peopled().keys("<esc>*").shows("Teams and people").keys("<down><space>").shows("Ana, away");
        assert_eq!(members(&class), ["Ben", "Cem", ""]);
        assert_eq!(class.room().away().unwrap(), [name("Ana")]);
        let class = class.keys("<space>").hides("away,");
        assert_eq!(members(&class), ["Ben", "Cem", "Ana"]);
    }

    #[test]
    fn somebody_moves_on_and_all_are_dealt_anew() {
        let class = peopled().keys("<esc>*<down><down>m");
        assert_eq!(members(&class), ["Ana", "Cem+Ben", ""]);
        let class = class.keys("d");
        assert!(members(&class).iter().all(|team| !team.is_empty() && !team.contains('+')), "{:?}", members(&class));
    }

    #[test]
    fn a_team_and_a_pupil_are_renamed_and_a_kill_forgets_nothing() {
        let class = peopled().keys("<esc>*<enter>Owls<enter>").shows("Owls").keys("<down><enter>Anna<enter>");
        let class = class.keys("<enter>Ben<enter>").shows("is there already").keys("<esc><esc><esc>").killed();
        assert_eq!(class.room().teams().next().unwrap().name.as_str(), "Owls");
        assert_eq!(members(&class), ["Anna+Ben", "Cem", ""]);
        let class = class.keys("<esc>d<enter><delete><delete>55");
        assert_eq!(class.room().teams().next().unwrap().name.as_str(), "Team 1", "all of it can be undone");
    }
}
