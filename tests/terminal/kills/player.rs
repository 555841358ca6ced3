//! Somebody at work: reads the screen, knows which key comes next, and sees when an answer was taken.

use std::path::Path;

use ninetracks::study::chance::Chance;
use rand::RngExt as _;

use super::log;
use crate::answers::{ENTER, right};
use crate::drill::{card, lobby, resumed, stem};
use crate::harness::{Start, Terminal, ninetracks};

/// What is done in a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Activity {
    Cards,
    Quiz,
    Exam,
    Drill,
    /// Entering sheets of the paper with this seed.
    Paper(u32),
}

/// What a player does next.
pub(super) enum Step {
    /// Keys that answer nothing, and what they lead to.
    Keys(String, fn(&str) -> bool),
    Answer {
        keys: Vec<String>,
        /// As the log tells it.
        what: String,
    },
    /// There is nothing more to answer.
    Done,
}

fn keys(keys: &str, leads_to: fn(&str) -> bool) -> Step {
    Step::Keys(keys.into(), leads_to)
}

/// The end of a frame that is drawn as a whole.
const FRAME_ENDS: &[u8] = b"\x1b[?2026l";

const QUESTIONS: usize = 5;

impl Activity {
    fn start(self, data: &Path) -> Start {
        let start = ninetracks(data).size(100, 40);
        match self {
            Self::Cards => start.with(&["cards", "why-tracks"]),
            Self::Quiz => start.fixture().with(&["quiz", "ferry", "--length", "5"]),
            Self::Exam => start.fixture().with(&["quiz", "ferry", "--length", "5", "--exam"]),
            Self::Drill => start.fixture().with(&["drill"]),
            Self::Paper(seed) => {
                let seed = seed.to_string();
                ninetracks(data).size(100, 40).fixture().with(&["paper", "--enter", "--length", "5"]).seed(&seed)
            }
        }
    }

    /// The program as it starts, not waited for.
    pub(super) fn starts(self, data: &Path) -> Terminal {
        self.start(data).run()
    }

    /// The program where this is gone on with; a quiz is begun anew where there are two.
    pub(super) fn open(self, data: &Path, alone: bool) -> Terminal {
        match self {
            Self::Quiz | Self::Exam if alone && log::is_unfinished(data, QUESTIONS) => {
                let mut terminal = ninetracks(data).size(100, 40).fixture().run();
                terminal.shows("resume the unfinished quiz").send("jj").send(ENTER).shows("· How a ferry");
                terminal
            }
            Self::Drill if log::is_drill_open(data) => {
                let mut terminal = resumed(data);
                terminal.send(ENTER).shows_no_more("Continue");
                terminal
            }
            Self::Drill => lobby(data, "", 5, false),
            Self::Cards | Self::Quiz | Self::Exam | Self::Paper(_) => self.starts(data),
        }
    }

    /// Waits until a whole frame stands, or the program asks for a line.
    pub(super) fn settled(self, terminal: &mut Terminal) {
        while !match self {
            Self::Paper(_) => prompt(&terminal.text()).is_some(),
            Self::Cards | Self::Quiz | Self::Exam | Self::Drill => terminal.written.ends_with(FRAME_ENDS),
        } {
            terminal.more();
        }
    }

    pub(super) fn next(self, terminal: &Terminal, data: &Path, chance: &mut Chance) -> Step {
        let screen = terminal.text();
        let shows = |text: &str| screen.contains(text);
        match self {
            Self::Cards if shows("1 Again") => {
                let at = chance.random_range(0..4_usize);
                let grade = ["Again", "Hard", "Good", "Easy"][at];
                Step::Answer { keys: vec![(at + 1).to_string()], what: format!("card {grade}") }
            }
            Self::Cards if shows("turn the card") => keys(" ", |s| s.contains("1 Again")),
            Self::Cards => Step::Done,
            Self::Quiz if is_judged(&screen) => keys(ENTER, |s| !is_judged(s)),
            Self::Exam if shows("Ready to hand in?") => keys(ENTER, |s| s.contains("Results")),
            Self::Quiz | Self::Exam if shows("Results") => Step::Done,
            Self::Quiz | Self::Exam if chance.random_range(0..4) == 0 => {
                Step::Answer { keys: vec!["\t".into()], what: format!("{} passed", self.name()) }
            }
            Self::Quiz | Self::Exam => {
                Step::Answer { keys: vec![right(terminal), ENTER.into()], what: format!("{} right", self.name()) }
            }
            Self::Drill => drill(&screen, data),
            Self::Paper(seed) => paper(&screen, data, seed),
        }
    }

    /// Whether it goes on on screens, not in lines.
    pub(super) fn has_screens(self) -> bool {
        !matches!(self, Self::Paper(_))
    }

    fn name(self) -> &'static str {
        if self == Self::Exam { "exam" } else { "quiz" }
    }

    /// Whether the screen shows that an answer was taken which was given at `before`.
    pub(super) fn is_taken(self, before: &str, screen: &str) -> bool {
        match self {
            Self::Cards => !screen.contains("1 Again") && screen.contains("Cards"),
            Self::Quiz => is_judged(screen),
            Self::Exam => screen.contains("Ready to hand in?") || number(screen, " of 5") > number(before, " of 5"),
            Self::Drill => number(screen, " of 4 teams") > number(before, " of 4 teams"),
            Self::Paper(_) => prompt(screen).is_some_and(|now| Some(now) != prompt(before)),
        }
    }
}

fn is_judged(screen: &str) -> bool {
    screen.contains("Right.") || screen.contains("Skipped.")
}

/// The number that stands in front of `words`.
fn number(screen: &str, words: &str) -> Option<usize> {
    let before = &screen[..screen.find(words)?];
    before.rsplit(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

fn drill(screen: &str, data: &Path) -> Step {
    let shows = |text: &str| screen.contains(text);
    if shows("The end") || shows("Standings") {
        Step::Done
    } else if shows("the right answer") {
        keys(ENTER, |s| ["0 of 4 teams", "Standings", "The end"].iter().any(|next| s.contains(next)))
    } else if shows("Closed") {
        keys(ENTER, |s| s.contains("the right answer"))
    } else if shows("4 of 4 teams") {
        keys(ENTER, |s| s.contains("the right answer"))
    } else if let Some(team) = number(screen, " of 4 teams") {
        let asked = crate::drill::log(data).setup.questions().unwrap().asked.clone();
        let at = crate::drill::log(data).room().played().len();
        assert!(shows(&stem(&asked[at])), "another question than {at}:\n{screen}");
        Step::Answer { keys: vec![card(&asked[at], team)], what: format!("drill {} {team}", at + 1) }
    } else if shows("0 of 5") {
        keys(ENTER, |s| s.contains("0 of 4 teams"))
    } else {
        Step::Done
    }
}

/// The last line in which something is asked for, without what was typed behind it.
fn prompt(screen: &str) -> Option<String> {
    let last = screen.lines().rfind(|line| !line.trim().is_empty())?;
    let asks = ["Name (", "Version (", "Continue with it?"].into_iter().find(|asks| last.starts_with(asks));
    let is_number = |line: &&str| line.split_once(" (").is_some_and(|(n, _)| n.parse::<u8>().is_ok());
    asks.or_else(|| Some(last).filter(is_number)?.split_once(')').map(|(asked, _)| asked)).map(str::to_owned)
}

fn paper(screen: &str, data: &Path, seed: u32) -> Step {
    let asked = prompt(screen).unwrap();
    let person = log::people(data, seed);
    let is = |screen: &str, asks: &str| prompt(screen).is_some_and(|p| p.starts_with(asks));
    if is(screen, "Name") {
        return Step::Keys(format!("Pupil {}\r", person + 1), |s| prompt(s).is_some_and(|p| p.starts_with("Version")));
    }
    if is(screen, "Version") || is(screen, "Continue") {
        let key = if is(screen, "Version") { "a\r" } else { "y\r" };
        return keys(key, |s| prompt(s).is_some_and(|p| p.starts_with(|c: char| c.is_ascii_digit())));
    }
    let (number, wanted) = asked.split_once(" (").unwrap();
    let (key, how) = match wanted {
        "t or f" => ("t\r", "given"),
        letters if letters.starts_with("a-") => ("a\r", "given"),
        _ => ("\r", "blank"),
    };
    let person = if number == "1" { person + 1 } else { person };
    Step::Answer { keys: vec![key.into()], what: format!("paper {seed} Pupil {person} {number} {how}") }
}
