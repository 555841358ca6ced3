//! A scenario as lines: the scene, the reason, what came of it, and the debrief.

use super::case;
use super::error::quietly;
use super::passage;
use super::session::Session;
use super::text;
use super::wording::count;
use super::{Console, Outcome, PlainError};
use crate::course::Course;
use crate::course::model::{Choice, Echo, Id, Reason, Scenario};
use crate::pages::debrief;
use crate::store::Store;
use crate::study::event::{EventKind, RunId};
use crate::study::scenario::{Move, Play, Trace};
use crate::study::score::points;
use crate::study::time::Clock;

/// Plays `scenario` from where it was left; with none, asks which.
///
/// # Errors
/// When there is no such scenario, something could not be saved, or a line not be read or written.
pub fn scenario(
    course: &Course,
    store: &mut Store,
    scenario: Option<&Id>,
    clock: &dyn Fn() -> Clock,
    console: &mut Console<'_>,
) -> Result<Outcome, PlainError> {
    quietly(chosen(Session { course, store, clock, console }, scenario))
}

fn chosen(mut session: Session<'_, '_>, scenario: Option<&Id>) -> Result<Outcome, PlainError> {
    let course = session.course;
    let id = match scenario {
        Some(id) => id.clone(),
        None => match list(&mut session)? {
            Some(id) => id,
            None => return Ok(Outcome::Left),
        },
    };
    let it = course.scenario(&id).ok_or(PlainError::NoScenario(id))?;
    Playing { session, it, run: None, play: Play::default() }.through()
}

/// Which one. `None` leaves.
fn list(session: &mut Session<'_, '_>) -> Result<Option<Id>, PlainError> {
    let all = session.course.scenario_outlines();
    if all.is_empty() {
        session.console.say("This course has no scenarios.")?;
        return Ok(None);
    }
    let records = session.store.scenario_records()?;
    session.console.say("Scenarios: decide in a role, give your reason, and see what comes of it.")?;
    for (n, outline) in all.iter().enumerate() {
        let record = records.get(&outline.id);
        let best =
            record.and_then(|r| r.best).map(|b| format!(" Best reasons {} of {}.", points(b.points), points(b.of)));
        let open = record.filter(|r| r.open).map(|_| " Under way.".to_owned());
        let state: String = best.into_iter().chain(open).collect();
        session.console.say_after(
            &format!("{}. ", n + 1),
            &format!("{} ({} min). {}{state}", outline.title, outline.minutes, outline.role),
        )?;
    }
    let wish = ask(session.console, &format!("Type a number from 1 to {}; q leaves.", all.len()), all.len(), &[])?;
    Ok(if let Wish::Pick(at) = wish { Some(all[at].id.clone()) } else { None })
}

/// What a line asks for.
#[derive(Clone, Copy, PartialEq)]
enum Wish {
    Pick(usize),
    /// One of the words that may be typed here.
    Word(&'static str),
    Leave,
}

/// Asks for one of `n` or one of `words`, which may be shortened to their first letter. The end of input leaves.
fn ask(console: &mut Console<'_>, prompt: &str, n: usize, words: &[&'static str]) -> Result<Wish, PlainError> {
    loop {
        let Some(line) = console.ask(prompt)? else { return Ok(Wish::Leave) };
        let line = line.to_lowercase();
        if matches!(line.as_str(), "q" | "quit") {
            return Ok(Wish::Leave);
        }
        if let Some(word) = words.iter().find(|w| **w == line || !line.is_empty() && w.get(..1) == Some(&line)) {
            return Ok(Wish::Word(word));
        }
        if line.is_empty() && words.contains(&"") {
            return Ok(Wish::Word(""));
        }
        match line.parse::<usize>().ok().and_then(|number| number.checked_sub(1)).filter(|&at| at < n) {
            Some(at) => return Ok(Wish::Pick(at)),
            None if n > 0 => console.say(&format!("Type one number from 1 to {n}."))?,
            None => console.say("That is none of these.")?,
        }
    }
}

/// A scenario under way.
struct Playing<'a, 'c> {
    session: Session<'a, 'c>,
    it: &'a Scenario,
    run: Option<RunId>,
    play: Play,
}

const REWIND: &str = "rewind";
const BACK: &str = "back";
const ON: &str = "";

impl<'a> Playing<'a, '_> {
    fn through(mut self) -> Result<Outcome, PlainError> {
        self.begin()?;
        loop {
            let trace = self.play.trace(self.it);
            let went_on = if trace.scene().is_some() { self.scene(&trace)? } else { self.end()? };
            match went_on {
                After::On => {}
                After::Finished => return Ok(Outcome::Done),
                After::Left => {
                    self.session.console.say("Left. The scenario is kept and can be taken up again.")?;
                    return Ok(Outcome::Left);
                }
            }
        }
    }

    /// Takes the scenario up again, or opens it.
    fn begin(&mut self) -> Result<(), PlainError> {
        self.session.console.say(&format!("Scenario: {}, about {} min.", self.it.title, self.it.minutes))?;
        if let Some(left) = self.session.store.open_play(&self.it.id)? {
            (self.run, self.play) = (Some(left.run), Play::of(self.it, left.moves));
            let made = count(self.play.len(), "decision");
            return self.session.console.say(&format!("You go on after {made}."));
        }
        let (course, it) = (self.session.course, self.it);
        case::opening(self.session.console, course, it)?;
        let rules =
            "Each choice has its price, and none is perfect. What earns points is your reason: of three, one holds.";
        self.session.console.say(rules)?;
        let now = (self.session.clock)();
        self.run = Some(self.session.save(&now, EventKind::ScenarioStarted { scenario: it.id.clone() })?);
        Ok(())
    }

    /// A scene until it is decided.
    fn scene(&mut self, trace: &Trace<'a>) -> Result<After, PlainError> {
        let Some(scene) = trace.scene() else { return Ok(After::On) };
        let course = self.session.course;
        self.session.console.gap()?;
        self.session.console.say(&format!("Decision {}: {}", trace.steps.len() + 1, scene.title))?;
        text::say(self.session.console, course, scene.text.as_str())?;
        self.echoes(&trace.echoes)?;
        self.levels("Meters", &trace.levels, trace.steps.last().map(|s| s.after.as_slice()))?;
        self.options(scene.choices.iter().map(|c| c.text.as_str()))?;
        let words: &[&str] = if trace.steps.is_empty() { &[] } else { &[REWIND] };
        let rewind = if words.is_empty() { "" } else { " r goes back to an earlier decision;" };
        let n = scene.choices.len();
        match ask(
            self.session.console,
            &format!("What do you do? Type a number from 1 to {n};{rewind} q leaves."),
            n,
            words,
        )? {
            Wish::Pick(at) => self.reason(&scene.id, &scene.choices[at]),
            Wish::Word(_) => self.rewind(trace),
            Wish::Leave => Ok(After::Left),
        }
    }

    fn options<'t>(&mut self, texts: impl Iterator<Item = &'t str>) -> Result<(), PlainError> {
        let sign = |at: usize| (at + 1).to_string();
        case::options(self.session.console, self.session.course, sign, texts)
    }

    fn echoes(&mut self, echoes: &[&Echo]) -> Result<(), PlainError> {
        case::echoes(self.session.console, self.session.course, echoes)
    }

    fn levels(&mut self, name: &str, levels: &[i16], before: Option<&[i16]>) -> Result<(), PlainError> {
        case::levels(self.session.console, self.it, name, levels, before)
    }

    fn reason(&mut self, scene: &Id, choice: &Choice) -> Result<After, PlainError> {
        let course = self.session.course;
        self.session.console.gap()?;
        self.session.console.say(&format!("You choose: {}", text::inline(course, choice.text.as_str())))?;
        self.session.console.say(&format!("Its price: {}", text::inline(course, choice.cost.as_str())))?;
        self.options(choice.reasons.iter().map(|r| r.text.as_str()))?;
        let n = choice.reasons.len();
        match ask(
            self.session.console,
            &format!("Why? Type a number from 1 to {n}; b chooses again; q leaves."),
            n,
            &[BACK],
        )? {
            Wish::Pick(reason) => {
                self.make(Move::Decided { scene: scene.clone(), choice: choice.id.clone(), reason })?;
                self.outcome()
            }
            Wish::Word(_) => Ok(After::On),
            Wish::Leave => Ok(After::Left),
        }
    }

    /// Makes a move and saves it, and the end when it leads to one.
    fn make(&mut self, made: Move) -> Result<(), PlainError> {
        let (true, Some(run)) = (self.play.make(self.it, &made), self.run) else { return Ok(()) };
        let (now, score) = ((self.session.clock)(), self.play.score(self.it));
        self.session.save(&now, EventKind::ScenarioMoved { run, made, score })?;
        if let Some(ending) = self.play.trace(self.it).ending() {
            self.session.save(&now, EventKind::ScenarioEnded { run, ending: ending.id.clone(), score })?;
        }
        Ok(())
    }

    fn outcome(&mut self) -> Result<After, PlainError> {
        let trace = self.play.trace(self.it);
        let Some(step) = trace.steps.last() else { return Ok(After::On) };
        let course = self.session.course;
        self.session.console.gap()?;
        text::say(self.session.console, course, step.choice.outcome.as_str())?;
        self.levels("Meters", &step.after, Some(&step.before))?;
        let why = text::inline(course, step.reason.why.as_str());
        self.session.console.say(&format!("{} {why}", verdict(step.reason)))?;
        let best = step.choice.reasons.iter().find(|r| r.points == Reason::BEST && r.points > step.reason.points);
        if let Some(best) = best {
            let (text, why) = (text::inline(course, best.text.as_str()), text::inline(course, best.why.as_str()));
            self.session.console.say(&format!("Stronger: \"{text}\" {why}"))?;
        }
        let wish = ask(
            self.session.console,
            "An empty line goes on; r goes back to an earlier decision; q leaves.",
            0,
            &[ON, REWIND],
        )?;
        match wish {
            Wish::Word(REWIND) => self.rewind(&trace),
            Wish::Leave => Ok(if trace.scene().is_some() { After::Left } else { After::Finished }),
            Wish::Word(_) | Wish::Pick(_) => Ok(After::On),
        }
    }

    fn rewind(&mut self, trace: &Trace<'a>) -> Result<After, PlainError> {
        for (at, step) in trace.steps.iter().enumerate() {
            let chosen = text::inline(self.session.course, step.choice.text.as_str());
            self.session.console.say_after(
                &format!("{}. ", at + 1),
                &format!("{} You chose: {chosen}", passage::stopped(step.scene.title.as_str())),
            )?;
        }
        let n = trace.steps.len();
        let which = if n > 1 { format!("a number from 1 to {n}") } else { "1".to_owned() };
        let prompt = format!("Go back to which decision? Type {which}; b stays; q leaves.");
        match ask(self.session.console, &prompt, n, &[BACK])? {
            Wish::Pick(to) => self.make(Move::Rewound { to })?,
            Wish::Word(_) => {}
            Wish::Leave => return Ok(After::Left),
        }
        Ok(After::On)
    }

    /// The ending and the debrief.
    fn end(&mut self) -> Result<After, PlainError> {
        let trace = self.play.trace(self.it);
        let course = self.session.course;
        self.session.console.gap()?;
        passage::say(self.session.console, course, &debrief::of_play(course, self.it, &self.play))?;
        let wish = ask(self.session.console, "An empty line ends; r takes another road.", 0, &[ON, REWIND])?;
        if wish == Wish::Word(REWIND) { self.rewind(&trace) } else { Ok(After::Finished) }
    }
}

/// What a page led to.
enum After {
    On,
    Finished,
    Left,
}

fn verdict(reason: &Reason) -> &'static str {
    match reason.points {
        0 => "Your reason does not hold, 0 of 2 points.",
        1 => "Your reason holds in part, 1 of 2 points.",
        _ => "Your reason holds, 2 of 2 points.",
    }
}
