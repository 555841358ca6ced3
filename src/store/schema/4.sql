-- Who learns here. An id is drawn once and says nothing of the person; the name can change. No row of these four tables follows from
-- the log, and a rebuild leaves them as they are.
CREATE TABLE profile (
  id   TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

-- Up to now a profile was its name.
INSERT INTO profile SELECT lower(hex(randomblob(8))), profile FROM (SELECT DISTINCT profile FROM event);
UPDATE event SET profile = (SELECT id FROM profile WHERE name = event.profile);
UPDATE came SET profile = (SELECT id FROM profile WHERE name = came.profile);
UPDATE read SET profile = (SELECT id FROM profile WHERE name = read.profile);
UPDATE recalled SET profile = (SELECT id FROM profile WHERE name = recalled.profile);
UPDATE review SET profile = (SELECT id FROM profile WHERE name = review.profile);
UPDATE run SET profile = (SELECT id FROM profile WHERE name = run.profile);
UPDATE answer SET profile = (SELECT id FROM profile WHERE name = answer.profile);
UPDATE latest SET profile = (SELECT id FROM profile WHERE name = latest.profile);
UPDATE ending SET profile = (SELECT id FROM profile WHERE name = ending.profile);
UPDATE card SET profile = (SELECT id FROM profile WHERE name = card.profile);
UPDATE day SET profile = (SELECT id FROM profile WHERE name = day.profile);
UPDATE play SET profile = (SELECT id FROM profile WHERE name = play.profile);
UPDATE play_move SET profile = (SELECT id FROM profile WHERE name = play_move.profile);
UPDATE play_end SET profile = (SELECT id FROM profile WHERE name = play_end.profile);
UPDATE drill SET profile = (SELECT id FROM profile WHERE name = drill.profile);
UPDATE drill_entry SET profile = (SELECT id FROM profile WHERE name = drill_entry.profile);
UPDATE sheet SET profile = (SELECT id FROM profile WHERE name = sheet.profile);
UPDATE kept SET profile = (SELECT id FROM profile WHERE name = kept.profile);

-- Questions as they were asked, in the author's order, each once: events name them by hash.
CREATE TABLE item (
  hash TEXT PRIMARY KEY,
  body TEXT NOT NULL             -- JSON of `Item`
) STRICT, WITHOUT ROWID;

-- What was forgotten, without a name: whoever joins two files must not bring it back.
CREATE TABLE forgotten (
  id    TEXT PRIMARY KEY,        -- of a profile, or what `forget::mark` makes of an event
  kind  TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What home said last, so that it need not ask for it again: right as long as `event` is the learner's latest.
CREATE TABLE glance (
  profile TEXT NOT NULL,
  course  TEXT NOT NULL,
  event   INTEGER NOT NULL,
  key     INTEGER NOT NULL,      -- of what else it depends on
  body    BLOB NOT NULL,
  PRIMARY KEY (profile, course)
) STRICT, WITHOUT ROWID;
