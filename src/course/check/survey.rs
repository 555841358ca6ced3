//! The parts of a course paired with their files, for checks that point at lines.

use crate::course::files::File;
use crate::course::finding::Place;
use crate::course::model::{Ask, Bank, Block, Card, Drawing, Face, Fact, Id, Lesson, Question, Scenario, Text};
use crate::course::{Course, locate, read};

/// Everything that can be read, with the file it came from.
pub struct Survey<'a> {
    pub course: &'a Course,
    pub lessons: Vec<(&'a File, &'a Lesson)>,
    pub banks: Vec<(&'a File, Bank)>,
    pub scenarios: Vec<(&'a File, Scenario)>,
    pub facts: Vec<Fact>,
}

impl<'a> Survey<'a> {
    pub fn of(course: &'a Course) -> Self {
        let files = course.files();
        let file_of = |lesson: &Lesson| files.iter().find(|f| f.path.starts_with("lessons/") && names_lesson(f, "id:", &lesson.id));
        let lessons = course.lessons().filter_map(|l| file_of(l).map(|f| (f, l))).collect();
        let direct = |f: &&File| f.path.strip_prefix("quizzes/").is_some_and(|p| !p.contains('/'));
        let bank = |f: &'a File| read::read(&f.path, &f.text).ok().map(|b| (f, b));
        let branching = |f: &&File| f.path.starts_with("quizzes/scenarios/");
        let scenario = |f: &'a File| read::read(&f.path, &f.text).ok().map(|s| (f, s));
        let facts = files.iter().find(|f| f.path == "assets/facts.ron").and_then(|f| read::read(&f.path, &f.text).ok());
        Self {
            course,
            lessons,
            banks: files.iter().filter(direct).filter_map(bank).collect(),
            scenarios: files.iter().filter(branching).filter_map(scenario).collect(),
            facts: facts.unwrap_or_default(),
        }
    }

    /// The file of `assets/` named `name`, if there is one.
    pub fn asset(&self, name: &str) -> Option<&'a File> {
        self.course.files().iter().find(|f| f.path == name)
    }

    pub fn lesson(&self, id: &Id) -> Option<&'a Lesson> {
        self.lessons.iter().find(|(_, l)| &l.id == id).map(|&(_, l)| l)
    }

    pub fn bank(&self, lesson: &Id) -> Option<&(&'a File, Bank)> {
        self.banks.iter().find(|(_, b)| &b.lesson == lesson)
    }
}

/// Whether `file` holds `key "id"` with only blanks between: cheaper than reading it again.
fn names_lesson(file: &File, key: &str, id: &Id) -> bool {
    let quoted = format!("\"{id}\"");
    file.text.match_indices(&quoted).next().is_some_and(|(at, _)| file.text[..at].trim_end().ends_with(key))
}

/// The place of `token` within the item `id` of `file`.
pub fn place(file: &File, id: &Id, token: &str) -> Place {
    locate::token(file, Some(id), token)
}

/// Every text of a block that may hold links.
pub fn block_texts(block: &Block) -> Vec<&Text> {
    match block {
        Block::Text(text) => vec![text],
        Block::Table(t) => [&t.caption].into_iter().chain(t.head.iter().flatten()).chain(t.rows.iter().flatten()).collect(),
        Block::Figure(f) => [&f.caption, &f.says].into_iter().chain(drawing_texts(&f.drawing)).collect(),
        Block::Disagree(d) => vec![&d.claim, &d.better],
        Block::Recall(_) => Vec::new(),
    }
}

fn drawing_texts(drawing: &Drawing) -> Vec<&Text> {
    match drawing {
        Drawing::Wheel { .. } | Drawing::Map(_) => Vec::new(),
        Drawing::Spectrum { items, .. } => items.iter().flat_map(|i| [&i.label, &i.why]).collect(),
        Drawing::Timeline(events) => events.iter().map(|e| &e.what).collect(),
        Drawing::Flow(steps) => steps.iter().flat_map(|s| [Some(&s.step), s.what.as_ref(), s.breaks.as_ref()]).flatten().collect(),
        Drawing::Tree(_) | Drawing::Pyramid(_) | Drawing::Bars { .. } => Vec::new(),
    }
}

/// What a block cites outside its texts.
pub fn block_cites(block: &Block) -> &[Id] {
    match block {
        Block::Table(t) => &t.cite,
        Block::Figure(f) => &f.cite,
        Block::Disagree(d) => &d.cite,
        Block::Text(_) | Block::Recall(_) => &[],
    }
}

/// Every text of a question that may hold links.
pub fn question_texts(question: &Question) -> Vec<&Text> {
    let mut texts = vec![&question.stem, &question.explain];
    texts.extend(ask_texts(&question.ask));
    texts
}

fn ask_texts(ask: &Ask) -> Vec<&Text> {
    use crate::course::model::{Judged, Pair, Reasoned};
    match ask {
        Ask::Choice(options) | Ask::Several(options) => options
            .iter()
            .flat_map(|o| match o {
                Judged::Right(text) => vec![text],
                Judged::Wrong(text, why) => vec![text, why],
            })
            .collect(),
        Ask::TrueFalse(_) => Vec::new(),
        Ask::Match { pairs, spare } => {
            pairs.iter().flat_map(|Pair(a, b)| [a, b]).chain(spare.iter().flat_map(|Reasoned(a, b)| [a, b])).collect()
        }
        Ask::Order(steps) => steps.iter().map(|s| &s.0).collect(),
        Ask::Typed { accept, rivals } => accept.iter().chain(rivals.iter().flat_map(|r| [&r.0, &r.1])).collect(),
        Ask::Classify { why_not, .. } => why_not.iter().map(|r| &r.1).collect(),
    }
}

/// Every text of a scenario, with the item it belongs to.
pub fn scenario_texts(it: &Scenario) -> Vec<(&Id, Vec<&Text>)> {
    let head = vec![&it.role, &it.setting].into_iter().chain(it.meters.iter().map(|m| &m.low)).chain(&it.debrief).collect();
    let mut texts = vec![(&it.id, head)];
    for scene in &it.scenes {
        texts.push((&scene.id, [&scene.text, &scene.reading].into_iter().chain(scene.echoes.iter().map(|e| &e.text)).collect()));
        for choice in &scene.choices {
            let said = [&choice.text, &choice.cost, &choice.outcome].into_iter();
            texts.push((&choice.id, said.chain(choice.reasons.iter().flat_map(|r| [&r.text, &r.why])).collect()));
        }
    }
    texts.extend(it.endings.iter().map(|e| (&e.id, std::iter::once(&e.text).chain(e.echoes.iter().map(|x| &x.text)).collect())));
    texts
}

/// Every text of a card.
pub fn card_texts(card: &Card) -> Vec<&Text> {
    match &card.face {
        Face::Basic { front, back } => vec![front, back],
        Face::TwoWay { ask, front, ask_back, back } => vec![ask, front, ask_back, back],
        Face::Cloze(text) => vec![text],
    }
}
