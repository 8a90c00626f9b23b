-- Who was sent where, accredited to whom, from when to when, and by which paper.

CREATE TABLE end_reason (
  key                TEXT NOT NULL PRIMARY KEY,
  name_en            TEXT NOT NULL CHECK (name_en <> ''),
  name_vi            TEXT NOT NULL CHECK (name_vi <> ''),

  CONSTRAINT "key is lower-case letters and digits, joined by hyphens" CHECK (
    key = trim(key, '-') AND key NOT GLOB '*[^a-z0-9-]*'
    AND length(key) BETWEEN 1 AND 200 AND instr(key, char(0)) = 0
  )
) STRICT;

CREATE TABLE document (
  key                TEXT NOT NULL PRIMARY KEY,
  number             TEXT CHECK (number <> ''),
  kind               TEXT CHECK (kind <> ''),
  issuer             TEXT CHECK (issuer <> ''),
  dated              TEXT,
  dated_earliest TEXT AS (substr(rtrim(dated, '?~%') || '-01-01', 1, 10)),
  dated_latest TEXT AS (
    CASE length(rtrim(dated, '?~%'))
      WHEN 4 THEN substr(dated, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(dated, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(dated, 1, 10)
    END
  ),
  subject            TEXT CHECK (subject <> ''),
  supersedes         TEXT REFERENCES document (key) ON UPDATE CASCADE,
  note               TEXT CHECK (note <> ''),
  entered_in         INTEGER REFERENCES change (number),

  CONSTRAINT "key is lower-case letters and digits, joined by hyphens" CHECK (
    key = trim(key, '-') AND key NOT GLOB '*[^a-z0-9-]*'
    AND length(key) BETWEEN 1 AND 200 AND instr(key, char(0)) = 0
  ),
  CONSTRAINT "a document has a number or a subject" CHECK (coalesce(number, subject) IS NOT NULL),
  CONSTRAINT "a document does not supersede itself" CHECK (supersedes <> key),
  CONSTRAINT "dated is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    dated_earliest IS date(dated_earliest, '+0 days')
    AND dated_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(dated, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(dated) - length(rtrim(dated, '?~%')) <= 1
  )
) STRICT;

CREATE INDEX document_by_number ON document (number);
CREATE INDEX document_by_supersedes ON document (supersedes);

CREATE TABLE posting (
  key                TEXT NOT NULL PRIMARY KEY,
  person             TEXT NOT NULL REFERENCES person (key) ON UPDATE CASCADE,
  mission            TEXT NOT NULL REFERENCES mission (key) ON UPDATE CASCADE,
  title              TEXT NOT NULL REFERENCES title (key) ON UPDATE CASCADE,
  function           TEXT NOT NULL DEFAULT 'head' CHECK (function IN ('head', 'acting')),
  -- Vienna Convention on Diplomatic Relations, article 19 (1); on Consular Relations, 15 (1).
  acting_reason      TEXT CHECK (acting_reason IN ('vacancy', 'absence', 'incapacity')),
  -- Set for someone who was named and does not, or not yet, serve; never in office.
  nomination         TEXT CHECK (
    nomination IN ('pending', 'declined', 'withdrawn', 'refused', 'not-confirmed', 'died')
  ),
  term               TEXT REFERENCES term (key) ON UPDATE CASCADE,
  batch              TEXT REFERENCES term_batch (key) ON UPDATE CASCADE,
  term_is_inferred   INTEGER NOT NULL DEFAULT 0 CHECK (term_is_inferred IN (0, 1)),
  planned_end        TEXT,
  planned_end_earliest TEXT AS (substr(rtrim(planned_end, '?~%') || '-01-01', 1, 10)),
  planned_end_latest TEXT AS (
    CASE length(rtrim(planned_end, '?~%'))
      WHEN 4 THEN substr(planned_end, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(planned_end, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(planned_end, 1, 10)
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
  -- Why there is no end date, where it is not that the head still serves.
  end_mark           TEXT CHECK (end_mark IN ('unknown', 'point')),
  end_reason         TEXT REFERENCES end_reason (key) ON UPDATE CASCADE,
  end_note           TEXT CHECK (end_note <> ''),
  certainty          TEXT NOT NULL DEFAULT 'confirmed'
    CHECK (certainty IN ('confirmed', 'single-source', 'uncertain')),
  note               TEXT CHECK (note <> ''),
  entered_in         INTEGER REFERENCES change (number),

  UNIQUE (key, mission),
  CONSTRAINT "key is lower-case letters and digits, joined by hyphens" CHECK (
    key = trim(key, '-') AND key NOT GLOB '*[^a-z0-9-]*'
    AND length(key) BETWEEN 1 AND 200 AND instr(key, char(0)) = 0
  ),
  CONSTRAINT "only an acting head has a reason for acting" CHECK (
    acting_reason IS NULL OR function = 'acting'
  ),
  CONSTRAINT "an end is a date or a mark, not both" CHECK (ended IS NULL OR end_mark IS NULL),
  CONSTRAINT "a nominee who never served has no end of service" CHECK (
    nomination IS NULL OR (ended IS NULL AND end_mark IS NULL)
  ),
  CONSTRAINT "a batch belongs to a term" CHECK (batch IS NULL OR term IS NOT NULL),
  CONSTRAINT "planned_end is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    planned_end_earliest IS date(planned_end_earliest, '+0 days')
    AND planned_end_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(planned_end, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(planned_end) - length(rtrim(planned_end, '?~%')) <= 1
  ),
  CONSTRAINT "ended is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    ended_earliest IS date(ended_earliest, '+0 days')
    AND ended_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(ended, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(ended) - length(rtrim(ended, '?~%')) <= 1
  )
) STRICT;

CREATE INDEX posting_by_person ON posting (person);
CREATE INDEX posting_by_mission ON posting (mission);
CREATE INDEX posting_by_term ON posting (term);
CREATE INDEX posting_by_batch ON posting (batch);
-- Heads without an end of any sort: the few that "who is there now" looks at.
CREATE INDEX posting_open ON posting (mission, key, person)
  WHERE function = 'head' AND nomination IS NULL AND ended IS NULL AND end_mark IS NULL;

-- A posting towards one receiver. mission repeats the posting's, held equal by the foreign
-- key, so that one index finds who headed a mission on a day.
CREATE TABLE accreditation (
  key                TEXT NOT NULL PRIMARY KEY,
  posting            TEXT NOT NULL,
  mission            TEXT NOT NULL,
  receiver           TEXT NOT NULL REFERENCES party (key) ON UPDATE CASCADE,
  is_resident        INTEGER NOT NULL CHECK (is_resident IN (0, 1)),
  title              TEXT REFERENCES title (key) ON UPDATE CASCADE,
  vienna_class       INTEGER CHECK (vienna_class IN (1, 2, 3)),
  -- The receiver's practice when this accreditation began; practice changes with time.
  functions_begin    TEXT NOT NULL DEFAULT 'credentials'
    CHECK (functions_begin IN ('credentials', 'copy')),

  agrement_requested TEXT,
  agrement_requested_earliest TEXT AS (substr(rtrim(agrement_requested, '?~%') || '-01-01', 1, 10)),
  agrement_requested_latest TEXT AS (
    CASE length(rtrim(agrement_requested, '?~%'))
      WHEN 4 THEN substr(agrement_requested, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(agrement_requested, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(agrement_requested, 1, 10)
    END
  ),
  agrement_requested_note TEXT CHECK (agrement_requested_note <> ''),
  agrement_given     TEXT,
  agrement_given_earliest TEXT AS (substr(rtrim(agrement_given, '?~%') || '-01-01', 1, 10)),
  agrement_given_latest TEXT AS (
    CASE length(rtrim(agrement_given, '?~%'))
      WHEN 4 THEN substr(agrement_given, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(agrement_given, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(agrement_given, 1, 10)
    END
  ),
  agrement_given_note TEXT CHECK (agrement_given_note <> ''),
  appointed          TEXT,
  appointed_earliest TEXT AS (substr(rtrim(appointed, '?~%') || '-01-01', 1, 10)),
  appointed_latest TEXT AS (
    CASE length(rtrim(appointed, '?~%'))
      WHEN 4 THEN substr(appointed, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(appointed, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(appointed, 1, 10)
    END
  ),
  appointed_note     TEXT CHECK (appointed_note <> ''),
  handed_over        TEXT,
  handed_over_earliest TEXT AS (substr(rtrim(handed_over, '?~%') || '-01-01', 1, 10)),
  handed_over_latest TEXT AS (
    CASE length(rtrim(handed_over, '?~%'))
      WHEN 4 THEN substr(handed_over, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(handed_over, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(handed_over, 1, 10)
    END
  ),
  handed_over_note   TEXT CHECK (handed_over_note <> ''),
  arrived            TEXT,
  arrived_earliest TEXT AS (substr(rtrim(arrived, '?~%') || '-01-01', 1, 10)),
  arrived_latest TEXT AS (
    CASE length(rtrim(arrived, '?~%'))
      WHEN 4 THEN substr(arrived, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(arrived, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(arrived, 1, 10)
    END
  ),
  arrived_time       TEXT CHECK (arrived_time IS strftime('%H:%M', arrived_time)),
  arrived_note       TEXT CHECK (arrived_note <> ''),
  copy_presented     TEXT,
  copy_presented_earliest TEXT AS (substr(rtrim(copy_presented, '?~%') || '-01-01', 1, 10)),
  copy_presented_latest TEXT AS (
    CASE length(rtrim(copy_presented, '?~%'))
      WHEN 4 THEN substr(copy_presented, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(copy_presented, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(copy_presented, 1, 10)
    END
  ),
  copy_presented_note TEXT CHECK (copy_presented_note <> ''),
  credentials        TEXT,
  credentials_earliest TEXT AS (substr(rtrim(credentials, '?~%') || '-01-01', 1, 10)),
  credentials_latest TEXT AS (
    CASE length(rtrim(credentials, '?~%'))
      WHEN 4 THEN substr(credentials, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(credentials, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(credentials, 1, 10)
    END
  ),
  credentials_note   TEXT CHECK (credentials_note <> ''),
  commission_presented TEXT,
  commission_presented_earliest TEXT AS (substr(rtrim(commission_presented, '?~%') || '-01-01', 1, 10)),
  commission_presented_latest TEXT AS (
    CASE length(rtrim(commission_presented, '?~%'))
      WHEN 4 THEN substr(commission_presented, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(commission_presented, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(commission_presented, 1, 10)
    END
  ),
  commission_presented_note TEXT CHECK (commission_presented_note <> ''),
  provisionally_admitted TEXT,
  provisionally_admitted_earliest TEXT AS (substr(rtrim(provisionally_admitted, '?~%') || '-01-01', 1, 10)),
  provisionally_admitted_latest TEXT AS (
    CASE length(rtrim(provisionally_admitted, '?~%'))
      WHEN 4 THEN substr(provisionally_admitted, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(provisionally_admitted, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(provisionally_admitted, 1, 10)
    END
  ),
  provisionally_admitted_note TEXT CHECK (provisionally_admitted_note <> ''),
  exequatur          TEXT,
  exequatur_earliest TEXT AS (substr(rtrim(exequatur, '?~%') || '-01-01', 1, 10)),
  exequatur_latest TEXT AS (
    CASE length(rtrim(exequatur, '?~%'))
      WHEN 4 THEN substr(exequatur, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(exequatur, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(exequatur, 1, 10)
    END
  ),
  exequatur_note     TEXT CHECK (exequatur_note <> ''),
  recall_presented   TEXT,
  recall_presented_earliest TEXT AS (substr(rtrim(recall_presented, '?~%') || '-01-01', 1, 10)),
  recall_presented_latest TEXT AS (
    CASE length(rtrim(recall_presented, '?~%'))
      WHEN 4 THEN substr(recall_presented, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(recall_presented, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(recall_presented, 1, 10)
    END
  ),
  recall_presented_note TEXT CHECK (recall_presented_note <> ''),
  ended              TEXT,
  ended_earliest TEXT AS (substr(rtrim(ended, '?~%') || '-01-01', 1, 10)),
  ended_latest TEXT AS (
    CASE length(rtrim(ended, '?~%'))
      WHEN 4 THEN substr(ended, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(ended, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(ended, 1, 10)
    END
  ),
  ended_note         TEXT CHECK (ended_note <> ''),

  -- Days on which a source shows the person in office, where no begin or end is known:
  -- "in office by" and "still in office on".
  in_office_by       TEXT,
  in_office_by_earliest TEXT AS (substr(rtrim(in_office_by, '?~%') || '-01-01', 1, 10)),
  in_office_by_latest TEXT AS (
    CASE length(rtrim(in_office_by, '?~%'))
      WHEN 4 THEN substr(in_office_by, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(in_office_by, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(in_office_by, 1, 10)
    END
  ),
  in_office_on       TEXT,
  in_office_on_earliest TEXT AS (substr(rtrim(in_office_on, '?~%') || '-01-01', 1, 10)),
  in_office_on_latest TEXT AS (
    CASE length(rtrim(in_office_on, '?~%'))
      WHEN 4 THEN substr(in_office_on, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(in_office_on, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(in_office_on, 1, 10)
    END
  ),
  note               TEXT CHECK (note <> ''),
  entered_in         INTEGER REFERENCES change (number),

  -- Functions begin with the credentials (or the true copy, or admission to a consular post),
  -- else with arrival, else with the appointment. A decision handed over in the capital
  -- begins nothing, but nothing begins before it. Vienna Convention on Diplomatic Relations,
  -- article 13 (1); on Consular Relations, articles 12 and 13.
  began_by           TEXT AS (
    CASE
      WHEN functions_begin = 'copy' AND copy_presented IS NOT NULL THEN 'copy_presented'
      WHEN credentials IS NOT NULL THEN 'credentials'
      WHEN provisionally_admitted IS NOT NULL
        AND provisionally_admitted_earliest
          <= coalesce(exequatur_earliest, provisionally_admitted_earliest)
        THEN 'provisionally_admitted'
      WHEN exequatur IS NOT NULL THEN 'exequatur'
      WHEN arrived IS NOT NULL THEN 'arrived'
      WHEN appointed IS NOT NULL THEN 'appointed'
      WHEN coalesce(in_office_by, in_office_on) IS NOT NULL THEN 'in_office_by'
    END
  ),
  -- Empty where only a day in office is known: that day is not a beginning.
  began              TEXT AS (
    CASE began_by
      WHEN 'copy_presented' THEN copy_presented
      WHEN 'credentials' THEN credentials
      WHEN 'provisionally_admitted' THEN provisionally_admitted
      WHEN 'exequatur' THEN exequatur
      WHEN 'arrived' THEN arrived
      WHEN 'appointed' THEN appointed
    END
  ),
  began_earliest     TEXT AS (
    coalesce(substr(rtrim(began, '?~%') || '-01-01', 1, 10), handed_over_earliest)
  ),
  began_latest       TEXT AS (
    CASE length(rtrim(began, '?~%'))
      WHEN 4 THEN substr(began, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(began, 1, 7) || '-01', '+1 month', '-1 day')
      WHEN 10 THEN substr(began, 1, 10)
      ELSE coalesce(in_office_by_latest, in_office_on_latest)
    END
  ),
  -- The place in the succession at the mission: the first day that anything is known of.
  known_from         TEXT AS (
    coalesce(began_earliest, in_office_by_earliest, in_office_on_earliest)
  ),

  FOREIGN KEY (posting, mission) REFERENCES posting (key, mission)
    ON UPDATE CASCADE ON DELETE CASCADE,
  UNIQUE (posting, receiver),
  CONSTRAINT "key is lower-case letters and digits, joined by hyphens" CHECK (
    key = trim(key, '-') AND key NOT GLOB '*[^a-z0-9-]*'
    AND length(key) BETWEEN 1 AND 200 AND instr(key, char(0)) = 0
  ),
  CONSTRAINT "functions end after they begin" CHECK (began_earliest <= ended_latest),
  -- Article 13: arrival, then the true copy, then the credentials.
  CONSTRAINT "the copy of the credentials is presented after arrival" CHECK (
    arrived_earliest <= copy_presented_latest
  ),
  CONSTRAINT "credentials are presented after arrival" CHECK (
    arrived_earliest <= credentials_latest
  ),
  CONSTRAINT "credentials are presented after their copy" CHECK (
    copy_presented_earliest <= credentials_latest
  ),
  CONSTRAINT "agrement_requested is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    agrement_requested_earliest IS date(agrement_requested_earliest, '+0 days')
    AND agrement_requested_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(agrement_requested, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(agrement_requested) - length(rtrim(agrement_requested, '?~%')) <= 1
  ),
  CONSTRAINT "agrement_given is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    agrement_given_earliest IS date(agrement_given_earliest, '+0 days')
    AND agrement_given_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(agrement_given, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(agrement_given) - length(rtrim(agrement_given, '?~%')) <= 1
  ),
  CONSTRAINT "appointed is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    appointed_earliest IS date(appointed_earliest, '+0 days')
    AND appointed_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(appointed, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(appointed) - length(rtrim(appointed, '?~%')) <= 1
  ),
  CONSTRAINT "handed_over is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    handed_over_earliest IS date(handed_over_earliest, '+0 days')
    AND handed_over_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(handed_over, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(handed_over) - length(rtrim(handed_over, '?~%')) <= 1
  ),
  CONSTRAINT "arrived is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    arrived_earliest IS date(arrived_earliest, '+0 days')
    AND arrived_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(arrived, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(arrived) - length(rtrim(arrived, '?~%')) <= 1
  ),
  CONSTRAINT "copy_presented is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    copy_presented_earliest IS date(copy_presented_earliest, '+0 days')
    AND copy_presented_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(copy_presented, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(copy_presented) - length(rtrim(copy_presented, '?~%')) <= 1
  ),
  CONSTRAINT "credentials is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    credentials_earliest IS date(credentials_earliest, '+0 days')
    AND credentials_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(credentials, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(credentials) - length(rtrim(credentials, '?~%')) <= 1
  ),
  CONSTRAINT "commission_presented is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    commission_presented_earliest IS date(commission_presented_earliest, '+0 days')
    AND commission_presented_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(commission_presented, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(commission_presented) - length(rtrim(commission_presented, '?~%')) <= 1
  ),
  CONSTRAINT "provisionally_admitted is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    provisionally_admitted_earliest IS date(provisionally_admitted_earliest, '+0 days')
    AND provisionally_admitted_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(provisionally_admitted, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(provisionally_admitted) - length(rtrim(provisionally_admitted, '?~%')) <= 1
  ),
  CONSTRAINT "exequatur is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    exequatur_earliest IS date(exequatur_earliest, '+0 days')
    AND exequatur_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(exequatur, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(exequatur) - length(rtrim(exequatur, '?~%')) <= 1
  ),
  CONSTRAINT "recall_presented is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    recall_presented_earliest IS date(recall_presented_earliest, '+0 days')
    AND recall_presented_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(recall_presented, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(recall_presented) - length(rtrim(recall_presented, '?~%')) <= 1
  ),
  CONSTRAINT "ended is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    ended_earliest IS date(ended_earliest, '+0 days')
    AND ended_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(ended, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(ended) - length(rtrim(ended, '?~%')) <= 1
  ),
  CONSTRAINT "in_office_by is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    in_office_by_earliest IS date(in_office_by_earliest, '+0 days')
    AND in_office_by_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(in_office_by, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(in_office_by) - length(rtrim(in_office_by, '?~%')) <= 1
  ),
  CONSTRAINT "in_office_on is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    in_office_on_earliest IS date(in_office_on_earliest, '+0 days')
    AND in_office_on_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(in_office_on, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(in_office_on) - length(rtrim(in_office_on, '?~%')) <= 1
  )
) STRICT;

CREATE UNIQUE INDEX accreditation_one_resident ON accreditation (posting) WHERE is_resident;
CREATE INDEX accreditation_by_receiver ON accreditation (receiver);
CREATE INDEX accreditation_by_mission_and_beginning
  ON accreditation (mission, began_earliest, began_latest, posting, ended)
  WHERE is_resident;

-- An extension or a shortening of a posting: a dated act with its authority (điều chỉnh
-- nhiệm kỳ). The trigger below keeps posting.planned_end at the latest of them.
CREATE TABLE extension (
  posting            TEXT NOT NULL REFERENCES posting (key) ON UPDATE CASCADE ON DELETE CASCADE,
  number             INTEGER NOT NULL CONSTRAINT "number is from 1 to 1000000"
    CHECK (number BETWEEN 1 AND 1000000),
  decided            TEXT,
  decided_earliest TEXT AS (substr(rtrim(decided, '?~%') || '-01-01', 1, 10)),
  decided_latest TEXT AS (
    CASE length(rtrim(decided, '?~%'))
      WHEN 4 THEN substr(decided, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(decided, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(decided, 1, 10)
    END
  ),
  previous_end       TEXT,
  previous_end_earliest TEXT AS (substr(rtrim(previous_end, '?~%') || '-01-01', 1, 10)),
  previous_end_latest TEXT AS (
    CASE length(rtrim(previous_end, '?~%'))
      WHEN 4 THEN substr(previous_end, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(previous_end, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(previous_end, 1, 10)
    END
  ),
  planned_end        TEXT NOT NULL,
  planned_end_earliest TEXT AS (substr(rtrim(planned_end, '?~%') || '-01-01', 1, 10)),
  planned_end_latest TEXT AS (
    CASE length(rtrim(planned_end, '?~%'))
      WHEN 4 THEN substr(planned_end, 1, 4) || '-12-31'
      WHEN 7 THEN date(substr(planned_end, 1, 7) || '-01', '+1 month', '-1 day')
      ELSE substr(planned_end, 1, 10)
    END
  ),
  document           TEXT REFERENCES document (key) ON UPDATE CASCADE,
  note               TEXT CHECK (note <> ''),
  entered_in         INTEGER REFERENCES change (number),

  PRIMARY KEY (posting, number),
  CONSTRAINT "decided is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    decided_earliest IS date(decided_earliest, '+0 days')
    AND decided_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(decided, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(decided) - length(rtrim(decided, '?~%')) <= 1
  ),
  CONSTRAINT "previous_end is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    previous_end_earliest IS date(previous_end_earliest, '+0 days')
    AND previous_end_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(previous_end, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(previous_end) - length(rtrim(previous_end, '?~%')) <= 1
  ),
  CONSTRAINT "planned_end is a year, month or day: 2024, 2024-02 or 2024-02-29" CHECK (
    planned_end_earliest IS date(planned_end_earliest, '+0 days')
    AND planned_end_earliest BETWEEN '0001' AND '9999'
    AND length(CAST(rtrim(planned_end, '?~%') AS BLOB)) IN (4, 7, 10)
    AND length(planned_end) - length(rtrim(planned_end, '?~%')) <= 1
  )
) STRICT, WITHOUT ROWID;

CREATE INDEX extension_by_document ON extension (document);

CREATE TRIGGER extension_moves_planned_end AFTER INSERT ON extension
BEGIN
  UPDATE posting SET planned_end = new.planned_end WHERE key = new.posting;
END;

-- What a document does for a posting.
CREATE TABLE posting_document (
  posting            TEXT NOT NULL REFERENCES posting (key) ON UPDATE CASCADE ON DELETE CASCADE,
  document           TEXT NOT NULL REFERENCES document (key) ON UPDATE CASCADE,
  effect             TEXT NOT NULL
    CHECK (effect IN ('proposes', 'approves', 'appoints', 'extends', 'ends', 'orders')),
  PRIMARY KEY (posting, document, effect)
) STRICT, WITHOUT ROWID;

CREATE INDEX posting_document_by_document ON posting_document (document);

-- Hard rules that need two tables. Everything that is odd but occurs in real history is a
-- finding, not a refusal.
CREATE TRIGGER posting_ends_after_it_begins AFTER UPDATE OF ended ON posting
WHEN new.ended IS NOT NULL
BEGIN
  SELECT raise(ABORT, 'a posting ends after it begins')
  FROM accreditation
  WHERE posting = new.key AND is_resident AND began_earliest > new.ended_latest;
END;

CREATE TRIGGER accreditation_begins_before_its_posting_ends AFTER INSERT ON accreditation
BEGIN
  SELECT raise(ABORT, 'a posting ends after it begins')
  FROM posting
  WHERE key = new.posting AND new.is_resident AND new.began_earliest > ended_latest;
END;

CREATE TRIGGER accreditation_still_begins_before_its_posting_ends AFTER UPDATE ON accreditation
BEGIN
  SELECT raise(ABORT, 'a posting ends after it begins')
  FROM posting
  WHERE key = new.posting AND new.is_resident AND new.began_earliest > ended_latest;
END;

CREATE TRIGGER posting_batch_is_of_its_term AFTER INSERT ON posting
WHEN new.batch IS NOT NULL
BEGIN
  SELECT raise(ABORT, 'a batch belongs to the term of its postings')
  FROM term_batch WHERE key = new.batch AND term <> new.term;
END;

CREATE TRIGGER posting_batch_is_still_of_its_term AFTER UPDATE OF term, batch ON posting
WHEN new.batch IS NOT NULL
BEGIN
  SELECT raise(ABORT, 'a batch belongs to the term of its postings')
  FROM term_batch WHERE key = new.batch AND term <> new.term;
END;

