use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::course::Course;
use crate::study::item::Response;
use crate::study::names::PersonName;
use crate::study::quiz::{Mode, Paper};

fn homework() -> Homework {
    let course = Course::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/course")).unwrap();
    let paper = PaperSpec { lessons: vec![], length: 99, seed: 7, mode: Mode::Practice, limit_s: None, only: vec![] };
    let items = Paper::draw(&course, paper.clone()).items;
    let (course, name) = (course.about().id.clone(), Name::new("Friday").ok());
    Homework { homework: FORMAT, course, name, class: None, token: 0x1234_5678_9abc_def0, paper, items }
}

fn handed_out(homework: &Homework) -> HandedOut<'_> {
    HandedOut { token: homework.token, items: &homework.items }
}

/// An answer to every question, of every kind, or none.
fn answers(homework: &Homework, turn: usize) -> Vec<Response> {
    use crate::study::item::Form;
    let answer = |(at, item): (usize, &Item)| {
        let n = item.form.places();
        if (at + turn).is_multiple_of(4) {
            return Response::Passed;
        }
        match &item.form {
            Form::PickOne { .. } => Response::Picked(turn % n),
            Form::PickMany { .. } => Response::Marked(vec![0, n - 1]),
            Form::Join { premises, .. } => {
                Response::Joined((0..premises.len()).map(|of| (of != turn % 3).then_some((of + turn) % n)).collect())
            }
            Form::Sort { .. } => Response::Sorted((0..n).map(|of| (of + turn) % n).collect()),
            Form::Type { gaps } => Response::Typed(vec!["Ærø, 1991".to_owned(); gaps.len()]),
        }
    };
    homework.items.iter().enumerate().map(answer).collect()
}

#[test]
fn a_file_is_read_as_it_was_written_and_nothing_else_is() {
    let homework = homework();
    assert_eq!(Homework::read(&homework.to_file()), Ok(homework.clone()));
    assert!(matches!(Homework::read("{}"), Err(HomeworkError::NotHomework(_))));
    assert_eq!(Homework::read(r#"{"homework":9}"#), Err(HomeworkError::Newer(9)));
    let mut broken = homework;
    broken.items[1].order.pop();
    assert_eq!(Homework::read(&broken.to_file()), Err(HomeworkError::Broken(2)));
}

#[test]
fn a_code_holds_the_name_and_every_answer_however_it_is_typed_in() {
    let homework = homework();
    for turn in 0..8 {
        let returned = Returned { person: PersonName::new("Ana Ruiz").unwrap(), answers: answers(&homework, turn) };
        let code = code(handed_out(&homework), &returned);
        let typed = code.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert_eq!(read_code(&typed, &[handed_out(&homework)]), Ok((0, returned)), "{code}");
    }
}

#[test]
fn a_code_of_another_homework_is_refused() {
    let (homework, person) = (homework(), PersonName::new("Ana").unwrap());
    let code = code(handed_out(&homework), &Returned { person, answers: answers(&homework, 1) });
    let other = Homework { token: 7, ..homework };
    assert_eq!(read_code(&code, &[handed_out(&other)]), Err(CodeError::Foreign));
    assert_eq!(read_code("", &[handed_out(&other)]), Err(CodeError::NoCode));
    assert_eq!(read_code("hello teacher", &[handed_out(&other)]), Err(CodeError::NoCode));
}

proptest! {
    #[test]
    fn no_code_with_another_sign_in_it_is_taken(at in 0..60_usize, sign in 0..32_usize, turn in 0..8_usize) {
        let homework = homework();
        let returned = Returned { person: PersonName::new("Ana Ruiz").unwrap(), answers: answers(&homework, turn) };
        let code = code(handed_out(&homework), &returned);
        let mut signs: Vec<char> = code.chars().filter(|c| *c != '-').collect();
        let at = at % signs.len();
        let other = char::from(b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"[sign]);
        prop_assume!(signs[at] != other);
        signs[at] = other;
        let typed: String = signs.into_iter().collect();
        prop_assert!(read_code(&typed, &[handed_out(&homework)]).is_err(), "{typed}");
    }

    #[test]
    fn nothing_that_is_typed_breaks_it(text in ".{0,80}") {
        let _ = read_code(&text, &[handed_out(&homework())]);
    }
}
