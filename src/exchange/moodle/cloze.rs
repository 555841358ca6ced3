//! Moodle's embedded answers: `{1:SHORTANSWER:=end~%50%tail#Nearly.}` within a text. Each becomes a gap.

use crate::exchange::fidelity::SourcePlace;
use crate::exchange::intake::{Intake, QuestionDraft, SourceItem};
use crate::exchange::markup;
use crate::exchange::options::{self, OptionDraft, gap};

pub(super) fn question(at: SourcePlace, mut found: SourceItem, mut draft: QuestionDraft, intake: &mut Intake) {
    let (mut stem, mut gaps) = (String::new(), Vec::new());
    let source = unescaped(&draft.stem);
    let mut rest = &source[..];
    while let Some((before, inside, after)) = embedded(rest) {
        stem.push_str(before);
        let (kind, answers) = inside;
        let options = options(answers);
        if kind.starts_with('M') {
            let shown: Vec<&str> = options.iter().map(|o| o.text.as_str()).collect();
            stem.push_str(&format!("\\_\\_\\_ ({}: {})", gaps.len() + 1, shown.join(" / ")));
        } else {
            stem.push_str(&format!("\\_\\_\\_ ({})", gaps.len() + 1));
        }
        if kind.starts_with('N') {
            found.changed.push("a number in a gap is compared as it is written".to_owned());
        }
        gaps.extend(gap(
            &format!("gap {}", gaps.len() + 1),
            options.into_iter().filter(|o| o.percent > 0).collect(),
            &mut found.changed,
        ));
        rest = after;
    }
    stem.push_str(rest);
    draft.stem = stem;
    let ask = options::gaps(gaps).ok_or_else(|| "no answer is embedded in its text".to_owned());
    intake.question(at, found, draft, ask);
}

/// The text before the first embedded answer, its kind and answers, and the text behind it.
fn embedded(text: &str) -> Option<(&str, (&str, &str), &str)> {
    for (open, _) in text.match_indices('{') {
        let inner = &text[open + 1..];
        let digits = inner.chars().take_while(char::is_ascii_digit).count();
        let Some(rest) = inner[digits..].strip_prefix(':') else { continue };
        let Some((kind, answers)) = rest.split_once(':') else { continue };
        if kind.is_empty() || !kind.chars().all(|c| c.is_ascii_uppercase() || c == '_') {
            continue;
        }
        let end = unescaped_brace(answers)?;
        return Some((&text[..open], (kind, &answers[..end]), &answers[end + 1..]));
    }
    None
}

fn unescaped_brace(text: &str) -> Option<usize> {
    text.match_indices('}').map(|(at, _)| at).find(|&at| !text[..at].ends_with('\\'))
}

/// What became Markdown is read as Moodle wrote it: signs that the converter took the meaning from have it again.
fn unescaped(text: &str) -> String {
    ["\\#", "\\=", "\\~", "\\_", "\\*", "\\%"].iter().fold(text.to_owned(), |text, mark| text.replace(mark, &mark[1..]))
}

fn options(answers: &str) -> Vec<OptionDraft> {
    let one = |raw: &str| {
        let (raw, is_key) = raw.strip_prefix('=').map_or((raw, false), |rest| (rest, true));
        let (percent, raw) = match raw.strip_prefix('%').and_then(|rest| rest.split_once('%')) {
            Some((number, rest)) => (number.parse().unwrap_or(0), rest),
            None => (if is_key { 100 } else { 0 }, raw),
        };
        let (words, feedback) = raw.split_once('#').unwrap_or((raw, ""));
        // `40:5` is a number and its tolerance.
        let words = words
            .split_once(':')
            .filter(|(n, by)| n.parse::<f64>().is_ok() && by.parse::<f64>().is_ok())
            .map_or(words, |(n, _)| n);
        OptionDraft { text: markup::escaped(words), percent, feedback: markup::escaped(feedback) }
    };
    answers.split('~').filter(|raw| !raw.trim().is_empty()).map(one).collect()
}
