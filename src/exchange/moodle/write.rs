//! Questions as Moodle XML. The declaration stands in the first line, as Moodle asks for.

use maud::{Markup, PreEscaped, html};

use super::write_gaps;
use crate::course::model::{Ask, Pair, Partly, Question, Reasoned, Rival, Step, Target, Text};
use crate::exchange::fidelity::{ItemFate, Transfer};
use crate::exchange::outgoing::{
    Extra, Outgoing, OutgoingOption, bare_words, fate, kept, note_links, note_losses, note_spare, texts, without_cards,
};

pub(super) fn text(course: &Outgoing<'_>, fates: &mut Vec<ItemFate>) -> String {
    let mut questions = String::new();
    for bank in &course.banks {
        let path = format!("$course$/top/{}", bank.title.replace('/', "//"));
        let category = html! { question type="category" { category { text { (path) } } } };
        questions.push_str(&format!("{}\n", category.into_string()));
        for question in &bank.questions {
            let mut changed = Vec::new();
            let done = match body(course, question, &mut changed) {
                Ok(body) => {
                    questions.push_str(&format!("{}\n", one(course, question, &body).into_string()));
                    kept(changed)
                }
                Err(why) => Transfer::Dropped(why),
            };
            fates.push(fate(&question.id, question.stem.as_str(), done));
        }
        without_cards(&bank.cards, "Moodle XML has no cards", fates);
    }
    let licence = course.attribution().replace("--", "–");
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- {licence} -->\n<quiz>\n{questions}</quiz>\n")
}

/// What differs from type to type.
struct QuestionBody {
    /// The type, as Moodle calls it.
    kind: &'static str,
    stem: String,
    answers: Markup,
}

fn one(course: &Outgoing<'_>, question: &Question, body: &QuestionBody) -> Markup {
    let feedback = &question.feedback;
    html! {
        question type=(body.kind) {
            name { text { (question.id) } }
            questiontext format="html" { text { (body.stem) } }
            generalfeedback format="html" { text { (course.optional_html(question.explain.as_ref())) } }
            defaultgrade { (question.points) }
            idnumber { (question.id) }
            (body.answers)
            @for (name, text) in [("correctfeedback", &feedback.right), ("partiallycorrectfeedback", &feedback.partly), ("incorrectfeedback", &feedback.wrong)] {
                @if let Some(text) = text { (element(name, &course.html(text.as_str()))) }
            }
            @if !question.tags.is_empty() {
                tags { @for tag in &question.tags { tag { text { (tag) } } } }
            }
        }
    }
}

/// An element whose name is a value.
fn element(name: &str, words: &str) -> Markup {
    let words = html! { text { (words) } }.into_string();
    PreEscaped(format!("<{name} format=\"html\">{words}</{name}>"))
}

fn answer(fraction: f64, words: &str, format: &str, feedback: &str) -> Markup {
    html! {
        answer fraction=(fraction) format=(format) {
            text { (words) }
            @if !feedback.is_empty() { feedback format="html" { text { (feedback) } } }
        }
    }
}

/// The format of words that are no HTML.
const AS_WRITTEN: &str = "moodle_auto_format";

fn body(course: &Outgoing<'_>, question: &Question, changed: &mut Vec<String>) -> Result<QuestionBody, String> {
    let has_place = [Extra::Explanation, Extra::Reasons, Extra::Outcome, Extra::Points, Extra::Tags];
    note_losses(question, &has_place, changed);
    note_links(texts(question), changed);
    let stem = || course.html(question.stem.as_str());
    let (kind, stem, answers) = match &question.ask {
        Ask::Choice(_) | Ask::Classify { .. } => ("multichoice", stem(), choice(&course.options(&question.ask))),
        Ask::Several(_) => ("multichoice", stem(), several(&course.options(&question.ask), changed)),
        Ask::TrueFalse(is_true) => ("truefalse", stem(), judgement(*is_true)),
        Ask::Match { pairs, spare } => ("matching", stem(), matching(course, pairs, spare, changed)),
        Ask::Order(steps) => {
            changed.push(
                "the dates of its events are left out; Moodle's plugin for ordering must be installed".to_owned(),
            );
            ("ordering", stem(), ordering(course, steps))
        }
        Ask::Typed { number: Some(target), unit, .. } => {
            ("numerical", stem(), numerical(*target, unit.as_ref(), changed))
        }
        Ask::Typed { gaps, .. } if !gaps.is_empty() => {
            ("cloze", write_gaps::stem(course, &question.stem, gaps, changed), html! {})
        }
        Ask::Typed { accept, partly, rivals, .. } => {
            ("shortanswer", stem(), words(course, (accept, partly, rivals), changed))
        }
    };
    Ok(QuestionBody { kind, stem, answers })
}

fn choice(options: &[OutgoingOption]) -> Markup {
    html! {
        single { "true" } shuffleanswers { "true" } answernumbering { "abc" }
        @for o in options { (answer(f64::from(o.percent), &o.html, "html", o.feedback.as_deref().unwrap_or_default())) }
    }
}

fn judgement(is_true: bool) -> Markup {
    let fraction = |right: bool| if right { 100.0 } else { 0.0 };
    html! {
        (answer(fraction(is_true), "true", AS_WRITTEN, ""))
        (answer(fraction(!is_true), "false", AS_WRITTEN, ""))
    }
}

fn matching(course: &Outgoing<'_>, pairs: &[Pair], spare: &[Reasoned], changed: &mut Vec<String>) -> Markup {
    note_spare(spare, changed);
    let mut row = |premise: &str, partner: &Text| {
        html! {
            subquestion format="html" { text { (premise) } answer { text { (bare_words(partner.as_str(), changed)) } } }
        }
    };
    html! {
        shuffleanswers { "true" }
        @for pair in pairs { (row(&course.html(pair.0.as_str()), &pair.1)) }
        @for it in spare { (row("", &it.0)) }
    }
}

fn ordering(course: &Outgoing<'_>, steps: &[Step]) -> Markup {
    html! {
        layouttype { "VERTICAL" } selecttype { "ALL" } gradingtype { "RELATIVE_NEXT_EXCLUDE_LAST" }
        @for step in steps { (answer(100.0, &course.html(step.0.as_str()), "html", "")) }
    }
}

/// What is accepted, what earns a part, and what is wrong for a reason.
type ForeseenWords<'a> = (&'a [Text], &'a [Partly], &'a [Rival]);

fn words(course: &Outgoing<'_>, (accept, partly, rivals): ForeseenWords<'_>, changed: &mut Vec<String>) -> Markup {
    // An asterisk would stand for anything.
    let mut words = |text: &Text| bare_words(text.as_str(), changed).replace('*', "\\*");
    html! {
        usecase { "0" }
        @for accepted in accept { (answer(100.0, &words(accepted), AS_WRITTEN, "")) }
        @for part in partly { (answer(f64::from(part.1), &words(&part.0), AS_WRITTEN, &course.optional_html(part.2.as_ref()))) }
        @for rival in rivals { (answer(0.0, &words(&rival.0), AS_WRITTEN, &course.html(rival.1.as_str()))) }
    }
}

/// Each right option earns its share, and a wrong one takes as much off.
fn several(options: &[OutgoingOption], changed: &mut Vec<String>) -> Markup {
    if options.iter().any(|o| !matches!(o.percent, 0 | 100)) {
        changed.push("an option that earns a part counts whole".to_owned());
    }
    let right = options.iter().filter(|o| o.percent > 0).count().max(1);
    // Moodle takes weights of its own list only, which have five or seven digits behind the point.
    let share = (100.0 / f64::from(u32::try_from(right).unwrap_or(1)) * 1e5).round() / 1e5;
    html! {
        single { "false" } shuffleanswers { "true" } answernumbering { "abc" }
        @for o in options {
            (answer(if o.percent > 0 { share } else { -share }, &o.html, "html", o.feedback.as_deref().unwrap_or_default()))
        }
    }
}

/// A unit may be given with the number, and need not.
fn numerical(target: Target, unit: Option<&Text>, changed: &mut Vec<String>) -> Markup {
    let (low, high) = target.range();
    let (value, by) = match target {
        Target::Between(..) => (f64::midpoint(low, high), (high - low) / 2.0),
        Target::Exactly(value) => (value, 0.0),
        Target::Near(value, by) => (value, by),
    };
    html! {
        answer fraction="100" format=(AS_WRITTEN) { text { (value) } tolerance { (by) } }
        @if let Some(unit) = unit {
            unitgradingtype { "0" } showunits { "3" }
            units { unit { multiplier { "1" } unit_name { (bare_words(unit.as_str(), changed)) } } }
        }
    }
}
