//! The report of a class as lines: what the screens and the page show, without charts.

use textwrap::{Options, fill};

use super::console::WIDTH;
use crate::pages::report::elements;
use crate::pages::{BarRow, DataTable, Element, Fill, TeamMark, TeamReply, Value};
use crate::study::report::Report;

/// The report in words, in lines of at most 76 cells.
#[must_use]
pub fn class_report(report: &Report) -> String {
    let mut said = String::new();
    for element in elements(report) {
        if !said.is_empty() && opens(&element) {
            said.push('\n');
        }
        said.push_str(&element_in_lines(&element));
    }
    said
}

/// One element of it.
pub(crate) fn element_in_lines(element: &Element) -> String {
    let set = |(marker, text): (String, String)| {
        let indent = " ".repeat(textwrap::core::display_width(&marker));
        fill(&text, Options::new(WIDTH).initial_indent(&marker).subsequent_indent(&indent)) + "\n"
    };
    lines(element).into_iter().map(set).collect()
}

fn opens(element: &Element) -> bool {
    matches!(element, Element::Heading(_) | Element::Item { .. })
}

/// Each line's marker and text.
fn lines(element: &Element) -> Vec<(String, String)> {
    let plain = |text: &str| vec![(String::new(), text.to_owned())];
    let item = |text: String| ("- ".to_owned(), text);
    match element {
        Element::Title(text) | Element::Heading(text) | Element::Text(text) | Element::Aside(text) => plain(text),
        Element::Caution(text) => plain(&format!("Note: {text}")),
        Element::Item { number, words } => vec![(format!("{number}. "), words.clone())],
        Element::Facts(facts) => facts.iter().map(|(name, what)| (String::new(), format!("{name}: {what}"))).collect(),
        Element::List(items) => items.iter().cloned().map(item).collect(),
        Element::Table(table) if table.for_pages => Vec::new(),
        Element::Table(table) => titled(&table.title, rows(table)),
        Element::Charts(charts) => {
            charts.iter().filter(|c| !c.in_table).flat_map(|c| titled(&c.title, c.rows.iter().map(bars))).collect()
        }
        Element::Columns { title, columns } => {
            titled(title, columns.iter().filter(|(_, n)| *n > 0).map(|(class, n)| format!("{class}: {n}")))
        }
        Element::Replies(all) => plain(&all.iter().map(said).collect::<Vec<_>>().join("; ")),
    }
}

fn titled(title: &str, rows: impl IntoIterator<Item = String>) -> Vec<(String, String)> {
    let head = (String::new(), format!("{title}:"));
    [head].into_iter().chain(rows.into_iter().map(|row| ("- ".to_owned(), row))).collect()
}

/// A row as its name and what belongs to it; numbers stand behind the head of their column.
fn rows(table: &DataTable) -> Vec<String> {
    let cell = |(head, cell): (&String, &Value)| match cell {
        Value::Number(text) => format!("{head}: {text}"),
        Value::Words(_) | Value::Team(_) => cell.words(),
    };
    let row = |cells: &Vec<Value>| {
        let rest: Vec<String> = table.head.iter().zip(cells).skip(1).map(cell).collect();
        format!("{}: {}", cells.first().map(Value::words).unwrap_or_default(), rest.join("; "))
    };
    table.rows.iter().map(row).collect()
}

fn bars(row: &BarRow) -> String {
    let name = row.team.as_ref().map_or_else(|| format!("{}. {}", row.mark, row.label), TeamMark::words);
    let tag = row.tag.as_ref().map(|tag| format!(" ({tag})")).unwrap_or_default();
    let numbers: Vec<String> = row
        .bars
        .iter()
        .map(|bar| if bar.fill == Fill::Hollow { format!("{} before,", bar.said) } else { bar.said.clone() })
        .collect();
    let after = if row.bars.len() > 1 { " after" } else { "" };
    let colon = if numbers.is_empty() { "" } else { ": " };
    format!("{}{tag}{colon}{}{after}", name.trim_end_matches('.'), numbers.join(" "))
}

fn said(said: &TeamReply) -> String {
    let points = match said.points.as_deref() {
        None => String::new(),
        Some("1") => " (1 point)".to_owned(),
        Some(points) => format!(" ({points} points)"),
    };
    format!("{}: {}{points}", said.team.words(), said.words())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::report::samples;

    #[test]
    fn lines_are_short_and_every_question_is_there() {
        for report in samples::all() {
            let said = class_report(&report);
            assert!(said.lines().all(|line| textwrap::core::display_width(line) <= WIDTH), "{said}");
            let stems: Vec<&String> = match &report {
                Report::Drill(drill) => drill.questions.iter().map(|q| &q.about.stem).collect(),
                Report::Test(test) => test.questions.iter().map(|q| &q.about.stem).collect(),
            };
            let flat = said.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(stems.iter().all(|stem| flat.contains(&stem.split_whitespace().collect::<Vec<_>>().join(" "))));
        }
    }

    #[test]
    fn two_votes_in_words() {
        let said = class_report(&Report::Drill(samples::argued()));
        assert!(said.contains("Hands by option:\n- A. A passenger: 1 before, 0 after\n"), "{said}");
        assert!(
            said.contains(
                "- D. A pilot (key): 9 before, 20 after\nRight before arguing: 36 %; after: 80 %, which is 69 %"
            ),
            "{said}"
        );
    }

    #[test]
    fn a_quiz_in_words() {
        let said = class_report(&Report::Test(samples::test(3)));
        assert!(said.contains("Note: Too few to read") && said.contains("- Person 0: Points: 1; Share: "), "{said}");
        assert!(said.contains("- Kurtosis: Value: –; Undefined: it takes four attempts.\n"), "{said}");
    }
}
