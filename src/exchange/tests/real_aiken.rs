//! Aiken as people type it.

use super::{read, told};
use crate::course::model::Ask;
use crate::exchange::Format;

/// Each question's options with which is right, such as `one* two`.
fn shown(aiken: &str) -> Vec<String> {
    let shown = |ask: Ask| match ask {
        Ask::TrueFalse(is) => is.to_string(),
        ask => {
            let mark =
                |o: &crate::course::model::Judged| format!("{}{}", o.text(), if o.is_right() { "*" } else { "" });
            ask.options().iter().map(mark).collect::<Vec<_>>().join(" ")
        }
    };
    read(Format::Aiken, aiken).banks.into_iter().flat_map(|b| b.questions).map(|q| shown(q.ask)).collect()
}

#[test]
fn letters_and_line_ends_are_any() {
    assert_eq!(shown("\u{feff}What?\r\n  a) one\r\n  b) two\r\nAnswer: a\r\n"), ["one* two"]);
    assert_eq!(shown("(A) or (B)?\n(A) x\n(B) y\nANSWER: (B)\n"), ["x y*"]);
    assert_eq!(shown("1. So?\nA.x\nB.y\nANSWER:A.\n"), ["x* y"]);
    assert_eq!(shown("Two\nlines?\n\nA. x\n\nB. y\n\nANSWER : B\n"), ["x y*"]);
    assert_eq!(shown("So?\nA) True\nB) False\nANSWER: B\n"), ["false"]);
}

#[test]
fn several_letters_are_several_right() {
    assert_eq!(shown("Which?\nA. x\nB. y\nC. z\nANSWER: A, C\n"), ["x* y z*"]);
    assert_eq!(shown("Which?\nA. x\nB. y\nC. z\nANSWER: B and C\n"), ["x y* z*"]);
}

#[test]
fn a_long_option_goes_on_and_what_is_said_comes() {
    let all = read(
        Format::Aiken,
        "Long?\nA) x\n   more\nB) y\nANSWER: A\nFeedback: Because.\n\nNext?\nA. a\nB. b\nANSWER: B\n",
    );
    let questions = &all.banks[0].questions;
    assert_eq!((questions.len(), questions[0].explain.as_ref().unwrap().as_str()), (2, "Because."));
    assert_eq!(questions[0].ask.options()[0].text().as_str(), "x\\\nmore");
}

#[test]
fn what_is_missing_is_named() {
    for (aiken, why) in [
        ("Twice?\nA) x\nA) y\nANSWER: A\n", "two options have the letter A"),
        ("None?\nANSWER: A\n", "it has no options"),
        ("Empty?\nA)\nB) y\nANSWER: B\n", "it needs two options, and has one"),
        ("Key?\nA) x\nB) y\nANSWER:\n", "behind ANSWER: stands no letter"),
    ] {
        assert!(told(&read(Format::Aiken, aiken)).contains(why), "{aiken}: {}", told(&read(Format::Aiken, aiken)));
    }
}
