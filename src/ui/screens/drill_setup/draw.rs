//! The set-up as lines.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::form::Game;
use super::settings::SetupRow;
use super::{DrillSetup, Panel};
use crate::course::wording::count;
use crate::course::wording::sentence;
use crate::ui::context::Context;
use crate::ui::frame::{Header, fitted};
use crate::ui::screens::listing::{Listing, indented, wrapped};
use crate::ui::wall::sign;

/// Columns before the values.
const NAMES: usize = 14;

pub(super) fn header(it: &DrillSetup, context: &Context<'_>) -> Header {
    let theme = context.theme;
    let page = match &it.panel {
        Panel::Main => "",
        Panel::Extras => " · extras",
        Panel::Lessons(_) => " · lessons",
        Panel::Teams(_) => " · teams",
        Panel::Classes(_) => " · class",
        Panel::Questions(_) => " · questions",
        Panel::Presets(page) => return titled(context, &format!(" · {}", page.title()), String::new()),
    };
    let progress = match (&it.panel, it.form.game) {
        (Panel::Teams(_), _) => count(it.form.teams.len(), "team"),
        (_, Game::Scenario) => String::new(),
        _ => {
            let suited = it.form.supply(context.course).suited;
            format!("{} of {}", it.form.questions.length.min(suited), count(suited, "question"))
        }
    };
    Header { progress: vec![Span::styled(progress, theme.dim)], ..titled(context, page, String::new()) }
}

fn titled(context: &Context<'_>, page: &str, progress: String) -> Header {
    let theme = context.theme;
    let place = vec![Span::styled("New drill", theme.strong), Span::styled(page.to_owned(), theme.text)];
    Header { place, progress: vec![Span::styled(progress, theme.dim)] }
}

pub(super) fn draw(it: &DrillSetup, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
    let drawn = match &it.panel {
        Panel::Main => main(it, context),
        Panel::Extras => extras(it, context),
        Panel::Lessons(page) => page.draw(&it.form, context),
        Panel::Teams(page) => page.draw(&it.form.teams, context),
        Panel::Classes(page) => page.draw(&it.presets.classes, context),
        Panel::Questions(page) => page.draw(&it.form, context),
        Panel::Presets(page) => page.draw(&it.form, &it.presets, context),
    };
    drawn.draw(frame, area, it.notice.as_ref(), context);
}

fn main(it: &DrillSetup, context: &Context<'_>) -> Listing {
    let theme = context.theme;
    let mut drawn = Listing::default();
    if let Some(left) = &it.unfinished {
        let line = vec![
            Span::styled(format!("   Resume the unfinished drill ({})", left.place), theme.text),
            Span::styled("   r", theme.focus),
        ];
        drawn.lines.extend([Line::from(line), Line::default()]);
    }
    for row in it.shown_rows() {
        drawn.push(line(it, row, context), row == it.row);
        if row == SetupRow::Play {
            drawn.lines.extend(indented(NAMES, it.form.game.says(), theme.dim, context));
        }
    }
    drawn.lines.push(Line::default());
    for text in summary(it, context) {
        drawn.lines.extend(wrapped(&text, theme.dim, context));
    }
    drawn
}

/// How long it takes, what is left out and how points are given.
fn summary(it: &DrillSetup, context: &Context<'_>) -> Vec<String> {
    let form = &it.form;
    if form.game == Game::Scenario {
        return Vec::new();
    }
    let supply = form.supply(context.course);
    let asked = form.questions.length.min(supply.suited);
    let mut said = Vec::new();
    if asked > 0 {
        said.push(format!("About {} min.", form.minutes(asked)));
    }
    match asked {
        n if n >= form.questions.length => {}
        0 => said.push("No questions suit this mode: choose more lessons.".to_owned()),
        1 => said.push("Only 1 question is available.".to_owned()),
        n => said.push(format!("Only {n} questions are available.")),
    }
    said.extend(supply.left_out());
    if form.has_points() {
        said.push(form.scoring().sentences().join(" "));
    }
    said
}

fn extras(it: &DrillSetup, context: &Context<'_>) -> Listing {
    let mut drawn = Listing::default();
    for row in it.shown_rows() {
        drawn.push(line(it, row, context), row == it.extra);
        if let Some(why) = it.form.no_speed().filter(|_| row == SetupRow::Speed) {
            drawn.lines.extend(indented(NAMES, &sentence(&why.to_string()), context.theme.dim, context));
        }
    }
    drawn.lines.push(Line::default());
    for sentence in it.form.scoring().sentences() {
        drawn.lines.extend(wrapped(&sentence, context.theme.dim, context));
    }
    drawn
}

fn line(it: &DrillSetup, row: SetupRow, context: &Context<'_>) -> Line<'static> {
    let theme = context.theme;
    let here = row == it.here();
    let (mark, style) = if here { ("▸", theme.focus) } else { (" ", theme.text) };
    let mut spans = vec![Span::styled(format!(" {mark} {:<pad$}", row.name(), pad = NAMES - 3), style)];
    match row {
        SetupRow::Teams => spans.extend(teams(it, style, context)),
        SetupRow::Set => spans.push(Span::styled(set(it), style)),
        _ => spans.push(Span::styled(row.value(&it.form, context.course, context.seed), style)),
    }
    if row.opens() && here && spans.iter().map(Span::width).sum::<usize>() + 3 <= context.width() {
        spans.push(Span::styled("  →", theme.dim));
    }
    fitted(spans, context.width())
}

fn set(it: &DrillSetup) -> String {
    match (it.presets.name_of(&it.form.plan()), it.presets.plans.len()) {
        (Some(name), _) => name.to_string(),
        (None, 0) => "none saved: w saves this one".to_owned(),
        (None, 1) => "1 saved".to_owned(),
        (None, n) => format!("{n} saved"),
    }
}

/// Every team by its sign and name, with its key where keys are pressed; without what finds no room.
fn teams(it: &DrillSetup, style: Style, context: &Context<'_>) -> Vec<Span<'static>> {
    let buzzer = it.form.game == Game::Buzzer;
    let ways = [(true, buzzer), (false, buzzer), (false, false)]
        .map(|(names, keys)| team_spans(it, style, context, names, keys));
    let room = context.width().saturating_sub(NAMES);
    let fits = |spans: &Vec<Span<'static>>| spans.iter().map(Span::width).sum::<usize>() <= room;
    let at = ways.iter().position(fits).unwrap_or(ways.len() - 1);
    ways.into_iter().nth(at).unwrap_or_default()
}

fn team_spans(it: &DrillSetup, style: Style, context: &Context<'_>, names: bool, keys: bool) -> Vec<Span<'static>> {
    let mut spans = vec![Span::styled(format!("{}:", it.form.teams.len()), style)];
    for (i, team) in it.form.teams.iter().enumerate() {
        let gap = if i == 0 { " " } else { "  " };
        let name = if names { format!(" {}", team.name) } else { String::new() };
        let key = if keys { format!(" ({})", team.key) } else { String::new() };
        spans.push(Span::styled(format!("{gap}{} {}", sign(team.shape), team.number), context.theme.team(team.colour)));
        spans.push(Span::styled(format!("{name}{key}"), style));
    }
    spans
}
