//! The settings drawn: the list above, below it what the one under the cursor does and where it is kept.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{SettingsMode, SettingsScreen};
use crate::pages::memory::cost;
use crate::study::settings::{Setting, SettingSource};
use crate::ui::context::Context;
use crate::ui::doc::DocBuilder;
use crate::ui::frame::{Header, shortened};
use crate::ui::scroll::Scroll;
use crate::ui::window;

/// Cells of a title, and of where a value comes from.
const TITLE: usize = 20;
const SOURCE: usize = 10;

impl SettingsScreen {
    pub fn header(&self, context: &Context<'_>) -> Header {
        let theme = context.theme;
        let mut place = vec![Span::styled("Settings", theme.strong)];
        if let SettingsMode::Actions { .. } = self.state {
            place.push(Span::styled(" · keys", theme.text));
        }
        let whom = if self.for_profile { format!("for profile {}", self.profile) } else { "for everyone".to_owned() };
        Header { place, progress: vec![Span::styled(whom, theme.dim)] }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let width = usize::from(area.width);
        let foot = self.foot(context, width);
        let (lines, at, caret) = match self.state {
            SettingsMode::Actions { cursor, .. } => (self.action_lines(context, width), cursor, None),
            SettingsMode::Listing | SettingsMode::Typing(_) => self.setting_lines(context, width),
        };
        let below = u16::try_from(foot.len()).unwrap_or(0).min(area.height.saturating_sub(4));
        let list = Rect { height: area.height - below, ..area };
        let mut scroll = Scroll::default();
        scroll.show(at, at + 1, usize::from(list.height));
        window::draw(frame, list, &lines, scroll);
        window::draw_more(frame, list, lines.len(), scroll, context.theme);
        if let Some(caret) = caret {
            window::set_caret(frame, list, (at, caret), lines.len(), scroll);
        }
        let first = if lines.len() < usize::from(list.height) { area.y + cells(lines.len()) } else { list.bottom() };
        for (line, y) in foot.iter().zip(first..area.bottom()) {
            frame.buffer_mut().set_line(area.x, y, line, area.width);
        }
    }

    /// The rows, the one under the cursor, and the column of the caret in it while a value is typed.
    fn setting_lines(&self, context: &Context<'_>, width: usize) -> (Vec<Line<'static>>, usize, Option<usize>) {
        let settings = &context.preferences.settings;
        let mut caret = None;
        let mut lines = Vec::new();
        for (at, setting) in Setting::ALL.into_iter().enumerate() {
            let here = at == self.cursor;
            let value = match &self.state {
                SettingsMode::Typing(typed) if here => {
                    caret = Some(3 + TITLE + typed.visual_cursor());
                    typed.value().to_owned()
                }
                _ if here => format!("‹ {} ›", settings.text(setting)),
                _ => format!("  {}", settings.text(setting)),
            };
            let source = settings.source(setting);
            let changed = source != SettingSource::Default;
            lines.push(row(
                context,
                (setting.title(), &value, unit(setting, &settings.text(setting))),
                (&source.to_string(), changed),
                here,
                width,
            ));
        }
        let chosen = settings.keys().len();
        let keys = if chosen == 0 { "  the usual ones".to_owned() } else { format!("  {chosen} chosen") };
        let here = self.here().is_none();
        lines.push(row(context, ("Keys", &keys, ""), ("", chosen > 0), here, width));
        (lines, self.cursor, caret)
    }

    /// What the desired retention that is set costs.
    fn cost(&self, setting: Setting, context: &Context<'_>) -> Option<String> {
        if setting != Setting::Retention {
            return None;
        }
        let percent = u32::from(context.preferences.settings.retention());
        let known = self.workload.result(context).and_then(|workload| cost(&workload, percent));
        Some(known.unwrap_or_else(|| "What it costs is being worked out …".to_owned()))
    }

    /// What stands below the list.
    fn foot(&self, context: &Context<'_>, width: usize) -> Vec<Line<'static>> {
        let theme = context.theme;
        let mut setter = DocBuilder::new(theme, width);
        setter.lines([Line::default()]);
        match (&self.state, self.here()) {
            (SettingsMode::Actions { .. }, _) => {
                setter.plain(
                    "Enter, Esc, Tab, arrows and digits stay what they are. So do the keys of a drill.",
                    theme.dim,
                );
            }
            (_, Some(setting)) => {
                setter.plain(setting.what(), theme.text);
                if let Some(cost) = self.cost(setting, context) {
                    setter.gap();
                    setter.plain(&cost, theme.text);
                }
                if let Some(why) = self.overruled(setting, context) {
                    setter.plain(&why, theme.partly);
                }
            }
            (_, None) => {
                setter.plain("Choose another key for an action: every place that names the key shows it.", theme.text);
            }
        }
        setter.gap();
        match &self.said {
            Some(Ok(said)) => setter.plain(said, theme.right),
            Some(Err(why)) => setter.plain(why, theme.wrong),
            None => {}
        }
        let file = &context.preferences.file;
        if !file.is_empty() {
            setter.plain(&format!("Kept in {file}"), theme.dim);
        }
        for finding in context.preferences.findings.iter().take(3) {
            setter.gap();
            setter.plain(&format!("! {}: {}", finding.place, finding.message), theme.wrong);
            setter.plain(&finding.help, theme.dim);
        }
        setter.finish().lines
    }
}

/// What the number of a setting counts; nothing for a word.
fn unit(setting: Setting, value: &str) -> &'static str {
    if value.ends_with(|last: char| last.is_ascii_digit()) { setting.unit() } else { "" }
}

fn row(
    context: &Context<'_>,
    (title, value, unit): (&str, &str, &str),
    (source, changed): (&str, bool),
    here: bool,
    width: usize,
) -> Line<'static> {
    let theme = context.theme;
    let (mark, style) = if here { ("▸", theme.focus) } else { (" ", theme.text) };
    let room = width.saturating_sub(3 + TITLE + SOURCE);
    let value = shortened(value, room);
    let unit = shortened(&format!(" {unit}"), room.saturating_sub(value.width()));
    let pad = " ".repeat(room.saturating_sub(value.width() + unit.width()));
    Line::from(vec![
        Span::styled(format!(" {mark} {title:<TITLE$}"), style),
        Span::styled(value, if changed { theme.strong.patch(style) } else { style }),
        Span::styled(format!("{unit}{pad}{source:>SOURCE$}"), theme.dim),
    ])
}

fn cells(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
