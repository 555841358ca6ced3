use super::*;

fn buzz(teams: &[u8]) -> Input {
    Input::Buzzed { teams: teams.iter().map(|&t| TeamId(t)).collect() }
}

#[test]
fn the_first_press_of_a_read_has_the_floor_and_level_presses_are_kept() {
    let mut play = Play::new(4, Mode::Buzzer);
    play.opens();
    let presses = play.room.presses("xPp q\u{1b}z").unwrap();
    assert_eq!(presses, buzz(&[1, 0, 2]));
    play.does(presses);
    assert_eq!(play.floor(), Some(&Floor::Speaking { team: TeamId(1), level: vec![TeamId(0), TeamId(2)] }));
    assert_eq!(play.tries(buzz(&[3])), Err(Refused::NotTheirTurn));
    assert_eq!(play.room.presses("xyz7"), Some(buzz(&[2])));
    assert_eq!(play.room.presses("xy7"), None);
}

#[test]
fn a_wrong_answer_opens_the_question_to_the_others() {
    let mut play = Play::new(3, Mode::Buzzer);
    play.opens().does(buzz(&[2])).says(2, Response::Picked(1));
    assert_eq!(play.floor(), Some(&Floor::Buzzers));
    assert_eq!(play.tries(buzz(&[2])), Err(Refused::HadTheirs));
    play.does(buzz(&[2, 0])).does(Input::Judged { team: TeamId(0), ruling: Ruling::Right });
    assert!(play.is_closed());
    assert_eq!(play.points(), ["0", "0", "0"], "nothing is known before the reveal");
    play.reveals();
    assert_eq!(play.points(), ["3", "0", "0"]);
}

#[test]
fn a_question_all_have_missed_closes() {
    let mut play = Play::new(2, Mode::Buzzer);
    play.opens().does(buzz(&[1])).says(1, Response::Picked(2)).does(buzz(&[0])).does(Input::Passed { team: TeamId(0) });
    assert!(play.is_closed());
    assert_eq!(play.tries(Input::Extended { seconds: 10 }), Err(Refused::NotNow));
}

#[test]
fn the_clock_stands_while_a_team_speaks() {
    let mut play = Play::new(2, Mode::Buzzer);
    play.opens().does(buzz(&[1]));
    let left = play.room.left_ms(Moment(play.now));
    play.does(Input::Tick).does(Input::Tick);
    assert_eq!(play.room.left_ms(Moment(play.now)), left);
}

#[test]
fn a_missed_turn_passes_on_with_the_full_time_and_the_next_question_begins_with_the_next_team() {
    let mut play = Play::new(3, Mode::Turns);
    play.opens();
    assert_eq!(
        play.tries(Input::Answered { team: TeamId(1), answer: Response::Picked(0) }),
        Err(Refused::NotTheirTurn)
    );
    play.says(0, Response::Picked(1));
    assert_eq!(play.floor(), Some(&Floor::Turn { team: TeamId(1) }));
    assert_eq!(play.room.left_ms(Moment(play.now)), Some(20_000));
    play.says(1, Response::Picked(0)).reveals();
    assert_eq!(play.points(), ["0", "3", "0"]);
    play.opens();
    assert_eq!(play.floor(), Some(&Floor::Turn { team: TeamId(1) }));
}

#[test]
fn all_together_the_last_entry_of_a_team_counts() {
    let mut play = Play::new(3, Mode::Together);
    play.opens().says(0, Response::Picked(1)).says(1, Response::Picked(0)).says(0, Response::Picked(0));
    assert_eq!(play.room.waiting(), [TeamId(2)]);
    assert_eq!(
        play.tries(Input::Answered { team: TeamId(2), answer: Response::Picked(9) }),
        Err(Refused::NoSuchAnswer)
    );
    assert_eq!(
        play.tries(Input::Answered { team: TeamId(7), answer: Response::Picked(0) }),
        Err(Refused::NoTeam(TeamId(7)))
    );
    play.reveals();
    let standings = play.room.standings();
    assert_eq!(play.points(), ["3", "3", "0"]);
    assert_eq!(standings.iter().map(|s| s.place).collect::<Vec<_>>(), [1, 1, 3], "a tie stays a tie");
}

#[test]
fn the_class_votes_argues_and_votes_again() {
    let mut play = Play::new(2, Mode::Argue);
    let vote = |vote, hands: &[u32]| Input::Voted { vote, hands: hands.to_vec() };
    play.opens();
    assert_eq!(play.tries(vote(Vote::Second, &[1, 2, 3, 4])), Err(Refused::NotNow));
    assert_eq!(play.tries(vote(Vote::First, &[1, 2])), Err(Refused::Hands));
    assert_eq!(play.tries(vote(Vote::First, &[0, 0, 0, 0])), Err(Refused::Hands));
    play.does(vote(Vote::First, &[9, 8, 7, 1]));
    assert!(!serde_json::to_string(&play.room.public()).unwrap().contains("[9,8,7,1]"), "the first vote is hidden");
    play.does(Input::Opened).does(vote(Vote::Second, &[20, 3, 2, 0])).reveals();
    let solution = play.room.solution(0).unwrap();
    assert_eq!((solution.first_vote, solution.second_vote), (Some(vec![9, 8, 7, 1]), Some(vec![20, 3, 2, 0])));
}

#[test]
fn the_class_plays_against_its_target() {
    let mut play = Play::new(2, Mode::Class { target_percent: 50 });
    assert!(!play.room.class_score().unwrap().is_reached());
    play.opens().says(0, Response::Picked(0)).reveals();
    let score = play.room.class_score().unwrap();
    assert_eq!((score.points, score.of, score.is_reached()), (Points::whole(3), Points::whole(6), true));
    assert!(play.room.public().standings.is_empty());
}

#[test]
fn a_scenario_follows_the_vote() {
    let way = |choice: &str, to: To| Way { choice: id(choice), to };
    let forks = vec![
        Fork { scene: id("one"), ways: vec![way("go", To::Scene(id("two"))), way("stay", To::Ending(id("home")))] },
        Fork { scene: id("two"), ways: vec![way("back", To::Ending(id("home")))] },
    ];
    let road = Road { scenario: id("ferry"), forks };
    let mut play = Play::of(Setup::new(Draft { teams: teams(2), drill: Drill::Scenario(road) }).unwrap());
    let chosen = |scene: &str, choice: &str, hands: &[u32]| Input::Chosen {
        scene: id(scene),
        choice: id(choice),
        hands: hands.to_vec(),
    };
    play.does(Input::Opened);
    assert_eq!(play.tries(chosen("two", "back", &[])), Err(Refused::NotNow));
    assert_eq!(play.tries(chosen("one", "back", &[])), Err(Refused::NoSuchChoice));
    play.does(chosen("one", "go", &[12, 3])).does(chosen("two", "back", &[]));
    assert_eq!(play.room.state(), &State::Live(Stage::Debrief { ending: id("home") }));
    play.does(Input::Ended);
    assert_eq!((play.room.road().len(), play.room.state()), (2, &State::Done(Finish::Played)));
}

#[test]
fn a_skipped_question_counts_for_nobody_and_the_board_comes_between_rounds() {
    let mut play = Play::new(2, Mode::Together);
    play.opens().says(0, Response::Picked(0)).does(Input::Skipped);
    assert_eq!((play.points(), play.room.board_is_due()), (vec!["0".to_owned(), "0".to_owned()], false));
    play.opens().reveals();
    assert!(play.room.board_is_due());
    play.does(Input::BoardShown).opens().does(Input::Ended);
    assert_eq!(play.room.state(), &State::Done(Finish::Early));
    assert_eq!(play.room.standings()[0].asked, 1);
    assert_eq!(play.tries(Input::Tick), Err(Refused::Over));
}

#[test]
fn a_late_team_is_measured_by_what_it_was_asked() {
    let mut play = Play::new(2, Mode::Together);
    play.opens().reveals();
    let late = Team::next(Name::new("Zoë").unwrap(), &teams(2)).unwrap();
    assert!(matches!(play.tries(Input::Joined(teams(2)[0].clone())), Err(Refused::Join(_))));
    play.does(Input::Joined(late)).opens().says(2, Response::Marked(vec![0, 1])).reveals();
    let asked: Vec<usize> = play.room.standings().iter().map(|s| s.asked).collect();
    assert_eq!((play.points().join(" "), asked), ("0 0 3".to_owned(), vec![2, 2, 1]));
}
