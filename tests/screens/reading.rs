//! Where the learner reads, and what they answered there: the place moves by reading only, and is kept to the page.

use super::{app, dark, fixture, lesson, played, screen_of, section, start, store};
use ninetracks::ui::app::{App, Config};
use ninetracks::ui::effect::Place;
use ninetracks::ui::script;

/// What the screen shows after `keys`, typed at `place`, at 60 columns and 18 rows.
fn shown(place: Place, keys: &str) -> String {
    let app = App::new(fixture(), store(), Config { place, ..dark() }, start(), (60, 18)).unwrap();
    text(&played(app, keys))
}

fn text(app: &App) -> String {
    script::text(&screen_of(script::screen(app, 60, 18)))
}

/// The row of home that says where reading goes on.
fn resumes(keys: &str) -> String {
    let shown = shown(Place::Home, keys);
    shown.lines().find(|line| line.contains("Continue") || line.contains("Start")).unwrap_or_default().to_owned()
}

#[test]
fn looking_something_up_is_no_bookmark() {
    // The second lesson is read up to its second section.
    let read = "2<enter><right><right><esc>";
    let kept = resumes(read);
    assert!(kept.contains("Every figure once"), "{kept}");
    for looked_up in [
        "1<enter><esc>",
        "1<enter><down><down><esc>",
        "1<enter>c<space>o<esc><esc><esc>",
        "1<enter>c<space>on<esc><esc><esc>",
        "1<enter>c<space>oG<left><esc><esc><esc>",
    ] {
        assert_eq!(resumes(&format!("{read}{looked_up}")), kept, "after `{looked_up}`");
    }
    assert_ne!(resumes(&format!("{read}1<enter><right><esc>")), kept, "reading on there moves the place");
}

#[test]
fn a_lesson_opens_again_at_the_page_where_it_was_left() {
    for read in ["<right>", "<right><right>", "<right><space>", "<right><down><down>", "<right><right><right>"] {
        let left = shown(lesson("ferry"), read);
        let body = |screen: &str| screen.lines().skip(2).take(14).collect::<Vec<_>>().join("\n").replace('▸', " ");
        for back in ["<esc><home><enter>", "<esc>1<enter>"] {
            let again = text(&played(
                App::new(fixture(), store(), Config { place: Place::Home, ..dark() }, start(), (60, 18)).unwrap(),
                &format!("1<enter>{read}{back}"),
            ));
            assert_eq!(body(&again), body(&left), "`{read}` and `{back}`");
        }
    }
}

#[test]
fn an_answered_recall_stop_shows_its_answer_when_one_comes_back() {
    let answered = played(app(section("ferry", "doubt")), "<right>1991<enter>");
    let again = played(app(section("ferry", "doubt")), "<right>1991<enter><right><left>");
    assert_eq!(text(&again), text(&answered));
    assert!(text(&played(again, "r")).contains("Type your answer"), "it can be answered again");
}

#[test]
fn the_end_of_a_lesson_counts_its_recall_stops_and_names_the_next() {
    let end = script::text(&screen_of(script::screen(
        &played(app(lesson("ferry")), "<right><right> 2<enter> <right><right> 1991<enter> <right><right>"),
        80,
        24,
    )));
    assert!(end.contains("You answered 2 of its 2 recall stops, 2 of them right."), "{end}");
    assert!(end.contains("n next lesson"), "{end}");
    let next = shown(section("ferry", "doubt"), "nnn");
    assert!(next.contains("Every figure once"), "{next}");
}
