//! `ninetracks host`: a drill that the class plays on its own devices.

use std::sync::Arc;

use super::drill::{self, Prepared};
use super::{Ended, app, environment, plain};
use crate::cli::{Global, HostArgs, NameChoice};
use crate::course::Course;
use crate::host::{self, HostOptions, NameRule, default_addresses};
use crate::plain::Session;
use crate::store::Store;
use crate::study::live::{SeatEntry, SeatLink};
use crate::study::session::drill::DrillStart;
use crate::study::time::Clock;
use crate::ui::effect::Place;

/// # Errors
/// When there is no drill to resume, it cannot be set up, or no address is free.
pub(super) fn run(global: &Global, args: &HostArgs) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    let store = environment::store(global, &course)?;
    let start = match drill::prepare(global, &course, &args.drill)? {
        Prepared::Start(start) => start,
        Prepared::Ended(ended) => return Ok(ended),
    };
    let (before, names) = seats(&store, &start, args)?;
    let course = Arc::new(course);
    let link = open(global, Arc::clone(&course), store, (args, before, names))?;
    if environment::chooses_lines_for_a_class(global) {
        let json = args.drill.json;
        let lines = |session: Session<'_>| crate::plain::hosted_drill(session, start, json, link);
        return Ok(plain::ended(plain::run_ticking(global, &course, json, lines)?, None));
    }
    app::open_hosting(global, course, Place::Drill(start), link)
}

/// What happened at the seats before, and what people are called.
fn seats(store: &Store, start: &DrillStart, args: &HostArgs) -> anyhow::Result<(Vec<SeatEntry>, NameRule)> {
    let (before, class) = match start {
        DrillStart::New(_) => (Vec::new(), None),
        DrillStart::Labelled(_, label) => (Vec::new(), label.class.clone()),
        DrillStart::Resume(run) => {
            (store.seat_entries(*run)?, store.drill_labels()?.remove(run).and_then(|label| label.class))
        }
    };
    let names = match args.names {
        Some(NameChoice::Free) => NameRule::Free,
        Some(NameChoice::Safe) => NameRule::Drawn,
        None => NameRule::of_class(store.class_with(class.as_ref())?.as_ref()),
    };
    Ok((before, names))
}

fn open(
    global: &Global,
    course: Arc<Course>,
    store: Store,
    (args, before, names): (&HostArgs, Vec<SeatEntry>, NameRule),
) -> anyhow::Result<SeatLink> {
    let day_start = environment::study_clock(global).day_start;
    let clock = Arc::new(move || Clock { day_start, ..environment::clock() });
    let addresses = args.bind.map_or_else(default_addresses, |at| vec![at]);
    Ok(host::open(HostOptions { course, store, clock, addresses, names, before })?)
}
