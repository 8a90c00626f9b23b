-- Who heads missions, under which titles, and in which cohorts.

CREATE TABLE person (
  key                TEXT NOT NULL PRIMARY KEY,
  name               TEXT NOT NULL
    CHECK (name <> '' AND length(name) <= 500 AND instr(name, char(0)) = 0),
  family_name        TEXT CHECK (family_name <> ''),
  middle_name        TEXT CHECK (middle_name <> ''),
  given_name         TEXT CHECK (given_name <> ''),
  sort_name          TEXT CHECK (sort_name <> ''),
  gender             TEXT CHECK (gender IN ('female', 'male')),
  born               TEXT,
  born_earliest TEXT AS (substr(rtrim(born, '?~%') || '-01-01', 1, 10)),
  born_latest TEXT AS (
    CASE length(rtrim(born, '?~%'))
      WHEN 4 THEN substr(born, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(born, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(born, 1, 10)
    END
  ),
  died               TEXT,
  died_earliest TEXT AS (substr(rtrim(died, '?~%') || '-01-01', 1, 10)),
  died_latest TEXT AS (
    CASE length(rtrim(died, '?~%'))
      WHEN 4 THEN substr(died, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(died, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(died, 1, 10)
    END
  ),
  wikidata           TEXT UNIQUE CONSTRAINT "a Wikidata identifier is Q and a number"
    CHECK (wikidata GLOB 'Q[1-9]*' AND wikidata NOT GLOB 'Q*[^0-9]*'),
  note               TEXT CHECK (note <> ''),
  sort_key           TEXT NOT NULL,
  search_key         TEXT NOT NULL,
  entered_in         INTEGER REFERENCES change (number),

  CONSTRAINT "key is lower-case letters and digits, joined by hyphens" CHECK (
    key = trim(key, '-') AND key NOT GLOB '*[^a-z0-9-]*'
    AND length(key) BETWEEN 1 AND 200 AND instr(key, char(0)) = 0
  ),
  CONSTRAINT "a person dies after birth" CHECK (born_earliest <= died_latest),
  CONSTRAINT "born is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    born_earliest IS date(born_earliest, '+0 days')
    AND born_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(born, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(born) - length(rtrim(born, '?~%')) <= 1
  ),
  CONSTRAINT "died is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    died_earliest IS date(died_earliest, '+0 days')
    AND died_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(died, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(died) - length(rtrim(died, '?~%')) <= 1
  )
) STRICT;

CREATE INDEX person_by_search_key ON person (search_key);
CREATE INDEX person_by_sort_key ON person (sort_key);
CREATE INDEX person_who_died ON person (key) WHERE died IS NOT NULL;

CREATE TABLE person_name (
  person             TEXT NOT NULL REFERENCES person (key) ON UPDATE CASCADE ON DELETE CASCADE,
  name               TEXT NOT NULL
    CHECK (name <> '' AND length(name) <= 500 AND instr(name, char(0)) = 0),
  search_key         TEXT NOT NULL,
  note               TEXT CHECK (note <> ''),
  PRIMARY KEY (person, name)
) STRICT, WITHOUT ROWID;

-- The personal rank (hàm), which is apart from the post (chức vụ) and is dated.
CREATE TABLE person_rank (
  person             TEXT NOT NULL REFERENCES person (key) ON UPDATE CASCADE ON DELETE CASCADE,
  rank               TEXT NOT NULL
    CHECK (rank <> '' AND length(rank) <= 500 AND instr(rank, char(0)) = 0),
  conferred          TEXT,
  conferred_earliest TEXT AS (substr(rtrim(conferred, '?~%') || '-01-01', 1, 10)),
  conferred_latest TEXT AS (
    CASE length(rtrim(conferred, '?~%'))
      WHEN 4 THEN substr(conferred, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(conferred, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(conferred, 1, 10)
    END
  ),
  note               TEXT CHECK (note <> ''),

  PRIMARY KEY (person, rank),
  CONSTRAINT "conferred is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    conferred_earliest IS date(conferred_earliest, '+0 days')
    AND conferred_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(conferred, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(conferred) - length(rtrim(conferred, '?~%')) <= 1
  )
) STRICT, WITHOUT ROWID;

CREATE TABLE person_identifier (
  scheme             TEXT NOT NULL CHECK (scheme <> ''),
  identifier         TEXT NOT NULL CHECK (identifier <> ''),
  person             TEXT NOT NULL REFERENCES person (key) ON UPDATE CASCADE ON DELETE CASCADE,
  PRIMARY KEY (scheme, identifier)
) STRICT, WITHOUT ROWID;

CREATE INDEX person_identifier_by_person ON person_identifier (person);

CREATE TABLE title (
  key                TEXT NOT NULL PRIMARY KEY,
  name_en            TEXT NOT NULL CHECK (name_en <> ''),
  name_vi            TEXT NOT NULL CHECK (name_vi <> ''),
  -- Vienna Convention on Diplomatic Relations, article 14: 1 ambassadors, 2 envoys,
  -- 3 chargés d'affaires en titre. A chargé ad interim has none.
  vienna_class       INTEGER CHECK (vienna_class IN (1, 2, 3)),
  -- Vienna Convention on Consular Relations, article 9: 1 consuls-general to 4 consular agents.
  consular_class     INTEGER CHECK (consular_class BETWEEN 1 AND 4),
  function           TEXT NOT NULL CHECK (function IN ('head', 'acting', 'post')),
  is_honorary        INTEGER NOT NULL DEFAULT 0 CHECK (is_honorary IN (0, 1)),

  CONSTRAINT "key is lower-case letters and digits, joined by hyphens" CHECK (
    key = trim(key, '-') AND key NOT GLOB '*[^a-z0-9-]*'
    AND length(key) BETWEEN 1 AND 200 AND instr(key, char(0)) = 0
  )
) STRICT;

-- The kinds of mission that a title fits, and the one it is taken from when none is given.
CREATE TABLE title_mission_kind (
  title              TEXT NOT NULL REFERENCES title (key) ON UPDATE CASCADE ON DELETE CASCADE,
  mission_kind       TEXT NOT NULL REFERENCES mission_kind (key) ON UPDATE CASCADE,
  is_usual           INTEGER NOT NULL DEFAULT 0 CHECK (is_usual IN (0, 1)),
  PRIMARY KEY (title, mission_kind)
) STRICT, WITHOUT ROWID;

CREATE INDEX title_mission_kind_by_kind ON title_mission_kind (mission_kind);

-- A cohort (nhiệm kỳ). Its label is data: a decision of 2026 can belong to 2025-2028.
CREATE TABLE term (
  key                TEXT NOT NULL PRIMARY KEY,
  begins             TEXT,
  begins_earliest TEXT AS (substr(rtrim(begins, '?~%') || '-01-01', 1, 10)),
  begins_latest TEXT AS (
    CASE length(rtrim(begins, '?~%'))
      WHEN 4 THEN substr(begins, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(begins, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(begins, 1, 10)
    END
  ),
  ends               TEXT,
  ends_earliest TEXT AS (substr(rtrim(ends, '?~%') || '-01-01', 1, 10)),
  ends_latest TEXT AS (
    CASE length(rtrim(ends, '?~%'))
      WHEN 4 THEN substr(ends, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(ends, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(ends, 1, 10)
    END
  ),
  note               TEXT CHECK (note <> ''),
  entered_in         INTEGER REFERENCES change (number),

  CONSTRAINT "key is lower-case letters and digits, joined by hyphens" CHECK (
    key = trim(key, '-') AND key NOT GLOB '*[^a-z0-9-]*'
    AND length(key) BETWEEN 1 AND 200 AND instr(key, char(0)) = 0
  ),
  CONSTRAINT "a term ends after it begins" CHECK (begins_earliest <= ends_latest),
  CONSTRAINT "begins is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    begins_earliest IS date(begins_earliest, '+0 days')
    AND begins_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(begins, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(begins) - length(rtrim(begins, '?~%')) <= 1
  ),
  CONSTRAINT "ends is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    ends_earliest IS date(ends_earliest, '+0 days')
    AND ends_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(ends, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(ends) - length(rtrim(ends, '?~%')) <= 1
  )
) STRICT;

-- A batch (đợt) of a term: the heads whose decisions were handed over together.
CREATE TABLE term_batch (
  key                TEXT NOT NULL PRIMARY KEY,
  term               TEXT NOT NULL REFERENCES term (key) ON UPDATE CASCADE,
  -- Numbers that are counted on have an end, far from where a program cannot add one.
  number             INTEGER NOT NULL CONSTRAINT "number is from 1 to 1000000"
    CHECK (number BETWEEN 1 AND 1000000),
  authority          TEXT CHECK (authority <> ''),
  decided            TEXT,
  decided_earliest TEXT AS (substr(rtrim(decided, '?~%') || '-01-01', 1, 10)),
  decided_latest TEXT AS (
    CASE length(rtrim(decided, '?~%'))
      WHEN 4 THEN substr(decided, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(decided, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(decided, 1, 10)
    END
  ),
  handed_over        TEXT,
  handed_over_earliest TEXT AS (substr(rtrim(handed_over, '?~%') || '-01-01', 1, 10)),
  handed_over_latest TEXT AS (
    CASE length(rtrim(handed_over, '?~%'))
      WHEN 4 THEN substr(handed_over, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(handed_over, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(handed_over, 1, 10)
    END
  ),
  presided_by        TEXT CHECK (presided_by <> ''),
  -- As the sources report them, in their words: they conflict ("28 or 18").
  reported_count     TEXT CHECK (reported_count <> ''),
  reported_scope     TEXT CHECK (reported_scope <> ''),
  note               TEXT CHECK (note <> ''),
  entered_in         INTEGER REFERENCES change (number),

  UNIQUE (term, number),
  CONSTRAINT "key is lower-case letters and digits, joined by hyphens" CHECK (
    key = trim(key, '-') AND key NOT GLOB '*[^a-z0-9-]*'
    AND length(key) BETWEEN 1 AND 200 AND instr(key, char(0)) = 0
  ),
  CONSTRAINT "decided is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    decided_earliest IS date(decided_earliest, '+0 days')
    AND decided_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(decided, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(decided) - length(rtrim(decided, '?~%')) <= 1
  ),
  CONSTRAINT "handed_over is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    handed_over_earliest IS date(handed_over_earliest, '+0 days')
    AND handed_over_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(handed_over, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(handed_over) - length(rtrim(handed_over, '?~%')) <= 1
  )
) STRICT;
