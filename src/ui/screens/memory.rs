//! Memory: how well the learner's memory is predicted, fitting the model to it, and what a desired retention costs.

use jiff::Timestamp;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::course::Course;
use crate::course::wording::{count, sentence};
use crate::pages::memory as pages;
use crate::pages::words;
use crate::store::{Store, StoreError};
use crate::study::event::EventKind;
use crate::study::memory::ReviewHistory;
use crate::study::memory::fit::{FitControl, MemoryFit, NotFitted, fit};
use crate::study::memory_report::MemoryReport;
use crate::study::settings::Setting;
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::{Context, Opening};
use crate::ui::doc::DocBuilder;
use crate::ui::effect::{Effect, Place};
use crate::ui::frame::Header;
use crate::ui::input::InputEvent;
use crate::ui::job::{Job, JobState, next_look};
use crate::ui::keys::Chord::Char;
use crate::ui::keys::ESC;
use crate::ui::meter;
use crate::ui::pager::{self, Scrolled};
use crate::ui::passage;
use crate::ui::screens::lifecycle::Lifecycle;
use crate::ui::scroll::Scroll;
use crate::ui::window;
use crate::ui::workload_job::WorkloadJob;

/// Blocks of the bar of a fit.
const BAR: usize = 30;

/// The memory screen.
pub struct MemoryScreen {
    report: MemoryReport,
    history: ReviewHistory,
    workload: WorkloadJob,
    fitting: Option<Fitting>,
    /// Why nothing was fitted.
    said: Option<NotFitted>,
    scroll: Scroll,
}

/// A fit under way.
struct Fitting {
    control: FitControl,
    job: Job<Result<MemoryFit, NotFitted>>,
}

impl Drop for Fitting {
    fn drop(&mut self) {
        self.control.cancel();
    }
}

impl Keyed for MemoryScreen {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        if self.fitting.is_some() {
            return vec![Binding::<Self>::new("Esc", "stop the fit", &[ESC], |s, _| s.stop())];
        }
        let is_fitted = self.report.fit.as_ref().is_some_and(|fit| fit.parameters.is_some());
        vec![
            Binding::<Self>::new("f", "fit to my reviews", &[Char('f')], |s, _| s.begin()).once(),
            Binding::<Self>::new("x", "the average learner again", &[Char('x')], |s, _| s.reset())
                .once()
                .when(is_fitted),
            Binding::opens("r", "change the retention", &[Char('r')], Place::SettingsAt(Setting::Retention)),
            pager::lines(),
            pager::pages().quiet(),
            Binding::back(),
        ]
    }
}

impl Lifecycle for MemoryScreen {
    fn wake_at(&self, context: &Context<'_>) -> Option<Timestamp> {
        if self.fitting.is_some() { Some(next_look(context.clock.now)) } else { self.workload.wake_at(context) }
    }
}

impl Scrolled for MemoryScreen {
    fn scroll(&mut self) -> &mut Scroll {
        &mut self.scroll
    }

    fn total(&self, context: &Context<'_>) -> usize {
        self.lines(context).len()
    }
}

impl MemoryScreen {
    pub fn load(store: &Store, course: &Course, with: &Opening<'_>) -> Result<Self, StoreError> {
        let rules = with.rules();
        let history = store.review_history()?;
        let report = MemoryReport::new(history.samples(), store.memory_fit()?, &rules);
        let workload = WorkloadJob::new(store.workload_start(course, with.clock.today(), rules)?);
        Ok(Self { report, history, workload, fitting: None, said: None, scroll: Scroll::default() })
    }

    fn begin(&mut self) {
        let (control, history) = (FitControl::default(), self.history.clone());
        let of_job = control.clone();
        self.said = None;
        self.fitting = Some(Fitting { control, job: Job::start(move || fit(&history, &of_job)) });
        self.scroll = Scroll::default();
    }

    fn stop(&mut self) {
        self.fitting = None;
        self.said = Some(NotFitted::Cancelled);
    }

    fn reset(&self) -> Vec<Effect> {
        Self::keep(MemoryFit::reset(self.report.reviews))
    }

    /// The screen is opened anew: every card is known otherwise by now.
    fn keep(fit: MemoryFit) -> Vec<Effect> {
        vec![Effect::Save(EventKind::MemoryFitted(fit)), Effect::Replace(Place::Memory)]
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        match input {
            InputEvent::Key(key) => self.press(*key, context).unwrap_or_default(),
            InputEvent::Wake => self.wake(context),
            InputEvent::Keys(_) | InputEvent::Paste(_) => Vec::new(),
        }
    }

    fn wake(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let Some(fitting) = &self.fitting else {
            self.workload.wake(context);
            return Vec::new();
        };
        let ended = match fitting.job.look() {
            JobState::Running => return Vec::new(),
            JobState::Ready(ended) => ended,
            JobState::Failed => Err(NotFitted::Failed("it broke off".to_owned())),
        };
        self.fitting = None;
        match ended {
            Ok(fit) => Self::keep(fit),
            Err(why) => {
                self.said = Some(why);
                Vec::new()
            }
        }
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let reviews = count(self.report.reviews, "review");
        Header {
            place: vec![Span::styled("Memory", context.theme.strong)],
            progress: vec![Span::styled(reviews, context.theme.dim)],
        }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let lines = self.lines(context);
        window::draw(frame, area, &lines, self.scroll);
        window::draw_more(frame, area, lines.len(), self.scroll, context.theme);
    }

    fn lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        let theme = context.theme;
        let mut above = DocBuilder::new(theme, context.width());
        if let Some(fitting) = &self.fitting {
            let share = fitting.control.share();
            let filled = meter::filled(share, BAR);
            above.lines([Line::from(vec![
                Span::styled("Fitting to your reviews  ", theme.strong),
                Span::styled("■".repeat(filled), theme.accent),
                Span::styled("□".repeat(BAR - filled), theme.dim),
                Span::styled(format!("  {}", words::percent(share)), theme.text),
            ])]);
        }
        if let Some(why) = &self.said {
            above.plain(&sentence(&why.to_string()), theme.partly);
        }
        let mut lines = above.finish().lines;
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        let report = MemoryReport { workload: self.workload.result(context), ..self.report.clone() };
        lines.extend(passage::set(&pages::passages(&report), theme, context.width()).lines);
        lines
    }
}
