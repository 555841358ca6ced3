//! A drill's log, made of anything.

use ninetracks::course::model::Id;
use ninetracks::study::drill::{
    Entry, Input, Mode, Moment, Plan, QuestionPlan, Room, Ruling, Setup, Team, TeamId, Vote,
};
use ninetracks::study::item::{Key, Response};

use super::FIXTURE;

const QUESTIONS: [&str; 6] = ["q-choice", "q-several", "q-truefalse", "q-match", "q-order", "q-typed"];
const VOTED: [&str; 3] = ["q-choice", "q-truefalse", "q-classify"];

/// The first byte chooses how the drill is played. What follows is the log: as JSON when it begins with `[`, else three
/// bytes an entry.
///
/// # Panics
/// When an entry that is refused changes the room, or the accepted ones, written and read again, lead to another room.
pub fn drill_log(data: &[u8]) {
    let Some((&way, log)) = data.split_first() else { return };
    let setup = setup(way);
    let entries = if log.starts_with(b"[") {
        serde_json::from_slice(log).unwrap_or_default()
    } else {
        let mut at = 0;
        log.chunks_exact(3).map(|bytes| entry([bytes[0], bytes[1], bytes[2]], &mut at)).collect::<Vec<Entry>>()
    };
    let (mut room, mut accepted) = (Room::new(setup.clone()), Vec::new());
    for entry in entries.iter().take(400) {
        let before = room.clone();
        match room.apply(entry) {
            Ok(()) => accepted.push(serde_json::to_string(entry).unwrap()),
            Err(_) => assert!(room == before, "{entry:?} was refused and changed the room"),
        }
    }
    shown(&room);
    let again: Vec<Entry> = accepted.iter().map(|entry| serde_json::from_str(entry).unwrap()).collect();
    assert!(Room::fold(setup, &again) == room, "the log leads to another room: {accepted:#?}");
}

/// All that a wall, a report and a resumed drill ask of a room.
fn shown(room: &Room) {
    let public = room.public();
    let _ = format!("{public:?} {:?}", room.standings());
    let asked = room.setup().questions().map_or(0, |q| q.asked.len());
    for question in 0..asked {
        let _ = (room.facility(question), room.picks(question), room.posed(question), room.solution(question));
    }
    let _ = room.missed(0.5);
    for (team, _) in (0_u8..).zip(room.teams()) {
        let _ = room.could_earn(TeamId(team));
    }
    let _ = room.left_ms(room.last().unwrap_or_default());
}

fn setup(way: u8) -> Setup {
    let (mode, questions) = match way % 5 {
        0 => (Mode::Together, &QUESTIONS[..]),
        1 => (Mode::Turns, &QUESTIONS[..]),
        2 => (Mode::Buzzer, &QUESTIONS[..3]),
        3 => (Mode::Argue, &VOTED[..]),
        _ => (Mode::Class { target_percent: 60 }, &QUESTIONS[..]),
    };
    let only: Vec<Id> = questions.iter().map(|id| Id::new(*id).unwrap()).collect();
    let timer_s = (way >= 128).then_some(30);
    let plan = QuestionPlan { mode, length: only.len(), timer_s, seed: Some(7), only, ..QuestionPlan::default() };
    Setup::new(Plan::Questions(plan).draft(&FIXTURE, Team::line_up(3), 7).0).unwrap()
}

fn entry([kind, a, b]: [u8; 3], at: &mut i64) -> Entry {
    // Time mostly goes on, by up to a minute; now and then it jumps, or goes back.
    *at = at.saturating_add(match kind >> 6 {
        0 => i64::from(b) * 10,
        1 => i64::from(b) * 250,
        2 => i64::from(a) << (b % 56),
        _ => -i64::from(b) * 1000,
    });
    let ran_ms = (kind & 32 != 0).then(|| u64::from(b) * 40);
    Entry { at: Moment(*at), ran_ms, what: input(kind % 32, a, b) }
}

fn input(kind: u8, a: u8, b: u8) -> Input {
    let (team, number) = (TeamId(a % 5), usize::from(b % 9));
    match kind {
        0..=3 => Input::Asked { question: usize::from(a % 8) },
        4..=6 => Input::Opened,
        7 => Input::Buzzed { teams: vec![team, TeamId(b % 5)] },
        8..=13 => Input::Answered { team, answer: answer(a, b) },
        14 => Input::Judged { team, ruling: [Ruling::Right, Ruling::Half, Ruling::Wrong][number % 3] },
        15 => Input::Passed { team },
        16 => Input::Voted { vote: [Vote::First, Vote::Second][number % 2], hands: vec![u32::from(a); number] },
        17 | 18 => Input::Closed,
        19 | 20 => Input::Revealed,
        21 => Input::BoardShown,
        22 => Input::Paused,
        23 => Input::Resumed,
        24 => Input::Extended { seconds: u16::from(a) << (b % 9) },
        25 => Input::Skipped,
        26 => Input::Ended,
        27 => Input::Regraded { question: usize::from(a % 8), key: Key::Author },
        28 | 29 => Input::Undone,
        30 => Input::Tick,
        _ => Input::TakenUp,
    }
}

/// What a log may hold that others wrote: any number in any place.
fn answer(a: u8, b: u8) -> Response {
    let (one, other) = (usize::from(a >> 4), usize::from(b % 7));
    match b / 7 % 8 {
        0 => Response::Passed,
        1 => Response::Blank,
        2 | 3 => Response::Picked(other),
        4 => Response::Marked(vec![one, other]),
        5 => Response::Joined(vec![Some(one), None, Some(other), Some(0)]),
        6 => Response::Sorted(vec![one, other, 0, 1]),
        _ => Response::typed((1990 + one).to_string()),
    }
}
