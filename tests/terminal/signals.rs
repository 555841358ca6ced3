//! Whatever ends or stops the program, the terminal is given back.

use crate::harness::{BINARY, ninetracks, shell, signal};

fn is_given_back_on(name: &str) {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = ninetracks(data.path()).fixture().run();
    terminal.shows("Lessons");
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
    for keys in ["\x1b", "\x03"] {
        let data = tempfile::tempdir().unwrap();
        let mut terminal = ninetracks(data.path()).fixture().run();
        terminal.shows("Lessons").send(keys);
        assert!(terminal.ends().success(), "after {keys:?}");
        assert!(terminal.is_given_back(), "after {keys:?}");
    }
}

/// The shell waits for a line; keys typed earlier would still go to the program that is ending.
fn at_prompt(screen: &vt100::Screen) -> bool {
    !screen.alternate_screen() && screen.contents().trim_end().ends_with("ready>")
}

#[test]
fn ctrl_z_stops_and_fg_brings_the_screen_back() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = shell(home.path()).run();
    terminal.shows("ready>");
    let course = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/course");
    terminal.send(&format!("'{BINARY}' --course '{course}' --data '{}'\r", home.path().display()));
    terminal.shows("Lessons").until("the alternate screen", vt100::Screen::alternate_screen);
    terminal.send("t").shows("Statistics");
    terminal.send("\x1a").until("the shell's prompt", at_prompt).shows("topped");
    assert!(!terminal.screen().hide_cursor() && !terminal.screen().bracketed_paste());
    terminal.send("echo still-$((40+2))\r").shows("still-42");
    terminal.send("fg\r").until("the alternate screen", vt100::Screen::alternate_screen).shows("Statistics");
    assert!(!terminal.text().contains("still-42"), "the screen is drawn anew:\n{}", terminal.text());
    terminal.send("\x1b").shows("Lessons").send("\x1b").until("the shell's prompt", at_prompt);
    terminal.send("echo end-$((1+1))\r").shows("end-2").send("exit\r");
    assert!(terminal.ends().success());
}

#[test]
fn every_signal_that_ends_a_program_gives_the_terminal_back() {
    for name in ["INT", "USR1", "USR2", "ALRM", "VTALRM", "PROF", "XCPU", "XFSZ", "IO", "SYS"] {
        is_given_back_on(name);
    }
}

#[test]
fn a_stop_from_outside_gives_the_terminal_back_and_fg_returns() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = shell(home.path()).run();
    terminal.shows("ready>");
    let course = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/course");
    let id = home.path().join("id");
    terminal.send(&format!(
        "sh -c 'echo $$ > \"{}\"; exec \"{BINARY}\" --course \"{course}\" --data \"{}\"'\r",
        id.display(),
        home.path().display()
    ));
    terminal.shows("Lessons").until("the alternate screen", vt100::Screen::alternate_screen);
    let id: u32 = std::fs::read_to_string(&id).unwrap().trim().parse().unwrap();
    signal(id, "TSTP");
    terminal.until("the shell's prompt", at_prompt).shows("topped");
    assert!(!terminal.screen().hide_cursor() && !terminal.screen().bracketed_paste());
    terminal.send("fg\r").until("the alternate screen", vt100::Screen::alternate_screen).shows("Lessons");
    terminal.send("t").shows("Statistics").send("\x1b").shows("Lessons").send("\x1b");
    terminal.until("the shell's prompt", at_prompt).send("exit\r");
    assert!(terminal.ends().success());
}

/// What cannot be caught stops the program too; the shell changes the terminal meanwhile.
#[test]
fn a_hard_stop_is_mended_on_coming_back() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = shell(home.path()).run();
    terminal.shows("ready>");
    let course = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/course");
    let id = home.path().join("id");
    terminal.send(&format!(
        "sh -c 'echo $$ > \"{}\"; exec \"{BINARY}\" --course \"{course}\" --data \"{}\"'\r",
        id.display(),
        home.path().display()
    ));
    terminal.shows("Lessons");
    let id: u32 = std::fs::read_to_string(&id).unwrap().trim().parse().unwrap();
    signal(id, "STOP");
    terminal.shows("topped").send("echo what-$((40+2))\n").shows("what-42").send("fg\n");
    terminal.shows_no_more("what-42").shows("Lessons");
    terminal.send("t").shows("Statistics").send("Z\x1b").shows("Lessons").send("\x1b");
    terminal.until("the shell's prompt", at_prompt).send("exit\r");
    assert!(terminal.ends().success());
}

#[test]
fn a_signal_that_was_ignored_at_the_start_stays_ignored() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = ninetracks(home.path()).fixture().ignoring("HUP").run();
    terminal.shows("Lessons").signal("HUP").send("t").shows("Statistics");
    assert!(terminal.signal("TERM").ends().signal().is_some());
}
