//! Every objective is assessed: by two questions or more, one of them at its own level.

use super::survey::Survey;
use crate::course::finding::Finding;
use crate::course::locate;
use crate::course::model::{Question, Standard};
use crate::course::wording::count;

pub(super) fn check(survey: &Survey<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    if survey.standard() == Standard::Plain {
        return found;
    }
    for (file, lesson) in &survey.lessons {
        let Some((_, bank)) = survey.bank(&lesson.id) else {
            // A bank that names no lesson may be the one.
            if survey.banks.iter().any(|(_, bank)| survey.is_strayed(bank)) {
                continue;
            }
            let missing = Finding::error(
                "bank",
                locate::item(file, &lesson.id),
                format!("lesson `{}` has no readable bank", lesson.id),
            );
            found.push(missing.help("write its cards and questions in quizzes/, in a file of the same name"));
            continue;
        };
        for objective in &lesson.objectives {
            let asks = |q: &&Question| !q.reserve && q.objective.as_ref() == Some(&objective.id);
            let asking: Vec<&Question> = bank.questions.iter().filter(asks).collect();
            let at = || locate::item(file, &objective.id);
            if asking.len() < 2 {
                let few = Finding::error(
                    "assessed",
                    at(),
                    format!("objective `{}` is assessed by {}", objective.id, count(asking.len(), "question")),
                );
                found.push(few.help("every objective needs two questions or more"));
            } else if !asking.iter().any(|q| q.level == Some(objective.level)) {
                let level = Finding::error(
                    "assessed",
                    at(),
                    format!("no question assesses objective `{}` at its level, {:?}", objective.id, objective.level),
                );
                found.push(level.help("write a question at that level, or correct the level"));
            }
        }
    }
    found
}
