//! Each screen at the size of a small window, and the main ones on a wall.

use super::safety::LONG;
use super::*;
use crate::study::drill::{Ruling, Vote};
use crate::study::item::Key;

/// Buzzer, three teams: the first passed, two pressed level.
fn speaking() -> Play {
    let play = Play::new(&SHORT[..3], Mode::Buzzer, &[]).opens().buzzes(&[1]).does(Input::Passed { team: TeamId(1) });
    play.buzzes(&[0, 2]).with(Pointer { option: Some(1), team: Some(TeamId(0)), ..Pointer::default() })
}

/// All together: right, wrong, ruled half right, no answer.
fn answered(kind: Kind, right: Response, wrong: Response) -> Play {
    let play = Play::new(&SHORT[..4], Mode::Together, &[kind]).opens();
    play.says(0, right).says(1, wrong).does(Input::Judged { team: TeamId(2), ruling: Ruling::Half })
}

fn revealed(kind: Kind, right: Response, wrong: Response) -> Play {
    answered(kind, right, wrong).does(Input::Closed).does(Input::Revealed)
}

fn voted() -> Play {
    let play = Play::new(&SHORT[..2], Mode::Argue, &[Kind::Choice]).opens();
    let play = play.does(Input::Voted { vote: Vote::First, hands: vec![5, 12, 3, 0] }).does(Input::Opened);
    play.does(Input::Voted { vote: Vote::Second, hands: vec![16, 4, 0, 0] })
}

/// Two questions, two teams level.
fn played(mode: Mode, names: &[&str]) -> Play {
    let ask = |play: Play, answers: [usize; 3]| {
        let said = (0_u8..).zip(answers).fold(play.opens(), |play, (team, at)| play.says(team, Response::Picked(at)));
        said.does(Input::Closed).does(Input::Revealed)
    };
    ask(Play::new(names, mode, &[Kind::Choice, Kind::Several]), [0, 0, 1])
}

pictures! {
    lobby_of_a_buzzer: Play::new(&SHORT[..4], Mode::Buzzer, &[]), WINDOW, WALL;
    lobby_of_eight: Play::new(&SHORT, Mode::Class { target_percent: 60 }, &[]), WINDOW, WALL;
    ask: Play::new(&SHORT[..4], Mode::Buzzer, &[]).does(Input::Asked { question: 0 }), WINDOW, WALL;
    buzzers: Play::new(&SHORT[..4], Mode::Buzzer, &[]).opens().buzzes(&[1]).does(Input::Passed { team: TeamId(1) }), WINDOW, WALL;
    speaking_with_one_level: speaking(), WINDOW, WALL;
    turn: Play::new(&SHORT[..4], Mode::Turns, &[Kind::Several]).opens(), WINDOW, WALL;
    everyone: answered(Kind::TrueFalse, Response::Picked(0), Response::Picked(1))
        .with(Pointer { team: Some(TeamId(3)), entered: vec![TeamId(0), TeamId(1), TeamId(2)], line: Some("Dot: •".into()), ..Pointer::default() }), WINDOW, WALL;
    matching: Play::new(&SHORT[..4], Mode::Together, &[Kind::Match]).opens(), WINDOW, WALL;
    ordering: Play::new(&SHORT[..4], Mode::Together, &[Kind::Order]).opens(), WINDOW;
    classifying: Play::new(&SHORT[..4], Mode::Together, &[Kind::Classify]).opens(), WINDOW, WALL;
    typing: Play::new(&SHORT[..4], Mode::Together, &[Kind::Typed]).opens(), WINDOW;
    hands: Play::new(&SHORT[..2], Mode::Argue, &[]).opens().with(Pointer { counted: Some((1, 4)), ..Pointer::default() }), WINDOW, WALL;
    hands_counted: voted(), WINDOW;
    closed: answered(Kind::Choice, Response::Picked(0), Response::Picked(1)).does(Input::Closed), WINDOW, WALL;
    paused: speaking().does(Input::Paused), WINDOW, WALL;
    revealed_choice: revealed(Kind::Choice, Response::Picked(0), Response::Picked(2)), WINDOW, WALL;
    revealed_several: revealed(Kind::Several, Response::Marked(vec![0, 1]), Response::Marked(vec![0, 3])), WINDOW;
    revealed_match: revealed(Kind::Match, Response::Joined((0..4).map(Some).collect()), Response::Joined(vec![Some(1), Some(0), None, Some(4)])), WINDOW, WALL;
    revealed_order: revealed(Kind::Order, Response::Sorted(vec![0, 1, 2, 3]), Response::Sorted(vec![1, 0, 2, 3])), WINDOW;
    revealed_typed: revealed(Kind::Typed, Response::typed("1991"), Response::typed("nineteen\u{202e}ninety")), WINDOW;
    revealed_classify: revealed(Kind::Classify, Response::Picked(2), Response::Picked(1)), WINDOW;
    revealed_votes: voted().does(Input::Closed).does(Input::Revealed), WINDOW, WALL;
    void: revealed(Kind::Choice, Response::Picked(0), Response::Picked(2)).does(Input::Regraded { question: 0, key: Key::Void }), WINDOW;
    two_keys: revealed(Kind::Choice, Response::Picked(0), Response::Picked(2))
        .does(Input::Regraded { question: 0, key: Key::AnyOf(vec![Response::Picked(0), Response::Picked(2)]) }), WINDOW;
    everything_counts: revealed(Kind::Typed, Response::typed("1991"), Response::typed("1990"))
        .does(Input::Regraded { question: 0, key: Key::Everything }), WINDOW;
    board: played(Mode::Together, &SHORT[..3]).does(Input::BoardShown), WINDOW, WALL;
    board_of_five: played(Mode::Together, &LONG[..5]).does(Input::BoardShown), WINDOW;
    board_of_eight: played(Mode::Together, &SHORT).does(Input::BoardShown), WINDOW, (96, 26), WALL;
    board_of_the_class: played(Mode::Class { target_percent: 60 }, &SHORT[..3]).does(Input::BoardShown), WINDOW, WALL;
    board_of_votes: voted().does(Input::Closed).does(Input::Revealed).does(Input::BoardShown), WINDOW;
    end_of_eight: played(Mode::Together, &SHORT).does(Input::Ended), WINDOW;
    ended_early: played(Mode::Together, &SHORT[..3]).does(Input::Ended), WINDOW, WALL;
}
