//! What must hold at every size, with any names, whatever the key is.

use proptest::prelude::*;

use super::*;
use crate::course::model::Text;
use crate::study::drill::{Points, Shape, Vote};
use crate::study::item::{Alternative, Credit, Form, Key, OptionSet};
use crate::ui::wall::{badge, sign};

/// As long and as wide as names may be.
pub(super) const LONG: [&str; 8] = [
    "Wwwwwwwww Mmmmmmmmmm",
    "日本の外交官チーム一二三",
    "Ministers of nothing",
    "Quietly persistentus",
    "Uninvited observersx",
    "The contact groupies",
    "Añejos e ilustrísimo",
    "Third-row troublemen",
];

const MODES: [Mode; 5] = [Mode::Buzzer, Mode::Turns, Mode::Together, Mode::Argue, Mode::Class { target_percent: 60 }];

/// A drill of one question from the lobby to the end, in all its pictures.
fn stages(names: &[&str], mode: Mode, kind: Kind) -> Vec<Play> {
    let new = || Play::new(names, mode, &[kind]);
    if asked(mode, &[kind]).is_empty() {
        return vec![new_lobby(names, mode)];
    }
    let done = || match mode {
        Mode::Argue => {
            let n = new().room.public().teams.len().max(asked(mode, &[kind])[0].form.options().len());
            let hands = |n: usize| (0..u32::try_from(n).unwrap()).map(|i| i * 7 + 1).collect::<Vec<_>>();
            let n = asked(mode, &[kind])[0].form.options().len().min(n);
            new().opens().does(Input::Voted { vote: Vote::First, hands: hands(n) })
        }
        Mode::Buzzer => new().opens().buzzes(&[0, 1]).does(Input::Passed { team: TeamId(0) }),
        Mode::Turns => new().opens().does(Input::Passed { team: TeamId(0) }),
        Mode::Together | Mode::Class { .. } => new().opens().does(Input::Passed { team: TeamId(1) }),
    };
    vec![
        new(),
        new().does(Input::Asked { question: 0 }),
        new().opens(),
        done(),
        done().does(Input::Paused),
        done().does(Input::Closed),
        done().does(Input::Closed).does(Input::Revealed),
        done().does(Input::Closed).does(Input::Revealed).does(Input::BoardShown),
        done().does(Input::Ended),
    ]
}

fn new_lobby(names: &[&str], mode: Mode) -> Play {
    Play::new(names, mode, &[])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn every_picture_is_drawn_at_every_size(width in 1u16..=200, height in 1u16..=60, n in 2usize..=8, long: bool, mode in prop::sample::select(&MODES[..]), kind in prop::sample::select(&Kind::ALL[..])) {
        for play in stages(if long { &LONG[..n] } else { &SHORT[..n] }, mode, kind) {
            play.buffer(width, height);
            play.wall(|wall| wall.height(Rect::new(0, 0, width, height)));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn no_words_of_a_question_shrink_as_the_window_grows(
        width in 76u16..=160, height in 20u16..=50, wider in 0u16..=40, higher in 0u16..=12, n in 2usize..=8,
        mode in prop::sample::select(&MODES[..]), kind in prop::sample::select(&Kind::ALL[..]), words in 0usize..=40,
    ) {
        let mut asked = asked(mode, &[kind]);
        prop_assume!(!asked.is_empty());
        asked[0].stem = Text::new(format!("Who? {}", "some say ".repeat(words))).unwrap();
        let play = Play::of(setup(teams(&SHORT[..n]), mode, asked)).opens();
        let letters = |width, height| {
            let area = Rect::new(0, 0, width, height);
            play.wall(|wall| super::super::layout(&wall_poster(wall), wall, area).size.letters())
        };
        prop_assert!(letters(width + wider, height + higher) >= letters(width, height));
    }
}

/// Sizes from a small window to a wall, 80x24 and 200x60 among them.
fn sizes() -> impl Iterator<Item = (u16, u16)> {
    [(76, 20), (80, 22), (96, 26), (116, 36), (120, 40), (136, 46), (156, 50), (192, 56)].into_iter()
}

/// Whether `text` stands there in small letters, or in big ones.
fn has(seen: &str, text: &str) -> bool {
    let big = |text: &str| {
        super::super::big_text::written(text)
            .is_some_and(|text| seen.contains(&super::super::glyph::rows(&text)[2].trim_end().to_owned()))
    };
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    flat(seen).contains(&flat(text)) || text.split_whitespace().all(big)
}

#[test]
fn no_option_and_no_team_is_lost() {
    for (names, mode) in MODES.iter().flat_map(|&mode| [(SHORT, mode), (LONG, mode)]) {
        let (lobby, open) = (new_lobby(&names, mode), Play::new(&names, mode, &[Kind::Choice]).opens());
        for (width, height) in sizes() {
            let seen = lobby.seen(width, height);
            // Hands are counted in the whole class.
            for team in lobby.room.teams().filter(|_| mode != Mode::Argue) {
                assert!(has(&seen, team.name.as_str()), "{} at {width}x{height} in\n{seen}", team.name);
            }
            let seen = open.seen(width, height);
            for option in ["A pilot", "A harbour master", "A clerk", "A passenger"] {
                assert!(has(&seen, option), "{option} at {width}x{height} in\n{seen}");
            }
            assert_eq!(open.wall(|wall| wall.height(Rect::new(0, 0, width, height))), 0);
        }
    }
}

#[test]
fn every_team_finds_its_key_while_a_question_is_open() {
    for names in [SHORT, LONG] {
        let open = Play::new(&names, Mode::Buzzer, &[Kind::Choice]).opens();
        for (width, height) in sizes() {
            let seen = open.seen(width, height);
            for team in open.room.teams() {
                assert!(
                    has(&seen, &format!("[{}]", team.key.to_ascii_uppercase())),
                    "key of {} at {width}x{height} in\n{seen}",
                    team.name
                );
            }
        }
    }
}

/// A stem of four lines and four options of two, in a small window.
#[test]
fn a_long_question_fits_a_small_window_with_clock_and_teams() {
    let mut asked = asked(Mode::Buzzer, &[Kind::Choice]);
    let long = |lines: usize| Text::new("Some say so. ".repeat(lines * 5)).unwrap();
    asked[0].stem = long(4);
    let option = |credit| Alternative { text: long(2), credit, reason: Some(long(1)), gloss: None };
    let options = [Credit::FULL, Credit::NONE, Credit::NONE, Credit::NONE].map(option).to_vec();
    asked[0].form = Form::PickOne { options, pool: OptionSet::Own };
    let play = Play::of(setup(teams(&SHORT[..4]), Mode::Buzzer, asked)).opens();
    assert_eq!(play.wall(|wall| wall.height(Rect::new(0, 0, 76, 20))), 0);
    insta::assert_snapshot!("a_long_question_76x20", play.seen(76, 20));
}

#[test]
fn nothing_jumps_when_a_question_opens_and_closes() {
    for mode in MODES {
        let ask = || Play::new(&SHORT[..5], mode, &[Kind::Choice]).does(Input::Asked { question: 0 });
        for (width, height) in sizes() {
            let top = |play: &Play| {
                let buffer = play.buffer(width, height);
                let foot = play.wall(|wall| super::super::layout(&wall_poster(wall), wall, buffer.area).foot);
                buffer.content[..usize::from(width) * usize::from(height - foot - 1)].to_vec()
            };
            let open = ask().does(Input::Opened);
            assert_eq!(top(&ask()), top(&open), "{mode:?} at {width}x{height}");
            assert_eq!(top(&open), top(&ask().does(Input::Opened).does(Input::Closed)), "{mode:?} at {width}x{height}");
        }
    }
}

fn wall_poster(wall: &Wall<'_>) -> super::super::Poster {
    use crate::study::drill::Screen;
    match &wall.public.screen {
        Screen::Ask(posed) | Screen::Open { posed, .. } | Screen::Closed { posed, .. } => {
            super::super::Poster::of(posed, wall.setup)
        }
        _ => unreachable!("a question is in play"),
    }
}

#[test]
fn an_answer_entered_shows_only_that_it_was() {
    let with =
        |answer| Play::new(&SHORT[..3], Mode::Together, &[Kind::Choice]).opens().says(0, Response::Picked(answer));
    assert_eq!(with(0).buffer(96, 26), with(3).buffer(96, 26));
}

#[test]
fn a_pause_hides_question_and_standings() {
    let play = Play::new(&SHORT[..3], Mode::Buzzer, &[Kind::Choice]).opens().does(Input::Paused);
    let seen = play.seen(76, 20);
    assert!(!seen.contains("pilot") && !seen.contains("Ada") && !seen.contains("20"), "{seen}");
}

/// The clock says by a sign that it is nearly over, not by colour alone.
#[test]
fn the_last_seconds_have_a_sign() {
    let mut play = Play::new(&SHORT[..3], Mode::Together, &[Kind::Choice]).opens();
    let last = |play: &Play| {
        play.wall(|wall| {
            super::super::clock::Countdown::new(wall.left_ms.unwrap(), 20_000, 20, false).text().to_owned()
        })
    };
    assert_eq!(last(&play), "20");
    for _ in 0..15 {
        play = play.does(Input::Tick);
    }
    assert_eq!(last(&play), "!5");
}

#[test]
fn a_wall_without_colour_says_the_same() {
    let play = Play::new(&SHORT[..3], Mode::Together, &[Kind::Choice])
        .opens()
        .says(0, Response::Picked(0))
        .does(Input::Closed)
        .does(Input::Revealed);
    let marks = play.seen(76, 20);
    assert!(marks.contains('✓') && marks.contains("● 1") && marks.contains("+3"), "{marks}");
}

#[test]
fn a_regraded_question_shows_the_key_that_stands() {
    let play =
        Play::new(&SHORT[..3], Mode::Together, &[Kind::Choice]).opens().does(Input::Closed).does(Input::Revealed);
    let right =
        |play: &Play| play.seen(76, 20).lines().filter(|l| l.contains('✓')).map(str::to_owned).collect::<Vec<_>>();
    assert!(right(&play)[0].contains("A pilot"));
    let play = play.does(Input::Regraded { question: 0, key: Key::AnyOf(vec![Response::Picked(3)]) });
    assert!(right(&play)[0].contains("A passenger") && right(&play).len() == 1);
}

#[test]
fn a_badge_is_shape_number_and_name() {
    let theme = Theme::named(theme::ColourScheme::Dark);
    assert_eq!(badge(&teams(&SHORT[..1])[0], &theme).content, "● 1 Ada");
    assert_eq!(sign(Shape::Bar), "▬");
}

#[test]
fn points_stay_big_however_long_they_are() {
    for names in [&LONG[..4], &LONG[..6], &LONG] {
        let play = Play::new(names, Mode::Together, &[Kind::Choice])
            .opens()
            .does(Input::Closed)
            .does(Input::Revealed)
            .does(Input::BoardShown);
        let mut public = play.room.public();
        for (standing, points) in public.standings.iter_mut().zip([1250, -33, 1266, -1033].into_iter().cycle()) {
            standing.points = Points(points);
        }
        let area = Rect::new(0, 0, 76, 20);
        let mut buffer = Buffer::empty(area);
        play.wall(|wall| Wall { public: &public, ..*wall }.draw(&mut buffer, area));
        let seen = text(&buffer);
        for points in ["12.5", "-0.33", "12.66", "-10.33"] {
            let row = &super::super::glyph::rows(points)[1];
            assert!(seen.contains(row.trim_end()), "{points} of {} in\n{seen}", names.len());
        }
        if names.len() == 6 {
            insta::assert_snapshot!("long_points_76x20", seen);
        }
    }
}
