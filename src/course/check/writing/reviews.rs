//! What a course's author asks of every stem of a kind, beside the rules that hold everywhere.

use super::item::{BankItem, WaivableFinding, questions};
use super::rules::{self, Rule};
use super::text;
use crate::course::check::survey::Survey;
use crate::course::model::{Kind, Question, StemReview};

pub(super) fn check<'a>(survey: &'a Survey<'_>) -> Vec<WaivableFinding<'a>> {
    let reviews = &survey.course.about().reviews;
    let of = |(item, question)| reviews.iter().filter_map(move |review| one(item, question, review));
    questions(survey).flat_map(of).collect()
}

fn one<'a>(item: BankItem<'a>, question: &Question, review: &StemReview) -> Option<WaivableFinding<'a>> {
    let begins = |word: &String| review.any_of.iter().any(|part| word.starts_with(part.as_str()));
    let silent = question.ask.kind() == review.kind && !text::words(question.stem.as_str()).iter().any(begins);
    silent.then(|| item.find(rule(review.kind), question.stem.as_str(), review.message.as_str(), review.help.as_str()))
}

/// Classifications have had a name of their own for it, and waivers that use it.
fn rule(kind: Kind) -> &'static Rule {
    if kind == Kind::Classify { &rules::CLASSIFY_DETAIL } else { &rules::STEM_DETAIL }
}

#[cfg(test)]
mod tests {
    use crate::course::check::writing::tests::{found, question};

    fn case(stem: &str) -> Vec<&'static str> {
        let why = r#"("1", "Nobody acts for a government."), ("1.5", "No serving official takes part.")"#;
        found(&question(stem, &format!(r#"Classify(scheme: Two, key: "2", why_not: [{why}])"#)))
    }

    #[test]
    fn a_stem_holds_one_of_the_words_that_the_course_asks_for() {
        assert!(case("Track One, 1.5 or Two? Farmers meet, and a charity pays.").is_empty());
        assert_eq!(case("Track One, 1.5 or Two? Farmers meet."), ["classify-detail"]);
    }
}
