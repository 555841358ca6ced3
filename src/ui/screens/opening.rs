//! Opening a place: the screen, and what has to be saved at once.

use super::{
    Screen, card_browser, card_practice, cards, classes, courses, drill, drill_setup, exchange, flag_form, home,
    lesson, library, memory, notes, placement, problems, profiles, quiz, quiz_setup, report, reports, results,
    scenario, scenarios, school_class, search, settings, statistics, wheel,
};
use crate::course::Course;
use crate::store::{Store, StoreError};
use crate::study::event::EventKind;
use crate::study::session::QuizSession;
use crate::ui::context::Opening;
use crate::ui::effect::{Effect, Place, ReportOf};

/// A screen and what it has to be saved with at once when it opens.
type Opened = Option<(Screen, Vec<Effect>)>;

impl Screen {
    /// Opens `place`, reading what it needs. `None` when there is nothing to show there.
    ///
    /// # Errors
    /// When progress cannot be read.
    #[expect(clippy::too_many_lines, reason = "one arm a place")]
    pub fn open(place: Place, store: &Store, course: &Course, with: &Opening<'_>) -> Result<Opened, StoreError> {
        let shown = |screen| Some((screen, Vec::new()));
        Ok(match place {
            Place::Home => shown(Self::Home(Box::new(home::Home::load(store, course, with)?))),
            Place::Lesson { lesson, section } => lesson::LessonScreen::open(store, course, &lesson, section.as_ref())?
                .map(|(l, e)| (Self::Lesson(Box::new(l)), e)),
            Place::Cards { lesson } => shown(Self::Cards(Box::new(cards::Cards::open(store, course, lesson, with)?))),
            Place::CardBrowser => {
                shown(Self::CardBrowser(Box::new(card_browser::CardBrowser::load(store, course, with)?)))
            }
            Place::CardPractice { cards } => {
                shown(Self::CardPractice(Box::new(card_practice::PracticeRound::new(cards))))
            }
            Place::QuizSetup { lessons } => shown(Self::QuizSetup(quiz_setup::QuizSetup::new(course, lessons))),
            Place::Quiz(spec) => store.begin_quiz(course, spec, with.clock.now)?.ok().map(Self::begun),
            Place::QuizOf(paper) => QuizSession::start_of(*paper, with.clock.now).ok().map(Self::begun),
            Place::QuizAgain(run) => store
                .resume_quiz(course, run, with.clock.now)?
                .map(|session| (Self::Quiz(Box::new(quiz::Quiz::new(session))), Vec::new())),
            Place::Placement => shown(Self::Placement(Box::new(placement::Placement::load(store, course, with)?))),
            Place::Results { sitting, change } => {
                shown(Self::Results(Box::new(results::ResultsScreen::new(course, *sitting, change, with))))
            }
            Place::PastResults(run) => {
                results::ResultsScreen::of_past(store, course, run)?.map(|r| (Self::Results(Box::new(r)), Vec::new()))
            }
            Place::Scenarios => scenarios::Scenarios::load(store, course)?.map(|s| (Self::Scenarios(s), Vec::new())),
            Place::Scenario { scenario, anew } => {
                scenario::ScenarioScreen::open(store, course, (&scenario, anew), with)?
                    .map(|(s, e)| (Self::Scenario(Box::new(s)), e))
            }
            Place::DrillSetup(start) => {
                shown(Self::DrillSetup(Box::new(drill_setup::DrillSetup::load(store, course, start)?)))
            }
            Place::Drill(start) => {
                drill::DrillScreen::open(store, start, with.seats)?.map(|(d, e)| (Self::Drill(Box::new(d)), e))
            }
            Place::Classes => shown(Self::Classes(classes::ClassList::load(store)?)),
            Place::SchoolClass(id) => school_class::ClassPeople::load(store, &id)?
                .map(|class| (Self::SchoolClass(Box::new(class)), Vec::new())),
            Place::Reports => shown(Self::Reports(reports::Reports::load(store, course)?)),
            Place::Report(of) => {
                let report = match &of {
                    ReportOf::Drill(run) => store.drill_report(course, *run, &with.clock.zone)?,
                    ReportOf::Paper(paper) => store.paper_report(course, paper)?,
                };
                report.map(|report| (Self::Report(Box::new(report::ReportScreen::new(report))), Vec::new()))
            }
            Place::Statistics => shown(Self::Statistics(Box::new(statistics::Statistics::load(store, course, with)?))),
            Place::Memory => shown(Self::Memory(Box::new(memory::MemoryScreen::load(store, course, with)?))),
            Place::Wheel { at } => shown(Self::Wheel(wheel::TrackWheel::new(course, at))),
            Place::Search => shown(Self::Search(Box::new(search::Search::new(store.notes()?)))),
            Place::Notes => shown(Self::Notes(notes::NoteList::load(store, course)?)),
            Place::Profiles => shown(Self::Profiles(profiles::ProfileList::load(store)?)),
            Place::Settings => shown(Self::Settings(Box::new(settings::SettingsScreen::load(store, course, with)?))),
            Place::SettingsAt(row) => {
                shown(Self::Settings(Box::new(settings::SettingsScreen::load(store, course, with)?.at(row))))
            }
            Place::Library { shelf, entry } => {
                shown(Self::Library(Box::new(library::Library::open(course, shelf, entry.as_ref()))))
            }
            Place::FlagForm { item, lesson } => {
                shown(Self::FlagForm(Box::new(flag_form::FlagForm::open(store, item, lesson)?)))
            }
            Place::Exchange(request) => {
                let (screen, effects) = exchange::ExchangeScreen::new(request);
                Some((Self::Exchange(screen), effects))
            }
            Place::Courses => {
                shown(Self::Courses(courses::Courses::new(with.catalogue.entries(), &store.learner().course)))
            }
            Place::Problems => shown(Self::Problems(problems::Problems::default())),
        })
    }

    fn begun((session, started): (QuizSession, EventKind)) -> (Self, Vec<Effect>) {
        (Self::Quiz(Box::new(quiz::Quiz::new(session))), vec![Effect::Save(started)])
    }
}
