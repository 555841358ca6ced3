//! Stems: a question in the stem, put positively, with the number to choose and a case of its own
//! (rules 3, 4, 5 and 13; Haladyna, Downing & Rodriguez 2002, rules 14 to 17).

use super::item::{BankItem, WaivableFinding, questions};
use super::{rules, text};
use crate::course::check::survey::Survey;
use crate::course::markdown;
use crate::course::model::{Ask, Bloom, Question};

pub(super) fn check<'a>(survey: &'a Survey<'_>) -> Vec<WaivableFinding<'a>> {
    let rules = [negative, denied, no_question, novel, several_count];
    questions(survey).flat_map(|(item, question)| rules.iter().filter_map(move |rule| rule(item, question))).collect()
}

/// A question for the exception ("which is not …") without capitals: readers in a hurry answer the opposite.
fn negative<'a>(item: BankItem<'a>, question: &Question) -> Option<WaivableFinding<'a>> {
    const ASKING: [&str; 3] = [" which ", " what ", " who "];
    const TURNED: [&str; 5] = ["not", "never", "except", "neither", "nor"];
    let stem = text::own_words(question.stem.as_str()).join(" ");
    let asking =
        sentences(&stem).into_iter().filter(|s| s.ends_with('?') && ASKING.iter().any(|a| text::line(s).contains(a)));
    let mut found = asking.flat_map(|s| {
        s.split(|c: char| !c.is_alphabetic()).filter(|w| TURNED.contains(w)).map(str::to_owned).collect::<Vec<_>>()
    });
    let word = found.next()?;
    let help = "ask for what is true, or write the word in capitals";
    Some(item.find(
        &rules::NEGATIVE,
        question.stem.as_str(),
        format!("this question depends on a lower-case \"{word}\""),
        help,
    ))
}

/// A statement that denies: to find it false is a double negative.
fn denied<'a>(item: BankItem<'a>, question: &Question) -> Option<WaivableFinding<'a>> {
    let stem = text::own_words(question.stem.as_str()).join(" ");
    let denies = |w: &&str| matches!(*w, "not" | "cannot" | "neither") || w.ends_with("n't") || w.ends_with("n’t");
    let word = stem.split(|c: char| !(c.is_alphabetic() || matches!(c, '\'' | '’'))).find(denies)?;
    let found = || {
        item.find(
            &rules::NEGATIVE,
            question.stem.as_str(),
            format!("this statement depends on a lower-case \"{word}\""),
            "say what is true, or write the word in capitals",
        )
    };
    matches!(question.ask, Ask::TrueFalse(_)).then(found)
}

fn sentences(text: &str) -> Vec<String> {
    text.split_inclusive(['.', '?', '!', ';', ':']).map(|s| s.trim().to_owned()).collect()
}

/// The question belongs in the stem: good learners answer before they see the options.
fn no_question<'a>(item: BankItem<'a>, question: &Question) -> Option<WaivableFinding<'a>> {
    const TASKS: [&str; 14] = [
        "arrange", "choose", "complete", "fill", "give", "join", "judge", "match", "name", "pick", "put", "select",
        "sort", "type",
    ];
    if matches!(question.ask, Ask::TrueFalse(_) | Ask::Classify { .. }) {
        return None;
    }
    let stem = markdown::plain(question.stem.as_str());
    let tasked = sentences(&stem).iter().any(|s| text::words(s).first().is_some_and(|w| TASKS.contains(&w.as_str())));
    let asks = stem.contains('?') || tasked;
    (!asks).then(|| {
        item.find(
            &rules::NO_QUESTION,
            question.stem.as_str(),
            "this stem neither asks nor sets a task",
            "end it with the question itself",
        )
    })
}

/// To apply is to use knowledge in a case not met before.
fn novel<'a>(item: BankItem<'a>, question: &Question) -> Option<WaivableFinding<'a>> {
    let known = question.level == Some(Bloom::Apply) && !question.novel;
    let help = "use a case that is not in the lessons and set `novel: true`, or lower the level";
    known.then(|| item.find_item(&rules::NOVEL, "a question at the level Apply has no new case", help))
}

fn several_count<'a>(item: BankItem<'a>, question: &Question) -> Option<WaivableFinding<'a>> {
    let Ask::Several(options) = &question.ask else { return None };
    let keys = options.iter().filter(|o| o.is_right()).count();
    let stem = text::line(question.stem.as_str());
    let message = match (open_number(&stem), named_number(&stem)) {
        (true, _) => return None,
        (false, None) => "this stem does not say how many options to choose".to_owned(),
        (false, Some(named)) if named != keys => format!("this stem asks for {named} options, but {keys} are right"),
        _ => return None,
    };
    Some(item.find(
        &rules::SEVERAL_COUNT,
        question.stem.as_str(),
        message,
        "write \"Choose three.\", or \"Choose all that apply.\"",
    ))
}

fn open_number(line: &str) -> bool {
    [" all that ", " any number ", " one or more ", " number varies ", " however many "]
        .iter()
        .any(|p| line.contains(p))
}

/// The last number from two to four that the stem names.
fn named_number(line: &str) -> Option<usize> {
    const NUMBERS: [(&str, &str, usize); 3] = [("two", "2", 2), ("three", "3", 3), ("four", "4", 4)];
    line.split(' ').rev().find_map(|w| NUMBERS.iter().find(|n| n.0 == w || n.1 == w).map(|n| n.2))
}

#[cfg(test)]
mod tests {
    use crate::course::check::writing::tests::{found, numbered, question};

    const WHY: &str = r#""This one belongs to quite another scheme.""#;

    fn choice(stem: &str) -> Vec<&'static str> {
        found(&question(
            stem,
            &format!(
                r#"Choice([Right("Trade"), Wrong("Religion", {WHY}), Wrong("Funding", "Donors form the eighth track.")])"#
            ),
        ))
    }

    fn several(stem: &str) -> Vec<&'static str> {
        found(&question(
            stem,
            r#"Several([Right("Trade"), Right("Religion"), Wrong("War", "War is no track at all, in any scheme.")])"#,
        ))
    }

    #[test]
    fn small_negatives() {
        assert_eq!(choice("Which of these tracks is not official?"), ["negative"]);
        assert_eq!(choice("All of these pay, except one. Which pays neither side?"), ["negative"]);
        for sound in [
            "Which of these tracks is NOT official?",
            "Why does it not bind a state?",
            "Who said “do not go”?",
            "They do not sign. Who pays?",
        ] {
            assert!(choice(sound).is_empty(), "{sound}");
        }
    }

    #[test]
    fn statements_that_deny() {
        assert_eq!(found(&question("Envoys of both shores do not talk.", "TrueFalse(false)")), ["negative"]);
        assert!(found(&question("Envoys of both shores do NOT talk.", "TrueFalse(true)")).is_empty());
    }

    #[test]
    fn stems_without_a_question() {
        assert_eq!(choice("The work of traders"), ["no-question"]);
        assert!(choice("Complete the phrase: peacemaking through …").is_empty());
    }

    #[test]
    fn applying_needs_a_new_case() {
        let apply = numbered(1, "Fishers talk at sea.", "TrueFalse(true)").replace("Remember", "Apply");
        assert_eq!(found(&apply), ["novel"]);
        assert!(found(&apply.replace("stem:", "novel: true, stem:")).is_empty());
    }

    #[test]
    fn the_number_to_choose() {
        assert_eq!(several("Which of these are tracks?"), ["several-count"]);
        assert_eq!(several("Which of these are tracks? Choose three."), ["several-count"]);
        assert!(several("Two states quarrel over three rivers. Choose two.").is_empty());
        assert!(several("Which of these are tracks? Choose all that apply.").is_empty());
    }
}
