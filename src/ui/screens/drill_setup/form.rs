//! What the teacher has chosen so far. It holds what every way of playing may want, so that changing the way and back
//! loses nothing; [`ChosenPlan::plan`] keeps what counts.

use crate::course::Course;
use crate::course::model::{Id, Kind, Question};
use crate::study::drill::{
    Mode, Penalty, Plan, QuestionPlan, Scoring, SetupError, Speed, Streak, Team, USUAL_TARGET_PERCENT,
};
use crate::study::item::Item;

/// Per cent of the points that a class is asked to reach, unless the teacher says otherwise.
const USUAL_TARGET: u8 = USUAL_TARGET_PERCENT;
/// Seconds between a question's clock and the next question: reading it out, the reveal, the reason.
const AROUND_S: usize = 40;
/// Seconds a question takes without a clock.
const UNTIMED_S: usize = 45;
/// Seconds of arguing between two votes.
const ARGUING_S: usize = 120;

/// Ways to play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Game {
    Buzzer,
    Turns,
    Together,
    Argue,
    Class,
    Scenario,
}

impl Game {
    pub(super) const ALL: [Self; 6] =
        [Self::Together, Self::Turns, Self::Buzzer, Self::Argue, Self::Class, Self::Scenario];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Buzzer => "buzzer",
            Self::Turns => "in turn",
            Self::Together => "all together",
            Self::Argue => "argue and vote again",
            Self::Class => "the class against a target",
            Self::Scenario => "a scenario by vote",
        }
    }

    /// The way in a line.
    pub(super) const fn says(self) -> &'static str {
        match self {
            Self::Buzzer => "The first team to press answers; a miss opens it to all.",
            Self::Turns => "Each question goes to one team; if missed, it passes on.",
            Self::Together => "Every team answers at once; you enter what they hold up.",
            Self::Argue => "Vote by show of hands, argue, vote again. No points.",
            Self::Class => "Every team answers; all points are one score against a target.",
            Self::Scenario => "The class decides by show of hands at each scene. No points.",
        }
    }
}

/// What is chosen so far.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ChosenPlan {
    pub game: Game,
    /// Its mode is not looked at: [`ChosenPlan::game`] says it.
    pub questions: QuestionPlan,
    pub target_percent: u8,
    /// `None` in a course without scenarios.
    pub scenario: Option<Id>,
    pub teams: Vec<Team>,
}

/// The questions to draw from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Supply {
    /// Questions that suit the way of playing.
    pub suited: usize,
    /// Those left out: the word on them, their kinds, their number.
    pub out: Vec<(&'static str, Vec<Kind>, usize)>,
}

impl ChosenPlan {
    pub(super) fn new(plan: Plan, teams: Vec<Team>, course: &Course) -> Self {
        let scenario = course.scenario_outlines().first().map(|o| o.id.clone());
        let mut form = Self {
            game: Game::Together,
            questions: QuestionPlan::usual(),
            target_percent: USUAL_TARGET,
            scenario,
            teams,
        };
        form.take(plan, course);
        form
    }

    /// Takes `plan` over. Returns the word on what the course no longer has of it.
    pub(super) fn take(&mut self, plan: Plan, course: &Course) -> Option<&'static str> {
        match plan {
            Plan::Scenario(id) if course.scenario(&id).is_some() => {
                (self.game, self.scenario) = (Game::Scenario, Some(id));
                None
            }
            Plan::Scenario(_) => Some("The course no longer has this scenario."),
            Plan::Questions(mut plan) => {
                let named = plan.lessons.len() + plan.only.len();
                plan.lessons.retain(|id| course.outline(id).is_some());
                plan.only.retain(|id| course.practice_question(id).is_some());
                self.game = self.game_of(plan.mode);
                let lost = plan.lessons.len() + plan.only.len() < named;
                self.questions = plan;
                lost.then_some("The course no longer has all of these lessons or questions: look at the row From.")
            }
        }
    }

    fn game_of(&mut self, mode: Mode) -> Game {
        match mode {
            Mode::Buzzer => Game::Buzzer,
            Mode::Turns => Game::Turns,
            Mode::Together => Game::Together,
            Mode::Argue => Game::Argue,
            Mode::Class { target_percent } => {
                self.target_percent = target_percent;
                Game::Class
            }
        }
    }

    /// How questions are played; all together while a scenario is.
    pub(super) fn mode(&self) -> Mode {
        match self.game {
            Game::Buzzer => Mode::Buzzer,
            Game::Turns => Mode::Turns,
            Game::Together | Game::Scenario => Mode::Together,
            Game::Argue => Mode::Argue,
            Game::Class => Mode::Class { target_percent: self.target_percent },
        }
    }

    /// The plan, without what this way of playing does not know.
    pub(super) fn plan(&self) -> Plan {
        match (self.game, &self.scenario) {
            (Game::Scenario, Some(id)) => Plan::Scenario(id.clone()),
            _ => Plan::Questions(QuestionPlan {
                mode: self.mode(),
                scoring: self.scoring(),
                round: self.questions.round.filter(|_| self.has_points()),
                ..self.questions.clone()
            }),
        }
    }

    /// Whether answers earn points.
    pub(super) fn has_points(&self) -> bool {
        !matches!(self.game, Game::Argue | Game::Scenario)
    }

    /// Why speed can earn nothing; `None` when it can.
    pub(super) fn no_speed(&self) -> Option<SetupError> {
        if !self.mode().times_teams() {
            Some(SetupError::SpeedOfTheTeacher)
        } else if self.questions.timer_s.is_none() {
            Some(SetupError::SpeedWithoutClock)
        } else {
            None
        }
    }

    /// The rule as it will be played.
    pub(super) fn scoring(&self) -> Scoring {
        match self.questions.scoring {
            _ if !self.has_points() => Scoring::default(),
            chosen if self.no_speed().is_some() => Scoring { speed: None, ..chosen },
            chosen => chosen,
        }
    }

    /// The options of the rule, in a few words.
    pub(super) fn extras(&self) -> String {
        let Scoring { speed, streak, penalty } = self.scoring();
        let said: Vec<String> = [
            speed.map(|s| format!("speed {}", speed_says(s))),
            streak.map(|s| format!("streak {}", streak_says(s))),
            penalty.map(|p| format!("penalty {}", penalty_says(p))),
        ]
        .into_iter()
        .flatten()
        .collect();
        if said.is_empty() { "none".to_owned() } else { said.join(" · ") }
    }

    pub(super) fn supply(&self, course: &Course) -> Supply {
        let (mode, plan) = (self.mode(), &self.questions);
        let chosen = course.outlines().iter().filter(|o| plan.lessons.is_empty() || plan.lessons.contains(&o.id));
        if plan.only.is_empty() && mode.asks_all() {
            return Supply { suited: chosen.map(|o| o.questions).sum(), out: Vec::new() };
        }
        let all = chosen.filter_map(|o| course.bank(&o.id)).flat_map(|b| b.questions.iter().map(|q| (&b.lesson, q)));
        let all = all.filter(|(_, q)| !q.reserve);
        let only = plan.only.iter().filter_map(|id| course.practice_question(id));
        let asked: Vec<(&Id, &Question)> = if plan.only.is_empty() { all.collect() } else { only.collect() };
        let items = asked.into_iter().map(|(lesson, question)| Item::written(course, lesson, question));
        items.fold(Supply::default(), |supply, item| supply.with(item.kind, mode.leaves_out(&item.form)))
    }

    /// About how long `asked` questions take, in minutes.
    pub(super) fn minutes(&self, asked: usize) -> usize {
        let clock = self.questions.timer_s.map_or(UNTIMED_S, usize::from);
        let each = if self.game == Game::Argue { 2 * clock + ARGUING_S } else { clock };
        (asked * (each + AROUND_S)).div_ceil(60)
    }
}

impl Supply {
    fn with(mut self, kind: Kind, why: Option<&'static str>) -> Self {
        let Some(why) = why else {
            self.suited += 1;
            return self;
        };
        match self.out.iter_mut().find(|(w, ..)| *w == why) {
            Some((_, kinds, n)) => {
                *n += 1;
                if !kinds.contains(&kind) {
                    kinds.push(kind);
                }
            }
            None => self.out.push((why, vec![kind], 1)),
        }
        self
    }

    /// What is left out and why; `None` when nothing is.
    pub(super) fn left_out(&self) -> Option<String> {
        let said = |(why, kinds, n): &(&str, Vec<Kind>, usize)| {
            let kinds: Vec<&str> = kinds.iter().map(|k| k.name()).collect();
            format!("{n} {} ({}): {why}", if *n == 1 { "question" } else { "questions" }, kinds.join(", "))
        };
        let parts: Vec<String> = self.out.iter().map(said).collect();
        (!parts.is_empty()).then(|| format!("Left out: {}.", parts.join("; ")))
    }
}

pub(super) fn speed_says(speed: Speed) -> String {
    format!("up to +{} %", speed.percent)
}

pub(super) fn streak_says(streak: Streak) -> String {
    format!("+{} from {} in a row", streak.points, streak.from)
}

pub(super) fn penalty_says(penalty: Penalty) -> String {
    format!("−{} %", penalty.percent)
}
