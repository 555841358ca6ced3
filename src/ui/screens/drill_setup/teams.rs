//! The panel of the teams: names, keys, numbers, colours, shapes.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::panel::{KeyOutcome, PanelKind};
use super::presets::PresetKind;
use super::{DrillSetup, Panel};
use crate::course::model::text::defused;
use crate::course::wording::count;
use crate::study::drill::{Shape, TEAMS, Team, TeamError, is_key};
use crate::study::names::{MAX_COLUMNS, Name, PersonName};
use crate::ui::bindings::Binding;
use crate::ui::context::Context;
use crate::ui::doc::DocBuilder;
use crate::ui::effect::Effect;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{DOWN, ENTER, ESC, UP};
use crate::ui::screens::field::Field;
use crate::ui::screens::listing::{Listing, Notice};
use crate::ui::wall::sign;

/// An action of this panel, as the whole set-up performs it.
fn on_panel<R: Into<KeyOutcome>>(
    action: impl Fn(&mut TeamEditor, &mut Vec<Team>) -> R + 'static,
) -> impl Fn(&mut DrillSetup, &Context<'_>) -> Vec<Effect> + 'static {
    move |setup, _| {
        let Panel::Teams(panel) = &mut setup.panel else { return Vec::new() };
        let teams = &mut setup.form.teams;
        panel.cursor = panel.cursor.min(teams.len().saturating_sub(1));
        let outcome = action(panel, teams).into();
        setup.follow(outcome)
    }
}

fn presets(naming: bool) -> KeyOutcome {
    KeyOutcome::To(PanelKind::Presets { kind: PresetKind::Teams, naming })
}

/// The panel.
#[derive(Default)]
pub(super) struct TeamEditor {
    cursor: usize,
    doing: Doing,
}

/// What the next key is for.
#[derive(Default)]
enum Doing {
    #[default]
    Looking,
    Naming(Box<Field>),
    Keying,
    Numbering,
}

impl TeamEditor {
    pub(super) fn is_typing(&self) -> bool {
        !matches!(self.doing, Doing::Looking)
    }

    pub(super) fn bindings(&self) -> Vec<Binding<DrillSetup>> {
        match self.doing {
            Doing::Naming(_) => vec![
                Binding::new("⏎", "use this name", &[ENTER], on_panel(Self::name)),
                Binding::new("Esc", "cancel", &[ESC], on_panel(Self::leave)),
            ],
            Doing::Keying | Doing::Numbering => vec![Binding::new("Esc", "cancel", &[ESC], on_panel(Self::leave))],
            Doing::Looking => vec![
                Binding::new("⏎", "name", &[ENTER], on_panel(Self::name)),
                Binding::new("k", "key", &[Char('k')], on_panel(|it, _| it.doing = Doing::Keying)),
                Binding::new("+ -", "teams", &[Char('+'), Char('=')], on_panel(Self::add))
                    .and(&[Char('-')], on_panel(Self::remove)),
                Binding::new("w", "save", &[Char('w')], on_panel(|_, _| presets(true))),
                Binding::new("o", "saved", &[Char('o')], on_panel(|_, _| presets(false))),
                Binding::new("↑↓", "move", &[UP], on_panel(|it, teams| it.step(-1, teams)))
                    .and(&[DOWN], on_panel(|it, teams| it.step(1, teams)))
                    .quiet(),
                Binding::new("c", "next free colour", &[Char('c')], on_panel(Self::next_colour)).quiet(),
                Binding::new("s", "next free shape", &[Char('s')], on_panel(Self::next_shape)).quiet(),
                Binding::new("l", "number", &[Char('l')], on_panel(|it, _| it.doing = Doing::Numbering)).quiet(),
                Binding::new("Esc", "back", &[ESC], on_panel(|_, _| KeyOutcome::To(PanelKind::Main))),
            ],
        }
    }

    fn step(&mut self, by: isize, teams: &[Team]) {
        self.cursor = (self.cursor + teams.len()).saturating_add_signed(by) % teams.len();
    }

    fn leave(&mut self, _: &mut Vec<Team>) {
        self.doing = Doing::Looking;
    }

    pub(super) fn paste(&mut self, text: &str) {
        if let Doing::Naming(field) = &mut self.doing {
            field.paste(text);
        }
    }

    /// A key that is no command: a letter of the name, or the key or the number that is asked for.
    pub(super) fn type_key(&mut self, key: KeyEvent, teams: &mut [Team]) -> KeyOutcome {
        match (&mut self.doing, key.code) {
            (Doing::Naming(field), _) => field.key(key),
            (Doing::Keying, KeyCode::Char(c)) => return self.take_key(c.to_ascii_lowercase(), teams),
            (Doing::Numbering, KeyCode::Char(c)) => return self.take_number(c, teams),
            _ => {}
        }
        KeyOutcome::Stay
    }

    /// Begins to type a name, or takes the one that is typed and goes on to the next team.
    #[expect(clippy::ptr_arg, reason = "rows of one key table share one form")]
    fn name(&mut self, teams: &mut Vec<Team>) -> KeyOutcome {
        let Doing::Naming(field) = &self.doing else {
            self.doing = Doing::Naming(Box::default());
            return KeyOutcome::Stay;
        };
        if !field.value().is_empty() {
            match Name::among(field.value(), self.others(teams).map(|t| &t.name)) {
                Ok(name) => teams[self.cursor].name = name,
                Err(why) => return KeyOutcome::refused(why),
            }
        }
        self.doing = Doing::Looking;
        self.cursor = (self.cursor + 1).min(teams.len() - 1);
        KeyOutcome::Stay
    }

    fn others<'a>(&self, teams: &'a [Team]) -> impl Iterator<Item = &'a Team> {
        let here = self.cursor;
        teams.iter().enumerate().filter(move |(i, _)| *i != here).map(|(_, team)| team)
    }

    fn take_key(&mut self, key: char, teams: &mut [Team]) -> KeyOutcome {
        if let Some(other) = self.others(teams).find(|t| t.key == key) {
            return KeyOutcome::refused(format!("“{key}” is already the key of {}: press another", other.name));
        }
        if !is_key(key) {
            return KeyOutcome::refused(format!(
                "“{}” cannot be a key: press a letter from a to z or a digit",
                defused(&key.to_string())
            ));
        }
        self.doing = Doing::Looking;
        teams[self.cursor].key = key;
        KeyOutcome::Stay
    }

    fn take_number(&mut self, number: char, teams: &mut [Team]) -> KeyOutcome {
        if let Some(other) = self.others(teams).find(|t| t.number == number) {
            return KeyOutcome::refused(format!("“{number}” is already the number of {}: press another", other.name));
        }
        if !matches!(number, '1'..='9') {
            return KeyOutcome::refused("press a number from 1 to 9");
        }
        self.doing = Doing::Looking;
        teams[self.cursor].number = number;
        KeyOutcome::Stay
    }

    #[expect(clippy::ptr_arg, reason = "rows of one key table share one form")]
    fn next_colour(&mut self, teams: &mut Vec<Team>) -> KeyOutcome {
        let now = teams[self.cursor].colour;
        let free = (1..8).map(|step| (now + step) % 8).find(|c| self.others(teams).all(|t| t.colour != *c));
        let Some(colour) = free else { return KeyOutcome::refused("all eight colours are taken") };
        teams[self.cursor].colour = colour;
        KeyOutcome::Stay
    }

    #[expect(clippy::ptr_arg, reason = "rows of one key table share one form")]
    fn next_shape(&mut self, teams: &mut Vec<Team>) -> KeyOutcome {
        let now = Shape::ALL.iter().position(|s| *s == teams[self.cursor].shape).unwrap_or(0);
        let free = (1..8).map(|step| Shape::ALL[(now + step) % 8]).find(|s| self.others(teams).all(|t| t.shape != *s));
        let Some(shape) = free else { return KeyOutcome::refused("all eight shapes are taken") };
        teams[self.cursor].shape = shape;
        KeyOutcome::Stay
    }

    fn add(&mut self, teams: &mut Vec<Team>) -> KeyOutcome {
        let free = ('A'..='Z').find_map(|l| Name::among(&format!("Team {l}"), teams.iter().map(|t| &t.name)).ok());
        let Some(team) = free.filter(|_| teams.len() < *TEAMS.end()).and_then(|name| Team::next(name, teams)) else {
            return KeyOutcome::refused(TeamError::Full);
        };
        teams.push(team);
        self.cursor = teams.len() - 1;
        KeyOutcome::Stay
    }

    fn remove(&mut self, teams: &mut Vec<Team>) -> KeyOutcome {
        if teams.len() <= *TEAMS.start() {
            return KeyOutcome::refused(format!("a drill has at least {} teams", TEAMS.start()));
        }
        let gone = teams.remove(self.cursor);
        self.cursor = self.cursor.min(teams.len() - 1);
        match gone.members.len() {
            0 => KeyOutcome::Stay,
            n => KeyOutcome::Say(Notice::Said(format!("{} is removed, along with {}.", gone.name, count(n, "person")))),
        }
    }

    pub(super) fn draw(&self, teams: &[Team], context: &Context<'_>) -> Listing {
        let mut drawn = Listing::default();
        for (i, team) in teams.iter().enumerate() {
            let here = i == self.cursor;
            if let (true, Doing::Naming(field)) = (here, &self.doing) {
                let (text, column) = field.draw(team.name.as_str(), context.width().saturating_sub(10), context.theme);
                drawn.caret = Some((drawn.lines.len(), 9 + column));
                drawn.push(Line::from([front(team, true, context), text].concat()), true);
            } else {
                drawn.push(line(team, here, context), here);
            }
        }
        drawn.lines.push(Line::default());
        match (&self.doing, teams.get(self.cursor)) {
            (Doing::Keying, Some(team)) => {
                drawn.lines.push(asked(&format!("Press the key of {}: a letter or a digit.", team.name), context));
            }
            (Doing::Numbering, Some(team)) => {
                drawn.lines.push(asked(&format!("Press the number of {}: 1 to 9.", team.name), context));
            }
            (Doing::Looking, Some(team)) => {
                let more = "   c, s and l change its colour, shape and number.";
                drawn.lines.extend([Line::styled(more, context.theme.dim), Line::default()]);
                drawn.lines.extend(members(team, teams.len(), context));
            }
            _ => {}
        }
        drawn
    }
}

fn asked(text: &str, context: &Context<'_>) -> Line<'static> {
    Line::styled(format!("   {text}"), context.theme.focus)
}

fn front(team: &Team, here: bool, context: &Context<'_>) -> Vec<Span<'static>> {
    let (theme, colour) = (context.theme, context.theme.team(team.colour));
    vec![
        Span::styled(if here { " ▸ " } else { "   " }, theme.focus),
        Span::styled(format!("{}  {}", sign(team.shape), team.number), colour),
        Span::raw("  "),
    ]
}

fn line(team: &Team, here: bool, context: &Context<'_>) -> Line<'static> {
    let theme = context.theme;
    let pad = " ".repeat((MAX_COLUMNS + 2).saturating_sub(team.name.as_str().width()));
    let people =
        if team.members.is_empty() { String::new() } else { format!("   {}", count(team.members.len(), "person")) };
    let mut spans = front(team, here, context);
    spans.extend([
        Span::styled(team.name.to_string(), if here { theme.focus } else { theme.text }),
        Span::styled(format!("{pad}key "), theme.dim),
        Span::styled(team.key.to_string(), theme.text),
        Span::styled("   ██  ", theme.team(team.colour)),
        Span::styled(format!("{:<9}", team.shape.name()), theme.dim),
        Span::styled(people, theme.dim),
    ]);
    Line::from(spans)
}

/// Who plays in the team, as far as the window holds them.
fn members(team: &Team, teams: usize, context: &Context<'_>) -> Vec<Line<'static>> {
    if team.members.is_empty() {
        return Vec::new();
    }
    let room = context.height().saturating_sub(teams + 5).max(2);
    let names: Vec<&str> = team.members.iter().map(PersonName::as_str).collect();
    let set = |n: usize| {
        let more = if n < names.len() { format!(" and {} more", names.len() - n) } else { String::new() };
        let mut setter = DocBuilder::new(context.theme, context.width());
        setter.item(
            ("   ", context.theme.dim),
            &format!("{}: {}{more}", team.name, names[..n].join(", ")),
            context.theme.dim,
        );
        setter.finish().lines
    };
    (1..=names.len()).rev().map(set).find(|lines| lines.len() <= room).unwrap_or_default()
}
