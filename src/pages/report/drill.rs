//! The report of a drill, block by block: what was played, who earned what, what to practise, and each question.

use super::{question, route};
use crate::pages::{Bar, BarRow, Bars, Block, Cell, Fill, Scale, Table, TeamMark, words};
use crate::study::report::{ClassLine, DrillQuestion, DrillReport, Fate, Mode, Outcome, TeamLine, TeamScore};

pub fn blocks(report: &DrillReport) -> Vec<Block> {
    let mut blocks = vec![Block::Title(format!("Drill {}", report.number)), Block::Facts(facts(report))];
    blocks.extend(report.class.as_ref().into_iter().flat_map(class));
    blocks.extend(teams(report));
    blocks.extend(members(report));
    blocks.extend(to_practise(report));
    blocks.extend(overview(report));
    blocks.extend(report.questions.iter().flat_map(|q| question::blocks(report, q)));
    blocks.extend(report.scenario.iter().flat_map(route::blocks));
    blocks
}

fn facts(report: &DrillReport) -> Vec<(&'static str, String)> {
    let played = &report.played;
    let mut facts = vec![("When", report.started_in_words.clone()), ("How", format!("{}.", played.mode_in_words))];
    if played.mode != Mode::Scenario {
        facts.push(("Lessons", words::lessons(&played.lessons)));
        facts.push(("Questions", fates(report)));
        facts.push(("Clock", played.timer_s.map_or_else(|| "none".to_owned(), |s| format!("{s} seconds a question"))));
    }
    if !played.scoring.is_empty() {
        facts.push(("Points", played.scoring.join(" ")));
    }
    let end = match played.outcome {
        Outcome::Finished => "played to the end",
        Outcome::EndedEarly => "ended early",
        Outcome::Unfinished => "not ended yet: it can be taken up again",
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
pub fn mark(team: &TeamLine) -> TeamMark {
    TeamMark { letter: team.letter, shape: team.shape, colour: team.colour, name: team.name.clone() }
}

fn teams(report: &DrillReport) -> Vec<Block> {
    let scored: Vec<(&TeamLine, &TeamScore)> =
        report.teams.iter().filter_map(|t| t.score.as_ref().map(|s| (t, s))).collect();
    if scored.is_empty() {
        let names = report.teams.iter().map(|t| mark(t).words()).collect::<Vec<_>>().join(", ");
        return vec![
            Block::Heading("Teams".to_owned()),
            Block::Text(format!("{names}. Hands were counted, so there are no points by team.")),
        ];
    }
    let most = scored.iter().map(|(_, s)| s.points.max(s.could_earn)).fold(0.0, f64::max);
    let row = |(team, score): &(&TeamLine, &TeamScore)| BarRow {
        team: Some(mark(team)),
        mark: String::new(),
        label: String::new(),
        tag: None,
        bars: vec![Bar::new(words::part(score.points, most), words::points(score.points), Fill::Team(team.colour))],
    };
    let title = format!("Points by team, out of {}", words::points(most));
    let late = report
        .teams
        .iter()
        .filter_map(|t| t.from_question.map(|from| format!("{} came late, for question {from}.", mark(t).words())));
    let late: Vec<String> = late.collect();
    let chart = Bars { title, scale: Scale::Share, rows: scored.iter().map(row).collect(), in_table: true };
    let mut blocks = vec![Block::Heading("Teams".to_owned()), Block::Charts(vec![chart]), Block::Table(board(&scored))];
    blocks
        .extend((!late.is_empty()).then(|| {
            Block::Aside(format!("{} A team is measured by the questions it was there for.", late.join(" ")))
        }));
    blocks
}

/// Who played in which team, where that is known.
fn members(report: &DrillReport) -> Vec<Block> {
    let known = report.teams.iter().filter(|team| !team.members.is_empty());
    let line = |team: &TeamLine| Block::Text(format!("{}: {}.", mark(team).words(), team.members.join(", ")));
    known.map(line).collect()
}

fn board(scored: &[(&TeamLine, &TeamScore)]) -> Table {
    let places = scored.iter().all(|(_, s)| s.place.is_some());
    let row = |(team, score): &(&TeamLine, &TeamScore)| {
        let number = |text: String| Cell::Number(text);
        let tied = |place| scored.iter().filter(|(_, other)| other.place == Some(place)).count() > 1;
        let place = score.place.map(|place| number(if tied(place) { format!("{place} =") } else { place.to_string() }));
        let cells = [
            number(words::points(score.points)),
            number(words::points(score.could_earn)),
            number(format!("{} of {}", score.right, score.asked)),
            number(score.answered.to_string()),
        ];
        [Cell::Team(mark(team))].into_iter().chain(place).chain(cells).collect()
    };
    let head = ["Team", "Place", "Points", "of", "Right", "Answered"]
        .iter()
        .filter(|&&head| places || head != "Place")
        .map(ToString::to_string);
    Table {
        title: "What each team earned".to_owned(),
        head: head.collect(),
        rows: scored.iter().map(row).collect(),
        for_pages: false,
    }
}

fn class(line: &ClassLine) -> Vec<Block> {
    let share = words::part(line.points, line.could_earn);
    let said = format!(
        "{} of {} points: {}",
        words::points(line.points),
        words::points(line.could_earn),
        words::percent(share)
    );
    let aim = f64::from(line.target_percent) / 100.0;
    let bar = Bar { aim: Some(aim), ..Bar::new(share, words::percent(share), Fill::Solid) };
    let verdict = if line.reached { "reached" } else { "not reached" };
    let row = BarRow { team: None, mark: String::new(), label: "The class".to_owned(), tag: None, bars: vec![bar] };
    let title = format!("Points of the class; the line marks the target of {} %", line.target_percent);
    vec![
        Block::Heading("The class".to_owned()),
        Block::Text(format!("{said}. The target of {} % was {verdict}.", line.target_percent)),
        Block::Charts(vec![Bars { title, scale: Scale::Share, rows: vec![row], in_table: true }]),
    ]
}

fn to_practise(report: &DrillReport) -> Vec<Block> {
    let missed: Vec<&DrillQuestion> = report.questions.iter().filter(|q| q.missed).collect();
    let counted = report.questions.iter().any(|q| q.fate == Fate::Counted);
    let line = |q: &&DrillQuestion| {
        let right = if q.facility.is_some() { words::share(q.facility) } else { "not answered".to_owned() };
        format!("{}. {} ({}; {right})", q.about.number, q.about.stem, words::taught(&q.about))
    };
    let body = match missed.len() {
        _ if !counted => return Vec::new(),
        0 => Block::Text("Nothing: every question was right for half or more.".to_owned()),
        _ => Block::List(missed.iter().map(line).collect()),
    };
    vec![Block::Heading("To practise".to_owned()), body]
}

fn overview(report: &DrillReport) -> Vec<Block> {
    if report.questions.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading("Questions".to_owned())];
    blocks.extend(report.sample.clone().map(Block::Caution));
    blocks.push(Block::Charts(vec![facilities(report)]));
    blocks.push(Block::Aside(
        "Facility is the share of what could be earned that was earned: 0 % nobody, 100 % everybody. Partly right counts in part."
            .to_owned(),
    ));
    blocks.extend(matrix(report).map(Block::Table));
    blocks
}

fn facilities(report: &DrillReport) -> Bars {
    let row = |q: &DrillQuestion| {
        let bar = match q.fate {
            Fate::Skipped => Bar::new(0.0, "skipped".to_owned(), Fill::Absent),
            Fate::Void => Bar::new(0.0, "void".to_owned(), Fill::Absent),
            Fate::Counted => {
                let fill = if q.facility.is_some() { Fill::Solid } else { Fill::Absent };
                Bar::new(q.facility.unwrap_or(0.0), question::facility(q), fill)
            }
        };
        let before =
            q.votes.as_ref().map(|v| Bar::new(v.facility_first, words::percent(v.facility_first), Fill::Hollow));
        BarRow {
            team: None,
            mark: q.about.number.to_string(),
            label: String::new(),
            tag: None,
            bars: before.into_iter().chain([bar]).collect(),
        }
    };
    let votes = report.questions.iter().any(|q| q.votes.is_some());
    let title = if votes {
        "Facility by question: before arguing (outline) and after (filled)"
    } else {
        "Facility by question"
    };
    Bars {
        title: title.to_owned(),
        scale: Scale::Share,
        rows: report.questions.iter().map(row).collect(),
        in_table: true,
    }
}

/// Points by team and question; none where nobody scored.
fn matrix(report: &DrillReport) -> Option<Table> {
    report.teams.iter().any(|t| t.score.is_some()).then(|| {
        let numbers = report.questions.iter().map(|q| q.about.number.to_string());
        let head = ["Team".to_owned()].into_iter().chain(numbers).chain(["All".to_owned()]);
        let row = |team: &TeamLine| {
            let cells = report.questions.iter().map(|q| Cell::Number(question::earned(team, q)));
            let all = team.score.as_ref().map_or_else(String::new, |s| words::points(s.points));
            [Cell::Team(mark(team))].into_iter().chain(cells).chain([Cell::Number(all)]).collect()
        };
        let rows = report.teams.iter().map(row).collect();
        Table {
            title: "Points by team and question (– no answer, · did not count)".to_owned(),
            head: head.collect(),
            rows,
            for_pages: true,
        }
    })
}
