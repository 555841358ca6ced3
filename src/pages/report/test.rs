//! The report of a quiz that several people took, element by element.

use super::question;
use crate::pages::{BarChart, BarRow, ChartBar, DataTable, Element, Fill, Scale, Value, words};
use crate::study::report::{Figure, How, Observation, Person, Striking, TestQuestion, TestReport};

pub(super) fn elements(report: &TestReport) -> Vec<Element> {
    let mut elements = vec![Element::Title(title(report)), Element::Facts(facts(report))];
    elements.extend(report.too_few.clone().map(Element::Caution));
    if !report.notes.is_empty() {
        elements.push(Element::Aside(report.notes.join(" ")));
    }
    elements.extend(scores(report));
    elements.extend(whole(report));
    elements.extend(overview(report));
    elements.extend(report.questions.iter().flat_map(|q| one(report, q)));
    elements.push(Element::Heading("Points by person and question".to_owned()));
    elements.push(Element::Table(matrix(report)));
    elements
}

fn title(report: &TestReport) -> String {
    report.headline.name.as_ref().map_or_else(|| "Quiz report".to_owned(), |name| format!("Quiz report: {name}"))
}

fn facts(report: &TestReport) -> Vec<(&'static str, String)> {
    let of = |how: How, words: &str| match report.people.iter().filter(|p| p.how == how).count() {
        0 => String::new(),
        n => format!(", {n} {words}"),
    };
    let how = format!("{}{}", of(How::Paper, "on paper"), of(How::Home, "at home"));
    let mut facts: Vec<(&'static str, String)> = Vec::new();
    facts.extend(report.headline.class.clone().map(|class| ("Class", class)));
    facts.extend(report.headline.percent.map(|percent| ("Result", format!("{percent} % of the points on average"))));
    facts.extend([
        (
            "Taken by",
            format!(
                "{}{how}",
                if report.attempts == 1 { "1 person".to_owned() } else { format!("{} people", report.attempts) }
            ),
        ),
        ("Lessons", words::lessons(&report.lessons)),
        ("Questions", format!("{}, for {} points", report.questions.len(), words::points(report.points))),
    ]);
    if !report.roster.absent.is_empty() {
        facts.push(("Absent", report.roster.absent.join(", ")));
    }
    facts.push(("Seed", format!("{} (draws the same questions again)", report.seed)));
    facts
}

fn scores(report: &TestReport) -> Vec<Element> {
    let columns =
        report.scores.iter().map(|bin| (format!("{}–{}", bin.from_percent, bin.to_percent), bin.people)).collect();
    let rows = report.people.iter().map(person).collect();
    let head = ["Name", "Points", "Share", "Right", "Answered", "On", "Time"].iter().map(ToString::to_string).collect();
    vec![
        Element::Heading("Scores".to_owned()),
        Element::Columns { title: "People by score, in percent of the points".to_owned(), columns },
        Element::Table(DataTable {
            title: format!("Scores out of {} points", words::points(report.points)),
            head,
            rows,
            for_pages: false,
        }),
    ]
}

fn person(person: &Person) -> Vec<Value> {
    let on = match person.how {
        How::Screen => "screen".to_owned(),
        How::Paper => format!("paper {}", person.version),
        How::Home => How::Home.word().to_owned(),
    };
    vec![
        Value::Words(person.who.clone()),
        Value::Number(words::points(person.points)),
        Value::Number(format!("{} %", person.percent)),
        Value::Number(person.right.to_string()),
        Value::Number(person.answered.to_string()),
        Value::Words(on),
        Value::Number(person.took_s.map_or_else(|| "–".to_owned(), words::clock)),
    ]
}

fn whole(report: &TestReport) -> Vec<Element> {
    let row = |r: &crate::study::report::SummaryLine| {
        vec![Value::Words(r.name.to_owned()), Value::Number(words::figure(&r.figure)), Value::Words(meaning(r))]
    };
    let rows = report.whole.readings().iter().map(row).collect();
    let head = ["Figure", "Value", "How to read it"].iter().map(ToString::to_string).collect();
    let title = "Figures of the whole quiz".to_owned();
    let mut elements = vec![Element::Heading("The quiz as a whole".to_owned())];
    elements.extend(report.consistency_warning.map(|w| Element::Caution(w.to_owned())));
    elements.push(Element::Table(DataTable { title, head, rows, for_pages: false }));
    elements
}

fn meaning(reading: &crate::study::report::SummaryLine) -> String {
    match reading.figure.undefined {
        Some(why) => format!("Undefined: {why}."),
        None => reading.meaning.to_owned(),
    }
}

fn overview(report: &TestReport) -> Vec<Element> {
    let bars = |title: &str, scale, bar: &dyn Fn(&TestQuestion) -> ChartBar| {
        let row = |q: &TestQuestion| BarRow {
            team: None,
            mark: q.about.number.to_string(),
            label: String::new(),
            tag: None,
            bars: vec![bar(q)],
        };
        BarChart {
            title: title.to_owned(),
            compares: false,
            scale,
            rows: report.questions.iter().map(row).collect(),
            in_table: true,
        }
    };
    let easy = bars("Facility by question", Scale::Share, &|q| bar(&q.facility, 1.0));
    let telling = bars("Discrimination by question", Scale::Signed, &|q| bar(&q.discrimination_index, 100.0));
    vec![
        Element::Heading("Questions".to_owned()),
        Element::Charts(vec![easy, telling]),
        Element::Table(table(report)),
        Element::List(READINGS.iter().map(ToString::to_string).collect()),
    ]
}

/// A figure on a scale up to `most`.
fn bar(figure: &Figure, most: f64) -> ChartBar {
    let fill = if figure.value.is_some() { Fill::Solid } else { Fill::Absent };
    ChartBar::new(figure.value.unwrap_or(0.0) / most, words::figure(figure), fill)
}

/// How to read the figures of a question.
const READINGS: [&str; 3] = [
    "Facility: the share of the points that was earned, from 0 % (nobody) to 100 % (everybody).",
    "Discrimination: whether those who do well on the other questions do well on this one. 100 % entirely, 0 % no link, below 0 the wrong way round.",
    "Efficiency: the same link as a share of the strongest that marks this easy or hard allow; fairer to very easy and very hard questions.",
];

fn table(report: &TestReport) -> DataTable {
    let row = |q: &TestQuestion| {
        vec![
            Value::Number(q.about.number.to_string()),
            Value::Words(words::front(&q.about.stem)),
            Value::Number(words::figure(&q.facility)),
            Value::Number(words::figure(&q.discrimination_index)),
            Value::Number(words::figure(&q.discriminative_efficiency)),
            Value::Number(q.no_answer.to_string()),
        ]
    };
    let head = ["No", "Question", "Facility", "Discrimination", "Efficiency", "No answer"]
        .iter()
        .map(ToString::to_string)
        .collect();
    DataTable {
        title: "Figures by question".to_owned(),
        head,
        rows: report.questions.iter().map(row).collect(),
        for_pages: true,
    }
}

fn one(report: &TestReport, it: &TestQuestion) -> Vec<Element> {
    let of = |n: usize, what: &str| (n > 0).then(|| format!("{n} {what}"));
    let earned: Vec<String> = [
        of(it.right, "right"),
        of(it.partly, "partly right"),
        of(it.wrong, "wrong"),
        of(it.passed, "passed"),
        of(it.blank, "blank"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut facts = vec![
        ("Key", it.key.clone()),
        ("Facility", format!("{} ({})", words::figure_or_why(&it.facility), earned.join(", "))),
        ("Discrimination", link(it)),
        ("Taught in", words::taught(&it.about)),
    ];
    facts.retain(|(_, what)| !what.is_empty());
    let mut elements =
        vec![Element::Item { number: it.about.number, words: it.about.stem.clone() }, Element::Facts(facts)];
    if !it.options.is_empty() {
        elements.push(Element::Charts(vec![question::option_bars(
            "Answers by option",
            &it.options,
            0,
            report.attempts,
        )]));
    }
    elements.extend(it.hints.iter().map(hint));
    elements
}

fn hint(hint: &Observation) -> Element {
    match hint.about {
        Striking::WrongWayRound | Striking::KeyOutvoted => Element::Caution(hint.words.clone()),
        Striking::VeryHard | Striking::VeryEasy | Striking::UnusedDistractors | Striking::TellsLittle => {
            Element::Aside(hint.words.clone())
        }
    }
}

fn link(it: &TestQuestion) -> String {
    match it.discrimination_index.undefined {
        Some(why) => format!("none: {why}"),
        None => format!(
            "{}, efficiency {}",
            words::figure(&it.discrimination_index),
            words::figure(&it.discriminative_efficiency)
        ),
    }
}

fn matrix(report: &TestReport) -> DataTable {
    let numbers = report.questions.iter().map(|q| q.about.number.to_string());
    let head = ["Name".to_owned()].into_iter().chain(numbers).chain(["All".to_owned()]).collect();
    let row = |p: &Person| {
        let cells = p.earned.iter().map(|e| Value::Number(e.map_or_else(|| "–".to_owned(), words::points)));
        [Value::Words(p.who.clone())].into_iter().chain(cells).chain([Value::Number(words::points(p.points))]).collect()
    };
    DataTable {
        title: "Points by person and question (– no answer)".to_owned(),
        head,
        rows: report.people.iter().map(row).collect(),
        for_pages: true,
    }
}
