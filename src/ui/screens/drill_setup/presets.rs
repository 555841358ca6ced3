//! The page of what was kept under a name, teams or sets, and keeping more.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::field::Field;
use super::form::Form;
use super::page::{Drawn, Note, Page, Turn};
use super::teams::TeamsPage;
use crate::course::Course;
use crate::store::{Kept, Store, StoreError};
use crate::study::drill::{Plan, Team};
use crate::study::event::{EventId, EventKind};
use crate::study::names::{MAX_COLUMNS, Name};
use crate::ui::context::Context;
use crate::ui::frame::shortened;
use crate::ui::keys::{self, Binding, Chord, ENTER, ESC};

/// Everything that was kept, as it stands now.
#[derive(Default)]
pub struct Cupboard {
    pub teams: Vec<Kept<Vec<Team>>>,
    pub plans: Vec<Kept<Plan>>,
}

/// A part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    Teams,
    Plans,
}

#[derive(Clone, Copy)]
pub enum Act {
    Up,
    Down,
    Take,
    Keep,
    Forget,
    Back,
}

/// The page.
pub struct KeptPage {
    shelf: Shelf,
    cursor: usize,
    naming: Option<Box<Field>>,
    /// It was opened to keep something, and closes when that is done.
    errand: bool,
}

impl Cupboard {
    pub fn read(store: &Store) -> Result<Self, StoreError> {
        Ok(Self { teams: store.kept_teams()?, plans: store.kept_plans()? })
    }

    /// Follows what was saved.
    pub fn saved(&mut self, what: &EventKind, event: EventId) {
        match what {
            EventKind::TeamsKept { name, teams } => {
                put(&mut self.teams, Kept { event, name: name.clone(), what: teams.clone() });
            }
            EventKind::PlanKept { name, plan } => {
                put(&mut self.plans, Kept { event, name: name.clone(), what: (**plan).clone() });
            }
            EventKind::Undone { event } => {
                self.teams.retain(|k| k.event != *event);
                self.plans.retain(|k| k.event != *event);
            }
            _ => {}
        }
    }

    /// Name and event of all on a shelf.
    fn on(&self, shelf: Shelf) -> Vec<(&Name, EventId)> {
        match shelf {
            Shelf::Teams => self.teams.iter().map(|k| (&k.name, k.event)).collect(),
            Shelf::Plans => self.plans.iter().map(|k| (&k.name, k.event)).collect(),
        }
    }

    /// The name under which `plan` is kept.
    pub fn name_of(&self, plan: &Plan) -> Option<&Name> {
        self.plans.iter().find(|k| &k.what == plan).map(|k| &k.name)
    }
}

fn put<T>(shelf: &mut Vec<Kept<T>>, kept: Kept<T>) {
    shelf.retain(|k| !k.name.is_like(&kept.name));
    shelf.push(kept);
    shelf.sort_by_key(|k| k.name.folded());
}

impl KeptPage {
    pub fn of(shelf: Shelf) -> Self {
        Self { shelf, cursor: 0, naming: None, errand: false }
    }

    /// Asks for the name at once.
    pub fn keeping(shelf: Shelf) -> Self {
        Self { naming: Some(Box::default()), errand: true, ..Self::of(shelf) }
    }

    pub fn is_typing(&self) -> bool {
        self.naming.is_some()
    }

    pub fn title(&self) -> &'static str {
        match self.shelf {
            Shelf::Teams => "kept teams",
            Shelf::Plans => "sets",
        }
    }

    pub fn bindings(&self) -> Vec<Binding<Act>> {
        let back = |does| Binding::new("Esc", does, &[ESC], Act::Back);
        if self.is_typing() {
            return vec![Binding::new("⏎", "keep", &[ENTER], Act::Keep), back("leave it")];
        }
        let moves = keys::up_down(Act::Up, Act::Down);
        vec![
            Binding::each("↑↓", "move", moves),
            Binding::new("⏎", "take", &[ENTER], Act::Take),
            Binding::new("w", "keep the present one", &[Chord::Char('w')], Act::Keep),
            Binding::new("x", "forget", &[Chord::Char('x'), Chord::Code(KeyCode::Delete)], Act::Forget),
            back("back"),
        ]
    }

    pub fn paste(&mut self, text: &str) {
        if let Some(field) = &mut self.naming {
            field.paste(text);
        }
    }

    pub fn key(&mut self, key: KeyEvent, form: &mut Form, cupboard: &Cupboard, course: &Course) -> Turn {
        let all = cupboard.on(self.shelf);
        let act = keys::action(&self.bindings(), key);
        match (act, &mut self.naming) {
            (Some(Act::Up), _) => self.cursor = self.cursor.checked_sub(1).unwrap_or(all.len().saturating_sub(1)),
            (Some(Act::Down), _) => self.cursor = (self.cursor + 1) % all.len().max(1),
            (Some(Act::Take), _) => return self.load(form, cupboard, course),
            (Some(Act::Keep), None) => self.naming = Some(Box::default()),
            (Some(Act::Keep), Some(_)) => return self.keep(form),
            (Some(Act::Forget), _) => {
                return all.get(self.cursor).map_or(Turn::Stay, |&(_, event)| Turn::save(EventKind::Undone { event }));
            }
            (Some(Act::Back), Some(_)) if !self.errand => self.naming = None,
            (Some(Act::Back), _) => return Turn::To(self.home()),
            (None, Some(field)) => field.key(key),
            (None, None) => {}
        }
        Turn::Stay
    }

    /// The page that this one was opened from.
    fn home(&self) -> Page {
        match self.shelf {
            Shelf::Teams => Page::Teams(TeamsPage::default()),
            Shelf::Plans => Page::Main,
        }
    }

    fn load(&self, form: &mut Form, cupboard: &Cupboard, course: &Course) -> Turn {
        match self.shelf {
            Shelf::Teams => {
                let Some(kept) = cupboard.teams.get(self.cursor) else { return Turn::Stay };
                form.teams.clone_from(&kept.what);
            }
            Shelf::Plans => {
                let Some(kept) = cupboard.plans.get(self.cursor) else { return Turn::Stay };
                if let Some(lost) = form.take(kept.what.clone(), course) {
                    return Turn::Back(self.home(), Note::Refused(lost.to_owned()));
                }
            }
        }
        Turn::To(self.home())
    }

    fn keep(&mut self, form: &Form) -> Turn {
        let name = match Name::new(self.naming.as_ref().map_or("", |f| f.value())) {
            Ok(name) => name,
            Err(why) => return Turn::refused(why),
        };
        self.naming = None;
        Turn::save(match self.shelf {
            Shelf::Teams => EventKind::TeamsKept { name, teams: form.teams.clone() },
            Shelf::Plans => EventKind::PlanKept { name, plan: Box::new(form.plan()) },
        })
    }

    /// What was saved here, in words, and whether the page is done with that.
    pub fn saved(&mut self, what: &EventKind) -> Turn {
        let said = match what {
            EventKind::TeamsKept { name, .. } | EventKind::PlanKept { name, .. } => format!("Kept as “{name}”."),
            EventKind::Undone { .. } => {
                self.cursor = self.cursor.saturating_sub(1);
                "Forgotten.".to_owned()
            }
            _ => return Turn::Stay,
        };
        if self.errand { Turn::Back(self.home(), Note::Said(said)) } else { Turn::Note(Note::Said(said)) }
    }

    pub fn draw(&self, form: &Form, cupboard: &Cupboard, context: &Context<'_>) -> Drawn {
        let theme = context.theme;
        let mut drawn = Drawn::default();
        if let Some(field) = &self.naming {
            let (text, column) = field.draw("", theme);
            drawn.caret = Some((0, 15 + column));
            drawn.push(Line::from([vec![Span::styled("   Keep it as: ", theme.text)], text].concat()), true);
            drawn
                .lines
                .extend([Line::styled(format!("   {}", self.now(form, context.course)), theme.dim), Line::default()]);
        }
        let all = cupboard.on(self.shelf);
        if all.is_empty() && self.naming.is_none() {
            let what = if self.shelf == Shelf::Teams { "No teams are kept yet" } else { "No set is kept yet" };
            drawn.lines.push(Line::styled(format!("   {what}: w keeps the present one under a name."), theme.dim));
        }
        for (i, (name, _)) in all.into_iter().enumerate() {
            let here = i == self.cursor && self.naming.is_none();
            let aside = match self.shelf {
                Shelf::Teams => cupboard.teams.get(i).map(|k| teams_say(&k.what)),
                Shelf::Plans => cupboard.plans.get(i).map(|k| plan_says(&k.what, context.course)),
            };
            drawn.push(line(name, &aside.unwrap_or_default(), here, context), here);
        }
        drawn
    }

    /// What would be kept.
    fn now(&self, form: &Form, course: &Course) -> String {
        match self.shelf {
            Shelf::Teams => teams_say(&form.teams),
            Shelf::Plans => plan_says(&form.plan(), course),
        }
    }
}

fn line(name: &Name, aside: &str, here: bool, context: &Context<'_>) -> Line<'static> {
    let theme = context.theme;
    let (mark, style) = if here { ("▸", theme.focus) } else { (" ", theme.text) };
    let pad = " ".repeat((MAX_COLUMNS + 2).saturating_sub(name.as_str().width()));
    let aside = shortened(aside, context.width().saturating_sub(MAX_COLUMNS + 5));
    Line::from(vec![Span::styled(format!(" {mark} {name}{pad}"), style), Span::styled(aside, theme.dim)])
}

fn teams_say(teams: &[Team]) -> String {
    let names: Vec<&str> = teams.iter().map(|t| t.name.as_str()).collect();
    let people: usize = teams.iter().map(|t| t.members.len()).sum();
    let people = if people == 0 { String::new() } else { format!(", {people} people") };
    format!("{} teams{people}: {}", teams.len(), names.join(", "))
}

fn plan_says(plan: &Plan, course: &Course) -> String {
    let form = Form::new(plan.clone(), Vec::new(), course);
    let from = super::rows::Row::From.value(&form, course, None);
    match plan {
        Plan::Scenario(_) => super::rows::Row::Scenario.value(&form, course, None),
        Plan::Questions(plan) => format!("{}, {} questions, {from}", form.way.name(), plan.length),
    }
}
