//! The report of a class as lines: what the screens and the page show, without charts.

use textwrap::{Options, fill};

use super::console::WIDTH;
use crate::pages::report::blocks;
use crate::pages::{BarRow, Block, Cell, Fill, Said, Table, TeamMark};
use crate::study::report::Report;

/// The report in words, in lines of at most 76 cells.
#[must_use]
pub fn class_report(report: &Report) -> String {
    let mut said = String::new();
    for block in blocks(report) {
        if !said.is_empty() && opens(&block) {
            said.push('\n');
        }
        for (marker, text) in lines(&block) {
            let indent = " ".repeat(textwrap::core::display_width(&marker));
            said.push_str(&fill(&text, Options::new(WIDTH).initial_indent(&marker).subsequent_indent(&indent)));
            said.push('\n');
        }
    }
    said
}

fn opens(block: &Block) -> bool {
    matches!(block, Block::Heading(_) | Block::Item { .. })
}

/// Each line's marker and text.
fn lines(block: &Block) -> Vec<(String, String)> {
    let plain = |text: &str| vec![(String::new(), text.to_owned())];
    let item = |text: String| ("- ".to_owned(), text);
    match block {
        Block::Title(text) | Block::Heading(text) | Block::Text(text) | Block::Aside(text) => plain(text),
        Block::Caution(text) => plain(&format!("Note: {text}")),
        Block::Item { number, words } => vec![(format!("{number}. "), words.clone())],
        Block::Facts(facts) => facts.iter().map(|(name, what)| (String::new(), format!("{name}: {what}"))).collect(),
        Block::List(items) => items.iter().cloned().map(item).collect(),
        Block::Table(table) if table.for_pages => Vec::new(),
        Block::Table(table) => titled(&table.title, rows(table)),
        Block::Charts(charts) => charts
            .iter()
            .filter(|c| !c.in_table)
            .flat_map(|c| titled(unmarked(&c.title), c.rows.iter().map(bars)))
            .collect(),
        Block::Columns { title, columns } => {
            titled(title, columns.iter().filter(|(_, n)| *n > 0).map(|(class, n)| format!("{class}: {n}")))
        }
        Block::Said(all) => plain(&all.iter().map(said).collect::<Vec<_>>().join("; ")),
    }
}

fn titled(title: &str, rows: impl IntoIterator<Item = String>) -> Vec<(String, String)> {
    let head = (String::new(), format!("{title}:"));
    [head].into_iter().chain(rows.into_iter().map(|row| ("- ".to_owned(), row))).collect()
}

/// The title of a chart without what its bars look like.
fn unmarked(title: &str) -> &str {
    title.split_once(": before").map_or(title, |(what, _)| what)
}

/// A row as its name and what belongs to it; numbers stand behind the head of their column.
fn rows(table: &Table) -> Vec<String> {
    let cell = |(head, cell): (&String, &Cell)| match cell {
        Cell::Number(text) => format!("{head}: {text}"),
        Cell::Words(_) | Cell::Team(_) => cell.words(),
    };
    let row = |cells: &Vec<Cell>| {
        let rest: Vec<String> = table.head.iter().zip(cells).skip(1).map(cell).collect();
        format!("{}: {}", cells.first().map(Cell::words).unwrap_or_default(), rest.join("; "))
    };
    table.rows.iter().map(row).collect()
}

fn bars(row: &BarRow) -> String {
    let name = row.team.as_ref().map_or_else(|| format!("{}. {}", row.mark, row.label), TeamMark::words);
    let tag = row.tag.map(|tag| format!(" ({tag})")).unwrap_or_default();
    let numbers: Vec<String> = row
        .bars
        .iter()
        .map(|bar| if bar.fill == Fill::Hollow { format!("{} before,", bar.said) } else { bar.said.clone() })
        .collect();
    let after = if row.bars.len() > 1 { " after" } else { "" };
    let colon = if numbers.is_empty() { "" } else { ": " };
    format!("{}{tag}{colon}{}{after}", name.trim_end_matches('.'), numbers.join(" "))
}

fn said(said: &Said) -> String {
    let points = match said.points.as_str() {
        "·" => String::new(),
        "1" => " (1 point)".to_owned(),
        points => format!(" ({points} points)"),
    };
    format!("{}: {}{points}", said.team.words(), said.said)
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
