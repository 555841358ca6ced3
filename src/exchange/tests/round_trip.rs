//! A thousand generated items a format, written and read again: what no report names is as it was.

use std::sync::LazyLock;

use super::generated::Generator;
use crate::course::Course;
use crate::course::markdown::{Paragraph, parse};
use crate::course::model::{Ask, Card, Face, Judged, Question, Text};
use crate::exchange::{ExportedFile, Format, ItemFate, Outgoing, OutgoingBank, Transfer, export, import};

const ITEMS: usize = 1000;

static COURSE: LazyLock<Course> = LazyLock::new(|| Course::builtin().unwrap());

/// A text as a learner reads it.
type Reading = Vec<Paragraph>;

fn reading(text: &Text) -> Reading {
    let mut paragraphs = parse(text.as_str());
    // Nobody sees a blank at either end of a line.
    for paragraph in &mut paragraphs {
        if let Some(first) = paragraph.spans.first_mut() {
            first.text = first.text.trim_start().to_owned();
        }
        if let Some(last) = paragraph.spans.last_mut() {
            last.text = last.text.trim_end().to_owned();
        }
    }
    paragraphs
}

fn readings<'a>(texts: impl IntoIterator<Item = &'a Text>) -> Vec<Reading> {
    texts.into_iter().map(reading).collect()
}

/// All of a question that a learner or a teacher notices.
fn seen(question: &Question) -> String {
    let Question { stem, ask, explain, feedback, points, tags, .. } = question;
    let feedback = readings([&feedback.right, &feedback.partly, &feedback.wrong].into_iter().flatten());
    let extra = match ask {
        Ask::TrueFalse(is_true) => is_true.to_string(),
        Ask::Typed { number, gaps, partly, .. } => {
            let percents: Vec<u8> = partly.iter().map(|p| p.1).collect();
            format!("{:?} {percents:?} {}", number.map(crate::course::model::ask::Target::range), gaps.len())
        }
        Ask::Choice(options) | Ask::Several(options) => {
            format!("{:?}", options.iter().map(Judged::percent).collect::<Vec<_>>())
        }
        Ask::Match { .. } | Ask::Order(_) | Ask::Classify { .. } => String::new(),
    };
    format!(
        "{:?}\nstem {:?}\nask {:?} {extra}\nexplain {:?}\nfeedback {feedback:?}\npoints {points} tags {tags:?}",
        ask.kind(),
        reading(stem),
        readings(ask.texts()),
        readings(explain)
    )
}

fn seen_card(card: &Card) -> String {
    let texts = match &card.face {
        Face::Basic { front, back } => vec![front, back],
        Face::TwoWay { ask, front, ask_back, back } => vec![ask, front, ask_back, back],
        Face::Cloze(text) => vec![text],
    };
    format!("{}\nsides {:?}\ntags {:?}", texts.len(), readings(texts), card.tags)
}

/// What was written and what came back: for each item its fate on the way out, its words before and after.
struct Trip {
    format: Format,
    kept: usize,
    differences: Vec<String>,
}

/// Whether a format has a place for cards, and for questions.
fn places(format: Format) -> (bool, bool) {
    let is_anki = matches!(format, Format::AnkiPackage | Format::AnkiText);
    let is_table = matches!(format, Format::Csv | Format::Tsv | Format::Spreadsheet);
    (is_anki || is_table || format == Format::Markdown, !is_anki)
}

/// Generated items of the kinds that a format has a place for.
fn generated(format: Format) -> (Vec<Card>, Vec<Question>) {
    let mut generator = Generator::new(7);
    let (has_cards, has_questions) = places(format);
    let cards = (0..if has_cards { ITEMS } else { 0 }).map(|_| generator.card()).collect();
    (cards, (0..if has_questions { ITEMS } else { 0 }).map(|_| generator.question()).collect())
}

fn trip(format: Format, cards: &[Card], questions: &[Question]) -> Trip {
    let bank = OutgoingBank {
        id: "knots".into(),
        title: "Knots: a first look".into(),
        cards: cards.iter().collect(),
        questions: questions.iter().collect(),
    };
    let at = "2026-03-10T09:00:00Z".parse().unwrap();
    let out = export(format, &Outgoing { course: &COURSE, banks: vec![bank], at }).unwrap();
    let bytes = match out.file {
        ExportedFile::Text(text) => text.into_bytes(),
        ExportedFile::Package(bytes) => bytes,
    };
    let back = import(format, "again", &bytes).unwrap();
    let before: Vec<String> = cards.iter().map(seen_card).chain(questions.iter().map(seen)).collect();
    assert_eq!(out.fidelity.items.len(), before.len(), "{format:?}: each item has one fate");
    // What went stands in the order in which it comes.
    let gone = out.fidelity.items.iter().zip(&before).filter(|(fate, _)| !matches!(fate.fate, Transfer::Dropped(_)));
    let gone: Vec<(&ItemFate, &String)> = gone.collect();
    let after = back.banks.iter().flat_map(|b| b.cards.iter().map(seen_card).chain(b.questions.iter().map(seen)));
    let mut after = after.collect::<Vec<_>>().into_iter();
    let (mut kept, mut differences) = (0, Vec::new());
    let came: Vec<&ItemFate> = back.fidelity.items.iter().collect();
    if came.len() != gone.len() {
        differences.push(format!("{} went and {} came", gone.len(), came.len()));
    }
    for ((sent, before), got) in gone.into_iter().zip(came) {
        if let Transfer::Dropped(why) = &got.fate {
            differences.push(format!("went and did not come: {why}\n{before}"));
            continue;
        }
        let after = after.next().unwrap_or_default();
        let is_kept = sent.fate == Transfer::Kept && got.fate == Transfer::Kept;
        kept += usize::from(is_kept);
        if is_kept && *before != after {
            differences.push(unlike(&sent.item, before, &after));
        }
    }
    Trip { format, kept, differences }
}

/// The first lines that differ, from where they do.
fn unlike(item: &str, before: &str, after: &str) -> String {
    let lines = before.lines().zip(after.lines()).find(|(a, b)| a != b).unwrap_or((before, after));
    let [before, after] = [lines.0, lines.1].map(|line| {
        line.replace("manner: Manner { strong: false, emphasis: false, code: false, formula: false }, link: None", "-")
    });
    let same = before.chars().zip(after.chars()).take_while(|(a, b)| a == b).count();
    let cut = |line: &str| line.chars().skip(same.saturating_sub(30)).take(160).collect::<String>();
    format!("{item}\n- {}\n+ {}", cut(&before), cut(&after))
}

/// Nothing differs that is not reported, and at least `least` items of each thousand are as they were.
fn holds(format: Format, least: usize) {
    let (cards, questions) = generated(format);
    is_honest(&trip(format, &cards, &questions), least);
}

fn is_honest(Trip { format, kept, differences }: &Trip, least: usize) {
    let first = differences.iter().take(8).cloned().collect::<Vec<_>>().join("\n\n");
    assert!(differences.is_empty(), "{format:?}: {} unreported differences, {kept} kept:\n{first}", differences.len());
    assert!(*kept >= least, "{format:?}: {kept} kept");
}

/// The built-in course has every kind of question and of card.
#[test]
fn the_built_in_course_is_as_it_was_where_no_report_says_otherwise() {
    let cards: Vec<Card> = COURSE.banks().flat_map(|bank| bank.cards.iter().cloned()).collect();
    let questions: Vec<Question> = COURSE.banks().flat_map(|bank| bank.questions.iter().cloned()).collect();
    for format in Format::writable().filter(|format| Format::readable().any(|it| it == *format)) {
        let (has_cards, has_questions) = places(format);
        let cards = if has_cards { &cards[..] } else { &[] };
        let questions = if has_questions { &questions[..] } else { &[] };
        is_honest(&trip(format, cards, questions), 0);
    }
}

#[test]
fn gift() {
    holds(Format::Gift, 350);
}

#[test]
fn moodle() {
    holds(Format::MoodleXml, 600);
}

#[test]
fn aiken() {
    holds(Format::Aiken, 3);
}

#[test]
fn anki_package() {
    holds(Format::AnkiPackage, 1000);
}

#[test]
fn anki_text() {
    holds(Format::AnkiText, 650);
}

#[test]
fn csv() {
    holds(Format::Csv, 40);
}

#[test]
fn tsv() {
    holds(Format::Tsv, 40);
}

#[test]
fn markdown() {
    holds(Format::Markdown, 300);
}

#[test]
fn spreadsheet() {
    holds(Format::Spreadsheet, 40);
}
