//! Flags for the author, set in lines and listed.

use serde_json::Value;
use tempfile::TempDir;

use super::{RIGHT, ninetracks, quiz};

#[test]
fn what_learners_flag_is_listed_with_its_place_and_no_name() {
    let data = TempDir::new().unwrap();
    let heard = quiz(data.path(), &[], &[RIGHT[0], "! two of them fit", RIGHT[1], RIGHT[2], RIGHT[3], RIGHT[4]]);
    assert!(heard.said.contains("Flagged for the author.") && heard.said.contains("Score: 100 %"), "{}", heard.said);
    ninetracks(data.path(), &["cards", "ferry", "--plain", "--profile", "ana"], &["", "!", "4", "q"]);
    let list = |more: &[&str]| ninetracks(data.path(), &[&["list", "flags"], more].concat(), &[]).said;
    let flags: Value = serde_json::from_str(&list(&["--json"])).unwrap();
    let told = |n: usize, what: &str| flags[n][what].clone();
    assert_eq!((told(0, "kind"), told(0, "id")), ("question".into(), "q-match".into()));
    assert_eq!((told(0, "path"), told(0, "line")), ("quizzes/01-ferry.ron".into(), 17.into()));
    assert_eq!(
        (told(0, "note"), told(1, "kind"), told(1, "note")),
        ("two of them fit".into(), "card".into(), "".into())
    );
    assert!(list(&[]).contains("quizzes/01-ferry.ron:17") && !list(&[]).contains("ana"), "{}", list(&[]));
    let other = ninetracks(data.path(), &["list", "flags", "--plain"], &[]);
    assert!(other.said.contains("q-match, two of them fit."), "{}", other.said);
}

#[test]
fn a_flag_is_set_changed_and_removed_on_the_screen() {
    let data = TempDir::new().unwrap();
    let play = |keys: &str| {
        let words = ["quiz", "ferry", "--length", "1", "--size", "80x24", "--print", "--keys", keys];
        ninetracks(data.path(), &words, &[]).said
    };
    let flags = || ninetracks(data.path(), &["list", "flags", "--json"], &[]).said;
    let form = play("s f which<space>port?");
    assert!(form.contains("What is wrong with it") && form.contains("which port?"), "{form}");
    assert_eq!(flags().trim(), "[]");
    play("s f which<space>port? <enter>");
    assert!(flags().contains("which port?"), "{}", flags());
    play("s f ! <enter>");
    assert!(flags().contains("which port?!"), "{}", flags());
    assert!(play("s f").contains("remove the flag"));
    play("s f <c-x>");
    assert_eq!(flags().trim(), "[]");
}
