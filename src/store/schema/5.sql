-- Smaller rows: a learner and a card are numbers where there is a row for each review. New tables follow.

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
