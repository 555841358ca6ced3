//! The terminal is asked for its background, only where that is of use, and its answer is no key.

use crate::harness::{Terminal, ninetracks};

const QUESTION: &str = "\x1b]11;?\x1b\\";

fn opened(environment: &[(&str, &str)], arguments: &[&str]) -> (tempfile::TempDir, Terminal) {
    let data = tempfile::tempdir().unwrap();
    let start = ninetracks(data.path()).fixture().with(arguments);
    let mut terminal = environment.iter().fold(start, |start, (name, value)| start.env(name, value)).run();
    terminal.shows("Lessons").shows("help");
    (data, terminal)
}

fn is_asked(environment: &[(&str, &str)], arguments: &[&str]) -> bool {
    let (_data, mut terminal) = opened(environment, arguments);
    terminal.send("\x1b").ends();
    String::from_utf8_lossy(&terminal.written).contains(QUESTION)
}

#[test]
fn the_terminal_is_asked_only_where_the_answer_is_of_use() {
    assert!(is_asked(&[], &[]));
    for (environment, arguments) in [
        (&[][..], &["--theme", "light"][..]),
        (&[("NINETRACKS_THEME", "dark")], &[]),
        (&[("COLORFGBG", "0;15")], &[]),
        (&[("NO_COLOR", "1")], &[]),
        (&[("TERM", "linux")], &[]),
    ] {
        assert!(!is_asked(environment, arguments), "{environment:?} {arguments:?}");
    }
}

#[test]
fn an_answer_that_comes_in_pieces_is_no_key() {
    let (_data, mut terminal) = opened(&[], &[]);
    terminal.send("\x1b]11;rgb:ffff/ff").send("ff/ffff\x1b\\").send("t").shows("Statistics");
    terminal.send("\x1b").shows("Lessons").send("\x1b").ends();
}

#[test]
fn what_looks_like_the_beginning_of_an_answer_is_keys_all_the_same() {
    let (_data, mut terminal) = opened(&[], &[]);
    terminal.send("\x1b]t").shows("Statistics");
    terminal.send("\x1b").shows("Lessons").send("\x1b").ends();
}

#[test]
fn the_wheel_is_reported_only_when_it_is_wanted_and_given_back() {
    let (_data, mut terminal) = opened(&[], &["--set", "mouse_wheel=on"]);
    terminal.send("\x1b[<65;10;10M").send("\x1b").ends();
    let written = String::from_utf8_lossy(&terminal.written).into_owned();
    let (on, off) = (written.find("\x1b[?1000h"), written.rfind("\x1b[?1000l"));
    assert!(on.is_some() && on < off, "{on:?} {off:?}");
    let (_data, mut terminal) = opened(&[], &["--set", "mouse_wheel=on", "--no-mouse"]);
    terminal.send("\x1b").ends();
    assert!(!String::from_utf8_lossy(&terminal.written).contains("\x1b[?1000"));
}
