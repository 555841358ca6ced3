//! One question of a drill: key, counts by option, who said what.

use super::drill;
use crate::pages::{BarChart, BarRow, ChartBar, Element, Fill, Scale, TeamReply, words};
use crate::study::report::{DrillQuestion, DrillReport, Fate, OptionCount, PupilAnswer, TeamLine, Votes};

/// Bytes of the longest letters that stand for an answer; longer ones say less than its words.
const LONGEST_MARKS: usize = 3;

/// The question as the report of a drill tells it.
pub(super) fn elements(report: &DrillReport, question: &DrillQuestion) -> Vec<Element> {
    let mut elements = vec![
        Element::Item { number: question.about.number, words: question.about.stem.clone() },
        Element::Facts(facts(question)),
    ];
    if !question.options.is_empty() {
        elements.push(Element::Charts(vec![counts(question)]));
    }
    elements.extend(question.votes.as_ref().map(arguing).map(Element::Text));
    elements.extend(by_pupil(&question.pupils).map(Element::Aside));
    elements.extend(unused(&question.unused_distractors, question.answers_counted).map(Element::Aside));
    let said = said(report, question);
    if !said.is_empty() {
        elements.push(Element::Replies(said));
    }
    elements
}

/// `By pupil: Ana B, then C; Ben C.`
fn by_pupil(pupils: &[PupilAnswer]) -> Option<String> {
    let line = |pupil: &PupilAnswer| match (&pupil.first, &pupil.second) {
        (Some(first), Some(second)) if first != second => format!("{} {first}, then {second}", pupil.name),
        _ if pupil.by_code => format!("{} {} (typed from a code)", pupil.name, pupil.last().unwrap_or_default()),
        _ => format!("{} {}", pupil.name, pupil.last().unwrap_or_default()),
    };
    let lines: Vec<String> = pupils.iter().map(line).collect();
    (!lines.is_empty()).then(|| format!("By pupil: {}.", lines.join("; ")))
}

fn facts(question: &DrillQuestion) -> Vec<(&'static str, String)> {
    let authors = question.key_changed.as_ref().map(|change| change.authors_key.clone());
    let nobody = || "does not count".to_owned();
    let mut facts = match (question.fate, authors) {
        (Fate::Skipped, _) => vec![("Key", question.key.clone()), ("Skipped", nobody())],
        (Fate::Void, authors) => vec![("Key", authors.unwrap_or_default()), ("Void", nobody())],
        (Fate::Counted, None) => vec![("Key", question.key.clone()), ("Facility", facility(question))],
        (Fate::Counted, Some(authors)) => {
            vec![("New key", question.key.clone()), ("Instead of", authors), ("Facility", facility(question))]
        }
    };
    facts.push(("Taught in", words::taught(&question.about)));
    facts
}

/// `67 % of 6 answers`.
pub(super) fn facility(question: &DrillQuestion) -> String {
    let what = if question.votes.is_some() || (question.answers.is_empty() && question.answers_counted > 0) {
        "hand"
    } else {
        "answer"
    };
    match question.facility {
        Some(share) => {
            let of = question
                .teams_asked
                .map_or_else(|| words::count(question.answers_counted, what), |teams| words::count(teams, "team"));
            format!("{} of {of}", words::percent(share))
        }
        None => "no answer".to_owned(),
    }
}

fn counts(question: &DrillQuestion) -> BarChart {
    let hands = question.votes.as_ref().map(|v| (v.hands_first, v.hands_second));
    let (first, last) = hands.unwrap_or((0, question.answers_counted));
    let title = match hands {
        Some(_) => "Hands by option",
        None => "Answers by option",
    };
    option_bars(title, &question.options, first, last)
}

/// Counts by option out of `last` answers, and before arguing out of `first`.
pub(super) fn option_bars(title: &str, options: &[OptionCount], first: usize, last: usize) -> BarChart {
    let row = |option: &OptionCount| {
        let fill = if option.right { Fill::Solid } else { Fill::Light };
        let bar = |n: usize, of: usize, fill| ChartBar::new(words::part_of(n, of), n.to_string(), fill);
        let before = option.first_count.map(|n| bar(n, first, Fill::Hollow));
        BarRow {
            team: None,
            mark: option.mark.clone(),
            label: option.text.clone(),
            tag: option.right.then(|| "key".to_owned()).or_else(|| option.part.clone()),
            bars: before.into_iter().chain([bar(option.count, last, fill)]).collect(),
        }
    };
    BarChart {
        title: title.to_owned(),
        compares: options.iter().any(|o| o.first_count.is_some()),
        scale: Scale::Share,
        rows: options.iter().map(row).collect(),
        in_table: false,
    }
}

fn arguing(votes: &Votes) -> String {
    let hands = if votes.hands_first == votes.hands_second {
        String::new()
    } else {
        format!(" The votes had {} and {} hands, so not everybody voted twice.", votes.hands_first, votes.hands_second)
    };
    let gain = votes.normalised_gain.filter(|g| *g > 0.0);
    let gain =
        gain.map(|g| format!(", which is {} of what was still to be gained", words::percent(g))).unwrap_or_default();
    let (before, after) = (words::percent(votes.facility_first), words::percent(votes.facility_second));
    format!("Right before arguing: {before}; after: {after}{gain}.{hands}")
}

/// Says which distractors nobody took.
pub(super) fn unused(marks: &[String], of: usize) -> Option<String> {
    (!marks.is_empty() && of > 0)
        .then(|| format!("Nobody chose {} ({}).", marks.join(", "), words::count(of, "answer")))
}

fn said(report: &DrillReport, question: &DrillQuestion) -> Vec<TeamReply> {
    let spoken = question.answers.iter().filter_map(|answer| {
        let team = report.teams.iter().find(|t| t.letter == answer.team)?;
        let in_words = question.options.is_empty() || answer.marks.len() > LONGEST_MARKS;
        let said = if in_words { &answer.said } else { &answer.marks };
        let points = (question.fate == Fate::Counted).then(|| words::points(answer.points));
        Some(TeamReply {
            team: drill::mark(team),
            answer: Some(if answer.passed { "passed".to_owned() } else { said.clone() }),
            points,
        })
    });
    let silent = report.teams.iter().filter(|t| question.no_answer.contains(&t.letter));
    let silent = silent.map(|team| TeamReply { team: drill::mark(team), answer: None, points: Some("0".to_owned()) });
    spoken.chain(silent).collect()
}

/// What `team` earned at `question`: `–` without an answer, `·` where it did not count.
pub(super) fn earned(team: &TeamLine, question: &DrillQuestion) -> String {
    if question.fate != Fate::Counted {
        return "·".to_owned();
    }
    question.answers.iter().find(|a| a.team == team.letter).map_or_else(|| "–".to_owned(), |a| words::points(a.points))
}
