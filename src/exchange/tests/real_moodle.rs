//! Moodle XML as question banks have it, beyond the kinds themselves.

use super::{read, told};
use crate::course::model::{Ask, Face, Question, Target};
use crate::exchange::{Format, ImportedItems};

fn quiz(questions: &str) -> ImportedItems {
    read(Format::MoodleXml, &format!("<?xml version=\"1.0\"?>\n<quiz>\n{questions}\n</quiz>"))
}

/// A question of a type, with its stem and what else it has.
fn of_type(kind: &str, stem: &str, more: &str) -> ImportedItems {
    quiz(&format!(
        "<question type=\"{kind}\"><name><text>It</text></name><questiontext format=\"html\"><text><![CDATA[{stem}]]></text></questiontext>{more}</question>"
    ))
}

fn answer(fraction: &str, words: &str, said: &str) -> String {
    format!("<answer fraction=\"{fraction}\"><text>{words}</text><feedback><text>{said}</text></feedback></answer>")
}

fn first(all: &ImportedItems) -> &Question {
    &all.banks[0].questions[0]
}

#[test]
fn a_picture_in_the_file_comes_with_its_question() {
    let file = "<question type=\"truefalse\"><name><text>It</text></name><questiontext format=\"html\"><text><![CDATA[<p>So? <img src=\"@@PLUGINFILE@@/a%20knot.png\" alt=\"A knot\"></p>]]></text><file name=\"a knot.png\" path=\"/\" encoding=\"base64\">iVBO\nRw0K</file></questiontext><answer fraction=\"100\"><text>true</text></answer><answer fraction=\"0\"><text>false</text></answer></question>";
    let all = quiz(file);
    let picture = first(&all).picture.as_ref().unwrap();
    assert_eq!((picture.file.as_str(), picture.alt.as_str()), ("media/a knot.png", "A knot"));
    assert_eq!((all.media[0].name.as_str(), &all.media[0].bytes[1..4]), ("a knot.png", b"PNG".as_slice()));
    assert_eq!(first(&all).stem.as_str(), "So?");
    let evil = quiz(&file.replace("name=\"a knot.png\"", "name=\"../evil.png\""));
    assert!(evil.media.is_empty() && told(&evil).contains("its file ../evil.png is left out"));
}

#[test]
fn what_is_said_to_true_and_false_is_kept() {
    let all = of_type("truefalse", "So?", &(answer("0", "true", "No!") + &answer("100", "false", "Yes!")));
    let question = first(&all);
    assert_eq!(question.ask, Ask::TrueFalse(false));
    let said = [&question.feedback.right, &question.feedback.wrong].map(|text| text.as_ref().unwrap().as_str());
    assert_eq!(said, ["Yes!", "No!"]);
    assert!(told(&of_type("truefalse", "So?", "")).contains("it does not say whether its sentence is true"));
}

#[test]
fn typed_words_keep_what_was_foreseen() {
    let answers = answer("100", "bow*line", "Good.")
        + &answer("50", "knot", "Half.")
        + &answer("0", "*", "No.")
        + &answer("0", "reef", "Another.");
    let all = of_type("shortanswer", "Which?", &format!("<usecase>1</usecase>{answers}"));
    let question = first(&all);
    assert!(
        matches!(&question.ask, Ask::Typed { accept, partly, rivals, .. } if accept[0].as_str() == "bowline" && partly[0].1 == 50 && rivals[0].1.as_str() == "Another."),
        "{:?}",
        question.ask
    );
    let said = [&question.feedback.right, &question.feedback.wrong].map(|text| text.as_ref().unwrap().as_str());
    assert_eq!(said, ["Good.", "No."]);
    assert!(told(&all).contains("capitals counted") && told(&all).contains("the asterisk stood for any letters"));
}

#[test]
fn numbers_have_commas_units_and_powers() {
    let units = "<units><unit><multiplier>100</multiplier><unit_name>cm</unit_name></unit><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit></units>";
    let all = of_type(
        "numerical",
        "How long?",
        &format!(
            "<answer fraction=\"100\"><text>5,5</text><tolerance>0,1</tolerance></answer>{}{units}",
            answer("0", "*", "No.")
        ),
    );
    let question = first(&all);
    assert!(
        matches!(&question.ask, Ask::Typed { number: Some(Target::Near(5.5, 0.1)), unit: Some(unit), .. } if unit.as_str() == "m"),
        "{:?}",
        question.ask
    );
    assert!(question.feedback.wrong.is_some() && told(&all).contains("its other units are left out"));
    let large = of_type("numerical", "How many?", &answer("100", "6.02x10^23", ""));
    assert!(matches!(first(&large).ask, Ask::Typed { number: Some(Target::Exactly(6.02e23)), .. }));
}

#[test]
fn embedded_answers_are_read_as_moodle_reads_them() {
    let all = of_type(
        "cloze",
        "<p>A {1:MC:=right#Yes.~%50%half~wrong#No.}, {2:SAC:=it\\}s \\~ \\#1 &amp; so} and {:MW:=Berlin~*#Else.} of {1:NM:=5:0.1}.</p>",
        "",
    );
    let Ask::Typed { gaps, .. } = &first(&all).ask else { panic!("no gaps") };
    assert_eq!(
        gaps.iter().map(|gap| gap.accept[0].as_str()).collect::<Vec<_>>(),
        ["right", "it}s ~ #1 & so", "Berlin", "5"]
    );
    assert_eq!((gaps[0].partly.len(), gaps[0].rivals[0].1.as_str()), (1, "No."));
    assert!(
        first(&all).stem.as_str().starts_with("A \\_\\_\\_ (1: right / half / wrong), \\_\\_\\_ (2)"),
        "{}",
        first(&all).stem
    );
    for words in ["weighed unevenly", "capitals counted", "without its tolerance", "right answers and to any other"] {
        assert!(told(&all).contains(words), "{words}: {}", told(&all));
    }
}

#[test]
fn a_single_embedded_number_is_a_number() {
    let all = of_type("cloze", "E is {1:NUMERICAL:=2.5:0.01#Yes}.", "");
    assert!(matches!(first(&all).ask, Ask::Typed { number: Some(Target::Near(2.5, 0.01)), .. }));
}

#[test]
fn a_gap_without_a_right_answer_is_named() {
    let all = of_type("cloze", "A {1:SA:=one} and {1:MC:~x~y}.", "");
    assert!(told(&all).contains("gap 2 has no answer that is right"), "{}", told(&all));
}

#[test]
fn words_that_are_dragged_or_picked_are_gaps() {
    for (kind, choice) in [("ddwtos", "dragbox"), ("gapselect", "selectoption")] {
        let choices: String =
            ["end", "bight"].map(|w| format!("<{choice}><text>{w}</text><group>1</group></{choice}>")).concat();
        let all = of_type(kind, "The [[2]] and the [[1]].", &choices);
        let Ask::Typed { gaps, .. } = &first(&all).ask else { panic!("no gaps") };
        assert_eq!(gaps.iter().map(|gap| gap.accept[0].as_str()).collect::<Vec<_>>(), ["bight", "end"]);
        assert!(first(&all).stem.as_str().contains("(1: end / bight)"), "{}", first(&all).stem);
    }
    assert!(told(&of_type("ddwtos", "The [[3]].", "")).contains("[[3]] in its text names none of its choices"));
}

#[test]
fn what_has_no_place_is_kept_as_a_text_or_a_card() {
    let all = of_type("calculated", "What is {a}+{b}?", &answer("100", "{a}+{b}", ""));
    assert_eq!(all.notes, ["What is {a}+{b}?"]);
    assert!(told(&all).contains("type “calculated” have no place here: its text is kept in notes.md"));
    let essay = of_type("essay", "Why?", "<graderinfo format=\"html\"><text>Because.</text></graderinfo>");
    assert!(matches!(&essay.banks[0].cards[0].face, Face::Basic { back, .. } if back.as_str() == "Because."));
    assert!(told(&of_type("coderunner", "", "")).contains("it has no text"));
}

#[test]
fn what_is_lost_of_a_question_is_said() {
    let more = format!(
        "<defaultgrade>2.5000000</defaultgrade><hidden>1</hidden><hint format=\"html\"><text>Look.</text></hint><single>1</single>{}{}{}",
        answer("50", "a", ""),
        answer("-33.33333", "b", ""),
        answer("0", "", "")
    );
    let all = of_type("multichoice", "Which?", &more);
    for words in [
        "its best option earned 50 of 100",
        "took points off",
        "an option without words is left out",
        "its 2.5 points are 3 here",
        "it was hidden",
        "its hints are left out",
    ] {
        assert!(told(&all).contains(words), "{words}: {}", told(&all));
    }
}

#[test]
fn html_that_nobody_escaped_is_read() {
    let all = quiz(
        "<question type=\"description\"><questiontext><text><h3>Read</h3><p>this<br/>first</p></text></questiontext></question>",
    );
    assert_eq!(all.notes, ["## Read\n\nthis\\\nfirst"]);
}

#[test]
fn several_gaps_go_and_come_as_embedded_answers() {
    let source = of_type(
        "cloze",
        "The {1:SA:=bowline~%50%loop#Nearly.~%0%reef#No.} holds, the {1:SA:=a \\} b \\~ c} slips.",
        "",
    );
    let course = crate::course::Course::builtin().unwrap();
    let bank = crate::exchange::OutgoingBank {
        id: "a".into(),
        title: "A".into(),
        cards: Vec::new(),
        questions: source.banks[0].questions.iter().collect(),
    };
    let outgoing =
        crate::exchange::Outgoing { course: &course, banks: vec![bank], at: "2026-03-10T09:00:00Z".parse().unwrap() };
    let crate::exchange::Exported { file: crate::exchange::ExportedFile::Text(xml), fidelity } =
        crate::exchange::export(Format::MoodleXml, &outgoing).unwrap()
    else {
        panic!("no text")
    };
    assert_eq!(fidelity.totals(), [1, 0, 0]);
    let back = read(Format::MoodleXml, &xml);
    assert_eq!((&first(&back).ask, &first(&back).stem), (&first(&source).ask, &first(&source).stem));
}

#[test]
fn answers_that_cannot_be_told_apart_stand_there_once() {
    let options = answer("100", "Knot", "") + &answer("0", "knot", "") + &answer("0", "bend", "");
    let all = of_type("multichoice", "Which?", &format!("<single>true</single>{options}"));
    assert!(matches!(&first(&all).ask, Ask::Choice(o) if o.len() == 2 && o[0].is_right()));
    assert!(told(&all).contains("“knot” stood there twice"));
    let typed = of_type("shortanswer", "Which?", &(answer("100", "Berlin", "") + &answer("50", "berlin", "")));
    assert!(matches!(&first(&typed).ask, Ask::Typed { partly, .. } if partly.is_empty()));
    let pair =
        |a: &str, b: &str| format!("<subquestion><text>{a}</text><answer><text>{b}</text></answer></subquestion>");
    let pairs = pair("a", "1") + &pair("b", "2") + &pair("c", "2");
    let joined = of_type("matching", "Join", &pairs);
    assert!(matches!(&joined.banks[0].cards[0].face, Face::Basic { back, .. } if back.as_str().contains("c → 2")));
    assert!(told(&joined).contains("“2” stands twice in its pairs"));
}

#[test]
fn lines_of_moodles_own_format_are_lines() {
    let all = quiz(
        "<question type=\"description\"><questiontext format=\"moodle_auto_format\"><text>One\ntwo\n\nthree</text></questiontext></question>",
    );
    assert_eq!(all.notes, ["One\\\ntwo\n\nthree"]);
}
