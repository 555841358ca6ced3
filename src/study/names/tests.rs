use proptest::prelude::*;

use super::*;

fn name(raw: &str) -> Result<String, NameError> {
    Name::new(raw).map(|n| n.to_string())
}

#[test]
fn plain_names_stay_as_they_are() {
    for raw in ["Ada", "Søren Å.", "O’Brien", "Лев", "李小龙", "אבא", "فاطمة", "Nguyễn Thị", "🇳🇴 Team", "👍🏽"]
    {
        assert_eq!(name(raw).as_deref(), Ok(raw));
    }
}

#[test]
fn what_moves_a_cursor_or_turns_the_text_is_stripped() {
    assert_eq!(name("A\u{1b}[2Jb").as_deref(), Ok("A[2Jb"));
    assert_eq!(name("abc\u{202e}def\u{2066}").as_deref(), Ok("abcdef"));
    assert_eq!(name("\u{feff}Ada\u{200b}\u{e000}\u{2028}").as_deref(), Ok("Ada"));
    assert_eq!(name(" Ada\t\n \u{a0} Lovelace ").as_deref(), Ok("Ada Lovelace"));
}

#[test]
fn a_stripped_joiner_lets_letter_and_accent_meet() {
    assert_eq!(name("e\u{200d}\u{301}").as_deref(), Ok("é"));
    assert_eq!(name("👨\u{200d}👩\u{200d}👧").as_deref(), Ok("👨👩👧"));
}

#[test]
fn nothing_to_show_is_refused() {
    for raw in ["", "   ", "\u{200b}\u{202e}", "\u{301}", "\n"] {
        assert_eq!(name(raw), Err(NameError::Empty), "{raw:?}");
    }
}

#[test]
fn what_the_board_cannot_hold_is_refused_with_its_measure() {
    assert!(name(&"a".repeat(20)).is_ok());
    assert_eq!(name(&"a".repeat(21)), Err(NameError::TooLong { graphemes: 21 }));
    assert!(name(&"界".repeat(12)).is_ok());
    assert_eq!(name(&"界".repeat(13)), Err(NameError::TooWide { columns: 26 }));
    let stack = format!("Z{}", "\u{300}\u{316}".repeat(2000));
    assert_eq!(name(&stack), Err(NameError::Stacked { code_points: 4001 }));
}

#[test]
fn names_differ_by_more_than_case() {
    let others = [Name::new("Straße").unwrap(), Name::new("ΣΟΦΟΣ").unwrap()];
    for raw in ["STRASSE", "straße", "STRAẞE", "σοφος", "σοφοσ"] {
        assert!(matches!(Name::among(raw, &others), Err(NameError::Taken(_))), "{raw}");
    }
    assert!(Name::among("Strasser", &others).is_ok());
    let accent = [Name::new("E\u{301}mile").unwrap()];
    assert!(Name::among("émile", &accent).is_err());
}

proptest! {
    #[test]
    fn whatever_passes_keeps_every_promise(raw in "\\PC{0,30}|.{0,30}|[a-z\u{300}\u{200d}\u{202e} ]{0,40}") {
        if let Ok(name) = Name::new(&raw) {
            let text = name.as_str();
            prop_assert!(text.width() <= MAX_COLUMNS && text.width() > 0);
            prop_assert!(text.graphemes(true).count() <= MAX_GRAPHEMES);
            prop_assert!(text.graphemes(true).all(|g| g.chars().count() <= MAX_MARKS));
            prop_assert!(!text.chars().any(is_stripped));
            prop_assert_eq!(Name::new(text), Ok(name.clone()));
            prop_assert!(name.is_like(&Name::new(text).unwrap()));
        }
    }
}
