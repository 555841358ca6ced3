//! A scenario as lines: the scene, the reason, what came of it, and the debrief.

use std::ops::ControlFlow::{self, Break, Continue};

use super::error::ended;
use super::passage;
use super::scenario_lines;
use super::session::Session;
use super::text;
use super::{Outcome, PlainError};
use crate::course::model::{Choice, Echo, Id, Reason, Scenario};
use crate::course::wording::count;
use crate::pages::debrief;
use crate::study::event::EventKind;
use crate::study::scenario::{Move, Trace};
use crate::study::score::points;
use crate::study::session::ScenarioSession;

/// Plays `scenario` from where it was left; with none, asks which.
///
/// # Errors
/// When there is no such scenario, something could not be saved, or a line not be read or written.
pub fn scenario(session: Session<'_>, scenario: Option<&Id>) -> Result<Outcome, PlainError> {
    ended(chosen(session, scenario))
}

fn chosen(mut session: Session<'_>, scenario: Option<&Id>) -> Result<Outcome, PlainError> {
    let id = match scenario {
        Some(id) => id.clone(),
        None => list(&mut session)?,
    };
    let written = session.course.scenario(&id).ok_or(PlainError::NoScenario(id))?;
    let (play, resumed) = if let Some(left) = session.store.open_play(&written.id)? {
        let (play, ended) = ScenarioSession::resume(written, left);
        (play, Resumed::From { unsaved_end: ended })
    } else {
        let seed = session.seed.unwrap_or_else(|| session.now().new_seed());
        (ScenarioSession::new(written, seed), Resumed::New)
    };
    let order = play.shown();
    Playing { session, it: &order.shown, play }.run(resumed)
}

/// Which one.
fn list(session: &mut Session<'_>) -> Result<Id, PlainError> {
    let all = session.course.scenario_outlines();
    if all.is_empty() {
        session.say("This course has no scenarios.")?;
        return Err(PlainError::Left);
    }
    let records = session.store.scenario_records()?;
    session.say("Scenarios: decide in a role, give your reason, and see what comes of it.")?;
    for (n, outline) in all.iter().enumerate() {
        let record = records.get(&outline.id);
        let best =
            record.and_then(|r| r.best).map(|b| format!(" Best reasons {} of {}.", points(b.points), points(b.of)));
        let open = record.filter(|r| r.open).map(|_| " In progress.".to_owned());
        let state: String = best.into_iter().chain(open).collect();
        session.say_after(
            &format!("{}. ", n + 1),
            &format!("{} ({} min). {}{state}", outline.title, outline.minutes, outline.role),
        )?;
    }
    match ask(session, &format!("Type a number from 1 to {}; q leaves.", all.len()), all.len(), &[])? {
        Selection::Number(at) => Ok(all[at].id.clone()),
        Selection::Word(_) => Err(PlainError::Left),
    }
}

/// What was typed.
#[derive(Clone, Copy, PartialEq)]
enum Selection {
    /// The place of a number, from 0.
    Number(usize),
    /// One of the words that may be typed here.
    Word(&'static str),
}

/// Asks for one of `n` or one of `words`, which may be shortened to their first letter.
fn ask(session: &mut Session<'_>, prompt: &str, n: usize, words: &[&'static str]) -> Result<Selection, PlainError> {
    loop {
        let line = session.ask_or_look_up(prompt)?.to_lowercase();
        if matches!(line.as_str(), "q" | "quit") {
            return Err(PlainError::Left);
        }
        if let Some(word) = words.iter().find(|w| **w == line || !line.is_empty() && w.get(..1) == Some(&line)) {
            return Ok(Selection::Word(word));
        }
        if line.is_empty() && words.contains(&"") {
            return Ok(Selection::Word(""));
        }
        match line.parse::<usize>().ok().and_then(|number| number.checked_sub(1)).filter(|&at| at < n) {
            Some(at) => return Ok(Selection::Number(at)),
            None if n > 0 => session.say(&format!("Type one number from 1 to {n}."))?,
            None => session.say("That is not one of these.")?,
        }
    }
}

/// Whether the play goes on after a page, or was played to its end.
type Played = Result<ControlFlow<()>, PlainError>;

/// A scenario under way.
struct Playing<'a, 's> {
    session: Session<'s>,
    it: &'a Scenario,
    play: ScenarioSession,
}

const REWIND: &str = "rewind";
const BACK: &str = "back";
const ON: &str = "";

/// Whether a play was begun before.
enum Resumed {
    New,
    /// With its end, when that was not saved.
    From {
        unsaved_end: Option<EventKind>,
    },
}

impl<'a> Playing<'a, '_> {
    fn run(mut self, resumed: Resumed) -> Result<Outcome, PlainError> {
        self.begin(resumed)?;
        match self.play() {
            Err(PlainError::Left) => {
                self.session.say("Left. The scenario is saved and can be resumed.")?;
                Ok(Outcome::Left)
            }
            played => played.map(|()| Outcome::Done),
        }
    }

    /// Scene after scene, until the debrief is left.
    fn play(&mut self) -> Result<(), PlainError> {
        loop {
            let trace = self.play.play().trace(self.it);
            let played = if trace.scene().is_some() { self.scene(&trace)? } else { self.end()? };
            if played.is_break() {
                return Ok(());
            }
        }
    }

    /// Takes the scenario up again, or opens it.
    fn begin(&mut self, resumed: Resumed) -> Result<(), PlainError> {
        self.session.say(&format!("Scenario: {}, about {} min.", self.it.title, self.it.minutes))?;
        if let Resumed::From { unsaved_end } = resumed {
            if let Some(ended) = unsaved_end {
                self.session.save(&self.session.now(), ended)?;
            }
            let made = count(self.play.play().len(), "decision");
            return self.session.say(&format!("Resuming after {made}."));
        }
        let (course, it) = (self.session.course, self.it);
        scenario_lines::opening(&mut self.session.console, course, it)?;
        let rules =
            "Each choice has its price, and none is perfect. What earns points is your reason: of three, one holds.";
        self.session.say(rules)?;
        let run = self.session.save(&self.session.now(), self.play.start())?;
        self.play.started(run);
        Ok(())
    }

    /// A scene until it is decided.
    fn scene(&mut self, trace: &Trace<'a>) -> Played {
        let Some(scene) = trace.scene() else { return Ok(Continue(())) };
        self.session.gap()?;
        self.session.say(&format!("Decision {}: {}", trace.steps.len() + 1, scene.title))?;
        self.session.say_text(scene.text.as_str())?;
        self.echoes(&trace.echoes)?;
        self.levels("Meters", &trace.levels, trace.steps.last().map(|s| s.after.as_slice()))?;
        self.options(scene.choices.iter().map(|c| c.text.as_str()))?;
        let words: &[&str] = if trace.steps.is_empty() { &[] } else { &[REWIND] };
        let rewind = if words.is_empty() { "" } else { " r goes back to an earlier decision;" };
        let n = scene.choices.len();
        match ask(
            &mut self.session,
            &format!("What do you do? Type a number from 1 to {n};{rewind} q leaves."),
            n,
            words,
        )? {
            Selection::Number(at) => self.reason(&scene.id, &scene.choices[at]),
            Selection::Word(_) => self.rewind(trace),
        }
    }

    fn options<'t>(&mut self, texts: impl Iterator<Item = &'t str>) -> Result<(), PlainError> {
        let sign = |at: usize| (at + 1).to_string();
        scenario_lines::options(&mut self.session.console, self.session.course, sign, texts)
    }

    fn echoes(&mut self, echoes: &[&Echo]) -> Result<(), PlainError> {
        scenario_lines::echoes(&mut self.session.console, self.session.course, echoes)
    }

    fn levels(&mut self, name: &str, levels: &[i16], before: Option<&[i16]>) -> Result<(), PlainError> {
        scenario_lines::levels(&mut self.session.console, self.it, name, levels, before)
    }

    fn reason(&mut self, scene: &Id, choice: &Choice) -> Played {
        self.session.gap()?;
        self.session.say(&format!("You choose: {}", self.session.inline(choice.text.as_str())))?;
        self.session.say(&format!("Its price: {}", self.session.inline(choice.cost.as_str())))?;
        self.options(choice.reasons.iter().map(|r| r.text.as_str()))?;
        let n = choice.reasons.len();
        match ask(
            &mut self.session,
            &format!("Why? Type a number from 1 to {n}; b chooses again; q leaves."),
            n,
            &[BACK],
        )? {
            Selection::Number(reason) => {
                self.make(Move::Decided { scene: scene.clone(), choice: choice.id.clone(), reason })?;
                self.outcome()
            }
            Selection::Word(_) => Ok(Continue(())),
        }
    }

    /// Makes a move and saves it, and the end when it leads to one.
    fn make(&mut self, made: Move) -> Result<(), PlainError> {
        let now = self.session.now();
        for what in self.play.make(&made) {
            self.session.save(&now, what)?;
        }
        Ok(())
    }

    fn outcome(&mut self) -> Played {
        let trace = self.play.play().trace(self.it);
        let Some(step) = trace.steps.last() else { return Ok(Continue(())) };
        self.session.gap()?;
        self.session.say_text(step.choice.outcome.as_str())?;
        self.levels("Meters", &step.after, Some(&step.before))?;
        let why = self.session.inline(step.reason.why.as_str());
        self.session.say(&format!("{} {why}", verdict(step.reason)))?;
        let best = step.choice.reasons.iter().find(|r| r.points == Reason::BEST && r.points > step.reason.points);
        if let Some(best) = best {
            let (text, why) = (self.session.inline(best.text.as_str()), self.session.inline(best.why.as_str()));
            self.session.say(&format!("Stronger: \"{text}\" {why}"))?;
        }
        let prompt = "Press Enter to continue; r goes back to an earlier decision, q leaves.";
        match ask(&mut self.session, prompt, 0, &[ON, REWIND]) {
            // After the last decision there is nothing to come back to.
            Err(PlainError::Left) if trace.scene().is_none() => Ok(Break(())),
            Err(error) => Err(error),
            Ok(Selection::Word(REWIND)) => self.rewind(&trace),
            Ok(Selection::Word(_) | Selection::Number(_)) => Ok(Continue(())),
        }
    }

    fn rewind(&mut self, trace: &Trace<'a>) -> Played {
        for (at, step) in trace.steps.iter().enumerate() {
            let chosen = self.session.inline(step.choice.text.as_str());
            self.session.say_after(
                &format!("{}. ", at + 1),
                &format!("{} You chose: {chosen}", text::stopped(step.scene.title.as_str())),
            )?;
        }
        let n = trace.steps.len();
        let which = if n > 1 { format!("a number from 1 to {n}") } else { "1".to_owned() };
        let prompt = format!("Go back to which decision? Type {which}; b stays; q leaves.");
        match ask(&mut self.session, &prompt, n, &[BACK])? {
            Selection::Number(to) => self.make(Move::Rewound { to })?,
            Selection::Word(_) => {}
        }
        Ok(Continue(()))
    }

    /// The ending and the debrief.
    fn end(&mut self) -> Played {
        let trace = self.play.play().trace(self.it);
        let course = self.session.course;
        self.session.gap()?;
        passage::say(&mut self.session.console, course, &debrief::of_play(course, self.it, self.play.play()))?;
        match ask(&mut self.session, "Press Enter to end; r takes another route.", 0, &[ON, REWIND]) {
            Ok(Selection::Word(REWIND)) => self.rewind(&trace),
            Ok(Selection::Word(_) | Selection::Number(_)) | Err(PlainError::Left) => Ok(Break(())),
            Err(error) => Err(error),
        }
    }
}

fn verdict(reason: &Reason) -> &'static str {
    match reason.points {
        0 => "Your reason does not hold, 0 of 2 points.",
        1 => "Your reason holds in part, 1 of 2 points.",
        _ => "Your reason holds, 2 of 2 points.",
    }
}
