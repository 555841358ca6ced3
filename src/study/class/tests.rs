use super::*;

fn names(bytes: &[u8]) -> Vec<String> {
    let imported = import(bytes, None).unwrap();
    imported.sections.iter().flat_map(|s| &s.pupils).map(|p| p.name.to_string()).collect()
}

fn wide(text: &str, from: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(from).collect()
}

#[test]
fn lists_are_read_whatever_the_encoding_and_the_separator() {
    let list = "Vorname;Nachname;Klasse\r\nZoë;Müller;8b\r\nÅsa;Öberg;8b\r\n";
    let latin: Vec<u8> = list.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let marked = |text: &str| format!("\u{feff}{text}");
    for (what, bytes) in [
        ("UTF-8", list.as_bytes().to_vec()),
        ("UTF-8 with its mark", marked(list).into_bytes()),
        ("Latin-1", latin),
        ("UTF-16, little end first", wide(&marked(list), u16::to_le_bytes)),
        ("UTF-16, big end first", wide(&marked(list), u16::to_be_bytes)),
        ("UTF-16 without its mark", wide(list, u16::to_le_bytes)),
        ("tabs", list.replace(';', "\t").into_bytes()),
        ("commas", list.replace(';', ",").into_bytes()),
        ("its separator named", format!("sep=;\r\n{list}").into_bytes()),
        ("a title above", format!("Class list 2026\r\n{list}").into_bytes()),
    ] {
        assert_eq!(names(&bytes), ["Zoë Müller", "Åsa Öberg"], "{what}");
    }
}

#[test]
fn columns_are_recognised_by_their_heads_or_by_what_they_hold() {
    for (list, expected) in [
        ("Ana\nBen\n", vec!["Ana", "Ben"]),
        ("Name,Class\nAna Ruiz,8b\nBen Okri,8b\n", vec!["Ana Ruiz", "Ben Okri"]),
        ("Student,ID,SIS User ID,SIS Login ID,Section\n\"Ruiz, Ana\",1,9,ar,8b\n", vec!["Ana Ruiz"]),
        ("First name,Last name,ID number,Email address\nAna,Ruiz,7,a@x.org\n", vec!["Ana Ruiz"]),
        ("Ruiz, Ana\nOkri, Ben\n", vec!["Ana Ruiz", "Ben Okri"]),
        ("1;Ana Ruiz;8b\n2;Ben Okri;8b\n", vec!["Ana Ruiz", "Ben Okri"]),
        ("nom;prénom\nRuiz;Ana\n", vec!["Ana Ruiz"]),
        ("Anna \"Annie\" Lee\nBo\n", vec!["Anna \"Annie\" Lee", "Bo"]),
    ] {
        assert_eq!(names(list.as_bytes()), expected, "{list}");
    }
}

#[test]
fn columns_that_cannot_be_told_apart_are_asked_for() {
    let list = b"Ruiz;Ana\nOkri;Ben\n";
    assert_eq!(import(list, None), Err(ColumnsUnknown(vec!["Ruiz".into(), "Ana".into()]).into()));
    let told = read_columns(&["last".into(), "first".into()]).unwrap();
    assert_eq!(import(list, Some(&told)).unwrap().sections[0].pupils[0].name.as_str(), "Ana Ruiz");
    assert_eq!(read_columns(&["shoe".into()]), Err(ImportError::NoSuchColumn("shoe".into())));
    assert_eq!(read_columns(&["class".into()]), Err(ImportError::NoNames));
}

#[test]
fn a_list_of_several_classes_says_who_is_in_which_and_what_each_needs() {
    let list = "name;class;extra time;large print\nAna;8b;25 %;\nBen;9a;;x\nCem;8B;yes;no\n";
    let imported = import(list.as_bytes(), None).unwrap();
    let told: Vec<(String, Vec<String>)> = imported
        .sections
        .iter()
        .map(|s| {
            (
                s.class.as_ref().unwrap().to_string(),
                s.pupils.iter().map(|p| format!("{}: {}", p.name, p.needs.words())).collect(),
            )
        })
        .collect();
    let expected = [
        ("8b".to_owned(), vec!["Ana: 25 % more time".to_owned(), "Cem: 25 % more time".to_owned()]),
        ("9a".to_owned(), vec!["Ben: large print".to_owned()]),
    ];
    assert_eq!(told, expected);
}

#[test]
fn what_is_no_list_is_refused_and_a_line_without_a_name_left_out() {
    assert_eq!(import(b"", None), Err(ImportError::Empty));
    assert_eq!(import(&[0x89, b'P', b'N', b'G', 0, 0, 1, 2, 3, 0], None), Err(ImportError::NotText));
    assert_eq!(import(&vec![b'a'; MAX_BYTES + 1], None), Err(ImportError::TooBig(MAX_BYTES + 1)));
    assert_eq!(import("a\n".repeat(MAX_ROWS + 1).as_bytes(), None), Err(ImportError::TooMany(MAX_ROWS + 1)));
    let imported = import(format!("Ana\n{}\n", "x".repeat(61)).as_bytes(), None).unwrap();
    assert_eq!((imported.sections[0].pupils.len(), imported.refused[0].line), (1, 2));
}

#[test]
fn a_class_keeps_its_people_apart_and_knows_them_by_earlier_names() {
    let name = |raw: &str| PersonName::new(raw).unwrap();
    let called = Name::new("8b").unwrap();
    let mut class = SchoolClass { id: ClassId::new(&called, 1), name: called, pupils: Vec::new() };
    let added = class.add(["Ana Ruiz", "ana ruiz"].map(|n| Pupil::new(name(n))).into()).unwrap();
    assert_eq!(added.iter().map(PersonName::as_str).collect::<Vec<_>>(), ["Ana Ruiz", "ana ruiz (2)"]);
    class.rename(&name("ana ruiz"), &name("Ana Lopez")).unwrap();
    assert_eq!(class.pupil(&name("Ana Ruiz")).unwrap().name.as_str(), "Ana Lopez");
    assert_eq!(class.rename(&name("Ana Lopez"), &name("ANA RUIZ (2)")), Err(ClassError::Taken(name("ANA RUIZ (2)"))));
    let why = class.remove(&name("Cem")).unwrap_err().to_string();
    assert_eq!(why, "there is nobody called “Cem” in 8b: in it are Ana Lopez, ana ruiz (2)");
}
