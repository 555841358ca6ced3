//! What differs from kind to kind: how an answer is given, and what it earns.

use maud::{Markup, html};

use super::item::words;
use crate::course::model::{Ask, Blank, Pair, Partly, Question, Reasoned, Step, Target, Text};
use crate::exchange::outgoing::{Outgoing, OutgoingOption};

/// What differs from kind to kind.
pub(super) struct ItemBody {
    /// As Canvas calls the kind.
    pub kind: &'static str,
    /// HTML behind the stem.
    pub more: String,
    pub response: Markup,
    /// What is said to single answers: who gave which, and the words.
    pub said: Vec<(Condition, String)>,
    /// What each answer earns of 100.
    pub earns: Vec<(Condition, f64)>,
    /// Whether what answers earn is added up.
    pub adds: bool,
}

/// Which answers are meant.
pub(super) enum Condition {
    Is {
        response: String,
        answer: String,
    },
    /// These of many are picked, and those are not.
    Picked {
        yes: Vec<String>,
        no: Vec<String>,
    },
    Between(f64, f64),
}

/// The only response of most kinds.
const RESPONSE: &str = "response1";

/// # Errors
/// Says what QTI has no place for.
pub(super) fn body(course: &Outgoing<'_>, question: &Question, changed: &mut Vec<String>) -> Result<ItemBody, String> {
    match &question.ask {
        Ask::Choice(_) | Ask::Classify { .. } => {
            Ok(picked_one("multiple_choice_question", course.options(&question.ask), changed))
        }
        Ask::TrueFalse(is_true) => {
            let option = |words: &str, is_right: bool| OutgoingOption {
                html: words.to_owned(),
                words: words.to_owned(),
                percent: if is_right { 100 } else { 0 },
                feedback: None,
            };
            let both = vec![option("True", *is_true), option("False", !is_true)];
            Ok(picked_one("true_false_question", both, changed))
        }
        Ask::Several(_) => Ok(picked_many(course.options(&question.ask), changed)),
        Ask::Match { pairs, spare } => Ok(joined(course, pairs, spare)),
        Ask::Order(steps) => {
            changed.push("its events are joined to their places, and their dates are left out".to_owned());
            Ok(joined(course, &places(steps), &[]))
        }
        Ask::Typed { number: Some(target), unit, accept, partly, .. } => {
            if unit.is_some() {
                changed.push("its unit is not asked for".to_owned());
            }
            if !accept.is_empty() || !partly.is_empty() {
                changed.push("the number only, not the words".to_owned());
            }
            Ok(numerical(*target))
        }
        Ask::Typed { gaps, .. } if !gaps.is_empty() => Ok(blanks(gaps, changed)),
        Ask::Typed { accept, partly, rivals, .. } => {
            let said = rivals.iter().map(|r| (is(RESPONSE, &Outgoing::words(r.0.as_str())), course.html(r.1.as_str())));
            let said = said.collect();
            Ok(ItemBody { said, ..typed(accept, partly) })
        }
    }
}

fn is(response: &str, answer: &str) -> Condition {
    Condition::Is { response: response.to_owned(), answer: answer.to_owned() }
}

/// What an option is called in the item.
fn label(n: usize) -> String {
    format!("{}", 1001 + n)
}

fn picked_one(kind: &'static str, options: Vec<OutgoingOption>, changed: &mut Vec<String>) -> ItemBody {
    if options.iter().any(|o| !matches!(o.percent, 0 | 100)) {
        changed.push("an option that earns a part counts as wrong in some programs".to_owned());
    }
    let earns = options.iter().enumerate().filter(|(_, o)| o.percent > 0);
    let earns = earns.map(|(n, o)| (is(RESPONSE, &label(n)), f64::from(o.percent))).collect();
    let said = options.iter().enumerate().filter_map(|(n, o)| Some((is(RESPONSE, &label(n)), o.feedback.clone()?)));
    let (said, response) = (said.collect(), choices(RESPONSE, "Single", None, &labelled(&options)));
    ItemBody { kind, more: String::new(), response, said, earns, adds: false }
}

fn picked_many(options: Vec<OutgoingOption>, changed: &mut Vec<String>) -> ItemBody {
    changed.push("its points are given for all right options and no other".to_owned());
    let named = |is_right: bool| {
        let all = options.iter().enumerate().filter(move |(_, o)| (o.percent > 0) == is_right);
        all.map(|(n, _)| label(n)).collect::<Vec<_>>()
    };
    let earns = vec![(Condition::Picked { yes: named(true), no: named(false) }, 100.0)];
    let said = options.iter().enumerate().filter_map(|(n, o)| Some((is(RESPONSE, &label(n)), o.feedback.clone()?)));
    let (said, response) = (said.collect(), choices(RESPONSE, "Multiple", None, &labelled(&options)));
    ItemBody { kind: "multiple_answers_question", more: String::new(), response, said, earns, adds: false }
}

fn labelled(options: &[OutgoingOption]) -> Vec<(String, String)> {
    options.iter().enumerate().map(|(n, o)| (label(n), o.html.clone())).collect()
}

/// Each event and the number of its place.
fn places(steps: &[Step]) -> Vec<Pair> {
    let place = |(n, step): (usize, &Step)| Some(Pair(step.0.clone(), Text::new(n.to_string()).ok()?));
    (1..).zip(steps).filter_map(place).collect()
}

/// Every premise has all partners to choose from.
fn joined(course: &Outgoing<'_>, pairs: &[Pair], spare: &[Reasoned]) -> ItemBody {
    let partners = pairs.iter().map(|p| &p.1).chain(spare.iter().map(|s| &s.0));
    let partners: Vec<(String, String)> =
        partners.enumerate().map(|(n, partner)| (label(n), course.html(partner.as_str()))).collect();
    let premises = || (0..).zip(pairs).map(|(n, pair)| (n, format!("response_{}", 101 + n), pair));
    let response = html! {
        @for (_, id, pair) in premises() { (choices(&id, "Single", Some(&course.html(pair.0.as_str())), &partners)) }
    };
    let share = share(pairs.len());
    let earns = premises().map(|(n, id, _)| (is(&id, &label(n)), share)).collect();
    ItemBody { kind: "matching_question", more: String::new(), response, said: Vec::new(), earns, adds: true }
}

fn typed(accept: &[Text], partly: &[Partly]) -> ItemBody {
    let answer = |text: &Text, percent: f64| (is(RESPONSE, &Outgoing::words(text.as_str())), percent);
    let earns = accept.iter().map(|text| answer(text, 100.0));
    let earns = earns.chain(partly.iter().map(|part| answer(&part.0, f64::from(part.1)))).collect();
    let (kind, more, said) = ("short_answer_question", String::new(), Vec::new());
    ItemBody { kind, more, response: written(), said, earns, adds: false }
}

fn numerical(target: Target) -> ItemBody {
    let (low, high) = target.range();
    let earns = vec![(Condition::Between(low, high), 100.0)];
    let (kind, more, said) = ("numerical_question", String::new(), Vec::new());
    ItemBody { kind, more, response: written(), said, earns, adds: false }
}

/// A gap a line below the stem.
fn blanks(gaps: &[Blank], changed: &mut Vec<String>) -> ItemBody {
    if gaps.iter().any(|gap| !gap.partly.is_empty() || !gap.rivals.is_empty()) {
        changed.push("of its gaps only what is right is asked for".to_owned());
    }
    let share = share(gaps.len());
    let named: Vec<(String, &Blank)> = (1..).zip(gaps).map(|(n, gap)| (format!("gap{n}"), gap)).collect();
    let answers = |gap: &Blank| gap.accept.iter().map(|a| Outgoing::words(a.as_str())).enumerate().collect::<Vec<_>>();
    let more = html! { @for (name, gap) in &named { p { (Outgoing::words(gap.label.as_str())) ": [" (name) "]" } } };
    let response = html! {
        @for (name, gap) in &named {
            @let answers: Vec<_> = answers(gap).into_iter().map(|(n, words)| (format!("{name}{n}"), shown(&words))).collect();
            (choices(&format!("response_{name}"), "Single", Some(name), &answers))
        }
    };
    let earns = named.iter().flat_map(|(name, gap)| {
        answers(gap).into_iter().map(move |(n, _)| (is(&format!("response_{name}"), &format!("{name}{n}")), share))
    });
    let (kind, said, earns) = ("fill_in_multiple_blanks_question", Vec::new(), earns.collect());
    ItemBody { kind, more: more.into_string(), response, said, earns, adds: true }
}

/// Words as HTML.
fn shown(words: &str) -> String {
    html! { (words) }.into_string()
}

/// What each of `n` parts earns of 100.
fn share(n: usize) -> f64 {
    100.0 / f64::from(u32::try_from(n.max(1)).unwrap_or(1))
}

impl Condition {
    pub(super) fn markup(&self) -> Markup {
        let picked = |label: &String| html! { varequal respident=(RESPONSE) { (label) } };
        match self {
            Self::Is { response, answer } => html! { varequal respident=(response) { (answer) } },
            Self::Picked { yes, no } => html! {
                and {
                    @for label in yes { (picked(label)) }
                    @for label in no { not { (picked(label)) } }
                }
            },
            Self::Between(low, high) => html! {
                or {
                    varequal respident=(RESPONSE) { (f64::midpoint(*low, *high)) }
                    and {
                        vargte respident=(RESPONSE) { (low) }
                        varlte respident=(RESPONSE) { (high) }
                    }
                }
            },
        }
    }
}

/// A list to choose from, perhaps behind words of its own.
fn choices(id: &str, cardinality: &str, premise: Option<&str>, labels: &[(String, String)]) -> Markup {
    html! {
        response_lid ident=(id) rcardinality=(cardinality) {
            @if let Some(premise) = premise { (words(premise)) }
            render_choice { @for (label, html) in labels { response_label ident=(label) { (words(html)) } } }
        }
    }
}

/// A line to write in.
fn written() -> Markup {
    html! {
        response_str ident=(RESPONSE) rcardinality="Single" {
            render_fib { response_label ident="answer1" rshuffle="No" {} }
        }
    }
}
