//! What the teacher does by hand: points, a team that leaves, the board in between; and questions that close by themselves.

use super::*;

fn awarded(team: u8, points: i64) -> Input {
    Input::Awarded { team: TeamId(team), points: Points(points), why: Text::new("a good question").unwrap() }
}

fn left(team: u8) -> Input {
    Input::Left { team: TeamId(team) }
}

#[test]
fn points_by_hand_count_and_are_taken_back() {
    let mut play = Play::new(3, Mode::Together);
    play.does(awarded(1, 150)).opens().does(awarded(1, -50));
    assert_eq!(play.points(), ["0", "1", "0"]);
    play.does(Input::Undone);
    assert_eq!(play.points(), ["0", "1.5", "0"]);
}

#[test]
fn points_by_hand_are_given_while_the_drill_waits_and_after_its_end() {
    let mut play = Play::new(2, Mode::Turns);
    play.opens().does(Input::Paused).does(awarded(0, 100)).does(Input::Ended).does(awarded(0, 100));
    assert_eq!(play.points(), ["2", "0"]);
}

#[test]
fn no_points_are_given_where_there_are_none_or_to_nobody() {
    assert_eq!(Play::new(2, Mode::Argue).tries(awarded(0, 100)), Err(Refused::NoPoints));
    assert_eq!(Play::new(2, Mode::Together).tries(awarded(0, 0)), Err(Refused::PointsByHand));
    assert_eq!(Play::new(2, Mode::Together).tries(awarded(0, 10_001)), Err(Refused::PointsByHand));
    assert_eq!(Play::new(2, Mode::Together).tries(awarded(2, 100)), Err(Refused::NoTeam(TeamId(2))));
}

#[test]
fn a_team_that_left_keeps_its_points_and_is_not_waited_for() {
    let mut play = Play::new(3, Mode::Together);
    play.opens().says(2, Response::Picked(0)).reveals().does(left(2)).opens();
    assert_eq!(play.room.waiting(), [TeamId(0), TeamId(1)]);
    assert_eq!(play.points(), ["0", "0", "3"]);
    let shown = play.room.public();
    assert_eq!((shown.standings.len(), shown.left), (2, vec![TeamId(2)]));
    assert_eq!(play.tries(Input::Passed { team: TeamId(2) }), Err(Refused::HasLeft));
    play.does(Input::Undone).does(Input::Undone).does(Input::Undone);
    assert_eq!(play.room.present().len(), 3);
}

#[test]
fn the_turn_of_a_team_that_leaves_passes_on() {
    let mut play = Play::new(3, Mode::Turns);
    play.opens().does(left(0));
    assert_eq!(play.floor(), Some(&Floor::Turn { team: TeamId(1) }));
    let mut play = Play::new(3, Mode::Buzzer);
    play.opens().does(Input::Buzzed { teams: vec![TeamId(1)] }).does(Input::Paused).does(left(1)).does(Input::Resumed);
    assert_eq!(play.floor(), Some(&Floor::Buzzers));
    assert_eq!(play.tries(Input::Buzzed { teams: vec![TeamId(1)] }), Err(Refused::HadTheirs));
}

#[test]
fn the_last_team_stays() {
    let mut play = Play::new(2, Mode::Together);
    play.does(left(0));
    assert_eq!(play.tries(left(1)), Err(Refused::LastTeam));
}

#[test]
fn the_board_is_shown_at_any_time_and_the_question_waits_behind_it() {
    let mut play = Play::new(2, Mode::Together);
    play.does(Input::BoardShown).does(Input::Asked { question: 0 }).does(Input::BoardShown);
    play.does(Input::Asked { question: 0 }).does(Input::Opened).says(0, Response::Picked(0));
    let before = play.room.state().clone();
    let left = play.room.left_ms(Moment(play.now));
    play.does(Input::BoardShown);
    assert_eq!(play.room.public().screen, Screen::Board);
    play.after(60_000, Input::Tick).unwrap();
    play.after(0, Input::Opened).unwrap();
    assert_eq!(play.room.left_ms(Moment(play.now)), left.map(|ms| ms - 1000));
    let (State::Live(Stage::Open(was)), State::Live(Stage::Open(now))) = (&before, play.room.state()) else {
        panic!("open before and after")
    };
    assert_eq!(was.given, now.given);
}

#[test]
fn a_question_closes_by_itself_when_all_have_answered_where_that_is_wanted() {
    let pace = Pace { closes_when_all_answered: true, ..Pace::default() };
    let mut play = Play::of(setup(3, Questions { pace, ..questions(Mode::Together) }));
    play.opens().says(0, Response::Picked(0)).does(Input::Passed { team: TeamId(1) });
    assert!(!play.is_closed());
    play.does(left(2));
    assert!(play.is_closed());
    play.does(Input::Undone).says(2, Response::Picked(1));
    assert!(play.is_closed());
    let mut play = Play::new(2, Mode::Together);
    play.opens().says(0, Response::Picked(0)).says(1, Response::Picked(0));
    assert!(!play.is_closed());
}

#[test]
fn an_argument_has_a_clock_of_its_own() {
    let pace = Pace { argue_s: Some(120), ..Pace::default() };
    let mut play = Play::of(setup(2, Questions { pace, ..questions(Mode::Argue) }));
    play.opens();
    let hands = vec![1; play.room.setup().asked(0).unwrap().form.options().len()];
    let left = |play: &Play| play.room.left_ms(Moment(play.now));
    assert_eq!(left(&play), Some(20_000));
    play.does(Input::Voted { vote: Vote::First, hands });
    assert_eq!(left(&play), Some(120_000));
    play.does(Input::Opened);
    assert_eq!(left(&play), Some(20_000));
}

#[test]
fn an_option_that_was_missed_aloud_is_told_and_no_other() {
    let missed = |play: &Play| match play.room.public().screen {
        Screen::Open { floor: PublicFloor::Buzzers { missed, .. } | PublicFloor::Turn { missed, .. }, .. } => missed,
        _ => Vec::new(),
    };
    let mut play = Play::new(3, Mode::Buzzer);
    play.opens().does(Input::Buzzed { teams: vec![TeamId(1)] });
    let item = play.room.setup().asked(0).unwrap().clone();
    let wrong = (0..4).find(|&of| item.grade(&Response::Picked(of)).share() < 0.01).unwrap();
    play.says(1, Response::Picked(wrong));
    assert_eq!(missed(&play), [item.place(wrong).unwrap()]);
    play.does(Input::Buzzed { teams: vec![TeamId(0)] }).does(Input::Passed { team: TeamId(0) });
    assert_eq!(missed(&play).len(), 1);
}

#[test]
fn a_drill_saved_without_a_pace_is_played_as_it_was() {
    let mut json = serde_json::to_value(setup(2, questions(Mode::Together))).unwrap();
    json["drill"]["Questions"].as_object_mut().unwrap().remove("pace");
    let saved: Setup = serde_json::from_value(json).unwrap();
    assert_eq!(saved.questions().unwrap().pace, Pace::default());
}

/// As releases wrote that gave teams letters: the field is `letter`, and what stands in it a letter.
#[test]
fn a_drill_saved_with_letters_for_teams_opens_and_takes_a_latecomer() {
    let mut json = serde_json::to_value(setup(2, questions(Mode::Together))).unwrap();
    for (team, letter) in json["teams"].as_array_mut().unwrap().iter_mut().zip(["A", "B"]) {
        team["letter"] = letter.into();
    }
    let saved: Setup = serde_json::from_value(json).unwrap();
    let room = Room::new(saved);
    assert_eq!(room.teams().map(|team| team.number).collect::<String>(), "AB");
    let Ok(Input::Joined(late)) = room.latecomer("Late") else { panic!("no latecomer") };
    assert_eq!(late.number, '1');
}

mod pupils {
    use super::*;
    use crate::study::names::PersonName;

    /// Two teams: Ana, Ben and Cem; Dora and Eli.
    fn peopled(mode: Mode) -> Play {
        let name = |name: &&str| PersonName::new(name).unwrap();
        let mut teams = teams(2);
        teams[0].members = ["Ana", "Ben", "Cem"].iter().map(name).collect();
        teams[1].members = ["Dora", "Eli"].iter().map(name).collect();
        let mut play = Play::of(Setup::new(Draft { teams, drill: Drill::Questions(questions(mode)) }).unwrap());
        play.opens();
        play
    }

    fn shown(by: &[(&str, usize)]) -> Input {
        let one = |&(who, option): &(&str, usize)| PupilVote { who: PersonName::new(who).unwrap(), option };
        Input::Raised { vote: Vote::First, by: by.iter().map(one).collect() }
    }

    fn answers(play: &Play) -> Vec<(u8, usize)> {
        let State::Live(Stage::Open(open)) = play.room.state() else { return Vec::new() };
        open.given.iter().filter_map(|g| Some((g.team.0, *g.said.entered()?.options().first()?))).collect()
    }

    #[test]
    fn a_team_answers_what_most_of_its_pupils_show() {
        for mode in [Mode::Together, Mode::Class { target_percent: 60 }] {
            let mut play = peopled(mode);
            play.does(shown(&[("Ana", 1), ("Ben", 0), ("Cem", 0), ("Dora", 2)]));
            assert_eq!(answers(&play), [(0, 0), (1, 2)]);
            assert_eq!(play.room.pupil_votes(0)[0].len(), 4);
        }
    }

    #[test]
    fn a_team_that_is_split_has_no_answer_until_one_more_pupil_or_the_teacher_gives_it() {
        let mut play = peopled(Mode::Together);
        play.does(shown(&[("Ana", 1), ("Ben", 0)]));
        assert_eq!(play.room.waiting(), [TeamId(0), TeamId(1)]);
        play.does(shown(&[("Cem", 0), ("Dora", 3), ("Eli", 2)]));
        assert_eq!((answers(&play), play.room.waiting()), (vec![(0, 0)], vec![TeamId(1)]));
        play.says(1, Response::Picked(2));
        assert_eq!(answers(&play), [(0, 0), (1, 2)]);
        play.does(shown(&[("Cem", 1)])).does(Input::Undone);
        assert_eq!(play.room.pupil_votes(0)[0].len(), 5);
    }

    #[test]
    fn nobody_shows_twice_or_from_outside_and_only_one_option_is_shown() {
        let mut play = peopled(Mode::Together);
        assert_eq!(play.tries(shown(&[("Ana", 1), ("ana", 0)])), Err(Refused::VotedTwice));
        assert_eq!(play.tries(shown(&[("Zoe", 1)])), Err(Refused::NotSeated));
        assert_eq!(play.tries(shown(&[("Ana", 9)])), Err(Refused::Hands));
        play.reveals().opens();
        assert_eq!(play.tries(shown(&[("Ana", 1)])), Err(Refused::NotNow), "several may be right");
        assert_eq!(peopled(Mode::Turns).tries(shown(&[("Ana", 1)])), Err(Refused::NotNow));
    }
}
