//! `list`: lines and JSON.

use super::*;

#[test]
fn every_kind_is_listed_as_one_array_of_objects_with_ids() {
    for (kind, least) in [
        ("lessons", LESSONS),
        ("terms", 60),
        ("cards", 190),
        ("questions", 220),
        ("scenarios", 3),
        ("cases", 10),
        ("references", 30),
    ] {
        let listed = json(ninetracks().args(["list", kind, "--json"]));
        let entries = listed.as_array().unwrap_or_else(|| panic!("{kind}: no array"));
        assert!(entries.len() >= least, "{kind}: {}", entries.len());
        let ids: Vec<&str> =
            entries.iter().map(|e| e["id"].as_str().unwrap_or_else(|| panic!("{kind}: no id in {e}"))).collect();
        let unique: std::collections::HashSet<&&str> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "{kind}: an id twice");
        let lines = ninetracks().args(["list", kind]).output().unwrap();
        assert_eq!(
            String::from_utf8(lines.stdout).unwrap().lines().count(),
            entries.len(),
            "{kind}: one line each, talk on standard error"
        );
        assert!(!lines.stderr.is_empty());
    }
}

#[test]
fn lessons_are_listed_by_default_and_the_fixture_in_its_order() {
    assert_eq!(json(ninetracks().args(["list", "--json"])), json(ninetracks().args(["list", "lessons", "--json"])));
    let listed = json(ninetracks().args(["--course", &fixture(), "list", "--json"]));
    assert_eq!(
        (&listed[0]["id"], &listed[1]["id"], &listed[1]["number"]),
        (&"ferry".into(), &"drawn".into(), &2.into())
    );
    assert_eq!((&listed[0]["questions"], &listed[0]["card_units"]), (&7.into(), &5.into()));
    let kinds: Vec<Value> =
        json(ninetracks().args(["--course", &fixture(), "list", "questions", "--json"])).as_array().unwrap()[..7]
            .iter()
            .map(|q| q["kind"].clone())
            .collect();
    assert_eq!(kinds, ["Choice", "Several", "TrueFalse", "Match", "Order", "Typed", "Classify"]);
}

#[test]
fn the_course_can_be_named_in_the_environment() {
    let listed = json(ninetracks().env("NINETRACKS_COURSE", fixture()).args(["list", "--json"]));
    assert_eq!(listed.as_array().map(Vec::len), Some(2));
}

#[test]
fn cards_are_set_aside_and_begun_anew_by_command() {
    let data = TempDir::new().unwrap();
    let run = |words: &[&str]| {
        let mut command = ninetracks();
        command.args(["--course", &fixture(), "--data"]).arg(data.path()).args(words);
        command
    };
    let only = |which: &str| {
        let listed = json(&mut run(&["list", "cards", "--only", which, "--json"]));
        listed.as_array().unwrap().iter().map(|card| card["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let all = only("new");
    run(&["cards", "--suspend", &all[0]])
        .assert()
        .success()
        .stdout(predicate::str::contains("suspended until you resume"));
    run(&["cards", "--bury", &all[1]]).assert().success();
    assert_eq!(only("held"), [all[0].clone(), all[1].clone()]);
    let lines = run(&["list", "cards", "--only", "held"]).output().unwrap().stdout;
    assert!(String::from_utf8(lines).unwrap().contains("suspended"));
    run(&["cards", "--resume", &all[0], &all[1]]).assert().success();
    assert_eq!(only("held"), Vec::<String>::new());
    run(&["cards", "--make-new", &all[0]]).assert().success().stdout(predicate::str::contains("new again"));
    run(&["cards", "--suspend", "nothing"])
        .assert()
        .failure()
        .stderr(predicate::str::contains("there is no card `nothing`."));
    run(&["list", "terms", "--only", "due"])
        .assert()
        .failure()
        .stderr(predicate::str::contains("--only chooses cards"));
}
