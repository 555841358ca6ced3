//! Responses read from letters, lines and sheets.

use super::*;

fn spelled(kind: Kind, text: &str) -> Result<Response, String> {
    turned(kind).spelled(text)
}

#[test]
fn letters_and_digits_name_what_is_shown() {
    let n = turned(Kind::Choice).order.len();
    assert_eq!(spelled(Kind::Choice, "b"), Ok(Response::Picked(n - 2)));
    assert_eq!(spelled(Kind::Choice, "2"), spelled(Kind::Choice, " B "));
    for truth in ["f", "False", "b", "2"] {
        assert_eq!(spelled(Kind::TrueFalse, truth), Ok(Response::Picked(1)));
    }
    let n = turned(Kind::Several).order.len();
    assert_eq!(spelled(Kind::Several, "ca,a"), Ok(Response::Marked(vec![n - 3, n - 1])));
    assert_eq!(spelled(Kind::Typed, "Track II"), Ok(Response::typed("Track II")));
    assert_eq!(spelled(Kind::Classify, "c"), Ok(Response::Picked(0)));
}

#[test]
fn joining_and_sorting_are_spelled_in_turn() {
    let order = turned(Kind::Order);
    let right: String = (0..order.order.len()).rev().map(letter).collect();
    assert_eq!(order.spelled(&right), Ok(Response::Sorted(vec![0, 1, 2, 3])));
    let joining = turned(Kind::Match);
    assert_eq!(joining.spelled("edcb"), Ok(Response::Joined((0..4).map(Some).collect())));
    assert_eq!(joining.spelled("-d c b"), Ok(Response::Joined(vec![None, Some(1), Some(2), Some(3)])));
}

#[test]
fn what_is_no_answer_is_refused_with_what_to_write() {
    for (kind, text) in
        [(Kind::Choice, "z"), (Kind::Choice, "ab"), (Kind::TrueFalse, "c"), (Kind::Order, "aab"), (Kind::Match, "aaaa")]
    {
        assert!(spelled(kind, text).unwrap_err().starts_with("Type "), "{kind:?} {text}");
    }
    assert_eq!(spelled(Kind::Match, ""), Ok(Response::Passed));
}

#[test]
fn hands_are_counted_by_places_and_logged_in_the_authors_order() {
    let shown = |kind, order: &[usize]| Item { order: order.to_vec(), ..written(kind) };
    assert_eq!(shown(Kind::Choice, &[2, 0, 3, 1]).by_author(&[5, 6, 7, 8]), [6, 8, 5, 7]);
    assert_eq!(written(Kind::TrueFalse).by_author(&[5, 6]), [5, 6]);
}

#[test]
fn a_line_goes_by_numbers_and_a_sheet_by_letters() {
    assert_eq!(turned(Kind::Several).read_line("1, 2"), Ok(Response::Marked(vec![3, 4])));
    assert_eq!(turned(Kind::Several).read_line("12"), Ok(Response::Marked(vec![3, 4])));
    assert_eq!(turned(Kind::Order).read_line("4321"), Ok(Response::Sorted(vec![0, 1, 2, 3])));
    assert_eq!(turned(Kind::Several).read_pen("ab"), Ok(Response::Marked(vec![3, 4])));
    assert_eq!(turned(Kind::Match).read_pen("e e - b"), Ok(Response::Joined(vec![Some(0), Some(0), None, Some(3)])));
    assert!(turned(Kind::Match).read_line("1e 2e").is_err());
}

#[test]
fn every_response_is_read_back_as_it_is_spelled() {
    for kind in Kind::ALL.into_iter().filter(|k| !matches!(k, Kind::Typed | Kind::Match)) {
        let item = turned(kind);
        for right in item.form.right() {
            assert_eq!(item.spelled(&item.in_letters(&right)), Ok(right), "{kind:?}");
        }
    }
}
