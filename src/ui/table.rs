//! Tables: columns where they fit, else one block per row. Cells are Markdown and wrap inside their column.

mod widths;

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use widths::{measured, widths};

use super::doc::{Doc, DocBuilder, DocLink};
use super::theme::Theme;
use crate::course::model::{Id, Table, Text};

/// Cells between two columns.
const GAP: usize = 2;
/// A longer first cell is a sentence, not a label.
const LONGEST_LABEL: usize = 32;

/// `table` in at most `width` cells, without caption. The citations go on counting from `cited`; the document
/// returned holds the whole list.
#[must_use]
pub fn set(table: &Table, theme: &Theme, width: usize, cited: Vec<Id>) -> Doc {
    let mut page = TableBuilder { theme, width: width.max(1), doc: Doc { cited, ..Doc::default() } };
    match widths(table, width) {
        Some(widths) => page.columns(table, &widths),
        None => page.cards(table),
    }
    page.doc
}

/// Whether `table` has room for its columns.
#[must_use]
pub fn fits(table: &Table, width: usize) -> bool {
    widths(table, width).is_some()
}

/// The document as it grows.
struct TableBuilder<'a> {
    theme: &'a Theme,
    width: usize,
    doc: Doc,
}

impl TableBuilder<'_> {
    fn columns(&mut self, table: &Table, widths: &[usize]) {
        let head: Vec<&str> = table.head.iter().map(|h| h.as_ref().map_or("", |t| t.as_str())).collect();
        let bold = vec![self.theme.strong; widths.len()];
        self.row(&head, widths, &bold);
        let whole = widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
        self.doc.lines.push(Line::from(Span::styled("─".repeat(whole), self.theme.dim)));
        let styles = self.styles(table, widths.len());
        let before = self.doc.lines.len();
        let mut starts = Vec::new();
        for row in &table.rows {
            starts.push(self.doc.lines.len());
            self.row(&row.iter().map(Text::as_str).collect::<Vec<_>>(), widths, &styles);
        }
        if self.doc.lines.len() - before > table.rows.len() {
            self.open_up(&starts);
        }
    }

    /// The first column in strong when it holds labels, not sentences.
    fn styles(&self, table: &Table, columns: usize) -> Vec<Style> {
        let short = |row: &Vec<Text>| row.first().is_none_or(|c| measured(c.as_str()).width() <= LONGEST_LABEL);
        let labels = table.head.first().is_some_and(Option::is_none) || table.rows.iter().all(short);
        (0..columns).map(|n| if n == 0 && labels { self.theme.strong } else { self.theme.text }).collect()
    }

    fn row(&mut self, cells: &[&str], widths: &[usize], styles: &[Style]) {
        let top = self.doc.lines.len();
        let mut column = 0;
        for (n, (&width, &style)) in widths.iter().zip(styles).enumerate() {
            let cell = self.cell(cells.get(n).copied().unwrap_or(""), style, width);
            self.place(cell, top, column);
            column += width + GAP;
        }
    }

    /// One cell as a document of its own; its citations are counted in the table's.
    fn cell(&mut self, text: &str, style: Style, width: usize) -> Doc {
        let mut setter = DocBuilder::new(self.theme, width).citing(std::mem::take(&mut self.doc.cited));
        setter.markdown_in(text, style, "");
        let mut cell = setter.finish();
        self.doc.cited = std::mem::take(&mut cell.cited);
        cell
    }

    /// Puts `cell` with its first line on line `top`, from `column` on.
    fn place(&mut self, cell: Doc, top: usize, column: usize) {
        for (n, line) in cell.lines.into_iter().enumerate() {
            while self.doc.lines.len() <= top + n {
                self.doc.lines.push(Line::default());
            }
            let below = &mut self.doc.lines[top + n];
            below.spans.push(Span::raw(" ".repeat(column.saturating_sub(below.width()))));
            below.spans.extend(line.spans);
        }
        self.doc.links.extend(cell.links.into_iter().map(|link| moved(link, |line| line + top, column)));
    }

    /// An empty line between the rows that start at `starts`.
    fn open_up(&mut self, starts: &[usize]) {
        for &start in starts.iter().skip(1).rev() {
            self.doc.lines.insert(start, Line::default());
        }
        let down = |line: usize| line + starts.iter().skip(1).filter(|&&s| s <= line).count();
        self.doc.links = std::mem::take(&mut self.doc.links).into_iter().map(|link| moved(link, down, 0)).collect();
    }

    /// Each row as a block: its first cell, then `head: cell` for the others.
    fn cards(&mut self, table: &Table) {
        for row in &table.rows {
            if !self.doc.lines.is_empty() {
                self.doc.lines.push(Line::default());
            }
            for (n, cell) in row.iter().enumerate() {
                let head = table.head.get(n).and_then(Option::as_ref).filter(|_| n > 0);
                let text = head.map_or_else(|| cell.to_string(), |head| format!("**{head}:** {cell}"));
                let indent = if n == 0 || self.width < 20 { 0 } else { 2 };
                let style = if n == 0 { self.theme.strong } else { self.theme.text };
                let set = self.cell(&text, style, self.width - indent);
                self.place(set, self.doc.lines.len(), indent);
            }
        }
    }
}

fn moved(mut link: DocLink, row: impl Fn(usize) -> usize, column: usize) -> DocLink {
    for (at, columns) in &mut link.parts {
        *at = row(*at);
        *columns = columns.start + column..columns.end + column;
    }
    link
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::course::markdown::Link;
    use crate::course::read::read;
    use crate::ui::theme::ColourScheme;

    const TABLE: &str = r#"Table(
        caption: "Two conferences",
        head: [None, "Geneva", "Madrid"],
        rows: [
            ["When", "9 January 1991 [@E87]", "30 October 1991 [@E88]"],
            ["At the table", "Iraq and the [[usa|United States]]", "Israel, Palestinians, **Jordan**, Lebanon, Syria [@E87]"],
        ],
    )"#;

    fn shown(doc: &Doc) -> String {
        let lines: Vec<String> = doc.lines.iter().map(|l| l.to_string().trim_end().to_owned()).collect();
        lines.join("\n")
    }

    fn made(width: usize) -> Doc {
        set(&read("test", TABLE).unwrap(), &Theme::named(ColourScheme::None), width, vec![Id::new("E01").unwrap()])
    }

    #[test]
    fn columns_wrap_and_citations_go_on_counting() {
        let doc = made(50);
        insta::assert_snapshot!(shown(&doc), @r"
                Geneva         Madrid
        ──────────────────────────────────────────────────
        When    9 January      30 October 1991 [3]
                1991 [2]

        At the  Iraq and the   Israel, Palestinians,
        table   United States  Jordan, Lebanon, Syria [2]
        ");
        assert_eq!(doc.cited.iter().map(Id::as_str).collect::<Vec<_>>(), ["E01", "E87", "E88"]);
    }

    #[test]
    fn without_room_each_row_is_a_card() {
        insta::assert_snapshot!(shown(&made(28)), @r"
        When
          Geneva: 9 January 1991 [2]
          Madrid: 30 October 1991
          [3]

        At the table
          Geneva: Iraq and the
          United States
          Madrid: Israel,
          Palestinians, Jordan,
          Lebanon, Syria [2]
        ");
    }

    /// What stands where `link` says it stands.
    fn at(doc: &Doc, link: &DocLink) -> String {
        let part = |(line, columns): &(usize, std::ops::Range<usize>)| {
            doc.lines[*line].to_string().chars().skip(columns.start).take(columns.len()).collect::<String>()
        };
        link.parts.iter().map(part).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn links_stand_where_they_are_drawn() {
        for width in 12..80 {
            let doc = made(width);
            let said: Vec<String> = doc.links.iter().map(|l| at(&doc, l)).collect();
            assert_eq!(said, ["[2]", "[3]", "United States", "[2]"], "at {width}");
            assert_eq!(doc.links[2].link, Link::Term("usa".into()));
        }
    }

    proptest! {
        #[test]
        fn no_table_is_wider_than_asked(cells in prop::collection::vec("[a-zé—]([a-z é*_.-]|\\[@E1\\]){0,40}", 1..20), columns in 1usize..6, width in 1usize..=120) {
            let text = |raw: &String| Text::new(raw.clone()).unwrap();
            let rows: Vec<Vec<Text>> = cells.chunks(columns).map(|row| row.iter().map(text).collect()).collect();
            let head = (0..columns).map(|n| cells.get(n).filter(|_| n > 0).map(text)).collect();
            let table = Table { caption: text(&cells[0]), head, rows, cite: Vec::new() };
            for line in set(&table, &Theme::named(ColourScheme::Dark), width, Vec::new()).lines {
                prop_assert!(line.width() <= width, "{line}");
            }
        }
    }
}
