//! The report of a drill, element by element: what was played, who earned what, what to practise, and each question.

use super::{question, route};
use crate::course::wording::count;
use crate::pages::{BarChart, BarRow, ChartBar, DataTable, Element, Fill, Scale, TeamMark, Value, words};
use crate::study::report::{
    ClassLine, DeviceLine, DrillQuestion, DrillReport, Fate, Mode, Outcome, PointsByHand, TeamLine, TeamScore,
};

pub(super) fn elements(report: &DrillReport) -> Vec<Element> {
    let mut elements = vec![Element::Title(title(report)), Element::Facts(facts(report))];
    elements.extend(report.class.as_ref().into_iter().flat_map(class));
    elements.extend(teams(report));
    elements.extend(members(report));
    elements.extend(people(report));
    elements.extend(to_practise(report));
    elements.extend(overview(report));
    elements.extend(report.questions.iter().flat_map(|q| question::elements(report, q)));
    elements.extend(report.scenario.iter().flat_map(route::elements));
    elements
}

fn title(report: &DrillReport) -> String {
    let name = report.headline.name.as_ref().map(|name| format!(": {name}")).unwrap_or_default();
    format!("Drill {}{name}", report.number)
}

/// What came of it, before anything else.
fn headline(report: &DrillReport) -> Vec<(&'static str, String)> {
    let line = &report.headline;
    let mut facts = Vec::new();
    facts.extend(line.class.clone().map(|class| ("Class", class)));
    let first = match line.winners.as_slice() {
        [] => None,
        [one] => Some(format!("first: {one}")),
        tied => Some(format!("first, with as many points: {}", tied.join(", "))),
    };
    let result: Vec<String> = line.percent.map(|p| format!("{p} % of all points")).into_iter().chain(first).collect();
    facts.extend((!result.is_empty()).then(|| ("Result", result.join("; "))));
    facts.extend(
        (line.people > 0)
            .then(|| ("People", format!("{} in {}", count(line.people, "person"), count(report.teams.len(), "team")))),
    );
    facts.extend((!report.roster.absent.is_empty()).then(|| ("Absent", report.roster.absent.join(", "))));
    facts.extend(line.seconds.map(|seconds| ("Time", words::clock(seconds))));
    facts
}

fn facts(report: &DrillReport) -> Vec<(&'static str, String)> {
    let played = &report.played;
    let mut facts = headline(report);
    facts.extend([("When", report.started_in_words.clone()), ("How", format!("{}.", played.mode_in_words))]);
    if played.mode != Mode::Scenario {
        facts.push(("Lessons", words::lessons(&played.lessons)));
        facts.push(("Questions", fates(report)));
        facts.push((
            "Clock",
            played.timer_s.map_or_else(|| "none".to_owned(), |s| format!("{} per question", count(s, "second"))),
        ));
    }
    if !played.scoring.is_empty() {
        facts.push(("Points", played.scoring.join(" ")));
    }
    let end = match played.outcome {
        Outcome::Finished => "played to the end",
        Outcome::EndedEarly => "ended early",
        Outcome::Unfinished => "not ended yet: it can be resumed",
    };
    facts.push(("End", end.to_owned()));
    facts.extend(played.seed.map(|seed| ("Seed", format!("{seed} (draws the same questions again)"))));
    facts
}

/// `10 counted, 1 skipped, 1 void, 2 not reached`.
fn fates(report: &DrillReport) -> String {
    let fate = |wanted| report.questions.iter().filter(|q| q.fate == wanted).count();
    let left = report.played.questions.saturating_sub(report.questions.len());
    let others = [(fate(Fate::Skipped), "skipped"), (fate(Fate::Void), "void"), (left, "not reached")];
    let others: String = others.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!(", {n} {what}")).collect();
    format!("{} counted{others}", fate(Fate::Counted))
}

/// A team as it is drawn.
pub(super) fn mark(team: &TeamLine) -> TeamMark {
    TeamMark { letter: team.letter, shape: team.shape, colour: team.colour, name: team.name.clone() }
}

fn teams(report: &DrillReport) -> Vec<Element> {
    let scored: Vec<(&TeamLine, &TeamScore)> =
        report.teams.iter().filter_map(|t| t.score.as_ref().map(|s| (t, s))).collect();
    if scored.is_empty() {
        let names = report.teams.iter().map(|t| mark(t).words()).collect::<Vec<_>>().join(", ");
        return vec![
            Element::Heading("Teams".to_owned()),
            Element::Text(format!("{names}. Hands were counted, so there are no points by team.")),
        ];
    }
    let most = scored.iter().map(|(_, s)| s.points.max(s.could_earn)).fold(0.0, f64::max);
    let row = |(team, score): &(&TeamLine, &TeamScore)| BarRow {
        team: Some(mark(team)),
        mark: String::new(),
        label: String::new(),
        tag: None,
        bars: vec![ChartBar::new(
            words::part(score.points, most),
            words::points(score.points),
            Fill::Team(team.colour),
        )],
    };
    let title = format!("Points by team, out of {}", words::points(most));
    let late = report
        .teams
        .iter()
        .filter_map(|t| t.from_question.map(|from| format!("{} joined late, at question {from}.", mark(t).words())));
    let late: Vec<String> = late.collect();
    let chart = BarChart {
        title,
        compares: false,
        scale: Scale::Share,
        rows: scored.iter().map(row).collect(),
        in_table: true,
    };
    let mut elements =
        vec![Element::Heading("Teams".to_owned()), Element::Charts(vec![chart]), Element::Table(board(&scored))];
    elements
        .extend((!late.is_empty()).then(|| {
            Element::Aside(format!("{} A team is scored on the questions it was there for.", late.join(" ")))
        }));
    elements.extend(changed_by_hand(report));
    elements
}

/// Points given by hand with their reasons, and teams that left.
fn changed_by_hand(report: &DrillReport) -> Vec<Element> {
    let given = |team: &TeamLine| {
        let who = mark(team).words();
        let line = move |given: &PointsByHand| {
            let sign = if given.points > 0.0 { "+" } else { "" };
            let points = words::points(given.points);
            format!("{who}: {sign}{points} by hand, after question {}: {}.", given.after_question, given.why)
        };
        team.by_hand.iter().map(line).collect::<Vec<_>>()
    };
    let left = |team: &TeamLine| team.to_question.map(|to| format!("{} left after question {to}.", mark(team).words()));
    let lines: Vec<String> = report.teams.iter().flat_map(|team| given(team).into_iter().chain(left(team))).collect();
    if lines.is_empty() { Vec::new() } else { vec![Element::List(lines)] }
}

/// Who played in which team, where that is known.
fn members(report: &DrillReport) -> Vec<Element> {
    let known = report.teams.iter().filter(|team| !team.members.is_empty());
    let line = |team: &TeamLine| Element::Text(format!("{}: {}.", mark(team).words(), team.members.join(", ")));
    known.map(line).collect()
}

/// What each person did who answered on an own device.
fn people(report: &DrillReport) -> Vec<Element> {
    if report.people.is_empty() {
        return Vec::new();
    }
    let scored = report.people.iter().any(|person| person.points.is_some());
    let row = |person: &DeviceLine| {
        let number = |text: String| Value::Number(text);
        let points =
            person.points.map(|points| [number(words::points(points)), number(words::points(person.could_earn))]);
        let right = scored.then(|| number(format!("{} of {}", person.right, person.asked)));
        [Value::Words(person.name.clone())]
            .into_iter()
            .chain(points.into_iter().flatten())
            .chain(right)
            .chain([number(person.answered.to_string())])
            .collect()
    };
    let head = ["Name", "Points", "of", "Right", "Answered"];
    let of_points = ["Points", "of", "Right"];
    let head = head.iter().filter(|head| scored || !of_points.contains(head)).map(ToString::to_string).collect();
    let title = "What each person earned on an own device".to_owned();
    let rows = report.people.iter().map(row).collect();
    vec![Element::Heading("People".to_owned()), Element::Table(DataTable { title, head, rows, for_pages: false })]
}

fn board(scored: &[(&TeamLine, &TeamScore)]) -> DataTable {
    let places = scored.iter().all(|(_, s)| s.place.is_some());
    let row = |(team, score): &(&TeamLine, &TeamScore)| {
        let number = |text: String| Value::Number(text);
        let tied = |place| scored.iter().filter(|(_, other)| other.place == Some(place)).count() > 1;
        let place = score.place.map(|place| number(if tied(place) { format!("{place} =") } else { place.to_string() }));
        let cells = [
            number(words::points(score.points)),
            number(words::points(score.could_earn)),
            number(format!("{} of {}", score.right, score.asked)),
            number(score.answered.to_string()),
        ];
        [Value::Team(mark(team))].into_iter().chain(place).chain(cells).collect()
    };
    let head = ["Team", "Place", "Points", "of", "Right", "Answered"]
        .iter()
        .filter(|&&head| places || head != "Place")
        .map(ToString::to_string);
    DataTable {
        title: "What each team earned".to_owned(),
        head: head.collect(),
        rows: scored.iter().map(row).collect(),
        for_pages: false,
    }
}

fn class(line: &ClassLine) -> Vec<Element> {
    let share = words::part(line.points, line.could_earn);
    let said = format!(
        "{} of {} points: {}",
        words::points(line.points),
        words::points(line.could_earn),
        words::percent(share)
    );
    let aim = f64::from(line.target_percent) / 100.0;
    let bar = ChartBar { aim: Some(aim), ..ChartBar::new(share, words::percent(share), Fill::Solid) };
    let verdict = if line.reached { "reached" } else { "not reached" };
    let row = BarRow { team: None, mark: String::new(), label: "The class".to_owned(), tag: None, bars: vec![bar] };
    let title = format!("Points of the class; the line marks the target of {} %", line.target_percent);
    vec![
        Element::Heading("The class".to_owned()),
        Element::Text(format!("{said}. The target of {} % was {verdict}.", line.target_percent)),
        Element::Charts(vec![BarChart {
            title,
            compares: false,
            scale: Scale::Share,
            rows: vec![row],
            in_table: true,
        }]),
    ]
}

fn to_practise(report: &DrillReport) -> Vec<Element> {
    let missed: Vec<&DrillQuestion> = report.questions.iter().filter(|q| q.missed).collect();
    let counted = report.questions.iter().any(|q| q.fate == Fate::Counted);
    let line = |q: &&DrillQuestion| {
        let right = if q.facility.is_some() { words::share(q.facility) } else { "not answered".to_owned() };
        format!("{}. {} ({}; {right})", q.about.number, q.about.stem, words::taught(&q.about))
    };
    let body = match missed.len() {
        _ if !counted => return Vec::new(),
        0 => Element::Text("Nothing: at least half got every question right.".to_owned()),
        _ => Element::List(missed.iter().map(line).collect()),
    };
    vec![Element::Heading("To practise".to_owned()), body]
}

fn overview(report: &DrillReport) -> Vec<Element> {
    if report.questions.is_empty() {
        return Vec::new();
    }
    let mut elements = vec![Element::Heading("Questions".to_owned())];
    elements.extend(report.sample.clone().map(Element::Caution));
    elements.push(Element::Charts(vec![facilities(report)]));
    elements.push(Element::Aside(
        "Facility is the share of what could be earned that was earned: 0 % nobody, 100 % everybody. Partly right counts in part."
            .to_owned(),
    ));
    elements.extend(matrix(report).map(Element::Table));
    elements
}

fn facilities(report: &DrillReport) -> BarChart {
    let row = |q: &DrillQuestion| {
        let bar = match q.fate {
            Fate::Skipped => ChartBar::new(0.0, "skipped".to_owned(), Fill::Absent),
            Fate::Void => ChartBar::new(0.0, "void".to_owned(), Fill::Absent),
            Fate::Counted => {
                let fill = if q.facility.is_some() { Fill::Solid } else { Fill::Absent };
                ChartBar::new(q.facility.unwrap_or(0.0), question::facility(q), fill)
            }
        };
        let before =
            q.votes.as_ref().map(|v| ChartBar::new(v.facility_first, words::percent(v.facility_first), Fill::Hollow));
        BarRow {
            team: None,
            mark: q.about.number.to_string(),
            label: String::new(),
            tag: None,
            bars: before.into_iter().chain([bar]).collect(),
        }
    };
    BarChart {
        title: "Facility by question".to_owned(),
        compares: report.questions.iter().any(|q| q.votes.is_some()),
        scale: Scale::Share,
        rows: report.questions.iter().map(row).collect(),
        in_table: true,
    }
}

/// Points by team and question; none where nobody scored.
fn matrix(report: &DrillReport) -> Option<DataTable> {
    report.teams.iter().any(|t| t.score.is_some()).then(|| {
        let numbers = report.questions.iter().map(|q| q.about.number.to_string());
        let head = ["Team".to_owned()].into_iter().chain(numbers).chain(["All".to_owned()]);
        let row = |team: &TeamLine| {
            let cells = report.questions.iter().map(|q| Value::Number(question::earned(team, q)));
            let all = team.score.as_ref().map_or_else(String::new, |s| words::points(s.points));
            [Value::Team(mark(team))].into_iter().chain(cells).chain([Value::Number(all)]).collect()
        };
        let rows = report.teams.iter().map(row).collect();
        DataTable {
            title: "Points by team and question (– no answer, · did not count)".to_owned(),
            head: head.collect(),
            rows,
            for_pages: true,
        }
    })
}
