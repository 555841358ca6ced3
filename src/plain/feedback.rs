//! After an answer: what was right, why, who says so, and where it is taught.

use super::text;
use super::{Console, PlainError};
use crate::course::Course;
use crate::course::model::Text;
use crate::study::item::{Appraisal, Item, OptionRow, PairRow, Revealed, Rows, SortedRow, TypedRow};
use crate::study::quiz::Given;
use crate::study::score::Verdict;
use crate::study::short_answer::SpellingMatch;

/// Says the verdict on what was given, the reasons, the explanation and the source. `None` was never reached.
pub(crate) fn say(
    console: &mut Console<'_>,
    course: &Course,
    item: &Item,
    given: Option<&Given>,
) -> Result<(), PlainError> {
    let revealed = Revealed::of_given(course, item, given);
    console.say(&revealed.appraisal.sentence())?;
    for line in corrections(course, item, &revealed) {
        console.say(&line)?;
    }
    if let (Appraisal::Partly(_), Some(rule)) = (revealed.appraisal, item.form.credit_rule()) {
        console.say(rule)?;
    }
    if let Some(feedback) = &revealed.feedback {
        text::say(console, course, feedback.as_str())?;
    }
    text::say(console, course, revealed.explanation())?;
    text::say_sources(console, &revealed.sources)
}

/// What was wrong and why, and the key where the learner has not given it.
fn corrections(course: &Course, item: &Item, revealed: &Revealed) -> Vec<String> {
    let inline = |text: &Text| text::inline(course, text.as_str());
    match &revealed.rows {
        Rows::Options(rows) if item.form.is_one_option() => one(item, rows, &inline),
        Rows::Options(rows) => (1..).zip(rows).filter_map(|(n, row)| marked(n, row, &inline)).collect(),
        Rows::Pairs(rows) => (1..).zip(rows).filter_map(|(n, row)| pair(n, row, &inline)).collect(),
        // The dates are part of the answer, so the whole order is told even when it was right.
        Rows::Sorted(rows) => (1..).zip(rows).map(|(n, row)| sorted(n, row, &inline)).collect(),
        Rows::Typed(rows) => rows.iter().flat_map(|row| typed(row, course)).collect(),
    }
}

type Inline<'a> = dyn Fn(&Text) -> String + 'a;

/// Nothing when it was right; else why not, and the answer with the number it was shown under.
fn one(item: &Item, rows: &[OptionRow], inline: &Inline<'_>) -> Vec<String> {
    let right = rows.iter().position(|row| row.verdict == Some(Verdict::Right));
    let taken = rows.iter().position(|row| row.taken);
    if taken.is_some() && taken == right {
        return Vec::new();
    }
    let why = taken.and_then(|at| rows[at].why.as_ref()).map(inline);
    let answer = right.map(|at| match item.truth_at(at) {
        Some(truth) => format!("It is {truth}."),
        None => format!("The answer is {}. {}", at + 1, inline(&rows[at].text)),
    });
    why.into_iter().chain(answer).collect()
}

fn marked(number: usize, row: &OptionRow, inline: &Inline<'_>) -> Option<String> {
    let option = format!("{number}. {}", inline(&row.text));
    match (row.taken, row.verdict) {
        (true, Some(Verdict::Wrong)) => {
            Some(format!("Does not apply: {option} {}", row.why.as_ref().map(inline).unwrap_or_default()))
        }
        (false, Some(Verdict::Right | Verdict::Partly)) => Some(format!("Applies too: {option}")),
        (true, Some(Verdict::Right | Verdict::Partly)) | (false, Some(Verdict::Wrong)) | (_, None) => None,
    }
}

fn pair(number: usize, row: &PairRow, inline: &Inline<'_>) -> Option<String> {
    let right = format!("{number}. {}: {}.", inline(&row.premise), inline(&row.partner));
    match &row.instead {
        _ if row.verdict == Verdict::Right => None,
        None => Some(right),
        Some((picked, why)) => {
            let why = why.as_ref().map_or_else(String::new, |why| format!(" {}", inline(why)));
            Some(format!("{right} You matched: {}.{why}", inline(picked)))
        }
    }
}

fn sorted(number: usize, row: &SortedRow, inline: &Inline<'_>) -> String {
    let place = row.instead.map_or_else(String::new, |place| format!(" (you: {})", place + 1));
    format!("{number}. {}: {}{place}", row.date, inline(&row.text))
}

fn typed(row: &TypedRow, course: &Course) -> Vec<String> {
    let note = row.note().map(|note| text::inline(course, note));
    let answer = row.accepted.first().filter(|_| row.taken != SpellingMatch::Exactly);
    note.into_iter().chain(answer.map(|answer| format!("The answer is {answer}."))).collect()
}
