//! What home's rows say: the text of each, and what stands at its end.

use super::{Overview, SECONDS_A_CARD, USUAL_LENGTH};
use crate::course::Course;
use crate::course::wording::count;
use crate::study::queue::Counts;
use crate::study::quiz::Half;
use crate::study::study_time::GoalProgress;

impl Overview {
    /// `day 12 · 5-day streak`, and how far the day's goal is, of so many minutes, if there is one.
    #[must_use]
    pub fn standing(&self, goal: u32) -> String {
        let goal = GoalProgress::new(goal, self.minutes).map(GoalProgress::short).unwrap_or_default();
        let parts = [self.days.clone(), goal].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" · ")
    }

    /// The text of the row and what stands at its end.
    #[must_use]
    pub fn continue_text(&self, course: &Course) -> (String, String) {
        let Some(outline) = course.outline(&self.resume.0) else { return (String::new(), String::new()) };
        let section =
            self.resume.1.as_ref().and_then(|s| outline.sections.iter().position(|x| &x.id == s)).unwrap_or(0);
        let title = outline.title.to_string();
        (title, format!("§{} of {} · {} min", section + 1, outline.sections.len(), self.minutes_left))
    }

    /// What reading on is called: there is nothing to continue on the first day.
    #[must_use]
    pub fn reading_verb(&self) -> &'static str {
        if self.begun { "Continue" } else { "Start" }
    }

    #[must_use]
    pub fn review_text(&self) -> (String, String) {
        let Counts { learning, due, new } = self.waiting;
        let due = due + learning;
        let what = match (due, new) {
            (0, 0) if self.lessons.iter().all(|l| l.cards.is_none()) => "cards come with what you read".to_owned(),
            (0, 0) => "nothing due today".to_owned(),
            (due, 0) => format!("{due} {} due", cards(due)),
            (0, new) => format!("{new} new {}", cards(new)),
            (due, new) => format!("{due} {} due, {new} new", cards(due)),
        };
        let minutes = ((due + new) * SECONDS_A_CARD).div_ceil(60);
        (what, if minutes > 0 { format!("{minutes} min") } else { String::new() })
    }

    #[must_use]
    pub fn quiz_text(&self, course: &Course) -> (String, String) {
        if let Some(run) = &self.unfinished {
            let what = if run.is_placement { "resume the placement test" } else { "resume the unfinished quiz" };
            return (what.to_owned(), format!("{} of {} answered", run.answered, run.questions));
        }
        if !self.returning.is_empty() {
            return ("what you were sure of and got wrong".to_owned(), count(self.returning.len(), "question"));
        }
        let what = match &self.weakest {
            Some(weak) => {
                format!("weakest: lesson {}, {} ({} %)", course.number(&weak.lesson), weak.objective, weak.percent)
            }
            None => format!("on lesson {}", course.number(&self.resume.0)),
        };
        (what, format!("{USUAL_LENGTH} questions"))
    }

    #[must_use]
    pub fn scenarios_text(&self, course: &Course) -> (String, String) {
        let n = course.scenario_outlines().len();
        let what = match (&self.under_way, &self.unplayed) {
            (Some(title), _) => format!("resume: {title}"),
            (None, Some(title)) => title.clone(),
            (None, None) => "other routes through the cases".to_owned(),
        };
        (what, format!("{} of {n} played", self.played))
    }

    #[must_use]
    pub fn placement_text(&self) -> (String, String) {
        let what = match self.offer {
            Some(Half::Before) => "what do you know already? Not counted",
            Some(Half::After) => "what have you gained? Not counted",
            None => "",
        };
        (what.to_owned(), "a test you can skip".to_owned())
    }
}

fn cards(n: usize) -> &'static str {
    if n == 1 { "card" } else { "cards" }
}
