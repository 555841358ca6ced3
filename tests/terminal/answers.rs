//! The right answers to the fixture course, read off the screen like a learner would: options are shuffled.

use crate::harness::Terminal;

pub(crate) const ENTER: &str = "\r";
pub(crate) const DOWN: &str = "\x1b[B";
pub(crate) const UP: &str = "\x1b[A";

/// Keys that answer the question on the screen rightly.
pub(crate) fn right(terminal: &Terminal) -> String {
    let screen = terminal.text();
    let says = |stem: &str| screen.contains(stem);
    if says("Who steers a ship") {
        mark(&screen, "A pilot")
    } else if says("Which of these are true") {
        mark(&screen, "She speaks for the port") + &mark(&screen, "She may sign")
    } else if says("may sign for Pellow") {
        "f".into()
    } else if says("Join each person") {
        ["steers", "signs", "files", "rows"].map(|partner| mark(&screen, partner)).concat()
    } else if says("Sort these steps") {
        sort(&screen, &["Talks begin", "A draft is lost", "The ferry sails", "A second ferry sails"])
    } else if says("In which year") {
        "1991".into()
    } else if says("Two retired masters") {
        mark(&screen, "Track Two: unofficial dialogue")
    } else {
        panic!("no known question:\n{screen}")
    }
}

/// The digit or letter in front of `option`.
fn mark(screen: &str, option: &str) -> String {
    let line = screen
        .lines()
        .find(|l| l.trim_end().ends_with(option))
        .unwrap_or_else(|| panic!("no option `{option}`:\n{screen}"));
    let before = line[..line.rfind(option).unwrap()].trim_end();
    before.rsplit(' ').next().unwrap().to_owned()
}

/// Carries each event to its place: the cursor to it, then the digit of the place.
fn sort(screen: &str, events: &[&str]) -> String {
    let at = |event: &str| {
        screen
            .lines()
            .position(|l| l.trim_end().ends_with(event))
            .unwrap_or_else(|| panic!("no event `{event}`:\n{screen}"))
    };
    let mut shown: Vec<&str> = events.to_vec();
    shown.sort_by_key(|e| at(e));
    let (mut keys, mut cursor) = (String::new(), 0);
    for (place, event) in events.iter().enumerate() {
        let now = shown.iter().position(|s| s == event).unwrap();
        let (step, n) = if now >= cursor { (DOWN, now - cursor) } else { (UP, cursor - now) };
        keys += &step.repeat(n);
        keys += &(place + 1).to_string();
        let carried = shown.remove(now);
        shown.insert(place, carried);
        cursor = place;
    }
    keys
}
