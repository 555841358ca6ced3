//! The report for a spreadsheet: who earned what at which question, then the questions, then their options; an empty
//! line between the tables. It begins with a byte order mark, without which Excel takes `Zoë` for `ZoÃ«`.

use crate::course::attribution::Attribution;
use crate::print::csv::table;
use crate::study::report::Report;
use crate::study::report::{
    About, DecisionLine, DrillQuestion, DrillReport, Fate, Figure, OptionCount, Person, TeamLine, TestQuestion,
    TestReport,
};
use crate::study::score::points;

pub(super) type Records = Vec<Vec<String>>;

/// The report as CSV.
#[must_use]
pub fn csv(report: &Report) -> String {
    let (mut tables, course) = match report {
        Report::Drill(drill) => (drill_tables(drill), &drill.course),
        Report::Test(test) => (test_tables(test), &test.course),
    };
    tables.push(source(course));
    let tables: Vec<String> = tables.into_iter().filter(|rows| rows.len() > 1).map(table).collect();
    format!("\u{feff}{}", tables.join("\n"))
}

pub(super) fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(ToString::to_string).collect()
}

/// A table like the others: a comment would be taken for a row.
fn source(it: &Attribution) -> Records {
    let head = row(&["course", "version", "authors", "source", "licence", "licence address"]);
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    let (title, version, licence) = (it.title.clone(), it.version.clone(), it.licence.clone());
    vec![
        head,
        vec![title, version, it.authors.join("; "), optional(&it.source), licence, optional(&it.licence_address)],
    ]
}

pub(super) fn number(value: Option<f64>) -> String {
    value.map(|v| format!("{v:.4}").trim_end_matches('0').trim_end_matches('.').to_owned()).unwrap_or_default()
}

fn drill_tables(report: &DrillReport) -> Vec<Records> {
    let decisions = report.scenario.iter().flat_map(|s| &s.decisions);
    vec![
        teams(report),
        drill_questions(report),
        options(report.questions.iter().map(|q| (q.about.number, q.options.as_slice()))),
        [row(&["decision", "scene", "option", "text", "chosen", "hands"])]
            .into_iter()
            .chain(decisions.flat_map(ways))
            .collect(),
    ]
}

fn teams(report: &DrillReport) -> Records {
    let scores = report.teams.iter().any(|t| t.score.is_some());
    let asked = || report.questions.iter().filter(|_| scores);
    let totals: &[&str] = if scores { &["points", "could earn", "right", "answered", "asked", "place"] } else { &[] };
    let head = row(&["team", "name"])
        .into_iter()
        .chain(asked().map(|q| format!("Q{}", q.about.number)))
        .chain(row(totals))
        .collect();
    let line = |team: &TeamLine| {
        let earned = asked().map(|q| earned(team, q));
        let totals = team.score.as_ref().map(|s| {
            let place = s.place.map(|p| p.to_string()).unwrap_or_default();
            vec![
                points(s.points),
                points(s.could_earn),
                s.right.to_string(),
                s.answered.to_string(),
                s.asked.to_string(),
                place,
            ]
        });
        [team.letter.to_string(), team.name.clone()]
            .into_iter()
            .chain(earned)
            .chain(totals.into_iter().flatten())
            .collect()
    };
    [head].into_iter().chain(report.teams.iter().map(line)).collect()
}

/// Empty without an answer and where the question does not count.
fn earned(team: &TeamLine, question: &DrillQuestion) -> String {
    let answer = question.answers.iter().find(|a| a.team == team.letter && question.fate == Fate::Counted);
    answer.map(|a| points(a.points)).unwrap_or_default()
}

pub(super) fn about(about: &About) -> Vec<String> {
    vec![
        about.number.to_string(),
        about.id.to_string(),
        about.lesson.title.clone(),
        about.kind.to_owned(),
        about.stem.clone(),
    ]
}

pub(super) const ABOUT: [&str; 5] = ["question", "id", "lesson", "kind", "stem"];

fn drill_questions(report: &DrillReport) -> Records {
    let head = ["key", "counted", "facility", "answers", "facility of first vote", "change", "to practise"];
    let line = |q: &DrillQuestion| {
        let fate = match q.fate {
            Fate::Counted => "yes",
            Fate::Void => "void",
            Fate::Skipped => "skipped",
        };
        let votes = q.votes.as_ref();
        let missed = if q.missed { "yes" } else { "" };
        let rest = [
            q.key.clone(),
            fate.to_owned(),
            number(q.facility),
            q.answers_counted.to_string(),
            number(votes.map(|v| v.facility_first)),
            number(votes.map(|v| v.change)),
            missed.to_owned(),
        ];
        about(&q.about).into_iter().chain(rest).collect()
    };
    [row(&[&ABOUT[..], &head[..]].concat())].into_iter().chain(report.questions.iter().map(line)).collect()
}

fn options<'a>(questions: impl Iterator<Item = (usize, &'a [OptionCount])>) -> Records {
    let line = |question: usize, option: &OptionCount| {
        let right = if option.right { "yes" } else { "" };
        let first = option.first_count.map(|n| n.to_string()).unwrap_or_default();
        vec![
            question.to_string(),
            option.mark.clone(),
            option.text.clone(),
            right.to_owned(),
            option.count.to_string(),
            first,
        ]
    };
    let head = row(&["question", "option", "text", "key", "taken by", "first vote"]);
    let lines = questions.flat_map(|(number, options)| options.iter().map(move |option| line(number, option)));
    [head].into_iter().chain(lines).collect()
}

fn ways(decision: &DecisionLine) -> Vec<Vec<String>> {
    let line = |way: &crate::study::report::WayLine| {
        let chosen = if way.taken { "yes" } else { "" };
        let hands = way.hands.map(|n| n.to_string()).unwrap_or_default();
        vec![
            decision.number.to_string(),
            decision.scene.clone(),
            way.mark.to_string(),
            way.text.clone(),
            chosen.to_owned(),
            hands,
        ]
    };
    decision.ways.iter().map(line).collect()
}

fn test_tables(report: &TestReport) -> Vec<Records> {
    vec![
        people(report),
        test_questions(report),
        options(report.questions.iter().map(|q| (q.about.number, q.options.as_slice()))),
        whole(report),
    ]
}

fn people(report: &TestReport) -> Records {
    let numbers = report.questions.iter().map(|q| format!("Q{}", q.about.number));
    let totals = ["points", "of", "percent", "right", "answered", "seconds"];
    let head = row(&["name", "on", "version"]).into_iter().chain(numbers).chain(row(&totals)).collect();
    let line = |p: &Person| {
        let earned = p.earned.iter().map(|e| e.map(points).unwrap_or_default());
        let took = p.took_s.map(|s| s.to_string()).unwrap_or_default();
        let totals = [
            points(p.points),
            points(p.could_earn),
            p.percent.to_string(),
            p.right.to_string(),
            p.answered.to_string(),
            took,
        ];
        [p.who.clone(), p.how.word().to_owned(), p.version.to_string()]
            .into_iter()
            .chain(earned)
            .chain(totals)
            .collect()
    };
    [head].into_iter().chain(report.people.iter().map(line)).collect()
}

fn test_questions(report: &TestReport) -> Records {
    let head =
        ["key", "facility", "discrimination index %", "discriminative efficiency %", "no answer", "read the figures"];
    let warning = if report.too_few.is_some() { "too few to read" } else { "yes" };
    let line = |q: &TestQuestion| {
        let value = |figure: &Figure| number(figure.value);
        let rest = [
            q.key.clone(),
            value(&q.facility),
            value(&q.discrimination_index),
            value(&q.discriminative_efficiency),
            q.no_answer.to_string(),
            warning.to_owned(),
        ];
        about(&q.about).into_iter().chain(rest).collect()
    };
    [row(&[&ABOUT[..], &head[..]].concat())].into_iter().chain(report.questions.iter().map(line)).collect()
}

fn whole(report: &TestReport) -> Records {
    let line = |r: &crate::study::report::SummaryLine| {
        let note = r
            .figure
            .undefined
            .map(str::to_owned)
            .or_else(|| report.too_few.as_ref().map(|_| "too few to read".to_owned()));
        vec![r.name.to_owned(), number(r.figure.value), note.unwrap_or_default()]
    };
    [row(&["figure", "value", "note"])].into_iter().chain(report.whole.readings().iter().map(line)).collect()
}
