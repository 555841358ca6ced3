//! The README's pictures: screens of the built-in course as SVG. `UPDATE_PICTURES=1 cargo test --test screens pictures` makes them.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use ninetracks::course::Course;
use ninetracks::store::{Learner, Store};
use ninetracks::ui::app::{App, Config, Message};
use ninetracks::ui::script;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::start;

/// File, keys from home, size.
const PICTURES: &[(&str, &str, (u16, u16))] = &[
    ("home", "", (80, 24)),
    ("lesson", "<enter><space><space>", (80, 24)),
    ("question", "q1<enter>", (80, 24)),
    ("wheel", "w5", (80, 30)),
];

/// Pixels of a cell, around the screen, and of a letter.
const CELL: (f64, f64) = (8.4, 18.0);
const AROUND: f64 = 10.0;
const LETTER: u32 = 14;
/// What the dark theme is drawn on, and its text.
const GROUND: &str = "#16191d";
const TEXT: &str = "#d8dce2";

#[test]
fn the_pictures_of_the_readme_are_true() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let is_made = std::env::var_os("UPDATE_PICTURES").is_some();
    let mut stale = Vec::new();
    for (name, keys, size) in PICTURES {
        let drawn = svg(&shown(keys, *size));
        let file = folder.join(format!("{name}.svg"));
        if is_made {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&file, &drawn).unwrap();
        }
        if std::fs::read_to_string(&file).unwrap_or_default() != drawn {
            stale.push(*name);
        }
        assert!(readme.contains(&format!("(docs/pictures/{name}.svg)")), "README.md does not show {name}.svg");
    }
    assert!(stale.is_empty(), "{stale:?}: screens have changed. UPDATE_PICTURES=1 cargo test --test screens pictures");
}

/// The screen of somebody who begins today.
fn shown(keys: &str, (width, height): (u16, u16)) -> Buffer {
    let course = Arc::new(Course::builtin().unwrap());
    let learner = Learner { profile: "default".into(), course: course.progress_id() };
    let data = tempfile::tempdir().unwrap();
    let store = Store::open(data.path(), learner.clone());
    let mut app = App::new(course, store, Config::fixed(learner), start(), (width, height)).unwrap();
    for key in script::keys(keys).unwrap() {
        let _ = app.handle(Message::Key(key), start());
    }
    script::screen(&app, width, height).unwrap()
}

fn svg(screen: &Buffer) -> String {
    let (columns, rows) = (f64::from(screen.area.width), f64::from(screen.area.height));
    let (width, height) = (columns * CELL.0 + 2.0 * AROUND, rows * CELL.1 + 2.0 * AROUND);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.1} {height:.1}\" width=\"{width:.0}\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"{GROUND}\"/>\n\
         <g font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"{LETTER}\" fill=\"{TEXT}\" xml:space=\"preserve\">\n"
    );
    for y in 0..screen.area.height {
        let mut x = 0;
        while x < screen.area.width {
            let style = style_of(&screen[(x, y)]);
            let end = (x + 1..screen.area.width).find(|&e| style_of(&screen[(e, y)]) != style);
            let end = end.unwrap_or(screen.area.width);
            let text: String = (x..end).map(|c| screen[(c, y)].symbol()).collect();
            svg += &run(&text, (x, y), &style);
            x = end;
        }
    }
    svg + "</g>\n</svg>\n"
}

/// A run of cells: its ground, where it has one, and its letters, each in its cell.
fn run(text: &str, (x, y): (u16, u16), style: &RunStyle) -> String {
    let (left, top) = (f64::from(x) * CELL.0 + AROUND, f64::from(y) * CELL.1 + AROUND);
    let cells = text.chars().count();
    let wide = f64::from(u16::try_from(cells).unwrap()) * CELL.0;
    let mut said = String::new();
    if let Some(ground) = &style.ground {
        let _ = writeln!(
            said,
            "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{wide:.1}\" height=\"{}\" fill=\"{ground}\"/>",
            CELL.1
        );
    }
    if text.trim().is_empty() {
        return said;
    }
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let base = top + CELL.1 * 0.75;
    let _ =
        writeln!(said, "<text x=\"{left:.1}\" y=\"{base:.1}\" textLength=\"{wide:.1}\"{}>{text}</text>", style.letters);
    said
}

/// What tells two runs apart.
#[derive(PartialEq)]
struct RunStyle {
    ground: Option<String>,
    letters: String,
}

fn style_of(cell: &Cell) -> RunStyle {
    let (mut letters, mut ground) = (colour(cell.fg), colour(cell.bg));
    if cell.modifier.contains(Modifier::REVERSED) {
        (letters, ground) = (Some(ground.unwrap_or(GROUND.into())), Some(letters.unwrap_or(TEXT.into())));
    }
    let mut said = letters.map(|c| format!(" fill=\"{c}\"")).unwrap_or_default();
    for (modifier, attribute) in [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::ITALIC, " font-style=\"italic\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
    ] {
        said += if cell.modifier.contains(modifier) { attribute } else { "" };
    }
    RunStyle { ground, letters: said }
}

/// The dark theme has colours of its own and the terminal's.
fn colour(colour: Color) -> Option<String> {
    match colour {
        Color::Reset => None,
        Color::Rgb(r, g, b) => Some(format!("#{r:02x}{g:02x}{b:02x}")),
        named => panic!("the dark theme has no {named}"),
    }
}
