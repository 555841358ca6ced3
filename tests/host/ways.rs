//! Every way to play, on devices.

use serde_json::{Value, json};
use tempfile::TempDir;

use super::room::{Device, Host, report, some_answer};

/// A host in a way to play, with two people.
fn pair(data: &TempDir, more: &[&str]) -> (Host, Device, Device) {
    let host = Host::start(data.path(), &[&["--timer", "0"], more].concat());
    let (ana, ben) = (Device::join(&host, "Ana"), Device::join(&host, "Ben"));
    (host, ana, ben)
}

#[test]
fn a_class_argues_and_votes_again() {
    let data = TempDir::new().unwrap();
    let (mut host, mut ana, mut ben) = pair(&data, &["--mode", "argue", "-n", "1"]);
    host.types("");
    host.types("");
    let first = ana.is_asked();
    ana.answers(&first, &json!(0));
    let asked = ben.is_asked();
    ben.answers(&asked, &json!(1));
    host.says("Argue");
    host.types("");
    let second = ana.is_asked();
    assert!(second["q"].as_u64() > first["q"].as_u64() && second["answered"].is_null());
    ana.answers(&second, &json!(1));
    let asked = ben.is_asked();
    ben.answers(&asked, &json!(1));
    host.says("Counted.");
    host.types("");
    assert_eq!(ana.gets("result")["verdict"], "vote");
    host.types("end");
    ana.gets("end");
    let votes = report(data.path())["questions"][0]["pupils"].clone();
    assert_eq!(votes.as_array().map(Vec::len), Some(2), "{votes}");
}

#[test]
fn teams_answer_in_turn_and_the_others_watch() {
    let data = TempDir::new().unwrap();
    let (mut host, mut ana, mut ben) = pair(&data, &["--mode", "turns", "-n", "1"]);
    host.types("");
    host.types("");
    let question = ana.is_asked();
    let watched = ben.gets("question");
    assert_eq!(watched["may"], "watch");
    ana.answers(&question, &some_answer(&question, 1));
    host.types("show");
    ben.gets("result");
}

#[test]
fn who_presses_first_has_the_floor() {
    let data = TempDir::new().unwrap();
    let (mut host, mut ana, mut ben) = pair(&data, &["--mode", "buzzer", "-n", "1"]);
    host.types("");
    host.types("");
    let pressed = |device: &mut Device| loop {
        let question = device.gets("question");
        if question["may"] == "buzz" {
            return question;
        }
    };
    let question = pressed(&mut ben);
    pressed(&mut ana);
    ben.sends(&json!({"t": "buzz", "q": question["q"]}));
    host.says("has the floor");
    let mine = ben.is_asked();
    assert_eq!(ana.gets("question")["may"], "watch");
    ben.answers(&mine, &some_answer(&mine, 0));
}

#[test]
fn a_scenario_goes_where_most_choose() {
    let data = TempDir::new().unwrap();
    let (mut host, mut ana, mut ben) = pair_of_scenario(&data);
    host.types("");
    let scene = ana.is_asked();
    ana.answers(&scene, &json!(1));
    let asked = ben.is_asked();
    ben.answers(&asked, &json!(1));
    host.types("");
    host.says("The class chose B");
}

fn pair_of_scenario(data: &TempDir) -> (Host, Device, Device) {
    let host = Host::start_built_in(data.path(), &["--mode", "scenario"]);
    let (ana, ben) = (Device::join(&host, "Ana"), Device::join(&host, "Ben"));
    (host, ana, ben)
}

#[test]
fn who_comes_late_counts_from_the_question_they_came_to() {
    let data = TempDir::new().unwrap();
    let (mut host, mut ana, mut ben) = pair(&data, &["-n", "2", "--round", "0"]);
    host.types("");
    host.types("");
    for device in [&mut ana, &mut ben] {
        let question = device.is_asked();
        device.answers(&question, &some_answer(&question, 0));
    }
    host.says("Closed.");
    host.types("");
    ana.gets("result");
    let _late = Device::join(&host, "Cem");
    host.types("end");
    ana.gets("end");
    let people = report(data.path())["people"].clone();
    let asked = |n: usize| people[n]["asked"].clone();
    assert_eq!([asked(0), asked(2)], [Value::from(1), Value::from(0)]);
}

#[test]
fn when_nobody_types_any_more_the_drill_goes_on() {
    let data = TempDir::new().unwrap();
    let (mut host, mut ana, mut ben) = pair(&data, &["-n", "1"]);
    host.types("");
    host.types("");
    let question = ana.is_asked();
    host.hangs_up();
    host.says("goes on by itself");
    ana.answers(&question, &some_answer(&question, 0));
    let asked = ben.is_asked();
    ben.answers(&asked, &some_answer(&asked, 1));
    ana.gets("result");
}
