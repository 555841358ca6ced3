//! Every item has the shape its kind asks for: enough options, a key, gaps in a cloze, rows as wide as their head.

use std::ops::RangeInclusive;

use super::survey::Survey;
use crate::course::files::File;
use crate::course::finding::Finding;
use crate::course::locate;
use crate::course::model::{Ask, Block, Card, Drawing, Face, Judged, Lesson, Partly, Question, Standard, Target};
use crate::course::outline::{gaps, unescaped};

/// The most options that keys, letters and the wall have room for.
const MOST: usize = 10;

pub(super) fn check(survey: &Survey<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let limits = Bounds::of(survey.standard());
    for (file, lesson) in &survey.lessons {
        found.extend(lesson_shape(file, lesson, survey.standard()));
    }
    for (file, bank) in &survey.banks {
        found.extend(bank.cards.iter().filter_map(|c| card_shape(file, c)));
        found.extend(bank.questions.iter().flat_map(|q| question_shape(file, q, &limits)));
    }
    found
}

/// How many options a question may have.
struct Bounds {
    choice: RangeInclusive<usize>,
    several: RangeInclusive<usize>,
    keys: RangeInclusive<usize>,
    pairs: RangeInclusive<usize>,
    spare: RangeInclusive<usize>,
    steps: RangeInclusive<usize>,
}

impl Bounds {
    fn of(standard: Standard) -> Self {
        match standard {
            Standard::Full => {
                Self { choice: 3..=4, several: 5..=6, keys: 2..=4, pairs: 4..=6, spare: 1..=2, steps: 4..=6 }
            }
            Standard::Plain => Self {
                choice: 2..=MOST,
                several: 2..=MOST,
                keys: 1..=MOST,
                // A premise has a digit of its own.
                pairs: 3..=9,
                spare: 0..=MOST,
                steps: 3..=MOST,
            },
        }
    }
}

fn lesson_shape(file: &File, lesson: &Lesson, standard: Standard) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut say = |id, message: String, help: &str| {
        found.push(Finding::error("shape", locate::item(file, id), message).help(help));
    };
    if lesson.sections.is_empty() && standard == Standard::Full {
        say(&lesson.id, "a lesson without a section cannot be read".into(), "write at least one section");
    }
    for section in &lesson.sections {
        if section.body.is_empty() {
            say(&section.id, "this section is empty".into(), "write a body, or remove the section");
        }
        for block in &section.body {
            match block {
                Block::Table(t) if t.rows.iter().any(|r| r.len() != t.head.len()) => {
                    say(
                        &section.id,
                        format!("a row of the table \"{}\" does not have as many cells as its header", t.caption),
                        "give every row one cell per column",
                    );
                }
                Block::Figure(f) => {
                    if let Some(message) = drawing_shape(&f.drawing) {
                        say(
                            &section.id,
                            format!("figure \"{}\": {message}", f.caption),
                            "see \"Other figures\" in docs/course-format.md",
                        );
                    }
                }
                _ => {}
            }
        }
    }
    found
}

fn drawing_shape(drawing: &Drawing) -> Option<String> {
    match drawing {
        Drawing::Spectrum { items, .. } => items
            .iter()
            .find(|i| i.at > 100)
            .map(|i| format!("\"{}\" stands at {}: a spectrum runs from 0 to 100", i.label, i.at)),
        Drawing::Timeline(events) if events.is_empty() => Some("a timeline needs an event".into()),
        Drawing::Flow(steps) if steps.is_empty() => Some("a flow needs a step".into()),
        Drawing::Bars { bars, .. } if bars.iter().all(|b| b.value == 0) => Some("all bars are 0".into()),
        _ => None,
    }
}

fn card_shape(file: &File, card: &Card) -> Option<Finding> {
    let Face::Cloze(text) = &card.face else { return None };
    let found = gaps(text.as_str());
    let mut outside = text.as_str().to_owned();
    found.iter().rev().for_each(|g| outside.replace_range(g.span.clone(), " "));
    let write = "write gaps as {{answer}} or {{answer::hint}}";
    let (message, help) = if found.iter().any(|g| g.answer.trim().is_empty()) {
        ("a gap of this cloze has no answer", write)
    } else if found.iter().any(|g| is_anki_number(g.answer) && g.hint.is_some()) {
        (
            "the answer to this gap would be Anki's number of it",
            "gaps have no numbers: write {{answer}} or {{answer::hint}}",
        )
    } else if found.iter().any(|g| g.hint.is_some_and(|hint| unescaped(hint, 0, "::").is_some())) {
        (
            "a gap of this cloze has more than one ::",
            r"write those of the answer as \::, as in {{std\::vector::a container}}",
        )
    } else if unescaped(&outside, 0, "{{").is_some() {
        (
            "a gap of this cloze is not closed",
            r"close it with }}; single braces in it come in pairs, or are written \{ and \}",
        )
    } else if unescaped(&outside, 0, "}}").is_some() {
        ("}} closes no gap here", r"begin the gap with {{; braces that are no gap are written \}\}")
    } else if found.is_empty() {
        ("this cloze has no gap", write)
    } else {
        return None;
    };
    Some(Finding::error("shape", locate::item(file, &card.id), message).help(help))
}

/// Whether `answer` is the number of a gap, as Anki writes them: `c1`.
fn is_anki_number(answer: &str) -> bool {
    answer.strip_prefix(['c', 'C']).is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

fn question_shape(file: &File, question: &Question, limits: &Bounds) -> Vec<Finding> {
    let say = |(message, help): (String, &str)| {
        Finding::error("shape", locate::in_item(file, &question.id, &[&token(question, &message)]), message).help(help)
    };
    let mut found: Vec<Finding> = ask_shape(&question.ask, limits).into_iter().map(say).collect();
    if question.points == 0 {
        found.push(say(("a question is worth at least one point".into(), "leave `points` out, or give 1 or more")));
    }
    found
}

/// The words of `question` of which `message` speaks: a value by itself, or the id.
fn token(question: &Question, message: &str) -> String {
    let over = question.ask.options().iter().map(Judged::percent).find(|percent| *percent > 100);
    match over {
        Some(percent) if message.ends_with("percent") => format!("percent: {percent}"),
        _ if message.contains("would be accepted") => "accept: []".to_owned(),
        _ if message.contains("worth at least") => "points: 0".to_owned(),
        _ => question.id.to_string(),
    }
}

fn ask_shape(ask: &Ask, limits: &Bounds) -> Option<(String, &'static str)> {
    match ask {
        Ask::Choice(options) => {
            let keys = rights(options);
            count("options", options.len(), &limits.choice)
                .or_else(|| weights(options))
                .or((keys != 1)
                    .then(|| (format!("a Choice has one key; this one has {keys}"), "mark one option Right(…)")))
        }
        Ask::Several(options) => {
            let keys = rights(options);
            count("options", options.len(), &limits.several)
                .or_else(|| count("keys", keys, &limits.keys))
                .or_else(|| weights(options))
        }
        Ask::TrueFalse(_) => None,
        Ask::Match { pairs, spare } => count("pairs", pairs.len(), &limits.pairs)
            .or_else(|| count("spare partners", spare.len(), &limits.spare))
            .or_else(|| count("partners", pairs.len() + spare.len(), &(0..=MOST))),
        Ask::Order(steps) => count("events", steps.len(), &limits.steps),
        Ask::Typed { accept, partly, number, unit, gaps, .. } => {
            let ways = [!accept.is_empty(), number.is_some(), !gaps.is_empty()].into_iter().filter(|w| *w).count();
            let of_gaps = gaps.iter().find_map(|g| {
                let none =
                    g.accept.is_empty().then(|| (format!("no answer would be accepted for \"{}\"", g.label), ACCEPT));
                none.or_else(|| parts(&g.partly))
            });
            match ways {
                0 => Some(("no answer would be accepted".into(), ACCEPT)),
                1 => of_gaps.or_else(|| parts(partly)).or_else(|| target(*number, unit.is_some())),
                _ => Some((
                    "this mixes words, a number and gaps".into(),
                    "write `accept`, `number` or `gaps`: one of them",
                )),
            }
        }
        // Its scheme and categories are names.
        Ask::Classify { .. } => None,
    }
}

const ACCEPT: &str = "write at least one text under `accept`";

fn parts(partly: &[Partly]) -> Option<(String, &'static str)> {
    let odd = partly.iter().find(|p| !(1..=99).contains(&p.1))?;
    Some((
        format!("\"{}\" earns {} percent", odd.0, odd.1),
        "a part is 1 to 99 percent; full credit goes under `accept`, none under `rivals`",
    ))
}

fn target(number: Option<Target>, has_unit: bool) -> Option<(String, &'static str)> {
    let Some(number) = number else {
        return has_unit.then(|| ("there is a unit but no number".into(), "write `number`, or remove `unit`"));
    };
    let (least, most) = number.range();
    let sound = least.is_finite() && most.is_finite() && least <= most;
    (!sound).then(|| {
        (
            format!("no number is from {least} to {most}"),
            "write Near(value, tolerance) or Between(least, most), the smaller first",
        )
    })
}

/// An option that is worth more than all.
fn weights(options: &[Judged]) -> Option<(String, &'static str)> {
    let odd = options.iter().find(|o| o.percent() > 100)?;
    Some((format!("\"{}\" earns {} percent", odd.text(), odd.percent()), "write 0 to 100; 100 makes it a key"))
}

fn rights(options: &[Judged]) -> usize {
    options.iter().filter(|o| o.is_right()).count()
}

fn count(what: &str, is: usize, limits: &RangeInclusive<usize>) -> Option<(String, &'static str)> {
    (!limits.contains(&is))
        .then(|| (format!("{is} {what}: this kind has {} to {}", limits.start(), limits.end()), "add or remove some"))
}
