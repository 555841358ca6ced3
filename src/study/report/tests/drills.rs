use super::super::samples::{argued, class, drill, inputs, report, road, room, room_after};
use super::super::*;
use crate::study::item::tamed;

fn question(report: &DrillReport, number: usize) -> DrillQuestion {
    report.questions.iter().find(|q| q.about.number == number).unwrap().clone()
}

#[test]
fn a_drill_tells_what_was_played_and_how_far() {
    let it = drill();
    assert_eq!(
        (it.played.mode, it.played.outcome, it.played.questions, it.questions.len()),
        (Mode::AllTogether, Outcome::EndedEarly, 7, 6)
    );
    assert_eq!(
        (it.started_in_words.as_str(), it.played.lessons[0].title.as_str()),
        ("20 November 2026, 09:14 UTC", "How a ferry is agreed")
    );
    let tokyo = jiff::tz::TimeZone::fixed(jiff::tz::offset(9));
    assert_eq!(it.told_in(&tokyo).started_in_words, "20 November 2026, 18:14");
}

#[test]
fn teams_are_told_as_the_room_ranks_them() {
    let (it, room) = (drill(), room());
    for (line, standing) in it.teams.iter().zip(room.standings()) {
        let score = line.score.as_ref().unwrap();
        assert_eq!((score.points * 100.0).round().to_string(), standing.points.0.to_string());
        assert_eq!((score.place, score.right, score.asked), (Some(standing.place), standing.right, standing.asked));
    }
    let places: Vec<_> = it.teams.iter().map(|t| t.score.as_ref().and_then(|s| s.place)).collect();
    assert_eq!(places, [Some(1), Some(2), Some(4), Some(2)], "a tie shares its place");
}

#[test]
fn a_late_team_is_measured_by_what_it_was_there_for() {
    let late = &drill().teams[3];
    assert_eq!(
        (late.from_question, late.score.as_ref().map(|s| (s.asked, s.could_earn.to_string()))),
        (Some(3), Some((3, "3".to_owned())))
    );
    assert!(!question(&drill(), 1).no_answer.contains(&'D'), "it was not there");
}

#[test]
fn a_mended_key_is_told_with_the_one_before() {
    let it = question(&drill(), 1);
    assert_eq!((it.key.as_str(), it.key_changed.unwrap().authors_key.as_str()), ("A pilot; or A clerk", "A pilot"));
    let told: Vec<_> = it.options.iter().map(|o| (o.mark.as_str(), o.text.as_str(), o.right, o.count)).collect();
    let expected = [
        ("A", "A passenger", false, 0),
        ("B", "A clerk", true, 1),
        ("C", "A harbour master", false, 0),
        ("D", "A pilot", true, 1),
    ];
    assert_eq!(told, expected, "letters as they were shown");
    assert_eq!((it.facility, it.answers_counted, it.no_option), (Some(2.0 / 3.0), 3, 1));
    assert_eq!(it.unused_distractors, ["A", "C"]);
}

#[test]
fn counts_are_those_of_the_room() {
    let (it, room) = (drill(), room());
    for q in it.questions.iter().filter(|q| q.fate == Fate::Counted) {
        let at = q.about.number - 1;
        assert_eq!(q.facility, room.facility(at));
        let counted: usize = room.picks(at).map_or(0, |p| p.by_option.iter().sum());
        assert_eq!(q.options.iter().map(|o| o.count).sum::<usize>(), counted);
    }
    assert_eq!(it.missed, room.missed(MISSED_BELOW));
}

#[test]
fn skipped_and_void_questions_stay_in_the_report_and_count_for_nobody() {
    let (skipped, void) = (question(&drill(), 2), question(&drill(), 4));
    assert_eq!(
        (skipped.fate, skipped.facility, skipped.answers.len(), skipped.missed),
        (Fate::Skipped, None, 0, false)
    );
    assert_eq!((void.fate, void.facility, void.missed), (Fate::Void, None, false));
    assert_eq!((void.answers[0].marks.as_str(), void.answers[0].worth.to_string().as_str()), ("E D – A", "0"));
}

#[test]
fn who_said_nothing_is_named_and_an_unanswered_question_is_one_to_practise() {
    let it = question(&drill(), 5);
    assert_eq!((it.no_answer, it.facility, it.missed), (vec!['1', '2', '3', '4'], None, true));
}

#[test]
fn what_was_typed_cannot_steer() {
    let it = question(&drill(), 6);
    assert_eq!(it.answers[0].said, "<script>x</script>\u{fffd}");
    let stack = format!("a{}", "\u{301}".repeat(2000));
    assert!(tamed(&stack).chars().count() <= 4 && tamed(&"x".repeat(9000)).chars().count() < 130);
}

#[test]
fn both_votes_are_told_and_what_arguing_gained() {
    let it = argued();
    let votes = it.questions[0].votes.clone().unwrap();
    assert_eq!((votes.facility_first, votes.facility_second), (9.0 / 25.0, 20.0 / 25.0));
    assert!((votes.change - 0.44).abs() < 1e-12 && (votes.normalised_gain.unwrap() - 0.6875).abs() < 1e-12);
    let pilot = it.questions[0].options.last().unwrap();
    assert_eq!((pilot.count, pilot.first_count), (20, Some(9)));
    assert_eq!(
        (it.questions[1].votes.clone(), it.questions[1].facility),
        (None, Some(8.0 / 12.0)),
        "one vote is no change"
    );
    assert!(it.teams.iter().all(|t| t.score.is_none()) && it.sample.is_none());
}

#[test]
fn the_class_is_told_against_its_target() {
    let it = class();
    let line = it.class.unwrap();
    assert_eq!((line.points, line.could_earn, line.target_percent, line.reached), (2.0, 3.0, 60, true));
    assert!(it.teams.iter().all(|t| t.score.as_ref().is_some_and(|s| s.place.is_none())), "nobody is ranked");
}

#[test]
fn a_scenario_tells_the_road_and_the_roads_not_taken() {
    let scenario = road().scenario.unwrap();
    assert!(scenario.decisions.len() >= 4 && scenario.ending.is_some());
    for decision in &scenario.decisions {
        assert_eq!(decision.ways.iter().map(|w| w.taken).collect::<Vec<_>>(), [false, true, false]);
        assert_eq!((decision.hands, decision.ways[1].hands), (Some(25), Some(14)));
        assert!(decision.ways.iter().all(|w| w.outcome.is_some() && w.cost.is_some()) && decision.reading.is_some());
    }
}

#[test]
fn few_answers_are_said_to_be_few() {
    assert!(drill().sample.is_some_and(|s| s.contains("too few")));
}

#[test]
fn the_shape_of_the_json_is_kept() {
    let mut it = drill();
    it.questions.truncate(1);
    it.teams.truncate(1);
    insta::assert_snapshot!(Report::Drill(it).json());
}

#[test]
fn at_any_moment_only_what_is_over_is_told() {
    for n in 0..=inputs().len() {
        let room = room_after(n);
        let it = report(&room);
        assert_eq!(it.questions.len(), room.played().len());
        let over: Vec<usize> = room.played().iter().map(|p| p.question + 1).collect();
        assert!(it.questions.iter().map(|q| q.about.number).eq(over), "nothing of the question in play");
    }
    assert_eq!(report(&room_after(4)).played.outcome, Outcome::Unfinished);
}
