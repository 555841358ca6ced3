//! Right, half right and wrong are the same on every medium, whatever is asked and answered.

use proptest::prelude::*;

use crate::course::model::{Bloom, Feedback, Id, Kind, Text};
use crate::plain::{Console, say_feedback};
use crate::study::drill::{Draft, Drill, Entry, Input, Mode, Moment, Questions, Room, Setup, Team, TeamId};
use crate::study::item::{Alternative, Credit, Form, Gap, Item, OptionSet, Partner, Ranked, Response};
use crate::study::quiz::Given;
use crate::study::report::samples::{course, report};
use crate::study::score::Verdict;
use crate::ui::question::{View, draw_revealed};
use crate::ui::scroll::Scroll;
use crate::ui::theme::{ColourScheme, Theme};
use crate::ui::wall::{Pointer, Wall};

/// Columns and rows in which nothing is broken or scrolled.
const SIZE: (u16, u16) = (140, 70);

fn text(raw: &str) -> Text {
    Text::new(raw).unwrap()
}

/// Words that stand in no other word of a picture.
fn name(n: usize) -> String {
    format!("zq{n}x")
}

fn alternative((n, credit): (usize, Credit)) -> Alternative {
    let reason = (credit == Credit::NONE).then(|| text(&format!("Reason {n}.")));
    Alternative { text: text(&name(n)), credit, reason, gloss: None }
}

/// Credits of options, one of them full.
fn credits(part: bool) -> impl Strategy<Value = Vec<Credit>> {
    let one = prop_oneof![Just(Credit::NONE), Just(Credit::FULL), Just(if part { Credit::HALF } else { Credit::NONE })];
    prop::collection::vec(one, 2..7).prop_map(|mut credits| {
        credits[0] = Credit::FULL;
        credits
    })
}

fn options(credits: Vec<Credit>) -> Vec<Alternative> {
    credits.into_iter().enumerate().map(alternative).collect()
}

fn any_form() -> impl Strategy<Value = (Kind, Form)> {
    let truth = |truth: bool| {
        let credit = |right| if right { Credit::FULL } else { Credit::NONE };
        Form::PickOne { options: options(vec![credit(truth), credit(!truth)]), pool: OptionSet::Truth }
    };
    let joined = |(n, spare): (usize, usize)| Form::Join {
        premises: (20..20 + n).map(|i| text(&name(i))).collect(),
        partners: (0..n + spare).map(|i| Partner { text: text(&name(i)), reason: None }).collect(),
    };
    let sorted = |n: usize| Form::Sort {
        things: (0..n).map(|i| Ranked { text: text(&name(i)), date: text(&format!("{}", 1900 + i)) }).collect(),
    };
    let typed = |n: usize| {
        let answers = || options(vec![Credit::FULL, Credit::HALF, Credit::NONE]);
        let gap = |i: usize| Gap { label: Some(text(&format!("gap {i}"))), answers: answers(), ..Gap::default() };
        Form::Type { gaps: (0..n).map(gap).collect() }
    };
    prop_oneof![
        credits(true).prop_map(move |c| (Kind::Choice, Form::PickOne { options: options(c), pool: OptionSet::Own })),
        credits(false).prop_map(move |c| (Kind::Several, Form::PickMany { options: options(c) })),
        any::<bool>().prop_map(move |right| (Kind::TrueFalse, truth(right))),
        credits(true).prop_map(move |c| {
            (Kind::Classify, Form::PickOne { options: options(c), pool: OptionSet::Shared(text("track")) })
        }),
        (3..6_usize, 0..3_usize).prop_map(move |n| (Kind::Match, joined(n))),
        (3..7_usize).prop_map(move |n| (Kind::Order, sorted(n))),
        (1..4_usize).prop_map(move |n| (Kind::Typed, typed(n))),
    ]
}

fn any_response(form: &Form) -> BoxedStrategy<Response> {
    let n = form.places();
    match form {
        Form::PickOne { .. } => (0..n).prop_map(Response::Picked).boxed(),
        Form::PickMany { .. } => prop::collection::vec(any::<bool>(), n)
            .prop_map(|on| Response::Marked((0..on.len()).filter(|&of| on[of]).collect()))
            .boxed(),
        Form::Join { premises, .. } => {
            prop::collection::vec(prop::option::of(0..n), premises.len()).prop_map(Response::Joined).boxed()
        }
        Form::Sort { .. } => Just((0..n).collect::<Vec<_>>()).prop_shuffle().prop_map(Response::Sorted).boxed(),
        Form::Type { gaps } => {
            prop::collection::vec((0..4_usize).prop_map(name), gaps.len()).prop_map(Response::Typed).boxed()
        }
    }
}

fn any_item() -> impl Strategy<Value = (Item, Response)> {
    any_form().prop_flat_map(|(kind, form)| {
        let order = match &form {
            Form::PickOne { pool: OptionSet::Truth, .. } => Just(vec![0, 1]).boxed(),
            _ => Just((0..form.places()).collect::<Vec<_>>()).prop_shuffle().boxed(),
        };
        let response = any_response(&form);
        (order, response).prop_map(move |(order, response)| (item(kind, form.clone(), order), response))
    })
}

fn item(kind: Kind, form: Form, order: Vec<usize>) -> Item {
    let id = |raw: &str| Id::new(raw).unwrap();
    Item {
        question: id("q"),
        lesson: id("ferry"),
        section: None,
        objective: id("name"),
        level: Some(Bloom::Apply),
        kind,
        stem: text("Which?"),
        form,
        order,
        explain: Some(text("So it is.")),
        feedback: Feedback::default(),
        picture: None,
        cite: Vec::new(),
        points: 2,
    }
}

/// The item in a drill, answered by the first of two teams and revealed.
fn room(item: &Item, response: &Response) -> Room {
    let sample = Questions::sample(Mode::Together, vec![item.clone()]);
    let questions = Questions { timer_s: None, round: None, ..sample };
    let setup = Setup::new(Draft { teams: Team::line_up(2), drill: Drill::Questions(questions) }).unwrap();
    let mut room = Room::new(setup);
    let answered = Input::Answered { team: TeamId(0), answer: response.clone() };
    for what in [Input::Asked { question: 0 }, Input::Opened, answered, Input::Closed, Input::Revealed] {
        // What cannot be entered, such as no mark at all, is passed over: then the team has not answered.
        let _ = room.apply(&Entry::new(Moment(0), what));
    }
    room
}

fn on_the_wall(room: &Room) -> String {
    let (course, theme, public) = (course(), Theme::named(ColourScheme::None), room.public());
    let area = ratatui::layout::Rect::new(0, 0, SIZE.0, SIZE.1);
    let mut buffer = ratatui::buffer::Buffer::empty(area);
    let pointer = Pointer::default();
    let (setup, scroll) = (room.setup(), Scroll::default());
    let (left_ms, turned) = (None, 0);
    Wall { course: &course, theme: &theme, public: &public, setup, left_ms, pointer: &pointer, scroll, turned }
        .draw(&mut buffer, area);
    let row = |y| (0..SIZE.0).map(|x| buffer[(x, y)].symbol()).collect::<String>();
    (0..SIZE.1).map(row).collect::<Vec<_>>().join("\n")
}

fn on_the_screen(item: &Item, given: &Given) -> String {
    let (course, theme) = (course(), Theme::named(ColourScheme::None));
    let drawn = draw_revealed(View { course: &course, theme: &theme, width: 100 }, item, Some(given), false);
    drawn.doc.lines.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn in_lines(item: &Item, given: &Given) -> String {
    let (mut input, mut talk, mut result) = (std::io::empty(), Vec::new(), Vec::new());
    say_feedback(&mut Console::new(&mut input, &mut talk, &mut result), &course(), item, Some(given)).unwrap();
    String::from_utf8(talk).unwrap()
}

/// The sign in front of the row that names an option.
fn sign(picture: &str, of: usize) -> char {
    let row =
        picture.lines().find(|line| line.contains(&name(of))).unwrap_or_else(|| panic!("{of} is not in\n{picture}"));
    row.chars().next().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn options_are_right_half_right_or_wrong_on_every_medium((item, response) in any_item()) {
        let given = Given { score: item.grade(&response), answer: response.clone(), took_ms: 0, certainty: None };
        let room = room(&item, &response);
        let (screen, wall) = (on_the_screen(&item, &given), on_the_wall(&room));
        let (lines, drill) = (in_lines(&item, &given), report(&room));
        for (of, option) in item.form.options().iter().enumerate() {
            let verdict = option.credit.verdict();
            let (right, half) = (verdict == Verdict::Right, verdict == Verdict::Partly);
            prop_assert_eq!((matches!(sign(&screen, of), '✓' | '○'), sign(&screen, of) == '½'), (right, half), "{}", screen);
            let small = item.label(of).to_ascii_lowercase();
            let key = if let Some(truth) = item.truth_at(of) { truth.to_owned() } else { small.to_string() };
            if item.truth_at(of).is_none() {
                prop_assert_eq!(item.key_on_paper().split(' ').any(|k| k == key), right);
            }
            let parts = item.part_marks_on_paper();
            prop_assert_eq!(parts.iter().any(|p| p.split([' ', ':']).any(|mark| mark == key)), half, "{:?}", parts);
            if !wall.contains(&name(of)) {
                continue;
            }
            let row = wall.lines().map(str::trim_start).find(|l| l.contains(&name(of)) && l.contains(&format!(" {} ", item.label(of))));
            if let Some(row) = row {
                prop_assert_eq!((row.starts_with('✓'), row.starts_with('½')), (right, half), "{}", wall);
            }
            if let Some(count) = drill.questions[0].options.iter().find(|o| o.text == name(of)) {
                prop_assert_eq!((count.right, count.part.is_some(), count.mark.clone()), (right, half, item.label(of).to_string()));
            }
            if !item.form.is_one_option() {
                let taken = response.takes(of);
                let said = |word: &str| lines.lines().any(|l| l.starts_with(word) && l.contains(&name(of)));
                prop_assert_eq!((said("Applies too"), said("Does not apply")), (right && !taken, !right && taken), "{}", lines);
            }
        }
    }

    #[test]
    fn an_answer_comes_out_alike_on_every_medium((item, response) in any_item()) {
        let score = item.grade(&response);
        let given = Given { score, answer: response.clone(), took_ms: 0, certainty: None };
        let word = match score.verdict() {
            Verdict::Right => "Right.",
            Verdict::Partly => "Partly: ",
            Verdict::Wrong => "Wrong.",
        };
        prop_assert!(on_the_screen(&item, &given).contains(word));
        prop_assert!(in_lines(&item, &given).starts_with(word));
        let room = room(&item, &response);
        if let Some(answer) = report(&room).questions[0].answers.first() {
            prop_assert!((answer.worth - score.share()).abs() < 1e-6);
            prop_assert!((answer.points - score.points).abs() < 0.011);
        }
    }
}
