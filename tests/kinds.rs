//! The kinds of question are named where they are written and where they become items; media know the five forms.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The kinds in which authors write questions, and the enums that name them.
const KINDS: [&str; 7] = ["Choice", "Several", "TrueFalse", "Match", "Order", "Typed", "Classify"];
const KIND_ENUMS: [&str; 2] = ["Ask", "Kind"];
/// The names of forms, whatever says them: what is asked, answered, told.
const FORMS: [&[&str]; 3] = [
    &["PickOne", "PickMany", "Join", "Sort", "Type"],
    &["Picked", "Marked", "Joined", "Sorted", "Typed"],
    &["Options", "Pairs", "Sorted", "Typed"],
];
const FORM_ENUMS: [&str; 4] = ["Form", "Task", "Response", "Rows"];
/// Where kinds may be named: what is written, read and checked, and what makes items of it.
const AT_HOME: [&str; 6] = [
    "src/course/model/",
    "src/course/read",
    "src/course/markdown_file/",
    "src/course/check/",
    "src/study/item/",
    "src/exchange/",
];
/// What shows questions, or takes them and their answers from one device to another.
const MEDIA: [&str; 8] = [
    "src/ui/question/",
    "src/ui/wall/",
    "src/ui/screens/",
    "src/plain/",
    "src/print/",
    "src/host/",
    "src/study/homework/",
    "src/study/live/",
];

#[test]
fn no_function_elsewhere_names_three_kinds() {
    let wrong: Vec<String> = functions()
        .filter(|f| !AT_HOME.iter().any(|home| f.path.starts_with(home)))
        .filter(|f| f.names(&KIND_ENUMS, &KINDS) > 2)
        .map(|f| f.to_string())
        .collect();
    assert!(wrong.is_empty(), "let them work on the form of an item:\n{}", wrong.join("\n"));
}

#[test]
fn kinds_are_named_in_few_functions() {
    let all: Vec<String> = functions()
        .filter(|f| f.names(&["Ask", "Kind", "Self"], &KINDS) > 2 && f.path != "src/study/item/response.rs")
        // A writer says of each kind what its format makes of it: one function a format.
        .filter(|f| !["src/exchange/", "src/course/markdown_file/"].iter().any(|of| f.path.starts_with(of)))
        .map(|f| f.to_string())
        .collect();
    assert!((4..=14).contains(&all.len()), "{} functions:\n{}", all.len(), all.join("\n"));
}

#[test]
fn a_medium_tells_the_forms_apart_in_four_places_at_most() {
    for medium in MEDIA {
        let places: Vec<String> =
            functions().filter(|f| f.path.starts_with(medium) && f.is_by_form()).map(|f| f.to_string()).collect();
        assert!(places.len() <= 4, "{medium}:\n{}", places.join("\n"));
    }
    let elsewhere =
        |f: &Function| !f.path.starts_with("src/study/item/") && !MEDIA.iter().any(|m| f.path.starts_with(m));
    let wrong: Vec<String> = functions().filter(|f| elsewhere(f) && f.is_by_form()).map(|f| f.to_string()).collect();
    assert!(wrong.is_empty(), "only media and items know the forms:\n{}", wrong.join("\n"));
}

#[test]
fn no_match_on_kinds_or_forms_has_an_arm_for_all_others() {
    let enums = [&KIND_ENUMS[..], &FORM_ENUMS[..]].concat();
    let wrong: Vec<String> = functions()
        .flat_map(|f| {
            let (path, name) = (f.path.clone(), f.name.clone());
            matches(&f.body)
                .into_iter()
                .filter(|arms| {
                    let names = [&KINDS[..], FORMS[0], FORMS[1], FORMS[2]].concat();
                    let on = |e: &&str| {
                        let said = |arm: &String| names.iter().any(|name| says(arm, &format!("{e}::{name}")));
                        arms.iter().any(|arm| !arm.starts_with('(') && said(arm))
                    };
                    enums.iter().any(&on) && arms.iter().any(|arm| arm == "_")
                })
                .map(move |_| format!("{path}: {name}"))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(wrong.is_empty(), "name what is meant, so that a new one is not forgotten:\n{}", wrong.join("\n"));
}

#[test]
fn the_scan_finds_what_it_looks_for() {
    let found = |code: &str| {
        functions_of("src/x.rs", code).into_iter().map(|f| f.names(&KIND_ENUMS, &KINDS)).collect::<Vec<_>>()
    };
    assert_eq!(
        found("fn a() { Ask::Choice; Kind::Order } fn b() { \"{\"; Ask::Match; Ask::Order; Ask::Typed }"),
        [2, 3]
    );
    assert_eq!(found("fn a(x: [u8; 2]) -> u8;\nfn b() { Kind::Match }"), [1]);
    let arms = matches("match x { Ask::Choice(a) | Ask::Several(a) => { a }, Ask::Order(_) if b => c, _ => d }");
    assert_eq!(arms, [["Ask::Choice(a) | Ask::Several(a)", "Ask::Order(_) if b", "_"]]);
}

/// A function of the sources; those of tests are left out.
struct Function {
    path: String,
    name: String,
    body: String,
}

impl std::fmt::Display for Function {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.path, self.name)
    }
}

impl Function {
    /// How many of `names` it says behind one of `enums`.
    fn names(&self, enums: &[&str], names: &[&str]) -> usize {
        let said = |name: &&&str| enums.iter().any(|e| says(&self.body, &format!("{e}::{name}")));
        names.iter().filter(said).collect::<BTreeSet<_>>().len()
    }

    fn is_by_form(&self) -> bool {
        FORMS.iter().any(|names| self.names(&FORM_ENUMS, names) > 2)
    }
}

/// Whether `path` stands in `body` as a whole.
fn says(body: &str, path: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    body.match_indices(path).any(|(at, _)| !body[..at].ends_with(part) && !body[at + path.len()..].starts_with(part))
}

fn functions() -> impl Iterator<Item = Function> {
    sources().into_iter().flat_map(|(path, text)| functions_of(&path, &text))
}

fn functions_of(path: &str, text: &str) -> Vec<Function> {
    let text = without_words(text);
    let mut found = Vec::new();
    for (at, _) in
        text.match_indices("fn ").filter(|&(at, _)| !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
    {
        let name: String = text[at + 3..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        let Some(body) = block(&text[at..]) else { continue };
        found.push(Function { path: path.to_owned(), name, body: body.to_owned() });
    }
    found
}

/// The first block in braces, unless a semicolon outside brackets comes first.
fn block(text: &str) -> Option<&str> {
    let mut depth = 0_i32;
    let mut from = None;
    for (at, c) in text.char_indices() {
        match (c, from) {
            ('[' | '(', None) => depth += 1,
            (']' | ')', None) => depth -= 1,
            (';', None) if depth == 0 => return None,
            ('{', None) => (from, depth) = (Some(at), 1),
            ('{', Some(_)) => depth += 1,
            ('}', Some(start)) => {
                depth -= 1;
                if depth == 0 {
                    return Some(&text[start..=at]);
                }
            }
            _ => {}
        }
    }
    None
}

/// The patterns of each match.
fn matches(body: &str) -> Vec<Vec<String>> {
    let starts = body.match_indices("match ").map(|(at, _)| at);
    starts.filter_map(|at| block(&body[at..])).map(patterns).collect()
}

fn patterns(block: &str) -> Vec<String> {
    let inner: Vec<char> = block[1..block.len() - 1].chars().collect();
    let (mut found, mut pattern, mut at) = (Vec::new(), String::new(), 0);
    while at < inner.len() {
        if inner[at..].starts_with(&['=', '>']) {
            found.push(pattern.split_whitespace().collect::<Vec<_>>().join(" "));
            pattern.clear();
            at = after_arm(&inner, at + 2);
        } else {
            pattern.push(inner[at]);
            at += 1;
        }
    }
    found
}

/// Where the next pattern begins.
fn after_arm(inner: &[char], mut at: usize) -> usize {
    while inner.get(at).is_some_and(|c| c.is_whitespace()) {
        at += 1;
    }
    let braced = inner.get(at) == Some(&'{');
    let mut depth = 0;
    while let Some(c) = inner.get(at) {
        match c {
            '{' | '(' | '[' => depth += 1,
            '}' | ')' | ']' => depth -= 1,
            _ => {}
        }
        at += 1;
        if depth == 0 && (*c == ',' || (braced && *c == '}')) {
            break;
        }
    }
    while inner.get(at).is_some_and(|c| c.is_whitespace() || *c == ',') {
        at += 1;
    }
    at
}

/// Comments, texts and characters blanked, tests cut off.
fn without_words(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let lines = text.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
    let (mut kept, mut in_text, mut escaped) = (String::new(), false, false);
    for c in
        lines.collect::<Vec<_>>().join("\n").replace("'{'", "' '").replace("'}'", "' '").replace("'\"'", "' '").chars()
    {
        match c {
            '"' if !escaped => in_text = !in_text,
            _ if !in_text => kept.push(c),
            _ => {}
        }
        escaped = c == '\\' && !escaped;
    }
    kept
}

/// Every source file but tests, by its path from the root.
fn sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            if path.is_dir() && !name.ends_with("/tests") {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs")
                && !name.ends_with("/tests.rs")
                && !name.ends_with("/samples.rs")
                && name != "src/agreement.rs"
            {
                found.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(found.len() > 200, "only {} source files found", found.len());
    found
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}
