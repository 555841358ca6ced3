//! `Cargo.lock` held to `deny.toml`: no crate that is banned, none from elsewhere than crates.io, and of what is linked
//! every licence allowed.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

fn read(file: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

/// What stands in quotation marks in the list `key` of `deny.toml`.
fn listed(key: &str) -> BTreeSet<String> {
    let deny = read("deny.toml");
    let list = deny.lines().find_map(|line| line.strip_prefix(key)?.trim().strip_prefix("= [")).expect("a list");
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The values of `key` in `Cargo.lock`.
fn locked(key: &str) -> Vec<String> {
    let lock = read("Cargo.lock");
    let value =
        |line: &str| Some(line.strip_prefix(key)?.trim().strip_prefix("= \"")?.trim_end_matches('"').to_owned());
    lock.lines().filter_map(value).collect()
}

#[test]
fn no_crate_is_banned() {
    let names = locked("name");
    assert!(names.len() > 100, "{} crates", names.len());
    let banned = listed("deny");
    assert_eq!(names.iter().filter(|name| banned.contains(*name)).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn every_crate_comes_from_the_registry() {
    let elsewhere: Vec<String> =
        locked("source").into_iter().filter(|s| s != "registry+https://github.com/rust-lang/crates.io-index").collect();
    assert_eq!(elsewhere, Vec::<String>::new());
}

/// Whether an SPDX expression can be met with `allowed` licences. `/` is the old way to write `OR`.
fn is_met(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let (met, rest) = any(&words, allowed);
    assert!(rest.is_empty(), "{expression} is no expression that is understood here");
    met
}

fn any<'a>(words: &'a [&'a str], allowed: &BTreeSet<String>) -> (bool, &'a [&'a str]) {
    let (mut met, mut rest) = all(words, allowed);
    while let ["OR", more @ ..] = rest {
        let (also, after) = all(more, allowed);
        (met, rest) = (met | also, after);
    }
    (met, rest)
}

fn all<'a>(words: &'a [&'a str], allowed: &BTreeSet<String>) -> (bool, &'a [&'a str]) {
    let (mut met, mut rest) = one(words, allowed);
    while let ["AND", more @ ..] = rest {
        let (also, after) = one(more, allowed);
        (met, rest) = (met & also, after);
    }
    (met, rest)
}

fn one<'a>(words: &'a [&'a str], allowed: &BTreeSet<String>) -> (bool, &'a [&'a str]) {
    match words {
        ["(", inside @ ..] => {
            let (met, rest) = any(inside, allowed);
            (met, rest.strip_prefix(&[")"]).unwrap_or(rest))
        }
        [licence, "WITH", exception, rest @ ..] => (allowed.contains(&format!("{licence} WITH {exception}")), rest),
        [licence, rest @ ..] => (allowed.contains(*licence), rest),
        [] => (false, &[]),
    }
}

#[test]
fn expressions_are_read() {
    let allowed: BTreeSet<String> = ["MIT", "Zlib", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned).into();
    for (expression, met) in [
        ("MIT", true),
        ("Apache-2.0/MIT", true),
        ("GPL-3.0", false),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", false),
        ("(GPL-2.0 OR MIT) AND Zlib", true),
        ("Apache-2.0 WITH LLVM-exception OR GPL-2.0", true),
        ("Apache-2.0", false),
    ] {
        assert_eq!(is_met(expression, &allowed), met, "{expression}");
    }
}

#[test]
fn every_licence_that_is_linked_is_allowed() {
    let tree = ["tree", "--offline", "--locked", "--edges", "normal,build", "--prefix", "none", "--format", "{p}\t{l}"];
    let said = Command::new(env!("CARGO")).current_dir(env!("CARGO_MANIFEST_DIR")).args(tree).output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let said = String::from_utf8(said.stdout).unwrap();
    let crates: BTreeSet<(&str, &str)> = said.lines().filter_map(|line| line.split_once('\t')).collect();
    assert!(crates.len() > 100, "{} crates", crates.len());
    let allowed = listed("allow");
    let refused: Vec<_> =
        crates.iter().filter(|(_, licence)| !is_met(licence.trim_end_matches(" (*)"), &allowed)).collect();
    assert_eq!(refused, Vec::<&(&str, &str)>::new(), "allowed are {allowed:?}");
}
