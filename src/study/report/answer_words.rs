//! Answers and keys in words, and by the letters under which they were shown.

use unicode_segmentation::UnicodeSegmentation;

use crate::course::Course;
use crate::course::markdown::plain;
use crate::course::model::text::defused;
use crate::course::model::{Ask, Judged, Pair, Question, Step, Text};
use crate::course::wording;
use crate::study::answer::Answer;
use crate::study::drill::{Key, Ruling, Said};
use crate::study::grading::is_right;
use crate::study::names::MAX_MARKS;

/// Most characters of a typed answer that are shown.
const LONGEST: usize = 120;

/// Text that somebody typed, fit to be shown in one line: nothing that steers, no stacks, no endless word.
pub(super) fn tamed(text: &str) -> String {
    let safe = defused(text).replace(['\n', '\u{200c}', '\u{200d}'], " ");
    let sign = |g: &str| g.chars().take(MAX_MARKS).collect::<String>();
    let shown: String = safe.graphemes(true).take(LONGEST).map(sign).collect();
    let rest = if safe.graphemes(true).nth(LONGEST).is_some() { "…" } else { "" };
    format!("{}{rest}", shown.trim())
}

/// What stands before the option with the author's number `of`: `A`, `B` … by its place on the screen, `T` and `F`, or
/// a track's own key.
pub(super) fn mark(ask: &Ask, order: &[usize], of: usize) -> String {
    match ask {
        Ask::TrueFalse(_) => if of == 0 { "T" } else { "F" }.to_owned(),
        Ask::Classify { scheme, .. } => {
            crate::course::wording::keys(scheme).get(of).map(ToString::to_string).unwrap_or_default()
        }
        Ask::Typed { .. } => String::new(),
        Ask::Choice(_) | Ask::Several(_) | Ask::Match { .. } | Ask::Order(_) => order
            .iter()
            .position(|&o| o == of)
            .map(|at| wording::letter(at).to_ascii_uppercase().to_string())
            .unwrap_or_default(),
    }
}

/// An answer in the letters shown: `B`, `A C`, `T`, `1.5`, `1991`; `–` for none.
pub(super) fn marks(ask: &Ask, order: &[usize], said: &Said) -> String {
    let mark = |&of: &usize| mark(ask, order, of);
    let answer = match said {
        Said::Ruled(Ruling::Right) => return "right".to_owned(),
        Said::Ruled(Ruling::Half) => return "half".to_owned(),
        Said::Ruled(Ruling::Wrong) => return "wrong".to_owned(),
        Said::Entered(answer) => answer,
    };
    let all = |of: &[usize]| of.iter().map(mark).collect::<Vec<_>>().join(" ");
    match answer {
        Answer::Choice(of) | Answer::Classify(of) => mark(of),
        Answer::TrueFalse(said) => mark(&usize::from(!said)),
        Answer::Several(of) if !of.is_empty() => all(of),
        Answer::Order(of) => all(of),
        Answer::Match(joined) => {
            joined.iter().map(|j| j.as_ref().map_or_else(|| "–".to_owned(), mark)).collect::<Vec<_>>().join(" ")
        }
        Answer::Typed(text) => tamed(text),
        Answer::Several(_) | Answer::Skipped => "–".to_owned(),
    }
}

/// What was said, in words.
pub(super) fn words(course: &Course, ask: &Ask, said: &Said) -> String {
    match said {
        Said::Ruled(Ruling::Right) => "spoken, taken as right".to_owned(),
        Said::Ruled(Ruling::Half) => "spoken, taken as half right".to_owned(),
        Said::Ruled(Ruling::Wrong) => "spoken, taken as wrong".to_owned(),
        Said::Entered(answer) => answer_in_words(course, ask, answer),
    }
}

fn answer_in_words(course: &Course, ask: &Ask, answer: &Answer) -> String {
    let option = |&of: &usize| option(course, ask, of);
    let all = |of: &[usize], between: &str| of.iter().map(option).collect::<Vec<_>>().join(between);
    match (answer, ask) {
        (Answer::Choice(of) | Answer::Classify(of), _) => option(of),
        (Answer::TrueFalse(said), _) => option(&usize::from(!said)),
        (Answer::Several(of), _) if !of.is_empty() => all(of, "; "),
        (Answer::Order(of), _) => all(of, " → "),
        (Answer::Match(joined), Ask::Match { pairs, .. }) => {
            let pair = |(Pair(premise, _), j): (&Pair, &Option<usize>)| {
                format!("{} – {}", plain(premise.as_str()), j.as_ref().map_or_else(|| "nothing".to_owned(), option))
            };
            pairs.iter().zip(joined).map(pair).collect::<Vec<_>>().join("; ")
        }
        (Answer::Typed(text), _) => tamed(text),
        (Answer::Several(_) | Answer::Match(_) | Answer::Skipped, _) => "no answer".to_owned(),
    }
}

/// The option with the author's number `of`, in words.
pub(super) fn option(course: &Course, ask: &Ask, of: usize) -> String {
    plain(&wording::option(course, ask, of))
}

/// The key that stands, in words.
pub(super) fn key(course: &Course, question: &Question, key: &Key) -> String {
    match key {
        Key::Author => author(course, &question.ask),
        Key::AnyOf(answers) => {
            answers.iter().map(|a| answer_in_words(course, &question.ask, a)).collect::<Vec<_>>().join("; or ")
        }
        Key::Everything => "every answer counts as right".to_owned(),
        Key::Void => "void: counts for nobody".to_owned(),
    }
}

/// The author's key.
pub(super) fn author(course: &Course, ask: &Ask) -> String {
    let words = |text: &Text| plain(text.as_str());
    let joined = |texts: Vec<String>| texts.join("; ");
    match ask {
        Ask::Choice(options) | Ask::Several(options) => {
            joined(options.iter().filter(|o| is_right(o)).map(Judged::text).map(words).collect())
        }
        Ask::TrueFalse(truth) => option(course, ask, usize::from(!truth)),
        Ask::Match { pairs, .. } => {
            joined(pairs.iter().map(|Pair(a, b)| format!("{} – {}", words(a), words(b))).collect())
        }
        Ask::Order(steps) => steps
            .iter()
            .map(|Step(event, date)| format!("{} ({})", words(event), words(date)))
            .collect::<Vec<_>>()
            .join(" → "),
        Ask::Typed { accept, .. } => accept.first().map(words).unwrap_or_default(),
        Ask::Classify { scheme, key, defensible, .. } => {
            let track = |key: &crate::course::model::Id| plain(&wording::category(course, scheme, key.as_str()));
            let half: String = defensible.iter().map(|d| format!("; half for {}", track(d))).collect();
            format!("{}{half}", track(key))
        }
    }
}
