-- The questions of pocom_facts.py, asked of a registry: one SELECT behind each name.

-- @ rows by mission
SELECT mission, count(*) FROM posting WHERE nomination IS NULL GROUP BY 1;

-- @ nominees by mission
SELECT mission, count(*) FROM posting WHERE nomination IS NOT NULL GROUP BY 1;

-- @ rows by title
SELECT t.role, count(*)
FROM posting AS p JOIN role_of_title AS t ON t.title = p.title
WHERE p.nomination IS NULL GROUP BY 1;

-- @ people by title
SELECT t.role, count(DISTINCT p.person)
FROM posting AS p JOIN role_of_title AS t ON t.title = p.title
WHERE p.nomination IS NULL GROUP BY 1;

-- @ people by career
SELECT p.career, count(*)
FROM person AS p JOIN citation AS c ON c.person = p.key AND c.file GLOB 'people/*' GROUP BY 1;

-- @ people by year of birth
SELECT coalesce(p.born, ''), count(*)
FROM person AS p JOIN citation AS c ON c.person = p.key AND c.file GLOB 'people/*' GROUP BY 1;

-- @ people who died, by year
SELECT p.died, count(*)
FROM person AS p JOIN citation AS c ON c.person = p.key AND c.file GLOB 'people/*'
WHERE p.died IS NOT NULL GROUP BY 1;

-- @ people by home
WITH RECURSIVE home (state, rest) AS (
  SELECT NULL, p.home || ' '
  FROM person AS p JOIN citation AS c ON c.person = p.key AND c.file GLOB 'people/*'
  WHERE p.home IS NOT NULL
  UNION ALL
  SELECT substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1)
  FROM home WHERE rest <> ''
)
SELECT state, count(*) FROM home WHERE state IS NOT NULL GROUP BY 1;

-- @ people only ever nominated
SELECT DISTINCT person FROM posting AS p
WHERE NOT EXISTS (
  SELECT 1 FROM posting AS q WHERE q.person = p.person AND q.nomination IS NULL
);

-- @ people at four missions or more
SELECT person, count(DISTINCT mission) FROM incumbency GROUP BY 1 HAVING count(DISTINCT mission) >= 4;

-- @ missions with the most people
SELECT mission, count(DISTINCT person) FROM incumbency GROUP BY 1
HAVING count(DISTINCT person) >= 45;

-- @ other names
SELECT n.person, n.name
FROM person_name AS n JOIN citation AS c ON c.person = n.person AND c.file GLOB 'people/*';

-- @ old identifiers
SELECT identifier, person FROM person_identifier WHERE scheme = 'pocom';

-- @ suffixes
SELECT p.name_suffix, count(*)
FROM person AS p JOIN citation AS c ON c.person = p.key AND c.file GLOB 'people/*'
WHERE p.name_suffix IS NOT NULL GROUP BY 1;

-- @ first begin of each mission
SELECT mission, min(began_earliest) FROM incumbency WHERE began IS NOT NULL GROUP BY 1;

-- @ services of eleven years or more
SELECT c.record, CAST(julianday(i.ended) - julianday(i.began) AS INTEGER)
FROM incumbency AS i JOIN citation AS c ON c.posting = i.posting
WHERE length(i.began) = 10 AND length(i.ended) = 10
  AND julianday(i.ended) - julianday(i.began) >= 11 * 365.25;

-- @ services of a week or less
SELECT c.record, CAST(julianday(i.ended) - julianday(i.began) AS INTEGER)
FROM incumbency AS i JOIN citation AS c ON c.posting = i.posting
WHERE length(i.began) = 10 AND length(i.ended) = 10
  AND julianday(i.ended) - julianday(i.began) <= 7;

-- @ credentials a year after the commission
SELECT c.record, CAST(julianday(a.credentials) - julianday(a.appointed) AS INTEGER)
FROM accreditation AS a
JOIN posting AS p ON p.key = a.posting AND p.nomination IS NULL
JOIN citation AS c ON c.posting = a.posting
WHERE length(a.credentials) = 10 AND length(a.appointed) = 10
  AND julianday(a.credentials) - julianday(a.appointed) > 365;

-- @ partial begins and ends
SELECT c.record, coalesce(i.began, ''), coalesce(i.ended, '')
FROM incumbency AS i JOIN citation AS c ON c.posting = i.posting
WHERE length(i.began) < 10 OR length(i.ended) < 10;

-- @ bounded and doubted dates
SELECT c.record, coalesce(i.began, ''), coalesce(i.ended, '')
FROM incumbency AS i JOIN citation AS c ON c.posting = i.posting
WHERE coalesce(i.began, '') || coalesce(i.ended, '') GLOB '*[^0-9-]*';

-- @ ends without a begin
SELECT c.record, i.ended
FROM incumbency AS i JOIN citation AS c ON c.posting = i.posting
WHERE i.ended IS NOT NULL AND i.began IS NULL;

-- @ no date at all
SELECT c.record
FROM incumbency AS i JOIN citation AS c ON c.posting = i.posting
WHERE i.ended IS NULL AND i.began IS NULL;

-- @ hand-overs on one day
SELECT c.record, d.record, a.ended
FROM incumbency AS a
JOIN incumbency AS b ON b.mission = a.mission AND b.began = a.ended AND b.person <> a.person
JOIN citation AS c ON c.posting = a.posting
JOIN citation AS d ON d.posting = b.posting
WHERE length(a.ended) = 10;

-- @ accredited elsewhere than the file says
SELECT c.record, t.record
FROM accreditation AS a
JOIN citation AS c ON c.posting = a.posting
JOIN mission AS m ON m.key = a.mission AND m.kind <> 'mission-io'
JOIN territory_of_row AS t ON t.posting = a.posting
WHERE t.record <> a.mission;

-- @ who headed the mission on that day
SELECT q.mission, q.day, c.record,
  CASE
    WHEN i.began_latest <= q.day AND q.day <= i.ended_earliest AND NOT i.is_unsure THEN 'certainly'
    ELSE 'possibly'
  END
FROM asked AS q
JOIN incumbency AS i ON i.mission = q.mission
JOIN citation AS c ON c.posting = i.posting
WHERE i.began_latest <= q.day AND q.day <= i.ended_earliest
  OR i.began IS NOT NULL AND i.ended IS NOT NULL
    AND i.began_earliest <= q.day AND i.ended_latest >= q.day;

-- @ all heads on a day
SELECT d.value, i.mission, c.record,
  CASE
    WHEN i.began_latest <= d.value AND d.value <= i.ended_earliest AND NOT i.is_unsure
      THEN 'certainly'
    ELSE 'possibly'
  END
FROM json_each(
  '["1801-01-01", "1862-04-01", "1900-01-01", "1945-05-08", "1962-10-27", "1989-11-09",
  "2001-09-11", "2020-01-01"]'
) AS d
JOIN incumbency AS i
JOIN citation AS c ON c.posting = i.posting
WHERE i.began_latest <= d.value AND d.value <= i.ended_earliest
  OR i.began IS NOT NULL AND i.ended IS NOT NULL
    AND i.began_earliest <= d.value AND i.ended_latest >= d.value;

-- @ years without a full head
WITH RECURSIVE year (number) AS (
  SELECT 1800 UNION ALL SELECT number + 1 FROM year WHERE number < 2019
)
SELECT m.value, y.number
FROM json_each(
  '["cuba", "iran", "albania", "hungary", "syria", "liberia", "united-kingdom"]'
) AS m
JOIN year AS y
WHERE NOT EXISTS (
  SELECT 1 FROM incumbency AS i
  WHERE i.mission = m.value AND i.function = 'head' AND coalesce(i.began, i.ended) IS NOT NULL
    AND (i.began_earliest <= y.number || '-12-31' OR i.began_earliest IS NULL)
    AND (i.ended_latest >= y.number || '-01-01' OR i.ended_latest IS NULL)
);

-- @ concurrent groups
SELECT g.key, g.person, coalesce(l.record, g.place),
  (SELECT count(*) FROM concurrent_member WHERE appointment = g.key)
FROM concurrent_appointment AS g
LEFT JOIN citation AS l ON l.key = 'gsh-place-' || g.place;

-- @ rows of concurrent groups
SELECT m.appointment, c.record
FROM concurrent_member AS m JOIN citation AS c ON c.posting = m.posting;

-- @ notes between heads
SELECT n.mission, coalesce(c.record, ''), n.text
FROM mission_note AS n LEFT JOIN citation AS c ON c.posting = n.follows;

-- @ every appointed note
SELECT c.record, a.appointed_note
FROM accreditation AS a
JOIN posting AS p ON p.key = a.posting AND p.nomination IS NULL
JOIN citation AS c ON c.posting = a.posting
WHERE a.appointed_note IS NOT NULL;

-- @ every arrived note
SELECT c.record, a.arrived_note
FROM accreditation AS a
JOIN posting AS p ON p.key = a.posting AND p.nomination IS NULL
JOIN citation AS c ON c.posting = a.posting
WHERE a.arrived_note IS NOT NULL;

-- @ every started note
SELECT c.record, coalesce(a.credentials_note, a.took_charge_note)
FROM accreditation AS a
JOIN posting AS p ON p.key = a.posting AND p.nomination IS NULL
JOIN citation AS c ON c.posting = a.posting
WHERE coalesce(a.credentials_note, a.took_charge_note) IS NOT NULL;

-- @ every ended note
SELECT c.record, p.end_note
FROM posting AS p JOIN citation AS c ON c.posting = p.key
WHERE p.nomination IS NULL AND p.end_note IS NOT NULL;

-- @ every note
SELECT c.record, p.note
FROM posting AS p JOIN citation AS c ON c.posting = p.key
WHERE p.nomination IS NULL AND p.note IS NOT NULL;

-- @ notes of nominees
SELECT c.record, p.note
FROM posting AS p JOIN citation AS c ON c.posting = p.key
WHERE p.nomination IS NOT NULL;

-- @ recorded by
SELECT recorded_by, count(*) FROM citation WHERE posting IS NOT NULL GROUP BY 1;

-- @ last revisions
SELECT revised_on, count(*) FROM citation WHERE posting IS NOT NULL GROUP BY 1;

-- @ posts by kind
SELECT kind, count(*) FROM (
  SELECT kind FROM mission AS m JOIN citation AS c ON c.mission = m.key AND c.key = 'gsh-post-' || m.key
  UNION ALL
  SELECT 'embassy' FROM mission_seat
)
GROUP BY 1;

-- @ open consular posts
SELECT
  substr(c.record, 1, instr(c.record, ' ') - 1),
  substr(
    c.record, instr(c.record, ' ') + 1,
    length(c.record) - instr(c.record, ' ') - length(m.kind) - 1
  ),
  m.kind
FROM mission AS m JOIN citation AS c ON c.key = 'gsh-post-' || m.key
WHERE m.closed IS NULL AND m.kind <> 'embassy' AND coalesce(m.note, '') NOT LIKE '%closed: %';

-- @ succession of territories
SELECT a.record, b.record
FROM party_succession AS s
JOIN citation AS a ON a.party = s.predecessor AND a.key GLOB 'gsh-territory-*'
JOIN citation AS b ON b.party = s.successor AND b.key GLOB 'gsh-territory-*';
