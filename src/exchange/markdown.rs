//! Decks and quizzes in Markdown: `Q:`, `A:` and `C:` as hashcards has them, `term :: meaning`, lists of `- [x]`, alone or
//! between `<quiz>` and `</quiz>`.

mod write;

use super::card_draft::CardDraft;
use super::fidelity::SourcePlace;
use super::intake::{Intake, QuestionDraft, SourceItem};
use super::options::{self, OptionDraft, gap, judged, several};
use super::{FormatReader, decode, markup};
use crate::course::model::Ask;

/// Reads and writes Markdown.
pub(super) struct Markdown;

/// What is being read.
enum InProgress<'a> {
    Nothing,
    /// Side, first line, lines of front and back.
    Card {
        gaps: bool,
        line: usize,
        front: Vec<&'a str>,
        back: Option<Vec<&'a str>>,
    },
    Quiz {
        line: usize,
        lines: Vec<&'a str>,
    },
    /// Words that may be the stem of a list; from its first option on it is a quiz without marks.
    Words {
        line: usize,
        lines: Vec<&'a str>,
        is_quiz: bool,
    },
}

impl FormatReader for Markdown {
    fn read(&self, bytes: &[u8], intake: &mut Intake) -> Result<(), String> {
        let text = decode(bytes);
        let (name, body, before) = front_matter(&text);
        if let Some(name) = name {
            intake.category(&name);
        }
        let mut open = InProgress::Nothing;
        let (mut is_code, mut is_comment) = (false, false);
        for (n, line) in body.lines().enumerate() {
            let number = before + n + 1;
            if line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~") {
                is_code = !is_code;
            }
            if !is_code && line.trim_start().starts_with("<!--") {
                is_comment = true;
            }
            if is_comment {
                is_comment = !line.contains("-->");
                continue;
            }
            open = step(open, number, line, is_code, intake);
        }
        close(open, intake);
        Ok(())
    }
}

/// The name that stands between lines of hyphens at the head, and what follows them.
fn front_matter(text: &str) -> (Option<String>, &str, usize) {
    let Some((head, body)) = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")) else {
        return (None, text, 0);
    };
    let value = |line: &str| {
        let (key, value) = line.split_once(['=', ':'])?;
        matches!(key.trim(), "name" | "title").then(|| value.trim().trim_matches('"').to_owned())
    };
    (head.lines().find_map(value), body, head.lines().count() + 2)
}

fn step<'a>(open: InProgress<'a>, number: usize, line: &'a str, is_code: bool, intake: &mut Intake) -> InProgress<'a> {
    let bare = line.trim();
    if let InProgress::Quiz { line: first, mut lines } = open {
        if bare == "</quiz>" {
            quiz(first, &lines, intake);
            return InProgress::Nothing;
        }
        lines.push(line);
        return InProgress::Quiz { line: first, lines };
    }
    if is_code {
        return more(open, number, line);
    }
    let marked = |mark: &str| line.strip_prefix(mark).map(|rest| vec![rest.trim_start()]);
    if bare == "<quiz>" {
        close(open, intake);
        return InProgress::Quiz { line: number + 1, lines: Vec::new() };
    }
    if let Some(front) = marked("Q:") {
        close(open, intake);
        return InProgress::Card { gaps: false, line: number, front, back: None };
    }
    if let Some(front) = marked("C:") {
        close(open, intake);
        return InProgress::Card { gaps: true, line: number, front, back: None };
    }
    match (open, marked("A:")) {
        (InProgress::Card { gaps: false, line, front, back: None }, Some(back)) => {
            InProgress::Card { gaps: false, line, front, back: Some(back) }
        }
        (open, _) if bare == "---" || bare.starts_with("# ") || bare.starts_with("## ") => {
            close(open, intake);
            if let Some(title) = bare.strip_prefix("# ") {
                intake.category(title);
            }
            InProgress::Nothing
        }
        (open, _) => sides(open, number, line, intake),
    }
}

/// `term :: meaning` in a line of its own; `:::` asks both ways.
fn sides<'a>(open: InProgress<'a>, number: usize, line: &'a str, intake: &mut Intake) -> InProgress<'a> {
    if matches!(open, InProgress::Card { .. }) || is_option(line) || line.contains('`') {
        return more(open, number, line);
    }
    for (mark, is_both) in [(":::", true), ("::", false)] {
        let Some((front, back)) = line.split_once(mark) else { continue };
        if front.trim().is_empty() || back.trim().is_empty() {
            continue;
        }
        close(open, intake);
        let front = front.trim().trim_start_matches("- ").to_owned();
        let back = back.trim().to_owned();
        let draft = if is_both { CardDraft::TwoWay { front, back } } else { CardDraft::Basic { front, back } };
        intake.card(SourcePlace { line: number, column: 1 }, SourceItem::default(), draft);
        return InProgress::Nothing;
    }
    more(open, number, line)
}

fn more<'a>(open: InProgress<'a>, number: usize, line: &'a str) -> InProgress<'a> {
    match open {
        InProgress::Card { gaps, line: first, front, back: Some(mut back) } => {
            back.push(line);
            InProgress::Card { gaps, line: first, front, back: Some(back) }
        }
        InProgress::Card { gaps, line: first, mut front, back: None } => {
            front.push(line);
            InProgress::Card { gaps, line: first, front, back: None }
        }
        InProgress::Quiz { line: first, mut lines } => {
            lines.push(line);
            InProgress::Quiz { line: first, lines }
        }
        InProgress::Words { line: first, mut lines, is_quiz } if !(line.trim().is_empty() && is_quiz) => {
            lines.push(line);
            let is_quiz = is_quiz || is_option(line);
            InProgress::Words { line: first, lines, is_quiz }
        }
        InProgress::Words { .. } | InProgress::Nothing if line.trim().is_empty() => open,
        InProgress::Words { .. } | InProgress::Nothing => {
            InProgress::Words { line: number, lines: vec![line], is_quiz: is_option(line) }
        }
    }
}

fn is_option(line: &str) -> bool {
    let bare = line.trim_start();
    ["- [x] ", "- [X] ", "- [ ] ", "* [x] ", "* [ ] "].iter().any(|mark| bare.starts_with(mark))
}

fn close(open: InProgress<'_>, intake: &mut Intake) {
    match open {
        InProgress::Card { gaps, line, front, back } => {
            let at = SourcePlace { line, column: 1 };
            let mut found = SourceItem::default();
            let draft = if gaps {
                CardDraft::Cloze(bracketed(&joined(&front)))
            } else {
                CardDraft::Basic { front: joined(&front), back: joined(&back.unwrap_or_default()) }
            };
            for file in pictures(&front) {
                found.changed.push(format!("its picture is shown as its name: {file}"));
                intake.picture(file);
            }
            intake.card(at, found, draft);
        }
        InProgress::Quiz { line, .. } => {
            intake.dropped(SourcePlace { line, column: 1 }, "a quiz", "its end, </quiz>, is missing");
        }
        InProgress::Words { line, lines, is_quiz: true } => quiz(line, &lines, intake),
        InProgress::Words { .. } | InProgress::Nothing => (),
    }
}

/// The files of pictures in the lines.
fn pictures<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let of_line =
        |line: &&'a str| line.split("](").skip(1).filter_map(|rest| rest.split(')').next()).collect::<Vec<_>>();
    lines.iter().filter(|line| line.contains("![")).flat_map(of_line).collect()
}

/// Lines without the blanks that all but the first have in common.
fn joined(lines: &[&str]) -> String {
    let rest = lines.iter().skip(1).filter(|line| !line.trim().is_empty());
    let inset = rest.map(|line| line.len() - line.trim_start().len()).min().unwrap_or(0);
    let cut = |(n, line): (usize, &&str)| {
        if n == 0 { (*line).to_owned() } else { line.get(inset..).unwrap_or_default().to_owned() }
    };
    lines.iter().enumerate().map(cut).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// `a [gap] in it` becomes `a {{gap}} in it`. Brackets within brackets belong to the answer; those behind a backslash and
/// those of pictures and links are no gaps.
fn bracketed(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let (mut out, mut depth, mut at) = (String::new(), 0_usize, 0);
    let mut is_code = false;
    while at < chars.len() {
        let (c, next) = (chars[at], chars.get(at + 1).copied());
        match c {
            '\\' if matches!(next, Some('[' | ']')) => {
                out.push('\\');
                out.push(next.unwrap_or(' '));
                at += 1;
            }
            '`' => {
                is_code = !is_code;
                out.push(c);
            }
            '!' if next == Some('[') && !is_code => {
                let end = chars[at..].iter().position(|c| *c == ')').unwrap_or(0);
                out.extend(&chars[at..=at + end]);
                at += end;
            }
            '[' if !is_code => {
                depth += 1;
                out.push_str(if depth == 1 { "{{" } else { "\\[" });
            }
            ']' if !is_code && depth > 0 => {
                depth -= 1;
                out.push_str(if depth == 0 { "}}" } else { "\\]" });
            }
            _ => out.push(c),
        }
        at += 1;
    }
    out
}

/// Stem, list of options, explanation; or a text with gaps between double brackets.
fn quiz(line: usize, lines: &[&str], intake: &mut Intake) {
    let first = lines.iter().position(|line| !line.trim().is_empty()).unwrap_or(0);
    let at = SourcePlace { line: line + first, column: 1 };
    let mut found = SourceItem::default();
    let Some(from) = lines.iter().position(|line| is_option(line)) else {
        let (stem, asked) = gaps(&joined(lines), &mut found.changed);
        return intake.question(at, found, QuestionDraft { stem, ..QuestionDraft::default() }, asked);
    };
    let to = lines.iter().rposition(|line| is_option(line)).unwrap_or(from);
    let options: Vec<OptionDraft> = lines[from..=to]
        .iter()
        .filter(|line| is_option(line))
        .map(|line| {
            let (mark, words) = line.trim_start().split_at(6);
            let (words, feedback) = words.split_once(" -- ").unwrap_or((words, ""));
            let percent = if mark.to_lowercase().contains('x') { 100 } else { 0 };
            OptionDraft { text: words.trim().to_owned(), percent, feedback: feedback.trim().to_owned() }
        })
        .collect();
    let draft =
        QuestionDraft { stem: joined(&lines[..from]), explain: joined(&lines[to + 1..]), ..QuestionDraft::default() };
    let right = options.iter().filter(|o| o.percent > 0).count();
    let ask = match right {
        0 => Err("no option is ticked as right".to_owned()),
        1 => Ok(Ask::Choice(judged(options, &mut found.changed))),
        _ => Ok(several(options, &mut found.changed)),
    };
    intake.question(at, found, draft, ask);
}

/// Each `[[answer]]` becomes a gap.
fn gaps(text: &str, changed: &mut Vec<String>) -> (String, Result<Ask, String>) {
    let (mut stem, mut blanks, mut rest) = (String::new(), Vec::new(), text);
    while let Some((before, after)) = rest.split_once("[[") {
        let Some((answer, next)) = after.split_once("]]") else { break };
        let options = answer.split('|').map(|one| OptionDraft {
            text: markup::escaped(one),
            percent: 100,
            feedback: String::new(),
        });
        let Some(blank) = gap(&format!("gap {}", blanks.len() + 1), options.collect(), changed) else { break };
        blanks.push(blank);
        stem.push_str(&format!("{before}\\_\\_\\_ ({})", blanks.len()));
        rest = next;
    }
    stem.push_str(rest);
    let asked = options::gaps(blanks).ok_or_else(|| "it has neither options nor gaps".to_owned());
    (stem, asked)
}
