-- Drills in class. What was done in them is in the log; these tables say where. One row an event that still counts. Few rows need
-- no index, and SQLite reads the whole schema at every start.
CREATE TABLE drill (
  event   INTEGER PRIMARY KEY REFERENCES event (id),
  profile TEXT NOT NULL,
  course  TEXT NOT NULL,
  at_ms   INTEGER NOT NULL
) STRICT;

CREATE TABLE drill_entry (
  event   INTEGER PRIMARY KEY REFERENCES event (id),
  profile TEXT NOT NULL,
  course  TEXT NOT NULL,
  run     INTEGER NOT NULL
) STRICT;
CREATE INDEX drill_entry_by_run ON drill_entry (profile, course, run, event);

-- Answers typed in from paper.
CREATE TABLE sheet (
  event   INTEGER PRIMARY KEY REFERENCES event (id),
  profile TEXT NOT NULL,
  course  TEXT NOT NULL,
  at_ms   INTEGER NOT NULL
) STRICT;

-- Teams and plans kept under a name; the latest of a name counts.
CREATE TABLE kept (
  event   INTEGER PRIMARY KEY REFERENCES event (id),
  profile TEXT NOT NULL,
  course  TEXT NOT NULL,
  kind    TEXT NOT NULL,         -- "teams" or "plan"
  name    TEXT NOT NULL          -- without case
) STRICT;
