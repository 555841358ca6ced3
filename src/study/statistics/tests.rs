use serde::Deserialize;

use super::*;
use crate::study::item::Response;

const MATRICES: &str = include_str!("../../../tests/data/statistics/matrices.json");
const EXPECTED: &str = include_str!("../../../tests/data/statistics/expected.json");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Marks {
    name: String,
    most: Vec<f64>,
    rows: Vec<Vec<f64>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    name: String,
    items: Vec<Item>,
    whole: Whole,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Item {
    facility: Option<f64>,
    discrimination_index: Option<f64>,
    discriminative_efficiency: Option<f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Whole {
    mean: Option<f64>,
    median: Option<f64>,
    standard_deviation: Option<f64>,
    skewness: Option<f64>,
    kurtosis: Option<f64>,
    consistency: Option<f64>,
    error_ratio: Option<f64>,
    standard_error: Option<f64>,
}

fn cases() -> Vec<(Figures, Expected)> {
    let matrices: Vec<Marks> = serde_json::from_str(MATRICES).unwrap();
    let expected: Vec<Expected> = serde_json::from_str(EXPECTED).unwrap();
    assert_eq!(matrices.len(), expected.len());
    let figures = |m: Marks| (m.name, Figures::of(&Matrix::new(m.most, m.rows).unwrap()));
    let pair = |((name, figures), expected): ((String, Figures), Expected)| {
        assert_eq!(name, expected.name);
        (figures, expected)
    };
    matrices.into_iter().map(figures).zip(expected).map(pair).collect()
}

#[track_caller]
fn agree(name: &str, found: Option<f64>, expected: Option<f64>) {
    let near = found.zip(expected).map_or(found == expected, |(f, e)| (f - e).abs() <= 1e-9 * e.abs().max(1.0));
    assert!(near, "{name}: {found:?}, and independently {expected:?}");
}

#[test]
fn items_agree_with_an_independent_computation() {
    for (figures, expected) in cases() {
        assert_eq!(figures.items.len(), expected.items.len());
        for (found, item) in figures.items.iter().zip(&expected.items) {
            agree(&expected.name, found.facility, item.facility);
            agree(&expected.name, found.discrimination_index, item.discrimination_index);
            agree(&expected.name, found.discriminative_efficiency, item.discriminative_efficiency);
        }
    }
}

#[test]
fn the_whole_agrees_with_an_independent_computation() {
    for (Figures { whole: found, .. }, Expected { whole, name, .. }) in cases() {
        agree(&name, found.mean, whole.mean);
        agree(&name, found.median, whole.median);
        agree(&name, found.standard_deviation, whole.standard_deviation);
        agree(&name, found.skewness, whole.skewness);
        agree(&name, found.kurtosis, whole.kurtosis);
        agree(&name, found.consistency, whole.consistency);
        agree(&name, found.error_ratio, whole.error_ratio);
        agree(&name, found.standard_error, whole.standard_error);
    }
}

#[test]
fn a_negative_consistency_is_shown_not_clamped() {
    let below = cases()
        .into_iter()
        .filter_map(|(f, _)| f.whole.consistency.map(|c| (c, f.whole.error_ratio)))
        .find(|(c, _)| *c < 0.0);
    assert!(below.is_some_and(|(_, ratio)| ratio > Some(100.0)));
}

#[test]
fn without_attempts_there_is_no_figure() {
    let figures = Figures::of(&Matrix::new(vec![1.0, 1.0], Vec::new()).unwrap());
    assert_eq!(
        figures.items[0],
        ItemFigures { facility: None, discrimination_index: None, discriminative_efficiency: None }
    );
    assert_eq!((figures.whole.mean, figures.whole.median, figures.whole.consistency), (None, None, None));
    assert!(figures.too_few() && too_few(9) && !too_few(10));
}

#[test]
fn what_is_no_matrix_is_refused() {
    assert_eq!(
        Matrix::new(vec![1.0], vec![vec![1.0], vec![]]),
        Err(MatrixError::Ragged { attempt: 2, found: 0, items: 1 })
    );
    assert_eq!(Matrix::new(vec![1.0], vec![vec![f64::NAN]]), Err(MatrixError::NoNumber { attempt: 1 }));
    assert_eq!(Matrix::new(vec![0.0], Vec::new()), Err(MatrixError::NoPoints { item: 1 }));
}

#[test]
fn picks_are_counted_by_option() {
    let answers =
        [Response::Picked(0), Response::Picked(2), Response::Picked(2), Response::Passed, Response::Picked(9)];
    let counted = picks(4, &answers);
    assert_eq!(counted, Picks { by_option: vec![1, 0, 2, 0], none: 2 });
    assert_eq!(counted.unused().collect::<Vec<_>>(), [1, 3]);
    assert_eq!(picks(3, &[Response::Marked(vec![0, 1, 1])]).by_option, [1, 1, 0]);
    assert_eq!(picks(2, &[Response::Picked(0), Response::Picked(1), Response::Picked(1)]).by_option, [1, 2]);
}
