use super::*;

#[test]
fn a_question_closes_when_its_time_has_been_seen_to_pass() {
    let mut play = Play::new(2, Mode::Buzzer);
    play.opens();
    for _ in 0..19 {
        play.does(Input::Tick);
    }
    assert!(!play.is_closed());
    play.does(Input::Tick);
    assert!(play.is_closed());
    play.does(Input::Extended { seconds: 5 });
    assert_eq!(play.room.left_ms(Moment(play.now)), Some(5_000));
}

#[test]
fn the_clock_times_the_class_and_not_the_teacher() {
    for mode in [Mode::Together, Mode::Class { target_percent: 60 }, Mode::Turns] {
        let mut play = Play::new(2, mode);
        play.opens();
        for _ in 0..60 {
            play.does(Input::Tick);
        }
        play.does(Input::Answered { team: TeamId(0), answer: Response::Picked(0) });
        assert_eq!(play.room.played().len(), 0, "{mode:?}");
    }
}

/// The log says whose drill it is: a setup without `time_up`.
fn saved_before(mode: Mode) -> Play {
    let mut json = serde_json::to_value(setup(2, questions(mode))).unwrap();
    json["drill"]["Questions"].as_object_mut().unwrap().remove("time_up");
    Play::of(serde_json::from_value(json).unwrap())
}

#[test]
fn a_drill_that_was_saved_when_time_closed_its_questions_is_read_so() {
    let mut play = saved_before(Mode::Together);
    play.opens();
    for _ in 0..20 {
        play.does(Input::Tick);
    }
    assert!(play.is_closed());
    play.does(Input::Revealed);
}

#[test]
fn a_clock_that_jumps_ends_nothing() {
    let mut play = Play::new(2, Mode::Together);
    play.opens();
    for jump in [3_600_000, -9_000_000, i64::from(i32::MAX), -5, 1_000_000] {
        play.after(jump, Input::Tick).unwrap();
        assert!(!play.is_closed());
    }
    assert_eq!(play.room.left_ms(Moment(play.now)), Some(14_000), "three jumps forward counted two seconds each");
    assert_eq!(play.room.left_ms(Moment(i64::MAX)), Some(12_000));
    for extreme in [i64::MIN, i64::MAX, i64::MIN] {
        play.room.apply(&Entry::new(Moment(extreme), Input::Tick)).unwrap();
    }
    assert_eq!(play.room.left_ms(Moment(i64::MIN)), Some(12_000));
}

#[test]
fn a_late_answer_counts_until_the_question_closes() {
    let mut play = saved_before(Mode::Together);
    play.opens();
    for _ in 0..19 {
        play.does(Input::Tick);
    }
    play.after(1500, Input::Answered { team: TeamId(0), answer: Response::Picked(0) }).unwrap();
    assert_eq!((play.is_closed(), play.room.left_ms(Moment(play.now))), (false, Some(0)));
    play.does(Input::Tick);
    assert!(play.is_closed());
}

#[test]
fn a_pause_and_a_kill_take_no_time() {
    let mut play = Play::new(2, Mode::Together);
    play.opens().does(Input::Tick).does(Input::Paused);
    assert_eq!(play.room.left_ms(Moment(play.now + 500)), Some(18_000));
    play.does(Input::Tick).does(Input::Resumed);
    assert_eq!(play.tries(Input::Resumed), Err(Refused::NotNow));
    play.after(5_000_000, Input::TakenUp).unwrap();
    assert!(matches!(play.room.state(), State::Paused(_)) && play.room.public().paused);
    assert_eq!(play.tries(Input::Closed), Err(Refused::Paused));
    play.does(Input::Resumed);
    assert_eq!(play.room.left_ms(Moment(play.now)), Some(18_000));
}

#[test]
fn a_turn_whose_time_was_up_passed_on_in_drills_saved_before() {
    let mut play = saved_before(Mode::Turns);
    play.opens();
    for _ in 0..20 {
        play.does(Input::Tick);
    }
    assert_eq!(play.floor(), Some(&Floor::Turn { team: TeamId(1) }));
    for _ in 0..20 {
        play.does(Input::Tick);
    }
    assert!(play.is_closed());
}

#[test]
fn hands_are_counted_however_long_it_takes() {
    let mut play = Play::new(2, Mode::Argue);
    play.opens();
    for _ in 0..40 {
        play.does(Input::Tick);
    }
    play.does(Input::Voted { vote: Vote::First, hands: vec![1, 0, 0, 0] });
}

#[test]
fn without_a_clock_nothing_runs_out() {
    let mut play = Play::of(setup(2, Questions { timer_s: None, ..questions(Mode::Together) }));
    play.opens();
    assert!(!play.room.needs_ticks());
    assert_eq!(
        (play.room.left_ms(Moment(9)), play.tries(Input::Extended { seconds: 9 })),
        (None, Err(Refused::NoClock))
    );
}
