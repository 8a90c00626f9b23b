-- Who sends and who receives, and the missions between them.
--
-- Every partial date has two generated columns beside it: the earliest and the latest day
-- that it can mean (Extended Date/Time Format, ISO 8601-2, level 0; a final ? or ~ says that
-- the source is unsure or approximate). Questions and indexes use those, never the text.
--
-- Columns that end in _key are computed by the program from the name beside them:
--   sort_key    letters in the order of the Vietnamese alphabet, then the tone, per syllable
--   search_key  the same without marks and tones, in plain ASCII where the name is Latin

CREATE TABLE party (
  key                TEXT NOT NULL PRIMARY KEY,
  kind               TEXT NOT NULL CHECK (kind IN ('state', 'territory', 'organization')),
  name_en            TEXT
    CHECK (name_en <> '' AND length(name_en) <= 500 AND instr(name_en, char(0)) = 0),
  name_vi            TEXT
    CHECK (name_vi <> '' AND length(name_vi) <= 500 AND instr(name_vi, char(0)) = 0),
  official_name_en   TEXT
    CHECK (official_name_en <> '' AND length(official_name_en) <= 500
      AND instr(official_name_en, char(0)) = 0),
  official_name_vi   TEXT
    CHECK (official_name_vi <> '' AND length(official_name_vi) <= 500
      AND instr(official_name_vi, char(0)) = 0),
  iso_alpha2         TEXT UNIQUE CONSTRAINT "iso_alpha2 is two capital letters"
    CHECK (iso_alpha2 GLOB '[A-Z][A-Z]'),
  iso_alpha3         TEXT UNIQUE CONSTRAINT "iso_alpha3 is three capital letters"
    CHECK (iso_alpha3 GLOB '[A-Z][A-Z][A-Z]'),
  iso_numeric        TEXT UNIQUE CONSTRAINT "iso_numeric is three digits"
    CHECK (iso_numeric GLOB '[0-9][0-9][0-9]'),
  wikidata           TEXT UNIQUE CONSTRAINT "a Wikidata identifier is Q and a number"
    CHECK (wikidata GLOB 'Q[1-9]*' AND wikidata NOT GLOB 'Q*[^0-9]*'),
  -- Vienna Convention on Diplomatic Relations, article 13 (1): by the receiver's practice.
  functions_begin    TEXT NOT NULL DEFAULT 'credentials'
    CHECK (functions_begin IN ('credentials', 'copy')),
  -- Article 16 (1) for states; organisations may order by the names of their members.
  precedence         TEXT NOT NULL DEFAULT 'credentials'
    CHECK (precedence IN ('credentials', 'alphabetical')),
  valid_from         TEXT,
  valid_from_earliest TEXT AS (substr(rtrim(valid_from, '?~%') || '-01-01', 1, 10)),
  valid_from_latest TEXT AS (
    CASE length(rtrim(valid_from, '?~%'))
      WHEN 4 THEN substr(valid_from, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(valid_from, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(valid_from, 1, 10)
    END
  ),
  valid_until        TEXT,
  valid_until_earliest TEXT AS (substr(rtrim(valid_until, '?~%') || '-01-01', 1, 10)),
  valid_until_latest TEXT AS (
    CASE length(rtrim(valid_until, '?~%'))
      WHEN 4 THEN substr(valid_until, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(valid_until, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(valid_until, 1, 10)
    END
  ),
  successor          TEXT REFERENCES party (key) ON UPDATE CASCADE,
  note               TEXT CHECK (note <> ''),
  sort_key_en        TEXT,
  sort_key_vi        TEXT,
  search_key_en      TEXT,
  search_key_vi      TEXT,
  entered_in         INTEGER REFERENCES change (number),

  CONSTRAINT "key is lower-case letters and digits, joined by hyphens" CHECK (
    key = trim(key, '-') AND key NOT GLOB '*[^a-z0-9-]*'
    AND length(key) BETWEEN 1 AND 200 AND instr(key, char(0)) = 0
  ),
  CONSTRAINT "a party has a name" CHECK (coalesce(name_en, name_vi) IS NOT NULL),
  CONSTRAINT "a party does not succeed itself" CHECK (successor <> key),
  CONSTRAINT "a party ends after it begins" CHECK (valid_from_earliest <= valid_until_latest),
  CONSTRAINT "valid_from is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    valid_from_earliest IS date(valid_from_earliest, '+0 days')
    AND valid_from_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(valid_from, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(valid_from) - length(rtrim(valid_from, '?~%')) <= 1
  ),
  CONSTRAINT "valid_until is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    valid_until_earliest IS date(valid_until_earliest, '+0 days')
    AND valid_until_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(valid_until, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(valid_until) - length(rtrim(valid_until, '?~%')) <= 1
  )
) STRICT;

CREATE INDEX party_by_successor ON party (successor);

-- Only now: a row of registry refers to a party.
INSERT INTO registry (key) VALUES ('registry');

-- Other names by which a party is looked up: exonyms, former names, spellings.
CREATE TABLE party_name (
  party              TEXT NOT NULL REFERENCES party (key) ON UPDATE CASCADE ON DELETE CASCADE,
  name               TEXT NOT NULL
    CHECK (name <> '' AND length(name) <= 500 AND instr(name, char(0)) = 0),
  search_key         TEXT NOT NULL,
  note               TEXT CHECK (note <> ''),
  PRIMARY KEY (party, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE mission_kind (
  key                TEXT NOT NULL PRIMARY KEY,
  name_en            TEXT NOT NULL CHECK (name_en <> ''),
  name_vi            TEXT NOT NULL CHECK (name_vi <> ''),
  category           TEXT NOT NULL
    CHECK (category IN ('diplomatic', 'consular', 'international-organization', 'other')),
  house_order        INTEGER NOT NULL,

  CONSTRAINT "key is lower-case letters and digits, joined by hyphens" CHECK (
    key = trim(key, '-') AND key NOT GLOB '*[^a-z0-9-]*'
    AND length(key) BETWEEN 1 AND 200 AND instr(key, char(0)) = 0
  )
) STRICT;

CREATE TABLE mission (
  key                TEXT NOT NULL PRIMARY KEY,
  sender             TEXT NOT NULL REFERENCES party (key) ON UPDATE CASCADE,
  receiver           TEXT NOT NULL REFERENCES party (key) ON UPDATE CASCADE,
  kind               TEXT NOT NULL REFERENCES mission_kind (key) ON UPDATE CASCADE,
  name_en            TEXT
    CHECK (name_en <> '' AND length(name_en) <= 500 AND instr(name_en, char(0)) = 0),
  name_vi            TEXT
    CHECK (name_vi <> '' AND length(name_vi) <= 500 AND instr(name_vi, char(0)) = 0),
  seat               TEXT CHECK (seat <> '' AND length(seat) <= 500 AND instr(seat, char(0)) = 0),
  seat_is_inferred   INTEGER NOT NULL DEFAULT 0 CHECK (seat_is_inferred IN (0, 1)),
  parent             TEXT REFERENCES mission (key) ON UPDATE CASCADE,
  opened             TEXT,
  opened_earliest TEXT AS (substr(rtrim(opened, '?~%') || '-01-01', 1, 10)),
  opened_latest TEXT AS (
    CASE length(rtrim(opened, '?~%'))
      WHEN 4 THEN substr(opened, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(opened, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(opened, 1, 10)
    END
  ),
  closed             TEXT,
  closed_earliest TEXT AS (substr(rtrim(closed, '?~%') || '-01-01', 1, 10)),
  closed_latest TEXT AS (
    CASE length(rtrim(closed, '?~%'))
      WHEN 4 THEN substr(closed, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(closed, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(closed, 1, 10)
    END
  ),
  certainty          TEXT NOT NULL DEFAULT 'confirmed'
    CHECK (certainty IN ('confirmed', 'single-source', 'uncertain')),
  wikidata           TEXT UNIQUE CONSTRAINT "a Wikidata identifier is Q and a number"
    CHECK (wikidata GLOB 'Q[1-9]*' AND wikidata NOT GLOB 'Q*[^0-9]*'),
  note               TEXT CHECK (note <> ''),
  sort_key_en        TEXT,
  sort_key_vi        TEXT,
  search_key_en      TEXT,
  search_key_vi      TEXT,
  entered_in         INTEGER REFERENCES change (number),

  CONSTRAINT "key is lower-case letters and digits, joined by hyphens" CHECK (
    key = trim(key, '-') AND key NOT GLOB '*[^a-z0-9-]*'
    AND length(key) BETWEEN 1 AND 200 AND instr(key, char(0)) = 0
  ),
  CONSTRAINT "a mission has a name" CHECK (coalesce(name_en, name_vi) IS NOT NULL),
  CONSTRAINT "a mission is not its own parent" CHECK (parent <> key),
  CONSTRAINT "sender and receiver of a mission differ" CHECK (sender <> receiver),
  CONSTRAINT "a mission closes after it opens" CHECK (opened_earliest <= closed_latest),
  CONSTRAINT "opened is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    opened_earliest IS date(opened_earliest, '+0 days')
    AND opened_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(opened, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(opened) - length(rtrim(opened, '?~%')) <= 1
  ),
  CONSTRAINT "closed is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    closed_earliest IS date(closed_earliest, '+0 days')
    AND closed_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(closed, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(closed) - length(rtrim(closed, '?~%')) <= 1
  )
) STRICT;

CREATE INDEX mission_by_receiver ON mission (receiver);
CREATE INDEX mission_by_sender ON mission (sender);
CREATE INDEX mission_by_parent ON mission (parent);
CREATE INDEX mission_by_kind ON mission (kind);

-- Former and other names of a mission, each with the time it was in use where known.
CREATE TABLE mission_name (
  mission            TEXT NOT NULL REFERENCES mission (key) ON UPDATE CASCADE ON DELETE CASCADE,
  name               TEXT NOT NULL
    CHECK (name <> '' AND length(name) <= 500 AND instr(name, char(0)) = 0),
  search_key         TEXT NOT NULL,
  used_from          TEXT,
  used_from_earliest TEXT AS (substr(rtrim(used_from, '?~%') || '-01-01', 1, 10)),
  used_from_latest TEXT AS (
    CASE length(rtrim(used_from, '?~%'))
      WHEN 4 THEN substr(used_from, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(used_from, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(used_from, 1, 10)
    END
  ),
  used_until         TEXT,
  used_until_earliest TEXT AS (substr(rtrim(used_until, '?~%') || '-01-01', 1, 10)),
  used_until_latest TEXT AS (
    CASE length(rtrim(used_until, '?~%'))
      WHEN 4 THEN substr(used_until, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(used_until, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(used_until, 1, 10)
    END
  ),
  note               TEXT CHECK (note <> ''),

  PRIMARY KEY (mission, name),
  CONSTRAINT "used_from is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    used_from_earliest IS date(used_from_earliest, '+0 days')
    AND used_from_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(used_from, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(used_from) - length(rtrim(used_from, '?~%')) <= 1
  ),
  CONSTRAINT "used_until is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    used_until_earliest IS date(used_until_earliest, '+0 days')
    AND used_until_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(used_until, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(used_until) - length(rtrim(used_until, '?~%')) <= 1
  )
) STRICT, WITHOUT ROWID;

-- Countries that a mission covers beside its own receiver (địa bàn kiêm nhiệm), whoever
-- heads it. The head's own accreditation there is a row of accreditation.
CREATE TABLE mission_coverage (
  mission            TEXT NOT NULL REFERENCES mission (key) ON UPDATE CASCADE ON DELETE CASCADE,
  receiver           TEXT NOT NULL REFERENCES party (key) ON UPDATE CASCADE,
  known_on           TEXT,
  known_on_earliest TEXT AS (substr(rtrim(known_on, '?~%') || '-01-01', 1, 10)),
  known_on_latest TEXT AS (
    CASE length(rtrim(known_on, '?~%'))
      WHEN 4 THEN substr(known_on, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(known_on, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(known_on, 1, 10)
    END
  ),
  ended              TEXT,
  ended_earliest TEXT AS (substr(rtrim(ended, '?~%') || '-01-01', 1, 10)),
  ended_latest TEXT AS (
    CASE length(rtrim(ended, '?~%'))
      WHEN 4 THEN substr(ended, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(ended, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(ended, 1, 10)
    END
  ),
  note               TEXT CHECK (note <> ''),

  PRIMARY KEY (mission, receiver),
  CONSTRAINT "known_on is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    known_on_earliest IS date(known_on_earliest, '+0 days')
    AND known_on_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(known_on, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(known_on) - length(rtrim(known_on, '?~%')) <= 1
  ),
  CONSTRAINT "ended is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    ended_earliest IS date(ended_earliest, '+0 days')
    AND ended_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(ended, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(ended) - length(rtrim(ended, '?~%')) <= 1
  )
) STRICT, WITHOUT ROWID;

CREATE INDEX mission_coverage_by_receiver ON mission_coverage (receiver);

-- Vienna Convention on Consular Relations, article 1 (1) (b): the area assigned to a post.
CREATE TABLE consular_district (
  mission            TEXT NOT NULL REFERENCES mission (key) ON UPDATE CASCADE ON DELETE CASCADE,
  area               TEXT NOT NULL
    CHECK (area <> '' AND length(area) <= 2000 AND instr(area, char(0)) = 0),
  since              TEXT,
  since_earliest TEXT AS (substr(rtrim(since, '?~%') || '-01-01', 1, 10)),
  since_latest TEXT AS (
    CASE length(rtrim(since, '?~%'))
      WHEN 4 THEN substr(since, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(since, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(since, 1, 10)
    END
  ),
  until              TEXT,
  until_earliest TEXT AS (substr(rtrim(until, '?~%') || '-01-01', 1, 10)),
  until_latest TEXT AS (
    CASE length(rtrim(until, '?~%'))
      WHEN 4 THEN substr(until, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(until, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(until, 1, 10)
    END
  ),
  instrument         TEXT CHECK (instrument <> ''),

  PRIMARY KEY (mission, area),
  CONSTRAINT "since is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    since_earliest IS date(since_earliest, '+0 days')
    AND since_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(since, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(since) - length(rtrim(since, '?~%')) <= 1
  ),
  CONSTRAINT "until is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    until_earliest IS date(until_earliest, '+0 days')
    AND until_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(until, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(until) - length(rtrim(until, '?~%')) <= 1
  )
) STRICT, WITHOUT ROWID;

-- The names a mission has in other systems; an old key of ours goes on leading here.
CREATE TABLE mission_identifier (
  scheme             TEXT NOT NULL CHECK (scheme <> ''),
  identifier         TEXT NOT NULL CHECK (identifier <> ''),
  mission            TEXT NOT NULL REFERENCES mission (key) ON UPDATE CASCADE ON DELETE CASCADE,
  PRIMARY KEY (scheme, identifier)
) STRICT, WITHOUT ROWID;

CREATE INDEX mission_identifier_by_mission ON mission_identifier (mission);
