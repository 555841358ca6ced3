//! An entry on its page: what it is, its sources, and where it is used, with everything one can go to from there.

use std::ops::Range;

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::course::Course;
use crate::course::markdown::{Link, plain};
use crate::course::model::{Case, Id, Reference, Term};
use crate::course::uses::{InSection, Thing, Uses};
use crate::ui::doc::DocBuilder;
use crate::ui::effect::{LibrarySection, Place};
use crate::ui::frame::shortened;
use crate::ui::theme::Theme;

/// Cells of a row before the name: `12 §4  `.
const LABEL: usize = 7;
/// Cells for the numbers of cards and questions.
const COUNTS: usize = 12;

/// A set entry.
#[derive(Default)]
pub(super) struct LinkedPage {
    pub lines: Vec<Line<'static>>,
    /// From top to bottom.
    pub spots: Vec<Spot>,
    /// The first spot that is a use.
    pub first_use: usize,
}

/// Somewhere to go, and where it stands on the page.
pub(super) struct Spot {
    pub to: Place,
    pub parts: Vec<(usize, Range<usize>)>,
}

impl Spot {
    pub(super) fn line(&self) -> usize {
        self.parts.first().map_or(0, |(line, _)| *line)
    }
}

impl LinkedPage {
    /// The spot `by` further than `at`; when `at` is out of sight, the first one from there that is not behind.
    pub(super) fn next_spot(&self, at: usize, by: isize, sight: Range<usize>) -> Option<usize> {
        let last = self.spots.len().checked_sub(1)?;
        let line = self.spots.get(at)?.line();
        Some(if sight.contains(&line) || by.unsigned_abs() > 1 {
            at.saturating_add_signed(by).min(last)
        } else if by > 0 {
            self.spots.iter().position(|s| s.line() >= sight.start).unwrap_or(last)
        } else {
            self.spots.iter().rposition(|s| s.line() < sight.end).unwrap_or(0)
        })
    }
}

/// Sets the entry on `thing`.
pub(super) fn set(course: &Course, theme: &Theme, width: usize, thing: &Thing) -> LinkedPage {
    let mut page = Composer { course, theme, setter: DocBuilder::new(theme, width), spots: Vec::new() };
    match thing {
        Thing::Term(id) => course.term(id).into_iter().for_each(|(lesson, term)| page.term(lesson, term)),
        Thing::Work(id) => course.reference(id).into_iter().for_each(|work| page.work(work)),
        Thing::Case(id) => course.cases().iter().filter(|c| &c.id == id).for_each(|case| page.case(case)),
    }
    let above = page.setter.height();
    page.uses(
        course.uses().get(thing),
        if matches!(thing, Thing::Case(_)) {
            "Not on the map of any lesson; its sources lead to the lessons that cite them."
        } else {
            "Not used anywhere else."
        },
    );
    page.finish(above)
}

struct Composer<'a> {
    course: &'a Course,
    theme: &'a Theme,
    setter: DocBuilder<'a>,
    /// Those of the rows; the setter keeps those in its texts.
    spots: Vec<Spot>,
}

impl Composer<'_> {
    fn term(&mut self, lesson: &Id, term: &Term) {
        self.setter.markdown_in(term.term.as_str(), self.theme.focus, "");
        self.setter.gap();
        self.setter.markdown(&term.meaning);
        self.sources(&term.cite);
        self.setter.gap();
        self.heading("Defined in", "");
        let no = self.course.number(lesson).to_string();
        self.row(&no, &self.course.title(lesson), "", Place::Lesson { lesson: lesson.clone(), section: None });
    }

    fn work(&mut self, work: &Reference) {
        self.setter.markdown_in(work.short.as_str(), self.theme.focus, "");
        self.setter.gap();
        self.setter.plain(work.full.as_str(), self.theme.text);
        if let Some(address) = &work.address {
            self.setter.gap();
            self.setter.plain(address.as_str(), self.theme.dim);
        }
    }

    fn case(&mut self, case: &Case) {
        self.setter.markdown_in(case.title.as_str(), self.theme.focus, "");
        self.setter.markdown_in(&format!("{}, {}", case.place, case.years), self.theme.dim, "");
        self.setter.markdown_in(case.class.as_str(), self.theme.strong, "");
        self.setter.gap();
        self.setter.markdown(&case.summary);
        self.sources(&case.cite);
    }

    /// The works cited in the text by their numbers, then those cited for the whole.
    fn sources(&mut self, works: &[Id]) {
        let cited = self.setter.cited().to_vec();
        let others = works.iter().filter(|id| !cited.contains(id)).map(|id| ("work".to_owned(), id));
        let all: Vec<_> = cited.iter().enumerate().map(|(i, id)| (format!("[{}]", i + 1), id)).chain(others).collect();
        if !all.is_empty() {
            self.setter.gap();
            self.heading("Sources", "");
        }
        for (label, id) in all {
            self.row(&label, &self.course.short_name(id), "", shelf(LibrarySection::References, id));
        }
    }

    fn uses(&mut self, uses: Option<&Uses>, none: &str) {
        self.setter.gap();
        let Some(uses) = uses else {
            self.setter.plain(none, self.theme.dim);
            return;
        };
        let counted = uses.cards() + uses.questions() > 0;
        self.heading("Used in", if counted { "cards  quiz" } else { "" });
        for (&place, in_section) in &uses.sections {
            self.section(place, *in_section, counted);
        }
        for id in &uses.terms {
            let name = self.course.term(id).map_or_else(|| id.to_string(), |(_, t)| plain(t.term.as_str()));
            self.row("term", &name, "", shelf(LibrarySection::Glossary, id));
        }
        for id in &uses.cases {
            let name = self
                .course
                .cases()
                .iter()
                .find(|c| &c.id == id)
                .map_or_else(|| id.to_string(), |c| plain(c.title.as_str()));
            self.row("case", &name, "", shelf(LibrarySection::Cases, id));
        }
        for id in &uses.scenarios {
            let name = self.course.scenario(id).map_or_else(|| id.to_string(), |s| plain(s.title.as_str()));
            self.row("play", &name, "", Place::Scenario { scenario: id.clone(), anew: false });
        }
        self.spokes(&uses.spokes);
    }

    fn spokes(&mut self, spokes: &[u8]) {
        let Some((wheel, all)) = self.course.wheel() else { return };
        let noun = self.course.scheme(&wheel.scheme).map_or_else(String::new, |s| plain(s.noun.as_str()));
        for (no, spoke) in spokes.iter().filter_map(|&no| Some((no, all.get(usize::from(no).checked_sub(1)?)?))) {
            let label = shortened(&noun, LABEL - 1);
            self.row(&label, &format!("{no} {}", plain(spoke.name.as_str())), "", Place::Wheel { at: no });
        }
    }

    fn section(&mut self, (lesson, section): (usize, usize), uses: InSection, counted: bool) {
        let Some(outline) = self.course.outlines().get(lesson) else { return };
        let Some(it) = outline.sections.get(section) else { return };
        let number = |n: usize| if n == 0 { String::new() } else { n.to_string() };
        let counted = counted && uses.cards + uses.questions > 0;
        let counts =
            if counted { format!("{:>5}{:>6}", number(uses.cards), number(uses.questions)) } else { String::new() };
        let place = Place::Lesson { lesson: outline.id.clone(), section: Some(it.id.clone()) };
        self.row(&format!("{} §{}", lesson + 1, section + 1), &plain(it.title.as_str()), &counts, place);
    }

    /// A heading, and what stands over the columns at the right.
    fn heading(&mut self, text: &str, columns: &str) {
        let pad = self.setter.width.saturating_sub(text.width() + columns.width());
        let line = vec![
            Span::styled(text.to_owned(), self.theme.strong),
            Span::raw(" ".repeat(pad)),
            Span::styled(columns.to_owned(), self.theme.dim),
        ];
        self.setter.lines([Line::from(line)]);
    }

    /// A line one can go to: a label, a name, and numbers at the right.
    fn row(&mut self, label: &str, name: &str, counts: &str, to: Place) {
        let room = self.setter.width.saturating_sub(LABEL + if counts.is_empty() { 0 } else { COUNTS });
        let mut parts = Vec::new();
        for (n, name) in textwrap::wrap(name, room.max(1)).into_iter().enumerate() {
            let (label, counts) = if n == 0 { (label, counts) } else { ("", "") };
            let end = LABEL + name.width();
            let pad = self.setter.width.saturating_sub(end).max(counts.width());
            parts.push((self.setter.height(), LABEL..end));
            self.setter.lines([Line::from(vec![
                Span::styled(format!("{label:<LABEL$}"), self.theme.dim),
                Span::styled(name.into_owned(), self.theme.text),
                Span::styled(format!("{counts:>pad$}"), self.theme.dim),
            ])]);
        }
        self.spots.push(Spot { to, parts });
    }

    fn finish(self, above: usize) -> LinkedPage {
        let doc = self.setter.finish();
        let linked =
            doc.links.into_iter().filter_map(|l| linked(self.course, &l.link).map(|to| Spot { to, parts: l.parts }));
        let mut spots: Vec<Spot> = linked.chain(self.spots).collect();
        spots.sort_by_key(Spot::line);
        let first_use = spots.iter().position(|s| s.line() >= above).unwrap_or(0);
        LinkedPage { lines: doc.lines, spots, first_use }
    }
}

/// Where a link leads; `None` when it names nothing.
fn linked(course: &Course, link: &Link) -> Option<Place> {
    let (on, id) = named(link)?;
    let known = match on {
        LibrarySection::Glossary => course.term(&id).is_some(),
        LibrarySection::References | LibrarySection::Cases => course.reference(&id).is_some(),
    };
    known.then(|| shelf(on, &id))
}

/// The shelf and the id that a link means.
pub(super) fn named(link: &Link) -> Option<(LibrarySection, Id)> {
    match link {
        Link::Term(id) => Id::new(id.as_str()).ok().map(|id| (LibrarySection::Glossary, id)),
        Link::Reference(id) => Id::new(id.as_str()).ok().map(|id| (LibrarySection::References, id)),
    }
}

fn shelf(shelf: LibrarySection, id: &Id) -> Place {
    Place::Library { shelf, entry: Some(id.clone()) }
}
