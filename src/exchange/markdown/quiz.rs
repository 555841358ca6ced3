//! A question with a list of options that are ticked or not; or a text with gaps between double brackets.

use super::fence;
use super::paragraphs::joined;
use crate::course::model::Ask;
use crate::exchange::fidelity::SourcePlace;
use crate::exchange::intake::{Intake, QuestionDraft, SourceItem, Unasked};
use crate::exchange::options::{OptionDraft, picked, several};
use crate::exchange::typed::{self, TypedDraft, gap};

/// Whether an option is ticked, and its words: `- [x] words`, `1. [ ] words`.
pub(super) fn ticked(line: &str) -> Option<(bool, &str)> {
    let bare = line.trim_start();
    let digits = bare.len() - bare.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let marks: &[char] = if digits > 0 { &['.', ')'] } else { &['-', '*', '+'] };
    let rest = bare[digits..].strip_prefix(marks)?.trim_start().strip_prefix('[')?;
    let (mark, rest) = rest.split_once(']')?;
    let is_right = match mark {
        "x" | "X" => true,
        "" | " " => false,
        _ => return None,
    };
    (rest.is_empty() || rest.starts_with(' ')).then(|| (is_right, rest.trim()))
}

/// What each line ticks; lines of code tick nothing.
fn ticks<'a>(lines: &[&'a str]) -> Vec<Option<(bool, &'a str)>> {
    let mut open = None;
    let tick = |line: &&'a str| match (open, fence(line)) {
        (None, Some(mark)) => {
            open = Some(mark);
            None
        }
        (Some(mark), found) => {
            open = found.is_none_or(|it| it != mark).then_some(mark);
            None
        }
        (None, None) => ticked(line),
    };
    lines.iter().map(tick).collect()
}

/// Stem, list of options, explanation.
pub(super) fn read(line: usize, lines: &[&str], tags: &[String], intake: &mut Intake) {
    let first = lines.iter().position(|line| !line.trim().is_empty()).unwrap_or(0);
    let at = SourcePlace { line: line + first, column: 1 };
    let mut found = SourceItem { tags: tags.to_vec(), ..SourceItem::default() };
    let ticks = ticks(lines);
    let Some(from) = ticks.iter().position(Option::is_some) else {
        let (stem, asked) = gaps(&joined(lines), &mut found.changed);
        return intake.question(at, found, QuestionDraft { stem, ..QuestionDraft::default() }, asked);
    };
    let (options, explain) = options(&lines[from..], &ticks[from..]);
    let stem = unnumbered(&joined(&lines[..from])).to_owned();
    let mut draft = QuestionDraft { stem, explain: unquoted(&joined(&explain)), ..QuestionDraft::default() };
    let right = options.iter().filter(|o| o.percent > 0).count();
    let ask = match right {
        0 => Err("no option is ticked as right".into()),
        1 => Ok(picked(options, &mut draft, &mut found.changed)),
        _ => Ok(several(options, &mut found.changed)),
    };
    intake.question(at, found, draft, ask);
}

/// The options, and the lines behind an empty line after the last of them. Lines between belong to the option before.
fn options<'a>(lines: &[&'a str], ticks: &[Option<(bool, &'a str)>]) -> (Vec<OptionDraft>, Vec<&'a str>) {
    let last = ticks.iter().rposition(Option::is_some).unwrap_or(0);
    let end = lines[last..].iter().position(|line| line.trim().is_empty()).map_or(lines.len(), |n| last + n);
    let mut options: Vec<OptionDraft> = Vec::new();
    for (line, tick) in lines[..end].iter().zip(ticks).filter(|(line, _)| !line.trim().is_empty()) {
        match (tick, options.last_mut()) {
            (Some((is_right, words)), _) => {
                let (text, feedback) = words.split_once(" -- ").unwrap_or((words, ""));
                let percent = if *is_right { 100 } else { 0 };
                options.push(OptionDraft {
                    text: text.trim().to_owned(),
                    percent,
                    feedback: feedback.trim().to_owned(),
                });
            }
            (None, Some(option)) => {
                let place = if option.feedback.is_empty() { &mut option.text } else { &mut option.feedback };
                place.push(' ');
                place.push_str(line.trim());
            }
            (None, None) => (),
        }
    }
    (options, lines[end..].to_vec())
}

/// `1. What …?` is the first of a page's questions, not a list.
fn unnumbered(stem: &str) -> &str {
    let digits = stem.len() - stem.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = stem[digits..].strip_prefix(['.', ')']).and_then(|rest| rest.strip_prefix(' '));
    rest.filter(|rest| (1..=3).contains(&digits) && !rest.trim().is_empty()).unwrap_or(stem)
}

/// Without the marks of a quotation around all of it.
fn unquoted(words: &str) -> String {
    let lines: Option<Vec<&str>> = words.lines().map(|line| line.strip_prefix('>')).collect();
    lines.map_or_else(|| words.to_owned(), |lines| lines.iter().map(|l| l.trim()).collect::<Vec<_>>().join("\n"))
}

/// Each `[[answer]]` becomes a gap.
fn gaps(text: &str, changed: &mut Vec<String>) -> (String, Result<Ask, Unasked>) {
    let (mut stem, mut blanks, mut rest) = (String::new(), Vec::new(), text);
    while let Some((before, after)) = rest.split_once("[[") {
        let Some((answer, next)) = after.split_once("]]") else { break };
        let accepted = answer.split('|').map(TypedDraft::accepted).collect();
        match gap(&format!("gap {}", blanks.len() + 1), accepted, changed) {
            Ok(blank) => blanks.push(blank),
            Err(why) => return (text.to_owned(), Err(why)),
        }
        stem.push_str(&format!("{before}\\_\\_\\_ ({})", blanks.len()));
        rest = next;
    }
    stem.push_str(rest);
    if blanks.is_empty() {
        return (stem, Err("it has neither options nor gaps".into()));
    }
    (stem, typed::gaps(blanks))
}
