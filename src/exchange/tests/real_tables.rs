//! Tables as teachers make them: heads in their language, separators of their spreadsheet, and slips.

use super::{asks, read, told};
use crate::course::model::{Ask, Face};
use crate::exchange::{Format, ImportedItems, NamedColumns, import, import_columns};

/// The front and the back of each card, and what each question is answered with.
fn items(all: &ImportedItems) -> Vec<String> {
    let cards = all.banks.iter().flat_map(|b| &b.cards).map(|card| match &card.face {
        Face::Basic { front, back } => format!("{front} → {back}"),
        other => format!("{other:?}"),
    });
    let right = |ask: &Ask| match ask {
        Ask::Typed { accept, .. } => accept.iter().map(ToString::to_string).collect::<Vec<_>>().join("|"),
        Ask::TrueFalse(is) => is.to_string(),
        ask => {
            ask.options().iter().filter(|o| o.is_right()).map(|o| o.text().to_string()).collect::<Vec<_>>().join("+")
        }
    };
    let questions = all.banks.iter().flat_map(|b| &b.questions).map(|q| format!("{} = {}", q.stem, right(&q.ask)));
    cards.chain(questions).collect()
}

fn csv(text: &str) -> Vec<String> {
    items(&read(Format::Csv, text))
}

#[test]
fn heads_are_known_in_the_languages_of_schools() {
    assert_eq!(csv("Frage;Antwort A;Antwort B;Richtig\nWas?;x;y;B\n"), ["Was? = y"]);
    assert_eq!(csv("pregunta,opción 1,opción 2,respuesta correcta\nQué?,a,b,2\n"), ["Qué? = b"]);
    assert_eq!(csv("question,réponse 1,réponse 2,bonne réponse\nQuoi?,a,b,a\n"), ["Quoi? = a"]);
    assert_eq!(csv("domanda;risposta A;risposta B;risposta corretta\nChe?;x;y;A\n"), ["Che? = x"]);
    assert_eq!(csv("Begriff;Bedeutung;Tags\nKnoten;knot;x y\n"), ["Knoten → knot"]);
    assert_eq!(csv("Question,Answer\nWhat?,That\n"), ["What? → That"]);
    assert_eq!(csv("q,a,b,c,right\nWhat?,1,2,x,3\n"), ["What? = x"]);
}

#[test]
fn right_and_wrong_answers_may_have_columns_of_their_own() {
    assert_eq!(
        csv("question,correct answer,wrong answer 1,wrong answer 2\nCapital?,Paris,London,Rome\n"),
        ["Capital? = Paris"]
    );
    assert_eq!(
        csv("statement,true/false\nThe sky is blue,TRUE\nGrass is red,false\n"),
        ["The sky is blue = true", "Grass is red = false"]
    );
}

#[test]
fn numbers_letters_and_words_say_which_is_right() {
    let of = |correct: &str| csv(&format!("question,option 1,option 2,option 3,correct\nWhich?,x,y,z,\"{correct}\"\n"));
    for (written, right) in [
        ("1,3", "x+z"),
        ("1.3", "x+z"),
        ("2.0", "y"),
        ("A; C", "x+z"),
        ("b", "y"),
        ("Option 2 and 3", "y+z"),
        ("Z", "z"),
    ] {
        assert_eq!(of(written), [format!("Which? = {right}")], "{written}");
    }
    assert!(
        told(&read(Format::Csv, "question,option 1,option 2,correct\nWhich?,x,y,Q\n"))
            .contains("“Q” names none of its options")
    );
}

/// What an export writes is numbers; options that are numbers themselves must not be taken for them.
#[test]
fn a_column_of_numbers_is_one_of_numbers() {
    let all = read(Format::Csv, "question,option 1,option 2,option 3,correct\nHow many?,2,1,3,1\nWhich?,a,b,c,3\n");
    assert_eq!(items(&all), ["How many? = 2", "Which? = c"]);
    assert!(told(&all).contains("taken for the number of its right option"));
    assert_eq!(csv("question,option 1,option 2,correct\nHow many?,2,10,10\n"), ["How many? = 10"]);
}

#[test]
fn the_separator_is_said_or_seen() {
    assert_eq!(csv("sep=;\r\nterm;definition\r\na, b;c\r\n"), ["a, b → c"]);
    assert_eq!(csv("term;definition\na, b, c, d;e\n"), ["a, b, c, d → e"]);
    let latin: Vec<u8> = "Begriff;Bedeutung\nTür;Öffnung\n".chars().map(|c| c as u8).collect();
    assert_eq!(items(&import(Format::Csv, "a.csv", &latin).unwrap()), ["Tür → Öffnung"]);
}

#[test]
fn a_quotation_mark_without_an_end_costs_one_row() {
    let all = read(Format::Csv, "front,back\n\"open,b\nc,d\n\"e\nf\",g\n");
    assert_eq!(items(&all), ["c → d", "e\\\nf → g"]);
    assert!(
        told(&all).contains("2:1: dropped: \"open,b: a quotation mark at the beginning of a cell is not closed"),
        "{}",
        told(&all)
    );
}

#[test]
fn cells_of_an_export_that_spreadsheets_would_run_come_back() {
    assert_eq!(csv("front,back\n'=1+1,'-x\n-5,it's\n"), ["=1+1 → -x", "-5 → it's"]);
}

#[test]
fn columns_can_be_named() {
    let of = |columns: &str, text: &str| {
        let columns = NamedColumns::parse(columns).unwrap();
        items(&import_columns(Format::Csv, "a.csv", text.as_bytes(), Some(columns)).unwrap())
    };
    assert_eq!(of("-,front,back", "1,bowline,loop\n2,reef,bend\n"), ["bowline → loop", "reef → bend"]);
    assert_eq!(of("Szó=front,Jelentés=back", "Szó,x,Jelentés\nhurok,1,loop\n"), ["hurok → loop"]);
    assert_eq!(of("question,option,option,correct", "What?,x,y,2\n"), ["What? = y"]);
    assert!(NamedColumns::parse("front,bakc").unwrap_err().contains("`bakc` is nothing that a column holds"));
    assert!(NamedColumns::parse("front,-").unwrap_err().contains("`front` and `back`"));
    let missing = NamedColumns::parse("a=front,b=back").unwrap();
    assert!(
        import_columns(Format::Csv, "a.csv", b"x,y\n", Some(missing))
            .unwrap_err()
            .contains("no row has these heads: a, b")
    );
}

#[test]
fn points_are_kept_and_what_has_no_column_is_said() {
    let all = read(Format::Csv, "question,option 1,option 2,correct,points,source\nWhich?,a,b,1,3,book,more\n");
    assert_eq!(all.banks[0].questions[0].points, 3);
    assert!(
        told(&all).contains("the column “source” is left out; cells beyond the last column are left out (1)"),
        "{}",
        told(&all)
    );
}

#[test]
fn notes_of_anki_are_read_with_what_their_head_says() {
    let both =
        read(Format::AnkiText, "#separator:Semicolon\n#html:false\n#notetype:Basic (and reversed card)\nfront;back\n");
    assert!(matches!(both.banks[0].cards[0].face, Face::TwoWay { .. }));
    let cloze = read(
        Format::AnkiText,
        "#separator:tab\n#html:true\n#notetype column:1\nCloze\tThe {{c2::end}} ties.\tMore of it\n",
    );
    assert!(told(&cloze).contains("a field of it is left out: More of it"));
    let hidden =
        read(Format::AnkiText, "#separator:tab\n#html:true\n{{c1::image-occlusion:rect:left=.1}}\t<img src=a.png>\n");
    assert!(told(&hidden).contains("its gaps are parts of a picture"));
    let torn = read(Format::AnkiText, "#separator:tab\n\"a\tb\nc\td\n");
    assert_eq!(torn.fidelity.totals(), [1, 0, 1]);
}

#[test]
fn a_blank_row_and_a_long_text_are_no_trouble() {
    let long = "word ".repeat(2000);
    assert_eq!(asks(Format::Csv, &format!("question,option 1,option 2,correct\n,,,\n{long},a,b,1\n")).len(), 1);
}
