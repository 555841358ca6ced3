//! Search: everything in the course, with the line it stands in; slips forgiven, in any script, and no key told.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Instant;

use assert_cmd::Command;
use ninetracks::course::Course;
use predicates::prelude::*;
use tempfile::TempDir;

fn ninetracks(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
    command.env_clear().env("HOME", "/nonexistent").env("LANG", "C.UTF-8").args(args);
    command
}

/// The best hits: `kind title | line`.
fn found(course: &Course, typed: &str) -> Vec<String> {
    let index = course.search();
    let hit = |hit| format!("{} {} | {}", index.entry(hit).kind.name(), index.entry(hit).title, index.line(hit));
    index.find(typed, 9).first.into_iter().map(hit).collect()
}

#[track_caller]
fn first(typed: &str, expected: &str) {
    let course = Course::open(Path::new("tests/fixtures/course")).unwrap();
    let hits = found(&course, typed);
    assert!(hits.first().is_some_and(|hit| hit.contains(expected)), "{typed}: {hits:#?}");
}

#[test]
fn lessons_terms_cards_questions_cases_works_and_people_are_found() {
    first("pilot", "term pilot | A person who knows a channel");
    first("ferry agreed", "lesson How a ferry is agreed | ");
    first("log book", "section A doubtful date | The log book says 1991");
    first("pilot's port", "card the pilot's port | Pellow");
    first("may sign for Pellow", "question The pilot may sign for Pellow.");
    first("keel", "Keel");
}

#[test]
fn the_people_of_the_built_in_course_lead_to_their_works() {
    let course = Course::builtin().unwrap();
    assert!(
        found(&course, "kelman herbert").iter().any(|hit| hit.starts_with("person Kelman, Herbert C. | Kelman 2015"))
    );
    assert!(found(&course, "river").iter().any(|hit| hit.starts_with("section ")), "the running example of lesson 1");
}

#[test]
fn slips_are_forgiven_and_accents_and_case_do_not_matter() {
    first("PILOTT", "term pilot");
    first("harbor mastre", "arbour master");
    first("férry AGREED", "lesson How a ferry is agreed");
    let course = Course::builtin().unwrap();
    for typed in ["montvile", "back chanel"] {
        assert!(!found(&course, typed).is_empty(), "{typed}");
    }
}

/// Of each question, only its stem can be found: not what is right, nor why.
#[test]
fn no_key_is_told() {
    let course = Course::builtin().unwrap();
    let index = course.search();
    for hit in index.find("the", usize::MAX).first {
        let entry = index.entry(hit);
        if entry.kind.name() == "question" {
            assert_eq!(index.line(hit), entry.title);
        }
    }
}

/// A course in scripts other than Latin, one question of it in reserve.
fn foreign() -> TempDir {
    let dir = TempDir::new().unwrap();
    for folder in ["assets", "quizzes"] {
        fs::create_dir_all(dir.path().join(folder)).unwrap();
    }
    let about = r#"About(id: "c", title: "C", version: "1", language: "ru", licence: "none", standard: Plain)"#;
    fs::write(dir.path().join("assets/course.ron"), about).unwrap();
    let bank = r#"Bank(lesson: "l", cards: [
            Card(id: "c1", face: Basic(front: "公共外交是什么？", back: "面向公众的外交。")),
            Card(id: "c2", face: Basic(front: "Народная дипломатия", back: "Встречи граждан.")),
            Card(id: "c3", face: Basic(front: "כלכלה", back: "שָׁלוֹם")),
        ], questions: [Question(id: "q", stem: "Stone is secret.", ask: TrueFalse(true), reserve: true)])"#;
    fs::write(dir.path().join("quizzes/1.ron"), bank).unwrap();
    dir
}

#[test]
fn any_script_is_searched() {
    let dir = foreign();
    let course = Course::open(dir.path()).unwrap();
    for (typed, n, hit) in
        [("外交", 1, "公共外交是什么"), ("ДИПЛОМАТ", 1, "Народная"), ("диплматия", 1, "Народная"), ("שלום", 1, "שָׁלוֹם")]
    {
        let hits = found(&course, typed);
        assert!(hits.len() == n && hits[0].contains(hit), "{typed}: {hits:?}");
    }
    assert_eq!(found(&course, "日本"), [""; 0]);
    assert_eq!(found(&course, "secret"), [""; 0], "kept for the placement test");
}

#[test]
fn hits_are_lines_or_one_array() {
    ninetracks(&["--course", "tests/fixtures/course", "search", "pilot"])
        .assert()
        .success()
        .stdout(predicate::str::starts_with("term: pilot (lesson 1)\n  A person who knows a channel"));
    let json = ninetracks(&["--course", "tests/fixtures/course", "search", "may", "sign", "--json"]).assert().success();
    let hits: Vec<serde_json::Value> = serde_json::from_slice(&json.get_output().stdout).unwrap();
    assert!(
        !hits.is_empty()
            && hits.iter().all(|hit| ["kind", "id", "title", "line"].iter().all(|key| hit[key].is_string()))
    );
    ninetracks(&["search", "xyzzyx", "--json"]).assert().success().stdout("[]\n");
    ninetracks(&["search", "xyzzyx"]).assert().success().stdout("").stderr(predicate::str::contains("Nothing"));
    ninetracks(&["search"]).assert().code(2);
}

fn screen(keys: &str) -> String {
    let data = TempDir::new().unwrap();
    let mut command = ninetracks(&["--course", "tests/fixtures/course", "--print", "--size", "80x24", "--seed", "7"]);
    command.arg("--data").arg(data.path()).args(["--keys", keys]);
    String::from_utf8(command.assert().success().get_output().stdout.clone()).unwrap()
}

#[test]
fn a_hit_is_gone_to_and_esc_comes_back_to_the_list() {
    let list = screen("/pilot<down><down>");
    assert!(list.contains("/ pilot") && list.contains("found"), "{list}");
    assert_ne!(screen("/pilot<down><down><enter>"), list);
    assert_eq!(screen("/pilot<down><down><enter><esc>"), list);
}

#[test]
fn search_is_a_key_away_wherever_nothing_is_typed() {
    for at in ["", "1<enter>", "b", "t", "c", "s", "d", "Q", "w"] {
        assert!(screen(&format!("{at}/pilot")).contains("/ pilot"), "{at}");
    }
    assert!(screen("Q<down><right><enter>/").contains("Search is off until you have handed in."));
}

/// How long a keystroke takes: run with `--release --ignored --nocapture`.
#[test]
#[ignore = "a measure, not a test: it says how long a keystroke takes"]
fn a_keystroke_in_a_course_of_100_000_cards() {
    let dir = foreign();
    let words =
        ["harbour", "channel", "treaty", "island", "mediator", "border", "river", "council", "envoy", "workshop"];
    for bank in 0..100 {
        let mut cards = String::new();
        for card in 0..1000 {
            let n = bank * 1000 + card;
            let [a, b, c] = [n % 10, n / 10 % 10, n / 100 % 10].map(|at| words[at]);
            let _ = write!(
                cards,
                r#"Card(id: "k{n}", face: Basic(front: "Which {a} of number {n} met the {b}?", back: "The {c} of place{n}.")),"#
            );
        }
        fs::write(
            dir.path().join(format!("quizzes/b{bank}.ron")),
            format!(r#"Bank(lesson: "b{bank}", cards: [{cards}])"#),
        )
        .unwrap();
    }
    for (name, course) in
        [("built-in", Course::builtin().unwrap()), ("100,000 cards", Course::open(dir.path()).unwrap())]
    {
        let since = Instant::now();
        let _ = course.search();
        println!("{name}: words gathered in {:?}", since.elapsed());
        for typed in ["h", "ha", "harbour", "harbuor", "mediator treaty", "medaitor treaty rivr", "e", "place77"] {
            let since = Instant::now();
            let hits = course.search().find(typed, 200);
            println!("  {typed:<22} {:>9.3?}  {} hits", since.elapsed(), hits.total);
        }
    }
}
