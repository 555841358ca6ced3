//! What can be found in a course, and its lines. Of a question only the stem: a key would be told before it is asked.

use super::people::people;
use super::{FoundKind, SearchEntry};
use crate::course::Course;
use crate::course::markdown::plain;
use crate::course::model::{Bank, Card, Case, Face, Id, Lesson, Question, Reference, Text};
use crate::course::outline::gaps;
use crate::course::texts::block_texts;

/// An entry and its lines: first its title.
pub(super) type EntryLines = (SearchEntry, Vec<String>);

/// Everything that can be found, in the order of the course; made as it is asked for, since it is the course once more.
pub(super) fn entries(course: &Course) -> impl Iterator<Item = EntryLines> {
    let taught = course.outlines().iter().flat_map(|outline| {
        let mut found: Vec<EntryLines> = course.lesson(&outline.id).map(of_lesson).unwrap_or_default();
        found.extend(course.bank(&outline.id).into_iter().flat_map(|bank| of_bank(&outline.id, bank)));
        found
    });
    let scenarios = course.scenario_outlines().iter().map(|o| {
        let entry = entry(FoundKind::Scenario, &o.id).on(&o.lesson, None);
        lines(entry, [&o.title, &o.role])
    });
    let people = people(course).into_iter().map(|person| {
        let works: Vec<String> = person.works.iter().map(|work| work.short.to_string()).collect();
        let mut found = entry(FoundKind::Person, person.id());
        found.work = person.first_work().cloned();
        (found, vec![person.name.clone(), works.join("; ")])
    });
    let named = course.cases().iter().map(case).chain(course.references().iter().map(work));
    taught.chain(scenarios).chain(named).chain(people).map(|(mut entry, lines)| {
        entry.title = lines.first().cloned().unwrap_or_default();
        (entry, lines)
    })
}

fn of_lesson(lesson: &Lesson) -> Vec<EntryLines> {
    let whole = entry(FoundKind::Lesson, &lesson.id).on(&lesson.id, None);
    let about = [&lesson.title, &lesson.summary].into_iter().chain(lesson.objectives.iter().map(|o| &o.text));
    let mut found = vec![lines(whole, about)];
    for section in &lesson.sections {
        let texts = [&section.title].into_iter().chain(section.body.iter().flat_map(block_texts));
        found.push(lines(entry(FoundKind::Section, &section.id).on(&lesson.id, Some(&section.id)), texts));
    }
    found.extend(
        lesson.terms.iter().map(|t| lines(entry(FoundKind::Term, &t.id).on(&lesson.id, None), [&t.term, &t.meaning])),
    );
    found
}

fn of_bank<'a>(lesson: &'a Id, bank: &'a Bank) -> impl Iterator<Item = EntryLines> {
    let cards = bank.cards.iter().map(move |c| card(lesson, c));
    cards.chain(bank.questions.iter().filter(|q| !q.reserve).map(move |q| question(lesson, q)))
}

fn card(lesson: &Id, it: &Card) -> EntryLines {
    let entry = entry(FoundKind::Card, &it.id).on(lesson, it.section.as_ref());
    match &it.face {
        Face::Basic { front, back } => lines(entry, [front, back]),
        Face::TwoWay { front, back, .. } => lines(entry, [front, back]),
        Face::Cloze(text) => {
            let mut filled = text.as_str().to_owned();
            for gap in gaps(text.as_str()).iter().rev() {
                filled.replace_range(gap.span.clone(), gap.answer);
            }
            (entry, sentences(&plain(&filled)).collect())
        }
    }
}

fn question(lesson: &Id, it: &Question) -> EntryLines {
    lines(entry(FoundKind::Question, &it.id).on(lesson, it.section.as_ref()), [&it.stem])
}

fn case(it: &Case) -> EntryLines {
    let place = format!("{}, {}", it.place, it.years);
    let summary = plain(it.summary.as_str());
    (entry(FoundKind::Case, &it.id), [plain(it.title.as_str()), place].into_iter().chain(sentences(&summary)).collect())
}

fn work(it: &Reference) -> EntryLines {
    (entry(FoundKind::Work, &it.id), vec![it.short.to_string(), it.full.to_string()])
}

fn entry(kind: FoundKind, id: impl ToString) -> SearchEntry {
    SearchEntry { kind, id: id.to_string(), lesson: None, section: None, work: None, title: String::new() }
}

impl SearchEntry {
    fn on(mut self, lesson: &Id, section: Option<&Id>) -> Self {
        (self.lesson, self.section) = (Some(lesson.clone()), section.cloned());
        self
    }
}

/// The first text is the title, in one line; the others go sentence by sentence.
fn lines<'a>(entry: SearchEntry, texts: impl IntoIterator<Item = &'a Text>) -> EntryLines {
    let mut texts = texts.into_iter().map(|text| plain(text.as_str()));
    let title = texts.next().unwrap_or_default().replace('\n', " ");
    let rest: Vec<String> = texts.flat_map(|text| sentences(&text).collect::<Vec<_>>()).collect();
    (entry, std::iter::once(title).chain(rest).collect())
}

/// Shortest sentence that stands alone: `U.N. Secretary` is no two.
const SHORTEST: usize = 25;

/// The sentences of a text, each a line.
fn sentences(text: &str) -> impl Iterator<Item = String> {
    let mut found = Vec::new();
    for paragraph in text.lines().filter(|line| !line.trim().is_empty()) {
        let mut from = 0;
        for (at, _) in paragraph.match_indices(['.', '?', '!', '。', '？', '！']) {
            let end = at + paragraph[at..].chars().next().map_or(1, char::len_utf8);
            let next = paragraph[end..].trim_start().chars().next();
            let ends = next.is_none_or(|c| !c.is_lowercase() && c.is_alphanumeric());
            let is_wide = end > at + 1;
            if ends && end - from >= SHORTEST && (is_wide || paragraph[end..].starts_with(' ')) {
                found.push(paragraph[from..end].trim().to_owned());
                from = end;
            }
        }
        if !paragraph[from..].trim().is_empty() {
            found.push(paragraph[from..].trim().to_owned());
        }
    }
    found.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_cut_into_sentences() {
        let of = |text: &str| sentences(text).collect::<Vec<_>>();
        assert_eq!(
            of("The talks were held in Oslo. They were kept secret.\nNobody knew."),
            ["The talks were held in Oslo.", "They were kept secret.", "Nobody knew."]
        );
        assert_eq!(of("Herbert C. Kelman ran it, e.g. in Harvard."), ["Herbert C. Kelman ran it, e.g. in Harvard."]);
    }
}
