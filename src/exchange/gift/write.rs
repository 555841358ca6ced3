//! Questions as GIFT. Cards have no place in it.

use crate::course::model::{Ask, Question, Target, Text};
use crate::exchange::fidelity::{ItemFate, Transfer};
use crate::exchange::outgoing::{
    Extra, Outgoing, bare_words, fate, kept, note_links, note_losses, note_spare, texts, without_cards,
};

pub(super) fn text(course: &Outgoing<'_>, fates: &mut Vec<ItemFate>) -> String {
    let mut text = String::new();
    for line in course.attribution().lines() {
        text.push_str(&format!("// {line}\n"));
    }
    for bank in &course.banks {
        text.push_str(&format!("\n$CATEGORY: $course$/top/{}\n", bank.title.replace('/', "//")));
        for question in &bank.questions {
            let mut changed = Vec::new();
            match answers(course, question, &mut changed) {
                Ok(answers) => {
                    text.push_str(&one(course, question, &answers));
                    fates.push(fate(&question.id, question.stem.as_str(), kept(changed)));
                }
                Err(why) => fates.push(fate(&question.id, question.stem.as_str(), Transfer::Dropped(why))),
            }
        }
        without_cards(&bank.cards, "GIFT has no cards", fates);
    }
    text
}

fn one(course: &Outgoing<'_>, question: &Question, answers: &str) -> String {
    let tags: String = question.tags.iter().map(|tag| format!(" [tag:{tag}]")).collect();
    let explain = course.optional_html(question.explain.as_ref());
    let general = if explain.is_empty() { String::new() } else { format!("\n  ####{}", escaped(&explain)) };
    let stem = escaped(&course.html(question.stem.as_str()));
    format!("\n// [id:{id}]{tags}\n::{id}::[html]{stem} {{{answers}{general}\n}}\n", id = question.id)
}

#[expect(clippy::too_many_lines, reason = "one arm a kind, each a line or two of the format")]
fn answers(course: &Outgoing<'_>, question: &Question, changed: &mut Vec<String>) -> Result<String, String> {
    let said = |feedback: Option<&str>| feedback.map_or_else(String::new, |f| format!("#{}", escaped(f)));
    let has_outcome = matches!(question.ask, Ask::TrueFalse(_)) && question.feedback.partly.is_none();
    let has_place: &[Extra] = if has_outcome {
        &[Extra::Explanation, Extra::Reasons, Extra::Outcome, Extra::Tags]
    } else {
        &[Extra::Explanation, Extra::Reasons, Extra::Tags]
    };
    note_losses(question, has_place, changed);
    note_links(texts(question), changed);
    Ok(match &question.ask {
        Ask::TrueFalse(is_true) => {
            let [right, wrong] =
                [&question.feedback.right, &question.feedback.wrong].map(|f| course.optional_html(f.as_ref()));
            let said = if right.is_empty() && wrong.is_empty() {
                String::new()
            } else {
                format!("#{}#{}", escaped(&wrong), escaped(&right))
            };
            format!("{}{said}", if *is_true { "TRUE" } else { "FALSE" })
        }
        Ask::Choice(_) | Ask::Classify { .. } => {
            let line = |o: crate::exchange::outgoing::OutgoingOption| {
                let mark = match o.percent {
                    100 => "=".to_owned(),
                    0 => "~".to_owned(),
                    part => format!("~%{part}%"),
                };
                // A per cent sign at its front would be taken for its weight.
                let weight = if o.html.starts_with('%') && matches!(o.percent, 0 | 100) {
                    format!("%{}%", o.percent)
                } else {
                    String::new()
                };
                format!("\n  {mark}{weight}{}{}", escaped(&o.html), said(o.feedback.as_deref()))
            };
            course.options(&question.ask).into_iter().map(line).collect()
        }
        Ask::Several(_) => {
            let options = course.options(&question.ask);
            let right = options.iter().filter(|o| o.percent > 0).count();
            let weight = 100.0 / f64::from(u32::try_from(right.max(1)).unwrap_or(1));
            if options.iter().any(|o| !matches!(o.percent, 0 | 100)) {
                changed.push("an option that earns a part counts whole".to_owned());
            }
            if right == 1 {
                changed.push("with one right option it is a single choice".to_owned());
            }
            options
                .iter()
                .map(|o| {
                    let sign = if o.percent > 0 { "" } else { "-" };
                    format!("\n  ~%{sign}{weight:.5}%{}{}", escaped(&o.html), said(o.feedback.as_deref()))
                })
                .collect()
        }
        Ask::Match { pairs, spare } => {
            note_spare(spare, changed);
            let mut words = |text: &str| escaped(&bare_words(text, changed));
            let pairs: Vec<String> = pairs
                .iter()
                .map(|p| format!("\n  ={} -> {}", escaped(&course.html(p.0.as_str())), words(p.1.as_str())))
                .collect();
            let spare = spare.iter().map(|s| format!("\n  = -> {}", words(s.0.as_str())));
            pairs.into_iter().chain(spare).collect()
        }
        Ask::Typed { gaps, .. } if !gaps.is_empty() => return Err("GIFT has no questions with several gaps".to_owned()),
        Ask::Typed { number: Some(target), unit, accept, partly, .. } => {
            if unit.is_some() {
                changed.push("its unit is not asked for".to_owned());
            }
            if !accept.is_empty() || !partly.is_empty() {
                changed.push("the number only, not the words".to_owned());
            }
            format!("#{}", numbers(*target))
        }
        Ask::Typed { accept, partly, rivals, .. } => {
            let foreseen = accept.iter().chain(partly.iter().map(|p| &p.0)).chain(rivals.iter().map(|r| &r.0));
            if foreseen.map(Text::as_str).any(|answer| Outgoing::words(answer).contains("->")) {
                return Err("an arrow in a typed answer means matching in GIFT".to_owned());
            }
            // An asterisk would stand for anything.
            let mut line = |percent: u8, answer: &Text, feedback: Option<&Text>| {
                let words = escaped(&bare_words(answer.as_str(), changed).replace('*', "\\*"));
                let said = said(feedback.map(|f| course.html(f.as_str())).as_deref());
                format!("\n  =%{percent}%{words}{said}")
            };
            let mut lines: String = accept.iter().map(|answer| line(100, answer, None)).collect();
            lines.extend(partly.iter().map(|p| line(p.1, &p.0, p.2.as_ref())));
            lines.extend(rivals.iter().map(|r| line(0, &r.0, Some(&r.1))));
            lines
        }
        Ask::Order(_) => return Err("GIFT has no ordering".to_owned()),
    })
}

fn numbers(target: Target) -> String {
    match target {
        Target::Exactly(value) => format!("{value}:0"),
        Target::Near(value, by) => format!("{value}:{by}"),
        Target::Between(from, to) => format!("{from}..{to}"),
    }
}

/// Takes the meaning from signs of GIFT, and keeps a text in one line.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '~' | '=' | '#' | '{' | '}' | ':' | '\\' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c => escaped.push(c),
        }
    }
    escaped
}
