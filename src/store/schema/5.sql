-- Smaller rows where there is one for each review: the learner and the card are numbers there.
CREATE TABLE learner (
  id      INTEGER PRIMARY KEY,
  profile TEXT NOT NULL,
  course  TEXT NOT NULL,
  UNIQUE (profile, course)
) STRICT;
INSERT INTO learner (profile, course) SELECT DISTINCT profile, course FROM event;

DROP INDEX event_by_learner;
ALTER TABLE event ADD COLUMN learner INTEGER NOT NULL DEFAULT 0;
UPDATE event SET learner = (SELECT id FROM learner WHERE learner.profile = event.profile AND learner.course = event.course);
ALTER TABLE event DROP COLUMN profile;
ALTER TABLE event DROP COLUMN course;
CREATE INDEX event_by_learner ON event (learner);

-- Every name that `CardKey` was ever written as.
CREATE TABLE card_name (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO card_name (name) SELECT DISTINCT card FROM review;

ALTER TABLE review RENAME TO old_review;
CREATE TABLE review (
  event   INTEGER PRIMARY KEY REFERENCES event (id),
  learner INTEGER NOT NULL,
  card    INTEGER NOT NULL,      -- of `card_name`
  day     INTEGER NOT NULL,
  grade   INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 4),
  stage   INTEGER NOT NULL CHECK (stage BETWEEN 0 AND 3),   -- before: new, learning, relearning, review
  took_ms INTEGER NOT NULL
) STRICT;
INSERT INTO review
  SELECT event, learner.id, card_name.id, day, grade, stage, took_ms FROM old_review
  JOIN learner USING (profile, course) JOIN card_name ON card_name.name = old_review.card;
DROP TABLE old_review;
CREATE INDEX review_by_card ON review (learner, card);
CREATE INDEX review_by_day ON review (learner, day);

-- Cards that a missed question asked for, each as it was asked for last.
CREATE TABLE requested (
  profile  TEXT NOT NULL,
  course   TEXT NOT NULL,
  card     TEXT NOT NULL,
  event    INTEGER NOT NULL,
  day      INTEGER NOT NULL,
  answered INTEGER,              -- the review that answered it
  PRIMARY KEY (profile, course, card)
) STRICT, WITHOUT ROWID;

-- Notes and bookmarks on sections. The latest of a kind counts; one without text takes it away.
CREATE TABLE note (
  event   INTEGER PRIMARY KEY REFERENCES event (id),
  profile TEXT NOT NULL,
  course  TEXT NOT NULL,
  at_ms   INTEGER NOT NULL,
  kind    TEXT NOT NULL CHECK (kind IN ('note', 'bookmark')),
  lesson  TEXT NOT NULL,
  section TEXT NOT NULL,
  text    TEXT NOT NULL
) STRICT;
