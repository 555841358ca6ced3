//! The report of a quiz that several people took, block by block.

use super::question;
use crate::pages::{Bar, BarRow, Bars, Block, Cell, Fill, Scale, Table, words};
use crate::study::report::{Figure, Hint, How, Person, Striking, TestQuestion, TestReport};

pub fn blocks(report: &TestReport) -> Vec<Block> {
    let mut blocks = vec![Block::Title("Quiz report".to_owned()), Block::Facts(facts(report))];
    blocks.extend(report.too_few.clone().map(Block::Caution));
    if !report.notes.is_empty() {
        blocks.push(Block::Aside(report.notes.join(" ")));
    }
    blocks.extend(scores(report));
    blocks.extend(whole(report));
    blocks.extend(overview(report));
    blocks.extend(report.questions.iter().flat_map(|q| one(report, q)));
    blocks.push(Block::Heading("Points by person and question".to_owned()));
    blocks.push(Block::Table(matrix(report)));
    blocks
}

fn facts(report: &TestReport) -> Vec<(&'static str, String)> {
    let on_paper = report.people.iter().filter(|p| p.how == How::Paper).count();
    let how = match on_paper {
        0 => String::new(),
        n => format!(", {n} on paper"),
    };
    vec![
        (
            "Taken by",
            format!(
                "{}{how}",
                if report.attempts == 1 { "1 person".to_owned() } else { format!("{} people", report.attempts) }
            ),
        ),
        ("Lessons", words::lessons(&report.lessons)),
        ("Questions", format!("{}, for {} points", report.questions.len(), words::points(report.points))),
        ("Seed", format!("{} (draws the same questions again)", report.seed)),
    ]
}

fn scores(report: &TestReport) -> Vec<Block> {
    let last = |to: u32| if to == 100 { 100 } else { to - 1 };
    let columns = report
        .scores
        .iter()
        .map(|bin| (format!("{}–{}", bin.from_percent, last(bin.below_percent)), bin.people))
        .collect();
    let rows = report.people.iter().map(person).collect();
    let head = ["Name", "Points", "Share", "Right", "Answered", "On", "Time"].iter().map(ToString::to_string).collect();
    vec![
        Block::Heading("Scores".to_owned()),
        Block::Columns { title: "People by score, in percent of the points".to_owned(), columns },
        Block::Table(Table {
            title: format!("Scores out of {} points", words::points(report.points)),
            head,
            rows,
            for_pages: false,
        }),
    ]
}

fn person(person: &Person) -> Vec<Cell> {
    let on = match person.how {
        How::Screen => "screen".to_owned(),
        How::Paper => format!("paper {}", person.version),
    };
    vec![
        Cell::Words(person.who.clone()),
        Cell::Number(words::points(person.points)),
        Cell::Number(format!("{} %", person.percent)),
        Cell::Number(person.right.to_string()),
        Cell::Number(person.answered.to_string()),
        Cell::Words(on),
        Cell::Number(person.took_s.map_or_else(|| "–".to_owned(), words::clock)),
    ]
}

fn whole(report: &TestReport) -> Vec<Block> {
    let row = |r: &crate::study::report::Reading| {
        vec![Cell::Words(r.name.to_owned()), Cell::Number(words::figure(&r.figure)), Cell::Words(meaning(r))]
    };
    let rows = report.whole.readings().iter().map(row).collect();
    let head = ["Figure", "Value", "How to read it"].iter().map(ToString::to_string).collect();
    let title = "Figures of the whole quiz".to_owned();
    let mut blocks = vec![Block::Heading("The quiz as a whole".to_owned())];
    blocks.extend(report.consistency_warning.map(|w| Block::Caution(w.to_owned())));
    blocks.push(Block::Table(Table { title, head, rows, for_pages: false }));
    blocks
}

fn meaning(reading: &crate::study::report::Reading) -> String {
    match reading.figure.undefined {
        Some(why) => format!("Undefined: {why}."),
        None => reading.meaning.to_owned(),
    }
}

fn overview(report: &TestReport) -> Vec<Block> {
    let bars = |title: &str, scale, bar: &dyn Fn(&TestQuestion) -> Bar| {
        let row = |q: &TestQuestion| BarRow {
            team: None,
            mark: q.about.number.to_string(),
            label: String::new(),
            tag: None,
            bars: vec![bar(q)],
        };
        Bars { title: title.to_owned(), scale, rows: report.questions.iter().map(row).collect(), in_table: true }
    };
    let easy = bars("Facility by question", Scale::Share, &|q| bar(&q.facility, 1.0));
    let telling = bars("Discrimination by question", Scale::Signed, &|q| bar(&q.discrimination_index, 100.0));
    vec![
        Block::Heading("Questions".to_owned()),
        Block::Charts(vec![easy, telling]),
        Block::Table(table(report)),
        Block::List(READINGS.iter().map(ToString::to_string).collect()),
    ]
}

/// A figure on a scale up to `most`.
fn bar(figure: &Figure, most: f64) -> Bar {
    let fill = if figure.value.is_some() { Fill::Solid } else { Fill::Absent };
    Bar::new(figure.value.unwrap_or(0.0) / most, words::figure(figure), fill)
}

/// How to read the figures of a question.
const READINGS: [&str; 3] = [
    "Facility: the share of the points that was earned, from 0 % (nobody) to 100 % (everybody).",
    "Discrimination: whether those who do well on the other questions do well on this one. 100 % entirely, 0 % no link, below 0 the wrong way round.",
    "Efficiency: the same link as a share of the strongest that marks this easy or hard allow; fairer to very easy and very hard questions.",
];

fn table(report: &TestReport) -> Table {
    let row = |q: &TestQuestion| {
        vec![
            Cell::Number(q.about.number.to_string()),
            Cell::Words(words::front(&q.about.stem)),
            Cell::Number(words::figure(&q.facility)),
            Cell::Number(words::figure(&q.discrimination_index)),
            Cell::Number(words::figure(&q.discriminative_efficiency)),
            Cell::Number(q.no_answer.to_string()),
        ]
    };
    let head = ["No", "Question", "Facility", "Discrimination", "Efficiency", "No answer"]
        .iter()
        .map(ToString::to_string)
        .collect();
    Table {
        title: "Figures by question".to_owned(),
        head,
        rows: report.questions.iter().map(row).collect(),
        for_pages: true,
    }
}

fn one(report: &TestReport, it: &TestQuestion) -> Vec<Block> {
    let of = |n: usize, what: &str| (n > 0).then(|| format!("{n} {what}"));
    let wrong = it.wrong.saturating_sub(it.no_answer);
    let earned: Vec<String> = [
        of(it.right, "right"),
        of(it.partly, "partly right"),
        of(wrong, "wrong"),
        of(it.no_answer, "without an answer"),
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
    let mut blocks = vec![Block::Item { number: it.about.number, words: it.about.stem.clone() }, Block::Facts(facts)];
    if !it.options.is_empty() {
        blocks.push(Block::Charts(vec![question::option_bars("Answers by option", &it.options, 0, report.attempts)]));
    }
    blocks.extend(it.hints.iter().map(hint));
    blocks
}

fn hint(hint: &Hint) -> Block {
    match hint.about {
        Striking::WrongWayRound => Block::Caution(hint.words.clone()),
        Striking::VeryHard | Striking::VeryEasy | Striking::UnusedDistractors => Block::Aside(hint.words.clone()),
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

fn matrix(report: &TestReport) -> Table {
    let numbers = report.questions.iter().map(|q| q.about.number.to_string());
    let head = ["Name".to_owned()].into_iter().chain(numbers).chain(["All".to_owned()]).collect();
    let row = |p: &Person| {
        let cells = p.earned.iter().map(|e| Cell::Number(e.map_or_else(|| "–".to_owned(), words::points)));
        [Cell::Words(p.who.clone())].into_iter().chain(cells).chain([Cell::Number(words::points(p.points))]).collect()
    };
    Table {
        title: "Points by person and question (– no answer)".to_owned(),
        head,
        rows: report.people.iter().map(row).collect(),
        for_pages: true,
    }
}
