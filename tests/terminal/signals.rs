//! Whatever ends or stops the program, the terminal is given back.

use crate::harness::{BINARY, ninetracks, shell};

fn is_given_back_on(name: &str) {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = ninetracks(data.path()).fixture().run();
    terminal.shows("Continue");
    assert!(
        terminal.screen().alternate_screen() && terminal.screen().hide_cursor() && !terminal.is_as_it_was(),
        "the app takes the terminal over"
    );
    let ended = terminal.signal(name).ends();
    assert!(terminal.is_given_back(), "after SIG{name}");
    assert!(ended.signal().is_some(), "ended by the signal, as its sender expects: {ended:?}");
}

#[test]
fn sigterm_gives_the_terminal_back() {
    is_given_back_on("TERM");
}

#[test]
fn sighup_gives_the_terminal_back() {
    is_given_back_on("HUP");
}

#[test]
fn sigquit_gives_the_terminal_back() {
    is_given_back_on("QUIT");
}

#[test]
fn leaving_gives_the_terminal_back() {
    for keys in ["\x1b", "Q", "\x03"] {
        let data = tempfile::tempdir().unwrap();
        let mut terminal = ninetracks(data.path()).fixture().run();
        terminal.shows("Continue").send(keys);
        assert!(terminal.ends().success(), "after {keys:?}");
        assert!(terminal.is_given_back(), "after {keys:?}");
    }
}

#[test]
fn ctrl_z_stops_and_fg_brings_the_screen_back() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = shell(home.path()).run();
    terminal.shows("ready>");
    let course = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/course");
    terminal.send(&format!("'{BINARY}' --course '{course}' --data '{}'\r", home.path().display()));
    terminal.shows("Continue").until("the alternate screen", vt100::Screen::alternate_screen);
    terminal.send("t").shows("Statistics");
    terminal.send("\x1a").until("the shell's screen", |s| !s.alternate_screen()).shows("topped");
    assert!(!terminal.screen().hide_cursor() && !terminal.screen().bracketed_paste());
    terminal.send("echo still-$((40+2))\r").shows("still-42");
    terminal.send("fg\r").until("the alternate screen", vt100::Screen::alternate_screen).shows("Statistics");
    assert!(!terminal.text().contains("still-42"), "the screen is drawn anew:\n{}", terminal.text());
    terminal.send("\x1b").shows("Continue").send("\x1b").until("the shell's screen", |s| !s.alternate_screen());
    terminal.send("echo end-$((1+1))\r").shows("end-2").send("exit\r");
    assert!(terminal.ends().success());
}
