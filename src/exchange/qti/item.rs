//! A question as an item of QTI: what is shown, what each answer earns, what is said to it.

use maud::{Markup, html};

use super::body::{Condition, ItemBody, body};
use super::ident;
use crate::course::model::Question;
use crate::exchange::outgoing::{Extra, Outgoing, note_links, note_losses, texts};

/// # Errors
/// Says what QTI has no place for.
pub(super) fn item(course: &Outgoing<'_>, question: &Question, changed: &mut Vec<String>) -> Result<Markup, String> {
    let has_place = [Extra::Explanation, Extra::Reasons, Extra::Outcome, Extra::Points];
    note_losses(question, &has_place, changed);
    note_links(texts(question), changed);
    let body = body(course, question, changed)?;
    let id = ident(&format!("{} {}", course.course.about().id, question.id));
    let stem = format!("{}{}", course.html(question.stem.as_str()), body.more);
    let explain = (GENERAL, course.optional_html(question.explain.as_ref()));
    let feedback = [(RIGHT, &question.feedback.right), (WRONG, &question.feedback.wrong)];
    let feedback = feedback.map(|(name, text)| (name, course.optional_html(text.as_ref())));
    let said = std::iter::once(explain).chain(feedback).filter(|(_, words)| !words.is_empty());
    let said: Vec<(String, String)> = said.map(|(name, words)| (name.to_owned(), words)).collect();
    if question.feedback.partly.is_some() {
        changed.push("what is said to an answer that is right in part is left out".to_owned());
    }
    let answers: Vec<NamedWords<'_>> = (1..).zip(&body.said).map(|(n, it)| (format!("answer{n}_fb"), it)).collect();
    let response = ResponseRules { body: &body, answers: &answers, said: &said };
    Ok(html! {
        item ident=(id) title=(question.id) {
            itemmetadata { qtimetadata {
                (field("question_type", body.kind))
                (field("points_possible", &format!("{}.0", question.points)))
                (field("assessment_question_identifierref", &ident(&format!("{id} question"))))
            } }
            presentation { (words(&stem)) (body.response) }
            (response.markup())
            @for (name, words) in &said { (feedback_words(name, words)) }
            @for (name, (_, words)) in &answers { (feedback_words(name, words)) }
        }
    })
}

/// What is said to an answer, and to whom, by its name in the item.
type NamedWords<'a> = (String, &'a (Condition, String));

/// What becomes of an answer.
struct ResponseRules<'a> {
    body: &'a ItemBody,
    answers: &'a [NamedWords<'a>],
    /// What is said whatever was answered, by its name.
    said: &'a [(String, String)],
}

impl ResponseRules<'_> {
    fn markup(&self) -> Markup {
        let says = |name: &str| self.said.iter().any(|(said, _)| said == name);
        let (mode, goes_on) = if self.body.adds { ("Add", "Yes") } else { ("Set", "No") };
        html! {
            resprocessing {
                outcomes { decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal" {} }
                @if says(GENERAL) { (to_all(GENERAL)) }
                @for (name, (condition, _)) in self.answers { respcondition continue="Yes" {
                    conditionvar { (condition.markup()) }
                    (displayed(name))
                } }
                @for (condition, percent) in &self.body.earns { respcondition continue=(goes_on) {
                    conditionvar { (condition.markup()) }
                    setvar action=(mode) varname="SCORE" { (number(*percent)) }
                    @if *percent >= 100.0 && says(RIGHT) { (displayed(RIGHT)) }
                } }
                @if says(WRONG) { (to_all(WRONG)) }
            }
        }
    }
}

/// Names of what is said to all, to those who are right, and to those who are not.
const GENERAL: &str = "general_fb";
const RIGHT: &str = "correct_fb";
const WRONG: &str = "general_incorrect_fb";

fn to_all(name: &str) -> Markup {
    html! { respcondition continue="Yes" {
        conditionvar { other {} }
        (displayed(name))
    } }
}

/// HTML as these files hold it.
pub(super) fn words(html: &str) -> Markup {
    html! { material { mattext texttype="text/html" { (html) } } }
}

fn feedback_words(name: &str, html: &str) -> Markup {
    html! { itemfeedback ident=(name) { flow_mat { (words(html)) } } }
}

fn displayed(name: &str) -> Markup {
    html! { displayfeedback feedbacktype="Response" linkrefid=(name) {} }
}

/// A field of an item's or an assessment's metadata.
pub(super) fn field(name: &str, value: &str) -> Markup {
    html! { qtimetadatafield { fieldlabel { (name) } fieldentry { (value) } } }
}

/// At most two digits behind the point.
fn number(percent: f64) -> String {
    let rounded = format!("{percent:.2}");
    rounded.trim_end_matches('0').trim_end_matches('.').to_owned()
}
