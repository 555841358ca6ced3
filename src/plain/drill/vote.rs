//! A scenario played by vote: scenes, decisions and the debrief.

use super::Drilling;
use super::hands::numbers;
use crate::course::model::Scenario;
use crate::pages::debrief;
use crate::plain::{PlainError, passage, scenario_lines, text};
use crate::study::drill::{Decision, Drill, letter};
use crate::study::scenario::{ClassStep, ClassTrace, follow};
use crate::study::session::drill::{Decided, HandCount};

impl Drilling<'_> {
    /// The scenario with its choices in the order in which the class votes on them, if the course still has it.
    fn case(&self) -> Option<Scenario> {
        match self.room().setup().drill() {
            Drill::Scenario(road) => self.session.course.scenario(&road.scenario).map(|it| road.arranged(it)),
            Drill::Questions(_) => None,
        }
    }

    fn trace<'s>(&self, it: &'s Scenario) -> ClassTrace<'s> {
        follow(it, self.room().road().iter().map(|d| (&d.scene, &d.choice)))
    }

    /// What came of the last decision, or who the class is; then the scene with its choices.
    pub(super) fn scene(&mut self) -> Result<(), PlainError> {
        let Some(it) = &self.case() else { return self.say("The course no longer has this scenario.") };
        let (course, trace) = (self.session.course, self.trace(it));
        let Some(scene) = trace.scene() else { return Ok(()) };
        if trace.steps.is_empty() {
            scenario_lines::opening(&mut self.session.console, course, it)?;
            self.say("The class decides by vote. Each choice has its price, and none is perfect.")?;
        } else {
            self.outcome(it, &trace)?;
        }
        let console = &mut self.session.console;
        console.gap()?;
        console.say(&format!("Decision {}: {}", trace.steps.len() + 1, scene.title))?;
        text::say(console, course, scene.text.as_str())?;
        scenario_lines::echoes(console, course, &trace.echoes)?;
        scenario_lines::levels(console, it, "Meters", &trace.levels, None)?;
        scenario_lines::options(
            console,
            course,
            |at| letter(at).to_string(),
            scene.choices.iter().map(|c| c.text.as_str()),
        )
    }

    /// What the class chose, its price, the hands, and what came of it.
    fn outcome(&mut self, it: &Scenario, trace: &ClassTrace<'_>) -> Result<(), PlainError> {
        let (Some(step), Some(made)) = (trace.steps.last(), self.room().road().last().cloned()) else { return Ok(()) };
        let course = self.session.course;
        self.say(&chosen(&text::inline(course, step.choice.text.as_str()), step, &made))?;
        self.say(&format!("Its price: {}", text::inline(course, step.choice.cost.as_str())))?;
        text::say(&mut self.session.console, course, step.choice.outcome.as_str())?;
        scenario_lines::levels(&mut self.session.console, it, "Meters", &step.after, Some(&step.before))
    }

    /// The ending, the roads taken and not taken, and the literature.
    pub(super) fn debrief(&mut self) -> Result<(), PlainError> {
        let Some(it) = &self.case() else { return Ok(()) };
        let (course, trace) = (self.session.course, self.trace(it));
        self.outcome(it, &trace)?;
        self.session.gap()?;
        let passages = debrief::of_class(course, it, &trace, self.room().road());
        passage::say(&mut self.session.console, course, &passages)
    }

    fn decide_by_seats(&mut self) -> Result<(), PlainError> {
        let now = self.session.now();
        match self.host.decide_by_seats(&now) {
            Some(taken) => self.keep(&now, taken).map(|_| ()),
            None => self.say("No choice has the most votes: wait for more, or type the letter of one."),
        }
    }

    /// A line at a scene: a letter, or hands.
    pub(super) fn decide(&mut self, line: &str) -> Result<(), PlainError> {
        if self.are_pupils(line) {
            return match self.host.fill_pupils(line) {
                Ok(()) => self.decided(),
                Err(why) => self.say(&why),
            };
        }
        if line.is_empty() && self.host.seat_link().is_some() {
            return self.decide_by_seats();
        }
        let Some(count) = self.host.pending().count() else { return Ok(()) };
        let n = count.options();
        let named = (0..n).find(|&at| line.eq_ignore_ascii_case(&letter(at).to_string()));
        let open = |at: &usize| !count.is_tied() || count.leaders().contains(at);
        match (named.filter(open), numbers(line).filter(|hands| hands.len() == n)) {
            (Some(at), _) => self.host.point(at),
            (None, Some(hands)) if hands.iter().all(|&n| n == 0) => {
                return self.say("Nobody raised a hand. Type a letter when the class just says it.");
            }
            (None, Some(hands)) => {
                self.host.fill(&hands);
            }
            (None, None) => {
                return self.say(&format!("Type one letter, or {n} numbers with blanks between. undo forgets hands."));
            }
        }
        self.decided()
    }

    fn decided(&mut self) -> Result<(), PlainError> {
        let now = self.session.now();
        match self.host.decide(&now) {
            Decided::Made(taken) => {
                if !self.keep(&now, taken)? {
                    self.host.clear_hands();
                }
            }
            Decided::Tie | Decided::CountOn => {}
        }
        Ok(())
    }
}

/// What is asked for at a scene.
pub(super) fn prompt(count: &HandCount) -> String {
    if count.is_tied() {
        return format!("A tie. Type the letter that is chosen: {}.", letters(&count.leaders(), " or "));
    }
    let all: Vec<usize> = (0..count.options()).collect();
    format!("What does the class choose? Type its letter, or the hands for {} in one line.", letters(&all, ", "))
}

/// "The class chose B: Shut it. Hands: A 3, B 7."
fn chosen(text: &str, step: &ClassStep<'_>, made: &Decision) -> String {
    let at = step.scene.choices.iter().position(|c| c.id == step.choice.id).unwrap_or(0);
    let hands: Vec<String> = made.hands.iter().enumerate().map(|(at, n)| format!("{} {n}", letter(at))).collect();
    let hands = if hands.is_empty() { String::new() } else { format!(" Hands: {}.", hands.join(", ")) };
    format!("The class chose {}: {text}{hands}", letter(at))
}

fn letters(places: &[usize], between: &str) -> String {
    places.iter().map(|&at| letter(at).to_string()).collect::<Vec<_>>().join(between)
}
