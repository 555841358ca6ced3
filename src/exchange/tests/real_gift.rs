//! GIFT as question banks have it, beyond the kinds themselves.

use super::{asks, read, told};
use crate::course::model::{Ask, Face, Judged, Target};
use crate::exchange::Format;

fn one(gift: &str) -> Ask {
    asks(Format::Gift, gift).remove(0)
}

#[test]
fn braces_without_an_end_take_no_other_question() {
    let all = read(Format::Gift, "::One::Pick {=a ~b\n\n::Two::Is it? {T}\n\n::Three::Pick {\n =a\n\n ~b\n}\n");
    assert_eq!(all.fidelity.totals(), [2, 0, 1]);
    assert!(told(&all).contains("1:1: dropped: One: its answers have no end: the closing brace } is missing"));
}

#[test]
fn numbers_are_read_as_people_write_them() {
    for (gift, target) in [
        ("E? {#2,5:0,01}", Target::Near(2.5, 0.01)),
        ("How many? {#5..3}", Target::Between(3.0, 5.0)),
        ("Avogadro? {#6.02e23}", Target::Exactly(6.02e23)),
        ("How many? {#=5}", Target::Exactly(5.0)),
        ("How cold? {#-5.5:0}", Target::Exactly(-5.5)),
    ] {
        assert!(matches!(one(gift), Ask::Typed { number: Some(found), .. } if found == target), "{gift}");
    }
}

#[test]
fn any_other_number_or_word_has_its_own_answer() {
    let numbers = read(Format::Gift, "When? {#\n =1822:0#Right.\n =%50%1822:2#Near.\n ~#Look it up.\n}\n");
    let question = &numbers.banks[0].questions[0];
    let said = [&question.feedback.right, &question.feedback.wrong].map(|text| text.as_ref().unwrap().as_str());
    assert_eq!(said, ["Right.", "Look it up."]);
    let words = read(Format::Gift, "Say? {=bowline =%50%bow*#Nearly. =%0%reef#Another knot. =%0%*#No.}\n");
    let question = &words.banks[0].questions[0];
    assert!(
        matches!(&question.ask, Ask::Typed { accept, partly, rivals, .. } if accept.len() == 1 && partly[0].0.as_str() == "bow" && rivals[0].1.as_str() == "Another knot."),
        "{:?}",
        question.ask
    );
    assert_eq!(question.feedback.wrong.as_ref().unwrap().as_str(), "No.");
    assert!(told(&words).contains("in “bow*” the asterisk stood for any letters"));
}

#[test]
fn an_asterisk_behind_a_backslash_is_one() {
    assert!(matches!(one("Sign? {=a\\\\*b}"), Ask::Typed { accept, .. } if accept[0].as_str() == "a*b"));
}

#[test]
fn weights_are_read_behind_blanks_and_below_nothing() {
    let all = read(Format::Gift, "Which? {\n = right\n ~ %-25% wrong\n ~ %50% half\n}\n");
    assert!(
        matches!(&all.banks[0].questions[0].ask, Ask::Choice(o) if matches!(&o[2], Judged::Weighed { percent: 50, .. }))
    );
    assert!(told(&all).contains("a wrong option took points off"));
}

#[test]
fn what_matching_has_no_room_for_is_a_card() {
    let all = read(Format::Gift, "Join {=bowline -> loop =reef -> bend}\n");
    assert!(
        matches!(&all.banks[0].cards[0].face, Face::Basic { back, .. } if back.as_str() == "bowline → loop\\\nreef → bend")
    );
    assert!(told(&all).contains("matching has three to nine pairs here, and it has 2: kept as a card"));
}

#[test]
fn a_slash_in_a_category_is_doubled() {
    let all = read(Format::Gift, "$CATEGORY: $course$/top/Ropes/And//Or\n\nIs it? {T}\n");
    assert_eq!(all.banks[0].title.as_ref().unwrap().as_str(), "Ropes/And/Or");
}

#[test]
fn true_and_false_are_written_in_many_ways() {
    for (gift, is) in [("So? {T}", true), ("So? { true }", true), ("So?{F#No.#Yes.}", false), ("So? {FALSE}", false)] {
        assert_eq!(one(gift), Ask::TrueFalse(is), "{gift}");
    }
}

#[test]
fn options_beyond_ten_are_cut_and_said() {
    let wrong: String = (0..12).map(|n| format!("~wrong {n} ")).collect();
    let all = read(Format::Gift, &format!("Which? {{{wrong}=right}}\n"));
    assert!(matches!(&all.banks[0].questions[0].ask, Ask::Choice(o) if o.len() == 10 && o[9].is_right()));
    assert!(told(&all).contains("3 of its wrong options are left out"));
}

#[test]
fn lines_and_formats_are_as_they_are_said() {
    let stem = |gift: &str| read(Format::Gift, gift).banks[0].questions[0].stem.to_string();
    assert_eq!(stem("[moodle]One\\ntwo {T}"), "One\\\ntwo");
    assert_eq!(stem("[plain]Is <b> so? {T}"), "Is <b> so?");
    assert_eq!(stem("[markdown]Is *this* so? {T}"), "Is *this* so?");
    assert_eq!(stem("[html]<p>Is\nthis</p> {T}"), "Is this");
}
