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

#[test]
fn a_roster_of_two_hundred_is_read() {
    let text: String = (1..=200).map(|n| format!("Pupil {n}\r\n")).collect();
    let roster = Roster::read(text.as_bytes()).unwrap();
    assert_eq!((roster.names.len(), roster.refused.len()), (200, 0));
}

#[test]
fn a_roster_says_which_lines_it_left_out() {
    let roster = Roster::read("Ada\n\n  ada \n\u{202e}\nמשה\n".as_bytes()).unwrap();
    assert_eq!(roster.names.iter().map(Name::as_str).collect::<Vec<_>>(), ["Ada", "משה"]);
    let said: Vec<String> = roster.refused.iter().map(ToString::to_string).collect();
    assert!(said[0].starts_with("line 3: “Ada” is already there"), "{said:?}");
    assert!(said[1].starts_with("line 4: this name has no visible characters"), "{said:?}");
}

#[test]
fn what_is_no_roster_is_refused_whole() {
    assert_eq!(Roster::read(b""), Err(RosterError::Empty));
    assert_eq!(Roster::read(b" \n\n"), Err(RosterError::Empty));
    assert_eq!(Roster::read(&[0xff, 0xfe]), Err(RosterError::NotText));
    assert_eq!(Roster::read("a\n".repeat(401).as_bytes()), Err(RosterError::TooMany(401)));
    assert_eq!(Roster::read(&vec![b'a'; 70_000]), Err(RosterError::TooBig(70_000)));
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
