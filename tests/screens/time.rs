//! Screens to which the time comes.

use jiff::SignedDuration;
use ninetracks::study::quiz::PaperSpec;
use ninetracks::ui::app::{Flow, Message};
use ninetracks::ui::effect::Place;

use super::places::exam_spec;
use super::{accepts, app, start};

#[test]
fn home_that_is_left_open_overnight_tells_of_the_new_day() {
    let mut app = app(Place::Home);
    let wake = app.wake_at().expect("home is woken when the day turns");
    assert_eq!(wake.to_string(), "2026-03-11T04:00:00Z");
    assert_eq!(app.handle(Message::Wake, wake), Flow::Continue);
    assert_eq!(app.wake_at().map(|at| at.to_string()).as_deref(), Some("2026-03-12T04:00:00Z"));
}

#[test]
fn an_exam_ends_with_its_time() {
    let mut app = app(Place::Quiz(PaperSpec { limit_s: Some(60), ..exam_spec() }));
    let wake = app.wake_at().expect("a running clock wakes the screen each second");
    assert!(wake > start() && wake <= start() + SignedDuration::from_secs(1), "{wake}");
    assert_eq!(app.handle(Message::Wake, start() + SignedDuration::from_secs(61)), Flow::Continue);
    assert_eq!(app.wake_at(), None, "no clock runs on the results");
    accepts("exam_time_is_up", &app);
}
