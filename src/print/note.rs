//! The note for the teacher who runs a scenario with a class: as Markdown, and as a page of HTML made for printing.

use maud::{Markup, html};

use super::html::page;
use super::rich;
use crate::course::Course;
use crate::course::model::{Id, Scenario, TeachersNote, Text};

const STYLE: &str = "body { font: 11pt/1.45 Georgia, serif; max-width: 40em; margin: 2em auto; padding: 0 1em; }
h1, h2 { font-family: Arial, sans-serif; line-height: 1.2; } h2 { font-size: 13pt; margin-top: 1.4em; }
li { margin: .35em 0; } .about, .listen, footer { color: #444; } .listen { font-style: italic; }
@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } li { break-inside: avoid; } }";

/// A scenario as it is written, with its note.
#[derive(Clone, Copy)]
pub struct NotePage<'a> {
    pub course: &'a Course,
    pub scenario: &'a Scenario,
    pub note: &'a TeachersNote,
}

impl NotePage<'_> {
    /// As Markdown that any reader takes.
    #[must_use]
    pub fn markdown(&self) -> String {
        let line = |text: &Text| rich::markdown_line(self.course, text.as_str());
        let mut parts = vec![format!("# {}", self.title()), self.about()];
        parts.push(format!("**Aim.** {}", line(&self.note.aim)));
        parts.extend(self.note.group.as_ref().map(|group| format!("**For.** {}", line(group))));
        parts.push("## The sides".to_owned());
        parts.push(
            self.sides().map(|(name, role)| format!("- **{name}** {}", line(role))).collect::<Vec<_>>().join("\n"),
        );
        for (heading, steps) in self.steps() {
            let steps: Vec<String> = steps.iter().zip(1..).map(|(step, n)| format!("{n}. {}", line(step))).collect();
            parts.extend([format!("## {heading}"), steps.join("\n")]);
        }
        parts.push(format!("## {QUESTIONS}"));
        let question = |(n, q): (usize, &crate::course::model::DebriefQuestion)| {
            let listen = q.listen_for.as_ref().map_or_else(String::new, |l| format!(" {LISTEN} {}", line(l)));
            format!("{n}. {}{listen}", line(&q.ask))
        };
        parts.push((1..).zip(&self.note.questions).map(question).collect::<Vec<_>>().join("\n"));
        if !self.note.cite.is_empty() {
            parts.push("## Works named".to_owned());
            parts.push(self.works().map(|work| format!("- {work}")).collect::<Vec<_>>().join("\n"));
        }
        parts.push(rich::escaped(&self.course.attribution().words()));
        parts.join("\n\n") + "\n"
    }

    /// As a page that stands by itself.
    #[must_use]
    pub fn html(&self) -> String {
        let line = |text: &Text| rich::html_line(self.course, text.as_str());
        let body = html! {
            h1 { (self.title()) }
            p.about { (self.about()) }
            p { b { "Aim. " } (line(&self.note.aim)) }
            @if let Some(group) = &self.note.group { p { b { "For. " } (line(group)) } }
            h2 { "The sides" }
            ul { @for (name, role) in self.sides() { li { b { (name) } " " (line(role)) } } }
            @for (heading, steps) in self.steps() {
                h2 { (heading) }
                ol { @for step in steps { li { (line(step)) } } }
            }
            h2 { (QUESTIONS) }
            ol { @for question in &self.note.questions {
                li { (line(&question.ask)) @if let Some(listen) = &question.listen_for { (listen_for(line(listen))) } }
            } }
            @if !self.note.cite.is_empty() {
                h2 { "Works named" }
                ul { @for work in self.works() { li { (work) } } }
            }
            footer { p { (self.course.attribution().words()) } }
        };
        page(self.course.about().language.as_str(), &self.title(), STYLE, body)
    }

    fn title(&self) -> String {
        format!("{}: a note for the teacher", self.scenario.title)
    }

    fn about(&self) -> String {
        let lesson = self.course.title(&self.scenario.lesson);
        format!("Scenario with the lesson “{lesson}”, about {} minutes to play.", self.scenario.minutes)
    }

    /// Whose side each is, as a sentence, and its role.
    fn sides(&self) -> impl Iterator<Item = (String, &Text)> {
        let first = self.scenario.side.as_ref().unwrap_or(&self.scenario.title);
        let others = self.scenario.sides.iter().map(|side| (&side.side, &side.id, &side.role));
        let all = std::iter::once((first, &self.scenario.id, &self.scenario.role)).chain(others);
        all.map(|(name, id, role): (&Text, &Id, &Text)| (format!("{name} (`{id}`):"), role))
    }

    fn steps(&self) -> [(&'static str, &[Text]); 3] {
        [("Before", &self.note.before), ("During", &self.note.during), ("After", &self.note.after)]
    }

    fn works(&self) -> impl Iterator<Item = String> {
        let full = |id: &Id| self.course.reference(id).map_or_else(|| id.to_string(), |r| r.full.to_string());
        self.note.cite.iter().map(full)
    }
}

const QUESTIONS: &str = "Questions for the debrief";
const LISTEN: &str = "Listen for:";

fn listen_for(text: Markup) -> Markup {
    html! { span.listen { " " (LISTEN) " " (text) } }
}
