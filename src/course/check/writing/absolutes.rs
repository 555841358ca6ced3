//! Words that admit no exception give an answer away: so little is always so (rule 10; Haladyna, Downing &
//! Rodriguez 2002, rule 28a).

use super::item::{BankItem, WaivableFinding, questions};
use super::options::{covers, options};
use super::{rules, text};
use crate::course::check::survey::Survey;
use crate::course::model::{Ask, Judged};

const ABSOLUTES: [&str; 9] = ["all", "always", "never", "only", "every", "none", "must", "entirely", "completely"];

pub(super) fn check<'a>(survey: &'a Survey<'_>) -> Vec<WaivableFinding<'a>> {
    options(survey).filter_map(|(item, options)| one_sided(item, options)).chain(false_statements(survey)).collect()
}

/// An absolute word among the keys alone, or among the distractors alone.
fn one_sided<'a>(item: BankItem<'a>, options: &[Judged]) -> Option<WaivableFinding<'a>> {
    let (keys, wrongs): (Vec<&Judged>, Vec<&Judged>) = options.iter().partition(|o| o.why().is_none());
    let of = |side: &[&Judged]| {
        side.iter()
            .filter(|o| !covers(o))
            .find_map(|o| absolute(o.text().as_str()).map(|w| (o.text().as_str().to_owned(), w)))
    };
    let (side, (option, word)) = match (of(&keys), of(&wrongs)) {
        (Some(found), None) => ("keys", found),
        (None, Some(found)) => ("distractors", found),
        _ => return None,
    };
    let message = format!("the absolute word \"{word}\" appears only among the {side}");
    Some(item.find(
        &rules::ABSOLUTE,
        &option,
        message,
        "soften it, or use such a word on both sides; quotations are exempt",
    ))
}

/// A false statement that an absolute word makes false at sight.
fn false_statements<'a>(survey: &'a Survey<'_>) -> impl Iterator<Item = WaivableFinding<'a>> {
    questions(survey).filter(|(_, q)| q.ask == Ask::TrueFalse(false)).filter_map(|(item, question)| {
        let word = absolute(question.stem.as_str())?;
        let message = format!("the absolute word \"{word}\" gives this statement away as false");
        Some(item.find(
            &rules::ABSOLUTE,
            question.stem.as_str(),
            message,
            "soften it, or put the error elsewhere; quotations are exempt",
        ))
    })
}

/// The first absolute word outside quotations.
fn absolute(text: &str) -> Option<String> {
    text::own_words(text).iter().flat_map(|p| text::words(p)).find(|w| ABSOLUTES.contains(&w.as_str()))
}

#[cfg(test)]
mod tests {
    use crate::course::check::writing::tests::{found, question};

    fn choice(right: &str, [one, other]: [&str; 2]) -> Vec<&'static str> {
        let ask = format!(
            r#"Choice([Right("{right}"), Wrong("{one}", "It names another kind of actor altogether."), Wrong("{other}", "This one belongs to quite another track.")])"#
        );
        found(&question("Which word fits the case?", &ask))
    }

    #[test]
    fn absolute_words_on_one_side() {
        assert_eq!(choice("It often helps", ["It always helps", "It rarely helps"]), ["absolute"]);
        assert!(choice("It must help", ["It always fails", "It rarely helps"]).is_empty());
        assert!(choice("It often helps", ["It is “always open”", "It rarely helps"]).is_empty());
    }

    #[test]
    fn absolute_words_in_false_statements() {
        assert_eq!(found(&question("Officials never meet in private.", "TrueFalse(false)")), ["absolute"]);
        assert!(found(&question("Officials never sign as private persons.", "TrueFalse(true)")).is_empty());
    }
}
