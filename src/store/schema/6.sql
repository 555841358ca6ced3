-- Ids that a profile has on other computers whose progress was brought here, so that it is recognised the next time. Follows from no
-- log, and a rebuild leaves it as it is.
CREATE TABLE profile_alias (
  alias   TEXT PRIMARY KEY,
  profile TEXT NOT NULL          -- id of a profile here
) STRICT, WITHOUT ROWID;

-- How certain a learner was of an answer in a quiz. As everything beside the log: one row an event that still counts.
CREATE TABLE certainty (
  event    INTEGER PRIMARY KEY REFERENCES event (id),
  profile  TEXT NOT NULL,
  course   TEXT NOT NULL,
  question TEXT NOT NULL,
  level    INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3),
  points   REAL NOT NULL,
  of       REAL NOT NULL
) STRICT;
