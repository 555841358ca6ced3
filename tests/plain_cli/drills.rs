//! Drills as lines, from a shell.

use super::*;

const DRILL: [&str; 8] = ["drill", "--plain", "--teams", "2", "--lessons", "ferry", "-n", "1"];

fn one_line(said: &str) -> String {
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn drill(data: &Path, more: &[&str], typed: &[&str]) -> Ended {
    ninetracks(data, &[&DRILL, more].concat(), typed)
}

#[test]
fn a_drill_gives_its_report_as_json_after_its_end() {
    let data = TempDir::new().unwrap();
    let ended =
        drill(data.path(), &["--mode", "class", "--target", "80", "--json"], &["", "", "", "", "", "", "", "", ""]);
    assert_eq!(ended.code, Some(0), "{}", ended.talk);
    let report: Value = serde_json::from_str(&ended.said).unwrap();
    assert_eq!(
        (&report["report"], &report["played"]["mode"], &report["played"]["seed"]),
        (&"drill".into(), &"class_target".into(), &7.into())
    );
    assert_eq!((&report["class"]["target_percent"], &report["played"]["timer_s"]), (&80.into(), &Value::Null));
    assert!(
        ended.talk.contains("Drill: The class against a target."),
        "the talk goes to standard error: {}",
        ended.talk
    );
    let again = ninetracks(data.path(), &["drill", "--plain", "--resume"], &[]);
    assert_eq!(again.code, Some(1), "{}", again.said);
    assert!(again.talk.contains("the last drill is over"), "{}", again.talk);
}

#[test]
fn a_drill_without_input_says_its_first_state_and_can_be_gone_on_with() {
    let data = TempDir::new().unwrap();
    let ended = ninetracks(data.path(), &["drill"], &[]);
    assert_eq!(ended.code, Some(0), "{}", ended.talk);
    assert!(
        ended.said.starts_with("Drill: All together.") && one_line(&ended.said).contains("no clock"),
        "{}",
        ended.said
    );
    let again = ninetracks(data.path(), &["drill", "--resume"], &[]);
    assert_eq!(again.code, Some(0), "{}", again.talk);
    assert!(again.said.contains("after 0 questions") && again.said.contains("Paused."), "{}", again.said);
}

#[test]
fn a_drill_is_set_up_from_its_options() {
    let data = TempDir::new().unwrap();
    let said = |more: &[&str]| one_line(&drill(data.path(), more, &[]).said);
    assert!(said(&["--mode", "buzzer"]).contains("1. Team 1, key q"));
    assert!(said(&["--points", "3"]).contains("1 question, no clock, 3 points each."));
    assert!(said(&["--timer", "20"]).contains("20 seconds each") && said(&["--timer", "0"]).contains("no clock"));
    let scenario = ninetracks(data.path(), &["drill", "--plain", "--mode", "scenario"], &[]);
    assert!(scenario.talk.contains("this course has no scenarios"), "{}{}", scenario.said, scenario.talk);
}

#[test]
fn options_that_contradict_each_other_are_misuse() {
    let data = TempDir::new().unwrap();
    for options in [
        &["--target", "50", "--mode", "buzzer"][..],
        &["--scenario", "1", "--mode", "turns"],
        &["--mode", "scenario", "--points", "2"],
        &["--resume", "--points", "2"],
        &["--target", "0"],
    ] {
        let ended = ninetracks(data.path(), &[&["drill", "--plain"], options].concat(), &[]);
        assert_eq!(ended.code, Some(2), "{options:?}: {}{}", ended.said, ended.talk);
    }
}
