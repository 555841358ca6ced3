//! Cards and questions in the short form, as far as there is one. Whoever writes it reads it again and compares.

use crate::course::model::{Ask, Card, Face, Feedback, Id, Judged, Partly, Question, Target, Text, Waiver};

/// Widest line with both sides of a card.
const WIDEST: usize = 100;

/// A field behind its mark: further lines are moved in.
pub(super) fn field(mark: &str, words: &str) -> String {
    let mut lines = words.split('\n');
    let mut written = format!("{mark}{}\n", lines.next().unwrap_or_default());
    for line in lines {
        written.push_str(if line.is_empty() { "" } else { "  " });
        written.push_str(line);
        written.push('\n');
    }
    written
}

/// `{#id key=value}`; empty without anything.
pub(super) fn attributes(id: Option<&Id>, rest: &[String]) -> String {
    let id = id.map(|id| format!("#{id}"));
    let all: Vec<String> = id.into_iter().chain(rest.iter().filter(|part| !part.is_empty()).cloned()).collect();
    if all.is_empty() { String::new() } else { format!("{{{}}}", all.join(" ")) }
}

/// `key=a,b`; empty for no ids.
pub(super) fn ids(key: &str, all: &[Id]) -> String {
    let all: Vec<&str> = all.iter().map(Id::as_str).collect();
    if all.is_empty() { String::new() } else { format!("{key}={}", all.join(",")) }
}

fn flag(name: &str, is_set: bool) -> String {
    if is_set { name.to_owned() } else { String::new() }
}

pub(super) fn card(card: &Card) -> String {
    let mut written = match &card.face {
        Face::Basic { front, back } => {
            let line = format!("{front} :: {back}\n");
            let is_short = line.len() <= WIDEST && line.matches('\n').count() == 1;
            if is_short { line } else { format!("{}{}", field("", front.as_str()), field(":: ", back.as_str())) }
        }
        Face::TwoWay { ask, front, ask_back, back } => {
            let asked = format!("{}{}", field(">> ", ask.as_str()), field("<< ", ask_back.as_str()));
            format!("{}{}{asked}", field("", front.as_str()), field("::: ", back.as_str()))
        }
        Face::Cloze(words) => field("", words.as_str()),
    };
    written.push_str(&waivers(&card.waive));
    let lists = [("facts", &card.facts), ("cite", &card.cite), ("tags", &card.tags), ("answers", &card.answers)];
    let all: Vec<String> = lists.iter().map(|(key, all)| ids(key, all)).collect();
    format!("{written}{}\n", attributes(Some(&card.id), &all))
}

/// `None` for what has no short form.
pub(super) fn question(question: &Question) -> Option<String> {
    if question.picture.is_some() {
        return None;
    }
    let (answers, kind) = ask(&question.ask)?;
    let one = |key: &str, id: Option<&Id>| id.map_or_else(String::new, |id| format!("{key}={id}"));
    let all = [
        one("objective", question.objective.as_ref()),
        question.level.map_or_else(String::new, |level| format!("level={level:?}")),
        kind,
        flag("novel", question.novel),
        ids("facts", &question.facts),
        ids("cite", &question.cite),
        if question.points == 1 { String::new() } else { format!("points={}", question.points) },
        ids("tags", &question.tags),
        ids("answers", &question.answers),
        flag("reserve", question.reserve),
    ];
    let mut written = field("? ", question.stem.as_str());
    written.push_str(&format!("{}\n{answers}", attributes(Some(&question.id), &all)));
    written.push_str(&question.explain.as_ref().map_or_else(String::new, |words| field("> ", words.as_str())));
    written.push_str(&feedback(&question.feedback));
    written.push_str(&waivers(&question.waive));
    Some(written)
}

fn feedback(feedback: &Feedback) -> String {
    let said = [(">+ ", &feedback.right), (">~ ", &feedback.partly), (">- ", &feedback.wrong)];
    said.iter().filter_map(|(mark, words)| Some(field(mark, words.as_ref()?.as_str()))).collect()
}

fn waivers(all: &[Waiver]) -> String {
    all.iter().map(|Waiver(rule, why)| field("! ", &format!("{rule} -- {why}"))).collect()
}

/// The lines of the answers, and what the attributes say of the kind.
fn ask(ask: &Ask) -> Option<(String, String)> {
    let plain = |lines: String| Some((lines, String::new()));
    match ask {
        Ask::Choice(options) => {
            let is_told = options.iter().filter(|o| matches!(o, Judged::Right(_))).count() == 1;
            Some((judged(options), flag("choice", !is_told)))
        }
        Ask::Several(options) => {
            let is_told = options.iter().filter(|o| matches!(o, Judged::Right(_))).count() > 1;
            Some((judged(options), flag("several", !is_told)))
        }
        Ask::TrueFalse(is_true) => plain(format!("= {is_true}\n")),
        Ask::Match { pairs, spare } => {
            let pairs: String = pairs.iter().map(|pair| field("= ", &format!("{} :: {}", pair.0, pair.1))).collect();
            plain(pairs + &reasons(spare.iter().map(|it| (&it.0, &it.1))))
        }
        Ask::Order(steps) => {
            let step = |(n, step): (usize, &crate::course::model::Step)| {
                field(&format!("{}. ", n + 1), &format!("{} -- {}", step.0, step.1))
            };
            plain(steps.iter().enumerate().map(step).collect())
        }
        Ask::Typed { gaps, .. } if !gaps.is_empty() => None,
        Ask::Typed { accept, partly, rivals, number, unit, gaps: _ } => {
            let number_line = number.map(|target| {
                let unit = unit.as_ref().map_or_else(String::new, |unit| format!(" {unit}"));
                format!("= {}{unit}\n", target_of(target))
            });
            let accepted: String = accept.iter().map(|words| field("= ", words.as_str())).collect();
            let partly: String = partly.iter().map(share).collect();
            let rivals = reasons(rivals.iter().map(|it| (&it.0, &it.1)));
            let lines = format!("{}{accepted}{partly}{rivals}", number_line.unwrap_or_default());
            Some((lines, flag("number", number.is_some())))
        }
        Ask::Classify { scheme, key, defensible, why_not } => {
            let defensible: String = defensible.iter().map(|key| format!("~ {key}\n")).collect();
            let why_not = reasons(why_not.iter().map(|it| (&it.0, &it.1)));
            Some((format!("= {key}\n{defensible}{why_not}"), format!("scheme={scheme}")))
        }
    }
}

fn reasons<'a>(all: impl Iterator<Item = (&'a Text, &'a Text)>) -> String {
    all.map(|(words, why)| field("- ", &format!("{words} -- {why}"))).collect()
}

fn judged(options: &[Judged]) -> String {
    let option = |option: &Judged| match option {
        Judged::Right(words) => field("+ ", words.as_str()),
        Judged::Wrong(words, None) => field("- ", words.as_str()),
        Judged::Wrong(words, Some(why)) => field("- ", &format!("{words} -- {why}")),
        Judged::Weighed { text, percent, feedback: None } => field(&format!("~{percent} "), text.as_str()),
        Judged::Weighed { text, percent, feedback: Some(said) } => {
            field(&format!("~{percent} "), &format!("{text} -- {said}"))
        }
    };
    options.iter().map(option).collect()
}

fn share(partly: &Partly) -> String {
    let said = partly.2.as_ref().map_or_else(String::new, |said| format!(" -- {said}"));
    field(&format!("~{} ", partly.1), &format!("{}{said}", partly.0))
}

fn target_of(target: Target) -> String {
    match target {
        Target::Exactly(value) => format!("{value:?}"),
        Target::Near(value, by) => format!("{value:?} +- {by:?}"),
        Target::Between(from, to) => format!("{from:?} .. {to:?}"),
    }
}
