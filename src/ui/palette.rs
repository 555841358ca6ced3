//! The command palette: every action and its key, narrowed by letters. ⏎ does what is chosen; what is off says why.

use crossterm::event::{Event as TerminalEvent, KeyCode, KeyEvent, KeyModifiers};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use tui_input::Input as TextInput;
use tui_input::backend::crossterm::EventHandler;
use unicode_width::UnicodeWidthStr;

use super::boxed::{self, ENDS};
use super::context::Context;
use super::effect::{LibrarySection, Place, SetupStart};
use super::file_exchange::ExchangeRequest;
use super::frame::{self, centred, shortened};
use super::keymap::KeyMap;
use super::keys::KeyHint;
use super::scroll::Scroll;
use super::window;
use crate::course::Course;
use crate::course::spelling;

/// Widest the palette is drawn, and rows for what is typed.
const WIDEST: u16 = 64;
const TYPED: u16 = 2;
/// Rows above and below it: header, footer and the lines that part them.
const AROUND: u16 = 4;
/// Cells for a key.
const KEYS: usize = 12;

/// What a line of the palette does.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// What this key does on the screen below.
    Press(KeyEvent),
    Open(Box<Place>),
    Help,
    Quit,
    /// Nothing now, and why.
    Off(&'static str),
}

/// A line of it.
#[derive(Clone, Debug, PartialEq)]
pub struct PaletteItem {
    /// What to press; empty where no key does it from here.
    pub keys: String,
    pub does: String,
    pub command: Command,
}

/// The palette as long as it is open.
pub(super) struct Palette {
    items: Vec<PaletteItem>,
    typed: TextInput,
    cursor: usize,
}

/// What became of a key.
pub(super) enum PaletteOutcome {
    Open,
    Closed,
    Chosen(Command),
}

impl Palette {
    /// What the screen below can do, then where one can go.
    pub(super) fn new(screen: Vec<PaletteItem>, goes: Vec<PaletteItem>) -> Self {
        let known: Vec<String> = screen.iter().map(|item| item.does.clone()).collect();
        let goes = goes.into_iter().filter(|item| !known.contains(&item.does));
        let mut items: Vec<PaletteItem> = screen.iter().cloned().chain(goes).collect();
        // What can be done comes first.
        items.sort_by_key(|item| matches!(item.command, Command::Off(_)));
        Self { items, typed: TextInput::default(), cursor: 0 }
    }

    /// The keys of the palette itself, for the footer.
    pub(super) fn hints() -> Vec<KeyHint> {
        [("↑↓", "move"), ("⏎", "do it"), ("Esc", "close")].map(|(keys, does)| KeyHint::new(keys, does)).to_vec()
    }

    pub(super) fn key(&mut self, key: KeyEvent) -> PaletteOutcome {
        let is_ctrl = |c| key.modifiers == KeyModifiers::CONTROL && key.code == KeyCode::Char(c);
        match key.code {
            KeyCode::Esc => return PaletteOutcome::Closed,
            _ if is_ctrl('p') => return PaletteOutcome::Closed,
            KeyCode::Enter => {
                return match self.shown().get(self.cursor) {
                    Some(item) => PaletteOutcome::Chosen(item.command.clone()),
                    None => PaletteOutcome::Open,
                };
            }
            KeyCode::Up => self.cursor = self.cursor.saturating_sub(1),
            KeyCode::Down => self.cursor = (self.cursor + 1).min(self.shown().len().saturating_sub(1)),
            _ => {
                self.typed.handle_event(&TerminalEvent::Key(key));
                self.cursor = 0;
            }
        }
        PaletteOutcome::Open
    }

    /// Those that hold every word typed.
    fn shown(&self) -> Vec<&PaletteItem> {
        let typed = spelling::plain(self.typed.value());
        let holds = |item: &&PaletteItem| {
            let words = spelling::plain(&format!("{} {}", item.does, item.keys));
            typed.split_whitespace().all(|word| words.contains(word))
        };
        self.items.iter().filter(holds).collect()
    }

    pub(super) fn draw(&self, frame: &mut Frame<'_>, context: &Context<'_>) {
        let theme = context.theme;
        let rows = u16::try_from(self.items.len()).unwrap_or(u16::MAX).saturating_add(ENDS + TYPED);
        let area = centred(context.area, WIDEST, rows.min(context.area.height.saturating_sub(AROUND)));
        boxed::quieten(frame.buffer_mut(), frame::above_footer(context.area), theme);
        let inner = boxed::draw(frame.buffer_mut(), area, " What do you want to do? ", theme);
        let input = Line::from(vec![Span::styled("› ", theme.focus), Span::raw(self.typed.value().to_owned())]);
        frame.buffer_mut().set_line(inner.x, inner.y, &input, inner.width);
        let column = u16::try_from(self.typed.visual_cursor() + 2).unwrap_or(0).min(inner.width.saturating_sub(1));
        frame.set_cursor_position((inner.x + column, inner.y));
        let list = Rect { y: inner.y + TYPED.min(inner.height), height: inner.height.saturating_sub(TYPED), ..inner };
        self.draw_list(frame, list, context);
    }

    fn draw_list(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let shown = self.shown();
        if shown.is_empty() {
            let nothing = Line::styled("  No action holds these words.", context.theme.dim);
            frame.buffer_mut().set_line(area.x, area.y, &nothing, area.width);
        }
        let top = (self.cursor + 1).saturating_sub(usize::from(area.height).max(1));
        for (row, (at, item)) in area.rows().zip(shown.iter().enumerate().skip(top)) {
            let line = line(item, at == self.cursor, context, usize::from(row.width));
            frame.buffer_mut().set_line(row.x, row.y, &line, row.width);
        }
        window::draw_more(frame, area, shown.len(), Scroll::at(top), context.theme);
    }
}

fn line(item: &PaletteItem, here: bool, context: &Context<'_>, width: usize) -> Line<'static> {
    let theme = context.theme;
    let why = if let Command::Off(why) = item.command { why } else { "" };
    let (mark, style) = match (here, why.is_empty()) {
        (true, true) => ("▸", theme.focus),
        (true, false) => ("▸", theme.dim),
        (false, true) => (" ", theme.text),
        (false, false) => (" ", theme.dim),
    };
    let does = if why.is_empty() { item.does.clone() } else { format!("{}: {why}", item.does) };
    let does = shortened(&does, width.saturating_sub(KEYS + 3));
    let pad = " ".repeat(width.saturating_sub(does.width() + KEYS + 2));
    Line::from(vec![
        Span::styled(format!("{mark} {does}{pad}"), style),
        Span::styled(format!("{:>KEYS$}", shortened(&item.keys, KEYS)), theme.focus),
    ])
}

/// Where one can go from every screen, with the key at home.
pub(super) fn places(course: &Course, chosen: &KeyMap) -> Vec<PaletteItem> {
    let shelf = |shelf| Place::Library { shelf, entry: None };
    let missing = |there: bool, why| (!there).then_some(why);
    let all = [
        ("search", "/", Place::Search, None),
        ("cards", "home c", Place::Cards { lesson: None }, None),
        ("browse the cards", "home v", Place::CardBrowser, None),
        ("choose a quiz", "home Q", Place::QuizSetup { lessons: Vec::new() }, None),
        (
            "scenarios",
            "home s",
            Place::Scenarios,
            missing(!course.scenario_outlines().is_empty(), "this course has none"),
        ),
        ("placement test", "home p", Place::Placement, missing(course.has_placement(), "this course has none")),
        ("library", "home b", shelf(LibrarySection::Glossary), None),
        ("library: references", "", shelf(LibrarySection::References), None),
        ("library: cases", "", shelf(LibrarySection::Cases), None),
        ("statistics", "home t", Place::Statistics, None),
        ("memory", "", Place::Memory, None),
        ("reports of classes", "", Place::Reports, None),
        ("drill", "home d", Place::DrillSetup(SetupStart::default()), None),
        ("notes", "home n", Place::Notes, None),
        ("profiles", "settings p", Place::Profiles, None),
        ("courses", "home o", Place::Courses, None),
        ("add a course", "", Place::Exchange(ExchangeRequest::AddFrom(None)), None),
        ("import questions", "", Place::Exchange(ExchangeRequest::ImportFrom(None)), None),
        ("export questions", "", Place::Exchange(ExchangeRequest::ExportParts), None),
        ("settings", "home ,", Place::Settings, None),
        ("wheel", "home w", Place::Wheel { at: 1 }, missing(course.wheel().is_some(), "this course has none")),
    ];
    let item = |(does, keys, place, off): (&str, &str, Place, Option<&'static str>)| PaletteItem {
        keys: match keys.strip_prefix("home ") {
            Some(key) => format!("home {}", chosen.shown(does, key)),
            None => chosen.shown(does, keys),
        },
        does: does.to_owned(),
        command: off.map_or(Command::Open(Box::new(place)), Command::Off),
    };
    all.into_iter().map(item).collect()
}

/// Where what is wrong in the course is listed.
pub(super) fn errors() -> PaletteItem {
    let open = Command::Open(Box::new(Place::Problems));
    PaletteItem { keys: "home !".to_owned(), does: "errors in the course".to_owned(), command: open }
}

/// What every screen can do.
pub(super) fn always() -> Vec<PaletteItem> {
    let item = |keys: &str, does: &str, command| PaletteItem { keys: keys.to_owned(), does: does.to_owned(), command };
    let help = item("?", "keys of this screen", Command::Help);
    let quit = item("Ctrl-C", "quit; no answer is lost", Command::Quit);
    vec![help, quit]
}
