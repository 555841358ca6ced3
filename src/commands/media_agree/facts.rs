//! The facts of a page: a label and its value each.

use super::LabelledValue;
use crate::course::markdown::plain;
use crate::course::wording::{count, points as worth};
use crate::pages::words;
use crate::pages::{Element, LessonScores, Level, Passage, Share, TestScore};
use crate::study::placement::{Gain, RightOf};
use crate::study::progress::QuizLine;
use crate::study::quiz::{Half, percent};
use crate::study::score::{Score, points};
use crate::ui::meter;

/// Whether it holds figures and no author's words.
pub(super) fn is_counted(passage: &Passage) -> bool {
    matches!(
        passage,
        Passage::Reasons(_)
            | Passage::Rewinds(_)
            | Passage::Score { .. }
            | Passage::TimeSpent(_)
            | Passage::CardsByStage(_)
            | Passage::Retention(Some(_))
            | Passage::Days(_)
    )
}

fn fact(label: impl ToString, value: impl ToString) -> LabelledValue {
    (label.to_string(), value.to_string())
}

/// An author's words up to the first work cited, which each medium marks in its own way.
fn bare(text: &str) -> String {
    plain(text.split("[@").next().unwrap_or_default()).trim().to_owned()
}

pub(super) fn facts_of(passage: &Passage) -> Vec<LabelledValue> {
    let said = |text: &str| vec![fact("", bare(text))];
    match passage {
        Passage::Heading(text) | Passage::ListHead(text) | Passage::Ending(text) | Passage::Words(text) => {
            vec![fact("", text)]
        }
        Passage::Nothing(text) | Passage::Done(text) | Passage::Aside(text) => vec![fact("", text)],
        Passage::Points(all) => all.iter().map(|point| fact("", point)).collect(),
        Passage::TestScores(all) => all.iter().flat_map(facts_of_test).collect(),
        Passage::Gain(gain) => facts_of_gain(gain).to_vec(),
        Passage::LessonPairs(all) => all.iter().flat_map(facts_of_lesson).collect(),
        Passage::Prose(text) | Passage::Echo(text) => said(text.as_str()),
        Passage::Objectives(all) => all.iter().flat_map(|text| said(text.as_str())).collect(),
        Passage::Sections(titles) => {
            titles.iter().enumerate().map(|(at, title)| fact(format!("§{}", at + 1), title)).collect()
        }
        Passage::Length { minutes, requires, .. } => {
            requires.iter().map(|title| fact("", title)).chain([fact("About", minutes)]).collect()
        }
        Passage::Exercises { cards, questions, next } => {
            let next = next.iter().map(|(number, title)| fact(number, title));
            [fact("card", cards), fact("question", questions)].into_iter().chain(next).collect()
        }
        Passage::Terms(terms) => terms.iter().map(|it| fact("", &it.term)).collect(),
        Passage::Reasons(score) => vec![fact("Your reasons", earned(*score))],
        Passage::Rewinds(n) => vec![fact("You went back", if *n == 1 { "once".into() } else { format!("{n} times") })],
        Passage::Meters(levels) => levels.iter().flat_map(facts_of_level).collect(),
        Passage::NearZero { level, meaning } => facts_of_low(level, meaning.as_str()).to_vec(),
        Passage::Decision { number, scene } => vec![fact(number, scene)],
        Passage::Hands { counted, .. } if counted.iter().all(|&n| n == 0) => Vec::new(),
        Passage::Hands { counted, .. } => ('A'..).zip(counted).map(|(letter, n)| fact(letter, n)).collect(),
        Passage::Labelled { label, text } => vec![fact(format!("{label}:"), bare(text.as_str()))],
        Passage::Reason { text, .. } => said(text.as_str()),
        Passage::NotTaken { letter, choice, outcome } => {
            let label = letter.map_or_else(|| "Not taken:".to_owned(), |letter| format!("Not taken, {letter}:"));
            vec![fact(label, bare(choice.as_str())), fact("", bare(outcome.as_str()))]
        }
        Passage::Unseen { titles, .. } => titles.iter().map(|title| fact("Not seen:", title)).collect(),
        Passage::Work { name, full, .. } => vec![fact(format!("{name}:"), full)],
        Passage::PassVerdict { earned, needed } => {
            [format!("{earned} % earned"), format!("{needed} % needed")].map(|it| fact("", it)).to_vec()
        }
        Passage::Score { percent, score, right, questions } => {
            facts_of_score(*percent, *score, (*right, *questions)).to_vec()
        }
        Passage::TimeSpent(seconds) => vec![fact("on the questions", meter::clock(*seconds))],
        Passage::Tallies(all) => all.iter().flat_map(facts_of_tally).collect(),
        Passage::Missed(all) => all.iter().map(|it| fact("", bare(&it.stem))).collect(),
        Passage::CardsByStage(counts) => counts.rows().into_iter().map(|(stage, n)| fact(stage, n)).collect(),
        Passage::Retention(None) => vec![fact("", "reviews yet in the last 30 days")],
        Passage::Retention(Some((percent, of))) => {
            vec![fact("in the last 30 days", format!("{percent} % of {of} reviews"))]
        }
        // A screen has the first in its header and at home; the second is a picture on the screen, months in lines.
        Passage::Studied { .. } | Passage::Calendar(_) => Vec::new(),
        Passage::Workloads(all) => {
            all.iter().map(|it| fact(format!("{} %", it.retention_percent), words::workload(it))).collect()
        }
        Passage::Forecast(days) => days.iter().map(|it| fact(it.date, count(it.cards, "card"))).collect(),
        Passage::Days(days) => days.iter().map(|it| fact(it.date, words::day(it))).collect(),
        Passage::Attempts(all) => all.iter().flat_map(facts_of_attempt).collect(),
    }
}

fn earned(score: Score) -> String {
    format!("{} of {}", points(score.points), worth(&points(score.of)))
}

fn facts_of_score(percent: u32, score: Score, (right, questions): (usize, usize)) -> [LabelledValue; 3] {
    [
        fact("", format!("{percent} %")),
        fact("", earned(score)),
        fact("", format!("{right} of {} right", count(questions, "question"))),
    ]
}

fn facts_of_level(it: &Level) -> [LabelledValue; 2] {
    let change = if it.change == 0 { String::new() } else { it.change.abs().to_string() };
    [fact(&it.meter, it.level), fact(&it.meter, change)]
}

fn facts_of_test(TestScore { half, on, right: (right, of) }: &TestScore) -> [LabelledValue; 2] {
    let name = if *half == Half::Before { "Before" } else { "After" };
    [fact(name, format!("{right} of {of} right")), fact(name, on)]
}

fn facts_of_gain(gain: &Gain) -> [LabelledValue; 2] {
    let [gain, low, high] = gain.points();
    [fact("Gain", format!("{gain} points of 100")), fact("95 % confidence", format!("{low} and {high}"))]
}

fn facts_of_low(level: &Level, meaning: &str) -> [LabelledValue; 2] {
    [fact(&level.meter, format!("ended at {}", level.level)), fact("At 0 it would mean:", bare(meaning))]
}

fn facts_of_lesson(it: &LessonScores) -> Vec<LabelledValue> {
    let share = |(right, of): RightOf| fact(&it.title, format!("{right} of {of}"));
    [Some(it.before), it.after].into_iter().flatten().map(share).collect()
}

fn facts_of_tally(it: &Share) -> [LabelledValue; 2] {
    let of = plain(&it.of);
    [fact(&of, format!("{} %", percent(it.score))), fact(&of, count(it.questions, "question"))]
}

fn facts_of_attempt(it: &QuizLine) -> [LabelledValue; 2] {
    let state = if it.finished { format!("{} %", it.percent) } else { "left".to_owned() };
    [fact(it.date, state), fact(&it.about, format!("{} of {} answered", it.answered, it.questions))]
}

pub(super) fn facts_of_element(element: &Element) -> Vec<LabelledValue> {
    match element {
        Element::Title(text)
        | Element::Heading(text)
        | Element::Text(text)
        | Element::Aside(text)
        | Element::Caution(text) => {
            vec![fact("", text)]
        }
        Element::Item { number, words } => vec![fact(number, words)],
        Element::Facts(facts) => facts.iter().map(|(name, what)| fact(name, what)).collect(),
        Element::List(items) => items.iter().map(|item| fact("", item)).collect(),
        // For pages only: what it tells stands elsewhere, too.
        Element::Table(table) if table.for_pages => Vec::new(),
        Element::Table(table) => {
            let row = |row: &Vec<crate::pages::Value>| {
                let name = row.first().map(crate::pages::Value::words).unwrap_or_default();
                row.iter().skip(1).map(|cell| fact(&name, cell.words())).collect::<Vec<_>>()
            };
            table.rows.iter().flat_map(row).collect()
        }
        // Lines do without a chart whose numbers stand in a table.
        Element::Charts(charts) => charts
            .iter()
            .filter(|chart| !chart.in_table)
            .flat_map(|chart| &chart.rows)
            .flat_map(|row| row.bars.iter().map(|bar| fact(row.label.trim_end_matches('.'), &bar.said)))
            .collect(),
        Element::Columns { columns, .. } => {
            columns.iter().filter(|(_, n)| *n > 0).map(|(class, n)| fact(class, n)).collect()
        }
        Element::Replies(all) => all
            .iter()
            .flat_map(|it| {
                let said = it.answer.clone().unwrap_or_else(|| "no answer".to_owned());
                [fact(it.team.words(), said), fact(it.team.words(), it.points.clone().unwrap_or_default())]
            })
            .collect(),
    }
}
