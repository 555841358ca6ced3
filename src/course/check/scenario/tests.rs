//! A sound scenario, and one thing wrong with it at a time.

use crate::course::Course;
use crate::course::check::survey::Survey;
use crate::course::files::File;
use crate::course::finding::Finding;
use crate::course::model::Id;

/// Four scenes in a row, three choices each; the meters go up and down by turns.
fn sound() -> String {
    let meter = |id: &str| format!(r#"Meter(id: "{id}", name: "{id}", start: 5, low: "none is left"),"#);
    let meters: String = ["trust", "backing", "standing", "safety"].map(meter).concat();
    let scene = |n: usize| {
        let then = if n == 4 { r#"End("over")"#.to_owned() } else { format!(r#"Scene("s{}")"#, n + 1) };
        let choices: String = (0..3).map(|c| choice(&format!("c{n}{c}"), &then, c)).collect();
        let echo = if n == 3 {
            r#"echoes: [Echo(if_taken: "c10", text: "It comes back.", effects: {"safety": -1})],"#
        } else {
            ""
        };
        format!(
            r#"Scene(id: "s{n}", title: "Scene {n}", text: "What now?", {echo} choices: [{choices}], reading: "See [@E01].")"#
        )
    };
    let scenes = (1..=4).map(scene).collect::<Vec<_>>().join(",\n");
    format!(
        r#"Scenario(id: "case", title: "A case", lesson: "l", minutes: 9, role: "You.", setting: "Here.", meters: [{meters}],
scenes: [{scenes}],
endings: [Ending(id: "over", title: "Over", text: "It is over.")], debrief: ["Well [@E01]."])"#
    )
}

fn choice(id: &str, then: &str, best: usize) -> String {
    let reason = |at: usize| {
        let (points, size) = if at == best { (2, "short") } else { (0, "longer") };
        format!(r#"Reason(text: "a reason of {size} size", points: {points}, why: "so"),"#)
    };
    let reasons: String = (0..3).map(reason).collect();
    format!(
        r#"Choice(id: "{id}", text: "do {id}", cost: "some", outcome: "done", effects: {{"trust": 1, "safety": -1}}, then: {then}, reasons: [{reasons}]),"#
    )
}

/// The sound scenario with a second side: the same scenes under other ids, seen by somebody else.
fn two_sides() -> String {
    let sound = sound();
    let (_, scenes) = sound.split_once("scenes: [").unwrap();
    let (scenes, endings) = scenes.split_once("],\nendings: [").unwrap();
    let (ending, _) = endings.split_once("], debrief").unwrap();
    let other =
        |text: &str| text.replace("\"c", "\"other-c").replace("\"s", "\"other-s").replace("\"over", "\"other-over");
    let side = format!(
        r#"side: "the host", sides: [Side(id: "guest", side: "the guest", role: "You too.", setting: "There.",
scenes: [{}], endings: [{}])], role:"#,
        other(scenes).replace("\"other-safety", "\"safety"),
        other(ending)
    );
    sound.replacen("role:", &side, 1)
}

/// What is found beside what the full standard wants of a case as a whole.
fn check(scenario: &str) -> Vec<Finding> {
    let wanting = |f: &Finding| f.message.ends_with("from one side only") || f.message.contains("no note");
    everything(scenario).into_iter().filter(|f| !wanting(f)).collect()
}

fn everything(scenario: &str) -> Vec<Finding> {
    let course = course(scenario);
    let survey = Survey::of(&course);
    let mut found = super::check(&survey);
    found.extend(super::super::names::check(&survey));
    found
}

fn course(scenario: &str) -> Course {
    let lesson = r#"Lesson(id: "l", title: "T", summary: "S", minutes: 1, objectives: [], sections: [])"#;
    let references = r#"[Reference(id: "E01", short: "A", full: "A")]"#;
    let about = r#"About(id: "c", title: "C", version: "1", language: "en", licence: "L", lessons: ["l"])"#;
    let files = [
        ("assets/course.ron", about),
        ("assets/references.ron", references),
        ("lessons/01-l.ron", lesson),
        ("quizzes/scenarios/case.ron", scenario),
    ];
    let file = |(path, text): (&str, &str)| File::new(path, text.to_owned());
    let course = Course::assemble("a fixture", files.into_iter().map(file).collect(), Vec::new(), None)
        .unwrap_or_else(|e| panic!("{e}"));
    assert!(!course.scenario_outlines().is_empty(), "{:?}", course.problems());
    course
}

/// Replaces the first `old` by `new`, and says what is found and where.
#[track_caller]
fn found(old: &str, new: &str) -> Vec<String> {
    let sound = sound();
    assert!(sound.contains(old), "{old}");
    let found = check(&sound.replacen(old, new, 1));
    assert!(found.iter().all(|f| f.place.line > 0 && f.place.path == "quizzes/scenarios/case.ron"), "{found:?}");
    found.into_iter().map(|f| f.message).collect()
}

#[test]
fn a_sound_scenario_passes() {
    assert_eq!(check(&sound()), []);
}

#[test]
fn a_case_is_played_from_each_of_its_sides() {
    let whole = two_sides();
    assert_eq!(check(&whole), []);
    let course = course(&whole);
    let names: Vec<(&str, &str, &str)> =
        course.scenario_outlines().iter().map(|o| (o.id.as_str(), o.case.as_str(), o.title.as_str())).collect();
    assert_eq!(names, [("case", "case", "A case: the host"), ("guest", "case", "A case: the guest")]);
    let guest = course.scenario(&Id::new("guest").unwrap()).unwrap();
    assert_eq!((guest.meters.len(), guest.debrief.len()), (4, 1), "as on the first side");
    assert_eq!(guest.role.as_str(), "You too.");
}

#[test]
fn a_side_is_checked_like_a_case() {
    let one = |old: &str, new: &str| {
        let found = check(&two_sides().replacen(old, new, 1));
        found.into_iter().map(|f| f.message).collect::<Vec<_>>()
    };
    assert_eq!(one(r#"End("other-over")"#, r#"End("other-nowhere")"#), ["there is no ending `other-nowhere`"]);
    assert!(one(r#""other-c11""#, r#""c11""#)[0].contains("`c11` is used twice"));
    assert!(one(r#"id: "guest""#, r#"id: "case""#)[0].contains("the scenario id `case` is used twice"));
    assert!(one(r#"side: "the host","#, "")[0].contains("the first does not say whose it is"));
}

#[test]
fn the_full_standard_wants_two_sides_and_a_note() {
    let wanted = |scenario: &str| everything(scenario).into_iter().map(|f| f.message).collect::<Vec<_>>();
    let one = "the scenario `case` is played from one side only";
    let without = "the scenario `case` has no note for the teacher";
    assert_eq!(wanted(&sound()), [one, without]);
    assert_eq!(wanted(&two_sides()), [without]);
    assert!(everything(&sound()).iter().all(|f| f.severity == crate::course::finding::Severity::Warning));
}

#[test]
fn a_note_for_the_teacher_is_read_and_checked() {
    let note = r#"note: Note(aim: "See both.", before: ["Read [@E77]."], during: ["Vote."], after: ["Talk."],
        questions: [Ask(ask: "What was lost?", listen_for: "Trust"), Ask(ask: "By whom?")]), debrief:"#;
    let found: Vec<String> = check(&sound().replacen("debrief:", note, 1)).into_iter().map(|f| f.message).collect();
    assert_eq!(found, ["there is no reference `E77`"]);
}

#[test]
fn a_scene_that_no_way_leads_to() {
    let skipped = found(r#"safety": -1}, then: Scene("s2")"#, r#"safety": -1}, then: Scene("s3")"#);
    assert_eq!(skipped, ["the path c10 → c30 → c40 ends here after fewer than four decisions"]);
    let all = sound().replace(r#"then: Scene("s2")"#, r#"then: Scene("s3")"#);
    let messages: Vec<String> = check(&all).into_iter().map(|f| f.message).collect();
    assert!(messages.contains(&"no path leads to `s2`".to_owned()), "{messages:?}");
}

#[test]
fn an_ending_that_no_way_leads_to() {
    let extra = r#"endings: [Ending(id: "other", title: "Other", text: "Elsewhere."),"#;
    assert_eq!(found("endings: [", extra), ["no path leads to `other`"]);
}

#[test]
fn a_way_in_a_circle() {
    let found = found(r#"then: Scene("s3")"#, r#"then: Scene("s1")"#);
    assert_eq!(found, ["the path c10 → c20 comes back to this scene: a path through a scenario must not loop"]);
}

#[test]
fn too_many_decisions() {
    let scene = |n: usize, then: &str| {
        let choices: String = (0..3).map(|c| choice(&format!("c{n}{c}"), then, c)).collect();
        format!(r#"Scene(id: "s{n}", title: "More", text: "And now?", choices: [{choices}], reading: "See [@E01]."),"#)
    };
    let more = format!("{}{}", scene(5, r#"Scene("s6")"#), scene(6, r#"End("over")"#));
    let longer = sound()
        .replace("],\nendings:", &format!(",{more}],\nendings:"))
        .replace(r#"then: End("over")"#, r#"then: Scene("s5")"#);
    let longer = longer.replacen(r#"then: Scene("s6")"#, r#"then: End("over")"#, 1);
    let messages: Vec<String> = check(&longer).into_iter().map(|f| f.message).collect();
    assert!(messages.iter().any(|m| m.contains("has more than five decisions")), "{messages:?}");
}

#[test]
fn a_meter_that_leaves_its_range_on_some_way() {
    let low = found(r#"name: "safety", start: 5"#, r#"name: "safety", start: 4"#);
    assert_eq!(low[0], "the path c10 → c20 → c30 → c40 takes the meter `safety` to -1");
    let by_echo = found(r#"effects: {"safety": -1})]"#, r#"effects: {"safety": -4})]"#);
    assert_eq!(by_echo[0], "the path c10 → c20 takes the meter `safety` to -1");
    let high = found(r#""trust": 1"#, r#""trust": 6"#);
    assert!(high.iter().any(|m| m == "the path c10 takes the meter `trust` to 11"), "{high:?}");
}

#[test]
fn the_meters_are_four_and_start_in_range() {
    assert_eq!(
        found(r#"name: "standing", start: 5"#, r#"name: "standing", start: 11"#)[0],
        "the meter `standing` starts at 11"
    );
    let three = found(r#"Meter(id: "standing", name: "standing", start: 5, low: "none is left"),"#, "");
    assert_eq!(three, ["3 meters: a scenario shows 4"]);
}

#[test]
fn names_lead_somewhere() {
    assert_eq!(found(r#"then: End("over")"#, r#"then: End("nowhere")"#), ["there is no ending `nowhere`"]);
    assert_eq!(found(r#"{"trust": 1"#, r#"{"luck": 1"#), ["there is no meter `luck`"]);
    assert_eq!(found(r#"if_taken: "c10""#, r#"if_taken: "c99""#)[0], "there is no choice `c99`");
    assert_eq!(found(r#"lesson: "l""#, r#"lesson: "m""#), ["there is no lesson `m`"]);
    assert_eq!(found("See [@E01]", "See [@E77]"), ["there is no reference `E77`"]);
}

#[test]
fn an_echo_of_what_comes_later_is_never_heard() {
    assert_eq!(
        found(r#"if_taken: "c10""#, r#"if_taken: "c40""#),
        ["no path that takes `c40` reaches `s3`: this is never shown"]
    );
}

#[test]
fn ids_are_unique() {
    assert!(found(r#"id: "c11""#, r#"id: "c10""#)[0].contains("`c10` is used twice"));
    assert!(found(r#"id: "over""#, r#"id: "s1""#).iter().any(|m| m.contains("`s1` is used twice")));
}

#[test]
fn a_decision_has_three_choices_and_each_costs_something() {
    let free = found(r#"{"trust": 1, "safety": -1}"#, r#"{"trust": 1}"#);
    assert_eq!(free, ["the choice `c10` costs nothing: no meter goes down"]);
    let two = sound().replacen(&choice("c12", r#"Scene("s2")"#, 2), "", 1);
    assert_eq!(check(&two)[0].message, "2 choices: a decision has 3");
}

#[test]
fn one_reason_holds_and_looks_like_the_others() {
    assert_eq!(found("points: 2", "points: 1"), ["0 reasons with 2 points: exactly one reason holds"]);
    assert_eq!(found("points: 0", "points: 2"), ["2 reasons with 2 points: exactly one reason holds"]);
    assert_eq!(found("points: 0", "points: 3"), ["a reason earns 0, 1 or 2 points, not 3"]);
    assert_eq!(
        found("a reason of longer size", "a reason of such a size that it tells"),
        ["its reasons differ in length: 22 to 37 characters"]
    );
    let long = sound().replace("short size", "shorter size");
    assert_eq!(check(&long)[0].message, "the reason that holds is the longest in 12 of 12 choices");
}
