//! Every way through a scenario, walked: at most three to the power of five.

use std::collections::HashSet;

use super::OPTIONS;
use crate::course::check::survey::place;
use crate::course::files::File;
use crate::course::finding::{Finding, Location};
use crate::course::locate;
use crate::course::model::{At, Choice, Echo, Id, Meter, Scenario, Scene};

/// Decisions on a way.
const SHORTEST: usize = 4;
const LONGEST: usize = 5;

pub(super) fn check(file: &File, scenario: &Scenario) -> Vec<Finding> {
    let Some(first) = scenario.scenes.first() else {
        let at = locate::item(file, &scenario.id);
        return vec![
            Finding::error("scenario", at, "a scenario without a scene cannot be played")
                .help("write at least four scenes"),
        ];
    };
    // More choices than there may be are reported elsewhere; walking them all could take too long.
    if scenario.scenes.iter().any(|s| s.choices.len() > OPTIONS) {
        return Vec::new();
    }
    let mut walker =
        Walker { file, scenario, way: Vec::new(), reached: HashSet::new(), heard: HashSet::new(), found: Vec::new() };
    walker.come(At::Scene(first), scenario.start());
    walker.left_over();
    walker.found
}

struct Walker<'a> {
    file: &'a File,
    scenario: &'a Scenario,
    way: Vec<(&'a Scene, &'a Choice)>,
    /// Scenes and endings.
    reached: HashSet<&'a Id>,
    /// Where an echo was heard, and the choice it comes from.
    heard: HashSet<(&'a Id, &'a Id)>,
    found: Vec<Finding>,
}

impl<'a> Walker<'a> {
    fn come(&mut self, at: At<'a>, mut levels: Vec<i16>) {
        self.reached.insert(at.id());
        let taken = |id: &Id| self.way.iter().any(|(_, c)| &c.id == id);
        let heard: Vec<&Echo> = at.echoes().iter().filter(|e| taken(&e.if_taken)).collect();
        for echo in heard {
            self.heard.insert((at.id(), &echo.if_taken));
            levels = self.scenario.moved(&levels, &echo.effects);
            if !echo.effects.is_empty() {
                self.in_range(&levels, at.id());
            }
        }
        match at {
            At::Scene(scene) => self.decide(scene, &levels),
            At::End(ending) => self.end(&ending.id),
        }
    }

    fn decide(&mut self, scene: &'a Scene, levels: &[i16]) {
        if self.way.iter().any(|(s, _)| s.id == scene.id) {
            return self.say(
                &scene.id,
                "comes back to this scene: a path through a scenario must not loop",
                "lead it to another scene or to an ending",
            );
        }
        if self.way.len() >= LONGEST {
            return self.say(&scene.id, "has more than five decisions", "lead it to an ending before this scene");
        }
        for choice in &scene.choices {
            self.way.push((scene, choice));
            let after = self.scenario.moved(levels, &choice.effects);
            self.in_range(&after, &choice.id);
            if let Some(next) = self.scenario.follow(&choice.then) {
                self.come(next, after);
            }
            self.way.pop();
        }
    }

    fn end(&mut self, ending: &Id) {
        if self.way.len() < SHORTEST {
            self.say(ending, "ends here after fewer than four decisions", "lead it through more scenes");
        }
    }

    fn in_range(&mut self, levels: &[i16], item: &Id) {
        let most = Meter::MOST;
        for (meter, &level) in self.scenario.meters.iter().zip(levels).filter(|(_, level)| !(0..=most).contains(*level))
        {
            self.say(
                item,
                &format!("takes the meter `{}` to {level}", meter.id),
                "meters stay between 0 and 10: change the effects or the start",
            );
        }
    }

    /// Says what the present way does, once for each item and kind of trouble.
    fn say(&mut self, item: &Id, what: &str, help: &str) {
        let place = locate::item(self.file, item);
        let known = |f: &Finding| f.place == place && f.help == help;
        if !self.found.iter().any(known) {
            let way: Vec<&str> = self.way.iter().map(|(_, c)| c.id.as_str()).collect();
            self.push(place, format!("the path {} {what}", way.join(" → ")), help);
        }
    }

    fn push(&mut self, place: Location, message: String, help: &str) {
        self.found.push(Finding::error("scenario", place, message).help(help));
    }

    /// What no way came to.
    fn left_over(&mut self) {
        let scenario = self.scenario;
        let stops = scenario.scenes.iter().map(At::Scene).chain(scenario.endings.iter().map(At::End));
        for at in stops {
            if self.reached.contains(at.id()) {
                self.unheard(at);
            } else {
                let message = format!("no path leads to `{}`", at.id());
                self.push(locate::item(self.file, at.id()), message, "let a choice lead here, or remove it");
            }
        }
    }

    fn unheard(&mut self, at: At<'a>) {
        for echo in at.echoes().iter().filter(|e| !self.heard.contains(&(at.id(), &e.if_taken))).collect::<Vec<_>>() {
            let place = place(self.file, at.id(), &format!("\"{}\"", echo.if_taken));
            let message = format!("no path that takes `{}` reaches `{}`: this is never shown", echo.if_taken, at.id());
            self.push(place, message, "name a choice on a path to here");
        }
    }
}
