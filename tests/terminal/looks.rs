//! What reaches the terminal: sizes, colour, rest, and nothing that a course smuggles in.

use std::path::Path;
use std::time::Duration;

use crate::answers::ENTER;
use crate::harness::{Terminal, ninetracks};

/// Parameters of every `ESC [ … m` in `written`.
fn styles(written: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(written);
    let sequences = text.split("\x1b[").skip(1);
    let ended = sequences
        .filter_map(|s| s.find(|c: char| c.is_ascii_alphabetic()).map(|end| (s[..end].to_owned(), s.as_bytes()[end])));
    ended.filter(|(_, last)| *last == b'm').map(|(parameters, _)| parameters).collect()
}

fn is_colour(parameters: &str) -> bool {
    parameters
        .split(';')
        .filter_map(|p| p.parse::<u32>().ok())
        .any(|p| matches!(p, 30..=38 | 40..=48 | 90..=97 | 100..=107))
}

/// Walks over several screens, a right and a wrong answer among them.
fn walk(terminal: &mut Terminal) {
    terminal
        .shows("Lessons")
        .send("t")
        .shows("Statistics")
        .send("\x1b")
        .shows("Lessons")
        .send("w")
        .shows("example 1")
        .shows("1 Government")
        .send("5")
        .shows("What track 5 does")
        .send("\x1b")
        .shows("Lessons");
    terminal
        .send(ENTER)
        .shows("2 sections")
        .send(" ")
        .shows("Neither")
        .send("\t\r")
        .shows("next link")
        .send("\x1b")
        .shows_no_more("next link")
        .send("n")
        .shows("doubtful")
        .send("\x1b")
        .shows("Lessons");
    terminal
        .send("jj")
        .send(ENTER)
        .shows("1 of ")
        .send("\t")
        .shows("Skipped.")
        .send("\x1b")
        .shows("Lessons")
        .send("?")
        .shows("go to a lesson")
        .send("\x1b")
        .shows_no_more("go to a lesson");
}

#[test]
fn without_colour_no_colour_is_ever_written_and_bold_stays() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = ninetracks(data.path()).fixture().env("NO_COLOR", "1").run();
    walk(&mut terminal);
    assert!(terminal.screen().cell(0, 2).unwrap().bold(), "`ninetracks` in the header is bold");
    terminal.send("\x1b").ends();
    let styles = styles(&terminal.written);
    let coloured: Vec<_> = styles.iter().filter(|s| is_colour(s)).collect();
    assert!(coloured.is_empty(), "colours under NO_COLOR: {coloured:?}");
    assert!(styles.iter().any(|s| s == "1"), "bold stays");
    assert!(styles.iter().any(|s| s == "7"), "the chosen link is reversed");
}

#[test]
fn with_colour_there_is_colour() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = ninetracks(data.path()).fixture().run();
    walk(&mut terminal);
    assert!(styles(&terminal.written).iter().any(|s| is_colour(s)));
    terminal.send("\x1b").ends();
}

#[test]
fn no_colour_beats_a_theme_and_a_theme_beats_the_usual_one() {
    let first_frame = |arguments: &[&str], environment: &[(&str, &str)]| {
        let data = tempfile::tempdir().unwrap();
        let start = ninetracks(data.path()).fixture().with(arguments);
        let mut terminal = environment.iter().fold(start, |s, (name, value)| s.env(name, value)).run();
        terminal.shows("Lessons").shows("help");
        assert!(cell_of(&terminal, "▸").bold(), "the cursor is bold with {arguments:?} {environment:?}");
        terminal.send("\x1b").ends();
        std::mem::take(&mut terminal.written)
    };
    let usual = first_frame(&[], &[]);
    assert!(styles(&usual).iter().any(|s| is_colour(s)));
    assert_ne!(usual, first_frame(&["--theme", "light"], &[]));
    for colourless in [
        first_frame(&["--theme", "none"], &[]),
        first_frame(&["--theme", "light"], &[("NO_COLOR", "1")]),
        first_frame(&[], &[("NINETRACKS_THEME", "contrast"), ("NO_COLOR", "1")]),
    ] {
        assert!(!styles(&colourless).iter().any(|s| is_colour(s)));
    }
}

/// The cell that shows `symbol`.
fn cell_of<'a>(terminal: &'a Terminal, symbol: &str) -> &'a vt100::Cell {
    let (rows, columns) = terminal.screen().size();
    let mut cells = (0..rows.get())
        .flat_map(|r| (0..columns.get()).map(move |c| (r, c)))
        .filter_map(|(r, c)| terminal.screen().cell(r, c));
    cells.find(|cell| cell.contents() == symbol).unwrap_or_else(|| panic!("no `{symbol}`:\n{}", terminal.text()))
}

#[test]
fn sixty_by_eighteen_works_and_less_is_said_in_one_line() {
    for (width, height, works) in [(60, 18, true), (59, 18, false), (60, 17, false)] {
        let data = tempfile::tempdir().unwrap();
        let mut terminal = ninetracks(data.path()).fixture().size(width, height).run();
        terminal.shows(if works { "Lessons" } else { "needs 60 × 18 cells" });
        assert_eq!(terminal.text().contains("Lessons"), works, "{width}x{height}");
        assert!(terminal.send("\x1b").ends().success(), "{width}x{height}");
    }
}

#[test]
fn any_size_at_any_time_is_survived() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = ninetracks(data.path()).fixture().size(1, 1).run();
    assert!(terminal.send("jjjj\x1b").ends().success(), "begun in a window of one cell");
    let mut terminal = ninetracks(data.path()).fixture().run();
    terminal.shows("Lessons").send("j").shows("▸ Review");
    terminal.resize(1, 1).shows("n").shows_no_more("Review");
    terminal.resize(80, 24).shows("▸ Review").shows("help").send("k").shows("▸ Start");
    terminal.send(ENTER).shows("2 sections").send(" ").shows("Neither");
    terminal.resize(2, 2).until("a window too small", |s| !s.contents().contains("Neither"));
    terminal.resize(140, 50).shows("Keel 1995");
    terminal
        .resize(60, 18)
        .until("a smaller screen", |s| s.contents().contains("Neither") && s.contents().contains("§1 of 2\n  ━"));
    terminal.resize(100, 30).shows("Keel 1995").send("\x1b").shows("Lessons").send("\x1b");
    assert!(terminal.ends().success());
    assert!(terminal.is_given_back());
}

#[test]
#[cfg(target_os = "linux")]
fn nothing_happens_while_nothing_happens() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = ninetracks(data.path()).fixture().run();
    for (keys, shown) in [("", "Lessons"), ("1\r", "2 sections"), ("c", "turn the card"), ("\x1b", "2 sections")] {
        terminal.send(keys).shows(shown).shows("help");
        while !terminal.is_silent_for(Duration::from_millis(200)) {}
        let (written, work) = (terminal.written.len(), work(terminal.id));
        assert!(
            terminal.is_silent_for(Duration::from_millis(300)),
            "something was written after `{shown}`: {:?}",
            String::from_utf8_lossy(&terminal.written[written..])
        );
        assert_eq!(work, self::work(terminal.id), "the program woke up at `{shown}`");
    }
    terminal.send("\x1b").shows("Lessons").send("\x1b").ends();
}

/// Times in user and system mode, and for every thread how often it slept and was interrupted.
#[cfg(target_os = "linux")]
fn work(id: u32) -> Vec<String> {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap();
    let after_name = stat.rsplit(") ").next().unwrap().split(' ').skip(11).take(2).map(str::to_owned);
    let threads = std::fs::read_dir(format!("/proc/{id}/task"))
        .unwrap()
        .map(|t| std::fs::read_to_string(t.unwrap().path().join("status")).unwrap());
    let switches = threads.flat_map(|status| {
        status.lines().filter(|l| l.contains("ctxt_switches")).map(str::to_owned).collect::<Vec<_>>()
    });
    after_name.chain(switches).collect()
}

#[test]
fn an_escape_sequence_in_a_course_never_reaches_the_terminal() {
    let (data, course) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    crate::trouble::copy_course(course.path());
    let change = |path: &str, from: &str, to: &str| {
        let path = course.path().join(path);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(from));
        std::fs::write(path, text.replacen(from, to, 1)).unwrap();
    };
    // As RON's escape, as the raw byte, and in a title of a file that can be read otherwise.
    change("lessons/02-drawn.ron", "See each kind", "\\u{1b}[31mSee each \\u{9b}35m kind");
    change("quizzes/02-drawn.ron", "How many crossings", "\x1b[32mHow \x1b]0;owned\x07 many crossings");
    change("assets/cases.ron", "The sound crossing", "The \x1b[33msound\u{202e} crossing");
    let mut terminal = ninetracks(data.path()).course(course.path()).run();
    terminal.shows("Lessons").shows("could not be read").shows("How a ferry is agreed");
    terminal
        .send("!")
        .shows("lessons/02-drawn.ron")
        .shows("U+001B")
        .send("\x1b")
        .shows("Lessons")
        .send(ENTER)
        .shows("sections")
        .send(" ")
        .shows("Neither")
        .send("\x1b")
        .shows("Lessons")
        .send("\x1b");
    assert!(terminal.ends().success());
    is_clean(&terminal.written);

    let checked = std::process::Command::new(crate::harness::BINARY).arg("check").arg(course.path()).output().unwrap();
    assert_eq!(checked.status.code(), Some(1));
    for said in [&checked.stdout, &checked.stderr] {
        assert!(!said.contains(&0x1b) && !said.contains(&0x07), "{}", String::from_utf8_lossy(said));
    }
    for file in ["lessons/02-drawn.ron", "quizzes/02-drawn.ron", "assets/cases.ron"] {
        assert!(String::from_utf8_lossy(&checked.stdout).contains(file), "{file} is not reported");
    }
}

fn is_clean(written: &[u8]) {
    let text = String::from_utf8_lossy(written);
    for smuggled in ["\x1b]0;", "\u{9b}", "\u{202e}", "owned\x07", "\x1b[31mSee", "\x1b[32mHow", "\x1b[33msound"] {
        assert!(!text.contains(smuggled), "{smuggled:?} reached the terminal");
    }
}

#[test]
fn the_built_in_course_opens_without_a_problem() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = ninetracks(data.path()).env("NINETRACKS_THEME", "contrast").size(100, 30).run();
    terminal.shows("Lessons").shows("What is diplomacy").shows("help");
    assert!(!terminal.text().contains("could not be read"), "{}", terminal.text());
    assert!(Path::new(data.path()).join("progress.db").is_file());
    terminal.send("\x1b").ends();
}

/// A terminal without an alternate screen keeps what was on it: every cell must be drawn or cleared.
#[test]
fn nothing_of_the_old_screen_shines_through() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = ninetracks(data.path()).fixture().run();
    terminal.shows("Lessons");
    let text = String::from_utf8_lossy(&terminal.written).into_owned();
    let (cleared, drawn) = (text.find("\x1b[2J"), text.find("Lessons"));
    assert!(cleared.is_some() && cleared < drawn, "the screen is cleared before the first frame");
    let before = terminal.written.len();
    terminal
        .resize(100, 30)
        .until("the width of the new size", |s| s.contents().lines().any(|l| l.trim_end().chars().count() > 82));
    let text = String::from_utf8_lossy(&terminal.written[before..]).into_owned();
    assert!(text.contains("\x1b[J") || text.contains("\x1b[2J"), "and after a change of size: {text:?}");
}

/// Each frame is one synchronised update, so that no terminal shows half of it.
#[test]
fn a_frame_is_one_synchronised_update() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = ninetracks(data.path()).fixture().run();
    terminal.shows("Lessons").send("t").shows("Statistics").send("\x1b").shows("Lessons").send("\x1b").ends();
    let text = String::from_utf8_lossy(&terminal.written).into_owned();
    let (begun, ended) = (text.matches("\x1b[?2026h").count(), text.matches("\x1b[?2026l").count());
    assert!(begun == ended && (3..20).contains(&begun), "{begun} begun, {ended} ended");
}

/// Nobody reads 65535 columns, and a buffer for them would end the program.
#[test]
fn a_terminal_that_claims_an_absurd_size_is_drawn_on_all_the_same() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = ninetracks(data.path()).fixture().size(600, 250).run();
    terminal.shows("Lessons").claims(u16::MAX, u16::MAX).send("t").shows("Statistics").send("\x1b").shows("Lessons");
    assert!(terminal.send("\x1b").ends().success() && terminal.is_given_back());
}

/// A terminal that cannot draw gets lines, and none that draws loses its colours to a variable that says nothing.
#[test]
fn what_the_environment_says_of_the_terminal_is_heeded() {
    for term in ["dumb", ""] {
        let data = tempfile::tempdir().unwrap();
        let mut terminal = ninetracks(data.path()).fixture().with(&["cards", "ferry"]).env("TERM", term).run();
        terminal.shows("Press Enter to turn the card");
        assert!(!terminal.written.contains(&0x1b), "no escape sequence under TERM={term:?}");
    }
    let data = tempfile::tempdir().unwrap();
    let mut terminal = ninetracks(data.path()).fixture().env("NO_COLOR", "").run();
    terminal.shows("Lessons");
    assert!(styles(&terminal.written).iter().any(|s| is_colour(s)), "an empty NO_COLOR changes nothing");
}
