//! A learner's progress: how regular, what is known and due, how it was remembered, what is weak, and the quizzes. Each
//! figure says in a sentence what it means.

use super::memory::FIT_OFFER;
use super::{Passage, Share};
use crate::course::wording::count;
use crate::study::certificate::Certificate;
use crate::study::insight::{CalibrationLine, HardItem, Insight, Mastery, ScenarioLine};
use crate::study::progress::Progress;

/// Objectives that are listed; `stats --json` has all.
const LISTED: usize = 10;

/// Progress in the order in which it is read. The quizzes come last.
#[must_use]
pub fn passages(progress: &Progress) -> Vec<Passage> {
    let it = &progress.insight;
    let mut all = vec![
        Passage::Studied { days: progress.days_studied, read: progress.sections_read, sections: progress.sections },
        Passage::Words(format!("{} {}", streak(it), due_today(it))),
        prediction(it).unwrap_or(Passage::Retention(progress.retention_percent)),
    ];
    all.extend(progress.is_fit_offered.then(|| Passage::Words(FIT_OFFER.to_owned())));
    all.extend([
        Passage::ListHead("The last 53 weeks".to_owned()),
        Passage::Calendar(it.calendar.clone()),
        Passage::CardsByStage(progress.cards),
        Passage::Aside(
            "A card that asks both ways, or has several gaps, counts once for each. Well known means that it would be remembered for three weeks.",
        ),
        Passage::ListHead("Due in the next seven days".to_owned()),
        Passage::Forecast(it.forecast.clone()),
        Passage::Aside("What is overdue counts today. New cards come on top."),
        Passage::ListHead("The last 14 days".to_owned()),
        Passage::Days(progress.last_days.clone()),
        Passage::Aside("Cards seen for the first time and cards that were due; each counts once a day, however often it came back."),
    ]);
    all.extend(mastery(
        "Weakest lessons",
        &weakest(&it.lessons, 5),
        "What the latest answer to each question in quizzes earned.",
    ));
    all.extend(mastery(
        "Weakest objectives",
        &weakest(&it.objectives, LISTED),
        "The number before each is its lesson's.",
    ));
    if it.wheel.iter().any(|spoke| spoke.questions > 0) {
        all.extend(mastery(
            "On the wheel",
            &it.wheel,
            "Classification questions by the category that is right. Without an answer yet, the bar is empty.",
        ));
    }
    all.extend(hardest("Cards forgotten most often", &it.hard_cards));
    all.extend(hardest("Questions missed most often", &it.hard_questions));
    all.extend(times(it));
    all.extend(calibration(&it.calibration));
    all.extend(scenarios(&it.scenarios));
    if progress.days_studied > 0 {
        all.extend(certificate(&progress.certificate));
    }
    all.push(Passage::ListHead("Quizzes".to_owned()));
    let no_quiz = progress.quizzes.is_empty();
    all.push(if no_quiz { Passage::Nothing("none yet") } else { Passage::Attempts(progress.quizzes.clone()) });
    all
}

fn streak(it: &Insight) -> String {
    match (it.streak_days, it.longest_streak_days) {
        (_, 0) => "No day of study yet.".to_owned(),
        (0, longest) => {
            format!("No streak at present: yesterday was without study. The longest was {}.", count(longest, "day"))
        }
        (now, longest) => {
            format!("{} of study in a row; the longest was {}.", count(now, "day"), count(longest, "day"))
        }
    }
}

fn due_today(it: &Insight) -> String {
    match it.forecast.first().map_or(0, |day| day.cards) {
        0 => "No card is due today.".to_owned(),
        1 => "One card is due today.".to_owned(),
        cards => format!("{cards} cards are due today."),
    }
}

fn prediction(it: &Insight) -> Option<Passage> {
    let found = it.prediction?;
    Some(Passage::Words(format!(
        "Of the latest {}, {} % were remembered; the schedule expected {} %. The closer the two, the better it knows your memory.",
        count(found.reviews, "review"),
        found.measured_percent,
        found.predicted_percent
    )))
}

/// The first `most` of which something was missed.
fn weakest(all: &[Mastery], most: usize) -> Vec<Mastery> {
    all.iter().filter(|it| it.score.points < it.score.of).take(most).cloned().collect()
}

fn mastery(head: &str, all: &[Mastery], means: &'static str) -> Vec<Passage> {
    if all.is_empty() {
        return Vec::new();
    }
    let share = |it: &Mastery| Share { of: it.name.clone(), score: it.score, questions: it.questions };
    vec![Passage::ListHead(head.to_owned()), Passage::Tallies(all.iter().map(share).collect()), Passage::Aside(means)]
}

fn hardest(head: &str, items: &[HardItem]) -> Vec<Passage> {
    if items.is_empty() {
        return Vec::new();
    }
    let point = |it: &HardItem| format!("{} ({})", it.text, count(it.times, "time"));
    vec![Passage::ListHead(head.to_owned()), Passage::Points(items.iter().map(point).collect())]
}

fn times(it: &Insight) -> Vec<Passage> {
    let long = |s: f64| if s <= 1.0 { "a second".to_owned() } else { format!("{s} seconds") };
    let told = |of: &str, seconds: Option<f64>| seconds.map(|s| format!("{} for {of}", long(s)));
    let told: Vec<String> =
        [told("a card", it.seconds_a_card), told("a question", it.seconds_a_question)].into_iter().flatten().collect();
    if told.is_empty() {
        return Vec::new();
    }
    vec![
        Passage::ListHead("Answer times".to_owned()),
        Passage::Words(format!("Half of the latest answers took less than {}.", told.join(", "))),
    ]
}

/// The certificate or, as long as something is missing, what that is.
#[must_use]
pub fn certificate(it: &Certificate) -> Vec<Passage> {
    let mut all = vec![Passage::ListHead("Certificate".to_owned())];
    match it.paragraphs() {
        Some(paragraphs) => all.extend(paragraphs.into_iter().map(Passage::Words)),
        None => all.extend([
            Passage::Points(it.missing()),
            Passage::Aside(
                "When nothing is missing, the certificate stands here; the command ninetracks certificate writes it.",
            ),
        ]),
    }
    all
}

/// How certain answers were, beside how often they were right.
fn calibration(all: &[CalibrationLine]) -> Vec<Passage> {
    if all.is_empty() {
        return Vec::new();
    }
    let share = |it: &CalibrationLine| Share {
        of: format!("{} (honest {})", it.level.name(), it.level.honest_range()),
        score: it.score,
        questions: it.answers,
    };
    vec![
        Passage::ListHead("How certain you were".to_owned()),
        Passage::Tallies(all.iter().map(share).collect()),
        Passage::Aside(
            "The share that was right. Where it lies below the honest range, you were surer than you were right.",
        ),
    ]
}

fn scenarios(all: &[ScenarioLine]) -> Vec<Passage> {
    if all.is_empty() {
        return Vec::new();
    }
    let point = |it: &ScenarioLine| {
        let best = it.best_percent.map_or_else(String::new, |best| format!(", the best reasons earned {best} %"));
        format!("{}: played to an end {}{best}", it.title, count(it.ended, "time"))
    };
    vec![Passage::ListHead("Scenarios".to_owned()), Passage::Points(all.iter().map(point).collect())]
}
