-- Where facts come from. Sources that contradict each other are both kept.

CREATE TABLE source (
  key                TEXT NOT NULL PRIMARY KEY,
  title              TEXT NOT NULL CHECK (title <> ''),
  address            TEXT UNIQUE CHECK (address <> ''),
  publisher          TEXT CHECK (publisher <> ''),
  published          TEXT,
  published_earliest TEXT AS (substr(rtrim(published, '?~%') || '-01-01', 1, 10)),
  published_latest TEXT AS (
    CASE length(rtrim(published, '?~%'))
      WHEN 4 THEN substr(published, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(published, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(published, 1, 10)
    END
  ),
  note               TEXT CHECK (note <> ''),
  entered_in         INTEGER REFERENCES change (number),

  CONSTRAINT "key is lower-case letters and digits, joined by hyphens" CHECK (
    key = trim(key, '-') AND key NOT GLOB '*[^a-z0-9-]*'
    AND length(key) BETWEEN 1 AND 200 AND instr(key, char(0)) = 0
  ),
  CONSTRAINT "published is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    published_earliest IS date(published_earliest, '+0 days')
    AND published_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(published, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(published) - length(rtrim(published, '?~%')) <= 1
  )
) STRICT;

-- What a source says of one thing in the registry, or of one field of it.
CREATE TABLE citation (
  key                TEXT NOT NULL PRIMARY KEY,
  source             TEXT NOT NULL REFERENCES source (key) ON UPDATE CASCADE,
  party              TEXT REFERENCES party (key) ON UPDATE CASCADE ON DELETE CASCADE,
  mission            TEXT REFERENCES mission (key) ON UPDATE CASCADE ON DELETE CASCADE,
  person             TEXT REFERENCES person (key) ON UPDATE CASCADE ON DELETE CASCADE,
  term               TEXT REFERENCES term (key) ON UPDATE CASCADE ON DELETE CASCADE,
  batch              TEXT REFERENCES term_batch (key) ON UPDATE CASCADE ON DELETE CASCADE,
  posting            TEXT REFERENCES posting (key) ON UPDATE CASCADE ON DELETE CASCADE,
  accreditation      TEXT REFERENCES accreditation (key) ON UPDATE CASCADE ON DELETE CASCADE,
  document           TEXT REFERENCES document (key) ON UPDATE CASCADE ON DELETE CASCADE,
  field              TEXT CHECK (field <> ''),
  says               TEXT CHECK (says <> ''),
  entered_in         INTEGER REFERENCES change (number),

  CONSTRAINT "key is lower-case letters and digits, joined by hyphens" CHECK (
    key = trim(key, '-') AND key NOT GLOB '*[^a-z0-9-]*'
    AND length(key) BETWEEN 1 AND 200 AND instr(key, char(0)) = 0
  ),
  CONSTRAINT "a citation is of exactly one thing" CHECK (
    (party IS NOT NULL) + (mission IS NOT NULL) + (person IS NOT NULL) + (term IS NOT NULL)
    + (batch IS NOT NULL) + (posting IS NOT NULL) + (accreditation IS NOT NULL)
    + (document IS NOT NULL) = 1
  )
) STRICT;

CREATE INDEX citation_by_source ON citation (source);
CREATE INDEX citation_by_party ON citation (party) WHERE party IS NOT NULL;
CREATE INDEX citation_by_mission ON citation (mission) WHERE mission IS NOT NULL;
CREATE INDEX citation_by_person ON citation (person) WHERE person IS NOT NULL;
CREATE INDEX citation_by_term ON citation (term) WHERE term IS NOT NULL;
CREATE INDEX citation_by_batch ON citation (batch) WHERE batch IS NOT NULL;
CREATE INDEX citation_by_posting ON citation (posting) WHERE posting IS NOT NULL;
CREATE INDEX citation_by_accreditation ON citation (accreditation) WHERE accreditation IS NOT NULL;
CREATE INDEX citation_by_document ON citation (document) WHERE document IS NOT NULL;
