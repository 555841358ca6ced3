//! What stands on the sheets and in the key of the whole built-in course, in every version.

use std::path::Path;
use std::sync::LazyLock;

use super::*;
use crate::course::model::Kind;
use crate::print::rich::{html, html_line, markdown, markdown_line};
use crate::study::item::Credit;
use crate::study::quiz::{Mode, Paper};
use crate::study::sheet::sheets;

static COURSE: LazyLock<Course> = LazyLock::new(|| Course::builtin().unwrap());
static SPEC: LazyLock<PaperSpec> = LazyLock::new(|| {
    let all = PaperSpec { lessons: vec![], length: 5000, seed: 7, mode: Mode::Exam, limit_s: None, only: vec![] };
    Paper::to_take(&COURSE, all).unwrap().spec
});
static SHEETS: LazyLock<Vec<Sheet>> = LazyLock::new(|| sheets(&COURSE, &SPEC, 3));

const ENTER: &str = "ninetracks paper --enter --seed 7";

fn set() -> Set<'static> {
    Set { course: &COURSE, spec: &SPEC, sheets: &SHEETS, enter: ENTER, imprint: Imprint::default() }
}

/// The body of a page, cut where each sheet begins.
fn sections(page: &str) -> Vec<&str> {
    page.split("<section").skip(1).collect()
}

/// Fails when a question of a version, or anything to pick in it, is not in that version's part.
fn holds_everything(parts: &[&str], inline: impl Fn(&str) -> String, block: impl Fn(&str) -> String) {
    assert_eq!(parts.len(), SHEETS.len());
    for (sheet, part) in SHEETS.iter().zip(parts) {
        for item in &sheet.items {
            assert!(part.contains(&block(item.stem.as_str())), "{} {}", sheet.version, item.question);
            // True and false are small words there.
            for text in item.shown().filter(|_| item.truth_at(0).is_none()).map(&inline) {
                assert!(part.contains(&text), "{} {}: {text}", sheet.version, item.question);
            }
        }
    }
}

#[test]
fn every_question_with_all_its_options_is_on_every_sheet() {
    let page = set().sheets_html();
    holds_everything(&sections(&page), |t| html_line(&COURSE, t).into_string(), |t| html(&COURSE, t).into_string());
    let text = set().sheets_markdown();
    let parts: Vec<&str> = text.split("\n---\n").collect();
    holds_everything(&parts, |t| markdown_line(&COURSE, t), |t| markdown(&COURSE, t));
}

#[test]
fn each_question_carries_the_letter_of_its_version_and_each_page_its_foot() {
    let page = set().sheets_html();
    for (sheet, part) in SHEETS.iter().zip(sections(&page)) {
        let version = sheet.version;
        assert_eq!(part.matches(&format!("<small>{version}</small>")).count(), SPEC.length);
        assert!(page.contains(&format!(
            "@page {version} {{ @bottom-left {{ content: \"Whole course · {} questions · seed 7\"",
            SPEC.length
        )));
        assert!(part.contains(&format!("of {}<", sheet.points())));
    }
}

#[test]
fn the_sheets_give_nothing_away() {
    let (page, text) = (set().sheets_html(), set().sheets_markdown());
    for item in &SHEETS[0].items {
        assert!(!page.contains(&html(&COURSE, item.explanation()).into_string()), "{}", item.question);
        assert!(!text.contains(&markdown(&COURSE, item.explanation())), "{}", item.question);
        assert!(
            item.kind != Kind::Order || !item.order.is_sorted(),
            "{} stands in the order of the key",
            item.question
        );
    }
}

#[test]
fn the_key_has_a_cell_for_every_number_and_a_reason_for_every_question() {
    let (page, text) = (set().key_html(), set().key_markdown());
    assert_eq!(page.matches("<tr>").count(), SPEC.length + 1);
    assert_eq!(text.lines().filter(|l| l.starts_with("| ")).count(), SPEC.length + 2);
    for item in &SHEETS[0].items {
        assert!(page.contains(&html(&COURSE, item.explanation()).into_string()), "{}", item.question);
        assert!(text.contains(&markdown(&COURSE, item.explanation())), "{}", item.question);
    }
    assert!(page.contains(ENTER) && text.contains(ENTER));
}

#[test]
fn a_defensible_track_is_marked_as_half_in_the_grid() {
    let halves = SHEETS[0].items.iter().filter(|item| item.form.options().iter().any(|o| o.credit == Credit::HALF));
    assert_eq!(set().key_html().matches("(half: ").count(), halves.count() * SHEETS.len());
    assert!(set().key_html().contains("(half: "));
}

/// The key in Markdown to the question `id` of the course that uses every field.
fn key_to(id: &str) -> String {
    let course = Course::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/format")).unwrap();
    let bank = course.banks().next().unwrap();
    let question = bank.questions.iter().find(|q| q.id.as_str() == id).unwrap();
    let items = vec![Item::written(&course, &bank.lesson, question)];
    let sheets = [Sheet { version: SHEETS[0].version, items }];
    Set { course: &course, spec: &SPEC, sheets: &sheets, enter: ENTER, imprint: Imprint::default() }.key_markdown()
}

#[test]
fn the_key_says_what_earns_a_part_and_why() {
    let says = |id: &str, words: &str| assert!(key_to(id).contains(words), "{words} is not in\n{}", key_to(id));
    says("q-words", "| pilot (half: helmsman) |");
    says("q-words", "- helmsman earns half: He steers his own ship only.");
    says("q-ten", "| a (half: b) |");
    says("q-ten", "- b earns half: A trade of ships that lie in port.\n- Not c: Bread is baked in town.\n\n");
    says("q-several", "- **a) A crane**\n\n- b earns half.\n\n");
    says("q-gaps", "- **person: clerk**\n- **thing: log**\n\n");
}

#[test]
fn no_mark_of_the_courses_own_is_left() {
    let set = set();
    for text in [set.sheets_html(), set.key_html(), set.sheets_markdown(), set.key_markdown()] {
        for mark in ["[[", "]]", "[@", "{{", "</h2 "] {
            let at = text.find(mark).map(|at| text[at.saturating_sub(80)..].chars().take(160).collect::<String>());
            assert_eq!(at, None, "{mark}");
        }
    }
    assert!(!set.sheets_html().contains("**") && !set.key_html().contains("**"));
}

#[test]
fn only_the_rules_of_kinds_that_are_asked_are_told() {
    let told = |kinds: &[Kind]| {
        let items: Vec<Item> = SHEETS[0].items.iter().filter(|i| kinds.contains(&i.kind)).cloned().collect();
        let sheets = [Sheet { version: 'A', items }];
        Set { sheets: &sheets, ..set() }.key_markdown()
    };
    let truths = told(&[Kind::TrueFalse]);
    assert!(truths.contains("Every question earns all or nothing.") && !truths.contains("*matching*"));
    assert!(told(&[Kind::Match]).contains("*matching*: the share of pairs that are right."));
}
