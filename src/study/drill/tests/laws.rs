//! What holds whatever is done in a room.

use proptest::prelude::*;

use super::*;

/// Something that is tried: the next sensible step, or anything at all.
#[derive(Clone, Debug)]
enum Wish {
    Forward,
    Right(u8),
    Any(Input),
}

fn any_answer() -> impl Strategy<Value = Response> {
    prop_oneof![
        (0..6_usize).prop_map(Response::Picked),
        prop::collection::vec(0..6_usize, 0..4).prop_map(Response::Marked),
        prop::collection::vec(prop::option::of(0..6_usize), 4).prop_map(Response::Joined),
        Just(vec![0, 1, 2, 3]).prop_shuffle().prop_map(Response::Sorted),
        prop_oneof![Just("1991"), Just("1990"), Just("")].prop_map(Response::typed),
        Just(Response::Passed),
    ]
}

fn any_key() -> impl Strategy<Value = Key> {
    prop_oneof![
        Just(Key::Author),
        Just(Key::Everything),
        Just(Key::Void),
        any_answer().prop_map(|a| Key::AnyOf(vec![a]))
    ]
}

fn any_input() -> impl Strategy<Value = Input> {
    let team = || (0..5_u8).prop_map(TeamId);
    let ruling = prop_oneof![Just(Ruling::Right), Just(Ruling::Half), Just(Ruling::Wrong)];
    let vote = prop_oneof![Just(Vote::First), Just(Vote::Second)];
    prop_oneof![
        1 => (0..8_usize).prop_map(|n| Input::Joined(teams(8)[n].clone())),
        1 => (0..8_usize).prop_map(|question| Input::Asked { question }),
        6 => prop::collection::vec(team(), 0..4).prop_map(|teams| Input::Buzzed { teams }),
        9 => (team(), any_answer()).prop_map(|(team, answer)| Input::Answered { team, answer }),
        4 => (team(), ruling).prop_map(|(team, ruling)| Input::Judged { team, ruling }),
        2 => team().prop_map(|team| Input::Passed { team }),
        3 => (vote, prop::collection::vec(0..9_u32, 2..5)).prop_map(|(vote, hands)| Input::Voted { vote, hands }),
        2 => (team(), -300..300_i64).prop_map(|(team, points)| Input::Awarded { team, points: Points(points), why: Text::new("by hand").unwrap() }),
        1 => team().prop_map(|team| Input::Left { team }),
        2 => raised(),
        1 => (team(), 0..4_usize).prop_map(|(team, n)| Input::TeamRenamed { team, name: teams(8)[n].name.clone() }),
        2 => (0..4_usize, 0..5_u64).prop_map(|(n, seed)| Input::Seated(seating(n, seed))),
        1 => (0..700_u16).prop_map(|seconds| Input::Extended { seconds }),
        2 => (0..8_usize, any_key()).prop_map(|(question, key)| Input::Regraded { question, key }),
        6 => prop::sample::select(vec![Input::Opened, Input::Closed, Input::Revealed, Input::BoardShown, Input::Paused, Input::Resumed,
            Input::Resumed, Input::Skipped, Input::Undone, Input::TakenUp, Input::Resumed]),
        4 => Just(Input::Tick),
    ]
}

fn any_wish() -> impl Strategy<Value = Wish> {
    prop_oneof![6 => Just(Wish::Forward), 3 => (0..4_u8).prop_map(Wish::Right), 8 => any_input().prop_map(Wish::Any)]
}

fn any_mode() -> impl Strategy<Value = Mode> {
    prop::sample::select(vec![
        Mode::Buzzer,
        Mode::Turns,
        Mode::Together,
        Mode::Argue,
        Mode::Class { target_percent: 60 },
    ])
}

fn any_scoring() -> impl Strategy<Value = (Option<u8>, Option<u8>, Option<u8>)> {
    (prop::option::of(0..=100_u8), prop::option::of(0..4_u8), prop::option::of(0..=100_u8))
}

/// A setup and a log of entries, some of which will be refused.
pub(super) fn any_drill() -> impl Strategy<Value = (Setup, Vec<Entry>)> {
    let steps = prop::collection::vec(
        (prop_oneof![9 => 0..2500_i64, 1 => any::<i32>().prop_map(i64::from)], any_wish()),
        0..120,
    );
    (any_mode(), any_scoring(), any::<bool>(), steps).prop_map(|(mode, (speed, streak, penalty), closes, steps)| {
        let scoring = Scoring {
            speed: speed.filter(|_| mode.times_teams()).map(|percent| Speed { percent }),
            streak: streak.map(|from| Streak { from, points: 1 }),
            penalty: penalty.map(|percent| Penalty { percent }),
        };
        let pace = Pace { closes_when_all_answered: closes, argue_s: closes.then_some(9), ..Pace::default() };
        let setup = setup(3, Questions { scoring, pace, timer_s: Some(5), ..questions(mode) });
        let log = log(&setup, steps);
        (setup, log)
    })
}

fn log(setup: &Setup, steps: Vec<(i64, Wish)>) -> Vec<Entry> {
    let (mut room, mut now, mut log) = (Room::new(setup.clone()), 0, Vec::new());
    for (ms, wish) in steps {
        now += ms;
        let what = match wish {
            Wish::Forward => forward(&room),
            Wish::Right(team) => right(&room, TeamId(team)),
            Wish::Any(input) => input,
        };
        let entry = Entry::new(Moment(now), what);
        let _ = room.apply(&entry);
        log.push(entry);
    }
    log
}

fn forward(room: &Room) -> Input {
    match (room.state(), room.next_question()) {
        (State::Paused(_), _) => Input::Resumed,
        (State::Live(Stage::Ask { .. }), _) => Input::Opened,
        (State::Live(Stage::Open(Open { floor: Floor::Buzzers, .. })), _) => {
            Input::Buzzed { teams: vec![TeamId(0), TeamId(1), TeamId(2)] }
        }
        (State::Live(Stage::Open(_)), _) => Input::Closed,
        (State::Live(Stage::Closed(_)), _) => Input::Revealed,
        (State::Live(Stage::Reveal { .. }), None) => Input::BoardShown,
        (State::Live(_), Some(question)) => Input::Asked { question },
        _ => Input::Ended,
    }
}

fn right(room: &Room, team: TeamId) -> Input {
    match room.state() {
        State::Live(Stage::Open(Open { floor: Floor::Speaking { team, .. } | Floor::Turn { team }, .. })) => {
            Input::Judged { team: *team, ruling: Ruling::Right }
        }
        _ => Input::Judged { team, ruling: Ruling::Right },
    }
}

/// What the rule gives for an answer, said again in floating point.
fn by_hand(room: &Room, played: &Played, given: &Given, run: u32) -> (f64, bool) {
    let asked = room.setup().asked(played.question).unwrap();
    let scoring = room.setup().questions().unwrap().scoring;
    let share = match (room.key(played.question), &given.said) {
        (_, Said::Entered(Response::Passed)) => 0.0,
        (Key::Everything, _) | (_, Said::Ruled(Ruling::Right)) => 1.0,
        (_, Said::Ruled(Ruling::Half)) => 0.5,
        (_, Said::Ruled(Ruling::Wrong)) => 0.0,
        (Key::AnyOf(keys), Said::Entered(answer)) => f64::from(u8::from(keys.contains(answer))),
        (_, Said::Entered(answer)) => asked.grade(answer).share(),
    };
    let points = f64::from(asked.points);
    if share == 0.0 {
        let costs = given.said != Said::Entered(Response::Passed);
        return (
            if costs { -points * f64::from(scoring.penalty.map_or(0, |p| p.percent)) / 100.0 } else { 0.0 },
            false,
        );
    }
    let (left, of) = given.time.unwrap();
    #[expect(clippy::cast_precision_loss, reason = "seconds of a test")]
    let speed = f64::from(scoring.speed.map_or(0, |s| s.percent)) / 100.0 * left as f64 / of as f64;
    let all = share > 0.999;
    let streak = scoring.streak.is_some_and(|s| all && run + 1 >= u32::from(s.from));
    (points * share * (1.0 + speed) + f64::from(u8::from(streak)), all)
}

fn total_by_hand(room: &Room, team: TeamId) -> f64 {
    let (mut total, mut run) = (0.0, 0);
    for played in room.played().iter().filter(|p| p.outcome != Outcome::Skipped && *room.key(p.question) != Key::Void) {
        let Some(given) = played.outcome.given().iter().find(|g| g.team == team) else {
            run = if room.setup().questions().unwrap().mode.times_teams() { run } else { 0 };
            continue;
        };
        let (points, all) = by_hand(room, played, given, run);
        run = if all { run + 1 } else { 0 };
        total += points;
    }
    total
}

#[test]
fn the_laws_are_tried_on_rooms_that_are_played() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let rooms: Vec<Room> = (0..100)
        .map(|_| any_drill().new_tree(&mut runner).unwrap().current())
        .map(|(s, l)| Room::fold(s, &l))
        .collect();
    let far = rooms.iter().filter(|room| room.played().len() > 2).count();
    let scored = rooms.iter().filter(|room| room.standings().iter().any(|s| s.points != Points::ZERO)).count();
    let regraded = rooms.iter().filter(|room| !room.core.keys.is_empty()).count();
    assert!(far > 40 && scored > 30 && regraded > 10, "{far} far, {scored} scored, {regraded} regraded of 100");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_room_is_the_fold_of_its_log_and_a_refusal_changes_nothing((setup, log) in any_drill()) {
        let (mut room, mut taken) = (Room::new(setup.clone()), Vec::new());
        for entry in &log {
            let before = room.clone();
            if room.apply(entry).is_ok() {
                taken.push(entry.clone());
            } else {
                prop_assert_eq!(&room, &before);
            }
        }
        prop_assert_eq!(&room, &Room::fold(setup.clone(), &log));
        prop_assert_eq!(&room, &Room::fold(setup, &taken));
    }

    #[test]
    fn a_room_taken_up_at_any_prefix_is_the_same_room((setup, log) in any_drill(), cut in any::<prop::sample::Index>()) {
        let cut = cut.index(log.len() + 1);
        let json = serde_json::to_string(&(&setup, &log[..cut])).unwrap();
        let (saved_setup, saved): (Setup, Vec<Entry>) = serde_json::from_str(&json).unwrap();
        let mut room = Room::fold(saved_setup, &saved);
        for entry in &log[cut..] {
            let _ = room.apply(entry);
        }
        prop_assert_eq!(room, Room::fold(setup, &log));
    }

    #[test]
    fn a_kill_costs_neither_time_nor_points((setup, log) in any_drill(), away in any::<i64>()) {
        let room = Room::fold(setup.clone(), &log);
        let now = room.core.last.unwrap_or_default();
        let mut back = room.clone();
        if back.apply(&Entry::new(Moment(away), Input::TakenUp)).is_ok() {
            prop_assert_eq!(back.left_ms(Moment(away)), room.left_ms(now));
            prop_assert!(matches!(back.state(), State::Paused(_)));
        }
        prop_assert_eq!(back.standings(), room.standings());
    }

    #[test]
    fn what_is_taken_back_was_never_done((setup, log) in any_drill()) {
        let mut room = Room::new(setup);
        for entry in &log {
            let mut earlier = room.clone();
            if entry.what.is_act() && room.apply(entry).is_ok() {
                let mut undone = room.clone();
                undone.apply(&Entry::new(entry.at, Input::Undone)).unwrap();
                // Time that went by is not given back.
                (earlier.core.last, earlier.interruption) = (Some(entry.at), undone.interruption);
                prop_assert_eq!(&undone, &earlier);
            } else {
                let _ = room.apply(entry);
            }
        }
    }

    #[test]
    fn points_come_from_answers_by_the_rule_and_from_nowhere_else((setup, log) in any_drill()) {
        let room = Room::fold(setup, &log);
        for standing in room.standings() {
            #[expect(clippy::cast_precision_loss, reason = "points of a test")]
            let found = (standing.points.0 - room.by_hand(standing.team).0) as f64 / 100.0;
            let expected = total_by_hand(&room, standing.team);
            prop_assert!((found - expected).abs() <= 0.011 * 7.0, "{found} and by hand {expected}");
            let lines = (0..7).filter_map(|question| room.earned(standing.team, question));
            prop_assert_eq!(standing.points, lines.sum::<Points>() + room.by_hand(standing.team));
            prop_assert!(standing.right <= standing.answered && standing.place >= 1);
        }
    }

    #[test]
    fn nothing_about_answers_is_public_before_the_reveal(answers in prop::collection::vec(any_answer(), 3), others in prop::collection::vec(any_answer(), 3), nth in 0..7_usize) {
        let public = |answers: &[Response]| {
            let mut play = Play::new(3, Mode::Together);
            for _ in 0..nth {
                play.opens().does(Input::Skipped);
            }
            play.opens();
            for (team, answer) in (0..).zip(answers) {
                if play.tries(Input::Answered { team: TeamId(team), answer: answer.clone() }).is_err() {
                    play.now -= 1000;
                    play.does(Input::Passed { team: TeamId(team) });
                }
            }
            let open = play.room.public();
            play.does(Input::Closed);
            (open, play.room.public())
        };
        let (found, other) = (public(&answers), public(&others));
        prop_assert_eq!(&found, &other);
        let json = serde_json::to_string(&found).unwrap();
        prop_assert!(!["Right", "Wrong", "explain", "key\":\"Author", "Answer"].iter().any(|word| json.contains(word)), "{}", json);
    }

    #[test]
    fn only_time_that_was_seen_to_pass_ends_a_question(steps in prop::collection::vec(prop_oneof![3 => 0..2000_i64, 1 => any::<i64>()], 0..60)) {
        let mut play = Play::new(2, Mode::Buzzer);
        play.opens();
        let (mut last, mut seen) = (play.now, 0);
        for step in steps {
            let now = last.saturating_add(step);
            let (gone, jumped) = (now.saturating_sub(last).clamp(0, 2000), now.saturating_sub(last) > 2000 || now < last);
            last = now;
            let was_closed = play.is_closed();
            play.room.apply(&Entry::new(Moment(now), Input::Tick)).unwrap();
            if !was_closed {
                seen += gone;
                prop_assert_eq!(play.is_closed(), seen >= 20_000 && !jumped);
            }
        }
    }

    #[test]
    fn every_teams_key_and_no_other_presses(read in ".{0,12}") {
        let room = Room::new(setup(4, questions(Mode::Buzzer)));
        let ours = read.chars().any(|c| "qpzmQPZM".contains(c));
        prop_assert_eq!(room.presses(&read).is_some(), ours);
    }
}
