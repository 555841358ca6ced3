//! A lesson in steps: an opening page, stretches of text between recall stops, the stops, a closing page.

use crate::course::model::{Block, Drawing, Id, Lesson};

/// A step of a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ReadingStep {
    /// Title, summary, objectives.
    Opening,
    /// The blocks `from..to` of a section.
    Text { section: usize, from: usize, to: usize, wheel: bool },
    /// The recall stop that is block `block` of a section.
    Recall { section: usize, block: usize },
    /// What to do next.
    Closing,
}

impl ReadingStep {
    /// The section the step belongs to.
    pub(super) fn section(self) -> Option<usize> {
        match self {
            Self::Text { section, .. } | Self::Recall { section, .. } => Some(section),
            Self::Opening | Self::Closing => None,
        }
    }
}

/// The steps of `lesson` in order.
pub(super) fn of(lesson: &Lesson) -> Vec<ReadingStep> {
    let sections = lesson.sections.iter().enumerate().flat_map(|(i, s)| section_steps(i, &s.body));
    std::iter::once(ReadingStep::Opening).chain(sections).chain([ReadingStep::Closing]).collect()
}

fn section_steps(section: usize, body: &[Block]) -> Vec<ReadingStep> {
    let mut steps = Vec::new();
    let mut from = 0;
    let text =
        |from: usize, to: usize| ReadingStep::Text { section, from, to, wheel: body[from..to].iter().any(is_wheel) };
    for (block, _) in body.iter().enumerate().filter(|(_, b)| matches!(b, Block::Recall(_))) {
        if from < block {
            steps.push(text(from, block));
        }
        steps.push(ReadingStep::Recall { section, block });
        from = block + 1;
    }
    if from < body.len() {
        steps.push(text(from, body.len()));
    }
    steps
}

fn is_wheel(block: &Block) -> bool {
    matches!(block, Block::Figure(f) if matches!(f.drawing, Drawing::Wheel { .. }))
}

/// The question of a recall stop.
pub(super) fn recall_at(lesson: &Lesson, section: usize, block: usize) -> Option<&Id> {
    match lesson.sections.get(section)?.body.get(block)? {
        Block::Recall(question) => Some(question),
        _ => None,
    }
}

/// The step that holds the block `block` of a section, or the nearest one before it.
pub(super) fn holding(lesson: &Lesson, steps: &[ReadingStep], section: &Id, block: usize) -> Option<usize> {
    let at = lesson.sections.iter().position(|s| &s.id == section)?;
    let first = steps.iter().position(|s| s.section() == Some(at))?;
    let begins = |step: &ReadingStep| match *step {
        ReadingStep::Text { section, from, .. } => section == at && from <= block,
        ReadingStep::Recall { section, block: stop } => section == at && stop <= block,
        ReadingStep::Opening | ReadingStep::Closing => false,
    };
    Some(steps.iter().rposition(begins).unwrap_or(first))
}

/// The first step of the next (or this, or the previous) section; opening and closing count as sections.
pub(super) fn neighbour(steps: &[ReadingStep], at: usize, by: isize) -> usize {
    let here = steps.get(at).and_then(|s| s.section());
    if by > 0 {
        return (at..steps.len())
            .find(|&i| steps[i].section() != here || steps[i] == ReadingStep::Closing)
            .unwrap_or(at);
    }
    let start = (0..=at).rev().take_while(|&i| steps[i].section() == here).last().unwrap_or(at);
    if start < at || start == 0 {
        return start;
    }
    let before = steps[start - 1].section();
    (0..start).rev().take_while(|&i| steps[i].section() == before).last().unwrap_or(start)
}
