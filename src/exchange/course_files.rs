//! Cards and questions as files of a course, written for people: a line for what is short, and nothing that says only
//! what is so anyway.

use crate::course::model::{Ask, Bank, Blank, Card, Face, Feedback, Judged, Partly, Question, Target, Text};
use crate::course::ron_text::quoted;

/// `assets/course.ron` of a course that is made of what was imported.
#[must_use]
pub fn about(id: &str, title: &str, banks: &[&str]) -> String {
    let lessons = banks.iter().map(|bank| quoted(bank)).collect::<Vec<_>>().join(", ");
    format!(
        "About(\n    id: {},\n    title: {},\n    version: \"1\",\n    language: \"en\",\n    licence: \"not said\",\n    standard: Plain,\n    lessons: [{lessons}],\n)\n",
        quoted(id),
        quoted(title),
    )
}

/// A bank as `quizzes/NN-name.ron`.
#[must_use]
pub fn bank(bank: &Bank) -> String {
    let mut file = format!("Bank(\n    lesson: {},\n", quoted(bank.lesson.as_str()));
    if let Some(title) = &bank.title {
        file.push_str(&format!("    title: {},\n", text(title)));
    }
    for (name, items) in [
        ("cards", bank.cards.iter().map(card).collect::<String>()),
        ("questions", bank.questions.iter().map(question).collect()),
    ] {
        if !items.is_empty() {
            file.push_str(&format!("    {name}: [\n{items}    ],\n"));
        }
    }
    file.push_str(")\n");
    file
}

fn card(card: &Card) -> String {
    let face = match &card.face {
        Face::Basic { front, back } => format!("Basic(front: {}, back: {})", text(front), text(back)),
        Face::TwoWay { ask, front, ask_back, back } => format!(
            "TwoWay(ask: {}, front: {}, ask_back: {}, back: {})",
            text(ask),
            text(front),
            text(ask_back),
            text(back)
        ),
        Face::Cloze(words) => format!("Cloze({})", text(words)),
    };
    let tags = ids(", tags", &card.tags);
    format!("        Card(id: {}, face: {face}{tags}),\n", quoted(card.id.as_str()))
}

fn question(question: &Question) -> String {
    let mut fields = vec![format!("id: {}", quoted(question.id.as_str())), format!("stem: {}", text(&question.stem))];
    if let Some(picture) = &question.picture {
        fields.push(format!("picture: Picture(file: {}, alt: {})", text(&picture.file), text(&picture.alt)));
    }
    fields.push(format!("ask: {}", ask(&question.ask)));
    fields.extend(question.explain.as_ref().map(|words| format!("explain: {}", text(words))));
    fields.extend(feedback(&question.feedback));
    if question.points != 1 {
        fields.push(format!("points: {}", question.points));
    }
    if !question.tags.is_empty() {
        fields.push(ids("tags", &question.tags));
    }
    let fields: String = fields.iter().map(|field| format!("            {field},\n")).collect();
    format!("        Question(\n{fields}        ),\n")
}

fn feedback(feedback: &Feedback) -> Option<String> {
    let said = [("right", &feedback.right), ("partly", &feedback.partly), ("wrong", &feedback.wrong)];
    let said: Vec<String> =
        said.iter().filter_map(|(name, words)| Some(format!("{name}: {}", text(words.as_ref()?)))).collect();
    (!said.is_empty()).then(|| format!("feedback: Feedback({})", said.join(", ")))
}

fn ask(ask: &Ask) -> String {
    match ask {
        Ask::Choice(options) => format!("Choice([\n{}            ])", judged(options)),
        Ask::Several(options) => format!("Several([\n{}            ])", judged(options)),
        Ask::TrueFalse(is_true) => format!("TrueFalse({is_true})"),
        Ask::Match { pairs, spare } => {
            let pairs = lines(pairs.iter().map(|p| format!("Pair({}, {})", text(&p.0), text(&p.1))));
            let spare = lines(spare.iter().map(|s| format!("Reasoned({}, {})", text(&s.0), text(&s.1))));
            let spare = if spare.is_empty() { String::new() } else { format!(", spare: [\n{spare}            ]") };
            format!("Match(pairs: [\n{pairs}            ]{spare})")
        }
        Ask::Order(steps) => {
            let steps = lines(steps.iter().map(|s| format!("Step({}, {})", text(&s.0), text(&s.1))));
            format!("Order([\n{steps}            ])")
        }
        Ask::Typed { accept, partly, rivals, number, unit, gaps } => {
            let mut fields = words("accept", accept);
            fields.extend(partly_of(partly));
            if !rivals.is_empty() {
                let rivals: Vec<String> =
                    rivals.iter().map(|r| format!("Rival({}, {})", text(&r.0), text(&r.1))).collect();
                fields.push(format!("rivals: [{}]", rivals.join(", ")));
            }
            fields.extend(number.map(|target| format!("number: {}", target_of(target))));
            fields.extend(unit.as_ref().map(|unit| format!("unit: {}", text(unit))));
            if !gaps.is_empty() {
                fields.push(format!("gaps: [{}]", gaps.iter().map(blank).collect::<Vec<_>>().join(", ")));
            }
            format!("Typed({})", fields.join(", "))
        }
        Ask::Classify { scheme, key, defensible, why_not } => {
            let mut fields =
                vec![format!("scheme: {}", quoted(scheme.as_str())), format!("key: {}", quoted(key.as_str()))];
            if !defensible.is_empty() {
                fields.push(ids("defensible", defensible));
            }
            if !why_not.is_empty() {
                let why: Vec<String> =
                    why_not.iter().map(|w| format!("Reasoned({}, {})", text(&w.0), text(&w.1))).collect();
                fields.push(format!("why_not: [{}]", why.join(", ")));
            }
            format!("Classify({})", fields.join(", "))
        }
    }
}

fn judged(options: &[Judged]) -> String {
    lines(options.iter().map(|option| match option {
        Judged::Right(words) => format!("Right({})", text(words)),
        Judged::Wrong(words, None) => format!("Wrong({})", text(words)),
        Judged::Wrong(words, Some(why)) => format!("Wrong({}, {})", text(words), text(why)),
        Judged::Weighed { text: words, percent, feedback } => {
            let feedback = feedback.as_ref().map_or_else(String::new, |f| format!(", feedback: {}", text(f)));
            format!("Weighed(text: {}, percent: {percent}{feedback})", text(words))
        }
    }))
}

fn lines(items: impl Iterator<Item = String>) -> String {
    items.map(|item| format!("                {item},\n")).collect()
}

fn words(name: &str, words: &[Text]) -> Vec<String> {
    if words.is_empty() {
        return Vec::new();
    }
    vec![format!("{name}: [{}]", words.iter().map(text).collect::<Vec<_>>().join(", "))]
}

fn partly_of(partly: &[Partly]) -> Option<String> {
    let part = |p: &Partly| {
        let said = p.2.as_ref().map_or_else(String::new, |said| format!(", {}", text(said)));
        format!("Partly({}, {}{said})", text(&p.0), p.1)
    };
    (!partly.is_empty()).then(|| format!("partly: [{}]", partly.iter().map(part).collect::<Vec<_>>().join(", ")))
}

fn blank(blank: &Blank) -> String {
    let mut fields = vec![format!("label: {}", text(&blank.label))];
    fields.extend(words("accept", &blank.accept));
    fields.extend(partly_of(&blank.partly));
    if !blank.rivals.is_empty() {
        let rivals: Vec<String> =
            blank.rivals.iter().map(|r| format!("Rival({}, {})", text(&r.0), text(&r.1))).collect();
        fields.push(format!("rivals: [{}]", rivals.join(", ")));
    }
    format!("Blank({})", fields.join(", "))
}

fn target_of(target: Target) -> String {
    match target {
        Target::Exactly(value) => format!("Exactly({value:?})"),
        Target::Near(value, by) => format!("Near({value:?}, {by:?})"),
        Target::Between(from, to) => format!("Between({from:?}, {to:?})"),
    }
}

fn ids(name: &str, ids: &[crate::course::model::Id]) -> String {
    if ids.is_empty() {
        return String::new();
    }
    format!("{name}: [{}]", ids.iter().map(|id| quoted(id.as_str())).collect::<Vec<_>>().join(", "))
}

fn text(words: &Text) -> String {
    quoted(words.as_str())
}
