//! The pages of a scenario on a wall: what is voted on in big letters, what is read in a column of small ones. They show
//! whole or not at all: what does not fit is left to the small pages, which scroll.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::super::{METERS, PlayView, at_zero, before_echoes, echoes, meters};
use super::{ClassPointer, letter, position};
use crate::course::markdown;
use crate::course::model::Scene;
use crate::study::scenario::{ClassStep, ClassTrace};
use crate::ui::doc::{Doc, DocBuilder};
use crate::ui::wall::big_text::{self, LETTER, cells};
use crate::ui::wall::canvas::CellGrid;
use crate::ui::wall::flow::{flowed, paragraph};

/// Columns and rows from which on a page is drawn for a wall.
const LEAST: (u16, u16) = (150, 40);
/// Columns of what is read.
const COLUMN: u16 = 100;
/// Columns of a meter, and before it.
const METER: u16 = 37;
const BESIDE: u16 = 8;
/// Columns for the sign of the choice pointed at, and for its letter.
const MARK: u16 = 6;
const FRONT: u16 = MARK + LETTER + 3;
/// What is kept free for the hands, so that counting moves nothing.
const MOST_HANDS: &str = "9 of 9 counted";
/// Most empty rows between two parts.
const GAP: u16 = 3;

/// Whether `area` is a wall.
#[must_use]
pub fn is_wall(area: Rect) -> bool {
    area.width >= LEAST.0 && area.height >= LEAST.1
}

/// The scenario's title and what the small page says, in big letters on as many pages as it takes; or below the title in
/// small ones, where there are no big ones for it.
#[must_use]
pub fn opening(view: PlayView<'_>, area: Rect) -> Option<Vec<CellGrid>> {
    let PlayView { scenario, theme, .. } = view;
    let mut story = told_large(scenario.title.as_str(), theme.strong);
    story.extend(told_large(scenario.role.as_str(), theme.strong));
    story.extend(told_large(scenario.setting.as_str(), theme.text));
    story.push((super::VOTE.to_owned(), theme.text));
    let at_zero = scenario.meters.iter().map(|meter| (format!("{}: {}", meter.name, at_zero(meter)), theme.text));
    let meters: Vec<LargeText> = [(METERS.to_owned(), theme.dim)].into_iter().chain(at_zero).collect();
    if let (Some(story), Some(meters)) = (large_pages(&story, area), large_pages(&meters, area)) {
        return Some([story, meters].concat());
    }
    let title = large(scenario.title.as_str(), area.width, theme.strong)?;
    let case = super::opening(PlayView { width: usize::from(COLUMN), ..view });
    Some(vec![arranged(&[&title, &read(&case)], area)?])
}

/// What is read of a scene, in big letters: what came of the last decision, the scene, and what comes back of earlier ones.
#[must_use]
pub fn scene_text(view: PlayView<'_>, trace: &ClassTrace<'_>, scene: &Scene, area: Rect) -> Option<Vec<CellGrid>> {
    let last = trace.steps.last().map(|step| told_large(step.choice.outcome.as_str(), view.theme.dim));
    let mut text = last.unwrap_or_default();
    text.extend(told_large(scene.text.as_str(), view.theme.text));
    for echo in &trace.echoes {
        text.extend(told_large(&format!("→ {}", echo.text), view.theme.text));
    }
    large_pages(&text, area)
}

/// What a choice cost and what came of it, in big letters.
#[must_use]
pub fn outcome_text(view: PlayView<'_>, step: &ClassStep<'_>, area: Rect) -> Option<Vec<CellGrid>> {
    let mut text = told_large(&format!("Its price: {}", step.choice.cost), view.theme.dim);
    text.extend(told_large(step.choice.outcome.as_str(), view.theme.text));
    large_pages(&text, area)
}

/// A paragraph and its look.
type LargeText = (String, Style);

fn told_large(text: &str, style: Style) -> Vec<LargeText> {
    markdown::plain(text).lines().map(|line| (line.to_owned(), style)).collect()
}

/// Paragraphs on pages.
fn large_pages(text: &[LargeText], area: Rect) -> Option<Vec<CellGrid>> {
    let rows = area.height.saturating_sub(1);
    let blocks = text.iter().map(|(text, style)| paragraph(text, (area.width, rows), *style));
    let pages = flowed(&blocks.collect::<Option<Vec<_>>>()?.concat(), rows)?;
    pages.iter().map(|page| arranged(&[page], area)).collect()
}

/// What came of the last decision, where there is room for it; the scene; the choices in big letters, or their letters
/// alone.
#[must_use]
pub fn scene(
    view: PlayView<'_>,
    trace: &ClassTrace<'_>,
    scene: &Scene,
    pointer: ClassPointer,
    area: Rect,
) -> Option<CellGrid> {
    let width = area.width;
    let title = title(view, scene, pointer.counted, width)?;
    let levels = levels(view, &trace.levels, &before_echoes(view.scenario, trace));
    let page = |(last, is_large): (bool, bool)| {
        let choice = |(at, text): (usize, &str)| choice(view, at, text, pointer.option == Some(at), (width, is_large));
        let choices: Option<Vec<CellGrid>> =
            scene.choices.iter().map(|c| c.text.as_str()).enumerate().map(choice).collect();
        let (choices, told) = (choices?, beside(&told(view, trace, scene, last, width), &levels, width));
        arranged(&[&title, &told].into_iter().chain(&choices).collect::<Vec<_>>(), area)
    };
    [(true, true), (false, true), (true, false), (false, false)].into_iter().find_map(page)
}

/// What the class chose, the hands as wide bars, its price and what came of it.
#[must_use]
pub fn outcome(view: PlayView<'_>, step: &ClassStep<'_>, hands: &[u32], area: Rect) -> Option<CellGrid> {
    let (width, taken) = (area.width, position(step));
    let mut setter = reader(view, width);
    setter.item(("Its price: ", view.theme.dim), step.choice.cost.as_str(), view.theme.text);
    setter.gap();
    setter.markdown(&step.choice.outcome);
    let told = beside(&setter.finish(), &levels(view, &step.after, &step.before), width);
    let bars = bars(view, hands, taken, width);
    let chosen = markdown::plain(step.choice.text.as_str());
    let page = |is_large: bool| {
        let said = large(&format!("The class chose {}", letter(taken)), width, view.theme.accent)?;
        let text = if is_large { large(&chosen, width, view.theme.strong)? } else { small(&chosen, view.theme.strong) };
        arranged(&[&said, &text].into_iter().chain(&bars).chain([&told]).collect::<Vec<_>>(), area)
    };
    [true, false].into_iter().find_map(page)
}

/// Parts below each other, as far apart as the rows allow.
fn arranged(parts: &[&CellGrid], area: Rect) -> Option<CellGrid> {
    let tall: u16 = parts.iter().map(|part| part.height()).sum();
    let between = cells(parts.len().saturating_sub(1));
    // The bottom row is for a word on what a key did.
    let rows = area.height.saturating_sub(1);
    let gap = (1..=GAP).rev().find(|gap| tall + gap * between <= rows)?;
    let mut sheet = CellGrid::new(area.width);
    sheet.gap((rows - tall - gap * between) / 3);
    for (n, part) in parts.iter().enumerate() {
        sheet.gap(if n > 0 { gap } else { 0 });
        sheet.sheet(0, sheet.height(), part);
    }
    Some(sheet)
}

/// `text` in lines of big letters.
fn large(text: &str, width: u16, style: Style) -> Option<CellGrid> {
    let mut sheet = CellGrid::new(width);
    for line in big_text::wrapped(text, width)? {
        sheet.big(0, sheet.height(), &line, style);
    }
    Some(sheet)
}

/// `text` in small letters.
fn small(text: &str, style: Style) -> CellGrid {
    let mut sheet = CellGrid::new(COLUMN);
    for line in textwrap::wrap(text, usize::from(COLUMN)) {
        sheet.line(0, &Line::styled(line.into_owned(), style));
    }
    sheet
}

/// A page of small letters.
fn read(doc: &Doc) -> CellGrid {
    let mut sheet = CellGrid::new(COLUMN);
    sheet.lines(0, &doc.lines);
    sheet
}

fn reader(view: PlayView<'_>, width: u16) -> DocBuilder<'_> {
    DocBuilder::new(view.theme, usize::from(COLUMN.min(width.saturating_sub(METER + BESIDE))))
}

/// The scene's title, and at its right, or below it, the hands.
fn title(view: PlayView<'_>, scene: &Scene, counted: Option<(usize, usize)>, width: u16) -> Option<CellGrid> {
    let said = counted.map_or_else(String::new, |(done, of)| format!("{done} of {of} counted"));
    let mut sheet = large(scene.title.as_str(), width, view.theme.strong)?;
    let free = width.saturating_sub(big_text::width(scene.title.as_str()) + BESIDE);
    if free >= big_text::width(MOST_HANDS) {
        sheet.big(width.saturating_sub(big_text::width(&said)), 0, &said, view.theme.strong);
    } else {
        sheet.line(0, &Line::styled(said, view.theme.strong));
    }
    Some(sheet)
}

/// The scene's text between what came of the last decision and what comes back of earlier ones.
fn told(view: PlayView<'_>, trace: &ClassTrace<'_>, scene: &Scene, last: bool, width: u16) -> Doc {
    let mut setter = reader(view, width);
    if let Some(step) = trace.steps.last().filter(|_| last) {
        setter.markdown_in(step.choice.outcome.as_str(), view.theme.dim, "");
        setter.gap();
    }
    setter.markdown(&scene.text);
    setter.gap();
    echoes(&mut setter, view, &trace.echoes);
    setter.finish()
}

/// The meters below each other.
fn levels(view: PlayView<'_>, levels: &[i16], before: &[i16]) -> Doc {
    let mut setter = DocBuilder::new(view.theme, usize::from(METER));
    meters::draw(&mut setter, view.scenario, levels, before);
    setter.finish()
}

/// What is read, and at its right the meters, apart from each other.
fn beside(told: &Doc, levels: &Doc, width: u16) -> CellGrid {
    let mut sheet = CellGrid::new(width);
    sheet.lines(0, &told.lines);
    let x = COLUMN.min(width.saturating_sub(METER + BESIDE)) + BESIDE;
    for (y, line) in (0_u16..).step_by(2).zip(&levels.lines) {
        sheet.put(x, y, line);
    }
    sheet
}

/// A choice: its letter big, and its text where `is_large`; `>` before the one pointed at.
fn choice(view: PlayView<'_>, at: usize, text: &str, here: bool, (width, is_large): (u16, bool)) -> Option<CellGrid> {
    let theme = view.theme;
    let (front, style) = if here { (theme.focus, theme.focus) } else { (theme.strong, theme.text) };
    let text = markdown::plain(text);
    let body = if is_large { large(&text, width.saturating_sub(FRONT), style)? } else { small(&text, style) };
    let mut sheet = CellGrid::new(width);
    if here {
        sheet.big(0, 0, ">", front);
    }
    sheet.big(MARK, 0, &letter(at).to_string(), front);
    sheet.sheet(FRONT, u16::from(!is_large), &body);
    Some(sheet)
}

/// A bar for each choice, as long as its share of the hands; none when nobody counted.
fn bars(view: PlayView<'_>, hands: &[u32], taken: usize, width: u16) -> Vec<CellGrid> {
    let all: u64 = hands.iter().map(|&n| u64::from(n)).sum();
    if all == 0 {
        return Vec::new();
    }
    let number = big_text::width(&all.to_string());
    let chosen = big_text::width(super::hands::TAKEN.trim());
    let room = width.saturating_sub(LETTER + 3 + 3 + number + 4 + chosen);
    let bar = |(at, &n): (usize, &u32)| {
        let (theme, mut sheet) = (view.theme, CellGrid::new(width));
        let filled = super::hands::cells(n, all, usize::from(room));
        sheet.big(0, 0, &letter(at).to_string(), theme.strong);
        let style = if at == taken { theme.accent } else { theme.dim };
        for (y, block) in (0_u16..).zip(["█", "█", "█", "▀"]) {
            sheet.put(LETTER + 3, y, &Line::styled(block.repeat(filled), style));
        }
        let x = LETTER + 3 + room + 3;
        let said = n.to_string();
        sheet.big(x + number - big_text::width(&said), 0, &said, theme.strong);
        if at == taken {
            sheet.big(x + number + 4, 0, super::hands::TAKEN.trim(), theme.text);
        }
        sheet
    };
    hands.iter().enumerate().map(bar).collect()
}
