//! Decks and quizzes in Markdown as people keep them.

use super::{read, told};
use crate::course::model::{Ask, Face};
use crate::exchange::{Format, ImportedItems};

fn deck(text: &str) -> ImportedItems {
    read(Format::Markdown, text)
}

/// Each card in a line.
fn cards(text: &str) -> Vec<String> {
    let shown = |face: &Face| match face {
        Face::Basic { front, back } => format!("{front} → {back}"),
        Face::TwoWay { front, back, .. } => format!("{front} ↔ {back}"),
        Face::Cloze(text) => text.to_string(),
    };
    deck(text).banks.iter().flat_map(|b| &b.cards).map(|card| shown(&card.face)).collect()
}

/// Each question's stem, its options with which is right, and its explanation.
fn questions(text: &str) -> Vec<String> {
    let ask = |ask: &Ask| match ask {
        Ask::TrueFalse(is) => is.to_string(),
        ask => {
            let mark =
                |o: &crate::course::model::Judged| format!("{}{}", o.text(), if o.is_right() { "*" } else { "" });
            ask.options().iter().map(mark).collect::<Vec<_>>().join(" ")
        }
    };
    let explain =
        |text: &Option<crate::course::model::Text>| text.as_ref().map_or_else(String::new, |t| format!(" ({t})"));
    let all = deck(text);
    let questions = all.banks.iter().flat_map(|b| &b.questions);
    questions.map(|q| format!("{}: {}{}", q.stem, ask(&q.ask), explain(&q.explain))).collect()
}

#[test]
fn lists_one_after_another_are_questions_of_their_own() {
    let text = "What is 2+2?\n- [ ] 3\n- [x] 4\n\n1. Which ones?\n   * [x] a\n   * [X] b\n   + [ ] c\n\nSo it is.\n";
    assert_eq!(questions(text), ["What is 2+2?: 3 4*", "Which ones?: a* b* c (So it is.)"]);
}

#[test]
fn headings_are_decks_or_ask() {
    let text = "# Ropes\n\n### 1. What is it?\n\n- [ ] a -- why\n- [x] b\n\n> because\n\n### 2. So?\n\n- [x] True\n- [ ] False\n\n## Bends\n\nSheet bend :: joins\n";
    assert_eq!(questions(text), ["What is it?: a b* (because)", "So?: true"]);
    let titles: Vec<String> = deck(text).banks.iter().map(|b| b.title.as_ref().unwrap().to_string()).collect();
    assert_eq!(titles, ["Ropes", "Ropes/Bends"]);
}

#[test]
fn a_long_option_and_a_stem_with_code_are_whole() {
    let text = "What does it print?\n\n```python\n- [x] no option\n```\n\n- [x] one\n  and more\n- [ ] two\n";
    assert_eq!(questions(text), ["What does it print?\n\n```python\n- [x] no option\n```: one and more* two"]);
}

#[test]
fn cards_stand_in_lines_and_between_marks() {
    assert_eq!(
        cards("term :: meaning\n- two ::: both ways\n`a::b` x :: code\n"),
        ["term → meaning", "two ↔ both ways", "`a::b` x → code"]
    );
    assert_eq!(
        cards("**Q:** a\n**A:** b\n\nQ: c\nA:\n- one\n- two\n\nterm :: meaning\n"),
        ["a → b", "c → - one\n- two", "term → meaning"]
    );
    assert_eq!(cards("Front\nof two\n?\nBack\nof two\n\nx\n??\ny\n"), ["Front\nof two → Back\nof two", "x ↔ y"]);
}

#[test]
fn a_card_in_a_line_follows_gaps() {
    assert_eq!(cards("C: The [end] ties.\n\nbend ::: joins\n"), ["The {{end}} ties.", "bend ↔ joins"]);
}

#[test]
fn code_in_an_answer_hides_no_card_after_it() {
    let text = "Q: code\nA: ```rust\nfn main() {}\nQ: no card\n```\n\nQ: next\nA: `x`\n";
    assert_eq!(cards(text), ["code → ```rust\nfn main() {}\nQ: no card\n```", "next → `x`"]);
}

#[test]
fn gaps_stand_between_brackets_or_braces() {
    assert_eq!(
        cards("C: A [cloze::hint], a [link](https://x.y) and ![pic](p.png).\n"),
        ["A {{cloze::hint}}, a [link](https://x.y) and ![pic](p.png)."]
    );
    assert_eq!(
        cards("The {{c1::end::part}} ties {{c2::so}}.\n\nThe {{bight}} bends.\n"),
        ["The {{end::part}} ties {{so}}.", "The {{bight}} bends."]
    );
}

#[test]
fn what_is_missing_is_named_and_pictures_are() {
    let all = deck(
        "Q: No answer\n\nC: No gap.\nC: An [] gap.\n\nQ: see ![x](img.png)\nA: and ![y](b.png)\n\n<quiz>\nWhich?\n- [x] a\n",
    );
    for words in [
        "1:1: dropped: No answer: its back is empty",
        "3:1: dropped: No gap.: it has no gap",
        "a gap of it has no answer",
        "shown as its name: b.png; its picture is shown as its name: img.png",
        "its end, </quiz>, is missing",
    ] {
        assert!(told(&all).contains(words), "{words}: {}", told(&all));
    }
}

#[test]
fn the_head_names_deck_and_tags() {
    let all = deck("---\r\ntitle: Ropes\r\ntags: [loop, \"bend\"]\r\n---\r\na :: b\r\n");
    assert_eq!(all.banks[0].title.as_ref().unwrap().as_str(), "Ropes");
    assert_eq!(all.banks[0].cards[0].tags.len(), 2);
}
