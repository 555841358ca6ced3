-- Scenarios. As everything beside the log: one row an event that still counts.
CREATE TABLE play (
  event    INTEGER PRIMARY KEY REFERENCES event (id),
  profile  TEXT NOT NULL,
  course   TEXT NOT NULL,
  at_ms    INTEGER NOT NULL,
  scenario TEXT NOT NULL
) STRICT;
CREATE INDEX play_by_scenario ON play (profile, course, scenario, event);

CREATE TABLE play_move (
  event   INTEGER PRIMARY KEY REFERENCES event (id),
  profile TEXT NOT NULL,
  course  TEXT NOT NULL,
  run     INTEGER NOT NULL,
  made    TEXT NOT NULL,         -- JSON of `Move`
  points  REAL NOT NULL,         -- what the play stood at afterwards
  of      REAL NOT NULL
) STRICT;
CREATE INDEX play_move_by_run ON play_move (profile, course, run, event);

CREATE TABLE play_end (
  event   INTEGER PRIMARY KEY REFERENCES event (id),
  profile TEXT NOT NULL,
  course  TEXT NOT NULL,
  run     INTEGER NOT NULL,
  at_ms   INTEGER NOT NULL,
  ending  TEXT NOT NULL,
  points  REAL NOT NULL,
  of      REAL NOT NULL
) STRICT;
CREATE INDEX play_end_by_run ON play_end (profile, course, run, event);
