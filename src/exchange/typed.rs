//! Answers of other programs that are typed: words that are accepted, earn a part or are wrong, and numbers.

use super::alike::spelled;
use super::intake::{QuestionDraft, Unasked, text};
use super::markup;
use super::outgoing::note_once;
use crate::course::model::{Ask, Blank, Partly, Rival, Target, Text};

/// A typed answer of a source.
pub(super) struct TypedDraft {
    /// In Markdown; `None` where any answer is meant.
    pub words: Option<String>,
    /// What it earns of 100.
    pub percent: i32,
    pub feedback: String,
}

impl TypedDraft {
    /// Plain words that earn all.
    pub(super) fn accepted(words: &str) -> Self {
        Self { words: Some(markup::escaped(words)), percent: 100, feedback: String::new() }
    }

    /// Words as Moodle writes them: an asterisk stands for anything, unless a backslash is before it.
    pub(super) fn with_wildcards(raw: &str, percent: i32, feedback: String, changed: &mut Vec<String>) -> Self {
        let raw = raw.trim();
        let starred = raw.replace("\\*", "\u{e000}");
        let bare = starred.replace('*', "").replace('\u{e000}', "*");
        if raw == "*" || (starred.contains('*') && bare.trim().is_empty()) {
            return Self { words: None, percent, feedback };
        }
        if starred.contains('*') {
            note_once(changed, &format!("in “{raw}” the asterisk stood for any letters: here it is left out"));
        }
        Self { words: Some(markup::escaped(&bare)), percent, feedback }
    }
}

/// What was foreseen for one place for words.
#[derive(Default)]
struct TypedWords {
    accept: Vec<Text>,
    partly: Vec<Partly>,
    rivals: Vec<Rival>,
    /// What is said to right answers.
    to_right: Vec<String>,
    /// What any other answer earns, and what is said to it.
    any: Option<(i32, String)>,
}

impl TypedWords {
    fn of(all: Vec<TypedDraft>, changed: &mut Vec<String>) -> Self {
        let mut words = Self::default();
        for TypedDraft { words: written, percent, feedback } in all {
            let Some(written) = written else {
                words.any.get_or_insert((percent, feedback));
                continue;
            };
            let Some(answer) = text(&written, changed) else { continue };
            if percent < 100 && words.has(&answer, percent) {
                let short = markup::short(answer.as_str());
                changed.push(format!("“{short}” stood there twice, but for capitals and signs: the first counts"));
                continue;
            }
            let said = text(&feedback, changed);
            match (percent, said) {
                (100.., said) => {
                    words.accept.push(answer);
                    words.to_right.extend(said.map(|said| said.as_str().to_owned()));
                }
                (..=0, Some(why)) => words.rivals.push(Rival(answer, why)),
                (..=0, None) => changed.push(format!(
                    "the wrong answer “{}” is not kept: what nobody foresaw is wrong anyway",
                    markup::short(answer.as_str())
                )),
                (part, said) => words.partly.push(Partly(answer, u8::try_from(part).unwrap_or(50), said)),
            }
        }
        if words.any.as_ref().is_some_and(|(percent, _)| *percent > 0) {
            changed.push("any other answer earned something: here it earns nothing".to_owned());
        }
        words
    }

    /// Whether an answer that is read like this one was foreseen already, as `check` has it.
    fn has(&self, answer: &Text, percent: i32) -> bool {
        let answer = spelled(answer);
        let mut paid = self.accept.iter().chain(self.partly.iter().map(|part| &part.0)).map(spelled);
        if percent > 0 {
            return paid.any(|other| other.is_closely(&answer));
        }
        paid.any(|other| other.is_same(&answer))
            || self.rivals.iter().any(|rival| spelled(&rival.0).is_closely(&answer))
    }

    fn key(&self) -> Result<(), Unasked> {
        if !self.accept.is_empty() {
            return Ok(());
        }
        Err(match self.any {
            Some((100.., _)) => "any answer is right, and none is given",
            _ => "no answer is given that is right",
        }
        .into())
    }
}

/// Words that are typed.
pub(super) fn words(
    all: Vec<TypedDraft>,
    draft: &mut QuestionDraft,
    changed: &mut Vec<String>,
) -> Result<Ask, Unasked> {
    let words = TypedWords::of(all, changed);
    words.key()?;
    let TypedWords { accept, partly, rivals, mut to_right, any } = words;
    to_right.dedup();
    match &to_right[..] {
        [] => (),
        [one] if draft.right.is_empty() => draft.right.clone_from(one),
        _ => note_once(changed, "what is said to single right answers is left out"),
    }
    say_to_others(any.map(|(_, said)| said), draft, changed);
    Ok(Ask::Typed { accept, partly, rivals, number: None, unit: None, gaps: Vec::new() })
}

fn say_to_others(said: Option<String>, draft: &mut QuestionDraft, changed: &mut Vec<String>) {
    let Some(said) = said.filter(|said| !said.trim().is_empty()) else { return };
    if draft.wrong.is_empty() {
        draft.wrong = said;
    } else {
        note_once(changed, "what is said to any other answer is left out");
    }
}

/// One gap of several.
pub(super) fn gap(label: &str, all: Vec<TypedDraft>, changed: &mut Vec<String>) -> Result<Blank, Unasked> {
    let words = TypedWords::of(all, changed);
    words.key().map_err(|_| format!("{label} has no answer that is right"))?;
    if !words.to_right.is_empty() || words.any.is_some_and(|(_, said)| !said.is_empty()) {
        note_once(changed, "what is said to right answers and to any other in a gap is left out");
    }
    let label = text(label, changed).ok_or("a gap has no name")?;
    Ok(Blank { label, accept: words.accept, partly: words.partly, rivals: words.rivals })
}

/// The gaps of a text; a single one is a typed answer.
pub(super) fn gaps(mut gaps: Vec<Blank>) -> Result<Ask, Unasked> {
    let answers = |gap: &Blank| gap.accept.first().map_or_else(String::new, ToString::to_string);
    if gaps.len() > 1 && gaps.iter().flat_map(|gap| &gap.accept).any(|answer| answer.as_str().contains(';')) {
        let why = "an answer to one of its gaps has a semicolon, which parts the answers here".to_owned();
        let answer = gaps.iter().map(|gap| format!("{}: {}", gap.label, answers(gap))).collect::<Vec<_>>().join("\\\n");
        return Err(Unasked::NoPlace { why, answer });
    }
    let (accept, partly, rivals, gaps) = match gaps.len() {
        0 => return Err("no answer stands in its text".into()),
        1 => {
            let one = gaps.swap_remove(0);
            (one.accept, one.partly, one.rivals, Vec::new())
        }
        _ => (Vec::new(), Vec::new(), Vec::new(), gaps),
    };
    Ok(Ask::Typed { accept, partly, rivals, number: None, unit: None, gaps })
}

/// A number of a source: which numbers are meant, what they earn of 100, and what is said to them.
pub(super) struct NumberDraft {
    /// `None` where any other answer is meant.
    pub target: Option<Target>,
    pub percent: i32,
    pub feedback: String,
}

/// Which number is right. A number counts whole or not at all here.
pub(super) fn number(
    all: Vec<NumberDraft>,
    unit: Option<Text>,
    draft: &mut QuestionDraft,
    changed: &mut Vec<String>,
) -> Result<Ask, Unasked> {
    let mut best = None;
    for NumberDraft { target, percent, feedback } in all {
        match (target, percent) {
            (None, _) => say_to_others(Some(feedback), draft, changed),
            (Some(target), 100..) if best.is_none() => {
                best = Some(target);
                if draft.right.is_empty() {
                    draft.right = feedback;
                }
            }
            (Some(_), 100..) => note_once(changed, "of several right numbers the first is kept"),
            (Some(_), 1..) => {
                note_once(changed, "a number counts whole or not at all here: what earned a part is left out");
            }
            (Some(_), _) => note_once(changed, "what is said to a wrong number is left out"),
        }
    }
    let number = Some(best.ok_or("no number is right")?);
    let (accept, partly, rivals, gaps) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    Ok(Ask::Typed { accept, partly, rivals, number, unit, gaps })
}

/// A number as people and programs write it: `3.14`, `3,14`, `6.02e23`, `6.02x10^23`.
pub(super) fn parsed(raw: &str) -> Result<f64, String> {
    let bare: String = raw.chars().filter(|c| !c.is_whitespace()).collect();
    let bare = bare.replace(['−', '–'], "-").replace(',', ".");
    let bare = ["x10^", "×10^", "*10^", "·10^"].iter().fold(bare, |text, mark| text.replace(mark, "e"));
    let found = bare.parse::<f64>().ok().filter(|n| n.is_finite());
    found.ok_or_else(|| format!("“{}” is no number", raw.trim()))
}

/// `value` and what differs from it by no more than `by`.
pub(super) fn near(value: f64, by: f64) -> Target {
    if by == 0.0 { Target::Exactly(value) } else { Target::Near(value, by.abs()) }
}

/// From the one to the other, whichever is the smaller.
pub(super) fn between(one: f64, other: f64) -> Target {
    Target::Between(one.min(other), one.max(other))
}
