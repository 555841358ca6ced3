//! The arrows of `src/lib.rs`, held: `main -> commands -> ui, plain, print -> pages, store -> study -> course`, and
//! the few places that alone may touch a terminal, a file, SQL, the time or chance.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

#[path = "layers/circles.rs"]
mod circles;

use std::path::{Path, PathBuf};

/// Each part of the house and what it may name. `main.rs` and `lib.rs` are not parts.
const MAY_USE: [(&str, &[&str]); 11] = [
    ("cli", &["exchange", "ui", "plain", "print", "store", "study", "course"]),
    ("commands", &["cli", "exchange", "host", "ui", "plain", "print", "pages", "store", "study", "course"]),
    ("ui", &["pages", "store", "study", "course"]),
    ("plain", &["pages", "store", "study", "course"]),
    ("exchange", &["print", "study", "course"]),
    ("host", &["print", "pages", "store", "study", "course"]),
    ("print", &["pages", "study", "course"]),
    ("pages", &["study", "course"]),
    ("store", &["study", "course"]),
    ("study", &["course"]),
    ("course", &[]),
];

/// A test that holds what is typed in against what is printed.
const MAY_ALSO_USE: (&str, &str) = ("src/plain/tests/at_sheets.rs", "print");

/// Words that only the named files and folders may hold.
const ONLY_IN: [(&str, &[&str]); 11] = [
    // The network, which nothing starts but a host.
    ("tokio::", &["src/host"]),
    ("axum::", &["src/host"]),
    ("TcpListener", &["src/host"]),
    // Anki's packages hold a database of another program's.
    ("rusqlite", &["src/store", "src/exchange/anki_package"]),
    ("SELECT ", &["src/store", "src/exchange/anki_package"]),
    ("INSERT INTO", &["src/store", "src/exchange/anki_package"]),
    ("crossterm::terminal", &["src/ui/runner"]),
    ("crossterm::cursor", &["src/ui/runner"]),
    ("CrosstermBackend", &["src/ui/runner"]),
    ("event::read", &["src/ui/runner"]),
    ("signal_hook", &["src/ui/runner"]),
];

/// What a part does without whose time and chance are values, and which reads and draws nothing.
const PURE: &[&str] = &[
    "std::fs",
    "std::io",
    "std::env",
    "std::thread",
    "Zoned::now",
    "Timestamp::now",
    "Instant",
    "SystemTime",
    "TimeZone::system",
    "ratatui",
    "crossterm",
    "println!",
    "rand::rng",
    "thread_rng",
    "from_os_rng",
];

/// Words that a part may not hold at all.
const NEVER_IN: [(&str, &[&str]); 9] = [
    ("src/host", &["ratatui", "crossterm", "println!", "Timestamp::now", "Zoned::now"]),
    ("src/study", PURE),
    ("src/pages", PURE),
    ("src/course", &["Timestamp::now", "Zoned::now", "SystemTime", "ratatui", "crossterm", "println!"]),
    ("src/store", &["ratatui", "crossterm", "println!", "Timestamp::now", "Zoned::now"]),
    ("src/plain", &["ratatui", "crossterm"]),
    // It panics past the year 9999: `ui::runner::now` does not.
    ("src/ui", &["Timestamp::now("]),
    ("src/commands", &["Timestamp::now("]),
    ("src/print", &["ratatui", "crossterm", "std::fs", "std::env", "println!", "Timestamp::now", "Zoned::now"]),
];

#[test]
fn parts_name_only_the_parts_below_them() {
    let wrong: Vec<String> = sources().iter().flat_map(|(path, text)| forbidden_arrows(path, text)).collect();
    assert!(wrong.is_empty(), "forbidden arrows:\n{}", wrong.join("\n"));
}

#[test]
fn every_part_is_known_to_this_test() {
    let lib = std::fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let parts: Vec<&str> = lib.lines().filter_map(|l| l.trim().strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert!(parts.len() >= 6, "no parts found in lib.rs: {parts:?}");
    let unknown: Vec<_> = parts.iter().filter(|p| !MAY_USE.iter().any(|(part, _)| part == *p)).collect();
    assert!(unknown.is_empty(), "say in MAY_USE what these may name: {unknown:?}");
}

#[test]
fn only_one_place_touches_the_terminal_and_only_one_holds_sql() {
    let mut wrong = Vec::new();
    for (word, places) in ONLY_IN {
        let home =
            sources().iter().any(|(path, text)| places.iter().any(|p| path.starts_with(p)) && text.contains(word));
        assert!(home, "`{word}` is not even in {places:?}: mend this test");
        let elsewhere = |path: &str| !places.iter().any(|place| path.starts_with(place));
        wrong.extend(
            sources().iter().filter(|(path, _)| elsewhere(path)).flat_map(|(path, text)| lines_with(path, text, word)),
        );
    }
    assert!(wrong.is_empty(), "not here:\n{}", wrong.join("\n"));
}

#[test]
fn nobody_but_the_runner_draws_on_standard_output_in_ui() {
    let screens: Vec<_> = sources()
        .into_iter()
        .filter(|(path, _)| path.starts_with("src/ui/") && !path.starts_with("src/ui/runner/"))
        .collect();
    assert!(screens.len() > 20);
    let wrong: Vec<String> = screens
        .iter()
        .flat_map(|(path, text)| {
            ["stdout", "stderr", "print!", "println!"].into_iter().flat_map(move |w| lines_with(path, text, w))
        })
        .collect();
    assert!(wrong.is_empty(), "a screen asks, it does not write:\n{}", wrong.join("\n"));
}

#[test]
fn the_rules_are_pure() {
    let mut wrong = Vec::new();
    for (part, words) in NEVER_IN {
        for (path, text) in sources().iter().filter(|(path, _)| path.starts_with(part)) {
            wrong.extend(words.iter().flat_map(|word| lines_with(path, text, word)));
        }
    }
    assert!(wrong.is_empty(), "not here:\n{}", wrong.join("\n"));
}

#[test]
fn main_is_a_table_of_contents() {
    let main = std::fs::read_to_string(root().join("src/main.rs")).unwrap();
    assert!(main.lines().count() < 60, "main.rs has {} lines", main.lines().count());
    assert!(main.contains("ExitCode"), "main returns an ExitCode");
}

#[test]
fn the_scan_finds_what_it_looks_for() {
    let found = |path: &str, text: &str| forbidden_arrows(path, text);
    assert_eq!(found("src/study/time.rs", "\nuse crate::store::Store;"), ["src/study/time.rs:2: study names store"]);
    assert_eq!(
        found("src/store/mod.rs", "use crate::{course::Course, ui::{app, keys}};"),
        ["src/store/mod.rs:1: store names ui"]
    );
    assert_eq!(found("src/ui/app.rs", "let x = crate::plain::run();"), ["src/ui/app.rs:1: ui names plain"]);
    assert_eq!(found("src/plain/mod.rs", "    use super::ui::app;"), ["src/plain/mod.rs:1: plain names ui"]);
    assert_eq!(
        found("src/course/check/shape.rs", "use super::super::super::study::answer;"),
        ["src/course/check/shape.rs:1: course names study"]
    );
    assert_eq!(
        found("src/course/mod.rs", "pub(crate) fn x() { crate::\n    study::y() }"),
        ["src/course/mod.rs:1: course names study"]
    );
    assert!(
        found("src/ui/app.rs", "// crate::plain\nuse crate::ui::keys; use super::keys; use crate::course::Course;")
            .is_empty()
    );
    assert!(found("src/main.rs", "use ninetracks::commands;").is_empty());
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// Every source file by its path from the root, with forward slashes; comments blanked.
fn sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
                found.push((name, without_comments(&std::fs::read_to_string(&path).unwrap())));
            }
        }
    }
    found.sort();
    assert!(found.len() > 60, "only {} source files found", found.len());
    found
}

fn without_comments(text: &str) -> String {
    let code = |line: &str| {
        if line.trim_start().starts_with("//") {
            String::new()
        } else {
            line.split(" // ").next().unwrap_or_default().to_owned()
        }
    };
    text.lines().map(code).collect::<Vec<_>>().join("\n")
}

fn lines_with(path: &str, text: &str, word: &str) -> Vec<String> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| line.contains(word))
        .map(|(n, line)| format!("{path}:{}: {}", n + 1, line.trim()))
        .collect()
}

/// Every mention of a part that the part of `path` may not name.
fn forbidden_arrows(path: &str, text: &str) -> Vec<String> {
    let text = without_comments(text);
    let modules: Vec<&str> =
        path.trim_start_matches("src/").trim_end_matches(".rs").split('/').filter(|m| *m != "mod").collect();
    let Some((part, may)) = MAY_USE.iter().find(|(part, _)| *part == modules[0]) else { return Vec::new() };
    let to_root = format!("{}::", vec!["super"; modules.len()].join("::"));
    let mut mentions = named_after(&text, "crate::");
    mentions.extend(named_after(&text, &to_root));
    mentions.sort_unstable();
    let known = |name: &str| MAY_USE.iter().any(|(part, _)| *part == name);
    let wrong = mentions.into_iter().filter(|(_, name)| known(name) && name != part && !may.contains(&name.as_str()));
    let wrong = wrong.filter(|(_, name)| MAY_ALSO_USE != (path, name));
    wrong.map(|(at, name)| format!("{path}:{}: {part} names {name}", text[..at].matches('\n').count() + 1)).collect()
}

/// The names that follow `prefix`, also those of a group in braces, with their places.
fn named_after(text: &str, prefix: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices(prefix) {
        if text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ':' | '$')) {
            continue;
        }
        let rest = text[at + prefix.len()..].trim_start();
        let group = rest.strip_prefix('{').map(group_names);
        found.extend(group.unwrap_or_else(|| vec![word(rest)]).into_iter().map(|name| (at, name)));
    }
    found
}

/// The first name of each path in `{a::b, c::{d, e}}`, after the opening brace.
fn group_names(rest: &str) -> Vec<String> {
    let (mut depth, mut names, mut fresh) = (1, Vec::new(), true);
    for (i, c) in rest.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => break,
            '}' => depth -= 1,
            ',' if depth == 1 => fresh = true,
            c if fresh && depth == 1 && !c.is_whitespace() => {
                names.push(word(&rest[i..]));
                fresh = false;
            }
            _ => {}
        }
    }
    names
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}
