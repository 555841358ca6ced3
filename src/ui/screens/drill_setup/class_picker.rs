//! The panel of the classes: which class plays, who is away, and who plays with whom.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::panel::{KeyOutcome, PanelKind};
use super::{DrillSetup, Panel};
use crate::course::wording::count;
use crate::store::Kept;
use crate::study::class::{Attendance, SchoolClass};
use crate::ui::bindings::Binding;
use crate::ui::context::Context;
use crate::ui::effect::{Effect, Place};
use crate::ui::frame::{fitted, shortened};
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{DOWN, ENTER, ESC, SPACE, UP};
use crate::ui::screens::listing::{Listing, Notice};
use crate::ui::wall::sign;

/// Columns before the team of a pupil.
const NAME_COLUMNS: usize = 34;

/// The panel.
#[derive(Default)]
pub(super) struct ClassPicker {
    cursor: usize,
    /// The class that was chosen.
    roll: Option<Attendance>,
}

/// An action of this panel, as the whole set-up performs it.
fn on_panel<R: Into<KeyOutcome>>(
    action: impl Fn(&mut ClassPicker, &[Kept<SchoolClass>], u64) -> R + 'static,
) -> impl Fn(&mut DrillSetup, &Context<'_>) -> Vec<Effect> + 'static {
    move |setup, context| {
        let Panel::Classes(panel) = &mut setup.panel else { return Vec::new() };
        let outcome = action(panel, &setup.presets.classes, context.new_seed()).into();
        setup.follow(outcome)
    }
}

impl ClassPicker {
    pub(super) fn bindings(&self) -> Vec<Binding<DrillSetup>> {
        let open = self.roll.is_some();
        vec![
            Binding::new("⏎", "choose", &[ENTER], on_panel(Self::choose)).when(!open),
            Binding::new("⏎", "use these teams", &[ENTER], |s: &mut DrillSetup, _| s.take_class()).when(open),
            Binding::new("space", "away", &[SPACE], on_panel(|it, _, _| it.on_roll(Attendance::toggle))).when(open),
            Binding::new("m", "next team", &[Char('m')], on_panel(|it, _, _| it.on_roll(Attendance::move_on)))
                .when(open),
            Binding::new("r", "deal anew", &[Char('r')], on_panel(|it, _, seed| it.deal(0, seed))).when(open),
            Binding::new("+ -", "teams", &[Char('+'), Char('=')], on_panel(|it, _, seed| it.deal(1, seed)))
                .and(&[Char('-')], on_panel(|it, _, seed| it.deal(-1, seed)))
                .when(open),
            Binding::opens("e", "edit the classes", &[Char('e')], Place::Classes).when(!open),
            Binding::new("↑↓", "move", &[UP, Char('k')], on_panel(|it, all, _| it.step(-1, all)))
                .and(&[DOWN, Char('j')], on_panel(|it, all, _| it.step(1, all)))
                .quiet(),
            Binding::new("Esc", "back", &[ESC], on_panel(|it, _, _| it.leave())),
        ]
    }

    fn step(&mut self, by: isize, classes: &[Kept<SchoolClass>]) {
        let rows = self.roll.as_ref().map_or(classes.len(), |roll| roll.class().pupils.len()).max(1);
        self.cursor = (self.cursor + rows).saturating_add_signed(by) % rows;
    }

    fn choose(&mut self, classes: &[Kept<SchoolClass>], seed: u64) -> KeyOutcome {
        let Some(class) = classes.get(self.cursor) else { return KeyOutcome::Stay };
        match Attendance::new(class.what.clone(), seed) {
            Ok(roll) => {
                *self = Self { cursor: 0, roll: Some(roll) };
                KeyOutcome::Stay
            }
            Err(why) => KeyOutcome::refused(why),
        }
    }

    fn on_roll(&mut self, act: impl Fn(&mut Attendance, usize)) {
        let cursor = self.cursor;
        if let Some(roll) = &mut self.roll {
            act(roll, cursor);
        }
    }

    fn deal(&mut self, more: isize, seed: u64) -> KeyOutcome {
        let Some(roll) = &mut self.roll else { return KeyOutcome::Stay };
        let teams = roll.teams().len().saturating_add_signed(more);
        roll.deal(teams, seed).map_or_else(KeyOutcome::refused, |()| KeyOutcome::Stay)
    }

    fn leave(&mut self) -> KeyOutcome {
        if self.roll.take().is_some() {
            self.cursor = 0;
            return KeyOutcome::Stay;
        }
        KeyOutcome::To(PanelKind::Main)
    }

    pub(super) fn draw(&self, classes: &[Kept<SchoolClass>], context: &Context<'_>) -> Listing {
        match &self.roll {
            None => self.draw_classes(classes, context),
            Some(roll) => self.draw_roll(roll, context),
        }
    }

    fn draw_classes(&self, classes: &[Kept<SchoolClass>], context: &Context<'_>) -> Listing {
        let theme = context.theme;
        let mut drawn = Listing::with([Line::styled("   Which class plays?", theme.dim), Line::default()]);
        for (at, class) in classes.iter().enumerate() {
            let (mark, style) = if at == self.cursor { ("▸", theme.focus) } else { (" ", theme.text) };
            let people = count(class.what.pupils.len(), "person");
            drawn.push(Line::styled(format!(" {mark} {}  {people}", class.name), style), at == self.cursor);
        }
        drawn
    }

    fn draw_roll(&self, roll: &Attendance, context: &Context<'_>) -> Listing {
        let theme = context.theme;
        let away = roll.label().absent.len();
        let here = roll.class().pupils.len() - away;
        let away = if away > 0 { format!(", {away} away") } else { String::new() };
        let head = format!(
            "   {}: {} in {}{away}",
            roll.class().name,
            count(here, "person"),
            count(roll.teams().len(), "team")
        );
        let mut drawn = Listing::with([Line::styled(head, theme.dim), Line::default()]);
        for (at, pupil) in roll.class().pupils.iter().enumerate() {
            let (mark, style) = if at == self.cursor { ("▸", theme.focus) } else { (" ", theme.text) };
            let name = shortened(pupil.name.as_str(), NAME_COLUMNS - 2);
            let pad = " ".repeat(NAME_COLUMNS.saturating_sub(name.width()));
            let mut spans = vec![Span::styled(format!(" {mark} {name}{pad}"), style)];
            spans.push(match roll.team_of(at) {
                Some(team) => {
                    Span::styled(format!("{} {} {}", sign(team.shape), team.number, team.name), theme.team(team.colour))
                }
                None => Span::styled("away", theme.dim),
            });
            if !pupil.needs.is_none() {
                spans.push(Span::styled(format!("   {}", pupil.needs.words()), theme.dim));
            }
            drawn.push(fitted(spans, context.width()), at == self.cursor);
        }
        drawn
    }
}

impl DrillSetup {
    /// The class on the panel plays: its teams, and who is away.
    fn take_class(&mut self) {
        let Panel::Classes(ClassPicker { roll: Some(roll), .. }) = &self.panel else { return };
        self.form.teams = roll.teams();
        self.label = crate::study::class::DrillLabel { name: self.label.name.take(), ..roll.label() };
        let people: usize = self.form.teams.iter().map(|team| team.members.len()).sum();
        let said = format!("{} plays: {}.", roll.class().name, count(people, "person"));
        self.back_to_main();
        self.notice = Some(Notice::Said(said));
    }
}
