//! What is one answer, and what is two.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;

#[track_caller]
fn same_in(tag: &str, same: bool, texts: &[(&str, &str)]) {
    let language = Language::of_tag(tag);
    for (a, b) in texts {
        let (one, other) = (Spelling::new(a, language), Spelling::new(b, language));
        assert_eq!(one.is_same(&other), same, "{tag}: {a} and {b}: {one:?} {other:?}");
    }
}

#[track_caller]
fn same(texts: &[(&str, &str)]) {
    same_in("en", true, texts);
}

#[track_caller]
fn differ(texts: &[(&str, &str)]) {
    same_in("en", false, texts);
}

#[test]
fn signs_that_say_something_count() {
    differ(&[("-5", "5"), ("C++", "C"), ("C++", "C+"), ("C#", "C"), (">= 3", "<3"), (">= 3", "> 3"), ("€", "$")]);
    differ(&[("50 %", "50"), ("x = 3", "x 3"), ("x + y", "x y"), ("--help", "help"), ("a/b", "ab"), ("5°", "5")]);
    differ(&[("!=", "="), ("5!", "5"), ("10:30", "1030"), ("Cl-", "Cl"), ("2*(3+4)", "2*3+4"), ("≠", "=")]);
    differ(&[("10²", "102"), ("snake_case", "snakecase"), ("$x", "x"), ("@media", "media"), ("m/s", "m s")]);
    same(&[
        (">= 3", ">=3"),
        ("≥ 3", ">= 3"),
        ("C ++", "c++"),
        ("−5", "-5"),
        ("–5", "- 5"),
        ("3 × 4", "3*4"),
        ("x²", "x^2"),
    ]);
    same(&[("+", "＋"), ("H₂O", "H2O"), ("!", "！"), ("…", "..."), ("±5", "+/-5"), ("R&D", "R and D"), ("->", "→")]);
}

#[test]
fn every_form_of_a_sign_is_one() {
    same(&[("Sant'Egidio", "Sant’Egidio"), ("Sant`Egidio", "SantEgidio"), ("O´Neil", "OʼNeil"), ("Hawai‘i", "Hawaii")]);
    same(&[("back-channel", "back–channel"), ("back‑channel", "back channel"), ("1990–1995", "1990-1995")]);
    same(&[("\u{201c}so\u{201d}", "so"), ("«so»", "\"so\""), ("a\u{a0}lot", "a lot"), ("a\u{2009} lot", " a  lot ")]);
    same(&[
        ("Yes!", "yes"),
        ("What?", "what"),
        ("United Nations (UN)", "United Nations, UN"),
        ("co\u{ad}operate", "cooperate"),
    ]);
    same(&[("ＡＢＣ１２", "abc 12"), ("ﬁne", "fine"), ("٣", "3"), ("५", "5")]);
}

#[test]
fn letters_match_their_plain_form() {
    same(&[("Łódź", "Lodz"), ("straße", "strasse"), ("STRASSE", "straße"), ("Søren", "Soren"), ("Æsir", "aesir")]);
    same(&[("İstanbul", "istanbul"), ("ılık", "ilik"), ("Đakovo", "Dakovo"), ("œuvre", "oeuvre"), ("Þór", "Thor")]);
    same(&[
        ("Ħamrun", "Hamrun"),
        ("Çuhadar", "cuhadar"),
        ("naïve", "naive"),
        ("ΟΔΟΣ", "οδός"),
        ("ŋ", "n"),
        ("ŋ", "ng"),
    ]);
    same(&[
        ("Müller", "Mueller"),
        ("Müller", "Muller"),
        ("Ångström", "Angstrom"),
        ("Århus", "Aarhus"),
        ("Ørsted", "Oersted"),
    ]);
    differ(&[("Müller", "Miller"), ("ə", "e")]);
}

#[test]
fn marks_that_make_another_letter_stay() {
    differ(&[("が", "か"), ("ぱ", "は"), ("й", "и"), ("ї", "і"), ("ў", "у"), ("की", "क"), ("कि", "की"), ("ग़", "ग")]);
    differ(&[("أ", "ا"), ("ก้า", "กา"), ("한", "하"), ("ќ", "к")]);
    same(&[("が", "か\u{3099}"), ("ｶﾞ", "ガ"), ("ё", "е"), ("за́мок", "замок"), ("שָׁלוֹם", "שלום"), ("كِتَاب", "كتاب")]);
    same(&[("한글", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}"), ("کتاب\u{200c}ها", "کتابها")]);
}

#[test]
fn numbers_are_grouped_by_three() {
    same(&[
        ("1,000", "1000"),
        ("10 000", "10000"),
        ("10\u{202f}000", "10,000"),
        ("1'234'567", "1234567"),
        ("1,5", "1.5"),
    ]);
    same(&[
        ("0,125", "0.125"),
        (".5", "0.5"),
        ("1.234,5", "1,234.5"),
        ("5km", "5 km"),
        ("1½", "1.5"),
        ("2 3/4", "2.75"),
    ]);
    differ(&[
        ("1-5", "1.5"),
        ("1-5", "15"),
        ("1–5", "1 5"),
        ("1,00", "100"),
        ("12,34,567", "1234567"),
        ("1990 100", "1990100"),
    ]);
    differ(&[
        ("10 00", "1000"),
        ("3.10", "3.1"),
        ("1.000", "1000"),
        ("1 5", "1.5"),
        ("1:5", "1.5"),
        ("1.2.3", "123"),
        ("1/5", "1.5"),
    ]);
    same_in("de", true, &[("1.000", "1000"), ("1,5", "1.5")]);
    same_in("ja", true, &[("1,000", "1000")]);
    same_in("fi", false, &[("1,000", "1000")]);
}

#[test]
fn points_of_abbreviations_are_forgiven() {
    same(&[
        ("U.N.", "UN"),
        ("U. N.", "un"),
        ("e.g.", "eg"),
        ("Dr. Smith", "Dr Smith"),
        ("W. D. Davidson", "WD Davidson"),
    ]);
    same(&[("W. D. Davidson", "W D Davidson"), ("Node.js", "nodejs"), ("1991.", "1991"), ("5 p.m.", "5pm")]);
}

#[test]
fn an_article_goes_only_before_another_word() {
    same(&[("the harbour", "harbour"), ("a pilot", "pilot"), ("an hour", "The Hour"), ("the 39 steps", "39 steps")]);
    same(&[("THE HAGUE", "hague"), ("the hepatitis A virus", "hepatitis a virus")]);
    differ(&[
        ("vitamin A", "vitamin"),
        ("hepatitis A virus", "hepatitis virus"),
        ("a + b", "+ b"),
        ("A B", "B"),
        ("the", "a"),
    ]);
    same_in("de", true, &[("der Hafen", "Hafen")]);
    same_in("de", false, &[("the Hafen", "Hafen")]);
    same_in("fr", true, &[("le port", "port"), ("l'eau", "eau"), ("l’eau", "l'eau")]);
    same_in("fi", false, &[("a satama", "satama"), ("two", "2")]);
    same_in("fi", true, &[("ÄÄNI", "ääni")]);
}

#[test]
fn number_words_are_numbers_where_they_can_be_meant() {
    same(&[("Track II", "track 2"), ("Track V", "track five"), ("one and a half", "1.5"), ("one point five", "1.5")]);
    same(&[("Elizabeth the Second", "Elizabeth II"), ("second track", "2nd track"), ("George III", "George the 3rd")]);
    differ(&[("x", "10"), ("V", "5"), ("second", "2"), ("two", "second"), ("x = 5", "10 = 5"), ("i", "1")]);
    same_in("de-AT", true, &[("Kapitel zwei", "Kapitel II"), ("fünf", "5")]);
}

/// What a keyboard, a clipboard or a phone may make of a text.
fn as_typed(text: &str) -> Vec<String> {
    let curly = text.replace('\'', "\u{2019}").replace('"', "\u{201d}");
    let dashes = text.replace('-', "\u{2011}");
    let wide = |c: char| if ('!'..='~').contains(&c) { char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c) } else { c };
    vec![
        text.to_owned(),
        text.nfd().collect(),
        text.nfc().collect(),
        curly,
        dashes,
        text.replace(' ', "\u{a0}"),
        format!("  {}\t", text.replace(' ', "   ")),
        text.chars().map(wide).collect(),
        text.to_lowercase(),
    ]
}

proptest! {
    #[test]
    fn whatever_is_written_is_the_same_as_typed(text in "\\PC{1,12}|[-+'\". a-cA-C0-9,:!(/)]{1,8}", tag in "en|de|fr|es|ja|fi") {
        let language = Language::of_tag(&tag);
        let key = Spelling::new(&text, language);
        for typed in as_typed(&text) {
            prop_assert!(Spelling::new(&typed, language).is_same(&key), "{text:?} typed {typed:?}");
        }
    }
}

#[test]
fn signs_of_other_keyboards_and_books_are_one() {
    same(&[("1⅓", "1 1/3"), ("2⅔", "2 2/3"), ("20 ºC", "20 °C"), ("Qurʾān", "Qur'an"), ("Kaʿba", "Kaba")]);
    same(&[("Ca²⁺", "Ca2+"), ("Ca²⁺", "Ca^2+"), ("SO₄²⁻", "SO4^2-"), ("na^+", "Na⁺"), ("Ca²⁺ ions", "Ca^2+ ions")]);
    differ(&[("Ca²⁺", "Ca+"), ("Ca²⁺", "Ca2-"), ("x^2 + y", "x2 + y"), ("10²", "102")]);
    same(&[
        ("$5", "5 $"),
        ("€ 5", "5€"),
        ("C♯", "C#"),
        ("B♭", "Bb"),
        ("3∶4", "3:4"),
        ("Ph. D.", "Ph.D."),
        ("עו״ד", "עוד"),
    ]);
    same(&[("\u{11f55}", "5"), ("\u{1e4f5}", "5"), ("\u{16ac5}", "5"), ("\u{19d5}", "5")]);
    same(&[("Na⁺", "Na+"), ("Cl⁻", "Cl-"), ("N·m", "N*m"), ("N⋅m", "N·m"), ("10⁻³", "10^-3")]);
    same(&[("𞥕", "5"), ("᠕", "5"), ("߅", "5")]);
    same(&[("e-mail", "email"), ("co-operate", "cooperate"), ("the Co-operation", "cooperation")]);
    differ(&[("1⅓", "11/3"), ("1-5", "15"), ("ㅤ", "x")]);
    assert!(Spelling::new("\u{3164}\u{2800}", Language::ENGLISH).is_empty());
}

#[test]
fn signs_of_a_formula_count() {
    differ(&[("[0, 1)", "(0, 1]"), ("x - y", "x y"), ("2x - 3", "2x 3")]);
    differ(&[
        ("x - y", "xy"),
        ("x-y", "xy"),
        ("2x-3", "2x3"),
        ("y=x-3", "y=x3"),
        ("{1,2}", "(1,2)"),
        ("{1, 2}", "1, 2"),
    ]);
    differ(&[("a[0]", "a(0)"), ("a[0]", "a0"), ("f[x]", "f(x)"), ("[0, 1]", "(0, 1)"), ("f'(x)", "f(x)"), ("f'", "f")]);
    differ(&[("5'", "5\""), ("5'", "5"), ("y''", "y'"), ("5'10\"", "5'10"), ("x^2+", "x^2")]);
    same(&[("x-y", "x - y"), ("2x-3", "2x − 3"), ("{1,2}", "{ 1, 2 }"), ("(3,4)", "(3, 4)"), ("[0,1)", "[0, 1)")]);
    same(&[("f′(x)", "f'(x)"), ("y″", "y''"), ("5′ 10″", "5' 10\""), ("3 x 4", "3 × 4"), ("3x4", "3*4")]);
    same(&[("sin(x)", "sin x"), ("B-12", "B12"), ("3-D", "3D"), ("x-ray", "x ray"), ("the x-y plane", "xy plane")]);
    same(&[("rock 'n' roll", "rock n roll"), ("the boys'", "the boys"), ("\"Track 2\"", "Track 2"), ("'a'", "a")]);
    same(&[("Smith [1990]", "Smith 1990"), ("word [sic]", "word sic"), ("(1,234)", "1234")]);
    same(&[("a plan - a promise", "a plan a promise"), ("(a plan)", "a plan"), ("col·lega", "collega")]);
}
