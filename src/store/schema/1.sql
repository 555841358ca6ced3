-- The log: the truth. Nothing here is ever changed or deleted.
CREATE TABLE event (
  id      INTEGER PRIMARY KEY,
  at_ms   INTEGER NOT NULL,      -- since 1970, UTC
  day     INTEGER NOT NULL,      -- the study day where the learner was, as days since 1970-01-01
  profile TEXT NOT NULL,
  course  TEXT NOT NULL,
  kind    TEXT NOT NULL,
  body    TEXT NOT NULL          -- JSON of `EventKind`
) STRICT;
CREATE INDEX event_by_learner ON event (profile, course, id);

-- Everything below follows from the log. One row an event that still counts; taking it back deletes the row.
CREATE TABLE came (
  event   INTEGER PRIMARY KEY REFERENCES event (id),
  profile TEXT NOT NULL,
  course  TEXT NOT NULL,
  lesson  TEXT NOT NULL,
  section TEXT NOT NULL
) STRICT;
CREATE INDEX came_by_learner ON came (profile, course, event);

CREATE TABLE read (
  event   INTEGER PRIMARY KEY REFERENCES event (id),
  profile TEXT NOT NULL,
  course  TEXT NOT NULL,
  lesson  TEXT NOT NULL,
  section TEXT NOT NULL
) STRICT;
CREATE INDEX read_by_section ON read (profile, course, lesson, section);

CREATE TABLE recalled (
  event    INTEGER PRIMARY KEY REFERENCES event (id),
  profile  TEXT NOT NULL,
  course   TEXT NOT NULL,
  lesson   TEXT NOT NULL,
  question TEXT NOT NULL,
  points   REAL NOT NULL,
  of       REAL NOT NULL
) STRICT;
CREATE INDEX recalled_by_question ON recalled (profile, course, lesson, question);

CREATE TABLE review (
  event   INTEGER PRIMARY KEY REFERENCES event (id),
  profile TEXT NOT NULL,
  course  TEXT NOT NULL,
  card    TEXT NOT NULL,
  at_ms   INTEGER NOT NULL,
  day     INTEGER NOT NULL,
  grade   INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 4),
  stage   INTEGER NOT NULL CHECK (stage BETWEEN 0 AND 3),   -- before: new, learning, relearning, review
  took_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX review_by_card ON review (profile, course, card, event);
CREATE INDEX review_by_day ON review (profile, course, day);

CREATE TABLE run (
  event   INTEGER PRIMARY KEY REFERENCES event (id),
  profile TEXT NOT NULL,
  course  TEXT NOT NULL,
  at_ms   INTEGER NOT NULL,
  lesson  TEXT,                  -- when the paper was drawn from exactly one
  paper   TEXT NOT NULL          -- JSON of `PaperSpec`
) STRICT;
CREATE INDEX run_by_learner ON run (profile, course, event);

CREATE TABLE answer (
  event     INTEGER PRIMARY KEY REFERENCES event (id),
  profile   TEXT NOT NULL,
  course    TEXT NOT NULL,
  run       INTEGER NOT NULL,
  lesson    TEXT NOT NULL,
  objective TEXT NOT NULL,
  question  TEXT NOT NULL,
  answer    TEXT NOT NULL,       -- JSON of `Answer`
  points    REAL NOT NULL,
  of        REAL NOT NULL,
  took_ms   INTEGER NOT NULL
) STRICT;
CREATE INDEX answer_by_run ON answer (profile, course, run, question, event);
CREATE INDEX answer_by_question ON answer (profile, course, lesson, question, event);

-- The latest answer to each question.
CREATE TABLE latest (
  profile   TEXT NOT NULL,
  course    TEXT NOT NULL,
  lesson    TEXT NOT NULL,
  objective TEXT NOT NULL,
  question  TEXT NOT NULL,
  event     INTEGER NOT NULL,
  points    REAL NOT NULL,
  of        REAL NOT NULL,
  PRIMARY KEY (profile, course, lesson, objective, question)
) STRICT, WITHOUT ROWID;

CREATE TABLE ending (
  event   INTEGER PRIMARY KEY REFERENCES event (id),
  profile TEXT NOT NULL,
  course  TEXT NOT NULL,
  run     INTEGER NOT NULL,
  at_ms   INTEGER NOT NULL,
  done    INTEGER NOT NULL CHECK (done IN (0, 1))
) STRICT;
CREATE INDEX ending_by_run ON ending (profile, course, run, event);

-- How each card stands now. A card without a row is new.
CREATE TABLE card (
  profile TEXT NOT NULL,
  course  TEXT NOT NULL,
  card    TEXT NOT NULL,
  stage   INTEGER NOT NULL,      -- as in `review`; what a stage does not have is null
  step    INTEGER,
  stability  REAL,
  difficulty REAL,
  last    INTEGER,               -- study day
  due_day INTEGER,               -- of a card in review
  due_ms  INTEGER,               -- of a card in the steps
  lapses  INTEGER NOT NULL,
  reviews INTEGER NOT NULL,
  PRIMARY KEY (profile, course, card)
) STRICT, WITHOUT ROWID;

-- Study days. An event taken back still was a day's work; a review taken back is not counted.
CREATE TABLE day (
  profile   TEXT NOT NULL,
  course    TEXT NOT NULL,
  day       INTEGER NOT NULL,
  events    INTEGER NOT NULL,
  new       INTEGER NOT NULL,
  reviews   INTEGER NOT NULL,
  active_ms INTEGER NOT NULL,
  last_ms   INTEGER NOT NULL,
  PRIMARY KEY (profile, course, day)
) STRICT, WITHOUT ROWID;
