//! `Typed`: every answer that was foreseen can be typed, and is then what its author says it is (rule 17).

use super::item::{BankItem, WaivableFinding, questions};
use super::rules;
use crate::course::check::survey::Survey;
use crate::course::model::{Ask, Blank, Partly, Rival, Target, Text};
use crate::course::spelling::{Language, Quantity, Spelling};

pub(super) fn check<'a>(survey: &'a Survey<'_>) -> Vec<WaivableFinding<'a>> {
    let language = survey.language();
    let of = |(item, question): (BankItem<'a>, &'a crate::course::model::Question)| match &question.ask {
        Ask::Typed { accept, partly, rivals, number, unit, gaps } => {
            let words = Answers { item, language, accept, partly, rivals };
            match number {
                Some(number) => words.as_numbers(*number, unit.as_ref()),
                None => words.as_words().into_iter().chain(of_gaps(item, language, gaps)).collect(),
            }
        }
        Ask::Choice(_)
        | Ask::Several(_)
        | Ask::TrueFalse(_)
        | Ask::Match { .. }
        | Ask::Order(_)
        | Ask::Classify { .. } => Vec::new(),
    };
    questions(survey).flat_map(of).collect()
}

/// Answers to several gaps are typed in one line.
fn of_gaps<'a>(item: BankItem<'a>, language: Language, gaps: &'a [Blank]) -> Vec<WaivableFinding<'a>> {
    let answers =
        gaps.iter().map(|Blank { accept, partly, rivals, .. }| Answers { item, language, accept, partly, rivals });
    let parted = answers.clone().flat_map(Answers::all).find(|text| gaps.len() > 1 && text.as_str().contains(';'));
    let parted = parted.map(|text| {
        let message = format!("\"{text}\" cannot be typed: semicolons separate the answers to several gaps");
        item.find(&rules::TYPED_KEY, text.as_str(), message, "write it without a semicolon, or ask for it by itself")
    });
    answers.flat_map(Answers::as_words).chain(parted).collect()
}

/// What was foreseen for one place for words.
#[derive(Clone, Copy)]
struct Answers<'a> {
    item: BankItem<'a>,
    language: Language,
    accept: &'a [Text],
    partly: &'a [Partly],
    rivals: &'a [Rival],
}

impl<'a> Answers<'a> {
    fn all(self) -> impl Iterator<Item = &'a Text> {
        self.accept.iter().chain(self.partly.iter().map(|p| &p.0)).chain(self.rivals.iter().map(|r| &r.0))
    }

    fn as_words(self) -> Vec<WaivableFinding<'a>> {
        [self.blank(), self.shadowed(), self.accepted_rival()].into_iter().flatten().collect()
    }

    /// An answer of which nothing is left.
    fn blank(self) -> Option<WaivableFinding<'a>> {
        let text = self.all().find(|text| Spelling::new(text.as_str(), self.language).is_empty())?;
        let message = format!("nobody can type \"{text}\": it has no visible characters");
        Some(self.item.find(&rules::TYPED_KEY, text.as_str(), message, "write what should be typed"))
    }

    /// An answer for a part that earns all already, or another part.
    fn shadowed(self) -> Option<WaivableFinding<'a>> {
        let spelled = |text: &Text| Spelling::new(text.as_str(), self.language);
        let before = |at: usize| self.accept.iter().chain(self.partly[..at].iter().map(|p| &p.0));
        let taken = |(at, part): &(usize, &'a Partly)| before(*at).any(|a| spelled(a).is_closely(&spelled(&part.0)));
        let (_, part) = self.partly.iter().enumerate().find(taken)?;
        let message = format!("\"{}\" never earns {} percent: when typed, it matches an answer above", part.0, part.1);
        Some(self.item.find(&rules::TYPED_KEY, part.0.as_str(), message, "keep one of the two"))
    }

    /// A rival that is accepted, or stands here twice with two reasons: one would never be shown.
    fn accepted_rival(self) -> Option<WaivableFinding<'a>> {
        let spelled = |text: &Text| Spelling::new(text.as_str(), self.language);
        let accepted = || self.accept.iter().chain(self.partly.iter().map(|p| &p.0));
        let taken = |(at, rival): &(usize, &'a Rival)| {
            let (rival, why) = (spelled(&rival.0), &rival.1);
            accepted().any(|a| spelled(a).is_same(&rival))
                || self.rivals[..*at].iter().any(|r| r.1 != *why && spelled(&r.0).is_closely(&rival))
        };
        let (_, rival) = self.rivals.iter().enumerate().find(taken)?;
        let message = format!("the rival \"{}\" is the same as an accepted answer or another rival", rival.0);
        Some(self.item.find(&rules::TYPED_RIVALS, rival.0.as_str(), message, "keep one of them"))
    }

    /// Numbers: the key is right as it is shown, and what else was foreseen is a number that is not.
    fn as_numbers(self, target: Target, unit: Option<&Text>) -> Vec<WaivableFinding<'a>> {
        let (least, most) = target.range();
        let unit = unit.map(Text::as_str);
        let read = |text: &str| Quantity::read(text, self.language).filter(|q| q.is_of(unit)).map(|q| q.value);
        let is_right = |value: f64| value >= least && value <= most;
        let mut found = Vec::new();
        let shown = [target.shown(), least, most].map(|value| self.language.decimal(value));
        let shown = shown.map(|number| unit.map_or(number.clone(), |unit| format!("{number} {unit}")));
        if let Some(wrong) = shown.iter().find(|shown| !read(shown).is_some_and(|v| v.is_nan() || near(v, least, most)))
        {
            let message = format!("\"{wrong}\" is the answer, but typed like this it would be wrong");
            let at = unit.unwrap_or("number");
            let help = "write the unit without leading digits, and use numbers with fewer digits";
            found.push(self.item.find(&rules::TYPED_KEY, at, message, help));
        }
        for text in self.partly.iter().map(|p| &p.0).chain(self.rivals.iter().map(|r| &r.0)) {
            let message = match read(text.as_str()) {
                None => format!("\"{text}\" is not a number in this unit, so no answer ever matches it"),
                Some(value) if is_right(value) => format!("\"{text}\" is among the numbers that are right"),
                Some(_) => continue,
            };
            found.push(self.item.find(&rules::TYPED_KEY, text.as_str(), message, "write another number, or remove it"));
        }
        found
    }
}

/// Whether `value` is from `least` to `most`, but for what decimals are in binary.
fn near(value: f64, least: f64, most: f64) -> bool {
    let slack = 1e-9 * least.abs().max(most.abs());
    (least - slack..=most + slack).contains(&value)
}

#[cfg(test)]
mod tests {
    use crate::course::check::writing::tests::{found, question};

    fn asked(typed: &str) -> Vec<&'static str> {
        found(&question("Who gave the idea its shape?", &format!("Typed({typed})")))
    }

    fn rival(rival: &str) -> Vec<&'static str> {
        asked(&format!(
            r#"accept: ["Galtung", "The Galtung"], rivals: [("{rival}", "He named the tracks in another text.")]"#
        ))
    }

    #[test]
    fn rivals_that_are_accepted() {
        assert_eq!(rival("galtung"), ["typed-rivals"]);
        assert_eq!(rival("GALTUNG!"), ["typed-rivals"]);
        assert!(rival("Montville").is_empty());
        assert!(rival("-Galtung").is_empty());
    }

    #[test]
    fn keys_of_signs_can_be_typed() {
        for key in ["+", "€", "…", "'", "-", "the", "か", ">= 3"] {
            assert!(asked(&format!(r#"accept: ["{key}"]"#)).is_empty(), "{key}");
        }
    }

    #[test]
    fn keys_that_nobody_can_type_right() {
        assert_eq!(asked("accept: [\"\u{200d}\"]"), ["typed-key", "unseen"]);
        assert_eq!(asked(r#"accept: ["Galtung"], partly: [("galtung", 50)]"#), ["typed-key"]);
        let gap = |accept: &str| format!(r#"Blank(label: "name", accept: ["{accept}"])"#);
        assert_eq!(asked(&format!("gaps: [{}, {}]", gap("a; b"), gap("c"))), ["typed-key"]);
        assert!(asked(&format!("gaps: [{}, {}]", gap("a, b"), gap("c"))).is_empty());
    }

    #[test]
    fn numbers_are_right_as_they_are_shown() {
        assert!(
            asked(r#"number: Near(9.81, 0.05), unit: "m/s²", rivals: [("3.6", "That is another number than this.")]"#)
                .is_empty()
        );
        assert!(asked(r#"number: Exactly(60), unit: "/h""#).is_empty());
        assert_eq!(asked(r#"number: Exactly(60), unit: "e3 m""#), ["typed-key"]);
        assert_eq!(asked(r#"number: Between(1, 3), partly: [("2", 50)]"#), ["typed-key"]);
        assert_eq!(asked(r#"number: Between(1, 3), partly: [("about four", 50)]"#), ["typed-key"]);
    }
}
