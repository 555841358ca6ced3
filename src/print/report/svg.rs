//! Charts as inline SVG. Widths are parts of a hundred, so that a chart is as wide as its place and its letters keep
//! their size on a phone; each says in words what it shows.

use maud::{Markup, html};

use crate::pages::{ChartBar, Fill, Scale, TeamMark};

/// Height of a bar in pixels.
const BAR: u32 = 14;
/// Room for the columns of a histogram, and the whole picture with its letters, in pixels.
const COLUMN: f64 = 110.0;
const PICTURE: f64 = 150.0;

/// A number of percent for an attribute.
fn percent(share: f64) -> String {
    format!("{:.2}%", (share * 100.0).clamp(0.0, 100.0))
}

/// One bar on its track.
pub(super) fn bar(bar: &ChartBar, scale: Scale, what: &str) -> Markup {
    let share = if bar.share.is_finite() { bar.share } else { 0.0 };
    let (from, wide) = match scale {
        Scale::Share => (0.0, share.clamp(0.0, 1.0)),
        Scale::Signed => (0.5 + share.clamp(-1.0, 0.0) / 2.0, share.abs().min(1.0) / 2.0),
    };
    let fill = match bar.fill {
        Fill::Solid => "solid".to_owned(),
        Fill::Light => "light".to_owned(),
        Fill::Hollow => "hollow".to_owned(),
        Fill::Absent => return html! {},
        Fill::Team(colour) => format!("team t{}", colour.min(7)),
    };
    html! {
        svg role="img" aria-label={ (what) ": " (bar.said) } width="100%" height=(BAR) {
            rect class="track" width="100%" height=(BAR) {}
            @if wide > 0.0 { rect class={ "fill " (fill) } x=(percent(from)) y="1" width=(percent(wide)) height=(BAR - 2) {} }
            @if scale == Scale::Signed { line class="zero" x1="50%" x2="50%" y1="0" y2=(BAR) {} }
            @if let Some(aim) = bar.aim { line class="aim" x1=(percent(aim)) x2=(percent(aim)) y1="0" y2=(BAR) {} }
        }
    }
}

/// A team's shape in its colour.
pub(super) fn shape(team: &TeamMark) -> Markup {
    html! {
        svg class={ "shape t" (team.colour.min(7)) } role="img" aria-label=(team.shape) width="18" height="18" viewBox="0 0 20 20" {
            @match team.shape {
                "circle" => circle cx="10" cy="10" r="8" {},
                "square" => rect x="3" y="3" width="14" height="14" {},
                "triangle" => path d="M10 2 18 17H2z" {},
                "diamond" => path d="M10 1 19 10 10 19 1 10z" {},
                "star" => path d="M10 1l2.6 6.2 6.4.5-4.9 4.2 1.5 6.4L10 14.8l-5.6 3.5 1.5-6.4L1 7.7l6.4-.5z" {},
                "cross" => path d="M7.5 2h5v5.5H18v5h-5.5V18h-5v-5.5H2v-5h5.5z" {},
                "ring" => path fill-rule="evenodd" d="M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 5a4 4 0 1 1 0 8 4 4 0 0 1 0-8z" {},
                _ => rect x="1" y="7" width="18" height="6" {},
            }
        }
    }
}

/// How many there are in each class, as columns.
pub(super) fn columns(title: &str, columns: &[(String, usize)]) -> Markup {
    let most = columns.iter().map(|c| c.1).max().unwrap_or(0).max(1);
    let step = 1.0 / crate::pages::words::part_of_many(columns.len());
    let words =
        columns.iter().filter(|c| c.1 > 0).map(|(class, n)| format!("{class}: {n}")).collect::<Vec<_>>().join(", ");
    html! {
        svg class="columns" role="img" aria-label={ (title) ". " (words) } width="100%" height=(PICTURE) {
            line class="zero" x1="0" x2="100%" y1=(COLUMN + 20.0) y2=(COLUMN + 20.0) {}
            @for (at, (class, n)) in columns.iter().enumerate() {
                @let left = crate::pages::words::part_of_many(at) * step;
                @let tall = crate::pages::words::part_of(*n, most) * COLUMN;
                @let middle = percent(left + step / 2.0);
                @if *n > 0 {
                    rect class="fill solid" x=(percent(left + step * 0.1)) y=(format!("{:.1}", COLUMN + 20.0 - tall))
                        width=(percent(step * 0.8)) height=(format!("{tall:.1}")) {}
                    text x=(middle) y=(format!("{:.1}", COLUMN + 15.0 - tall)) text-anchor="middle" { (n) }
                }
                text class="class" x=(middle) y=(COLUMN + 36.0) text-anchor="middle" { (class) }
            }
        }
    }
}
