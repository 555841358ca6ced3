//! A screen as text: its characters, and its styles in the words of the theme.

use ninetracks::ui::app::App;
use ninetracks::ui::script;
use ninetracks::ui::theme::{self, Theme};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// The screen at a size: its characters between bars, then its styles.
pub(super) fn picture(app: &App, width: u16, height: u16) -> String {
    let buffer = screen_of(script::screen(app, width, height));
    let text: Vec<String> = script::text(&buffer).lines().map(|line| format!("│{line}")).collect();
    format!("{}\n\n{}", text.join("\n"), styles(&buffer))
}

pub(super) fn screen_of(drawn: impl Into<Option<Buffer>>) -> Buffer {
    drawn.into().expect("a screen without a terminal can always be drawn")
}

/// Every run of cells in one style: `row:column "text" style`.
pub(super) fn styles(buffer: &Buffer) -> String {
    let mut said = Vec::new();
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let style = said_style(&buffer[(x, y)]);
            let end =
                (x + 1..buffer.area.width).find(|&e| said_style(&buffer[(e, y)]) != style).unwrap_or(buffer.area.width);
            let text: String = (x..end).map(|c| buffer[(c, y)].symbol()).collect();
            if !style.is_empty() && (!text.trim().is_empty() || style.contains("reversed")) {
                said.push(format!("{y}:{x} {}{style}", said_text(&text)));
            }
            x = end;
        }
    }
    said.join("\n")
}

/// The text in quotation marks; a line of one character as the character and its number.
pub(super) fn said_text(text: &str) -> String {
    let first = text.chars().next().unwrap_or(' ');
    let n = text.chars().count();
    if n > 8 && text.chars().all(|c| c == first) { format!("{first} × {n}") } else { format!("{:?}", text.trim_end()) }
}

/// The cell's style by the names of the theme, so that a new shade of blue changes no snapshot.
pub(super) fn said_style(cell: &Cell) -> String {
    let mut said = String::new();
    for (ground, colour) in [(" ", cell.fg), (" on ", cell.bg)] {
        if colour != Color::Reset {
            said += &format!("{ground}{}", said_colour(colour));
        }
    }
    for (modifier, name) in [
        (Modifier::BOLD, "bold"),
        (Modifier::ITALIC, "italic"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::REVERSED, "reversed"),
        (Modifier::DIM, "faint"),
    ] {
        if cell.modifier.contains(modifier) {
            said += &format!(" {name}");
        }
    }
    said
}

pub(super) fn said_colour(colour: Color) -> String {
    for theme in
        [theme::ColourScheme::Dark, theme::ColourScheme::Light, theme::ColourScheme::Contrast].map(Theme::named)
    {
        let named = [
            ("text", theme.text),
            ("dim", theme.dim),
            ("accent", theme.accent),
            ("right", theme.right),
            ("wrong", theme.wrong),
            ("partly", theme.partly),
        ];
        if let Some((name, _)) = named.iter().find(|(_, style)| style.fg == Some(colour)) {
            return (*name).to_owned();
        }
        if let Some(track) = theme.tracks.iter().position(|style| style.fg == Some(colour)) {
            return format!("track{}", track + 1);
        }
    }
    colour.to_string()
}

#[test]
fn styles_are_said_in_words() {
    let mut buffer = Buffer::with_lines(["ab cd", "───────────"]);
    let theme = Theme::named(theme::ColourScheme::Dark);
    buffer.set_string(0, 0, "ab", theme.right.add_modifier(Modifier::BOLD));
    buffer.set_string(0, 1, "───────────", theme.dim);
    assert_eq!(styles(&buffer), "0:0 \"ab\" right bold\n1:0 ─ × 11 dim");
}
