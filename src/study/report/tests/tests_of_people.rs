use super::super::samples::{attempts, course, spec, test};
use super::super::*;
use crate::study::item::Response;
use crate::study::quiz::Paper;
use crate::study::score::Score;
use crate::study::statistics::{Figures, Matrix};

/// The figures by another way: straight from the marks.
fn figures(people: usize) -> Figures {
    let (course, attempts) = (course(), attempts(people));
    let paper = Paper::draw(&course, spec());
    let most = paper.items.iter().map(|i| f64::from(course.question(&i.question).unwrap().1.points)).collect();
    let rows = attempts.iter().map(|a| a.answers.iter().map(|(_, _, score)| score.points).collect()).collect();
    Figures::of(&Matrix::new(most, rows).unwrap())
}

#[test]
fn figures_are_those_of_the_statistics() {
    for people in [0, 1, 2, 3, 9, 10, 30] {
        let (it, figures) = (test(people), figures(people));
        for (question, item) in it.questions.iter().zip(&figures.items) {
            assert_eq!(question.facility.value, item.facility);
            assert_eq!(question.discrimination_index.value, item.discrimination_index);
            assert_eq!(question.discriminative_efficiency.value, item.discriminative_efficiency);
        }
        let values = it.whole.readings().map(|r| r.figure.value);
        let w = figures.whole;
        let expected = [
            w.mean,
            w.median,
            w.standard_deviation,
            w.skewness,
            w.kurtosis,
            w.consistency,
            w.error_ratio,
            w.standard_error,
        ];
        assert_eq!(values, expected, "of {people}");
    }
}

#[test]
fn under_ten_attempts_the_figures_are_given_and_marked() {
    for people in [1, 3, 9] {
        let it = test(people);
        assert!(it.too_few.as_ref().is_some_and(|t| t.starts_with("Too few to read")), "{people}");
        assert!(it.whole.mean.value.is_some());
        let hints = it.questions.iter().flat_map(|q| &q.hints);
        assert!(hints.into_iter().all(|h| h.words.contains("may be chance")));
    }
    for people in [10, 30] {
        assert_eq!(test(people).too_few, None);
        assert!(test(people).notes[0].contains("percentage points by chance"));
    }
}

#[test]
fn an_undefined_figure_says_why() {
    let why = |people: usize| test(people).whole.consistency.undefined;
    assert_eq!((why(2), why(30)), (Some("it takes three attempts"), None));
    let mut same = attempts(5);
    let answers = same[0].answers.clone();
    for attempt in &mut same {
        attempt.answers.clone_from(&answers);
    }
    let it = TestReport::of(&course(), &Paper::draw(&course(), spec()), &same);
    assert_eq!(it.whole.skewness.undefined, Some("everyone earned the same"));
    assert_eq!(it.questions[0].discrimination_index.undefined, Some("everyone earned the same here"));
    assert_eq!(test(0).whole.mean.undefined, Some("nobody took the quiz"));
}

#[test]
fn no_answer_counts_nothing_and_is_counted() {
    let mut all = attempts(10);
    all[9].answers.clear();
    let it = TestReport::of(&course(), &Paper::draw(&course(), spec()), &all);
    assert_eq!((it.people[9].points.to_string(), it.people[9].answered, it.people[9].percent), ("0".to_owned(), 0, 0));
    assert!(it.people[9].earned.iter().all(Option::is_none) && it.notes.iter().any(|n| n.contains("counts 0")));
    for question in &it.questions {
        assert_eq!(question.right + question.partly + question.wrong + question.passed + question.blank, 10);
        assert!(question.no_answer > 0 && question.no_answer == question.passed + question.blank);
    }
}

#[test]
fn what_is_striking_is_said_in_words() {
    let it = test(30);
    let last = &it.questions[6];
    assert!(last.facility.value < Some(0.2) && last.discrimination_index.value < Some(0.0));
    let striking: Vec<Striking> = last.hints.iter().map(|h| h.about).collect();
    assert!(striking.starts_with(&[Striking::VeryHard, Striking::WrongWayRound]), "{striking:?}");
    assert!(last.hints[1].words.contains("Check the key first"));
    assert!(
        it.questions.iter().any(|q| !q.unused_distractors.is_empty() && q.hints.iter().any(|h| h.about == Striking::UnusedDistractors))
    );
}

#[test]
fn a_consistency_below_zero_is_shown_with_a_warning() {
    let mut all = attempts(12);
    for (at, attempt) in all.iter_mut().enumerate() {
        for (question, answer) in attempt.answers.iter_mut().enumerate() {
            answer.1 = Response::Picked(0);
            answer.2.points = if (at + question) % 2 == 0 && question < 2 { answer.2.of } else { 0.0 };
        }
        attempt.answers[2].2.points = if at < 2 { 1.0 } else { 0.0 };
    }
    let it = TestReport::of(&course(), &Paper::draw(&course(), spec()), &all);
    assert!(it.whole.consistency.value < Some(0.0), "{:?}", it.whole.consistency);
    assert!(it.consistency_warning.is_some_and(|w| w.contains("below 0")));
}

#[test]
fn marks_that_are_no_numbers_and_unknown_questions_do_no_harm() {
    let mut all = attempts(6);
    all[5].answers[0].2 = Score { points: f64::NAN, of: 1.0 };
    all[5].answers[1].2 = Score { points: 8.0, of: 16.0 };
    all[1].answers.push((super::super::samples::id("gone"), Response::Picked(0), Score { points: 9.0, of: 9.0 }));
    let it = TestReport::of(&course(), &Paper::draw(&course(), spec()), &all);
    assert_eq!(it.people[5].earned[1].map(|p| p.to_string()), Some("0.5".to_owned()), "in the question's own points");
    assert!(it.whole.mean.value.is_some() && it.notes.iter().any(|n| n.starts_with("Answers left out: 1.")));
}

#[test]
fn everybody_stands_in_one_class_of_scores() {
    let it = test(30);
    assert_eq!(it.scores.iter().map(|b| b.people).sum::<usize>(), 30);
    assert_eq!((it.scores.len(), it.scores[9].from_percent, it.scores[9].to_percent), (10, 90, 100));
    assert_eq!((it.scores[0].from_percent, it.scores[0].to_percent), (0, 9));
    assert_eq!(it.people[1].who, "<i>=Eve()\u{fffd}");
}

#[test]
fn the_shape_of_the_json_is_kept() {
    let mut it = test(3);
    it.questions.truncate(1);
    it.people.truncate(1);
    it.scores.truncate(1);
    insta::assert_snapshot!(Report::Test(it).json());
}
