use super::*;

fn with(scoring: Scoring, mode: Mode) -> Play {
    Play::of(setup(2, Questions { scoring, ..questions(mode) }))
}

#[test]
fn a_wrong_answer_costs_where_the_class_was_told_so() {
    let mut play = with(Scoring { penalty: Some(Penalty { percent: 50 }), ..Scoring::default() }, Mode::Together);
    play.opens().says(0, Response::Picked(1)).does(Input::Passed { team: TeamId(1) }).reveals();
    assert_eq!(play.points(), ["-1.5", "0"]);
}

#[test]
fn speed_earns_in_proportion_to_the_time_left() {
    let mut play = with(Scoring { speed: Some(Speed { percent: 100 }), ..Scoring::default() }, Mode::Turns);
    play.opens();
    for _ in 0..4 {
        play.does(Input::Tick);
    }
    play.says(0, Response::Picked(0)).reveals();
    assert_eq!(play.points(), ["5.25", "0"], "3, and 3 times 15 of 20 seconds");
}

#[test]
fn a_row_of_right_answers_earns_more_until_it_breaks() {
    let mut play = with(Scoring { streak: Some(Streak { from: 2, points: 1 }), ..Scoring::default() }, Mode::Together);
    play.opens().says(0, Response::Picked(0)).reveals();
    play.opens().says(0, Response::Marked(vec![1, 0])).says(1, Response::Marked(vec![0, 1])).reveals();
    assert_eq!(play.points(), ["7", "3"]);
    play.opens().says(1, Response::Picked(1)).reveals();
    assert_eq!(play.points(), ["7", "7"]);
}

#[test]
fn a_wrong_key_is_mended_and_every_score_with_it() {
    let mut play = Play::new(2, Mode::Together);
    play.opens().says(0, Response::Picked(0)).says(1, Response::Picked(2));
    assert_eq!(play.tries(Input::Regraded { question: 0, key: Key::Void }), Err(Refused::NotPlayed));
    play.reveals();
    let regrade = |key: Key| Input::Regraded { question: 0, key };
    play.does(regrade(Key::AnyOf(vec![Response::Picked(2)])));
    assert_eq!(play.points(), ["0", "3"]);
    play.does(regrade(Key::Everything));
    assert_eq!(play.points(), ["3", "3"]);
    play.does(Input::Ended).does(regrade(Key::Void));
    assert_eq!((play.points().join(" "), play.room.standings()[0].asked), ("0 0".to_owned(), 0));
    assert_eq!(play.tries(regrade(Key::AnyOf(vec![Response::Sorted(vec![0])]))), Err(Refused::NoSuchKey));
    play.does(Input::Undone).does(regrade(Key::Author));
    assert_eq!(play.points(), ["3", "0"]);
}

#[test]
fn a_teacher_takes_a_spelling_that_was_not_thought_of() {
    let mut play = Play::new(2, Mode::Together);
    for _ in 0..5 {
        play.opens().does(Input::Skipped);
    }
    play.opens().says(0, Response::typed("ninety-one")).reveals();
    assert_eq!(play.points(), ["0", "0"]);
    play.does(Input::Regraded {
        question: 5,
        key: Key::AnyOf(vec![Response::typed("Ninety one"), Response::typed("1991")]),
    });
    assert_eq!(play.points(), ["3", "0"]);
}

#[test]
fn rules_say_themselves() {
    let scoring = Scoring {
        speed: Some(Speed { percent: 50 }),
        streak: Some(Streak { from: 3, points: 1 }),
        penalty: Some(Penalty { percent: 25 }),
    };
    let said = scoring.sentences();
    assert_eq!((said.len(), Scoring::default().sentences().len()), (4, 1));
    assert!(said[1].contains("50 %") && said[2].contains("3 right answers") && said[3].contains("25 %"));
}

#[test]
fn points_are_exact_and_short() {
    let in_part = |credit: Credit| Points::whole(3).part(credit.parts().0, credit.parts().1);
    let shown: Vec<String> = [300, 250, 333, -33, 0, 5].map(|h| Points(h).to_string()).to_vec();
    assert_eq!(shown, ["3", "2.5", "3.33", "-0.33", "0", "0.05"]);
    assert_eq!(in_part(Credit::from_share(1.0 / 3.0)), Points::whole(1));
    assert_eq!(Points::whole(1).part(1, 0), Points::ZERO);
}

#[test]
fn the_report_knows_what_was_hard_and_what_to_practise() {
    let mut play = Play::new(3, Mode::Together);
    play.opens().says(0, Response::Picked(0)).says(1, Response::Picked(2)).does(Input::Passed { team: TeamId(2) });
    assert_eq!((play.room.facility(0), play.room.picks(0)), (None, None), "nothing before the reveal");
    play.reveals().opens().reveals().opens().does(Input::Skipped);
    assert_eq!(play.room.facility(0), Some(1.0 / 3.0));
    let picks = play.room.picks(0).unwrap();
    assert_eq!((picks.by_option, picks.none), (vec![1, 0, 1, 0], 1));
    assert_eq!(play.room.missed(1.0), [id("q-choice"), id("q-several")]);
    assert_eq!(play.room.could_earn(TeamId(0)), Points::whole(6));
}

#[test]
fn of_two_votes_the_last_is_reported() {
    let mut play = Play::new(2, Mode::Argue);
    let vote = |vote, hands: &[u32]| Input::Voted { vote, hands: hands.to_vec() };
    play.opens()
        .does(vote(Vote::First, &[1, 9, 0, 0]))
        .does(Input::Opened)
        .does(vote(Vote::Second, &[6, 2, 0, 0]))
        .reveals();
    assert_eq!((play.room.facility(0), play.room.missed(0.8).len()), (Some(0.75), 1));
    assert_eq!(play.room.picks(0).unwrap().by_option, [6, 2, 0, 0]);
}
