use super::*;
use crate::course::model::Kind;

fn refused(n: usize, change: impl Fn(&mut Questions)) -> SetupError {
    let mut questions = questions(Mode::Together);
    change(&mut questions);
    Setup::new(Draft { teams: teams(n), drill: Drill::Questions(questions) }).unwrap_err()
}

#[test]
fn what_is_no_setup_is_refused_with_a_reason() {
    assert_eq!(refused(1, |_| ()).to_string(), "1 teams: a drill has 2 to 8");
    assert_eq!(refused(2, |q| q.asked.clear()), SetupError::NoQuestions);
    assert_eq!(refused(2, |q| q.timer_s = Some(0)), SetupError::Timer);
    assert_eq!(refused(2, |q| q.round = Some(0)), SetupError::Round);
    assert_eq!(refused(2, |q| q.mode = Mode::Class { target_percent: 101 }), SetupError::Target);
    assert_eq!(refused(2, |q| q.scoring.speed = Some(Speed { percent: 10 })), SetupError::SpeedOfTheTeacher);
    assert!(matches!(refused(2, |q| q.mode = Mode::Buzzer), SetupError::Unsuited { number: 4, .. }));
    assert_eq!(refused(2, |q| q.asked[0].order.clear()), SetupError::Order { number: 1 });
    assert_eq!(refused(2, |q| q.asked[1] = q.asked[0].clone()), SetupError::Twice { number: 2 });
}

#[test]
fn teams_are_told_apart_by_everything() {
    let drill = || Drill::Questions(questions(Mode::Together));
    assert!(Setup::new(Draft { teams: teams(8), drill: drill() }).is_ok());
    assert_eq!(Team::next(Name::new("Ida").unwrap(), &teams(8)), None);
    let changed = |change: &dyn Fn(&mut Team)| {
        let mut teams = teams(3);
        change(&mut teams[2]);
        Setup::new(Draft { teams, drill: drill() }).unwrap_err()
    };
    let third = |why| SetupError::Team { number: 3, why };
    assert_eq!(changed(&|t| t.key = 'q'), third(TeamError::Key('q')));
    assert_eq!(changed(&|t| t.key = '\u{1b}'), third(TeamError::Key('\u{1b}')));
    assert_eq!(changed(&|t| t.number = '2'), third(TeamError::Number('2')));
    assert_eq!(changed(&|t| t.colour = 0), third(TeamError::Colour(0)));
    assert_eq!(changed(&|t| t.shape = Shape::Circle), third(TeamError::Shape(Shape::Circle)));
    assert!(matches!(
        changed(&|t| t.name = Name::new("ADA").unwrap()),
        SetupError::Team { why: TeamError::Name(_), .. }
    ));
}

#[test]
fn every_mode_has_questions_and_says_which_it_leaves_out() {
    for mode in [Mode::Buzzer, Mode::Turns, Mode::Together, Mode::Argue, Mode::Class { target_percent: 70 }] {
        let out = questions(Mode::Together).asked.iter().filter(|item| mode.leaves_out(&item.form).is_some()).count();
        assert_eq!(questions(mode).asked.len(), 7 - out);
    }
    let typed = questions(Mode::Together).asked.into_iter().find(|item| item.kind == Kind::Typed).unwrap();
    assert_eq!(Mode::Argue.leaves_out(&typed.form), Some("has no options to raise hands for"));
}

#[test]
fn a_setup_is_read_back_and_a_bad_one_is_not() {
    let good = setup(3, questions(Mode::Turns));
    let json = serde_json::to_string(&good).unwrap();
    assert_eq!(serde_json::from_str::<Setup>(&json).unwrap(), good);
    let bad = json.replace("\"timer_s\":20", "\"timer_s\":0");
    assert!(serde_json::from_str::<Setup>(&bad).unwrap_err().to_string().contains("a clock runs"));
}

#[test]
fn places_on_the_screen_lead_to_the_authors_order() {
    let asked = &questions(Mode::Together).asked;
    assert_eq!(asked[0].from_places(&Response::Picked(0)), Some(Response::Picked(3)));
    assert_eq!(asked[0].from_places(&Response::Picked(4)), None);
    assert_eq!(asked[1].from_places(&Response::Marked(vec![0, 4])), Some(Response::Marked(vec![0, 4])));
    assert_eq!(
        asked[3].from_places(&Response::Joined(vec![Some(0), None])),
        Some(Response::Joined(vec![Some(4), None]))
    );
    assert_eq!(asked[4].from_places(&Response::Sorted(vec![3, 2, 1, 0])), Some(Response::Sorted(vec![0, 1, 2, 3])));
}
