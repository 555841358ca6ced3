//! What stands above everything: whose it was, what came of it, how many took part.

use serde::Serialize;

use crate::study::class::{DrillLabel, PaperLabel, SchoolClass};
use crate::study::drill::{Moment, Room};
use crate::study::names::PersonName;
use crate::study::score::whole_percent;

/// The report in a line.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ReportHead {
    /// What the teacher calls it.
    pub name: Option<String>,
    pub class: Option<String>,
    /// Points that were earned of those that could be, in whole per cent; `null` where there are none.
    pub percent: Option<i64>,
    /// People who took part; 0 where teams have no names in them.
    pub people: usize,
    /// Seconds from the first to the last that was done, without those in which the program was closed; `null` on paper.
    pub seconds: Option<u64>,
    /// Those with the most points; empty where nobody is ranked.
    pub winners: Vec<String>,
}

/// The class that a report is about.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Roster {
    /// In the order of the list; empty without a class.
    pub pupils: Vec<RosterLine>,
    /// Names of those who were away.
    pub absent: Vec<String>,
}

/// A pupil on the list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RosterLine {
    pub name: PersonName,
    /// Earlier names, under which answers may stand.
    #[serde(skip)]
    pub former: Vec<PersonName>,
    pub school_id: String,
    pub email: String,
    /// The profile in which the pupil learns on this computer.
    #[serde(skip)]
    pub profile: Option<String>,
}

impl RosterLine {
    /// Whether the person called `name` in a drill, on a sheet or on the screen is this pupil.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        let Ok(person) = PersonName::new(name) else { return false };
        self.name.is_like(&person)
            || self.former.iter().any(|former| former.is_like(&person))
            || self.profile.as_deref() == Some(name)
    }
}

impl Roster {
    #[must_use]
    pub fn of(class: &SchoolClass) -> Self {
        let line = |pupil: &crate::study::class::Pupil| RosterLine {
            name: pupil.name.clone(),
            former: pupil.former.clone(),
            school_id: pupil.school_id.clone(),
            email: pupil.email.clone(),
            profile: pupil.profile.clone(),
        };
        Self { pupils: class.pupils.iter().map(line).collect(), absent: Vec::new() }
    }

    /// The same with those away whom nobody of `present` is.
    pub(super) fn without(mut self, present: &[String]) -> Self {
        let is_away = |line: &&RosterLine| !present.iter().any(|name| line.is_called(name));
        self.absent = self.pupils.iter().filter(is_away).map(|line| line.name.to_string()).collect();
        self
    }
}

impl ReportHead {
    pub(super) fn of_drill(room: &Room, label: &DrillLabel, class: Option<&SchoolClass>, started_ms: i64) -> Self {
        let first = room.winners().into_iter().filter_map(|team| room.team(team));
        let winners = first.map(|team| team.name.to_string()).collect();
        let seconds = room.lasted_ms(Moment(started_ms)).map(|ms| ms / 1000);
        Self {
            name: label.name.as_ref().map(ToString::to_string),
            class: class.map(|class| class.name.to_string()),
            percent: room.class_share().map(whole_percent),
            people: room.teams().map(|team| team.members.len()).sum(),
            seconds: seconds.filter(|_| !room.played().is_empty() || !room.road().is_empty()),
            winners,
        }
    }

    pub(super) fn of_paper(label: &PaperLabel, class: Option<&SchoolClass>, shares: &[f64]) -> Self {
        let all: f64 = shares.iter().sum();
        let mean = (!shares.is_empty()).then(|| all / super::number(shares.len()));
        Self {
            name: label.name.as_ref().map(ToString::to_string),
            class: class.map(|class| class.name.to_string()),
            percent: mean.map(whole_percent),
            people: shares.len(),
            seconds: None,
            winners: Vec::new(),
        }
    }
}
