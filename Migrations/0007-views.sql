-- Derived facts, named for what they answer.
--
-- Tenure, exactly. "In office on day D" has three answers, from the bounds of a row:
--   no         D < began_earliest OR D > ended_latest
--   certainly  began_latest <= D AND D <= ended_earliest AND NOT is_unsure
--   possibly   everything else
-- Both ends are inclusive: on the day of a hand-over both heads are in office.

-- The last day that the registry speaks of: registry.known_until, else today.
CREATE VIEW known_day AS
SELECT
  coalesce(min(known_until, date('now', 'localtime')), date('now', 'localtime')) AS day,
  standard_term_months
FROM registry;

-- One row an accreditation, nominees too, with the bounds of tenure. Everything below is made
-- of it, by inner joins: SQLite would compute a joined view whole, for a million rows, at the
-- right side of a left join.
--
-- ended_by says what is known of the end:
--   ended           a date is recorded
--   point           a single day: a chargé of whom one date is recorded
--   unknown         ended, on a day nobody recorded
--   successor       no end recorded, but another head followed; the end lies before that
--   mission-closed  no end recorded, but the mission closed
--   died            no end recorded, but the person died
--   serving         none of these: in office at least until known_day
CREATE VIEW tenure AS
SELECT
  a.key AS accreditation,
  a.posting,
  p.person,
  person.name AS person_name,
  person.sort_key AS person_sort_key,
  a.mission,
  coalesce(m.name_en, m.name_vi) AS mission_name_en,
  coalesce(m.name_vi, m.name_en) AS mission_name_vi,
  m.kind AS mission_kind,
  a.receiver,
  coalesce(r.name_en, r.name_vi) AS receiver_name_en,
  coalesce(r.name_vi, r.name_en) AS receiver_name_vi,
  a.is_resident,
  p.function,
  p.acting_reason,
  p.nomination,
  coalesce(a.title, p.title) AS title,
  t.name_en AS title_name_en,
  t.name_vi AS title_name_vi,
  coalesce(a.vienna_class, t.vienna_class) AS vienna_class,
  p.term,
  p.planned_end,
  p.planned_end_latest,
  -- The month in which a standard term would end: a default for the eye, never a hard stop.
  -- Counted from the first of the month, so that 29 February does not slip into the next one.
  substr(
    date(
      substr(
        coalesce(
          a.arrived_earliest, a.handed_over_earliest, a.appointed_earliest,
          CASE WHEN a.began IS NOT NULL THEN a.began_earliest END
        ),
        1,
        7
      ) || '-01',
      '+' || known_day.standard_term_months || ' months'
    ),
    1,
    7
  ) AS standard_end,
  a.appointed,
  a.handed_over,
  a.arrived,
  a.credentials,
  a.exequatur,
  a.began,
  a.began_by,
  coalesce(a.began_earliest, home.began_earliest) AS began_earliest,
  a.began_latest,
  coalesce(a.ended, p.ended) AS ended,
  CASE
    WHEN coalesce(a.ended, p.ended) IS NOT NULL THEN 'ended'
    WHEN p.end_mark IS NOT NULL THEN p.end_mark
    WHEN s.key IS NOT NULL THEN 'successor'
    WHEN m.closed IS NOT NULL THEN 'mission-closed'
    WHEN person.died IS NOT NULL THEN 'died'
    ELSE 'serving'
  END AS ended_by,
  CASE
    WHEN a.ended IS NOT NULL THEN a.ended_earliest
    WHEN p.ended IS NOT NULL THEN p.ended_earliest
    WHEN p.end_mark = 'point' THEN coalesce(a.began_earliest, a.in_office_by_earliest)
    WHEN p.end_mark IS NOT NULL OR s.key IS NOT NULL OR m.closed IS NOT NULL
      OR person.died IS NOT NULL
      THEN coalesce(a.in_office_on_earliest, a.in_office_by_earliest, a.began_earliest)
    ELSE max(known_day.day, coalesce(a.began_earliest, known_day.day))
  END AS ended_earliest,
  CASE
    WHEN a.ended IS NOT NULL THEN a.ended_latest
    WHEN p.ended IS NOT NULL THEN p.ended_latest
    WHEN p.end_mark = 'point' THEN a.began_latest
    WHEN s.key IS NOT NULL THEN min(
      coalesce(s.arrived_latest, s.began_latest), coalesce(s.began_latest, s.arrived_latest)
    )
    WHEN m.closed IS NOT NULL THEN m.closed_latest
    WHEN person.died IS NOT NULL THEN person.died_latest
    WHEN p.end_mark = 'unknown' THEN known_day.day
  END AS ended_latest,
  p.end_reason,
  s.posting AS successor_posting,
  p.certainty,
  p.certainty = 'uncertain'
    OR coalesce(a.began GLOB '*[?~%]', 0)
    OR coalesce(coalesce(a.ended, p.ended) GLOB '*[?~%]', 0) AS is_unsure
FROM accreditation AS a
JOIN posting AS p ON p.key = a.posting
JOIN person ON person.key = p.person
JOIN mission AS m ON m.key = a.mission
JOIN party AS r ON r.key = a.receiver
JOIN title AS t ON t.key = coalesce(a.title, p.title)
JOIN known_day
-- A concurrent accreditation without dates begins no earlier than the resident one.
LEFT JOIN accreditation AS home
  ON NOT a.is_resident AND home.posting = a.posting AND home.is_resident
-- The next head of the mission, looked for only where no end is recorded: one whose beginning
-- is known, else one who was seen in office later. An acting head is followed by anyone, a
-- full head by a full head. Of a head who left and of whom no day is known, all that can be
-- said is that whoever serves now came after.
LEFT JOIN accreditation AS s ON s.key = CASE
  WHEN a.ended IS NULL AND p.ended IS NULL AND p.end_mark IS NOT 'point' THEN coalesce(
    (
      SELECT b.key
      FROM accreditation AS b
      JOIN posting AS q ON q.key = b.posting
      WHERE b.mission = a.mission
        AND b.is_resident
        AND b.posting <> a.posting
        AND b.began_earliest >= coalesce(a.known_from, home.known_from)
        AND (b.began_earliest > coalesce(a.known_from, home.known_from) OR b.key > a.key)
        AND b.began_latest IS NOT NULL
        AND q.nomination IS NULL
        AND (q.function = 'head' OR p.function = 'acting')
      ORDER BY b.began_earliest, b.began_latest
      LIMIT 1
    ),
    (
      SELECT b.key
      FROM accreditation AS b
      JOIN posting AS q ON q.key = b.posting
      WHERE b.mission = a.mission
        AND b.is_resident
        AND b.posting <> a.posting
        AND b.began_earliest IS NULL
        AND b.known_from > coalesce(a.known_from, home.known_from)
        AND q.nomination IS NULL
        AND (q.function = 'head' OR p.function = 'acting')
      ORDER BY b.known_from, b.key
      LIMIT 1
    ),
    CASE
      WHEN coalesce(a.known_from, home.known_from) IS NULL AND p.end_mark = 'unknown' THEN (
        SELECT b.key
        FROM accreditation AS b
        JOIN posting AS q ON q.key = b.posting
        WHERE b.mission = a.mission
          AND b.is_resident
          AND b.posting <> a.posting
          AND b.began_latest IS NOT NULL
          AND q.nomination IS NULL AND q.ended IS NULL AND q.end_mark IS NULL
          AND (q.function = 'head' OR p.function = 'acting')
        ORDER BY b.known_from, b.key
        LIMIT 1
      )
    END
  )
END;

-- One row an accreditation of someone who serves or served; nominees are not in office.
CREATE VIEW incumbency AS
SELECT
  accreditation, posting, person, person_name, person_sort_key, mission, mission_name_en,
  mission_name_vi, mission_kind, receiver, receiver_name_en, receiver_name_vi, is_resident,
  function, acting_reason, title, title_name_en, title_name_vi, vienna_class, term, planned_end,
  standard_end, appointed, handed_over, arrived, credentials, exequatur, began, began_by,
  began_earliest, began_latest, ended, ended_by, ended_earliest, ended_latest, end_reason,
  successor_posting, certainty, is_unsure
FROM tenure
WHERE nomination IS NULL;

-- Who heads each mission on known_day, certainly or possibly, full and acting heads. Whoever
-- is known to have left, even on an unknown day, heads none.
CREATE VIEW incumbent AS
SELECT
  i.*,
  CASE
    WHEN i.began_latest <= known_day.day AND known_day.day <= i.ended_earliest
      AND NOT i.is_unsure THEN 'certainly'
    ELSE 'possibly'
  END AS in_office
FROM incumbency AS i
JOIN known_day
WHERE i.is_resident
  AND i.ended_by <> 'unknown'
  AND (i.began_earliest <= known_day.day OR i.began_earliest IS NULL)
  AND (i.ended_latest >= known_day.day OR i.ended_latest IS NULL);

-- Missions open on known_day without a full head. state is 'vacant' where the last head is
-- known to have left, 'no-known-head' where the registry simply does not know.
CREATE VIEW vacancy AS
SELECT
  m.key AS mission,
  coalesce(m.name_en, m.name_vi) AS mission_name_en,
  coalesce(m.name_vi, m.name_en) AS mission_name_vi,
  m.kind AS mission_kind,
  m.receiver,
  CASE
    WHEN (SELECT ended_by FROM incumbency WHERE accreditation = last.key)
      IN ('ended', 'died', 'unknown') THEN 'vacant'
    ELSE 'no-known-head'
  END AS state,
  last.posting AS last_posting,
  (SELECT person_name FROM incumbency WHERE accreditation = last.key) AS last_head,
  (SELECT ended FROM incumbency WHERE accreditation = last.key) AS vacant_since,
  (
    SELECT i.person_name
    FROM incumbent AS i
    WHERE i.mission = m.key AND i.function = 'acting'
    ORDER BY i.began_earliest DESC
    LIMIT 1
  ) AS acting_head,
  (
    SELECT person.name
    FROM posting AS n
    JOIN person ON person.key = n.person
    WHERE n.mission = m.key AND n.nomination = 'pending'
    ORDER BY n.key
    LIMIT 1
  ) AS nominee
FROM mission AS m
JOIN known_day
LEFT JOIN accreditation AS last ON last.key = (
  SELECT b.key
  FROM accreditation AS b
  JOIN posting AS q ON q.key = b.posting
  WHERE b.mission = m.key AND b.is_resident AND q.function = 'head' AND q.nomination IS NULL
    AND (b.began_earliest <= known_day.day OR b.began_earliest IS NULL)
  ORDER BY b.known_from DESC, b.key DESC
  LIMIT 1
)
WHERE (m.opened_earliest <= known_day.day OR m.opened IS NULL)
  AND (m.closed_latest >= known_day.day OR m.closed IS NULL)
  -- Newest first: of a mission that is headed, one row is looked at and not its history.
  AND (
    SELECT 1
    FROM accreditation AS b
    JOIN incumbent AS i ON i.accreditation = b.key
    WHERE b.mission = m.key AND b.is_resident AND i.function = 'head'
    ORDER BY b.began_earliest DESC
    LIMIT 1
  ) IS NULL;

-- One row a head named in a term, with what a roster prints. Order by house_order,
-- class_order, precedence_earliest, decision_earliest, person_sort_key: a house order, for
-- Vienna precedence exists only among the heads accredited to one receiver.
CREATE VIEW term_roster AS
SELECT
  i.term,
  p.batch,
  i.posting,
  i.person,
  i.person_name,
  i.person_sort_key,
  person.gender,
  i.mission,
  i.mission_name_en,
  i.mission_name_vi,
  i.mission_kind,
  i.receiver,
  i.title,
  i.title_name_en,
  i.title_name_vi,
  (
    SELECT group_concat(name, '; ')
    FROM (
      SELECT coalesce(r.name_en, r.name_vi) AS name
      FROM accreditation AS c JOIN party AS r ON r.key = c.receiver
      WHERE c.posting = i.posting AND NOT c.is_resident
      ORDER BY r.sort_key_en
    )
  ) AS concurrent_en,
  (
    SELECT group_concat(name, '; ')
    FROM (
      SELECT coalesce(r.name_vi, r.name_en) AS name
      FROM accreditation AS c JOIN party AS r ON r.key = c.receiver
      WHERE c.posting = i.posting AND NOT c.is_resident
      ORDER BY r.sort_key_vi
    )
  ) AS concurrent_vi,
  i.appointed,
  i.handed_over,
  i.arrived,
  coalesce(i.credentials, i.exequatur) AS credentials,
  i.began,
  i.began_by,
  coalesce(i.planned_end, i.standard_end) AS planned_end,
  CASE
    WHEN i.planned_end IS NOT NULL THEN 'recorded'
    WHEN i.standard_end IS NOT NULL THEN 'standard-term'
  END AS planned_end_by,
  i.ended,
  i.ended_by,
  CASE
    WHEN i.nomination IS NOT NULL THEN 'nominee-' || i.nomination
    WHEN i.ended_by <> 'serving' THEN 'left'
    WHEN i.began_by IS NULL AND coalesce(i.appointed, i.handed_over) IS NOT NULL
      OR i.began_earliest > known_day.day THEN 'designate'
    WHEN coalesce(i.planned_end_latest, date(i.standard_end || '-01', '+1 month', '-1 day'))
      < known_day.day THEN 'over-run'
    WHEN i.is_unsure OR i.began_by IS NULL THEN 'serving-unsure'
    ELSE 'serving'
  END AS status,
  p.term_is_inferred,
  i.certainty,
  k.house_order,
  coalesce(i.vienna_class, 9) AS class_order,
  coalesce(i.began_earliest, '9999') AS precedence_earliest,
  coalesce(i.appointed, i.handed_over, '9999') AS decision_earliest
-- CROSS JOIN: from the term to its postings, whatever ANALYZE makes SQLite believe.
FROM posting AS p
CROSS JOIN tenure AS i ON i.posting = p.key AND i.is_resident
CROSS JOIN person ON person.key = p.person
CROSS JOIN mission_kind AS k ON k.key = i.mission_kind
CROSS JOIN known_day
WHERE p.term IS NOT NULL AND p.function = 'head';

-- What is odd but occurs in real history. A write that would add a finding is refused
-- unless its code is accepted.
--   two-heads       two full heads of a mission certainly at once (one shared day is a
--                   hand-over and no finding)
--   head-not-ended  a full head without any end, although another one is there
CREATE VIEW finding AS
SELECT
  'two-heads' AS code,
  'error' AS severity,
  a.mission,
  a.posting,
  b.posting AS other_posting
FROM accreditation AS a
JOIN posting AS p ON p.key = a.posting
JOIN accreditation AS b ON b.mission = a.mission AND b.is_resident AND b.posting <> a.posting
  AND (b.began_earliest, b.key) > (a.began_earliest, a.key)
JOIN posting AS q ON q.key = b.posting
WHERE a.is_resident
  AND p.function = 'head' AND p.nomination IS NULL
  AND q.function = 'head' AND q.nomination IS NULL
  AND p.person <> q.person
  AND coalesce(a.ended_earliest, p.ended_earliest) > b.began_latest
  AND a.began_latest < coalesce(
    b.ended_earliest,
    q.ended_earliest,
    CASE WHEN q.end_mark IS NULL THEN '9999' ELSE b.began_earliest END
  )
UNION ALL
SELECT
  'head-not-ended',
  'warning',
  i.mission,
  i.posting,
  i.successor_posting
FROM incumbency AS i
JOIN posting AS q ON q.key = i.successor_posting
WHERE i.is_resident AND i.function = 'head' AND i.ended_by = 'successor' AND q.person <> i.person
UNION ALL
-- Nothing is dated, so nothing follows; but two heads cannot both be there now.
SELECT
  'head-not-ended',
  'warning',
  a.mission,
  a.posting,
  b.posting
FROM incumbency AS a
JOIN incumbency AS b ON b.mission = a.mission AND b.is_resident AND b.function = 'head'
  AND b.ended_by = 'serving' AND b.accreditation > a.accreditation AND b.person <> a.person
WHERE a.is_resident AND a.function = 'head' AND a.ended_by = 'serving';
