use super::ParagraphKind::{Bullet, Code, Formula, Numbered, Quote};
use super::*;

#[test]
fn reads_terms_and_citations() {
    let spans = parse("A [[best-case-analysis|best case]] [@nan-2003; @usip-2019].").remove(0).spans;
    let links: Vec<_> = spans.iter().map(|s| (s.text.as_str(), s.link.clone())).collect();
    let reference = |k: &str| Some(Link::Reference(k.into()));
    assert_eq!(links[1], ("best case", Some(Link::Term("best-case-analysis".into()))));
    assert_eq!(links[3], ("nan-2003", reference("nan-2003")));
    assert_eq!(links[4], ("usip-2019", reference("usip-2019")));
    assert_eq!(links[5], (".", None));
}

#[test]
fn citations_side_by_side_are_two() {
    let links = links("said [@a-1][@b-2].");
    assert_eq!(links, [Link::Reference("a-1".into()), Link::Reference("b-2".into())]);
}

#[test]
fn a_bare_term_reads_as_words() {
    assert_eq!(plain("a [[clan-elders]] meeting"), "a clan elders meeting");
}

#[test]
fn indented_lines_are_no_code() {
    assert_eq!(parse("one\n\n        two")[1].kind, ParagraphKind::Plain);
}

#[test]
fn lists_and_quotes_keep_their_kind() {
    let kinds: Vec<_> = parse("- a\n- b\n\n1. c\n2. d\n\n> e").into_iter().map(|p| p.kind).collect();
    assert_eq!(kinds, [Bullet, Bullet, Numbered(1), Numbered(2), Quote]);
}

fn kinds(text: &str) -> Vec<(ParagraphKind, usize, String)> {
    let words = |p: &Paragraph| p.spans.iter().map(|s| s.text.as_str()).collect::<String>();
    parse(text).iter().map(|p| (p.kind, p.depth, words(p))).collect()
}

fn item(kind: ParagraphKind, depth: usize, text: &str) -> (ParagraphKind, usize, String) {
    (kind, depth, text.to_owned())
}

#[test]
fn code_keeps_its_lines() {
    assert_eq!(
        kinds("Run:\n\n```\nfor x in xs:\n    say(x)  # [[no]] $link$\n```\nDone."),
        [
            item(ParagraphKind::Plain, 0, "Run:"),
            item(Code, 0, "for x in xs:\n    say(x)  # [[no]] $link$"),
            item(ParagraphKind::Plain, 0, "Done."),
        ]
    );
}

#[test]
fn code_between_longer_fences_holds_shorter_ones() {
    let code = "```\n- \n1991.\n```";
    assert_eq!(kinds(&format!("````\n{code}\n````\nDone."))[0], item(Code, 0, code));
}

#[test]
fn code_is_indented_with_the_file_around_it() {
    let indented = "Run:\n            ```\n            a\n              b\n            ```";
    assert_eq!(kinds(indented)[1], item(Code, 0, "a\n  b"));
}

#[test]
fn a_formula_is_as_written() {
    assert_eq!(kinds("So $a_1 * b_2$ holds."), [item(ParagraphKind::Plain, 0, "So a_1 * b_2 holds.")]);
    assert_eq!(kinds("So\n\n$$E = m c^2$$"), [item(ParagraphKind::Plain, 0, "So"), item(Formula, 0, "E = m c^2")]);
    assert_eq!(plain("It cost $5 or $6 a seat."), "It cost $5 or $6 a seat.");
}

#[test]
fn a_list_holds_a_list() {
    let found = kinds("1. one\n   - in one\n   - too\n2. two");
    let want =
        [item(Numbered(1), 0, "one"), item(Bullet, 1, "in one"), item(Bullet, 1, "too"), item(Numbered(2), 0, "two")];
    assert_eq!(found, want);
}

#[test]
fn a_list_indented_with_the_file_is_flat() {
    let found = kinds("- a\n            - b\n            - c");
    assert_eq!(found.iter().map(|(_, depth, _)| *depth).collect::<Vec<_>>(), [0, 0, 0]);
}

#[test]
fn a_text_of_one_line_is_seen_as_it_is_written() {
    let lines = [
        "1991.",
        "1991. A year",
        "2) two",
        "> 50 %",
        ">= 3",
        "- 5",
        "-",
        "+",
        "* x",
        "# 1",
        "---",
        "* * *",
        "***",
        "___",
        "~~~",
        "```",
        "``` x",
        "[x]: y",
        "2*3*4",
        "a*b*c",
        "2**3",
        "| a | b |",
        "![a](b.png)",
        "a < b > c",
        "<b>",
        "a_b_c",
        "C#",
        "+5",
        "#",
    ];
    for line in lines {
        assert_eq!(plain(line).replace(' ', ""), line.replace(' ', ""));
    }
}

#[test]
fn nothing_is_swallowed_in_longer_texts() {
    assert_eq!(plain("Either\n1991.\nor\n> 50 %"), "Either 1991. or > 50 %");
    for line in ["1991.", "> 50 %", ">= 3", "[x]: y", "[@a]: so", "-", "+"] {
        let seen = plain(&format!("Before.\n\n{line}\n\nAfter."));
        assert_eq!(seen.split('\n').nth(1), Some(line.trim_start_matches("[@a]")), "{line}");
    }
}

#[test]
fn tables_and_pictures_are_shown_as_they_are_written() {
    let table = "| a | b |\n|---|---|\n| 1 | 2 |";
    assert_eq!(kinds(&format!("Look:\n\n{table}\n\nDone."))[1], item(Code, 0, table));
    assert_eq!(plain("See ![a *bell*](bell.png) there."), "See ![a *bell*](bell.png) there.");
}

#[test]
fn lists_in_lists_keep_their_depth_and_breaks_their_lines() {
    let depths: Vec<_> = kinds("- a\n  - b\n    - c\n- d").into_iter().map(|(_, depth, _)| depth).collect();
    assert_eq!(depths, [0, 1, 2, 0]);
    assert_eq!(plain("Roses are red,  \nviolets"), "Roses are red,\nviolets");
    assert_eq!(plain("over\n\n***\n\nunder"), "over\n---\nunder");
    assert_eq!(plain("<p>one</p>\n\ntwo"), "<p>one</p> \ntwo");
}

#[test]
fn what_is_not_shown_as_it_was_meant_is_found() {
    let words = |text: &str| unseen(text).iter().map(|u| u.words().to_owned()).collect::<Vec<_>>();
    assert_eq!(words("See [here](https://a.b/c) and ![x](y.png)."), ["https://a.b/c", "![x](y.png)"]);
    assert_eq!(words("Look:\n\n| a | b |\n|---|---|\n| 1 | 2 |"), ["| a | b |"]);
    assert_eq!(words("Run:\n\n    let x = 1;\n    let y = 2;\nDone."), ["let x = 1;"]);
    assert_eq!(words("Run:\n```\nlet x = 1;"), ["```"]);
    for sound in
        ["- a\n  - b\n\n      c", "one\n            two\n            three", "```\n    a\n```", "[@a] [[b|c]]", "[x] y"]
    {
        assert!(unseen(sound).is_empty(), "{sound}: {:?}", unseen(sound));
    }
}

#[test]
fn plain_words_lose_marks_and_citations() {
    assert_eq!(plain("**Bold** and [[term|words]] [@a-1]."), "Bold and words.");
}

proptest::proptest! {
    #[test]
    fn a_text_without_marks_is_read_as_the_parser_reads_it(text in "[a-zA-Zé中0-9 .,;:?'\"()/%’“”–…]{1,30}") {
        if super::has_no_marks(&text) {
            proptest::prop_assert_eq!(super::decoded(&text), super::with_marks(&text));
        }
    }
}
