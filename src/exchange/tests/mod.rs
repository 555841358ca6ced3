//! Small files of every format, with what real ones hold.

mod front_end;
mod generated;
mod real_aiken;
mod real_decks;
mod real_gift;
mod real_moodle;
mod real_tables;
mod round_trip;

use super::*;
use crate::course::model::{Ask, Bank, Face, Judged, Target};

fn read(format: Format, text: &str) -> ImportedItems {
    import(format, "ropes.txt", text.as_bytes()).unwrap()
}

fn asks(format: Format, text: &str) -> Vec<Ask> {
    read(format, text).banks.into_iter().flat_map(|b| b.questions).map(|q| q.ask).collect()
}

/// What the report says of items that are not as they were.
fn told(all: &ImportedItems) -> String {
    all.fidelity.lines("").collect::<Vec<_>>().join("\n")
}

const GIFT: &str = "// A comment. [id:rope-17] [tag:stopper]\n$CATEGORY: $course$/Ropes/Stoppers\n\n\
::Stopper::[html]<p>Which knot keeps a rope from running through a <b>block</b>?</p>{\n  =a figure eight#Bulky.\n  ~a bowline#A loop.\n  \
~%50%an overhand knot#It jams\\: half.\n  ####Tied at the end.\n}\n\n\
::Bend:: Which belong? {\n ~%50%a bight\n ~%50%a working end\n ~%-50%a second loop\n ~%-50%a toggle\n}\n\n\
A reef knot joins climbing ropes safely.{F#It capsizes.#Well seen.}\n\n\
::Ratio 1\\:2 \\{trucker\\}::The hitch gives {=2 =two =twice} \\= pulling force.\n\n\
::Loss:: By how many per cent? {#50:10}\n\n::Length:: How many? {#3..5}\n\n\
::Pairs:: Join. {\n =bowline -> loop\n =figure eight -> stopper\n =sheet bend -> join\n = -> shorten\n}\n\n\
::Essay:: Say why. {}\n\nA line without an answer.\n";

#[test]
fn gift_is_read_with_all_its_kinds() {
    let all = read(Format::Gift, GIFT);
    let asks: Vec<&Ask> = all.banks.iter().flat_map(|b| &b.questions).map(|q| &q.ask).collect();
    assert!(matches!(asks[0], Ask::Choice(o) if o.len() == 3 && matches!(&o[2], Judged::Weighed { percent: 50, .. })));
    assert!(matches!(asks[1], Ask::Several(o) if o.iter().filter(|o| o.is_right()).count() == 2));
    assert_eq!(asks[2], &Ask::TrueFalse(false));
    assert!(matches!(asks[3], Ask::Typed { accept, .. } if accept.len() == 3));
    assert!(matches!(asks[4], Ask::Typed { number: Some(Target::Near(50.0, 10.0)), .. }));
    assert!(matches!(asks[5], Ask::Typed { number: Some(Target::Between(3.0, 5.0)), .. }));
    assert!(matches!(asks[6], Ask::Match { pairs, spare } if pairs.len() == 3 && spare.len() == 1));
    let questions: Vec<_> = all.banks.iter().flat_map(|b| &b.questions).collect();
    assert_eq!(questions[0].id.as_str(), "q-rope-17");
    assert!(questions[0].stem.as_str().contains("**block**"), "{:?}", questions[0].stem);
    assert!(questions[3].stem.as_str().ends_with("= pulling force."), "{:?}", questions[3].stem);
    assert_eq!(
        (all.banks.iter().map(|b| b.cards.len()).sum::<usize>(), all.notes.len()),
        (1, 1),
        "the essay, the line"
    );
    assert_eq!(all.fidelity.totals(), [7, 2, 0]);
    assert_eq!(all.banks[0].title.as_ref().unwrap().as_str(), "Ropes/Stoppers");
}

#[test]
fn what_is_missing_is_said_with_its_place_and_the_rest_comes() {
    let all =
        read(Format::Aiken, "One?\nA. yes\nB. no\n\nTwo?\nA. yes\nB. no\nANSWER: B\n\nThree?\nA. a\nB. b\nANSWER: D\n");
    assert_eq!(all.fidelity.totals(), [1, 0, 2]);
    let said: Vec<String> = all.fidelity.lines("a.txt").collect();
    assert!(said[0].starts_with("a.txt:1:1: dropped: One?: the line ANSWER:"), "{said:?}");
    assert!(said[1].starts_with("a.txt:10:1:"), "{said:?}");
    let table = read(Format::Tsv, "bowline\tfixed loop\nreef knot\t\n");
    assert_eq!(table.fidelity.totals(), [1, 0, 1]);
}

#[test]
fn tables_are_known_by_their_heads() {
    let deck = read(
        Format::Csv,
        "guid,term,term:de,info,tags\nk-01,bowline,Palstek,\"A loop; <em>fixed</em>\",\"loop, basic\"\n",
    );
    let card = &deck.banks[0].cards[0];
    let Face::Basic { back, .. } = &card.face else { panic!("no two sides") };
    assert_eq!((card.id.as_str(), back.as_str()), ("c-k-01", "de: Palstek\n\nA loop; *fixed*"));
    assert_eq!(card.tags.len(), 2);
    let kahoot = ",,Quiz\n,,\n,Question - max 120 characters,Answer 1 - max 75 characters,Answer 2 - max 75 characters,Answer 3 - max 75 characters,\
Time limit (sec),Correct answer(s)\n1,Which holds?,bowline,reef,granny,20,\"1,2\"\n2,Right?,true,false,,20,2\n";
    let asks = asks(Format::Csv, kahoot);
    assert!(matches!(&asks[0], Ask::Several(o) if o.len() == 3));
    assert_eq!(asks[1], Ask::TrueFalse(false));
}

#[test]
fn moodle_xml_is_read_and_nothing_in_it_grows() {
    let xml = r#"<?xml version="1.0" encoding="UTF-8"?><quiz><question type="category"><category><text>$course$/top/Ropes</text></category></question>
<question type="cloze"><name><text>Gaps</text></name><questiontext format="html"><text><![CDATA[<p>A {1:MULTICHOICE:=fixed loop#Yes~slip loop#No.} at the {2:SHORTANSWER:=end~%50%tail#Nearly.} of {1:NUMERICAL:=40:5} per cent.</p>]]></text></questiontext></question>
<question type="multichoice"><name><text>One</text></name><questiontext format="html"><text>&lt;p&gt;Which?&lt;/p&gt;</text></questiontext><single>true</single><answer fraction="100"><text>this</text></answer><answer fraction="0"><text>that</text></answer></question>
<question type="calculated"><name><text>Sum</text></name><questiontext><text>x</text></questiontext></question></quiz>"#;
    let all = read(Format::MoodleXml, xml);
    let questions = &all.banks[0].questions;
    assert!(
        matches!(&questions[0].ask, Ask::Typed { gaps, .. } if gaps.len() == 3 && gaps[1].partly.len() == 1),
        "{:?}",
        questions[0]
    );
    assert!(matches!(&questions[1].ask, Ask::Choice(o) if o.len() == 2));
    assert!(
        told(&all).contains("questions of the type “calculated” have no place here"),
        "a calculated question is named"
    );
    let bomb = r#"<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><quiz><question type="essay"><name><text>&b;</text></name></question></quiz>"#;
    assert!(import(Format::MoodleXml, "b.xml", bomb.as_bytes()).unwrap_err().contains("&b; means nothing"));
    assert!(import(Format::MoodleXml, "t.xml", &xml.as_bytes()[..200]).is_err(), "half a file");
}

#[test]
fn decks_of_anki_and_markdown_are_read() {
    let anki = "#separator:tab\n#html:true\n#notetype column:1\nBasic\tA <b>bowline</b>?\tfixed loop\nCloze\tThe {{c1::working end::part}} ties.\t\n";
    let cards: Vec<Face> = read(Format::AnkiText, anki).banks.remove(0).cards.into_iter().map(|c| c.face).collect();
    assert!(matches!(&cards[0], Face::Basic { front, .. } if front.as_str() == "A **bowline**?"));
    assert!(matches!(&cards[1], Face::Cloze(t) if t.as_str() == "The {{working end::part}} ties."), "{cards:?}");
    let deck = "---\nname = \"Ropes\"\n---\n\n<!-- a remark -->\n\nQ: Why does it\n   come undone?\nA: Held by the load.\n\n   1. no load\n   2. no grip\n\n\
C: The [working end] ties.\n\n---\n\nC: Better [\\[sic\\]] than: a [[half] hitch].\n";
    let cards: Vec<Face> = read(Format::Markdown, deck).banks.remove(0).cards.into_iter().map(|c| c.face).collect();
    assert!(
        matches!(&cards[0], Face::Basic { front, back } if front.as_str() == "Why does it\ncome undone?" && back.as_str().contains("2. no grip")),
        "{cards:?}"
    );
    assert!(matches!(&cards[1], Face::Cloze(t) if t.as_str() == "The {{working end}} ties."));
    assert!(matches!(&cards[2], Face::Cloze(t) if t.as_str().contains("half\\] hitch}}")), "{cards:?}");
    let quiz = "<quiz>\nWhich join two?\n\n- [x] sheet bend\n- [ ] bowline\n- [x] fisherman's\n\nSo it is.\n</quiz>\n\n<quiz>\nIt gives [[2]] and [[turns]].\n</quiz>\n";
    let asks = asks(Format::Markdown, quiz);
    assert!(matches!(&asks[0], Ask::Several(o) if o.len() == 3));
    assert!(matches!(&asks[1], Ask::Typed { gaps, .. } if gaps.len() == 2));
}

#[test]
fn a_second_import_gives_the_same_ids() {
    let ids = |text: &str| -> Vec<String> {
        read(Format::Gift, text).banks.iter().flat_map(|b| &b.questions).map(|q| q.id.to_string()).collect()
    };
    let (one, mut other) =
        (ids("Is it?{T}\n\nIs it?{F}\n\nWas it?{T}\n"), ids("Was it?{T}\n\nIs it?{T}\n\nIs it?{F}\n"));
    other.rotate_left(1);
    assert_eq!(one, other);
}

#[test]
fn what_is_written_as_files_is_the_course_that_was_read() {
    let all = read(Format::Gift, GIFT);
    for bank in &all.banks {
        let file = course_files::bank(bank);
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        assert_eq!(&options.from_str::<Bank>(&file).unwrap_or_else(|e| panic!("{e}\n{file}")), bank);
    }
}

/// The built-in course, written and read again.
fn again(format: Format) -> (Fidelity, ImportedItems) {
    let course = crate::course::Course::builtin().unwrap();
    let banks = course.banks().map(|bank| OutgoingBank {
        id: bank.lesson.to_string(),
        title: bank.lesson.to_string(),
        cards: bank.cards.iter().collect(),
        questions: bank.questions.iter().collect(),
    });
    let at = "2026-03-10T09:00:00Z".parse().unwrap();
    let out = export(format, &Outgoing { course: &course, banks: banks.collect(), at }).unwrap();
    let bytes = match out.file {
        ExportedFile::Text(text) => text.into_bytes(),
        ExportedFile::Package(bytes) => bytes,
    };
    (out.fidelity, import(format, "again", &bytes).unwrap())
}

/// What a report says went is there, and nothing that came is said to be dropped.
#[test]
fn what_was_written_is_read_again() {
    for format in Format::writable().filter(|format| Format::readable().any(|it| it == *format)) {
        let (gone, back) = again(format);
        let [kept, changed, _] = gone.totals();
        let came: usize = back.banks.iter().map(|b| b.cards.len() + b.questions.len()).sum();
        let lost: Vec<String> = back.fidelity.lines("").filter(|l| l.contains("dropped")).collect();
        assert_eq!((came, lost), (kept + changed, Vec::new()), "{}", format.name());
    }
}

#[test]
fn choices_survive_gift_and_moodle() {
    let course = crate::course::Course::builtin().unwrap();
    let shape = |ask: &Ask| ask.options().iter().map(Judged::percent).collect::<Vec<_>>();
    for format in [Format::Gift, Format::MoodleXml] {
        let (_, back) = again(format);
        let came: std::collections::BTreeMap<String, &Ask> =
            back.banks.iter().flat_map(|b| &b.questions).map(|q| (q.id.to_string(), &q.ask)).collect();
        for question in course.banks().flat_map(|b| &b.questions) {
            if let (Ask::Choice(_) | Ask::Several(_) | Ask::TrueFalse(_), id) =
                (&question.ask, format!("q-{}", question.id))
            {
                let there = came.get(&id).unwrap_or_else(|| panic!("{}: no {id}", format.name()));
                assert_eq!(
                    (shape(there), there.kind()),
                    (shape(&question.ask), question.ask.kind()),
                    "{}: {id}",
                    format.name()
                );
            }
        }
    }
}
