//! Teams side by side with their people below them, and those who are not here after them.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::super::DrillScreen;
use super::Over;
use crate::study::session::drill::Named;
use crate::ui::context::Context;
use crate::ui::frame::shortened;
use crate::ui::scroll::Scroll;
use crate::ui::wall::badge;
use crate::ui::window;

/// Columns of the narrowest and of the widest team, and between two.
const NARROWEST: usize = 21;
const WIDEST: usize = 36;
const BETWEEN: usize = 2;
/// Columns before a name.
const MARK: usize = 2;

/// A team with its people, or those who are not here.
#[derive(Default)]
struct Group {
    head: Vec<Span<'static>>,
    /// Its place in the list of all that can be pointed at; those who are not here have no team.
    team: Option<usize>,
    people: Vec<(usize, Named)>,
}

impl Group {
    /// What can be pointed at in it, from the top, with the row it stands in.
    fn places(&self) -> impl Iterator<Item = (usize, usize)> {
        self.team.map(|at| (0, at)).into_iter().chain((1..).zip(self.people.iter().map(|(at, _)| *at)))
    }

    /// Its head in `room` cells; what it is called is shortened where need be.
    fn head_in(&self, room: usize) -> Vec<Span<'static>> {
        let mut head = self.head.clone();
        let rest: usize = head.iter().skip(1).map(Span::width).sum();
        if let Some(first) = head.first_mut() {
            first.content = shortened(&first.content, room.saturating_sub(rest)).into();
        }
        head
    }

    fn rows(&self) -> usize {
        1 + self.people.len()
    }
}

impl DrillScreen {
    pub(in crate::ui::screens::drill) fn draw_people(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        context: &Context<'_>,
        cursor: usize,
    ) {
        let theme = context.theme;
        let (mut lines, at) = self.people_lines(usize::from(area.width), context, cursor);
        let title = self.over.as_ref().map_or_else(String::new, |over| self.over_rows(over).0);
        lines.splice(0..0, [Line::styled(title, theme.strong), Line::default()]);
        let said = self.notice.as_ref().map(|notice| Line::styled(notice.clone(), theme.partly));
        let foot: Vec<Line<'static>> = said.or_else(|| self.whole_name(cursor, context)).into_iter().collect();
        let height = area.height.saturating_sub(2);
        let window = Rect { height, ..area };
        let mut scroll = Scroll::default();
        scroll.show((at + 1).saturating_sub(2), at + 3, usize::from(height));
        window::draw(frame, window, &lines, scroll);
        window::draw_more(frame, window, lines.len(), scroll, theme);
        let last = Rect { y: area.bottom().saturating_sub(1), height: area.height.min(1), ..area };
        window::draw(frame, last, &foot, Scroll::default());
    }

    /// The whole name of who is pointed at, where the list has it shortened.
    fn whole_name(&self, cursor: usize, context: &Context<'_>) -> Option<Line<'static>> {
        let Some(Named::Person(name)) = self.host.named().into_iter().nth(cursor) else { return None };
        (name.as_str().width() > NARROWEST - MARK).then(|| Line::styled(name.to_string(), context.theme.text))
    }

    /// The list in lines, and the line of the cursor.
    fn people_lines(&self, width: usize, context: &Context<'_>, cursor: usize) -> (Vec<Line<'static>>, usize) {
        let groups = self.groups(context);
        let most = ((width + BETWEEN) / (NARROWEST + BETWEEN)).max(1);
        let bands = groups.len().div_ceil(most).max(1);
        let columns = groups.len().div_ceil(bands).max(1);
        let column = ((width + BETWEEN) / columns).saturating_sub(BETWEEN).min(WIDEST);
        let (mut lines, mut at) = (Vec::new(), 0);
        for (band, groups) in groups.chunks(columns).enumerate() {
            if band > 0 {
                lines.push(Line::default());
            }
            for row in 0..groups.iter().map(Group::rows).max().unwrap_or(0) {
                let here = |group: &Group| group.places().any(|place| place == (row, cursor));
                if groups.iter().any(here) {
                    at = lines.len();
                }
                let cells = groups.iter().map(|group| self.cell(group, row, (column, cursor), context));
                lines.push(Line::from(cells.flatten().collect::<Vec<_>>()));
            }
        }
        (lines, at)
    }

    fn groups(&self, context: &Context<'_>) -> Vec<Group> {
        let (seating, present) = (self.host.seating(), self.room().present());
        let mut groups: Vec<Group> = Vec::new();
        let mut away = Group { head: vec![Span::styled("Not here", context.theme.dim)], ..Group::default() };
        for (at, named) in self.host.named().into_iter().enumerate() {
            match &named {
                Named::Team(id) => {
                    let left = if present.contains(id) { "" } else { ", left" };
                    let head = self.room().team(*id).map(|team| badge(team, context.theme));
                    let head = head.into_iter().chain([Span::styled(left, context.theme.dim)]).collect();
                    groups.push(Group { head, team: Some(at), people: Vec::new() });
                }
                Named::Person(name) if seating.away.contains(name) => away.people.push((at, named)),
                Named::Person(_) => groups.last_mut().unwrap_or(&mut away).people.push((at, named)),
            }
        }
        for group in &mut groups {
            group.head.push(Span::styled(format!("  {}", group.people.len()), context.theme.dim));
        }
        groups.extend(Some(away).filter(|away| !away.people.is_empty()));
        groups
    }

    /// A row of a group in `column` cells.
    fn cell(
        &self,
        group: &Group,
        row: usize,
        (column, cursor): (usize, usize),
        context: &Context<'_>,
    ) -> Vec<Span<'static>> {
        let theme = context.theme;
        let here = group.places().any(|place| place == (row, cursor));
        let mark = if here { Span::styled("▸ ", theme.focus) } else { Span::raw(" ".repeat(MARK)) };
        let room = column.saturating_sub(MARK);
        let words = match row.checked_sub(1) {
            None => group.head_in(room),
            Some(n) => {
                let name = group.people.get(n).map_or_else(String::new, |(_, named)| self.name_in_list(named));
                vec![Span::styled(shortened(&name, room), if here { theme.focus } else { theme.text })]
            }
        };
        let taken: usize = words.iter().map(Span::width).sum();
        let pad = Span::raw(" ".repeat((room + BETWEEN).saturating_sub(taken)));
        [mark].into_iter().chain(words).chain([pad]).collect()
    }

    /// Points at the same row of a team further left or right.
    pub(super) fn step_aside(&mut self, by: isize, context: &Context<'_>) {
        let groups = self.groups(context);
        let Some(Over::People { cursor }) = &mut self.over else { return };
        let places: Vec<Vec<usize>> = groups.iter().map(|group| group.places().map(|(_, at)| at).collect()).collect();
        let row = |group: &Vec<usize>| group.iter().position(|at| at == cursor);
        let Some((from, row)) = places.iter().enumerate().find_map(|(n, group)| Some((n, row(group)?))) else { return };
        let to = &places[from.saturating_add_signed(by).min(places.len() - 1)];
        if let Some(&at) = to.get(row).or(to.last()) {
            *cursor = at;
        }
    }
}
