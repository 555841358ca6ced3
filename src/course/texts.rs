//! The texts and citations of each part: one list for whoever follows links, checker or index.

use super::model::{Block, Card, Drawing, Face, Feedback, Id, Question, Scenario, TeachersNote, Text};

/// Every text of a block that may hold links.
pub(super) fn block_texts(block: &Block) -> Vec<&Text> {
    match block {
        Block::Text(text) => vec![text],
        Block::Table(t) => {
            [&t.caption].into_iter().chain(t.head.iter().flatten()).chain(t.rows.iter().flatten()).collect()
        }
        Block::Figure(f) => [&f.caption, &f.says].into_iter().chain(drawing_texts(&f.drawing)).collect(),
        Block::Disagree(d) => vec![&d.claim, &d.better],
        Block::Picture(p) => vec![&p.alt],
        Block::Recall(_) => Vec::new(),
    }
}

fn drawing_texts(drawing: &Drawing) -> Vec<&Text> {
    match drawing {
        Drawing::Wheel { .. } | Drawing::Map(_) => Vec::new(),
        Drawing::Spectrum { items, .. } => items.iter().flat_map(|i| [&i.label, &i.why]).collect(),
        Drawing::Timeline(events) => events.iter().map(|e| &e.what).collect(),
        Drawing::Flow(steps) => {
            steps.iter().flat_map(|s| [Some(&s.step), s.what.as_ref(), s.breaks.as_ref()]).flatten().collect()
        }
        Drawing::Tree(_) | Drawing::Pyramid(_) | Drawing::Bars { .. } => Vec::new(),
    }
}

/// What a block cites outside its texts.
pub(super) fn block_cites(block: &Block) -> &[Id] {
    match block {
        Block::Table(t) => &t.cite,
        Block::Figure(f) => &f.cite,
        Block::Disagree(d) => &d.cite,
        Block::Picture(p) => &p.cite,
        Block::Text(_) | Block::Recall(_) => &[],
    }
}

/// Every text of a question that may hold links.
pub(super) fn question_texts(question: &Question) -> Vec<&Text> {
    let mut texts: Vec<&Text> = std::iter::once(&question.stem).chain(&question.explain).collect();
    let Feedback { right, partly, wrong } = &question.feedback;
    texts.extend([right, partly, wrong].into_iter().flatten());
    texts.extend(question.picture.iter().map(|p| &p.alt));
    texts.extend(question.ask.texts());
    texts
}

/// Every text of a card.
pub(super) fn card_texts(card: &Card) -> Vec<&Text> {
    match &card.face {
        Face::Basic { front, back } => vec![front, back],
        Face::TwoWay { ask, front, ask_back, back } => vec![ask, front, ask_back, back],
        Face::Cloze(text) => vec![text],
    }
}

/// Every text of a scenario, with the item it belongs to.
pub(super) fn scenario_texts(it: &Scenario) -> Vec<(&Id, Vec<&Text>)> {
    let head =
        vec![&it.role, &it.setting].into_iter().chain(it.meters.iter().map(|m| &m.low)).chain(&it.debrief).collect();
    let mut texts = vec![(&it.id, head)];
    for scene in &it.scenes {
        texts.push((
            &scene.id,
            [&scene.text, &scene.reading].into_iter().chain(scene.echoes.iter().map(|e| &e.text)).collect(),
        ));
        for choice in &scene.choices {
            let said = [&choice.text, &choice.cost, &choice.outcome].into_iter();
            texts.push((&choice.id, said.chain(choice.reasons.iter().flat_map(|r| [&r.text, &r.why])).collect()));
        }
    }
    texts.extend(
        it.endings.iter().map(|e| (&e.id, std::iter::once(&e.text).chain(e.echoes.iter().map(|x| &x.text)).collect())),
    );
    texts
}

/// Every text of a teacher's note.
pub(crate) fn note_texts(note: &TeachersNote) -> Vec<&Text> {
    let steps = note.before.iter().chain(&note.during).chain(&note.after);
    let questions = note.questions.iter().flat_map(|q| std::iter::once(&q.ask).chain(&q.listen_for));
    std::iter::once(&note.aim).chain(&note.group).chain(steps).chain(questions).collect()
}
