//! A lesson of thirty, killed twice, and the same undisturbed.

use serde_json::Value;
use tempfile::TempDir;

use super::room::{Device, Host, report, some_answer};

const SEATS: usize = 30;

/// All together, every question of the fixture; killed where half have answered the second question, and after its reveal.
fn lesson(kills: bool) -> Value {
    let data = TempDir::new().unwrap();
    let mut host = Host::start(data.path(), &["--timer", "0", "-n", "7", "--round", "0"]);
    let mut devices: Vec<Device> = (0..SEATS).map(|n| Device::join(&host, &format!("Pupil {n}"))).collect();
    for question in 0..7 {
        host.types("");
        host.types("");
        for n in 0..SEATS {
            if kills && question == 1 && n == SEATS / 2 {
                host = host.killed_and_resumed(data.path());
                devices = devices.into_iter().map(|device| device.back(&host)).collect();
            }
            let asked = devices[n].is_asked();
            devices[n].answers(&asked, &some_answer(&asked, n + question));
        }
        host.says("Closed.");
        host.types("");
        if kills && question == 1 {
            for device in &mut devices {
                device.gets("result");
            }
            host = host.killed_and_resumed(data.path());
            devices = devices.into_iter().map(|device| device.back(&host)).collect();
        }
        for device in &mut devices {
            let result = device.gets("result");
            assert!(result["rows"].as_array().is_some_and(|rows| !rows.is_empty()), "{result}");
        }
    }
    host.types("");
    host.types("");
    let ends: Vec<Value> = devices.iter_mut().map(|device| device.gets("end")).collect();
    assert!(ends.iter().any(|end| end["place"] == 1));
    report(data.path())
}

#[test]
fn a_lesson_killed_twice_gives_the_report_of_an_undisturbed_one() {
    let undisturbed = lesson(false);
    let people = undisturbed["people"].as_array().unwrap();
    assert_eq!((people.len(), &people[3]["answered"]), (SEATS, &Value::from(7)));
    assert_eq!(lesson(true), undisturbed);
}
