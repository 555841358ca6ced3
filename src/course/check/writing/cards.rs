//! Cards: one front asks one thing, and a hint helps without being the answer.

use std::collections::HashMap;

use super::item::{BankItem, WaivableFinding, cards};
use super::rules;
use crate::course::check::survey::Survey;
use crate::course::markdown;
use crate::course::model::{Card, Face};
use crate::course::outline::{ClozeGap, gaps};
use crate::course::spelling::{Language, Spelling};

pub(super) fn check<'a>(survey: &'a Survey<'_>) -> Vec<WaivableFinding<'a>> {
    let hints = cards(survey).flat_map(|(item, card)| hints(survey.language(), item, card));
    hints.chain(twins(survey)).collect()
}

/// Two cards that show the same front: nobody can tell which back is asked for.
fn twins<'a>(survey: &'a Survey<'_>) -> Vec<WaivableFinding<'a>> {
    let mut seen: HashMap<String, BankItem<'a>> = HashMap::new();
    let mut found = Vec::new();
    for (item, card) in cards(survey) {
        for (front, written) in fronts(survey.language(), card) {
            match seen.get(&front) {
                Some(first) if first.id != item.id => {
                    let message = format!("the card `{}` in {} has the same front", first.id, first.file.named());
                    let help = "say on each front what tells the two apart, or remove one of them";
                    found.push(item.find(&rules::SAME_FRONT, &written, message, help).and(first.id));
                }
                Some(_) => {}
                None => {
                    seen.insert(front, item);
                }
            }
        }
    }
    found
}

/// What is shown before each side of the card is turned, and where it is written.
fn fronts(language: Language, card: &Card) -> Vec<(String, String)> {
    let shown = |text: &str| Spelling::new(&markdown::plain(text), language).closest().join(" ");
    match &card.face {
        Face::Basic { front, .. } => vec![(shown(front.as_str()), front.to_string())],
        Face::TwoWay { ask, front, ask_back, back } => {
            let asked = |ask: &str, front: &str| (format!("{} {}", shown(ask), shown(front)), front.to_owned());
            vec![asked(ask.as_str(), front.as_str()), asked(ask_back.as_str(), back.as_str())]
        }
        Face::Cloze(text) => {
            let written = text.as_str();
            let open = |asked: usize| {
                let mut open = written.to_owned();
                for (at, gap) in gaps(written).iter().enumerate().rev() {
                    open.replace_range(gap.span.clone(), if at == asked { "[…]" } else { gap.answer });
                }
                open
            };
            (0..gaps(written).len()).map(|at| (format!("cloze {}", shown(&open(at))), written.to_owned())).collect()
        }
    }
}

/// Hints that are the answer, and answers that were taken for an answer and a hint.
fn hints<'a>(language: Language, item: BankItem<'a>, card: &Card) -> Vec<WaivableFinding<'a>> {
    let Face::Cloze(text) = &card.face else { return Vec::new() };
    let all = gaps(text.as_str());
    all.iter().filter_map(|gap| hint(language, item, text.as_str(), gap)).collect()
}

fn hint<'a>(language: Language, item: BankItem<'a>, text: &str, gap: &ClozeGap<'_>) -> Option<WaivableFinding<'a>> {
    let at = &text[gap.span.clone()];
    let Some(hint) = gap.hint else {
        let help = "write :: before a hint; if the colon belongs to the answer, waive this";
        return is_half_a_mark(gap.answer)
            .then(|| item.find(&rules::CLOZE_HINT, at, "the answer here holds one `:`, and no hint", help));
    };
    let spelled = |text: &str| Spelling::new(&markdown::plain(text), language);
    if hint.trim().is_empty() {
        let help = "write a hint after ::, or remove ::";
        return Some(item.find(&rules::CLOZE_HINT, at, "this gap has an empty hint", help));
    }
    let (answer, said) = (spelled(gap.answer), spelled(hint));
    let gives =
        !answer.is_empty() && said.closest().windows(answer.closest().len().max(1)).any(|w| w == answer.closest());
    if gives {
        let message = format!("the hint \"{hint}\" contains the answer");
        return Some(item.find(&rules::CLOZE_HINT, at, message, "hint at what kind of thing is asked"));
    }
    let message = format!("the answer here is \"{}\", and \"{hint}\" is its hint", gap.answer);
    let help = r"if :: belongs to the answer, write it as \::; if not, waive this";
    is_path(text, gap, hint).then(|| item.find(&rules::CLOZE_HINT, at, message, help))
}

/// Whether `answer` looks like an answer and a hint with one colon between: `1991:year`, but not `10:30`.
fn is_half_a_mark(answer: &str) -> bool {
    let Some((before, after)) = answer.split_once(':') else { return false };
    !before.is_empty() && !before.ends_with('\\') && !after.contains(':') && after.starts_with(char::is_alphabetic)
}

/// Whether `answer::hint` looks like a path of a programming language, such as `std::vector`.
fn is_path(text: &str, gap: &ClozeGap<'_>, hint: &str) -> bool {
    const ROOTS: [&str; 16] = [
        "std", "core", "alloc", "crate", "self", "super", "boost", "absl", "Vec", "String", "Option", "Result", "Box",
        "Rc", "Arc", "HashMap",
    ];
    let is_name = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    let root = hint.split(['(', '<', ' ']).next().unwrap_or_default();
    let in_words = hint.contains(' ') && !hint.contains(['(', '<']);
    if !is_name(gap.answer) || !is_name(root) || in_words {
        return false;
    }
    let code = |c: char| matches!(c, '`' | '(' | '<' | ';' | '&');
    let beside = text[..gap.span.start].ends_with(code) || text[gap.span.end..].starts_with(code);
    let both_capitals = [gap.answer, root].iter().all(|w| w.starts_with(|c: char| c.is_ascii_uppercase()));
    ROOTS.contains(&gap.answer) || beside || hint.contains(['(', '<', '_']) || gap.answer.contains('_') || both_capitals
}

#[cfg(test)]
mod tests {
    use crate::course::check::writing::tests::found_in;

    fn card(no: usize, face: &str) -> String {
        format!(r#"Card(id: "c{no}", section: "s", face: {face}, cite: ["E01"]),"#)
    }

    fn cloze(text: &str) -> Vec<&'static str> {
        found_in(&card(1, &format!(r##"Cloze(r#"{text}"#)"##)), "")
    }

    #[test]
    fn fronts_that_are_the_same() {
        let basic = |no, front: &str, back: &str| card(no, &format!(r#"Basic(front: "{front}", back: "{back}")"#));
        let both = |one: &str, other: &str| found_in(&(basic(1, one, "A pilot.") + &basic(2, other, "A clerk.")), "");
        assert_eq!(both("Who steers?", "who  steers"), ["same-front"]);
        assert!(both("Who steers?", "Who writes?").is_empty());
        assert!(both("What is +?", "What is -?").is_empty());
    }

    #[test]
    fn hints_that_are_the_answer() {
        assert_eq!(cloze("It rang in {{1981::in 1981}}."), ["cloze-hint"]);
        assert_eq!(cloze("It rang in {{1981::}}."), ["cloze-hint"]);
        assert_eq!(cloze("It rang in {{1981:year}}."), ["cloze-hint"]);
        assert!(cloze("It rang in {{1981::year}} at {{10:30}}.").is_empty());
    }

    #[test]
    fn answers_that_hold_two_colons() {
        for path in ["{{std::vector}}", "{{Vec::new}}", "`{{io::stdin}}`", "{{fs::read_dir}}", "{{ActiveRecord::Base}}"]
        {
            assert_eq!(cloze(&format!("It rang in {path}.")), ["cloze-hint"], "{path}");
        }
        assert!(cloze(r"It rang in {{std\::vector}}, {{aid::help}} and {{Kelman::surname}}.").is_empty());
    }
}
