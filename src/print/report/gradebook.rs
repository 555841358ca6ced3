//! The report as single tables: a row for each pupil, as Moodle and Canvas read them; for each question; for each answer.

use super::csv::{ABOUT, Records, about, number, row};
use crate::print::csv::table;
use crate::study::report::{
    AnswerState, DrillQuestion, DrillReport, Fate, OptionCount, Person, PupilAnswer, Report, Roster, RosterLine,
    TeamAnswer, TeamLine, TestReport,
};
use crate::study::score::{Score, percent, points};

/// A single table of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SingleTable {
    /// A row a pupil: who, what was chosen, what it earned.
    Gradebook,
    /// A row a question.
    Items,
    /// A row an answer.
    Log,
}

/// One table of the report as CSV.
#[must_use]
pub fn single_table(report: &Report, wanted: SingleTable) -> String {
    let rows = match (report, wanted) {
        (Report::Drill(drill), SingleTable::Gradebook) => drill_grades(drill),
        (Report::Drill(drill), SingleTable::Items) => drill_items(drill),
        (Report::Drill(drill), SingleTable::Log) => drill_log(drill),
        (Report::Test(test), SingleTable::Gradebook) => test_grades(test),
        (Report::Test(test), SingleTable::Items) => test_items(test),
        (Report::Test(test), SingleTable::Log) => test_log(test),
    };
    format!("\u{feff}{}", table(rows))
}

/// The columns by which Canvas (the first five) and Moodle (ID, Email address) know a pupil.
const WHO: [&str; 6] = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Email address"];

fn who(line: Option<&RosterLine>, name: &str, class: Option<&String>) -> Vec<String> {
    let (id, email) = line.map(|l| (l.school_id.clone(), l.email.clone())).unwrap_or_default();
    vec![name.to_owned(), id.clone(), id, email.clone(), class.cloned().unwrap_or_default(), email]
}

fn grade_head(title: &str, more: &[&str], numbers: impl Iterator<Item = usize>) -> Vec<String> {
    let questions = numbers.flat_map(|n| [format!("Q{n} answer"), format!("Q{n} points")]);
    let totals = [title.to_owned(), "points possible".to_owned(), "percent".to_owned(), "attendance".to_owned()];
    row(&WHO).into_iter().chain(totals).chain(row(more)).chain(questions).collect()
}

/// Nothing was earned by somebody who was not there, which is not the same as 0.
fn absent(roster: &Roster, name: &str, class: Option<&String>, cells: usize) -> Vec<String> {
    let line = roster.pupils.iter().find(|line| line.is_called(name));
    let nothing = [String::new(), String::new(), String::new(), "absent".to_owned()];
    who(line, name, class).into_iter().chain(nothing).chain(std::iter::repeat_n(String::new(), cells)).collect()
}

fn totals(earned: f64, of: f64) -> [String; 4] {
    let share = percent(Score { points: earned, of }).to_string();
    [points(earned), points(of), if of > 0.0 { share } else { String::new() }, "present".to_owned()]
}

fn test_grades(report: &TestReport) -> Records {
    let (class, roster) = (report.headline.class.as_ref(), &report.roster);
    let title = report.headline.name.clone().unwrap_or_else(|| format!("Quiz {}", report.seed));
    let head = grade_head(&title, &["version"], report.questions.iter().map(|q| q.about.number));
    let line = |p: &Person| {
        let pupil = roster.pupils.iter().find(|line| line.is_called(&p.who));
        let name = pupil.map_or(p.who.clone(), |line| line.name.to_string());
        let answers = p.answers.iter().flat_map(|a| [answered(a.state, &a.marks), points(a.points)]);
        let version = [p.version.to_string()];
        who(pupil, &name, class)
            .into_iter()
            .chain(totals(p.points, p.could_earn))
            .chain(version)
            .chain(answers)
            .collect()
    };
    let away = roster.absent.iter().map(|name| absent(roster, name, class, 1 + 2 * report.questions.len()));
    [head].into_iter().chain(report.people.iter().map(line)).chain(away).collect()
}

/// What was chosen, or why nothing was.
fn answered(state: AnswerState, marks: &str) -> String {
    match state {
        AnswerState::Passed | AnswerState::Blank => format!("({})", state.word()),
        AnswerState::Right | AnswerState::Partly | AnswerState::Wrong => marks.to_owned(),
    }
}

fn drill_grades(report: &DrillReport) -> Records {
    let (class, roster) = (report.headline.class.as_ref(), &report.roster);
    let title = report.headline.name.clone().unwrap_or_else(|| format!("Drill {}", report.number));
    let head = grade_head(&title, &["team", "place"], report.questions.iter().map(|q| q.about.number));
    let line = |team: &TeamLine, name: &str| {
        let pupil = roster.pupils.iter().find(|line| line.is_called(name));
        let own = |q: &DrillQuestion| {
            let is_own = |it: &&PupilAnswer| it.name == name || pupil.is_some_and(|line| line.is_called(&it.name));
            q.pupils.iter().find(is_own).and_then(PupilAnswer::last).map(str::to_owned)
        };
        let device = report.people.iter().find(|person| person.name == name);
        let answers: Vec<String> = report
            .questions
            .iter()
            .flat_map(|q| match device {
                Some(_) => on_device(q, name),
                None => [own(q).unwrap_or_else(|| chosen(team, q)), earned(team, q)],
            })
            .collect();
        let name = pupil.map_or(name.to_owned(), |line| line.name.to_string());
        let of_team = || team.score.as_ref().map(|s| totals(s.points, s.could_earn));
        let of_device = device.and_then(|person| person.points.map(|points| totals(points, person.could_earn)));
        let sums = of_device.or_else(of_team).unwrap_or_default();
        let place = team.score.as_ref().and_then(|s| s.place).map(|p| p.to_string()).unwrap_or_default();
        let team = [team.name.clone(), place];
        who(pupil, &name, class).into_iter().chain(sums).chain(team).chain(answers).collect::<Vec<String>>()
    };
    let rows = report.teams.iter().flat_map(|team| {
        let members = if team.members.is_empty() { vec![team.name.clone()] } else { team.members.clone() };
        members.iter().map(|name| line(team, name)).collect::<Vec<_>>()
    });
    let away = roster.absent.iter().map(|name| absent(roster, name, class, 2 + 2 * report.questions.len()));
    [head].into_iter().chain(rows).chain(away).collect()
}

/// What somebody answered on an own device, and what it earned.
fn on_device(question: &DrillQuestion, name: &str) -> [String; 2] {
    let own = question.pupils.iter().find(|answer| answer.name == name);
    let counts = question.fate == Fate::Counted;
    let marks = own.and_then(PupilAnswer::last).map_or_else(|| "(blank)".to_owned(), str::to_owned);
    let earned = own.map_or(Some(0.0), |own| own.points).filter(|_| counts);
    [marks, earned.map(points).unwrap_or_default()]
}

fn chosen(team: &TeamLine, question: &DrillQuestion) -> String {
    match question.answers.iter().find(|a| a.team == team.letter) {
        Some(answer) if answer.passed => "(passed)".to_owned(),
        Some(answer) => answer.marks.clone(),
        None if question.no_answer.contains(&team.letter) => "(blank)".to_owned(),
        None => String::new(),
    }
}

/// What was earned; empty where the team was not there or the question does not count.
fn earned(team: &TeamLine, question: &DrillQuestion) -> String {
    if question.fate != Fate::Counted {
        return String::new();
    }
    let answer = question.answers.iter().find(|a| a.team == team.letter);
    let silent = question.no_answer.contains(&team.letter).then(|| "0".to_owned());
    answer.map(|a| points(a.points)).or(silent).unwrap_or_default()
}

/// `A=3; B=12*`, where a star stands for the key.
fn counts(options: &[OptionCount]) -> String {
    let count = |o: &OptionCount| format!("{}={}{}", o.mark, o.count, if o.right { "*" } else { "" });
    options.iter().map(count).collect::<Vec<_>>().join("; ")
}

fn drill_items(report: &DrillReport) -> Records {
    let head = ["key", "counted", "facility", "right", "partly right", "wrong", "passed", "blank", "chosen"];
    let line = |q: &DrillQuestion| {
        let is = |wanted| q.answers.iter().filter(|a| state(a) == wanted).count().to_string();
        let fate = match q.fate {
            Fate::Counted => "yes",
            Fate::Void => "void",
            Fate::Skipped => "skipped",
        };
        let rest = [
            q.key.clone(),
            fate.to_owned(),
            number(q.facility),
            is(AnswerState::Right),
            is(AnswerState::Partly),
            is(AnswerState::Wrong),
            is(AnswerState::Passed),
            q.no_answer.len().to_string(),
            counts(&q.options),
        ];
        about(&q.about).into_iter().chain(rest).collect()
    };
    [row(&[&ABOUT[..], &head[..]].concat())].into_iter().chain(report.questions.iter().map(line)).collect()
}

fn test_items(report: &TestReport) -> Records {
    let head = [
        "key",
        "facility",
        "discrimination index %",
        "discriminative efficiency %",
        "right",
        "partly right",
        "wrong",
        "passed",
        "blank",
        "chosen",
    ];
    let line = |q: &crate::study::report::TestQuestion| {
        let rest = [
            q.key.clone(),
            number(q.facility.value),
            number(q.discrimination_index.value),
            number(q.discriminative_efficiency.value),
            q.right.to_string(),
            q.partly.to_string(),
            q.wrong.to_string(),
            q.passed.to_string(),
            q.blank.to_string(),
            counts(&q.options),
        ];
        about(&q.about).into_iter().chain(rest).collect()
    };
    [row(&[&ABOUT[..], &head[..]].concat())].into_iter().chain(report.questions.iter().map(line)).collect()
}

fn state(answer: &TeamAnswer) -> AnswerState {
    match answer {
        _ if answer.passed => AnswerState::Passed,
        _ if answer.worth >= 1.0 => AnswerState::Right,
        _ if answer.worth > 0.0 => AnswerState::Partly,
        _ => AnswerState::Wrong,
    }
}

fn drill_log(report: &DrillReport) -> Records {
    let head = row(&["question", "id", "team", "name", "answer", "in words", "state", "points"]);
    let line = |q: &DrillQuestion, a: &TeamAnswer| {
        let name = report.teams.iter().find(|t| t.letter == a.team).map(|t| t.name.clone()).unwrap_or_default();
        let front = [q.about.number.to_string(), q.about.id.to_string(), a.team.to_string(), name];
        let state = state(a);
        let back = [answered(state, &a.marks), a.said.clone(), state.word().to_owned(), points(a.points)];
        front.into_iter().chain(back).collect()
    };
    let rows = report.questions.iter().flat_map(|q| {
        q.answers
            .iter()
            .map(|a| line(q, a))
            .chain(q.pupils.iter().flat_map(|pupil| pupil_log(q, pupil)))
            .collect::<Vec<_>>()
    });
    [head].into_iter().chain(rows).collect()
}

/// A row a vote.
fn pupil_log(q: &DrillQuestion, pupil: &PupilAnswer) -> Vec<Vec<String>> {
    let line = |mark: &String| {
        let option = q.options.iter().find(|option| option.mark == *mark);
        let state = match pupil.worth {
            Some(worth) if worth >= 1.0 => AnswerState::Right,
            Some(worth) if worth > 0.0 => AnswerState::Partly,
            None if option.is_some_and(|option| option.right) => AnswerState::Right,
            Some(_) | None => AnswerState::Wrong,
        };
        let earned = pupil.points.map(points).unwrap_or_default();
        let words = option.map(|option| option.text.clone()).unwrap_or_default();
        let front = [q.about.number.to_string(), q.about.id.to_string(), String::new(), pupil.name.clone()];
        front.into_iter().chain([mark.clone(), words, state.word().to_owned(), earned.clone()]).collect()
    };
    pupil.first.iter().chain(&pupil.second).map(line).collect()
}

fn test_log(report: &TestReport) -> Records {
    let head = row(&["name", "on", "version", "question", "id", "answer", "in words", "state", "points", "of"]);
    let lines = |p: &Person| -> Records {
        let line = |(q, a): (&crate::study::report::TestQuestion, &crate::study::report::GivenAnswer)| {
            let front = [p.who.clone(), p.how.word().to_owned(), p.version.to_string(), q.about.number.to_string()];
            let back = [
                q.about.id.to_string(),
                answered(a.state, &a.marks),
                a.said.clone(),
                a.state.word().to_owned(),
                points(a.points),
                q.about.points.to_string(),
            ];
            front.into_iter().chain(back).collect()
        };
        report.questions.iter().zip(&p.answers).map(line).collect()
    };
    [head].into_iter().chain(report.people.iter().flat_map(lines)).collect()
}
