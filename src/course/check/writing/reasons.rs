//! Feedback: why the key is right, why each distractor is wrong, and where it is written (rules 8 and 19).

use super::item::{BankItem, WaivableFinding, cards, questions};
use super::{rules, text};
use crate::course::check::survey::Survey;
use crate::course::model::{Ask, Question, Reasoned, Rival, Text};

/// Words below which a reason says nothing.
const BRIEF: usize = 4;

pub(super) fn check<'a>(survey: &'a Survey<'_>) -> Vec<WaivableFinding<'a>> {
    let of_questions = questions(survey).flat_map(|(item, question)| of(item, question));
    of_questions.chain(uncited_cards(survey)).collect()
}

fn of<'a>(item: BankItem<'a>, question: &Question) -> Vec<WaivableFinding<'a>> {
    let reasons = reasons(&question.ask);
    let mut found: Vec<WaivableFinding<'a>> =
        reasons.iter().filter_map(|(answer, why)| empty(item, answer, why)).collect();
    if !matches!(question.ask, Ask::Typed { .. }) {
        found.extend(repeated(item, &reasons));
    }
    found.extend(explained(item, question));
    found.extend(question.cite.is_empty().then(|| {
        item.find_item(&rules::CITE, "this question cites nothing", "name the work that supports the key under `cite`")
    }));
    found
}

/// Every wrong answer with its reason.
fn reasons(ask: &Ask) -> Vec<(&Text, &Text)> {
    match ask {
        Ask::Choice(options) | Ask::Several(options) => {
            options.iter().filter_map(|o| o.why().map(|why| (o.text(), why))).collect()
        }
        Ask::Match { spare, .. } => spare.iter().map(|Reasoned(text, why)| (text, why)).collect(),
        Ask::Typed { rivals, gaps, .. } => {
            rivals.iter().chain(gaps.iter().flat_map(|g| &g.rivals)).map(|Rival(text, why)| (text, why)).collect()
        }
        Ask::Classify { why_not, .. } => why_not.iter().map(|Reasoned(text, why)| (text, why)).collect(),
        Ask::TrueFalse(_) | Ask::Order(_) => Vec::new(),
    }
}

/// A reason that says no more than that the answer is wrong, or what the answer says.
fn empty<'a>(item: BankItem<'a>, answer: &Text, why: &Text) -> Option<WaivableFinding<'a>> {
    const VERDICT: [&str; 6] = ["wrong", "false", "incorrect", "not", "right", "true"];
    let answer = text::content(answer.as_str());
    let new = text::content(why.as_str()).iter().any(|w| !answer.contains(w) && !VERDICT.contains(&w.as_str()));
    let brief = text::words(why.as_str()).len() < BRIEF;
    let message = || format!("\"{why}\" does not say why the answer is wrong");
    (brief || !new)
        .then(|| item.find(&rules::REASON, why.as_str(), message(), "name the misconception and what corrects it"))
}

/// One reason for two answers fits neither. (Rivals of a typed answer may be one answer in two spellings.)
fn repeated<'a>(item: BankItem<'a>, reasons: &[(&Text, &Text)]) -> Option<WaivableFinding<'a>> {
    let (_, (_, why)) =
        reasons.iter().enumerate().find(|(i, (_, why))| reasons[..*i].iter().any(|(_, other)| other == why))?;
    let message = "two wrong answers have the same reason";
    Some(item.find(&rules::REASON, why.as_str(), message, "give each wrong answer a reason of its own"))
}

/// An explanation must add something to the stem and the key.
fn explained<'a>(item: BankItem<'a>, question: &Question) -> Option<WaivableFinding<'a>> {
    let explain = question.explain.as_ref()?.as_str();
    let mut known = text::content(question.stem.as_str());
    if let Ask::Choice(options) | Ask::Several(options) = &question.ask {
        known.extend(options.iter().flat_map(|o| text::content(o.text().as_str())));
    }
    let new = text::content(explain).iter().any(|w| !known.contains(w));
    let thin = !new || text::words(explain).len() < BRIEF;
    let message = "this explanation adds nothing to the question and its key";
    thin.then(|| item.find(&rules::REASON, explain, message, "say why the key is right"))
}

fn uncited_cards<'a>(survey: &'a Survey<'_>) -> impl Iterator<Item = WaivableFinding<'a>> {
    cards(survey).filter(|(_, card)| card.cite.is_empty()).map(|(item, _)| {
        item.find_item(
            &rules::CARD_CITE,
            "this card cites nothing",
            "name the work under `cite`, or waive `card-cite` and say why there is none",
        )
    })
}

#[cfg(test)]
mod tests {
    use crate::course::check::writing::tests::{found, found_in, question};

    fn because(one: &str, other: &str) -> Vec<&'static str> {
        found(&question(
            "Which word fits?",
            &format!(r#"Choice([Right("Trade"), Wrong("Religion", "{one}"), Wrong("Funding", "{other}")])"#),
        ))
    }

    #[test]
    fn reasons_that_say_why() {
        assert!(because("Clergy form a track of their own.", "Donors give and do not trade.").is_empty());
    }

    #[test]
    fn reasons_that_do_not() {
        assert_eq!(because("Wrong.", "Donors give and do not trade."), ["reason"]);
        assert_eq!(because("It is not religion that is right.", "Donors give and do not trade."), ["reason"]);
        assert_eq!(because("Donors give and do not trade.", "Donors give and do not trade."), ["reason"]);
    }

    #[test]
    fn one_rival_in_two_spellings() {
        let rivals = r#"Typed(accept: ["VII"], rivals: [("VI", "That chapter is about settling disputes."), ("6", "That chapter is about settling disputes.")])"#;
        assert!(found(&question("Which chapter of the Charter is it?", rivals)).is_empty());
    }

    #[test]
    fn explanations_that_add_nothing() {
        let ask = question("Fishers from both shores talk at sea.", "TrueFalse(true)");
        let (before, after) = ask.split_once("McDonald holds").unwrap_or_default();
        let after = after.split_once('"').unwrap_or_default().1;
        assert_eq!(found(&format!("{before}The fishers do talk at sea.\"{after}")), ["reason"]);
    }

    #[test]
    fn items_without_a_citation() {
        assert_eq!(found(&question("Fishers talk at sea.", "TrueFalse(true)").replace(r#""E01""#, "")), ["cite"]);
        assert_eq!(
            found_in(r#"Card(id: "c1", section: "s", face: Basic(front: "Who pays?", back: "Donors"))"#, ""),
            ["card-cite"]
        );
        assert!(
            found_in(
                r#"Card(id: "c1", section: "s", face: Basic(front: "Who pays?", back: "Donors"), cite: ["E01"])"#,
                ""
            )
            .is_empty()
        );
    }
}
