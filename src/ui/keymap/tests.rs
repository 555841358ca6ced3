//! Which keys can be chosen, and that the table of actions is that of the screens.

use std::path::Path;

use super::*;

fn chosen(keys: &[(&str, &str)]) -> (KeyMap, Vec<String>) {
    let rebound = |keys: &str| ReboundKey { keys: keys.to_owned(), place: None };
    let chosen = keys.iter().map(|(action, keys)| ((*action).to_owned(), rebound(keys))).collect();
    let (map, findings) = KeyMap::new(&chosen);
    (map, findings.into_iter().map(|finding| finding.message).collect())
}

#[test]
fn a_key_that_can_be_used_is_used() {
    let (map, wrong) = chosen(&[("statistics", "x"), ("read on", "Ctrl-f"), ("undo", "F5"), ("cards", "t")]);
    assert_eq!(wrong, [""; 0]);
    assert_eq!((map.shown("statistics", "t"), map.shown("read on", "space")), ("x".to_owned(), "Ctrl-F".to_owned()));
    assert_eq!((map.shown("undo", "u"), map.shown("library", "b")), ("F5".to_owned(), "b".to_owned()));
}

#[test]
fn what_cannot_be_is_said_and_the_usual_key_stays() {
    for (action, key, why) in [
        ("statistics", "c", "`c` for “statistics” is also the key of “cards” on home"),
        ("undo", "/", "also the key of “search” on every screen"),
        ("search", "d", "also the key of “drill” on home"),
        ("undo", "j", "also the key of “down” on every screen"),
        ("statistcs", "x", "Did you mean `statistics`?"),
        ("statistics", "3", "digits pick and count"),
        ("statistics", "Ctrl-c", "ends or suspends"),
        ("statistics", "Ctrl-i", "cannot be told from Tab"),
        ("statistics", "Enter", "is no key: write a letter"),
        ("statistics", "", "is no key"),
    ] {
        let (map, wrong) = chosen(&[(action, key)]);
        assert!(wrong.len() == 1 && wrong[0].contains(why), "{action} {key}: {wrong:?}");
        assert!(map.is_empty(), "{action} {key}");
    }
    let (map, wrong) = chosen(&[("statistics", "x"), ("library", "x")]);
    assert_eq!((map.shown("statistics", "t"), map.shown("library", "b"), wrong.len()), ("x".into(), "b".into(), 1));
}

#[test]
fn keys_can_be_swapped() {
    let (map, wrong) = chosen(&[("statistics", "c"), ("cards", "t")]);
    assert_eq!((wrong.len(), map.shown("cards", "c")), (0, "t".to_owned()));
}

#[test]
fn what_is_shown_can_be_read() {
    for action in ACTIONS {
        assert_eq!(read_key(&key_name(action.key)), Ok(action.key), "{}", action.does);
    }
}

/// Every line of a key table with one letter or sign, but for those of drills.
#[test]
fn the_actions_are_those_of_the_screens() {
    let mut missing = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui/screens")];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() && !name.starts_with("drill") {
                folders.push(path);
            } else if path.is_file() && !name.starts_with("tests") {
                let text = std::fs::read_to_string(&path).unwrap();
                missing.extend(lines_of_tables(&text).into_iter().map(|line| format!("{name}: {line:?}")));
            }
        }
    }
    assert_eq!(missing, [""; 0], "say in ui/keymap/actions.rs on which screen they are");
}

fn lines_of_tables(text: &str) -> Vec<(String, String)> {
    let starts = ["::new(", "::opens("].into_iter().flat_map(|start| text.split(start).skip(1));
    let line = |rest: &str| {
        let mut quoted = rest.trim_start().strip_prefix('"')?.split('"');
        let (key, does) = (quoted.next()?, quoted.nth(1)?);
        let is_comma = rest.trim_start()[key.len() + 2..].starts_with(", \"");
        let chord = read_key(key).ok().filter(|_| is_comma)?;
        let known = ACTIONS.iter().any(|action| action.does == does && action.key == chord);
        (!known).then(|| (key.to_owned(), does.to_owned()))
    };
    starts.filter_map(line).collect()
}
