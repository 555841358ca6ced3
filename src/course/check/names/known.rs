//! The names that a course knows.

use std::collections::HashSet;

use crate::course::check::survey::Survey;

/// Every name that can be referred to.
pub(super) struct Names<'a> {
    pub(super) references: HashSet<&'a str>,
    pub(super) terms: HashSet<&'a str>,
    pub(super) facts: HashSet<&'a str>,
    pub(super) cases: HashSet<&'a str>,
    pub(super) questions: HashSet<&'a str>,
    /// Questions of banks that name a lesson which is not there.
    pub(super) strayed: HashSet<&'a str>,
    /// Cards and questions.
    pub(super) items: HashSet<&'a str>,
}

impl<'a> Names<'a> {
    pub(super) fn of(survey: &'a Survey<'_>) -> Self {
        let questions: HashSet<&str> =
            survey.banks.iter().flat_map(|(_, b)| &b.questions).map(|q| q.id.as_str()).collect();
        let cards = survey.banks.iter().flat_map(|(_, b)| &b.cards).map(|c| c.id.as_str());
        let strayed = survey.banks.iter().filter(|(_, bank)| survey.is_strayed(bank));
        Self {
            strayed: strayed.flat_map(|(_, b)| &b.questions).map(|q| q.id.as_str()).collect(),
            items: cards.chain(questions.iter().copied()).collect(),
            references: survey.course.references().iter().map(|r| r.id.as_str()).collect(),
            terms: survey.lessons.iter().flat_map(|(_, l)| &l.terms).map(|t| t.id.as_str()).collect(),
            facts: survey.facts.iter().map(|f| f.id.as_str()).collect(),
            cases: survey.course.cases().iter().map(|c| c.id.as_str()).collect(),
            questions,
        }
    }
}
