//! How the people of a class did.

use super::{Store, StoreError};
use crate::study::class::{Presence, Pupil, PupilHistory, PupilResult, SchoolClass};
use crate::study::drill::Room;
use crate::study::names::PersonName;
use crate::study::score::Score;

impl Store {
    /// Every pupil's drills and papers with `class`, the oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn class_history(&self, class: &SchoolClass) -> Result<Vec<PupilHistory>, StoreError> {
        let mut results = self.in_drills(class)?;
        results.extend(self.on_sheets(class)?);
        let of = |pupil: &Pupil| {
            let mut own: Vec<PupilResult> =
                results.iter().filter(|(name, _)| pupil.is_called(name)).map(|(_, result)| result.clone()).collect();
            own.sort_by_key(|result| result.at);
            PupilHistory { name: pupil.name.clone(), needs: pupil.needs.words(), results: own }
        };
        Ok(class.pupils.iter().map(of).collect())
    }

    fn in_drills(&self, class: &SchoolClass) -> Result<Vec<(PersonName, PupilResult)>, StoreError> {
        let mut results = Vec::new();
        let mut labels = self.drill_labels()?;
        for line in self.drills()? {
            let Some(label) = labels.remove(&line.run).filter(|label| label.class.as_ref() == Some(&class.id)) else {
                continue;
            };
            // One that cannot be read is named by the list of drills.
            let Some(drill) = self.drill_of(line).ok().flatten() else { continue };
            let name = label.name.map(|name| format!(": {name}")).unwrap_or_default();
            let what = format!("Drill {}{name}", line.number);
            let result = |presence| PupilResult { at: line.started, what: what.clone(), presence };
            let room = drill.room();
            let away = room.away().unwrap_or(&label.absent);
            results.extend(away.iter().map(|away| (away.clone(), result(Presence::Absent))));
            results.extend(played(&room).into_iter().map(|(name, presence)| (name, result(presence))));
        }
        Ok(results)
    }

    fn on_sheets(&self, class: &SchoolClass) -> Result<Vec<(PersonName, PupilResult)>, StoreError> {
        let sheets = self.all_sheets()?.into_iter().filter(|sheet| sheet.class.as_ref() == Some(&class.id));
        let result = |sheet: super::EnteredSheet| {
            let score: Score = sheet.answers.iter().map(|answer| answer.score).sum();
            let what = format!("Paper with seed {}", sheet.paper.seed);
            let presence = Presence::scored(None, Some(score));
            (sheet.person, PupilResult { at: sheet.at, what, presence })
        };
        Ok(sheets.map(result).collect())
    }
}

/// Who played in which team, and what the team earned.
fn played(room: &Room) -> Vec<(PersonName, Presence)> {
    let mut people = Vec::new();
    for (team, standing) in room.teams().zip(room.standings()) {
        let score = room
            .shows_board()
            .then(|| Score { points: standing.points.as_f64(), of: room.could_earn(standing.team).as_f64() });
        let presence = || Presence::scored(Some(team.name.to_string()), score);
        people.extend(team.members.iter().map(|name| (name.clone(), presence())));
    }
    people
}
