//! What is on disk is read, also as 0.1.0 wrote it.

use super::*;

#[track_caller]
fn reads(stored: &str, response: Response) {
    assert_eq!(serde_json::from_str::<Response>(stored).unwrap(), response);
}

#[test]
fn responses_by_kind_of_0_1_0_are_read() {
    reads(r#"{"Choice":2}"#, Response::Picked(2));
    reads(r#"{"Classify":1}"#, Response::Picked(1));
    reads(r#"{"TrueFalse":true}"#, Response::Picked(0));
    reads(r#"{"TrueFalse":false}"#, Response::Picked(1));
    reads(r#"{"Several":[0,3]}"#, Response::Marked(vec![0, 3]));
    reads(r#"{"Match":[1,null,0]}"#, Response::Joined(vec![Some(1), None, Some(0)]));
    reads(r#"{"Order":[2,0,1]}"#, Response::Sorted(vec![2, 0, 1]));
    reads(r#"{"Typed":"Track II"}"#, Response::typed("Track II"));
    reads(r#""Skipped""#, Response::Passed);
}

#[test]
fn responses_come_back_as_they_were() {
    for response in [
        Response::Picked(0),
        Response::Marked(vec![1]),
        Response::Joined(vec![None, Some(1)]),
        Response::Sorted(vec![1, 0]),
        Response::typed("a"),
        Response::Typed(vec!["a".into(), String::new()]),
        Response::Passed,
        Response::Blank,
    ] {
        let stored = serde_json::to_string(&response).unwrap();
        assert_eq!(serde_json::from_str::<Response>(&stored).unwrap(), response, "{stored}");
    }
    assert_eq!(serde_json::to_string(&Response::typed("a")).unwrap(), r#"{"Typed":"a"}"#);
}

#[test]
fn items_come_back_as_they_were() {
    for kind in Kind::ALL {
        let item = turned(kind);
        let stored = serde_json::to_string(&item).unwrap();
        assert_eq!(serde_json::from_str::<Item>(&stored).unwrap(), item, "{stored}");
    }
}

/// As a drill of 0.1.0 kept them: three questions of the fixture, one of the nine tracks.
#[test]
fn questions_of_a_drill_of_0_1_0_are_read_as_items() {
    let stored: Vec<Item> = serde_json::from_str(include_str!("asked_0_1_0.json")).unwrap();
    assert_eq!(stored[0], Item { order: vec![3, 2, 1, 0], points: 3, ..written(Kind::Choice) });
    assert_eq!(stored[1], Item { points: 3, ..written(Kind::TrueFalse) });
    assert_eq!(stored[2], Item { order: vec![2, 1, 0], points: 0, ..written(Kind::Classify) });
    assert!(stored.iter().all(Item::is_whole));
    assert_eq!(stored[3].option_words(3), "Track 4: Private citizen");
    let gloss = stored[3].form.options()[2].why().map(Text::as_str);
    assert_eq!(gloss, Some("Track 3 is peacemaking through commerce."));
}
