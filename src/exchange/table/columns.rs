//! What columns hold: known by their heads in several languages, or named by whoever brings the table in.

use super::SourceRow;

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ColumnRole {
    Id,
    Front,
    Back,
    /// It has no head: a number, or nothing.
    Nameless,
    /// Another back: another language, a remark.
    MoreBack(String),
    Picture,
    Tags,
    Lesson,
    Question,
    Option,
    /// An option that is wrong.
    Wrong,
    Correct,
    Explain,
    Points,
    Time,
    Unknown(String),
}

/// Heads, in small letters, that say the whole of it.
#[rustfmt::skip]
const WHOLE: [(ColumnRole, &[&str]); 13] = [
    (ColumnRole::Nameless, &["", "#", "no", "nr", "n°", "type", "typ", "tipo"]),
    (ColumnRole::Id, &["id", "guid"]),
    (ColumnRole::Front, &["front", "term", "word", "concept", "vorderseite", "begriff", "wort", "vokabel", "recto", "terme", "mot", "anverso", "término", "palabra", "concepto", "fronte", "termine", "parola", "frente", "termo", "palavra", "voorkant", "begrip", "woord", "przód", "pojęcie", "słowo", "термин", "слово", "用語", "単語", "表", "词语", "正面"]),
    (ColumnRole::Back, &["back", "definition", "meaning", "translation", "rückseite", "bedeutung", "übersetzung", "verso", "définition", "signification", "traduction", "reverso", "definición", "significado", "traducción", "retro", "definizione", "significato", "traduzione", "definição", "tradução", "achterkant", "definitie", "betekenis", "vertaling", "tył", "definicja", "znaczenie", "tłumaczenie", "определение", "значение", "перевод", "定義", "意味", "裏", "定义", "背面"]),
    (ColumnRole::Tags, &["tags", "tag", "labels", "keywords", "schlagwörter", "stichwörter", "étiquettes", "mots-clés", "etiquetas", "etichette", "trefwoorden", "tagi", "теги", "タグ", "标签"]),
    (ColumnRole::Lesson, &["lesson", "category", "deck", "topic", "chapter", "unit", "lektion", "kategorie", "thema", "kapitel", "leçon", "catégorie", "thème", "chapitre", "lección", "categoría", "tema", "capítulo", "lezione", "categoria", "argomento", "capitolo", "lição", "les", "categorie", "onderwerp", "lekcja", "temat", "тема", "урок"]),
    (ColumnRole::Picture, &["image", "picture", "media", "image link", "bild", "imagen", "immagine", "imagem", "afbeelding", "obraz"]),
    (ColumnRole::Explain, &["explanation", "explain", "rationale", "feedback", "comment", "reason", "erklärung", "begründung", "explication", "justification", "explicación", "spiegazione", "explicação", "uitleg", "toelichting", "wyjaśnienie", "пояснение", "объяснение", "解説", "解释"]),
    (ColumnRole::Points, &["points", "point", "score", "marks", "mark", "weight", "punkte", "puntos", "punti", "pontos", "punten", "punkty", "баллы", "得点", "分数"]),
    (ColumnRole::MoreBack(String::new()), &["info", "remark", "remarks", "note", "notes", "hint", "extra", "example", "examples", "pronunciation", "hinweis", "anmerkung", "beispiel", "remarque", "exemple", "indice", "ejemplo", "nota", "esempio", "exemplo", "voorbeeld", "opmerking", "przykład", "пример"]),
    (ColumnRole::Question, &["q", "statement", "prompt", "aussage", "affirmation", "afirmación", "affermazione", "stelling", "stwierdzenie", "утверждение", "問題", "问题"]),
    (ColumnRole::Correct, &["key", "a/b/c/d", "true/false", "wahr/falsch", "vrai/faux", "verdadero/falso", "vero/falso", "waar/onwaar", "prawda/fałsz"]),
    (ColumnRole::Option, &["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "選択肢", "选项"]),
];

/// What stands in heads of wrong options; it is looked for before what stands in those of right ones.
const WRONG: [&str; 15] = [
    "wrong",
    "incorrect",
    "distractor",
    "false answer",
    "falsche",
    "distraktor",
    "mauvaise",
    "fausse",
    "sbagliat",
    "errad",
    "foute",
    "błędn",
    "неверн",
    "неправильн",
    "不正解",
];

/// What stands in heads of the answer that is right.
const RIGHT: [&str; 22] = [
    "correct",
    "right",
    "solution",
    "answer key",
    "richtig",
    "lösung",
    "korrekt",
    "bonne",
    "juste",
    "correcta",
    "correcto",
    "solución",
    "corrett",
    "giust",
    "soluzione",
    "corret",
    "certa",
    "juist",
    "goed",
    "poprawn",
    "prawidłow",
    "правильн",
];

/// How heads begin of what is asked.
const ASKED: [&str; 10] =
    ["question", "stem", "frage", "aufgabe", "pregunta", "domanda", "pergunta", "vraag", "pytanie", "вопрос"];

/// How heads begin of options.
const CHOSEN: [&str; 24] = [
    "option",
    "answer",
    "choice",
    "antwort",
    "auswahl",
    "réponse",
    "reponse",
    "choix",
    "proposition",
    "respuesta",
    "opción",
    "opcion",
    "alternativa",
    "risposta",
    "opzione",
    "resposta",
    "opção",
    "antwoord",
    "optie",
    "odpowied",
    "opcja",
    "ответ",
    "вариант",
    "alternative",
];

/// How heads begin of the time that is given.
const TIMED: [&str; 5] = ["time", "zeit", "temps", "tiempo", "tempo"];

/// What a column of this head holds.
pub(super) fn column(head: &str) -> ColumnRole {
    let head = head.trim();
    let name = head.to_lowercase();
    let name = name.trim_end_matches([':', '?', '*', '.', ')']).trim();
    let whole = WHOLE.iter().find(|(_, names)| names.contains(&name)).map(|(role, _)| role.clone());
    let starts = |words: &[&str]| words.iter().any(|word| name.starts_with(word));
    let holds = |words: &[&str]| words.iter().any(|word| name.contains(word));
    match whole {
        Some(ColumnRole::MoreBack(_)) => ColumnRole::MoreBack(head.to_owned()),
        Some(role) => role,
        None if name.starts_with("term:") || name.starts_with("back:") => ColumnRole::MoreBack(head.to_owned()),
        None if holds(&WRONG) => ColumnRole::Wrong,
        None if starts(&ASKED) => ColumnRole::Question,
        None if holds(&RIGHT) || name == "正解" || name == "正确答案" => ColumnRole::Correct,
        None if starts(&CHOSEN) => ColumnRole::Option,
        None if starts(&TIMED) => ColumnRole::Time,
        None => ColumnRole::Unknown(head.to_owned()),
    }
}

/// What the columns of a table hold, where they stand.
pub(super) struct ColumnPlan {
    pub columns: Vec<ColumnRole>,
    /// How many rows there are before those that count.
    pub skipped: usize,
}

/// Most rows above the heads: Kahoot!'s template has them in the eighth row, others say a few words first.
const MOST_ABOVE: usize = 20;

/// What the heads of `rows` say; `None` where no row is one of heads.
pub(super) fn by_heads(rows: &[SourceRow]) -> Option<ColumnPlan> {
    let first = rows.iter().position(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty()))?;
    rows.iter().enumerate().take(MOST_ABOVE).skip(first).find_map(|(at, (_, cells))| {
        let columns = heads(cells)?;
        // Below the first row only one that names questions is one of heads: the words of a card may be anything.
        let is_asking = columns.contains(&ColumnRole::Question);
        (at == first || is_asking).then_some(ColumnPlan { columns, skipped: at + 1 })
    })
}

/// The columns of a row that is one of heads.
fn heads(cells: &[String]) -> Option<Vec<ColumnRole>> {
    let mut columns: Vec<ColumnRole> = cells.iter().map(|cell| column(cell)).collect();
    let count = |columns: &[ColumnRole], one: &ColumnRole| columns.iter().filter(|it| *it == one).count();
    let has = |columns: &[ColumnRole], one: &ColumnRole| count(columns, one) > 0;
    let has_key = has(&columns, &ColumnRole::Correct) || has(&columns, &ColumnRole::Wrong);
    if has(&columns, &ColumnRole::Question) && !has_key && count(&columns, &ColumnRole::Option) == 1 {
        // A question and its answer are the sides of a card.
        for role in &mut columns {
            match role {
                ColumnRole::Question => *role = ColumnRole::Front,
                ColumnRole::Option => *role = ColumnRole::Back,
                _ => (),
            }
        }
    }
    let asks = has(&columns, &ColumnRole::Question) && (has_key || has(&columns, &ColumnRole::Option));
    let is_card = has(&columns, &ColumnRole::Front)
        && columns.iter().any(|c| matches!(c, ColumnRole::Back | ColumnRole::MoreBack(_)));
    (asks || is_card).then_some(columns)
}

/// What the columns of a table hold, as somebody says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedColumns(Naming);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Naming {
    /// From left to right; the table has no heads, or some that are known.
    InOrder(Vec<ColumnRole>),
    /// By their heads, in small letters.
    ByHead(Vec<(String, ColumnRole)>),
}

/// How what a column holds is called.
const NAMES: [(&str, ColumnRole); 12] = [
    ("id", ColumnRole::Id),
    ("front", ColumnRole::Front),
    ("back", ColumnRole::Back),
    ("question", ColumnRole::Question),
    ("option", ColumnRole::Option),
    ("wrong", ColumnRole::Wrong),
    ("correct", ColumnRole::Correct),
    ("explanation", ColumnRole::Explain),
    ("points", ColumnRole::Points),
    ("tags", ColumnRole::Tags),
    ("lesson", ColumnRole::Lesson),
    ("-", ColumnRole::Nameless),
];

impl NamedColumns {
    /// `front,back,-,tags` from left to right, or `Szó=front,Jelentés=back` by heads.
    ///
    /// # Errors
    /// When a name is not known, or nothing would come of it.
    pub fn parse(raw: &str) -> Result<Self, String> {
        let role = |name: &str| {
            let name = name.trim().to_lowercase();
            let found = NAMES.iter().find(|(known, _)| *known == name).map(|(_, role)| role.clone());
            let known = || NAMES.map(|(name, _)| name).join(", ");
            found.ok_or_else(|| format!("`{name}` is nothing that a column holds: there are {}", known()))
        };
        let parts: Vec<&str> = raw.split(',').collect();
        let naming = if parts.iter().all(|part| part.contains('=')) {
            let by_head = |part: &&str| {
                let (head, name) = part.rsplit_once('=').unwrap_or((part, ""));
                Ok((head.trim().to_lowercase(), role(name)?))
            };
            Naming::ByHead(parts.iter().map(by_head).collect::<Result<_, String>>()?)
        } else {
            Naming::InOrder(parts.iter().map(|part| role(part)).collect::<Result<_, String>>()?)
        };
        let named = Self(naming);
        let has = |role: &ColumnRole| named.roles().any(|it| it == role);
        if (has(&ColumnRole::Front) && has(&ColumnRole::Back))
            || (has(&ColumnRole::Question) && has(&ColumnRole::Correct))
        {
            return Ok(named);
        }
        Err("a table needs `front` and `back`, or `question` and `correct`".to_owned())
    }

    fn roles(&self) -> impl Iterator<Item = &ColumnRole> {
        let (in_order, by_head): (&[ColumnRole], &[(String, ColumnRole)]) = match &self.0 {
            Naming::InOrder(roles) => (roles, &[]),
            Naming::ByHead(heads) => (&[], heads),
        };
        in_order.iter().chain(by_head.iter().map(|(_, role)| role))
    }

    /// # Errors
    /// When no row has the heads that were named.
    pub(super) fn plan(&self, rows: &[SourceRow]) -> Result<ColumnPlan, String> {
        let named = match &self.0 {
            Naming::InOrder(columns) => {
                let skipped = by_heads(rows).map_or(0, |plan| plan.skipped);
                return Ok(ColumnPlan { columns: columns.clone(), skipped });
            }
            Naming::ByHead(named) => named,
        };
        let role =
            |cell: &String| named.iter().find(|(head, _)| *head == cell.trim().to_lowercase()).map(|(_, role)| role);
        let is_head = |row: &SourceRow| {
            named.iter().all(|(head, _)| row.1.iter().any(|cell| cell.trim().to_lowercase() == *head))
        };
        let at = rows.iter().take(MOST_ABOVE).position(is_head).ok_or_else(|| {
            let heads: Vec<&str> = named.iter().map(|(head, _)| &head[..]).collect();
            format!("no row has these heads: {}", heads.join(", "))
        })?;
        let columns = rows[at].1.iter().map(|cell| role(cell).cloned().unwrap_or_else(|| column(cell))).collect();
        Ok(ColumnPlan { columns, skipped: at + 1 })
    }
}
