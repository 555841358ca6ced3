//! Choosing questions by what they are, one by one, or both.

use super::paper::choose_where;
use super::{Mode, PaperSpec};
use crate::course::Course;
use crate::course::model::{Bloom, Id, Kind, Question};
use crate::study::item::printed::{are_apart, printed};

/// What questions are drawn from; an empty list admits all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionFilter {
    pub lessons: Vec<Id>,
    pub kinds: Vec<Kind>,
    pub levels: Vec<Bloom>,
    pub objectives: Vec<WantedObjective>,
    pub tags: Vec<Id>,
    /// Only those whose case the lessons do not have, or only the others.
    pub novel: Option<bool>,
}

/// An objective by its id, of one lesson or of every lesson that has one called so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WantedObjective {
    pub lesson: Option<Id>,
    pub objective: Id,
}

impl WantedObjective {
    fn is(&self, lesson: &Id, objective: &Id) -> bool {
        self.objective == *objective && self.lesson.as_ref().is_none_or(|wanted| wanted == lesson)
    }
}

/// What a teacher chooses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choosing {
    pub filter: QuestionFilter,
    /// Asked whatever the filter, first and in this order.
    pub pinned: Vec<Id>,
    pub left_out: Vec<Id>,
}

impl QuestionFilter {
    fn admits(&self, lesson: &Id, question: &Question) -> bool {
        let any = |list: &[Id], ids: &[Id]| list.is_empty() || ids.iter().any(|id| list.contains(id));
        let is_wanted = |wanted: &WantedObjective| wanted.is(lesson, question.aim(lesson));
        (self.objectives.is_empty() || self.objectives.iter().any(is_wanted))
            && any(&self.tags, &question.tags)
            && (self.kinds.is_empty() || self.kinds.contains(&question.ask.kind()))
            && (self.levels.is_empty() || question.level.is_some_and(|level| self.levels.contains(&level)))
            && self.novel.is_none_or(|novel| novel == question.novel)
    }
}

impl Choosing {
    /// Whether nothing is chosen but lessons, as a plain draw has them.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        let only_lessons = QuestionFilter { lessons: self.filter.lessons.clone(), ..QuestionFilter::default() };
        self.filter == only_lessons && self.pinned.is_empty() && self.left_out.is_empty()
    }

    /// At most `length` questions: those pinned, then others that are admitted, spread over the objectives; none that gives
    /// another away.
    #[must_use]
    pub fn ids(&self, course: &Course, length: usize, seed: u64) -> Vec<Id> {
        self.ids_where(course, length, seed, |_, _| true)
    }

    /// The same of those that `suit`, which is asked with the lesson of each.
    #[must_use]
    pub fn ids_where(
        &self,
        course: &Course,
        length: usize,
        seed: u64,
        suits: impl Fn(&Id, &Question) -> bool,
    ) -> Vec<Id> {
        let pinned: Vec<&Question> =
            self.pinned.iter().filter_map(|id| course.practice_question(id)).map(|(_, question)| question).collect();
        let printed = printed(course);
        let apart = |one: &Question, other: &Question| are_apart(printed, one, other);
        let wanted = |lesson: &Id, question: &Question| {
            self.filter.admits(lesson, question)
                && !self.left_out.contains(&question.id)
                && suits(lesson, question)
                && pinned.iter().all(|own| own.id != question.id && apart(own, question))
        };
        let rest = length.saturating_sub(pinned.len());
        let spec = PaperSpec {
            lessons: self.filter.lessons.clone(),
            length: rest,
            seed,
            mode: Mode::Practice,
            limit_s: None,
            only: Vec::new(),
        };
        let drawn = if rest == 0 { Vec::new() } else { choose_where(course, &spec, wanted, apart) };
        let drawn = drawn.into_iter().map(|(_, question)| question.id.clone());
        pinned.iter().take(length).map(|question| question.id.clone()).chain(drawn).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_wanted_is_drawn_and_what_is_pinned_comes_first() {
        let course = Course::builtin().unwrap();
        let kinds = vec![Kind::TrueFalse, Kind::Choice];
        let filter = QuestionFilter { kinds: kinds.clone(), novel: Some(false), ..QuestionFilter::default() };
        let all = Choosing { filter: filter.clone(), ..Choosing::default() }.ids(&course, 12, 7);
        let question = |id: &Id| course.question(id).unwrap().1;
        assert!(
            all.len() == 12 && all.iter().all(|id| kinds.contains(&question(id).ask.kind()) && !question(id).novel)
        );
        let typed = course.banks().flat_map(|bank| &bank.questions);
        let typed = typed.filter(|q| q.ask.kind() == Kind::Typed && !q.reserve).map(|q| q.id.clone()).next().unwrap();
        let chosen =
            Choosing { filter, pinned: vec![typed.clone()], left_out: vec![all[0].clone()] }.ids(&course, 12, 7);
        assert!(chosen[0] == typed && chosen.len() == 12 && !chosen.contains(&all[0]));
        assert!(chosen.iter().collect::<std::collections::BTreeSet<_>>().len() == 12, "each once");
    }
}
