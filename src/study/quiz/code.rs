//! A paper's code: a fingerprint of its questions that can be read out and typed, and that no seed looks like.

use crate::study::chance::fnv;
use crate::study::item::Item;

/// Letters that are not mistaken for one another, and make no words.
const LETTERS: &[u8; 19] = b"bcdfghjkmnpqrstvwxz";
const LENGTH: usize = 6;

/// The code of the questions in this order, in these words; the order of their options does not matter.
#[must_use]
pub fn paper_code(items: &[Item]) -> String {
    let mut text = String::new();
    for item in items {
        let mut value = serde_json::to_value(item).unwrap_or_default();
        value.get_mut("order").map(serde_json::Value::take);
        text.push_str(&value.to_string());
    }
    code_of(&text)
}

/// The code of anything that says which paper it is.
#[must_use]
pub fn code_of(text: &str) -> String {
    let mut rest = fnv(text.as_bytes());
    let letter = |_| {
        let at = usize::try_from(rest % 19).unwrap_or(0);
        rest /= 19;
        char::from(LETTERS[at])
    };
    (0..LENGTH).map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::Course;
    use crate::study::quiz::{Mode, Paper, PaperSpec};

    #[test]
    fn papers_of_one_seed_have_codes_of_their_own_and_the_same_paper_has_the_same() {
        let course = Course::builtin().unwrap();
        let spec =
            |length| PaperSpec { lessons: vec![], length, seed: 7, mode: Mode::Exam, limit_s: None, only: vec![] };
        let code = |length| paper_code(&Paper::draw(&course, spec(length)).items);
        assert_eq!(code(12), code(12));
        assert_ne!(code(12), code(11));
        assert!(code(12).len() == LENGTH && code(12).bytes().all(|c| LETTERS.contains(&c)), "no seed: {}", code(12));
    }
}
