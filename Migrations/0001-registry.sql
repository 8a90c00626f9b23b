-- What a registry says of itself: which country it is of, up to which day it is known,
-- which migrations built it, and the changes that were made to it.

CREATE TABLE registry (
  key                TEXT NOT NULL PRIMARY KEY DEFAULT 'registry' CHECK (key = 'registry'),
  sender             TEXT REFERENCES party (key) ON UPDATE CASCADE,
  known_until        TEXT,
  standard_term_months INTEGER NOT NULL DEFAULT 36 CHECK (standard_term_months BETWEEN 1 AND 600),

  CONSTRAINT "known_until is a day, YYYY-MM-DD" CHECK (
    known_until IS date(known_until, '+0 days') AND length(known_until) = 10
    -- As every other date: the year 9999 is left for "no end".
    AND known_until BETWEEN '0001' AND '9999'
  )
) STRICT;

-- AUTOINCREMENT: the number of a change is never given to another one.
CREATE TABLE change (
  number             INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  made_at            TEXT NOT NULL CHECK (made_at IS strftime('%Y-%m-%dT%H:%M:%SZ', made_at)),
  author             TEXT NOT NULL CHECK (author <> '' AND instr(author, char(0)) = 0),
  reason             TEXT CHECK (reason <> '' AND instr(reason, char(0)) = 0),
  action             TEXT NOT NULL CHECK (action <> '' AND instr(action, char(0)) = 0),
  program            TEXT NOT NULL CHECK (program <> '' AND instr(program, char(0)) = 0)
) STRICT;

CREATE TABLE migration (
  number             INTEGER NOT NULL PRIMARY KEY,
  name               TEXT NOT NULL UNIQUE,
  sha256             TEXT NOT NULL CHECK (length(sha256) = 64),
  applied_at         TEXT NOT NULL
) STRICT;

-- The meaning of every table, view and column, in both languages, for people and programs
-- that open the file. column_name is '' on the row that speaks of the table itself.
CREATE TABLE schema_comment (
  object_name        TEXT NOT NULL,
  column_name        TEXT NOT NULL DEFAULT '',
  about_en           TEXT NOT NULL CHECK (about_en <> ''),
  about_vi           TEXT NOT NULL CHECK (about_vi <> ''),
  example            TEXT CHECK (example <> ''),
  PRIMARY KEY (object_name, column_name)
) STRICT, WITHOUT ROWID;

-- What a code in a closed list is called. Which codes a column takes, its CHECK says.
CREATE TABLE code_label (
  list               TEXT NOT NULL,
  code               TEXT NOT NULL,
  name_en            TEXT NOT NULL CHECK (name_en <> ''),
  name_vi            TEXT NOT NULL CHECK (name_vi <> ''),
  PRIMARY KEY (list, code)
) STRICT, WITHOUT ROWID;
